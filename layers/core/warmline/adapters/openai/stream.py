"""One call of the model, read to its end: text, calls of tools, or why there is neither."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from warmline.domain.errors import ResponderError, ResponderRefused, ResponderUnavailable

if TYPE_CHECKING:
    from openai import AsyncOpenAI

type Shown = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Call:
    """A tool that the model asks for; `arguments` is JSON as it wrote it."""

    id: str
    name: str
    arguments: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one call of the model brought."""

    text: str
    calls: tuple[Call, ...]
    tokens: int


async def ask(client: "AsyncOpenAI", show: Shown | None, **parameters: Any) -> Said:  # noqa: ANN401
    """Call the model and read its stream.

    A server that does not stream, whatever it is asked for, is read as well. Raises
    ResponderRefused, or ResponderUnavailable when the stream ends before the response does; and
    whatever the library, the network and a server's odd answers raise.
    """
    raw = await client.responses.with_raw_response.create(stream=True, **parameters)
    if "text/event-stream" not in raw.headers.get("content-type", ""):
        return _finished(json.loads(await raw.http_response.aread()))
    items: list[Any] = []
    async with raw.parse() as events:
        async for event in events:
            match getattr(event, "type", None):
                case "response.output_text.delta":
                    if show is not None:
                        show(event.delta)
                case "response.output_item.done":
                    items.append(event.item)
                case "response.completed" | "response.incomplete" | "response.failed":
                    return _finished(_plain(event.response), [_plain(item) for item in items])
                case "error":
                    raise ResponderUnavailable("stream_error")
    raise ResponderUnavailable("stream_cut")


def _plain(model: Any) -> Any:  # noqa: ANN401 - a model of the library's
    return model if isinstance(model, dict) else model.to_dict(mode="json", warnings=False)


def _finished(response: Mapping[str, Any], streamed: list[Any] | None = None) -> Said:
    """Read a response that is at its end; some servers tell its items only while they stream."""
    output = response["output"] or streamed or []
    tokens = _tokens(response)
    refusal = [part for part in _parts(output) if part.get("type") == "refusal"]
    if refusal:
        raise ResponderRefused("refusal", tokens=tokens)
    if response["status"] != "completed":
        raise _unfinished(response, tokens)
    text = "".join(part["text"] for part in _parts(output) if part.get("type") == "output_text")
    calls = [one for one in output if one.get("type") == "function_call"]
    return Said(text, tuple(map(_call, calls)), tokens)


def _unfinished(response: Mapping[str, Any], tokens: int) -> ResponderError:
    reason = str((response.get("incomplete_details") or {}).get("reason", ""))
    if reason == "content_filter":
        return ResponderRefused(reason, tokens=tokens)
    code = str((response.get("error") or {}).get("code", ""))
    return ResponderUnavailable(reason or code or "not_completed", tokens=tokens)


def _parts(output: list[Any]) -> list[Any]:
    messages = [item for item in output if item.get("type") == "message"]
    return [part for message in messages for part in message["content"]]


def _call(item: Mapping[str, Any]) -> Call:
    return Call(str(item["call_id"]), str(item["name"]), str(item["arguments"]))


def _tokens(response: Mapping[str, Any]) -> int:
    total = (response.get("usage") or {}).get("total_tokens", 0)
    return total if isinstance(total, int) and total > 0 else 0
