"""`warmline decide`: what would the line do with this message? By rule, with no network."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import click

from warmline.domain.address import Channel
from warmline.domain.asking import names_a_human
from warmline.domain.handoff import Reason
from warmline.domain.keywords import Keyword
from warmline.domain.reading import Reading, read_message

_ROLES = {"customer", "bot", "agent"}
# So many contacts in seven days make the signal of a repeat contact certain.
_CERTAIN_REPEAT = 4


class MalformedLineError(ValueError):
    """A line that is not a question; `message` says what is wrong with it, never what it says."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Question:
    """One line of input, checked."""

    text: str
    channel: Channel = Channel.WEB
    offered_human: bool = False
    vip: bool = False
    contacts_in_7_days: int = 0


@click.command()
def decide() -> None:
    """Read a JSON object a line; print what the line would do, a JSON object a line."""
    for line in click.get_binary_stream("stdin"):
        if line.strip():
            click.echo(json.dumps(answer(line)))


def answer(line: bytes) -> dict[str, object]:
    """The decision for one line, or the error that says why there is none."""
    try:
        question = parse(line)
    except MalformedLineError as error:
        return {"error": {"code": error.code, "message": error.message}}
    reading = read_message(question.text, question.channel, offered_human=question.offered_human)
    return _decision(question, reading)


def _decision(question: Question, reading: Reading) -> dict[str, object]:
    return {
        "handoff": reading.asks_human,
        "reason": Reason.ASKED_FOR_HUMAN.value if reading.asks_human else None,
        "opt_out": reading.keyword is Keyword.STOP,
        "opt_out_ask": reading.opt_out_ask,
        "scores": dict(_scores(question, reading)),
        "redacted": reading.text,
    }


def _scores(question: Question, reading: Reading) -> Iterator[tuple[str, float]]:
    """How strong each signal is; only the explicit ask decides so far."""
    yield Reason.ASKED_FOR_HUMAN.value, reading.ask_score
    yield Reason.VIP.value, float(question.vip)
    again = max(0, question.contacts_in_7_days - 1)
    yield Reason.REPEAT_CONTACT.value, min(1.0, round(again / (_CERTAIN_REPEAT - 1), 2))


def parse(line: bytes) -> Question:
    """A question from its JSON; raises MalformedLineError."""
    try:
        fields = json.loads(line.decode())
    except (ValueError, RecursionError):
        raise MalformedLineError("malformed_json", "the line is not JSON in UTF-8") from None
    if not isinstance(fields, dict):
        raise MalformedLineError("malformed", "the line is not a JSON object")
    text = fields.get("text")
    if not isinstance(text, str):
        raise MalformedLineError("malformed", "text must be a string")
    customer = _optional(fields, "customer", dict) or {}
    return Question(
        text=text,
        channel=_channel(fields),
        offered_human=_offered(_history(fields)),
        vip=_optional(customer, "vip", bool) or False,
        contacts_in_7_days=_optional(customer, "contacts_in_7_days", int) or 0,
    )


def _optional[T](fields: Mapping[str, object], name: str, kind: type[T]) -> T | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise MalformedLineError("malformed", f"{name} must be a JSON {_JSON_NAMES[kind]}")
    return value


_JSON_NAMES: dict[type, str] = {dict: "object", list: "list", bool: "boolean", int: "whole number"}


def _channel(fields: Mapping[str, object]) -> Channel:
    value = fields.get("channel")
    if value is None:
        return Channel.WEB
    if not isinstance(value, str) or value not in Channel:
        raise MalformedLineError("malformed", "channel must be sms, web or slack")
    return Channel(value)


def _history(fields: Mapping[str, object]) -> list[tuple[str, str]]:
    """Role and text of each earlier message, oldest first."""
    told: list[tuple[str, str]] = []
    for entry in _optional(fields, "history", list) or []:
        role = entry.get("role") if isinstance(entry, dict) else None
        text = entry.get("text") if isinstance(entry, dict) else None
        if not isinstance(role, str) or role not in _ROLES or not isinstance(text, str):
            raise MalformedLineError("malformed", "history holds objects of role and text")
        told.append((role, text))
    return told


def _offered(history: list[tuple[str, str]]) -> bool:
    """Whether the bot's last words offer a person: by a question, or for the digit 1."""
    if not history or history[-1][0] != "bot":
        return False
    words = history[-1][1]
    asks = re.search("[?\uff1f\u061f]|\\b1\\b", words)
    return asks is not None and names_a_human(words)
