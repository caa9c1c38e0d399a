"""Pictures of one value and one record, which stand on a page of Patterns by their uid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from rewire_app.reports.records import THOUGHT_RECORD
from rewire_app.ui.base import routes
from rewire_app.ui.frame.window import Window


def look_at_values(window: Window, keep: Callable[[QWidget, str], None]) -> None:
    """Give `keep` the page of the first value and the newest thought record."""
    store = window.context.store
    window.go(routes.value(store.values.all()[0].uid))
    keep(window, "patterns-value")
    for record in store.practices.of_exercise(THOUGHT_RECORD, 1):
        window.go(routes.record(record.uid))
        keep(window, "patterns-record")
