"""A stand-in for Slack, for people who try Warmline and for tests."""

from sandbox.slack.people import PEOPLE, Part, Person
from sandbox.slack.sender import Patience
from sandbox.slack.standin import Settings, SlackStandIn

__all__ = ["PEOPLE", "Part", "Patience", "Person", "Settings", "SlackStandIn"]
