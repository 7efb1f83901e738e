"""Whatever a model's server, the network or the library does wrong, as one of our errors."""

import asyncio
from http import HTTPStatus

import openai

from warmline.domain.errors import ResponderUnavailable


def unavailable(error: Exception, *, tokens: int) -> ResponderUnavailable:
    """Return the error with a problem that may be logged: no words of anybody's are in it."""
    return ResponderUnavailable(_problem(error), tokens=tokens)


def is_refused_key(error: Exception) -> bool:
    """Whether the key may have been changed since it was read."""
    status = error.status_code if isinstance(error, openai.APIStatusError) else None
    return status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}


def _problem(error: Exception) -> str:
    match error:
        case TimeoutError() | asyncio.CancelledError() | openai.APITimeoutError():
            return "timeout"
        case openai.APIStatusError():
            return f"http_{error.status_code}"
        case openai.APIConnectionError():
            return "connection"
        case _:
            return type(error).__name__
