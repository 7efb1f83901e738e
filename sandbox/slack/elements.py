"""Slack's rules for what a block holds: buttons, menus, inputs, pictures.

Limits: https://docs.slack.dev/reference/block-kit/block-elements
"""

from collections.abc import Callable

from sandbox.slack.checks import (
    Spot,
    check_boolean,
    check_list,
    check_members,
    check_one_of,
    check_string,
    check_text,
    check_typed,
    check_unique,
)
from sandbox.slack.wire import Fields

LONGEST_BUTTON_TEXT = 75
LONGEST_BUTTON_VALUE = 2000
LONGEST_URL = 3000
LONGEST_ALT_TEXT = 2000
LONGEST_OPTION = 75
LONGEST_OPTION_VALUE = 150
LONGEST_PLACEHOLDER = 150
LONGEST_INPUT = 3000
LONGEST_TEXT = 3000
MOST_OPTIONS = 100
MOST_OPTION_GROUPS = 100
MOST_CHOICES = 10
MOST_OVERFLOW = 5

type ElementCheck = Callable[[Fields, Spot], None]


def check_button(element: Fields, spot: Spot) -> None:
    check_members(element, spot, "text", "value url style confirm accessibility_label")
    check_text(element.get("text"), spot.at("text"), LONGEST_BUTTON_TEXT, plain=True)
    check_string(element.get("value"), spot.at("value"), LONGEST_BUTTON_VALUE)
    check_string(element.get("url"), spot.at("url"), LONGEST_URL)
    check_string(element.get("accessibility_label"), spot.at("accessibility_label"), 75)
    check_one_of(element.get("style"), spot.at("style"), {"primary", "danger"})
    check_confirm(element.get("confirm"), spot.at("confirm"))


def check_confirm(value: object, spot: Spot) -> None:
    if value is None:
        return
    if not isinstance(value, dict):
        spot.say("must provide an object")
        return
    check_members(value, spot, "title text confirm deny", "style")
    check_text(value.get("title"), spot.at("title"), 100, plain=True)
    check_text(value.get("text"), spot.at("text"), 300)
    check_text(value.get("confirm"), spot.at("confirm"), 30, plain=True)
    check_text(value.get("deny"), spot.at("deny"), 30, plain=True)


def check_image(element: Fields, spot: Spot) -> None:
    check_members(element, spot, "alt_text", "image_url slack_file")
    check_string(element.get("alt_text"), spot.at("alt_text"), LONGEST_ALT_TEXT)
    check_string(element.get("image_url"), spot.at("image_url"), LONGEST_URL)
    if not element.get("image_url") and not element.get("slack_file"):
        spot.say("must define either `image_url` or `slack_file`")


def check_option(value: object, spot: Spot) -> None:
    if not isinstance(value, dict):
        spot.say("must provide an object")
        return
    check_members(value, spot, "text value", "description url")
    check_text(value.get("text"), spot.at("text"), LONGEST_OPTION)
    check_string(value.get("value"), spot.at("value"), LONGEST_OPTION_VALUE)
    check_text(value.get("description"), spot.at("description"), LONGEST_OPTION)


def check_option_group(value: object, spot: Spot) -> None:
    if not isinstance(value, dict):
        spot.say("must provide an object")
        return
    check_members(value, spot, "label options")
    check_text(value.get("label"), spot.at("label"), 75, plain=True)
    check_list(value.get("options"), spot.at("options"), MOST_OPTIONS, check_option)


def check_select(element: Fields, spot: Spot) -> None:
    """Check a menu with its own options; Slack wants options or groups, not both."""
    extra = "placeholder options option_groups initial_option initial_options max_selected_items"
    check_members(element, spot, "", f"{extra} confirm focus_on_load")
    check_text(element.get("placeholder"), spot.at("placeholder"), LONGEST_PLACEHOLDER, plain=True)
    if (element.get("options") is None) == (element.get("option_groups") is None):
        spot.say("must define either `options` or `option_groups`")
    check_list(element.get("options"), spot.at("options"), MOST_OPTIONS, check_option)
    groups = element.get("option_groups")
    check_list(groups, spot.at("option_groups"), MOST_OPTION_GROUPS, check_option_group)
    check_confirm(element.get("confirm"), spot.at("confirm"))


def check_people_select(element: Fields, spot: Spot) -> None:
    extra = "placeholder initial_user initial_users initial_channel initial_conversation filter"
    check_members(element, spot, "", f"{extra} confirm focus_on_load response_url_enabled")
    check_text(element.get("placeholder"), spot.at("placeholder"), LONGEST_PLACEHOLDER, plain=True)
    check_confirm(element.get("confirm"), spot.at("confirm"))


def check_choices(element: Fields, spot: Spot) -> None:
    extra = "initial_option initial_options confirm focus_on_load"
    check_members(element, spot, "options", extra)
    check_list(element.get("options"), spot.at("options"), MOST_CHOICES, check_option)
    check_confirm(element.get("confirm"), spot.at("confirm"))


def check_overflow(element: Fields, spot: Spot) -> None:
    check_members(element, spot, "options", "confirm")
    check_list(element.get("options"), spot.at("options"), MOST_OVERFLOW, check_option)
    check_confirm(element.get("confirm"), spot.at("confirm"))


def check_input(element: Fields, spot: Spot) -> None:
    extra = "initial_value placeholder multiline min_length max_length focus_on_load"
    check_members(element, spot, "", f"{extra} dispatch_action_config is_decimal_allowed")
    check_text(element.get("placeholder"), spot.at("placeholder"), LONGEST_PLACEHOLDER, plain=True)
    check_boolean(element.get("multiline"), spot.at("multiline"))
    longest = element.get("max_length")
    limit = longest if isinstance(longest, int) else LONGEST_INPUT
    if limit > LONGEST_INPUT:
        spot.at("max_length").say(f"must be less than {LONGEST_INPUT + 1}")
    check_string(element.get("initial_value"), spot.at("initial_value"), limit, shortest=0)


def check_date(element: Fields, spot: Spot) -> None:
    extra = "placeholder initial_date initial_time timezone confirm focus_on_load"
    check_members(element, spot, "", extra)


INTERACTIVE: dict[str, ElementCheck] = {
    "button": check_button,
    "static_select": check_select,
    "multi_static_select": check_select,
    "users_select": check_people_select,
    "multi_users_select": check_people_select,
    "channels_select": check_people_select,
    "conversations_select": check_people_select,
    "radio_buttons": check_choices,
    "checkboxes": check_choices,
    "overflow": check_overflow,
    "datepicker": check_date,
    "timepicker": check_date,
}
ACCESSORIES: dict[str, ElementCheck] = INTERACTIVE | {"image": check_image}
INPUTS: dict[str, ElementCheck] = {
    name: check for name, check in INTERACTIVE.items() if name not in {"button", "overflow"}
} | {
    "plain_text_input": check_input,
    "email_text_input": check_input,
    "url_text_input": check_input,
    "number_input": check_input,
}


def check_element(value: object, spot: Spot, kinds: dict[str, ElementCheck], block: str) -> None:
    """Check one element; its action_id is unique within its block."""
    check_typed(value, spot, kinds)
    if isinstance(value, dict):
        check_unique(value.get("action_id"), spot.at("action_id"), f"action_id in {block}")


def check_context_element(value: object, spot: Spot) -> None:
    if isinstance(value, dict) and value.get("type") == "image":
        check_image(value, spot)
    elif isinstance(value, dict) and value.get("type") in {"plain_text", "mrkdwn"}:
        check_text(value, spot, LONGEST_TEXT)
    else:
        spot.say("failed to match all allowed schemas")
