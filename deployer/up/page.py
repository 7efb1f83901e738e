"""The sandbox's page: a phone, a shop with the widget and a desk, each on the real stack."""

from contextlib import ExitStack
from dataclasses import replace
from types import MappingProxyType

from deployer.desk import put_up_shift
from deployer.errors import CannotContinue
from deployer.up.aws import Aws
from deployer.up.engine import is_free
from deployer.up.local import Line, bring_up
from deployer.up.progress import Progress
from deployer.up.settings import LocalSettings
from deployer.up.stack import http_url
from sandbox.page.sandbox_page import Panes, SandboxPage
from sandbox.shop.shop import ShopPage

# Rules that show what a desk can do; what WARMLINE_POLICY says of the same stands.
SHOWN = MappingProxyType({"languages": ["es"], "skills": {"fraud": "payments"}})


def serve_page(settings: LocalSettings, progress: Progress, started: ExitStack) -> tuple[Line, str]:
    """Bring the line up and serve its page; returns the page's address."""
    # The stack is told the shop's origin, so the shop opens first.
    shop = ShopPage(0, f"{http_url(settings.port)}/chat/widget.js")
    shop.start()
    started.callback(shop.stop)
    settings = replace(settings, policy=SHOWN | dict(settings.policy))
    line = bring_up(settings, progress, started, (settings.names.chat_origin, shop.url))
    put_up_shift(Aws(line.engine).open_store(line.stack.table))
    page = SandboxPage(_panes(line, shop), _page_port(settings))
    page.start()
    started.callback(page.stop)
    return line, page.url


def _panes(line: Line, shop: ShopPage) -> Panes:
    if line.outside.twilio is None or line.outside.slack is None:
        raise CannotContinue(
            "The page shows the sandbox's own phone and desk: use --headless where TWILIO_API_URL "
            "or SLACK_API_URL is given."
        )
    return Panes(
        phone_url=line.outside.twilio.page_url,
        shop_url=shop.url,
        desk_url=f"{line.outside.slack.url}/desk",
    )


def _page_port(settings: LocalSettings) -> int:
    """Beside the engine's port, so that the address stays the same; any other if that is taken."""
    beside = settings.port + 1
    return beside if is_free(beside) else 0
