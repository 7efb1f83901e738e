"""The checked-in file is what the source builds to, and it is small."""

import gzip
from pathlib import Path

import pytest

from deployer.build_widget import BUILT, WidgetSourceError, build_widget


def sources(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder


def test_the_checked_in_widget_is_what_its_source_builds_to() -> None:
    assert BUILT.read_text(encoding="utf-8") == build_widget()


def test_the_widget_is_under_40_kilobytes_on_the_wire() -> None:
    assert len(gzip.compress(build_widget().encode())) < 40_000


def test_the_widget_parses_no_html_and_evaluates_no_text() -> None:
    built = build_widget()

    assert not [
        word
        for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "new Function")
        if word in built
    ]


def test_modules_are_joined_after_those_they_import(tmp_path: Path) -> None:
    folder = sources(
        tmp_path,
        main='import { b } from "./b.js";\nb();\n',
        b='import { A } from "./a.js";\nexport function b() {\n  return new A();\n}\n',
        a="export class A {}\n",
    )

    built = build_widget(folder)

    assert built.index("const $a =") < built.index("const $b =") < built.index("const $main =")
    assert "import" not in built
    assert "export" not in built


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('import * as a from "./a.js";\n', "cannot join"),
        ("export default 1;\n", "cannot join"),
        ('import { missing } from "./a.js";\n', "does not export"),
        ('import { a } from "./main.js";\n', "imports itself"),
    ],
)
def test_a_form_that_cannot_be_joined_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    folder = sources(tmp_path, main=text, a="export const a = 1;\n")

    with pytest.raises(WidgetSourceError, match=problem):
        build_widget(folder)
