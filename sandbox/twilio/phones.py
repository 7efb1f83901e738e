"""The phones of the sandbox, and where Twilio would say that a number is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    city: str = ""
    state: str = ""
    zip: str = ""
    country: str = ""

    def fields(self, end: str) -> dict[str, str]:
        """Return the four fields of one end, `From` or `To`, of a webhook."""
        return {
            f"{end}City": self.city,
            f"{end}State": self.state,
            f"{end}Zip": self.zip,
            f"{end}Country": self.country,
        }


@dataclass(frozen=True, slots=True)
class Phone:
    number: str
    name: str
    place: Place
    suggestions: tuple[str, ...]


ENGLISH = ("Where is my order?", "How do returns work?", "Talk to a person", "STOP")
SPANISH = ("¿Dónde está mi pedido?", "¿Cómo devuelvo algo?", "Quiero hablar con una persona")
GERMAN = ("Wo ist meine Bestellung?", "Wie geht eine Rückgabe?", "Ich möchte einen Menschen")

PHONES = (
    Phone("+13125550187", "Maya", Place("CHICAGO", "IL", "60601", "US"), ENGLISH),
    Phone("+12105550164", "Lucía", Place("SAN ANTONIO", "TX", "78205", "US"), SPANISH),
    Phone("+12025550143", "Jonas", Place("WASHINGTON", "DC", "20001", "US"), GERMAN),
)
ELSEWHERE_IN_THE_US = Place("DENVER", "CO", "80202", "US")


def place_of(number: str) -> Place:
    """Return a known phone's place; Twilio leaves the fields blank for most other countries."""
    known = {phone.number: phone.place for phone in PHONES}
    return known.get(number, ELSEWHERE_IN_THE_US if number.startswith("+1") else Place())
