"""What leads do at the desk: see it, add, change, suspend and restore agents."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from warmline.adapters.slack import sentences
from warmline.adapters.slack.agent_windows import PROFILE, person_in, profile_in, profile_window
from warmline.adapters.slack.home import HomeTab
from warmline.adapters.slack.home_view import (
    ADD,
    CHANGE,
    REFRESH,
    RESTORE,
    SUSPEND,
    agent_line,
    desk_blocks,
    desk_window,
)
from warmline.adapters.slack.modals import View
from warmline.adapters.slack.parse import Command
from warmline.adapters.slack.parts import Part, Presses, Submissions, Verbs
from warmline.adapters.slack.presses import Press, Presser, Submission
from warmline.adapters.slack.tell import Teller
from warmline.adapters.slack.text import written
from warmline.application.leads import Leads, Profile, profile_of
from warmline.domain.agent import Agent, tidy_name
from warmline.domain.errors import Refusal, Refused

HOME, WINDOW = "home", "window"
UNNAMED = "Agent"
"""What customers read of somebody whom a lead has not named yet."""

_USER = re.compile(
    r"<@(?P<id>[A-Za-z0-9]{1,40})(?:\|(?P<handle>[^>]*))?>|(?P<plain>[UW][A-Z0-9]{6,20})(?= |$)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Leading(Part):
    """Each thing by button on a lead's Home or in a window, and by command.

    Everything raises Refused for who is no lead.
    """

    leads: Leads
    tab: HomeTab
    teller: Teller

    def presses(self) -> Presses:
        return {
            ADD: lambda press: self._open(press, None),
            CHANGE: self._open_change,
            SUSPEND: lambda press: self._done(press, self.leads.suspend),
            RESTORE: lambda press: self._done(press, self.leads.restore),
            REFRESH: self._show_again,
        }

    def verbs(self) -> Verbs:
        return {"agents": self._agents, "add": self._add, "suspend": self._suspend}

    def submissions(self) -> Submissions:
        return {PROFILE: self._save}

    def _open(self, press: Press | Presser, agent: Agent | None) -> None:
        self.leads.roster.authorise_lead(press.user)
        place = WINDOW if press.window or press.channel else HOME
        self.teller.show(press, profile_window(agent, self.leads.policy, place=place))

    def _open_change(self, press: Press) -> None:
        self._open(press, self._agent(press.conversation))

    def _done(self, press: Press, act: Callable[[str, str], Agent]) -> None:
        act(press.user, press.conversation)
        self._show_again(press)

    def _show_again(self, press: Press) -> None:
        """What was pressed shows the desk as it is now."""
        if press.window:
            self.teller.show(press, self._desk(press.user))
        else:
            self.leads.roster.authorise_lead(press.user)
            self.tab.show(press.user, press.workspace)

    def _save(self, sent: Submission) -> View | None:
        """Save it, and go back to where the window was opened."""
        user = person_in(sent)
        before = self.leads.roster.find(user)
        profile = profile_in(sent, before)
        save = self.leads.add if sent.conversation != user else self.leads.change
        save(sent.user, user, profile)
        if sent.rest == WINDOW:
            return self._desk(sent.user)
        self.tab.show(sent.user)
        return None

    def _desk(self, lead: str) -> View:
        limit = int(self.leads.policy.agent_limit)
        return desk_window(desk_blocks(self.tab.desk(lead), limit))

    def _agents(self, command: Command) -> str:
        """The list in words, and the window with the buttons."""
        overview, limit = self.tab.desk(command.user), int(self.leads.policy.agent_limit)
        self.teller.show(_presser(command), desk_window(desk_blocks(overview, limit)))
        lines = [agent_line(agent, limit) for agent in overview.agents]
        return "\n".join(lines[: sentences.MOST_AGENTS_IN_WORDS])

    def _add(self, command: Command) -> str:
        """`add @somebody A name`; without a person a window asks for all of it.

        Without a name they are called as in Slack, until a lead says otherwise.
        """
        found = _USER.match(command.alias)
        if found is None:
            self._open(_presser(command), None)
            return ""
        user, name = _id_of(found), tidy_name(written(command.alias[found.end() :]))
        self.leads.roster.authorise_lead(command.user)
        before = self.leads.roster.find(user)
        called = tidy_name(written(found["handle"] or "")) or UNNAMED
        profile = profile_of(before) if before else Profile(display_name=called)
        named = replace(profile, display_name=name or profile.display_name)
        return sentences.added(self.leads.add(command.user, user, named))

    def _suspend(self, command: Command) -> str:
        """`suspend @somebody`, or their name; without one the window with all of them."""
        self.leads.roster.authorise_lead(command.user)
        if not command.alias:
            self.teller.show(_presser(command), self._desk(command.user))
            return ""
        user = self._named(command.alias)
        return sentences.suspended(self.leads.suspend(command.user, user))

    def _named(self, who: str) -> str:
        """Return whom a lead means: by mention, by id, or by the name that customers see."""
        found = _USER.fullmatch(who)
        if found is not None:
            return _id_of(found)
        wanted = written(who).removeprefix("@").casefold()
        named = [
            agent.id
            for agent in self.leads.roster.everyone()
            if agent.display_name.casefold() == wanted
        ]
        if len(named) != 1:
            raise Refused(Refusal.NO_SUCH_AGENT)
        return named[0]

    def _agent(self, user: str) -> Agent:
        agent = self.leads.roster.find(user)
        if agent is None:
            raise Refused(Refusal.NO_SUCH_AGENT)
        return agent


def _id_of(found: re.Match[str]) -> str:
    return found["id"] or found["plain"]


def _presser(command: Command) -> Presser:
    return Presser(command.user, command.channel, "", trigger=command.trigger)
