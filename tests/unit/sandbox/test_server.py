import http.client
import json
from collections.abc import Iterator

import pytest

from sandbox.feed import Feed
from sandbox.messages import Request, Response
from sandbox.server import PortTakenError, StandInServer


@pytest.fixture
def server() -> Iterator[StandInServer]:
    stand_in = StandInServer()
    stand_in.route("GET", "/hello/{name}.json", greet)
    stand_in.route("POST", "/echo", echo)
    stand_in.route("POST", "/object", lambda request: Response.json(request.json()))
    stand_in.route("GET", "/broken", fail)
    stand_in.start()
    yield stand_in
    stand_in.stop()


def greet(request: Request) -> Response:
    return Response.json({"name": request.parameters["name"], "query": request.query()})


def echo(request: Request) -> Response:
    return Response.json(request.form_pairs())


def fail(_request: Request) -> Response:
    raise LookupError


def call(
    server: StandInServer, method: str, target: str, body: bytes = b"", kind: str = "text/plain"
) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request(method, target, body, {"Content-Type": kind})
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def test_a_part_of_the_path_and_the_query_arrive_decoded(server: StandInServer) -> None:
    status, body = call(server, "GET", "/hello/a%20b.json?x=1&x=2&y=")

    assert status == 200
    assert json.loads(body) == {"name": "a b", "query": {"x": "1", "y": ""}}


def test_a_form_keeps_blank_and_repeated_fields(server: StandInServer) -> None:
    _, body = call(server, "POST", "/echo", b"a=1&a=2&b=&c=%2B")

    assert json.loads(body) == [["a", "1"], ["a", "2"], ["b", ""], ["c", "+"]]


def test_an_unknown_path_is_404_and_a_wrong_method_405(server: StandInServer) -> None:
    assert call(server, "GET", "/nowhere")[0] == 404
    assert call(server, "GET", "/hello/a/b.json")[0] == 404
    assert call(server, "GET", "/echo")[0] == 405
    assert call(server, "OPTIONS", "/echo")[0] == 405


@pytest.mark.parametrize(
    ("body", "kind"),
    [(b"{", "application/json"), (b"[]", "application/json"), (b"{}", "text/plain")],
)
def test_a_body_that_is_no_json_object_is_400(
    server: StandInServer, body: bytes, kind: str
) -> None:
    assert call(server, "POST", "/object", body, kind)[0] == 400


def test_a_route_that_fails_is_500_and_the_server_lives(server: StandInServer) -> None:
    assert call(server, "GET", "/broken")[0] == 500
    assert call(server, "GET", "/hello/x.json")[0] == 200


def test_a_connection_serves_several_requests(server: StandInServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    for _ in range(3):
        connection.request("GET", "/hello/x.json")
        assert connection.getresponse().read().startswith(b"{")
    connection.close()


def test_a_port_in_use_says_so(server: StandInServer) -> None:
    with pytest.raises(PortTakenError, match=f"Port {server.port} is already in use"):
        StandInServer(server.port).start()


def test_stop_ends_open_connections_and_frees_the_port(server: StandInServer) -> None:
    idle = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    idle.request("GET", "/hello/x.json")
    idle.getresponse().read()
    port = server.port
    server.stop()
    server.stop()
    idle.close()
    again = StandInServer(port)
    again.start()
    again.stop()


def test_a_listener_gets_what_is_published_and_the_stream_ends_with_the_server() -> None:
    server = StandInServer()
    feed = Feed(server.stopping)
    server.route("GET", "/feed", lambda _request: Response.events(feed.listen()))
    server.start()
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request("GET", "/feed")
    stream = connection.getresponse()
    first = [stream.readline(), stream.readline()]
    feed.publish({"a": "b\nc"})
    second = stream.readline()
    server.stop()
    rest = stream.read()
    connection.close()

    assert (stream.getheader("Content-Type") or "").startswith("text/event-stream")
    assert first == [b": listening\n", b"\n"]
    assert second == b'data: {"a": "b\\nc"}\n'
    assert rest == b"\n"
