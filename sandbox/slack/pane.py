"""What the desk's page shows to one person: channels, messages, reactions, the open modal."""

from sandbox.slack.messages import ME, SLACKBOT, Message
from sandbox.slack.people import Channel, Installation, Person
from sandbox.slack.views import Views
from sandbox.slack.wire import Fields
from sandbox.slack.workspace import Workspace

MOST_ROOTS = 200


class Pane:
    """Reads the workspace as one person sees it; nothing here is sent to the app."""

    def __init__(self, installation: Installation, workspace: Workspace, views: Views) -> None:
        self._installation = installation
        self._workspace = workspace
        self._views = views

    def seen_by(self, user: str) -> Fields:
        people = [self._person(person) for person in self._workspace.people.values()]
        return {
            "app": {"user": self._installation.bot_user, "name": self._installation.app_name},
            "team": self._installation.team_name,
            "people": people,
            "channels": [
                self._channel(channel, user)
                for channel in self._workspace.channels()
                if user in channel.members or not channel.is_direct
            ],
            "view": self._view(user),
            "home": self._home(user),
        }

    def _person(self, person: Person) -> Fields:
        return {
            "id": person.id,
            "name": person.full_name.split()[0],
            "full_name": person.full_name,
            "part": person.part,
            "is_guest": person.is_guest,
            "newest": self._newest_for(person),
        }

    def _newest_for(self, person: Person) -> str:
        """Return when the app last wrote to this person directly."""
        rows = self._workspace.messages(person.direct_channel, seen_by=person.id)
        return max((row.ts for row in rows if row.user != person.id), default="0")

    def _channel(self, channel: Channel, user: str) -> Fields:
        is_member = user in channel.members
        return {
            "id": channel.id,
            "name": channel.name,
            "kind": channel.kind,
            "is_member": is_member,
            "is_archived": channel.is_archived,
            "messages": self._messages(channel, user) if is_member else [],
        }

    def _messages(self, channel: Channel, user: str) -> list[Fields]:
        rows = self._workspace.messages(channel.id, seen_by=user)
        roots = [row.root for row in rows if row.is_in_channel][-MOST_ROOTS:]
        recent = set(roots)
        return [
            self._message(row)
            for row in rows
            if row.root in recent or row.only_for or row.pinned_by
        ]

    def _message(self, message: Message) -> Fields:
        return {
            "ts": message.ts,
            "user": message.user,
            "author": self._author(message),
            "by_app": message.by_app,
            "text": message.text,
            "mrkdwn": message.mrkdwn,
            "blocks": list(message.blocks),
            "thread_ts": message.thread_ts,
            "is_edited": message.edited_at is not None,
            "is_ephemeral": message.only_for is not None,
            "is_in_channel": message.is_in_channel,
            "is_tombstone": message.is_tombstone,
            "is_about_oneself": message.subtype == ME,
            "is_pinned": message.pinned_by is not None,
            "files": [
                {name: file[name] for name in ("id", "name", "mimetype", "size")}
                for file in message.files
            ],
            "reactions": [
                {"name": reaction.name, "users": list(reaction.users)}
                for reaction in message.reactions
            ],
        }

    def _author(self, message: Message) -> str:
        if message.user == SLACKBOT:
            return "Slackbot"
        if message.by_app:
            return message.username or self._installation.app_name
        return self._workspace.people[message.user].full_name

    def _home(self, user: str) -> Fields | None:
        view = self._views.home(user)
        return None if view is None else {"id": view.id, "hash": view.hash, "blocks": view.blocks}

    def _view(self, user: str) -> Fields | None:
        stack = self._views.of(user)
        if not stack:
            return None
        view = stack[-1]
        names = ("title", "submit", "close")
        shown: Fields = {name: view.given.get(name) for name in names}
        key = {"id": view.id, "hash": view.hash, "errors": view.errors or {}}
        return shown | key | {"blocks": view.blocks}
