"""What a stand-in's route is given, and what it gives back."""

import json
import mimetypes
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.parse import parse_qsl


class MalformedBodyError(Exception):
    """The body is not what the route reads; answered 400."""


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request: header names in lower case, parameters taken from the route's pattern."""

    method: str
    path: str
    query_string: str
    headers: Mapping[str, str]
    body: bytes
    parameters: Mapping[str, str] = field(default_factory=dict)

    def query(self) -> dict[str, str]:
        """Return the query's fields; the first of a repeated name counts."""
        return first_of_each(parse_qsl(self.query_string, keep_blank_values=True))

    def form(self) -> dict[str, str]:
        """Return a form body's fields; the first of a repeated name counts."""
        return first_of_each(self.form_pairs())

    def form_pairs(self) -> list[tuple[str, str]]:
        """Return a form body's fields in order, repeats and blanks kept."""
        try:
            return parse_qsl(self.body.decode(), keep_blank_values=True)
        except ValueError as error:
            raise MalformedBodyError from error

    def json(self) -> dict[str, object]:
        """Return a JSON body, which must be an object sent as application/json."""
        if not self.headers.get("content-type", "").startswith("application/json"):
            raise MalformedBodyError
        try:
            value = json.loads(self.body)
        except ValueError as error:
            raise MalformedBodyError from error
        if not isinstance(value, dict):
            raise MalformedBodyError
        return value


def first_of_each(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for name, value in pairs:
        fields.setdefault(name, value)
    return fields


@dataclass(frozen=True, slots=True)
class Response:
    """One HTTP answer. The pieces of `stream` are sent as they come; the connection ends after."""

    status: int = 200
    body: bytes = b""
    content_type: str = "text/plain; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    stream: Iterable[bytes] | None = None

    @classmethod
    def json(
        cls, value: object, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> Self:
        body = json.dumps(value, ensure_ascii=False).encode()
        return cls(status, body, "application/json; charset=utf-8", headers or {})

    @classmethod
    def text(cls, text: str, status: int = 200) -> Self:
        return cls(status, text.encode())

    @classmethod
    def html(cls, text: str, headers: Mapping[str, str] | None = None) -> Self:
        return cls(200, text.encode(), "text/html; charset=utf-8", headers or {})

    @classmethod
    def file(cls, path: Path, headers: Mapping[str, str] | None = None) -> Self:
        """Return a file of ours, typed by its ending."""
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        return cls(200, path.read_bytes(), kind + charset, headers or {})

    @classmethod
    def events(cls, stream: Iterable[bytes]) -> Self:
        """Return server-sent events; `Feed.listen` makes the stream."""
        return cls(content_type="text/event-stream; charset=utf-8", stream=stream)
