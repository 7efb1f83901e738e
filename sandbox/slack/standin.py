"""A stand-in for Slack: its Web API, its signed requests to the app, and a page for people.

Everything that travels is real HTTP in Slack's own shapes, so an app that works here meets no
new shape at slack.com. The page is at `/desk`; `sandbox.slack.control` describes the JSON API.
"""

import http.client
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sandbox.feed import Feed
from sandbox.messages import Request, Response
from sandbox.server import StandInServer
from sandbox.slack.acting import Acting
from sandbox.slack.app_line import AppLine, body_of
from sandbox.slack.chat_methods import ChatMethods, Method
from sandbox.slack.commands import Commands
from sandbox.slack.control import PeopleControl, TroubleControl, Windows, answered
from sandbox.slack.control_sharing import SharingControl
from sandbox.slack.events import SUBSCRIBED, Events, url_verification
from sandbox.slack.faults import Faults, Pace
from sandbox.slack.files import READ, Files, FileServer
from sandbox.slack.homes import Homes
from sandbox.slack.interacting import Interacting
from sandbox.slack.pane import Pane
from sandbox.slack.people import PEOPLE, SCOPES, Channel, Installation, Part, Person
from sandbox.slack.pin_methods import PinMethods
from sandbox.slack.place_methods import PlaceMethods
from sandbox.slack.posting import Posting
from sandbox.slack.responses import Responses
from sandbox.slack.sender import Patience, Sender
from sandbox.slack.view_methods import ViewMethods
from sandbox.slack.views import Views, now
from sandbox.slack.web_api import WebApi
from sandbox.slack.wire import Fields, RefusedError
from sandbox.slack.workspace import Workspace

PAGE = Path(__file__).parent / "page"
# Nothing is loaded from elsewhere, and no customer's words can become script.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:"
)
SHOP_FLOOR = "C0SHOPFLOOR"
SLACKS_PATIENCE = Patience()


@dataclass(frozen=True, slots=True)
class Settings:
    """How the stand-in differs from Slack on purpose: shorter waits, fewer scopes."""

    patience: Patience = SLACKS_PATIENCE
    post_interval: float = 1.0
    scopes: frozenset[str] = SCOPES
    subscribed: frozenset[str] = SUBSCRIBED
    commands: frozenset[str] = frozenset({"/warmline"})
    desk_name: str = "support-desk"
    clock: Callable[[], float] = now


class SlackStandIn:
    """One workspace with one app. `events_url` may be set, and changed, at any time.

    `acting`, `interacting` and `commands` are what people do; `faults`, `workspace`, `web_api`
    and `sender` are for tests: trouble, state, calls received, requests sent.
    """

    def __init__(  # noqa: PLR0913 - the workspace's facts, each by its name
        self,
        port: int,
        *,
        bot_token: str,
        signing_secret: str,
        team: str,
        app: str,
        desk_channel: str,
        events_url: str | None = None,
        people: Iterable[Person] = PEOPLE,
        settings: Settings | None = None,
    ) -> None:
        settings = settings or Settings()
        self.events_url = events_url
        self.installation = Installation(team, app, bot_token, signing_secret, settings.scopes)
        self.server = StandInServer(port)
        self._feed = Feed(self.server.stopping)
        people = tuple(people)
        channels = channels_for(people, desk_channel, settings.desk_name)
        self.workspace = Workspace(people, channels, self._changed)
        self.faults = Faults()
        self.sender = Sender(signing_secret, lambda: self.events_url, settings.patience)
        self._build(settings)

    @property
    def url(self) -> str:
        """The address of the page's folder; the Web API is at `url + "/api/"`."""
        return self.server.url

    def start(self) -> None:
        self.sender.start()
        self.server.start()

    def stop(self) -> None:
        """Stop answering and sending; safe to call twice."""
        self.server.stop()
        self.sender.stop()

    def verify_events_url(self) -> bool:
        """Return whether the app answers Slack's challenge, as it must when the URL is saved."""
        challenge = secrets.token_urlsafe(32)
        outcome = self.sender.send_now(url_verification(self.installation, challenge))
        if outcome.status != http.client.OK:
            return False
        body = body_of(outcome)
        return challenge in {body.get("challenge"), body.get("text")}

    def _build(self, settings: Settings) -> None:
        installation, workspace = self.installation, self.workspace
        self.views = views = Views(self._changed, settings.clock)
        events = Events(installation, workspace, self.sender.send_later, settings.subscribed)
        posting = Posting(installation, workspace, events)
        self._responses = Responses(workspace, posting)
        self.files = files = Files(installation, lambda: self.url)
        self.acting = Acting(installation, workspace, events, posting=posting, files=files)
        self.homes = Homes(installation, self.acting, events, views)
        line = AppLine(installation, self.sender.send_now, lambda: self.url, self._responses)
        self.interacting = Interacting(line, self.acting, views)
        self.commands = Commands(line, self.acting, views, settings.commands)
        chat = ChatMethods(installation, workspace, posting, events, Pace(settings.post_interval))
        methods: dict[str, Method] = chat.table() | files.table()
        methods |= ViewMethods(installation, workspace, views).table()
        methods |= PlaceMethods(installation, workspace).table()
        methods |= PinMethods(installation, workspace, posting).table()
        self.web_api = WebApi(installation, methods, self.faults, self.server.stopping)
        self._add_routes(Pane(installation, workspace, views))

    def _add_routes(self, pane: Pane) -> None:
        server = self.server
        server.route("POST", "/api/{method}", self.web_api.serve)
        server.route("GET", "/api/{method}", self.web_api.serve)
        server.route("POST", "/{kind}/{team}/{number}/{secret}", self._respond)
        given = FileServer(self.installation, self.files, lambda: self.web_api.may(READ))
        server.route("GET", "/files-pri/{place}/{name...}", given.serve)
        PeopleControl(self.acting, self.interacting, self.commands).add_to(server)
        SharingControl(self.acting, self.files, self.homes).add_to(server)
        TroubleControl(self.workspace, self.web_api, self.faults).add_to(server)
        Windows(pane, self.web_api, self.sender, self._feed).add_to(server)
        server.route("POST", "/control/verify", answered(self._verify))
        server.route("GET", "/desk", page)
        server.route("GET", "/desk/{name}", page_file)

    def _verify(self, _body: Fields) -> Fields:
        return {"ok": self.verify_events_url()}

    def _respond(self, request: Request) -> Response:
        try:
            self._responses.respond(request.path, request.json())
        except RefusedError as refusal:
            return Response.json(refusal.answer(), 404)
        return Response.text("ok")

    def _changed(self) -> None:
        self._feed.publish("changed")


def channels_for(people: tuple[Person, ...], desk: str, name: str) -> list[Channel]:
    """Return the desk's channel for those who work there, and one where everyone meets."""
    staff = frozenset(person.id for person in people if person.part is not Part.CUSTOMER)
    everyone = frozenset(person.id for person in people)
    return [Channel(desk, name, staff), Channel(SHOP_FLOOR, "shop-floor", everyone)]


def page(_request: Request) -> Response:
    return Response.file(PAGE / "desk.html", {"Content-Security-Policy": POLICY})


def page_file(request: Request) -> Response:
    """Return one of the page's files, by its name alone."""
    files = {path.name: path for path in PAGE.iterdir()}
    path = files.get(request.parameters["name"])
    return Response.text("Not found", 404) if path is None else Response.file(path)
