"""Words at the desk that can still be taken back, as their writer sees it in Slack."""

import json
from pathlib import Path

import pytest

from sandbox.slack.responses import Origin
from sandbox.slack.standin import SlackStandIn
from sandbox.slack.wire import Fields
from tests.events import AGENT, Event, load_event, with_slack_event
from tests.functions.conftest import Logged
from tests.functions.slack_calls import event_of, in_thread, press
from tests.functions.slack_desk import RIVAL, claimed, make_desk, told
from tests.functions.webhook_world import BOT_TOKEN, WebhookWorld
from tests.journeys.world import DESK
from warmline.adapters.slack.client import make_client
from warmline.adapters.slack.replacing import replaced
from warmline.adapters.slack.subtypes import OF_SUBTYPES

SAMPLES = Path(__file__).parent / "slack_samples"


@pytest.fixture
def world(api: SlackStandIn) -> WebhookWorld:
    """Return the desk with a case in Ada's hands, where a reply is held for five seconds."""
    world = make_desk(api, undo_seconds=5)
    claimed(world)
    return world


def said(world: WebhookWorld, text: str, *, user: str = AGENT, **fields: object) -> Fields:
    """Write in the thread; return the message as Slack tells of it."""
    event = in_thread(world, text, user=user, **fields)
    assert world.slack(event).status == 200
    return event_of(event)


def changed(message: Fields, text: str, **more: object) -> Event:
    """Slack tells that somebody has changed a message of theirs."""
    now = {**message, "text": text, **more}
    event = load_event("slack_webhook", "reply_edited")
    return with_slack_event(event, channel=DESK, message=now, previous_message=message)


def deleted(message: Fields) -> Event:
    event = load_event("slack_webhook", "message_deleted")
    return with_slack_event(event, channel=DESK, deleted_ts=message["ts"], previous_message=message)


def buttons(api: SlackStandIn, number: int = -1) -> dict[str, str]:
    """The buttons of one of the things that somebody was told, with their values."""
    given = told(api)[number].get("blocks") or []
    assert isinstance(given, list)
    elements = [one for block in given for one in block.get("elements", [])]
    return {one["action_id"]: one["value"] for one in elements}


def pressed(world: WebhookWorld, api: SlackStandIn, action: str, *, user: str = AGENT) -> None:
    event = press(world, action, user=user, value=buttons(api)[action])
    assert world.slack(event).status == 200


