"""Fern & Oak, a made-up shop: one page with a strict Content-Security-Policy and one script tag."""

import re
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from sandbox.messages import Request, Response
from sandbox.server import StandInServer

PAGE = Path(__file__).parent / "page"
FILES = ("shop.css", "shop.js")
LOCALE = re.compile(r"[a-z]{2}(-[A-Za-z]{2})?")


class ShopPage:
    """The shop's page at `url`, which is also the Origin that its browser sends.

    `widget_url` is the address of the chat's script; `websocket_url` may be left out where the
    sockets live on the same host. `/?locale=es` shows the widget in another language.
    """

    def __init__(self, port: int, widget_url: str, websocket_url: str = "") -> None:
        self._widget_url = widget_url
        self._policy = content_security_policy(widget_url, websocket_url)
        self._template = Template((PAGE / "index.html").read_text(encoding="utf-8"))
        self._server = StandInServer(port)
        self._server.route("GET", "/", self._show)
        for name in FILES:
            self._server.route("GET", f"/{name}", self._give_file)

    @property
    def url(self) -> str:
        return self._server.url

    def start(self) -> None:
        """Serve from now on; raises PortTakenError."""
        self._server.start()

    def stop(self) -> None:
        self._server.stop()

    def _show(self, request: Request) -> Response:
        """Under another name of this host the Origin would be another one: go to the real one."""
        if f"http://{request.headers.get('host', '')}" != self.url:
            return Response(302, headers={"Location": f"{self.url}/"})
        locale = request.query().get("locale", "")
        page = self._template.substitute(
            widget_url=escape(self._widget_url),
            locale=locale if LOCALE.fullmatch(locale) else "",
        )
        return Response.html(page, self._headers())

    def _give_file(self, request: Request) -> Response:
        return Response.file(PAGE / request.path.removeprefix("/"), self._headers())

    def _headers(self) -> dict[str, str]:
        return {
            "Content-Security-Policy": self._policy,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }


def content_security_policy(widget_url: str, websocket_url: str) -> str:
    """The strictest policy under which the page and the widget work."""
    http = origin(widget_url)
    socket = origin(websocket_url) if websocket_url else re.sub("^http", "ws", http)
    rules = (
        "default-src 'none'",
        f"script-src 'self' {http}",
        "style-src 'self'",
        f"connect-src {http} {socket}",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self' http://127.0.0.1:* http://localhost:*",
        "require-trusted-types-for 'script'",
    )
    return "; ".join(rules)


def origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
