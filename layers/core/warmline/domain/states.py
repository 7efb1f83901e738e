"""The states of a conversation and the one table of what may happen in each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from warmline.domain.errors import InvalidTransition, Refusal, Refused


class State(StrEnum):
    """Who owns a conversation."""

    NONE = "none"
    BOT = "bot"
    WAITING = "waiting"
    WITH_AGENT = "with_agent"
    CLOSED = "closed"


class Event(StrEnum):
    """What can happen to a conversation."""

    MESSAGE = "message"
    ASK = "ask"
    RETURN = "return"  # soon after a human had it
    REPEAT = "repeat"  # the same topic within days
    AFTERWORD = "afterword"  # a survey's digit, thanks or a goodbye after the end
    OPT_OUT = "opt_out"
    WITHDRAW = "withdraw"  # the customer no longer wants a human
    ANSWER = "answer"  # the bot's
    HANDOFF = "handoff"
    MOVE = "move"  # to another team, or widened
    CLAIM = "claim"
    REPLY = "reply"  # the holder's
    RELEASE = "release"  # by hand, by a lease that ended, by the end of a shift
    TRANSFER = "transfer"
    HAND_BACK = "hand_back"
    RESOLVE = "resolve"
    IDLE = "idle"
    LEFT = "left"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class Move:
    """Where an event leads: the state after, whether the owner changes, whether a new one opens."""

    to: State
    new_owner: bool = False
    opens: bool = False


_STAY_BOT = Move(State.BOT)
_STAY_WAITING = Move(State.WAITING)
_STAY_AGENT = Move(State.WITH_AGENT)
_STAY_CLOSED = Move(State.CLOSED)
_TO_BOT = Move(State.BOT, new_owner=True)
_TO_WAITING = Move(State.WAITING, new_owner=True)
_TO_AGENT = Move(State.WITH_AGENT, new_owner=True)
_TO_CLOSED = Move(State.CLOSED, new_owner=True)
_OPEN_BOT = Move(State.BOT, opens=True)
_OPEN_WAITING = Move(State.WAITING, opens=True)
_OPEN_AGENT = Move(State.WITH_AGENT, opens=True)

_HOLDERS_PRESSES = (Event.REPLY, Event.RELEASE, Event.TRANSFER, Event.HAND_BACK)

TRANSITIONS: Mapping[tuple[State, Event], Move | Refusal] = {
    (State.NONE, Event.MESSAGE): _OPEN_BOT,
    (State.NONE, Event.ASK): _OPEN_WAITING,
    (State.NONE, Event.OPT_OUT): Move(State.NONE),
    (State.BOT, Event.MESSAGE): _STAY_BOT,
    (State.BOT, Event.ASK): _TO_WAITING,
    (State.BOT, Event.OPT_OUT): _TO_CLOSED,
    (State.BOT, Event.ANSWER): _STAY_BOT,
    (State.BOT, Event.HANDOFF): _TO_WAITING,
    (State.BOT, Event.RESOLVE): _TO_CLOSED,
    (State.BOT, Event.IDLE): _TO_CLOSED,
    (State.BOT, Event.LEFT): _TO_CLOSED,
    (State.BOT, Event.CLAIM): Refusal.NOT_WAITING,
    **{(State.BOT, event): Refusal.NOT_YOURS for event in _HOLDERS_PRESSES},
    (State.BOT, Event.REOPEN): Refusal.STILL_OPEN,
    (State.WAITING, Event.MESSAGE): _STAY_WAITING,
    (State.WAITING, Event.ASK): _STAY_WAITING,
    (State.WAITING, Event.OPT_OUT): _TO_CLOSED,
    (State.WAITING, Event.WITHDRAW): _TO_BOT,
    (State.WAITING, Event.MOVE): _STAY_WAITING,
    (State.WAITING, Event.CLAIM): _TO_AGENT,
    (State.WAITING, Event.ANSWER): Refusal.OUT_OF_DATE,
    (State.WAITING, Event.HANDOFF): Refusal.OUT_OF_DATE,
    **{(State.WAITING, event): Refusal.NOT_YOURS for event in _HOLDERS_PRESSES},
    (State.WAITING, Event.RESOLVE): Refusal.NOT_YOURS,
    (State.WAITING, Event.REOPEN): Refusal.STILL_OPEN,
    (State.WITH_AGENT, Event.MESSAGE): _STAY_AGENT,
    (State.WITH_AGENT, Event.ASK): _STAY_AGENT,
    (State.WITH_AGENT, Event.OPT_OUT): _TO_CLOSED,
    (State.WITH_AGENT, Event.REPLY): _STAY_AGENT,
    (State.WITH_AGENT, Event.RELEASE): _TO_WAITING,
    (State.WITH_AGENT, Event.TRANSFER): _TO_WAITING,
    (State.WITH_AGENT, Event.HAND_BACK): _TO_BOT,
    (State.WITH_AGENT, Event.RESOLVE): _TO_CLOSED,
    (State.WITH_AGENT, Event.IDLE): _TO_CLOSED,
    (State.WITH_AGENT, Event.LEFT): _TO_CLOSED,
    (State.WITH_AGENT, Event.CLAIM): Refusal.ALREADY_CLAIMED,
    (State.WITH_AGENT, Event.ANSWER): Refusal.OUT_OF_DATE,
    (State.WITH_AGENT, Event.HANDOFF): Refusal.OUT_OF_DATE,
    (State.WITH_AGENT, Event.REOPEN): Refusal.STILL_OPEN,
    (State.CLOSED, Event.MESSAGE): _OPEN_BOT,
    (State.CLOSED, Event.ASK): _OPEN_WAITING,
    (State.CLOSED, Event.RETURN): _OPEN_WAITING,
    (State.CLOSED, Event.REPEAT): _OPEN_WAITING,
    (State.CLOSED, Event.REOPEN): _OPEN_AGENT,
    (State.CLOSED, Event.AFTERWORD): _STAY_CLOSED,
    (State.CLOSED, Event.OPT_OUT): _STAY_CLOSED,
    (State.CLOSED, Event.CLAIM): Refusal.NO_LONGER_OPEN,
    (State.CLOSED, Event.ANSWER): Refusal.OUT_OF_DATE,
    (State.CLOSED, Event.HANDOFF): Refusal.OUT_OF_DATE,
    **{(State.CLOSED, event): Refusal.NO_LONGER_OPEN for event in _HOLDERS_PRESSES},
    (State.CLOSED, Event.RESOLVE): Refusal.NO_LONGER_OPEN,
}


def move_for(state: State, event: Event) -> Move:
    """Return where the event leads from this state.

    Raises Refused with the reason when it comes too late, InvalidTransition when no caller may ask.
    """
    outcome = TRANSITIONS.get((state, event))
    if outcome is None:
        raise InvalidTransition(state, event)
    if isinstance(outcome, Refusal):
        raise Refused(outcome)
    return outcome
