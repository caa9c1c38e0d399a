"""An article on paper: title, text, box and sources, and nothing of the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from rewire_app.content.library import Library
from rewire_app.content.prose import blocks
from rewire_app.domain.library.sources import source_lines
from rewire_app.ui.library.printing import as_document, print_on

LIBRARY = Library()


@pytest.mark.parametrize("article", LIBRARY.article_ids())
def test_paper_holds_the_whole_article(article: str, qapp: QApplication) -> None:
    found = LIBRARY.article(article)
    text = as_document(found, LIBRARY).toPlainText()
    assert text.startswith(found.title)
    for block in blocks(found):
        assert block in text
    for section in found.sections:
        assert section.title in text
    for source in source_lines(found.sources, LIBRARY.sources()):
        assert source in text
    assert found.evidence.note in text
    assert "Try it now" not in text


def test_it_prints_to_a_file(tmp_path: Path, qapp: QApplication) -> None:
    file = tmp_path / "article.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    print_on(LIBRARY.article("L07"), LIBRARY, printer)
    assert file.read_bytes().startswith(b"%PDF")
    assert file.stat().st_size > 5_000
