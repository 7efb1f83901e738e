"""The web chat's door: HTTP calls, and what happens on sockets."""

from collections.abc import Callable, Mapping
from typing import Any

from functions.web_chat.routes import answer_call
from functions.web_chat.sockets import answer_socket
from warmline import bootstrap
from warmline.bootstrap import WebLine
from warmline.observability import get_logger

log = get_logger("web_chat")


def make_handler(
    find_line: Callable[[], WebLine],
) -> Callable[[Mapping[str, Any], object], dict[str, object]]:
    """Return the function's handler; its line is asked for when an event comes, not before."""

    def handle(event: Mapping[str, Any], _context: object) -> dict[str, object]:
        if "connectionId" in event.get("requestContext", {}):
            return answer_socket(event, find_line, log)
        return answer_call(event, find_line, log)

    return handle


handler = make_handler(bootstrap.web_line)
