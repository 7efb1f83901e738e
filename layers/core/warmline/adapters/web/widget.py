"""The widget's script as it is served."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from warmline.domain.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class Widget:
    """The script, and the tag by which a browser tells whether it has this very one."""

    script: str
    etag: str

    @classmethod
    def read(cls, file: Path) -> Self:
        """Read a built widget. Raises ConfigurationError when it is not there."""
        try:
            script = file.read_bytes()
        except FileNotFoundError as error:
            raise ConfigurationError("the content layer has no widget.js") from error
        return cls(script.decode(), f'"{hashlib.sha256(script).hexdigest()[:32]}"')
