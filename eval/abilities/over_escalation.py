"""Over-escalation: how many customers who need no human are sent to one by rule.

tau2's tasks say what a good agent does; where that is not to transfer, a handoff is one too many.
The task is told in the second person ("You want to cancel ..."): it is turned into the first, and
judged sentence by sentence as `warmline decide` does, each with those before it as its history. The
customer's later moves ("If the agent refuses, ...") are left out: they depend on answers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deployer.decide import decided, read_rules
from deployer.questions import Question
from eval.intervals import wilson
from eval.report import Part, Result
from eval.rows import Task
from eval.sets import Sets
from warmline.domain.entries import Role

BASELINE = "keyword list"
_KEYWORDS = re.compile(
    r"\b(human|person|agent|representative|manager|supervisor|complain\w*|refund|urgent|angry|upset"
    r"|frustrat\w*|unacceptable|ridiculous|lawyer)\b",
    re.IGNORECASE,
)
_TRANSFER = "transfer_to_human_agents"
_LATER = re.compile(
    r"^\W*(if|when|once|ask|mention|say|make sure|provide|remember|under no)\b"
    r"|\b(agents?|representatives?|never respond|playing the role)\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
_FIRST_PERSON = (
    (r"\byou're\b|\byou are\b", "I am"),
    (r"\byou were\b", "I was"),
    (r"\byou've\b", "I have"),
    (r"\byou'd\b", "I would"),
    (r"\byourself\b", "myself"),
    (r"\byours\b", "mine"),
    (r"\byour\b", "my"),
    (r"\b(to|for|of|with|told|sent|gave|by|from|asked|charged) you\b", r"\1 me"),
    (r"\byou\b", "I"),
)
_ASKS_OR_COMPLAINS = {"contact_human_agent", "contact_customer_service", "complaint"}


@dataclass(frozen=True, slots=True)
class _Handed:
    """A case that needed no human and got one: its place in the set, the reason and the words."""

    name: str
    reason: str
    words: str


def measure(sets: Sets) -> Iterator[Result]:
    """The share of tasks, and of the shop's questions, that go to a human without need."""
    service = [task for task in sets.tau2_service_tasks() if _TRANSFER not in task.actions]
    for domain in ("airline", "retail"):
        yield _tasks(f"tau2 {domain}", [task for task in service if task.domain == domain], sets)
    for part in Part:
        yield _shop(sets, part)


def customer_messages(task: Task) -> tuple[str, ...]:
    """What the customer of a task would write at first, a sentence a message."""
    said = (sentence.strip() for sentence in _SENTENCES.split(task.reason))
    return tuple(first_person(each) for each in said if each and not _LATER.search(each))


def first_person(text: str) -> str:
    """The words about "you" as that person would say them."""
    for pattern, instead in _FIRST_PERSON:
        text = re.sub(pattern, instead, text, flags=re.IGNORECASE)
    return text


def _tasks(name: str, tasks: Sequence[Task], sets: Sets) -> Result:
    due = {text for of, text in sets.mended("over_escalation") if of == name}
    told = {f"{name} {task.id}": customer_messages(task) for task in tasks}
    handed = [each for task, said in told.items() if (each := _handed(task, said))]
    wrong = [each for each in handed if each.name not in due]
    rows = len(told.keys() - due)
    plain = sum(any(map(_KEYWORDS.search, said)) for task, said in told.items() if task not in due)
    return Result(
        ability="over_escalation",
        set=name,
        metric="sent to a human by rule, needing none",
        value=len(wrong) / rows,
        interval=wilson(len(wrong), rows),
        rows=rows,
        baseline=BASELINE,
        baseline_value=plain / rows,
        raw=len(handed) / len(told) if due & told.keys() else None,
        higher_is_better=False,
        listed=tuple(f"alarm: {each.name} [{each.reason}]: {each.words}" for each in wrong),
    )


def _shop(sets: Sets, part: Part) -> Result:
    rows = [row for row in sets.bitext(part) if row.label not in _ASKS_OR_COMPLAINS]
    handed = [each for row in rows if (each := _handed(row.label, (row.text,)))]
    plain = sum(bool(_KEYWORDS.search(row.text)) for row in rows)
    return Result(
        ability="over_escalation",
        set="bitext",
        metric="shop questions sent to a human by rule",
        part=part,
        value=len(handed) / len(rows),
        interval=wilson(len(handed), len(rows)),
        rows=len(rows),
        baseline=BASELINE,
        baseline_value=plain / len(rows),
        higher_is_better=False,
        listed=tuple(f"alarm: {each.name} [{each.reason}]: {each.words}" for each in handed),
    )


def _handed(name: str, said: Sequence[str]) -> _Handed | None:
    """The first message that goes to a human, with the earlier ones as its history."""
    for place, text in enumerate(said):
        history = tuple((Role.CUSTOMER, earlier) for earlier in said[:place])
        decision = decided(Question(text, history=history), read_rules())
        if decision["handoff"]:
            return _Handed(name, str(decision["reason"]), text)
    return None
