"""All languages say the same things, and none invites a word that carriers take as a command."""

from pathlib import Path

import pytest

from deployer.compile_content import CONTENT
from deployer.content.phrases import placeholders, read_phrases
from deployer.content.problems import ContentInvalid
from warmline.adapters.knowledge.sms_text import fits_segments, is_gsm_7
from warmline.domain.handoff import Reason

SHIPPED = read_phrases(CONTENT / "phrases")
KEYS = {
    "ai_line",
    "agent_joined",
    "agent_lease_ended",
    "agent_released",
    "agent_transferred",
    "answer",
    "closed_idle",
    "handed_back",
    "help_sms",
    "line_left",
    "no_answer",
    "opted_in",
    "opted_out",
    "part_not_answered",
    "resolved",
    "small_talk_goodbye",
    "small_talk_hello",
    "small_talk_ok",
    "small_talk_thanks",
    "small_talk_who",
} | {f"handoff_{reason}" for reason in Reason}


def folder_with(folder: Path, **languages: str) -> Path:
    for language, text in languages.items():
        (folder / f"{language}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("language", SHIPPED)
def test_every_sentence_that_the_line_says_is_there(language: str) -> None:
    assert SHIPPED[language].keys() >= KEYS


def test_three_languages_are_shipped() -> None:
    assert set(SHIPPED) == {"de", "en", "es"}


@pytest.mark.parametrize("language", SHIPPED)
def test_every_sentence_fits_two_segments_by_sms(language: str) -> None:
    by_sms = {
        key: phrase
        for key, phrase in SHIPPED[language].items()
        if f"{key}_sms" not in SHIPPED[language]
    }

    assert [key for key, phrase in by_sms.items() if not fits_segments(phrase, segments=2)] == []


@pytest.mark.parametrize("language", SHIPPED)
def test_no_sentence_by_sms_leaves_gsm_7(language: str) -> None:
    by_sms = {
        key: phrase
        for key, phrase in SHIPPED[language].items()
        if f"{key}_sms" not in SHIPPED[language]
    }

    assert [key for key, phrase in by_sms.items() if not is_gsm_7(phrase)] == []


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
