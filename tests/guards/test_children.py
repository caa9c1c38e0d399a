"""No test waits for ever: each child process that one starts and waits for has a limit."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
WAITS = {"run", "call", "check_call", "check_output"}


def without_limit(source: str) -> list[int]:
    """The lines of `source` that wait for a child process as long as it likes."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (
            (node.func.attr == "communicate" and not node.args)
            or (node.func.attr in WAITS and ast.unparse(node.func.value) == "subprocess")
        )
        and not any(given.arg == "timeout" for given in node.keywords)
    ]


def test_each_child_process_has_a_limit() -> None:
    found = {file: without_limit(file.read_text("utf-8")) for file in TESTS.rglob("*.py")}
    assert {str(file.relative_to(TESTS)): lines for file, lines in found.items() if lines} == {}


@pytest.mark.parametrize("source", ["subprocess.run(words, check=True)", "said, _ = child.communicate()"])
def test_a_child_process_without_a_limit_is_found(source: str) -> None:
    assert without_limit(source) == [1]
