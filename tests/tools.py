"""Actions for tests: a catalogue of four, and a runner that remembers what it did."""

from collections.abc import Callable
from dataclasses import dataclass, field

from warmline.application.tool_running import Output, ToolCall
from warmline.domain.errors import ToolFailed
from warmline.domain.tool_catalogue import Catalogue, Parameter, Tool
from warmline.domain.tools import Risk

ORDER = Parameter(
    name="order",
    schema={"type": "string", "pattern": "FO-?[0-9]{8}"},
    ask={"en": "What is your order number?", "es": "¿Cuál es tu número de pedido?"},
)
STATUS = Tool(
    name="order_status",
    description="Where an order is.",
    risk=Risk.READ,
    parameters=(ORDER,),
    for_articles=("orders/track-an-order",),
    says={"en": "Order {order}: {status}.", "es": "Pedido {order}: {status}."},
    not_found={"en": "There is no order {order}."},
    words={"Sent": {"es": "enviado"}},
)
RETURN = Tool(
    name="start_return",
    description="Start a return.",
    risk=Risk.WRITE,
    parameters=(ORDER,),
    for_articles=("returns/return-an-item",),
    confirm={"en": "Shall I start the return of {order}? Please answer yes or no."},
    says={"en": "Done: your return has the number {return_number}."},
)
REFUND = Tool(
    name="refund_order",
    description="Pay an order back.",
    risk=Risk.APPROVE,
    parameters=(ORDER,),
    for_articles=("returns/request-a-refund",),
    approval="Refund order {order}",
    says={"en": "Your refund of {amount} is on its way."},
)
NOTE = Tool(
    name="search_notes",
    description="Look something up by free text.",
    risk=Risk.READ,
    parameters=(Parameter(name="text", schema={"type": "string"}),),
)
CATALOGUE = Catalogue({tool.name: tool for tool in (STATUS, RETURN, REFUND, NOTE)})
FO = "FO-20260117"


@dataclass
class RememberingShop:
    """A ToolRunner that answers a key twice with the same, as a good service does."""

    calls: list[tuple[str, str, str]] = field(default_factory=list)
    effects: dict[str, Output] = field(default_factory=dict)
    fails: list[ToolFailed] = field(default_factory=list)
    meanwhile: list[Callable[[], object]] = field(default_factory=list)

    def run(self, tool: Tool, call: ToolCall) -> Output:
        self.calls.append((tool.name, str(call.arguments.get("order")), call.key))
        if self.meanwhile:
            self.meanwhile.pop(0)()
        if self.fails:
            raise self.fails.pop(0)
        if call.key not in self.effects:
            self.effects[call.key] = self._new(tool)
        return self.effects[call.key]

    def _new(self, tool: Tool) -> Output:
        number = f"{len(self.effects) + 1:04}"
        outputs: dict[str, Output] = {
            "order_status": {"status": "Sent"},
            "start_return": {"return_number": f"RT-{number}"},
            "refund_order": {"amount": "$49.00", "refund_number": f"RF-{number}"},
        }
        return outputs[tool.name]

    @property
    def names(self) -> list[str]:
        return [name for name, _, _ in self.calls]
