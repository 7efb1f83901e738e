"""What the line sends beside words arrives at the phone."""

import pytest

from sandbox.messages import Response
from sandbox.server import StandInServer
from sandbox.twilio.stand_in import TwilioStandIn
from tests.unit.sandbox.twilio.calling import call, send


@pytest.fixture
def shelf() -> StandInServer:
    """Return a server, not started yet, that has one picture."""
    server = StandInServer()
    server.route("GET", "/label.png", lambda _request: Response(200, b"PNG", "image/png"))
    return server


def test_a_picture_is_fetched_where_the_line_put_it(
    twilio: TwilioStandIn, shelf: StandInServer
) -> None:
    shelf.start()
    try:
        sid = send(twilio, Body="", MediaUrl=f"{shelf.url}/label.png").body["sid"]
        answer = call(f"{twilio.url}/sandbox/texts/{sid}/media/0")
    finally:
        shelf.stop()

    assert sid.startswith("MM")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/png")
    assert answer.headers["Content-Disposition"] == "attachment"


def test_what_is_not_there_is_no_picture(twilio: TwilioStandIn) -> None:
    sid = send(twilio, MediaUrl="http://127.0.0.1:9/gone.png").body["sid"]

    assert call(f"{twilio.url}/sandbox/texts/{sid}/media/0").status == 502
    assert call(f"{twilio.url}/sandbox/texts/{sid}/media/1").status == 404
    assert call(f"{twilio.url}/sandbox/texts/SM1/media/0").status == 404


def test_nothing_but_the_web_is_read(twilio: TwilioStandIn) -> None:
    sid = send(twilio, MediaUrl="file:///etc/hostname").body["sid"]

    assert call(f"{twilio.url}/sandbox/texts/{sid}/media/0").status == 502
