"""The stand-in's own JSON API, for its page and for tests. Slack has nothing like it.

Every POST takes a JSON object (sent as application/json) and answers `{"ok": true, ...}`, or
`{"ok": false, "error": "..."}` in Slack's words. `as` is the id of the person who acts.

    GET  /control/state?as=U           what that person sees: channels, messages, open modal
    GET  /control/stream               server-sent events, one for each change of anything
    GET  /control/calls?method=M       the Web API's calls so far: method, arguments, answer
    GET  /control/requests             what was sent to the app: each try, its status and reason
    POST /control/post                 as, channel, text, thread_ts?, to_channel?   -> ts
                                       a text that begins with "/" is a slash command; with
                                       "/me" it is what one says of oneself
    POST /control/share?as=U&channel=C&name=N&thread_ts=T&text=W
                                       the file's bytes are the body                -> ts
    GET  /control/file/F               a shared file, for the page
    POST /control/home                 as, tab?           the person opens the app's own place
    POST /control/edit                 as, channel, ts, text
    POST /control/delete               as, channel, ts
    POST /control/react                as, channel, ts, name             again takes it back
    POST /control/join                 as, channel
    POST /control/press                as, action_id, block_id?, given?, values?, and
                                       channel + ts, or view_id
    POST /control/submit               as, view_id, values {block_id: {action_id: value}}
    POST /control/close                as, view_id
    POST /control/command              as, channel, command, text?
    POST /control/verify               sends url_verification to the app
    POST /control/fail                 method ("*" for any), trouble (error, rate_limited,
                                       server_error, hang), times?, word?, seconds?
    POST /control/heal                 forgets every ordered failure
    POST /control/channel              channel, is_archived?, has_app?
    POST /control/scopes               scopes [..]: what the bot's token may do from now on
"""

from collections.abc import Callable
from dataclasses import replace

from sandbox.feed import Feed
from sandbox.messages import Request, Response
from sandbox.server import StandInServer
from sandbox.slack.acting import Acting
from sandbox.slack.commands import Commands
from sandbox.slack.faults import EVERY_METHOD, Fault, Faults, Trouble
from sandbox.slack.interacting import Interacting, Press
from sandbox.slack.pane import Pane
from sandbox.slack.sender import Attempt, Sender
from sandbox.slack.web_api import WebApi
from sandbox.slack.wire import Fields, RefusedError, fields, flag, number, text
from sandbox.slack.workspace import Workspace


class PeopleControl:
    """The routes by which people act."""

    def __init__(self, acting: Acting, interacting: Interacting, commands: Commands) -> None:
        self._acting = acting
        self._interacting = interacting
        self._commands = commands

    def add_to(self, server: StandInServer) -> None:
        for name in ("post", "edit", "delete", "react", "join", "press", "submit", "close"):
            server.route("POST", f"/control/{name}", answered(getattr(self, name)))
        server.route("POST", "/control/command", answered(self.command))

    def post(self, body: Fields) -> Fields:
        user, channel = who(body), text(body.get("channel"))
        words, thread = text(body.get("text")), text(body.get("thread_ts")) or None
        if words.startswith("/me "):
            said = words.removeprefix("/me ")
            return {"ts": self._acting.say_of_oneself(user, channel, said, thread).ts}
        if words.startswith("/") and not words.startswith("//"):
            command, _, rest = words.partition(" ")
            if thread is not None:
                return self._commands.refuse_in_thread(user, channel, command, thread)
            return self._commands.give(user, channel, command, rest)
        both = flag(body.get("to_channel"))
        return {"ts": self._acting.post(user, channel, words, thread, to_channel=both).ts}

    def edit(self, body: Fields) -> Fields:
        self._acting.edit(*place(body), text(body.get("text")))
        return {}

    def delete(self, body: Fields) -> Fields:
        self._acting.delete(*place(body))
        return {}

    def react(self, body: Fields) -> Fields:
        self._acting.react(*place(body), text(body.get("name")))
        return {}

    def join(self, body: Fields) -> Fields:
        self._acting.join(who(body), text(body.get("channel")))
        return {}

    def press(self, body: Fields) -> Fields:
        block_id = text(body.get("block_id")) or None
        action_id, values = text(body.get("action_id")), fields(body.get("values"))
        press = Press(action_id, block_id, body.get("given"), values)
        if body.get("view_id"):
            return self._interacting.press_in_view(who(body), text(body["view_id"]), press)
        return self._interacting.press(*place(body), press)

    def submit(self, body: Fields) -> Fields:
        values = fields(body.get("values"))
        return self._interacting.submit(who(body), text(body.get("view_id")), values)

    def close(self, body: Fields) -> Fields:
        return self._interacting.close(who(body), text(body.get("view_id")))

    def command(self, body: Fields) -> Fields:
        command, words = text(body.get("command")), text(body.get("text"))
        return self._commands.give(who(body), text(body.get("channel")), command, words)


