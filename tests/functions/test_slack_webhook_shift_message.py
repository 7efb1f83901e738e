"""The pinned message, by which a guest works a whole shift without any command."""

import pytest

from sandbox.slack.block_kit import checked_blocks
from sandbox.slack.standin import SlackStandIn
from sandbox.slack.wire import Fields
from tests.events import AGENT, with_slack_payload
from tests.functions.slack_calls import command, direct, press
from tests.functions.slack_desk import LEAD, NOT_AN_AGENT, RIVAL, STRANGER, claimed, told
from tests.functions.slack_windows import button_in, in_window, pressed, shown, words
from tests.functions.webhook_world import WebhookWorld
from tests.journeys.world import DESK
from warmline.adapters.slack import sentences
from warmline.adapters.slack.shift_message import NO_CASE, VERB_OF, shift_blocks, shift_text
from warmline.application.desk_board import MOST_COUNTED
from warmline.domain.card import alias
from warmline.domain.states import State

BUTTONS = ("next_case", "my_cases", "queue")


def tapped(
    world: WebhookWorld, api: SlackStandIn, action: str, user: str = AGENT, **more: object
) -> None:
    """A button of the shift message, pressed."""
    event = pressed(world, api, action, user=user, value=NO_CASE, **more)
    assert world.slack(event).status == 200


def crowd(world: WebhookWorld, many: int) -> None:
    """Further customers, a second after one another."""
    for number in range(many):
        world.clock.forward(1)
        more = {"user": f"U0CROWD{number:03}", "channel": f"D0CROWD{number:03}"}
        world.slack(direct("a human please", **more))
    world.settle()


