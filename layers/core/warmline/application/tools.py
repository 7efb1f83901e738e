"""The actions of one turn. Who must agree is decided here, and never by who asks for one."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from warmline.application.ports import ToolOffer
from warmline.application.tool_results import refused_use
from warmline.application.tool_running import Caller
from warmline.application.tools_once import RunOnce, run_now
from warmline.domain.conversation import Head
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.folding import words as spelled
from warmline.domain.records import AddressRecord
from warmline.domain.redaction import redact
from warmline.domain.short_replies import accepts, declines
from warmline.domain.tool_arguments import Arguments, BadArguments, canonical, read_arguments
from warmline.domain.tool_catalogue import Catalogue, Tool
from warmline.domain.tools import Risk, ToolStatus, ToolUse

MOST_CALLS = 8
"""How many calls one turn may make, whatever asks for them."""


@dataclass(slots=True)
class TurnTools:
    """A ToolBox: `read` runs at once, `write` asks the customer, `approve` asks an agent.

    `uses` begins with what the customer has agreed to, or declined, by the words of this turn.
    Nothing runs past `until`, when the customer must have an answer.
    """

    catalogue: Catalogue
    run_once: RunOnce
    caller: Caller
    until: datetime | None = None
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
        if tool is None:
            return self._keep(refused_use(name, key, "there is no such action"))
        if len(self._uses) >= MOST_CALLS:
            return self._keep(refused_use(name, key, "too many calls in one turn", tool.risk))
        try:
            read = read_arguments(tool, arguments)
        except BadArguments as bad:
            return self._keep(refused_use(name, key, str(bad), tool.risk))
        return self._dispatch(tool, read)

    def settle(self, asked: Sequence[ToolUse], words: Sequence[str]) -> None:
        """Do what the last answer asked the customer for, if their next message is a yes.

        A yes that was followed by a no is none. What ran before a worker died is not run again.
        """
        for use in asked:
            tool = self.catalogue.find(use.name)
            if tool is None or use.status is not ToolStatus.ASKED_CUSTOMER:
                continue
            if self.run_once.store.find_tool_run(use.key) is not None or _agreed(words):
                self._keep(self.run_once(self._in_time(tool), use, self.caller))
            elif _declined(words):
                self._keep(replace(use, status=ToolStatus.DECLINED, summary=""))

    def _dispatch(self, tool: Tool, arguments: Arguments) -> ToolUse:
        text = canonical(arguments)
        if redact(text).kinds:
            why = "the arguments hold a secret"
            return self._keep(refused_use(tool.name, self._key(tool.name, text), why, tool.risk))
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
            return self._keep(run_now(self.run_once.runner, self._in_time(tool), use, self.caller))
        if any(one.status in _ASKED for one in self._uses.values()):
            return self._keep(refused_use(tool.name, use.key, "one question at a time", tool.risk))
        if tool.risk is Risk.WRITE:
            summary = tool.tell(tool.confirm, self.caller.language, arguments)
            return self._keep(replace(use, summary=summary))
        summary = tool.tell({"en": tool.approval}, "en", arguments)
        return self._keep(replace(use, status=ToolStatus.ASKED_AGENT, summary=summary))

    def _in_time(self, tool: Tool) -> Tool:
        if self.until is None:
            return tool
        left = (self.until - self.run_once.clock()).total_seconds()
        return replace(tool, seconds=max(0.0, min(tool.seconds, left)))

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
    run_once: RunOnce

    def for_turn(
        self,
        head: Head,
        address: AddressRecord,
        log: Sequence[LogEntry],
        *,
        through: int,
        until: datetime | None = None,
    ) -> TurnTools | None:
        """Return the turn's tools, or None where there are none.

        `log` ends with the unanswered messages, `through` is the last of them. If they agree to
        what the bot's last answer asked, that is done before this returns. Nothing runs past
        `until`.
        """
        if not self.catalogue.tools:
            return None
        caller = Caller(
            conversation=head.id,
            sequence=through,
            customer=address.customer,
            language=address.language or head.language,
        )
        tools = TurnTools(self.catalogue, self.run_once, caller, until)
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
            return tuple(use for use in entry.tools if _was_put(use, entry.text)), words
    return (), words


def _was_put(use: ToolUse, text: str) -> bool:
    """Whether the customer has read the question: a reply may have been cut to fit its channel."""
    question = spelled(use.summary)
    return bool(question) and f" {' '.join(question)} " in f" {' '.join(spelled(text))} "


def _is(entry: LogEntry, role: Role) -> bool:
    return entry.kind is Kind.MESSAGE and entry.role is role


def _agreed(words: Sequence[str]) -> bool:
    return bool(words) and accepts(words[0]) and not any(declines(text) for text in words)


def _declined(words: Sequence[str]) -> bool:
    return any(declines(text) for text in words)
