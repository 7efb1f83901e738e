"""What the bot writes for an agent, and what is said of its lost words, is blind to numbers too."""

from tests.journeys.world import World
from warmline.application.drafts import AskForDraft
from warmline.application.ports import Answer
from warmline.domain.address import Channel
from warmline.domain.errors import PermanentDeliveryError

BARE = "5551230001"
"""The number that they write from, as no pattern of numbers knows it."""


def test_a_draft_that_repeats_the_customers_number_shows_the_agent_none() -> None:
    world = World()
    conversation = world.hold()
    world.customer(f"When does it come? You can text {BARE}")
    world.script.append(Answer(f"On Friday. We will text {BARE} before."))
    ask = AskForDraft(world.store, world.clock, world.settling.patience)

    ask(world.head(conversation), "U0ANA", "V0WINDOW")
    world.settle(5)

    assert world.desk.drafts["V0WINDOW"].text == (
        "On Friday. We will text [phone number hidden] before."
    )


def test_what_is_said_of_lost_words_hides_the_customers_number() -> None:
    world = World()
    world.hold()
    world.channels[Channel.SMS].failures = [PermanentDeliveryError("30003")]

    world.words(f"We will text {BARE} before")
    world.settle(5)

    assert any("Not delivered" in line for line in world.thread)
    assert not any(BARE in line for line in world.thread)
