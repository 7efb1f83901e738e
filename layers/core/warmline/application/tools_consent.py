"""Tells a customer what became of the action that they agreed to, or declined, by no model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from warmline.application.lines import LOOK_FIRST
from warmline.application.phrases import Phrases
from warmline.application.ports import Answer, Responder, TurnRequest
from warmline.application.tool_results import error_of, is_uncertain
from warmline.domain.address import Channel
from warmline.domain.errors import ResponderError
from warmline.domain.handoff import Reason
from warmline.domain.short_replies import accepts, declines
from warmline.domain.tools import ToolStatus, ToolUse


@dataclass(frozen=True, slots=True)
class HeedsConsent:
    """A Responder around another: what was done is said first, and whatever else was asked goes on.

    What was done is told even where the other one has no answer.
    """

    inner: Responder
    phrases: Phrases

    def respond(self, request: TurnRequest) -> Answer:
        settled = request.tools.uses() if request.tools else ()
        if not settled:
            return _asking(self.inner.respond(request))
        said = " ".join(filter(None, (self._told(request, use) for use in settled)))
        failed = [use for use in settled if use.status is ToolStatus.FAILED]
        done = Answer(said, tools=settled)
        if failed:
            return replace(
                done, handoff=Reason.TOOL_FAILED, evidence=", ".join(map(_failure, failed))
            )
        rest = tuple(text for text in request.questions if not (accepts(text) or declines(text)))
        return self._with_the_rest(request, done, rest) if rest else done

    def _with_the_rest(self, request: TurnRequest, done: Answer, rest: tuple[str, ...]) -> Answer:
        break_ = " " if request.channel is Channel.SMS else "\n\n"
        opening = f"{done.text}{break_}" if done.text else ""
        draft = _after(opening, request.draft) if request.draft else None
        try:
            answer = _asking(self.inner.respond(replace(request, questions=rest, draft=draft)))
        except ResponderError as error:
            called = request.tools.uses() if request.tools else ()
            return replace(done, handoff=error.reason, tools=_each_once(done.tools, called))
        return replace(
            answer,
            text=f"{opening}{answer.text}".strip(),
            tools=_each_once(done.tools, answer.tools),
        )

    def _told(self, request: TurnRequest, use: ToolUse) -> str:
        if use.status is ToolStatus.DECLINED:
            return self.phrases.say("tool_declined", request.language, request.channel)
        if use.status is ToolStatus.DONE:
            done = self.phrases.say("tool_done", request.language, request.channel)
            return use.summary or done
        return use.summary


def _asking(answer: Answer) -> Answer:
    """The answer with every question that waits for the customer's yes, and with no other offer.

    A yes must mean one thing, whatever a model wrote.
    """
    questions = [use.summary for use in answer.tools if use.status is ToolStatus.ASKED_CUSTOMER]
    if not questions:
        return answer
    missing = [question for question in questions if question not in answer.text]
    return replace(answer, text=" ".join([answer.text, *missing]).strip(), offers_human=False)


def _after(
    opening: str, show: Callable[[str, Sequence[str]], None]
) -> Callable[[str, Sequence[str]], None]:
    def show_after(text: str, sources: Sequence[str]) -> None:
        show(f"{opening}{text}", (*sources, opening))

    return show_after


def _each_once(first: Sequence[ToolUse], more: Sequence[ToolUse]) -> tuple[ToolUse, ...]:
    return tuple({use.key: use for use in (*first, *more)}.values())


def _failure(use: ToolUse) -> str:
    doubt = f"; {LOOK_FIRST}" if is_uncertain(use) else ""
    return f"{use.name} failed ({error_of(use)}){doubt}"
