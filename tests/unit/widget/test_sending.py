"""Messages that do not get through at once: said so, kept, and sent once in the end."""

from playwright.sync_api import expect

from sandbox.shop.shop import ShopPage
from tests.unit.widget.fake_chat import FakeChat
from tests.unit.widget.seen import Seen


def test_a_failed_message_says_so_and_is_sent_on_retry(chat: FakeChat, seen: Seen) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    chat.faults.deaf_sockets = True
    chat.faults.message_statuses = [503, 503]
    seen.send("one")
    expect(seen.log.get_by_text("Sending…")).to_be_visible()
    expect(seen.log.get_by_text("Not sent")).to_be_visible()

    seen.retry.click()

    expect(seen.log.get_by_text("Sent", exact=True)).to_be_visible()
    seen.shows("one")
    expect(seen.input).to_be_focused()
    assert chat.visit.texts == ["one"]


def test_a_stored_message_whose_answer_was_lost_is_not_stored_twice(
    chat: FakeChat, seen: Seen
) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    chat.faults.deaf_sockets = True
    chat.faults.lost_answers = 1

    seen.send("one")
    seen.send("two")

    expect(seen.log.get_by_text("Sent", exact=True)).to_be_visible()
    seen.shows("one", "two")
    seen.until(lambda: chat.visit.texts == ["one", "two"])


def test_a_message_that_is_refused_can_be_taken_back_and_changed(
    chat: FakeChat, seen: Seen
) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    chat.faults.deaf_sockets = True
    chat.faults.message_statuses = [413]
    seen.send("too much")
    expect(seen.log.get_by_text("Not sent: too long")).to_be_visible()

    seen.panel.get_by_role("button", name="Edit").click()

    expect(seen.input).to_have_value("too much")
    seen.send("less")
    seen.shows("less")


def test_what_is_written_offline_survives_a_reload_and_is_sent_once(
    chat: FakeChat, seen: Seen, shop: ShopPage
) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    seen.send("before")
    seen.shows("before")
    chat.faults.unreachable = True
    chat.sockets.cut_all()
    seen.send("one")
    seen.send("two")
    seen.says("No connection.")

    seen.page.route("**/chat/widget.js", lambda route: route.fulfill(body=chat.script))
    seen.page.goto(shop.url)
    seen.shows("one", "two")
    chat.faults.unreachable = False

    seen.until(lambda: chat.visit.texts == ["before", "one", "two"], 20)
    seen.shows("before", "one", "two")
    expect(seen.log.get_by_text("Sent", exact=True)).to_be_visible()


def test_a_network_that_comes_back_is_used_at_once(chat: FakeChat, seen: Seen) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    seen.page.context.set_offline(True)
    seen.says("No connection.")
    chat.sockets.cut_all()
    seen.send("one")

    seen.page.context.set_offline(False)

    expect(seen.log.get_by_text("Sent", exact=True)).to_be_visible()
    seen.shows("one")
