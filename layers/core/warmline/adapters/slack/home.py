"""The app's Home, and the words and buttons of a shift."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aws_lambda_powertools import Logger
from slack_sdk import WebClient

from warmline.adapters.slack import sentences
from warmline.adapters.slack.blocks import Block
from warmline.adapters.slack.failures import translated
from warmline.adapters.slack.home_view import (
    HOME_BREAK,
    HOME_OFF,
    HOME_ON,
    customers_home,
    desk_blocks,
    home_view,
    shift_line,
    today_line,
)
from warmline.adapters.slack.parse import Command
from warmline.adapters.slack.parts import Events, Part, Presses, Verbs
from warmline.adapters.slack.payload import Payload, at, is_id, workspace_in
from warmline.adapters.slack.presses import Press
from warmline.application.desk_board import DeskBoard
from warmline.application.overview import MyDay, SeeDesk
from warmline.application.shifts import Shifts
from warmline.domain.agent import Agent
from warmline.domain.errors import DeliveryError, Refusal, Refused, UnsupportedEvent


@dataclass(frozen=True, slots=True)
class HomeTab:
    """One person's Home, as it is now. Nothing depends on its being shown."""

    client: Callable[[], WebClient]
    doubt: Callable[[], object]
    log: Logger
    my_day: MyDay
    board: DeskBoard
    desk: SeeDesk

    def show(self, user: str, workspace: str = "") -> None:
        """Publish it; somebody who is no agent reads how a customer gets help."""
        view = self._view(user, workspace)
        try:
            with translated(self.doubt):
                self.client().views_publish(user_id=user, view=dict(view))
        except DeliveryError as error:
            self.log.warning("home_not_shown", problem=error.code)

    def _view(self, user: str, workspace: str) -> Mapping[str, Any]:
        try:
            day = self.my_day(user)
        except Refused as refused:
            if refused.reason is Refusal.NOT_AN_AGENT:
                return customers_home()
            raise
        cases, zone = self.board.my_cases(user), self.my_day.policy.time_zone
        beneath = self._desk(user) if day.agent.lead else ()
        return home_view(day, cases, beneath, zone=zone, workspace=workspace)

    def _desk(self, user: str) -> Sequence[Block]:
        return desk_blocks(self.desk(user), int(self.desk.policy.agent_limit))


@dataclass(frozen=True, slots=True)
class Home(Part):
    """On shift, break, off shift: by button on Home, by command, and so by the pinned message."""

    tab: HomeTab
    shifts: Shifts

    def presses(self) -> Presses:
        return {
            HOME_ON: lambda press: self._changed(press, self.shifts.on),
            HOME_BREAK: lambda press: self._changed(press, self.shifts.take_break),
            HOME_OFF: lambda press: self._changed(press, self.shifts.off),
        }

    def verbs(self) -> Verbs:
        return {"on": self._on, "break": self._break, "off": self._off, "me": self._me}

    def events(self) -> Events:
        return {"app_home_opened": self._opened}

    def _opened(self, payload: Payload) -> None:
        """What we wrote into the view tells the workspace's name, which the event does not."""
        event = payload.get("event")
        user = at(event, "user")
        if at(event, "tab") != "home" or not is_id(user):
            raise UnsupportedEvent("a tab that is not ours to fill")
        self.tab.show(str(user), workspace_in(at(event, "view"), "private_metadata"))

    def _changed(self, press: Press, change: Callable[[str], Agent]) -> None:
        change(press.user)
        self.tab.show(press.user, press.workspace)

    def _on(self, command: Command) -> str:
        self.shifts.on(command.user)
        queue = self.tab.board.queue(command.user)
        return f"{sentences.ON_SHIFT} {sentences.queue_line(queue)}"

    def _break(self, command: Command) -> str:
        self.shifts.take_break(command.user)
        return sentences.ON_A_BREAK

    def _off(self, command: Command) -> str:
        return sentences.off_shift(self.shifts.off(command.user).open_count)

    def _me(self, command: Command) -> str:
        day, zone = self.tab.my_day(command.user), self.tab.my_day.policy.time_zone
        cases = self.tab.board.my_cases(command.user)
        lines = [shift_line(day), today_line(day, zone)]
        return "\n".join([*lines, sentences.my_cases(cases, command.workspace)])
