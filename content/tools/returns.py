"""Sums about returns that no service is needed for."""

from datetime import date, timedelta
from typing import Annotated

DAYS = 30


def last_return_day(
    delivered_on: Annotated[str, "The day of delivery, such as 2026-03-31"],
) -> dict[str, object]:
    """Tell until when something that was delivered on a day can be returned."""
    last = date.fromisoformat(delivered_on) + timedelta(days=DAYS)
    return {"delivered_on": delivered_on, "last_day": last.isoformat(), "days": DAYS}
