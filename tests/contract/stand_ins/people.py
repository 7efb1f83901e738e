"""What people do in Slack, and how Slack tells the app of it."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.contract.calls import Answer, call
from tests.contract.stand_ins import payloads
from tests.contract.stand_ins.loopback import Json
from tests.contract.stand_ins.signatures import slack_signature
from tests.contract.stand_ins.slack import SlackStandIn
from tests.contract.stand_ins.workspace import Message, OpenView

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
PATIENCE = 30
# Slack tries an event again at once, after a minute and after five; tests have less time.
RETRY_PAUSES = (0.0, 2.0, 6.0)

type Headers = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class People:
    """Everybody in the workspace: they write, press, submit and command."""

    slack: SlackStandIn
    signing_secret: str
    webhook: str = ""
    answers: list[Answer] = field(default_factory=list)
    _pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=2))

    @property
    def place(self) -> payloads.Place:
        return payloads.Place(self.slack.workspace.team, self.slack.app)

    def stop(self) -> None:
        self._pool.shutdown(cancel_futures=True)

    def join(self, user: str, name: str) -> Json:
        """Let a person in, with a direct channel to the app."""
        profile = {"display_name": name, "real_name": name.title()}
        person = {
            "id": user,
            "team_id": self.slack.workspace.team,
            "name": name,
            "real_name": profile["real_name"],
            "deleted": False,
            "is_bot": False,
            "tz": "Europe/Berlin",
            "locale": "en-US",
            "profile": profile,
        }
        self.slack.people[user] = person
        self.slack.workspace.channels.add(f"D{user[1:]}")
        return person

    def write(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> Message:
        """Write in a channel; Slack sends the event, and again until it is taken."""
        message = self.slack.workspace.add(channel, user, {"text": text}, thread_ts)
        answer = self.send_event(payloads.message_event(self.place, message))
        assert answer.status == 200, f"Slack gave up on {text!r}: {answer}"
        return message

    def mention(self, user: str, channel: str, text: str) -> Message:
        """Mention the app; Slack makes two events of that."""
        message = self.slack.workspace.add(channel, user, {"text": text})
        self.send_event(payloads.mention_event(self.place, message))
        self.send_event(payloads.message_event(self.place, message))
        return message

    def press(self, user: str, message: Message, action_id: str) -> Answer:
        """Press a button of the message as it stands now."""
        pressed = message.buttons[action_id]
        return self.press_as(user, message, pressed)

    def press_as(self, user: str, message: Message, pressed: Json) -> Answer:
        """Press a button that may no longer be there, or never was."""
        workspace = self.slack.workspace
        payload = payloads.block_actions(
            self.place, self._person(user), message, pressed=pressed
        ) | {
            "message": self.slack.shape_of(message),
            "trigger_id": workspace.new_trigger(user),
            "response_url": self.slack.url + workspace.new_response_path(user),
        }
        return self._interact(user, payload)

    def submit(self, user: str, opened: OpenView, values: Json | None = None) -> Answer:
        """Submit a modal, with its initial values unless others are given."""
        given = _initial_values(opened.view) if values is None else values
        payload = payloads.view_submission(self.place, self._person(user), opened, given)
        payload["trigger_id"] = self.slack.workspace.new_trigger(user)
        return self._interact(user, payload)

    def command(self, user: str, text: str, channel: str | None = None) -> Answer:
        """Type `/warmline <text>` in the desk channel, or elsewhere."""
        workspace = self.slack.workspace
        fields = payloads.slash_command(self.place, self._person(user), text) | {
            "channel_id": channel or workspace.desk_channel,
            "channel_name": "directmessage" if channel else "desk",
            "response_url": self.slack.url + workspace.new_response_path(user),
            "trigger_id": workspace.new_trigger(user),
        }
        return self._note_words(user, self.post(urlencode(fields).encode(), FORM))

    def send_event(self, event: Json, *, event_id: str | None = None) -> Answer:
        """Send an event until it is answered with 2xx, or for the last time."""
        document = payloads.envelope(self.place, event, event_id or payloads.new_event_id())
        return self.send_envelope(document)

    def send_envelope(self, document: Json) -> Answer:
        body = json.dumps(document).encode()
        answer = self.post(body, JSON)
        for number, pause in enumerate(RETRY_PAUSES, start=1):
            if answer.status < 300:
                break
            time.sleep(pause)
            again = (("X-Slack-Retry-Num", str(number)), ("X-Slack-Retry-Reason", "http_error"))
            answer = self.post(body, JSON, again)
        return answer

    def tell_of_post(self, kind: str, message: Message) -> None:
        """Send the app the event of its own post or edit, as Slack does, a moment later."""
        self._pool.submit(self._send_own_event, kind, message)

    def post(self, body: bytes, content_type: str, extra: Headers = ()) -> Answer:
        """Post a body, signed now."""
        timestamp = str(int(time.time()))
        signature = slack_signature(self.signing_secret, timestamp, body)
        headers: Headers = (
            ("Content-Type", content_type),
            ("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)"),
            ("X-Slack-Request-Timestamp", timestamp),
            ("X-Slack-Signature", signature),
            *extra,
        )
        answer = call("POST", self.webhook, headers=headers, body=body, timeout=PATIENCE)
        self.answers.append(answer)
        return answer

    def _person(self, user: str) -> Json:
        return self.slack.people[user]

    def _interact(self, user: str, payload: Json) -> Answer:
        body = urlencode({"payload": json.dumps(payload)}).encode()
        return self._note_words(user, self.post(body, FORM))

    def _note_words(self, user: str, answer: Answer) -> Answer:
        """Show the person what the answer itself says."""
        body = answer.body.strip()
        if answer.status == 200 and body:
            document = answer.json if body.startswith(b"{") else {"text": answer.text}
            self.slack.workspace.whisper(user, document)
        return answer

    def _send_own_event(self, kind: str, message: Message) -> None:
        shape = self.slack.shape_of(message)
        direct = "im" if message.channel.startswith("D") else "channel"
        event: Json = {
            **shape,
            "channel": message.channel,
            "event_ts": message.ts,
            "channel_type": direct,
        }
        if kind == "changed":
            event = payloads.changed_event(message, shape, {**shape, **message.versions[-1]})
        self.send_event(event)


def _initial_values(view: Json) -> Json:
    """Give what a person submits who changes nothing in a modal, and fills what is asked."""
    values: Json = {}
    for block in view.get("blocks", []):
        element = block.get("element") or {}
        if block.get("type") == "input" and element:
            values[block["block_id"]] = {element["action_id"]: _initial_value(element)}
    return values


def _initial_value(element: Json) -> Json:
    kind = element.get("type")
    if kind == "plain_text_input":
        return {"type": kind, "value": element.get("initial_value") or "As discussed."}
    options = element.get("options") or [None]
    return {"type": kind, "selected_option": element.get("initial_option") or options[0]}
