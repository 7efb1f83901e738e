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
    # MiniStack has no public hook for this; its version is pinned in requirements/engine.txt.
    gateway: Any = import_module("ministack.services.apigateway")
    execute = gateway._handle_execute_in_scope  # noqa: SLF001

    async def execute_with_preflights(
        api: str,
        stage: str,
        path: str,
        method: str,
        *request: Any,  # noqa: ANN401 - handed on unread
    ) -> Any:  # noqa: ANN401
        route = find_preflight_route(gateway, api, path, method)
        if route is None:
            return await execute(api, stage, path, method, *request)
        headers, body, query, account, region, raw_query = request
        key = route["routeKey"]
        integration = gateway._integrations[api][route["target"].rpartition("/")[2]]  # noqa: SLF001
        parameters = gateway._extract_path_params(key.partition(" ")[2] or path, path)  # noqa: SLF001
        return await gateway._invoke_lambda_proxy(  # noqa: SLF001
            integration,
            *(api, stage, path, method, headers, body, query, key, parameters or None),
            owner_account_id=account,
            owner_region=region,
            raw_query_string=raw_query,
        )

    gateway._handle_execute_in_scope = execute_with_preflights  # noqa: SLF001


def find_preflight_route(gateway: Any, api: str, path: str, method: str) -> Any:  # noqa: ANN401
    """Return the route of an OPTIONS request; None where MiniStack shall answer."""
    if method != "OPTIONS" or gateway._apis.get(api, {}).get("corsConfiguration"):  # noqa: SLF001
        return None
    return gateway._match_route(api, method, path)  # noqa: SLF001


def end_with_parent() -> None:
    """Kill this process group when standard input ends."""
    sys.stdin.buffer.read()
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    route_preflights()
    threading.Thread(target=end_with_parent, daemon=True).start()
    import_module("ministack.app").main()
