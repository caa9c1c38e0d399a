"""Words on paper: black on white, and the system's own window that asks for a printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


PLAIN_FORMS = (("locl", 0), ("liga", 0))
"""Features of fonts that put other glyphs in the place of letters: a PDF file does not know their letters."""


def findable(font: QFont) -> QFont:
    """`font` for paper: each glyph is that of its letter, so that all words can be found in a PDF file.

    Atkinson sets another "A" and another blank otherwise, and neither could be searched for or copied.
    """
    made = QFont(font)
    for feature, on in PLAIN_FORMS:
        made.setFeature(QFont.Tag(feature), on)
    return made


def as_document(html: str, points: float) -> QTextDocument:
    """`html` as black text in the plain font."""
    document = QTextDocument()
    font = findable(theme.font("body"))
    font.setPointSizeF(points)
    document.setDefaultFont(font)
    ink = "black"
    document.setDefaultStyleSheet(f"* {{ color: {ink}; }}")
    document.setHtml(html)
    return document


def ask_and_print(window: QWidget, title: str, print_on: Callable[[QPrinter], object]) -> None:
    """Let the person choose a printer, or a PDF file, in the system's own window; then print."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(title)
    dialog.accepted.connect(lambda: print_on(printer))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)
