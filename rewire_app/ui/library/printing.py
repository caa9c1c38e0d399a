"""An article on paper: title, text, how sure it is and its sources, without anything to press."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from rewire_app.content.library import Library
from rewire_app.content.prose import prose
from rewire_app.domain.library.article import Article, Embedded, SureBox
from rewire_app.domain.library.sources import source_lines
from rewire_app.i18n import _
from rewire_app.ui.library.ending import evidence_words, reviewed_words
from rewire_app.ui.widgets.theme import S6, theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

POINTS = 11
LINE_PER_CENT = 120.0
BOX = '<table border="1" cellpadding="8" cellspacing="0">'


def as_document(article: Article, library: Library) -> QTextDocument:
    """The whole article as black text on white, set in the reading font."""
    parts = [f"<h1>{escape(article.title)}</h1><p>{escape(article.topic)}</p>"]
    for section in article.sections:
        if section.title:
            parts.append(f"<h2>{escape(section.title)}</h2>")
        for segment in section.segments:
            if isinstance(segment, Embedded):
                name = library.exercise(segment.exercise).title
                words = escape(_("Try it in Rewire: {title}").format(title=name))
                parts.append(f"<p>{words}</p>")
            elif isinstance(segment, SureBox):
                parts.append(f"{BOX}<tr><td>{prose(segment.text).html}</td></tr></table>")
            else:
                parts.append(prose(segment.text).html)
    parts.append(f"<h2>{escape(_('Sources'))}</h2><p>{escape(evidence_words(article))}</p>")
    parts += [f"<p>{escape(line)}</p>" for line in source_lines(article.sources, library.sources())]
    parts.append(f"<p>{escape(reviewed_words(article))}</p>")
    document = QTextDocument()
    font = QFont(theme.font("article"))
    font.setPointSize(POINTS)
    document.setDefaultFont(font)
    ink = "black"
    document.setDefaultStyleSheet(
        f"* {{ color: {ink}; }} a {{ color: {ink}; text-decoration: none; }}"
        f" th, td {{ padding-right: {S6}px; }}"
    )
    document.setHtml(f"<div>{''.join(parts)}</div>")
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, article.title)
    form = QTextBlockFormat()
    form.setLineHeight(LINE_PER_CENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(form)
    return document


def print_on(article: Article, library: Library, printer: QPrinter) -> None:
    """Print the article on `printer`."""
    printer.setDocName(article.title)
    as_document(article, library).print_(printer)


def ask_and_print(article: Article, library: Library, window: QWidget) -> None:
    """Let the person choose a printer in the system's own window, then print."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(_("Print the article"))
    dialog.accepted.connect(lambda: print_on(article, library, printer))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)
