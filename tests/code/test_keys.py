"""Keys of the table and its attributes are spelled in one file."""

import ast
import re

from tests.code.imports import CORE, runtime_modules

KEYS = CORE / "warmline" / "adapters" / "dynamodb" / "keys.py"
KEY_TEXT = re.compile(
    r"^(CONV|LOG|OUT|HELD|SEEN|ADDR|THREAD|AGENT|OPEN|WORK|VISIT|CONN|SOCKET|PACE|TOOL|Q|D)#"
    r"|^(PK|SK|QPK|QSK|DPK|DSK)$"
    r"|\b(PK|SK|QPK|QSK|DPK|DSK)\b\s*(=|<|>|,|\))"
)


def test_only_keys_py_spells_keys() -> None:
    spelled = [
        f"{name}:{node.lineno} {node.value!r}"
        for name, path in runtime_modules()
        if path != KEYS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if KEY_TEXT.search(node.value)
    ]

    assert spelled == []


def test_keys_py_does_spell_them() -> None:
    constants = [
        node.value
        for node in ast.walk(ast.parse(KEYS.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]

    assert [c for c in constants if KEY_TEXT.search(c)]
