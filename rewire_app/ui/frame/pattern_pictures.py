"""Pictures of one pattern as a whole and of what sets off what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from rewire_app.ui.base import routes
from rewire_app.ui.frame.window import Window
from rewire_app.ui.patterns.page import PatternsPage


def look_at_patterns(window: Window, keep: Callable[[QWidget, str], None]) -> None:
    """Give `keep` the page of the first pattern, its foot, its form, and the links between all."""
    first = window.context.store.patterns.all()[0]
    window.go(routes.pattern_page(first.uid))
    page = window.shell.page("patterns")
    assert isinstance(page, PatternsPage)
    keep(window, "patterns-page")
    page.bring_into_sight(page.one.moments)
    keep(window, "patterns-page-below")
    window.go(routes.PATTERN_LINKS)
    keep(window, "patterns-network")
    window.go(routes.NEW_PATTERN)
    keep(window, "patterns-by-hand")
    window.go(routes.PATTERNS)
