"""What each thing that Slack sends leads to: the listeners, apart from Bolt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from warmline.adapters.slack import parse, sentences
from warmline.adapters.slack.hearing import SAID
from warmline.adapters.slack.modals import refusal_view
from warmline.adapters.slack.parse import Command
from warmline.adapters.slack.parts import NotTaken, Part
from warmline.adapters.slack.payload import Payload
from warmline.adapters.slack.presses import (
    Press,
    Submission,
    parse_press,
    parse_presser,
    parse_submission,
)
from warmline.adapters.slack.shift_message import VERB_OF
from warmline.adapters.slack.tell import Teller
from warmline.application.agent_actions import AgentActions
from warmline.application.note_card import NoteCard
from warmline.application.ports import ConversationStore
from warmline.application.receive_message import ReceiveMessage
from warmline.domain.errors import Refusal, Refused, UnsupportedEvent

PRESS_OF: Mapping[str, str] = {
    "transfer": "transfer",
    "draft": "draft",
    "reply": "canned",
    "reveal": "reveal",
    "transcript": "transcript",
    "why": "why",
}
"""Commands that open the window of a button."""


@dataclass(frozen=True, slots=True)
class SlackLine:
    """Slack's events, presses and commands, each led to one use case.

    Raises UnsupportedEvent for what means nothing to us, StoreUnavailable for what was not stored
    and must be sent again. A person who may not do a thing is told why.
    """

    team: str
    desk_channel: str
    store: ConversationStore
    receive: ReceiveMessage
    actions: AgentActions
    note_card: NoteCard
    teller: Teller
    parts: tuple[Part, ...] = ()

    def on_event(self, payload: Payload) -> None:
        """A message, a mention, or anything else that was subscribed to."""
        event = payload.get("event")
        if not isinstance(event, Mapping):
            raise UnsupportedEvent("an event without its content")
        match parse.text_of(event, "type"):
            case "message":
                self._on_message(payload, event)
            case "app_mention":
                self._on_mention(event, parse.app_user(payload))
            case other:
                self._lead(other, payload)

    def _lead(self, event: str, payload: Payload) -> None:
        """Give the event to the part that hears it."""
        for part in self.parts:
            hear = part.events().get(event)
            if hear is not None:
                hear(payload)
                return
        raise UnsupportedEvent("an event that asks for nothing")

    def on_press(self, payload: Payload) -> None:
        """A button on a card, on the shift message, in a window or in the app's Home."""
        presser = parse_presser(payload)
        try:
            press = parse_press(payload)
            self._find_press(press.action)(press)
        except Refused as refused:
            self.teller.answer(presser, sentences.why_refused(refused), self.desk_channel)

    def on_submission(self, payload: Payload) -> Mapping[str, Any]:
        """A window that was sent off; returns what is to become of it, as Slack's answer."""
        submission = parse_submission(payload)
        act = self._all("submissions").get(submission.callback)
        if act is None:
            raise UnsupportedEvent("a window that is not ours")
        try:
            view = act(submission)
        except NotTaken as wrong:
            return {"response_action": "errors", "errors": dict(wrong.problems)}
        except Refused as refused:
            view = refusal_view(sentences.why_refused(refused), _written(submission))
        return {"response_action": "update", "view": dict(view)} if view else {}

    def on_command(self, payload: Payload) -> str:
        """`/warmline <verb> [alias]`; returns what the person is told, or "" after a window."""
        command = parse.parse_command(payload)
        act = self.verbs().get(command.verb)
        if act is None:
            return sentences.help_after(command.verb)
        try:
            return str(act(command))
        except Refused as refused:
            return sentences.why_refused(refused)

    def verbs(self) -> Mapping[str, Callable[[Command], str]]:
        """Everything that can be typed after `/warmline`, help aside."""
        presses = self._all("presses")
        opening = [verb for verb, action in PRESS_OF.items() if action in presses]
        return dict.fromkeys(opening, self._as_press) | self._all("verbs")

    def _as_press(self, command: Command) -> str:
        """Do what the button does, where the person types."""
        head = self.store.find_head(self.actions.find_case(command.user, command.alias))
        if head is None:
            raise Refused(Refusal.NO_LONGER_OPEN)
        press = Press(
            action=PRESS_OF[command.verb],
            user=command.user,
            conversation=head.id,
            epoch=head.epoch,
            posted=None,
            trigger=command.trigger,
            channel=command.channel,
            workspace=command.workspace,
        )
        self._find_press(press.action)(press)
        return ""

    def _as_command(self, press: Press) -> None:
        """Do what the command does, and say what it says to the one who pressed."""
        act = self._all("verbs").get(VERB_OF[press.action])
        if act is None:
            raise UnsupportedEvent("a button that is not ours")
        command = Command(
            verb=VERB_OF[press.action],
            alias="",
            user=press.user,
            channel=press.channel,
            trigger=press.trigger,
            workspace=press.workspace,
        )
        self.teller.answer(press, act(command), self.desk_channel, sentences.SHIFT_TITLE)

    def _find_press(self, action: str) -> Callable[[Press], object]:
        if action in VERB_OF:
            return self._as_command
        act: Callable[[Press], object] | None = self._all("presses").get(action)
        if act is None:
            raise UnsupportedEvent("a button that is not ours")
        return act

    def _all(self, what: str) -> dict[str, Any]:
        """Every part's own, as one table."""
        return {name: act for part in self.parts for name, act in getattr(part, what)().items()}

    def _on_message(self, payload: Payload, event: Payload) -> None:
        card, app_user = parse.find_own_card(payload, self.desk_channel), parse.app_user(payload)
        if card is not None:
            self.note_card(card.conversation, card.posted)
            return
        subtype = parse.text_of(event, "subtype")
        if not parse.is_own(event) and subtype not in parse.SPOKEN:
            self._lead(f"message.{subtype}", payload)
            return
        if parse.is_own(event):
            raise UnsupportedEvent("not a person's own words")
        if parse.text_of(event, "channel") == self.desk_channel:
            self._lead(SAID, payload)
        elif parse.text_of(event, "channel_type") == "im":
            self._on_direct_message(event, app_user)
        else:
            self._on_further_words(event, app_user)

    def _on_direct_message(self, event: Payload, app_user: str) -> None:
        incoming = parse.parse_customer_words(event, self.team, app_user)
        agent = self.actions.find_agent(incoming.address.parts["user"])
        if agent is not None and agent.active:
            self.teller.say(incoming.address.parts["channel"], sentences.WRITE_IN_A_CHANNEL)
            return
        self.receive(incoming)

    def _on_mention(self, event: Payload, app_user: str) -> None:
        if parse.is_own(event) or parse.text_of(event, "channel") == self.desk_channel:
            raise UnsupportedEvent("not a customer's mention")
        self.receive(parse.parse_customer_words(event, self.team, app_user))

    def _on_further_words(self, event: Payload, app_user: str) -> None:
        """The asker goes on in their mention's thread. Anybody else's words are not for us."""
        if not parse.text_of(event, "thread_ts"):
            raise UnsupportedEvent("talk in a channel")
        incoming = parse.parse_customer_words(event, self.team, app_user)
        if self.store.find_address(incoming.address.value) is None:
            raise UnsupportedEvent("a thread that is not a customer's")
        self.receive(incoming)


def _written(submission: Submission) -> str:
    """What a person has typed into a window, rather than picked: the longest of it."""
    typed = [value for value in submission.values.values() if " " in value]
    return max(typed, key=len, default="")
