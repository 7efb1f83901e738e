"""Modals and App Homes: who has which, what Slack demands of one, the right to open it."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from sandbox.slack.block_kit import MOST_BLOCKS_IN_VIEW, check_blocks, completed
from sandbox.slack.checks import (
    LONGEST_ID,
    Spot,
    check_boolean,
    check_members,
    check_string,
    check_text,
)
from sandbox.slack.ids import Trigger, new_id, new_trigger_id, view_hash
from sandbox.slack.people import Installation
from sandbox.slack.wire import Fields, RefusedError, compact, decoded, flag, refuse_if, rows, text

TRIGGER_SECONDS = 3.0
LONGEST_TITLE = 24
LONGEST_METADATA = 3000
LONGEST_VIEW = 250_000
DEEPEST_STACK = 3
MODAL, HOME = "modal", "home"


@dataclass(frozen=True, slots=True)
class View:
    """A modal or the App Home of one person; `given` is what the app sent, completed by Slack."""

    id: str
    user: str
    given: Fields
    hash: str
    root: str
    previous: str | None = None
    errors: Fields | None = None

    @property
    def blocks(self) -> list[Fields]:
        return rows(self.given.get("blocks"))

    @property
    def is_home(self) -> bool:
        return self.given.get("type") == HOME


def checked_view(value: object, kind: str = MODAL) -> Fields:
    """Return the view that a call carries; refuse what Slack refuses of one of this kind."""
    view = decoded(value)
    spot = Spot("/view")
    if not isinstance(view, dict):
        raise RefusedError("invalid_arguments", ["missing required field: view [json-pointer:/]"])
    (check_home if kind == HOME else check_view)(view, spot)
    if spot.problems:
        raise RefusedError("invalid_arguments", spot.problems)
    refuse_if("view_too_large", when=len(compact(view)) > LONGEST_VIEW)
    return view | {"blocks": [completed(block) for block in rows(view["blocks"])]}


def check_view(view: Fields, spot: Spot) -> None:
    optional = "submit close private_metadata callback_id external_id clear_on_close"
    check_members(view, spot, "type title blocks", f"{optional} notify_on_close submit_disabled")
    if view.get("type") not in {None, "modal"}:
        spot.at("type").say(f"unsupported type: {view['type']}")
    for name in ("title", "submit", "close"):
        check_text(view.get(name), spot.at(name), LONGEST_TITLE, plain=True)
    check_string(view.get("private_metadata"), spot.at("private_metadata"), LONGEST_METADATA, 0)
    check_string(view.get("callback_id"), spot.at("callback_id"), LONGEST_ID)
    check_string(view.get("external_id"), spot.at("external_id"), LONGEST_ID, 0)
    check_boolean(view.get("notify_on_close"), spot.at("notify_on_close"))
    check_blocks(view.get("blocks"), spot.at("blocks"), MOST_BLOCKS_IN_VIEW)
    check_submit(view, spot)


def check_home(view: Fields, spot: Spot) -> None:
    """Check an App Home: https://docs.slack.dev/reference/views/home-tab-views."""
    check_members(view, spot, "type blocks", "private_metadata callback_id external_id")
    if view.get("type") != HOME:
        spot.at("type").say(f"unsupported type: {view.get('type')}")
    check_string(view.get("private_metadata"), spot.at("private_metadata"), LONGEST_METADATA, 0)
    check_string(view.get("callback_id"), spot.at("callback_id"), LONGEST_ID)
    check_string(view.get("external_id"), spot.at("external_id"), LONGEST_ID, 0)
    check_blocks(view.get("blocks"), spot.at("blocks"), MOST_BLOCKS_IN_VIEW)


def check_submit(view: Fields, spot: Spot) -> None:
    for place, block in enumerate(rows(view.get("blocks"))):
        if block.get("type") == "input" and view.get("submit") is None:
            where = spot.at("blocks").at(place).at("input")
            where.say("must define `submit` to use an `input` block in modals")


