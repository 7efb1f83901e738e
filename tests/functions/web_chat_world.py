"""The web chat's real handler over a whole line in memory, with a gateway that remembers."""

import copy
import hashlib
import hmac
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlencode

from botocore.exceptions import ClientError, EndpointConnectionError

from functions.web_chat.app import make_handler
from tests.events import CHAT_ORIGIN, IDENTITY_KEY, Event, load_event
from tests.journeys.world import DESK, World, impatient
from warmline.adapters.credentials import Credentials
from warmline.adapters.memory import MemoryStore
from warmline.adapters.web.channel import WebChannel
from warmline.adapters.web.chat import WebChat
from warmline.adapters.web.sockets import GatewaySockets
from warmline.adapters.web.visits import SocketVisits
from warmline.adapters.web.widget import Widget
from warmline.application.deliver import DeliverMessages
from warmline.application.hinting import hint_socket
from warmline.application.presence import NotePresence
from warmline.application.receive_message import ReceiveMessage
from warmline.application.retrying import Patience
from warmline.application.sweep import CloseSilentSocket, SweepDeadlines
from warmline.bootstrap import Ground, WebLine
from warmline.bootstrap.files import find_customer_files
from warmline.domain.address import Channel
from warmline.domain.conversation import Head
from warmline.domain.errors import StoreUnavailable
from warmline.domain.records import Connection, Socket
from warmline.settings import WebChatSettings

if TYPE_CHECKING:
    from mypy_boto3_apigatewaymanagementapi import ApiGatewayManagementApiClient
    from mypy_boto3_secretsmanager import SecretsManagerClient

SESSION_KEY = "a session key"
WEBSOCKET_URL = "wss://sockets.example/dev"
WIDGET = Widget('console.log("é")', '"w1"')
OURS = "ours"

type Frame = dict[str, Any]


@dataclass
class Troubles:
    """Calls of the table that fail as long as they stand here, by name."""

    failing: set[str] = field(default_factory=set)
    made: list[str] = field(default_factory=list)

    def around(self, adapter: Any) -> Any:  # noqa: ANN401 - whatever the line is made of
        return TroubledStore(self, adapter) if isinstance(adapter, MemoryStore) else adapter


@dataclass
class TroubledStore:
    """A table that can be away, and counts its calls."""

    troubles: Troubles
    table: MemoryStore

    def __getattr__(self, name: str) -> object:
        self.troubles.made.append(name)
        if self.troubles.failing & {name, "everything"}:
            raise StoreUnavailable("away")
        return getattr(self.table, name)


@dataclass
class FakeSecrets:
    """Secrets Manager with one secret."""

    values: dict[str, object] = field(
        default_factory=lambda: {"session_key": SESSION_KEY, "identity_key": IDENTITY_KEY}
    )
    is_away: bool = False

    def get_secret_value(self, *, SecretId: str) -> dict[str, str]:  # noqa: N803 - the service's
        if self.is_away:
            raise EndpointConnectionError(endpoint_url=SecretId)
        return {"SecretString": json.dumps(self.values)}


@dataclass
class FakeGateway:
    """The sockets' gateway: keeps the frames of those that are open; others are gone."""

    open: set[str] = field(default_factory=set)
    frames: dict[str, list[Frame]] = field(default_factory=dict)
    closed: list[str] = field(default_factory=list)
    refusing: set[str] = field(default_factory=set)

    def post_to_connection(self, *, ConnectionId: str, Data: bytes) -> None:  # noqa: N803
        if ConnectionId in self.refusing:
            raise _error("LimitExceededException", 429)
        if ConnectionId not in self.open:
            raise _error("GoneException", 410)
        self.frames.setdefault(ConnectionId, []).append(json.loads(Data))

    def delete_connection(self, *, ConnectionId: str) -> None:  # noqa: N803
        if ConnectionId not in self.open:
            raise _error("GoneException", 410)
        self.open.discard(ConnectionId)
        self.closed.append(ConnectionId)


