"""What a card says in one look, and that it fits whatever a case holds."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.slack.block_kit import checked_blocks
from tests.adapters.slack.conftest import Slack, card, posted
from tests.adapters.slack.test_blocks import ALIVE, HOSTILE, texts
from warmline.adapters.slack.blocks import card_blocks, card_text
from warmline.domain.address import Channel
from warmline.domain.card import Card, card_of
from warmline.domain.conversation import LAST_WORDS, Head, Marks
from warmline.domain.handoff import Reason
from warmline.domain.records import Presence
from warmline.domain.signals import Signal
from warmline.domain.states import State

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
HELD = {"state": State.WITH_AGENT, "agent": "U0ANA", "agent_name": "Ana"}
LIMIT = 13_000


def facts(drawn: Card) -> list[str]:
    """The lines that are ours, as they are sent."""
    return texts(card_blocks(drawn), "mrkdwn")


def actions(drawn: Card) -> list[str]:
    return [
        str(button["action_id"])
        for block in card_blocks(drawn)
        if block["type"] == "actions"
        for button in block["elements"]  # type: ignore[attr-defined]  # a test's own
    ]


@pytest.mark.parametrize(
    ("channel", "bears"),
    [
        (Channel.SMS, "*SMS* no formatting, no edits. 2 segments are 306 letters"),
        (Channel.WEB, "*Web chat* links and files, no formatting. Edits are shown"),
        (Channel.SLACK, "*Slack* links and files. Edits are carried over"),
    ],
)
@pytest.mark.parametrize("more", [{}, HELD])
def test_the_card_says_what_the_channel_can_bear(
    channel: Channel, bears: str, more: dict[str, object]
) -> None:
    assert any(bears in fact for fact in facts(card(channel=channel, **more)))


def test_the_card_says_how_long_they_have_waited_and_what_was_promised() -> None:
    promised = card(promised_by=NINE + timedelta(minutes=15))

    [state, *_] = facts(promised)
    at = int(NINE.timestamp())
    assert state == (
        f"*Waiting for a person* since <!date^{at}^{{time}}|09:00 UTC> "
        f"(<!date^{at}^{{ago}}|09:00 UTC>)\n"
        f"⏱️ Answer promised by <!date^{at + 900}^{{time}}|09:15 UTC>"
    )
    assert "⚠️ Answer promised" in facts(replace(promised, at_risk=True))[0]
    late = replace(promised, at_risk=True, promise_broken=True)
    assert "🔴 Too late: an answer was promised by" in facts(late)[0]


def test_a_promise_that_rests_until_another_day_names_the_day() -> None:
    sunday = NINE + timedelta(days=4)

    [state, *_] = facts(card(promised_by=sunday))
    shown = f"<!date^{int(sunday.timestamp())}^{{date_short_pretty}} {{time}}|{sunday:%Y-%m-%d}"
    assert f"Answer promised by {shown} 09:00 UTC>" in state


def test_the_card_says_who_needs_care() -> None:
    shown = card(
        vip=True,
        came_back=True,
        previous="Teal Heron 4821",
        signals=(Signal(Reason.STRONG_EMOTION, 0.9, 0.7, "this is a joke"),),
    )

    assert "*Customer* VIP, came back about the same, the case before was Teal Heron 4821" in facts(
        shown
    )
    assert "*Mood* very upset" in facts(shown)
    tense = card(signals=(Signal(Reason.STRONG_EMOTION, 0.3, 0.7),))
    assert "*Mood* somewhat tense" in facts(tense)
    assert not any("*Mood*" in fact or "*Customer*" in fact for fact in facts(card()))


def test_the_card_says_whom_the_case_waits_for() -> None:
    shown = card(skill="payments", needs_language="es", team="returns")
    kept = card(reserved_for="U0BEN", reserved_until=NINE)

    assert "*Needs* payments, Spanish, the team returns" in facts(shown)
    assert not [fact for fact in facts(card(team="main")) if "Needs" in fact]  # everybody's
    assert any("*Kept for* <@U0BEN> until <!date^" in fact for fact in facts(kept))
    assert not any("*Kept for*" in fact for fact in facts(card(reserved_for="U0BEN", **HELD)))


@pytest.mark.parametrize(
    ("here", "said"), [(True, "*On the page* since <!date^"), (False, "*Left the page* <!date^")]
)
def test_the_card_says_whether_the_customer_is_still_there(here: bool, said: str) -> None:  # noqa: FBT001
    presence = Presence(session="s", here=here, since=NINE)

    assert any(fact.startswith(said) for fact in facts(card(presence=presence)))
    assert not any("the page*" in fact for fact in facts(card(presence=presence, state=State.BOT)))


def test_the_card_says_who_has_the_case_and_whom_the_customer_sees() -> None:
    held = card(lease_until=NINE, **HELD)

    assert facts(held)[0] == "*With <@U0ANA>*"
    assert "*Customer sees* Ana" in facts(held)
    assert any(fact.startswith("*Answer by* <!date^") for fact in facts(held))


def test_every_act_is_a_button_of_the_card() -> None:
    assert actions(card()) == ["claim", "transcript", "why", "reveal"]
    assert set(actions(card(**HELD))) == {
        "resolve",
        "resolve_unsolved",
        "transfer",
        "release",
        "hand_back",
        "hand_back_note",
        "draft",
        "canned",
        "transcript",
        "why",
        "reveal",
    }
    assert actions(card(state=State.CLOSED)) == ["reopen", "transcript"]


def test_a_scrubbed_card_holds_no_word_that_was_said() -> None:
    head = Head(
        id="c0001",
        address="web:session-0001",
        state=State.CLOSED,
        epoch=4,
        opened_at=NINE,
        last_activity=NINE,
        first_sequence=1,
        last_sequence=9,
        last_words="My cat ate it",
        brief="Wants: a cat",
        signals=(Signal(Reason.STRONG_EMOTION, 0.9, 0.7, "cat!"),),
        marks=Marks(scrubbed=True),
    )
    drawn = card_of(head)

    assert "cat" not in json.dumps(card_blocks(drawn)) + card_text(drawn)
    assert "cat" in json.dumps(card_blocks(card_of(replace(head, marks=Marks()))))


@pytest.mark.parametrize(
    "ending",
    [
        "+1 (415) 555-0132",
        "carl.meyer@example.com",
        "0171 234 56 78",
        "\u0660\u0661\u0667\u0661 \u0662\u0663\u0664 \u0665\u0666 \u0667\u0668",
    ],
)
@pytest.mark.parametrize("shown", range(4, 18))
def test_words_that_were_cut_end_in_no_half_number_or_address(ending: str, shown: int) -> None:
    words = ("x" * (LAST_WORDS - 2 - shown) + " " + ending + " and more")[:LAST_WORDS]
    head = Head(
        id="c0001",
        address="web:session-0001",
        state=State.WAITING,
        epoch=2,
        opened_at=NINE,
        last_activity=NINE,
        first_sequence=1,
        last_sequence=9,
        last_words=words,
    )

    shown_words = "".join(texts(card_blocks(card_of(head)), "plain_text"))
    assert ending[:4] not in shown_words


@pytest.mark.bad_input(39)
@pytest.mark.bad_input(40)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:20]))
@pytest.mark.parametrize("more", [{}, HELD, {"state": State.CLOSED}])
def test_a_card_full_of_anything_is_taken_and_wakes_nobody(
    text: str, more: dict[str, object], slack: Slack
) -> None:
    full = filled(text, **more)

    slack.desk.show_card(full, posted(slack))

    assert not any(one in "".join(facts(full)) for one in ALIVE)
    assert not any(one in card_text(full) for one in ALIVE)
    assert len(json.dumps(card_blocks(full), ensure_ascii=False)) < LIMIT


@given(text=st.text(max_size=300).map(lambda one: one * 30), held=st.booleans())
@settings(max_examples=80, deadline=None)
def test_whatever_a_case_holds_its_card_fits(text: str, held: bool) -> None:  # noqa: FBT001
    full = filled(text, **(HELD | {"agent_name": text} if held else {}))

    assert checked_blocks(card_blocks(full))
    assert card_text(full)


def filled(text: str, **more: object) -> Card:
    """A card with the same words everywhere where words come from outside."""
    fields: dict[str, object] = {
        "last_words": text[:LAST_WORDS],
        "brief": text,
        "signals": tuple(Signal(reason, 0.7, 0.5, text, text) for reason in Reason),
        "skill": text,
        "needs_language": text,
        "team": text,
        "vip": True,
        "came_back": True,
        "previous": "Teal Heron 4821",
        "reserved_for": "U0BEN",
        "promised_by": NINE,
        "presence": Presence(session="s", here=True, since=NINE),
        "lease_until": NINE,
    }
    return card(**(fields | more))
