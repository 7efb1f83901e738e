"""Finds how much of a question an article must explain before the embedded answerer quotes it.

    python -m eval.find_threshold DATA_FOLDER

asks the sample shop's articles the shop questions of Bitext, and the out-of-scope questions of
CLINC150, and prints for each threshold what would happen. Choose on `train`, report on `dev`.
"""

import csv
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich.console import Console
from rich.table import Table

from deployer.compile_content import CONTENT
from deployer.content.articles import read_articles
from deployer.content.search_index import write_index
from warmline.adapters.knowledge.index import ArticleIndex

THRESHOLDS = (0.16, 0.18, 0.20, 0.22, 0.24, 0.26, 0.30)

RIGHT_ARTICLE = {
    "cancel_order": "orders/cancel-an-order",
    "change_order": "orders/change-an-order",
    "change_shipping_address": "delivery/delivery-address",
    "check_cancellation_fee": "orders/cancellation-fees",
    "check_invoice": "orders/invoices",
    "check_payment_methods": "payments/payment-methods",
    "check_refund_policy": "returns/refund-policy",
    "complaint": "help/make-a-complaint",
    "contact_customer_service": "help/contact-us",
    "create_account": "account/create-an-account",
    "delete_account": "account/close-your-account",
    "delivery_options": "delivery/delivery-options",
    "delivery_period": "delivery/delivery-times",
    "edit_account": "account/update-your-details",
    "get_invoice": "orders/invoices",
    "get_refund": "returns/request-a-refund",
    "newsletter_subscription": "account/newsletter",
    "payment_issue": "payments/payment-problems",
    "place_order": "orders/place-an-order",
    "recover_password": "account/reset-your-password",
    "registration_problems": "account/sign-up-problems",
    "review": "help/leave-a-review",
    "set_up_shipping_address": "delivery/delivery-address",
    "switch_account": "account/account-types",
    "track_order": "orders/track-an-order",
    "track_refund": "returns/track-a-refund",
}
"""Bitext's intents; `contact_human_agent` is missing because it never reaches the articles."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the search said to one question, and whether its first article is the right one."""

    confidence: float
    right: bool


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(data: Path) -> None:
    """Print what each threshold would do on the sets in DATA."""
    with TemporaryDirectory() as work:
        file = Path(work) / "articles.sqlite"
        write_index(read_articles(CONTENT / "articles"), file)
        with closing(ArticleIndex.open(file)) as index:
            for part, outside in (("train", ("oos_train", "oos_val")), ("dev", ("oos_test",))):
                _print(part, list(_shop(index, data, part)), list(_outside(index, data, outside)))


def _shop(index: ArticleIndex, data: Path, part: str) -> Iterator[Outcome]:
    for row in _rows(data / "bitext_intents" / f"{part}.csv"):
        if row["intent"] in RIGHT_ARTICLE:
            found = index.search(row["utterance"])
            first = found.articles[0].article.id if found.articles else ""
            yield Outcome(found.confidence, first == RIGHT_ARTICLE[row["intent"]])


def _outside(index: ArticleIndex, data: Path, parts: tuple[str, ...]) -> Iterator[Outcome]:
    for row in _rows(data / "clinc150" / "data_full.csv"):
        if row["split"] in parts:
            yield Outcome(index.search(row["text"]).confidence, right=False)


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _print(part: str, shop: list[Outcome], outside: list[Outcome]) -> None:
    right = sum(outcome.right for outcome in shop) / len(shop)
    table = Table(title=f"{part}: {len(shop)} shop questions, first article right {right:.1%}")
    for heading in ("threshold", "right", "wrong", "refused", "out of scope answered"):
        table.add_column(heading)
    for threshold in THRESHOLDS:
        said = [outcome for outcome in shop if outcome.confidence >= threshold]
        table.add_row(
            f"{threshold:.2f}",
            f"{sum(outcome.right for outcome in said) / len(shop):.1%}",
            f"{sum(not outcome.right for outcome in said) / len(shop):.1%}",
            f"{1 - len(said) / len(shop):.1%}",
            f"{sum(each.confidence >= threshold for each in outside) / len(outside):.1%}",
        )
    Console().print(table)


if __name__ == "__main__":
    main()
