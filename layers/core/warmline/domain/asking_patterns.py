"""The grammar of the ask: patterns in rows of roles (`asking_words` says what each letter means).

Every pattern has an example that it is there for; a test holds each to it. The first that matches
is the evidence, so the surest stand first.
"""

from dataclasses import dataclass

# What follows makes another thing of the person: "human resources", "human rights".
_ELSE = "(?!t?z)"
_END = "(?![a-zA-Z])"
# What may stand between a verb and its person: determiners, adjectives, politeness.
_SMALL = "[tjyeSulA]"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way to ask: how sure a sign it is, the roles in a row, and an example."""

    score: float
    roles: str
    example: str


_TALK = (
    Pattern(1.0, rf"[cC]{_SMALL}{{0,6}}(?:x[tjyS]{{0,2}}){{0,2}}[pO]{_ELSE}", "talk to a human"),
    Pattern(1.0, rf"[cC]{_SMALL}{{0,6}}(?:jx[tj]{{0,2}})?[afLE]{_ELSE}", "speak to someone"),
    Pattern(0.9, rf"[kK]{_SMALL}{{0,4}}[pf]{_ELSE}", "call an agent"),
    # the verb last
    Pattern(1.0, r"[pafL][tjyeux]{0,4}[CM]", "mit einem Menschen sprechen"),
)
_CALL_ME = (
    Pattern(0.9, r"[pafs][tjyeuxa]{0,5}K", "kann mich jemand anrufen"),
    Pattern(0.9, r"K[tjye]{0,2}[af]", "que me llame alguien"),
    Pattern(0.9, r"[pafs][tjyw]{0,3}(?:x[tj]{1,2})?[kc]t?e", "can someone please contact me"),
)
_BRING = (
    Pattern(
        1.0,
        rf"(?:[mMB][tjyu]{{0,2}}e|v)[tjyS]{{0,4}}(?:x[tjyS]{{0,2}}){{0,2}}[pafsL]{_ELSE}",
        "transfer me to an agent",
    ),
    Pattern(1.0, rf"[mM][tjyeS]{{0,4}}[ps]{_ELSE}", "escalate to a supervisor"),
    Pattern(1.0, rf"[mM]t{{1,3}}f{_ELSE}", "forward to an agent"),
    Pattern(
        0.9, rf"[mM][tjyeS]{{0,4}}(?:x[tjy]{{0,3}}){{1,2}}p{_ELSE}", "transfer my case to a human"
    ),
    Pattern(0.9, rf"B[tj]{{1,4}}p{_ELSE}", "bring in a supervisor"),
    Pattern(0.9, rf"V[tjyeS]{{0,4}}(?:x[tj]{{0,2}})?[pafL]{_ELSE}", "geef me iemand die het weet"),
    Pattern(0.9, "Z", "who can I speak with about my bill"),
)
_WISH = (
    Pattern(1.0, rf"[wW]e?[tjySu]{{0,4}}p{_ELSE}", "I want a human"),
    Pattern(0.9, rf"[wW]e?t{{0,2}}j{{0,2}}f{_ELSE}", "I need an agent"),
    Pattern(0.9, rf"[wW]e[tjyS]{{0,3}}[afL]{_ELSE}", "get me someone"),
    Pattern(0.8, r"[wW]e?t{0,2}at{0,2}[hcCkK]", "I want someone to call"),
    Pattern(0.8, r"[wW][te]{0,2}[aL]l|L[txB]{0,3}[hlR]", "I want someone on the line"),
    Pattern(0.7, rf"[wW][jy]?a{_END}", "je veux quelqu'un"),
    # the verb last
    Pattern(1.0, r"W[tjyexu]{0,4}p|[pf][tjye]{0,3}W", "bir insan istiyorum"),
)
_IS_THERE = (
    Pattern(0.8, rf"[gG][tjyS]{{0,3}}p{_ELSE}", "is there a human"),
    Pattern(0.8, r"[gG][tjyS]{0,3}(?:j[tj]{0,2}[af]|fj)", "gibt es einen echten Agenten"),
    Pattern(0.8, r"[gG][tj]{0,3}[afEL],?[tuxeo]{0,4}[cC]", "is there anyone I can talk to"),
    Pattern(0.8, r"[gGwW][tj]{0,3}[pfaE][tjyeou]{0,4}h", "do you have a person who can help"),
    Pattern(0.8, r"[gG][tjyS]{0,3}a[tjy]{0,3}p", "hay alguien de carne y hueso"),
    Pattern(0.8, r"[pfa][tjy]{0,2}G", "bir temsilci var mi"),
    Pattern(
        0.7,
        r"[pf][tjyg]{0,3}A|a[tjy]{0,2}At{0,2}[cC]|[tj]A[pf]|At{0,2}p",
        "is a live person available",
    ),
    Pattern(0.6, r"[gG][tj]{0,2}[aE][tjy]{0,3}(?![a-zA-Z,])", "is there anybody"),
)
_HELP = (
    Pattern(0.9, rf"(?:[hS][tjy]{{0,3}}|st{{1,3}})p{_ELSE}", "help from a human"),
    Pattern(0.9, r"p[tjye]{0,3}h|tf[tjye]{0,2}h|pl|pke", "a human can help me"),
    Pattern(0.8, rf"p[tjyeux]{{0,4}}R|R[tjye]{{0,2}}p{_ELSE}", "può rispondermi un umano"),
    Pattern(0.9, r"ht{1,3}(?:j[tj]{0,2}a|j{0,2}f)", "help from an employee"),
    Pattern(0.9, r"at{1,3}s|ake", "someone from customer service"),
)
_NO_BOT = (
    Pattern(0.7, r"n[tjyecCkuwWSh]{0,6}b", "I don't want to talk to a bot"),
    Pattern(0.7, r"r[tjyecCkuwWSxh]{0,6}b", "tired of this bot"),
    Pattern(0.7, r"n[tj]{0,2}[cC][tj]{0,2}u(?![a-zA-Z])", "I don't want to talk to you"),
    Pattern(0.7, r"b[tj]{0,3}(?:N|[cC][tj]{0,2}[Nr])", "botla konusmak istemiyorum"),
    Pattern(0.8, r"d[tj]{0,2}b[tjye,]{0,3}p", "geen bot maar een mens"),
    Pattern(0.8, r"b[tj]{0,2}d,?[tj]{0,2}[pf]", "bot nahi insaan"),
)

PATTERNS: tuple[Pattern, ...] = (*_TALK, *_BRING, *_WISH, *_CALL_ME, *_IS_THERE, *_HELP, *_NO_BOT)

# "speak to customer service"; only where nothing in the clause asks for its hours (FACTS).
SERVICE = (
    r"[cCkKmMwW][tjyeu]{0,4}s(?!t?z)|[cCm][te]{0,3}S(?![a-zA-Z])"
    r"|[sS][tjyeu]{0,4}[CKM]|s[tjyeu]{0,4}W"
)
FACTS = "[iA]"

# A message or a sentence that says nothing but: "agent", "a human please", "live agent", "support".
NOTHING_BUT = (
    r"[tjyeuwWhSaV]*(?:(?:[pf][tjyeuhSsl]*)+|v[tjyeuhSl]*)"
    r"|[tjye]*[aEf]j[tye]*|[tjyeuwW]*s[tyeh]*|y*d[tj]{0,2}b[yp]*|(?:[tjye]*[wW][tje]{0,2}|[jy]{0,2})S[ye]*"
)
LONGEST_NOTHING_BUT = 6
# "a human please, my lamp is broken" and "my lamp is broken, a human please"
PERSON_FIRST = r"[tjye]{0,3}[pfs][tjyeh]{0,2}y[tye]{0,2},"
PERSON_LAST = r".*,([tjye]{0,3}p[tjye]{0,3}),?"

# "are you a bot", "am I talking to a human", "insan misin"; not "is a human available"
QUESTIONS = (
    r"q[tjycCudeS]{0,5}(?:o[tj]{0,2})?[pafsb](?:(?:x[tj]{0,2},?[tj]{0,2}|[tx]{0,3})[pfab])?"
    r"[tj]{0,2}[cC]?(?![tjy]{0,2}A)|[pafb][tC]{0,3}Q"
)
# The same without a person in it: "are you real", "who am I talking to", "human or bot"
WHO_IS_THERE = (
    rf"(?:{QUESTIONS})(?!t?z|x)|H|q[tjy]{{0,2}}[cC]t?{_END}"
    rf"|^[tj]{{0,2}}[pf][tx]{{1,2}}b{_END}|^b{_END}"
)
# "I don't want to talk to an agent", "no human"; not "no bot, a human"
REFUSALS = (
    r"(?:n|D(?=[wmckhWMCK]))[wmckhWMCK]?[tjyehkKcCmMxwW]{0,5}[pafsL](?:[tjye]{0,3}[CMW])?"
    r"|(?<!b)(?<!b[tj])d[tj]{0,2}[pafs]|[pfas][tjyeC]{0,3}N|[pafs][tje]{0,2}d[tj]?[CMW]"
)
