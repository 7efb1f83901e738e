"""The deployer's actions, each done where `content/tools.yaml` says."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from warmline.adapters.tools.http import HttpTools
from warmline.adapters.tools.python import PythonTools
from warmline.application.tool_running import Output, ToolCall
from warmline.domain.tool_catalogue import NO_TOOLS, Catalogue, Tool


@dataclass(frozen=True, slots=True)
class DeployedTools:
    """A ToolRunner over functions and HTTP services."""

    http: HttpTools
    python: PythonTools

    @classmethod
    def at(cls, base_url: str, secret: Callable[[str], str]) -> "DeployedTools":
        return cls(HttpTools(base_url, secret), PythonTools())

    def run(self, tool: Tool, call: ToolCall) -> Output:
        if tool.http is not None:
            return self.http.call(tool, tool.http, call)
        return self.python.call(tool, call)


def read_catalogue(file: Path) -> Catalogue:
    """Return the compiled actions; none where the content has none."""
    if not file.exists():
        return NO_TOOLS
    return Catalogue.read(json.loads(file.read_text(encoding="utf-8")))