class TroubleControl:
    """The routes by which tests make trouble."""

    def __init__(self, workspace: Workspace, web_api: WebApi, faults: Faults) -> None:
        self._workspace = workspace
        self._web_api = web_api
        self._faults = faults

    def add_to(self, server: StandInServer) -> None:
        for name in ("fail", "heal", "channel", "scopes"):
            server.route("POST", f"/control/{name}", answered(getattr(self, name)))

    def fail(self, body: Fields) -> Fields:
        if body.get("trouble") not in set(Trouble):
            raise RefusedError("unknown_trouble")
        seconds = number(body.get("seconds"), 1.0)
        word = text(body.get("word")) or "internal_error"
        fault = Fault(Trouble(text(body["trouble"])), word, seconds)
        times = int(number(body.get("times"), 1))
        self._faults.fail_next(text(body.get("method")) or EVERY_METHOD, fault, times)
        return {}

    def heal(self, _body: Fields) -> Fields:
        self._faults.clear()
        return {}

    def channel(self, body: Fields) -> Fields:
        channel = self._workspace.find_channel(text(body.get("channel")))
        if channel is None:
            raise RefusedError("channel_not_found")
        archived = flag(body.get("is_archived"), otherwise=channel.is_archived)
        has_app = flag(body.get("has_app"), otherwise=channel.has_app)
        self._workspace.put_channel(replace(channel, is_archived=archived, has_app=has_app))
        return {}

    def scopes(self, body: Fields) -> Fields:
        scopes = body.get("scopes")
        self._web_api.grant(
            frozenset(map(str, scopes)) if isinstance(scopes, list) else frozenset()
        )
        return {}


class Windows:
    """The routes that only look."""

    def __init__(self, pane: Pane, web_api: WebApi, sender: Sender, feed: Feed) -> None:
        self._pane = pane
        self._web_api = web_api
        self._sender = sender
        self._feed = feed

    def add_to(self, server: StandInServer) -> None:
        server.route("GET", "/control/state", self.state)
        server.route("GET", "/control/stream", self.stream)
        server.route("GET", "/control/calls", self.calls)
        server.route("GET", "/control/requests", self.requests)

    def state(self, request: Request) -> Response:
        return Response.json(self._pane.seen_by(request.query().get("as", "")))

    def stream(self, _request: Request) -> Response:
        return Response.events(self._feed.listen())

    def calls(self, request: Request) -> Response:
        names = ("method", "arguments", "status", "answer", "at")
        calls = self._web_api.calls(request.query().get("method"))
        rows = [{name: getattr(call, name) for name in names} for call in calls]
        return Response.json({"calls": rows})

    def requests(self, _request: Request) -> Response:
        return Response.json({"requests": [shown_attempt(row) for row in self._sender.attempts()]})


def answered(act: Callable[[Fields], Fields]) -> Callable[[Request], Response]:
    """Return a route: the act's answer, or the refusal in Slack's words."""

    def route(request: Request) -> Response:
        try:
            return Response.json({"ok": True, **act(request.json())})
        except RefusedError as refusal:
            return Response.json(refusal.answer())

    return route


def who(body: Fields) -> str:
    return text(body.get("as"))


def place(body: Fields) -> tuple[str, str, str]:
    return who(body), text(body.get("channel")), text(body.get("ts"))


def shown_attempt(attempt: Attempt) -> Fields:
    return {
        "name": attempt.parcel.name,
        "body": attempt.parcel.body.decode(),
        "retry": attempt.retry,
        "retry_reason": attempt.retry_reason,
        "status": attempt.outcome.status,
        "reason": attempt.outcome.reason,
        "seconds": round(attempt.seconds, 3),
    }
