"""Whether an answer recites what the model was told, or a secret, in the clear or disguised.

A model that is asked to may write backwards, shift every letter, or encode; so the answer is
compared in each of these forms. Retelling in other words is not found, and need not be: there is
nothing in the instructions that a customer must not know.
"""

import base64
import binascii
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from warmline.domain.folding import letters

WINDOW = 36
"""Letters in a row that an answer and the instructions have in common only if it recites them."""

_STEP = 6
_SHORTEST_SECRET = 8
_ALPHABET = 26


def recites(text: str, instructions: str) -> bool:
    """Whether the text repeats a passage of the instructions."""
    if not instructions:
        return False
    plain, shifted = _passages(instructions)
    return any(
        any(passage in squashed for passage in plain)
        or any(passage in steps for passage in shifted)
        for squashed, steps in _forms(text)
    )


def tells_secret(text: str, secrets: Sequence[str]) -> bool:
    """Whether the text has one of the secrets in it, or anything shaped like a credential."""
    if _credential().search(text):
        return True
    known = [letters(secret) for secret in secrets if len(secret) >= _SHORTEST_SECRET]
    shifts = [_steps(secret) for secret in known if secret.isalpha()]
    return bool(known) and any(
        any(secret in squashed for secret in known) or any(one in steps for one in shifts)
        for squashed, steps in _forms(text)
    )


def _forms(text: str) -> Iterator[tuple[str, str]]:
    """The letters of the text as they are, backwards and decoded, each with its steps."""
    for one in (text, *_decoded(text)):
        squashed = letters(one)
        for form in (squashed, squashed[::-1]):
            yield form, _steps(form)


def _decoded(text: str) -> Iterator[str]:
    for found in _encoded().finditer(text):
        run = re.sub(r"\s", "", found.group())
        for decode in (_from_base64, _from_base32, bytes.fromhex):
            try:
                decoded = decode(run)
            except (binascii.Error, ValueError):
                continue
            yield decoded.decode("utf-8", "ignore")


def _from_base64(run: str) -> bytes:
    padded = run.rstrip("=").replace("-", "+").replace("_", "/")
    return base64.b64decode(padded + "=" * (-len(padded) % 4))


def _from_base32(run: str) -> bytes:
    padded = run.rstrip("=")
    return base64.b32decode(padded + "=" * (-len(padded) % 8), casefold=False)


@cache
def _passages(instructions: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Overlapping passages as they are, and as steps from letter to letter."""
    squashed = letters(instructions)
    starts = range(0, max(1, len(squashed) - WINDOW + 1), _STEP)
    plain = tuple(squashed[at : at + WINDOW] for at in starts)
    return plain, tuple(_steps(passage) for passage in plain)


def _steps(squashed: str) -> str:
    """How far it is from each letter to the next: the same whatever all were shifted by."""
    places = [ord(letter) - ord("a") for letter in squashed if "a" <= letter <= "z"]
    return "".join(
        chr(ord("a") + (after - before) % _ALPHABET) for before, after in pairwise(places)
    )


@cache
def _encoded() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9+/_\-]{24,}={0,6}|(?:[0-9A-Fa-f]{2}\s?){16,}")


@cache
def _credential() -> re.Pattern[str]:
    return re.compile(
        r"\bsk-[A-Za-z0-9_\-]{16,}|\bxox[abeoprs]-[A-Za-z0-9\-]{10,}|\bxapp-[A-Za-z0-9\-]{10,}"
        r"|\bA(?:KIA|SIA)[0-9A-Z]{16}\b|\b(?:SK|AC)[0-9a-f]{32}\b|\bgh[opsu]_[A-Za-z0-9]{20,}"
        r"|-----BEGIN [A-Z ]+-----|\beyJ[\w\-]{10,}\.[\w\-]{10,}\.[\w\-]{5,}"
    )
