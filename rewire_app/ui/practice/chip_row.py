"""Filter chips in one line: what does not fit waits behind a button until all of them are wanted."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import ngettext
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.layout import hbox, wide
from rewire_app.ui.widgets.options import ChipOption


class ChipRow(QWidget):
    """`chips`, as many as fit side by side, the chosen one always among them. `more()`: all are wanted."""

    more = Signal()

    def __init__(self, chips: ChipGroup) -> None:
        super().__init__()
        self.chips = chips
        self._offered: frozenset[str] = frozenset()
        self._open = False
        self._rest = QuietButton("")
        self._rest.clicked.connect(self.more)
        hbox(wide(chips, 1), wide(self._rest, 0, Qt.AlignmentFlag.AlignVCenter), on=self, gap=0)
        chips.changed.connect(self._arrange)

    def offer(self, keys: Collection[str]) -> None:
        """Offer the chips of `keys` and no others."""
        self._offered = frozenset(keys)
        self._arrange()

    def set_open(self, is_open: bool) -> None:
        """Show all that are offered, or one line of them."""
        self._open = is_open
        self._arrange()

    def _arrange(self, _chosen: object = None) -> None:
        every = self.chips.findChildren(ChipOption)
        offered = [chip for chip in every if chip.key in self._offered]
        shown = offered if self._open else self._in_line(offered)
        for chip in every:
            chip.setEnabled(chip in shown)
            chip.setVisible(chip in shown)
        self._rest.setVisible(len(shown) < len(offered))

    def _in_line(self, offered: list[ChipOption]) -> list[ChipOption]:
        """Those of `offered` that have room beside the chosen one; a short one may fill a gap."""
        if sum(chip.sizeHint().width() for chip in offered) <= self.width():
            return offered
        self._say(len(offered))
        chosen = self.chips.chosen()
        room = self.width() - self._rest.sizeHint().width()
        room -= sum(chip.sizeHint().width() for chip in offered if chip.key in chosen)
        shown = []
        for chip in offered:
            across = 0 if chip.key in chosen else chip.sizeHint().width()
            if across <= room or chip.key in chosen:
                room -= across
                shown.append(chip)
        self._say(len(offered) - len(shown))
        return shown

    def _say(self, number: int) -> None:
        self._rest.setText(ngettext("{n} more", "{n} more", number).format(n=number))

    def restyle(self) -> None:
        """Larger words take more room."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, more chips."""
        super().resizeEvent(event)
        self._arrange()
