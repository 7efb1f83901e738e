"""What Slack's failures mean to us."""

import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.client import HTTPException
from urllib.error import URLError

from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse

from warmline.domain.errors import (
    DeliveryError,
    DeskUnreachable,
    PermanentDeliveryError,
    TemporaryDeliveryError,
    UnknownDelivery,
)

_CREDENTIALS = frozenset(
    {"invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive"}
)
_PASSING = _CREDENTIALS | {
    "ratelimited",
    "rate_limited",
    "internal_error",
    "fatal_error",
    "service_unavailable",
    "request_timeout",
    "team_added_to_org",
}
_AWAY = _CREDENTIALS | {
    "channel_not_found",
    "ekm_access_denied",
    "is_archived",
    "not_in_channel",
    "org_login_required",
    "team_access_not_granted",
}
"""What is wrong with all of the desk, and stays so until a person puts it right."""

LONGEST_WAIT = timedelta(minutes=10)
TOO_MANY_REQUESTS, FAULTS = 429, 500
NOT_JSON = "not_json"
_CODE = re.compile(r"[a-z0-9_:]{1,60}", re.ASCII)


@contextmanager
def translated(doubt: Callable[[], object]) -> Iterator[None]:
    """Raise our errors for Slack's, and for what can happen on the way to it.

    `doubt` is told when Slack does not know our token: it may have been rotated.
    """
    try:
        yield
    except SlackApiError as error:
        if error_code(error) in _CREDENTIALS:
            doubt()
        raise _meaning(error) from error
    except URLError as error:
        raise _broken(error.reason) from error
    except (OSError, HTTPException, SlackClientError) as error:
        raise _broken(error) from error
    except (AttributeError, ValueError) as error:
        # Slack has answered something that the SDK cannot read: it may have done it.
        raise UnknownDelivery(NOT_JSON) from error


@contextmanager
def at_the_desk(doubt: Callable[[], object]) -> Iterator[None]:
    """As `translated`; DeskUnreachable for what would meet every other message there too."""
    try:
        with translated(doubt):
            yield
    except DeliveryError as error:
        if error.code not in _AWAY:
            raise
        raise DeskUnreachable(error.code, retry_after=error.retry_after) from error


def error_code(error: SlackApiError) -> str:
    """Return Slack's own word, or that there was none: never a piece of some proxy's page."""
    data = error.response.data if isinstance(error.response, SlackResponse) else error.response
    code = str(data.get("error", "")) if isinstance(data, dict) else ""
    return code if _CODE.fullmatch(code) else NOT_JSON


def ts_of(answer: SlackResponse) -> str:
    """Return where a message was posted. Raises UnknownDelivery when Slack does not say."""
    ts = answer.get("ts")
    if not isinstance(ts, str) or not ts:
        raise UnknownDelivery(NOT_JSON)
    return ts


def _meaning(error: SlackApiError) -> DeliveryError:
    code = error_code(error)
    status = getattr(error.response, "status_code", 200)
    if status == TOO_MANY_REQUESTS:
        return TemporaryDeliveryError("ratelimited", retry_after=_retry_after(error))
    if code in _PASSING:
        return TemporaryDeliveryError(code, retry_after=_retry_after(error))
    if status >= FAULTS:
        return TemporaryDeliveryError(str(status))
    if code == NOT_JSON:
        return UnknownDelivery(code)
    return PermanentDeliveryError(code)


def _retry_after(error: SlackApiError) -> timedelta | None:
    headers = getattr(error.response, "headers", {})
    given = str(headers.get("Retry-After") or headers.get("retry-after") or "")
    seconds = int(given) if given.isdecimal() and len(given) < 7 else 0  # noqa: PLR2004 - digits
    return min(timedelta(seconds=seconds), LONGEST_WAIT) if seconds else None


def _broken(cause: object) -> TemporaryDeliveryError | UnknownDelivery:
    """Nothing was sent where nobody listened, or could be found; after that, nobody knows."""
    if isinstance(cause, ConnectionRefusedError | socket.gaierror):
        return TemporaryDeliveryError("no_connection")
    return UnknownDelivery("no_answer")
