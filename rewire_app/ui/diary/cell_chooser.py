"""What a cell of the diary card can hold, to choose with the mouse or a screen reader."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import long_day
from rewire_app.i18n import _
from rewire_app.reports.diary_week import DiaryPart, WeekCell, WeekRow
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.layout import QUIET, hung, nest, put
from rewire_app.ui.widgets.popover import Popover
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S1, S3

YES, NO = "yes", "no"
ANSWERS: dict[object, int] = {YES: 1, NO: 0}


class CellChooser(Popover):
    """A card over the page beside one cell. `chosen(WeekCell)`: it is to hold this."""

    wide = 520
    chosen = Signal(object)

    def __init__(self, page: QWidget, row: WeekRow, cell: WeekCell, day: date, today: date) -> None:
        super().__init__(page, name=_("{row}, {day}").format(row=row.name, day=long_day(day, today)))
        self.rating: Rating | None = None
        self.answer: ChipGroup | None = None
        put(self.body, Heading(row.name), Second(long_day(day, today)), S3)
        if row.part is not DiaryPart.TARGETS:
            self.rating = Rating(_("not at all"), _("as strong as can be"), name=row.name)
            self.rating.set_value(None if cell.value is None else round(cell.value))
            self.rating.changed.connect(self._tell)
            put(self.body, self.rating, S3)
        if row.part is not DiaryPart.FEELINGS:
            target = row.part is DiaryPart.TARGETS
            words = (_("Met"), _("Not met")) if target else (_("I acted on it"), _("I did not act on it"))
            self.answer = ChipGroup(list(zip((YES, NO), words, strict=True)), name=row.name)
            given = cell.value if target else cell.acted
            self.answer.set_value(None if given is None else YES if given else NO)
            self.answer.changed.connect(self._tell)
            put(self.body, self.answer, S1)
        clear = QuietButton(_("Not noted"))
        clear.clicked.connect(self._clear)
        nest(self.body, hung(clear, start=QUIET))
        self.closed.connect(self.deleteLater)

    @property
    def first(self) -> QWidget:
        """What has the keyboard first."""
        first = self.rating or self.answer
        assert first is not None, "every cell holds something"
        return first

    def _tell(self) -> None:
        answer = None if self.answer is None else ANSWERS.get(self.answer.value())
        if self.rating is None:
            self.chosen.emit(WeekCell(value=answer))
        else:
            acted = None if answer is None else bool(answer)
            self.chosen.emit(WeekCell(value=self.rating.value(), acted=acted))

    def _clear(self) -> None:
        self.chosen.emit(WeekCell())
        self.close_up()