class Views:
    """Every open modal, and the triggers not yet spent. `now` is a clock that tests may move."""

    def __init__(self, changed: Callable[[], None], now: Callable[[], float]) -> None:
        self._views: dict[str, View] = {}
        self._homes: dict[str, View] = {}
        self._triggers: dict[str, Trigger] = {}
        self._changed = changed
        self._now = now
        self._lock = threading.RLock()

    def new_trigger(self, user: str) -> str:
        trigger = Trigger(new_trigger_id(), user, self._now())
        with self._lock:
            self._triggers[trigger.id] = trigger
        return trigger.id

    def spend_trigger(self, trigger_id: str) -> str:
        """Return whose trigger it was; refuse one that is unknown, spent or too old."""
        with self._lock:
            trigger = self._triggers.get(trigger_id)
            if trigger is None:
                raise RefusedError("invalid_trigger_id")
            refuse_if("exchanged_trigger_id", when=trigger.spent)
            age = self._now() - trigger.at
            refuse_if("expired_trigger_id", when=age > TRIGGER_SECONDS)
            self._triggers[trigger_id] = replace(trigger, spent=True)
            return trigger.user

    def open(self, user: str, given: Fields) -> View:
        """Show a modal; what the person had open before is gone."""
        with self._lock:
            self._refuse_known(given)
            self._views = {key: view for key, view in self._views.items() if view.user != user}
            view_id = new_id("V")
            return self._put(View(view_id, user, given, view_hash(), view_id))

    def push(self, user: str, given: Fields) -> View:
        with self._lock:
            under = self.of(user)
            if not under:
                raise RefusedError("not_found")
            refuse_if("push_limit_reached", when=len(under) >= DEEPEST_STACK)
            top = under[-1]
            return self._put(View(new_id("V"), user, given, view_hash(), top.root, top.id))

    def publish(self, user: str, given: Fields, expected_hash: str = "") -> View:
        """Show an App Home to a person, in the place of the one before."""
        with self._lock:
            before = self._homes.get(user)
            if before is None:
                view_id = new_id("V")
                return self._put(View(view_id, user, given, view_hash(), view_id))
            refuse_if("hash_conflict", when=expected_hash not in {"", before.hash})
            return self._put(replace(before, given=given, hash=view_hash()))

    def home(self, user: str) -> View | None:
        """Return what stands on a person's App Home, where the app has published any."""
        with self._lock:
            return self._homes.get(user)

    def update(self, view_id: str, given: Fields, expected_hash: str = "") -> View:
        with self._lock:
            view = self.find(view_id)
            if view is None:
                raise RefusedError("not_found")
            refuse_if("hash_conflict", when=expected_hash not in {"", view.hash})
            return self._put(replace(view, given=given, hash=view_hash(), errors=None))

    def show_errors(self, view: View, errors: Fields) -> None:
        self._put(replace(view, errors=errors))

    def close(self, view: View, *, whole_stack: bool = False) -> None:
        with self._lock:
            gone = [view, *(self.of(view.user) if whole_stack else [])]
            for one in gone:
                self._views.pop(one.id, None)
        self._changed()

    def find(self, view_id: str) -> View | None:
        """Return an open modal or a home by its id or the app's own external id."""
        with self._lock:
            known = (*self._views.values(), *self._homes.values())
            named = (row for row in known if view_id in {row.id, external_id(row.given)})
            return next(named, None) if view_id else None

    def of(self, user: str) -> list[View]:
        """Return a person's open modals, the visible one last."""
        with self._lock:
            return [view for view in self._views.values() if view.user == user]

    def _put(self, view: View) -> View:
        with self._lock:
            if view.is_home:
                self._homes[view.user] = view
            else:
                self._views[view.id] = view
        self._changed()
        return view

    def _refuse_known(self, given: Fields) -> None:
        name = external_id(given)
        refuse_if("duplicate_external_id", when=bool(name) and self.find(name) is not None)


def external_id(given: Fields) -> str:
    return text(given.get("external_id"))


def now() -> float:
    return time.monotonic()


def shown_view(view: View, installation: Installation, values: Fields | None = None) -> Fields:
    """Return the view with every member that Slack's payloads and answers have."""
    given = view.given
    return {
        "id": view.id,
        "team_id": installation.team,
        "type": HOME if view.is_home else MODAL,
        "blocks": view.blocks,
        "private_metadata": text(given.get("private_metadata")),
        "callback_id": text(given.get("callback_id")),
        "state": {"values": values or {}},
        "hash": view.hash,
        "title": given.get("title"),
        "clear_on_close": flag(given.get("clear_on_close")),
        "notify_on_close": flag(given.get("notify_on_close")),
        "close": given.get("close"),
        "submit": given.get("submit"),
        "previous_view_id": view.previous,
        "root_view_id": view.root,
        "app_id": installation.app,
        "external_id": external_id(given),
        "app_installed_team_id": installation.team,
        "bot_id": installation.bot_id,
    }
