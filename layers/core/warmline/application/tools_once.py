"""Does an action that the customer has agreed to, once, and puts the result into the log.

The log has it whatever becomes of the turn: a human may claim the case while the action runs.
"""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from warmline.application import lines
from warmline.application.change import Change, House
from warmline.application.ports import Clock, ConversationStore
from warmline.application.retrying import Patience
from warmline.application.tool_results import (
    done_use,
    doubting,
    error_of,
    failed_use,
    failure_of,
)
from warmline.application.tool_running import Caller, ToolCall, ToolRunner
from warmline.domain.entries import Kind, Role
from warmline.domain.errors import Conflict, ToolFailed
from warmline.domain.outgoing import Outgoing, Status, Task, tool_target
from warmline.domain.records import AddressRecord
from warmline.domain.states import State
from warmline.domain.tool_arguments import read_arguments
from warmline.domain.tool_catalogue import Tool
from warmline.domain.tool_runs import RunState, ToolRun
from warmline.domain.tools import ToolStatus, ToolUse
from warmline.domain.writes import Put

AT_THE_DESK = frozenset({State.WAITING, State.WITH_AGENT})

RESCUED_AFTER = timedelta(seconds=40)
"""Longer than `take_turn` may run (25 s): whoever began it is done by then, or dead."""

LEAST_SECONDS = 0.2
"""What begins with less would end nobody knows how."""


@dataclass(frozen=True, slots=True)
class RunOnce:
    """Runs an action unless its row says how it ended.

    A key that may have run, because a worker died at it, is called again: the service answers the
    second call like the first. Raises StoreUnavailable when the table did not take it.
    """

    store: ConversationStore
    runner: ToolRunner
    house: House
    clock: Clock
    patience: Patience

    def __call__(self, tool: Tool, use: ToolUse, caller: Caller) -> ToolUse:
        run = self.store.find_tool_run(use.key) or self._claim(use, caller)
        if run.finished:
            return told(tool, use, run, caller.language)
        begun = run.version > 0  # not by this call: whoever began it has not said how it ended
        done = run_now(self.runner, tool, use, caller, begun=begun)
        ended = self.patience.until_committed(lambda: self._end(run.key, done))
        return told(tool, use, ended, caller.language)

    def _claim(self, use: ToolUse, caller: Caller) -> ToolRun:
        run = ToolRun(
            key=use.key,
            conversation=caller.conversation,
            name=use.name,
            risk=use.risk,
            arguments=use.arguments,
            state=RunState.AGREED,
        )
        try:
            now = self.clock()
            self.store.commit([Put(run), Put(run_row(run, now, not_before=now + RESCUED_AFTER))])
        except Conflict:
            return self.store.find_tool_run(use.key) or run
        return run

    def _end(self, key: str, done: ToolUse) -> ToolRun:
        run = self.store.find_tool_run(key)
        head = self.store.find_head(run.conversation) if run else None
        if run is None or head is None:
            raise Conflict("ToolRun")
        if run.finished:
            return run
        state = RunState.DONE if done.status is ToolStatus.DONE else RunState.FAILED
        ended = replace(run, state=state, output=done.output, error=error_of(done))
        address = self.store.find_address(head.address) or AddressRecord(address=head.address)
        change = Change(self.house, self.clock(), address, head)
        change.save(ended)
        rescue = self.store.find_outgoing(tool_target(key), 1)
        if rescue is not None and not rescue.finished:
            change.save(rescue.ended(Status.CANCELLED, error="done"))
        entry = change.add(Kind.TOOL, Role.SYSTEM, why=done.status.value, tools=(done,))
        if head.state in AT_THE_DESK:
            change.post(entry, _line(done))
        self.store.commit(change.writes())
        return ended


def run_row(run: ToolRun, now: datetime, *, not_before: datetime | None = None) -> Outgoing:
    """What brings the action to its end, and tells of it, whichever worker dies at it."""
    return Outgoing(
        target=tool_target(run.key),
        sequence=1,
        task=Task.RUN,
        conversation=run.conversation,
        created_at=now,
        not_before=not_before,
        text=run.key,
    )


def run_now(
    runner: ToolRunner, tool: Tool, use: ToolUse, caller: Caller, *, begun: bool = False
) -> ToolUse:
    """Return what came of running it now; with no time left for it, it is not begun.

    `begun`: somebody has called it with this key before, and it may have had its effect.
    """
    if tool.seconds < LEAST_SECONDS:
        failed = ToolFailed("no_time", uncertain=begun)
        return failed_use(tool, use, failed, caller.language)
    arguments = read_arguments(tool, use.arguments)
    try:
        output = runner.run(tool, ToolCall(key=use.key, arguments=arguments, caller=caller))
    except ToolFailed as failed:
        return failed_use(tool, use, doubting(failed, doubt=begun), caller.language)
    return done_use(tool, use, output, caller.language)


def told(tool: Tool, use: ToolUse, run: ToolRun, language: str) -> ToolUse:
    """Return the use as its row says that it ended."""
    if run.state is RunState.DONE:
        return done_use(tool, use, json.loads(run.output or "{}"), language)
    return failed_use(tool, use, failure_of(run), language)


def _line(done: ToolUse) -> str:
    if done.status is ToolStatus.DONE:
        return lines.tool_done(done.summary or done.name, json.loads(done.output))
    return lines.tool_failed(done.name, done)
