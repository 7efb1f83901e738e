"""What people do with the app in Slack: press buttons, fill in modals.

Slack waits three seconds for the app's answer, shows it or says that there was none, and never
tries again.
"""

from dataclasses import dataclass, field

from sandbox.slack import payloads
from sandbox.slack.acting import Acting
from sandbox.slack.app_line import TROUBLE, AppLine, body_of, shown
from sandbox.slack.choices import chosen, find_element, unfinished, values_of
from sandbox.slack.responses import Origin
from sandbox.slack.views import View, Views, checked_view
from sandbox.slack.wire import Fields, RefusedError, fields, flag


@dataclass(frozen=True, slots=True)
class Press:
    """One press of a button, or one choice (`given`) in a menu; `values` are other inputs'."""

    action_id: str
    block_id: str | None = None
    given: object = None
    values: Fields = field(default_factory=dict)


class Interacting:
    """Each method is one act of one person; it returns what that person's Slack shows of it."""

    def __init__(self, line: AppLine, acting: Acting, views: Views) -> None:
        self._line = line
        self._acting = acting
        self._views = views

    def press(self, user: str, channel_id: str, ts: str, press: Press) -> Fields:
        """Press on a message, which may be one that only this person sees."""
        channel = self._acting.place(user, channel_id)
        message = self._acting.message(user, channel_id, ts)
        blocks = list(message.blocks)
        payload = self._payload("block_actions", user)
        held = values_of(blocks, press.values)
        installation = self._line.installation
        payload |= payloads.on_message(message, channel, installation, values=held)
        origin = Origin(user, channel.id, message)
        payload["response_url"] = self._line.response_url("actions", origin)
        payload["actions"] = [self._action(blocks, press)]
        return shown(self._line.send(payloads.interaction("block_actions", payload)))

    def press_in_view(self, user: str, view_id: str, press: Press) -> Fields:
        view = self._view(user, view_id)
        payload = self._payload("block_actions", user)
        held = values_of(view.blocks, press.values)
        payload |= payloads.on_view(view, self._line.installation, held)
        payload["actions"] = [self._action(view.blocks, press)]
        return shown(self._line.send(payloads.interaction("block_actions", payload)))

    def submit(self, user: str, view_id: str, given: Fields) -> Fields:
        """Submit a modal; `given` is `{block_id: {action_id: value}}`."""
        view = self._view(user, view_id)
        values = values_of(view.blocks, given)
        complaints = unfinished(view.blocks, values)
        if complaints:
            self._views.show_errors(view, complaints)
            return {"ok": False, "error": "unfinished", "errors": complaints}
        payload = self._payload("view_submission", user)
        payload |= payloads.on_view(view, self._line.installation, values) | {"response_urls": []}
        del payload["container"]
        outcome = self._line.send(payloads.interaction("view_submission", payload))
        if outcome.is_good:
            return self._answered(view, body_of(outcome))
        return shown(outcome)

    def close(self, user: str, view_id: str) -> Fields:
        """Cancel a modal; the app hears of it only where it asked to."""
        view = self._view(user, view_id)
        self._views.close(view)
        if flag(view.given.get("notify_on_close")):
            payload = self._payload("view_closed", user)
            payload |= payloads.on_view(view, self._line.installation, {}) | {"is_cleared": False}
            del payload["container"], payload["trigger_id"]
            self._line.send(payloads.interaction("view_closed", payload))
        return {"ok": True}

    def _answered(self, view: View, body: Fields) -> Fields:
        """Do with the modal what the app's answer to its submission says."""
        action = body.get("response_action")
        try:
            if action == "errors":
                self._views.show_errors(view, fields(body.get("errors")))
            elif action == "update":
                self._views.update(view.id, checked_view(body.get("view")))
            elif action == "push":
                self._views.push(view.user, checked_view(body.get("view")))
            else:
                self._views.close(view, whole_stack=action == "clear")
        except RefusedError as refusal:
            return refusal.answer() | {"shown": TROUBLE}
        return {"ok": action != "errors", "errors": body.get("errors") or {}}

    def _action(self, blocks: list[Fields], press: Press) -> Fields:
        found = find_element(blocks, press.action_id, press.block_id)
        if found is None:
            raise RefusedError("action_not_found")
        element, block_id = found
        what = chosen(element, press.given)
        return payloads.pressed(element, block_id, self._acting.moment(), what)

    def _payload(self, kind: str, user: str) -> Fields:
        person = self._acting.person(user)
        trigger = self._views.new_trigger(user)
        return payloads.common(kind, person, self._line.installation, trigger)

    def _view(self, user: str, view_id: str) -> View:
        view = self._views.find(view_id)
        if view is None or view.user != user:
            raise RefusedError("not_found")
        return view
