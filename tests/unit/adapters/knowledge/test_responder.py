"""The embedded answerer quotes and names an article, or says that it has none."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from deployer.compile_content import compile_content
from warmline.adapters.knowledge.index import ArticleIndex
from warmline.adapters.knowledge.responder import EmbeddedResponder
from warmline.application.answering import Answering
from warmline.application.exchanges import Asked
from warmline.application.phrases import Phrases
from warmline.application.ports import Answer, Responder, TurnRequest, Utterance
from warmline.domain.address import Channel
from warmline.domain.entries import Role
from warmline.domain.errors import ResponderUnavailable
from warmline.domain.handoff import Reason
from warmline.domain.policy import Policy
from warmline.domain.sms_text import fits_segments


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compile_content(tmp_path_factory.mktemp("content"), widget=None)


@pytest.fixture(scope="module")
def phrases(package: Path) -> dict[str, dict[str, str]]:
    held: dict[str, dict[str, str]] = json.loads((package / "phrases.json").read_text("utf-8"))
    return held


@pytest.fixture(scope="module")
def responder(package: Path, phrases: dict[str, dict[str, str]]) -> Iterator[Responder]:
    index = ArticleIndex.open(package / "articles.sqlite")
    yield EmbeddedResponder(index, Phrases(phrases), threshold=0.22)
    index.close()


def asked(
    *questions: str,
    channel: Channel = Channel.WEB,
    language: str = "en",
    history: tuple[Utterance, ...] = (),
    human_note: str = "",
    for_agent: str = "",
) -> TurnRequest:
    return TurnRequest(
        channel,
        language,
        history,
        questions,
        seconds_left=10,
        human_note=human_note,
        for_agent=for_agent,
    )


def ids(answer: Answer) -> list[str]:
    return [article.id for article in answer.articles]


def test_an_answer_quotes_the_article_and_names_it(responder: Responder) -> None:
    answer = responder.respond(asked("How can I cancel my order?"))

    assert ids(answer) == ["orders/cancel-an-order"]
    assert answer.text.startswith("You can cancel an order free of charge until its status is")
    assert 'From our article "How to cancel an order"' in answer.text
    assert (answer.handoff, answer.offers_human, answer.model) == (None, False, "embedded")
    assert len(answer.articles[0].version) == 16


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How long do refunds take with PayPal?", "PayPal shows it in 1 day"),
        ("do you ship to Canada", "Canada, Mexico"),
        ("can i return large furniture", "We collect it for $29"),
        ("does pay in 4 affect my credit score", "soft check that other lenders do not see"),
        ("why does my tracking not move", "up to 24 hours to make the first scan"),
    ],
)
def test_a_particular_question_gets_the_section_about_it(
    responder: Responder, question: str, said: str
) -> None:
    assert said in responder.respond(asked(question)).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("where is my order?", "Open Account, then Orders"),
        ("how do i return a lamp", "You can return an unused item within 30 days"),
        ("what are your opening hours", "Our customer service team is here Monday"),
        ("how do I pay off my plan early", "Open Account, then Plans"),
    ],
)
def test_a_general_question_gets_the_articles_first_answer(
    responder: Responder, question: str, said: str
) -> None:
    assert responder.respond(asked(question)).text.startswith(said)


@pytest.mark.parametrize("language", ["en", "es", "de"])
def test_without_an_article_it_says_so_and_offers_a_person(
    responder: Responder, phrases: dict[str, dict[str, str]], language: str
) -> None:
    answer = responder.respond(asked("what is the weather in Paris?", language=language))

    assert answer == Answer(phrases[language]["no_answer"], offers_human=True, unsupported=True)


def test_by_sms_the_offer_names_what_to_reply(responder: Responder) -> None:
    answer = responder.respond(asked("what is the weather in Paris?", channel=Channel.SMS))

    assert answer.text.endswith("Reply 1 for a person.")
    assert answer.offers_human


@pytest.mark.parametrize(
    "question",
    [
        "where is my order",
        "how do I return a lamp",
        "I can't pay my instalment",
        "do you ship to Canada",
        "someone used my card",
    ],
)
def test_a_first_answer_by_sms_fits_two_segments_with_the_ai_line(
    responder: Responder, phrases: dict[str, dict[str, str]], question: str
) -> None:
    answer = responder.respond(asked(question, channel=Channel.SMS))

    assert answer.articles
    assert fits_segments(f"{phrases['en']['ai_line_sms']} {answer.text}", segments=2)


def test_later_answers_by_sms_have_the_room_of_the_ai_line(responder: Responder) -> None:
    before = (Utterance(Role.BOT, "Hello!"),)
    question = "what shipping methods can I choose"

    first = responder.respond(asked(question, channel=Channel.SMS))
    later = responder.respond(asked(question, channel=Channel.SMS, history=before))

    assert len(first.text) <= len(later.text)
    assert fits_segments(later.text, segments=2)


def test_a_burst_is_one_question(responder: Responder) -> None:
    answer = responder.respond(asked("hi", "my parcel", "it says delivered", "but it's not here"))

    assert ids(answer) == ["delivery/late-or-missing-parcel"]
    assert not answer.offers_human


def test_two_questions_are_answered_together(responder: Responder) -> None:
    in_one = responder.respond(asked("How do I return a lamp? And do you ship to Canada?"))
    in_two = responder.respond(asked("how do i return a lamp", "do you ship to canada"))

    assert ids(in_one) == ids(in_two) == ["returns/return-an-item", "delivery/delivery-options"]


def test_one_article_for_two_questions_is_quoted_once(responder: Responder) -> None:
    answer = responder.respond(asked("where is my order?", "where is my order??"))

    assert ids(answer) == ["orders/track-an-order"]
    assert not answer.offers_human


def test_the_part_without_an_answer_is_said_to_be_without(
    responder: Responder, phrases: dict[str, dict[str, str]]
) -> None:
    answer = responder.respond(asked("How do I return a lamp? What's the weather in Paris?"))

    assert ids(answer) == ["returns/return-an-item"]
    assert answer.text.endswith(phrases["en"]["part_not_answered"])
    assert answer.offers_human


@pytest.mark.parametrize(
    ("text", "key"),
    [("hello", "small_talk_hello"), ("thank you!", "small_talk_thanks"), ("ok", "small_talk_ok")],
)
def test_small_talk_gets_a_short_reply_and_no_article(
    responder: Responder, phrases: dict[str, dict[str, str]], text: str, key: str
) -> None:
    assert responder.respond(asked(text)) == Answer(phrases["en"][key])


def test_are_you_human_is_answered_truthfully(responder: Responder) -> None:
    answer = responder.respond(asked("are you a human?"))

    assert answer.text.startswith("I'm an AI assistant, not a person.")
    assert answer.handoff is None


def test_thanks_with_a_question_is_a_question(responder: Responder) -> None:
    answer = responder.respond(asked("where is my order", "thanks"))

    assert ids(answer) == ["orders/track-an-order"]


def test_an_unknown_language_is_answered_in_english(responder: Responder) -> None:
    english = responder.respond(asked("hello"))

    assert responder.respond(asked("hello", language="xx")) == english
    assert responder.respond(asked("hello", language="en-GB")) == english


@pytest.mark.parametrize("text", ["", "   ", "\x00", "\ud83d", "(((", '"; DROP TABLE', "a" * 5000])
def test_an_answer_is_never_empty(responder: Responder, text: str) -> None:
    for channel in Channel:
        assert responder.respond(asked(text, channel=channel)).text.strip()
    assert responder.respond(asked()).text.strip()


def test_articles_that_cannot_be_read_mean_no_answer(phrases: dict[str, dict[str, str]]) -> None:
    database = sqlite3.connect(":memory:")
    for table in ("articles", "passages", "article_words", "passage_words"):
        database.execute(f"CREATE TABLE {table} (number INTEGER)")

    responder = EmbeddedResponder(ArticleIndex(database), Phrases(phrases), threshold=0.22)

    with pytest.raises(ResponderUnavailable):
        responder.respond(asked("where is my order"))
    database.close()


def test_after_a_person_had_the_case_what_they_said_holds(responder: Responder) -> None:
    answer = responder.respond(asked("So what happens now?", human_note="Refunded 20 EUR"))

    assert "what they said holds" in answer.text
    assert "Refunded" not in answer.text, "the note is for the bot, and not for the customer"
    assert (answer.offers_human, answer.unsupported) == (True, True)


def test_another_question_is_answered_after_a_person_had_the_case(responder: Responder) -> None:
    answer = responder.respond(asked("How can I cancel my order?", human_note="Refunded 20 EUR"))

    assert ids(answer) == ["orders/cancel-an-order"]


@pytest.mark.parametrize("channel", [Channel.WEB, Channel.SMS])
def test_a_draft_for_an_agent_is_the_articles_words_and_no_word_of_a_bot(
    responder: Responder, channel: Channel
) -> None:
    said = responder.respond(asked("How can I cancel my order?", channel=channel))
    draft = responder.respond(asked("How can I cancel my order?", channel=channel, for_agent="Ana"))

    assert ids(draft) == ids(said) == ["orders/cancel-an-order"]
    assert draft.text in said.text or said.text.startswith(draft.text[:60])
    assert "article" not in draft.text.lower()
    assert "From:" not in draft.text


def test_a_draft_leaves_to_the_agent_what_no_article_answers(
    responder: Responder, phrases: dict[str, dict[str, str]]
) -> None:
    question = "How do I return a lamp? What's the weather in Paris?"
    draft = responder.respond(asked(question, for_agent="Ana"))

    assert ids(draft) == ["returns/return-an-item"]
    assert phrases["en"]["part_not_answered"] not in draft.text


def test_no_article_is_quoted_against_a_persons_note(responder: Responder) -> None:
    note = "Refund of 20 EUR with PayPal is sent, arrives on Friday"
    outcome = Answering(responder, Policy.read({}))(
        asked("How long do refunds take with PayPal?", human_note=note), Asked(())
    )

    assert outcome.answer is None
    assert outcome.reason is Reason.POLICY
