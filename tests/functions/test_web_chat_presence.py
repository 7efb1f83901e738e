"""The card tells whether the customer still has the page open."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from tests.functions.web_chat_world import WebVisitor, WebWorld, kinds
from tests.journeys.world import impatient
from warmline.adapters.slack.blocks import card_blocks
from warmline.application.ports import ConversationStore
from warmline.application.presence import NotePresence
from warmline.domain.outgoing import Outgoing, Task
from warmline.domain.records import Connection


def waiting_on_the_page() -> tuple[WebWorld, WebVisitor]:
    """A customer who waits for a person, with the page open."""
    world = WebWorld()
    visitor = world.visitor()
    visitor.hello("c1")
    visitor.ask()
    world.settle()
    return world, visitor


def seen(world: WebWorld) -> str:
    """What the only card shows now."""
    world.settle()
    [card] = world.desk.cards.values()
    return json.dumps(card_blocks(card))


def edits(world: WebWorld) -> int:
    return len([row for row in world.rows(Outgoing) if row.task is Task.CARD])


def test_the_card_says_that_the_customer_is_on_the_page() -> None:
    world, _ = waiting_on_the_page()

    assert "*On the page* since" in seen(world)


def test_the_card_says_how_long_ago_the_customer_left_and_that_they_are_back() -> None:
    world, visitor = waiting_on_the_page()

    world.drop("c1")
    left = int(world.clock().timestamp())

    assert f"*Left the page* <!date^{left}^{{ago}}|09:00 UTC>" in seen(world)
    world.clock.forward(240)
    visitor.hello("c2")
    assert "*On the page* since" in seen(world)
    assert len(world.desk.posted) == 1


def test_a_second_tab_keeps_the_customer_on_the_page() -> None:
    world, visitor = waiting_on_the_page()
    visitor.hello("c2")
    before = edits(world)

    world.drop("c1")

    assert "*On the page* since" in seen(world)
    assert edits(world) == before
    world.drop("c2")
    assert "*Left the page*" in seen(world)


def test_a_socket_that_is_found_gone_is_a_customer_who_left() -> None:
    world, visitor = waiting_on_the_page()
    world.drop("c1", told=False)
    assert "*On the page* since" in seen(world)

    visitor.send("Are you there?")

    assert "*Left the page*" in seen(world)


def test_nobody_is_said_to_have_left_a_page_that_never_had_a_socket() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.ask()

    assert "the page*" not in seen(world)


def test_who_opens_the_page_while_they_wait_is_there() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.ask()
    world.settle()

    visitor.hello("c1")

    assert "*On the page* since" in seen(world)


def test_coming_and_going_outside_the_desk_moves_no_card() -> None:
    world = WebWorld()
    visitor = world.visitor()
    visitor.send("Where is my order?")
    world.settle()

    for number in range(3):
        visitor.hello(f"c{number}")
        world.drop(f"c{number}")
        world.settle()

    assert edits(world) == 0


def test_a_table_that_does_not_take_the_presence_stops_no_hello() -> None:
    world = WebWorld()
    world.troubles.failing.add("find_presence")

    assert kinds(world.visitor().hello("c1")) == ["welcome"]
    world.drop("c1")

    assert world.sockets_known == set()


@dataclass
class Interrupted:
    """A table at which something else happens right after the sockets were looked for."""

    table: ConversationStore
    meanwhile: list[Callable[[], object]]

    def connections(self, session: str) -> list[Connection]:
        found = self.table.connections(session)
        while self.meanwhile:
            self.meanwhile.pop()()
        return found

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the table has
        return getattr(self.table, name)


def test_who_comes_back_in_the_very_moment_of_leaving_is_there() -> None:
    world, visitor = waiting_on_the_page()
    world.troubles.failing.add("find_presence")
    world.drop("c1")
    world.troubles.failing.clear()
    store = Interrupted(world.store, [lambda: visitor.hello("c2")])
    presence = NotePresence(cast("ConversationStore", store), world.house, world.clock, impatient())

    presence.left(visitor.session)

    assert "*On the page* since" in seen(world)
