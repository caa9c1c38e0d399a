"""What can be done with the lanes by mouse: through time, closer and wider, column length, lanes, marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.charts.columns import ColumnLength, lengths
from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import IconButton, QuietButton
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.theme import S1
from rewire_app.ui.widgets.unfold import LinkButton

if TYPE_CHECKING:
    from rewire_app.charts.columns import Columns


def length_names() -> dict[ColumnLength, str]:
    """What one column may stand for."""
    return {ColumnLength.DAY: _("Days"), ColumnLength.WEEK: _("Weeks"), ColumnLength.MONTH: _("Months")}


class LaneTools(QWidget):
    """`asked(str)`: earlier later closer wider whole lanes mark. `length_chosen(str)`: a `ColumnLength`."""

    asked = Signal(str)
    length_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.earlier = self._button("earlier", IconButton(_("Earlier"), "chevron-left"))
        self.later = self._button("later", IconButton(_("Later"), "chevron-right"))
        self.closer = self._button("closer", QuietButton(_("Closer")))
        self.wider = self._button("wider", QuietButton(_("Wider")))
        self.whole = self._button("whole", QuietButton(_("Whole range")))
        self.lanes = self._button("lanes", LinkButton(_("Lanes"), icon="filter"))
        self.mark = self._button("mark", LinkButton(_("Add a mark"), icon="flag"))
        self.mark.setAccessibleDescription(_("On the chosen column. M in the picture does the same."))
        names = [(str(length), text) for length, text in length_names().items()]
        self.length = Segmented(names, name=_("One column is a day, a week or a month"))
        self.length.changed.connect(lambda key: self.length_chosen.emit(str(key)))
        through, more = Flow(gap=4), Flow(gap=24)
        for part in (self.earlier, self.later, self.closer, self.wider, self.whole, self.length):
            through.add(part)
        for part in (self.lanes, self.mark):
            more.add(part)
        vbox(through, more, on=self, gap=S1)

    def _button(self, what: str, button: IconButton | QuietButton) -> IconButton | QuietButton:
        button.clicked.connect(lambda: self.asked.emit(what))
        return button

    def show_columns(self, columns: Columns, first_day: int | None, *, zoomed: bool) -> None:
        """Offer what can be done from here."""
        oldest = columns.first if first_day is None else first_day
        self.earlier.setEnabled(columns.first > oldest)
        self.later.setEnabled(columns.last < columns.today)
        self.wider.setEnabled(columns.first > oldest or columns.last < columns.today)
        self.closer.setEnabled(columns.last - columns.first >= 7)
        self.whole.setVisible(zoomed)
        offered = {str(length) for length in lengths(columns)}
        self.length.offer(offered)
        blocker = QSignalBlocker(self.length)
        self.length.set_value(str(columns.length))
        blocker.unblock()
        self.length.setVisible(len(offered) > 1)
