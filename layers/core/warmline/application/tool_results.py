"""What became of a call, as the log keeps it: secrets cut, and in words for the customer."""

import json
from dataclasses import replace

from warmline.application.tool_running import Output
from warmline.domain.redaction import redact
from warmline.domain.tool_catalogue import Tool
from warmline.domain.tools import Risk, ToolStatus, ToolUse

LONGEST_OUTPUT = 4_000
NOT_FOUND = "not_found"


def done_use(tool: Tool, use: ToolUse, output: Output, language: str) -> ToolUse:
    """Return the use as done, with what the customer may be told of it."""
    values = {**json.loads(use.arguments), **output}
    return replace(
        use,
        status=ToolStatus.DONE,
        output=_fitting(output),
        summary=redact(tool.tell(tool.says, language, values)).text,
    )


def failed_use(tool: Tool, use: ToolUse, code: str, language: str) -> ToolUse:
    """Return the use as failed, with what the customer is told where nothing was found."""
    summary = ""
    if code == NOT_FOUND:
        summary = tool.tell(tool.not_found, language, json.loads(use.arguments))
    output = json.dumps({"error": code})
    return replace(use, status=ToolStatus.FAILED, output=output, summary=summary)


def refused_use(name: str, key: str, why: str, risk: Risk = Risk.READ) -> ToolUse:
    """Return a call that was not let through, with the reason for whoever made it."""
    return ToolUse(
        name=name[:64],
        key=key,
        status=ToolStatus.REFUSED,
        risk=risk,
        output=json.dumps({"error": why}),
        summary=why,
    )


def error_of(use: ToolUse) -> str:
    """Return the code of a failure, "" for what did not fail."""
    return str(json.loads(use.output).get("error", "")) if use.status is ToolStatus.FAILED else ""


def _fitting(output: Output) -> str:
    """The output as the log keeps it: whole fields only, as far as there is room."""
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
            return redact(value).text
        case dict():
            return {str(name): _cut(one) for name, one in value.items()}
        case list():
            return [_cut(one) for one in value]
        case _:
            return value
