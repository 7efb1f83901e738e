"""`warmline golden`: asks the deployer's own questions, and fails where too few are right.

`make deploy` runs it first. Each question goes through the rules and, if no human is called for, to
the embedded answerer over the articles as they would be deployed: no stack, no network, no model,
no action taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from deployer.compile_content import CONTENT
from deployer.content.golden import Golden, read_golden
from deployer.decide import decided, read_rules
from deployer.embedded import embedded_answerer
from deployer.questions import Question
from warmline.application.ports import Responder, TurnRequest
from warmline.domain.policy import Policy

_SECONDS = 12.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a question."""

    handoff: str | None = None
    articles: tuple[str, ...] = ()
    no_answer: bool = False
    text: str = ""


@click.command()
@click.option(
    "--content",
    default=CONTENT,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of articles, phrases, policy and golden.yaml.",
)
def golden(content: Path) -> None:
    """Ask the golden questions; fail below the pass rate that the list names."""
    asked = read_golden(content / "golden.yaml")
    if not asked.questions:
        click.echo("golden questions: there are none in content/golden.yaml")
        return
    outcomes = outcomes_of(asked.questions, content)
    wrong = [
        (question, problem)
        for question, outcome in zip(asked.questions, outcomes, strict=True)
        if (problem := problem_with(question, outcome))
    ]
    for question, problem in wrong:
        click.echo(f'wrong: "{question.ask}": {problem}')
    right = len(asked.questions) - len(wrong)
    click.echo(f"golden questions: {right} of {len(asked.questions)} right")
    if right < asked.pass_rate * len(asked.questions):
        click.echo(f"fewer than {asked.pass_rate:.0%}: not fit to be deployed", err=True)
        raise SystemExit(1)


def outcomes_of(questions: Sequence[Golden], content: Path) -> list[Outcome]:
    """What would become of each question with this content."""
    with embedded_answerer(content) as embedded:
        rules = read_rules(content / "policy.yaml")
        return [_outcome(question, rules, embedded.responder) for question in questions]


def problem_with(question: Golden, outcome: Outcome) -> str | None:
    """What is not as the list says, or None."""
    if outcome.handoff != question.handoff:
        wanted = question.handoff or "no human"
        return f"expected {wanted}, not {outcome.handoff or 'an answer of the bot'}"
    if question.articles and not set(question.articles) & set(outcome.articles):
        found = ", ".join(outcome.articles) or "none"
        return f"expected the article {' or '.join(question.articles)}, not {found}"
    if question.no_answer and not outcome.no_answer:
        return f"expected no answer, not the article {', '.join(outcome.articles)}"
    if question.says.casefold() not in outcome.text.casefold():
        return f'expected "{question.says}" in the answer: {outcome.text}'
    return None


def _outcome(question: Golden, rules: Policy, responder: Responder) -> Outcome:
    decision = decided(Question(question.ask, question.channel), rules)
    if decision["handoff"]:
        return Outcome(handoff=str(decision["reason"]))
    answer = responder.respond(
        TurnRequest(
            channel=question.channel,
            language=question.language,
            history=(),
            questions=(question.ask,),
            seconds_left=_SECONDS,
        )
    )
    return Outcome(
        handoff=answer.handoff,
        articles=tuple(article.id for article in answer.articles),
        no_answer=answer.unsupported,
        text=answer.text,
    )
