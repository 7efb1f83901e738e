"""A chat server as the contract describes it, with faults to order, for the widget's tests."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sandbox.messages import Request, Response
from sandbox.server import StandInServer
from tests.unit.widget.fake_sockets import Frame, Sockets
from tests.unit.widget.visits import File, Message, Visit

WIDGET = "application/javascript; charset=utf-8"


@dataclass(slots=True)
class Faults:
    """What goes wrong, as long as it stands here."""

    refused_sockets: bool = False
    unreachable: bool = False
    message_statuses: list[int] = field(default_factory=list)
    """Answers to the next POSTs of messages, before any is taken."""
    handoff_statuses: list[int] = field(default_factory=list)
    lost_answers: int = 0
    """So many messages are stored, and their POST is answered 503 all the same."""
    cut_before: set[int] = field(default_factory=set)
    """Sequences whose push cuts the socket instead of arriving."""
    dropped: set[int] = field(default_factory=set)
    """Sequences whose push is lost while the socket stays."""
    doubled: bool = False
    deaf_sockets: bool = False
    """Frames sent by the browser are read and ignored."""


class FakeChat:
    """HTTP at `url` (with a path in it, as the local engine has), sockets on a port beside it."""

    def __init__(self, script: str) -> None:
        self.faults = Faults()
        self.script = script
        self.calls: list[str] = []
        self.visits: dict[str, Visit] = {}
        self.identities: list[dict[str, object]] = []
        self.answer: Callable[[str], str | None] = lambda _text: None
        self.lock = threading.RLock()
        self.sockets = Sockets(self)
        self._server = StandInServer()
        for method, path, route in (
            ("GET", "widget.js", self._give_script),
            ("POST", "sessions", self._open_session),
            ("POST", "messages", self._take_message),
            ("GET", "messages", self._give_messages),
            ("POST", "handoff", self._hand_off),
        ):
            self._server.route(method, f"/api/$default/chat/{path}", self._with_cors(route))
        self._server.route("OPTIONS", "/api/$default/chat/{path}", self._preflight)

    @property
    def url(self) -> str:
        return f"{self._server.url}/api/$default"

    @property
    def visit(self) -> Visit:
        """The newest session."""
        return list(self.visits.values())[-1]

    def start(self) -> None:
        self._server.start()
        self.sockets.start()

    def stop(self) -> None:
        self.sockets.stop()
        self._server.stop()

    def say(self, text: str, role: str = "bot", name: str = "AI", kind: str = "message") -> Message:
        """Store something that the customer can see, and push it."""
        with self.lock:
            message = self.visit.add({"role": role, "name": name}, text, kind=kind)
            self.push_message(self.visit, message)
            return message

    def send_file(self, name: str, url: str, size: int = 48_213) -> Message:
        """An agent sends a file along, as the server tells of it."""
        with self.lock:
            file: File = {"name": name, "url": url, "media_type": "application/pdf", "size": size}
            author = {"role": "agent", "name": "Ana"}
            message = self.visit.add(author, f"{name}\n{url}", files=[file])
            self.push_message(self.visit, message)
            return message

    def edit(self, edited: Message, text: str) -> None:
        with self.lock:
            message = self.visit.add(edited["author"], text, kind="edit", edits=edited["sequence"])
            self.push_message(self.visit, message)

    def become(self, state: str, **more: object) -> None:
        with self.lock:
            self.visit.conversation = {"state": state, **more}
            self.push({"type": "conversation", "conversation": self.visit.conversation})

    def push(self, frame: Frame) -> None:
        self.sockets.push(self.visit, {"sequence": self.visit.last, **frame})

    def push_message(self, visit: Visit, message: Message) -> None:
        sequence = message["sequence"]
        if sequence in self.faults.cut_before:
            self.faults.cut_before.discard(sequence)
            self.sockets.cut(visit)
        if sequence in self.faults.dropped:
            return
        for _ in range(2 if self.faults.doubled else 1):
            self.sockets.push(visit, {"type": "message", "message": message})

    def receive(self, visit: Visit, client_message_id: str, text: str) -> int:
        """Take a customer's message once, however often it comes."""
        with self.lock:
            if client_message_id in visit.taken:
                message = visit.taken[client_message_id]
                self.push_message(visit, message)
                return message["sequence"]
            author = {"role": "customer", "name": ""}
            message = visit.add(author, text, client_message_id=client_message_id)
            visit.taken[client_message_id] = message
            self.push_message(visit, message)
            if (reply := self.answer(text)) is not None:
                self.push_message(visit, visit.add({"role": "bot", "name": "AI"}, reply))
            return message["sequence"]

    def _with_cors(self, route: Callable[[Request], Response]) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            self.calls.append(f"{request.method} {request.path.rpartition('/')[2]}")
            response = Response(503) if self.faults.unreachable else route(request)
            headers = {**response.headers, **allowing(request)}
            return Response(response.status, response.body, response.content_type, headers)

        return answer

    def _preflight(self, request: Request) -> Response:
        return Response(204, headers=allowing(request))

    def _give_script(self, _request: Request) -> Response:
        return Response(200, self.script.encode(), WIDGET)

    def _open_session(self, request: Request) -> Response:
        about = request.json()
        self.identities.append(about)
        if about.get("identity_proof") == "old":
            return refusal(403)
        token = secrets.token_hex(8)
        with self.lock:
            self.visits[token] = Visit()
        return Response.json(
            {
                "session_id": token[:4],
                "token": token,
                "expires_at": datetime.now(UTC).isoformat(),
                "websocket_url": self.sockets.url,
            },
            201,
        )

    def _take_message(self, request: Request) -> Response:
        if (visit := self._find_visit(request)) is None:
            return refusal(401)
        if self.faults.message_statuses:
            return refusal(self.faults.message_statuses.pop(0))
        body = request.json()
        client_message_id = str(body["client_message_id"])
        sequence = self.receive(visit, client_message_id, str(body["text"]))
        if self.faults.lost_answers:
            self.faults.lost_answers -= 1
            return refusal(503)
        answer = {"sequence": sequence, "client_message_id": client_message_id}
        return Response.json(answer, 202)

    def _give_messages(self, request: Request) -> Response:
        if (visit := self._find_visit(request)) is None:
            return refusal(401)
        with self.lock:
            since = int(request.query()["since"])
            messages = [message for message in visit.messages if message["sequence"] > since]
            return Response.json({"messages": messages, "conversation": visit.conversation})

    def _hand_off(self, request: Request) -> Response:
        if (visit := self._find_visit(request)) is None:
            return refusal(401)
        if self.faults.handoff_statuses:
            return refusal(self.faults.handoff_statuses.pop(0))
        with self.lock:
            visit.conversation = {"state": "waiting", "position": 1}
        self.say("We are getting a person for you.", kind="notice")
        return Response.json({"state": "waiting"}, 202)

    def _find_visit(self, request: Request) -> Visit | None:
        return self.visits.get(request.headers.get("authorization", "").removeprefix("Bearer "))


def allowing(request: Request) -> dict[str, str]:
    return {
        "Access-Control-Allow-Origin": request.headers.get("origin", ""),
        "Access-Control-Allow-Headers": "authorization, content-type",
        "Access-Control-Allow-Methods": "GET, POST",
    }


def refusal(status: int) -> Response:
    return Response.json({"error": {"code": "refused", "message": "as ordered"}}, status)
