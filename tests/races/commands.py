"""Everything that can be done to one case, by name; and cases to do it to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import cast

from bench.line import DESK, Line, make_patience, read_house
from tests.journeys.world import START
from warmline.adapters.memory import MemoryStore
from warmline.application.ports import ConversationStore
from warmline.application.receive_message import Incoming
from warmline.application.reply import DeskWords
from warmline.application.taking_back import DecideHeld
from warmline.domain.address import Address
from warmline.domain.agent import Agent
from warmline.domain.conversation import Posted
from warmline.domain.errors import Refused
from warmline.domain.states import State
from warmline.domain.writes import Put, Write

HOUSE = read_house()


@dataclass(frozen=True, slots=True)
class Case:
    """One customer with one conversation, and two agents of its own."""

    number: int

    @property
    def address(self) -> Address:
        return Address.sms(f"+1555{self.number:07}", "+15550006789")

    @property
    def conversation(self) -> str:
        return f"case-{self.number}"

    @property
    def ana(self) -> str:
        return f"UANA{self.number}"

    @property
    def ben(self) -> str:
        return f"UBEN{self.number}"

    @property
    def posted(self) -> Posted:
        return Posted(channel=DESK, ts=f"{self.number}.1")

    def message(self, text: str, name: str) -> Incoming:
        return Incoming(address=self.address, scope=f"{self.conversation}-{name}", text=text)

    def words(self, text: str, name: str = "words") -> DeskWords:
        ts = f"{self.number}.{2 + (name == 'said')}"
        channel, thread = self.posted.channel, self.posted.ts
        return DeskWords(
            user=self.ana, channel=channel, thread_ts=thread, ts=ts, text=text, scope=f"slack:{ts}"
        )


@dataclass(frozen=True, slots=True)
class Start:
    """How far a case has come, and how long ago, when two commands meet."""

    name: str
    state: State
    seconds: float
    said: float = 0
    """When the holder has said something that is held until five seconds later."""

    def meets(self, *names: str) -> bool:
        """Whether these commands say something together here that they say nowhere else."""
        if self.said or "take back" in names:
            return bool(self.said) and "take back" in names
        if self.state is State.CLOSED:
            return _AFTER_THE_END.issuperset(names)
        passed_on = "transfer" in names and self.state is not State.WITH_AGENT
        return not passed_on and not any(name.startswith("reopen") for name in names)


_AFTER_THE_END = frozenset(
    {"reopen", "reopen by another", "message", "ask", "opt out", "claim", "resolve"}
)
STARTS = (
    Start("bot", State.BOT, 5),
    Start("bot, overdue", State.BOT, 25),
    Start("waiting, forgotten", State.WAITING, 301),
    Start("held", State.WITH_AGENT, 30),
    Start("held, words due", State.WITH_AGENT, 36, said=30),
    Start("held, lease ended", State.WITH_AGENT, 901),
    Start("closed", State.CLOSED, 40),
)


def line_on(store: object, case: Case, seconds: float) -> Line:
    """The use cases on a store at one moment; a case's next conversation has a known name."""
    moment = START + timedelta(seconds=seconds)
    return Line(store, lambda: moment, lambda: f"{case.conversation}-next", make_patience(8), HOUSE)  # type: ignore[arg-type]  # any store


def begin(case: Case, start: Start) -> MemoryStore:
    """Return a store in which the case is at its start."""
    store = MemoryStore()
    line = replace(line_on(store, case, 0), new_id=lambda: case.conversation)
    for user, name in ((case.ana, "Ana"), (case.ben, "Ben")):
        store.commit([Put(Agent(id=user, display_name=name, on_shift=True))])
    line.receive(case.message("Where is my parcel?", "first"))
    if start.state is not State.BOT:
        line.receive(case.message("I want a human", "ask"))
    if start.state in {State.WITH_AGENT, State.CLOSED}:
        line.actions.claim(case.ana, case.conversation, case.posted)
    if start.said:
        line_on(store, case, start.said).reply(case.words("One moment", "said"))
    if start.state is State.CLOSED:
        line.actions.resolve(case.ana, case.conversation)
    return store


class _Interrupted:
    """A store that lets others act right after its first commit, which is the turn's lease."""

    def __init__(self, store: ConversationStore, meanwhile: Callable[[], object]) -> None:
        self._store = store
        self._meanwhile: Callable[[], object] | None = meanwhile

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def commit(self, writes: Sequence[Write]) -> None:
        self._store.commit(writes)
        meanwhile, self._meanwhile = self._meanwhile, None
        if meanwhile is not None:
            meanwhile()


def turn(line: Line, case: Case, meanwhile: Callable[[], object] = lambda: None) -> None:
    """The bot's turn: a lease and a commit, between which others may act."""
    head = line.store.find_head(case.conversation)
    sequence = head.last_inbound if head else 0
    store = cast("ConversationStore", _Interrupted(line.store, meanwhile))
    replace(line, store=store).take_turn(case.conversation, sequence)


def taking_back(line: Line) -> DecideHeld:
    return DecideHeld(line.store, line.house, line.clock, line.patience, line.store.find_agent)


COMMANDS: Mapping[str, Callable[[Line, Case], object]] = {
    "claim": lambda line, case: line.actions.claim(case.ana, case.conversation, case.posted),
    "claim by another": lambda line, case: line.actions.claim(
        case.ben, case.conversation, case.posted
    ),
    "next by another": lambda line, case: line.actions.next(case.ben),
    "release": lambda line, case: line.actions.release(case.ana, case.conversation),
    "hand back": lambda line, case: line.actions.hand_back(
        case.ana, case.conversation, note="Sent a new parcel"
    ),
    "resolve": lambda line, case: line.actions.resolve(case.ana, case.conversation),
    "transfer": lambda line, case: line.actions.transfer(
        case.ana, case.conversation, agent=case.ben, note="Yours"
    ),
    "reopen": lambda line, case: line.actions.reopen(case.ana, case.conversation),
    "reopen by another": lambda line, case: line.actions.reopen(case.ben, case.conversation),
    "reply": lambda line, case: line.reply(case.words("It is on its way")),
    "take back": lambda line, case: taking_back(line).take_back(
        case.ana, case.conversation, f"{case.number}.3"
    ),
    "message": lambda line, case: line.receive(case.message("And my invoice?", "message")),
    "ask": lambda line, case: line.receive(case.message("agent please", "again")),
    "opt out": lambda line, case: line.receive(case.message("STOP", "stop")),
    "time": lambda line, case: line.look_at(case.conversation),
    "turn": turn,
}


def tried(command: Callable[[Line, Case], object], line: Line, case: Case) -> str:
    """Whether it was done or refused; why it was refused may depend on what was read when."""
    try:
        command(line, case)
    except Refused:
        return "refused"
    return "done"
