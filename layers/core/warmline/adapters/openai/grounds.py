"""What an answer stands on: the articles and results that it names, or nothing."""

import re
from collections.abc import Iterable, Sequence

from warmline.adapters.openai.reply import Reply
from warmline.application.sources import Source
from warmline.domain.articles import ArticleVersion
from warmline.domain.tools import ToolStatus, ToolUse

_LONGEST_REMARK = 300

_CLAIM = re.compile(
    r"[$€£¥₹]\s*\d|\d\s*[$€£¥₹%]|https?:|www\."
    r"|\d\s*(?:(?:business|working|calendar) )?(?:minutes?|hours?|days?|weeks?|months?|years?"
    r"|minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?|jours?|heures?|semaines?|mois|ans?"
    r"|minuten?|stunden?|tagen?|wochen?|monaten?|jahren?|dias?|anos?)\b"
    r"|\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b",
    re.IGNORECASE,
)


def used_articles(reply: Reply, sources: Sequence[Source]) -> tuple[ArticleVersion, ...]:
    """Return the articles that the reply names, of those that were given: others do not exist."""
    return tuple(one.article for one in sources if one.article.id in reply.articles)


def has_support(reply: Reply, sources: Sequence[Source], uses: Iterable[ToolUse]) -> bool:
    """Whether the reply may be shown: an article or an action stands behind it."""
    acted = any(use.status not in {ToolStatus.REFUSED, ToolStatus.FAILED} for use in uses)
    return not reply.unsupported and (acted or bool(used_articles(reply, sources)))


def is_remark(text: str) -> bool:
    """Whether this can be said with nothing behind it: a greeting, thanks, a question back.

    Not one that is long, or that names a price, a time or an address: those come from somewhere.
    """
    return len(text) <= _LONGEST_REMARK and not _CLAIM.search(text)
