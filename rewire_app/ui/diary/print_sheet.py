"""The sheet before a week is printed: what of it is left out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.reports.diary_week import DiaryPart, DiaryWeek, part_title
from rewire_app.ui.widgets.buttons import MainButton, SecondButton
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.sheet import Sheet
from rewire_app.ui.widgets.text import Strong
from rewire_app.ui.widgets.theme import S2, S4

WORDS = "words"
"""The chip of the week in words."""


class PrintSheet(Sheet):
    """Nothing is left out at first. `chosen(parts, words)`: those left out, and whether words stay."""

    chosen = Signal(object, bool)

    def __init__(self, page: QWidget, week: DiaryWeek) -> None:
        words = _(
            "One page, black on white, with lines to write on. What is waiting to be printed is called "
            "only Rewire."
        )
        super().__init__(page, title=_("Print the week"), words=words)
        parts = [(str(part), part_title(part)) for part, _rows in week.parts()]
        self.chips = ChipGroup([*parts, (WORDS, _("The week in words"))], several=True, name=_("Leave out"))
        put(self.body, S4, Strong(_("Leave out")), S2, self.chips)
        go_on, cancel = MainButton(_("Choose a printer")), SecondButton(_("Cancel"))
        go_on.clicked.connect(self._choose)
        cancel.clicked.connect(self.put_away)
        self.put_answers(cancel, go_on, focus=go_on)

    def _choose(self) -> None:
        left = self.chips.value()
        assert isinstance(left, tuple | list), "several can be chosen"
        self.put_away()
        self.chosen.emit(frozenset(DiaryPart(one) for one in left if one != WORDS), WORDS not in left)
