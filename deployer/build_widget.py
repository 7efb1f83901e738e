"""Builds the chat widget: joins the modules of `widget/src` into the one file that is served.

The modules are ordinary ES modules, kept to one form (`import { a, b } from "./c.js";` and
`export` before a declaration), so joining them is rewriting those words. A deployer needs no
Node, and the same source always gives the same bytes.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

WIDGET = Path(__file__).resolve().parent.parent / "widget"
SOURCE = WIDGET / "src"
BUILT = WIDGET / "dist" / "widget.js"
ENTRY = "main"

HEADING = "/* Warmline's chat widget, Apache-2.0. Built from widget/src: change it there. */\n"
IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "\./(\w+)\.js";\n', re.MULTILINE)
EXPORTED = re.compile(r"^export (?:async )?(?:class|function|const) (\w+)", re.MULTILINE)
LEFT_OVER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


class WidgetSourceError(Exception):
    """A module is not written in the form that can be joined."""

    def __init__(self, module: str, problem: str) -> None:
        super().__init__(f"widget/src/{module}.js: {problem}")
        self.module = module
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Module:
    name: str
    text: str

    @property
    def imports(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for names, source in IMPORT.findall(self.text):
            yield source, tuple(names.split(", "))

    @property
    def exported(self) -> tuple[str, ...]:
        return tuple(EXPORTED.findall(self.text))

    @property
    def body(self) -> str:
        """The module's own lines, with its imports read from the modules already built."""
        bare = re.sub(r"^export (?=async|class|function|const)", "", self.text, flags=re.MULTILINE)
        joined = IMPORT.sub(r"const { \1 } = $\2;\n", bare)
        if left := LEFT_OVER.search(joined):
            raise WidgetSourceError(self.name, f"cannot join {left.group()!r}")
        return joined.strip()

    @property
    def scope(self) -> str:
        """The module as one value: what it exports, and nothing else seen from outside."""
        exports = ", ".join(self.exported)
        return f"const ${self.name} = (() => {{\n{self.body}\nreturn {{ {exports} }};\n}})();"


def build_widget(source: Path = SOURCE) -> str:
    """The whole widget as one script, each module after those that it imports."""
    modules = modules_in_order(source)
    check_imports(modules)
    scopes = "\n\n".join(module.scope for module in modules)
    return f'{HEADING}(() => {{\n"use strict";\n\n{scopes}\n}})();\n'


def modules_in_order(source: Path) -> tuple[Module, ...]:
    ordered: dict[str, Module] = {}
    visit(source, ENTRY, ordered, path=())
    return tuple(ordered.values())


def visit(source: Path, name: str, ordered: dict[str, Module], *, path: tuple[str, ...]) -> None:
    if name in ordered:
        return
    if name in path:
        raise WidgetSourceError(name, f"imports itself by way of {' and '.join(path)}")
    module = Module(name, (source / f"{name}.js").read_text(encoding="utf-8"))
    for imported, _ in module.imports:
        visit(source, imported, ordered, path=(*path, name))
    ordered[name] = module


def check_imports(modules: tuple[Module, ...]) -> None:
    exported = {module.name: module.exported for module in modules}
    for module in modules:
        for imported, names in module.imports:
            if missing := sorted(set(names) - set(exported[imported])):
                raise WidgetSourceError(module.name, f"{imported} does not export {missing}")


def main() -> None:
    BUILT.parent.mkdir(parents=True, exist_ok=True)
    BUILT.write_text(build_widget(), encoding="utf-8")
    sys.stdout.write(f"{BUILT.relative_to(WIDGET.parent)}: {BUILT.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
