"""Segments are counted in the encoding that a text needs."""

import pytest

from warmline.domain.sms_text import fits_segments, segments_of


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("x" * 306, True),
        ("x" * 307, False),
        ("€" * 153, True),
        ("€" * 154, False),
        ("á" * 134, True),
        ("á" * 135, False),
        ("\N{GRINNING FACE}" * 67, True),
        ("\N{GRINNING FACE}" * 68, False),
        ("x" * 134 + "\ud83d", False),
    ],
)
def test_two_segments_hold_so_much(text: str, *, fits: bool) -> None:
    assert fits_segments(text, segments=2) is fits


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("", 1),
        ("x" * 160, 1),
        ("x" * 161, 2),
        ("x" * 306, 2),
        ("x" * 307, 3),
        ("á" * 70, 1),
        ("á" * 71, 2),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("\N{GRINNING FACE}" * 35, 1),
        ("\N{GRINNING FACE}" * 36, 2),
    ],
)
def test_a_text_takes_so_many_segments(text: str, segments: int) -> None:
    assert segments_of(text) == segments
