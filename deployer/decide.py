"""`warmline decide`: what would the line do with this message? By rule, with no network."""

import json
import re
from functools import cache
from pathlib import Path

import click

from deployer.content.policy import read_policy
from deployer.content.problems import ContentInvalid
from deployer.errors import CannotContinue
from deployer.places import ROOT
from deployer.questions import MalformedLineError, Question, parse
from warmline.domain.asking import names_a_human
from warmline.domain.entries import Role
from warmline.domain.errors import ConfigurationError
from warmline.domain.handoff import Reason
from warmline.domain.judging import Circumstances, Verdict, judge
from warmline.domain.keywords import Keyword
from warmline.domain.policy import Policy
from warmline.domain.progress import Exchange
from warmline.domain.reading import Reading, read_message

POLICY = ROOT / "content" / "policy.yaml"
SCORED = (
    Reason.ASKED_FOR_HUMAN,
    Reason.SENSITIVE_TOPIC,
    Reason.VIP,
    Reason.REPEAT_CONTACT,
    Reason.STRONG_EMOTION,
    Reason.NOT_MAKING_PROGRESS,
    Reason.NO_ANSWER_FOUND,
)
"""The signals that are told by rule, in the order in which they decide."""


@click.command()
@click.option(
    "--policy",
    type=click.Path(path_type=Path, dir_okay=False),
    default=POLICY,
    help="The rules to decide by; the content's own if not given.",
)
def decide(policy: Path) -> None:
    """Read a JSON object a line; print what the line would do, a JSON object a line."""
    rules = read_rules(policy)
    for line in click.get_binary_stream("stdin"):
        if line.strip():
            click.echo(json.dumps(answer(line, rules)))


@cache
def read_rules(file: Path = POLICY) -> Policy:
    """Return the rules of a `policy.yaml`; raises CannotContinue with what is wrong in it."""
    try:
        return Policy.read(read_policy(file))
    except (ContentInvalid, ConfigurationError) as error:
        raise CannotContinue(str(error)) from error


def answer(line: bytes, rules: Policy | None = None) -> dict[str, object]:
    """The decision for one line, or the error that says why there is none."""
    try:
        question = parse(line)
    except MalformedLineError as error:
        return {"error": {"code": error.code, "message": error.message}}
    return decided(question, rules or read_rules())


def decided(question: Question, rules: Policy) -> dict[str, object]:
    """The decision for one question by these rules."""
    offered = bool(question.history) and _offers_human(*question.history[-1])
    reading = read_message(question.text, question.channel, offered_human=offered)
    return _decision(reading, judge(reading, _circumstances(question), rules))


def _circumstances(question: Question) -> Circumstances:
    return Circumstances(
        channel=question.channel,
        vip=question.vip,
        contacts_in_7_days=question.contacts_in_7_days,
        exchanges=tuple(_exchanges(question.history)),
    )


def _exchanges(history: tuple[tuple[Role, str], ...]) -> list[Exchange]:
    """What the bot was asked and said, since a human last spoke.

    Which articles it used is not told: the same words are the same article.
    """
    told: list[Exchange] = []
    asked: list[str] = []
    for role, text in history:
        match role:
            case Role.CUSTOMER:
                asked.append(text)
            case Role.BOT:
                unsupported = _offers_human(role, text)
                articles = () if unsupported else (text,)
                told.append(Exchange(" ".join(asked), articles, unsupported, text))
                asked = []
            case _:
                told, asked = [], []
    return told


def _decision(reading: Reading, verdict: Verdict) -> dict[str, object]:
    return {
        "handoff": verdict.first is not None,
        "reason": verdict.first.code.value if verdict.first else None,
        "opt_out": reading.keyword is Keyword.STOP,
        "opt_out_ask": reading.opt_out_ask,
        "scores": _scores(verdict),
        "redacted": reading.text,
    }


def _scores(verdict: Verdict) -> dict[str, float]:
    """How strong each signal is, and each sensitive topic that was found by its name."""
    scores = dict.fromkeys((reason.value for reason in SCORED), 0.0)
    for signal in verdict.signals:
        names = [signal.code.value]
        if signal.code is Reason.SENSITIVE_TOPIC and signal.topic:
            names.append(signal.topic)
        for name in names:
            scores[name] = max(scores.get(name, 0.0), signal.score)
    return scores


def _offers_human(role: Role, words: str) -> bool:
    """Whether the bot's words offer a person: by a question, or for the digit 1."""
    asks = re.search("[?\uff1f\u061f]|\\b1\\b", words)
    return role is Role.BOT and asks is not None and names_a_human(words)
