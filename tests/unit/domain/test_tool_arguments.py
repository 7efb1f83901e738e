"""A call's arguments are held against the action's schema, and nobody is told what they were."""

import pytest

from warmline.domain.tool_arguments import BadArguments, canonical, read_arguments
from warmline.domain.tool_catalogue import Parameter, Tool
from warmline.domain.tools import Risk

TOOL = Tool(
    name="t",
    description="",
    risk=Risk.READ,
    parameters=(
        Parameter(name="order", schema={"type": "string", "pattern": "FO-[0-9]{8}"}),
        Parameter(name="count", schema={"type": "integer", "minimum": 1, "maximum": 5}),
        Parameter(name="price", schema={"type": "number"}, required=False),
        Parameter(name="gift", schema={"type": "boolean"}, required=False),
        Parameter(name="why", schema={"type": "string", "enum": ["late", "lost"]}, required=False),
        Parameter(name="note", schema={"type": "string", "maxLength": 5}, required=False),
    ),
)


def arguments(more: str = "") -> str:
    return f'{{"order": "FO-20260117", "count": 2{more}}}'


def test_what_fits_is_returned_as_it_is() -> None:
    read = read_arguments(TOOL, arguments(', "price": 1.5, "gift": true, "why": "late"'))

    assert read == {
        "order": "FO-20260117",
        "count": 2,
        "price": 1.5,
        "gift": True,
        "why": "late",
    }


def test_an_optional_one_may_be_null_as_strict_models_say_it() -> None:
    assert "why" not in read_arguments(TOOL, arguments(', "why": null'))


def test_the_same_arguments_in_another_order_are_the_same() -> None:
    assert canonical({"a": 1, "b": "é"}) == canonical({"b": "é", "a": 1}) == '{"a":1,"b":"é"}'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "order is missing"),
        ("[]", "not an object"),
        ("{", "not JSON"),
        ("[" * 3_000, "not JSON"),
        ('{"order": NaN}', "not JSON"),
        (arguments(', "x": "' + "y" * 5_000 + '"'), "too long"),
        ('{"order": "FO-20260117"}', "count is missing"),
        (arguments(', "sudo": true'), "does not have"),
        ('{"order": ["FO-20260117"], "count": 1}', "order must be of type string"),
        ('{"order": "FO-20260117\\n", "count": 1}', "order has not the form of one"),
        ('{"order": "x FO-20260117", "count": 1}', "order has not the form of one"),
        ('{"order": "FO-20260117", "count": true}', "count must be of type integer"),
        ('{"order": "FO-20260117", "count": "2"}', "count must be of type integer"),
        ('{"order": "FO-20260117", "count": 6}', "count is out of its range"),
        ('{"order": "FO-20260117", "count": 1e400}', "count must be of type integer"),
        (arguments(', "price": 1e400'), "price is out of its range"),
        (arguments(', "why": "bored"'), "why must be one of late, lost"),
        (arguments(', "note": "123456"'), "note is too long"),
        (arguments(', "note": "  "'), "note is empty"),
        (arguments(', "gift": 1'), "gift must be of type boolean"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(BadArguments, match=why):
        read_arguments(TOOL, text)
