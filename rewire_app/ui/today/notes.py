"""What is noted of today, in three rows: the night, moments, and the evening with its stress."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpacerItem, QWidget

from rewire_app.domain.amounts import hours_minutes
from rewire_app.i18n import _, ngettext
from rewire_app.ui.today.words import last_moment
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import QUIET_END, hung, nest, vbox
from rewire_app.ui.widgets.rows import FactRow
from rewire_app.ui.widgets.text import Heading
from rewire_app.ui.widgets.theme import S1, S2, theme

if TYPE_CHECKING:
    from rewire_app.store.queries import Today


class DayNotes(QWidget):
    """`wanted(str)`: the "night", a "moment" or the "evening" is to be noted or looked at."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._night = FactRow(_("Night"), _("Note"))
        self._moments = FactRow(_("Moments"), _("Add"))
        self._evening = FactRow(_("Evening"), _("Note"))
        self._parts = ((self._night, "night"), (self._moments, "moment"), (self._evening, "evening"))
        column = vbox(Heading(_("Notes for today")), on=self, gap=0)
        self._above_rows = QSpacerItem(0, S2)
        column.addItem(self._above_rows)
        for number, (row, part) in enumerate(self._parts):
            row.clicked.connect(partial(self.wanted.emit, part))
            if number:
                column.addWidget(Divider())
            nest(column, hung(row, end=QUIET_END))
        column.addStretch(1)

    def show_day(self, facts: Today, *, first: bool) -> None:
        """Show what is noted; on the `first` day of practice also what each takes."""
        self._show_night(facts, first=first)
        self._show_moments(facts, first=first)
        self._show_evening(facts, first=first)

    def _show_night(self, facts: Today, *, first: bool) -> None:
        if facts.asleep_min is not None and facts.in_bed_min:
            share = round(100 * facts.asleep_min / facts.in_bed_min)
            slept = _("{time} asleep").format(time=hours_minutes(facts.asleep_min))
            self._night.show_fact(slept, _("{n}% of the time in bed").format(n=share), _("Edit"))
        else:
            hint = _("About 20 seconds, each morning") if first else ""
            self._night.show_fact(_("Not noted yet"), hint, _("Note"), noted=False)

    def _show_moments(self, facts: Today, *, first: bool) -> None:
        if facts.moment_count:
            today = ngettext("{n} today", "{n} today", facts.moment_count).format(n=facts.moment_count)
            self._moments.show_fact(today, last_moment(facts), _("Add"))
        else:
            hint = _("An old reaction that came up, 30 seconds") if first else ""
            self._moments.show_fact(_("None noted today"), hint, _("Add"), noted=False)

    def _show_evening(self, facts: Today, *, first: bool) -> None:
        stress = "" if facts.stress is None else _("Stress {n} of 10").format(n=facts.stress)
        if facts.reactivity is not None:
            words = _("Reacted {n} of 10").format(n=facts.reactivity)
            self._evening.show_fact(words, stress, _("Edit"))
        else:
            hint = _("One minute, any time this evening") if first else ""
            self._evening.show_fact(_("Not noted yet"), stress or hint, _("Note"), noted=False)

    def fit(self, *, roomy: bool) -> None:
        """Stand closer where there is little room."""
        self._above_rows.changeSize(0, theme.px(6 if roomy else S1))
        for row, _part in self._parts:
            row.set_tight(not roomy)
