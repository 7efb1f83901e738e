"""Files that people send along with their words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file, by the id that Slack knows it by, and what it says of itself."""

    id: str
    name: str
    media_type: str = ""
    size: int = 0

    def place_in(self, conversation: str) -> str:
        """Return where it is kept for the customer of this conversation."""
        return f"{conversation}/{self.id}"
