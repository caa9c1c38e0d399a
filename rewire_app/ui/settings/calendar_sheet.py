"""Before the days of plans become a file for a calendar: what it would show there."""

from __future__ import annotations

from PySide6.QtCore import Qt

from rewire_app.errors import StoreError
from rewire_app.i18n import _
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.secret_cover import ask_again
from rewire_app.ui.charts.saving import save_somewhere
from rewire_app.ui.widgets.buttons import MainButton, SecondButton
from rewire_app.ui.widgets.layout import hbox, put, vbox, wide
from rewire_app.ui.widgets.sheet import Sheet
from rewire_app.ui.widgets.switch import Switch
from rewire_app.ui.widgets.text import Second, Small, Strong
from rewire_app.ui.widgets.theme import S3, S4

FILE = "calendar.ics"


class CalendarSheet(Sheet):
    """Nothing of what a person wrote goes into the file at first."""

    def __init__(self, page: Page) -> None:
        words = _(
            "One file that most calendars take: the days of your plans, without those on which you paused. A "
            "plan for any days of a week stands over the whole week."
        )
        super().__init__(page, title=_("Your plans in a calendar"), words=words)
        self._owner = page
        said = _("Say what is planned")
        self.told = Switch(said)
        told = Second(_("Exercises and your own words would stand there. Else each day says only “Planned”."))
        row = hbox(
            wide(self.told, 0, Qt.AlignmentFlag.AlignTop), wide(vbox(Strong(said), told, gap=0), 1), gap=S3
        )
        again = _(
            "Whoever can see that calendar sees this too. When a plan changes, save it again and let the "
            "calendar take it anew."
        )
        put(self.body, S4, row, S3, Small(again))
        self.save_button, cancel = MainButton(_("Choose where, and save")), SecondButton(_("Cancel"))
        self.save_button.clicked.connect(self._save)
        cancel.clicked.connect(self.put_away)
        self.put_answers(cancel, self.save_button, focus=self.save_button)

    def _save(self) -> None:
        told, page = self.told.value(), self._owner
        self.put_away()
        if told:
            ask_again(
                page.context,
                _("Before your words leave the program."),
                lambda: save_calendar(page, told=True),
            )
        else:
            save_calendar(page, told=False)


def save_calendar(page: Page, *, told: bool) -> None:
    """Make the calendar, and ask where it goes; says why if the plans cannot be read."""
    from rewire_app.exchange.exporters.calendar import plan_calendar

    context = page.context
    try:
        reminders = context.reminders.now
        content = plan_calendar(context.store, context.library, reminders, context.clock.now(), told=told)
    except StoreError as error:
        context.hub.failed.emit(str(error))
        return
    save_somewhere(page, _("Your plans in a calendar"), _("Calendar (*.ics)"), FILE, content)
