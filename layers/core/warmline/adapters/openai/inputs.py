"""A turn as the model's input: data first, then what was said, each in a message of its own."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from warmline.application.ports import ToolOffer, TurnRequest, Utterance
from warmline.application.sources import Source
from warmline.domain.contacts import mask_contacts
from warmline.domain.entries import Role
from warmline.domain.tools import ToolUse

LONGEST_MESSAGE = 4000
"""Characters of one message that the model sees: nobody asks a longer question."""

_BYTES_OF_A_TOKEN = 3

type Item = dict[str, Any]


def count_tokens(text: str) -> int:
    """About how many tokens a text is; rather too many than too few, in any script."""
    return len(text.encode()) // _BYTES_OF_A_TOKEN + 1


def make_input(
    request: TurnRequest, sources: Sequence[Source], *, history_tokens: int
) -> list[Item]:
    """Return the whole input.

    The newest history that fits is sent, each message whole. Phone numbers and e-mail addresses
    are hidden in all that people wrote.
    """
    said = [_message(one) for one in within(request.history, history_tokens)]
    asked = [_from_customer(text) for text in request.questions]
    return [_data(request, sources), *said, *asked]


def within(history: Sequence[Utterance], tokens: int) -> list[Utterance]:
    """Return the end of the history that fits into so many tokens, in order."""
    kept: list[Utterance] = []
    for one in reversed(history):
        tokens -= count_tokens(one.text[:LONGEST_MESSAGE])
        if tokens < 0:
            break
        kept.append(one)
    return kept[::-1]


def make_tools(offers: Iterable[ToolOffer]) -> list[Item]:
    return [
        {
            "type": "function",
            "name": offer.name,
            "description": offer.description,
            "parameters": dict(offer.parameters),
            "strict": _is_strict(offer),
        }
        for offer in offers
    ]


def call_items(call_id: str, name: str, arguments: str, use: ToolUse) -> list[Item]:
    """Return a call and what became of it, for the next round."""
    told = {"status": use.status.value, "summary": use.summary, "output": use.output}
    return [
        {"type": "function_call", "call_id": call_id, "name": name, "arguments": arguments},
        {
            "type": "function_call_output",
            "call_id": call_id,
            "output": mask_contacts(json.dumps(told, ensure_ascii=False)),
        },
    ]


def _data(request: TurnRequest, sources: Sequence[Source]) -> Item:
    """The articles as JSON: whatever one says, it cannot end the data that it stands in."""
    articles = [
        {"id": one.article.id, "version": one.article.version, "title": one.title, "text": one.text}
        for one in sources
    ]
    data: dict[str, object] = {"channel": request.channel.value, "articles": articles}
    if request.for_agent:
        data["draft_for_colleague"] = mask_contacts(request.for_agent)
    if request.human_note:
        data["note_from_a_human_colleague"] = mask_contacts(request.human_note[:LONGEST_MESSAGE])
    return _input_message("user", f"DATA\n{json.dumps(data, ensure_ascii=False)}")


def _message(said: Utterance) -> Item:
    if said.role is Role.CUSTOMER:
        return _from_customer(said.text)
    speaker = "(human colleague) " if said.role is Role.AGENT else ""
    return {"role": "assistant", "content": f"{speaker}{_shown(said.text)}"}


def _from_customer(text: str) -> Item:
    return _input_message("user", _shown(text))


def _input_message(role: str, text: str) -> Item:
    return {"role": role, "content": [{"type": "input_text", "text": text}]}


def _shown(text: str) -> str:
    cut = " [cut here]" if len(text) > LONGEST_MESSAGE else ""
    return f"{mask_contacts(text[:LONGEST_MESSAGE])}{cut}"


def _is_strict(offer: ToolOffer) -> bool:
    """Whether the schema is one that strict calls allow: every property required, no other."""
    properties, required = offer.parameters.get("properties"), offer.parameters.get("required")
    if not isinstance(properties, dict) or not isinstance(required, list):
        return False
    return (
        set(properties) == set(required) and offer.parameters.get("additionalProperties") is False
    )
