"""Start MiniStack inside its own environment, with two things corrected and two added.

Corrected: on AWS an HTTP API without a CORS configuration hands a browser's OPTIONS request
to its own OPTIONS route, or answers 404; MiniStack answers 403 before it looks at the routes.

Corrected: a frame of JSON too deep to parse goes to the $default route, like any other that no
route can be read from; MiniStack would drop the socket.

Added: a function's code and layers are unpacked once and not for every process of it, and kept
for the next stack, which makes cold starts several times faster and the end of a stack quick.

Added: the engine ends when whoever started it is gone, however that one ended: its standard
input is a pipe from `warmline up`, and the pipe's end is the sign.

This file runs with `.engine/bin/python`, where nothing of this project can be imported.
"""

import hashlib
import os
import shutil
import signal
import sys
import tempfile
import threading
import zipfile
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
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
        if method != "OPTIONS" or gateway._apis.get(api, {}).get("corsConfiguration"):  # noqa: SLF001
            return await execute(api, stage, path, method, *request)
        route = gateway._match_route(api, method, path)  # noqa: SLF001
        if route is None:
            return gateway._http_api_not_found()  # noqa: SLF001
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


def route_deep_frames() -> None:
    """Let no frame end its socket before a function has seen it."""
    gateway: Any = import_module("ministack.services.apigateway")
    evaluate = gateway._evaluate_route_selection  # noqa: SLF001

    def evaluate_any(expression: str, frame: str) -> Any:  # noqa: ANN401
        try:
            return evaluate(expression, frame)
        except RecursionError:
            return "$default"

    gateway._evaluate_route_selection = evaluate_any  # noqa: SLF001


def share_unpacked_code(shelf: Path) -> None:
    """Let functions' processes share what is unpacked: as in the cloud, none may write there."""
    runtime: Any = import_module("ministack.core.lambda_runtime")
    SharedZipFile.shelf = shelf
    runtime.zipfile = SimpleNamespace(**(vars(zipfile) | {"ZipFile": SharedZipFile}))


class SharedZipFile(zipfile.ZipFile):
    """An archive that is unpacked into one place, to which every other place only links."""

    shelf: Path

    def extractall(
        self, path: str | os.PathLike[str] | None = None, *_chosen: object, **_named: object
    ) -> None:
        """Fill a folder with links to what is in the archive."""
        home = self.shelf / self._digest()
        if not home.exists():
            self._unpack(home)
        home.touch()
        for entry in home.iterdir():
            (Path(path or ".") / entry.name).symlink_to(entry)

    def _digest(self) -> str:
        """Name the content, whenever it was packed."""
        parts = sorted((info.filename, info.CRC, info.file_size) for info in self.infolist())
        return hashlib.sha256(repr(parts).encode()).hexdigest()

    def _unpack(self, home: Path) -> None:
        """Unpack beside the place and rename: another process may be doing the same."""
        unfinished = Path(tempfile.mkdtemp(dir=self.shelf, prefix="unfinished-"))
        super().extractall(unfinished)
        with suppress(OSError):
            unfinished.rename(home)
            return
        shutil.rmtree(unfinished)


def end_with_parent() -> None:
    """Kill this process group when standard input ends."""
    sys.stdin.buffer.read()
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    route_preflights()
    route_deep_frames()
    # The engine reads the command line too, and knows nothing of this.
    share_unpacked_code(Path(sys.argv.pop()))
    threading.Thread(target=end_with_parent, daemon=True).start()
    import_module("ministack.app").main()
