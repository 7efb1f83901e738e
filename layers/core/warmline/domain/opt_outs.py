"""Near misses of STOP: a person who wants no more messages and says it in their own words.

They are asked once, so a doubtful one costs one message; "don't stop, I need help" is none.
"""

# ruff: noqa: RUF001  # letters of other scripts look like Latin ones, and are meant

import re
from functools import cache

from warmline.domain.folding import letters, words
from warmline.domain.keywords import Keyword, read_keyword

_LONGEST = 600

# Whole messages, politeness aside.
_WHOLE = """stop|stopp|stop it|stop this|stop now|just stop|stop stop|stop all|stop that|stop sms|stop texts
    |stop text|stop messages|stop texting|stop messaging|unsubscribe|unsub|unsubscribed|cancel|end|quit
    |revoke|opt out|optout|opting out|remove|remove me|no more|go away|stop it now|leave me alone|block
    |stop everything|end this|end texts|quit it|wrong number|not interested stop|delete me|sotp|stpo
    |stoop|unsuscribe|unsubcribe|unsubscibe|stop the texts|stop the messages|cancel texts|cancel messages
    |cancel sms|end messages|end sms|quit texts
    |alto|parar|pare|paren|para|basta|detener|detente|cancelar|baja|darme de baja|dar de baja|desuscribir
    |arret|arreter|arretez|arrete|stopper|desabonner|desinscrire|desinscription|desabonnement|annuler
    |halt|aufhoren|hor auf|hort auf|horen sie auf|abmelden|abbestellen|austragen|abmeldung|schluss
    |sair|cancele|pare com isso|descadastrar|remover|cancelar inscricao
    |ferma|fermati|fermatevi|smettila|smettetela|cancellami|disiscrivimi|annulla|disdici
    |afmelden|uitschrijven|ophouden|hou op|wypisz|wypisz mnie|rezygnuje|przestan|przestancie|koniec
    |dur|durdur|durdurun|iptal|ret|cik|abonelikten cik
    |توقف|توقفوا|ايقاف|اوقف|اوقفوا|قف|الغاء|الغاء الاشتراك|كفي
    |रोको|रोकें|रुको|बंद करो|बंद करें|बंद कीजिए|band karo
    |停止|停|退订|退訂|取消订阅|别发了|td|стоп|отписаться|停止してください|配信停止"""

_POLITE = frozenset(
    """please pls plz thanks thank you thx ty now ok okay hi hello hey sir just i said immediately
    right already more again oh bitte sofort jetzt danke por favor gracias ya ahora merci svp s il
    vous plait maintenant obrigado obrigada agora grazie subito alsjeblieft alstublieft nu dank je prosze
    teraz lutfen artik من فضلك شكرا الان لو سمحت كفايه कृपया अभी 请 谢谢 me this guys omg ffs all""".split()
)

