"""A ladder on paper: black words on white, the hardest step first, with what its tries taught."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING

from rewire_app.domain.day_words import day_words
from rewire_app.domain.lists.ladder_words import ladder_title, rung_words, try_lines
from rewire_app.domain.lists.ladders import FearLadder
from rewire_app.i18n import _
from rewire_app.ui.widgets.paper import as_document

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

POINTS = 12


def as_html(ladder: FearLadder, today: date) -> str:
    """The ladder as HTML without colours of its own."""
    parts = [f"<h1>{escape(ladder_title(ladder))}</h1>"]
    for rung in ladder.rungs:
        lines = "".join(f"<br/>{_html(line)}" for one in rung.tries for line in try_lines(one, today))
        parts.append(f"<p><b>{_html(rung.step.step)}</b><br/>{_html(rung_words(rung))}{lines}</p>")
    parts.append(f"<p>{escape(_('Fear need not fall for a try to count.'))}</p>")
    parts.append(f"<p>{escape(_('Printed on {day}').format(day=day_words(today, year=True)))}</p>")
    return "".join(parts)


def _html(text: str) -> str:
    return escape(text.strip()).replace("\n", "<br/>")


def print_on(printer: QPrinter, ladder: FearLadder, today: date) -> None:
    """Print `ladder`; its name stays out of the printer's list, as everything a person wrote."""
    printer.setDocName(_("Ladder"))
    as_document(as_html(ladder, today), POINTS).print_(printer)
