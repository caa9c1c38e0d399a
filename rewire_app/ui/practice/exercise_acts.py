"""What can be done with an exercise from its page: begin it, choose how long, keep it, and more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.i18n import _
from rewire_app.reports.exercise_page import Way, begin_words
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import Route
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.choices import Segmented, only
from rewire_app.ui.widgets.layout import QUIET, hbox, hung, put, stretch, vbox
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S1, S2, S3, theme


class ExerciseActs(QWidget):
    """`go(Route)`: begin. `kept()`: the mark of a favourite is to turn. `more()`: the menu is wanted."""

    go = Signal(object)
    kept = Signal()
    more = Signal()

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self._exercise = exercise
        self._way = Way(minutes=(), chosen=None, waiting=False)
        self.begin = MainButton("", icon="play", large=True)
        self.begin.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.begin.clicked.connect(lambda: self.go.emit(self._route()))
        self._anew = QuietButton(_("Begin anew"))
        self._anew.clicked.connect(lambda: self.go.emit(self._fresh()))
        self._how_long = vbox(gap=S1)
        self._lengths: Segmented | None = None
        self._today = Second("")
        self._keep = QuietButton("", icon="star")
        self._keep.setAccessibleDescription(_("or press F"))
        self._keep.clicked.connect(self.kept)
        self.menu = QuietButton(_("More"), icon="more")
        self.menu.clicked.connect(self.more)
        column = vbox(self.begin, self._today, hung(self._anew, start=QUIET), on=self, gap=0)
        row = hbox(-theme.px(QUIET), self._keep, self.menu, stretch(), gap=0)
        put(column, S2, self._how_long, S2, row, S3)

    def show_way(self, way: Way, *, favourite: bool, today: str) -> None:
        """Show how it begins now, whether it is a `favourite`, and what a fair test says of `today`."""
        if way.minutes != self._way.minutes:
            self._offer(way)
        self._way = way
        self._anew.setVisible(way.waiting)
        self._keep.setText(_("Kept") if favourite else _("Keep"))
        self._keep.set_icon("star-on" if favourite else "star")
        self._today.setText(today)
        self._today.setVisible(bool(today))
        self._say()

    def _offer(self, way: Way) -> None:
        self._lengths = Segmented([(str(n), str(n)) for n in way.minutes], name=_("How long, minutes"))
        self._lengths.set_value(str(way.chosen))
        self._lengths.changed.connect(self._say)
        put(self._how_long, Second(_("How long, minutes")), self._lengths)

    def _minutes(self) -> int | None:
        return int(only(self._lengths)) if self._lengths is not None else None

    def _fresh(self) -> Route:
        return routes.run(self._exercise.id, minutes=self._minutes())

    def _route(self) -> Route:
        return routes.RESUME if self._way.waiting else self._fresh()

    def _say(self) -> None:
        going_on = _("Go on where you left it")
        self.begin.setText(going_on if self._way.waiting else begin_words(self._exercise, self._minutes()))
