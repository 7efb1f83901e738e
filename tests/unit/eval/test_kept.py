"""What is kept in the project of the last full runs: figures, floors and promises that agree."""

import json
import tomllib

import pytest

from eval.abilities import ABILITIES
from eval.sets import HERE

FLOORS = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
RESULTS = json.loads((HERE / "results.json").read_text("utf-8"))


@pytest.mark.parametrize("scope", ["shipped", "all"])
def test_every_ability_but_the_vendors_has_floors(scope: str) -> None:
    assert {key.partition(" / ")[0] for key in FLOORS[scope]} == {*ABILITIES} - {"model"}


@pytest.mark.parametrize("scope", ["shipped", "all"])
def test_no_floor_is_below_what_was_promised(scope: str) -> None:
    for row in RESULTS[scope]["results"]:
        key = " / ".join((row["ability"], row["set"], row["part"], row["metric"]))
        floor = FLOORS[scope].get(key)
        if floor is None:
            assert not row["floored"] or row["at_least"] is row["at_most"] is None, key
            continue
        assert row["at_least"] is None or floor >= row["at_least"], key
        assert row["at_most"] is None or floor <= row["at_most"], key
