"""How a person's act reaches the app at once, and what the person then sees of the answer."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from sandbox.slack.people import Installation
from sandbox.slack.responses import Origin, Responses
from sandbox.slack.sender import Outcome, Parcel
from sandbox.slack.wire import Fields, fields

TROUBLE = "We had some trouble connecting. Try again?"


@dataclass(frozen=True, slots=True)
class AppLine:
    """The app to send to, and where its response URLs lead."""

    installation: Installation
    send: Callable[[Parcel], Outcome]
    base_url: Callable[[], str]
    responses: Responses

    def response_url(self, kind: str, origin: Origin) -> str:
        return self.base_url() + self.responses.new_path(kind, self.installation.team, origin)


def why(outcome: Outcome) -> str:
    """Return Slack's word for an app that did not answer well."""
    return "operation_timeout" if outcome.reason == "http_timeout" else "dispatch_failed"


def shown(outcome: Outcome) -> Fields:
    if outcome.is_good:
        return {"ok": True, "status": outcome.status}
    return {"ok": False, "error": why(outcome), "status": outcome.status, "shown": TROUBLE}


def body_of(outcome: Outcome) -> Fields:
    """Return an answer's body: JSON where it says so, else a text."""
    words = outcome.body.decode(errors="replace").strip()
    if not words:
        return {}
    if "json" not in outcome.content_type:
        return {"text": words}
    try:
        return fields(json.loads(words))
    except ValueError:
        return {}
