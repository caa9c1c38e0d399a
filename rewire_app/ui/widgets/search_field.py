"""A field for what is looked for: with its sign at the start, and a cross at the end that empties it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import IconButton
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.theme import TARGET, theme


class ClearCross(IconButton):
    """As high as the inside of a field."""

    def sizeHint(self) -> QSize:
        """44 across, and no reason for the field to grow."""
        return QSize(theme.px(TARGET), theme.px(TARGET) - 2 * theme.px(2))


class SearchField(Field):
    """One line of words to look for; `label` is its name and stands in it while it is empty."""

    kept = False

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, "", parent, icon="search", show_label=False, placeholder=label)
        self._cross = ClearCross(_("Clear the search"), "x")
        self._cross.clicked.connect(self._clear)
        self._cross.hide()
        self.frame.add_at_end(self._cross)
        self.line.textChanged.connect(lambda text: self._cross.setVisible(bool(text)))

    def _clear(self) -> None:
        self.set_value("")
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
