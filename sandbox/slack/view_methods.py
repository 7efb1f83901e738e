"""The Web API's methods on modals."""

from sandbox.slack.chat_methods import Method
from sandbox.slack.people import Installation
from sandbox.slack.views import View, Views, checked_view, shown_view
from sandbox.slack.wire import Fields, refuse_if, text


class ViewMethods:
    """`views.open`, `views.push` and `views.update`."""

    def __init__(self, installation: Installation, views: Views) -> None:
        self._installation = installation
        self._views = views

    def table(self) -> dict[str, Method]:
        return {
            "views.open": Method(self.open),
            "views.push": Method(self.push),
            "views.update": Method(self.update),
        }

    def open(self, arguments: Fields) -> Fields:
        given = checked_view(arguments.get("view"))
        user = self._views.spend_trigger(text(arguments.get("trigger_id")))
        return self._answer(self._views.open(user, given))

    def push(self, arguments: Fields) -> Fields:
        given = checked_view(arguments.get("view"))
        user = self._views.spend_trigger(text(arguments.get("trigger_id")))
        return self._answer(self._views.push(user, given))

    def update(self, arguments: Fields) -> Fields:
        given = checked_view(arguments.get("view"))
        view_id = text(arguments.get("view_id")) or text(arguments.get("external_id"))
        refuse_if("not_found", when=not view_id)
        return self._answer(self._views.update(view_id, given, text(arguments.get("hash"))))

    def _answer(self, view: View) -> Fields:
        return {"view": shown_view(view, self._installation)}
