"""The number that a customer writes from is hidden however they write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.domain.contacts import MASKED_PHONE
from warmline.domain.own_number import hide_own_number

OURS = "+15550006789"
US, UK = f"sms:+14155550132:{OURS}", f"sms:+447700900123:{OURS}"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        (US, "4155550132"),
        (US, "14155550132"),
        (US, "+14155550132"),
        (US, "415-555-0132"),
        (US, "(415) 555 0132"),
        (US, "4 1 5 5 5 5 0 1 3 2"),
        (US, "415.555.0132"),
        (US, "\uff14\uff11\uff15\uff15\uff15\uff15\uff10\uff11\uff13\uff12"),
        (UK, "07700900123"),
        (UK, "07700 900123"),
        (UK, "0044 7700 900 123"),
        (UK, "+44 (0) 7700 900123"),
    ],
)
def test_it_is_hidden_in_every_way_of_writing_it(address: str, written: str) -> None:
    assert hide_own_number(f"call {written}, please", address) == f"call {MASKED_PHONE}, please"


@pytest.mark.parametrize(
    "text",
    [
        "my order is 4155550133",
        "14155550132999",
        "no digits",
        "",
        "1234567",
        "it was 20 USD on 3/4",
    ],
)
def test_other_numbers_are_left_as_they_are(text: str) -> None:
    assert hide_own_number(text, US) == text


@pytest.mark.parametrize("address", ["web:session-0001", "slack:T1:D1:U1", f"sms:+12345:{OURS}"])
def test_who_writes_from_no_number_has_none_to_hide(address: str) -> None:
    assert hide_own_number("call 12345 or 4155550132", address) == "call 12345 or 4155550132"


def test_every_mention_is_hidden() -> None:
    text = "4155550132 or 415 555 0132"

    assert hide_own_number(text, US) == f"{MASKED_PHONE} or {MASKED_PHONE}"


@given(st.text(max_size=200))
def test_nothing_else_is_changed(text: str) -> None:
    assert hide_own_number(text, US) == text or MASKED_PHONE in hide_own_number(text, US)
