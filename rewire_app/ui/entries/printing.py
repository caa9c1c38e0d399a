"""A list on paper: black words on white. A plan for a crisis is set so that it fits one page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter

from rewire_app.domain.day_words import day_words
from rewire_app.domain.lists.entries import ListEntry, ListKind
from rewire_app.domain.lists.reading import detail_lines, grouped, main_words
from rewire_app.domain.lists.words import list_words
from rewire_app.i18n import _
from rewire_app.ui.widgets.paper import as_document

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

POINTS = 12
SHRINK = 0.94
"""How much smaller each try is, until everything fits one page."""


def as_html(kind: ListKind, entries: Sequence[ListEntry], order: Sequence[str], today: date) -> str:
    """The list as HTML without colours of its own; groups without entries are left out."""
    parts = [f"<h1>{escape(list_words(kind).name)}</h1>"]
    for group in grouped(kind, entries, order):
        if group.title and group.entries:
            parts.append(f"<h3>{escape(group.title)}</h3>")
        for entry in group.entries:
            lines = "".join(f"<br/>{_html(line)}" for line in detail_lines(entry, today))
            parts.append(f"<p><b>{_html(main_words(entry))}</b>{lines}</p>")
    parts.append(f"<p>{escape(_('Printed on {day}').format(day=day_words(today, year=True)))}</p>")
    return "".join(parts)


def _html(text: str) -> str:
    return escape(text.strip()).replace("\n", "<br/>")


def print_on(
    printer: QPrinter, kind: ListKind, entries: Sequence[ListEntry], order: Sequence[str], today: date
) -> None:
    """Print the list on `printer`; a plan for a crisis on one page, however much there is in it."""
    printer.setDocName(list_words(kind).name)
    html = as_html(kind, entries, order, today)
    if kind is ListKind.CRISIS_PLAN:
        _on_one_page(printer, html)
    else:
        as_document(html, POINTS).print_(printer)


def _on_one_page(printer: QPrinter, html: str) -> None:
    """Paint the document as large as fits: 12 points if it can be, smaller until it is one page."""
    document = as_document(html, POINTS)
    document.documentLayout().setPaintDevice(printer)
    page = QSizeF(printer.pageRect(printer.Unit.DevicePixel).size())
    scale = 1.0
    document.setTextWidth(page.width())
    while document.size().height() * scale > page.height():
        scale *= SHRINK
        document.setTextWidth(page.width() / scale)
    painter = QPainter(printer)
    painter.scale(scale, scale)
    document.drawContents(painter)
    painter.end()
