"""What can be done with the entries that are chosen: a tag for the notes among them, all taken out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from rewire_app.domain.limits import MAX_NAME
from rewire_app.i18n import _, ngettext
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.fields import Combo, Field
from rewire_app.ui.widgets.layout import nest, put, stretch, wide
from rewire_app.ui.widgets.text import Strong
from rewire_app.ui.widgets.theme import S3, theme

TOGETHER = 760
"""From this width on all of it stands in one line."""
FIELD = 200


class TagBar(Sunken):
    """`added(str)`: give this tag. `taken(str)`: take this tag away. `removed()`: take the entries out."""

    added = Signal(str)
    taken = Signal(str)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._count = Strong("", wrap=False)
        self.field = Field(_("Tag to add"), show_label=False, placeholder=_("Tag to add"), limit=MAX_NAME)
        self.field.kept = False
        self.field.line.returnPressed.connect(self._add)
        self.add = SecondButton(_("Add"))
        self.add.clicked.connect(self._add)
        self.take = Combo(_("Take a tag away"), [], show_label=False, ask=_("Take a tag away"))
        self.take.picker.activated.connect(self._take)
        self.out = QuietButton(_("Remove"))
        self.out.clicked.connect(self.removed)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(S3)
        middle = Qt.AlignmentFlag.AlignVCenter
        put(
            self._row,
            wide(self._count, 0, middle),
            wide(self.field, 1),
            self.add,
            wide(self.take, 1),
            stretch(0),
        )
        put(self._row, self.out)
        nest(self.body, self._row)

    def show_chosen(self, number: int, notes: int, tags: Sequence[str]) -> None:
        """Say how many entries are chosen, and offer the `tags` that the `notes` among them have."""
        words = ngettext("{n} entry chosen", "{n} entries chosen", number).format(n=number)
        self._count.setText(words if number else _("Press the entries you mean"))
        self.add.setEnabled(notes > 0)
        self.out.setEnabled(number > 0)
        self.take.setEnabled(bool(tags))
        self.take.offer([(tag, tag) for tag in tags])
        self.take.picker.setCurrentIndex(-1)

    def _add(self) -> None:
        tag = " ".join(self.field.value().split())
        if tag and self.add.isEnabled():
            self.field.set_value("")
            self.added.emit(tag)

    def _take(self, place: int) -> None:
        tag = str(self.take.picker.itemData(place) or "")
        if tag:
            self.taken.emit(tag)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its parts stand below each other when there is little room."""
        ways = QBoxLayout.Direction
        roomy = self.width() >= theme.px(TOGETHER)
        self._row.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        super().resizeEvent(event)
