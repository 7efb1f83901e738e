"""Strong emotion: the clear cases, and none of the calm ones."""

import pytest

from warmline.domain.emotion import read_emotion

THRESHOLD = 0.7


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("anger", "This is absolutely unacceptable!!"),
        ("anger", "You people are completely useless"),
        ("anger", "I hate this company"),
        ("anger", "fuck off"),
        ("anger", "what the hell is going on"),
        ("anger", "I'm furious"),
        ("anger", "I AM SO ANGRY RIGHT NOW"),
        ("anger", "¡Es una vergüenza!"),
        ("anger", "C'est scandaleux"),
        ("anger", "Das ist eine Frechheit!"),
        ("anger", "Isso é um absurdo"),
        ("anger", "Siete dei ladri"),
        ("anger", "Jestem wściekły"),
        ("anger", "Çok sinirliyim"),
        ("anger", "هذا غير مقبول"),
        ("anger", "你们太过分了"),
        ("distress", "I'm desperate, I don't know what to do anymore"),
        ("distress", "I'm having a panic attack"),
        ("distress", "Estoy desesperada"),
        ("threat", "I will find you and I'll hurt you"),
        ("threat", "I know where you live"),
        ("threat", "Ich weiß, wo du wohnst"),
    ],
)
def test_strong_emotion_is_felt(kind: str, text: str) -> None:
    felt = read_emotion(text)

    assert (felt.kind, felt.score >= THRESHOLD) == (kind, True)
    assert felt.evidence


@pytest.mark.parametrize(
    "text",
    [
        "Where is my order?",
        "I hate waiting, when will it come?",
        "I hate this colour, can I swap it?",
        "I can't go on with the assembly, a screw is missing",
        "I'd hate to miss the delivery, can you text me?",
        "The lamp is broken, I'm a bit disappointed.",
        "I'm sorry to bother you again",
        "Sorry for the stupid question, how do I log in?",
        "It's a terrible photo, but can you see the crack?",
        "WHERE IS MY ORDER NUMBER 12345",
        "Help! My parcel has not arrived!!",
        "Can you kill the subscription please",
        "I am not happy with the colour, can I return it?",
        "This lamp is damn beautiful, thanks!",
        "",
    ],
)
def test_a_calm_or_mildly_annoyed_message_stays_below(text: str) -> None:
    assert read_emotion(text).score < THRESHOLD


def test_thanks_and_laughter_take_away() -> None:
    assert read_emotion("what the hell").score >= THRESHOLD
    assert read_emotion("what the hell haha, thanks").score < THRESHOLD


def test_capitals_and_exclamation_marks_add_and_never_stand_alone() -> None:
    quiet = read_emotion("this is ridiculous").score

    assert quiet < read_emotion("THIS IS RIDICULOUS").score
    assert quiet < read_emotion("this is ridiculous!!").score
    assert read_emotion("GREAT NEWS FROM MY PARCEL!!").score == 0


def test_a_score_is_a_share() -> None:
    said = "fuck you " * 50 + "i hate you, you idiots, i am furious, this is disgusting!!"

    assert 0 <= read_emotion(said).score <= 1


def test_the_evidence_is_short() -> None:
    said = "I hate you, you liars, this is disgusting, what the hell, shut up"

    assert read_emotion(said).evidence.count(",") <= 2
