"""Every pair of state and event: it leads somewhere, is refused with a reason, or raises."""

import itertools

import pytest

from warmline.domain.errors import InvalidTransition, Refusal, Refused
from warmline.domain.states import TRANSITIONS, Event, Move, State, move_for

# The table of the design, written down a second time: what a pair gives, in one letter a state.
# b bot, w waiting, a with an agent, c closed, n none; capitals open a new conversation;
# + a new owner; r refused; . raises.
EXPECTED = {
    #                 none   bot    waiting  agent  closed
    Event.MESSAGE: ("B", "b", "w", "a", "B"),
    Event.ASK: ("W", "w+", "w", "a", "W"),
    Event.RETURN: (".", ".", ".", ".", "W"),
    Event.REPEAT: (".", ".", ".", ".", "W"),
    Event.AFTERWORD: (".", ".", ".", ".", "c"),
    Event.OPT_OUT: ("n", "c+", "c+", "c+", "c"),
    Event.WITHDRAW: (".", ".", "b+", ".", "."),
    Event.ANSWER: (".", "b", "r", "r", "r"),
    Event.HANDOFF: (".", "w+", "r", "r", "r"),
    Event.MOVE: (".", ".", "w", ".", "."),
    Event.CLAIM: (".", "r", "a+", "r", "r"),
    Event.REPLY: (".", "r", "r", "a", "r"),
    Event.RELEASE: (".", "r", "r", "w+", "r"),
    Event.TRANSFER: (".", "r", "r", "w+", "r"),
    Event.HAND_BACK: (".", "r", "r", "b+", "r"),
    Event.RESOLVE: (".", "c+", "r", "c+", "r"),
    Event.IDLE: (".", "c+", ".", "c+", "."),
    Event.LEFT: (".", "c+", ".", "c+", "."),
    Event.REOPEN: (".", "r", "r", "r", "A"),
}
LETTERS = {
    "n": State.NONE,
    "b": State.BOT,
    "w": State.WAITING,
    "a": State.WITH_AGENT,
    "c": State.CLOSED,
}


@pytest.mark.parametrize(("state", "event"), list(itertools.product(State, Event)))
def test_every_pair_gives_what_the_design_says(state: State, event: Event) -> None:
    code = EXPECTED[event][list(State).index(state)]
    if code == ".":
        with pytest.raises(InvalidTransition):
            move_for(state, event)
    elif code == "r":
        with pytest.raises(Refused) as refused:
            move_for(state, event)
        assert refused.value.reason in Refusal
    else:
        expected = Move(LETTERS[code[0].lower()], new_owner="+" in code, opens=code[0].isupper())
        assert move_for(state, event) == expected


@pytest.mark.parametrize("state", [State.BOT, State.WAITING, State.WITH_AGENT])
def test_a_customers_message_is_legal_in_every_open_state(state: State) -> None:
    assert move_for(state, Event.MESSAGE).to is state


def test_a_human_is_reached_from_everywhere_by_asking() -> None:
    for state in State:
        assert move_for(state, Event.ASK).to in {State.WAITING, State.WITH_AGENT}


def test_a_waiting_conversation_leaves_the_queue_by_a_persons_act_only() -> None:
    persons_acts = {Event.CLAIM, Event.WITHDRAW, Event.OPT_OUT}
    leaving = {
        event
        for (state, event), outcome in TRANSITIONS.items()
        if state is State.WAITING and isinstance(outcome, Move) and outcome.to is not State.WAITING
    }
    assert leaving == persons_acts


def test_too_late_a_press_is_refused_and_never_raises() -> None:
    presses = {Event.CLAIM, Event.RELEASE, Event.HAND_BACK, Event.RESOLVE, Event.REPLY}
    for state, event in itertools.product(set(State) - {State.NONE}, presses):
        try:
            move_for(state, event)
        except Refused as refused:
            assert refused.reason in Refusal  # noqa: PT017 - either is right, but nothing else
