"""What Slack's failures mean to us."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.client import HTTPException
from urllib.error import URLError

from slack_sdk.errors import SlackApiError, SlackClientError

from warmline.domain.errors import (
    PermanentDeliveryError,
    TemporaryDeliveryError,
    UnknownDelivery,
)

_PASSING = frozenset(
    {
        "ratelimited",
        "rate_limited",
        "internal_error",
        "fatal_error",
        "service_unavailable",
        "request_timeout",
        "team_added_to_org",
    }
)
LONGEST_WAIT = timedelta(minutes=10)


@contextmanager
def translated() -> Iterator[None]:
    """Raise our errors for Slack's, and for what can happen on the way to it."""
    try:
        yield
    except SlackApiError as error:
        raise _meaning(error) from error
    except URLError as error:
        raise _broken(error.reason) from error
    except (OSError, HTTPException, SlackClientError) as error:
        raise _broken(error) from error


def error_code(error: SlackApiError) -> str:
    data = error.response.data if hasattr(error.response, "data") else error.response
    return str(data.get("error", "unknown")) if isinstance(data, dict) else "not_json"


def _meaning(error: SlackApiError) -> TemporaryDeliveryError | PermanentDeliveryError:
    code = error_code(error)
    status = getattr(error.response, "status_code", 200)
    if status == 429 or code in _PASSING:  # noqa: PLR2004 - HTTP
        return TemporaryDeliveryError(code, retry_after=_retry_after(error))
    if status >= 500 or code == "not_json":  # noqa: PLR2004 - HTTP
        return TemporaryDeliveryError(code)
    return PermanentDeliveryError(code)


def _retry_after(error: SlackApiError) -> timedelta | None:
    headers = getattr(error.response, "headers", {})
    given = str(headers.get("Retry-After") or headers.get("retry-after") or "")
    return min(timedelta(seconds=int(given)), LONGEST_WAIT) if given.isdecimal() else None


def _broken(cause: object) -> TemporaryDeliveryError | UnknownDelivery:
    if isinstance(cause, ConnectionRefusedError) or "resolve" in str(cause).lower():
        return TemporaryDeliveryError("no_connection")
    return UnknownDelivery("no_answer")
