"""The head of Trends: the title, and which picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.i18n import _
from rewire_app.ui.trends.view_kinds import VIEWS, ViewKind, view_kind
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.layout import hbox, wide
from rewire_app.ui.widgets.text import Title
from rewire_app.ui.widgets.theme import S3, theme

TOP = Qt.AlignmentFlag.AlignTop


class TrendsHead(QWidget):
    """The title, and beside it the pictures there are. `viewed()`: another picture is wanted."""

    viewed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = ViewSwitch([(each.key, each.title()) for each in VIEWS], name=_("View"))
        self.view.changed.connect(lambda _key: self.viewed.emit())
        self._title = Title(_("Trends"))
        hbox(wide(self._title, 1), wide(self.view, 0, TOP), on=self, gap=S3)

    @property
    def kind(self) -> ViewKind:
        """The picture that is chosen."""
        return view_kind(self.view.value())

    def arrange(self, room: int) -> None:
        """Take the form for `room` px."""
        title = theme.metrics("title").horizontalAdvance(self._title.text())
        self.view.fit(room - round(title) - theme.px(S3))


class ViewSwitch(QWidget):
    """Pictures side by side while there is room, else a list that opens; Left and Right choose in both.

    `changed(str)`: the key of another picture.
    """

    changed = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.beside = Segmented(options, name=name)
        self.list = Combo(name, options, show_label=False)
        self.list.hide()
        self._room = 0
        line = hbox(on=self)
        for part in (self.beside, self.list):
            line.addWidget(part, 0, TOP)
        self.setFocusProxy(self.beside)
        self.beside.changed.connect(self._from_beside)
        self.list.changed.connect(self._from_list)

    def value(self) -> str:
        """The key of the chosen picture."""
        return str(self.beside.value())

    def set_value(self, key: str) -> None:
        """Choose the picture of `key`; an unknown key changes nothing."""
        self.list.set_value(key)

    def fit(self, room: int) -> None:
        """Take the form that fits `room` px."""
        self._room = room
        beside = self.beside.sizeHint().width() <= room
        if beside == self.beside.isVisibleTo(self):
            return
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.beside.setVisible(beside)
        self.list.setVisible(not beside)
        self.setFocusProxy(self.beside if beside else self.list)
        if inside:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Larger or smaller words may need the other form."""
        if self._room:
            self.fit(self._room)

    def _from_beside(self, key: object) -> None:
        self.list.blockSignals(True)
        self.list.set_value(str(key))
        self.list.blockSignals(False)
        self.changed.emit(str(key))

    def _from_list(self, key: str) -> None:
        self.beside.set_value(key)
