"""Slack's Web API, as far as an app with one desk channel can tell.

https://docs.slack.dev/reference/methods and https://docs.slack.dev/apis/web-api/rate-limits
"""

import json
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

from tests.contract.stand_ins.arguments import RefusedError, arguments_of, body_of
from tests.contract.stand_ins.blocks import fault_of_view
from tests.contract.stand_ins.loopback import Json, LoopbackServer, Reply, Request
from tests.contract.stand_ins.workspace import BOT_ID, BOT_USER, Message, OpenView, Workspace

SECONDS_BETWEEN_POSTS = 1.0
TRIGGER_LIFE = 3.0
SLACK_TAKES_A_LITTLE_LESS = 0.05


type Listener = Callable[[str, Message], None]


@dataclass(slots=True)
class SlackStandIn:
    """Records every call, refuses what Slack refuses, and tells a listener what was posted."""

    workspace: Workspace
    bot_token: str
    app: str
    people: dict[str, Json] = field(default_factory=dict)
    calls: list[tuple[str, Json, float]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    listener: Listener = field(default=lambda _kind, _message: None)
    _last_post: dict[str, float] = field(default_factory=dict)
    _outages: list[int] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _server: LoopbackServer = field(init=False)

    def __post_init__(self) -> None:
        self._server = LoopbackServer(self._handle)

    @property
    def url(self) -> str:
        return self._server.url

    @property
    def api_url(self) -> str:
        return f"{self.url}/api/"

    def start(self) -> Self:
        self._server.start()
        return self

    def stop(self) -> None:
        self._server.stop()

    def be_down_for(self, calls: int, status: int = 503) -> None:
        """Answer the next calls with a server error."""
        with self._lock:
            self._outages += [status] * calls

    def _handle(self, request: Request) -> Reply:
        if request.path.startswith("/response/"):
            return self._respond(request)
        method = request.path.removeprefix("/api/")
        arguments = arguments_of(request)
        with self._lock:
            self.calls.append((method, arguments, time.monotonic()))
            if self._outages:
                return Reply(self._outages.pop(0), {"ok": False, "error": "service_unavailable"})
        try:
            self._authenticate(request, arguments)
            return self._answer(method, arguments)
        except RefusedError as refusal:
            return self._refuse(method, refusal.error)

    def _refuse(self, method: str, error: str) -> Reply:
        with self._lock:
            self.refused.append((method, error))
        limited = error == "ratelimited"
        headers = {"Retry-After": "1"} if limited else {}
        return Reply(429 if limited else 200, {"ok": False, "error": error}, headers)

    def _authenticate(self, request: Request, arguments: Json) -> None:
        header = request.headers.get("authorization", "")
        token = header.removeprefix("Bearer ") or arguments.get("token")
        if not token:
            raise RefusedError("not_authed")
        if token != self.bot_token:
            raise RefusedError("invalid_auth")

    def _answer(self, method: str, arguments: Json) -> Reply:
        methods: dict[str, Callable[[Json], Json]] = {
            "auth.test": self._auth_test,
            "chat.delete": self._delete,
            "chat.postEphemeral": self._post_ephemeral,
            "chat.postMessage": self._post,
            "chat.update": self._update,
            "conversations.open": self._open_direct,
            "conversations.replies": self._replies,
            "reactions.add": self._react,
            "reactions.remove": self._unreact,
            "users.info": self._user,
            "views.open": self._open_view,
            "views.push": self._open_view,
            "views.update": self._update_view,
        }
        if method not in methods:
            raise RefusedError("unknown_method")
        return Reply(200, {"ok": True, **methods[method](arguments)})

    def _auth_test(self, _: Json) -> Json:
        return {
            "url": "https://example.slack.com/",
            "team": "Example",
            "user": "warmline",
            "team_id": self.workspace.team,
            "user_id": BOT_USER,
            "bot_id": BOT_ID,
            "is_enterprise_install": False,
        }

    def _post(self, arguments: Json) -> Json:
        channel = self._channel_of(arguments)
        body = body_of(arguments)
        thread_ts = arguments.get("thread_ts")
        if thread_ts and not self.workspace.find(channel, str(thread_ts)):
            raise RefusedError("thread_not_found")
        self._keep_pace(channel)
        message = self.workspace.add(channel, BOT_USER, body, thread_ts)
        self.listener("posted", message)
        return {"channel": channel, "ts": message.ts, "message": self.shape_of(message)}

    def _keep_pace(self, channel: str) -> None:
        with self._lock:
            now = time.monotonic()
            last = self._last_post.get(channel, 0.0)
            if now - last < SECONDS_BETWEEN_POSTS - SLACK_TAKES_A_LITTLE_LESS:
                raise RefusedError("ratelimited")
            self._last_post[channel] = now

    def _update(self, arguments: Json) -> Json:
        message = self._own_message(arguments, "cant_update_message")
        message.edit(body_of(arguments))
        self.listener("changed", message)
        return {"channel": message.channel, "ts": message.ts, "text": message.body["text"]}

    def _delete(self, arguments: Json) -> Json:
        message = self._own_message(arguments, "cant_delete_message")
        message.deleted = True
        return {"channel": message.channel, "ts": message.ts}

    def _post_ephemeral(self, arguments: Json) -> Json:
        self._channel_of(arguments)
        user = str(arguments.get("user", ""))
        if not user:
            raise RefusedError("user_not_in_channel")
        self.workspace.whisper(user, body_of(arguments))
        return {"message_ts": f"{time.time():.6f}"}

    def _react(self, arguments: Json) -> Json:
        message, name = self._message_of(arguments), str(arguments.get("name", ""))
        if not name:
            raise RefusedError("invalid_name")
        if name in message.reactions:
            raise RefusedError("already_reacted")
        message.reactions.append(name)
        return {}

    def _unreact(self, arguments: Json) -> Json:
        message, name = self._message_of(arguments), str(arguments.get("name", ""))
        if name not in message.reactions:
            raise RefusedError("no_reaction")
        message.reactions.remove(name)
        return {}

    def _open_direct(self, arguments: Json) -> Json:
        channel = f"D{str(arguments.get('users', ''))[1:]}"
        self.workspace.channels.add(channel)
        return {"channel": {"id": channel}}

    def _replies(self, arguments: Json) -> Json:
        channel = self._channel_of(arguments)
        root = str(arguments.get("ts", ""))
        with self.workspace.lock:
            found = [m for m in self.workspace.messages if m.channel == channel]
        thread = [self.shape_of(m) for m in found if root in {m.ts, m.thread_ts}]
        return {"messages": thread, "has_more": False}

    def _user(self, arguments: Json) -> Json:
        person = self.people.get(str(arguments.get("user", "")))
        if not person:
            raise RefusedError("user_not_found")
        return {"user": person}

    def _open_view(self, arguments: Json) -> Json:
        user, born = self.workspace.triggers.pop(str(arguments.get("trigger_id")), ("", 0.0))
        if not user or time.monotonic() - born > TRIGGER_LIFE:
            raise RefusedError("expired_trigger_id")
        return self._show(arguments, f"V{uuid.uuid4().hex[:10].upper()}", user)

    def _update_view(self, arguments: Json) -> Json:
        known = {view.id: view.user for view in self.workspace.views}
        view_id = str(arguments.get("view_id", ""))
        if view_id not in known:
            raise RefusedError("not_found")
        return self._show(arguments, view_id, known[view_id])

    def _show(self, arguments: Json, view_id: str, user: str) -> Json:
        view: Json = arguments.get("view") or {}
        fault = fault_of_view(view)
        if fault:
            raise RefusedError(fault)
        blocks = [{"block_id": uuid.uuid4().hex[:5], **block} for block in view["blocks"]]
        view = {**view, "blocks": blocks}
        self.workspace.views.append(OpenView(view_id, user, view))
        return {"view": {**view, "id": view_id, "team_id": self.workspace.team, "hash": "1.abc"}}

    def _respond(self, request: Request) -> Reply:
        user = self.workspace.response_urls.get(request.path)
        if not user:
            return Reply(404, {"ok": False, "error": "used_url"})
        document: Json = json.loads(request.body)
        self.workspace.whisper(user, document)
        return Reply(200, {"ok": True})

    def _channel_of(self, arguments: Json) -> str:
        channel = str(arguments.get("channel", ""))
        if channel in self.people:
            channel = f"D{channel[1:]}"
        if channel not in self.workspace.channels:
            raise RefusedError("channel_not_found")
        return channel

    def _message_of(self, arguments: Json) -> Message:
        channel = self._channel_of(arguments)
        ts = str(arguments.get("timestamp") or arguments.get("ts") or "")
        message = self.workspace.find(channel, ts)
        if not message:
            raise RefusedError("message_not_found")
        return message

    def _own_message(self, arguments: Json, error: str) -> Message:
        message = self._message_of(arguments)
        if not message.is_from_bot:
            raise RefusedError(error)
        return message

    def shape_of(self, message: Message) -> Json:
        """Give a message as Slack shows it to apps."""
        by_bot = {"bot_id": BOT_ID, "app_id": self.app} if message.is_from_bot else {}
        threaded = {"thread_ts": message.thread_ts} if message.thread_ts else {}
        return {
            "type": "message",
            "user": message.author,
            "ts": message.ts,
            "team": self.workspace.team,
            **by_bot,
            **threaded,
            **message.body,
        }
