"""The shop's own service, which the bot's actions call: orders, returns and refunds, in memory.

It answers an Idempotency-Key that it has seen with what it answered before, as a real one must.
"""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sandbox.messages import Request, Response
from sandbox.server import StandInServer

type Act = Callable[["Order"], Response]

_NUMBER = re.compile(r"FO-?([0-9]{8})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Order:
    """One order; `delivery` is when it came or is expected, in days from today."""

    number: str
    status: str
    delivery: int
    amount: str
    return_number: str = ""
    refund_number: str = ""

    def shown(self) -> dict[str, str]:
        day = datetime.now(UTC).date() + timedelta(days=self.delivery)
        return {"order": self.number, "status": self.status, "delivery": day.isoformat()}


ORDERS = (
    Order("FO-20260117", "Sent", 2, "$84.00"),
    Order("FO-20260098", "Delivered", -4, "$49.00"),
    Order("FO-20260123", "Packing", 5, "$312.50"),
)
"""Made-up orders for whoever tries the sandbox."""


class ShopOrders:
    """The service at `url`. `requests` are the calls that came, newest last."""

    def __init__(self, port: int = 0, orders: tuple[Order, ...] = ORDERS) -> None:
        self.requests: list[Request] = []
        self._orders = {order.number: order for order in orders}
        self._answered: dict[str, Response] = {}
        self._lock = threading.Lock()
        self._server = StandInServer(port)
        self._server.route("GET", "/orders/{order}", self._show)
        self._server.route("POST", "/orders/{order}/returns", self._start_return)
        self._server.route("POST", "/orders/{order}/refunds", self._refund)

    @property
    def url(self) -> str:
        return self._server.url

    def start(self) -> None:
        """Serve from now on; raises PortTakenError."""
        self._server.start()

    def stop(self) -> None:
        self._server.stop()

    def find(self, number: str) -> Order | None:
        """Return the order as it is now."""
        found = _NUMBER.fullmatch(number)
        return self._orders.get(f"FO-{found[1]}") if found else None

    def _show(self, request: Request) -> Response:
        return self._answer(request, lambda order: Response.json(order.shown()))

    def _start_return(self, request: Request) -> Response:
        def start(order: Order) -> Response:
            if order.status != "Delivered":
                return Response.json({"error": "not_delivered"}, 409)
            number = order.return_number or f"RT-{order.number[-8:]}"
            self._orders[order.number] = replace(order, return_number=number)
            return Response.json({"order": order.number, "return_number": number}, 201)

        return self._once(request, start)

    def _refund(self, request: Request) -> Response:
        def pay(order: Order) -> Response:
            if order.refund_number:
                return Response.json({"error": "refunded_already"}, 409)
            number = f"RF-{order.number[-8:]}"
            self._orders[order.number] = replace(order, refund_number=number)
            paid = {"order": order.number, "refund_number": number, "amount": order.amount}
            return Response.json(paid, 201)

        return self._once(request, pay)

    def _once(self, request: Request, act: Act) -> Response:
        key = request.headers.get("idempotency-key", "")
        if not key:
            return Response.json({"error": "idempotency_key_missing"}, 400)
        with self._lock:
            if key not in self._answered:
                self._answered[key] = self._answer(request, act)
            return self._answered[key]

    def _answer(self, request: Request, act: Act) -> Response:
        self.requests.append(request)
        order = self.find(request.parameters["order"])
        return Response.json({"error": "not_found"}, 404) if order is None else act(order)
