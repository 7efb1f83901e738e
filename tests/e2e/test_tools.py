"""The bot's actions on the deployed line: a look-up, a yes, an agent's press."""

from contextlib import suppress

from sandbox.slack.interacting import Press
from sandbox.slack.wire import RefusedError
from tests.e2e.people import Customer, until_true
from tests.e2e.stacks import ANA, DESK, DeployedLine

SENT, DELIVERED = "FO-20260117", "FO-20260098"


def receives(customer: Customer, words: str) -> None:
    until_true(lambda: any(words in text for text in customer.received), f"no text: {words}", 30)


def test_an_order_is_looked_up_and_a_return_started_after_a_yes(line: DeployedLine) -> None:
    customer = Customer(line, "+15558880001")

    customer.text(f"where is my order {SENT}?")
    receives(customer, f"Order {SENT}: Sent.")

    customer.text(f"I want to return the items of order {DELIVERED}")
    receives(customer, f"Shall I start the return of order {DELIVERED}?")
    order = line.orders.find(DELIVERED)
    assert order is not None
    assert order.return_number == ""

    customer.text("yes")
    receives(customer, "has the number RT-20260098")


def test_a_refund_waits_for_an_agents_press_and_reaches_the_customer(line: DeployedLine) -> None:
    customer = Customer(line, "+15558880002")
    customer.text(f"I want a refund for my order {DELIVERED}")
    receives(customer, "needs a colleague's approval first")

    def approved() -> bool:
        for message in customer.thread if customer.cards else []:
            with suppress(RefusedError):
                line.slack.interacting.press(ANA, DESK, message.ts, Press("approve"))
                return True
        return False

    until_true(approved, "no button Approve", 30)

    receives(customer, f"refund of $49.00 for order {DELIVERED} has been approved")
    until_true(
        lambda: any("RF-20260098" in message.text for message in customer.thread),
        "the desk was not told",
        30,
    )
