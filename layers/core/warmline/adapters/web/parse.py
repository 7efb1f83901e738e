"""What browsers send, as our own types: every member has the type that the contract names."""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import parse_qsl

from warmline.domain.cleaning import LONGEST_TEXT, clean
from warmline.domain.errors import AnomalousPayload, TooLarge

LONGEST_CLIENT_ID = 64
LONGEST_CUSTOMER_ID = 256
LONGEST_PROOF = 4_000
LONGEST_LOCALE = 64
LONGEST_TOKEN = 4_000
LARGEST_SEQUENCE = 10**12

_SEQUENCE = re.compile(r"[0-9]{1,12}")
_ZONE = re.compile(r"[A-Za-z0-9_+-]{1,32}(/[A-Za-z0-9_+-]{1,32}){0,2}")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})([-_][A-Za-z0-9-_]*)?")


@dataclass(frozen=True, slots=True)
class SessionWish:
    """Who wants to chat. `customer_id` counts only with a proof of it."""

    customer_id: str
    identity_proof: str
    language: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class Words:
    """One message of a customer, named by the browser that sends it."""

    client_message_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Hello:
    """Who a socket says it is. `token` is not verified yet."""

    token: str
    since: int


@dataclass(frozen=True, slots=True)
class Since:
    """A wish for everything after a sequence."""

    sequence: int


@dataclass(frozen=True, slots=True)
class Ping:
    """A wish for a sign of life."""


@dataclass(frozen=True, slots=True)
class Typing:
    """The customer is writing."""


type Action = Hello | Words | Since | Ping | Typing


@dataclass(frozen=True, slots=True)
class Members:
    """The members of one JSON object, each read as the type that it must have.

    Members that nobody asked for, such as another conversation's id, are never looked at.
    """

    values: Mapping[str, object]

    def text(self, name: str, *, longest: int) -> str:
        """Return a text that must be there. Raises AnomalousPayload for anything else."""
        value = self.optional_text(name, longest=longest)
        if not value:
            raise AnomalousPayload(f"{name} is missing")
        return value

    def optional_text(self, name: str, *, longest: int) -> str:
        """Return a text, "" where there is none."""
        value = self.values.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise AnomalousPayload(f"{name} is not a text")
        if len(value) > longest:
            raise AnomalousPayload(f"{name} is longer than {longest} characters")
        if not _is_unicode(value):
            raise AnomalousPayload(f"{name} is not Unicode")
        return value

    def words(self, name: str) -> str:
        """Return a customer's words; nothing else about them is judged here.

        Raises TooLarge for more than is kept of one message: nothing is cut in silence.
        """
        value = self.values.get(name)
        if not isinstance(value, str):
            raise AnomalousPayload(f"{name} is not a text")
        if len(value) > LONGEST_TEXT:
            raise TooLarge(f"{name} is longer than {LONGEST_TEXT} characters")
        return value

    def sequence(self, name: str) -> int:
        """Return a sequence number, 0 where there is none."""
        value = self.values.get(name)
        if value is None:
            return 0
        if isinstance(value, bool) or not isinstance(value, int):
            raise AnomalousPayload(f"{name} is not a whole number")
        if not 0 <= value < LARGEST_SEQUENCE:
            raise AnomalousPayload(f"{name} is out of range")
        return value


def parse_object(raw: bytes) -> Members:
    """Return the members of a JSON object. Raises AnomalousPayload for everything else."""
    try:
        value = json.loads(raw, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise AnomalousPayload("not JSON") from error
    if not isinstance(value, dict):
        raise AnomalousPayload("not a JSON object")
    return Members(value)


def parse_session(raw: bytes) -> SessionWish:
    """Return who wants a session; no body at all is a visitor who says nothing of themselves."""
    members = parse_object(raw or b"{}")
    zone = members.optional_text("time_zone", longest=LONGEST_LOCALE)
    locale = _LANGUAGE.fullmatch(members.optional_text("locale", longest=LONGEST_LOCALE))
    return SessionWish(
        customer_id=members.optional_text("customer_id", longest=LONGEST_CUSTOMER_ID),
        identity_proof=members.optional_text("identity_proof", longest=LONGEST_PROOF),
        language=locale[1].lower() if locale else "",
        time_zone=zone if _ZONE.fullmatch(zone) else "",
    )


def parse_words(members: Members) -> Words:
    """Return a message. Raises AnomalousPayload when nothing is left of its text."""
    client_id = members.text("client_message_id", longest=LONGEST_CLIENT_ID)
    text = members.words("text")
    if not clean(text):
        raise AnomalousPayload("text is empty")
    return Words(client_id, text)


def parse_note(raw: bytes) -> str:
    """Return the words that come with the handoff button, "" without any."""
    members = parse_object(raw or b"{}")
    return members.words("note") if members.values.get("note") is not None else ""


def parse_since(query: str) -> int:
    """Return `since` of a query, 0 where it is left out."""
    try:
        fields = dict(reversed(parse_qsl(query, keep_blank_values=True, max_num_fields=20)))
    except ValueError as error:
        raise AnomalousPayload("the query cannot be read") from error
    given = fields.get("since", "0")
    if not _SEQUENCE.fullmatch(given):
        raise AnomalousPayload("since is not a whole number")
    return int(given)


def parse_action(members: Members) -> Action:
    """Return what a frame asks for. Raises AnomalousPayload for what is no action."""
    match members.values.get("action"):
        case "hello":
            return Hello(members.text("token", longest=LONGEST_TOKEN), members.sequence("since"))
        case "send":
            return parse_words(members)
        case "since":
            return Since(members.sequence("sequence"))
        case "ping":
            return Ping()
        case "typing":
            return Typing()
    raise AnomalousPayload("not an action")


def client_message_id_of(raw: bytes) -> str:
    """Return the message that a refused frame was about; "" when that cannot be told."""
    try:
        return parse_object(raw).optional_text("client_message_id", longest=LONGEST_CLIENT_ID)
    except AnomalousPayload:
        return ""


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError("out of range")
    return value


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