def _error(code: str, status: int) -> ClientError:
    answer = {"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}
    return ClientError(cast("Any", answer), "PostToConnection")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the handler answered to a call."""

    status: int
    headers: dict[str, str]
    body: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever was answered
        return json.loads(self.body)


class WebWorld(World):
    """The line in memory with the web chat's own door and sockets."""

    files_bucket = "agents-files"

    def __init__(self, **policy: object) -> None:
        self.troubles = Troubles()
        super().__init__(around=self.troubles.around, responder=None, **policy)
        self.gateway, self.secrets = FakeGateway(), FakeSecrets()
        self.web_sockets = GatewaySockets(
            lambda: cast("ApiGatewayManagementApiClient", self.gateway)
        )
        self._wire_web(impatient())
        self.handler = make_handler(lambda: self.line)

    def _wire_web(self, patience: Patience) -> None:
        store, hints, clock = self.store, self.hints, self.clock
        client = cast("SecretsManagerClient", self.secrets)
        keys = Credentials(client, "warmline", lambda: self.clock().timestamp())
        settings = WebChatSettings(
            table_name="t",
            credentials_secret="warmline",
            chat_origins=(CHAT_ORIGIN,),
            websocket_url=WEBSOCKET_URL,
            sockets_endpoint_url="https://sockets.example",
            public_base_url="https://line.example",
            files_bucket=self.files_bucket,
            policy_overrides={},
        )
        files = find_customer_files(settings, Ground(self.house, store, keys, clock))
        presence = NotePresence(store, self.house, clock, patience)
        web = WebChannel(store, self.web_sockets, presence.left, files.links)
        self.deliver = DeliverMessages(
            store, hints, clock, patience, {Channel.WEB: web}, self.desk, self.settling, DESK
        )
        self.close_silent = CloseSilentSocket(store, self.web_sockets, clock, patience)
        self.sweep = SweepDeadlines(store, hints, clock, self.look_at, self.close_silent)
        receive = ReceiveMessage(store, self.house, clock, self.new_id, patience)
        chat = WebChat(store, receive, clock, keys, WEBSOCKET_URL, files.links)
        seconds = self.house.policy.hello_seconds
        visits = SocketVisits(
            store, self.web_sockets, chat, clock, patience, seconds, (CHAT_ORIGIN,), presence
        )
        self.line = WebLine(settings, chat, visits, lambda: WIDGET, files)

    def stream(self) -> None:
        """As the whole line's, with the sockets that were opened."""
        fresh = self.memory.inserted[self.streamed :]
        super().stream()
        for row in fresh:
            if isinstance(row, Socket) and self.stream_on:
                hint_socket(self.hints, self.house.policy, row)

    def rows[R](self, kind: type[R]) -> list[R]:
        """Everything of one kind in the table."""
        return [row for row in self.memory.rows.values() if isinstance(row, kind)]

    @property
    def sockets_known(self) -> set[str]:
        """Sockets that a delivery would find."""
        return {row.id for row in self.rows(Connection)}

    def call(  # noqa: PLR0913 - each is one part of a request
        self,
        method: str,
        path: str,
        document: object = None,
        *,
        token: str = "",
        origin: str | None = OURS,
        query: str = "",
        body: str | None = None,
    ) -> Answer:
        """Call as a page does."""
        event = copy.deepcopy(load_event("web_chat", "messages_get"))
        event |= {"rawPath": path, "rawQueryString": query, "routeKey": f"{method} {path}"}
        event["requestContext"]["http"] |= {"method": method, "path": path}
        given = {"origin": CHAT_ORIGIN if origin == OURS else origin}
        given["authorization"] = f"Bearer {token}" if token else None
        event["headers"] |= given
        event["headers"] = {k: v for k, v in event["headers"].items() if v is not None}
        event["body"] = written(document) if body is None and document is not None else body
        return self.give(event)

    def give(self, event: Event) -> Answer:
        """Hand an HTTP event to the handler."""
        answered = cast("dict[str, Any]", self.handler(event, None))
        return Answer(answered["statusCode"], answered["headers"], answered["body"])

    def visitor(self, **wishes: object) -> "WebVisitor":
        """Open a session."""
        answer = self.call("POST", "/chat/sessions", wishes)
        assert answer.status == 201, answer
        return WebVisitor(self, answer.json["session_id"], answer.json["token"])

    def connect(self, connection: str, *origins: str | None) -> int:
        """Open a socket; from our own page unless origins are given, None for without."""
        event = load_event("web_chat", "connect")
        event["requestContext"]["connectionId"] = connection
        sent = [one for one in origins or (CHAT_ORIGIN,) if one is not None]
        for headers in (event["headers"], event["multiValueHeaders"]):
            headers.pop("Origin", None)
        if sent:
            event["headers"]["Origin"] = sent[-1]
            event["multiValueHeaders"]["Origin"] = sent
        status = self.give_socket(event)
        if status == 200:
            self.gateway.open.add(connection)
        return status

    def frame(
        self, connection: str, frame: object = None, *, raw: str | None = None
    ) -> list[Frame]:
        """Send a frame and return what the socket was sent meanwhile."""
        event = load_event("web_chat", "frame_ping")
        event["requestContext"]["connectionId"] = connection
        event["body"] = written(frame) if raw is None else raw
        before = len(self.frames(connection))
        assert self.give_socket(event) == 200
        return self.frames(connection)[before:]

    def drop(self, connection: str, *, told: bool = True) -> None:
        """The socket is gone; the gateway may not have told."""
        self.gateway.open.discard(connection)
        if told:
            event = load_event("web_chat", "disconnect")
            event["requestContext"]["connectionId"] = connection
            self.give_socket(event)

    def frames(self, connection: str) -> list[Frame]:
        return self.gateway.frames.get(connection, [])

    def give_socket(self, event: Event) -> int:
        """Hand a socket's event to the handler; nothing but a status may come back."""
        answered = self.handler(event, None)
        assert list(answered) == ["statusCode"]
        return cast("int", answered["statusCode"])


@dataclass(frozen=True, slots=True)
class WebVisitor:
    """A customer on the shop's page."""

    world: WebWorld
    session: str
    token: str

    def send(self, text: object, name: object = "m1", **more: Any) -> Answer:  # noqa: ANN401
        document = {"client_message_id": name, "text": text}
        return self.world.call("POST", "/chat/messages", document, token=self.token, **more)

    def ask(self, **note: object) -> Answer:
        return self.world.call("POST", "/chat/handoff", note, token=self.token)

    def fetch(self, since: int | str | None = 0) -> Answer:
        query = "" if since is None else urlencode({"since": since})
        return self.world.call("GET", "/chat/messages", token=self.token, query=query)

    def messages(self, since: int = 0) -> list[dict[str, Any]]:
        messages: list[dict[str, Any]] = self.fetch(since).json["messages"]
        return messages

    def texts(self) -> list[str]:
        return [message["text"] for message in self.messages()]

    def talk_twice(self) -> None:
        """Have two conversations, the first of them ended by silence."""
        self.send("First", "m1")
        self.world.settle()
        self.world.clock.forward(90_000)
        self.world.live(120)
        self.send("Second", "m2")
        self.world.settle()
        assert len(self.world.rows(Head)) == 2

    def hello(self, connection: str, since: int = 0) -> list[Frame]:
        """Open a socket and say who we are; returns what came back."""
        assert self.world.connect(connection) == 200
        hello = {"action": "hello", "token": self.token, "since": since}
        return self.world.frame(connection, hello)


def written(document: object) -> str:
    """Write JSON as browsers do, with every letter as it is."""
    return json.dumps(document, ensure_ascii=False)


def proof_of(customer: str, expires: int | str, key: str = IDENTITY_KEY) -> str:
    """Prove an identity as a site does."""
    text = f"{customer}\n{expires}".encode()
    return f"{expires}.{hmac.new(key.encode(), text, hashlib.sha256).hexdigest()}"


def kinds(frames: list[Frame]) -> list[str]:
    return [frame["type"] for frame in frames]


def shown(frames: list[Frame]) -> list[dict[str, Any]]:
    """Return the messages among frames."""
    return [frame["message"] for frame in frames if frame["type"] == "message"]
