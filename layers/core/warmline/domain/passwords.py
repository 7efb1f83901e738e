"""Passwords, PINs and card security codes, known by the words that stand before them."""

import re
from collections.abc import Iterator
from functools import cache

from warmline.domain.spans import Span, blot

_NAMES = (
    r"pass ?words?|pass ?codes?|pass ?phrases?|passwd|passwort|kennwort|contrase[nñ]a|clave"
    r"|mot de passe|mdp|senha|palavra[- ]passe|parola d'ordine|parola|wachtwoord|has[lł]o"
    r"|[sş]ifre(?:m|niz)?|pwd?|pass|كلمة (?:المرور|السر)|كلمه (?:المرور|السر)|पासवर्ड"
)
_PIN_NAMES = (
    r"pin(?: ?code| ?number| ?nummer)?|otp|one[- ]time (?:code|password)|verification code"
    r"|verificatie ?code|c[oó]digo (?:pin|de verificaci[oó]n)|code (?:pin|secret)|pin[- ]?code"
)
_CODE_NAMES = r"cvv2?|cvc2?|cvn|csc|security code|pr[uü]fziffer|c[oó]digo de seguridad|cryptogramme"
_IS = r"is|was|are|es|est|ist|lautet|[eéè]|jest|to|used to be|set to|changed to|er|هي|هو|是|है|hai"
_FILLER = r"(?:right |still |just |currently |also |now |today )?"
_QUOTED = r"[\"'“”‘’«»`]"  # noqa: RUF001 - quotes as people type them
_VALUE = rf"(?<={_QUOTED})[^\n\ufffc]{{1,64}}?(?={_QUOTED})|[^\s\ufffc]{{1,64}}"
_SHORT = 3
_CLOSING = "?!.,;:)\"'”’"  # noqa: RUF001 - quotes as people type them
# Verbs and keys as well: only with "is" or a colon.
_WEAK_NAMES = frozenset({"pass", "Pass", "PASS", "clave", "parola", "pw", "Pw", "PW"})

# What follows "my password is" and is no password.
_STATES = """not wrong incorrect right correct blocked locked expired invalid lost gone old new weak
    strong the a an my your still now no never always too being needed required unknown unable
    same working broken stolen forgotten changed reset rejected refused missing unsafe secure
    what where when how why which that this it in on for to of and or but because so please help
    here there different safe bad good long short empty hidden visible known set case sensitive
    forgot have need can cannot cant i if you they
    used asking coming going sent compromised leaked hacked accepted declined denied disabled
    protected ok okay fine really very just only also already hard easy impossible all
    falsch richtig weg gesperrt abgelaufen vergessen nicht ungultig ungültig neu alt
    incorrecta incorrecto correcta mala bloqueada no olvidada caducada valida válida nueva
    incorrect faux bloque bloqué expire expiré perdu oublie oublié pas
    errada incorreta bloqueada expirada sbagliata scaduta bloccata
    verkeerd fout geblokkeerd verlopen vergeten niet niepoprawne bledne zle"""
_STATE_ENDINGS = ("ing", "ed", "able", "ible", "ly", "n't", "nt")


def find_passwords(plain: str) -> Iterator[Span]:
    """Where passwords and PINs stand, without the words that name them."""
    spans = [found.span("value") for found in _pins().finditer(plain)]
    yield from spans
    plain = blot(plain, spans)
    for found in _named().finditer(plain):
        start, end = found.span("value")
        end -= len(found["value"]) - len(found["value"].rstrip(_CLOSING))
        if end > start and _is_secret(found, plain[start:end], plain[end : end + 4]):
            yield start, end


def find_security_codes(plain: str) -> Iterator[Span]:
    """Where the three or four digits of a card's back stand."""
    for found in _codes().finditer(plain):
        yield found.span("value")


@cache
def _states() -> frozenset[str]:
    return frozenset(_STATES.split())


@cache
def _named() -> re.Pattern[str]:
    name = rf"(?<![^\W_])(?P<name>{_NAMES})(?![^\W_])|密码|密碼"
    account = (
        r"(?:[ \t]{1,3}(?:for|of|de|del|pour|für)(?:[ \t]{1,3}[^\s:=\ufffc]{1,20}){1,4}?"
        rf"(?=[ \t]{{1,3}}(?:{_IS})(?![^\W_])|[ \t]{{0,3}}[:=]))?"
    )
    verb = rf"(?:(?:,? which )?(?P<verb>(?:{_IS})(?![^\W_])|是)[ \t]{{0,3}})?"
    mark = r"(?:(?P<mark>->|=>|:=|[:=：]|-(?=\s))[ \t]{0,3})?"  # noqa: RUF001
    return re.compile(
        rf"(?:{name}){account}[ \t]{{0,3}}{verb}{mark}{_FILLER}"
        rf"(?P<quote>{_QUOTED})?(?P<value>{_VALUE})",
        re.IGNORECASE,
    )


@cache
def _pins() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])(?:{_PIN_NAMES})(?![^\W_])[^\d\n\ufffc]{{0,16}}?"
        r"(?P<value>(?<![^\s:=(\"'])\d(?:[ \-]?\d){3,7})(?![\d\-.,]?\d)",
        re.IGNORECASE,
    )


@cache
def _codes() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])(?:{_CODE_NAMES})(?![^\W_])[^\d\n\ufffc]{{0,16}}?(?P<value>\d{{3,4}})(?!\d)",
        re.IGNORECASE,
    )


def _is_secret(found: re.Match[str], value: str, after: str) -> bool:
    """Whether a value can be a password: it looks like one, or it is told as one."""
    told = bool(found["mark"] or found["quote"])
    word = value.casefold()
    if found["quote"]:
        return True
    if word in _states() or (found["name"] in _WEAK_NAMES and not _is_named(found)):
        return False
    ends = not after.lstrip("\"'”’ )")[:1].strip("?!.,;\n")  # noqa: RUF001
    if len(value) < _SHORT:
        return told and ends
    if _looks_made_up(value):
        return True
    return (told or (found["verb"] is not None and ends)) and not word.endswith(_STATE_ENDINGS)


def _is_named(found: re.Match[str]) -> bool:
    """Whether a value follows "is" or a colon; "pass to" names none."""
    verb = found["verb"]
    return bool(found["mark"]) or (verb is not None and verb.casefold() != "to")


def _looks_made_up(value: str) -> bool:
    """Digits among letters, signs inside, or capitals in the middle: no word of a language."""
    if value.isdigit():
        return len(value) > _SHORT
    mixed = any(map(str.isdigit, value)) and any(map(str.isalpha, value))
    signs = re.search(r"[@#$%^&*!_+=~][^\W]", value) is not None
    humps = re.search(r"[a-z][A-Z]", value) is not None
    return mixed or signs or humps
