"""What a person has noted of a case, the bot says nothing against."""

import pytest

from warmline.domain.contradicting import contradiction

REFUND = "Refunded 20 EUR to the card. It arrives on Friday."


@pytest.mark.parametrize(
    ("note", "answer"),
    [
        (REFUND, "Refunds take 5 to 10 business days."),
        (REFUND, "Your refund of $35 is on its way."),
        ("No refund is possible, it was a final sale.", "You get a full refund within 30 days."),
        ("Promised a new parcel for Tuesday", "Your parcel will be there on Thursday."),
        ("Gave a discount of 10%", "Your discount is 15 %."),
        ("Rückerstattung 20,00 € am Freitag", "Die Rückerstattung dauert 10 Tage."),
        ("Reembolso negado, no hay devolución", "Puede pedir el reembolso en la página."),
    ],
)
def test_other_figures_or_a_yes_for_a_no_contradict_it(note: str, answer: str) -> None:
    assert contradiction(note, answer)


@pytest.mark.parametrize(
    ("note", "answer"),
    [
        (REFUND, "Your refund of 20.00 EUR is to arrive on Friday."),
        (REFUND, "We are open from Monday to Saturday."),
        (REFUND, "The refund goes to the card that you paid with."),
        (REFUND, "You are welcome. Is there anything else?"),
        ("No refund is possible.", "I am sorry, a refund is not possible here."),
        ("Sent a new parcel", "The carrier shows where your parcel is."),
        ("", "Refunds take 5 to 10 business days."),
    ],
)
def test_the_same_and_what_is_about_something_else_do_not(note: str, answer: str) -> None:
    assert contradiction(note, answer) == ""


def test_what_was_asked_tells_what_a_bare_figure_is_about() -> None:
    assert contradiction(REFUND, "In 10 days.", ["When does my refund come?"])
    assert not contradiction(REFUND, "In 10 days.", ["When does my sofa come?"])


def test_the_sentence_of_the_note_is_told() -> None:
    note = "She was upset.\nRefunded 20 EUR."

    assert contradiction(note, "A refund of 50 EUR is due.") == "Refunded 20 EUR."
