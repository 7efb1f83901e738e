"""Whatever a person could press or type to get to a site, and whose site it is.

Phones make links of bare names ("example.com") by themselves, so those count too, and so do names
written so that only a person reads them ("example[.]com").
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import SplitResult, unquote, urlsplit

from warmline.domain.redaction import plain_twin

_DEFAULT_PORTS = {None, 80, 443}
_CLOSING = ".,;:!?\"'”’»)]}>*_~"  # noqa: RUF001 - quotes as people type them


def leads_elsewhere(text: str, own_hosts: Sequence[str]) -> bool:
    """Whether anything in the text leads to a host that is not among these, or theirs below.

    An entry with an "@" is one address of e-mail. An own link that carries another link is none.
    """
    return any(True for _ in foreign_links(text, own_hosts))


def foreign_links(text: str, own_hosts: Sequence[str]) -> Iterator[str]:
    """The links and e-mail addresses in a text that lead elsewhere, as they are written."""
    plain = _plain(text)
    own = frozenset(host.casefold().strip().rstrip(".") for host in own_hosts)
    for found in _link().finditer(plain):
        written = found.group().rstrip(_CLOSING)
        if not _is_own(found, written, own):
            yield text[found.start() : found.start() + len(written)]


def _plain(text: str) -> str:
    """The text in ASCII where a browser would read it so; same length."""
    return plain_twin(text).translate(_DOTS)


_DOTS = str.maketrans({"\u3002": ".", "\uff61": ".", "\uff0e": ".", "\u2024": ".", "\u2044": "/"})


def _is_own(found: re.Match[str], written: str, own: frozenset[str]) -> bool:
    if found["disguised"]:
        return False
    address = written.casefold().removeprefix("mailto:")
    if found["email"] or written.casefold().startswith("mailto:"):
        address = address.partition("?")[0]
        return address in own or _is_host_of(address.rpartition("@")[2], own)
    return _is_own_page(written, own)


def _is_own_page(written: str, own: frozenset[str]) -> bool:
    if "\\" in written or not written.isascii():
        return False
    url = written if re.match(r"https?://", written, re.IGNORECASE) else f"https://{written}"
    parts = _split(url)
    if parts is None or parts.hostname is None or "@" in parts.netloc:
        return False
    rest = unquote(unquote(f"{parts.path}?{parts.query}#{parts.fragment}"))
    return _is_host_of(parts.hostname, own) and "//" not in rest and "\\" not in rest


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    return parts if port in _DEFAULT_PORTS else None


def _is_host_of(host: str, own: frozenset[str]) -> bool:
    host = host.casefold().rstrip(".")
    return any(host == one or host.endswith(f".{one}") for one in own if "@" not in one)


_ALWAYS_ENDINGS = "com|net|org|info|biz|edu|gov|mil|xyz|io"
# Countries' names at the end of a host: those that are words of a language too count in small
# letters and in capitals alone, for a sentence that begins right behind a point begins with one.
_COUNTRIES = (
    "a[cdefgilmoqrtuwxz]|b[abdefghijmnorstvwyz]|c[acdfghiklmnoruvwxyz]|d[ejkmoz]|e[cegrstu]"
    "|f[ijkmor]|g[abdefghilmnpqrstuwy]|h[kmnrtu]|i[delmnoqrst]|j[emop]|k[eghimnprwyz]"
    "|l[abcikrstuvy]|m[acdeghklmnopqrstuvwxyz]|n[acefgilopruz]|om|p[aefghklmnrstwy]|qa|r[eosuw]"
    "|s[abcdeghijklmnorstuvxyz]|t[cdfghjklmnortvwz]|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw]"
)
# Any longer word behind a point may be one, but for these, which are ends of files' names.
_FILES = (
    "pdf|jpe?g|png|gif|svg|docx?|xlsx?|pptx?|csv|txt|html?|json|xml|ics|mp[34]|heic|exe|dmg|apk"
)


@cache
def _link() -> re.Pattern[str]:
    label = r"[^\W_](?:[\w\-]{0,61}[^\W_])?"
    host = rf"(?:{label}\.){{1,8}}"
    # In small letters or in capitals, not as "then.It": that is a sentence.
    longer = rf"(?!(?:{_FILES})(?![\w\-]))[a-z]{{3,14}}"
    of_some = rf"(?-i:{_COUNTRIES}|{_COUNTRIES.upper()}|(?<=[^\W_][\w\-]\.){longer})"
    ending = rf"(?:{_ALWAYS_ENDINGS}|{of_some}|xn--[\w\-]{{2,59}})"
    ip = r"\d{1,3}(?:\.\d{1,3}){3}"
    rest = r"(?::\d{2,5})?(?:[/?#\\][^\s<>\"\ufffc]*)?"
    path = r"(?::\d{2,5})?[/?#\\][^\s<>\"\ufffc]+"
    dot = r"\s?[\[({<]\s?(?:\.|dot|punto|point|punkt|ponto)\s?[\])}>]\s?"
    return re.compile(
        r"(?P<scheme>(?<![a-z])(?:[a-z][a-z0-9+.\-]{1,20}:/{1,3}|(?:javascript|vbscript|data|file"
        r"|blob|intent|sms|smsto|tel|facetime|whatsapp|tg|callto|skype|mailto):(?=[^\s:])"
        r")[^\s<>\"\ufffc]+)"
        rf"|(?P<email>(?<![\w.+\-])[\w.+\-%']{{1,64}}@{host}[^\W\d_]{{2,24}}(?![\w]))"
        rf"|(?P<disguised>{label}(?:{dot}{label}){{1,4}}(?:/\S*)?"
        r"|(?<!\w)[\w\-]{2,40}\s(?:dot|punto|punkt|ponto)\s(?:com|net|org|info|io|co|xyz|ru|site"
        r"|top)(?!\w)"
        rf"|{label}\s?(?:\(at\)|\[at\])\s?{label}\S*)"
        rf"|(?P<bare>(?<![\w@.\-])(?!\d+\.[a-z]{{2}}(?![\w./:]))(?://)?"
        rf"(?:www\.{host}?[\w\-]{{2,63}}{rest}|{host}{ending}(?![\w\-]|\.\w)"
        rf"{rest}|{host}[^\W\d_]{{2,24}}{path}|{ip}{path}))",
        re.IGNORECASE,
    )
