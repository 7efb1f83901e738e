"""Links to what is in Slack, and moments, in Slack's own markup."""

from datetime import datetime

from warmline.domain.conversation import Posted


def link_to(workspace: str, posted: Posted | None, label: str = "Open its thread") -> str:
    """Return a link to a card; "" before it is posted, or where the workspace is not known."""
    if posted is None or not workspace:
        return ""
    ts = posted.ts.replace(".", "")
    return f"<https://{workspace}.slack.com/archives/{posted.channel}/p{ts}|{label}>"


def clock_time(moment: datetime | None) -> str:
    """A moment in each reader's own time zone; in UTC where Slack does not show dates."""
    if moment is None:
        return "now"
    utc = moment.strftime("%Y-%m-%d %H:%M UTC")
    return f"<!date^{int(moment.timestamp())}^{{date_short_pretty}} {{time}}|{utc}>"
