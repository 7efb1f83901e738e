"""What is wrong with the content, said so that the person who wrote it can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import override

import yaml

from deployer.errors import CannotContinue


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one file; line 0 is the whole file."""

    file: Path
    line: int
    text: str

    @override
    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{place}: {self.text}"


class ContentInvalid(CannotContinue):
    """The content cannot be shipped; names every mistake that was found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        lines = "\n".join(f"  {problem}" for problem in self.problems)
        super().__init__(f"the content has mistakes:\n{lines}")


def yaml_problem(file: Path, error: yaml.YAMLError, *, first_line: int = 1) -> Problem:
    """Return the place and the reason of a YAML error; `first_line` is where the YAML begins."""
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or "this is not YAML"
    return Problem(file, first_line + mark.line if mark else first_line, f"not YAML: {reason}")
