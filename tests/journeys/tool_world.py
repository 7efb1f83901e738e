"""A line whose bot has actions: a model that calls what it is told to, and a shop that does it."""

import json
from dataclasses import dataclass, field, replace

from tests.journeys.world import WEB, Around, World, impatient, read_phrases
from tests.tools import CATALOGUE, RememberingShop
from warmline.application.ports import Answer, TurnRequest
from warmline.application.tools import Toolshed
from warmline.application.tools_approval import DecideTool
from warmline.application.tools_approved import RunApproved
from warmline.application.tools_consent import HeedsConsent
from warmline.application.tools_once import RunOnce
from warmline.domain.articles import ArticleVersion
from warmline.domain.entries import Kind, LogEntry
from warmline.domain.tools import ToolUse


@dataclass
class CallingModel:
    """Calls the tools of its script, one step a turn, and says what came of them."""

    steps: list[tuple[tuple[str, str], ...]] = field(default_factory=list)
    seen: list[ToolUse] = field(default_factory=list)
    asked: list[tuple[str, ...]] = field(default_factory=list)
    says: str = ""
    articles: tuple[ArticleVersion, ...] = ()

    def respond(self, request: TurnRequest) -> Answer:
        self.asked.append(request.questions)
        assert request.tools is not None
        step = self.steps.pop(0) if self.steps else ()
        uses = [request.tools.call(name, _arguments(given)) for name, given in step]
        self.seen += uses
        said = " ".join(use.summary or use.status.value for use in uses) or "I see."
        return Answer(
            self.says or said,
            model="m-1",
            tools=request.tools.uses(),
            offers_human=bool(self.says),
            articles=self.articles,
        )


def _arguments(given: str) -> str:
    """An order's number stands for itself, anything else for what the model wrote."""
    return given if given.startswith("{") else json.dumps({"order": given})


class ToolWorld(World):
    """The line with the actions of `tests.tools`."""

    def __init__(self, *, around: Around = lambda adapter: adapter) -> None:
        self.model = CallingModel()
        self.shop = RememberingShop()
        super().__init__(around=around, responder=HeedsConsent(self.model, read_phrases()))

    def _wire(self) -> None:
        super()._wire()
        store, house, clock, patience = self.store, self.house, self.clock, impatient()
        shop = self.around(self.shop)
        once = RunOnce(store, shop, house, clock, patience)
        self.take_turn = replace(self.take_turn, tools=Toolshed(CATALOGUE, once))
        run = RunApproved(store, self.hints, house, clock, patience, CATALOGUE, shop)
        self.deliver = replace(self.deliver, run_tool=run)
        self.decide = DecideTool(store, house, clock, patience, self.memory.find_agent)

    def says(self, text: str, *calls: tuple[str, str]) -> str:
        """A customer writes, the model makes these calls, and everything is delivered."""
        self.model.steps = [calls] if calls else []
        conversation = self.customer(text, WEB).conversation
        self.settle()
        return conversation

    def tool_entries(self, conversation: str) -> list[LogEntry]:
        return [entry for entry in self.log(conversation) if entry.kind is Kind.TOOL]

    @property
    def told(self) -> list[str]:
        """What the customer was sent, oldest first, their own words aside."""
        sent = self.channels[WEB.channel].sent
        return [row.text for row in sent if row.entry and row.entry.role.value != "customer"]
