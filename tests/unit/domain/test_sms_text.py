"""Segments are counted in the encoding that a text needs."""

import pytest

from warmline.domain.sms_text import fits_segments


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
