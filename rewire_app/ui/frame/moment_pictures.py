"""Pictures of a moment: some minutes after it began, all that can be noted of it, and minutes by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from rewire_app.domain.days import ZoneClock
from rewire_app.ui.base import routes
from rewire_app.ui.frame.window import Window
from rewire_app.ui.moment.form import MomentForm

PASSED = timedelta(minutes=6, seconds=20)
PEAK = 7
TRIGGER = "Message from my manager about the report"


def look_at_moment(window: Window, keep: Callable[[QWidget, str], None]) -> None:
    """Give `keep` the page of a moment with words in it, which are gone afterwards."""
    clock, page = window.context.clock, window.shell.page("moment")
    assert isinstance(clock, ZoneClock)
    assert clock.stopped_at is not None
    window.go(routes.moment(window.context.today))
    form = page.findChild(MomentForm)
    assert isinstance(form, MomentForm)
    form.form.restore({"trigger": TRIGGER, "peak": PEAK})
    form.end.show_peak(PEAK)
    began = clock.stopped_at
    clock.stopped_at = began + PASSED
    form.end.strip.tick()
    window.context.hub.changed.emit(frozenset({"moments"}))
    keep(window, "moment")
    form.more.open(True)
    form.more.head.setFocus()
    keep(window, "moment-more")
    clock.stopped_at = began
    form.form.clear()
