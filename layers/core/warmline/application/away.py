"""What a customer in line is told outside the hours: when a person will answer, on whose clock."""

from datetime import datetime, tzinfo

from warmline.application.change import Change
from warmline.application.phrases import Phrase
from warmline.domain.address import Channel
from warmline.domain.business_hours import find_zone
from warmline.domain.errors import ConfigurationError

_A_WEEK = 7
_TWELVE_HOURS = frozenset({"en"})
"""Languages whose clock shows AM and PM."""


def away_words(change: Change) -> str:
    """Return what to say of when people are back; "" while somebody is there."""
    hours, now = change.house.policy.business_hours, change.now
    if hours.is_open(now):
        return ""
    opens = hours.opens_at(now)
    told = (
        _say(change, Phrase.PEOPLE_AWAY, when=_when(change, opens))
        if opens is not None
        else _say(change, Phrase.PEOPLE_AWAY_LONG)
    )
    return f"{told} {_say(change, Phrase.LEAVE_CONTACT)}" if wants_contact(change) else told


def wants_contact(change: Change) -> bool:
    """Whether we could reach this customer on a page only, which they may have left by then."""
    return change.get_head().channel is Channel.WEB and not change.address.customer


def _when(change: Change, opens: datetime) -> str:
    """By web on the customer's own clock, if their browser told it; else on the business's."""
    zone = _own_zone(change)
    if zone is not None:
        return _say(change, Phrase.WHEN_YOUR_ZONE, when=_moment(change, opens, zone))
    zone = change.house.policy.business_hours.zone
    return _say(
        change,
        Phrase.WHEN_NAMED_ZONE,
        when=_moment(change, opens, zone),
        zone=zone_name(change.house.policy.time_zone),
    )


def zone_name(zone: str) -> str:
    """Return a zone as people call it: by its city."""
    return zone.rpartition("/")[2].replace("_", " ")


def _own_zone(change: Change) -> tzinfo | None:
    """A browser may know zones that we do not, and anybody may send us anything."""
    named = change.address.time_zone
    try:
        return find_zone(named) if named else None
    except ConfigurationError:
        return None


def _moment(change: Change, opens: datetime, zone: tzinfo) -> str:
    local, today = opens.astimezone(zone), change.now.astimezone(zone).date()
    days, clock = (local.date() - today).days, _clock(local, change.language)
    names = _say(change, Phrase.WEEKDAYS).split(",")
    day = names[local.weekday() % len(names)].strip()
    if days == 0:
        return _say(change, Phrase.WHEN_TODAY, time=clock)
    if days == 1:
        return _say(change, Phrase.WHEN_TOMORROW, time=clock)
    if days < _A_WEEK:
        return _say(change, Phrase.WHEN_WEEKDAY, day=day, time=clock)
    return _say(change, Phrase.WHEN_DATE, day=day, date=local.date().isoformat(), time=clock)


def _clock(local: datetime, language: str) -> str:
    if language.partition("-")[0] not in _TWELVE_HOURS:
        return f"{local:%H:%M}"
    return f"{local.hour % 12 or 12}:{local:%M} {'AM' if local.hour < 12 else 'PM'}"  # noqa: PLR2004 - a clock's


def _say(change: Change, key: str, **values: str) -> str:
    channel = change.get_head().channel
    return change.house.phrases.say(key, change.language, channel, **values)
