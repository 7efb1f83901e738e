"""What the desk hides is shown to one person, for a reason, for a minute, and never in secret."""

import json
from dataclasses import replace

import pytest

from sandbox.slack.standin import SlackStandIn
from tests.events import AGENT, Event, load_event, with_slack_payload
from tests.functions.conftest import Logged
from tests.functions.slack_calls import command, direct, press
from tests.functions.slack_desk import LEAD, NOT_AN_AGENT, RIVAL, STRANGER, claimed, told
from tests.functions.slack_windows import options_in, pressed, sent_off, shown, words
from tests.functions.webhook_world import BOT_TOKEN, Answer, WebhookWorld
from tests.journeys.world import DESK, SMS
from warmline.adapters.slack.client import make_client
from warmline.adapters.slack.desk import SlackDesk
from warmline.application.case_files import transcript
from warmline.domain.entries import Kind, LogEntry
from warmline.domain.outgoing import Status, window_target

MAIL, PHONE = "carl.meyer@example.com", "+1 (415) 555-0132"
WHY = "the courier needs it"


@pytest.fixture
def world(world: WebhookWorld, api: SlackStandIn) -> WebhookWorld:
    """Return the desk, with a case in Ada's hands whose customer wrote where to reach them."""
    world.slack(direct(f"Write to {MAIL} or call {PHONE}"))
    claimed(world)
    desk = SlackDesk(lambda: make_client(f"{api.url}/api/", BOT_TOKEN, 1), lambda: None, DESK)
    world.deliver = replace(world.deliver, desk=desk)
    return world


def asked(world: WebhookWorld, api: SlackStandIn, user: str = AGENT) -> list[str]:
    """Press Reveal; return what may be asked for."""
    assert world.slack(pressed(world, api, "reveal", user=user)).status == 200
    return options_in(shown(api, user), "what")


def saw(
    world: WebhookWorld, api: SlackStandIn, what: str, *, why: str = WHY, user: str = AGENT
) -> Answer:
    """Send the window off; what Slack is answered is shown, as Slack does it."""
    [view] = api.views.of(user)
    answer = world.slack(sent_off(api, {"what": [what], "why": why}, user=user))
    assert answer.status == 200
    said = answer.json if answer.body else {}
    if said.get("response_action") == "update":
        api.views.update(view.id, said["view"])
    return answer


def reveals(world: WebhookWorld) -> list[LogEntry]:
    return [entry for entry in world.log(world.the_head().id) if entry.kind is Kind.REVEALED]


def test_the_window_asks_without_showing_anything(world: WebhookWorld, api: SlackStandIn) -> None:
    asked(world, api)

    said = json.dumps(shown(api))
    assert MAIL not in said
    assert PHONE not in said
    assert "The e-mail address in their message of" in said


@pytest.mark.parametrize(("place", "thing"), [(1, MAIL), (2, PHONE)])
def test_each_thing_is_shown_alone(
    world: WebhookWorld, api: SlackStandIn, place: int, thing: str
) -> None:
    what = asked(world, api)[place]

    saw(world, api, what)

    assert thing in words(shown(api))
    assert ({MAIL, PHONE} - {thing}).pop() not in words(shown(api))


def test_it_is_gone_after_a_minute(world: WebhookWorld, api: SlackStandIn) -> None:
    saw(world, api, asked(world, api)[1])
    world.live(58, sweep_every=29)
    assert MAIL in words(shown(api))

    world.live(4, sweep_every=2)

    assert MAIL not in json.dumps(shown(api))
    assert "is gone" in words(shown(api))


def test_it_is_gone_with_the_stream_off_too(world: WebhookWorld, api: SlackStandIn) -> None:
    world.stream_on = False
    saw(world, api, asked(world, api)[1])

    world.live(180)

    assert MAIL not in json.dumps(shown(api))


