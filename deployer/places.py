"""Where things are in a checkout."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILT = ROOT / ".aws-sam" / "local"
BUILT_TEMPLATE = BUILT / "template.yaml"
CACHE = ROOT / ".cache"
ENGINE = ROOT / ".engine"
ENGINE_REQUIREMENTS = ROOT / "requirements" / "engine.txt"


def tool(name: str) -> Path:
    """Return a command of the environment that runs us, such as `sam`."""
    return Path(sys.executable).with_name(name)
