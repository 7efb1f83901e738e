"""The sample shop's service behaves as one that actions may call twice."""

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from sandbox.shop.orders import ShopOrders

SENT, DELIVERED = "FO-20260117", "FO-20260098"


@pytest.fixture
def shop() -> Iterator[ShopOrders]:
    shop = ShopOrders()
    shop.start()
    yield shop
    shop.stop()


def ask(shop: ShopOrders, method: str, path: str, key: str = "") -> tuple[int, dict[str, str]]:
    connection = HTTPConnection(urlsplit(shop.url).netloc, timeout=5)
    connection.request(method, path, headers={"Idempotency-Key": key} if key else {})
    response = connection.getresponse()
    body: dict[str, str] = json.loads(response.read())
    connection.close()
    return response.status, body


@pytest.mark.parametrize("number", [SENT, SENT.lower(), SENT.replace("-", "")])
def test_an_order_is_found_however_its_number_is_written(shop: ShopOrders, number: str) -> None:
    status, body = ask(shop, "GET", f"/orders/{number}")

    assert (status, body["order"], body["status"]) == (200, SENT, "Sent")


@pytest.mark.parametrize("number", ["FO-00000000", "x", "FO-2026"])
def test_an_order_that_is_not_there_is_404(shop: ShopOrders, number: str) -> None:
    assert ask(shop, "GET", f"/orders/{number}")[0] == 404


def test_the_same_key_again_gets_the_same_answer_and_no_second_effect(shop: ShopOrders) -> None:
    first = ask(shop, "POST", f"/orders/{DELIVERED}/refunds", "k1")

    assert ask(shop, "POST", f"/orders/{DELIVERED}/refunds", "k1") == first
    assert first == (201, {"order": DELIVERED, "refund_number": "RF-20260098", "amount": "$49.00"})
    assert len(shop.requests) == 1


def test_another_key_for_what_is_done_is_refused(shop: ShopOrders) -> None:
    ask(shop, "POST", f"/orders/{DELIVERED}/refunds", "k1")

    assert ask(shop, "POST", f"/orders/{DELIVERED}/refunds", "k2")[0] == 409


def test_nothing_is_changed_without_a_key_or_before_delivery(shop: ShopOrders) -> None:
    assert ask(shop, "POST", f"/orders/{DELIVERED}/returns")[0] == 400
    assert ask(shop, "POST", f"/orders/{SENT}/returns", "k1")[0] == 409
