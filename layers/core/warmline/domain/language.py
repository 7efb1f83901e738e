"""Which language a text is in, by its small words: a guess, and none rather than a bad one."""

from collections.abc import Mapping

from warmline.domain.folding import words

_SMALL_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(small.split())
    for language, small in {
        "en": (
            "the a an is are was my your i you it to of for and do does did how what where when why"
            " can could not have has this that with on in please want need order"
        ),
        "es": (
            "el la los las un una es son mi mis tu su yo que de del para por con no y o como"
            " donde cuando cual puedo puede quiero necesito hola algo tengo esta este al se me"
            " pedido gracias"
        ),
        "de": (
            "der die das ein eine einen ist sind war mein meine ich sie du es zu von fur und wie"
            " was wo wann warum kann konnen nicht habe hat mit auf im bitte"
            " mochte brauche hallo"
        ),
    }.items()
}
_LEAST = 2


def guess_language(text: str) -> str:
    """Return the language of a text, such as "es"; "" when its small words do not tell."""
    said = words(text)
    found = sorted(
        ((sum(word in small for word in said), name) for name, small in _SMALL_WORDS.items()),
        reverse=True,
    )
    (most, language), (next_most, _) = found[:2]
    return language if most >= _LEAST and most > next_most else ""
