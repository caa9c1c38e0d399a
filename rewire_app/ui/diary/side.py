"""The week in words beside the card, what its marks mean, and what can be done with it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.reports.diary import CHAIN
from rewire_app.reports.diary_week import DiaryWeek
from rewire_app.reports.diary_words import (
    empty_words,
    hardest,
    harm_told,
    week_words,
    weekday,
    why_title,
)
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.diary.week_paint import paint_diamond, paint_point, paint_square, screen_look
from rewire_app.ui.diary.why_field import WhyField
from rewire_app.ui.widgets.base import Painted, fixed_size
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import clear, hbox, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Heading, Small, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, theme
from rewire_app.ui.widgets.unfold import LinkButton

MARK = 20
ACTED, UNNOTED, MET = "acted", "unnoted", "met"


class KeyMark(Painted):
    """One mark of the card by itself; the words beside it say what it means."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme.px(MARK), theme.px(MARK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter, look = self.painter(), screen_look(mirrored=False)
        centre = QPointF(self.width() / 2, self.height() / 2)
        if self._kind == ACTED:
            paint_diamond(painter, centre, look)
        elif self._kind == MET:
            paint_square(painter, centre, look, met=True)
        else:
            paint_point(painter, centre, look)
        painter.end()


class WeekTold(QWidget):
    """The week in words; while it is filled in, why no skill was used. `go(Route)`: help is wanted."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._week: DiaryWeek | None = None
        self._told = vbox(gap=0)
        self.why = WhyField(context)
        self.why.hide()
        vbox(self._told, self.why, on=self, gap=0)

    def show_week(self, week: DiaryWeek, *, filling: bool) -> None:
        """Say what is to be said of a week."""
        self.why.setVisible(filling)
        if week == self._week:
            return
        self._week = week
        clear(self._told)
        put(self._told, Heading(_("The week in words"), role="small_strong", ink="ink2"), S2)
        self._put_harm(week)
        words = empty_words() if week.empty else week_words(week)
        if words:
            put(self._told, Voice(words), S3)
        for day, why in sorted(week.whys.items()):
            head = Heading(why_title(day), role="small_strong", ink="ink2")
            put(self._told, Divider(), S2, head, Voice(_("“{words}”").format(words=why)), S3)

    def _put_harm(self, week: DiaryWeek) -> None:
        """An urge to hurt oneself stands first, with the way to help."""
        harm = harm_told(week)
        if harm is None:
            return
        help_now = LinkButton(_("Help now"), icon="help")
        help_now.clicked.connect(self._ask_for_help)
        put(self._told, Voice(harm.sentence), S1, Small(harm.help), help_now, S2)

    def _ask_for_help(self) -> None:
        self.go.emit(routes.HELP)


class WeekFoot(QWidget):
    """What the marks mean, and what can be done. `go(Route)`; `copy()`: as text; `more()`: what else."""

    go = Signal(object)
    copy = Signal()
    more = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chain = LinkButton("", icon="practice")
        self._chain.clicked.connect(lambda: self.go.emit(routes.exercise(CHAIN)))
        self._made = vbox(gap=0)
        self._shown: tuple[tuple[date, str], ...] = ()
        copy = LinkButton(_("Copy as text"), icon="copy")
        copy.clicked.connect(self.copy)
        self.more_button = LinkButton(_("More"), icon="more")
        self.more_button.clicked.connect(self.more)
        column = vbox(Divider(), S2, on=self, gap=S1)
        for kind, words in (
            (ACTED, _("acted on the urge")),
            (UNNOTED, _("not noted, which is not 0")),
            (MET, _("target met that day")),
        ):
            nest(column, hbox(KeyMark(kind), wide(Small(words), 1), gap=S3))
        put(column, S2, Divider(), self._chain, self._made, copy, self.more_button, stretch())

    def show_week(self, week: DiaryWeek) -> None:
        """Offer what belongs to a week: its hardest day as a chain, and the chains that were made."""
        day = hardest(week)
        self._chain.setVisible(day is not None)
        if day is not None:
            self._chain.setText(_("{weekday} as a chain").format(weekday=weekday(day)))
        if week.chains == self._shown:
            return
        self._shown = week.chains
        clear(self._made)
        for noted, uid in week.chains:
            link = LinkButton(_("The chain of {weekday}").format(weekday=weekday(noted)), icon="journal")
            link.clicked.connect(partial(self.go.emit, routes.practice(uid)))
            self._made.addWidget(link)
