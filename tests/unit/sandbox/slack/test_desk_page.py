"""The desk's page in a real browser: what people see and press there is real Slack traffic."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from slack_sdk import WebClient

from sandbox.messages import Response
from sandbox.slack import SlackStandIn
from tests.unit.sandbox.slack.app_server import AppServer
from tests.unit.sandbox.slack.cards import CARD, card, modal
from tests.unit.sandbox.slack.conftest import DESK

ANA, BEN, CARL = "U0ANA00001", "U0BEN00002", "U0CARL0004"
WIDE, FRAME = (1200, 800), (600, 780)
HOSTILE = "<img src=x onerror=document.title='owned'> &lt;b&gt; *not bold* <!channel>"

type Desk = Callable[..., Page]


@pytest.fixture
def desk(browser: Browser, slack: SlackStandIn) -> Iterator[Desk]:
    """Open the page as one person; a script error or a refused asset fails the test."""
    context = browser.new_context()
    problems: list[str] = []

    def open_as(user: str, size: tuple[int, int] = WIDE) -> Page:
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("requestfailed", lambda call: problems.append(call.url))
        page.goto(f"{slack.url}/desk?as={user}")
        page.wait_for_selector("#people button")
        return page

    yield open_as
    context.close()
    assert [one for one in problems if "/control/" not in one] == []


def send(page: Page, box: str, words: str) -> None:
    page.fill(box, words)
    page.press(box, "Enter")


@pytest.mark.parametrize("size", [WIDE, FRAME])
def test_ana_claims_a_card_and_answers_in_its_thread(
    desk: Desk, app: AppServer, client: WebClient, size: tuple[int, int]
) -> None:
    page = desk(ANA, size)
    expect(page.locator(".empty h2")).to_have_text("Nobody is waiting")
    ts = card(client)
    page.click("[data-action=claim]")
    pressed = app.wait_for(1, "block_actions")[0].body
    assert (pressed["user"], app.unsigned) == (
        {"id": ANA, "username": "ana", "name": "ana", "team_id": "T0SANDBOX"},
        0,
    )
    taken = [{"type": "section", "text": {"type": "mrkdwn", "text": f"With <@{ANA}>"}}]
    client.chat_update(channel=DESK, ts=ts, text="taken", blocks=taken)
    expect(page.locator("#messages .mention")).to_have_text("@Ana")
    client.chat_postMessage(channel=DESK, thread_ts=ts, text="Where is it?")
    page.click(".thread-link")
    send(page, "#reply-words", "On its way")
    reply = next(row.event for row in app.wait_for(4, "message") if row.event.get("user") == ANA)
    assert (reply["text"], reply["thread_ts"], reply["channel"]) == ("On its way", ts, DESK)
    client.reactions_add(channel=DESK, timestamp=str(reply["ts"]), name="white_check_mark")
    expect(page.locator("#replies .pill [aria-label=':white_check_mark:']")).to_be_visible()


def test_hostile_words_are_shown_and_never_become_markup(
    desk: Desk, slack: SlackStandIn, client: WebClient
) -> None:
    plain = {"type": "plain_text", "text": HOSTILE}
    leaf = {"type": "text", "text": HOSTILE}
    section = {"type": "rich_text_section", "elements": [leaf]}
    blocks: list[dict[str, object]] = [
        {"type": "section", "text": plain},
        {"type": "rich_text", "elements": [section]},
        {
            "type": "section",
            "text": {"type": "mrkdwn", "text": "<javascript:alert(1)|press> &lt;b&gt;"},
        },
    ]
    client.chat_postMessage(channel=DESK, text="card", blocks=blocks)
    slack.acting.post(BEN, DESK, HOSTILE)
    page = desk(ANA)
    messages = page.locator("#messages .message")
    expect(messages).to_have_count(2)
    shown = page.locator("#messages .block")
    expect(shown.nth(0)).to_have_text(HOSTILE)
    expect(shown.nth(1)).to_have_text(HOSTILE)
    expect(shown.nth(2)).to_have_text("press <b>")
    expect(messages.nth(1)).to_contain_text("<!channel>")
    expect(page.locator("#messages :is(img, b, a, script, .mention)")).to_have_count(0)
    assert page.title() == "Desk"


def test_slacks_own_formatting_is_shown(desk: Desk, client: WebClient) -> None:
    words = "*bold* _it_ ~gone~ `code` <https://shop.example|shop> <!here>\n&gt; quoted &amp; more"
    client.chat_postMessage(channel=DESK, text=words)
    content = desk(ANA).locator("#messages .content")
    for tag, text in (("strong", "bold"), ("em", "it"), ("s", "gone"), ("code", "code")):
        expect(content.locator(tag)).to_have_text(text)
    expect(content.locator("a[href='https://shop.example']")).to_have_text("shop")
    expect(content.locator(".mention")).to_have_text("@here")
    expect(content.locator("blockquote")).to_have_text("quoted & more")


def test_only_the_reader_of_an_ephemeral_sees_it(desk: Desk, client: WebClient) -> None:
    client.chat_postMessage(channel=DESK, text="for all")
    client.chat_postEphemeral(channel=DESK, user=ANA, text="Ben has it")
    page = desk(ANA)
    expect(page.locator(".ephemeral")).to_contain_text("Only visible to you")
    page.click(f"[data-user={BEN}]")
    expect(page.locator("#messages .message")).to_have_count(1)


def test_a_command_in_the_box_is_a_slash_command(desk: Desk, app: AppServer) -> None:
    app.answers = [lambda: Response.json({"text": "Nobody is waiting."})]
    page = desk(ANA)
    page.fill("#words", "/warmline res")
    page.press("#words", "Tab")
    page.press("#words", "Enter")
    form = app.wait_for(1, "/warmline")[0].body
    assert (form["text"], form["user_id"]) == ("resolve", ANA)
    expect(page.locator(".ephemeral .content")).to_have_text("Nobody is waiting.")


def test_a_modal_is_filled_in_and_complains_where_it_must(
    desk: Desk, app: AppServer, client: WebClient
) -> None:
    page = desk(ANA)
    card(client)
    page.click("[data-action=claim]")
    trigger = str(app.wait_for(1, "block_actions")[0].body["trigger_id"])
    client.views_open(trigger_id=trigger, view=modal())
    page.click("#modal-submit")
    expect(page.locator(".problem")).to_have_text("Please complete this required field.")
    page.fill("#modal .typed", "card expired")
    page.select_option("#modal .menu", "billing")
    page.click("#modal-submit")
    expect(page.locator("#modal")).not_to_be_visible()
    view = app.wait_for(1, "view_submission")[0].body["view"]
    assert isinstance(view, dict)
    assert view["state"]["values"]["why"]["reason"]["value"] == "card expired"
    assert view["state"]["values"]["team"]["pick"]["selected_option"]["value"] == "billing"


def test_a_customer_writes_to_the_app_and_must_join_to_see_the_desk(
    desk: Desk, app: AppServer, client: WebClient
) -> None:
    card(client)
    page = desk(CARL)
    expect(page.locator("#room-name")).to_have_text("Warmline")
    send(page, "#words", "Where is my order?")
    assert app.wait_for(2, "message")[1].event["channel_type"] == "im"
    client.chat_postMessage(channel=CARL, text="It left *yesterday*.")
    expect(page.locator("#messages strong", has_text="yesterday")).to_be_visible()
    page.click(f"[data-channel={DESK}]")
    page.click("[data-action=claim]")
    assert app.wait_for(1, "block_actions")[0].body["user"] == {
        "id": CARL,
        "username": "carl",
        "name": "carl",
        "team_id": "T0SANDBOX",
    }


def test_an_edit_a_reaction_and_a_deletion_reach_the_app(
    desk: Desk, slack: SlackStandIn, app: AppServer
) -> None:
    page = desk(ANA)
    send(page, "#words", "helo")
    message = page.locator("#messages .message")
    message.hover()
    message.get_by_label("React with :eyes:").click()
    expect(page.locator("#messages .pill")).to_be_visible()
    message.hover()
    message.get_by_label("Edit").click()
    page.fill(".edit", "hello")
    page.press(".edit", "Enter")
    expect(message.locator(".content")).to_have_text("hello(edited)")
    message.hover()
    message.get_by_label("Delete").click()
    expect(page.locator(".empty")).to_be_visible()
    subtypes = {str(row.event.get("subtype")) for row in app.wait_for(3, "message")}
    assert sorted(subtypes) == ["None", "message_changed", "message_deleted"]
    assert slack.workspace.messages(DESK) == []


def test_a_press_that_the_app_refuses_is_explained(
    desk: Desk, app: AppServer, client: WebClient
) -> None:
    page = desk(ANA)
    card(client)
    app.wait_for(1)
    app.answers = [lambda: Response(500)]
    page.click("[data-action=claim]")
    expect(page.locator("#toast")).to_have_text("We had some trouble connecting. Try again?")


def test_a_dangerous_button_asks_first(desk: Desk, app: AppServer, client: WebClient) -> None:
    words = {"type": "plain_text", "text": "Show the number?"}
    ask = {
        "title": words,
        "text": words,
        "confirm": words | {"text": "Yes"},
        "deny": words | {"text": "No"},
    }
    element = {"type": "button", "text": words, "action_id": "reveal", "confirm": ask}
    client.chat_postMessage(
        channel=DESK, text="card", blocks=[{"type": "actions", "elements": [element]}]
    )
    page = desk(ANA)
    page.click("[data-action=reveal]")
    page.click("#confirm-no")
    page.click("[data-action=reveal]")
    page.click("#confirm-yes")
    assert len(app.wait_for(1, "block_actions")) == 1


def test_what_one_is_typing_survives_news(desk: Desk, client: WebClient) -> None:
    ts = card(client)
    page = desk(ANA)
    page.fill("#words", "half a sen")
    client.chat_update(channel=DESK, ts=ts, text="card", blocks=[*CARD, {"type": "divider"}])
    expect(page.locator("#messages hr")).to_be_visible()
    expect(page.locator("#words")).to_have_value("half a sen")
    expect(page.locator("#words")).to_be_focused()


@pytest.mark.parametrize("size", [WIDE, FRAME])
def test_nothing_sticks_out_at_either_width(
    desk: Desk, client: WebClient, size: tuple[int, int]
) -> None:
    ts = card(client)
    client.chat_postMessage(channel=DESK, thread_ts=ts, text="x" * 300)
    page = desk(ANA, size)
    page.click(".thread-link")
    expect(page.locator("#replies .message")).to_have_count(2)
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wider <= 0
    box = page.locator("#reply-composer").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= size[1]
