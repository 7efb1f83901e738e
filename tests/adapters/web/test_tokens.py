"""Tokens: what we signed is read back as it was; nothing else is ever accepted, or crashes."""

import base64
import hashlib
import hmac
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.adapters.web.tokens import Visit, read_visit, sign_visit
from warmline.domain.errors import SignatureMismatch

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
KEY = "the key"
VISIT = Visit(
    session="0123456789abcdef",
    expires_at=NOW + timedelta(days=30),
    origin="https://shop.example",
    customer="customer|7",
    language="es",
)
ENCODABLE = st.text(st.characters(exclude_categories=["Cs"]), max_size=256)


def read(token: str, *keys: str) -> Visit:
    return read_visit(token, NOW, lambda check: any([check(key) for key in keys or (KEY,)]))  # noqa: C419 - all, as in the secret


def is_refused(token: str) -> bool:
    try:
        read(token)
    except SignatureMismatch:
        return True
    return False


def test_a_token_of_ours_is_read_back_as_it_was() -> None:
    assert read(sign_visit(VISIT, KEY)) == VISIT


@given(customer=ENCODABLE, origin=ENCODABLE)
def test_whatever_the_customers_id_is_it_comes_back(customer: str, origin: str) -> None:
    visit = Visit(session="s" * 32, expires_at=NOW + timedelta(1), origin=origin, customer=customer)

    assert read(sign_visit(visit, KEY)) == visit


def test_any_of_the_keys_will_do() -> None:
    assert read(sign_visit(VISIT, KEY), "a newer key", KEY) == VISIT


def test_another_key_will_not() -> None:
    with pytest.raises(SignatureMismatch):
        read(sign_visit(VISIT, "another key"))


@given(st.text())
def test_no_text_is_a_token(text: str) -> None:
    assert is_refused(text)


@given(st.binary(max_size=200))
def test_no_bytes_are_a_token(raw: bytes) -> None:
    assert is_refused(raw.decode("utf-8", "surrogateescape"))
    assert is_refused(raw.decode("latin-1"))


@given(st.from_regex(r"v1\.[A-Za-z0-9_-]{1,300}\.[A-Za-z0-9_-]{43}", fullmatch=True))
def test_nothing_that_looks_like_a_token_is_one(text: str) -> None:
    assert is_refused(text)


@given(st.data())
def test_a_changed_token_is_none(data: st.DataObject) -> None:
    token = sign_visit(VISIT, KEY)
    at = data.draw(st.integers(0, len(token) - 1))
    letter = data.draw(st.characters().filter(lambda c: c != token[at]))

    assert is_refused(token[:at] + letter + token[at + 1 :])


@given(st.data())
def test_a_part_of_a_token_is_none(data: st.DataObject) -> None:
    token = sign_visit(VISIT, KEY)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(token))] * 2)))

    assert (start, end) == (0, len(token)) or is_refused(token[start:end])


@given(st.binary(max_size=300))
def test_claims_that_are_signed_but_not_ours_are_refused(claims: bytes) -> None:
    """The key may have signed other things; reading them must not crash."""
    assert is_refused(signed(claims))


@pytest.mark.parametrize(
    "claims",
    [
        b"null",
        b"[]",
        b"7",
        b"{}",
        b'{"session": "s"}',
        b'{"session": "s", "expires": "x"}',
        b'{"session": "s", "expires": 1e999}',
        b'{"session": "s", "expires": NaN}',
        b'{"session": "s", "expires": 999999999999999999999}',
        b'{"session": "s", "expires": 0}',
        b"[" * 2_000,
    ],
)
def test_signed_nonsense_is_refused(claims: bytes) -> None:
    assert is_refused(signed(claims))


def test_a_token_is_good_until_its_second() -> None:
    token = sign_visit(VISIT, KEY)

    def at(moment: datetime) -> Visit:
        return read_visit(token, moment, lambda check: check(KEY))

    assert at(VISIT.expires_at - timedelta(seconds=1)) == VISIT
    with pytest.raises(SignatureMismatch):
        at(VISIT.expires_at)


def test_every_key_is_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[object, object]] = []
    genuine = hmac.compare_digest

    def watch(one: str, other: str) -> bool:
        compared.append((one, other))
        return genuine(one, other)

    monkeypatch.setattr(hmac, "compare_digest", watch)
    read(sign_visit(VISIT, KEY), KEY, "an older key")

    assert len(compared) == 2


def signed(claims: bytes) -> str:
    """Sign as we do, whatever it is."""

    def encoded(raw: bytes) -> str:
        return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

    text = f"v1.{encoded(claims)}"
    return f"{text}.{encoded(hmac.new(KEY.encode(), text.encode(), hashlib.sha256).digest())}"
