"""The control routes on files and on the app's own place, which `sandbox.slack.control` lists."""

from sandbox.messages import Request, Response
from sandbox.server import StandInServer
from sandbox.slack.acting import Acting
from sandbox.slack.control import answered, who
from sandbox.slack.files import Files, Upload, as_attachment
from sandbox.slack.homes import Homes
from sandbox.slack.wire import Fields, RefusedError, text

UNKNOWN_KIND = "application/octet-stream"


class SharingControl:
    """The routes by which people share files, look at them and open the app's Home."""

    def __init__(self, acting: Acting, files: Files, homes: Homes) -> None:
        self._acting = acting
        self._files = files
        self._homes = homes

    def add_to(self, server: StandInServer) -> None:
        server.route("POST", "/control/share", self.share)
        server.route("POST", "/control/home", answered(self.home))
        server.route("GET", "/control/file/{file}", self.file)

    def share(self, request: Request) -> Response:
        given = request.query()
        kind = request.headers.get("content-type", UNKNOWN_KIND)
        upload = Upload(given.get("name") or "file", kind, request.body)
        try:
            message = self._acting.share(
                given.get("as", ""),
                given.get("channel", ""),
                upload,
                given.get("thread_ts") or None,
                typed=given.get("text", ""),
            )
        except RefusedError as refusal:
            return Response.json(refusal.answer())
        return Response.json({"ok": True, "ts": message.ts})

    def home(self, body: Fields) -> Fields:
        self._homes.open(who(body), text(body.get("tab")) or "home")
        return {}

    def file(self, request: Request) -> Response:
        upload = self._files.find(request.parameters["file"])
        return Response.text("Not found", 404) if upload is None else as_attachment(upload)