_WRITING = r"(?:text|texts|texting|txt|txts|txting|sms|smses|message|messages|messaging|msgs?|spam|spamming)"
_WRITING_ME = rf"(?:{_WRITING}|contacting|writing|bothering|harassing|pinging|notifying)"
_ASKS = (
    # stop / quit / cease (sending me) (these) texts
    rf"(?:stop|quit|cease|halt|end|stopp) (?:\w+ ){{0,3}}?{_WRITING_ME}\b(?! (?:not|isnt))",
    r"(?:stop|quit|cease) (?:sending|writing) (?:me|us|to me)\b(?! (?:the wrong|wrong|to|a|an)\b)",
    rf"(?:no more|dont want (?:any )?(?:more )?(?:of )?(?:these|your|any)|do not want (?:any|your|these)(?: more)?"
    rf"|dont want) (?:\w+ )?{_WRITING}\b",
    rf"(?:dont|do not|never|not to) (?:ever )?(?:text|txt|message|sms|contact|write(?: to)?|send) "
    rf"(?:me|us|this number)\b(?! the wrong| wrong| a | an | my )",
    rf"(?:dont|do not) (?:want|wish|need) (?:to )?(?:receive|get|be getting|hear|be (?:texted|contacted|messaged))"
    rf"(?: \w+){{0,3}}? (?:{_WRITING}|from you|anymore|any more)|(?:dont|do not) want to be (?:texted|contacted|messaged)",
    r"\bunsub\w*\b (?:me|us|my number|this number|from (?:all|these|this|your|the|sms|texts?|messages?))",
    r"(?:opt|opting) (?:me |us )?out\b|take me off|lose my number|delete my number",
    r"remove (?:me|my (?:phone )?number|this number)\b|stop (?:please )?(?:i said|or i)",
    r"(?:want|like|wish|need) to (?:unsubscribe|opt out|unsub)\b|how (?:do|can) i (?:unsubscribe|opt out)",
    r"leave me alone|revoke (?:my )?consent|withdraw (?:my )?consent|i did ?nt (?:sign|subscribe)",
    # Spanish, French, German, Portuguese, Italian, Dutch, Polish, Turkish
    r"(?:no|dejen?|dejad|deje|paren?|parad) (?:\w+ ){0,3}?(?:mensajes|sms|escrib\w*|enviar\w*|mandar\w*|textos)"
    r"|(?:no me (?:envien?|manden?|escriban?|contacten?))|no (?:quiero|deseo) (?:\w+ ){0,3}?(?:mensajes|sms)"
    r"|(?:darme|dame|denme|dar|demen?) de baja|baja de (?:la lista|los mensajes)|alto (?:a los )?mensajes",
    r"(?:arret\w*|cess\w*|stop\w*) (?:\w+ ){0,4}?(?:sms|messages?|textos?|envoyer|ecrire|contacter)"
    r"|ne (?:m |me |plus ){0,2}(?:envoy\w+|ecri\w+|contact\w+|recev\w+)|plus de (?:sms|messages?)"
    r"|(?:me )?(?:desabonne\w*|desinscri\w*)(?: moi)?",
    r"(?:keine?|kein) (?:\w+ ){0,2}?(?:sms|nachrichten|mitteilungen)|(?:hor\w*|stopp\w*) (?:\w+ ){0,4}?(?:schreiben|sms|nachrichten)"
    r"|schreib\w* (?:\w+ ){0,2}?(?:nicht mehr|nie wieder)|nicht mehr (?:schreiben|kontaktieren|anschreiben)"
    r"|(?:melde\w*|meld) mich ab|mich (?:abmelden|austragen)|will mich abmelden|sms abbestellen|lass\w* mich in ruhe",
    r"(?:parem?|pare|para|parar|deixem?) (?:\w+ ){0,4}?(?:mensage(?:m|ns)|sms|mandar|enviar|escrever|mensagens)"
    r"|nao (?:me )?(?:mandem?|enviem?|escrevam?|quero (?:mais )?(?:receber|mensagens|sms))|me (?:tirem?|remov\w+) da lista",
    r"(?:smett\w+|basta|ferm\w+|stop) (?:\w+ ){0,4}?(?:messaggi|sms|scriver\w*|mandar\w*|inviar\w*)"
    r"|non (?:mi )?(?:mandat\w+|inviat\w+|scrivet\w+|voglio (?:piu )?(?:ricevere|messaggi|sms))|niente piu (?:messaggi|sms)",
    r"(?:stop|hou) (?:\w+ ){0,4}?(?:berichten|sms|sturen|appen|smsen)|geen (?:\w+ ){0,2}?(?:berichten|sms)"
    r"|(?:meld|schrijf) (?:mij|me) (?:af|uit)|stuur (?:mij|me) (?:niets|geen)",
    r"nie (?:pisz\w*|wysylaj\w*) (?:\w+ ){0,2}?(?:do mnie|wiecej|mi|sms\w*|wiadomosci)|nie chce (?:\w+ ){0,2}?(?:wiadomosci|sms\w*)"
    r"|(?:przestan\w*) (?:\w+ ){0,2}?(?:pisac|wysylac)|wypisz\w* mnie",
    r"(?:mesaj|sms) (?:\w+ ){0,2}?(?:gondermeyin\w*|atmayin\w*|gonderme|atma|istemiyorum|yazmayin\w*|almak istemiyorum)"
    r"|bana yazmayin|(?:mesaj\w*|sms\w*) (?:durdur\w*|kes\w*|iptal)",
    r"(?:لا|عدم|توقف\w*|اوقف\w*|وقف\w*|كفو) (?:\w+ ){0,3}?(?:رساي?ل|الرسائل|رسائل|تراسلوني|ترسل\w*|ارسال|رسايل)|الغاء (?:ال)?اشتراك\w*",
    r"(?:मैसेज|संदेश|एसएमएस|message|sms) (?:मत|भेजना बंद|बंद|mat|band)",
    r"(?:不要|别|別|请勿|停止|不想)(?:再|收到|接收)?(?:给我|給我|向我)?(?:发|發|收|收到|发送|發送)?(?:短信|信息|消息|简讯|簡訊|送)|退订短信|别再发|不要再发",
)  # fmt: skip

