"""Answers carry no markup."""

import pytest

from deployer.content.markdown import plain, sections_of


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("one\ntwo", "one two"),
        ("one\n\ntwo", "one\ntwo"),
        ("- one\n- two\n  goes on", "one\ntwo goes on"),
        ("1. one\n2) two", "one\ntwo"),
        ("**bold** and *slanted* and _this_ and `code`", "bold and slanted and this and code"),
        ("a [link](https://example.com) ![picture](x.png)", "a link picture"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("> quoted", "quoted"),
        ("before <!-- hidden\nstill --> after", "before after"),
        ("```\ncode here\n```", "code here"),
    ],
)
def test_markup_is_taken_out_and_words_are_kept(markdown: str, text: str) -> None:
    assert plain(markdown) == text


def test_a_heading_inside_code_is_no_heading() -> None:
    (section,) = sections_of("```\n# a comment\n```\n")

    assert (section.heading, section.text) == ("", "# a comment")


def test_sections_keep_their_order_and_empty_ones_go() -> None:
    sections = sections_of("\n\nlead\n\n## One ##\n\ntext\n\n### Two\n")

    assert [(section.heading, section.text) for section in sections] == [
        ("", "lead"),
        ("One", "text"),
        ("Two", ""),
    ]


def test_a_wrapped_paragraph_is_one_line_and_examples_stay_apart() -> None:
    wrapped = "We send a parcel within two days, and\nyou get a link to follow it. To\nCanada only."
    examples = "where is my parcel\nhas it been sent yet\ntrack\nhow long does it take to come"

    (section,) = sections_of(f"{wrapped}\n\n{examples}\n\n- one\n- two\n")

    assert section.lines == (wrapped.replace("\n", " "), *examples.split("\n"), "one", "two")
    assert section.text.split("\n") == [
        wrapped.replace("\n", " "),
        examples.replace("\n", " "),
        "one",
        "two",
    ]
