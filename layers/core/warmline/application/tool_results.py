"""What became of a call, as the log keeps it: secrets cut, and in words for the customer."""

import json
from dataclasses import replace

from warmline.application.tool_running import Output
from warmline.domain.errors import ToolFailed
from warmline.domain.redaction import redact
from warmline.domain.tool_catalogue import Tool
from warmline.domain.tool_runs import ToolRun
from warmline.domain.tools import Risk, ToolStatus, ToolUse

LONGEST_OUTPUT = 4_000
NOT_FOUND = "not_found"

IN_DOUBT = json.dumps({"uncertain": True})
"""The output of an action that may have had its effect, while it is tried again."""


def done_use(tool: Tool, use: ToolUse, output: Output, language: str) -> ToolUse:
    """Return the use as done, with what the customer may be told of it."""
    values = {**json.loads(use.arguments), **output}
    return replace(
        use,
        status=ToolStatus.DONE,
        output=_fitting(output),
        summary=redact(tool.tell(tool.says, language, values)).text,
    )


def failed_use(tool: Tool | None, use: ToolUse, failed: ToolFailed, language: str) -> ToolUse:
    """Return the use as failed, with what the customer is told where nothing was found."""
    summary = ""
    if tool is not None and failed.code == NOT_FOUND:
        summary = tool.tell(tool.not_found, language, json.loads(use.arguments))
    doubt = {"uncertain": True} if failed.uncertain else {}
    output = json.dumps({"error": failed.code, **doubt})
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
    return str(_read(use.output).get("error", "")) if use.status is ToolStatus.FAILED else ""


def is_uncertain(use: ToolUse) -> bool:
    """Whether it failed and may have been done all the same: nobody is to do it unseen."""
    return use.status is ToolStatus.FAILED and _read(use.output).get("uncertain") is True


def failure_of(run: ToolRun) -> ToolFailed:
    """Return how the row says that it failed."""
    return ToolFailed(run.error, uncertain=_read(run.output).get("uncertain") is True)


def doubting(failed: ToolFailed, *, doubt: bool) -> ToolFailed:
    """The failure where an earlier call with the same key may have had its effect."""
    uncertain = failed.uncertain or doubt
    return ToolFailed(failed.code, temporary=failed.temporary, uncertain=uncertain)


def _read(output: str) -> dict[str, object]:
    return dict(json.loads(output or "{}"))


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
