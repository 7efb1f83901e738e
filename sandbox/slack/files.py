"""Files that people share: kept in memory, fetched with a token as Slack's own are.

https://docs.slack.dev/reference/objects/file-object
"""

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote

from sandbox.messages import Request, Response
from sandbox.slack.chat_methods import Method
from sandbox.slack.ids import new_id
from sandbox.slack.people import Installation
from sandbox.slack.wire import Fields, RefusedError, refuse_if, text

READ = "files:read"
SAFE_NAME = re.compile(r"[^\w.-]+")
# Slack shows whoever comes without a token its page for signing in, with status 200.
SIGN_IN = "<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body></body></html>"


@dataclass(frozen=True, slots=True)
class Upload:
    """What a person gives: a name, a media type and the bytes."""

    name: str
    mimetype: str
    body: bytes


class Files:
    """Every file of the workspace. `base` gives the address under which they are fetched."""

    def __init__(self, installation: Installation, base: Callable[[], str]) -> None:
        self._installation = installation
        self._base = base
        self._kept: dict[str, tuple[Fields, Upload]] = {}
        self._lock = threading.Lock()

    def table(self) -> dict[str, Method]:
        return {"files.info": Method(self.info, READ)}

    def keep(self, user: str, upload: Upload) -> Fields:
        """Store a file, and return it as messages and `files.info` show it."""
        shown = self._shown(new_id("F"), user, upload)
        with self._lock:
            self._kept[text(shown["id"])] = (shown, upload)
        return shown

    def info(self, arguments: Fields) -> Fields:
        with self._lock:
            kept = self._kept.get(text(arguments.get("file")))
        if kept is None:
            raise RefusedError("file_not_found")
        return {"file": kept[0], "content": None, "response_metadata": {"next_cursor": ""}}

    def find(self, file_id: str) -> Upload | None:
        with self._lock:
            kept = self._kept.get(file_id)
        return None if kept is None else kept[1]

    def _shown(self, file_id: str, user: str, upload: Upload) -> Fields:
        team, name = self._installation.team, SAFE_NAME.sub("_", upload.name).lower()
        kind = PurePath(name).suffix.removeprefix(".") or "binary"
        place = f"{self._base()}/files-pri/{team}-{file_id}"
        link = f"https://{self._installation.team_domain}.slack.com/files/{user}/{file_id}/"
        now = int(time.time())
        return {
            "id": file_id,
            "created": now,
            "timestamp": now,
            "name": upload.name,
            "title": upload.name,
            "mimetype": upload.mimetype,
            "filetype": kind,
            "pretty_type": kind.upper(),
            "user": user,
            "user_team": team,
            "editable": False,
            "size": len(upload.body),
            "mode": "hosted",
            "is_external": False,
            "external_type": "",
            "is_public": True,
            "public_url_shared": False,
            "display_as_bot": False,
            "username": "",
            "url_private": f"{place}/{quote(name)}",
            "url_private_download": f"{place}/download/{quote(name)}",
            "permalink": link + quote(name),
            "has_rich_preview": False,
            "file_access": "visible",
        }


class FileServer:
    """Answers the addresses of files: with the bytes for a token, else as Slack does."""

    def __init__(
        self, installation: Installation, files: Files, may_read: Callable[[], bool]
    ) -> None:
        self._installation = installation
        self._files = files
        self._may_read = may_read

    def serve(self, request: Request) -> Response:
        _, _, file_id = request.parameters["place"].partition("-")
        upload = self._files.find(file_id)
        if upload is None:
            return Response.text("Not found", 404)
        try:
            self._check(request)
        except RefusedError:
            return Response.html(SIGN_IN)
        return as_attachment(upload)

    def _check(self, request: Request) -> None:
        given = request.headers.get("authorization", "")
        refuse_if("invalid_auth", when=given != f"Bearer {self._installation.bot_token}")
        refuse_if("missing_scope", when=not self._may_read())


def as_attachment(upload: Upload) -> Response:
    """Return a file so that no browser runs what is in it."""
    name = SAFE_NAME.sub("_", upload.name)
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
    }
    return Response(200, upload.body, upload.mimetype, headers)
