"""The deployer's actions as `content/tools.yaml` declares them, compiled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from warmline.domain.tools import Risk

type Texts = Mapping[str, str]
"""A sentence by language."""

FALLBACK = "en"
_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One argument. `schema` is its JSON Schema; `ask` is how a customer is asked for it."""

    name: str
    schema: Mapping[str, object]
    required: bool = True
    ask: Texts = field(default_factory=dict)

    @property
    def pattern(self) -> str:
        found = self.schema.get("pattern")
        return found if isinstance(found, str) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpCall:
    """Where an action is done. `{name}` stands for an argument, `{secret.name}` for a secret."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """One action. `confirm`, `says`, `not_found` and `approval` are what people are told of it.

    Without a model it is offered where one of `for_articles` answers.
    """

    name: str
    description: str
    risk: Risk
    parameters: tuple[Parameter, ...] = ()
    seconds: float = 3
    http: HttpCall | None = None
    python: str = ""
    for_articles: tuple[str, ...] = ()
    confirm: Texts = field(default_factory=dict)
    says: Texts = field(default_factory=dict)
    not_found: Texts = field(default_factory=dict)
    approval: str = ""
    words: Mapping[str, Texts] = field(default_factory=dict)

    @property
    def schema(self) -> dict[str, object]:
        """The JSON Schema of its arguments; strict, as models are held to it."""
        return {
            "type": "object",
            "properties": {one.name: dict(one.schema) for one in self.parameters},
            "required": [one.name for one in self.parameters if one.required],
            "additionalProperties": False,
        }

    def tell(self, texts: Texts, language: str, values: Mapping[str, object]) -> str:
        """Return a sentence with its values in it, those of `words` in the customer's language."""
        said = {name: self._in_words(value, language) for name, value in values.items()}
        return fill(in_language(texts, language), said)

    def _in_words(self, value: object, language: str) -> str:
        text = str(value)
        return in_language({FALLBACK: text} | dict(self.words.get(text, {})), language)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All actions by name."""

    tools: Mapping[str, Tool]

    def find(self, name: str) -> Tool | None:
        return self.tools.get(name)

    @classmethod
    def read(cls, values: Mapping[str, Mapping[str, object]]) -> "Catalogue":
        """Read what `deployer.content.tools` compiled, which has checked it."""
        return cls({name: _read_tool(name, dict(value)) for name, value in values.items()})


NO_TOOLS = Catalogue({})


def in_language(texts: Texts, language: str) -> str:
    """Return the text in this language, or in English, or in any; "" when there is none."""
    for known in (language.lower(), language.partition("-")[0].lower(), FALLBACK):
        if known in texts:
            return texts[known]
    return next(iter(texts.values()), "")


def fill(template: str, values: Mapping[str, str]) -> str:
    """Put values into a template's braces; what it has no value for is left out."""
    return _FIELD.sub(lambda found: values.get(found[1], ""), template)


def _read_tool(name: str, value: dict[str, object]) -> Tool:
    parameters: object = value.pop("parameters", {})
    http: object = value.pop("http", None)
    assert isinstance(parameters, dict)  # noqa: S101 - the compiler wrote it
    return Tool(
        name=name,
        risk=Risk(str(value.pop("risk"))),
        parameters=tuple(Parameter(name=one, **given) for one, given in parameters.items()),
        http=HttpCall(**http) if isinstance(http, dict) else None,
        for_articles=_strings(value.pop("for_articles", ())),
        **value,  # type: ignore[arg-type]  # the compiler wrote it
    )


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list | tuple) else ()