def test_the_writer_alone_can_undo_from_under_their_words(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    said(world, "Here is your label")

    last = told(api)[-1]
    assert (last["user"], last["thread_ts"]) == (AGENT, world.desk.posted[-1])
    assert last["text"] == "Goes to the customer in 5 s."
    pressed(world, api, "undo_reply")
    world.live(70)

    assert "Here is your label" not in world.said
    assert "Taken back" in str(told(api)[-1]["text"])


def test_too_late_is_said_so(world: WebhookWorld, api: SlackStandIn) -> None:
    said(world, "Here is your label")
    world.settle(6)

    pressed(world, api, "undo_reply")

    assert "Too late" in str(told(api)[-1]["text"])
    assert world.said.count("Here is your label") == 1


def test_nobody_presses_for_a_colleague(world: WebhookWorld, api: SlackStandIn) -> None:
    said(world, "Here is your label")

    pressed(world, api, "undo_reply", user=RIVAL)
    world.settle(6)

    assert "Here is your label" in world.said


@pytest.mark.parametrize("text", ["<@U0RIVAL001> can you look?", "this customer is a pain"])
def test_what_looks_internal_is_asked_about_once(
    world: WebhookWorld, api: SlackStandIn, text: str
) -> None:
    said(world, text)
    world.live(70)

    assert "looks meant for a colleague" in str(told(api)[-1]["text"])
    assert len(told(api)) == 1
    pressed(world, api, "send_reply")
    world.settle(3)
    assert world.said[-1] in text.replace("<@U0RIVAL001> ", "")


def test_what_is_kept_stays(world: WebhookWorld, api: SlackStandIn) -> None:
    said(world, "<!here> anybody free?")

    pressed(world, api, "keep_as_note")
    world.live(70)

    assert "anybody free?" not in "".join(world.said)
    pressed_again = press(world, "send_reply", value=buttons(api, 0)["send_reply"])
    world.slack(pressed_again)
    world.settle(3)
    assert "anybody free?" not in "".join(world.said)


def test_an_edit_in_time_is_what_goes_out(world: WebhookWorld, api: SlackStandIn) -> None:
    message = said(world, "Helo, I can help")

    assert world.slack(changed(message, "Hello, I can help")).status == 200
    world.settle(6)

    assert world.said[-1] == "Hello, I can help"
    assert len(told(api)) == 1  # the edit needs no words


def test_a_deletion_in_time_takes_it_back(world: WebhookWorld, api: SlackStandIn) -> None:
    message = said(world, "Helo, I can help")

    assert world.slack(deleted(message)).status == 200
    world.live(70)

    assert "Helo, I can help" not in world.said
    assert "Taken back" in str(told(api)[-1]["text"])


def test_a_later_edit_reaches_a_customer_in_slack(world: WebhookWorld, api: SlackStandIn) -> None:
    message = said(world, "Helo, I can help")
    world.settle(8)

    assert world.slack(changed(message, "Hello, I can help")).status == 200
    world.settle(3)

    assert [row.text for row in world.owed][-1] == "Hello, I can help"
    assert "marked as edited" in str(told(api)[-1]["text"])


@pytest.mark.bad_input(33)
def test_what_changes_no_persons_words_changes_nothing(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    message = said(world, "Hello, I can help")
    world.settle(8)
    before, told_before = world.traces(), len(told(api))

    preview = changed(message, "Hello, I can help", attachments=[{"title": "a link"}])
    our_card = changed({**message, "bot_id": "B0WARMLINE"}, "with Ada")
    elsewhere = with_slack_event(changed(message, "Other"), channel="C0ELSEWHERE")
    nobody = changed({**message, "user": None}, "Other")
    hostile = with_slack_event(changed(message, "Other"), message="text", previous_message=7)
    for event in (preview, our_card, elsewhere, nobody, hostile):
        assert world.slack(event).status == 200

    assert world.traces() == before
    assert len(told(api)) == told_before


def test_nobody_changes_a_colleagues_words(world: WebhookWorld) -> None:
    message = said(world, "Hello, I can help")

    world.slack(changed({**message, "user": RIVAL}, "Goodbye"))
    world.settle(8)

    assert world.said[-1] == "Hello, I can help"


def test_every_kind_of_message_that_slack_documents_is_spoken_for() -> None:
    samples = [json.loads(path.read_text()) for path in SAMPLES.glob("Message*.json")]
    subtypes = {sample["event"].get("subtype", "") for sample in samples}

    assert subtypes - set(OF_SUBTYPES) == set()


@pytest.mark.parametrize("subtype", sorted(set(OF_SUBTYPES) - {"message_deleted"}))
def test_what_is_passed_over_reaches_nobody(
    world: WebhookWorld, api: SlackStandIn, subtype: str
) -> None:
    event = in_thread(world, "Hello, I can help", subtype=subtype)

    assert world.slack(event).status == 200
    world.settle(8)

    passed_over = OF_SUBTYPES[subtype].startswith("passed over") or subtype == "message_changed"
    assert ("Hello, I can help" in world.said) is not passed_over
    assert bool(told(api)) is not passed_over


def test_the_words_that_one_person_sees_are_replaced_where_slack_says(api: SlackStandIn) -> None:
    client = make_client(f"{api.url}/api/", BOT_TOKEN, 1)
    shown = client.chat_postEphemeral(channel=DESK, user=AGENT, text="Goes out in 5 s")
    ts = str(shown["message_ts"])
    message = api.workspace.find_ephemeral(AGENT, ts)
    path = api._responses.new_path("actions", "T0EVENTS01", Origin(AGENT, DESK, message))

    assert replaced(f"{api.url}{path}", "Taken back", api_url=client.base_url)

    replacement = api.workspace.find_ephemeral(AGENT, ts)
    assert replacement is not None
    assert replacement.text == "Taken back"


@pytest.mark.parametrize(
    "address", ["", "https://evil.example/actions", "http://169.254.169.254/", "nonsense"]
)
def test_nothing_is_sent_to_an_address_that_is_not_slacks(address: str) -> None:
    assert not replaced(address, "Taken back", api_url="https://slack.com/api/")


def test_no_words_are_logged(world: WebhookWorld, api: SlackStandIn, logged: Logged) -> None:
    message = said(world, "the xylophone secret")
    world.slack(changed(message, "the changed xylophone"))
    world.slack(deleted(message))

    assert "xylophone" not in logged.text
    assert "xylophone" not in json.dumps([call["text"] for call in told(api)])
