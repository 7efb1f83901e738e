"""Response URLs: five uses in half an hour, for whoever pressed a button or gave a command.

https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
"""

import secrets
import threading
import time
from dataclasses import dataclass, replace

from sandbox.slack.messages import Message
from sandbox.slack.posting import Posting, content_of
from sandbox.slack.wire import Fields, RefusedError, flag, refuse_if, text
from sandbox.slack.workspace import Workspace

MOST_USES = 5
LIFETIME_SECONDS = 1800


@dataclass(frozen=True, slots=True)
class Origin:
    """What a response URL answers: whose act, where, and on which message."""

    user: str
    channel: str
    message: Message | None = None
    at: float = 0.0
    uses: int = 0


class Responses:
    """Makes response URLs and does what is sent to them."""

    def __init__(self, workspace: Workspace, posting: Posting) -> None:
        self._workspace = workspace
        self._posting = posting
        self._origins: dict[str, Origin] = {}
        self._lock = threading.Lock()

    def new_path(self, kind: str, team: str, origin: Origin) -> str:
        path = f"/{kind}/{team}/{secrets.randbelow(10**13)}/{secrets.token_urlsafe(18)}"
        with self._lock:
            self._origins[path] = replace(origin, at=time.monotonic())
        return path

    def respond(self, path: str, body: Fields) -> None:
        """Show, replace or delete a message, as the app asks."""
        origin = self._use(path)
        if flag(body.get("delete_original")) and origin.message is not None:
            self._posting.remove(self._current(origin.message))
        elif flag(body.get("replace_original")) and origin.message is not None:
            self._replace(origin.message, body)
        else:
            self.show(origin, body)

    def show(self, origin: Origin, body: Fields) -> None:
        """Post a new message: to everyone for `in_channel`, else to that person alone."""
        content = content_of(body)
        channel = self._workspace.find_channel(origin.channel)
        if channel is None:
            raise RefusedError("channel_not_found")
        thread = self._posting.thread_in(channel, text(body.get("thread_ts")))
        message = self._posting.new_message(channel, content, thread)
        everyone = body.get("response_type") == "in_channel"
        self._posting.post(replace(message, only_for=None if everyone else origin.user))

    def _replace(self, original: Message, body: Fields) -> None:
        before = self._current(original)
        self._posting.rewrite(before, content_of(body), keep_blocks=False)

    def _current(self, original: Message) -> Message:
        if original.only_for is not None:
            found = self._workspace.find_ephemeral(original.only_for, original.ts)
        else:
            found = self._workspace.find(original.channel, original.ts)
        if found is None:
            raise RefusedError("message_not_found")
        return found

    def _use(self, path: str) -> Origin:
        with self._lock:
            origin = self._origins.get(path)
            if origin is None or time.monotonic() - origin.at > LIFETIME_SECONDS:
                raise RefusedError("expired_url")
            refuse_if("used_url", when=origin.uses >= MOST_USES)
            self._origins[path] = replace(origin, uses=origin.uses + 1)
            return origin
