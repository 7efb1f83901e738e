"""Twilio for the sandbox and for tests: one object, one port."""

from sandbox.feed import Feed
from sandbox.messages import Response
from sandbox.server import StandInServer
from sandbox.twilio.account import Account
from sandbox.twilio.carrier import Carrier
from sandbox.twilio.faults import Faults
from sandbox.twilio.pane import Pane, as_seen
from sandbox.twilio.rest import RestApi
from sandbox.twilio.texts import Books, Media, Text


class TwilioStandIn:
    """Answers as https://api.twilio.com does for one account, and calls its webhook.

    Settings of the account (`stand_in.account.webhook_url` and its like) may change at any time;
    `stand_in.faults` makes it fail. Nothing leaves this machine but what the URLs given name.
    """

    def __init__(self, account: Account, port: int = 0) -> None:
        self.account = account
        self.faults = Faults()
        self._server = StandInServer(port)
        self._feed = Feed(self._server.stopping)
        self._books = Books(self._publish)
        self._carrier = Carrier(account, self._books, self.faults, self._server.stopping)
        self._pane = Pane(account, self._books, self._carrier, self.faults)
        self._rest = RestApi(account, self._books, self._carrier, self.faults)
        self._add_routes()

    @property
    def url(self) -> str:
        """The address for `TWILIO_API_URL`."""
        return self._server.url

    @property
    def page_url(self) -> str:
        return f"{self.url}/phone"

    def start(self) -> None:
        self._server.start()

    def stop(self) -> None:
        self._server.stop()
        self._carrier.settle(2.0)

    def send_as_phone(self, phone: str, body: str, media: tuple[Media, ...] = ()) -> Text:
        """Text the account's first line, as somebody at that phone would."""
        return self._pane.send_as_phone(phone, body, media=media)

    def replay(self, sid: str) -> None:
        """Post an inbound text to the webhook once more, as an operator may."""
        text = self._books.find(sid)
        if text is None:
            raise KeyError(sid)
        self._carrier.receive(text)

    def texts(self, phone: str) -> list[Text]:
        """Return all texts of a phone, both ways, oldest first."""
        return self._books.of_phone(phone)

    def settle(self) -> bool:
        """Wait until no text, receipt or webhook is on its way; false if that takes too long."""
        return self._carrier.settle()

    def _publish(self, text: Text) -> None:
        self._feed.publish(as_seen(text))

    def _add_routes(self) -> None:
        messages = "/2010-04-01/Accounts/{account}/Messages"
        self._server.route("POST", f"{messages}.json", self._rest.create)
        self._server.route("GET", f"{messages}.json", self._rest.list)
        self._server.route("GET", f"{messages}/{{message}}.json", self._rest.fetch)
        self._server.route(
            "GET", "/", lambda _request: Response(302, headers={"Location": "/phone"})
        )
        self._pane.add_routes(self._server, self._feed)
