"""The deployer's choices in numbers, as `content/policy.yaml` gives them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from typing import Self

from warmline.domain.address import Channel
from warmline.domain.business_hours import BusinessHours, read_hours
from warmline.domain.errors import ConfigurationError
from warmline.domain.handoff import Reason
from warmline.domain.signals import Signal
from warmline.domain.unfinished import looks_unfinished

type Topics = Mapping[str, tuple[str, ...]]
"""The sensitive topics that go to a human, each with the deployer's own further words."""

SELF_HARM = "self_harm"
SENSITIVE_TOPICS = (
    SELF_HARM,
    "fraud",
    "bereavement",
    "medical",
    "legal",
    "hardship",
    "complaint",
    "press",
)
"""Those with words of their own, in the order in which they are told: danger to life first."""

_HEAD_STARTS: Mapping[str, str] = {
    Reason.VIP: "head_start_vip_seconds",
    Reason.STRONG_EMOTION: "head_start_emotion_seconds",
    SELF_HARM: "head_start_emotion_seconds",
    Reason.REPEAT_CONTACT: "head_start_repeat_seconds",
}
TIERS = ("normal", "vip")
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
    unfinished_seconds: float = 1
    answer_threshold: float = 0.22
    sensitive_topic_threshold: float = 0.7
    vip_threshold: float = 1
    repeat_contact_threshold: float = 0.5
    repeat_contact_limit: float = 3
    strong_emotion_threshold: float = 0.7
    not_making_progress_threshold: float = 0.7
    bot_turns_limit: float = 30
    topics: Topics = field(default_factory=lambda: dict.fromkeys(SENSITIVE_TOPICS, ()))
    vips: frozenset[str] = frozenset()
    own_hosts: tuple[str, ...] = ()
    teams: Mapping[str, str] = field(default_factory=dict)
    skills: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    widen_seconds: float = 300
    first_reply_seconds: Mapping[str, float] = field(
        default_factory=lambda: {"normal": 900, "vip": 300}
    )
    waiting_seconds: Mapping[str, float] = field(
        default_factory=lambda: {"normal": 900, "vip": 300}
    )
    promise_warning_share: float = 0.75
    wait_samples_seconds: float = 14400
    wait_look_seconds: float = 300
    time_zone: str = "UTC"
    hours: Mapping[str, str] = field(default_factory=dict)
    hours_on: Mapping[str, str] = field(default_factory=dict)
    holidays: tuple[str, ...] = ()
    reservation_seconds: float = 300
    head_start_vip_seconds: float = 1200
    head_start_emotion_seconds: float = 600
    head_start_repeat_seconds: float = 600
    head_start_released_seconds: float = 1200
    head_start_most_seconds: float = 1800
    forgotten_reminder_seconds: float = 300
    agent_limit: float = 5
    undo_seconds: float = 5
    reveal_seconds: float = 60
    scrub: bool = True
    scrub_after_seconds: float = 86400
    file_link_seconds: float = 604800
    lease_seconds: float = 900
    lease_reminder_seconds: float = 600
    idle_seconds: Mapping[Channel, float]
    recent_return_seconds: float = 7200
    afterword_seconds: float = 86400
    delivery_attempts: float = 5
    budget_tokens_conversation: float = 100_000
    budget_tokens_day: float = 5_000_000
    hello_seconds: float = 10
    keywords_answered_by: str = "twilio"

    def head_start(self, *, so_far: float, more: float) -> int:
        """Seconds of head start after one more of them; together at most the limit."""
        return int(min(so_far + more, self.head_start_most_seconds))

    def head_start_for(self, signals: Iterable[Signal]) -> int:
        """Seconds of head start for who the customer is, and for how they feel.

        Danger to life counts as strong emotion does, whichever words tell of it.
        """
        earned = {
            _HEAD_STARTS.get(signal.topic) or _HEAD_STARTS.get(signal.code)
            for signal in signals
            if signal.fires
        }
        seconds = sum(float(getattr(self, name)) for name in earned if name)
        return self.head_start(so_far=0, more=seconds)

    def is_vip(self, *known_as: str) -> bool:
        """Whether any of these names of a customer, a number or an id, is on the list of VIPs."""
        return any(name in self.vips for name in known_as if name)

    def idle(self, channel: Channel) -> timedelta:
        return timedelta(seconds=self.idle_seconds[channel])

    def quiet(self, channel: Channel, words: str = "") -> timedelta:
        """The pause after a message, longer after one that looks as if more were to come."""
        usual = self.quiet_seconds[channel]
        if usual < self.unfinished_seconds and looks_unfinished(words):
            return timedelta(seconds=self.unfinished_seconds)
        return timedelta(seconds=usual)

    @property
    def turn_deadline(self) -> timedelta:
        return timedelta(seconds=self.turn_deadline_seconds)

    @property
    def business_hours(self) -> BusinessHours:
        """When people answer; promises count this time only."""
        return read_hours(
            self.time_zone,
            tuple(self.hours.items()),
            tuple(self.hours_on.items()),
            self.holidays,
        )

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
        policy = cls(**{name: _checked(name, value) for name, value in given.items()})  # type: ignore[arg-type]  # checked by name
        policy.business_hours  # noqa: B018 - read once at the start: it names a wrong one
        return policy


def _checked(name: str, value: object) -> object:
    if name in _EACH_CHANNEL:
        return _for_each_channel(name, value)
    if name in _READERS:
        return _READERS[name](name, value)
    if name == "scrub":
        if not isinstance(value, bool):
            raise ConfigurationError(f"policy: {name} is on or off")
        return value
    if name == "time_zone":
        return _text(name, value)
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


def _text(name: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ConfigurationError(f"policy: {name} is a text")
    return value.strip()


def _names(name: str, value: object) -> Mapping[str, str]:
    """A text for each name; nothing stands for an empty one."""
    if not isinstance(value, Mapping):
        raise ConfigurationError(f"policy: {name} has a text for each name")
    return {
        str(key): "" if one is None or one == "" else _text(f"{name}.{key}", one)
        for key, one in value.items()
    }


def _tiers(name: str, value: object) -> Mapping[str, float]:
    """Seconds for each tier, or one number for all of them."""
    if isinstance(value, Mapping):
        return {tier: _number(name, value.get(tier)) for tier in TIERS}
    return dict.fromkeys(TIERS, _number(name, value))


def _topics(name: str, value: object) -> Topics:
    """Each topic is `on`, `off`, or a list of the deployer's own words beside ours."""
    if not isinstance(value, Mapping):
        raise ConfigurationError(f"policy: {name} names each topic with on, off or a list of words")
    return {
        str(topic): _texts(f"{name}.{topic}", [] if wanted is True or wanted is None else wanted)
        for topic, wanted in value.items()
        if wanted is not False
    }


def _texts(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise ConfigurationError(f"policy: {name} is a list")
    if not all(isinstance(text, str) and text.strip() for text in value):
        raise ConfigurationError(f"policy: {name} is a list of texts")
    return tuple(str(text).strip() for text in value)


_READERS: Mapping[str, Callable[[str, object], object]] = {
    "topics": _topics,
    "vips": lambda name, value: frozenset(_texts(name, value)),
    "own_hosts": _texts,
    "languages": _texts,
    "holidays": _texts,
    "teams": _names,
    "skills": _names,
    "hours": _names,
    "hours_on": _names,
    "first_reply_seconds": _tiers,
    "waiting_seconds": _tiers,
}
