"""What the service's failures mean to us."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from warmline.domain.errors import Conflict, StoreUnavailable

_CANCELLED = "TransactionCanceledException"
_CONFLICTS = frozenset({"ConditionalCheckFailedException", "TransactionConflictException"})
_REASONS_OF_CONFLICT = frozenset({"ConditionalCheckFailed", "TransactionConflict"})
_REASONS_OF_THROTTLING = frozenset({"ThrottlingError", "ProvisionedThroughputExceeded"})


@contextmanager
def translated() -> Iterator[None]:
    """Raise Conflict or StoreUnavailable for whatever the service or the way to it raises."""
    try:
        yield
    except ClientError as error:
        raise _meaning(error.response) from error
    except BotoCoreError as error:
        raise StoreUnavailable(type(error).__name__) from error


def is_throttled_transaction(response: Mapping[str, Any]) -> bool:
    """Whether nothing but too little capacity stood against a transaction: it may be repeated."""
    reasons = cancelled_because(response)
    throttled = reasons & _REASONS_OF_THROTTLING
    return bool(throttled) and not reasons & _REASONS_OF_CONFLICT


def cancelled_because(response: Mapping[str, Any]) -> set[str]:
    """Return the codes of what cancelled a transaction; empty for any other failure."""
    if response.get("Error", {}).get("Code") != _CANCELLED:
        return set()
    reasons = response.get("CancellationReasons", [])
    return {str(reason.get("Code", "None")) for reason in reasons} - {"None"}


def _meaning(response: Mapping[str, Any]) -> Conflict | StoreUnavailable:
    """A transaction is somebody else's win only if nothing but that stood against it."""
    code = str(response.get("Error", {}).get("Code", ""))
    if code in _CONFLICTS:
        return Conflict(code)
    reasons = cancelled_because(response)
    if reasons and reasons <= _REASONS_OF_CONFLICT:
        return Conflict(", ".join(sorted(reasons)))
    return StoreUnavailable(" ".join((code, *sorted(reasons))))
