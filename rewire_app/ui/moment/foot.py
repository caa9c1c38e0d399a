"""The foot of the page of a moment: what becomes of the words, and the ways to end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.layout import hbox, put, wide
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S3


class MomentFoot(QWidget):
    """`keep()`, `leave()`, `remove()`: the moment is to be kept, left out, or taken out of the notes."""

    keep = Signal()
    leave = Signal()
    remove = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._remove = QuietButton(_("Remove"), icon="trash")
        self._remove.clicked.connect(self.remove)
        leave = QuietButton(_("Leave it"))
        leave.clicked.connect(self.leave)
        self._keep = keep = MainButton(_("Keep"), large=True)
        keep.setAccessibleName(_("Keep this moment"))
        keep.clicked.connect(self.keep)
        told = Small(_("Kept as a draft while you type. It can be changed later."))
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(S3)
        middle = Qt.AlignmentFlag.AlignVCenter
        put(self.row, wide(told, 1, middle), hbox(self._remove, leave, keep, gap=S3))

    def begin(self) -> None:
        """Put the keyboard on Keep."""
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_kept(self, *, kept: bool) -> None:
        """Offer to remove what is `kept` among the notes."""
        self._remove.setVisible(kept)
