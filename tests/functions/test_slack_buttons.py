"""Nothing that the app draws is dead: every button of a card and of the pinned message acts."""

import pytest

from tests.code.test_slack_manifest import the_line
from tests.functions.slack_windows import actions_in
from tests.functions.webhook_world import WebhookWorld
from tests.journeys.world import SLACK, SMS, WEB
from warmline.adapters.slack.blocks import card_blocks
from warmline.adapters.slack.shift_message import VERB_OF, shift_blocks
from warmline.domain.address import Address
from warmline.domain.card import card_of
from warmline.domain.conversation import Head
from warmline.domain.states import State

BY_STATE = {
    State.WAITING: {"claim", "transcript", "why", "reveal"},
    State.WITH_AGENT: {
        "release",
        "transfer",
        "hand_back",
        "hand_back_note",
        "resolve",
        "resolve_unsolved",
        "draft",
        "canned",
        "reveal",
        "transcript",
        "why",
    },
    State.BOT: {"transcript"},
    State.CLOSED: {"reopen", "transcript"},
}
BUTTON_OF_VERB = {
    "next": "next_case",
    "queue": "queue",
    "cases": "my_cases",
    "me": "my_cases",
    "handback": "hand_back",
    "unsolved": "resolve_unsolved",
    "reply": "canned",
    "on": "shift_on",
    "break": "shift_break",
    "off": "shift_off",
}
"""Where a word and its button differ; the words of leads have theirs on the app's Home."""
LEADS = {"agents", "add", "suspend"}


def answered() -> set[str]:
    return {*VERB_OF, *(action for part in the_line().parts for action in part.presses())}


@pytest.mark.parametrize("address", [SMS, WEB, SLACK], ids=["sms", "web", "slack"])
@pytest.mark.parametrize("state", BY_STATE, ids=str)
def test_a_card_has_the_buttons_of_its_state_and_each_of_them_acts(
    state: State, address: Address
) -> None:
    drawn = actions_in(card_blocks(card_of(case_in(state, address))))

    assert set(drawn) == BY_STATE[state]
    assert set(drawn) <= answered()
    assert len(drawn) == len(set(drawn))


def test_every_button_of_the_pinned_message_acts() -> None:
    assert set(actions_in(shift_blocks())) <= answered()


def test_every_word_that_can_be_typed_is_a_button_too() -> None:
    """Guests may not type commands: nothing needs one."""
    drawn = {action for state in BY_STATE for action in BY_STATE[state]}
    drawn |= set(actions_in(shift_blocks()))

    words = set(the_line().verbs()) - LEADS
    assert {word for word in words if BUTTON_OF_VERB.get(word, word) not in drawn} == set()


def case_in(state: State, address: Address) -> Head:
    """A case at the desk, brought to a state by the people who bring it there."""
    world = WebhookWorld()
    case = world.hold(address)
    act = {
        State.WAITING: world.actions.release,
        State.BOT: world.actions.hand_back,
        State.CLOSED: world.actions.resolve,
    }.get(state)
    if act is not None:
        act("U0ANA", case)
    return world.head(case)
