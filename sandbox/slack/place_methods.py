"""The Web API's methods on the token, channels and people."""

from collections.abc import Iterable

from sandbox.slack.chat_methods import Method
from sandbox.slack.messages import Message, shown
from sandbox.slack.people import Channel, Installation, Part, Person
from sandbox.slack.wire import Fields, RefusedError, flag, number, refuse_if, text
from sandbox.slack.workspace import Workspace

CREATED = 1_760_000_000
MOST_MESSAGES = 100


class PlaceMethods:
    """`auth.test`, `api.test`, `bots.info`, `conversations.*` and `users.info`."""

    def __init__(self, installation: Installation, workspace: Workspace) -> None:
        self._installation = installation
        self._workspace = workspace

    def table(self) -> dict[str, Method]:
        return {
            "auth.test": Method(self.auth_test),
            "api.test": Method(lambda arguments: {"args": arguments}),
            "bots.info": Method(self.bots_info, "users:read"),
            "conversations.info": Method(self.info, "channels:read"),
            "conversations.members": Method(self.members, "channels:read"),
            "conversations.open": Method(self.open, "im:write"),
            "conversations.history": Method(self.history, "channels:history"),
            "conversations.replies": Method(self.replies, "channels:history"),
            "users.info": Method(self.user, "users:read"),
        }

    def auth_test(self, _arguments: Fields) -> Fields:
        installation = self._installation
        return {
            "url": f"https://{installation.team_domain}.slack.com/",
            "team": installation.team_name,
            "user": installation.app_name.lower(),
            "team_id": installation.team,
            "user_id": installation.bot_user,
            "bot_id": installation.bot_id,
            "is_enterprise_install": False,
        }

    def bots_info(self, arguments: Fields) -> Fields:
        installation = self._installation
        refuse_if("bot_not_found", when=arguments.get("bot") not in {None, installation.bot_id})
        bot: Fields = {
            "id": installation.bot_id,
            "deleted": False,
            "name": installation.app_name,
            "updated": CREATED,
            "app_id": installation.app,
            "user_id": installation.bot_user,
            "icons": {},
        }
        return {"bot": bot}

    def info(self, arguments: Fields) -> Fields:
        channel = self._channel(arguments)
        if channel.is_direct:
            return {"channel": direct(channel)}
        return {"channel": public(channel, self._installation)}

    def members(self, arguments: Fields) -> Fields:
        channel = self._channel(arguments)
        app = {self._installation.bot_user} if channel.has_app else set()
        members = sorted(channel.members | app)
        return {"members": members, "response_metadata": {"next_cursor": ""}}

    def open(self, arguments: Fields) -> Fields:
        users = text(arguments.get("users"))
        if arguments.get("channel"):
            channel = self._channel(arguments)
            return {"no_op": True, "already_open": True, "channel": {"id": channel.id}}
        refuse_if("users_list_not_supplied", when=not users)
        person = self._person(users)
        return {"no_op": True, "already_open": True, "channel": {"id": person.direct_channel}}

    def history(self, arguments: Fields) -> Fields:
        channel = self._channel(arguments)
        refuse_if("not_in_channel", when=not channel.has_app)
        rows = [row for row in self._workspace.messages(channel.id) if row.thread_ts is None]
        return self._page(reversed(rows), arguments)

    def replies(self, arguments: Fields) -> Fields:
        channel = self._channel(arguments)
        refuse_if("not_in_channel", when=not channel.has_app)
        root = self._workspace.find(channel.id, text(arguments.get("ts")))
        if root is None:
            raise RefusedError("thread_not_found")
        return self._page([root, *self._workspace.replies(channel.id, root.root)], arguments)

    def user(self, arguments: Fields) -> Fields:
        user_id = text(arguments.get("user"))
        if user_id == self._installation.bot_user:
            app = Person(user_id, self._installation.app_name.lower(), self._installation.app_name)
            return {"user": profile(app, self._installation) | {"is_bot": True}}
        return {"user": profile(self._person(user_id), self._installation)}

    def _page(self, rows: Iterable[Message], arguments: Fields) -> Fields:
        """Return the rows between `oldest` and `latest`, at most `limit` of them."""
        oldest = number(arguments.get("oldest") or None, 0)
        latest = number(arguments.get("latest") or None, float("inf"))
        limit = int(number(arguments.get("limit") or None, MOST_MESSAGES))
        inclusive = flag(arguments.get("inclusive"))
        inside = [row for row in rows if between(row, oldest, latest, inclusive=inclusive)]
        with_metadata = flag(arguments.get("include_all_metadata"))
        shown_rows = [self._shown(row, with_metadata=with_metadata) for row in inside[:limit]]
        return {"messages": shown_rows, "has_more": len(inside) > limit}

    def _shown(self, row: Message, *, with_metadata: bool) -> Fields:
        replies = len(self._workspace.replies(row.channel, row.ts))
        body = shown(row, self._installation, replies)
        if with_metadata and row.metadata is not None:
            body["metadata"] = row.metadata
        return body

    def _channel(self, arguments: Fields) -> Channel:
        channel = self._workspace.find_channel(text(arguments.get("channel")))
        if channel is None or (channel.is_private and not channel.has_app):
            raise RefusedError("channel_not_found")
        return channel

    def _person(self, user_id: str) -> Person:
        person = self._workspace.people.get(user_id)
        if person is None:
            raise RefusedError("user_not_found")
        return person


def between(row: Message, oldest: float, latest: float, *, inclusive: bool) -> bool:
    at = float(row.ts)
    return oldest < at < latest or (inclusive and at in {oldest, latest})


def direct(channel: Channel) -> Fields:
    return {
        "id": channel.id,
        "created": CREATED,
        "is_im": True,
        "is_org_shared": False,
        "user": next(iter(channel.members)),
        "is_user_deleted": False,
        "is_open": True,
    }


def public(channel: Channel, installation: Installation) -> Fields:
    return {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": not channel.is_private,
        "is_group": channel.is_private,
        "is_im": False,
        "is_mpim": False,
        "is_private": channel.is_private,
        "created": CREATED,
        "creator": installation.bot_user,
        "is_archived": channel.is_archived,
        "is_general": False,
        "is_shared": False,
        "is_org_shared": False,
        "is_ext_shared": False,
        "is_member": channel.has_app,
        "context_team_id": installation.team,
        "num_members": len(channel.members) + channel.has_app,
    }


def profile(person: Person, installation: Installation) -> Fields:
    first, _, last = person.full_name.partition(" ")
    return {
        "id": person.id,
        "team_id": installation.team,
        "name": person.name,
        "deleted": False,
        "real_name": person.full_name,
        "tz": person.time_zone,
        "profile": {
            "real_name": person.full_name,
            "real_name_normalized": person.full_name,
            "display_name": person.full_name.split()[0],
            "display_name_normalized": person.full_name.split()[0],
            "first_name": first,
            "last_name": last,
            "team": installation.team,
        },
        "is_admin": person.part is Part.LEAD,
        "is_owner": False,
        "is_restricted": person.is_guest,
        "is_ultra_restricted": person.is_guest,
        "is_bot": False,
        "is_app_user": False,
        "updated": CREATED,
    }
