"""What each thing that Slack sends leads to: the listeners, apart from Bolt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from warmline.adapters.slack import parse, sentences
from warmline.adapters.slack.modals import refusal_view
from warmline.adapters.slack.parse import Command
from warmline.adapters.slack.parts import NotTaken, Part
from warmline.adapters.slack.payload import Payload
from warmline.adapters.slack.presses import Press, parse_press, parse_presser, parse_submission
from warmline.adapters.slack.readings import Readings
from warmline.adapters.slack.tell import Teller
from warmline.application.agent_actions import AgentActions
from warmline.application.case_files import CaseFiles
from warmline.application.note_card import NoteCard
from warmline.application.ports import ConversationStore
from warmline.application.receive_message import ReceiveMessage
from warmline.application.reply import Heard, ReplyToCustomer
from warmline.application.tools_approval import DecideTool
from warmline.domain.card import alias
from warmline.domain.errors import Refused, StoreUnavailable, UnsupportedEvent


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
    reply: ReplyToCustomer
    actions: AgentActions
    note_card: NoteCard
    teller: Teller
    decide: DecideTool
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
        """A button on a card."""
        presser = parse_presser(payload)
        try:
            press = parse_press(payload)
            act = self._presses().get(press.action)
            if act is None:
                raise UnsupportedEvent("a button that is not ours")
            act(press)
        except Refused as refused:
            said = sentences.why_refused(refused)
            place = presser.channel or self.desk_channel
            self.teller.tell(place, presser.user, said, thread_ts=presser.thread_ts)

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
            view = refusal_view(sentences.why_refused(refused))
        return {"response_action": "update", "view": dict(view)} if view else {}

    def _all(self, what: str) -> dict[str, Any]:
        """Every part's own, as one table."""
        return {name: act for part in self.parts for name, act in getattr(part, what)().items()}

    def on_command(self, payload: Payload) -> str:
        """`/warmline <verb> [alias]`; returns what the person is told."""
        command = parse.parse_command(payload)
        act = (self._all("verbs") | dict(self._verbs())).get(command.verb)
        if act is None:
            return sentences.help_after(command.verb)
        try:
            return str(act(command))
        except Refused as refused:
            return sentences.why_refused(refused)

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
            self._on_desk_words(event, app_user)
        elif parse.text_of(event, "channel_type") == "im":
            self._on_direct_message(event, app_user)
        else:
            self._on_further_words(event, app_user)

    def _on_desk_words(self, event: Payload, app_user: str) -> None:
        if not parse.text_of(event, "thread_ts"):
            raise UnsupportedEvent("talk among agents")
        words = parse.parse_desk_words(event, self.team)
        try:
            heard = self.reply(words)
        except Refused as refused:
            said = sentences.why_not_sent(refused)
            self.teller.tell(words.channel, words.user, said, thread_ts=words.thread_ts)
            return
        under_our_card = app_user and parse.text_of(event, "parent_user_id") == app_user
        if heard is Heard.NOT_OURS and under_our_card:
            raise StoreUnavailable("a card whose thread is not written down yet")

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

    def _presses(self) -> Mapping[str, Callable[[Press], object]]:
        actions = self.actions
        reading = Readings(CaseFiles(self.store, actions.find_agent), self.teller)
        return {
            **self._all("presses"),
            **reading.presses(),
            "claim": self._claim,
            "release": lambda press: actions.release(press.user, press.conversation, press.epoch),
            "hand_back": lambda press: actions.hand_back(
                press.user, press.conversation, press.epoch
            ),
            "resolve": lambda press: actions.resolve(press.user, press.conversation, press.epoch),
            "approve": lambda press: self.decide.approve(press.user, press.conversation),
            "decline": lambda press: self.decide.decline(press.user, press.conversation),
        }

    def _claim(self, press: Press) -> None:
        """The press tells where the card is, if it is a card of the desk's own channel."""
        posted = press.posted
        at_the_desk = posted is not None and posted.channel == self.desk_channel
        self.actions.claim(press.user, press.conversation, posted if at_the_desk else None)

    def _verbs(self) -> Mapping[str, Callable[[Command], str]]:
        return {"release": self._release, "handback": self._hand_back, "resolve": self._resolve}

    def _release(self, command: Command) -> str:
        conversation = self.actions.find_case(command.user, command.alias)
        self.actions.release(command.user, conversation)
        return f"{alias(conversation)} is back in the queue."

    def _hand_back(self, command: Command) -> str:
        conversation = self.actions.find_case(command.user, command.alias)
        self.actions.hand_back(command.user, conversation)
        return f"{alias(conversation)} is back with the bot."

    def _resolve(self, command: Command) -> str:
        conversation = self.actions.find_case(command.user, command.alias)
        self.actions.resolve(command.user, conversation)
        return f"{alias(conversation)} is resolved."
