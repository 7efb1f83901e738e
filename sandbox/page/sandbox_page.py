"""Serves the page that shows the three panes."""

import html
from dataclasses import dataclass
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from sandbox.messages import Request, Response
from sandbox.server import Route, StandInServer

FILES = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Panes:
    """The addresses that the frames open."""

    phone_url: str
    shop_url: str
    desk_url: str

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
        )
        policy = (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
            f"frame-src {self._panes.origins()}; base-uri 'none'; form-action 'none'"
        )
        return Response.html(text, {"Content-Security-Policy": policy})

    def _file(self, name: str) -> Route:
        return lambda _request: Response.file(FILES / name)
