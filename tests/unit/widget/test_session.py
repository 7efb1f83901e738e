"""One browser is one session: over reloads and tabs, and never another customer's."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from sandbox.shop.shop import ShopPage
from tests.unit.widget.fake_chat import FakeChat
from tests.unit.widget.seen import Seen


def test_a_reload_shows_the_same_conversation_and_goes_on(
    chat: FakeChat, seen: Seen, shop: ShopPage
) -> None:
    chat.answer = lambda text: f"re {text}"
    seen.send("one")
    seen.shows("one", "re one")
    seen.input.fill("not sent yet")

    seen.page.goto(shop.url)

    seen.shows("one", "re one")
    expect(seen.input).to_have_value("not sent yet")
    seen.send("two")
    seen.shows("one", "re one", "two", "re two")
    assert len(chat.visits) == 1


def test_the_token_is_in_no_address(chat: FakeChat, seen: Seen) -> None:
    addresses: list[str] = []
    seen.page.on("request", lambda request: addresses.append(request.url))
    chat.faults.refused_sockets = True
    seen.send("one")
    seen.shows("one")
    seen.until(lambda: bool(chat.visits))

    assert not [address for address in addresses if next(iter(chat.visits)) in address]


def test_two_tabs_show_one_conversation(chat: FakeChat, seen: Seen, shop: ShopPage) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    seen.send("from the first")
    seen.until(lambda: bool(chat.visits) and chat.visit.texts == ["from the first"])
    other = Seen(seen.page.context.new_page())
    other.page.goto(shop.url)
    other.open()

    other.send("from the second")

    other.shows("from the first", "from the second")
    seen.shows("from the first", "from the second")
    assert len(chat.visits) == 1


def test_a_session_that_the_server_forgot_is_replaced_and_nothing_written_is_lost(
    chat: FakeChat, seen: Seen
) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    seen.send("old")
    expect(seen.log.get_by_text("Sent", exact=True)).to_be_visible()
    chat.visits.clear()
    chat.sockets.cut_all()

    seen.send("new")

    expect(seen.bubbles).to_have_text(["new"])
    seen.until(lambda: chat.visit.texts == ["new"])


def test_a_site_can_vouch_for_its_customer(
    chat: FakeChat, page: Page, site: Callable[[str], str]
) -> None:
    page.goto(site('data-customer-id="c-1" data-identity-proof="good" data-locale="de"'))
    Seen(page).open()

    Seen(page).until(lambda: len(chat.identities) == 1)
    about = chat.identities[0]
    assert (about["customer_id"], about["identity_proof"]) == ("c-1", "good")
    assert about["locale"] == "de"


def test_a_proof_that_grew_old_does_not_shut_its_customer_out(
    chat: FakeChat, page: Page, site: Callable[[str], str]
) -> None:
    page.goto(site('data-customer-id="c-1" data-identity-proof="old"'))
    seen = Seen(page)
    seen.open()

    seen.send("help")

    seen.shows("help")
    seen.until(lambda: len(chat.identities) == 2)
    assert "customer_id" not in chat.identities[1]


def test_the_next_customer_on_the_same_computer_sees_nothing_of_the_last(
    chat: FakeChat, page: Page, site: Callable[[str], str]
) -> None:
    page.goto(site('data-customer-id="c-1" data-identity-proof="good"'))
    seen = Seen(page)
    seen.open()
    seen.send("mine alone")
    seen.shows("mine alone")
    expect(seen.panel.get_by_text("Sent")).to_be_visible()
    chat.faults.message_statuses = [503] * 2
    chat.faults.deaf_sockets = True
    seen.send("mine and not sent")
    expect(seen.retry).to_be_visible()
    seen.input.fill("mine and not finished")

    page.goto(site('data-customer-id="c-2" data-identity-proof="good"'))

    seen.open()
    seen.until(lambda: len(chat.visits) == 2)
    expect(seen.panel.get_by_text("Hi! How can we help?")).to_be_visible()
    expect(seen.input).to_have_value("")
    seen.shows()
    assert chat.visit.texts == []
