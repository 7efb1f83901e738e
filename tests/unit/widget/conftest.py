"""A fake chat, and the shop's page with the real built widget on it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from deployer.build_widget import build_widget
from sandbox.messages import Request, Response
from sandbox.server import StandInServer
from sandbox.shop.shop import ShopPage
from tests.unit.widget.fake_chat import FakeChat
from tests.unit.widget.seen import Seen

DESKTOP = (1280, 800)
PATIENCE = 10_000


@pytest.fixture
def chat() -> Iterator[FakeChat]:
    fake = FakeChat(build_widget())
    fake.start()
    yield fake
    fake.stop()


@pytest.fixture
def shop(chat: FakeChat) -> Iterator[ShopPage]:
    page = ShopPage(0, f"{chat.url}/chat/widget.js", chat.sockets.url)
    page.start()
    yield page
    page.stop()


@pytest.fixture
def site(chat: FakeChat) -> Iterator[Callable[[str], str]]:
    """Make a bare page whose script tag has the given attributes; gives its address."""
    shown = {"attributes": ""}
    server = StandInServer()
    server.start()

    def give(_request: Request) -> Response:
        script = f'<script src="{chat.url}/chat/widget.js" {shown["attributes"]}></script>'
        return Response.html(f"<!doctype html>{script}")

    def show(attributes: str) -> str:
        shown["attributes"] = attributes
        return server.url

    server.route("GET", "/", give)

    yield show
    server.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One customer's browser; `locale` and size are a desk's in English."""
    width, height = DESKTOP
    opened = browser.new_context(
        locale="en-GB", viewport={"width": width, "height": height}, reduced_motion="reduce"
    )
    opened.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def seen(page: Page, shop: ShopPage) -> Seen:
    """The shop's page, loaded, with the chat opened."""
    page.goto(shop.url)
    seen = Seen(page)
    seen.open()
    return seen
