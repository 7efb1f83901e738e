"""One press away: the whole transcript, and why the bot said what it said."""

import json

import pytest

from sandbox.slack.standin import SlackStandIn
from sandbox.slack.wire import Fields
from tests.events import AGENT, Event, load_event, with_slack_payload
from tests.functions.slack_calls import direct, press
from tests.functions.slack_desk import NOT_AN_AGENT, STRANGER, claimed, told
from tests.functions.webhook_world import WebhookWorld
from tests.journeys.world import SMS
from warmline.adapters.slack.modals import EARLIER, LATER, transcript_view
from warmline.application.case_files import Said
from warmline.domain.card import alias
from warmline.domain.states import State

PRIVATE = "carl.meyer@example.com"


def pressed(world: WebhookWorld, api: SlackStandIn, action: str, **more: object) -> Event:
    """A press by Ada, whom Slack gives the right to open a window."""
    event = press(world, action)
    return with_slack_payload(event, trigger_id=api.views.new_trigger(AGENT), **more)


def shown(api: SlackStandIn) -> Fields:
    """The window that Ada looks at."""
    [view] = api.views.of(AGENT)
    return view.given


def words(view: Fields) -> str:
    return "\n".join(text for text in _texts(view["blocks"]) if text)


def _texts(value: object) -> list[str]:
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    if not isinstance(value, dict):
        return []
    own = [str(value["text"])] if isinstance(value.get("text"), str) else []
    return own + [text for one in value.values() for text in _texts(one)]


def test_the_transcript_opens_with_every_word_and_event(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    world.slack(direct("my number is 0171 2345678, and &lt;!channel&gt; *x*"))
    claimed(world)

    assert world.slack(pressed(world, api, "transcript")).status == 200

    said = words(shown(api))
    assert "a human please" in said
    assert "[claimed the case]" in said
    assert "<!channel> *x*" in said
    assert "0171 2345678" not in said
    assert told(api) == []


def test_a_case_that_follows_another_says_which(world: WebhookWorld, api: SlackStandIn) -> None:
    first = claimed(world)
    world.slack(press(world, "resolve"))
    world.slack(direct("it is broken again, a human please"))
    second = next(one for one in world.heads if one.id != first.id)
    event = press(world, "transcript", value=f"{second.id}.{second.epoch}")

    world.slack(with_slack_payload(event, trigger_id=api.views.new_trigger(AGENT)))

    assert f"[follows the case {alias(first.id)}]" in words(shown(api))


def test_why_opens_with_the_grounds_of_the_answer_and_of_the_handoff(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    world.slack(pressed(world, api, "why"))

    said = words(shown(api))
    assert "reason: asked_for_human" in said
    assert "signal: asked_for_human" in said
    assert "brief: Wants: “a human please”" in said


@pytest.mark.bad_input(34)
@pytest.mark.parametrize("action", ["transcript", "why", EARLIER, LATER])
def test_nobody_but_an_agent_reads_a_case(
    world: WebhookWorld, api: SlackStandIn, action: str
) -> None:
    before = world.traces()

    assert world.slack(press(world, action, user=STRANGER)).status == 200

    assert [one["text"] for one in told(api)] == [NOT_AN_AGENT]
    assert api.views.of(STRANGER) == []
    assert world.traces() == before


@pytest.mark.bad_input(35)
@pytest.mark.parametrize("action", ["transcript", "why", EARLIER, LATER])
@pytest.mark.parametrize("value", ["", "x", "nobody.1", "../c1.2", "c1"])
def test_a_forged_or_unknown_case_cannot_be_read(
    world: WebhookWorld, api: SlackStandIn, action: str, value: str
) -> None:
    assert world.slack(press(world, action, value=value)).status == 200

    assert [one["text"] for one in told(api)] == ["This case is no longer open."]


def test_a_press_that_slack_took_too_long_to_bring_is_said_so(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    event = with_slack_payload(press(world, "why"), trigger_id="1.2.long-gone")

    assert world.slack(event).status == 200

    assert [one["text"] for one in told(api)] == [
        "Slack did not open the window in time. Press once more."
    ]


def test_pages_lead_to_every_word_of_a_long_case(world: WebhookWorld, api: SlackStandIn) -> None:
    for number in range(120):
        world.slack(direct(f"message number {number}."))
    world.slack(pressed(world, api, "transcript"))
    pages = [words(shown(api))]

    while EARLIER in json.dumps(shown(api)):
        turn(world, api, EARLIER)
        pages.append(words(shown(api)))

    seen = "\n".join(pages)
    assert len(pages) == 3
    assert "a human please" in pages[-1]
    assert all(f"message number {number}." in seen for number in range(120))
    turn(world, api, LATER)
    assert words(shown(api)) == pages[-2]


def turn(world: WebhookWorld, api: SlackStandIn, action: str) -> None:
    """A press in the window itself, which is in no channel."""
    [view] = api.views.of(AGENT)
    place: Fields = {
        "channel": None,
        "container": {"type": "view", "view_id": view.id},
        "view": {"id": view.id, "private_metadata": view.given["private_metadata"]},
        "message": None,
    }
    value = f"{world.the_head().id}.0"
    assert world.slack(with_slack_payload(press(world, action, value=value), **place)).status == 200


def test_a_stranger_to_the_window_is_told_at_the_desk(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    place: Fields = {"channel": None, "view": {"id": "V0000001"}, "message": None}

    world.slack(with_slack_payload(press(world, EARLIER, user=STRANGER), **place))

    assert [one["text"] for one in told(api)] == [NOT_AN_AGENT]


@pytest.mark.parametrize("case", ["why", "transcript", "transcript_earlier"])
def test_a_recorded_press_on_an_unknown_case_is_answered_with_the_reason(
    world: WebhookWorld, api: SlackStandIn, case: str
) -> None:
    assert world.slack(load_event("slack_webhook", case)).status == 200

    assert [one["text"] for one in told(api)] == ["This case is no longer open."]


def test_the_case_of_an_sms_hides_the_contact_in_every_window(world: WebhookWorld) -> None:
    world.customer(f"write to {PRIVATE}", SMS)
    [head] = [one for one in world.heads if one.address == SMS.value]
    log = world.log(head.id)

    view = transcript_view(head.id, [Said(entry.at, "Customer", entry.text) for entry in log])

    assert PRIVATE not in json.dumps(view)
    assert head.state is State.BOT


@pytest.mark.parametrize("text", ['"' * 8_000, "\U0001f600" * 4_000, "<" * 8_000, "", "x" * 8_000])
def test_a_window_fits_whatever_was_said(world: WebhookWorld, text: str) -> None:
    at = world.clock()
    lines = [Said(at, text or "Customer", text) for _ in range(12)]

    for page in (0, 1, 3, 99):
        view = transcript_view("c0001", lines, page)
        assert len(json.dumps(view)) < 250_000
        assert len(view["blocks"]) <= 100  # type: ignore[arg-type]  # a test's own
