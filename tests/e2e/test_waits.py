"""The deployed line counts a customer's place, and says so to who asks."""

from tests.e2e.people import Customer, until
from tests.e2e.stacks import DeployedLine


def test_a_text_is_answered_with_a_place_in_line_and_so_is_the_question_how_long(
    line: DeployedLine,
) -> None:
    customer = Customer(line, "+15550104711")
    customer.text("human please")
    until(lambda: customer.received or None, "no notice came")
    assert "You're number " in customer.received[0]

    customer.text("how long?")
    until(lambda: customer.received[1:] or None, "no answer came")
    assert customer.received[1].startswith("You're number ")
