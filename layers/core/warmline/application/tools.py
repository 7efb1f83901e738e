"""The actions of one turn. Who must agree is decided here, and never by who asks for one."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from warmline.application.ports import ConversationStore, ToolOffer
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.errors import Conflict, ToolFailed
from warmline.domain.records import AddressRecord
from warmline.domain.redaction import redact
from warmline.domain.short_replies import accepts, declines
from warmline.domain.tool_arguments import Arguments, BadArguments, canonical, read_arguments
from warmline.domain.tool_catalogue import Catalogue, Tool
from warmline.domain.tool_runs import RunState, ToolRun
from warmline.domain.tools import Risk, ToolStatus, ToolUse
from warmline.domain.writes import Put

MOST_CALLS = 8
"""How many calls one turn may make, whatever asks for them."""

LONGEST_OUTPUT = 4_000

type Output = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """On whose behalf an action runs. `customer` is who they proved to be, or ""."""

    conversation: str
    sequence: int = 0
    customer: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCall:
    """One action to be done, once for its `key`."""

    key: str
    arguments: Arguments
    caller: Caller


class ToolRunner(Protocol):
    """Does what the deployer's action does, within the action's own time."""

    def run(self, tool: Tool, call: ToolCall) -> Output:
        """Return what came of it. Raises ToolFailed."""
        ...


@dataclass(slots=True)
class TurnTools:
    """A ToolBox: `read` runs at once, `write` asks the customer, `approve` asks an agent.

    `uses` begins with what the customer has agreed to, or declined, by the words of this turn.
    """

    catalogue: Catalogue
    runner: ToolRunner
    store: ConversationStore
    caller: Caller
    _uses: dict[str, ToolUse] = field(default_factory=dict)

    def offers(self) -> tuple[ToolOffer, ...]:
        return tuple(
            ToolOffer(tool.name, tool.description, tool.schema, tool.risk)
            for tool in self.catalogue.tools.values()
        )

    def uses(self) -> tuple[ToolUse, ...]:
        return tuple(self._uses.values())

    def call(self, name: str, arguments: str) -> ToolUse:
        """Do, or ask for, what was called. The same call again in a turn is the same use."""
        tool = self.catalogue.find(name)
        key = self._key(name, arguments)
        if key in self._uses:
            return self._uses[key]
        if tool is None:
            return self._keep(_refused(name, key, "there is no such action"))
        if len(self._uses) >= MOST_CALLS:
            return self._keep(_refused(name, key, "too many calls in one turn", tool.risk))
        try:
            read = read_arguments(tool, arguments)
        except BadArguments as bad:
            return self._keep(_refused(name, key, str(bad), tool.risk))
        return self._dispatch(tool, read)

    def settle(self, asked: Sequence[ToolUse], words: Sequence[str]) -> None:
        """Do what the last answer asked the customer for, if their next message is a yes.

        A yes that was followed by a no is none. What ran before a worker died is not run again.
        """
        for use in asked:
            tool = self.catalogue.find(use.name)
            if tool is None or use.status is not ToolStatus.ASKED_CUSTOMER:
                continue
            if self.store.find_tool_run(use.key) is not None or _agreed(words):
                self._keep(self._run_once(tool, use))
            elif _declined(words):
                self._keep(replace(use, status=ToolStatus.DECLINED, summary=""))

    def _dispatch(self, tool: Tool, arguments: Arguments) -> ToolUse:
        text = canonical(arguments)
        if redact(text).kinds:
            why = "the arguments hold a secret"
            return self._keep(_refused(tool.name, self._key(tool.name, text), why, tool.risk))
        use = ToolUse(
            name=tool.name,
            key=self._key(tool.name, text),
            status=ToolStatus.ASKED_CUSTOMER,
            risk=tool.risk,
            arguments=text,
        )
        if use.key in self._uses:
            return self._uses[use.key]
        if tool.risk is Risk.READ:
            return self._keep(self._run(tool, use))
        if any(one.status in _ASKED for one in self._uses.values()):
            return self._keep(_refused(tool.name, use.key, "one question at a time", tool.risk))
        if tool.risk is Risk.WRITE:
            summary = tool.tell(tool.confirm, self.caller.language, arguments)
            return self._keep(replace(use, summary=summary))
        summary = tool.tell({"en": tool.approval}, "en", arguments)
        return self._keep(replace(use, status=ToolStatus.ASKED_AGENT, summary=summary))

    def _run_once(self, tool: Tool, use: ToolUse) -> ToolUse:
        """Run it unless the row says how it ended; a key that may have run is called again."""
        run = self.store.find_tool_run(use.key) or self._claim(use)
        if run.finished:
            return self._told(tool, use, run)
        done = self._run(tool, use)
        state = RunState.DONE if done.status is ToolStatus.DONE else RunState.FAILED
        ended = replace(run, state=state, output=done.output, error=_error_of(done))
        try:
            self.store.commit([Put(ended)])
        except Conflict:
            ended = self.store.find_tool_run(use.key) or ended
        return self._told(tool, use, ended)

    def _claim(self, use: ToolUse) -> ToolRun:
        run = ToolRun(
            key=use.key,
            conversation=self.caller.conversation,
            name=use.name,
            risk=use.risk,
            arguments=use.arguments,
            state=RunState.AGREED,
        )
        try:
            self.store.commit([Put(run)])
        except Conflict:
            return self.store.find_tool_run(use.key) or run
        return replace(run, version=run.version + 1)

    def _run(self, tool: Tool, use: ToolUse) -> ToolUse:
        arguments = read_arguments(tool, use.arguments)
        try:
            output = self.runner.run(
                tool, ToolCall(key=use.key, arguments=arguments, caller=self.caller)
            )
        except ToolFailed as failed:
            return failed_use(tool, use, failed.code, self.caller.language)
        return done_use(tool, use, output, self.caller.language)

    def _told(self, tool: Tool, use: ToolUse, run: ToolRun) -> ToolUse:
        if run.state is RunState.DONE:
            return done_use(tool, use, json.loads(run.output or "{}"), self.caller.language)
        return failed_use(tool, use, run.error, self.caller.language)

    def _keep(self, use: ToolUse) -> ToolUse:
        self._uses[use.key] = use
        return use

    def _key(self, name: str, arguments: str) -> str:
        caller = self.caller
        parts = (caller.conversation, str(caller.sequence), name, arguments)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


_ASKED = frozenset({ToolStatus.ASKED_CUSTOMER, ToolStatus.ASKED_AGENT})


@dataclass(frozen=True, slots=True)
class Toolshed:
    """What a worker makes each turn's tools of."""

    catalogue: Catalogue
    runner: ToolRunner
    store: ConversationStore

    def for_turn(
        self, head: Head, address: AddressRecord, log: Sequence[LogEntry], *, through: int
    ) -> TurnTools | None:
        """Return the turn's tools, or None where there are none.

        `log` ends with the unanswered messages, `through` is the last of them. If they agree to
        what the bot's last answer asked, that is done before this returns.
        """
        if not self.catalogue.tools:
            return None
        caller = Caller(
            conversation=head.id,
            sequence=through,
            customer=address.customer,
            language=address.language or head.language,
        )
        tools = TurnTools(self.catalogue, self.runner, self.store, caller)
        asked, words = find_question(log, head.answered_through, through)
        if asked:
            tools.settle(asked, words)
        return tools


