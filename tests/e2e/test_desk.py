"""The desk as freelancers use it, by mouse: two agents side by side on the real stack.

With WARMLINE_SCREENSHOTS=1 the README's pictures are taken anew on the way.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.sandbox_page import Desk, SandboxPage, sandbox_page
from tests.e2e.stacks import BEN

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def sandbox(sandbox_address: str, browser: Browser) -> Iterator[SandboxPage]:
    with sandbox_page(browser, sandbox_address, desks=2) as opened:
        opened.look_at("shop")
        for desk in opened.desks:
            desk.close_any_window()
        yield opened


@pytest.fixture
def ana(sandbox: SandboxPage) -> Desk:
    return sandbox.desks[0]


@pytest.fixture
def ben(sandbox: SandboxPage) -> Desk:
    return sandbox.desks[1]


def claimed(sandbox: SandboxPage, words: str) -> str:
    """Have a visitor ask for a person, and Ana take the case; returns what it goes by."""
    sandbox.shop.ask_for_a_person(words)
    alias = sandbox.desk.alias(words)
    sandbox.desk.press_until(alias, "Claim", "With @")
    expect(sandbox.desk.card(alias)).to_contain_text("With @Ana")
    expect(sandbox.shop.state).to_contain_text("You are talking with Ana")
    return alias


def test_of_two_who_claim_at_once_one_has_the_case_and_the_other_learns_who(
    sandbox: SandboxPage, ana: Desk, ben: Desk
) -> None:
    sandbox.look_at("phone")
    sandbox.phone.text("I need a human, my lamp came broken")
    alias = ana.alias("my lamp came broken")
    both = [desk.card(alias).get_by_role("button", name="Claim", exact=True) for desk in (ana, ben)]
    for button in [button.element_handle() for button in both]:
        button.evaluate("button => button.click()")  # neither waits for the other's answer

    expect(ana.card(alias)).to_contain_text(re.compile("With @(Ana|Ben)"))
    name = "Ana" if "With @Ana" in ana.card(alias).inner_text() else "Ben"
    winner, other = (ana, ben) if name == "Ana" else (ben, ana)
    expect(other.told(f"{name} (@{name}) has this case")).to_be_visible()
    for desk in (ana, ben):
        expect(desk.card(alias)).to_contain_text(f"With @{name}")
    expect(winner.told("has this case")).to_have_count(0)
    expect(sandbox.phone.heard.last).to_contain_text(f"You are now talking with {name}, a person.")
    sandbox.picture("race")
    winner.resolve(alias)


def test_a_case_is_passed_on_with_a_note_for_the_colleague_alone(
    sandbox: SandboxPage, ana: Desk, ben: Desk
) -> None:
    alias = claimed(sandbox, "It is about order FO-48213")
    ana.press(alias, "Transfer…")
    ana.window.get_by_label("To a person on shift").select_option(BEN)
    ana.window.get_by_label("What should they know?").fill("The second payment was taken twice.")
    sandbox.picture("transfer")
    ana.send_window()

    expect(ana.window).to_be_hidden()
    expect(ana.card(alias)).to_contain_text("Kept for @Ben")
    expect(sandbox.shop.log).to_contain_text("Your place is kept")
    ben.press(alias, "Claim")
    expect(sandbox.shop.state).to_contain_text("You are talking with Ben")
    ben.open_thread(alias)
    expect(ben.thread).to_contain_text("The second payment was taken twice.")
    ana.open_thread(alias)
    ana.reply("Did it work?")
    expect(ana.told("not sent to the customer")).to_contain_text("Ben")
    expect(sandbox.shop.log).not_to_contain_text("taken twice")
    expect(sandbox.shop.log).not_to_contain_text("Did it work?")
    ben.resolve(alias)


def test_a_note_stays_at_the_desk_and_its_writer_is_told(
    sandbox: SandboxPage, ana: Desk, ben: Desk
) -> None:
    alias = claimed(sandbox, "My vase has a crack")
    ana.open_thread(alias)
    ben.open_thread(alias)
    ana.reply("// Looks like damage from the courier")
    expect(ana.told("Kept as a note")).to_be_visible()
    ben.reply("We had three of these this week")
    expect(ben.told("not sent to the customer")).to_contain_text("Ana")
    ana.reply("Ask @Ben about this customer first")
    question = ana.told("meant for a colleague")
    question.get_by_role("button", name="Keep as note", exact=True).click()
    ana.reply("I am sorry about that! A new vase is on its way.")
    expect(sandbox.shop.log).to_contain_text("A new vase is on its way.")
    sandbox.picture("note")

    for note in ("courier", "three of these", "about this customer"):
        expect(ben.thread).to_contain_text(note)
        expect(sandbox.shop.log).not_to_contain_text(note)
    ana.resolve(alias)


def test_a_reply_is_taken_back_before_it_goes(sandbox: SandboxPage, ana: Desk) -> None:
    alias = claimed(sandbox, "Where is my parcel?")
    ana.open_thread(alias)
    ana.reply("It is lost, sorry")
    undo = ana.told("Goes to the customer in")
    sandbox.picture("undo")
    undo.get_by_role("button", name="Undo", exact=True).click()
    expect(ana.thread).to_contain_text("Taken back")
    ana.reply("It is at the post office near you")

    expect(sandbox.shop.log).to_contain_text("It is at the post office near you")
    expect(sandbox.shop.log).not_to_contain_text("It is lost")
    ana.resolve(alias)


def test_a_slip_is_mended_before_it_goes_and_after_it_went(sandbox: SandboxPage, ana: Desk) -> None:
    alias = claimed(sandbox, "When is my sofa here?")
    ana.open_thread(alias)
    ana.reply("It comes on Mondey")
    expect(ana.told("Goes to the customer in")).to_be_visible()
    ana.edit("Mondey", "It comes on Monday")
    expect(sandbox.shop.log).to_contain_text("It comes on Monday")
    expect(sandbox.shop.log).not_to_contain_text("edited")

    ana.edit("It comes on Monday", "It comes on Tuesday")
    expect(sandbox.shop.log).to_contain_text("It comes on Tuesday")
    expect(sandbox.shop.log).to_contain_text("edited")
    expect(sandbox.shop.log).not_to_contain_text("Monday")
    expect(sandbox.shop.log).not_to_contain_text("Mondey")
    ana.resolve(alias)


def test_one_thing_is_shown_to_one_person_for_some_seconds(
    sandbox: SandboxPage, ana: Desk, ben: Desk
) -> None:
    sandbox.look_at("phone")
    sandbox.phone.frame.get_by_role("button", name="Jonas").click()
    sandbox.phone.text("A human please, about my address")
    alias = ana.alias("A human please, about my address")
    ana.press(alias, "Claim")
    expect(ana.card(alias)).to_contain_text("With @Ana")
    ana.press(alias, "Reveal…")
    ana.send_window()
    expect(ana.window).to_contain_text("Please complete this required field.")
    ana.window.get_by_label("Why?").fill("The courier needs it")
    ana.send_window()

    expect(ana.window).to_contain_text("+1202555")
    sandbox.picture("reveal")
    expect(ana.window).to_contain_text("is gone")
    expect(ana.window).not_to_contain_text("+1202555")
    ana.close_window()
    ben.open_thread(alias)
    expect(ben.thread).to_contain_text("Ana")
    for desk in (ana, ben):
        expect(desk.frame.locator("body")).not_to_contain_text("202555")
    ana.resolve(alias)


def test_a_lead_sees_the_desk_and_suspends_by_one_press(
    sandbox: SandboxPage, ana: Desk, ben: Desk
) -> None:
    alias = claimed(sandbox, "The bill is wrong")
    ben.become("Lea")
    ben.go_home()
    expect(ben.home).to_contain_text("on shift")
    expect(ben.home).to_contain_text("Ana (@Ana)")
    sandbox.picture("home", "desk-2")
    ben.home.get_by_role("button", name="Suspend", exact=True).first.click()

    # Whatever else she had goes back too, and Slack takes one change of a card a second.
    expect(ana.card(alias)).to_contain_text("Waiting for a person", timeout=60_000)
    expect(sandbox.shop.state).to_contain_text("Waiting for a person", timeout=60_000)
    ana.press(alias, "Claim")
    expect(ana.told("You are not an agent")).to_be_visible()
    ben.home.get_by_role("button", name="Restore", exact=True).click()
    expect(ben.home.get_by_role("button", name="Restore", exact=True)).to_have_count(0)
    ana.press_pinned("On shift")
    expect(ana.told("You are on shift")).to_be_visible()
    ana.press(alias, "Claim")
    expect(ana.card(alias)).to_contain_text("With @Ana")
    ana.resolve(alias)
