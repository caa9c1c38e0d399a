"""The import contracts hold, and each of them notices when it is broken."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TREE = Path(__file__).resolve().parents[2]

BREACHES = (
    ("layers", "errors", "import rewire_app.paths"),
    ("layers", "domain/days", "import rewire_app.insight"),
    ("layers", "store/text", "import rewire_app.content"),
    ("layers", "cli", "import rewire_app.ui"),
    ("layers", "desktop/claim", "import rewire_app.ui.base.hub"),
    ("layers", "charts/__init__", "import rewire_app.store"),
    ("window", "ui/help/page", "import rewire_app.ui.lists.page"),
    ("window", "ui/base/page", "import rewire_app.ui.charts.selecting"),
    ("window", "ui/today/page", "import rewire_app.ui.frame.shell"),
    ("window", "ui/widgets/theme", "import rewire_app.ui.base.hub"),
    ("qt", "insight/__init__", "from PySide6.QtCore import QObject"),
    ("qt", "cli", "import rewire_app.desktop.instance"),
    ("qt", "exchange/__init__", "import rewire_app.ui.widgets.theme"),
    ("pyqtgraph", "ui/widgets/theme", "import pyqtgraph"),
    ("database", "exchange/__init__", "from sqlalchemy import select"),
    ("database", "ui/widgets/theme", "import sqlcipher3"),
    ("schema", "exchange/__init__", "from rewire_app.store.schema import journal"),
    ("sqlite", "store/text", "import sqlite3"),
    ("domain", "domain/days", "import numpy"),
    ("offline", "paths", "from urllib.request import urlopen"),
    ("offline", "ui/widgets/theme", "import socket"),
)

CIRCLES = (
    ("domain/limits", "import rewire_app.domain.custom", ".limits -> .custom"),
    ("ui/charts/lane_places", "import rewire_app.ui.charts.lane_picture", ".lane_places -> .lane_picture"),
    ("store/vault/vault", "import rewire_app.store.ledger", ".vault -> .ledger"),
)
"""A circle of two files, one through several, one of a folder with a file beside it; and what closes it."""


def lint(tree: Path, *words: str) -> subprocess.CompletedProcess[str]:
    code = "import sys; from importlinter.cli import lint_imports_command as run; run(sys.argv[1:])"
    return subprocess.run(
        [sys.executable, "-c", code, "--no-cache", "--no-logo", *words],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tree = tmp_path_factory.mktemp("tree")
    shutil.copytree(TREE / "rewire_app", tree / "rewire_app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(TREE / ".importlinter", tree)
    return tree


def test_the_contracts_hold() -> None:
    found = lint(TREE)
    assert found.returncode == 0, found.stdout


def broken(tree: Path, contract: str, module: str, line: str) -> str:
    """What is said once `line` stands in `module`."""
    file = tree / "rewire_app" / f"{module}.py"
    whole = file.read_text("utf-8")
    file.write_text(f"{whole}\n{line}\n", "utf-8")
    try:
        found = lint(tree, "--contract", contract)
    finally:
        file.write_text(whole, "utf-8")
    assert found.returncode == 1
    assert "1 broken" in found.stdout
    return found.stdout


@pytest.mark.parametrize(("contract", "module", "line"), BREACHES)
def test_a_breach_is_noticed(copy: Path, contract: str, module: str, line: str) -> None:
    said = broken(copy, contract, module, line)
    assert f"rewire_app.{module.replace('/', '.').removesuffix('.__init__')} ->" in said


@pytest.mark.parametrize(("module", "line", "closing"), CIRCLES)
def test_a_circle_is_noticed(copy: Path, module: str, line: str, closing: str) -> None:
    assert closing in broken(copy, "circles", module, line)


def test_every_contract_is_broken_once() -> None:
    lines = (TREE / ".importlinter").read_text("utf-8").splitlines()
    named = {line.strip("[]").split(":")[2] for line in lines if line.startswith("[importlinter:contract:")}
    assert named == {contract for contract, _module, _line in BREACHES} | {"circles"}


def test_a_new_module_needs_a_place_in_the_layers(copy: Path) -> None:
    file = copy / "rewire_app" / "homeless.py"
    file.write_text('"""A module no layer names."""\n', "utf-8")
    try:
        found = lint(copy, "--contract", "layers")
    finally:
        file.unlink()
    assert found.returncode == 1
    assert "homeless" in found.stdout


@pytest.mark.parametrize("page", ["trends", "experiment"])
def test_what_is_plotted_is_painted_among_the_charts(page: str) -> None:
    painting = [
        file.name
        for file in (TREE / "rewire_app" / "ui" / page).glob("*.py")
        if "paintEvent" in file.read_text("utf-8")
    ]
    assert painting == []
