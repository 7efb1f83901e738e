"""Yes, no, thanks and goodbye, and nothing more."""

import pytest

from warmline.domain.short_replies import accepts, declines, is_thanks_or_goodbye

YES = ["1", "1.", "yes", "Yes please!", "ok", "OK thanks", "sure", "s\u00ed", "si, por favor", "ja"]
YES += ["ja bitte", "oui", "oui s'il vous pla\u00eet", "sim", "tak", "evet", "\u0646\u0639\u0645"]
YES += ["\u597d\u7684", "\u0939\u093e\u0901", "I'd love that", "yes yes", "\uff11"]
NO = ["2", "no", "No thanks", "nope", "nein danke", "no it's fine", "non merci", "\u0644\u0627"]
NO += ["\u4e0d\u7528\u4e86", "hay\u0131r", "not now", "nee"]
OTHER = ["", "yes?", "yes but not now", "no, yes", "ok no", "where is my order", "yesterday", "11"]
OTHER += ["no problem", "1 order is missing", "ok so where is my refund"]


@pytest.mark.parametrize("text", YES)
def test_a_yes_accepts(text: str) -> None:
    assert accepts(text)
    assert not declines(text)


@pytest.mark.parametrize("text", NO)
def test_a_no_declines(text: str) -> None:
    assert declines(text)
    assert not accepts(text)


@pytest.mark.parametrize("text", OTHER)
def test_anything_else_does_neither(text: str) -> None:
    assert not accepts(text)
    assert not declines(text)


@pytest.mark.parametrize(
    "text",
    [
        "thanks",
        "Thank you!!",
        "ok bye",
        "great, thanks for your help",
        "cheers mate",
        "gracias",
        "merci beaucoup, au revoir",
        "vielen Dank",
        "谢谢",
        "👍",
        "obrigada",
        "perfect thank you so much bye",
        "شكرا",
        "teşekkürler",
    ],
)
def test_thanks_and_goodbyes_ask_nothing(text: str) -> None:
    assert is_thanks_or_goodbye(text)


@pytest.mark.parametrize(
    "text",
    [
        "thanks but it still doesn't work",
        "thank you, one more question",
        "thanks?",
        "",
        "yes",
        "no thanks",
        "bye the way where is my parcel",
        "human",
    ],
)
def test_thanks_with_something_more_is_a_message(text: str) -> None:
    assert not is_thanks_or_goodbye(text)
