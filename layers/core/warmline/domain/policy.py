"""The deployer's choices in numbers, as `content/policy.yaml` gives them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import timedelta
from typing import Self

from warmline.domain.address import Channel
from warmline.domain.errors import ConfigurationError

_EACH_CHANNEL = frozenset({"idle_seconds", "quiet_seconds"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Times in seconds. Unknown keys belong to other parts and are left."""

    turn_deadline_seconds: float = 18
    turn_margin_seconds: float = 2
    model_seconds: float = 12
    turn_lease_seconds: float = 25
    redraft_seconds: float = 8
    burst_seconds: float = 5
    quiet_seconds: Mapping[Channel, float]
    answer_threshold: float = 0.22
    reservation_seconds: float = 300
    head_start_repeat_seconds: float = 600
    head_start_released_seconds: float = 1200
    head_start_most_seconds: float = 1800
    forgotten_reminder_seconds: float = 300
    agent_limit: float = 5
    lease_seconds: float = 900
    lease_reminder_seconds: float = 600
    idle_seconds: Mapping[Channel, float]
    recent_return_seconds: float = 7200
    afterword_seconds: float = 86400
    delivery_attempts: float = 5
    hello_seconds: float = 10
    keywords_answered_by: str = "twilio"

    def head_start(self, *, so_far: float, more: float) -> int:
        """Seconds of head start after one more of them; together at most the limit."""
        return int(min(so_far + more, self.head_start_most_seconds))

    def idle(self, channel: Channel) -> timedelta:
        return timedelta(seconds=self.idle_seconds[channel])

    def quiet(self, channel: Channel) -> timedelta:
        return timedelta(seconds=self.quiet_seconds[channel])

    @property
    def turn_deadline(self) -> timedelta:
        return timedelta(seconds=self.turn_deadline_seconds)

    @property
    def lease(self) -> timedelta:
        return timedelta(seconds=self.lease_seconds)

    @property
    def lease_reminder(self) -> timedelta:
        """Two thirds of the lease where the lease was made shorter than its reminder."""
        return timedelta(seconds=min(self.lease_reminder_seconds, self.lease_seconds * 2 / 3))

    @classmethod
    def read(cls, values: Mapping[str, object]) -> Self:
        """Read compiled policy values. Raises ConfigurationError that names a wrong one."""
        known = {field.name for field in fields(cls)}
        defaults: dict[str, object] = {
            "idle_seconds": {"web": 86400, "slack": 86400, "sms": 259200},
            "quiet_seconds": {"web": 0, "slack": 1, "sms": 1},
        }
        given = defaults | {name: value for name, value in values.items() if name in known}
        return cls(**{name: _checked(name, value) for name, value in given.items()})  # type: ignore[arg-type]  # checked by name


def _checked(name: str, value: object) -> object:
    if name in _EACH_CHANNEL:
        return _for_each_channel(name, value)
    if name == "keywords_answered_by":
        if value not in {"twilio", "warmline"}:
            raise ConfigurationError(f"policy: {name} is 'twilio' or 'warmline'")
        return value
    return _number(name, value)


def _for_each_channel(name: str, value: object) -> Mapping[Channel, float]:
    if isinstance(value, Mapping):
        return {channel: _number(name, value.get(channel.value)) for channel in Channel}
    return dict.fromkeys(Channel, _number(name, value))


def _number(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise ConfigurationError(f"policy: {name} is a number of at least 0")
    return value
