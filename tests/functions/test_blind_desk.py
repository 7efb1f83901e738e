"""Nothing that is sent to Slack names a customer: not a card, a thread, a window or a whisper."""

import json
from dataclasses import dataclass, field, replace

import pytest

from sandbox.slack.standin import SlackStandIn
from tests.events import AGENT, load_event, with_form
from tests.functions.slack_calls import command, in_thread, press
from tests.functions.slack_desk import LEAD, RIVAL
from tests.functions.slack_windows import in_window, pressed, sent_off
from tests.functions.webhook_world import BOT_TOKEN, WebhookWorld
from tests.journeys.world import DESK, SMS, World
from tests.simulation.living import known_in
from warmline.adapters.slack.blocks import card_blocks, card_text, words_blocks
from warmline.adapters.slack.client import make_client
from warmline.adapters.slack.desk import SlackDesk
from warmline.application.so_far import MOST_OF_ONE
from warmline.domain.conversation import LAST_WORDS, Head

PHONE, MAIL, CARD = SMS.parts["their"], "carl.meyer@example.com", "4111 1111 1111 1111"
OTHER = "+49 151 23456789"
SEEDS = (PHONE, PHONE[2:], MAIL, CARD, OTHER)
WAYS = (PHONE, PHONE[1:], PHONE[2:], "555-123-0001", "(555) 123 0001", "5 5 5 1 2 3 0 0 0 1")


@dataclass
class Watched:
    """A desk on loopback, and the texts of everything that was sent there or answered to it."""

    world: WebhookWorld
    api: SlackStandIn
    answers: list[str] = field(default_factory=list)

    def does(self, event: dict[str, object]) -> None:
        answer = self.world.slack(event)
        assert answer.status == 200, answer
        self.answers.append(answer.body)
        self.world.settle(8)

    def texts(self, words: str) -> None:
        form = {"Body": words, "From": PHONE, "MessageSid": f"SM{len(self.world.said):032}"}
        event = with_form(load_event("sms_webhook", "text"), **form)
        assert self.world.text(event).status == 200
        self.world.settle(5)

    @property
    def case(self) -> Head:
        [head] = [one for one in self.world.heads if one.closed_at is None]
        return head

    @property
    def sent(self) -> list[str]:
        calls = [json.dumps(call.arguments, default=repr) for call in self.api.web_api.calls()]
        return [*calls, *self.answers]


@pytest.fixture
def watched(api: SlackStandIn) -> Watched:
    url = f"{api.url}/api/"
    world = WebhookWorld(slack_api_url=url, first_lead=LEAD, undo_seconds=1)
    world.hire(AGENT, "Ada")
    world.hire(RIVAL, "Ben")
    world.hire(LEAD, "Lea", lead=True)
    desk = SlackDesk(lambda: make_client(url, BOT_TOKEN, 1), lambda: None, DESK)
    world.deliver = replace(world.deliver, desk=desk)
    return Watched(world, api)


def test_a_whole_case_shows_nobodys_number_mail_or_card(watched: Watched) -> None:
    world, api = watched.world, watched.api
    for way in WAYS:
        watched.texts(f"I am {way}, write to {MAIL}, my card is {CARD}")
    watched.texts(f"THIS IS A JOKE, call {OTHER} or {PHONE[2:]} NOW, I want a human!!!")
    case = watched.case
    value = f"{case.id}.{case.epoch}"
    for action in ("transcript", "why", "reveal"):
        watched.does(pressed(world, api, action, value=value, user=LEAD))
    for verb in ("queue", "agents", "me", "help"):
        watched.does(command(verb, user=LEAD, trigger_id=api.views.new_trigger(LEAD)))
    watched.does(press(world, "claim", value=value))
    value = f"{case.id}.{watched.case.epoch}"
    for action in ("transfer", "hand_back_note", "draft", "canned", "transcript", "reveal"):
        watched.does(pressed(world, api, action, value=value))
    watched.texts(f"{'so ' * 300}my number: {PHONE[2:]}")
    world.settle(60)
    card = case_card(world)
    world.desk.posted.append(card)
    watched.does(in_thread(world, "Thank you", thread_ts=card))
    watched.does(in_thread(world, "// he gave his number twice", thread_ts=card))
    watched.does(press(world, "resolve", value=value))
    world.live(200_000, sweep_every=3600)

    assert known_in(watched.sent, SEEDS) == set()
    assert len(watched.sent) > 40
    assert "phone number hidden" in "".join(watched.sent)


def case_card(world: WebhookWorld) -> str:
    [head] = world.heads
    assert head.marks.card is not None
    return head.marks.card.ts


def test_the_search_sees_what_was_revealed(watched: Watched) -> None:
    world, api = watched.world, watched.api
    watched.texts("human please")
    value = f"{watched.case.id}.{watched.case.epoch}"
    watched.does(press(world, "claim", value=value))
    watched.does(pressed(world, api, "reveal", value=f"{watched.case.id}.{watched.case.epoch}"))
    assert known_in(watched.sent, SEEDS) == set()

    watched.does(sent_off(api, {"what": ["from"], "why": "the courier needs it"}))

    assert known_in(watched.sent, SEEDS) != set()
    assert in_window(api)["channel"] is None


@pytest.mark.parametrize("cut_at", [LAST_WORDS, MOST_OF_ONE, 150, 120, 240, 500])
@pytest.mark.parametrize("shown", [3, 6, 9, 11])
def test_a_cut_leaves_no_half_of_a_number(cut_at: int, shown: int) -> None:
    world = World()
    before = "x" * (cut_at - shown - 1)
    world.customer(f"{before} {PHONE[2:]} and then more of it", SMS)
    world.customer("human please", SMS)
    world.settle(30)
    world.customer(f"{before} {OTHER} and then more of it", SMS)

    world.settle(30)

    [card] = world.desk.cards.values()
    seen = repr([card_blocks(card), card_text(card), *map(words_blocks, world.thread)])
    assert PHONE[2:8] not in seen
    assert "151 23" not in seen
