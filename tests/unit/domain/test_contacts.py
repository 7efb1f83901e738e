"""Phone numbers and e-mail addresses are hidden, other numbers are not."""

import pytest

from warmline.domain.contacts import MASKED_EMAIL, MASKED_PHONE, mask_contacts


@pytest.mark.parametrize(
    "number",
    [
        "+15550109999",
        "+1 (555) 010-9999",
        "905-674-3793",
        "0490 75 40 81",
        "+46 (0)8 928 571 38",
        "(37) 788-063",
        "03.93.92.16.85",
        "00 44 20 7946 0958",
    ],
)
def test_a_phone_number_is_hidden(number: str) -> None:
    assert mask_contacts(f"reach me: {number}, thanks") == f"reach me: {MASKED_PHONE}, thanks"


def test_digits_named_as_a_phone_number_are_hidden() -> None:
    assert mask_contacts("my phone number is 5550109999") == f"my phone number is {MASKED_PHONE}"


@pytest.mark.parametrize("address", ["a@b.com", "ana.maria+shop@mail.example.co.uk"])
def test_an_email_address_is_hidden(address: str) -> None:
    assert mask_contacts(f"write to {address}.") == f"write to {MASKED_EMAIL}."


@pytest.mark.parametrize(
    "text",
    [
        "order 113542617735902",
        "order 00004587345",
        "2024-05-01 12:20",
        "10.0.0.12",
        "paid 1,234.56",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert mask_contacts(text) == text
