"""Words that look meant for a colleague and not for the customer: worth one question, no more.

A rule and not a lock: whoever means them presses once. So it leans towards asking, but leaves
alone what agents really write to customers, such as "our customer service" or an e-mail address.
"""

# ruff: noqa: RUF001  # apostrophes as people type them, and letters of other scripts

import re
from functools import cache

_SIGNS = (
    # a colleague called by name, as Slack does it; no e-mail address, and no handle in a link
    r"(?<![\w./])@[\w-]+",
    # of the customer, in the third person
    r"(?:this|that|the) (?:customer|client|caller)\b(?!['’]?s? (?:service|care|support|portal))",
    r"(?:this|that) (?:guy|lady|bloke|woman|man|person|idiot|moron)\b",
    # to the others
    r"(?:anyone|anybody|someone|somebody) (?:know|knows|free|available)\b",
    r"(?:can|could|would|will) (?:anyone|anybody|someone|somebody|one of you)\b",
    r"(?:hi|hey|hello|fyi|ok|okay|thanks),? (?:team|all|guys|folks|everyone|everybody)\b",
    r"who (?:can|could|wants to|is going to) (?:take|help|cover|have)\b",
    r"(?:do not|don['’]?t|never) (?:tell|show) (?:him|her|them)\b",
    r"between (?:us|ourselves|you and me)\b(?! and)",
    r"internal(?:ly)?(?: note| only|:)",
    r"not for the (?:customer|client)\b",
    r"note to self\b",
    # Spanish
    r"(?:este|ese|el) cliente\b|(?:esta|esa|la) clienta\b",
    r"¿?alguien (?:puede|podría|sabe|libre)\b",
    r"no (?:se )?l[eoa]s? (?:digas|digan|digáis|cuentes)\b",
    r"nota interna\b|entre nosotr[oa]s\b|hola (?:equipo|chicos|chicas)\b",
    # German
    r"dies(?:er|e|em|en) kund(?:e|in|en)\b|(?:der|dem|den) kunden?\b(?!\w)|die kundin\b",
    r"(?:kann|könnte|weiß|weiss|hat) jemand\b",
    r"(?:sag|sagt|sagen sie) (?:ihm|ihr|ihnen) nicht",
    r"interne? notiz\b|nur intern\b|unter uns\b|hallo (?:team|leute|zusammen)\b",
    # French
    r"(?:ce|le) client\b|(?:cette|la) cliente\b",
    r"quelqu['’]un (?:peut|pourrait|sait|est libre)\b",
    r"ne (?:lui|leur) (?:dis|dites) (?:pas|rien)\b",
    r"note interne\b|entre nous\b|(?:salut|bonjour) (?:l['’]équipe|les gars)\b",
    # Portuguese
    r"(?:este|esse|o) cliente\b|(?:esta|essa|a) cliente\b",
    r"alguém (?:pode|poderia|sabe|livre)\b",
    r"não (?:lhe|lhes) (?:diga|digas|digam|conte)\b",
    r"entre nós\b|(?:olá|oi) (?:equipa|equipe|pessoal)\b",
    # Arabic
    r"هذا (?:العميل|الزبون)|هذه (?:العميلة|الزبونة)",
    r"(?:هل يعرف|هل يستطيع|هل يمكن ل)أ?أحد",
    r"ملاحظة داخلية|لا تخبر(?:ه|ها|هم)|فيما بيننا",
)


def internal_sign(text: str) -> str:
    """Return the words by which it looks like talk among colleagues, or ""."""
    found = _signs().search(text)
    return found.group().strip() if found else ""


@cache
def _signs() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{sign})" for sign in _SIGNS), re.IGNORECASE)
