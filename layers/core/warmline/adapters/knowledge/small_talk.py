"""Tells a greeting, thanks or "are you a robot?" from a question that an article could answer."""

import re
from enum import StrEnum
from typing import Final

from warmline.adapters.knowledge.words import words_of
from warmline.domain.asking import asks_if_human


class SmallTalk(StrEnum):
    """What was said; the value is the key of the phrase that answers it."""

    WHO = "small_talk_who"
    THANKS = "small_talk_thanks"
    GOODBYE = "small_talk_goodbye"
    HELLO = "small_talk_hello"
    OK = "small_talk_ok"


_MOST_WORDS = 9
_TAIL = r"( (there|all|again|team|everyone|everybody|bot|you|u|guys|sir|madam|friend|then|now|so))*"
_HELLO = (
    r"(hi+|hello+|hey+|hiya|howdy|yo|greetings|good (morning|afternoon|evening|day)|hola|"
    r"buenos dias|buenos días|buenas( tardes| noches)?|hallo|guten (tag|morgen|abend)|moin|"
    r"servus|how are you( doing)?( today)?|what ?s up|can (i|you) (ask|help)( me)?( something)?|"
    r"i have a question|i need help|help me|wie geht es (ihnen|dir)|qué tal|que tal)"
)
_THANKS = (
    r"((ok|okay|great|perfect|that s all|got it|alright|wow|oh) )*"
    r"(thanks?|thank (you|u)|thankyou|thx|ty|tysm|cheers|much appreciated|appreciate it|"
    r"(muchas |mil )?gracias|(vielen |besten )?dank|danke( schön| sehr)?|merci)"
    r"( (so|very) much| a (lot|million|bunch)| for (your|the|all your) (help|time|support)| heaps)*"
    r"( that (helped|helps|was helpful|s (all|great|perfect)))?"
)
_GOODBYE = (
    r"(bye+( bye)?|goodbye|good ?bye|see (you|ya)( later| soon)?|have a (nice|good|great) "
    r"(day|evening|one|weekend)|good night|take care|adiós|adios|hasta (luego|pronto)|tschüss|"
    r"auf wiedersehen|ciao)"
)
_OK = (
    r"(ok+|okay|k|alright|all right|got it|great|perfect|cool|fine|good|nice|sure|understood|"
    r"i see|no (thanks?|thank (you|u)|thx|gracias)|nein danke|non merci|no|nope|not really|"
    r"nothing( else)?|never ?mind|that s (all|it|fine|great)|"
    r"that (helped|helps|works)|awesome|vale|de acuerdo|perfecto|bien|gut|in ordnung|"
    r"alles klar|nein|prima|super)"
)
_SOMEBODY = (
    r"(an? |some|any)?(real |live |actual |human |chat ?)?"
    r"(human( being)?|person|people|robot|bot|chatbot|machine|computer|ai|one|body|real|mensch|"
    r"roboter|maschine|ki|persona|humano|máquina|maquina|ia)"
)
_WHO = (
    rf"(are (you|u)|r u|is this|am i ((talking|speaking|chatting|texting) )?(to|with)|"
    rf"bist du|sind sie|spreche ich mit|eres|es usted|hablo con)( ein(em|er)?| una?)?"
    rf" {_SOMEBODY}( or {_SOMEBODY}| oder ein(e|em)? \w+| o una? \w+)?|"
    r"who (are you|am i (talking|speaking|chatting) (to|with))|what are you|wer sind sie|"
    r"wer bist du|quién eres|quien eres"
)
_PATTERNS: Final = tuple(
    (kind, re.compile(rf"({_HELLO}{_TAIL} )?({pattern}){_TAIL}"))
    for kind, pattern in (
        (SmallTalk.WHO, _WHO),
        (SmallTalk.THANKS, _THANKS),
        (SmallTalk.GOODBYE, _GOODBYE),
        (SmallTalk.HELLO, _HELLO),
        (SmallTalk.OK, rf"{_OK}( {_OK})*"),
    )
)


def small_talk(text: str) -> SmallTalk | None:
    """Return what the whole message is, or None for one that asks or tells something."""
    words = " ".join(words_of(text))
    if not words:
        return None if "?" in text else SmallTalk.OK
    found = next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(words)), None)
    if found is None and _is_one_short_sentence(text) and asks_if_human(text):
        return SmallTalk.WHO
    return found


def _is_one_short_sentence(text: str) -> bool:
    """A longer message asks for something else besides who is there."""
    return len(text.split()) <= _MOST_WORDS and not re.search(r"[.?!\u061f\uff1f]\s*\w", text)
