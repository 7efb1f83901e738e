"""One whole journey of a customer, lived once a channel; the tests read what came of it."""

import json
from dataclasses import dataclass, field

from tests.contract.customers import Customer, Visitor
from tests.contract.desk import Agent, shape_of
from tests.contract.line import Line, tag
from tests.contract.stand_ins.loopback import Json
from tests.contract.stand_ins.workspace import Message
from tests.contract.waiting import wait_for
from tests.contract.warm import OTHER_QUESTION, QUESTION, ask_for_a_human

FIRST_REPLY = "Hello, this is <Ada> & I can help."
REPLIES = (FIRST_REPLY, "Step 1: open the parcel.", "Step 2: take a photo.")
OTHERS_WORDS = "Tell them no refund, ever."
NOTE = "// I think they are right."


@dataclass(slots=True)
class Story:
    """Who took part, and what was seen at each turn of it."""

    customer: Customer
    holder: Agent
    other: Agent
    case: str = field(default_factory=tag)
    answer: str = ""
    notice: str = ""
    card: Message | None = None
    buttons_while_waiting: set[str] = field(default_factory=set)
    buttons_while_held: set[str] = field(default_factory=set)
    buttons_at_the_end: set[str] = field(default_factory=set)
    card_while_waiting: Json = field(default_factory=dict)
    card_as_text: str = ""
    thread: list[str] = field(default_factory=list)
    said: list[Message] = field(default_factory=list)
    told_to_other: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)

    @property
    def first_words(self) -> str:
        return f"{QUESTION} {self.case}"

    @property
    def words_while_waiting(self) -> str:
        return f"Also, {OTHER_QUESTION} {self.case}"

    @property
    def last_words(self) -> str:
        return f"It arrived broken, {self.case}"


def live(line: Line, channel: str) -> Story:
    """Live it from the first question until the case is resolved."""
    story = Story(line.customer(channel), line.agent(), line.agent())
    _ask(line, story)
    card = _wait_for_a_person(line, story)
    _talk(line, story, card)
    _end(line, story, card)
    return story


def _ask(line: Line, story: Story) -> None:
    customer = story.customer
    customer.say(story.first_words)
    story.answer = wait_for(customer.heard, "an answer")[0]
    _note_state(story)
    customer.say(ask_for_a_human(story.case))
    story.notice = wait_for(lambda: customer.heard()[1:], "the notice", seen=customer.heard)[0]
    story.card = line.desk.card_with(story.case)


def _wait_for_a_person(line: Line, story: Story) -> Message:
    card = story.card
    assert card
    story.buttons_while_waiting = set(card.buttons)
    story.card_while_waiting = card.body
    story.customer.say(story.words_while_waiting)
    line.desk.wait_in_thread(card, story.words_while_waiting)
    _note_state(story)
    return card


def _talk(line: Line, story: Story, card: Message) -> None:
    desk = line.desk
    desk.claim(story.holder, card)
    story.buttons_while_held = set(card.buttons)
    _note_state(story)
    desk.say(story.other, card, OTHERS_WORDS)
    desk.say(story.holder, card, NOTE)
    story.said = [desk.say(story.holder, card, reply) for reply in REPLIES]
    wait_for(
        lambda: any(REPLIES[-1] in words for words in story.customer.heard()),
        "the holder's last reply at the customer",
        seen=story.customer.heard,
    )
    for said in story.said:
        desk.wait_for_mark(said, "white_check_mark")
    desk.wait_until_told(story.other)
    story.customer.say(story.last_words)
    desk.wait_in_thread(card, story.last_words)


def _end(line: Line, story: Story, card: Message) -> None:
    line.desk.resolve(story.holder, card)
    _note_state(story)
    story.buttons_at_the_end = set(card.buttons)
    story.card_as_text = json.dumps(shape_of(card), ensure_ascii=False)
    story.thread = line.desk.thread(card)
    story.told_to_other = line.desk.told(story.other)
    story.heard = story.customer.heard()


def _note_state(story: Story) -> None:
    if isinstance(story.customer, Visitor):
        story.states.append(story.customer.conversation()["state"])
