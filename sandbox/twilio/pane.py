"""The phone in the browser, and the small JSON API under it (also for tests in other processes)."""

import re
from pathlib import Path

from sandbox.feed import Feed
from sandbox.messages import MalformedBodyError, Request, Response
from sandbox.server import StandInServer
from sandbox.twilio.account import Account
from sandbox.twilio.carrier import Carrier
from sandbox.twilio.faults import Faults
from sandbox.twilio.media import MediaRoute
from sandbox.twilio.phones import PHONES, Phone
from sandbox.twilio.segments import segments_of
from sandbox.twilio.texts import Books, Direction, Media, Status, Text

FILES = Path(__file__).parent / "phone"
CONTENT_SECURITY = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
}


class Pane:
    """Routes under /phone (the page) and /sandbox (JSON)."""

    def __init__(self, account: Account, books: Books, carrier: Carrier, faults: Faults) -> None:
        self._account = account
        self._books = books
        self._carrier = carrier
        self._faults = faults

    def add_routes(self, server: StandInServer, feed: Feed) -> None:
        server.route("GET", "/phone", lambda _request: self.file("phone.html"))
        server.route("GET", "/phone/{name}", lambda request: self.file(request.parameters["name"]))
        server.route("GET", "/sandbox/phones", lambda _request: Response.json(self.phones()))
        server.route("GET", "/sandbox/phones/{number}/texts", self.texts)
        server.route("POST", "/sandbox/phones/{number}/texts", self.write)
        server.route("GET", "/sandbox/texts/{sid}/media/{place}", MediaRoute(self._books).serve)
        server.route("POST", "/sandbox/segments", self.count)
        server.route("GET", "/sandbox/feed", lambda _request: Response.events(feed.listen()))
        server.route("POST", "/sandbox/faults", self.break_something)
        server.route("DELETE", "/sandbox/faults", self.mend)

    def file(self, name: str) -> Response:
        if not re.fullmatch(r"[a-z]+\.(html|css|js)", name) or not (FILES / name).is_file():
            return Response.text("Not found", 404)
        return Response.file(FILES / name, CONTENT_SECURITY)

    def phones(self) -> dict[str, object]:
        return {
            "lines": list(self._account.numbers),
            "phones": [self._phone(phone) for phone in PHONES],
        }

    def _phone(self, phone: Phone) -> dict[str, object]:
        line = self._account.numbers[0]
        return {
            "number": phone.number,
            "name": phone.name,
            "suggestions": list(phone.suggestions),
            "opted_out": self._books.is_opted_out(line, phone.number),
        }

    def texts(self, request: Request) -> Response:
        texts = self._books.of_phone(request.parameters["number"])
        return Response.json({"texts": [as_seen(text) for text in texts]})

    def write(self, request: Request) -> Response:
        """Take `{"body", "to"?, "media"?: [{"url", "content_type"}]}` as typed on the phone."""
        given = request.json()
        body, line = given.get("body"), given.get("to", self._account.numbers[0])
        if not isinstance(body, str) or not isinstance(line, str):
            raise MalformedBodyError
        text = self.send_as_phone(
            request.parameters["number"], body, line=line, media=media_of(given.get("media", []))
        )
        return Response.json(as_seen(text), 201)

    def count(self, request: Request) -> Response:
        """Tell how many segments `{"body"}` would take."""
        body = request.json().get("body")
        if not isinstance(body, str):
            raise MalformedBodyError
        segments = segments_of(body)
        return Response.json({"segments": segments.count, "encoding": segments.encoding})

    def send_as_phone(
        self, phone: str, body: str, *, line: str | None = None, media: tuple[Media, ...] = ()
    ) -> Text:
        text = Text(
            sender=phone,
            recipient=line or self._account.line_for(phone),
            body=body,
            direction=Direction.INBOUND,
            status=Status.RECEIVING,
            media=media,
        )
        kept = self._books.add(text)
        self._carrier.receive(kept)
        return kept

    def break_something(self, request: Request) -> Response:
        """Set a fault: `{"kind": "status"|"limit"|"hang"|"number", ...}` as in `Faults`."""
        given = request.json()
        match given:
            case {"kind": "status", "status": int(status)}:
                self._faults.fail_next(times_of(given), status)
            case {"kind": "limit"}:
                self._faults.limit_next(times_of(given))
            case {"kind": "hang", "seconds": int() | float() as seconds}:
                self._faults.hang_next(seconds, times_of(given))
            case {"kind": "number", "number": str(number), "code": int(code)}:
                late = given.get("late")
                self._faults.fail_number(
                    number, code, late=late if isinstance(late, bool) else None
                )
            case _:
                raise MalformedBodyError
        return Response(204)

    def mend(self, _request: Request) -> Response:
        self._faults.clear()
        return Response(204)


def times_of(given: dict[str, object]) -> int:
    times = given.get("times", 1)
    if not isinstance(times, int):
        raise MalformedBodyError
    return times


def media_of(given: object) -> tuple[Media, ...]:
    media = []
    for item in given if isinstance(given, list) else [given]:
        match item:
            case {"url": str(url), "content_type": str(content_type)}:
                media.append(Media(url, content_type))
            case _:
                raise MalformedBodyError
    return tuple(media)


def as_seen(text: Text) -> dict[str, object]:
    """Return a text as the page shows it."""
    segments = segments_of(text.body)
    return {
        "sid": text.sid,
        "phone": text.phone,
        "line": text.line,
        "from_phone": text.direction is Direction.INBOUND,
        "automatic": text.direction is Direction.OUTBOUND_REPLY,
        "body": text.body,
        "media": [media.url for media in text.media],
        "status": text.status.value,
        "error_code": text.error_code,
        "trouble": text.trouble,
        "segments": segments.count,
        "encoding": segments.encoding,
        "at": text.created_at.isoformat(timespec="microseconds"),
        "updated_at": text.updated_at.isoformat(timespec="microseconds"),
    }
