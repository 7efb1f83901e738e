"""Who is in the workspace, where they talk, and which app is installed."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

SCOPES = frozenset(
    {
        "app_mentions:read",
        "channels:history",
        "channels:read",
        "chat:write",
        "commands",
        "files:read",
        "groups:history",
        "groups:read",
        "im:history",
        "im:read",
        "im:write",
        "pins:read",
        "pins:write",
        "reactions:read",
        "reactions:write",
        "users:read",
    }
)


class Part(StrEnum):
    """What a person does in the sandbox's story; Slack itself knows nothing of it."""

    AGENT = "agent"
    LEAD = "lead"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str
    full_name: str
    part: Part = Part.AGENT
    time_zone: str = "Europe/Berlin"
    is_guest: bool = False

    @property
    def direct_channel(self) -> str:
        """The channel of the direct messages between this person and the app."""
        return "D" + self.id[1:]


PEOPLE = (
    Person("U0ANA00001", "ana", "Ana Ruiz"),
    Person("U0BEN00002", "ben", "Ben Okafor"),
    Person("U0LEA00003", "lea", "Lea Brandt", Part.LEAD),
    Person("U0CARL0004", "carl", "Carl Meyer", Part.CUSTOMER),
    Person("U0NOOR0005", "noor", "Noor Haddad", is_guest=True),
)


@dataclass(frozen=True, slots=True)
class Channel:
    id: str
    name: str
    members: frozenset[str]
    has_app: bool = True
    is_archived: bool = False
    is_private: bool = False

    @property
    def is_direct(self) -> bool:
        return self.id.startswith("D")

    @property
    def kind(self) -> str:
        """The `channel_type` of its message events."""
        if self.is_direct:
            return "im"
        return "group" if self.is_private else "channel"


@dataclass(frozen=True, slots=True)
class Installation:
    """The app in its workspace: ids, credentials and what it was granted."""

    team: str
    app: str
    bot_token: str
    signing_secret: str
    scopes: frozenset[str] = SCOPES
    app_name: str = "Warmline"
    team_domain: str = "sandbox"
    team_name: str = "Sandbox"
    bot_user: str = "U0WARMLINE"
    bot_id: str = "B0WARMLINE"

    @property
    def verification_token(self) -> str:
        """The deprecated token that Slack still sends and no app should use."""
        return hashlib.sha256(self.app.encode()).hexdigest()[:24]
