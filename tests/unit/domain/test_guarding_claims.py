"""What the bot says that it has done must be the result of a tool."""

import pytest

from warmline.domain.guarding_claims import claims_too_much
from warmline.domain.tools import Risk, ToolStatus, ToolUse

CLAIMS = """
I have refunded your order.
I've cancelled your order as requested.
Your order has been cancelled.
Your refund has been processed and will arrive soon.
A refund of $50 was issued to your card.
Done! Your account is now closed.
I just updated your address.
We've sent a replacement.
I'm processing your refund now.
Refund approved.
You have been credited 20 euros.
I checked your order and it is late.
I confirm that you get a full refund.
He cancelado su pedido.
Su pedido ha sido cancelado.
Se ha reembolsado el importe.
J'ai annulé votre commande.
Votre commande a été annulée.
Je viens de rembourser votre commande.
Ich habe Ihre Bestellung storniert.
Ihre Bestellung wurde storniert.
Cancelei seu pedido.
Seu pedido foi cancelado.
لقد ألغيت طلبك.
تم إلغاء طلبك.
""".strip().splitlines()

NO_CLAIMS = """
Refunds are issued within 5 days.
You get an e-mail when your order has been shipped.
Once your order has been cancelled, you get your money back.
Items that have been opened cannot be returned.
Enter the code we sent you.
Your order can be cancelled until it ships.
If your card has been charged twice, write to us.
I have not cancelled anything.
Orders placed before noon are shipped the same day.
Was your order cancelled?
Los reembolsos se emiten en 5 días.
Les remboursements sont effectués sous 5 jours.
Erstattungen dauern 5 Tage.
Os reembolsos levam 5 dias.
""".strip().splitlines()

REFUND = ToolUse(name="refund_order", key="k", status=ToolStatus.DONE, risk=Risk.APPROVE)
RETURN = ToolUse(
    name="start_return",
    key="k",
    status=ToolStatus.DONE,
    risk=Risk.WRITE,
    output='{"refund": "5 d"}',
)
STATUS = ToolUse(
    name="order_status",
    key="k",
    status=ToolStatus.DONE,
    output='{"status": "shipped", "refund_eligible": true}',
)


@pytest.mark.parametrize("sentence", CLAIMS)
def test_an_action_that_no_tool_has_done_is_a_false_claim(sentence: str) -> None:
    assert claims_too_much(sentence, ())


@pytest.mark.parametrize("sentence", NO_CLAIMS)
def test_how_things_go_is_no_claim(sentence: str) -> None:
    assert not claims_too_much(sentence, ())


@pytest.mark.parametrize(
    ("sentence", "use"),
    [
        ("I have refunded your order.", REFUND),
        ("He reembolsado su pedido.", REFUND),
        ("I have started your return.", RETURN),
        ("He iniciado su devolución.", RETURN),
        ("Your order has been shipped.", STATUS),
        ("I have checked your order.", STATUS),
    ],
)
def test_what_a_tool_has_done_may_be_claimed(sentence: str, use: ToolUse) -> None:
    assert not claims_too_much(sentence, (use,))


@pytest.mark.parametrize(
    ("sentence", "use"),
    [
        ("I have refunded your order.", RETURN),
        ("I have refunded your order.", STATUS),
        ("Your order has been cancelled.", STATUS),
        ("Your order has been refunded.", STATUS),
    ],
)
def test_what_a_tool_has_not_done_may_not(sentence: str, use: ToolUse) -> None:
    assert claims_too_much(sentence, (use,))


@pytest.mark.parametrize("status", [one for one in ToolStatus if one is not ToolStatus.DONE])
def test_a_call_that_is_not_done_supports_no_claim(status: ToolStatus) -> None:
    asked = ToolUse(name="refund_order", key="k", status=status, risk=Risk.APPROVE)

    assert claims_too_much("I have refunded your order.", (asked,))
