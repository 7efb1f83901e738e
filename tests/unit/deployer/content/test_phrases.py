"""All languages say the same things, and none invites a word that carriers take as a command."""

import re
from pathlib import Path

import pytest

from deployer.compile_content import CONTENT
from deployer.content.phrases import placeholders, read_phrases
from deployer.content.problems import ContentInvalid
from warmline.application.phrases import Phrases
from warmline.domain.address import Channel
from warmline.domain.asking import ASK_THRESHOLD, asks_for_human, wants_no_human
from warmline.domain.handoff import Reason
from warmline.domain.sms_text import fits_segments, is_gsm_7

SHIPPED = read_phrases(CONTENT / "phrases")
KEYS = {
    "ai_line",
    "agent_joined",
    "agent_lease_ended",
    "agent_released",
    "agent_transferred",
    "answer",
    "closed_idle",
    "crisis",
    "handed_back",
    "help_sms",
    "line_left",
    "message_withdrawn",
    "no_answer",
    "nothing_to_add",
    "opt_out_question_sms",
    "opted_in",
    "opted_out",
    "part_not_answered",
    "reopened",
    "resolved",
    "small_talk_goodbye",
    "small_talk_hello",
    "small_talk_ok",
    "small_talk_thanks",
    "small_talk_who",
    "while_you_wait",
} | {f"handoff_{reason}" for reason in Reason}


def folder_with(folder: Path, **languages: str) -> Path:
    for language, text in languages.items():
        (folder / f"{language}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("language", SHIPPED)
def test_every_sentence_that_the_line_says_is_there(language: str) -> None:
    assert SHIPPED[language].keys() >= KEYS


def test_six_languages_are_shipped() -> None:
    assert set(SHIPPED) == {"ar", "de", "en", "es", "fr", "pt"}


_SAMPLES = "agent=Ana quote= title= place=100 low=45 high=120 day= date=2026-12-30 time=09:00 when="
FILLED = {"zone": "New York"} | dict(pair.split("=") for pair in _SAMPLES.split())


def by_sms(language: str) -> dict[str, str]:
    """What each key says by SMS. A handoff's notice goes out with what stands behind it."""
    phrases = Phrases(SHIPPED)

    def say(key: str, **values: str) -> str:
        return phrases.say(key, language, Channel.SMS, **{**FILLED, **values})

    behind = " ".join(map(say, ("place_in_line", "wait_lately", "while_you_wait")))
    return {
        key: say(key) + (f" {behind}" if key.startswith("handoff_") else "")
        for key in SHIPPED[language]
        if not key.endswith("_sms") or key.removesuffix("_sms") not in SHIPPED[language]
    }


def too_long(language: str, texts: dict[str, str]) -> list[str]:
    """Arabic has no short alphabet: what belongs together is let run into a third segment."""
    most = {key: 3 if language == "ar" and key.startswith("handoff_") else 2 for key in texts}
    return [key for key, text in texts.items() if not fits_segments(text, segments=most[key])]


@pytest.mark.parametrize("language", SHIPPED)
def test_every_sentence_fits_two_segments_by_sms(language: str) -> None:
    assert too_long(language, by_sms(language)) == []


@pytest.mark.parametrize("language", SHIPPED)
def test_who_asks_outside_the_hours_gets_one_text_of_few_segments(language: str) -> None:
    phrases = Phrases(SHIPPED)
    day = max(phrases.say("weekdays", language, Channel.SMS).split(", "), key=len)

    def say(key: str, **values: str) -> str:
        return phrases.say(key, language, Channel.SMS, **{**FILLED, "day": day, **values})

    when = say("when_named_zone", when=say("when_date"))
    for reason in Reason:
        said = (say(f"handoff_{reason}"), say("people_away", when=when), say("while_you_wait"))
        assert fits_segments(" ".join(said), segments=4 if language == "ar" else 3)
        assert language == "ar" or is_gsm_7(" ".join(said))


@pytest.mark.parametrize("language", SHIPPED)
def test_the_week_has_seven_days_from_monday_on(language: str) -> None:
    for channel in Channel:
        assert len(Phrases(SHIPPED).say("weekdays", language, channel).split(", ")) == 7


@pytest.mark.parametrize("language", sorted(set(SHIPPED) - {"ar"}))
def test_no_sentence_by_sms_leaves_gsm_7(language: str) -> None:
    assert [key for key, text in by_sms(language).items() if not is_gsm_7(text)] == []


@pytest.mark.parametrize("channel", list(Channel))
@pytest.mark.parametrize("language", SHIPPED)
def test_the_word_that_leaves_the_line_is_heard(language: str, channel: Channel) -> None:
    told = Phrases(SHIPPED).say("while_you_wait", language, channel)
    [word] = re.findall(r'"([^"]+)"', told)

    assert wants_no_human(word)


@pytest.mark.parametrize("language", SHIPPED)
def test_the_word_for_a_person_in_the_help_text_is_heard(language: str) -> None:
    help_text = SHIPPED[language]["help_sms"]
    words = re.findall(r"\b[A-Z]{5,}\b|\"[^\"]+\"", help_text)

    assert [asks_for_human(word.strip('"')).score >= ASK_THRESHOLD for word in words] == [True]


def test_a_language_may_have_a_text_of_its_own_for_sms(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, en="bye: Bye\n", pt="bye: Adeus, irmão\nbye_sms: Adeus\n")

    assert read_phrases(folder)["pt"]["bye_sms"] == "Adeus"


def test_the_agents_name_and_the_quote_are_filled_in() -> None:
    assert placeholders(SHIPPED["en"]["agent_joined"]) == {"agent"}
    assert placeholders(SHIPPED["en"]["answer_sms"]) == {"quote", "title"}


@pytest.mark.parametrize(
    ("other", "problem"),
    [
        ("hello: Hola {name}\n", r"es\.yaml: bye is missing"),
        ("hello: Hola {name}\nbye: Adios\nextra: Si\n", r"es\.yaml:3: extra is not a key"),
        ("hello: Hola {nombre}\nbye: Adios\n", r"es\.yaml:1: hello has the placeholders"),
        ("hello: Hola {name}\nbye: Adios {\n", r"es\.yaml:2: bye has a brace"),
        ("hello: Hola {name}\nbye: 5\n", r"es\.yaml:2: bye must be text"),
        ("hello: Hola {name}\nbye: Escribe END\n", r"es\.yaml:2: bye invites END"),
        ("hello: Hola {name}\nbye: Escribe HELP\n", r"es\.yaml:2: bye invites HELP"),
        ("- hello\n", r"es\.yaml:1: expected lines"),
    ],
)
def test_a_language_that_differs_is_a_mistake_with_its_line(
    tmp_path: Path, other: str, problem: str
) -> None:
    folder = folder_with(tmp_path, en="hello: Hello {name}\nbye: Bye\n", es=other)

    with pytest.raises(ContentInvalid, match=problem):
        read_phrases(folder)


def test_english_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ContentInvalid, match=r"en\.yaml: is missing"):
        read_phrases(folder_with(tmp_path, es="hello: Hola\n"))
