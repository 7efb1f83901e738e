"""Whether an answer says something else than the note of the person who had the case before.

By rule, and on the safe side: where figures differ, or a note says no and the answer does not, a
person looks. What is about another matter contradicts nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from warmline.domain.folding import words
from warmline.domain.language import small_words
from warmline.domain.sentences import sentences

_FEWEST_LETTERS = 4
_STEM = 5
_LANGUAGES = ("en", "es", "fr", "de", "pt")
_NO = frozenset(
    """
    no not never none nothing cant cannot dont doesnt wont isnt arent without refused declined
    denied rejected impossible nicht kein keine keinen keiner nie ohne abgelehnt nunca sin jamas
    negado pas jamais aucun aucune sans refuse nao sem لا ليس لن لم بدون
    """.split()  # noqa: SIM905 - a list of forty strings would be forty lines
)
_DAYS = (
    "monday mon lunes lundi montag segunda",
    "tuesday tue martes mardi dienstag terca",
    "wednesday wed miercoles mercredi mittwoch quarta",
    "thursday thu jueves jeudi donnerstag quinta",
    "friday fri viernes vendredi freitag sexta",
    "saturday sabado samedi samstag",
    "sunday domingo dimanche sonntag",
    "today hoy aujourdhui heute hoje",
    "tomorrow manana demain morgen amanha",
)
_DAY_OF = {name: row.split()[0] for row in _DAYS for name in row.split()}
_UNITS = {
    "minute": "minut minuto minuten",
    "hour": "hour hora heure stunde",
    "day": "day dia jour tag",
    "week": "week seman semain woche",
    "month": "month mes mois monat",
}
_MONEY = r"(?:[$€£¥]|\b(?:usd|eur|gbp|dollars?|euros?|pounds?|bucks)\b)"
_FIGURE = r"(\d+(?:[.,]\d{1,2})?)"


def contradiction(note: str, answer: str, questions: Iterable[str] = ()) -> str:
    """Return the sentence of the note that the answer does not agree with; "" if there is none."""
    about = _stems(answer) | _stems(" ".join(questions))
    for said in sentences(note):
        if not _stems(said) & about:
            continue
        if _other_figures(note, answer) or (_says_no(said) and _says_it_all_the_same(said, answer)):
            return " ".join(said.split())
    return ""


def _other_figures(note: str, answer: str) -> bool:
    """Whether both name an amount, a share or a time, and no one of them is the same."""
    noted, said = _figures(note), _figures(answer)
    return any(said[kind] and noted[kind] and not said[kind] & noted[kind] for kind in noted)


def _says_it_all_the_same(said: str, answer: str) -> bool:
    about = _stems(said)
    return any(_stems(one) & about and not _says_no(one) for one in sentences(answer))


def _says_no(text: str) -> bool:
    return not _NO.isdisjoint(words(text))


def _figures(text: str) -> Mapping[str, frozenset[str]]:
    lower = text.lower()
    return {
        "money": frozenset(_amounts(lower)),
        "share": frozenset(_plain(one) for one in re.findall(rf"{_FIGURE} ?%", lower)),
        "time": frozenset(_times(lower)),
    }


def _amounts(text: str) -> Iterator[str]:
    for before, after in _money().findall(text):
        yield _plain(before or after)


def _times(text: str) -> Iterator[str]:
    yield from (_DAY_OF[word] for word in words(text) if word in _DAY_OF)
    yield from re.findall(r"\b\d{1,2}[./]\d{1,2}\b(?![./]?\d*%)", text)
    said = words(text)
    for number, *following in zip(said, said[1:], [*said[2:], ""], strict=False):
        unit = next((name for name in map(_unit_of, following) if name), "")
        if number.isdigit() and unit:
            yield f"{number} {unit}"


def _unit_of(word: str) -> str:
    starts = ((unit, start) for unit, row in _UNITS.items() for start in row.split())
    return next((unit for unit, start in starts if word.startswith(start)), "")


def _plain(figure: str) -> str:
    """20, 20.00 and 20,00 are one amount."""
    return re.sub(r"\.0{1,2}$", "", figure.replace(",", "."))


def _stems(text: str) -> frozenset[str]:
    """What a text is about, however its words end."""
    long = (word for word in words(text) if len(word) >= _FEWEST_LETTERS and word.isalpha())
    return frozenset(word[:_STEM] for word in long if word not in _carriers() | _NO)


@cache
def _carriers() -> frozenset[str]:
    return frozenset().union(*map(small_words, _LANGUAGES)) | frozenset(_DAY_OF)


@cache
def _money() -> re.Pattern[str]:
    return re.compile(rf"{_MONEY} ?{_FIGURE}|{_FIGURE} ?{_MONEY}")
