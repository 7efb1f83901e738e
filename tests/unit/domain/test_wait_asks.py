"""Who asks about their wait is heard in many languages; who asks about a parcel is not."""

# ruff: noqa: RUF001  # letters of other scripts look like Latin ones, and are meant

import pytest

from warmline.domain.phrasing import check_lines
from warmline.domain.wait_asks import _ABOUT_THE_WAIT, asks_how_long

ASKED = """
how long?
How long is the wait?
How long will it take
how much longer do I have to wait
how long do i have to wait?
How long till somebody answers?
how long until a person writes
How many people are ahead of me?
where am I in the queue?
What's my place in line?
what number am i
when will someone answer me
When will I get an answer?
when can I talk to somebody
is anybody there?
hello?
??
I'm still waiting
are you still there?
¿Cuánto tiempo tengo que esperar?
¿cuánto falta?
¿Cuándo me van a atender?
¿hay alguien ahí?
sigo esperando
Combien de temps dois-je attendre ?
Il y a quelqu'un ?
quand est-ce que quelqu'un va répondre ?
j'attends toujours
Wie lange dauert es noch?
Wie lange muss ich noch warten?
Wann schreibt mir jemand?
ist da jemand?
ich warte immer noch
Quanto tempo vou esperar?
Quanto tempo falta?
Tem alguém aí?
ainda estou à espera
كم من الوقت سأنتظر؟
متى سيرد أحد؟
هل يوجد أحد؟
还要等多久？
quanto devo aspettare?
"""
NOT_ASKED = """
How long does delivery take?
how long is the warranty on the lamp
How long do I have to return an item?
When will my order arrive?
when will the lamp be back in stock
my order number is 4711
Hello
hi there, my lamp is broken
when can I expect my refund
¿Cuánto cuesta el envío?
¿Cuándo llega mi pedido?
¿Cuánto tarda el envío?
Combien coûte la livraison ?
Quand arrive ma commande ?
Wie lange dauert der Versand?
Wann kommt mein Paket?
Quanto custa?
Quanto tempo demora a entrega?
quando chega a minha encomenda
متى يصل طلبي؟
كم السعر؟
The delivery was late and I waited for hours
are you open on sunday
is there a person who can fix my lamp
I am still waiting for my parcel
thanks
配送要多久
"""


def test_every_line_of_the_table_can_be_found() -> None:
    assert check_lines(_ABOUT_THE_WAIT) == []


@pytest.mark.parametrize("text", ASKED.strip().splitlines())
def test_who_asks_about_the_wait_is_heard(text: str) -> None:
    assert asks_how_long(text)


@pytest.mark.parametrize("text", NOT_ASKED.strip().splitlines())
def test_who_speaks_of_anything_else_is_not(text: str) -> None:
    assert not asks_how_long(text)
