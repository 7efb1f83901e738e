"""Does a message look as if its writer had more to say? Then an answer to it would come too soon.

People write "hi", then what it is about, then the question. Where the answer is quick, the first
of them would get an answer of its own.
"""

import re
from functools import cache

from warmline.domain.folding import fold, words
from warmline.domain.short_replies import accepts, declines, is_thanks_or_goodbye

_FEW = 2
_ENDS = re.compile(r"[?!.\u061f\u3002\uff1f\uff01\u0964][\s\"')\u201d\u2019]*$")
_GOES_ON = re.compile(r"(?:[,:;\u2026\u060c\uff0c\u3001-]|\.\.)\s*$")
_CLAUSES = re.compile(r"[,.!;:\u060c\uff0c]+")
_LAST_WORDS = re.compile(
    r"and|but|so|because|or|also|y|pero|porque|et|mais|car|ou|und|aber|oder|weil|e|mas"
)
_OPENERS = """
    hi|hello|hey|hiya|good morning|good afternoon|good evening|hi there|hello there|hey there
    i have a question|i ve a question|quick question|question|i need help|i need some help
    can you help me|can i ask something|excuse me|i have a problem|i ve got a problem
    hola|buenos dias|buenas tardes|buenas|tengo una pregunta|una pregunta|necesito ayuda
    bonjour|bonsoir|salut|j ai une question|une question|j ai besoin d aide
    hallo|guten tag|guten morgen|guten abend|ich habe eine frage|eine frage|ich brauche hilfe
    ola|bom dia|boa tarde|boa noite|tenho uma pergunta|uma pergunta|preciso de ajuda
    مرحبا|السلام عليكم|لدي سوال|عندي سوال
"""


def looks_unfinished(text: str) -> bool:
    """Whether more of it is likely to be on its way: an opener, a word or two, an open end."""
    folded = fold(text)
    if _GOES_ON.search(folded):
        return True
    said = words(folded)
    if not said:
        return False
    if _LAST_WORDS.fullmatch(said[-1]) or _last_clause(folded) in _known_openers():
        return True
    return len(said) <= _FEW and not _ENDS.search(folded) and not _answers(text)


def _answers(text: str) -> bool:
    """Whether a word or two are all that was asked for: a yes, a no, an order's number."""
    named = any(letter.isdigit() for letter in text)
    return named or accepts(text) or declines(text) or is_thanks_or_goodbye(text)


def _last_clause(folded: str) -> str:
    clauses = [" ".join(words(clause)) for clause in _CLAUSES.split(folded)]
    return next((clause for clause in reversed(clauses) if clause), "")


@cache
def _known_openers() -> frozenset[str]:
    return frozenset(" ".join(words(fold(opener))) for opener in re.split(r"[|\n]", _OPENERS))
