"""A message as Slack keeps it, and as its payloads show it."""

from dataclasses import dataclass, replace

from sandbox.slack.people import Installation
from sandbox.slack.wire import Fields, without_blanks

SLACKBOT = "USLACKBOT"
BROADCAST = "thread_broadcast"
FILE_SHARE = "file_share"
ME = "me_message"
TOMBSTONE = "tombstone"


@dataclass(frozen=True, slots=True)
class Reaction:
    name: str
    users: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Message:
    channel: str
    ts: str
    user: str
    text: str
    blocks: tuple[Fields, ...] = ()
    thread_ts: str | None = None
    by_app: bool = False
    only_for: str | None = None
    edited_at: str | None = None
    reactions: tuple[Reaction, ...] = ()
    client_msg_id: str | None = None
    username: str | None = None
    metadata: Fields | None = None
    mrkdwn: bool = True
    subtype: str | None = None
    files: tuple[Fields, ...] = ()
    pinned_by: str | None = None

    @property
    def root(self) -> str:
        """The `ts` of the thread that this message is in or would begin."""
        return self.thread_ts or self.ts

    @property
    def is_in_channel(self) -> bool:
        """Whether it stands in the channel itself: no reply, or one that was sent there too."""
        return self.thread_ts is None or self.subtype == BROADCAST

    @property
    def is_tombstone(self) -> bool:
        return self.subtype == TOMBSTONE

    def reacted(self, name: str, user: str) -> "Message":
        others = [reaction for reaction in self.reactions if reaction.name != name]
        users = (*self.reacted_with(name), user)
        return replace(self, reactions=(*others, Reaction(name, users)))

    def unreacted(self, name: str, user: str) -> "Message":
        left = tuple(other for other in self.reacted_with(name) if other != user)
        others = [reaction for reaction in self.reactions if reaction.name != name]
        kept = [Reaction(name, left)] if left else []
        return replace(self, reactions=(*others, *kept))

    def reacted_with(self, name: str) -> tuple[str, ...]:
        return next((had.users for had in self.reactions if had.name == name), ())


def tombstone_of(message: Message) -> Message:
    """Return what is left of a deleted message whose thread goes on."""
    return Message(
        message.channel,
        message.ts,
        SLACKBOT,
        "This message was deleted.",
        thread_ts=message.thread_ts,
        subtype=TOMBSTONE,
    )


def shown(message: Message, installation: Installation, replies: int = 0) -> Fields:
    """Return the message as an answer of the Web API and the inside of an event have it."""
    return without_blanks(
        [
            ("client_msg_id", message.client_msg_id),
            ("type", "message"),
            ("subtype", "bot_message" if message.username else message.subtype),
            ("user", message.user),
            ("username", message.username),
            ("ts", message.ts),
            *app_parts(message, installation),
            ("text", message.text),
            ("team", installation.team),
            ("blocks", list(message.blocks) or None),
            *file_parts(message),
            ("thread_ts", message.thread_ts or (message.ts if replies else None)),
            ("reply_count", replies or None),
            ("edited", edit_of(message)),
            ("reactions", reactions_of(message)),
            ("pinned_to", [message.channel] if message.pinned_by else None),
        ]
    )


def file_parts(message: Message) -> list[tuple[str, object]]:
    if not message.files:
        return []
    return [("files", list(message.files)), ("upload", True), ("display_as_bot", False)]


def app_parts(message: Message, installation: Installation) -> list[tuple[str, object]]:
    if not message.by_app:
        return []
    return [
        ("bot_id", installation.bot_id),
        ("app_id", installation.app),
        ("bot_profile", bot_profile(installation)),
    ]


def bot_profile(installation: Installation) -> Fields:
    icon = "https://a.slack-edge.com/80588/img/plugins/app/bot_{}.png"
    return {
        "id": installation.bot_id,
        "deleted": False,
        "name": installation.app_name,
        "updated": 1760000000,
        "app_id": installation.app,
        "user_id": installation.bot_user,
        "icons": {f"image_{size}": icon.format(size) for size in (36, 48, 72)},
        "team_id": installation.team,
    }


def edit_of(message: Message) -> Fields | None:
    return {"user": message.user, "ts": message.edited_at} if message.edited_at else None


def reactions_of(message: Message) -> list[Fields] | None:
    shown_reactions: list[Fields] = [
        {"name": reaction.name, "users": list(reaction.users), "count": len(reaction.users)}
        for reaction in message.reactions
    ]
    return shown_reactions or None
