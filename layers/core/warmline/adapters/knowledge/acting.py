"""What the embedded answerer does beside quoting: the actions that an article leads to."""

from dataclasses import dataclass

from warmline.application.phrases import Phrases
from warmline.application.ports import Answer, ToolBox, TurnRequest
from warmline.application.tool_rules import Plan, plan, plan_by_number
from warmline.domain.articles import ArticleVersion
from warmline.domain.tool_catalogue import Catalogue
from warmline.domain.tools import ToolStatus, ToolUse


@dataclass(frozen=True, slots=True)
class ActsByRule:
    """Takes an action where the words hold all that it needs, else has the customer asked."""

    catalogue: Catalogue
    phrases: Phrases

    def __call__(
        self, request: TurnRequest, subjects: list[str], articles: tuple[ArticleVersion, ...]
    ) -> tuple[Answer | None, str]:
        """Return the answer that the action makes, or None and what to ask behind the article."""
        if request.tools is None or not self.catalogue.tools:
            return None, ""
        ids = [article.id for article in articles]
        found = plan(self.catalogue, ids, subjects, request.history, request.language)
        if found is None and not articles:
            found = plan_by_number(self.catalogue, subjects)
        if found is None or found.question:
            return None, found.question if found else ""
        return self._act(request, request.tools, found), ""

    def _act(self, request: TurnRequest, tools: ToolBox, found: Plan) -> Answer | None:
        """Answer with what the action came to: it stands on that, and on no article."""
        use = tools.call(found.tool.name, found.arguments)
        text = self._text(request, use)
        if not text:
            return None
        return Answer(
            text,
            offers_human=use.status is ToolStatus.FAILED,
            tools=tools.uses(),
        )

    def _text(self, request: TurnRequest, use: ToolUse) -> str:
        """What the customer is told; "" where the article says more."""
        match use.status:
            case ToolStatus.DONE | ToolStatus.ASKED_CUSTOMER:
                return use.summary
            case ToolStatus.ASKED_AGENT:
                return self._phrase(request, "tool_asked_agent")
            case ToolStatus.FAILED:
                said = use.summary or self._phrase(request, "tool_unavailable")
                return f"{said} {self._phrase(request, 'offer_human')}"
            case _:
                return ""

    def _phrase(self, request: TurnRequest, key: str) -> str:
        return self.phrases.say(key, request.language.lower(), request.channel)
