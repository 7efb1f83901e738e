"""The parts of the desk that are about people: shifts, the app's Home, and what leads do."""

from typing import TYPE_CHECKING

from warmline.adapters.slack.home import Home, HomeTab
from warmline.adapters.slack.leading import Leading
from warmline.application.leads import Leads
from warmline.application.overview import MyDay, SeeDesk
from warmline.application.roster import Roster
from warmline.application.shifts import Shifts

if TYPE_CHECKING:
    from warmline.adapters.slack.parts import Part
    from warmline.bootstrap.desk_parts import DeskGround


def make_shift_parts(desk: "DeskGround") -> "tuple[Part, ...]":
    ground, house, teller = desk.ground, desk.ground.house, desk.teller
    store, clock, policy = ground.store, ground.clock, house.policy
    roster = Roster(store, desk.settings.first_lead)
    tab = HomeTab(
        desk.client,
        ground.credentials.doubt,
        teller.log,
        MyDay(store, policy, clock, roster.find),
        desk.board,
        SeeDesk(store, policy, clock, roster),
    )
    leads = Leads(store, policy, clock, desk.patience, roster)
    return Home(tab, Shifts(store, clock, desk.patience, roster.find)), Leading(leads, tab, teller)
