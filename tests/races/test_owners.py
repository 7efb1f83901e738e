"""Who gets a case that its holder parts with in the same moment: one order, and no hole."""

import pytest

from tests.races.invariants import Rows
from tests.races.orders import Track, out_of_order
from tests.races.owners import MEETINGS, run_meetings

ROUNDS = 100


@pytest.mark.fault(33)
@pytest.mark.fault(36)
def test_claims_that_meet_a_release_a_resolve_a_lease_s_end_or_a_hand_back_have_one_order(
    dynamodb_local: str, table: str, rows_after: Rows
) -> None:
    track = Track.on(dynamodb_local, table)

    races = run_meetings(track, ROUNDS)

    assert len(races) == ROUNDS
    assert out_of_order(races, rows_after.read().by_identity) == []
    ends = {(race.start.name, race.names, race.outcomes) for race in races}
    assert len(ends) > len(MEETINGS), "the same one was always first"
