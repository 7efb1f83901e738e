"""Slash commands: https://docs.slack.dev/interactivity/implementing-slash-commands."""

from sandbox.slack import payloads
from sandbox.slack.acting import Acting
from sandbox.slack.app_line import AppLine, body_of, shown, why
from sandbox.slack.people import Channel, Person
from sandbox.slack.responses import Origin
from sandbox.slack.sender import Outcome
from sandbox.slack.views import Views
from sandbox.slack.wire import Fields, RefusedError


class Commands:
    """Sends a command to the app; what it answers is shown to that person alone."""

    def __init__(self, line: AppLine, acting: Acting, views: Views, known: frozenset[str]) -> None:
        self._line = line
        self._acting = acting
        self._views = views
        self._known = known

    def give(self, user: str, channel_id: str, command: str, words: str = "") -> Fields:
        person = self._acting.person(user)
        channel = self._acting.place(user, channel_id)
        if command not in self._known:
            self._acting.notice(user, channel.id, f"`{command}` is not a valid command.")
            return {"ok": False, "error": "unknown_command"}
        if person.is_guest:
            self._acting.notice(user, channel.id, f"Guests cannot use `{command}`.")
            return {"ok": False, "error": "not_for_guests"}
        origin = Origin(user, channel.id)
        arguments = self._arguments(person, channel, origin)
        arguments |= {"command": command, "text": words.strip()}
        outcome = self._line.send(payloads.slash_command(arguments))
        if not outcome.is_good:
            words = f'`{command}` failed with the error "{why(outcome)}"'
            self._acting.notice(user, channel.id, words)
            return shown(outcome)
        return self._show_answer(origin, command, outcome)

    def refuse_in_thread(self, user: str, channel_id: str, command: str, thread_ts: str) -> Fields:
        """Say what Slack says of a command in a thread."""
        words = f"{command} is not supported in threads. Sorry!"
        self._acting.notice(user, channel_id, words, thread_ts)
        return {"ok": False, "error": "not_supported_in_threads"}

    def _arguments(self, person: Person, channel: Channel, origin: Origin) -> dict[str, str]:
        installation = self._line.installation
        return {
            "token": installation.verification_token,
            "team_id": installation.team,
            "team_domain": installation.team_domain,
            "channel_id": channel.id,
            "channel_name": payloads.shown_name(channel),
            "user_id": person.id,
            "user_name": person.name,
            "api_app_id": installation.app,
            "is_enterprise_install": "false",
            "response_url": self._line.response_url("commands", origin),
            "trigger_id": self._views.new_trigger(person.id),
        }

    def _show_answer(self, origin: Origin, command: str, outcome: Outcome) -> Fields:
        body = body_of(outcome)
        try:
            if body:
                self._line.responses.show(origin, body)
        except RefusedError as refusal:
            words = f'`{command}` failed with the error "{refusal.word}"'
            self._acting.notice(origin.user, origin.channel, words)
            return refusal.answer()
        return {"ok": True}
