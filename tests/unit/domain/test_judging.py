"""When a human: which signals speak for one, and which of them decides."""

from typing import Any

import pytest

from warmline.domain.address import Channel
from warmline.domain.handoff import Reason
from warmline.domain.judging import Circumstances, Verdict, judge
from warmline.domain.policy import Policy
from warmline.domain.progress import Exchange
from warmline.domain.reading import read_message

POLICY = Policy.read({})
IN_ORDER = [
    Reason.ASKED_FOR_HUMAN,
    Reason.SENSITIVE_TOPIC,
    Reason.VIP,
    Reason.REPEAT_CONTACT,
    Reason.STRONG_EMOTION,
    Reason.NOT_MAKING_PROGRESS,
    Reason.NO_ANSWER_FOUND,
]
NOTHING = Exchange("boats?", unsupported=True)


def verdict_on(text: str, policy: Policy = POLICY, **known: Any) -> Verdict:  # noqa: ANN401 - what Circumstances takes
    circumstances = Circumstances(**known)
    reading = read_message(text, circumstances.channel)
    return judge(reading, circumstances, policy)


def test_every_signal_is_told_in_the_order_in_which_they_decide() -> None:
    assert [signal.code for signal in verdict_on("hello").signals] == IN_ORDER
    assert verdict_on("hello").deciding == ()


def test_the_first_that_fires_is_the_reason_and_all_are_kept() -> None:
    text = "that's not what I asked, you idiots, this is disgusting. My card was stolen. A human!"
    known: dict[str, Any] = {"vip": True, "contacts_in_7_days": 5, "exchanges": (NOTHING, NOTHING)}
    verdict = verdict_on(text, **known)

    assert verdict.first is not None
    assert verdict.first.code is Reason.ASKED_FOR_HUMAN
    assert [signal.code for signal in verdict.deciding] == IN_ORDER


@pytest.mark.parametrize(("contacts", "fires"), [(0, False), (1, False), (2, False), (3, True)])
def test_the_third_time_in_a_week_counts(contacts: int, *, fires: bool) -> None:
    verdict = verdict_on("hello", contacts_in_7_days=contacts)

    assert (verdict.first is not None) is fires


def test_the_limit_of_contacts_is_the_deployers() -> None:
    policy = Policy.read({"repeat_contact_limit": 2})

    assert verdict_on("hello", policy, contacts_in_7_days=2).first is not None
    assert verdict_on("hello", policy, contacts_in_7_days=1).first is None


@pytest.mark.parametrize("known", [{"vip": True}, {"contacts_in_7_days": 9}])
def test_who_it_is_decides_only_when_they_come(known: dict[str, Any]) -> None:
    assert verdict_on("hello", opens=True, **known).first is not None
    later = verdict_on("hello", opens=False, **known)

    assert later.first is None
    assert len(later.firing) == 1, "an agent is told all the same"


def test_a_reserved_word_is_nothing_else() -> None:
    assert verdict_on("STOP", channel=Channel.SMS, vip=True) == Verdict(())


def test_a_crisis_is_told_apart() -> None:
    assert verdict_on("I want to die").crisis
    assert not verdict_on("my card was stolen").crisis
    assert not verdict_on("I hate myself").crisis


def test_a_crisis_whose_topic_is_off_is_none() -> None:
    policy = Policy.read({"topics": {"fraud": True}})

    assert not verdict_on("I want to die", policy).crisis


@pytest.mark.parametrize("words", ["no thanks", "thanks, bye"])
def test_who_wants_nothing_more_is_not_handed_off_for_lack_of_an_answer(words: str) -> None:
    assert verdict_on(words, exchanges=(NOTHING, NOTHING)).first is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sensitive_topic_threshold", "my card was stolen"),
        ("strong_emotion_threshold", "I hate you, this is disgusting"),
        ("not_making_progress_threshold", "that's not what I asked"),
    ],
)
def test_a_threshold_of_nothing_switches_a_signal_off(name: str, text: str) -> None:
    assert verdict_on(text).first is not None
    assert verdict_on(text, Policy.read({name: 0})).first is None


def test_every_score_is_a_share_and_every_signal_that_fires_has_its_evidence() -> None:
    text = "I am furious, my card was stolen, that's not what I asked, get me a person!!"
    for signal in verdict_on(text, vip=True, contacts_in_7_days=99).signals:
        assert 0 <= signal.score <= 1
        assert bool(signal.evidence) or not signal.fires