def test_slack_takes_the_message_and_every_button_of_it_is_answered(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    blocks = checked_blocks(shift_blocks())

    buttons = [one for block in blocks for one in _buttons(block)]
    assert [one["action_id"] for one in buttons] == [*VERB_OF, *BUTTONS, "help"]
    assert {one["value"] for one in buttons} == {NO_CASE}
    assert shift_text()
    for action in [*VERB_OF, *BUTTONS, "help"]:
        shown_before, told_before = api.views.of(AGENT), len(told(api))
        tapped(world, api, action)
        assert api.views.of(AGENT) != shown_before or len(told(api)) > told_before


def _buttons(block: Fields) -> list[Fields]:
    elements = block.get("elements")
    return elements if isinstance(elements, list) else []


def test_a_shift_begins_pauses_and_ends_by_button_with_the_words_of_the_command(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    world.hire(AGENT, "Ada", on_shift=False)
    seen = []
    for action in ("shift_on", "shift_break", "shift_on", "shift_off"):
        tapped(world, api, action)
        agent = world.memory.find_agent(AGENT)
        assert agent is not None
        seen.append((agent.on_shift, agent.on_break))

    assert seen == [(True, False), (True, True), (True, False), (False, False)]
    said = [str(one["text"]) for one in told(api)]
    assert [text.split(".")[0].split(":")[0] for text in said] == [
        "You are on shift",
        "You are on a break",
        "You are on shift",
        "You are off shift",
    ]
    assert world.slack(command("off")).json["text"] == said[-1]


# Next case


def test_the_next_case_is_the_one_that_has_waited_longest_and_the_way_to_it_is_told(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    first = world.the_head()
    crowd(world, 3)

    tapped(world, api, "next_case")

    assert world.head(first.id).agent == AGENT
    [said] = told(api)
    assert (said["channel"], said["user"]) == (DESK, AGENT)
    posted = world.head(first.id).marks.card
    assert posted is not None
    link = f"https://events.slack.com/archives/{DESK}/p{posted.ts.replace('.', '')}"
    assert said["text"] == f"{alias(first.id)} is yours now. <{link}|Open its thread>."


@pytest.mark.parametrize("domain", ["evil|x", "a b", "x>y", "", "-", "A" * 90, 5, None, ["events"]])
def test_a_workspace_by_an_impossible_name_makes_no_link(
    world: WebhookWorld, api: SlackStandIn, domain: object
) -> None:
    tapped(world, api, "next_case", AGENT, team={"id": "T0EVENTS01", "domain": domain})

    said = str(told(api)[0]["text"])
    assert said.endswith("is yours now. Write in its card's thread; a new card takes a moment.")


def test_with_nobody_waiting_the_next_case_is_said_to_be_none(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    claimed(world)

    tapped(world, api, "next_case", user=RIVAL)

    assert [one["text"] for one in told(api)] == ["Nobody is waiting that you may take."]


@pytest.mark.bad_input(36)
@pytest.mark.parametrize(
    ("who", "why"),
    [
        ({"on_shift": False}, "You are off shift"),
        ({"on_break": True}, "You are on a break"),
        ({"limit": 2, "open_count": 2}, "as many open cases"),
    ],
)
def test_who_may_take_none_is_told_why(
    world: WebhookWorld, api: SlackStandIn, who: dict[str, object], why: str
) -> None:
    world.hire(RIVAL, "Ben", **who)

    tapped(world, api, "next_case", user=RIVAL)
    world.slack(press(world, "claim", user=RIVAL))

    assert [why in str(one["text"]) for one in told(api)] == [True, True]
    assert world.the_head().state is State.WAITING


@pytest.mark.bad_input(36)
def test_who_lacks_the_skill_is_told_so(api: SlackStandIn) -> None:
    world = WebhookWorld(slack_api_url=f"{api.url}/api/", skills={"asked_for_human": "phone"})
    world.hire(AGENT, "Ada")
    world.hire(RIVAL, "Ben", skills=("phone",))
    world.slack(direct("a human please"))
    world.settle()

    tapped(world, api, "next_case")
    world.slack(press(world, "claim"))

    assert [one["text"] for one in told(api)] == [
        "Nobody is waiting that you may take.",
        "This case needs a skill that you do not have.",
    ]
    tapped(world, api, "next_case", user=RIVAL)
    assert world.the_head().agent == RIVAL


# The queue


def test_the_queue_shows_the_first_ten_each_with_its_claim(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    first = world.the_head()
    crowd(world, 14)

    tapped(world, api, "queue")

    seen = words(shown(api))
    assert "*15 cases wait* that you may take." in seen
    assert seen.count("· Slack ·") == 10
    assert alias(first.id) in seen
    assert button_in(shown(api), "claim") == f"{first.id}.{first.epoch}"
    assert "a human please" not in seen


def test_the_first_ten_are_those_of_all_that_one_may_take(api: SlackStandIn) -> None:
    world = WebhookWorld(slack_api_url=f"{api.url}/api/", skills={"fraud": "payments"})
    world.hire(AGENT, "Ada", skills=("payments",))
    for number in range(8):
        for letter, asked in (("A", "a human please"), ("B", "my card was stolen")):
            user = f"U0{letter}00000{number}"
            world.slack(direct(asked, user=user, channel=f"D{user[1:]}"))
        world.settle(20)

    tapped(world, api, "queue")

    seen = words(shown(api))
    assert "*16 cases wait* that you may take." in seen
    assert (seen.count("needs payments"), seen.count("· Slack ·")) == (5, 10)


def test_a_claim_in_the_queues_window_needs_no_card_and_says_what_one_has(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    tapped(world, api, "queue")
    value = button_in(shown(api), "claim")

    world.slack(with_slack_payload(press(world, "claim", value=value), **in_window(api)))

    assert world.the_head().agent == AGENT
    assert f"{alias(world.the_head().id)} is yours now." in words(shown(api))
    assert told(api) == []


def test_who_was_slower_in_the_queues_window_reads_there_who_has_it(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    tapped(world, api, "queue", user=RIVAL)
    value = button_in(shown(api, RIVAL), "claim")
    claimed(world)
    late = press(world, "claim", user=RIVAL, value=value)

    world.slack(with_slack_payload(late, **in_window(api, RIVAL)))

    assert words(shown(api, RIVAL)).startswith("Ada (<@U0AGENT001>) has this case since")
    assert world.the_head().agent == AGENT


def test_a_queue_of_hundreds_is_counted_to_a_hundred(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    crowd(world, MOST_COUNTED + 5)

    tapped(world, api, "queue")

    assert "100 or more cases wait" in words(shown(api))


def test_an_empty_queue_says_so(world: WebhookWorld, api: SlackStandIn) -> None:
    claimed(world)

    tapped(world, api, "queue", user=RIVAL)

    assert words(shown(api, RIVAL)) == "Nobody is waiting that you may take."


def test_a_lead_sees_what_waits_for_anybody(api: SlackStandIn) -> None:
    world = WebhookWorld(
        slack_api_url=f"{api.url}/api/", first_lead=LEAD, skills={"asked_for_human": "phone"}
    )
    world.hire(AGENT, "Ada")
    world.slack(direct("a human please"))
    world.settle()

    tapped(world, api, "queue")
    tapped(world, api, "queue", user=LEAD)

    assert "Nobody" in words(shown(api))
    assert "needs phone" in words(shown(api, LEAD))


# My cases


def test_my_cases_are_what_i_hold_with_the_way_to_each(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    case = claimed(world)

    tapped(world, api, "my_cases")
    tapped(world, api, "my_cases", user=RIVAL)

    mine = words(shown(api))
    assert f"*{alias(case.id)}* · Slack · yours since" in mine
    assert "answer by" in mine
    assert "https://events.slack.com/archives/" in mine
    assert words(shown(api, RIVAL)) == "You have no open case."


# Help, and who may


def test_help_opens_for_the_one_who_asks_whoever_they_are(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    tapped(world, api, "help", user=STRANGER)

    read = words(shown(api, STRANGER))
    assert read == "\n".join(sentences.HELP.split("\n\n"))
    assert world.slack(command("help")).json["text"] == sentences.HELP


@pytest.mark.bad_input(34)
@pytest.mark.parametrize("action", [*VERB_OF, *BUTTONS])
@pytest.mark.parametrize("who", ["stranger", "suspended"])
def test_nobody_but_an_active_agent_gets_anything_out_of_it(
    world: WebhookWorld, api: SlackStandIn, action: str, who: str
) -> None:
    if who == "suspended":
        world.hire(STRANGER, active=False)
    before = world.traces()

    tapped(world, api, action, user=STRANGER)

    assert [one["text"] for one in told(api)] == [NOT_AN_AGENT]
    assert api.views.of(STRANGER) == []
    assert world.traces() == before


def test_what_is_pressed_in_the_apps_home_is_answered_in_a_window(
    world: WebhookWorld, api: SlackStandIn
) -> None:
    home: Fields = {
        "channel": None,
        "message": None,
        "container": {"type": "view", "view_id": "V0HOME0001"},
        "view": {"id": "V0HOME0001", "type": "home"},
    }

    tapped(world, api, "next_case", AGENT, **home)

    assert "is yours now." in words(shown(api))
    assert told(api) == []


# The same by command


def test_next_queue_and_cases_by_command(world: WebhookWorld) -> None:
    name = alias(world.the_head().id)

    queue = world.slack(command("queue")).json["text"]
    given = world.slack(command("next")).json["text"]
    cases = world.slack(command("cases")).json["text"]

    assert queue.startswith("*1 case waits* that you may take.")
    assert f"*{name}* · Slack · asked for a person" in queue
    assert given.startswith(f"{name} is yours now. <https://events.slack.com/archives/")
    assert cases.startswith(f"*{name}* · Slack · yours since")
    assert world.slack(command("queue")).json["text"] == "Nobody is waiting that you may take."


def test_a_case_is_claimed_and_taken_up_again_by_its_name(world: WebhookWorld) -> None:
    name = alias(world.the_head().id)

    claim = world.slack(command(f"claim {name.upper()}")).json["text"]
    late = world.slack(command(f"claim {name}", user=RIVAL)).json["text"]
    ended = world.slack(command("unsolved")).json["text"]
    reopened = world.slack(command(f"reopen {name}", user=RIVAL)).json["text"]

    assert claim.startswith(f"{name} is yours now.")
    assert late.startswith("Ada (<@U0AGENT001>) has this case since")
    assert ended == f"{name} is closed as not solved."
    assert "is yours now." in reopened
    assert [head.agent for head in world.heads if head.state is State.WITH_AGENT] == [RIVAL]


@pytest.mark.bad_input(35)
@pytest.mark.parametrize("verb", ["claim", "reopen", "transcript", "transfer", "unsolved"])
@pytest.mark.parametrize("case", ["Teal Heron 0000", "x", "#HEAD", "c0001", "'; --", "x" * 3_000])
def test_a_name_that_is_none_is_answered_with_the_question_which(
    world: WebhookWorld, verb: str, case: str
) -> None:
    before = world.traces()

    said = world.slack(command(f"{verb} {case}")).json["text"]

    assert said.startswith("Which case?")
    assert world.traces() == before
