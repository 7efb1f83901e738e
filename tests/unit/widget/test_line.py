"""Faults of the way between browser and server: every message once and in order, whatever fails."""

from random import Random

import pytest
from playwright.sync_api import Page, expect

from sandbox.shop.shop import ShopPage
from tests.unit.widget.fake_chat import FakeChat
from tests.unit.widget.seen import Seen

TALK = ("one", "two", "three", "four")


def connected(chat: FakeChat, seen: Seen) -> None:
    seen.until(lambda: chat.sockets.count == 1)


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

    assert not [address for address in addresses if next(iter(chat.visits)) in address]


@pytest.mark.parametrize("cut", range(1, 2 * len(TALK) + 1))
def test_a_socket_cut_at_any_message_loses_and_doubles_nothing(
    chat: FakeChat, seen: Seen, cut: int
) -> None:
    connected(chat, seen)
    chat.answer = lambda text: f"re {text}"
    chat.faults.cut_before = {2 * cut}

    for text in TALK:
        seen.send(text)

    expect(seen.bubbles).to_have_count(2 * len(TALK))
    seen.shows(*chat.visit.texts)
    assert [text for text in chat.visit.texts if text in TALK] == list(TALK)


def test_a_socket_cut_at_every_message_loses_and_doubles_nothing(
    chat: FakeChat, seen: Seen
) -> None:
    connected(chat, seen)
    chat.answer = lambda text: f"re {text}"
    chat.faults.cut_before = set(range(2, 100, 2))

    for text in TALK:
        seen.send(text)
        expect(seen.log.get_by_text(f"re {text}")).to_be_visible()

    seen.shows(*chat.visit.texts)
    assert [text for text in chat.visit.texts if text in TALK] == list(TALK)


@pytest.mark.parametrize("seed", range(4))
def test_any_mix_of_cuts_losses_and_doubles_ends_with_the_servers_own_transcript(
    chat: FakeChat, seen: Seen, seed: int
) -> None:
    connected(chat, seen)
    chance = Random(seed)
    sequences = range(2, 60, 2)
    chat.answer = lambda text: f"re {text}"
    chat.faults.doubled = True
    chat.faults.cut_before = set(chance.sample(sequences, 5))
    chat.faults.dropped = set(chance.sample(sequences, 10))

    for number in range(8):
        seen.send(f"mine {number}")
        if chance.random() < 0.5:
            chat.say(f"theirs {number}", role="agent", name="Ana")
    seen.until(lambda: sum(text.startswith("mine") for text in chat.visit.texts) == 8, 30)
    chat.faults.dropped.clear()
    chat.say("the end")

    expect(seen.bubbles.last).to_have_text("the end")
    seen.shows(*chat.visit.texts)
    mine = [text for text in chat.visit.texts if text.startswith("mine")]
    assert mine == [f"mine {number}" for number in range(8)]


def test_doubled_frames_show_a_message_once(chat: FakeChat, seen: Seen) -> None:
    connected(chat, seen)
    chat.faults.doubled = True
    chat.answer = lambda text: f"re {text}"

    seen.send("one")
    seen.send("two")

    seen.shows("one", "re one", "two", "re two")


def test_a_gap_before_a_frame_is_fetched_and_shown_in_order(chat: FakeChat, seen: Seen) -> None:
    connected(chat, seen)
    chat.faults.dropped = {2, 4}

    chat.say("one")
    chat.say("two")
    chat.say("three")

    seen.shows("one", "two", "three")


@pytest.mark.parametrize("telling", ["conversation", "pong"])
def test_a_lost_last_frame_is_noticed_by_the_sequence_of_another(
    chat: FakeChat, seen: Seen, telling: str
) -> None:
    connected(chat, seen)
    chat.faults.dropped = {2}

    chat.say("lost")
    chat.push({"type": telling, "conversation": chat.visit.conversation})

    seen.shows("lost")


def test_without_sockets_it_polls(chat: FakeChat, page: Page, shop: ShopPage) -> None:
    chat.faults.refused_sockets = True
    chat.answer = lambda text: f"re {text}"
    page.goto(shop.url)
    seen = Seen(page)
    seen.open()

    seen.send("one")
    seen.shows("one", "re one")
    chat.say("and later", role="agent", name="Ana")

    seen.shows("one", "re one", "and later")
    assert chat.sockets.hellos == []


def test_sockets_that_come_back_are_used_again(chat: FakeChat, page: Page, shop: ShopPage) -> None:
    chat.faults.refused_sockets = True
    page.goto(shop.url)
    seen = Seen(page)
    seen.open()
    seen.says("You are writing with an AI")

    chat.faults.refused_sockets = False

    connected(chat, seen)
    seen.send("one")
    seen.shows("one")
    assert "POST messages" not in chat.calls


def test_a_failed_message_says_so_and_is_sent_on_retry(chat: FakeChat, seen: Seen) -> None:
    connected(chat, seen)
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
    connected(chat, seen)
    chat.faults.deaf_sockets = True
    chat.faults.lost_answers = 1

    seen.send("one")
    seen.send("two")

    expect(seen.log.get_by_text("Sent", exact=True)).to_be_visible()
    seen.shows("one", "two")
    assert chat.visit.texts == ["one", "two"]


def test_a_message_that_is_refused_can_be_taken_back_and_changed(
    chat: FakeChat, seen: Seen
) -> None:
    chat.faults.refused_sockets = True
    chat.sockets.cut_all()
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
    connected(chat, seen)
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

    expect(seen.bubbles).to_have_count(3, timeout=20_000)
    seen.shows("before", "one", "two")
    assert chat.visit.texts == ["before", "one", "two"]


def test_a_network_that_comes_back_is_used_at_once(chat: FakeChat, seen: Seen) -> None:
    connected(chat, seen)
    seen.page.context.set_offline(True)
    seen.says("No connection.")
    chat.sockets.cut_all()
    seen.send("one")

    seen.page.context.set_offline(False)

    expect(seen.log.get_by_text("Sent", exact=True)).to_be_visible()
    seen.shows("one")


def test_two_tabs_show_one_conversation(chat: FakeChat, seen: Seen, shop: ShopPage) -> None:
    connected(chat, seen)
    seen.send("from the first")
    seen.shows("from the first")
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
    connected(chat, seen)
    seen.send("old")
    seen.shows("old")
    chat.visits.clear()
    chat.sockets.cut_all()

    seen.send("new")

    expect(seen.bubbles).to_have_text(["new"])
    seen.until(lambda: chat.visit.texts == ["new"])