def test_a_window_that_was_closed_leaves_nothing_to_do(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    saw(world, api, asked(world, api)[1])
    [view] = api.views.of(AGENT)
    api.views.close(view)

    world.live(90)

    row = world.memory.last_outgoing(window_target(view.id))
    assert row is not None
    assert row.status is Status.SENT


def test_who_looked_at_what_and_why_is_kept_and_the_desk_is_told(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    saw(world, api, asked(world, api)[1])
    world.settle()

    [entry] = reveals(world)
    assert (entry.agent, entry.name, entry.why) == (AGENT, "Ada", WHY)
    assert entry.text.startswith("the e-mail address in their message of")
    assert MAIL not in repr(entry)
    posts = json.dumps([call.arguments for call in api.web_api.calls("chat.postMessage")])
    assert "Ada looked at the e-mail address" in posts
    assert MAIL not in posts
    said = "\n".join(line.text for line in transcript(world.log(world.the_head().id)))
    assert "looked at the e-mail address" in said
    assert WHY in said


@pytest.mark.parametrize("why", ["", "  \n"])
def test_without_a_reason_nothing_is_shown(
    world: WebhookWorld, api: SlackStandIn, why: str
) -> None:
    answer = saw(world, api, asked(world, api)[1], why=why)

    assert answer.json["response_action"] == "errors"
    assert list(answer.json["errors"]) == ["why"]
    assert reveals(world) == []


def test_a_lead_may_look_at_a_case_of_somebody_else(world: WebhookWorld, api: SlackStandIn) -> None:
    world.hire(LEAD, "Lea", lead=True)

    saw(world, api, asked(world, api, LEAD)[1], user=LEAD)

    assert MAIL in words(shown(api, LEAD))
    assert reveals(world)[0].agent == LEAD


@pytest.mark.bad_input(34)
@pytest.mark.parametrize(
    ("user", "why_not"), [(STRANGER, NOT_AN_AGENT), (RIVAL, f"Ada (<@{AGENT}>) has this case.")]
)
def test_nobody_else_may_look(
    world: WebhookWorld, api: SlackStandIn, user: str, why_not: str
) -> None:
    before = world.traces()

    assert world.slack(pressed(world, api, "reveal", user=user)).status == 200

    assert [one["text"] for one in told(api)] == [why_not]
    assert api.views.of(user) == []
    assert world.traces() == before


def test_who_lost_the_case_while_the_window_was_open_sees_nothing(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    what = asked(world, api)[1]
    world.slack(press(world, "release"))

    answer = saw(world, api, what)

    assert MAIL not in answer.body
    assert MAIL not in words(shown(api))
    assert reveals(world) == []


def test_who_is_suspended_while_the_window_is_open_sees_nothing(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    what = asked(world, api)[1]
    world.hire(AGENT, "Ada", active=False)

    answer = saw(world, api, what)

    assert MAIL not in answer.body
    assert reveals(world) == []


@pytest.mark.bad_input(35)
@pytest.mark.parametrize("what", ["", "0.0", "999.0", "from.1", "../x", "1.99"])
def test_a_forged_thing_is_nothing(world: WebhookWorld, api: SlackStandIn, what: str) -> None:
    asked(world, api)

    answer = saw(world, api, what)

    assert MAIL not in answer.body
    assert PHONE not in answer.body
    assert reveals(world) == []


def test_a_closed_case_is_for_a_lead_only(world: WebhookWorld, api: SlackStandIn) -> None:
    world.hire(LEAD, "Lea", lead=True)
    world.slack(press(world, "resolve"))
    world.settle()

    world.slack(pressed(world, api, "reveal"))
    assert [one["text"] for one in told(api)] == ["This case is no longer open."]
    saw(world, api, asked(world, api, LEAD)[1], user=LEAD)

    assert MAIL in words(shown(api, LEAD))


def test_who_reopens_a_case_may_ask_for_what_was_written_before(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    first = world.the_head()
    world.slack(press(world, "resolve"))
    world.settle()
    world.slack(press(world, "reopen", value=f"{first.id}.{first.epoch + 1}"))
    world.settle()
    second = next(head for head in world.heads if head.id != first.id)
    value = f"{second.id}.{second.epoch}"

    world.slack(pressed(world, api, "reveal", value=value))
    saw(world, api, options_in(shown(api), "what")[1])

    assert MAIL in words(shown(api))
    assert [one.kind for one in world.log(second.id)].count(Kind.REVEALED) == 1


def test_what_could_not_be_written_down_is_not_shown(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    what = asked(world, api)[1]
    event = sent_off(api, {"what": [what], "why": WHY})
    world.troubles.failing.add("commit")

    answer = world.slack(event)

    assert answer.status == 503
    assert MAIL not in answer.body


def test_a_command_opens_the_same_window(world: WebhookWorld, api: SlackStandIn) -> None:
    answer = world.slack(command("reveal", trigger_id=api.views.new_trigger(AGENT)))

    assert answer.status == 200
    assert len(options_in(shown(api), "what")) == 3


def test_the_number_of_a_text_message_is_revealed_and_in_no_log(logged: Logged) -> None:
    world = WebhookWorld()
    world.hire(AGENT, "Ada")
    conversation = world.customer("human please", SMS).conversation
    world.settle()
    world.slack(press(world, "claim"))
    event = sent_off_by_hand(conversation, "from")

    answer = world.slack(event)

    assert SMS.parts["their"] in answer.body
    assert SMS.parts["their"] not in logged.text


def sent_off_by_hand(conversation: str, what: str) -> Event:
    """The window as Slack sends it, where nobody stands in for Slack."""
    state = {
        "what": {"f": {"type": "static_select", "selected_option": {"value": what}}},
        "why": {"f": {"type": "plain_text_input", "value": WHY}},
    }
    view = {
        "id": "V0000001",
        "type": "modal",
        "callback_id": "reveal",
        "private_metadata": f"{conversation}.3",
        "state": {"values": state},
    }
    return with_slack_payload(
        load_event("slack_webhook", "view_submission"),
        user={"id": AGENT, "username": "x", "team_id": "T0EVENTS01"},
        view=view,
    )
