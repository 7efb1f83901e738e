"""The pages that may chat: exactly those of the settings, nothing that looks like one.

https://fetch.spec.whatwg.org/#cors-protocol
"""

from collections.abc import Mapping, Sequence

from warmline.domain.errors import NotAllowed

_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "authorization, content-type",
    "Access-Control-Max-Age": "600",
}


def check_origin(origin: str | None, allowed: Sequence[str]) -> None:
    """Raise NotAllowed for a wrong origin; what is no browser sends none, and needs a token."""
    if origin is not None and origin not in allowed:
        raise NotAllowed("another origin")


def check_socket_origin(origins: Sequence[str], allowed: Sequence[str]) -> None:
    """Raise NotAllowed unless there is one origin, and the right one.

    Browsers do not ask before they open a socket, so this is the only check there is.
    """
    if len(origins) != 1 or origins[0] not in allowed:
        raise NotAllowed("another origin, or none")


def cors_headers(
    origin: str | None, allowed: Sequence[str], *, preflight: bool = False
) -> Mapping[str, str]:
    """Return what lets a page of ours read the answer; nothing of it for any other page.

    Spelled exactly so: an engine that adds its own would otherwise send a second one.
    """
    if origin is None or origin not in allowed:
        return {"Vary": "Origin"}
    allowing = {"Access-Control-Allow-Origin": origin, "Vary": "Origin"}
    return allowing | _PREFLIGHT if preflight else allowing
