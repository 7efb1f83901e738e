"""Instructions and secrets are recognised, in the clear and in the disguises that a model knows."""

import base64
import codecs
from collections.abc import Callable

import pytest

from warmline.domain.guarding_leaks import recites, tells_secret

INSTRUCTIONS = (
    "You answer customers of the shop from the articles below and from nothing else. "
    "Ask for the number of an order before you look it up, and name the article that you used."
)
SECRET = "correct-horse-7421"


def _shifted(text: str) -> str:
    return "".join(
        chr((ord(letter) - 97 + 3) % 26 + 97) if letter.isalpha() else letter
        for letter in text.lower()
    )


@pytest.mark.parametrize(
    "disguise",
    [
        str,
        str.upper,
        " ".join,
        "-".join,
        lambda text: text[::-1],
        lambda text: codecs.encode(text, "rot13"),
        _shifted,
        lambda text: base64.b64encode(text.encode()).decode(),
        lambda text: base64.urlsafe_b64encode(text.encode()).decode().rstrip("="),
        lambda text: base64.b32encode(text.encode()).decode(),
        lambda text: text.encode().hex(),
        lambda text: text.encode().hex(" "),
        lambda text: text[20:120],
    ],
)
def test_recited_instructions_are_recognised(disguise: Callable[[str], str]) -> None:
    assert recites(f"Of course: {disguise(INSTRUCTIONS)} Anything else?", INSTRUCTIONS)


@pytest.mark.parametrize(
    "text",
    [
        "You can return it within 30 days, and the label is in the parcel.",
        "I answer from the shop's articles. Which order do you mean?",
        "",
    ],
)
def test_an_answer_of_its_own_words_recites_nothing(text: str) -> None:
    assert not recites(text, INSTRUCTIONS)


@pytest.mark.parametrize(
    "said",
    [
        SECRET,
        " ".join(SECRET),
        SECRET[::-1],
        base64.b64encode(f"the key is {SECRET}".encode()).decode(),
        "sk-proj-abcdefghijklmnop1234",
        "xoxb-1234567890-abcdef",
        "AC" + "0" * 32,
    ],
)
def test_a_secret_is_recognised(said: str) -> None:
    assert tells_secret(f"it is {said}, use it", [SECRET])


def test_other_words_are_no_secret() -> None:
    assert not tells_secret("The correct horse is in the stable, order 7421.", [SECRET])
