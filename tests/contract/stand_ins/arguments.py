"""What a call of Slack's Web API says, and what is wrong with it before any method looks."""

import json
import uuid

from tests.contract.stand_ins.blocks import fault_of_message
from tests.contract.stand_ins.loopback import Json, Request

LONGEST_TEXT = 40_000


class RefusedError(Exception):
    """Slack's `{"ok": false}`."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error


def arguments_of(request: Request) -> Json:
    if request.is_json:
        document: Json = json.loads(request.body or b"{}")
        return document
    arguments: Json = {**request.query, **request.form}
    for name in ("blocks", "attachments", "view", "metadata"):
        if isinstance(arguments.get(name), str):
            arguments[name] = json.loads(arguments[name])
    return arguments


def body_of(arguments: Json) -> Json:
    blocks = arguments.get("blocks") or []
    if isinstance(blocks, str):
        blocks = json.loads(blocks)
    text = str(arguments.get("text") or "")
    if not text and not blocks:
        raise RefusedError("no_text")
    if len(text) > LONGEST_TEXT:
        raise RefusedError("msg_too_long")
    fault = fault_of_message(blocks)
    if fault:
        raise RefusedError(fault)
    named = [{"block_id": uuid.uuid4().hex[:5], **block} for block in blocks]
    return {"text": text, "blocks": named}
