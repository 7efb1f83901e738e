"""Small talk is told from questions."""

import pytest

from warmline.adapters.knowledge.small_talk import SmallTalk, small_talk


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hi", SmallTalk.HELLO),
        ("Hello there!", SmallTalk.HELLO),
        ("Good morning", SmallTalk.HELLO),
        ("hey, can you help me?", SmallTalk.HELLO),
        ("¡Hola! ¿Qué tal?", SmallTalk.HELLO),
        ("Guten Tag", SmallTalk.HELLO),
        ("thanks", SmallTalk.THANKS),
        ("Thank you so much for your help!", SmallTalk.THANKS),
        ("ok great, thx", SmallTalk.THANKS),
        ("perfect thank you, that helped", SmallTalk.THANKS),
        ("muchas gracias", SmallTalk.THANKS),
        ("Vielen Dank!", SmallTalk.THANKS),
        ("bye", SmallTalk.GOODBYE),
        ("Have a nice day!", SmallTalk.GOODBYE),
        ("ok", SmallTalk.OK),
        ("no thanks", SmallTalk.OK),
        ("nope, that's all", SmallTalk.OK),
        ("\N{THUMBS UP SIGN}", SmallTalk.OK),
        ("are you a real person?", SmallTalk.WHO),
        ("Are you human or a robot?", SmallTalk.WHO),
        ("hi, am I talking to a bot?", SmallTalk.WHO),
        ("is this a human", SmallTalk.WHO),
        ("bist du ein Mensch?", SmallTalk.WHO),
        ("eres un robot", SmallTalk.WHO),
        ("você é um robô?", SmallTalk.WHO),
        ("est-ce que je parle à un humain ?", SmallTalk.WHO),
        ("هل أنت إنسان؟", SmallTalk.WHO),
        ("你是机器人吗?", SmallTalk.WHO),
    ],
)
def test_small_talk_is_heard(text: str, kind: SmallTalk) -> None:
    assert small_talk(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "hi, where is my order?",
        "thanks but my parcel is still missing",
        "ok and how do I return it?",
        "are you open on Sunday?",
        "is this the right address?",
        "what is the weather",
        "???",
        "yes",
        "hello my order FO-12345678",
        "are you a bot? where is my order?",
        "is this a robot vacuum?",
    ],
)
def test_a_question_is_no_small_talk(text: str) -> None:
    assert small_talk(text) is None
