"""What a deployer may declare in tools.yaml, and what they are told when it is wrong."""

import json
from pathlib import Path

import pytest

from deployer.compile_content import CONTENT, compile_content
from deployer.content.problems import ContentInvalid
from deployer.content.tools import read_tools
from warmline.adapters.tools.runner import read_catalogue
from warmline.domain.tools import Risk

LOOK_UP = """
order_status:
  description: Where an order is
  risk: read
  http: { method: GET, url: "/orders/{order}" }
  parameters:
    order: { pattern: "FO-[0-9]+", ask: "Which order?" }
  says: "It is {status}."
  for_articles: [orders/track]
"""


def written(folder: Path, text: str) -> Path:
    (folder / "tools.yaml").write_text(text, encoding="utf-8")
    (folder / "tools").mkdir(exist_ok=True)
    return folder


def problems_of(folder: Path, text: str) -> list[str]:
    with pytest.raises(ContentInvalid) as caught:
        read_tools(written(folder, text), ["orders/track"])
    return [f"{one.line}: {one.text}" for one in caught.value.problems]


def test_without_a_file_there_are_no_actions(tmp_path: Path) -> None:
    assert read_tools(tmp_path, []) == {}


def test_an_action_becomes_a_schema_that_a_model_can_be_held_to(tmp_path: Path) -> None:
    compiled = read_tools(written(tmp_path, LOOK_UP), ["orders/track"])
    file = tmp_path / "tools.json"
    file.write_text(json.dumps(compiled), encoding="utf-8")

    tool = read_catalogue(file).find("order_status")

    assert tool is not None
    assert tool.risk is Risk.READ
    assert tool.schema == {
        "type": "object",
        "properties": {"order": {"type": "string", "pattern": "FO-[0-9]+"}},
        "required": ["order"],
        "additionalProperties": False,
    }
    assert tool.tell(tool.says, "de", {"status": "Sent"}) == "It is Sent."


FUNCTION = '''
"""Sums."""
from typing import Annotated, Literal

def days_left(
    day: Annotated[str, "A day"],
    kind: Literal["return", "warranty"] = "return",
    *,
    at_most: int | None = None,
    exact: bool = False,
    customer: str = "",
    idempotency_key: str = "",
) -> dict[str, int]:
    """Tell how many days are left.

    More about it.
    """
    raise RuntimeError("never run at build time")

raise SystemExit("never imported at build time")
'''


def test_a_functions_signature_is_its_schema_and_is_read_without_running_it(
    tmp_path: Path,
) -> None:
    written(tmp_path, "days_left: { python: 'sums:days_left', risk: read }\n")
    (tmp_path / "tools" / "sums.py").write_text(FUNCTION)

    tool = read_tools(tmp_path, [])["days_left"]

    assert tool["description"] == "Tell how many days are left."
    assert tool["parameters"] == {
        "day": {"schema": {"type": "string", "description": "A day"}, "required": True},
        "kind": {"schema": {"type": "string", "enum": ["return", "warranty"]}, "required": False},
        "at_most": {"schema": {"type": "integer"}, "required": False},
        "exact": {"schema": {"type": "boolean"}, "required": False},
    }


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def f(a): ...", "the parameter a must be a str, int, float, bool"),
        ("def f(a: list[str]): ...", "the parameter a must be a str, int, float, bool"),
        ("def f(**a: str): ...", "may have named parameters only"),
        ("def g(a: str): ...", "sums.py has no function f"),
        ("def f(a: str: ...", "sums.py:1:"),
    ],
)
def test_a_function_that_cannot_be_offered_is_named(tmp_path: Path, source: str, said: str) -> None:
    written(tmp_path, "")
    (tmp_path / "tools" / "sums.py").write_text(source)

    [problem] = problems_of(tmp_path, "f: { python: 'sums:f', risk: read, description: x }\n")

    assert said in problem


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("risk: read", "risk: none", "risk must be one of read, write, approve"),
        ("order_status:", "Order-Status:", "a name is small letters"),
        ("description: Where an order is", "description: ''", "description is missing"),
        ("method: GET", "method: FETCH", "method must be one of"),
        ("method: GET", "method: DELETE", "risk read cannot be a DELETE"),
        ('url: "/orders/{order}"', "url: ftp://x", "url must be a path"),
        ("{order}", "{number}", "{number}, which is not a required parameter"),
        ('"FO-[0-9]+"', '"FO-["', "pattern is no regular expression"),
        ("It is {status}.", "It is {status!r}.", "{status!r} is not a parameter"),
        ("It is {status}.", "It is {a.b}.", "{a.b} is not a parameter"),
        ("orders/track", "orders/trick", "there is no article orders/trick"),
        (', ask: "Which order?"', "", "needs an ask for order"),
        ('pattern: "FO-[0-9]+", ', "", "needs a pattern or an enum for order"),
        ('says: "It is {status}."', "", "needs says"),
        ("risk: read", "risk: write", "needs confirm"),
        ("risk: read", "risk: approve", "needs approval"),
        ("risk: read", "risk: read\n  seconds: 60", "at most 5"),
        ("risk: read", "risk: read\n  secnods: 3", "secnods is not a field of an action"),
        ("risk: read", "risk: read\n  python: a:b", "either http or python"),
        ("method: GET,", "method: GET, headers: {X: '{key}'},", "{secret.name}"),
    ],
)
def test_a_mistake_is_named_with_its_action_and_line(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in LOOK_UP

    [problem] = problems_of(tmp_path, LOOK_UP.replace(old, new, 1))

    assert problem.startswith("2: ")
    assert said in problem


def test_every_actions_mistake_is_named(tmp_path: Path) -> None:
    assert len(problems_of(tmp_path, "a: {risk: x}\nb: {risk: read}\n")) == 2


def test_the_sample_actions_are_shipped_with_their_functions(tmp_path: Path) -> None:
    package = compile_content(tmp_path, content=CONTENT, widget=None)

    catalogue = read_catalogue(package / "tools.json")

    assert {name: tool.risk.value for name, tool in catalogue.tools.items()} == {
        "order_status": "read",
        "start_return": "write",
        "refund_order": "approve",
        "last_return_day": "read",
    }
    assert (package / "tools" / "returns.py").exists()
