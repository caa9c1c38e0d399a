"""One quiet line on Today while a test goes on, and one when its result is ready."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, wide
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S2, S3


class WeekLine(QWidget):
    """ "This week: practise in the morning", with a way to the test; no room without one. `go(Route)`."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        across = hbox(
            wide(Glyph("flag", 18, role="ink2", folder="icons"), 0, Qt.AlignmentFlag.AlignVCenter),
            on=self,
            gap=S2,
            margins=(0, 0, 0, S3),
        )
        self.words = Second("")
        across.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.button = QuietButton(_("Your test"))
        self.button.clicked.connect(lambda: self.go.emit(routes.EXPERIMENT))
        across.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()
        context.hub.changed.connect(self._follow)

    def _follow(self, topics: frozenset[str]) -> None:
        if "experiments" in topics:
            self.look_back()

    def look_back(self) -> None:
        """Say what this week is, or leave; nothing until all is open."""
        if not self._context.ready:
            return
        words = self._sentence()
        self.words.setText(words)
        self.button.setAccessibleDescription(words)
        self.setVisible(bool(words))

    def _sentence(self) -> str:
        if not self._context.store.experiments.all():
            return ""
        from rewire_app.insight.experiment_course import ExperimentPhase
        from rewire_app.insight.experiment_words import this_week
        from rewire_app.reports.experiments import current

        found = current(self._context.store, self._context.today)
        if found is None:
            return ""
        experiment, course = found
        if course.phase is ExperimentPhase.OVER:
            return _("The eight weeks of your test are over. The result is ready when you are.")
        if course.phase is ExperimentPhase.RESTING:
            return _("Your test waits this week.")
        return this_week(experiment, course.now.option) if course.now is not None else ""
