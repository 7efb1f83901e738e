"""Files that agents put into Slack, as a FileSource.

https://docs.slack.dev/messaging/working-with-files: the bytes need the token, and without the right
to them Slack answers a page for signing in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from slack_sdk import WebClient

from warmline.adapters.slack.client import WORKER_SECONDS
from warmline.adapters.slack.failures import translated
from warmline.adapters.slack.payload import text_in
from warmline.domain.attachments import Attachment
from warmline.domain.errors import PermanentDeliveryError, TemporaryDeliveryError

SLACKS_OWN = "files.slack.com"
A_PAGE = "text/html"


@dataclass(frozen=True, slots=True)
class SlackFiles:
    """Fetches a file by its id. The token goes to Slack's own addresses and to no other."""

    client: Callable[[], WebClient]
    doubt: Callable[[], object]

    def fetch(self, file: Attachment, *, most: int) -> bytes:
        with translated(self.doubt):
            answer = self.client().files_info(file=file.id)
        found = answer.get("file")
        address = text_in(found, "url_private_download") or text_in(found, "url_private")
        if text_in(found, "mode") in {"external", "tombstone"} or not self._is_slacks(address):
            raise PermanentDeliveryError("file_not_in_slack")
        content = self._read(address, most, html=file.media_type == A_PAGE)
        if len(content) > most:
            raise PermanentDeliveryError("file_too_large")
        return content

    def _is_slacks(self, address: str) -> bool:
        wanted, ours = urlsplit(address), urlsplit(self.client().base_url)
        at_slack = wanted.scheme == "https" and wanted.hostname == SLACKS_OWN
        return at_slack or (wanted.scheme, wanted.netloc) == (ours.scheme, ours.netloc)

    def _read(self, address: str, most: int, *, html: bool) -> bytes:
        headers = {"Authorization": f"Bearer {self.client().token}"}
        request = Request(address, headers=headers)  # noqa: S310 - an address of Slack's own
        try:
            with build_opener(_NoRedirect).open(request, timeout=WORKER_SECONDS) as answer:
                if not html and answer.headers.get_content_type() == A_PAGE:
                    raise PermanentDeliveryError("file_not_readable")
                content: bytes = answer.read(most + 1)
                return content
        except HTTPError as error:
            raise _meaning(error.code) from error
        except (URLError, OSError, HTTPException) as error:
            raise TemporaryDeliveryError("no_answer") from error


class _NoRedirect(HTTPRedirectHandler):
    """A redirect leads to a page for signing in, or would take the token elsewhere."""

    def redirect_request(self, *_: object) -> None:
        """Follow nowhere: the redirect is then an error like others."""
        return


def _meaning(status: int) -> PermanentDeliveryError | TemporaryDeliveryError:
    passing = status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR
    code = "file_not_readable"
    return TemporaryDeliveryError(str(status)) if passing else PermanentDeliveryError(code)
