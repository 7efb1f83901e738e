"""What the deployer writes into `content/policy.yaml` is what the line goes by."""

from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from warmline.domain.address import Channel
from warmline.domain.errors import ConfigurationError
from warmline.domain.policy import Policy

CONTENT = Path(__file__).parents[3] / "content"
NO_NUMBERS = {
    *("keywords_answered_by", "topics", "vips", "own_hosts", "teams", "skills", "languages"),
    *("time_zone", "hours", "hours_on", "holidays", "scrub"),
}


def written() -> dict[str, object]:
    values = yaml.safe_load((CONTENT / "policy.yaml").read_text("utf-8"))
    assert isinstance(values, dict)
    return values


def test_every_rule_that_a_deployer_may_change_is_read() -> None:
    unread = set(written()) - set(Policy.__dataclass_fields__)

    assert unread == set()


@pytest.mark.parametrize("name", sorted(set(written()) - NO_NUMBERS))
def test_a_changed_rule_changes_the_policy(name: str) -> None:
    changed = Policy.read({**written(), name: 7})

    assert changed != Policy.read(written())


def test_head_starts_add_up_to_the_most_of_them() -> None:
    policy = Policy.read(
        {
            "head_start_repeat_seconds": 60,
            "head_start_released_seconds": 90,
            "head_start_most_seconds": 100,
        }
    )

    assert policy.head_start(so_far=0, more=policy.head_start_repeat_seconds) == 60
    assert policy.head_start(so_far=60, more=policy.head_start_released_seconds) == 100


def test_one_number_stands_for_every_channel() -> None:
    policy = Policy.read({"idle_seconds": 30})

    assert {policy.idle(channel) for channel in Channel} == {timedelta(seconds=30)}


def test_a_reminder_comes_before_the_end_of_a_short_lease() -> None:
    policy = Policy.read({"lease_seconds": 90})

    assert policy.lease_reminder == timedelta(seconds=60)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lease_seconds", "soon"),
        ("lease_seconds", -1),
        ("agent_limit", True),
        ("idle_seconds", {"sms": 5}),
        ("keywords_answered_by", "nobody"),
        ("head_start_most_seconds", None),
    ],
)
def test_a_wrong_rule_is_named(name: str, value: object) -> None:
    with pytest.raises(ConfigurationError, match=name):
        Policy.read({name: value})
