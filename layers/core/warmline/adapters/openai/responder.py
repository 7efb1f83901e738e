"""The model as a Responder: one attempt within the turn's time, and every failure an error of ours.

The loop of events is this object's own and lives as long as it: cutting a call off by the clock
works at every point then, whether a server hangs, drips, or never lets us connect.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from openai import AsyncOpenAI

from warmline.adapters.openai.client import make_client
from warmline.adapters.openai.drafting import Drafting
from warmline.adapters.openai.failures import is_refused_key, unavailable
from warmline.adapters.openai.grounds import has_support, is_remark, used_articles
from warmline.adapters.openai.inputs import Item, call_items, count_tokens, make_input, make_tools
from warmline.adapters.openai.prompt import INSTRUCTIONS, VERSION
from warmline.adapters.openai.reply import TEXT_FORMAT, Reply, parse_reply
from warmline.adapters.openai.stream import Call, Said, Shown, ask
from warmline.application.phrases import Phrases
from warmline.application.ports import Answer, TurnRequest
from warmline.application.sources import FindSources, Source
from warmline.domain.entries import Role
from warmline.domain.errors import (
    ConfigurationError,
    ResponderError,
    ResponderUnavailable,
    StoreUnavailable,
    ToolsFailed,
)
from warmline.domain.tools import ToolUse

MOST_TOOL_ROUNDS = 4
LINES_OF_A_BRIEF = 5


@dataclass(frozen=True, slots=True)
class Model:
    """Which model, where, and how much it may read and write in one call."""

    base_url: str
    name: str
    history_tokens: int = 6000
    answer_tokens: int = 1500


@dataclass(frozen=True, slots=True)
class Key:
    """The server's key: read for each turn, for it may change; doubted when it is refused."""

    read: Callable[[], str]
    doubt: Callable[[], object] = lambda: None


class OpenAIResponder:
    """Answers from the sources that are found for a turn, with a model that nothing here trusts."""

    def __init__(
        self,
        model: Model,
        key: Key,
        find_sources: FindSources,
        phrases: Phrases,
        note: Callable[[str], None] = lambda _: None,
    ) -> None:
        """`note` is told every failure, in words that may be logged."""
        self._model = model
        self._key = key
        self._find_sources = find_sources
        self._phrases = phrases
        self._note = note
        self._clients: dict[str, AsyncOpenAI] = {}

    def respond(self, request: TurnRequest) -> Answer:
        """Answer everything unanswered within `request.seconds_left`.

        Raises ResponderUnavailable, ResponderRefused or ToolsFailed.
        """
        ends = time.monotonic() + request.seconds_left
        try:
            return self._runner.run(self._answer(request, ends))
        except ResponderError as error:
            self._note(error.problem)
            raise

    def close(self) -> None:
        """Close what is open to the server, and the loop."""
        for client in self._clients.values():
            self._runner.run(client.close())
        self._runner.close()

    @cached_property
    def _runner(self) -> asyncio.Runner:
        return asyncio.Runner()

    async def _answer(self, request: TurnRequest, ends: float) -> Answer:
        client = await self._client(request.seconds_left)
        sources = self._find_sources(_subjects(request))
        exchange = _Exchange(client, self._model, request, sources)
        try:
            async with asyncio.timeout(max(0.0, ends - time.monotonic())):
                said = await exchange.run()
            reply = parse_reply(said.text)
        except ResponderError as error:
            error.tokens += exchange.tokens
            raise
        except Exception as error:
            if is_refused_key(error):
                self._key.doubt()
            raise unavailable(error, tokens=exchange.tokens + exchange.size) from error
        return self._made_of(reply, request, sources, exchange.tokens)

    async def _client(self, seconds: float) -> AsyncOpenAI:
        try:
            key = self._key.read()
        except (StoreUnavailable, ConfigurationError) as error:
            raise ResponderUnavailable("no_key") from error
        if key not in self._clients:
            for former in self._clients.values():
                await former.close()
            self._clients = {key: make_client(self._model.base_url, key, seconds)}
        return self._clients[key]

    def _made_of(
        self, reply: Reply, request: TurnRequest, sources: Sequence[Source], tokens: int
    ) -> Answer:
        uses = request.tools.uses() if request.tools else ()
        supported = has_support(reply, sources, uses) or (
            not reply.unsupported and is_remark(reply.text)
        )
        return Answer(
            reply.text if supported else self._no_answer(reply, request),
            articles=used_articles(reply, sources) if supported else (),
            handoff=reply.handoff,
            offers_human=reply.offers_human or not supported,
            model=self._model.name,
            prompt=VERSION,
            tools=uses,
            unsupported=not supported,
            promise=reply.promise,
            evidence=reply.why,
            brief="\n".join(reply.brief.splitlines()[:LINES_OF_A_BRIEF]),
            sources=_texts(request, sources, uses),
            tokens=tokens,
        )

    def _no_answer(self, reply: Reply, request: TurnRequest) -> str:
        """Our own words, since the model's stand on nothing; none where a human comes anyway."""
        if reply.handoff is not None:
            return ""
        return self._phrases.say("no_answer", request.language, request.channel)


