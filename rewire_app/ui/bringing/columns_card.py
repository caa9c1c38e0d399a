"""What the columns of a table of any kind are: one list for each, read anew when they were chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.limits import shortened
from rewire_app.exchange.importers.found import ColumnRole
from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.layout import hbox, hung, put, vbox, wide
from rewire_app.ui.widgets.text import Second, Strong
from rewire_app.ui.widgets.theme import S1, S2, S3, theme

WIDE = 280
MOST = 40
"""So many columns are offered; a table with more is made narrower elsewhere first."""


def role_words() -> dict[ColumnRole, str]:
    """What a column can be, as it is said."""
    return {
        ColumnRole.DAY: _("The day, perhaps with a time"),
        ColumnRole.TIME: _("The time"),
        ColumnRole.MOOD: _("The mood"),
        ColumnRole.TITLE: _("A title"),
        ColumnRole.TEXT: _("What was written"),
        ColumnRole.ACTIVITIES: _("Activities"),
        ColumnRole.TAGS: _("Tags"),
        ColumnRole.AMOUNT: _("A number, or yes and no"),
        ColumnRole.NOTHING: _("Nothing: it stays out"),
    }


class ColumnsCard(Card):
    """`chosen(dict)`: what each column is, by its name. `changed()`: another thing stands there."""

    chosen = Signal(object)
    changed = Signal()

    def __init__(self, columns: Mapping[str, ColumnRole], examples: Mapping[str, str]) -> None:
        """`examples`: a cell of each column, by its name."""
        super().__init__(padding=(28, 20), name=_("What the columns are"))
        self.combos: dict[str, Combo] = {}
        self._read_as = {name: role.value for name, role in columns.items()}
        lead = _("Say what its columns are; one has to be the day. This is remembered for the next file.")
        put(self.body, Strong(_("What the columns are")), S1, Second(lead), S2)
        options = [(role.value, words) for role, words in role_words().items()]
        middle = Qt.AlignmentFlag.AlignVCenter
        for name, role in list(columns.items())[:MOST]:
            shown = shortened(name, 40)
            combo = Combo(_("“{word}” is").format(word=shown), options, show_label=False, snug=True)
            combo.set_value(role.value)
            combo.picker.setMinimumWidth(theme.px(WIDE))
            combo.changed.connect(self._look)
            self.combos[name] = combo
            row = QWidget()
            cell = shortened(" ".join(examples.get(name, "").split()), 40)
            told = _("such as {cell}").format(cell=cell) if cell else _("empty in its first rows")
            known = vbox(Strong(shown), Second(told), gap=0)
            across = hbox(wide(known, 1, middle), wide(combo, 0, middle), on=row)
            across.setContentsMargins(0, theme.px(S1), 0, theme.px(S1))
            put(self.body, Divider(), row)
        self.read = SecondButton(_("Read it like this"))
        self.read.clicked.connect(self._choose)
        self.read.setEnabled(False)
        put(self.body, S3, hung(self.read))

    @property
    def differs(self) -> bool:
        """Whether something else stands there than the file was read by."""
        return any(combo.value() != self._read_as[name] for name, combo in self.combos.items())

    def _look(self, _value: str) -> None:
        self.read.setEnabled(self.differs)
        self.changed.emit()

    def _choose(self) -> None:
        self.chosen.emit({name: combo.value() for name, combo in self.combos.items()})
