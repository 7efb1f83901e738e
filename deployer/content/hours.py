"""When people answer, and what is promised: checked so that a mistake names its place."""

from datetime import date

from deployer.content.mapping import Value
from warmline.domain.business_hours import WEEKDAYS, find_zone, parse_day, parse_periods
from warmline.domain.errors import ConfigurationError
from warmline.domain.policy import TIERS

PROMISES = ("first_reply_seconds", "waiting_seconds")


def mistake_in_hours(name: str, value: Value) -> str | None:
    """Return what is wrong with a rule on hours, days or promises; None for any other rule."""
    match name:
        case "time_zone":
            return _zone(value)
        case "hours":
            return _hours(value)
        case "hours_on":
            return _days(value) if isinstance(value, dict) else None
        case "holidays":
            return _each_day(value) if isinstance(value, list) else None
        case _ if name in PROMISES and isinstance(value, dict) and set(value) != set(TIERS):
            return f"must be one number, or one for each of {', '.join(TIERS)}"
    return None


def without_dates(value: object) -> Value:
    """Return a value whose days are texts: YAML makes dates of those without quotes."""
    match value:
        case date():
            return value.isoformat()
        case dict():
            return {str(without_dates(name)): without_dates(one) for name, one in value.items()}
        case list():
            return [without_dates(one) for one in value]
        case str() | int() | float() | None:
            return value
    return str(value)


def _zone(value: Value) -> str | None:
    try:
        find_zone(value if isinstance(value, str) else "")
    except ConfigurationError:
        return f"{value!r} is not a time zone: use a name such as Europe/Berlin"
    return None


def _hours(value: Value) -> str | None:
    if not isinstance(value, dict):
        return "must name weekdays, each with its periods"
    for day, text in value.items():
        if day not in WEEKDAYS:
            return f"names {day!r}, which is none of {', '.join(WEEKDAYS)}"
        if problem := _periods(day, text):
            return problem
    return None


def _days(value: dict[str, Value]) -> str | None:
    for day, text in value.items():
        if problem := _day(day) or _periods(day, text):
            return problem
    return None


def _each_day(value: list[Value]) -> str | None:
    return next((problem for day in value if (problem := _day(str(day)))), None)


def _day(text: str) -> str | None:
    try:
        parse_day(text)
    except ValueError as error:
        return str(error)
    return None


def _periods(day: str, text: Value) -> str | None:
    try:
        parse_periods(text if isinstance(text, str) else "")
    except ValueError as error:
        return f"of {day} {error}"
    return None
