"""The sensitive topics: what is one, what only looks like one, and what the deployer adds."""

import pytest

from warmline.domain.policy import SENSITIVE_TOPICS
from warmline.domain.topics import Topic, find_topics

ALL = dict.fromkeys(SENSITIVE_TOPICS, ())
THRESHOLD = 0.7


def topics_in(text: str) -> list[str]:
    return [topic.name for topic in find_topics(text, ALL) if topic.score >= THRESHOLD]


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("fraud", "There is a payment on my card that I did not make"),
        ("fraud", "I can't find my debit card anywhere"),
        ("fraud", "My phone was stolen, block the app please"),
        ("fraud", "I think my account has been hacked"),
        ("fraud", "Ein unbekannte Abbuchung, gestohlen wurde mir die Karte"),
        ("fraud", "J'ai perdu ma carte"),
        ("bereavement", "My husband passed away last month"),
        ("bereavement", "I need to know what to do after my sister died"),
        ("bereavement", "我母亲去世了"),
        ("medical", "The glass broke and I cut my hand badly, I'm bleeding"),
        ("medical", "my daughter had an allergic reaction to the fabric"),
        ("legal", "My solicitor will write to you"),
        ("legal", "I'm taking you to court"),
        ("legal", "Voy a demandarlos"),
        ("hardship", "I can't afford to pay my bill this month"),
        ("hardship", "I was made redundant"),
        ("hardship", "Je suis au chômage"),
        ("complaint", "How do I file a complaint against your company?"),
        ("complaint", "أريد تقديم شكوى"),
        ("press", "I'm a reporter for the local newspaper"),
        ("self_harm", "I want to end my life"),
        ("self_harm", "i dont want to be here anymore"),
        ("self_harm", "quiero morir"),
        ("self_harm", "Je veux mourir"),
        ("self_harm", "ich will mich umbringen"),
        ("self_harm", "não quero mais viver"),
        ("self_harm", "أريد أن أموت"),
        ("self_harm", "voglio farla finita"),
        ("self_harm", "ik wil niet meer leven"),
        ("self_harm", "nie chcę żyć"),
        ("self_harm", "yaşamak istemiyorum"),
        ("self_harm", "我不想活了"),
        ("self_harm", "मैं जीना नहीं चाहता"),
    ],
)
def test_a_sensitive_topic_is_found(topic: str, text: str) -> None:
    assert topic in topics_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "My phone died, can I still use the app?",
        "The battery is dead after two weeks",
        "Where can I find my card PIN?",
        "I can't make any purchases with my card",
        "I want to claim my discount",
        "I lost the instructions for my lamp",
        "Is there a charge for delivery?",
        "I cannot pay with my debit card, it says declined",
        "Who has died in that series?",
        "This chair is to die for",
        "I am killing time while I wait",
        "Do you sell the Suicide Squad poster?",
        "Do you ship to the court house on Main Street?",
        "Could you press the button for me?",
        "Do you have a story lamp?",
        "I am sad that the sofa is sold out",
        "No complaints so far, I love it",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert topics_in(text) == []


def test_an_injury_is_no_harm_to_oneself() -> None:
    assert topics_in("I cut myself on the glass of your lamp") == ["medical"]


@pytest.mark.parametrize(
    "text",
    [
        "there are cuts on my arm from the packaging",
        "blood on my arm from the broken glass",
        "we stopped cutting because the saw broke",
        "I cut deep into the wood",
        "I hate myself for forgetting the password",
    ],
)
def test_a_crisis_line_is_told_to_nobody_who_means_a_thing(text: str) -> None:
    assert "self_harm" not in topics_in(text)


def test_danger_to_life_is_told_first() -> None:
    said = "I lost my job, I can't pay the rent and I want to die"

    assert topics_in(said) == ["self_harm", "hardship"]


def test_a_doubtful_word_stays_below_the_threshold() -> None:
    [topic] = find_topics("I hate myself", ALL)

    assert topic.name == "self_harm"
    assert 0 < topic.score < THRESHOLD


def test_only_the_topics_that_are_watched_are_found() -> None:
    assert find_topics("my card was stolen", {"press": ()}) == ()


def test_the_deployers_words_are_words_and_no_patterns() -> None:
    watched = {"recall": ("a.c", "smells (burnt)")}

    assert find_topics("abc", watched) == ()
    assert find_topics("it smells burnt!", watched) == (Topic("recall", 0.9, "smells (burnt)"),)


def test_the_deployers_words_come_beside_ours() -> None:
    watched = {"complaint": ("ombudsperson",)}

    for text in ("I'll write to the Ombudsperson", "I want to complain"):
        assert [topic.name for topic in find_topics(text, watched)] == ["complaint"]


def test_the_evidence_is_what_was_said() -> None:
    [topic] = find_topics("Hello, my purse was stolen on the bus", ALL)

    assert topic.evidence in "hello my purse was stolen on the bus"
