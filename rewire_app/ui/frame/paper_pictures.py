"""Pictures of the sheets before something goes to paper, or to a calendar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from rewire_app.ui.base import routes
from rewire_app.ui.base.page import Page
from rewire_app.ui.frame.window import Window
from rewire_app.ui.practice.worksheet_sheet import WorksheetSheet
from rewire_app.ui.settings.calendar_sheet import CalendarSheet

Keep = Callable[[QWidget, str], None]


def look_at_paper(window: Window, keep: Keep) -> None:
    """Give `keep` the sheet before a worksheet is printed, and before plans become a calendar."""
    window.go(routes.exercise("c-record"))
    page = window.shell.page("exercise")
    assert isinstance(page, Page)
    sheet = WorksheetSheet(page, window.context.library.exercise("c-record"))
    sheet.lay_over()
    keep(window, "exercise-worksheet")
    sheet.put_away()
    window.go(routes.settings("plan"))
    settings = window.shell.page("settings")
    assert isinstance(settings, Page)
    before = CalendarSheet(settings)
    before.lay_over()
    keep(window, "settings-plan-calendar")
    before.put_away()
