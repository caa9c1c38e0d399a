"""What narrows a search: a time, a tag, an exercise, a person."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.reports.own_words import OwnWords, WordsWish
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.theme import theme

WIDE = 176
"""Px of the design across each of the lists."""


class _List(Combo):
    """One of the lists, all of them of one width."""

    def __init__(self, label: str, every: str) -> None:
        super().__init__(label, [("", every)], show_label=False)

    def sizeHint(self) -> QSize:
        """Wide enough for most words."""
        return QSize(theme.px(WIDE), super().sizeHint().height())


class Narrowing(QWidget):
    """`changed()`: something else is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.time = _List(_("Time"), _("Any time"))
        self.tag = _List(_("Tag"), _("Any tag"))
        self.exercise = _List(_("Exercise"), _("Any exercise"))
        self.person = _List(_("Person"), _("Any person"))
        row = Flow(gap=10)
        for one in (self.time, self.tag, self.exercise, self.person):
            row.add(one)
            one.changed.connect(lambda _key: self.changed.emit())
        vbox(row, on=self)

    def offer(self, own: OwnWords) -> None:
        """Offer what there is; what was chosen stays while it is there."""
        self.blockSignals(True)
        days = [("7", _("Last 7 days")), ("30", _("Last 30 days")), ("365", _("Last 365 days"))]
        years = [(f"year {year}", str(year)) for year in own.years()]
        self.time.offer([("", _("Any time")), *days, *years])
        self.tag.offer([("", _("Any tag")), *((tag, tag) for tag in own.tags())])
        self.exercise.offer([("", _("Any exercise")), *own.exercises()])
        self.person.offer([("", _("Any person")), *((who, who) for who in own.people())])
        self.blockSignals(False)

    def wish(self, today: date) -> WordsWish:
        """What is chosen, as seen from `today`."""
        first, last = _days(self.time.value(), today)
        return WordsWish(
            first=first,
            last=last,
            tag=self.tag.value(),
            exercise=self.exercise.value(),
            person=self.person.value(),
        )


def _days(key: str, today: date) -> tuple[int | None, int | None]:
    """The first and last day of a time that can be chosen, as ordinals; None where it is open."""
    if not key:
        return None, None
    if key.startswith("year "):
        year = int(key.removeprefix("year "))
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    return (today - timedelta(days=int(key) - 1)).toordinal(), None
