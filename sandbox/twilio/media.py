"""What came with a text: fetched where its sender put it, as a carrier does for a phone."""

from http import HTTPStatus
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from sandbox.messages import Request, Response
from sandbox.twilio.texts import Books

FETCH_SECONDS = 5.0
LARGEST = 16 * 1024 * 1024


class MediaRoute:
    """One route: the bytes of one medium of one text, for the phone's page alone."""

    def __init__(self, books: Books) -> None:
        self._books = books

    def serve(self, request: Request) -> Response:
        text = self._books.find(request.parameters["sid"])
        place = request.parameters["place"]
        if text is None or not place.isdecimal() or int(place) >= len(text.media):
            return Response.text("Not found", HTTPStatus.NOT_FOUND)
        return fetched(text.media[int(place)].url)


def fetched(url: str) -> Response:
    """Return what is at an address, so that no browser runs it; 502 where there is nothing."""
    if urlsplit(url).scheme not in {"http", "https"}:
        return Response.text("Bad address", HTTPStatus.BAD_GATEWAY)
    try:
        with urlopen(url, timeout=FETCH_SECONDS) as answer:  # noqa: S310 - the scheme is seen to
            kind = answer.headers.get("Content-Type", "application/octet-stream")
            body = answer.read(LARGEST)
    except (URLError, OSError, ValueError):
        return Response.text("Nothing there", HTTPStatus.BAD_GATEWAY)
    headers = {"X-Content-Type-Options": "nosniff", "Content-Disposition": "attachment"}
    return Response(200, body, kind, headers)