# "don't stop", "why did you stop texting me": the words are there, the wish is another.
_OTHERWISE = (
    r"(?:dont|do not|never|not|cant|cannot|couldnt|wont|didnt|nicht|no|ne|nao|non|niet|nie) (?:ever )?stop(?! \w+ing\b.*anymore)",
    rf"(?:why|when|did|has|have|had|if|once|after|before|until|because|since|who|that|they|it|he|she|you|youve|you have|i|we)"
    rf" (?:\w+ )?(?:stop|stopped|stops|quit|ended) (?:\w+ )?{_WRITING_ME}",
    r"(?:stopped|stops) (?:getting|receiving|sending|working)|not (?:getting|receiving)|(?:didnt|never) (?:get|got|receive)",
    r"(?:dont|do not) (?:text|message|contact|write) (?:me )?(?:back )?(?:until|before|unless|while)",
    r"(?:how|can|could|should|do) (?:i|we|you) (?:\w+ )?(?:stop|cancel) (?:the|my|a|an) (?!texts?|messages?|sms)",
    r"dont you (?:text|message|send|write|contact)|why dont|did(?:nt| not) (?:you )?(?:text|message|send)",
)  # fmt: skip


def is_opt_out_ask(text: str) -> bool:
    """Whether the text asks to be written to no more; a reserved word alone is a keyword."""
    if len(text) > _LONGEST or read_keyword(text) is Keyword.STOP:
        return False
    if read_keyword(text):
        return False
    said = [word for word in words(text) if any(map(str.isalpha, word))]
    if any(word.startswith("newslet") for word in said):
        return False
    return _is_whole(said) or letters(text) in _whole_letters() or _asks(said)


def _is_whole(said: list[str]) -> bool:
    """Nothing but a word that ends things, and politeness around it."""
    rest = [word for word in said if word not in _POLITE]
    whole = " ".join(rest)
    if not rest:
        return False
    return whole in _whole() or (len(set(rest)) == 1 and rest[0] in _whole())


def _asks(said: list[str]) -> bool:
    line = " ".join(said)
    sure = re.sub(_otherwise(), "_", line)
    return bool(_asking().search(sure))


@cache
def _whole() -> frozenset[str]:
    return frozenset(" ".join(words(phrase)) for phrase in _WHOLE.split("|"))


@cache
def _whole_letters() -> frozenset[str]:
    return frozenset(phrase.replace(" ", "") for phrase in _whole() if not phrase.isascii())


@cache
def _asking() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{pattern})" for pattern in _ASKS))


@cache
def _otherwise() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{pattern})" for pattern in _OTHERWISE))
