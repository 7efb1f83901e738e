"""How promises are worded, by language; each part is one pattern over a sentence."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseWords:
    """The patterns of one language.

    `own`: the speaker will do something. `others`: the house or a colleague will, of this
    customer's own matter. `looks`: something is being looked up just now. `looking`: the verbs of
    looking up, which are no promise while the customer is asked for something first. `conditions`:
    words that make a rule of a sentence. `offers`: words that make it an offer.
    """

    PARTS: ClassVar = ("own", "others", "looks", "looking", "conditions")

    own: str
    others: str
    looks: str
    looking: str
    conditions: str
    offers: str


_EN_LOOK = (
    r"check|double[- ]check|look (?:in ?to|at|up|for|that|this|it|your|the)|find|investigate|review"
    r"|verify|examine|see (?:what|if|whether|why|where|how)|inquire|enquire|dig|search"
)
# What the bot does in the very answer; whatever else it says that it will do comes later.
_EN_ANSWERING = (
    r"be (?:\w+ )?(?:happy|glad|able|sorry|honest|here|brief|clear|pleased|delighted|using|needing)"
    r"|explain|help|assist|walk|show|list|give you (?!an? (?:call|ring|refund|credit|discount))"
    r"|summari[sz]e|describe|share|tell you (?:how|what|where|about|more)|guide|outline|point|need"
    r"|require|keep (?:it|this|that) (?:short|brief|simple)|start by|do my best to (?:help|answer"
    r"|explain)|try to (?:help|answer|explain)|answer|not|never|only|use|quote|assume|translate"
    r"|repeat|say|mention|rephrase|clarify|break|go (?:through|over)|provide|recommend|suggest"
    r"|stick|leave (?:it|that) (?:there|here|at)|always|stop|no longer|have to (?:ask|admit|say)"
    r"|refer you to|direct you to"
)
_EN_HOW = (
    r"(?:\w+ly |also |now |just |then |soon |of course |be sure to |make sure to |go ahead and "
    r"|quickly |first |gladly |and )*+"
)
_EN_COLLEAGUE = (
    r"(?:some(?:one|body)(?: \w+){0,4}|(?:an?|the|our|my|one of (?:our|my|the)|your)"
    r"(?: [\w'-]+){0,4}? ?(?:agents?|colleagues?|specialists?|managers?|supervisors?|experts?"
    r"|representatives?|advisers?|advisors?|teams?|team ?mates?|department|staff|persons?|people"
    r"|humans?|technicians?|engineers?|boss|members?(?: of (?:our|the|my)(?: \w+){1,3})?"
    r"|warehouse))"
)
_EN_WHO = rf"(?:we|they|he|she|(?:our|the) (?:drivers?|couriers?)|{_EN_COLLEAGUE})"
_EN_WILL = r"(?:'ll| will| shall|'re going to| are going to| is going to|'s going to)"

ENGLISH = PromiseWords(
    own=(
        rf"\bI(?:'ll| will| shall|'m going to| am going to|'m gonna|'m about to) {_EN_HOW}"
        rf"(?!(?:\w+ly )?(?:{_EN_ANSWERING})\b)\w+"
        r"|\b(?:and|will|then|I'll|going to) (?:get|come|circle|report) (?:right )?back to you\b"
        r"|\bI(?:'m| am) on it\b|\bleave (?:it|this|that) (?:with|to) me\b|\bI promise\b|\byou"
        r" have my word\b"
        r"|\b(?:I|we)(?:'ve| have)? (?:already |just |now )*(?:passed|forwarded|escalated|raised"
        r"|transferred|handed|referred|relayed|connected|alerted|notified|informed|contacted|asked"
        r"|told|assigned|flagged)\b"
        r"|\bI(?:'m| am) (?:now |currently |just )*(?:passing|forwarding|escalating|transferring"
        r"|connecting|handing|getting|contacting|notifying|asking|raising|arranging|putting you)\b"
        r"|\b(?:transferring|connecting|escalating|forwarding) (?:you|this|your)\b"
    ),
    others=(
        rf"\b{_EN_COLLEAGUE}{_EN_WILL} {_EN_HOW}(?!(?:not|never|always|only|ask you|need)\b)\w+"
        rf"|\b{_EN_COLLEAGUE} (?:is|are) (?:now |already |currently )*(?:working on|looking into"
        rf"|checking|reviewing|handling|on it)\b"
        rf"|\b{_EN_WHO}{_EN_WILL} {_EN_HOW}(?:be (?:\w+ly )?(?:in (?:touch|contact)|with you"
        rf"|contacting"
        r"|calling|reaching|reviewing|looking|getting|working|checking|back)|get back|get in"
        r" (?:touch"
        r"|contact)|come back|follow up|reach out|contact you|call(?: you)?|phone you|ring you"
        r"|e-?mail you|text you|write (?:to )?you|message you|let you know|keep you|update you"
        r"|notify you|inform you|reply|respond|look (?:in ?to|at)|investigate|review|check|verify"
        r"|assist|help you|take (?:care|over|a look|it)|handle|fix|resolve|sort|refund you|credit"
        r" you"
        r"|reimburse|compensate|make (?:it|this|that) (?:right|up)|escalate|expedite|waive|replace"
        r"|send (?:some\w+|a colleague)|send (?:you )?(?:an?|the) (?:replacement|refund|new"
        r"|technician|engineer|courier)"
        r"|process your|cancel your|deal with|join|answer you|have (?:an?|your|the) \w+ (?:for|to"
        r"|by))\b"
        r"|\byou(?:'ll| will| should| can expect to|'re going to| are going to) (?:\w+ly |soon "
        r"|also )*"
        r"(?:be hearing from|have news|have an answer|get news|get an answer|hear (?:back )?from"
        r" (?:us|me|some|them|our|the|an?)|be (?:contacted|called|notified"
        r"|informed|updated|refunded|credited|reimbursed|compensated)|(?:receive|get|have) (?:an?"
        r"|the"
        r"|our|your) (?:\w+ ){0,2}(?:call|callback|reply|response|answer|update|message|e-?mail)"
        r"(?: back)? (?:from|by|within|soon|shortly|today|tomorrow|in \w+))\b"
        r"|\bexpect (?:an?|to hear|our|my|the) (?:\w+ ){0,2}(?:call|callback|reply|response|answer"
        r"|update"
        r"|back"
        r"|from)\b"
        r"|\b(?:this|it|that|your(?: \w+){1,3})(?:'ll| will) (?:\w+ly |now |soon )*be (?:looked"
        r"|reviewed|investigated|escalated|forwarded|handled|taken care|dealt|resolved|fixed|sorted"
        r"|refunded|passed|prioriti[sz]ed)\b"
    ),
    looks=(
        rf"\b(?:let me|allow me to) {_EN_HOW}(?!(?:know|have|start|put|add|try to explain"
        rf"|{_EN_ANSWERING})\b)\w+|\bI(?:'d like| need| have| want) to {_EN_HOW}(?:{_EN_LOOK}|ask"
        r"|consult|confirm|pull up)\b"
        r"|\b(?:give me|wait|just|hold on|hang on|in) (?:for )?(?:an?|one|two|some|\d+) (?:moments?"
        r"|mo|secs?|seconds?|minutes?|mins?|bit)\b(?=[^\w]*$|.{0,20}\b(?:while|and|to|please|as"
        r"|so)\b"
        r"|,)|\b(?:one|just a|a) (?:moment|sec|second|minute)(?:,? please)?[.!…,]*\s*$"
        r"|\bbear with me\b|\b(?:hold|hang) on\b(?! to)|\bstand by\b|\bplease (?:wait|hold)(?: on)?"
        r"(?: here| a moment| while I| while we| for me)?[.!,…]*\s*$|\bwhile I (?:check|look|find"
        r"|pull|verify|review|ask|confirm|investigate)\b"
        r"|\bI(?:'m| am) (?:now |currently |just |still )*(?:checking|looking into|looking at"
        r"|looking for|looking up|investigating|reviewing|verifying|working on|searching|pulling)\b"
    ),
    looking=rf"\b(?:{_EN_LOOK}|be able to|tell you|let you know|get|pull up)\b",
    conditions=(
        r"\b(?:ask for|once|when|whenever|if|after|as soon as|unless|until|in case|should you"
        r"|before)\b"
        r"|\b(?:please|kindly|can you|could you)? ?(?:send|share|give|tell|provide|confirm|reply"
        r" with)"
        r" (?:me |us )?(?:your|the|which|an?|what)\b.{0,60}\b(?:and|so)\b"
    ),
    offers=(
        r"\b(?:would you like|do you want|shall I|should I|may I|can I|could I|want me to|shall we"
        r"|if you(?:'d| would)? (?:like|want|wish|prefer|need)|let me know if)\b|\?[\"')\s]*$"
    ),
)
