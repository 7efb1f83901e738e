"""The shop's page: one origin, one script tag, and a policy that lets in nothing else."""

from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse

import pytest

from sandbox.server import PortTakenError
from sandbox.shop.shop import ShopPage

WIDGET_URL = "http://127.0.0.1:4566/_aws/execute-api/abc/$default/chat/widget.js"

type Get = Callable[..., HTTPResponse]


@pytest.fixture
def page() -> Iterator[ShopPage]:
    shop = ShopPage(0, WIDGET_URL)
    shop.start()
    yield shop
    shop.stop()


@pytest.fixture
def get(page: ShopPage) -> Iterator[Get]:
    host = page.url.removeprefix("http://")
    connection = HTTPConnection(host, timeout=5)

    def ask(path: str, host: str = host) -> HTTPResponse:
        connection.request("GET", path, headers={"Host": host})
        return connection.getresponse()

    yield ask
    connection.close()


def test_the_page_has_the_widget_by_one_script_tag(get: Get) -> None:
    text = get("/").read().decode()

    assert text.count(WIDGET_URL) == 1
    assert f'<script src="{WIDGET_URL}"' in text


def test_the_policy_names_the_chats_two_addresses_and_nothing_unsafe(get: Get) -> None:
    policy = get("/").headers["Content-Security-Policy"]

    assert "script-src 'self' http://127.0.0.1:4566;" in policy
    assert "connect-src http://127.0.0.1:4566 ws://127.0.0.1:4566;" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("path", "locale"), [("/?locale=es", "es"), ("/?locale=pt-BR", "pt-BR"), ('/?locale="><b>', "")]
)
def test_a_language_can_be_chosen_and_nothing_else_put_in(get: Get, path: str, locale: str) -> None:
    assert f'data-locale="{locale}"' in get(path.replace('"><', "%22%3E%3C")).read().decode()


def test_another_name_of_the_host_leads_to_the_one_origin(page: ShopPage, get: Get) -> None:
    answer = get("/", host=page.url.removeprefix("http://").replace("127.0.0.1", "localhost"))

    assert (answer.status, answer.headers["Location"]) == (302, f"{page.url}/")


@pytest.mark.parametrize(("path", "kind"), [("/shop.css", "text/css"), ("/shop.js", "javascript")])
def test_its_own_files_are_served_with_their_types(get: Get, path: str, kind: str) -> None:
    answer = get(path)

    assert answer.status == 200
    assert kind in answer.headers["Content-Type"]
    assert answer.read()


def test_a_taken_port_is_told(page: ShopPage) -> None:
    with pytest.raises(PortTakenError):
        ShopPage(int(page.url.rpartition(":")[2]), WIDGET_URL).start()
