"""What Slack's Block Kit checks are made of: a place in the payload, and the words about it.

The words are those of Slack's `response_metadata.messages`, for example
"[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]".
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from sandbox.slack.wire import Fields

type Check = Callable[[object, "Spot"], None]

LONGEST_ID = 255


@dataclass(frozen=True, slots=True)
class Spot:
    """One place in a payload; all spots of a payload share the list of problems."""

    pointer: str
    problems: list[str] = field(default_factory=list)
    seen_ids: dict[str, set[str]] = field(default_factory=dict)

    def at(self, name: object) -> "Spot":
        return Spot(f"{self.pointer}/{name}", self.problems, self.seen_ids)

    def say(self, problem: str) -> None:
        self.problems.append(f"{problem} [json-pointer:{self.pointer or '/'}]")


def check_members(block: Fields, spot: Spot, required: str, optional: str = "") -> None:
    """Say which members are missing and which are not Slack's."""
    needed = required.split()
    for name in needed:
        if block.get(name) is None:
            spot.say(f"missing required field: {name}")
    for name in block.keys() - {"type", "block_id", "action_id", *needed, *optional.split()}:
        spot.say(f"invalid additional property: {name}")


def check_string(value: object, spot: Spot, longest: int, shortest: int = 1) -> None:
    if value is None:
        return
    if not isinstance(value, str):
        spot.say("must be a string")
    elif len(value) < shortest:
        spot.say(f"must be more than {shortest - 1} characters")
    elif len(value) > longest:
        spot.say(f"must be less than {longest + 1} characters")


def check_text(value: object, spot: Spot, longest: int, *, plain: bool = False) -> None:
    """Check a text object; `plain` where Slack takes no mrkdwn."""
    if value is None:
        return
    if not isinstance(value, dict):
        spot.say("must provide an object")
        return
    kinds = ["plain_text"] if plain else ["plain_text", "mrkdwn"]
    if value.get("type") not in kinds:
        spot.at("type").say(f"must be one of: {', '.join(kinds)}")
    extra = "emoji" if value.get("type") == "plain_text" else "verbatim"
    check_members(value, spot, "type text", extra)
    check_string(value.get("text"), spot.at("text"), longest)


def check_list(value: object, spot: Spot, most: int, check: Check, fewest: int = 1) -> None:
    if value is None:
        return
    if not isinstance(value, list):
        spot.say("must provide an array")
        return
    if len(value) < fewest:
        spot.say(f"no fewer than {fewest} items allowed")
    if len(value) > most:
        spot.say(f"no more than {most} items allowed")
    for place, item in enumerate(value):
        check(item, spot.at(place))


def check_one_of(value: object, spot: Spot, allowed: Collection[str]) -> None:
    if value is not None and value not in allowed:
        spot.say(f"must be one of: {', '.join(sorted(allowed))}")


def check_boolean(value: object, spot: Spot) -> None:
    if value is not None and not isinstance(value, bool):
        spot.say("must be a boolean")


def check_typed(
    value: object, spot: Spot, checks: dict[str, Callable[[Fields, Spot], None]]
) -> None:
    """Check an object by the table entry that its `type` names."""
    if not isinstance(value, dict):
        spot.say("must provide an object")
        return
    kind = value.get("type")
    check = checks.get(kind) if isinstance(kind, str) else None
    if kind is None:
        spot.say("missing required field: type")
    elif check is None:
        spot.at("type").say(f"unsupported type: {kind}")
    else:
        check(value, spot)


def check_unique(value: object, spot: Spot, scope: str) -> None:
    """Check an id: short enough, and the only one of its name within the scope."""
    check_string(value, spot, LONGEST_ID)
    if not isinstance(value, str):
        return
    seen = spot.seen_ids.setdefault(scope, set())
    if value in seen:
        spot.say(f"`{value}` already exists; ids must be unique")
    seen.add(value)
