"""Every limit of Block Kit that the stand-in knows, through the vendor's own client."""

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.slack import SlackStandIn
from tests.unit.sandbox.slack.conftest import DESK, TOKEN


@pytest.fixture
def client(shared_slack: SlackStandIn) -> WebClient:
    return WebClient(TOKEN, base_url=f"{shared_slack.url}/api/", timeout=5)


def plain(text: str) -> dict[str, object]:
    return {"type": "plain_text", "text": text}


def section(**members: object) -> dict[str, object]:
    return {"type": "section", "text": plain("hi"), **members}


def button(**members: object) -> dict[str, object]:
    return {"type": "button", "text": plain("Go"), "action_id": "go", **members}


def actions(*elements: object, **members: object) -> dict[str, object]:
    return {"type": "actions", "elements": list(elements), **members}


def buttons(count: int) -> list[dict[str, object]]:
    return [button(action_id=f"a{number}") for number in range(count)]


def context(count: int) -> dict[str, object]:
    return {"type": "context", "elements": [plain("hi")] * count}


FITTING = [
    [section(text=plain("x" * 3000))],
    [section(fields=[plain("x" * 900)] * 10)],
    [{"type": "header", "text": plain("x" * 150)}],
    [actions(button(text=plain("x" * 75), value="v" * 2000, action_id="a" * 255))],
    [actions(*buttons(25))],
    [context(10)],
    [{"type": "divider"}] * 50,
    [actions(button()), actions(button())],
    [{"type": "markdown", "text": "**hi**"}],
    [
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [
                        {"type": "text", "text": "<!channel>", "style": {"bold": True}},
                        {"type": "link", "url": "https://shop.example", "text": "shop"},
                    ],
                }
            ],
        }
    ],
    [section(accessory={"type": "users_select", "action_id": "who", "placeholder": plain("Who?")})],
]

REFUSED = [
    (
        [section(text=plain("x" * 3001))],
        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
    ),
    (
        [section(text=plain(""))],
        "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
    ),
    (
        [section(fields=[plain("x")] * 11)],
        "no more than 10 items allowed [json-pointer:/blocks/0/fields]",
    ),
    (
        [section(fields=[plain("x" * 2001)])],
        "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]",
    ),
    ([{"type": "section"}], "must define either `text` or `fields` [json-pointer:/blocks/0/type]"),
    ([section(text="hi")], "must provide an object [json-pointer:/blocks/0/text]"),
    (
        [section(text={"type": "markdown", "text": "x"})],
        "must be one of: plain_text, mrkdwn [json-pointer:/blocks/0/text/type]",
    ),
    ([section(colour="red")], "invalid additional property: colour [json-pointer:/blocks/0]"),
    (
        [{"type": "header", "text": plain("x" * 151)}],
        "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
    ),
    (
        [{"type": "header", "text": {"type": "mrkdwn", "text": "*x*"}}],
        "must be one of: plain_text [json-pointer:/blocks/0/text/type]",
    ),
    (
        [actions(button(text=plain("x" * 76)))],
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
    ),
    (
        [actions(button(text={"type": "mrkdwn", "text": "x"}))],
        "must be one of: plain_text [json-pointer:/blocks/0/elements/0/text/type]",
    ),
    (
        [actions(button(value="x" * 2001))],
        "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
    ),
    ([actions(button(value=7))], "must be a string [json-pointer:/blocks/0/elements/0/value]"),
    (
        [actions(button(style="warning"))],
        "must be one of: danger, primary [json-pointer:/blocks/0/elements/0/style]",
    ),
    (
        [actions(button(action_id="x" * 256))],
        "must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]",
    ),
    (
        [actions(button(), button())],
        "`go` already exists; ids must be unique [json-pointer:/blocks/0/elements/1/action_id]",
    ),
    (
        [actions({"type": "button", "action_id": "a"})],
        "missing required field: text [json-pointer:/blocks/0/elements/0]",
    ),
    ([actions(*buttons(26))], "no more than 25 items allowed [json-pointer:/blocks/0/elements]"),
    ([actions()], "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]"),
    (
        [actions({"type": "plain_text_input", "action_id": "a"})],
        "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]",
    ),
    ([context(11)], "no more than 10 items allowed [json-pointer:/blocks/0/elements]"),
    (
        [{"type": "context", "elements": [button()]}],
        "failed to match all allowed schemas [json-pointer:/blocks/0/elements/0]",
    ),
    ([{"type": "divider"}] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
    (
        [section(block_id="x" * 256)],
        "must be less than 256 characters [json-pointer:/blocks/0/block_id]",
    ),
    (
        [section(block_id="a"), section(block_id="a")],
        "`a` already exists; ids must be unique [json-pointer:/blocks/1/block_id]",
    ),
    ([{"type": "carousel"}], "unsupported type: carousel [json-pointer:/blocks/0/type]"),
    ([{"text": plain("x")}], "missing required field: type [json-pointer:/blocks/0]"),
    (
        [{"type": "image", "alt_text": "x"}],
        "must define either `image_url` or `slack_file` [json-pointer:/blocks/0]",
    ),
    (
        [{"type": "markdown", "text": "x" * 12_001}],
        "must be less than 12001 characters [json-pointer:/blocks/0/text]",
    ),
    (
        [
            {
                "type": "rich_text",
                "elements": [{"type": "rich_text_section", "elements": [{"type": "text"}]}],
            }
        ],
        "missing required field: text [json-pointer:/blocks/0/elements/0/elements/0]",
    ),
    (
        [section(accessory={"type": "static_select", "action_id": "a"})],
        "must define either `options` or `option_groups` [json-pointer:/blocks/0/accessory]",
    ),
]


@pytest.mark.parametrize("blocks", FITTING)
def test_what_fits_slacks_limits_is_posted(client: WebClient, blocks: list[dict[str, Any]]) -> None:
    assert client.chat_postMessage(channel=DESK, text="hi", blocks=blocks)["ok"] is True


@pytest.mark.parametrize(("blocks", "problem"), REFUSED)
def test_what_breaks_a_limit_is_refused_with_the_place(
    client: WebClient, blocks: list[dict[str, Any]], problem: str
) -> None:
    with pytest.raises(SlackApiError) as error:
        client.chat_postMessage(channel=DESK, text="hi", blocks=blocks)
    answer = error.value.response
    assert answer["error"] == "invalid_blocks"
    assert problem in answer["errors"]
    assert f"[ERROR] {problem}" in answer["response_metadata"]["messages"]


def test_an_update_and_an_ephemeral_are_checked_alike(client: WebClient) -> None:
    ts = client.chat_postMessage(channel=DESK, text="hi")["ts"]
    blocks: list[dict[str, Any]] = [{"type": "header"}]
    with pytest.raises(SlackApiError, match="invalid_blocks"):
        client.chat_update(channel=DESK, ts=str(ts), text="hi", blocks=blocks)
    with pytest.raises(SlackApiError, match="invalid_blocks"):
        client.chat_postEphemeral(channel=DESK, user="U0ANA00001", text="hi", blocks=blocks)


def test_blocks_of_about_13000_characters_in_all_are_too_long(client: WebClient) -> None:
    blocks = [section(text=plain("x" * 2900)) for _ in range(5)]
    assert client.chat_postMessage(channel=DESK, text="hi", blocks=blocks[:4])["ok"] is True
    with pytest.raises(SlackApiError) as error:
        client.chat_postMessage(channel=DESK, text="hi", blocks=blocks)
    assert error.value.response["error"] == "msg_blocks_too_long"
