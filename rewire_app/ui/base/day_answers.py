"""What can be said of today in a fair test: done, or not today. Today and the page of the test share it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rewire_app.domain.experiment import day_notes
from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.i18n import _
from rewire_app.insight.fair_course import FairDay
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.layout import hbox

DONE = "done"


class DayAnswers(QWidget):
    """A chip for done, which can be taken off again, and a button that leaves the day out or takes it in."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._experiment: Experiment | None = None
        self._day: FairDay | None = None
        self.done = ChipGroup([(DONE, _("Done"))], several=True, name=_("Today’s way"))
        self.out = QuietButton(_("Not today"))
        hbox(self.done, self.out, on=self, gap=0)
        self.done.changed.connect(self._mark_done)
        self.out.clicked.connect(self._leave_out)

    def show_day(self, experiment: Experiment, day: FairDay) -> None:
        """Show what was said of `day`."""
        self._experiment, self._day = experiment, day
        self._show()

    def _show(self) -> None:
        day = self._day
        if day is None:
            return
        self.done.blockSignals(True)  # what is shown is no answer
        self.done.set_value([DONE] if day.done else [])
        self.done.blockSignals(False)
        self.done.setVisible(not day.out)
        self.out.setText(_("Take today back in") if day.out else _("Not today"))
        self.out.setAccessibleDescription("" if day.out else _("leaves this evening out; the test goes on"))

    def _mark_done(self) -> None:
        if self._experiment is None or self._day is None:
            return
        yes = not self._day.done
        changed = day_notes.done(self._experiment, self._day.number, yes=yes)
        self._write(_("today’s way done") if yes else _("today’s way not done"), changed)

    def _leave_out(self) -> None:
        if self._experiment is None or self._day is None:
            return
        out = not self._day.out
        changed = day_notes.left_out(self._experiment, self._day.number, yes=out)
        self._write(_("today left out") if out else _("today counted again"), changed)

    def _write(self, label: str, changed: Experiment) -> None:
        context = self._context
        if not context.hub.do(label, context.store.experiments.edit, changed):
            self._show()
