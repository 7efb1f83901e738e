"""Fault 31: the channel is away, and the windows that people have open are not."""

import pytest

from tests.faults.test_desk_trouble import MINUTE, PATIENT, TroubledWorld
from tests.journeys.world import DESK
from warmline.application.revealing import Reveal, Wish
from warmline.domain.errors import DeskUnreachable


@pytest.mark.fault(31)
def test_a_window_is_blanked_in_time_while_the_channel_is_away_and_nobody_takes_it_for_back() -> (
    None
):
    world = TroubledWorld(**PATIENT)
    conversation = world.hold()
    world.slack.trouble = DeskUnreachable("is_archived")
    world.customer("are you there?")
    world.live(2 * MINUTE)
    patience, find_agent = world.settling.patience, world.actions.find_agent
    reveal = Reveal(world.store, world.house, world.clock, patience, find_agent)

    reveal(Wish("U0ANA", conversation, "from", "the courier needs it", "V0WINDOW"))
    world.live(reveal.seconds + 2, sweep_every=30)

    assert world.desk.blanked == ["V0WINDOW"]
    outage = world.memory.find_outage(f"desk#{DESK}")
    assert outage is not None
    assert outage.next_probe is not None
