"""Pictures of what makes practice a habit: plans, pauses, reminders, what falls due, the menu of the tray."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from rewire_app.desktop.tray import TrayIcon
from rewire_app.domain.reminders import Reminders
from rewire_app.ui.base import routes
from rewire_app.ui.frame.tray_menu import TrayMenu
from rewire_app.ui.frame.window import Window
from rewire_app.ui.settings.pause_form import FIRST, LAST, PauseForm
from rewire_app.ui.settings.pauses_part import PausesPart
from rewire_app.ui.settings.plan_form import PlanForm
from rewire_app.ui.settings.reminders_section import RemindersSection
from rewire_app.ui.today.look_backs import LookBacks
from rewire_app.ui.widgets.menu_look import dress

Keep = Callable[[QWidget, str], None]
CHOSEN = 2
"""So many reminders are chosen in the picture."""


def look_at_habit(window: Window, keep: Keep) -> None:
    """Give `keep` the pages with something in them, which is gone afterwards."""
    _plans(window, keep)
    _reminders(window, keep)
    window.go(routes.TODAY)
    [due] = window.shell.page("today").findChildren(LookBacks)
    for row in list(due.rows.values())[:1]:
        row.begin()
    keep(window, "today-answering")
    tray = TrayIcon(QIcon(), "Rewire", window)
    tray.offer(TrayMenu(window).entries("Rewire", told=True))
    dress(tray.menu).adjustSize()
    keep(tray.menu, "tray-menu")
    tray.deleteLater()


def _plans(window: Window, keep: Keep) -> None:
    context, page = window.context, window.shell.page("settings")
    today = context.today.toordinal()
    window.go(routes.plan(context.store.plans.holding(context.today)[0].thread))
    keep(window, "plan-form")
    [plan] = page.findChildren(PlanForm)
    plan.cancelled.emit()
    [pauses] = page.findChildren(PausesPart)
    pauses.wanted.emit("")
    [pause] = page.findChildren(PauseForm)
    pause.restore({FIRST: today - 4, LAST: today - 2})
    keep(window, "pause-form")
    pause.cancelled.emit()


def _reminders(window: Window, keep: Keep) -> None:
    window.go(routes.settings("reminders"))
    [section] = window.shell.page("settings").findChildren(RemindersSection)
    for row in list(section.rows.values())[:CHOSEN]:
        row.switch.click()
    keep(window, "reminders-chosen")
    window.context.reminders.put(Reminders())
