"""Does an action that somebody has agreed to, once, and tells the desk and the customer."""

import json
from dataclasses import dataclass, replace

from warmline.application import lines
from warmline.application.change import Change, House
from warmline.application.circumstances import BESIDE
from warmline.application.hinting import hint
from warmline.application.ports import Clock, ConversationStore, Hints
from warmline.application.retrying import Patience
from warmline.application.tool_results import (
    IN_DOUBT,
    done_use,
    doubting,
    error_of,
    failed_use,
    failure_of,
)
from warmline.application.tool_running import Caller, Output, ToolCall, ToolRunner
from warmline.application.tools_approval import use_of
from warmline.application.tools_once import AT_THE_DESK
from warmline.domain.entries import Kind, Role
from warmline.domain.errors import PermanentDeliveryError, TemporaryDeliveryError, ToolFailed
from warmline.domain.outgoing import Outgoing
from warmline.domain.records import AddressRecord
from warmline.domain.tool_arguments import read_arguments
from warmline.domain.tool_catalogue import Catalogue, Tool
from warmline.domain.tool_runs import RunState, ToolRun
from warmline.domain.tools import ToolStatus, ToolUse
from warmline.domain.writes import Put


@dataclass(frozen=True, slots=True)
class RunApproved:
    """Delivers a row of the task RUN: what an agent approved, or a turn's worker died at.

    A worker that dies at it leaves a row that is taken again; the action is called again with the
    same key, and its row says whether it has ended. Raises as `CustomerChannel.send` does, after
    the desk was told.
    """

    store: ConversationStore
    hints: Hints
    house: House
    clock: Clock
    patience: Patience
    catalogue: Catalogue
    runner: ToolRunner

    def __call__(self, row: Outgoing) -> None:
        run = self.store.find_tool_run(row.text)
        if run is None or run.finished:
            return
        tool = self.catalogue.find(run.name)
        if tool is None:
            gone = ToolFailed("no_such_action")
            self._end(run, None, doubting(gone, doubt=_may_be_done(row, run)))
            raise PermanentDeliveryError(gone.code)
        try:
            output = self.runner.run(tool, self._call(tool, run))
        except ToolFailed as error:
            failed = doubting(error, doubt=_may_be_done(row, run))
            if failed.temporary and row.attempt < self.house.policy.delivery_attempts:
                if failed.uncertain:
                    self.patience.until_committed(lambda: self._keep_doubt(run.key))
                raise TemporaryDeliveryError(failed.code) from failed
            self._end(run, tool, failed)
            raise PermanentDeliveryError(failed.code) from failed
        self._end(run, tool, output)

    def _call(self, tool: Tool, run: ToolRun) -> ToolCall:
        address = self._address(run)
        caller = Caller(
            conversation=run.conversation,
            customer=address.customer if address else "",
            language=address.language if address else "",
        )
        return ToolCall(key=run.key, arguments=read_arguments(tool, run.arguments), caller=caller)

    def _address(self, run: ToolRun) -> AddressRecord | None:
        head = self.store.find_head(run.conversation)
        return self.store.find_address(head.address) if head else None

    def _keep_doubt(self, key: str) -> None:
        """A later try that is refused does not undo what this one may have done."""
        run = self.store.find_tool_run(key)
        if run is not None and not run.finished and run.output != IN_DOUBT:
            self.store.commit([Put(replace(run, output=IN_DOUBT))])

    def _end(self, run: ToolRun, tool: Tool | None, came: Output | ToolFailed) -> None:
        """Store the end with its entry, the desk's line and the customer's notice, together."""
        change = self.patience.until_committed(lambda: self._decide(run.key, tool, came))
        if change:
            hint(self.hints, self.house.policy, change.entries, change.outgoing)

    def _decide(self, key: str, tool: Tool | None, came: Output | ToolFailed) -> Change | None:
        run = self.store.find_tool_run(key)
        head = self.store.find_head(run.conversation) if run else None
        if run is None or run.finished or head is None:
            return None
        address = self.store.find_address(head.address) or AddressRecord(address=head.address)
        change = Change(self.house, self.clock(), address, head)
        use = _ended_use(run, tool, came, change.language)
        change.save(_ended_run(run, use))
        entry = change.add(
            Kind.TOOL,
            Role.SYSTEM,
            why=use.status.value,
            text=run.summary,
            tools=(use,),
            agent=run.by,
            name=run.by_name,
        )
        if head.marks.card is not None or head.state in AT_THE_DESK:
            change.post(entry, _line(run, use))
        if use.status is ToolStatus.DONE and use.summary:
            change.say(change.add(Kind.NOTICE, Role.SYSTEM, text=use.summary, why=BESIDE))
        self.store.commit(change.writes())
        return change


def _may_be_done(row: Outgoing, run: ToolRun) -> bool:
    """Whether an earlier call may have had its effect: by its failure, or by a worker's death."""
    died = row.attempt > 1 and not row.error  # a try that came to an end leaves its error
    begun_in_a_turn = not run.by
    return died or begun_in_a_turn or failure_of(run).uncertain


def _ended_use(
    run: ToolRun, tool: Tool | None, came: Output | ToolFailed, language: str
) -> ToolUse:
    use = use_of(run, ToolStatus.FAILED)
    if tool is None or isinstance(came, ToolFailed):
        failed = came if isinstance(came, ToolFailed) else failure_of(run)
        return failed_use(tool, use, failed, language)
    return done_use(tool, use, came, language)


def _ended_run(run: ToolRun, use: ToolUse) -> ToolRun:
    state = RunState.DONE if use.status is ToolStatus.DONE else RunState.FAILED
    return replace(run, state=state, output=use.output, error=error_of(use))


def _line(run: ToolRun, use: ToolUse) -> str:
    summary = run.summary or run.name
    if use.status is ToolStatus.DONE:
        return lines.tool_done(summary, json.loads(use.output))
    return lines.tool_failed(summary, use)
