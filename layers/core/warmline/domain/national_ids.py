"""National ids: numbers that a state gives a person, told by shape, check digits and context."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from warmline.domain import id_checks
from warmline.domain.our_numbers import is_our_number
from warmline.domain.spans import Span, blot

_LOOK_BACK = 48


@dataclass(frozen=True, slots=True)
class IdKind:
    """One kind of id: `named` kinds count only behind one of their `words`."""

    name: str
    shape: str
    check: Callable[[str], bool] = id_checks.any_number
    words: str = ""
    fewest_digits: int = 7


# Name, shape, check, and the words that must stand before it, if any.
_KINDS = (
    IdKind("us_ssn", r"\d{3}([ \-.])\d{2}\1\d{4}", id_checks.us_ssn),
    IdKind("us_ssn", r"\d{9}|\d{3}[ \-]\d{2}[ \-]\d{4}", id_checks.us_ssn, r"ssn|social security"),
    IdKind("us_itin", r"9\d\d-[5-9]\d-\d{4}", id_checks.any_number),
    IdKind("uk_nino", r"(?![DFIQUV])[A-Z](?![DFIQUVO])[A-Z] ?(?:\d\d ?){3}[A-D]",
           id_checks.uk_nino, fewest_digits=6),
    IdKind("uk_nhs", r"\d{3}[ \-]?\d{3}[ \-]?\d{4}", id_checks.uk_nhs, r"nhs"),
    IdKind("es_dni", r"\d{1,2}\.?\d{3}\.?\d{3}[ \-]?[A-Z]|\d{8}[ \-]?[A-Z]", id_checks.es_dni),
    IdKind("es_nie", r"[XYZ][ \-]?\d{7}[ \-]?[A-Z]", id_checks.es_dni),
    IdKind("de_tax", r"\d{2}[ ]?\d{3}[ ]?\d{3}[ ]?\d{3}", id_checks.de_tax,
           r"steuer\w*|idnr|tin|tax"),
    IdKind("de_ausweis", r"[CFGHJKLMNPRTVWXYZ0-9]{9,10}", id_checks.has_digit,
           r"personalausweis\w*|ausweis\w*|reisepass\w*", fewest_digits=5),
    IdKind("fr_nir", r"[12][ ]?\d{2}[ ]?(?:0[1-9]|1[0-2]|[2-4]\d)[ ]?(?:\d{2}|2[AB])[ ]?\d{3}[ ]?"
           r"\d{3}[ ]?\d{2}", id_checks.fr_nir),
    IdKind("it_codice", r"[A-Z]{6}[ ]?[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[ ]?"
           r"[A-Z][0-9LMNPQRSTUV]{3}[A-Z]", id_checks.it_codice),
    IdKind("nl_bsn", r"\d{4}[ .]?\d{2}[ .]?\d{3}|\d{3}[ .]?\d{3}[ .]?\d{3}", id_checks.nl_bsn,
           r"bsn|burgerservicenummer|sofi\w*"),
    IdKind("be_rrn", r"\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}", id_checks.any_number),
    IdKind("pl_pesel", r"\d{11}", id_checks.pl_pesel, r"pesel"),
    IdKind("tr_tckn", r"[1-9]\d{10}", id_checks.tr_tckn,
           r"tc|t\.c\.|kimlik\w*|tckn|vatanda[sş]\w*"),
    IdKind("br_cpf", r"\d{3}\.\d{3}\.\d{3}-\d{2}", id_checks.br_cpf),
    IdKind("br_cpf", r"\d{3}\.?\d{3}\.?\d{3}-?\d{2}", id_checks.br_cpf, r"cpf"),
    IdKind("pt_nif", r"\d{3}[ ]?\d{3}[ ]?\d{3}", id_checks.any_number, r"nif|contribuinte"),
    IdKind("ch_ahv", r"756\.\d{4}\.\d{4}\.\d{2}", id_checks.any_number),
    IdKind("se_personnummer", r"(?:19|20)?\d{2}[01]\d[0-3]\d[\-+]\d{4}", id_checks.se_personnummer),
    IdKind("fi_hetu", r"[0-3]\d[01]\d{3}[\-+A]\d{3}[0-9A-Y]", id_checks.fi_hetu),
    IdKind("dk_cpr", r"[0-3]\d[01]\d{3}-?\d{4}", id_checks.any_number, r"cpr\w*|personnummer"),
    IdKind("no_fnr", r"[0-7]\d[0-5]\d{8}|\d{6} \d{5}", id_checks.any_number, r"f[øo]dselsnummer"),
    IdKind("in_aadhaar", r"[2-9]\d{3}[ \-]?\d{4}[ \-]?\d{4}", id_checks.any_number,
           r"a+dh?a+r|uidai?|आधार"),
    IdKind("in_pan", r"[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z]", id_checks.any_number,
           fewest_digits=4),
    IdKind("cn_id", r"[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dX]", id_checks.cn_id),
    IdKind("kr_rrn", r"\d{2}[01]\d[0-3]\d-[1-8]\d{6}", id_checks.any_number),
    IdKind("sg_nric", r"[STFGM]\d{7}[A-Z]", id_checks.any_number),
    IdKind("mx_curp", r"[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d", id_checks.any_number),
    IdKind("cl_rut", r"\d{1,2}\.\d{3}\.\d{3}-[\dK]", id_checks.cl_rut),
    IdKind("ca_sin", r"\d{3}[ \-]?\d{3}[ \-]?\d{3}", id_checks.any_number,
           r"sin|social insurance"),
    IdKind("au_tfn", r"\d{3}[ ]?\d{3}[ ]?\d{2,3}", id_checks.any_number, r"tfn|tax file"),
    IdKind("named", r"(?=[A-Z\-.]{0,5}\d)[A-Z0-9](?:[\-. ]?[A-Z0-9]){5,17}",
           id_checks.mostly_digits,
           r"passport|pasaporte|passeport|reisepass|passaporto|passaporte|paspoort|paszport\w*"
           r"|pasaport\w*|driver'?s?'? licen[sc]e|driving licen[sc]e|f[uü]hrerschein\w*"
           r"|national id|id card|identity card|personal id|citizen id|national insurance|ni"
           r"|dni|nie|c[eé]dula|curp|rut|cpf|rg|insee|s[eé]curit[eé] sociale|codice fiscale"
           r"|identi\w+ number|رقم الهوية|الهوية|身份证\w*|身份證\w*", fewest_digits=4),
)  # fmt: skip


def find_national_ids(plain: str) -> Iterator[Span]:
    """Where national ids stand; no two spans overlap."""
    digits = sum(map(str.isdigit, plain))
    # Most messages hold few digits: compiling forty patterns would slow a cold start for nothing.
    for kind in (kind for kind in _KINDS if kind.fewest_digits <= digits):
        places = (found.span() for found in _shape(kind.shape).finditer(plain))
        spans = [span for span in places if _is_id(kind, plain, span)]
        plain = blot(plain, spans)
        yield from spans


def _is_id(kind: IdKind, plain: str, span: Span) -> bool:
    before = plain[max(0, span[0] - _LOOK_BACK) : span[0]]
    if kind.words:
        if not _naming(kind.words).search(before):
            return False
    elif is_our_number(before):
        return False
    return kind.check(re.sub(r"[^A-Za-z0-9]", "", plain[slice(*span)]).upper())


@cache
def _shape(shape: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![A-Za-z0-9])(?<!\d[.\-])(?:{shape})(?![A-Za-z0-9])(?![.\-]\d)", re.IGNORECASE
    )


@cache
def _naming(words: str) -> re.Pattern[str]:
    """One of the words, then at most a few more, none of which is a digit."""
    return re.compile(rf"(?<![^\W\d_])(?:{words})(?![^\W\d_])[^\d\n]{{0,24}}\n?$", re.IGNORECASE)
