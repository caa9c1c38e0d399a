"""If-then plans on paper: black words on white, those that wait first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from rewire_app.domain.day_words import day_words
from rewire_app.domain.journal.entries import Intention
from rewire_app.domain.lists.standing import plan_state, waits
from rewire_app.i18n import _
from rewire_app.ui.widgets.paper import as_document

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

POINTS = 12


def as_html(plans: Sequence[Intention], today: date) -> str:
    """The plans as HTML without colours of its own; what has no plan in it is left out."""
    parts = [f"<h1>{escape(_('If-then plans'))}</h1>"]
    parts += [_plan(plan, today) for plan in plans if waits(plan)]
    over = [plan for plan in plans if not waits(plan)]
    if over:
        parts.append(f"<h3>{escape(_('Looked back on'))}</h3>")
        parts += [_plan(plan, today) for plan in over]
    parts.append(f"<p>{escape(_('Printed on {day}').format(day=day_words(today, year=True)))}</p>")
    return "".join(parts)


def _plan(plan: Intention, today: date) -> str:
    words = escape(plan.text.strip()).replace("\n", "<br/>")
    return f"<p><b>{words}</b><br/>{escape(plan_state(plan, today))}</p>"


def print_on(printer: QPrinter, plans: Sequence[Intention], today: date) -> None:
    """Print `plans`; the name of the job holds nothing of what a person wrote."""
    printer.setDocName(_("If-then plans"))
    as_document(as_html(plans, today), POINTS).print_(printer)