_ENDS_A_QUESTION = frozenset({Kind.HANDED_OFF, Kind.HANDED_BACK, Kind.WITHDRAWN, Kind.CLOSED})


def find_question(
    log: Sequence[LogEntry], answered: int, through: int
) -> tuple[tuple[ToolUse, ...], list[str]]:
    """Return what the bot's last answer asked the customer to agree to, and what they said."""
    words = [
        entry.text
        for entry in log
        if _is(entry, Role.CUSTOMER) and answered < entry.sequence <= through
    ]
    for entry in reversed(log):
        if entry.kind in _ENDS_A_QUESTION or _is(entry, Role.AGENT):
            break
        if _is(entry, Role.BOT):
            return entry.tools, words
    return (), words


def done_use(tool: Tool, use: ToolUse, output: Output, language: str) -> ToolUse:
    """Return the use as done, with what the customer may be told of it."""
    values = {**json.loads(use.arguments), **output}
    return replace(
        use,
        status=ToolStatus.DONE,
        output=_fitting(output),
        summary=_without_secrets(tool.tell(tool.says, language, values)),
    )


def failed_use(tool: Tool, use: ToolUse, code: str, language: str) -> ToolUse:
    """Return the use as failed, with what the customer is told where nothing was found."""
    summary = ""
    if code == NOT_FOUND:
        summary = tool.tell(tool.not_found, language, json.loads(use.arguments))
    output = json.dumps({"error": code})
    return replace(use, status=ToolStatus.FAILED, output=output, summary=summary)


NOT_FOUND = "not_found"


def _error_of(use: ToolUse) -> str:
    return str(json.loads(use.output).get("error", "")) if use.status is ToolStatus.FAILED else ""


def _is(entry: LogEntry, role: Role) -> bool:
    return entry.kind is Kind.MESSAGE and entry.role is role


def _agreed(words: Sequence[str]) -> bool:
    return bool(words) and accepts(words[0]) and not any(declines(text) for text in words)


def _declined(words: Sequence[str]) -> bool:
    return any(declines(text) for text in words)


def _refused(name: str, key: str, why: str, risk: Risk = Risk.READ) -> ToolUse:
    return ToolUse(
        name=name[:64],
        key=key,
        status=ToolStatus.REFUSED,
        risk=risk,
        output=json.dumps({"error": why}),
        summary=why,
    )


def _fitting(output: Output) -> str:
    """The output as the log keeps it: secrets cut, whole fields only as far as there is room."""
    kept: dict[str, object] = {}
    for name, value in output.items():
        cut = _cut(value)
        if len(json.dumps({**kept, name: cut}, ensure_ascii=False)) > LONGEST_OUTPUT:
            break
        kept[name] = cut
    return json.dumps(kept, ensure_ascii=False)


def _cut(value: object) -> object:
    match value:
        case str():
            return _without_secrets(value)
        case dict():
            return {str(name): _cut(one) for name, one in value.items()}
        case list():
            return [_cut(one) for one in value]
        case _:
            return value


def _without_secrets(text: str) -> str:
    return redact(text).text