class _Exchange:
    """One turn's calls of the model, up to an answer without a call of a tool in it."""

    def __init__(
        self, client: AsyncOpenAI, model: Model, request: TurnRequest, sources: Sequence[Source]
    ) -> None:
        self.tokens = 0
        self._client = client
        self._model = model
        self._request = request
        self._sources = sources
        self._input = make_input(request, sources, history_tokens=model.history_tokens)
        offers = request.tools.offers() if request.tools else ()
        self._tools = make_tools(offers)
        self._known = {offer.name for offer in offers}

    @property
    def size(self) -> int:
        """About what a call costs that failed before its server could say."""
        return count_tokens(f"{INSTRUCTIONS}{self._input}")

    async def run(self) -> Said:
        for left in range(MOST_TOOL_ROUNDS, -1, -1):
            said = await ask(self._client, self._shown(), **self._parameters())
            self.tokens += said.tokens
            if not said.calls:
                return said
            for call in said.calls if left else ():
                self._input += self._called(call)
        raise ToolsFailed("tool_loop")

    def _parameters(self) -> dict[str, Any]:
        more: dict[str, Any] = {}
        if self._request.customer:
            more["safety_identifier"] = self._request.customer
        if self._tools:
            more |= {"tools": self._tools, "parallel_tool_calls": False}
        return {
            "model": self._model.name,
            "instructions": INSTRUCTIONS,
            "input": self._input,
            "text": TEXT_FORMAT,
            "max_output_tokens": self._model.answer_tokens,
            "store": False,
            **more,
        }

    def _called(self, call: Call) -> list[Item]:
        tools = self._request.tools
        if tools is None or call.name not in self._known:
            raise ToolsFailed("unknown_tool")
        use = tools.call(call.name, call.arguments)
        return call_items(call.id, call.name, call.arguments, use)

    def _shown(self) -> Shown | None:
        draft, tools = self._request.draft, self._request.tools
        if draft is None:
            return None
        uses = tools.uses() if tools else ()
        texts = _texts(self._request, self._sources, uses)
        return Drafting(
            lambda text: draft(text, texts), lambda reply: has_support(reply, self._sources, uses)
        ).feed


def _texts(
    request: TurnRequest, sources: Sequence[Source], uses: Sequence[ToolUse]
) -> tuple[str, ...]:
    """All that the model was given to answer from."""
    return (
        *(one.text for one in sources),
        request.human_note,
        *(use.output for use in uses),
    )


def _subjects(request: TurnRequest) -> list[str]:
    """What to look for: each question, and all with what was said before ("and to Canada?")."""
    before = [said.text for said in request.history if said.role is Role.CUSTOMER][-1:]
    questions = list(request.questions)
    together = " ".join([*before, *questions])
    return [*questions, together] if questions != [together] else questions
