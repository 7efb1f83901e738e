import pytest

from sandbox.slack.typed import kept

NAMES = {"ana": "U0ANA00001", "warmline": "U0WARMLINE"}


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("@Warmline, are you there?", "<@U0WARMLINE>, are you there?"),
        ("@nobody and ana@shop.example", "@nobody and ana@shop.example"),
        ("@here look", "<!here> look"),
        ("<!here> <@U0ANA00001>", "&lt;!here&gt; &lt;@U0ANA00001&gt;"),
        ("see https://shop.example/a?b=1&c=2", "see <https://shop.example/a?b=1&amp;c=2>"),
        ("*bold* and `a<b`", "*bold* and `a&lt;b`"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("// only for us", "// only for us"),
    ],
)
def test_what_is_typed_becomes_slacks_text(typed: str, text: str) -> None:
    assert kept(typed, NAMES)[0] == text


def test_the_block_says_the_same_in_rich_text() -> None:
    _, (block,) = kept("@ana see *this*: https://shop.example", NAMES)
    assert block["type"] == "rich_text"
    assert block["elements"] == [
        {
            "type": "rich_text_section",
            "elements": [
                {"type": "user", "user_id": "U0ANA00001"},
                {"type": "text", "text": " see "},
                {"type": "text", "text": "this", "style": {"bold": True}},
                {"type": "text", "text": ": "},
                {"type": "link", "url": "https://shop.example"},
            ],
        }
    ]
