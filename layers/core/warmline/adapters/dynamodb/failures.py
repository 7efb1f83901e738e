"""What the service's failures mean to us."""

from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import BotoCoreError, ClientError

from warmline.domain.errors import Conflict, StoreUnavailable

_CONFLICTS = frozenset({"ConditionalCheckFailedException", "TransactionConflictException"})
_REASONS_OF_CONFLICT = frozenset({"ConditionalCheckFailed", "TransactionConflict"})


@contextmanager
def translated() -> Iterator[None]:
    """Raise Conflict or StoreUnavailable for whatever the service or the way to it raises."""
    try:
        yield
    except ClientError as error:
        raise _meaning(error) from error
    except BotoCoreError as error:
        raise StoreUnavailable(type(error).__name__) from error


def _meaning(error: ClientError) -> Conflict | StoreUnavailable:
    code = error.response.get("Error", {}).get("Code", "")
    if code in _CONFLICTS:
        return Conflict(code)
    if code == "TransactionCanceledException":
        reasons = {
            str(reason.get("Code", "None"))
            for reason in error.response.get("CancellationReasons", [])
        } - {"None"}
        if reasons and reasons <= _REASONS_OF_CONFLICT:
            return Conflict(", ".join(sorted(reasons)))
    return StoreUnavailable(code)
