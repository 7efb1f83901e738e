"""What a person chose or typed in an element, as `state.values` has it."""

from collections.abc import Iterator

from sandbox.slack.elements import INPUTS
from sandbox.slack.wire import Fields, fields, rows, text

ONE_OPTION = frozenset({"static_select", "radio_buttons", "overflow"})
SEVERAL_OPTIONS = frozenset({"multi_static_select", "checkboxes"})
MEMBERS = {
    "users_select": ("selected_user", "initial_user"),
    "channels_select": ("selected_channel", "initial_channel"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
}
REQUIRED = "Please complete this required field."


def elements_of(block: Fields) -> Iterator[Fields]:
    """Yield what a person can use in a block."""
    yield from rows(block.get("elements"))
    for name in ("accessory", "element"):
        if isinstance(block.get(name), dict):
            yield fields(block[name])


def find_element(
    blocks: list[Fields], action_id: str, block_id: str | None
) -> tuple[Fields, str] | None:
    """Return an element and its block's id; without a block id the first of that name."""
    for block in blocks:
        for element in elements_of(block):
            right_block = block_id in {None, block.get("block_id")}
            if right_block and element.get("action_id") == action_id:
                return element, text(block["block_id"])
    return None


def chosen(element: Fields, given: object) -> Fields:
    """Return what an action or a state says of an element; `given` None means untouched."""
    kind = text(element["type"])
    if kind in ONE_OPTION:
        default = element.get("initial_option")
        option = default if given is None else find_option(element, given)
        return {"selected_option": option}
    if kind in SEVERAL_OPTIONS:
        default = element.get("initial_options", [])
        wanted = given if isinstance(given, list) else []
        options = [option for option in options_of(element) if option.get("value") in wanted]
        return {"selected_options": default if given is None else options}
    if kind == "multi_users_select":
        return {"selected_users": element.get("initial_users", []) if given is None else given}
    if kind in MEMBERS:
        member, initial = MEMBERS[kind]
        return {member: (element.get(initial) if given is None else given) or None}
    if kind.endswith("_input"):
        return {"value": (element.get("initial_value") if given is None else given) or None}
    return {}


def options_of(element: Fields) -> list[Fields]:
    grouped = [rows(group.get("options")) for group in rows(element.get("option_groups"))]
    return rows(element.get("options")) + [option for group in grouped for option in group]


def find_option(element: Fields, value: object) -> Fields | None:
    return next((row for row in options_of(element) if row.get("value") == value), None)


def values_of(blocks: list[Fields], given: Fields) -> Fields:
    """Return `state.values` of all elements that hold a value."""
    values: Fields = {}
    for block in blocks:
        block_id = text(block.get("block_id"))
        typed = fields(given.get(block_id))
        held: Fields = {
            text(element["action_id"]): {
                "type": element["type"],
                **chosen(element, typed.get(text(element["action_id"]))),
            }
            for element in elements_of(block)
            if element.get("type") in INPUTS
        }
        if held:
            values[block_id] = held
    return values


def unfinished(blocks: list[Fields], values: Fields) -> Fields:
    """Return Slack's own complaint for each required input left empty."""
    return {
        text(block["block_id"]): REQUIRED
        for block in blocks
        if block.get("type") == "input"
        and block.get("optional") is not True
        and is_empty(fields(values.get(text(block["block_id"]))))
    }


def is_empty(held: Fields) -> bool:
    return all(
        value in (None, [])
        for state in held.values()
        for name, value in fields(state).items()
        if name != "type"
    )
