"""The Web API's methods on modals and App Homes."""

from sandbox.slack.chat_methods import Method
from sandbox.slack.people import Installation
from sandbox.slack.views import HOME, MODAL, View, Views, checked_view, shown_view
from sandbox.slack.wire import Fields, RefusedError, refuse_if, text
from sandbox.slack.workspace import Workspace


class ViewMethods:
    """`views.open`, `views.push`, `views.update` and `views.publish`."""

    def __init__(self, installation: Installation, workspace: Workspace, views: Views) -> None:
        self._installation = installation
        self._people = workspace.people
        self._views = views

    def table(self) -> dict[str, Method]:
        return {
            "views.open": Method(self.open),
            "views.push": Method(self.push),
            "views.update": Method(self.update),
            "views.publish": Method(self.publish),
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
        view_id = text(arguments.get("view_id")) or text(arguments.get("external_id"))
        before = self._views.find(view_id)
        kind = HOME if before is not None and before.is_home else MODAL
        given = checked_view(arguments.get("view"), kind)
        refuse_if("not_found", when=before is None)
        return self._answer(self._views.update(view_id, given, text(arguments.get("hash"))))

    def publish(self, arguments: Fields) -> Fields:
        user = text(arguments.get("user_id"))
        if user not in self._people:
            raise RefusedError("invalid_arguments", ["invalid `user_id`"])
        given = checked_view(arguments.get("view"), HOME)
        return self._answer(self._views.publish(user, given, text(arguments.get("hash"))))

    def _answer(self, view: View) -> Fields:
        return {"view": shown_view(view, self._installation)}
