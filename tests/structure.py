"""How the program is built, in numbers, so that two states of it can be compared; no number is judged here.

Run it as `python -m tests.structure [--json] [--verbose]`; it takes about a minute. Imports are those at run
time: also late ones inside functions, but not those under `if TYPE_CHECKING`, unless a line says otherwise.
A folder inside another counts by itself. What the paths are is told in `tests/ui/entered.py`.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TREE = Path(__file__).resolve().parents[1]
TIMED = {"shell": "Shell", "Trends": "TrendsPage", "Trends drawn": "TrendsViews"}
"""Classes, wherever they stand, whose modules' imports are timed; those before each are there already."""
WIDGETS = "ui/widgets/"
PATHS = ("finish", "practice kept", "moment", "evening", "highlight", "start", "trends json")
RUNS = 7
LONG, MANY = 50, 15
"""Most lines of a function, most members of a class."""
TYPES_ONLY = ("TYPE_CHECKING", "typing.TYPE_CHECKING")
IMPORT = """
import builtins, gc, importlib, json, sys, time
gc.disable()
plain = builtins.__import__
import PySide6.QtWidgets
builtins.__import__ = plain  # as in the program, which takes PySide6's hook out again
for name in sys.argv[1:-1]:
    importlib.import_module(name)
before, began = set(sys.modules), time.perf_counter()
importlib.import_module(sys.argv[-1])
print(json.dumps([(time.perf_counter() - began) * 1000, sorted(set(sys.modules) - before)]))
"""

Graph = dict[str, set[str]]
Row = tuple[str, float | str, Sequence[str]]
"""A name, its value, and what was counted."""
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A module by its full name: its folder, its source as a tree, its lines as `wc -l` counts them."""

    name: str
    folder: str
    tree: ast.Module
    lines: int


def files_of(root: Path) -> dict[str, File]:
    """Every module below the package `root`, by its name; the name of an `__init__` is its folder's."""
    found = {}
    for path in sorted(root.rglob("*.py")):
        text = path.read_text("utf-8")
        *above, last = path.relative_to(root.parent).with_suffix("").parts
        folder = ".".join(above)
        name = folder if last == "__init__" else f"{folder}.{last}"
        found[name] = File(name=name, folder=folder, tree=ast.parse(text), lines=text.count("\n"))
    return found


# who imports whom


