"""The deployer's actions, each done where `content/tools.yaml` says."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from warmline.adapters.tools.http import HttpTools
from warmline.adapters.tools.python import PythonTools
from warmline.application.tool_running import Output, ToolCall
from warmline.domain.errors import ConfigurationError, StoreUnavailable, ToolFailed
from warmline.domain.tool_catalogue import NO_TOOLS, Catalogue, Tool


@dataclass(frozen=True, slots=True)
class DeployedTools:
    """A ToolRunner over functions and HTTP services.

    `note` takes what the deployer forgot, for the log: it names settings, never their values.
    """

    http: HttpTools
    python: PythonTools
    note: Callable[[str], object] = lambda _: None

    @classmethod
    def at(
        cls, base_url: str, secret: Callable[[str], str], note: Callable[[str], object]
    ) -> "DeployedTools":
        return cls(HttpTools(base_url, secret), PythonTools(), note)

    def run(self, tool: Tool, call: ToolCall) -> Output:
        """Return what came of it. Raises ToolFailed, whatever is wrong: a case waits for it."""
        try:
            return self._run(tool, call)
        except ToolFailed:
            raise
        except ConfigurationError as error:
            self.note(str(error))
            raise ToolFailed("not_configured") from error
        except StoreUnavailable as error:
            raise ToolFailed("no_secret", temporary=True) from error
        except Exception as error:
            raise ToolFailed(type(error).__name__, uncertain=True) from error

    def _run(self, tool: Tool, call: ToolCall) -> Output:
        if tool.http is not None:
            return self.http.call(tool, tool.http, call)
        return self.python.call(tool, call)


def read_catalogue(file: Path) -> Catalogue:
    """Return the compiled actions; none where the content has none."""
    if not file.exists():
        return NO_TOOLS
    return Catalogue.read(json.loads(file.read_text(encoding="utf-8")))
