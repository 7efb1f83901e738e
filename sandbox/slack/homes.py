"""The app's own place in Slack: people open its Home or its messages, and the app hears of it.

https://docs.slack.dev/reference/events/app_home_opened
"""

from sandbox.slack.acting import Acting
from sandbox.slack.events import Events
from sandbox.slack.people import Installation
from sandbox.slack.views import Views, shown_view
from sandbox.slack.wire import RefusedError

TABS = frozenset({"home", "messages"})


class Homes:
    """Each opening of a tab is told to the app; what it then publishes is shown."""

    def __init__(
        self, installation: Installation, acting: Acting, events: Events, views: Views
    ) -> None:
        self._installation = installation
        self._acting = acting
        self._events = events
        self._views = views

    def open(self, user: str, tab: str = "home") -> None:
        if tab not in TABS:
            raise RefusedError("unknown_tab")
        person = self._acting.person(user)
        view = self._views.home(user) if tab == "home" else None
        shown = None if view is None else shown_view(view, self._installation)
        self._events.home_opened(user, person.direct_channel, tab, shown)
