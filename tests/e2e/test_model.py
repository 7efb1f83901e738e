"""Every way that a model can fail, on a deployed line: the customer hears something in time."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import count

import pytest

from tests.adapters.openai import model_server as model
from tests.adapters.openai.model_server import Act, ModelServer, a_reply
from tests.contract.customers import Visitor
from tests.contract.sockets import opened
from tests.contract.stack import Ready as ContractReady
from tests.e2e.people import Customer, until
from tests.e2e.stacks import DeployedLine, deployed_line
from warmline.domain.errors import Conflict
from warmline.domain.handoff import Reason
from warmline.domain.states import State
from warmline.domain.writes import Delete

pytestmark = pytest.mark.timeout(400)

IN_TIME = 20
ASKED = "How long does standard delivery take?"
SOURCE = "delivery/delivery-times"
HTML = b"<html><body>Bad gateway</body></html>"
ORDER = '{"order": "FO-20260117"}'
SHAPES: dict[str, tuple[Act, Reason]] = {
    "429": (model.body(429, b"{}", Retry_After="200"), Reason.MODEL_UNAVAILABLE),
    "500": (model.body(500, b"{}"), Reason.MODEL_UNAVAILABLE),
    "hang": (model.hangs, Reason.MODEL_UNAVAILABLE),
    "drip": (model.drips, Reason.MODEL_UNAVAILABLE),
    "drip of headers": (model.drips_headers, Reason.MODEL_UNAVAILABLE),
    "HTML with 200": (model.body(200, HTML, "text/html"), Reason.MODEL_UNAVAILABLE),
    "nothing with 200": (model.body(200, b""), Reason.MODEL_UNAVAILABLE),
    "stream cut": (model.cut(after=150), Reason.MODEL_UNAVAILABLE),
    "refusal": (model.refuses, Reason.MODEL_REFUSED),
    "incomplete": (
        model.ends("incomplete", incomplete_details={"reason": "max_output_tokens"}),
        Reason.MODEL_UNAVAILABLE,
    ),
    "filtered": (
        model.ends("incomplete", incomplete_details={"reason": "content_filter"}),
        Reason.MODEL_REFUSED,
    ),
    "bad JSON": (model.says("Sure: three days!"), Reason.MODEL_UNAVAILABLE),
    "empty text": (model.says(a_reply("")), Reason.MODEL_UNAVAILABLE),
    "unknown tool": (model.calls("no_such_tool"), Reason.TOOL_FAILED),
    "tool loop": (model.calls("order_status", ORDER), Reason.TOOL_FAILED),
}
PHONES = count(1)


@dataclass
class ModelLine:
    """A deployed line and the server of its model."""

    line: DeployedLine
    server: ModelServer

    def customer(self) -> Customer:
        return Customer(self.line, f"+1555777{next(PHONES):04}")

    def forget_failures(self) -> None:
        """Close the breaker, so that each failure is seen by itself."""
        store = self.customer().store
        outage = store.find_outage("model")
        with suppress(Conflict):
            store.commit([Delete(outage)] if outage else [])


@pytest.fixture(scope="module")
def modelled() -> Iterator[ModelLine]:
    """Yield a line whose model is this test's own server."""
    with ModelServer().running() as server:
        given = {
            "OPENAI_BASE_URL": server.base_url,
            "OPENAI_API_KEY": "sk-e2e",
            "OPENAI_MODEL": "e2e-model",
        }
        with deployed_line(given) as line:
            yield ModelLine(line, server)


def first_text(customer: Customer) -> tuple[str, float]:
    """Ask, and return what came back first, and after how many seconds."""
    began = time.monotonic()
    customer.text(ASKED)
    until(lambda: customer.received or None, "the customer heard nothing", 60)
    return customer.received[0], time.monotonic() - began


def test_a_model_answers_and_its_answer_is_stored_with_what_it_stands_on(
    modelled: ModelLine,
) -> None:
    modelled.server.script = [model.says(a_reply("Three to five days.", articles=[SOURCE]))]
    customer = modelled.customer()

    text, seconds = first_text(customer)

    assert text.endswith("Three to five days.")
    assert seconds < IN_TIME
    log = customer.store.read_log(customer.head.id)
    [answer] = [entry for entry in log if entry.model == "e2e-model"]
    assert [article.id for article in answer.articles] == [SOURCE]
    assert customer.phone.removeprefix("+") not in str(modelled.server.requests)
    name = modelled.server.requests[-1]["safety_identifier"]
    assert len(name) == 64
    assert name != hashlib.sha256(customer.address.encode()).hexdigest(), "anybody can work it out"


@pytest.mark.fault(15)
@pytest.mark.fault(17)
@pytest.mark.fault(18)
@pytest.mark.fault(19)
@pytest.mark.fault(21)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_failure_of_the_model_is_told_to_the_customer_in_time(
    shape: str, modelled: ModelLine
) -> None:
    act, reason = SHAPES[shape]
    modelled.forget_failures()
    modelled.server.script = [act]
    customer = modelled.customer()

    text, seconds = first_text(customer)

    assert "person" in text
    assert seconds < IN_TIME
    assert (customer.head.state, customer.head.reason) == (State.WAITING, reason)


@pytest.mark.fault(16)
def test_after_five_failures_humans_come_at_once_and_the_model_is_left_alone(
    modelled: ModelLine,
) -> None:
    modelled.forget_failures()
    modelled.server.script = [model.body(500, b"{}")]
    for _ in range(5):
        first_text(modelled.customer())
    asked = len(modelled.server.requests)

    customer = modelled.customer()
    first_text(customer)

    assert customer.head.reason is Reason.MODEL_UNAVAILABLE
    assert len(modelled.server.requests) == asked
    modelled.forget_failures()


def test_the_web_sees_the_answer_while_it_is_written(modelled: ModelLine) -> None:
    said = "It takes three to five days. Large furniture takes longer. Anything else?"
    modelled.server.script = [model.says(a_reply(said, articles=[SOURCE]), pieces=60, pause=0.02)]
    visitor = Visitor(ContractReady.read(asdict(modelled.line.ready)))
    visitor.open()

    with opened(visitor) as socket:
        socket.hello(visitor)
        visitor.say(ASKED)
        message = socket.wait_for_words("three to five days")

        drafts = [frame for frame in socket.frames if frame["type"] == "draft"]

    assert [frame["text"] for frame in drafts] == [
        "It takes three to five days.",
        "It takes three to five days. Large furniture takes longer.",
    ]
    assert len({frame["turn"] for frame in drafts}) == 1
    assert message["text"].endswith(said)
