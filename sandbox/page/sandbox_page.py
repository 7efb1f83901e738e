"""Serves the page that shows a customer's phone, a shop, and one to three desks."""

import html
from dataclasses import dataclass
from pathlib import Path
from string import Template
from urllib.parse import urlencode, urlsplit

from sandbox.messages import Request, Response
from sandbox.server import Route, StandInServer
from sandbox.slack.people import PEOPLE, Part

FILES = Path(__file__).parent
SECOND = [person for person in PEOPLE if person.part is Part.AGENT][1]
THIRD = next(person for person in PEOPLE if person.part is Part.LEAD)


@dataclass(frozen=True, slots=True)
class Panes:
    """The addresses that the frames open."""

    phone_url: str
    shop_url: str
    desk_url: str

    def desk_of(self, user: str, place: int) -> str:
        """Return a further desk, with a memory of its own, where this person sits."""
        return f"{self.desk_url}?{urlencode({'as': user, 'pane': place})}"

    def origins(self) -> str:
        urls = (urlsplit(url) for url in (self.phone_url, self.shop_url, self.desk_url))
        return " ".join(sorted({f"{url.scheme}://{url.netloc}" for url in urls}))


class SandboxPage:
    """One page at `/`."""

    def __init__(self, panes: Panes, port: int = 0) -> None:
        self._panes = panes
        self._server = StandInServer(port)
        self._server.route("GET", "/", self._page)
        for name in ("page.css", "page.js"):
            self._server.route("GET", f"/{name}", self._file(name))

    @property
    def url(self) -> str:
        return self._server.url

    def start(self) -> None:
        self._server.start()

    def stop(self) -> None:
        self._server.stop()

    def _page(self, _request: Request) -> Response:
        template = Template((FILES / "page.html").read_text())
        text = template.substitute(
            phone_url=html.escape(self._panes.phone_url),
            shop_url=html.escape(self._panes.shop_url),
            desk_url=html.escape(self._panes.desk_url),
            second_desk_url=html.escape(self._panes.desk_of(SECOND.id, 2)),
            third_desk_url=html.escape(self._panes.desk_of(THIRD.id, 3)),
        )
        policy = (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
            f"frame-src {self._panes.origins()}; base-uri 'none'; form-action 'none'"
        )
        return Response.html(text, {"Content-Security-Policy": policy})

    def _file(self, name: str) -> Route:
        return lambda _request: Response.file(FILES / name)
