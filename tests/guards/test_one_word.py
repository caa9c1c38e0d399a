"""One word, one thing: no public class of the program has the name of another."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "rewire_app"


def twice(files: Iterable[Path]) -> dict[str, list[str]]:
    """The names of classes that stand in more than one place, each with its places."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for file in files:
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(file.name)
    return {name: where for name, where in places.items() if len(where) > 1}


def test_every_class_has_a_name_of_its_own() -> None:
    assert twice(sorted(PACKAGE.rglob("*.py"))) == {}


def test_a_name_for_two_things_is_noticed(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.py").write_text("class Plan: ...\nclass _Turn: ...\n", "utf-8")
    assert twice(sorted(tmp_path.glob("*.py"))) == {"Plan": ["one.py", "two.py"]}
