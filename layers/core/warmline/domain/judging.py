"""When a human: every rule's signal for one message, in the order in which they decide."""

from dataclasses import dataclass

from warmline.domain.address import Channel
from warmline.domain.asking import ASK_THRESHOLD
from warmline.domain.emotion import Emotion, read_emotion
from warmline.domain.handoff import Reason
from warmline.domain.policy import SELF_HARM, Policy
from warmline.domain.progress import Exchange, judge_progress, judge_unanswered
from warmline.domain.reading import Reading
from warmline.domain.signals import Signal
from warmline.domain.topics import find_topics

FULL = 1.0
_ONLY_AT_THE_START = frozenset({Reason.VIP, Reason.REPEAT_CONTACT})
"""Who the customer is sends them to a human when they come, not in the middle of a talk."""

_ABOUT_THE_ANSWER = frozenset({Reason.NOT_MAKING_PROGRESS, Reason.NO_ANSWER_FOUND})
"""What a "no thanks" or a goodbye is no answer to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What is known beside the words. `opens`: this message starts a conversation.

    `exchanges`: what the bot was asked and answered before, where that is at hand.
    """

    channel: Channel = Channel.WEB
    vip: bool = False
    contacts_in_7_days: int = 0
    opens: bool = True
    exchanges: tuple[Exchange, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Every signal, in the order in which they decide, and those that do.

    `crisis`: the customer must be given the crisis line, whoever has the conversation.
    """

    signals: tuple[Signal, ...]
    deciding: tuple[Signal, ...] = ()
    crisis: bool = False

    @property
    def first(self) -> Signal | None:
        """Why the conversation goes to a human, if it does."""
        return self.deciding[0] if self.deciding else None

    @property
    def firing(self) -> tuple[Signal, ...]:
        """All that an agent should know: those that decide, and who the customer is."""
        return tuple(signal for signal in self.signals if signal.fires)


def judge(reading: Reading, circumstances: Circumstances, policy: Policy) -> Verdict:
    """Weigh one message by rule, before and without any model.

    A reserved word is none of this. A wish for no more texts goes before all but the explicit ask
    and danger to life.
    """
    if reading.keyword is not None:
        return Verdict(())
    signals = (
        judge_ask(reading),
        *judge_topics(reading.text, policy),
        _vip(circumstances, policy),
        judge_contacts(circumstances.contacts_in_7_days, policy),
        judge_emotion(reading.text, policy),
        judge_progress(circumstances.exchanges, (reading.text,), policy),
        judge_unanswered(circumstances.exchanges),
    )
    crisis = any(signal.topic == SELF_HARM and signal.fires for signal in signals)
    deciding = tuple(
        signal for signal in signals if signal.fires and _decides(signal, reading, circumstances)
    )
    return Verdict(signals, deciding, crisis)


def judge_ask(reading: Reading) -> Signal:
    """The explicit ask; no setting switches it off (law L3)."""
    return Signal(Reason.ASKED_FOR_HUMAN, reading.ask_score, ASK_THRESHOLD, reading.ask_evidence)


def judge_contacts(contacts: int, policy: Policy) -> Signal:
    """How often they came in seven days, this time included: half way at the limit."""
    limit = policy.repeat_contact_limit
    score = min(FULL, max(0.0, (contacts - 1) / max(1.0, 2 * (limit - 1))))
    return Signal(
        Reason.REPEAT_CONTACT,
        round(score, 2),
        policy.repeat_contact_threshold,
        f"{contacts} contacts in 7 days" if contacts > 1 else "",
    )


def judge_topics(text: str, policy: Policy) -> tuple[Signal, ...]:
    """Each sensitive topic that is found, danger to life first; one of no score for none."""
    threshold = policy.sensitive_topic_threshold
    found = tuple(
        Signal(Reason.SENSITIVE_TOPIC, topic.score, threshold, topic.evidence, topic.name)
        for topic in find_topics(text, policy.topics)
    )
    return found or (Signal(Reason.SENSITIVE_TOPIC, 0.0, threshold),)


def judge_emotion(text: str, policy: Policy) -> Signal:
    """Anger, distress or a threat, by the words that show it."""
    felt: Emotion = read_emotion(text)
    return Signal(
        Reason.STRONG_EMOTION, felt.score, policy.strong_emotion_threshold, felt.evidence, felt.kind
    )


def _vip(circumstances: Circumstances, policy: Policy) -> Signal:
    known = circumstances.vip
    evidence = "on the list of VIPs" if known else ""
    return Signal(Reason.VIP, float(known), policy.vip_threshold, evidence)


def _decides(signal: Signal, reading: Reading, circumstances: Circumstances) -> bool:
    if reading.opt_out_ask and circumstances.channel is Channel.SMS:
        return signal.code is Reason.ASKED_FOR_HUMAN or signal.topic == SELF_HARM
    if reading.declines or reading.thanks:
        return signal.code not in _ABOUT_THE_ANSWER
    return circumstances.opens or signal.code not in _ONLY_AT_THE_START
