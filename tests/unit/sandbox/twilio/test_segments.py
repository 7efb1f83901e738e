import pytest

from sandbox.twilio.segments import segments_of


@pytest.mark.parametrize(
    ("body", "encoding", "count"),
    [
        ("", "GSM-7", 1),
        ("a" * 160, "GSM-7", 1),
        ("a" * 161, "GSM-7", 2),
        ("a" * 306, "GSM-7", 2),
        ("a" * 307, "GSM-7", 3),
        ("€" * 80, "GSM-7", 1),
        ("€" * 81, "GSM-7", 2),
        ("a" * 152 + "€" + "a" * 152, "GSM-7", 3),
        ("ñ" * 160, "GSM-7", 1),
        ("Ç" * 160, "GSM-7", 1),
        ("ç" * 70, "UCS-2", 1),
        ("ç" * 71, "UCS-2", 2),
        ("\u2019" + "a" * 69, "UCS-2", 1),
        ("\u2019" + "a" * 70, "UCS-2", 2),
        ("😀" * 35, "UCS-2", 1),
        ("😀" * 36, "UCS-2", 2),
        ("a" * 66 + "😀" + "a" * 66, "UCS-2", 3),
        ("私" * 134, "UCS-2", 2),
        ("私" * 135, "UCS-2", 3),
    ],
)
def test_segments_are_counted_as_a_carrier_does(body: str, encoding: str, count: int) -> None:
    segments = segments_of(body)

    assert (segments.encoding, segments.count) == (encoding, count)
