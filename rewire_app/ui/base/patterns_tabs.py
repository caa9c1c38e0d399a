"""The row of tabs that all pages of Patterns share; in little room it is a list to choose from."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.base.routes import Route
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.layout import hung, put, vbox
from rewire_app.ui.widgets.options import Segment
from rewire_app.ui.widgets.theme import theme

NARROW = 760
"""Under this width of the content, px of text, the tabs are a list to choose from."""
TABS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("patterns", lambda: _("Patterns")),
    ("ladders", lambda: _("Ladders")),
    ("guesses", lambda: _("Guesses")),
    ("records", lambda: _("Records")),
    ("values", lambda: _("Values")),
    ("plans", lambda: _("Plans")),
    ("diary", lambda: _("Diary card")),
)
"""The pages in the order of the tabs, and what their tab says."""


class TabSegment(Segment):
    """One tab."""

    spoken = "PageTab"


class TabRow(Segmented):
    """The tabs side by side."""

    spoken = "PageTabList"
    made_of: ClassVar[type[Segment]] = TabSegment


class PatternsTabs(QWidget):
    """Shows the page `current` as chosen. `went(Route)`: another is wanted.

    The keyboard goes along: Left and Right lead from page to page, and stay on the tabs.
    """

    went = Signal(object)

    def __init__(self, current: str) -> None:
        super().__init__()
        self._current = current
        tabs = [(key, name()) for key, name in TABS]
        self.row = TabRow(tabs, name=_("Pages of Patterns"))
        shown = [(key, _("Show: {page}").format(page=name)) for key, name in tabs]
        self.list = Combo(_("Pages of Patterns"), shown, show_label=False)
        put(vbox(on=self, gap=0), hung(self.row), hung(self.list))
        for one in (self.row, self.list):
            one.set_value(current)
            one.changed.connect(self._go)
        self.list.hide()
        self._fit()

    def _go(self, key: object) -> None:
        if key == self._current:
            return
        held = self._has_keyboard()
        for one in (self.row, self.list):
            one.set_value(self._current)  # what is in sight, until the other is there
        QTimer.singleShot(0, self, lambda: self._leave_for(str(key), held=held))  # after the key

    def _leave_for(self, key: str, *, held: bool) -> None:
        window = self.window()
        self.went.emit(Route(page=key))
        if held:
            for tabs in window.findChildren(PatternsTabs):
                if tabs.isVisible():
                    tabs.take_focus()

    def _has_keyboard(self) -> bool:
        return self.isAncestorOf(self.window().focusWidget() or self.window())

    def take_focus(self) -> None:
        """Give the keyboard to what stands for the page in sight."""
        seen = self.list if self.row.isHidden() else self.row
        seen.setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        narrow = self.width() < theme.px(NARROW)
        if narrow == self.row.isHidden():
            return
        held = self._has_keyboard()
        self.row.setVisible(not narrow)
        self.list.setVisible(narrow)
        if held:
            self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tabs, or the list of them."""
        self._fit()
        super().resizeEvent(event)
