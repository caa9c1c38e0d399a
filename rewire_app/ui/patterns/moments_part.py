"""The last moments of a pattern: each drawn, in words, with the path it took; one press opens its day."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import clock_words, day_words
from rewire_app.domain.journal.entries import Moment
from rewire_app.domain.journal.moment_words import moment_words
from rewire_app.domain.limits import shortened
from rewire_app.i18n import _
from rewire_app.reports.patterns import PatternWhole
from rewire_app.ui.base import routes
from rewire_app.ui.base.response_tags import response_tag
from rewire_app.ui.charts.moment_curve import MomentCurve
from rewire_app.ui.widgets.base import box
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import clear, hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.press_row import PressRow
from rewire_app.ui.widgets.text import Heading, Second, Strong
from rewire_app.ui.widgets.theme import RADIUS_ITEM, S2, S3, S4, theme
from rewire_app.ui.widgets.unfold import LinkButton

FIRST = 4
"""So many moments are shown at first."""
TITLE = 120
"""So many characters of what set a moment off stand in its row."""
WEEK = 7
MIDDLE = Qt.AlignmentFlag.AlignVCenter


def when_words(moment: Moment, today: date) -> str:
    """When it was, as it is said: "Today 14:20", "Thursday", "12 November"."""
    days = (today - moment.day).days
    if days == 0:
        return _("Today {time}").format(time=clock_words(moment.at.wall))
    if 0 < days < WEEK:
        return day_words(moment.day, week_day=True)
    return day_words(moment.day, year=moment.day.year != today.year)


class PatternMoment(PressRow):
    """One moment."""

    def __init__(self, moment: Moment, today: date) -> None:
        super().__init__()
        across = hbox(on=self, gap=S4, margins=(0, S2, 0, S2))
        if moment.peak is not None:
            calm = None if moment.still_going else moment.calm_min
            across.addWidget(MomentCurve(moment.peak, calm), 0, MIDDLE)
        when, words = when_words(moment, today), shortened(moment.trigger, TITLE)
        title = _("{when}, {words}").format(when=when, words=words) if words else when
        told = moment_words(moment)
        put(across, wide(vbox(stretch(), Strong(title), Second(told), stretch(), gap=0), 1))
        said = [title, told]
        if moment.response is not None:
            tag = response_tag(moment.response)
            across.addWidget(tag, 0, MIDDLE)
            said.append(tag.accessibleName())
        self.setAccessibleName(". ".join(said))

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.rect(), theme.px(RADIUS_ITEM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A soft field under the mouse."""
        if self.underMouse():
            painter = self.painter()
            box(painter, self.rect(), theme.px(RADIUS_ITEM), theme.color("primarySoft"))
            painter.end()


class MomentsPart(QWidget):
    """`go(Route)`: to the day of one; `all_wanted()`: more than the last few are to be seen."""

    go = Signal(object)
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.every = LinkButton("")
        self.every.clicked.connect(self.all_wanted)
        head = hbox(wide(Heading(_("Last moments")), 1, MIDDLE), wide(self.every, 0, MIDDLE), gap=S3)
        self._none = Second(_("None noted yet. “Note a moment” begins one for this pattern."))
        self._rows = vbox(gap=0)
        self.rows: list[PatternMoment] = []
        vbox(head, S2, Divider(), self._none, self._rows, on=self, gap=0)

    def show_moments(self, shown: PatternWhole, today: date) -> None:
        """Show other moments, the newest first."""
        clear(self._rows)
        self.rows = []
        for moment in shown.moments:
            row = PatternMoment(moment, today)
            row.clicked.connect(partial(self.go.emit, routes.journal(moment.day, f"moment/{moment.uid}")))
            self.rows.append(row)
            put(self._rows, row, Divider())
        self._none.setVisible(not self.rows)
        self.every.setText(_("All {n}").format(n=shown.of))
        self.every.setVisible(shown.of > len(self.rows))
