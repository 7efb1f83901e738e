"""Whether somebody in line asks how long it takes: about their wait, and not about a parcel's."""

from warmline.domain.phrasing import find_phrase, find_run, split

# ruff: noqa: RUF001  # letters of other scripts look like Latin ones, and are meant

_ABOUT_THE_WAIT = """
    how (much )?(long|longer|many minutes) (is|will|must|do|does|am|should|would|until|till|
        before|have|has|more|left) (the|this|it|i|we|somebody|someone|anyone|anybody|a|an|you|
        to)?( \\w+)? (wait|waiting|queue|line|take|be|person|human|agent|answer|answers|reply|
        replies|writes|comes|left)
    how (much )?(long|longer) (must|do|will|should|am|have) (i|we) (have to |
        going to |to |be |got to )*(wait|waiting)
    how (long|many people) (is|are) (the|your) (wait|queue|line|waiting time)
    how many (people |persons |customers |others )?(are |is )?(there )?(ahead of|
        before|in front of) (me|us)
    how far (up|along|down|back)? ?(am i|are we)? ?(in)? ?(the|this)? ?(line|queue)
    (whats|what is|wheres|where is|tell me) my (place|position|number|spot) (in|on)? ?(the|this|
        your)? ?(line|queue|row)?
    where am i in (the|this|your) (line|queue)
    what (number|place|position) am i
    when (will|does|is|can) (somebody|someone|anybody|anyone|a (person|human|colleague)|an agent|
        they|you) (be|going|finally|gonna)? ?(to )?(answer|answers|answering|reply|replies|write|
        writes|come|comes|here|available|help|helping|talk|free|get|there|respond)
    when (will|can|do) (i|we) (be|get|hear|finally)? ?(to )?(answered|helped|
        served|an answer|a reply|somebody|someone|a person|a human|speak|talk|connected|back)
    still waiting (here|for (an answer|a reply|somebody|someone|a person))
    (is|are) (anybody|anyone|somebody|someone|you) (still )?(there|here|coming|reading this)
    (anybody|anyone|somebody|someone) (there|here|home)
    cuanto (tiempo )?(mas )?(tengo que|debo|hay que|tendre que|queda|dura|falta) (para )?(esperar|
        la espera|que (me|alguien|una persona))
    cuanto (tiempo )?(mas )?(tardara|tardaran|tarda|tardan|vais a tardar|
        van a tardar) (en )?(responder|contestar|responderme|contestarme|
        atenderme|atender|alguien|una persona)
    cuantas personas (hay|tengo|estan|van) (delante|antes|por delante)
    cuando (me )?(va a|van a|va|van)? ?(atienden|atender|responden|responder|contestan|contestar|
        escriben|escribir|atendera|responderan)
    (sigo|estoy|seguimos) esperando
    hay alguien (ahi|aqui)?
    (que|cual es mi) (lugar|turno|puesto|posicion) (tengo|en la (cola|fila))?
    combien de temps (dois je|je dois|faut il|il faut|est ce que|ca va|cela va|va t il|encore|
        avant|dure)
    combien (de personnes|de gens) (avant|devant) (moi|nous)
    (ca|cela) (va )?(prend|prendre|dure|durer) (encore )?combien de temps
    quand (est ce que|va t on|vais je|quelqu un|une personne|un humain|allez vous) .. (repondre|
        repondra|ecrire|reponse|ecrira|repond)
    (j|je|nous) (attends|attendons) (toujours|encore)
    (il y a|y a t il|il y a t il|ya) quelqu un
    quelle est ma (place|position)
    wie lange (dauert|muss|mussen|soll|noch|wird|ist|bis|warte) (es|das|die|ich|wir|denn)? ?(noch|
        warten|wartezeit|dauern|bis|jemand|ein mensch)?
    (wann) (kommt|schreibt|antwortet|meldet|hilft|ist) (endlich |sich )?(jemand|ein mensch|wer|
        einer|mir)
    wann (bin ich|komme ich) (an der reihe|dran)
    (wie viele) (leute |personen |menschen )?(sind|warten) (noch )?(vor mir|vor uns)
    (ich warte|warte) (immer )?noch
    (ist|is) (da|hier) (noch )?(jemand|wer)
    (ist|is) (noch )?(jemand|wer) (da|hier)
    (welcher|was ist mein|wo ist mein) platz
    quanto tempo (mais )?(tenho que esperar|tenho de esperar|vou esperar|preciso esperar|
        ainda espero|de espera)
    quanto (tempo )?(falta|demora|leva|vai demorar) (para|ate)? ?(me|alguem|uma pessoa|responder|
        atender)
    quando (e que )?(me |alguem |uma pessoa )?(vai|vao|respondem|atendem|responde|atende)
    quantas pessoas (ha|tem|estao) (na minha|a minha|antes|na)
    (ainda|continuo) (estou )?(a espera|esperando|a esperar)
    (tem|ha|esta) alguem (ai|aqui)
    quanto (tempo )?(devo|dobbiamo|bisogna|manca|ci vuole|dura) (ancora )?(aspettare|
        attendere|l attesa)?
    (c e|ce) qualcuno
    hoe lang (duurt|moet|nog|is) (het|de|ik|wij)?
    (is) (er )?iemand
    كم (من )?(الوقت|الوقت|يستغرق|سانتظر|انتظر|علي|بقي|دقيقه)( \\w+)*
    متي (سيكتب|سيرد|يرد|ستردون|تردون|سيجيب|سيتواصل|يكتب|دوري)
    (ما|كم) (هو )?(دوري|ترتيبي|مكاني)
    هل (يوجد|هناك|من) احد
    ما (زلت|زلنا) (انتظر|ننتظر|بالانتظار)
"""

_IN_CHINESE = "等多久|多久才|等多长时间|有人吗|第几位|前面还有多少|什么时候有人|还要等"

_WHOLE = """
    how long, how much longer, how many minutes, how long is it, how long now, until when, when, so
    when, how long will it take, how long does it take, how long will this take, how long does this
    take, still waiting, im still waiting, i am still waiting, any news, any update, any updates,
    cuanto falta, cuanto tiempo, cuanto tiempo mas, cuanto tiempo falta, cuanto tarda, cuando,
    alguna novedad, combien de temps, dans combien de temps, c est long, quand, et alors,
    wie lange, wie lange noch, wie lange dauert es, wie lange dauert das, wann, und,
    quanto tempo, quanto tempo falta, quanto falta, quanto demora, quando, alguma novidade,
    quanto manca, hoe lang, hoe lang nog, متي, كم من الوقت
"""
_ALONE = frozenset(" ".join(phrase.split()) for phrase in _WHOLE.split(","))
_GREETINGS = frozenset(
    {"hello", "hi", "hey", "hola", "ola", "oi", "bonjour", "allo", "hallo", "مرحبا"}
)
_QUESTION_MARKS = ("?", "؟", "？")


def asks_how_long(text: str) -> bool:
    """Tell whether these words ask about the wait, or whether anybody is there at all."""
    said = split(text)
    plain = " ".join(said)
    asking = any(mark in text for mark in _QUESTION_MARKS)
    if asking and (not said or plain in _GREETINGS):
        return True
    return plain in _ALONE or bool(
        find_phrase(_ABOUT_THE_WAIT, said) or find_run(_IN_CHINESE, text)
    )
