"""The plain way: someone writes, is answered, and sees who speaks."""

import pytest
from playwright.sync_api import Page, expect

from sandbox.shop.shop import ShopPage
from tests.unit.widget.fake_chat import FakeChat
from tests.unit.widget.seen import Seen


def test_a_message_is_sent_by_the_socket_and_answered(chat: FakeChat, seen: Seen) -> None:
    chat.answer = lambda text: f"About “{text}”: yes."
    seen.until(lambda: chat.sockets.count == 1)

    seen.send("Is it in stock?")

    seen.shows("Is it in stock?", "About “Is it in stock?”: yes.")
    expect(seen.log.get_by_text("Sent", exact=True)).to_be_visible()
    assert "POST messages" not in chat.calls
    assert seen.problems == []


def test_the_bot_is_labelled_ai_and_a_human_has_a_name(chat: FakeChat, seen: Seen) -> None:
    seen.until(lambda: chat.sockets.count == 1)

    chat.say("I can look that up.")
    chat.say("Ana joined.", kind="notice")
    chat.say("Hi, I am here.", role="agent", name="Ana")

    seen.shows("I can look that up.", "Ana joined.", "Hi, I am here.")
    rows = seen.log.locator(".row:not(.draft)")
    expect(rows.nth(0).locator(".who")).to_have_text("AI")
    expect(rows.nth(1).locator(".who")).to_be_empty()
    expect(rows.nth(2).locator(".who")).to_contain_text("Ana")


def test_a_person_can_be_asked_for_before_any_message(chat: FakeChat, seen: Seen) -> None:
    seen.person.click()

    seen.says("Waiting for a person…")
    seen.says("number 1 in line")
    seen.shows("We are getting a person for you.")
    expect(seen.person).to_be_visible()
    assert chat.calls.count("POST handoff") == 1


def test_a_refused_request_for_a_person_is_asked_again_until_heard(
    chat: FakeChat, seen: Seen
) -> None:
    chat.faults.handoff_statuses = [503] * 50
    seen.person.click()
    seen.says("We could not reach our people just now.")

    chat.faults.handoff_statuses.clear()

    seen.says("Waiting for a person…")


def test_a_request_for_a_person_survives_a_reload(
    chat: FakeChat, seen: Seen, shop: ShopPage
) -> None:
    chat.faults.handoff_statuses = [503] * 50
    seen.person.click()
    seen.says("We could not reach our people just now.")
    chat.faults.handoff_statuses.clear()

    seen.page.goto(shop.url)

    seen.says("Waiting for a person…")


@pytest.mark.parametrize(
    ("state", "more", "text"),
    [
        ("waiting", {}, "Waiting for a person…"),
        ("waiting", {"position": 3, "estimated_wait_seconds": 200}, "about 4 min"),
        ("with_agent", {"agent_name": "Ana"}, "You are talking with Ana"),
        ("bot", {}, "You are writing with an AI"),
        ("closed", {}, "This conversation has ended."),
    ],
)
def test_the_state_of_the_conversation_is_told(
    chat: FakeChat, seen: Seen, state: str, more: dict[str, object], text: str
) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    chat.say("Hello.")

    chat.become(state, **more)

    seen.says(text)


def test_typing_and_a_draft_are_shown_and_the_message_replaces_them(
    chat: FakeChat, seen: Seen
) -> None:
    seen.until(lambda: chat.sockets.count == 1)

    chat.push({"type": "typing", "role": "bot"})
    expect(seen.panel.get_by_text("AI is typing…")).to_be_visible()
    chat.push({"type": "draft", "turn": "t1", "text": "Your order"})
    draft = seen.log.locator(".row.draft")
    expect(draft).to_contain_text("Your order")
    chat.say("Your order is on its way.")

    seen.shows("Your order is on its way.")
    chat.push({"type": "draft", "turn": "t1", "text": "Your order is"})
    chat.push({"type": "typing", "role": "agent"})
    expect(seen.panel.get_by_text("is typing…")).to_be_visible()
    expect(draft).to_be_hidden()


def test_an_agent_is_told_that_the_customer_types_and_a_bot_is_not(
    chat: FakeChat, seen: Seen
) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    seen.input.press_sequentially("to the bot")
    chat.become("with_agent", agent_name="Ana")
    seen.says("Ana")

    seen.input.press_sequentially("to Ana")

    seen.until(lambda: {"action": "typing"} in chat.sockets.received)
    assert chat.sockets.received == [{"action": "typing"}]


def test_an_edit_changes_the_message_it_names(chat: FakeChat, seen: Seen) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    first = chat.say("Ten days.", role="agent", name="Ana")
    chat.say("Anything else?", role="agent", name="Ana")

    chat.edit(first, "Two days.")

    seen.shows("Two days.", "Anything else?")
    expect(seen.log.get_by_text("edited", exact=True)).to_be_visible()


def test_a_file_is_a_link_that_opens_beside_the_page(chat: FakeChat, seen: Seen) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    url = "https://line.example/chat/files/f1.x.1.y"
    sent = chat.send_file("label.pdf", url)

    link = seen.log.get_by_role("link", name="label.pdf (47 KB)")
    expect(link).to_have_attribute("href", url)
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")

    chat.edit(sent, "This message was taken back.")
    seen.shows("This message was taken back.")
    expect(seen.log.get_by_role("link")).to_have_count(0)


def test_a_file_leads_nowhere_but_to_the_web(chat: FakeChat, seen: Seen) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    chat.send_file("<b>label</b>.pdf", "javascript:document.title='owned'", size=0)

    expect(seen.log.get_by_text("<b>label</b>.pdf", exact=True)).to_be_visible()
    expect(seen.log.get_by_role("link")).to_have_count(0)


def test_a_closed_panel_counts_what_was_not_read(
    chat: FakeChat, seen: Seen, shop: ShopPage
) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    chat.say("First.")
    seen.shows("First.")
    seen.page.keyboard.press("Escape")
    chat.say("Second.", role="agent", name="Ana")

    expect(seen.launcher).to_contain_text("unread: 1")
    expect(seen.page.get_by_role("status")).to_contain_text("New message from Ana")
    seen.page.goto(shop.url)
    expect(seen.launcher).to_contain_text("unread: 1")
    seen.open()
    seen.page.keyboard.press("Escape")
    expect(seen.launcher).not_to_contain_text("unread")


@pytest.mark.parametrize(
    ("locale", "person"),
    [("es", "Hablar con una persona"), ("de-AT", "Mit einem Menschen sprechen")],
)
def test_it_speaks_the_pages_language(page: Page, shop: ShopPage, locale: str, person: str) -> None:
    page.goto(f"{shop.url}/?locale={locale}")
    page.locator("button.launcher").click()

    expect(page.get_by_role("button", name=person)).to_be_visible()


def test_a_page_can_open_the_chat_itself(page: Page, shop: ShopPage) -> None:
    page.goto(shop.url)

    page.get_by_role("button", name="Ask us anything.").click()

    expect(page.get_by_role("dialog", name="Fern & Oak")).to_be_visible()
