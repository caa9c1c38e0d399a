"""A practice on paper: title, headings and words, notes. Nothing of it is in the name of the job."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from rewire_app.domain.exercise.pass_document import DocumentBlock
from rewire_app.i18n import _
from rewire_app.reports.opened_pass import OpenedPass, note_title
from rewire_app.reports.pass_lines import day_and_time
from rewire_app.ui.widgets.paper import as_document

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

POINTS = 12


def as_html(page: OpenedPass) -> str:
    """The practice as HTML without colours of its own."""
    line = page.line
    head = f"{line.title}, {day_and_time(line)}. {line.length}"
    parts = [f"<h1>{_html(page.title)}</h1><p>{_html(head)}</p>"]
    if line.rating_words:
        name = page.measure.short if page.measure else _("Rating")
        parts.append(f"<p>{_html(_('{name}: {rating}').format(name=name, rating=line.rating_words))}</p>")
    parts += [_block(block) for block in page.document.blocks]
    if page.plan:
        parts.append(f"<h2>{_html(_('Plan'))}</h2><p>{_html(page.plan)}</p>")
    parts += [f"<h2>{_html(note_title(note))}</h2><p>{_html(note.text)}</p>" for note in page.notes]
    return "".join(parts)


def _block(block: DocumentBlock) -> str:
    letter = f"{block.letter}: " if block.letter else ""
    head = f"<h2>{_html(letter + block.title)}</h2>"
    if len(block.lines) == 1:
        return f"{head}<p>{_html(block.lines[0])}</p>"
    return f"{head}<ul>{''.join(f'<li>{_html(line)}</li>' for line in block.lines)}</ul>"


def _html(text: str) -> str:
    return escape(text.strip()).replace("\n", "<br/>")


def print_on(printer: QPrinter, page: OpenedPass) -> None:
    """Print the practice on `printer`."""
    printer.setDocName(_("A practice"))
    as_document(as_html(page), POINTS).print_(printer)
