"""Words and patterns by which people ask for no more messages, as data; folded spelling.

A pattern a line, words apart by one space. <MESSAGE>, <MESSAGING>, <DONT> and <ME> stand for the
alternatives below.
"""

# Whole messages, politeness aside.
WHOLE = """stop|stopp|stop it|stop this|stop now|just stop|stop stop|stop all|stop that|stop sms
    |stop texts
    |stop text|stop messages|stop texting|stop messaging|unsubscribe|unsub|unsubscribed|cancel|end
    |quit
    |revoke|opt out|optout|opting out|remove|remove me|no more|go away|stop it now|leave me alone
    |block
    |stop everything|end this|end texts|quit it|wrong number|not interested stop|delete me|sotp
    |stpo
    |stoop|unsuscribe|unsubcribe|unsubscibe|stop the texts|stop the messages|cancel texts
    |cancel messages
    |cancel sms|end messages|end sms|quit texts
    |alto|parar|pare|paren|para|basta|detener|detente|cancelar|baja|darme de baja|dar de baja
    |desuscribir
    |arret|arreter|arretez|arrete|stopper|desabonner|desinscrire|desinscription|desabonnement
    |annuler
    |halt|aufhoren|hor auf|hort auf|horen sie auf|abmelden|abbestellen|austragen|abmeldung|schluss
    |sair|cancele|pare com isso|descadastrar|remover|cancelar inscricao
    |ferma|fermati|fermatevi|smettila|smettetela|cancellami|disiscrivimi|annulla|disdici
    |afmelden|uitschrijven|ophouden|hou op|wypisz|wypisz mnie|rezygnuje|przestan|przestancie
    |koniec
    |dur|durdur|durdurun|iptal|ret|cik|abonelikten cik
    |توقف|توقفوا|ايقاف|اوقف|اوقفوا|قف|الغاء|الغاء الاشتراك|كفي
    |रोको|रोकें|रुको|बंद करो|बंद करें|बंद कीजिए|band karo
    |停止|停|退订|退訂|取消订阅|别发了|td|стоп|отписаться|停止してください|配信停止"""

POLITE = """please pls plz thanks thank you thx ty now ok okay hi hello hey sir just i said
    immediately
    right already more again oh bitte sofort jetzt danke por favor gracias ya ahora merci svp s il
    vous plait maintenant obrigado obrigada agora grazie subito alsjeblieft alstublieft nu dank je
    prosze
    teraz lutfen artik من فضلك شكرا الان لو سمحت كفايه कृपया अभी 请 谢谢 me this guys omg ffs all"""

ALTERNATIVES = {
    "<MESSAGE>": "text|texts|texting|txt|txts|txting|sms|smses|message|messages|messaging|msgs?"
    "|spam|spamming",
    "<MESSAGING>": "<MESSAGE>|contacting|writing|bothering|harassing|pinging|notifying",
    "<DONT>": "dont|do not|never|not to",
    "<ME>": "me|us|this number",
}

