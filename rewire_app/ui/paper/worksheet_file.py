"""A worksheet as a file, asked for without a window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rewire_app.content.library import Library
from rewire_app.domain.exercise.worksheet import worksheet
from rewire_app.errors import BadInputError
from rewire_app.i18n import _, ngettext
from rewire_app.reports.tables import write_file
from rewire_app.ui.paper.numbers import paper_numbers
from rewire_app.ui.paper.worksheet_paper import SheetSize, WorksheetPages, usual_size, worksheet_as_pdf
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def write_worksheet(qt: QApplication, name: str, path: Path, size: str | None, country: str) -> str:
    """Write the worksheet of the exercise `name` to `path`, and say so; `country`: whose numbers stand on it.

    Raises BadInputError where there is no such sheet, and FileNotSavedError.
    """
    theme.use(qt)
    library = Library()
    sheets = {one.id: one for one in library.exercises() if one.worksheet}
    if name not in sheets:
        words = _("there is no worksheet called {name}; these can be printed: {names}")
        raise BadInputError(words.format(name=name, names=", ".join(sheets)))
    exercise = sheets[name]
    paper = SheetSize(size) if size else usual_size(country)
    people = paper_numbers(library.crisis(), country)
    pages = WorksheetPages(worksheet(exercise, library.measure_of(exercise)), people, paper)
    write_file(path, worksheet_as_pdf(pages))
    words = ngettext(
        "The worksheet is in {path}, {n} page.", "The worksheet is in {path}, {n} pages.", len(pages)
    )
    return words.format(path=path.absolute(), n=len(pages))