def _at_run_time(node: ast.AST) -> Iterator[ast.AST]:
    """Everything below `node` but what only a type checker reads."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) in TYPES_ONLY:
            yield from (part for other in child.orelse for part in ast.walk(other))
        else:
            yield from (child, *_at_run_time(child))


def _asked(file: File, *, types: bool) -> Iterator[tuple[str, str]]:
    """What `file` imports: the module, and the name in it or nothing."""
    for node in ast.walk(file.tree) if types else _at_run_time(file.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = file.folder.split(".")
            parts = above[: len(above) + 1 - node.level] if node.level else []
            module = ".".join([*parts, node.module] if node.module else parts)
            yield from ((module, alias.name) for alias in node.names)


def imports(files: Mapping[str, File], *, types: bool = False) -> Graph:
    """The modules each module imports; with `types` also those that only a type checker reads."""
    graph: Graph = {}
    for file in files.values():
        pairs = [(module, f"{module}.{name}") for module, name in _asked(file, types=types)]
        found = {inner if inner in files else module for module, inner in pairs}
        graph[file.name] = {name for name in found if name in files and name != file.name}
    return graph


def between_folders(files: Mapping[str, File], graph: Graph) -> Graph:
    """The folders each folder imports from."""
    arrows: Graph = {file.folder: set() for file in files.values()}
    for name, others in graph.items():
        here = files[name].folder
        arrows[here] |= {files[other].folder for other in others}
    return arrows


def circles(graph: Graph) -> list[list[str]]:
    """The groups of two and more in which each leads to every other."""
    reached = {node: _reached(graph, node) for node in graph}
    groups = {frozenset(other for other in reached[node] if node in reached[other]) for node in graph}
    return sorted(sorted(group) for group in groups if len(group) > 1)


def _reached(graph: Graph, start: str) -> set[str]:
    seen: set[str] = set()
    todo = [start]
    while todo:
        fresh = graph[todo.pop()] - seen
        seen |= fresh
        todo += fresh
    return seen


def one_importer(graph: Graph) -> dict[str, str]:
    """The modules that exactly one other imports, each with that one."""
    importers = {name: [other for other, found in graph.items() if name in found] for name in graph}
    return {name: found[0] for name, found in importers.items() if len(found) == 1}


def import_rows(files: Mapping[str, File]) -> Iterator[Row]:
    """Importers and circles, of files and of folders."""
    graph = imports(files)
    single = one_importer(graph)
    near = [name for name, other in single.items() if files[name].folder == files[other].folder]
    yield "files with one importer", len(single), [f"{name} < {other}" for name, other in single.items()]
    yield "files with one importer, in the same folder", len(near), near
    folders = between_folders(files, graph)
    root = min(folders)
    below = {folder: found - {root} for folder, found in folders.items() if folder != root}
    for what, found in (
        ("files", circles(graph)),
        ("files, imports for types too", circles(imports(files, types=True))),
        ("folders", circles(folders)),
        (f"folders below {root}", circles(below)),
    ):
        yield f"circles of {what}", len(found), [" ".join(group) for group in found]
        yield f"circles of {what}: largest", max(map(len, found), default=0), ()
    pairs = sorted((one, two) for one in folders for two in folders[one] if one < two and one in folders[two])
    apart = [(one, two) for one, two in pairs if not two.startswith(f"{one}.")]
    yield "folders that import each other, pairs", len(pairs), list(map(" ".join, pairs))
    yield "folders that import each other, neither inside the other", len(apart), list(map(" ".join, apart))


# how large


def _lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def members(files: Mapping[str, File]) -> tuple[dict[str, int], dict[str, int]]:
    """How many methods and properties each class has of its own, and each object together.

    An object has those of its class and of all classes of the product that this derives from; a class from
    which others derive is no object of its own.
    """
    own: Graph = {}
    bases: Graph = {}
    for file in files.values():
        asked = list(_asked(file, types=False))
        for node in (node for node in ast.walk(file.tree) if isinstance(node, ast.ClassDef)):
            names = {ast.unparse(base).partition("[")[0] for base in node.bases}
            key = f"{file.name}.{node.name}"
            own[key] = {one.name for one in node.body if isinstance(one, Function)}
            bases[key] = {f"{module}.{name}" for module, name in asked if name in names}
            bases[key] |= {f"{file.name}.{name}" for name in names}

    def whole(key: str) -> set[str]:
        return own[key].union(*(whole(base) for base in bases[key] if base in own))

    objects = own.keys() - set().union(*bases.values())
    return {key: len(found) for key, found in own.items()}, {key: len(whole(key)) for key in objects}


def size_rows(files: Mapping[str, File]) -> Iterator[Row]:
    """Files, functions and classes by their size."""
    nodes = [(file.name, node) for file in files.values() for node in ast.walk(file.tree)]
    asking = sum(_lines(node) for _name, node in nodes if isinstance(node, ast.Import | ast.ImportFrom))
    lengths = {name: file.lines for name, file in files.items()}
    defined = [(name, node) for name, node in nodes if isinstance(node, Function)]
    functions = {f"{name}:{node.lineno} {node.name}": _lines(node) for name, node in defined}
    rooms = {file.folder for file in files.values() if file.folder in files and file.folder != file.name}
    own, objects = members(files)
    yield "files", len(files), ()
    yield "lines", sum(lengths.values()), ()
    yield "import lines, % of all", round(100 * asking / sum(lengths.values()), 2), ()
    yield "rooms", len(rooms), sorted(rooms)
    for what, sizes in (("file", lengths), ("function", functions)):
        longest = max(sizes, key=lambda name: sizes[name])
        yield f"longest {what}", f"{sizes[longest]} {longest}", ()
    for what, sizes, most in (
        (f"functions over {LONG} lines", functions, LONG),
        (f"classes over {MANY} methods", own, MANY),
        (f"objects over {MANY} members", objects, MANY),
    ):
        over = sorted((name for name in sizes if sizes[name] > most), key=lambda name: (-sizes[name], name))
        yield what, len(over), [f"{sizes[name]} {name}" for name in over]


# what tests reach into, and what runs


def reaches(file: File) -> list[str]:
    """Where a test takes `something._name`.

    Not counted: what `self` and `cls` have, functions and classes that the same file defines, the standard
    library's (`os._exit`), `_` alone, names that begin with two underscores, and what stands in strings.
    """
    nodes = list(ast.walk(file.tree))
    known = {node.name for node in nodes if isinstance(node, Function | ast.ClassDef)}
    owners = {"self", "cls", *sys.stdlib_module_names}
    return [
        f"{file.name}:{node.lineno} {ast.unparse(node)}"
        for node in nodes
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and node.attr not in {"_", *known}
        if not node.attr.startswith("__") and ast.unparse(node.value) not in owners
    ]


def reach_rows(tests: Mapping[str, File]) -> Iterator[Row]:
    """How often tests reach into what is private."""
    found = [reach for file in tests.values() for reach in reaches(file)]
    yield "reaches into private attributes in tests", len(found), found
    yield "files of tests with such reaches", len({reach.partition(":")[0] for reach in found}), ()


def run(*words: str) -> list[Any]:
    """The list that a fresh process of Python prints as JSON on a line of its own."""
    told = os.environ | {"PYTHONPATH": str(TREE), "QT_QPA_PLATFORM": "offscreen", "OPENBLAS_NUM_THREADS": "1"}
    told.pop("PYTHONDONTWRITEBYTECODE", None)
    words = (sys.executable, *words)
    done = subprocess.run(words, cwd=TREE, env=told, capture_output=True, text=True, check=False, timeout=300)
    lists = [line for line in done.stdout.splitlines() if line.startswith("[")]
    if done.returncode or not lists:
        raise SystemExit(f"{words[-1]} could not be measured:\n{done.stdout}{done.stderr}")
    return json.loads(lists[-1])


def run_rows(files: Mapping[str, File]) -> Iterator[Row]:
    """What is imported for the window and for Trends, and which files a person's acts set to work."""
    nodes = [(node, name) for name, file in files.items() for node in file.tree.body]
    homes = {node.name: name for node, name in nodes if isinstance(node, ast.ClassDef)}
    asked: list[str] = []
    for what, name in TIMED.items():
        asked.append(homes[name])
        runs = [run("-c", IMPORT, *asked) for _run in range(RUNS + 1)][1:]  # the first may have to compile
        new = runs[0][1]
        ours = [module for module in new if module in files]
        yield f"import of {what}, ms", round(statistics.median(took for took, _new in runs), 1), ()
        yield f"import of {what}: modules", len(new), ()
        yield f"import of {what}: modules of ours", len(ours), ours
    for path in PATHS:
        item = f"tests/ui/entered.py::path_{path.replace(' ', '_')}"
        entered = run("-m", "pytest", "-n0", "-qs", "-o", "python_functions=path_*", item)
        outside = [file for file in entered if not file.startswith(WIDGETS)]
        yield f"files entered, {path}", len(entered), entered
        yield f"files entered, {path}: outside {WIDGETS}", len(outside), ()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", action="store_true", help="the same as JSON")
    parser.add_argument("--verbose", action="store_true", help="also what was counted")
    given = parser.parse_args()
    files, tests = files_of(TREE / "rewire_app"), files_of(TREE / "tests")
    rows = [*size_rows(files), *import_rows(files), *reach_rows(tests), *run_rows(files)]
    if given.json:
        told: dict[str, Any] = {name: value for name, value, _counted in rows}
        counted = {name: list(counted) for name, _value, counted in rows if counted}
        print(json.dumps(told | {"counted": counted} if given.verbose else told, indent=1))
        return
    wide = max(len(name) for name, _value, _counted in rows)
    for name, value, counted in rows:
        print(f"{name:{wide}}  {value}")
        for one in counted if given.verbose else ():
            print(f"    {one}")


if __name__ == "__main__":
    main()
