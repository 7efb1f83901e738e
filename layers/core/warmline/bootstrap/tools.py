"""The deployer's actions, as the two workers that run them need them."""

from typing import TYPE_CHECKING

from warmline.bootstrap.ground import content_file, find_credentials, now
from warmline.domain.errors import ConfigurationError

if TYPE_CHECKING:
    from warmline.adapters.tools.runner import DeployedTools
    from warmline.application.change import House
    from warmline.application.ports import ConversationStore
    from warmline.application.retrying import Patience
    from warmline.application.tools import Toolshed
    from warmline.domain.tool_catalogue import Catalogue


def find_tools(base_url: str, secret: str) -> "tuple[Catalogue, DeployedTools]":
    """Return what `content/tools.yaml` declares, and what does it."""
    from warmline.adapters.tools.runner import DeployedTools, read_catalogue  # noqa: PLC0415
    from warmline.observability import Metric, get_logger  # noqa: PLC0415

    def find_secret(name: str) -> str:
        if not secret:
            raise ConfigurationError("CREDENTIALS_SECRET is not set, and an action needs it")
        return find_credentials(secret).newest(name)

    def note(problem: str) -> None:
        get_logger("tools").error(Metric.TOOL_NOT_CONFIGURED, problem=problem)

    runner = DeployedTools.at(base_url, find_secret, note)
    return read_catalogue(content_file("tools.json")), runner


def make_toolshed(
    base_url: str, secret: str, store: "ConversationStore", house: "House", patience: "Patience"
) -> "Toolshed":
    """Return what makes each turn's tools."""
    from warmline.application.tools import Toolshed  # noqa: PLC0415
    from warmline.application.tools_once import RunOnce  # noqa: PLC0415

    catalogue, runner = find_tools(base_url, secret)
    return Toolshed(catalogue, RunOnce(store, runner, house, now, patience))
