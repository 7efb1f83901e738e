"""A process that dies: before or after the n-th call that it makes to the outside."""

from collections.abc import Callable
from dataclasses import dataclass


class Crash(BaseException):
    """The process is gone; what it had written stays, and nothing catches it."""


@dataclass
class KillPoint:
    """Kills once, at the n-th call (counted from 0), before or after it has its effect."""

    at: int = -1
    after: bool = False
    calls: int = 0
    killed_in: str = ""

    def around[R](self, name: str, call: Callable[[], R]) -> R:
        number, self.calls = self.calls, self.calls + 1
        if number != self.at:
            return call()
        self.killed_in = name
        if self.after:
            call()
        raise Crash(name)


class Killable:
    """Stands before an adapter; every call of a method passes the kill point."""

    def __init__(self, inner: object, kill: KillPoint) -> None:
        self._inner = inner
        self._kill = kill

    def __getattr__(self, name: str) -> object:
        member = getattr(self._inner, name)
        if not callable(member):
            return member

        def call(*args: object, **kwargs: object) -> object:
            label = f"{type(self._inner).__name__}.{name}"
            return self._kill.around(label, lambda: member(*args, **kwargs))

        return call
