"""Twilio's default handling of STOP, START and HELP on a long code.

https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out. Only a whole message counts.
The words that opt in again are answered when the number had opted out; else YES is only a yes.
"""

from enum import StrEnum


class Keyword(StrEnum):
    STOP = "STOP"
    START = "START"
    HELP = "HELP"


WORDS = {
    Keyword.STOP: ["STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"],
    Keyword.START: ["START", "YES", "UNSTOP"],
    Keyword.HELP: ["HELP", "INFO"],
}
KEYWORDS = {word: keyword for keyword, words in WORDS.items() for word in words}
ANSWERS = {
    Keyword.STOP: "You have successfully been unsubscribed. You will not receive any more "
    "messages from this number. Reply START to resubscribe.",
    Keyword.START: "You have successfully been re-subscribed to messages from this number. "
    "Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
    Keyword.HELP: "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
}


def keyword_of(body: str) -> Keyword | None:
    return KEYWORDS.get(body.strip().upper())


def answer_to(keyword: Keyword) -> str:
    return ANSWERS[keyword]
