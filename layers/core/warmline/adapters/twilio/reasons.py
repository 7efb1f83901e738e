"""What Twilio's codes mean for us, and in words that help an agent.

https://www.twilio.com/docs/api/errors
"""

OPTED_OUT = 21610
TOO_LONG = 21617
TOO_MANY_REQUESTS = 20429

PASSING = frozenset({14107, 20003, TOO_MANY_REQUESTS, 20500, 20503, 21611, 63018})
"""Worth another try: too fast, a full queue, trouble inside, or a token that was just rotated."""

_WORDS = {
    21211: "not a valid number",
    21408: "this country is not switched on at Twilio",
    OPTED_OUT: "the customer has opted out",
    21612: "Twilio cannot reach this number",
    21614: "not a mobile number",
    TOO_LONG: "longer than a text may be, 1,600 characters",
    30003: "the phone is off or out of reach",
    30004: "the carrier blocks it",
    30005: "the number is not in use",
    30006: "a landline, or a carrier that takes no texts",
    30007: "the carrier took it for spam",
    30008: "the carrier gives no reason",
    30034: "our number is not registered with the carriers",
    63016: "WhatsApp allows no free text after 24 hours of silence",
}


def explain(code: str) -> str:
    """Return the code with its meaning, where we know it, for the agent whose words they were."""
    words = _WORDS.get(int(code)) if code.isdecimal() and code.isascii() else None
    return f"{code}, {words}" if words else code
