"""Start MiniStack inside its own environment, with one thing corrected and one added.

Corrected: on AWS an HTTP API without a CORS configuration hands a browser's OPTIONS request
to its own OPTIONS route; MiniStack answers 403 before it looks at the routes.

Added: the engine ends when whoever started it is gone, however that one ended: its standard
input is a pipe from `warmline up`, and the pipe's end is the sign.

This file runs with `.engine/bin/python`, where nothing of this project can be imported.
"""

import os
import signal
import sys
import threading
from importlib import import_module
from typing import Any


def route_preflights() -> None:
    """Let an OPTIONS route answer OPTIONS, as the cloud does."""
    gateway = import_module("ministack.services.apigateway")
    execute = gateway._handle_execute_in_scope  # noqa: SLF001 - there is no public hook

    async def execute_with_preflights(  # noqa: PLR0913 - the signature that is replaced
        api_id: str,
        stage: str,
        path: str,
        method: str,
        headers: dict[str, str],
        body: bytes,
        query: dict[str, list[str]],
        account: str,
        region: str,
        raw_query: str | None = None,
    ) -> Any:  # noqa: ANN401 - handed on unread
        has_own_answer = bool(gateway._apis.get(api_id, {}).get("corsConfiguration"))  # noqa: SLF001
        route = gateway._match_route(api_id, method, path)  # noqa: SLF001
        if method != "OPTIONS" or has_own_answer or not route:
            return await execute(
                api_id, stage, path, method, headers, body, query, account, region, raw_query
            )
        integration = route["target"].rpartition("/")[2]
        return await gateway._invoke_lambda_proxy(  # noqa: SLF001
            gateway._integrations[api_id][integration],  # noqa: SLF001
            api_id,
            stage,
            path,
            method,
            headers,
            body,
            query,
            route["routeKey"],
            None,
            owner_account_id=account,
            owner_region=region,
            raw_query_string=raw_query,
        )

    gateway._handle_execute_in_scope = execute_with_preflights  # noqa: SLF001


def end_with_parent() -> None:
    """Kill this process group when standard input ends."""
    sys.stdin.buffer.read()
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    route_preflights()
    threading.Thread(target=end_with_parent, daemon=True).start()
    import_module("ministack.app").main()
