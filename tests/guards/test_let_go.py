"""What is over is let go of: no error is kept, and nothing that lives on holds a closure of a page.

An error keeps the frames it went through, and with them every page and word that stood in them. A closure
that Qt holds keeps what it names as long as the sender lives, and Python's collector does not see it.
"""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "rewire_app"
LIVE_ON = {"app", "faults", "hub", "preferences", "theme"}
"""What outlives a page: its signals go to methods of QObjects, which Qt forgets with their object."""

Lines = Iterator[int]


def names(*nodes: ast.AST | None) -> set[str]:
    """Every name in `nodes`, and of attributes the last part."""
    parts = [part for node in nodes if node is not None for part in ast.walk(node)]
    found = {part.id for part in parts if isinstance(part, ast.Name)}
    return found | {part.attr for part in parts if isinstance(part, ast.Attribute)}


def is_error(annotation: ast.AST | None) -> bool:
    """Whether what is annotated may be an error."""
    return any(name.endswith(("Error", "Exception")) for name in names(annotation))


def fields_for_errors(tree: ast.AST) -> Lines:
    """Fields of classes, and attributes, that are said to hold an error."""
    of_classes = [part for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for part in node.body]
    told = [node for node in ast.walk(tree) if isinstance(node, ast.AnnAssign)]
    for node in told:
        if (node in of_classes or isinstance(node.target, ast.Attribute)) and is_error(node.annotation):
            yield node.lineno


def errors_put_away(tree: ast.AST) -> Lines:
    """Where a function puts an error that it caught, or was given, into an attribute or a collection."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        parts = list(ast.walk(function))
        errors = {part.name for part in parts if isinstance(part, ast.ExceptHandler)}
        errors |= {part.arg for part in parts if isinstance(part, ast.arg) and is_error(part.annotation)}
        for part in parts:
            if isinstance(part, ast.Assign) and any(map(is_kept, part.targets)) and holds(part.value, errors):
                yield part.lineno


def is_kept(target: ast.AST) -> bool:
    """Whether what is assigned to `target` outlives the function."""
    inner = target.elts if isinstance(target, ast.Tuple) else [target]
    return any(isinstance(one, ast.Attribute | ast.Subscript) for one in inner)


def holds(value: ast.AST, errors: set[str | None]) -> bool:
    """Whether `value` is one of `errors`, or has one as a part."""
    inner = value.elts if isinstance(value, ast.Tuple | ast.List) else [value]
    return any(isinstance(one, ast.Name) and one.id in errors for one in inner)


def closures_that_live_on(tree: ast.AST) -> Lines:
    """Where a signal of what lives on is given a closure."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="connect", value=signal), args=[given, *_]):
                if isinstance(given, ast.Lambda | ast.Call) and names(signal) & LIVE_ON:
                    yield node.lineno


def test_nothing_that_is_over_is_kept() -> None:
    told = []
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for kept in (fields_for_errors, errors_put_away, closures_that_live_on):
            told += [f"{path.relative_to(PACKAGE).as_posix()}:{line} {kept.__name__}" for line in kept(tree)]
    assert told == []


def test_the_collector_runs_only_where_it_is_asked_to() -> None:
    assert not gc.isenabled()
