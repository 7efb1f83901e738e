"""What browsers send: whatever it is, it becomes one of our types or is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.adapters.web.parse import (
    Hello,
    Ping,
    Since,
    Typing,
    Words,
    client_message_id_of,
    parse_action,
    parse_note,
    parse_object,
    parse_session,
    parse_since,
)
from warmline.domain.errors import AnomalousPayload, PayloadError

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
NAMES = st.sampled_from(["action", "text", "token", "since", "sequence", "client_message_id"])
ACTIONS = st.sampled_from(["hello", "send", "since", "ping", "typing"])


@given(st.binary())
def test_bytes_are_an_object_or_refused(raw: bytes) -> None:
    for read in (parse_object, parse_session, parse_note):
        try:
            read(raw)
        except PayloadError:
            continue


@given(st.dictionaries(NAMES, JSON), ACTIONS | JSON)
def test_any_frame_is_an_action_or_refused(members: dict[str, object], action: object) -> None:
    raw = json.dumps(members | {"action": action}).encode()
    try:
        parsed = parse_action(parse_object(raw))
    except PayloadError:
        return
    assert isinstance(parsed, Hello | Words | Since | Ping | Typing)


@given(st.binary())
def test_the_name_in_a_refused_frame_is_found_or_not(raw: bytes) -> None:
    assert len(client_message_id_of(raw)) <= 64


@given(st.text())
def test_a_query_has_a_since_or_is_refused(query: str) -> None:
    try:
        assert 0 <= parse_since(query) < 10**12
    except AnomalousPayload:
        return


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("en-GB", "en"),
        ("es", "es"),
        ("DE_at", "de"),
        ("zh-Hant-TW", "zh"),
        ("", ""),
        (None, ""),
        ("x", ""),
        ("en;q=0.9", ""),
        ("../../etc", ""),
        ("english please", ""),
    ],
)
def test_a_locale_is_a_language_or_nothing(locale: object, language: str) -> None:
    assert parse_session(json.dumps({"locale": locale}).encode()).language == language


def test_the_first_since_of_a_query_counts() -> None:
    assert parse_since("a=1&since=7&since=8") == 7


def test_numbers_that_are_no_numbers_are_refused_wherever_they_stand() -> None:
    for number in ("NaN", "Infinity", "-Infinity", "1e999", "-1e999"):
        with pytest.raises(AnomalousPayload):
            parse_object(f'{{"deep": [{{"er": {number}}}]}}'.encode())
