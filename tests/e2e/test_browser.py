"""What a customer's browser may do from the deployer's page: the real engine, a real Chromium."""

import pytest
from playwright.sync_api import Error, Page

from sandbox.shop.shop import ShopPage
from tests.e2e.stacks import DeployedLine

pytestmark = pytest.mark.timeout(300)

OPEN_AND_ASK = """async url => {
    const opened = await fetch(`${url}/chat/sessions`, {
        method: "POST", headers: {"Content-Type": "application/json"}, body: "{}",
    });
    const {token} = await opened.json();
    const read = await fetch(`${url}/chat/messages?since=0`, {
        headers: {Authorization: `Bearer ${token}`},
    });
    return [opened.status, read.status, await read.json()];
}"""
GREET = """([url, token]) => new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.onopen = () => socket.send(JSON.stringify({action: "hello", token, since: 0}));
    socket.onmessage = event => { resolve(JSON.parse(event.data).type); socket.close(); };
    socket.onerror = () => reject(new Error("refused"));
})"""
OPEN_SESSION = """async url => {
    const opened = await fetch(`${url}/chat/sessions`, {
        method: "POST", headers: {"Content-Type": "application/json"}, body: "{}",
    });
    return (await opened.json()).token;
}"""


def test_the_deployers_page_may_open_a_session_and_read_with_its_token(
    line: DeployedLine, page: Page
) -> None:
    page.goto(line.shop.url)

    opened, read, body = page.evaluate(OPEN_AND_ASK, line.ready.http_url)

    assert (opened, read) == (201, 200)
    assert body["messages"] == []


def test_the_deployers_page_may_open_a_socket(line: DeployedLine, page: Page) -> None:
    page.goto(line.shop.url)
    token = page.evaluate(OPEN_SESSION, line.ready.http_url)

    assert page.evaluate(GREET, [line.ready.websocket_url, token]) == "welcome"


def test_another_sites_page_may_do_neither(line: DeployedLine, page: Page) -> None:
    elsewhere = ShopPage(0, f"{line.ready.http_url}/chat/widget.js")
    elsewhere.start()
    try:
        page.goto(elsewhere.url)
        with pytest.raises(Error, match="Failed to fetch"):
            page.evaluate(OPEN_AND_ASK, line.ready.http_url)
        with pytest.raises(Error, match="refused"):
            page.evaluate(GREET, [line.ready.websocket_url, "no-token"])
    finally:
        elsewhere.stop()
