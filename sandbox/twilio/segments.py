"""How many SMS segments a text takes.

https://www.twilio.com/docs/glossary/what-sms-character-limit
"""

import string
from dataclasses import dataclass

GSM_BASIC = frozenset(
    string.ascii_letters
    + string.digits
    + " \n\r!\"#%&'()*+,-./:;<=>?@$_"
    + "£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà"
)
ONE_UNIT_UP_TO = 0xFFFF  # what lies above takes two units of UCS-2
GSM_ESCAPED = frozenset("\f^{}\\[~]|€")


@dataclass(frozen=True, slots=True)
class Segments:
    encoding: str
    count: int


def segments_of(body: str) -> Segments:
    """Count as a carrier does: a character is never cut in two at the end of a segment."""
    if all(character in GSM_BASIC or character in GSM_ESCAPED for character in body):
        sizes = [2 if character in GSM_ESCAPED else 1 for character in body]
        return Segments("GSM-7", packed(sizes, alone=160, joined=153))
    sizes = [2 if ord(character) > ONE_UNIT_UP_TO else 1 for character in body]
    return Segments("UCS-2", packed(sizes, alone=70, joined=67))


def packed(sizes: list[int], *, alone: int, joined: int) -> int:
    if sum(sizes) <= alone:
        return 1
    count, room = 1, joined
    for size in sizes:
        if size > room:
            count, room = count + 1, joined
        room -= size
    return count