ASKS = r"""
(?:stop|quit|cease|halt|end|stopp) (?:\w+ ){0,3}?<MESSAGING>\b(?! (?:not|isnt))
(?:stop|quit|cease) (?:sending|writing) (?:me|us|to me)\b(?! (?:the wrong|wrong|to|a|an)\b)
no more (?:\w+ )?<MESSAGE>\b
<DONT> want (?:any |more |of |these |your |those ){0,4}(?:\w+ )?<MESSAGE>\b
<DONT> (?:ever )?(?:text|txt|message|sms|contact|write(?: to)?) <ME>\b(?! about the wrong)
<DONT> (?:ever )?send <ME> (?:any|more|another|anything|these|texts?|sms|messages?|spam)\b
<DONT> (?:want|wish|need) (?:to )?(?:receive|get|hear)(?: \w+){0,3}? (?:<MESSAGE>|from you)
<DONT> (?:want|wish) to be (?:texted|contacted|messaged)
unsub\w* (?:me|us|my number|this number)\b
unsub\w* from (?:all|these|this|your|the|sms|texts?|messages?)\b
(?:opt|opting) (?:me |us )?out\b
take me off
(?:lose|delete|forget) my number
remove (?:me|my (?:phone )?number|this number)\b
(?:want|like|wish|need) to (?:unsubscribe|opt out|unsub)\b
how (?:do|can) i (?:unsubscribe|opt out)
leave me alone
(?:revoke|withdraw) (?:my )?consent

(?:no|dejen?|dejad|deje|paren?|parad) (?:\w+ ){0,3}?(?:mensajes|sms|escrib\w*|textos)
(?:no|dejen?|dejad|deje|paren?|parad) (?:\w+ ){0,3}?(?:enviar\w*|mandar\w*)
no me (?:envien?|manden?|escriban?|contacten?)
(?:darme|dame|denme|dar|demen?) de baja
baja de (?:la lista|los mensajes)
alto (?:a los )?mensajes

(?:arret\w*|cess\w*) (?:\w+ ){0,4}?(?:sms|messages?|textos?|envoyer|ecrire|contacter)
ne (?:m |me |plus ){0,2}(?:envoy\w+|ecri\w+|contact\w+)
ne (?:\w+ ){0,2}plus (?:\w+ )?(?:sms|messages|recevoir)
plus de (?:sms|messages?)
(?:me )?(?:desabonne\w*|desinscri\w*)(?: moi)?

keine? (?:\w+ ){0,2}?(?:sms|nachrichten|mitteilungen)(?! (?:bekommen|erhalten|gekriegt|da|mit))
(?:hor\w*|stopp\w*) (?:\w+ ){0,4}?(?:schreiben|sms|nachrichten)
schreib\w* (?:\w+ ){0,2}?(?:nicht mehr|nie wieder)
nicht mehr (?:schreiben|kontaktieren|anschreiben)
meld\w* mich ab
mich (?:abmelden|austragen)
sms abbestellen
lass\w* mich in ruhe

(?:parem?|pare|para|parar|deixem?) (?:\w+ ){0,4}?(?:mensage(?:m|ns)|sms|mandar|enviar|escrever)
nao (?:me )?(?:mandem?|enviem?|escrevam?)
nao quero (?:mais )?(?:receber|mensagens|sms)
me (?:tirem?|remov\w+) da lista

(?:smett\w+|basta|ferm\w+) (?:\w+ ){0,4}?(?:messaggi|sms|scriver\w*|mandar\w*|inviar\w*)
non (?:mi )?(?:mandat\w+|inviat\w+|scrivet\w+)
non voglio (?:piu )?(?:ricevere|messaggi|sms)
niente piu (?:messaggi|sms)

(?:stop|hou) (?:\w+ ){0,4}?(?:berichten|sturen|appen|smsen)
geen (?:\w+ ){0,2}?(?:berichten|sms)(?! (?:ontvangen|gekregen|gehad))
(?:meld|schrijf) (?:mij|me) (?:af|uit)
stuur (?:mij|me) (?:niets|geen)

nie (?:pisz\w*|wysylaj\w*) (?:\w+ ){0,2}?(?:do mnie|wiecej|mi|sms\w*|wiadomosci)
nie chce (?:\w+ ){0,2}?(?:wiadomosci|sms\w*)
przestan\w* (?:\w+ ){0,2}?(?:pisac|wysylac)
wypisz\w* mnie

(?:mesaj|sms) (?:\w+ ){0,2}?(?:gonderme|atma|yazma)(?:yin\w*)?\b
(?:mesaj|sms) (?:almak )?istemiyorum
bana yazmayin
(?:mesaj\w*|sms\w*) (?:durdur\w*|kes\w*|iptal)

(?:لا|عدم|توقف\w*|اوقف\w*|وقف\w*) (?:\w+ ){0,3}?(?:رساي?ل|الرسائل|رسائل|تراسلوني)
(?:لا|عدم|توقف\w*|اوقف\w*|وقف\w*) (?:\w+ ){0,3}?(?:ترسل\w*|ارسال|رسايل)
الغاء (?:ال)?اشتراك\w*

(?:मैसेज|संदेश|एसएमएस|message|sms) (?:मत|भेजना बंद|बंद|mat|band)

(?:不要|别|別|请勿|停止|不想)(?:再|收到|接收)?(?:给我|給我|向我)?(?:发|發|收|发送|發送)?(?:短信|信息|消息)
退订短信|别再发|不要再发|不要再發
"""

# The words are there, the wish is another: "don't stop", "why did you stop texting me".
OTHERWISE = r"""
(?:<DONT>|cant|cannot|couldnt|wont|didnt|nicht|no|ne|nao|non|niet|nie) (?:ever )?stop
(?:why|when|did|has|have|had|if|once|after) (?:\w+ )?(?:stop|quit|end)\w* (?:\w+ )?<MESSAGING>
(?:before|until|because|since|who|that) (?:\w+ )?(?:stop|quit|end)\w* (?:\w+ )?<MESSAGING>
(?:they|it|he|she|you|youve|i|we) (?:\w+ )?(?:stop|stopped|stops|quit|ended) (?:\w+ )?<MESSAGING>
(?:stopped|stops) (?:getting|receiving|sending|working)
not (?:getting|receiving)
(?:didnt|never|havent) (?:get|got|gotten|receive|received)
<DONT> (?:text|message|contact|write) (?:me )?(?:back )?(?:until|before|unless|while)
(?:how|can|could|should|do) (?:i|we|you) (?:\w+ )?(?:stop|cancel) (?:the|my|an?) (?!<MESSAGE>)
dont you (?:text|message|send|write|contact)
why dont
did(?:nt| not) (?:you )?(?:text|message|send)
no (?:he |hemos |me )?(?:recib|lleg|han llegado)\w*
ne recois
nao recebi?\w*
non (?:ho )?(?:ricev|arriv)\w*
"""  # fmt: skip
