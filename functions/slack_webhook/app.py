"""Everything that Slack sends: verify raw bytes, parse, let Bolt lead to one use case, answer."""

import time
from collections.abc import Mapping
from typing import Any

from warmline import bootstrap
from warmline.adapters.slack.bolt import dispatch
from warmline.adapters.slack.parse import ForeignSender, check_workspace, read_body
from warmline.adapters.slack.verify import is_signed
from warmline.domain.errors import SignatureMismatch
from warmline.gateway import Request, Response, answer
from warmline.observability import Metric, get_logger

log = get_logger("slack_webhook")


def handler(event: Mapping[str, Any], _context: object) -> dict[str, object]:
    """Answer 200 for what is stored or means nothing, 401, 400; 503 for what is not stored."""
    return answer(event, _receive, log=log, unproven=401)


def _receive(request: Request) -> Response:
    line = bootstrap.slack_line()
    _verify(request, line)
    payload = read_body(request.body, request.headers.get("content-type", ""))
    try:
        check_workspace(payload, team=line.settings.slack_team, app=line.settings.slack_app)
    except ForeignSender:
        log.warning(Metric.FOREIGN_SENDER)
        raise
    answered = dispatch(line.app, request.body.decode("utf-8"), request.headers)
    log.info(Metric.SLACK_ANSWERED, kind=payload["type"], status=answered.status)
    return Response(answered.status, answered.body, content_type=_content_type(answered.headers))


def _content_type(headers: Mapping[str, list[str]]) -> str:
    return headers.get("content-type", ["application/json"])[0]


def _verify(request: Request, line: bootstrap.SlackDeskLine) -> None:
    timestamp = request.headers.get("x-slack-request-timestamp", "")
    signature = request.headers.get("x-slack-signature", "")
    if not timestamp or not signature:
        raise SignatureMismatch("no signature")

    def check(secret: str) -> bool:
        return is_signed(
            request.body,
            timestamp=timestamp,
            signature=signature,
            signing_secret=secret,
            now=time.time(),
        )

    if not line.credentials.proven("slack_signing_secret", check):
        raise SignatureMismatch("the signature is not of this request")
