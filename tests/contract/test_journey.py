"""The whole journey, on each channel: answered, handed over, claimed, helped, resolved."""

import re
from dataclasses import dataclass, field

import pytest

from tests.contract.customers import Customer, Visitor
from tests.contract.line import Line
from tests.contract.stand_ins.blocks import live_markup
from tests.contract.story import FIRST_REPLY, NOTE, OTHERS_WORDS, REPLIES, Story, live
from tests.contract.waiting import wait_for
from tests.contract.warm import NONSENSE, OTHER_QUESTION, QUESTION

SAYS_IT_IS_AN_AI = re.compile(r"\bAI\b|artificial intelligence|automated assistant", re.IGNORECASE)
OFFERS_A_PERSON = re.compile(r"\b(person|human|someone|teammate|colleague)\b", re.IGNORECASE)
HOLDERS_BUTTONS = {"release", "hand_back", "resolve"}


@dataclass(slots=True)
class Stories:
    """One story a channel, however the tests are ordered; one that failed is not lived again."""

    line: Line
    lived: dict[str, Story | Exception] = field(default_factory=dict)

    def of(self, channel: str) -> Story:
        if channel not in self.lived:
            self.lived[channel] = self._try(channel)
        story = self.lived[channel]
        if isinstance(story, Exception):
            raise story
        return story

    def _try(self, channel: str) -> Story | Exception:
        try:
            return live(self.line, channel)
        except (AssertionError, OSError, LookupError) as error:
            return error


@pytest.fixture(scope="session")
def stories(line: Line) -> Stories:
    return Stories(line)


@pytest.fixture
def story(stories: Stories, channel: str) -> Story:
    return stories.of(channel)


@pytest.fixture
def customer(line: Line, channel: str) -> Customer:
    return line.customer(channel)


def test_the_first_answer_says_that_an_ai_is_speaking_and_quotes_an_article(story: Story) -> None:
    assert SAYS_IT_IS_AN_AI.search(story.answer), story.answer
    assert "return" in story.answer.lower()


def test_different_questions_are_answered_differently(customer: Customer) -> None:
    customer.say(QUESTION)
    first = wait_for(customer.heard, "the first answer")[0]
    customer.say(OTHER_QUESTION)

    second = wait_for(lambda: customer.heard()[1:], "the second answer", seen=customer.heard)[0]

    assert "track" in second.lower()
    assert first != second


def test_what_no_article_answers_gets_an_honest_no_and_the_offer_of_a_person(
    customer: Customer,
) -> None:
    customer.say(NONSENSE)

    answer = wait_for(customer.heard, "an honest answer")[0]

    assert "swallow" not in answer.lower()
    assert OFFERS_A_PERSON.search(answer), answer


def test_asking_for_a_human_is_answered_by_one_notice(story: Story) -> None:
    assert OFFERS_A_PERSON.search(story.notice), story.notice
    assert story.heard.count(story.notice) == 1
    assert story.heard[:2] == [story.answer, story.notice]


def test_the_case_has_one_card_that_can_be_claimed_and_nothing_more(
    line: Line, story: Story
) -> None:
    assert len(line.desk.cards_of(story.case)) == 1
    assert "claim" in story.buttons_while_waiting
    assert not HOLDERS_BUTTONS & story.buttons_while_waiting


def test_the_card_shows_no_contact_data_and_no_live_markup(story: Story) -> None:
    assert story.customer.secret not in story.card_as_text
    assert not live_markup(story.card_while_waiting)


def test_a_claim_gives_the_holder_their_buttons_on_the_same_card(story: Story) -> None:
    assert story.buttons_while_held >= HOLDERS_BUTTONS
    assert "claim" not in story.buttons_while_held


def test_the_thread_shows_the_conversation_so_far_in_one_message(story: Story) -> None:
    so_far = next(words for words in story.thread if story.first_words in words)

    assert story.answer.split()[-1] in so_far
    assert sum(story.first_words in words for words in story.thread) == 1


def test_each_further_word_of_the_customer_is_in_the_thread_once(story: Story) -> None:
    for said in (story.words_while_waiting, story.last_words):
        assert sum(said in words for words in story.thread) == 1


def test_the_bot_is_silent_once_a_person_is_asked_for(story: Story) -> None:
    heard = "\n".join(story.heard[2:]).lower()

    assert "tracking" not in heard
    assert "article" not in heard


def test_the_holders_replies_reach_the_customer_once_and_in_order(story: Story) -> None:
    heard = [reply for words in story.heard for reply in REPLIES if reply in words]

    assert heard == list(REPLIES)


def test_a_reply_is_sent_as_it_was_typed(story: Story) -> None:
    assert any(FIRST_REPLY in words for words in story.heard)


def test_replies_that_were_delivered_get_a_check_mark_and_no_warning(story: Story) -> None:
    assert [said.reactions for said in story.said] == [["white_check_mark"]] * len(REPLIES)


def test_words_of_another_agent_never_leave_slack_and_they_are_told(story: Story) -> None:
    assert not [words for words in story.heard if OTHERS_WORDS in words]
    assert story.told_to_other


def test_notes_never_leave_slack(story: Story) -> None:
    assert not [words for words in story.heard if NOTE.removeprefix("// ") in words]


def test_a_resolved_case_leaves_no_button_to_press(story: Story) -> None:
    assert not story.buttons_at_the_end & {"claim", *HOLDERS_BUTTONS}


def test_the_page_follows_the_states_of_the_conversation(stories: Stories) -> None:
    story = stories.of("web")

    assert isinstance(story.customer, Visitor)
    assert story.states == ["bot", "waiting", "with_agent", "closed"]
