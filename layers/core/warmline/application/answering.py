"""What a turn comes to: an answer that may be said, a human with the reason, or both.

The model proposes. What may be said, and when a human is due, is decided here, by rule.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from warmline.application.exchanges import Asked
from warmline.application.ports import Answer, Responder, TurnRequest
from warmline.domain.contradicting import contradiction
from warmline.domain.errors import ResponderError
from warmline.domain.guarding import Guarded, guard
from warmline.domain.handoff import Reason
from warmline.domain.policy import Policy
from warmline.domain.progress import Exchange, judge_answer, judge_progress, judge_return
from warmline.domain.signals import Signal
from warmline.domain.tools import ToolStatus, ToolUse

MOST_FAILURES = 2
"""A tool that failed so often in a conversation is a human's affair."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer to say, a reason for a human, or both; `promise` is what the human must keep."""

    answer: Answer | None = None
    reason: Reason | None = None
    signals: tuple[Signal, ...] = ()
    promise: str = ""
    tools: tuple[ToolUse, ...] = ()
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Answering:
    """Asks the responder, and holds what it says against the rules of the house.

    `instructions` is what a model was told, and `secrets` what nobody may say: neither leaves.
    """

    responder: Responder
    policy: Policy
    instructions: str = ""
    secrets: tuple[str, ...] = ()

    def __call__(self, request: TurnRequest, asked: Asked) -> Outcome:
        stuck = judge_progress(asked.exchanges, request.questions, self.policy)
        done = request.tools.uses() if request.tools else ()
        if stuck.fires and not done:  # what the customer has just agreed to is told first
            return Outcome(reason=stuck.code, signals=(stuck,))
        try:
            answer = self.responder.respond(self._guarded(request))
        except ResponderError as error:
            called = request.tools.uses() if request.tools else ()
            return Outcome(reason=error.reason, tools=called)
        if not answer.text.strip() and answer.handoff is None:
            return Outcome(reason=Reason.MODEL_UNAVAILABLE, tools=answer.tools)
        return self._judged(answer, request, asked)

    def _judged(self, answer: Answer, request: TurnRequest, asked: Asked) -> Outcome:
        said = self._guard(
            answer.text,
            request,
            answer.tools,
            answer.sources or None,
            earlier=asked.tools,
            quoted=answer.quoted,
        )
        promise = said.promise or answer.promise
        text = said.without_promise if said.promise else said.text
        exchange = Exchange(
            " ".join(request.questions),
            tuple(article.id for article in answer.articles),
            answer.unsupported,
        )
        back = judge_return(exchange.articles, asked.earlier, asked.since, self.policy)
        stuck = back if back.fires else judge_answer(asked.exchanges, exchange, self.policy)
        against = [] if _did_something(answer) else _against_the_note(request, text)
        signals = (*against, *_signals_after(answer, said, promise, asked.tools, stuck))
        reason = signals[0].code if signals else None
        kept = replace(answer, text=text) if text.strip() else None
        if stuck is not None and reason is stuck.code and not _did_something(answer):
            kept = None  # what did not help before, or says that there is nothing
        if against:
            kept = None
        if kept is None and reason is None:
            reason = Reason.POLICY
        return Outcome(kept, reason, signals, promise, answer.tools, answer.brief)

    def _guard(  # noqa: PLR0913 - as many as the guard has that change with the answer
        self,
        text: str,
        request: TurnRequest,
        tools: Sequence[ToolUse],
        sources: Sequence[str] | None = None,
        *,
        earlier: Sequence[ToolUse] = (),
        quoted: bool = False,
    ) -> Guarded:
        return guard(
            text,
            request.channel,
            own_hosts=self.policy.own_hosts,
            tools=tools,
            earlier=earlier,
            secrets=self.secrets,
            instructions=self.instructions,
            sources=sources,
            quoted=quoted,
        )

    def _guarded(self, request: TurnRequest) -> TurnRequest:
        """The same request; a draft shows nothing that the answer may not say."""
        show = request.draft
        if show is None:
            return request

        def show_guarded(text: str, sources: Sequence[str]) -> None:
            tools = request.tools.uses() if request.tools else ()
            said = self._guard(text, request, tools, sources or None)
            if said.text.strip() and not said.promise and not said.refused:
                show(said.text, sources)

        return replace(request, draft=show_guarded)


def _against_the_note(request: TurnRequest, text: str) -> list[Signal]:
    """What a person has noted of the case holds: who would say otherwise says nothing."""
    said = contradiction(request.human_note, text, request.questions)
    if not said:
        return []
    return [Signal(Reason.POLICY, 1.0, 1.0, f"the bot's answer did not agree with: {said}")]


def _signals_after(
    answer: Answer,
    said: Guarded,
    promise: str,
    before: Sequence[ToolUse],
    stuck: Signal | None,
) -> Sequence[Signal]:
    """Why a human after the model has spoken, the weightiest first."""
    found = []
    if answer.handoff is not None:
        found.append(Signal(answer.handoff, 1.0, 1.0, answer.evidence))
    failed = [use for use in (*before, *answer.tools) if use.status in _FAILURES]
    if len(failed) >= MOST_FAILURES and any(use.status in _FAILURES for use in answer.tools):
        found.append(Signal(Reason.TOOL_FAILED, 1.0, 1.0, _named(failed)))
    if stuck is not None:
        found.append(stuck)
    waiting = [use for use in answer.tools if use.status is ToolStatus.ASKED_AGENT]
    if waiting:
        found.append(Signal(Reason.POLICY, 1.0, 1.0, f"needs your approval: {_named(waiting)}"))
    if promise:
        found.append(Signal(Reason.POLICY, 1.0, 1.0, f"the bot promised: {promise}"))
    if not said.text.strip() and answer.text.strip():
        why = ", ".join(refusal.value for refusal in said.refused)
        found.append(Signal(Reason.POLICY, 1.0, 1.0, f"the answer was held back ({why})"))
    return found


_FAILURES = frozenset({ToolStatus.FAILED, ToolStatus.REFUSED})


def _did_something(answer: Answer) -> bool:
    return any(use.status is ToolStatus.DONE for use in answer.tools)


def _named(uses: Sequence[ToolUse]) -> str:
    return ", ".join(dict.fromkeys(use.label for use in uses))
