"""A quiet row on Today while a fair test goes on, and one when its result is ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, nest, vbox, wide
from rewire_app.ui.widgets.text import Strong
from rewire_app.ui.widgets.theme import S3, S5

if TYPE_CHECKING:
    from rewire_app.domain.experiment.experiment import Experiment
    from rewire_app.reports.experiments_today import Stands
    from rewire_app.ui.base.day_answers import DayAnswers

ABOVE = 14
"""Px between the card of the day's practice and this row."""


class WeekLine(QWidget):
    """Which way is today's, with what can be said of it; no room without a test. `go(Route)`."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._answers: DayAnswers | None = None
        middle = Qt.AlignmentFlag.AlignVCenter
        self.words = Strong("")
        self.button = QuietButton(_("Your test"))
        self.button.clicked.connect(lambda: self.go.emit(routes.EXPERIMENT))
        self._across = hbox(
            wide(Glyph("half", 18, role="ink2", folder="icons"), 0, middle),
            wide(self.words, 1, middle),
            wide(self.button, 0, middle),
            gap=S3,
        )
        row = Card(padding=(S5, 7), name=_("Your fair test"))
        nest(row.body, self._across)
        vbox(ABOVE, row, on=self)
        self.hide()

    def look_back(self) -> None:
        """Say what today is, or leave; nothing until all is open."""
        if not self._context.ready:
            return
        found = self._current()
        words = _sentence(*found) if found is not None else ""
        self.words.setText(words)
        self.button.setAccessibleDescription(words)
        self._show_answers(found)
        self.setVisible(bool(words))

    def _current(self) -> tuple[Experiment, Stands] | None:
        if not self._context.store.experiments.all():
            return None
        from rewire_app.reports.experiments_today import current

        return current(self._context.store, self._context.today)

    def _show_answers(self, found: tuple[Experiment, Stands] | None) -> None:
        """Let a test by days or weeks be answered here; the way to any other stands in the same place."""
        if found is None and self._answers is None:
            return
        from rewire_app.insight.fair_course import FairCourse

        day = found[1].now if found is not None and isinstance(found[1], FairCourse) else None
        if found is not None and day is not None:
            if self._answers is None:
                from rewire_app.ui.base.day_answers import DayAnswers

                self._answers = DayAnswers(self._context)
                self._across.addWidget(self._answers, 0, Qt.AlignmentFlag.AlignVCenter)
            self._answers.show_day(found[0], day)
        if self._answers is not None:
            self._answers.setVisible(day is not None)
        self.button.setVisible(day is None)


def _sentence(experiment: Experiment, course: Stands) -> str:
    from rewire_app.insight.experiment_course import ExperimentPhase
    from rewire_app.reports.experiments_today import today_line

    if course.phase is ExperimentPhase.OVER:
        return _("The eight weeks of your test are over. The result is ready when you are.")
    if course.phase is ExperimentPhase.RESTING:
        return _("Your test waits this week.")
    return today_line(experiment, course)
