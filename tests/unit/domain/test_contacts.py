"""Phone numbers and e-mail addresses are hidden, other numbers are not."""

import time

import pytest

from warmline.domain.contacts import MASKED_EMAIL, MASKED_PHONE, mask_contacts, phone_numbers


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
        "+1 (202) 555-0143 ext. 42",
        "001-202-555-0143x123",
        "555-0143",
        "(11) 91234-5678",
        "98765 43210",
        "138 0013 8000",
        "06-12345678",
        "8 (495) 123-45-67",
        "015123456789",
    ],
)
def test_a_phone_number_is_hidden(number: str) -> None:
    assert mask_contacts(f"reach me: {number}, thanks") == f"reach me: {MASKED_PHONE}, thanks"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("my phone number is ", ""),
        ("my new number is ", ", thanks"),
        ("registered ", "."),
        ("call ", " now"),
        ("you can reach me at ", ""),
        ("Contact us on ", "."),
        ("", " office"),
        ("", "-Fax"),
    ],
)
def test_digits_named_as_a_phone_number_are_hidden(before: str, after: str) -> None:
    assert mask_contacts(f"{before}5550109999{after}") == f"{before}{MASKED_PHONE}{after}"


def test_the_digits_of_each_phone_number_can_be_compared() -> None:
    said = "Call +1 (202) 555-0143, or 020 7946 0958; order 113542617735902"

    assert phone_numbers(said) == ["12025550143", "02079460958"]


@pytest.mark.parametrize("address", ["a@b.com", "ana.maria+shop@mail.example.co.uk"])
def test_an_email_address_is_hidden(address: str) -> None:
    assert mask_contacts(f"write to {address}.") == f"write to {MASKED_EMAIL}."


@pytest.mark.parametrize(
    "text",
    [
        "order 113542617735902",
        "order 00004587345",
        "2024-05-01 12:20",
        "on 05/12/2021 at 9pm",
        "born 01.02.1990",
        "10.0.0.12",
        "paid 1,234.56",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert mask_contacts(text) == text


@pytest.mark.parametrize(
    "hostile", ["1" * 8000, "1 " * 4000, "(1)" * 2600, "a@" * 4000, "+1-" * 2600]
)
def test_hostile_input_takes_little_time(hostile: str) -> None:
    start = time.perf_counter()
    mask_contacts(hostile)

    assert time.perf_counter() - start < 2
