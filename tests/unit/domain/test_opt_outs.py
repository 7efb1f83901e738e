"""Who asks for no more messages in their own words, and who does not."""

# letters of other scripts look like Latin ones, and are meant

import time

import pytest

from warmline.domain.opt_outs import is_opt_out_ask

ASKS = """
stop. thank you
please stop texting me
quit texting me
unsubscribe me
ALTO
ARRÊT
PARE
STOP please
Stop!! please
stop sending me messages
no more texts
don't text me again
do not contact me anymore
remove me from your list
take me off this list
please unsubscribe
opt me out
I want to opt out
leave me alone
stop messaging this number
I don't want these messages
I do not want to receive texts from you
توقف
إيقاف
من فضلك توقف
لا ترسل لي رسائل
إلغاء الاشتراك
no me envíen más mensajes
dejen de escribirme
darme de baja
no quiero más mensajes
arrêtez de m'envoyer des sms
ne m'envoyez plus de messages
me désabonner
keine SMS mehr bitte
bitte nicht mehr schreiben
hört auf mir zu schreiben
abmelden
pare de me mandar mensagens
não quero mais receber mensagens
SAIR
smettetela di mandarmi messaggi
basta messaggi
geen berichten meer
stuur me geen berichten meer
nie pisz do mnie
wypisz mnie
mesaj göndermeyin
İPTAL
退订
不要再发短信
别再发了
मैसेज मत भेजो
बंद करो
stop texting
STOP NOW
stop it
ok stop
I said stop
stop?
stop 🙏 please
cancel please
lose my number
how do I unsubscribe
stop spamming me
stop stop stop
"""

OTHERS = """
don't stop, I need help
please don't stop texting me
why did you stop texting me
how do I stop a payment
stop my card
cancel my order
I want to cancel my subscription
end my contract please
the messages stopped working
I never got your text
you stopped texting me
can you text me the code
I quit my job
the bus stop is far
when does the sale end
it won't stop charging me
stop charging me
how can I stop the order
text me when it ships
don't send me the wrong size again
I can't stop laughing
no problem
thanks, that's all
unsubscribe from the newsletter problem
why don't you text me back
no quiero esta talla
para mi hermana
¿para cuándo llega?
no he recibido el mensaje
je n'ai pas reçu de message
ich habe keine Nachricht bekommen
ne marche pas
message
stop order 1234
I did not receive the sms
send me a message
basta così, grazie
il pacco si è fermato
não recebi mensagem
"""


@pytest.mark.parametrize("text", ASKS.strip().splitlines())
def test_a_near_miss_of_stop_is_noticed(text: str) -> None:
    assert is_opt_out_ask(text)


@pytest.mark.parametrize("text", OTHERS.strip().splitlines())
def test_other_wishes_opt_nobody_out(text: str) -> None:
    assert not is_opt_out_ask(text)


@pytest.mark.parametrize(
    "text", ["STOP", "stop.", "Stop all", "CANCEL", "START", "HELP", "yes", ""]
)
def test_a_keyword_is_no_near_miss(text: str) -> None:
    assert not is_opt_out_ask(text)


@pytest.mark.parametrize("unit", ["a ", "stop ", "no ", "de ", "dont want ", "我"])
def test_hostile_input_takes_little_time(unit: str) -> None:
    start = time.perf_counter()
    is_opt_out_ask((unit * 600)[:600])
    is_opt_out_ask(unit * 30_000)

    assert time.perf_counter() - start < 1
