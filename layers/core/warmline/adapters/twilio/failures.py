"""What Twilio's failures mean to us."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import requests
from twilio.base.exceptions import (
    TwilioException,
    TwilioRestException,
    TwilioServiceException,
)
from twilio.http.response import Response
from urllib3.exceptions import NewConnectionError

from warmline.adapters.twilio.reasons import OPTED_OUT, PASSING, explain
from warmline.domain.errors import (
    DeliveryError,
    PermanentDeliveryError,
    RecipientOptedOut,
    TemporaryDeliveryError,
    UnknownDelivery,
)

UNAUTHORISED, FAULTS = 401, 500
_UNREADABLE = (AttributeError, LookupError, TypeError, ValueError)
"""What the SDK raises over an answer that is none: Twilio may have taken the message."""


@contextmanager
def translated(doubt: Callable[[], object]) -> Iterator[None]:
    """Raise our errors for Twilio's, and for what can happen on the way to it.

    `doubt` is told when Twilio does not know our token: it may have been rotated.
    """
    try:
        yield
    except (TwilioRestException, TwilioServiceException) as error:
        if error.status == UNAUTHORISED:
            doubt()
        raise _meaning(error) from error
    except TwilioException as error:  # a list that was refused: the SDK only attaches the answer
        if UNAUTHORISED in {one.status_code for one in error.args if isinstance(one, Response)}:
            doubt()
        raise UnknownDelivery("no_answer") from error
    except requests.ConnectTimeout as error:
        raise TemporaryDeliveryError("no_connection") from error
    except requests.ConnectionError as error:
        raise _broken(error) from error
    except (requests.RequestException, *_UNREADABLE) as error:
        raise UnknownDelivery("no_answer") from error


def _meaning(error: TwilioRestException | TwilioServiceException) -> DeliveryError:
    """By the code alone, never the vendor's sentence: it repeats the customer's number."""
    code = error.code if isinstance(error.code, int) else error.status
    if code == OPTED_OUT:
        return RecipientOptedOut(explain(str(code)))
    if code in PASSING or error.status in {UNAUTHORISED, 408, 429} or error.status >= FAULTS:
        return TemporaryDeliveryError(str(code))
    return PermanentDeliveryError(explain(str(code)))


def _broken(error: requests.ConnectionError) -> TemporaryDeliveryError | UnknownDelivery:
    """Nothing was sent where no connection was made; after that, nobody knows."""
    cause = error.args[0] if error.args else None
    never_sent = isinstance(getattr(cause, "reason", cause), NewConnectionError)
    return TemporaryDeliveryError("no_connection") if never_sent else UnknownDelivery("cut")
