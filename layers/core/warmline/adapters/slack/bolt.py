"""Bolt dispatches what we have verified; it does not verify, authorise or answer by itself.

Its own signature check crashes on hostile bodies, its first event calls `auth.test`, and when
Slack fails then it answers 200 without running a listener: all three are off.
"""

import json
import logging
import re
from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App, BoltContext, BoltRequest, BoltResponse
from slack_bolt.authorization import AuthorizeResult

from warmline.adapters.slack.line import SlackLine
from warmline.adapters.slack.payload import Payload
from warmline.domain.errors import AnomalousPayload

_ANYTHING = re.compile(".*")
_HEARD, _FAILURE = "warmline_heard", "warmline_failure"


def make_app(line: SlackLine, *, team: str, bot_token: Callable[[], str]) -> App:
    """Return the app: a listener for every kind of payload that `read_body` lets through."""

    def authorize(**_: object) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id=team, bot_token=bot_token())

    quiet = logging.getLogger("slack_bolt")
    quiet.setLevel(logging.ERROR)  # below that it writes bodies, headers and whole answers
    app = App(
        logger=quiet,
        signing_secret="checked before",  # noqa: S106 - verification is off, and ours comes first
        authorize=authorize,
        process_before_response=True,
        token_verification_enabled=False,
        request_verification_enabled=False,
        ssl_check_enabled=False,
        ignoring_self_events_enabled=False,
        raise_error_for_unhandled_request=False,
    )
    _listen(app, line)
    return app


def dispatch(app: App, payload: Payload) -> BoltResponse:
    """Give a verified payload to Bolt. Raises whatever its listener raises.

    Bolt sees what was checked and no header of the request: some of its own, such as
    `x-slack-bolt-lazy-only`, would keep the listener from running. What Bolt itself stumbles over,
    on its way to a listener, is AnomalousPayload.
    """
    request = _request(payload)
    response = app.dispatch(request)
    failure = request.context.get(_FAILURE)
    if isinstance(failure, Exception):
        if request.context.get(_HEARD):
            raise failure
        raise AnomalousPayload("a payload that cannot be led anywhere") from failure
    return response


def _request(payload: Payload) -> BoltRequest:
    """Bolt reads names out of the payload here, and trusts their types."""
    try:
        return BoltRequest(body=json.dumps(payload), headers={"content-type": "application/json"})
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise AnomalousPayload("a payload that cannot be led anywhere") from error


def _listen(app: App, line: SlackLine) -> None:
    def on_event(body: dict[str, Any], context: BoltContext, ack: Ack) -> None:
        context[_HEARD] = True
        line.on_event(body)
        ack()

    def on_press(body: dict[str, Any], context: BoltContext, ack: Ack) -> None:
        context[_HEARD] = True
        line.on_press(body)
        ack()

    def on_command(body: dict[str, Any], context: BoltContext, ack: Ack) -> None:
        context[_HEARD] = True
        said = line.on_command(body)
        ack(text=said, response_type="ephemeral") if said else ack()

    def on_submission(body: dict[str, Any], context: BoltContext, ack: Ack) -> None:
        context[_HEARD] = True
        ack(**line.on_submission(body))

    def on_error(error: Exception, context: BoltContext) -> BoltResponse:
        context[_FAILURE] = error
        return BoltResponse(status=500)

    app.event(_ANYTHING)(on_event)
    app.action(_ANYTHING)(on_press)
    app.command(_ANYTHING)(on_command)
    app.view(_ANYTHING)(on_submission)
    app.error(on_error)
