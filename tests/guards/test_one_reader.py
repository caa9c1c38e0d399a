"""What reads a file that anyone may have made stands in one place each, where nothing it holds does harm."""

from __future__ import annotations

from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "rewire_app"


@pytest.mark.parametrize(
    ("reader", "place"), [("tomllib", "content/fields.py"), ("QSvgRenderer", "ui/widgets/glyph.py")]
)
def test_only_one_module_reads_it(reader: str, place: str) -> None:
    found = [path for path in PACKAGE.rglob("*.py") if reader in path.read_text("utf-8")]
    assert [path.relative_to(PACKAGE).as_posix() for path in found] == [place]
