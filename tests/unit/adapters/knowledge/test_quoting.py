"""A quotation is whole sentences, as many as there is room for."""

from warmline.adapters.knowledge.quoting import Quotation, Room, quote, reply, sentences_of
from warmline.domain.sms_text import fits_segments

LONG = "We " + "very " * 70 + "much regret it."


def frame(said: str, title: str) -> str:
    return f"{said} (From: {title})"


def test_sentences_end_at_full_stops_and_lines() -> None:
    assert sentences_of("It costs $4.95. Is it free? Yes!\nA list item\nAnother") == [
        "It costs $4.95.",
        "Is it free?",
        "Yes!",
        "A list item",
        "Another",
    ]


def test_as_many_whole_sentences_as_fit() -> None:
    assert quote("One. Two. Three.", lambda said: len(said) < 10, sentences=4) == "One. Two."
    assert quote("One. Two. Three.", lambda _: True, sentences=2) == "One. Two."


def test_a_sentence_that_is_too_long_is_cut_between_words() -> None:
    said = quote("One two, three four.", lambda said: len(said) <= 12, sentences=1)

    assert said == "One two..."


def test_a_text_message_keeps_to_its_segments_with_the_opening() -> None:
    room = Room(frame, opening="I am an AI. " * 6, segments=2)

    said = reply([Quotation("Regret", LONG)], room)

    assert fits_segments(room.opening + said, segments=2)
    assert said.endswith("... (From: Regret)")


def test_each_of_two_answers_has_room_of_its_own() -> None:
    room = Room(frame, segments=2)

    said = reply([Quotation("One", LONG), Quotation("Two", LONG)], room, rest="And the rest?")

    assert fits_segments(said, segments=4)
    assert said.count("(From: ") == 2
    assert said.endswith("\nAnd the rest?")


def test_typography_is_made_plain_by_sms_only() -> None:
    quotation = Quotation("Don\u2019t", "It\u2019s \u201cfree\u201d \u2013 really\u2026")

    assert reply([quotation], Room(frame, segments=2)) == "It's \"free\" - really... (From: Don't)"
    assert "\u2019" in reply([quotation], Room(frame))


def test_a_section_is_introduced_by_its_heading_where_there_is_room() -> None:
    quotation = Quotation("Reviews", "Yes.", heading="Can I edit it?")

    assert reply([quotation], Room(frame)) == "Can I edit it?\nYes. (From: Reviews)"
    assert reply([quotation], Room(frame, segments=2)) == "Yes. (From: Reviews)"


def test_a_brace_in_an_article_is_only_a_brace() -> None:
    assert reply([Quotation("T", "Press {x}.")], Room(frame)) == "Press {x}. (From: T)"
