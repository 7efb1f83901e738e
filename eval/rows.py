"""What the sets hold, as records."""

from dataclasses import dataclass

from eval.report import Part


@dataclass(frozen=True, slots=True)
class Row:
    """A text, its labels as published (a single one in most sets), and where it stands."""

    set: str
    text: str
    labels: tuple[str, ...]
    part: Part
    language: str = "en"
    tags: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The first label, or none."""
        return self.labels[0] if self.labels else ""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of personal data within a text."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text and the personal data in it."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An article of tau2's banking knowledge."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Task:
    """A tau2 task: what the customer is told to do, and what the agent ought to do."""

    id: str
    domain: str
    text: str
    """All instructions, as one text: the query of the retrieval figures."""
    reason: str
    """The reason for the call alone, or the text where the set has no such field."""
    documents: tuple[str, ...]
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """What a row's label ought to be, and why the published one is wrong."""

    label: str
    reason: str
