"""The people who may claim cases from the start, as rows of the table."""

from deployer.up.aws import Aws
from deployer.up.settings import LocalSettings


def seed_agents(settings: LocalSettings, aws: Aws, table: str, *, is_sandbox: bool) -> None:
    """Put them there."""
