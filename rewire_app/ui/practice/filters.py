"""What one looks for among all exercises: words, a need or a family; the rest is folded until wanted."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.aims import Family
from rewire_app.i18n import _, ngettext
from rewire_app.reports.catalogue import ANY, FAVOURITES, PACKED, YOURS, Wish, family_name, need_names
from rewire_app.ui.practice.chip_row import ChipRow
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.choices import ChipGroup, Segmented, only
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import hbox, put, vbox, wide
from rewire_app.ui.widgets.search_field import SearchField
from rewire_app.ui.widgets.theme import S1, S2, S3

NEED, FAMILY = "need", "family"


class PracticeFilters(QWidget):
    """`changed()`: something else is looked for. `entered()`: Enter in the search; `past()`: Down there."""

    changed = Signal()
    entered = Signal()
    past = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._open = False
        self.search = SearchField(_("Search exercises"))
        self.search.changed.connect(lambda _words: self.changed.emit())
        self.search.line.returnPressed.connect(self.entered)
        self._fold = SecondButton(_("Filters"), icon="filter")
        self._fold.clicked.connect(lambda: self.unfold(not self._open))
        across = hbox(wide(self.search, 1), wide(self._fold, 0, Qt.AlignmentFlag.AlignVCenter), gap=S3)
        column = vbox(across, S2, on=self, gap=0)
        own = [(FAVOURITES, _("Favourites")), (YOURS, _("Yours")), (PACKED, _("From packs"))]
        needs = [(ANY, _("Any need")), *own, *need_names()]
        families = [(ANY, _("Any family")), *own, *((str(one), family_name(one)) for one in Family)]
        self._needs = self._chips(needs, _("What you need"))
        self._families = self._chips(families, _("Where it comes from"))
        self._families.hide()
        put(column, self._needs, self._families, self._put_folded())
        self.unfold(False)

    def _chips(self, options: Sequence[tuple[str, str]], name: str) -> ChipRow:
        chips = ChipGroup(options, name=name)
        chips.set_value(ANY)
        row = ChipRow(chips)
        row.more.connect(lambda: self.unfold(True))
        chips.changed.connect(lambda _chosen: self.changed.emit())
        return row

    def _put_folded(self) -> QWidget:
        """Lengths, and whether it goes by need or by family."""
        lengths = [
            (ANY, _("Any length")),
            ("short", _("Under 5 min")),
            ("middle", _("5 to 10 min")),
            ("long", _("Longer")),
        ]
        self._length = Segmented(lengths, name=_("Length"))
        self._length.changed.connect(self._change)
        self._view = Segmented([(NEED, _("By need")), (FAMILY, _("By family"))], name=_("Order"))
        self._view.changed.connect(self._turn)
        both = Flow(gap=S3)
        both.add(self._length)
        both.add(self._view)
        self._folded = QWidget()
        vbox(both, on=self._folded, margins=(0, S1, 0, S2))
        return self._folded

    # what is looked for

    def wish(self) -> Wish:
        """What is looked for now."""
        return Wish(
            words=self.search.value(),
            length=only(self._length),
            part=only(self._row.chips) or ANY,
            by_family=only(self._view) == FAMILY,
        )

    def look_for(self, part: str) -> None:
        """Look for all of one part, by its key, and for nothing else."""
        for control, value in ((self.search, ""), (self._length, ANY)):
            control.set_value(value)
        for row in (self._needs, self._families):
            row.chips.set_value(ANY)
        self._row.chips.set_value(part)
        self._change()

    def offer(self, needs: Sequence[str], special: Collection[str]) -> None:
        """Offer `needs` in this order, and of favourites, one's own and packs those in `special`."""
        self._needs.chips.put_in_order([ANY, FAVOURITES, YOURS, PACKED, *needs])
        self._needs.offer({ANY, *needs, *special})
        self._families.offer({ANY, *map(str, Family), *special})
        if only(self._row.chips) in {FAVOURITES, YOURS, PACKED}.difference(special):
            self._row.chips.set_value(ANY)

    def unfold(self, is_open: bool) -> None:
        """Show every filter, or one line of them."""
        self._open = is_open
        self._folded.setVisible(is_open)
        for row in (self._needs, self._families):
            row.set_open(is_open)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leaves the search for what was found."""
        if event.key() == Qt.Key.Key_Down and self.search.line.hasFocus():
            self.past.emit()
        else:
            super().keyPressEvent(event)

    @property
    def _row(self) -> ChipRow:
        return self._families if only(self._view) == FAMILY else self._needs

    def _turn(self) -> None:
        other = self._needs if self._row is self._families else self._families
        other.hide()
        self._row.show()
        if only(other.chips) in (FAVOURITES, YOURS, PACKED):
            self._row.chips.set_value(only(other.chips))
        self._change()

    def _change(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        """What is folded away and still counts stands on the button."""
        number = (only(self._length) != ANY) + (only(self._view) != NEED)
        on = ngettext("Filters, {n} on", "Filters, {n} on", number).format(n=number)
        self._fold.setText(on if number and not self._open else _("Filters"))
        self._fold.setAccessibleDescription(_("open") if self._open else _("closed"))
