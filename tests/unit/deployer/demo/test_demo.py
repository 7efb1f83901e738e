"""The demo's draw, and how it tells what became of a question."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from deployer.demo.command import quiet_times
from deployer.demo.customers import Reply
from deployer.demo.outcomes import Outcome, outcome_of, read_outcome
from deployer.demo.report import Result, spread
from deployer.demo.utterances import FILE, Utterance, read_utterances
from deployer.up.settings import read_settings
from warmline.adapters.memory import MemoryStore
from warmline.domain.articles import ArticleVersion
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.handoff import Reason
from warmline.domain.states import State


def entry(kind: Kind, role: Role, **facts: object) -> LogEntry:
    usual: dict[str, object] = {
        "conversation": "c1",
        "sequence": 1,
        "at": datetime(2026, 1, 1, tzinfo=UTC),
        "state": State.BOT,
        "epoch": 1,
    }
    return LogEntry(kind=kind, role=role, **(usual | facts))  # type: ignore[arg-type] # by name


ASKED = entry(Kind.MESSAGE, Role.CUSTOMER, text="?")


def test_the_draw_is_sixty_utterances_twenty_for_each_channel() -> None:
    utterances = read_utterances()

    assert Counter(utterance.channel for utterance in utterances) == {
        "sms": 20,
        "web": 20,
        "slack": 20,
    }
    assert Counter(utterance.source for utterance in utterances) == {"bitext": 48, "banking77": 12}
    assert len({utterance.text for utterance in utterances}) == 60


def test_every_intent_of_the_shops_questions_was_drawn() -> None:
    intents = {row.intent for row in read_utterances() if row.source == "bitext"}

    assert len(intents) == 27


def test_the_words_come_with_their_licences() -> None:
    sources = {utterance.source for utterance in read_utterances()}

    assert sources == {path.suffix[1:] for path in FILE.parent.glob("LICENSE.*")}
    assert all(f"`{source}`" in (FILE.parent / "NOTICE.md").read_text() for source in sources)


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        (
            [
                ASKED,
                entry(
                    Kind.MESSAGE,
                    Role.BOT,
                    articles=(ArticleVersion("orders/cancel", "1"), ArticleVersion("fees", "2")),
                ),
            ],
            Outcome("answered", "orders/cancel, fees"),
        ),
        (
            [ASKED, entry(Kind.MESSAGE, Role.BOT, offers_human=True)],
            Outcome("offered a person"),
        ),
        (
            [
                ASKED,
                entry(Kind.MESSAGE, Role.BOT, text="I don't have that."),
                entry(Kind.HANDED_OFF, Role.SYSTEM, reason=Reason.ASKED_FOR_HUMAN),
            ],
            Outcome("handed off", "asked_for_human"),
        ),
        (
            [ASKED, entry(Kind.HANDED_OFF, Role.SYSTEM, reason=Reason.ASKED_FOR_HUMAN)],
            Outcome("handed off", "asked_for_human", by_rule=True),
        ),
        (
            [ASKED, entry(Kind.HANDED_OFF, Role.SYSTEM, reason=Reason.NO_ANSWER_FOUND)],
            Outcome("handed off", "no_answer_found"),
        ),
        ([ASKED], Outcome("no answer")),
    ],
)
def test_what_became_of_a_question_is_read_from_its_log(
    log: list[LogEntry], expected: Outcome
) -> None:
    assert outcome_of(log) == expected


def test_a_question_that_never_arrived_is_told_as_such() -> None:
    assert read_outcome(MemoryStore(), "web:session-0001") == Outcome("not stored")


def test_times_are_told_as_median_95th_percentile_and_longest() -> None:
    assert spread([float(number) for number in range(101)]) == (50.0, 95.0, 100.0)
    assert spread([3.0]) == (3.0, 3.0, 3.0)


def test_the_quiet_time_is_taken_off_a_turn_and_not_off_a_rule() -> None:
    utterance = Utterance("where is it?", "bitext", "intent", "sms")
    reply = Reply("sms:+1:+2", "Here.", 1.3)

    by_turn = Result(utterance, reply, Outcome("answered"), quiet=1.0)
    by_rule = Result(utterance, reply, Outcome("handed off", by_rule=True), quiet=1.0)

    assert round(by_turn.seconds_without_quiet, 3) == 0.3
    assert by_rule.seconds_without_quiet == 1.3


def test_each_channel_has_its_own_quiet_time() -> None:
    assert quiet_times(read_settings({})) == {"sms": 1, "slack": 1, "web": 0}
    assert set(quiet_times(read_settings({"WARMLINE_QUIET_SECONDS": "0"})).values()) == {0}
