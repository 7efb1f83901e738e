"""What `deliver_message` does with a send that nobody can tell of, over a line in memory."""

from datetime import timedelta

from tests.journeys.world import RememberingChannel, World
from warmline.domain.address import Address, Channel
from warmline.domain.errors import UnknownDelivery
from warmline.domain.outgoing import Outgoing, Status, Task

THE_CUSTOMER = Address.sms("+15551230001", "+15550006789")


class LostChannel(RememberingChannel):
    """A provider that never got what it was given."""

    def look_up(self, row: Outgoing) -> str | None:
        _ = row
        return None


class SlowChannel(RememberingChannel):
    """A provider that takes its time over each message."""

    def send(self, row: Outgoing) -> str:
        self.clock.forward(1.5)
        return super().send(row)


def owed(world: World) -> list[Outgoing]:
    rows = [row for row in world.memory.rows.values() if isinstance(row, Outgoing)]
    return [row for row in rows if row.task is Task.SAY]


def test_a_lost_send_is_not_sent_again_to_somebody_who_has_opted_out_since() -> None:
    world = World()
    channel = LostChannel(world.clock)
    world.channels[Channel.SMS] = channel
    world.deliver.channels[Channel.SMS] = channel  # type: ignore[index]  # a test's own
    channel.failures.append(UnknownDelivery("no_answer"))
    world.customer("How do I return an item?", THE_CUSTOMER)
    world.settle(2)
    [row] = owed(world)
    assert row.status is Status.UNKNOWN
    channel.sent.clear()

    world.customer("STOP", THE_CUSTOMER)
    world.live(300)

    assert channel.sent == []
    [row] = owed(world)
    assert (row.status, row.error) == (Status.CANCELLED, "opted_out")


def test_a_run_ends_while_there_is_time_for_what_it_has_begun() -> None:
    world = World()
    channel = SlowChannel(world.clock)
    world.channels[Channel.SMS] = channel
    world.deliver.channels[Channel.SMS] = channel  # type: ignore[index]  # a test's own
    world.hire()
    opened = world.customer("human please", THE_CUSTOMER)
    world.settle(30)
    world.actions.claim("U0ANA", opened.conversation)
    world.settle(30)
    channel.sent.clear()
    for number in range(8):
        world.words(f"line {number}")
    started = world.clock()

    world.deliver(THE_CUSTOMER.value)

    assert world.clock() - started < timedelta(seconds=10 - 6)
    assert 1 <= len(channel.sent) < 8
    world.settle(60)
    assert channel.texts == [f"line {number}" for number in range(8)]
