"""Before a worksheet is printed: which paper, how it will look, and a printer or a PDF."""

from __future__ import annotations

from PySide6.QtCore import Qt

from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.exercise.worksheet import worksheet
from rewire_app.i18n import _
from rewire_app.ui.base.countries import known_lines
from rewire_app.ui.base.page import Page
from rewire_app.ui.charts.saving import save_somewhere
from rewire_app.ui.paper.numbers import paper_numbers
from rewire_app.ui.paper.preview import PaperPreview
from rewire_app.ui.paper.worksheet_paper import (
    SheetSize,
    WorksheetPages,
    print_worksheet,
    usual_size,
    worksheet_as_pdf,
)
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.choices import Segmented, only
from rewire_app.ui.widgets.layout import put, wide
from rewire_app.ui.widgets.sheet import Sheet
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S2, S3, S4


class WorksheetSheet(Sheet):
    """The sheet of `exercise` to write on by hand. Nothing of the person is on it."""

    def __init__(self, page: Page, exercise: Exercise) -> None:
        words = _("The same questions with room to write. It is blank: nothing that you noted is on it.")
        super().__init__(page, title=_("Print to write on"), words=words)
        self._owner, self._exercise = page, exercise
        self._blank = worksheet(exercise, page.context.library.measure_of(exercise))
        self._people = paper_numbers(known_lines(page.context), page.context.settings.country)
        sizes = [(SheetSize.A4.value, _("A4")), (SheetSize.LETTER.value, _("Letter"))]
        self.paper = Segmented(sizes, name=_("Paper"))
        self.paper.set_value(usual_size(page.context.settings.country).value)
        self.pages = self._laid_out()
        self.preview, self._count = PaperPreview(self.pages), Small("")
        start = Qt.AlignmentFlag.AlignLeading
        put(self.body, S4, wide(self.paper, 0, start), S3, wide(self.preview, 0, start), S2, self._count)
        self.paper.changed.connect(self._show)
        printer, save, cancel = (
            MainButton(_("Choose a printer")),
            SecondButton(_("Save as PDF")),
            QuietButton(_("Cancel")),
        )
        printer.clicked.connect(self._print)
        save.clicked.connect(self._save)
        cancel.clicked.connect(self.put_away)
        self.put_answers(cancel, save, printer, focus=printer)
        self._show()

    def _laid_out(self) -> WorksheetPages:
        return WorksheetPages(self._blank, self._people, SheetSize(str(only(self.paper))))

    def _show(self, _value: object = None) -> None:
        self.pages = self._laid_out()
        self.preview.show_pages(self.pages)
        self._count.setText(self.preview.accessibleDescription())

    def _print(self) -> None:
        from rewire_app.ui.widgets.paper import ask_and_print

        pages, window = self.pages, self._owner.window()
        self.put_away()
        ask_and_print(window, _("Print to write on"), lambda printer: print_worksheet(printer, pages))

    def _save(self) -> None:
        content = worksheet_as_pdf(self.pages)
        self.put_away()
        name = f"{self._exercise.id}-{self.pages.size}.pdf"
        save_somewhere(self._owner, _("Save as PDF"), _("PDF (*.pdf)"), name, content)
