"""Faults of the way between browser and server: every message once and in order, whatever fails."""

from random import Random

import pytest
from playwright.sync_api import Page, expect

from sandbox.shop.shop import ShopPage
from tests.unit.widget.fake_chat import FakeChat
from tests.unit.widget.seen import Seen

TALK = ("one", "two", "three", "four")


@pytest.mark.parametrize("cut", range(1, 2 * len(TALK) + 1))
def test_a_socket_cut_at_any_message_loses_and_doubles_nothing(
    chat: FakeChat, seen: Seen, cut: int
) -> None:
    seen.until(lambda: chat.sockets.count == 1)
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
    seen.until(lambda: chat.sockets.count == 1)
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
    seen.until(lambda: chat.sockets.count == 1)
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
    seen.until(lambda: chat.sockets.count == 1)
    chat.faults.doubled = True
    chat.answer = lambda text: f"re {text}"

    seen.send("one")
    seen.send("two")

    seen.shows("one", "re one", "two", "re two")


def test_a_gap_before_a_frame_is_fetched_and_shown_in_order(chat: FakeChat, seen: Seen) -> None:
    seen.until(lambda: chat.sockets.count == 1)
    chat.faults.dropped = {2, 4}

    chat.say("one")
    chat.say("two")
    chat.say("three")

    seen.shows("one", "two", "three")


@pytest.mark.parametrize("telling", ["conversation", "pong"])
def test_a_lost_last_frame_is_noticed_by_the_sequence_of_another(
    chat: FakeChat, seen: Seen, telling: str
) -> None:
    seen.until(lambda: chat.sockets.count == 1)
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

    seen.until(lambda: chat.sockets.count == 1)
    seen.send("one")
    seen.shows("one")
    assert "POST messages" not in chat.calls
