"""`warmline secrets`: make the deployment's secret, fill what it lacks, rotate its values.

Values are typed at a hidden prompt; none is ever an argument, a log line or an output.
"""

from collections.abc import Mapping

import click

from deployer.credentials import ENTRIES, Entry, Value, complete, retired
from deployer.secret_store import SecretStore, open_client

DEFAULT_NAME = "warmline"
KEYS = click.Choice(tuple(ENTRIES))
SIGNING_KEYS = click.Choice([key for key, entry in ENTRIES.items() if entry.is_signing])


@click.command()
@click.option("--name", default=DEFAULT_NAME, show_default=True, help="The secret's name.")
@click.option("--region", help="The AWS region, if not the one of your AWS settings.")
@click.option("--profile", help="The AWS profile, if not the default one.")
@click.option("--endpoint-url", help="Another address of Secrets Manager (a local engine).")
@click.option("--rotate", type=KEYS, multiple=True, help="Renew a value; may be repeated.")
@click.option(
    "--retire", type=SIGNING_KEYS, multiple=True, help="End a rotation: drop the older value."
)
def secrets(  # noqa: PLR0913 - one argument an option
    *,
    name: str,
    region: str | None,
    profile: str | None,
    endpoint_url: str | None,
    rotate: tuple[str, ...],
    retire: tuple[str, ...],
) -> None:
    """Make or renew the secret that holds your tokens and two keys.

    The first time it asks for every token and makes the keys. After that it asks only for what is
    missing. A rotated signing value is accepted beside the former one until you retire that.
    """
    client = open_client(region=region, profile=profile, endpoint_url=endpoint_url)
    store = SecretStore(client, name)
    before = store.find()
    kept = retired(before or {}, frozenset(retire))
    after = complete(kept, ask_for, frozenset(rotate))
    if after == before:
        click.echo(f"Nothing to do: {name} has everything. Use --rotate to renew a value.")
        return
    if before is None:
        store.create(after)
    else:
        store.replace(after)
    click.echo(f"Saved in {name}: {', '.join(_changed(before or {}, after))}.")


def ask_for(entry: Entry) -> str:
    """Ask until the answer can be the value, without showing what is typed."""
    while True:
        answer: str = click.prompt(
            entry.question,
            hide_input=entry.is_hidden,
            default="" if entry.accepts("") else None,
            show_default=False,
            err=True,
        )
        if entry.accepts(answer.strip()):
            return answer.strip()
        click.echo("That does not look like one. Please try again.", err=True)


def _changed(before: Mapping[str, Value], after: Mapping[str, Value]) -> list[str]:
    return [key for key, value in after.items() if before.get(key) != value]
