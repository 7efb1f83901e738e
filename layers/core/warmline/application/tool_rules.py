"""Which action to take without a model: by the article that answers, and by patterns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from warmline.application.ports import Utterance
from warmline.domain.entries import Role
from warmline.domain.redaction import plain_twin
from warmline.domain.tool_arguments import Arguments, canonical
from warmline.domain.tool_catalogue import Catalogue, Parameter, Tool, in_language
from warmline.domain.tools import Risk


@dataclass(frozen=True, slots=True)
class Plan:
    """An action with its arguments; or the question for the first that is missing."""

    tool: Tool
    arguments: str = ""
    question: str = ""


def plan(
    catalogue: Catalogue,
    articles: Sequence[str],
    questions: Sequence[str],
    history: Sequence[Utterance],
    language: str,
) -> Plan | None:
    """Return what to do for these words, or None where no action fits or one was asked in vain.

    The action is the one whose question the bot asked last, else that of an article, the first
    first. What was said earlier fills in only where the action changes nothing.
    """
    last = history[-1] if history and history[-1].role is Role.BOT else None
    tool, asked_in = _asked_last(catalogue, last), True
    if tool is None:
        tool, asked_in = _of_articles(catalogue, articles), False
    if tool is None:
        return None
    said = [*reversed(questions)]
    if tool.risk is Risk.READ and not asked_in:
        said += [one.text for one in reversed(history) if one.role is Role.CUSTOMER]
    return _filled(tool, said, last, language)


def plan_by_number(catalogue: Catalogue, questions: Sequence[str]) -> Plan | None:
    """Return the look-up that bare words name, such as an order's number and nothing else."""
    for tool in catalogue.tools.values():
        if tool.risk is not Risk.READ or not tool.for_articles:
            continue
        arguments = _find_all(tool, [*reversed(questions)])
        if arguments and not _missing(tool, arguments):
            return Plan(tool, arguments=canonical(arguments))
    return None


def _filled(tool: Tool, said: Sequence[str], last: Utterance | None, language: str) -> Plan | None:
    arguments = _find_all(tool, said)
    missing = _missing(tool, arguments)
    if not missing:
        return Plan(tool, arguments=canonical(arguments))
    question = in_language(missing[0].ask, language)
    if not question or _was_asked(missing[0], last):
        return None
    return Plan(tool, question=question)


def _asked_last(catalogue: Catalogue, last: Utterance | None) -> Tool | None:
    return next(
        (
            tool
            for tool in catalogue.tools.values()
            if any(_was_asked(parameter, last) for parameter in tool.parameters)
        ),
        None,
    )


def _was_asked(parameter: Parameter, last: Utterance | None) -> bool:
    return last is not None and any(ask in last.text for ask in parameter.ask.values())


def _of_articles(catalogue: Catalogue, articles: Sequence[str]) -> Tool | None:
    for article in articles:
        for tool in catalogue.tools.values():
            if article in tool.for_articles:
                return tool
    return None


def _find_all(tool: Tool, said: Sequence[str]) -> Arguments:
    found = {parameter.name: _find(parameter, said) for parameter in tool.parameters}
    return {name: value for name, value in found.items() if value is not None}


def _find(parameter: Parameter, said: Sequence[str]) -> str | None:
    pattern = _pattern_of(parameter)
    if not pattern:
        return None
    # Digits and letters end a number; those of other scripts may stand right beside it.
    bounded = re.compile(rf"(?<![A-Za-z0-9])(?:{pattern})(?![A-Za-z0-9])", re.IGNORECASE)
    matches = (bounded.search(plain_twin(text)) for text in said)
    return next((match[0] for match in matches if match), None)


def _pattern_of(parameter: Parameter) -> str:
    choices = parameter.schema.get("enum")
    if isinstance(choices, list):
        return "|".join(re.escape(str(choice)) for choice in choices)
    return parameter.pattern


def _missing(tool: Tool, arguments: Arguments) -> list[Parameter]:
    return [one for one in tool.parameters if one.required and one.name not in arguments]
