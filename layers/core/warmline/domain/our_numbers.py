"""The shop's own numbers: orders, invoices, parcels. Agents need them, so they are not cut."""

import re
from functools import cache


def is_our_number(before: str) -> bool:
    """Whether the words just before a number say that it is one of the shop's."""
    return _names().search(before) is not None


@cache
def _names() -> re.Pattern[str]:
    return re.compile(
        r"(?:order|invoice|tracking|parcel|shipment|booking|reservation|ticket|reference|ref"
        r"|voucher|coupon|sku|article|item|model|serial|case|purchase|pedido|factura|bestell\w*"
        r"|rechnung\w*|sendung\w*|commande|facture|encomenda|fatura|ordine|fattura"
        r"|zam[oó]wieni\w*|sipari[sş]\w*)"
        r"[^\w\n]{0,4}(?:number|numero|nummer|no|nr|id|code|is|n)?[^\w\n]{0,4}(?:is[ :]{1,3})?$",
        re.IGNORECASE,
    )
