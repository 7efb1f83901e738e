"""Everything that Slack sends: verify raw bytes, parse, let Bolt lead to one use case, answer."""

import time
from collections.abc import Callable, Mapping
from typing import Any

from warmline import bootstrap
from warmline.adapters.slack.bolt import dispatch
from warmline.adapters.slack.parse import check_workspace, read_body
from warmline.adapters.slack.verify import is_signed
from warmline.bootstrap import SlackDeskLine
from warmline.domain.errors import SignatureMismatch
from warmline.gateway import Request, Response, answer
from warmline.observability import Metric, get_logger

log = get_logger("slack_webhook")


def make_handler(
    find_line: Callable[[], SlackDeskLine],
) -> Callable[[Mapping[str, Any], object], dict[str, object]]:
    """Return the handler: 200 for what is stored or means nothing, 401, 400, 413; else 503."""

    def handle(event: Mapping[str, Any], _context: object) -> dict[str, object]:
        return answer(event, lambda one: _receive(one, find_line()), log=log, unproven=401)

    return handle


def _receive(request: Request, line: SlackDeskLine) -> Response:
    _verify(request, line)
    payload = read_body(request.body, request.headers.get("content-type", ""))
    check_workspace(payload, team=line.settings.slack_team, app=line.settings.slack_app)
    answered = dispatch(line.app, payload)
    log.info(Metric.SLACK_ANSWERED, kind=payload["type"], status=answered.status)
    content_type = answered.headers.get("content-type", ["application/json"])[0]
    return Response(answered.status, answered.body, content_type=content_type)


def _verify(request: Request, line: SlackDeskLine) -> None:
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


handler = make_handler(bootstrap.slack_line)
