"""Choosing by words: filter chips, one of a few, and lists of radio or tick rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, box
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import nest, vbox
from rewire_app.ui.widgets.options import (
    ChipOption,
    OneChip,
    Option,
    RadioRow,
    Segment,
    TickRow,
    row_text_width,
)
from rewire_app.ui.widgets.theme import RADIUS_CONTROL, theme

OTHER = "other"
"""The key of "Something else"."""

MANY, HALF = 6, 280
"""From how many rows on they fold into two columns, each at least so wide, px at 100 %."""

Options = Sequence[tuple[str, str]]


class OptionGroup(Painted):
    """Options of which some are chosen: one Tab stop, arrows inside, one `changed` a change."""

    spoken = "Grouping"
    changed = Signal(object)

    def __init__(self, parent: QWidget | None, *, several: bool, name: str) -> None:
        super().__init__(parent)
        self._several = several
        self._options: list[Option] = []
        self._chosen: list[str] = []
        self.setAccessibleName(name)

    def add_option(self, option: Option) -> None:
        """Have one more option; who made it lays it out."""
        self._options.append(option)
        option.clicked.connect(lambda _on=False, key=option.key: self._click(key))
        option.moved.connect(lambda by, key=option.key: self._step(key, by))
        option.climbed.connect(lambda by, key=option.key: self._climb(key, by))
        self._show_state()

    def _click(self, key: str) -> None:
        if not self._several:
            wanted = [key]
        elif key in self._chosen:
            wanted = [other for other in self._chosen if other != key]
        else:
            wanted = [*self._chosen, key]
        self._choose(wanted, focus=key)

    def _choose(self, wanted: Sequence[str], *, focus: str = "") -> None:
        known = {option.key: option.key for option in self._options}
        chosen = [
            known[key] for key in wanted if key in known
        ]  # as offered: a member of an enumeration stays one
        changed = chosen != self._chosen
        self._chosen = chosen
        self._show_state(focus)
        if changed:
            self.changed.emit(self.value())

    def _show_state(self, focus: str = "") -> None:
        """Let every option look chosen or not, and only one of them be reached by Tab."""
        stop = focus or next((key for key in self._chosen), "")
        keys = [option.key for option in self._options]
        if stop not in keys:
            stop = keys[0] if keys else ""
        for option in self._options:
            option.setChecked(option.key in self._chosen)
            option.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if option.key == stop else Qt.FocusPolicy.ClickFocus
            )
            if option.key == stop:
                self.setFocusProxy(option)

    def _step(self, here: str, by: int) -> None:
        """Move the focus `by` options; where one of a few is always chosen the choice goes along."""
        keys = [option.key for option in self._options if option.isEnabled()]
        if here not in keys:
            return
        self._go_to(keys[(keys.index(here) + by) % len(keys)])

    def _climb(self, here: str, by: int) -> None:
        """Move the focus up or down; where all stand in one line that is the next one."""
        self._step(here, by)

    def _go_to(self, target: str) -> None:
        if self._choice_follows_focus():
            self._choose([target], focus=target)
        else:
            self._show_state(target)
        option = next(option for option in self._options if option.key == target)
        option.setFocus(Qt.FocusReason.TabFocusReason)

    def _choice_follows_focus(self) -> bool:
        return False

    def chosen(self) -> tuple[str, ...]:
        """The keys chosen, in the order of choosing."""
        return tuple(self._chosen)

    def value(self) -> str | tuple[str, ...] | None:
        """The key chosen or None; with several allowed, a tuple of keys."""
        if self._several:
            return self.chosen()
        return self._chosen[0] if self._chosen else None

    def set_value(self, value: str | Sequence[str] | None) -> None:
        """Choose `value`; keys that are not offered are left out; says `changed` when it differs."""
        wanted = [] if value is None else [value] if isinstance(value, str) else list(value)
        self._choose(wanted if self._several else wanted[:1])


class ChipGroup(OptionGroup):
    """Filter chips that wrap; Space toggles, arrows move.

    `in_row`: in a row among others, where 1 to 9 choose by place, and pressing what is chosen takes it back.
    `given(None)`: a number chose, and the next row can have the keyboard.
    """

    given = Signal(object)

    def __init__(
        self,
        options: Options,
        parent: QWidget | None = None,
        *,
        several: bool = False,
        name: str = "",
        in_row: bool = False,
    ) -> None:
        super().__init__(parent, several=several, name=name)
        self._in_row = in_row
        whole = vbox(on=self)
        self._flow = Flow(gap=0)
        whole.addWidget(self._flow)
        for key, text in options:
            self._take(key, text)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def type_digit(self, digit: int) -> None:
        """Choose the chip at the place `digit`, from 1 on; there is none at others."""
        if 0 < digit <= len(self._options):
            super()._click(self._options[digit - 1].key)
            self.given.emit(None)

    def _click(self, key: str) -> None:
        if self._in_row and not self._several and key in self._chosen:
            self._choose([], focus=key)
        else:
            super()._click(key)

    def offer(self, options: Options) -> None:
        """Have chips for `options` alone, in their order; what was chosen of them stays so, unsaid."""
        there = {option.key: option for option in self._options}
        wanted = dict(options)
        for key in there.keys() - wanted.keys():
            self._options.remove(there[key])
            self._flow.drop(there[key])
        self._chosen = [key for key in self._chosen if key in wanted]
        for key, text in wanted.items():
            if key not in there:
                self._take(key, text)
        self.put_in_order(list(wanted))
        self._show_state()

    def _take(self, key: str, text: str) -> None:
        chip = ChipOption(key, text) if self._several else OneChip(key, text)
        if self._in_row:
            chip.numbered.connect(lambda place: self.type_digit(place + 1))
        self.add_option(chip)
        self._flow.add(chip)

    def put_in_order(self, keys: Sequence[str]) -> None:
        """Set the chips in the order of `keys`, which are all there are."""
        self._options.sort(key=lambda option: keys.index(option.key))
        self._flow.put_in_order(self._options)


class Segmented(OptionGroup):
    """One of a few, side by side (in lines when there is little room); Left and Right choose at once.

    The focus ring goes around the frame: inside it, it would lie around the border of what is chosen.
    """

    rings_whole = True
    made_of: ClassVar[type[Segment]] = Segment

    def __init__(self, options: Options, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent, several=False, name=name)
        flow = Flow(gap=0)
        self._whole = vbox(flow, on=self)
        self.restyle()
        for key, text in options:
            segment = self.made_of(key, text)
            self.add_option(segment)
            flow.add(segment)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if options:
            self.set_value(options[0][0])

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        edge = theme.px(4)
        self._whole.setContentsMargins(edge, edge, edge, edge)
        super().restyle()

    def offer(self, keys: Collection[str]) -> None:
        """Show only the segments of `keys`."""
        if all(option.isEnabled() == (option.key in keys) for option in self._options):
            return
        for option in self._options:
            option.setVisible(option.key in keys)
            option.setEnabled(option.key in keys)
        self.updateGeometry()

    def _choice_follows_focus(self) -> bool:
        return True

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.rect(), theme.px(RADIUS_CONTROL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame around the segments."""
        painter = self.painter()
        box(painter, self.rect(), theme.px(RADIUS_CONTROL), theme.color("surface"), theme.color("edge"))
        painter.end()


class ChoiceList(OptionGroup):
    """Full-width rows, radio marks for one and tick boxes for several; 1 to 9 choose by place.

    `max_chosen` above 1 allows so many; the rest cannot be ticked until one is released.
    `other` adds "Something else" with a line to type in. `glyphs` puts a drawing before the words of a key
    (then the mark stands at the end) and `columns` sets the rows side by side. `fold` does so by itself when
    there are many, each is short, and there is room.
    """

    other_changed = Signal(str)

    def __init__(
        self,
        options: Options,
        parent: QWidget | None = None,
        *,
        max_chosen: int = 1,
        other: bool = False,
        columns: int = 1,
        fold: bool = False,
        glyphs: Mapping[str, str] | None = None,
        name: str = "",
    ) -> None:
        super().__init__(parent, several=max_chosen > 1, name=name)
        self._max = max_chosen
        column = vbox(on=self)
        self._grid = QGridLayout()
        nest(column, self._grid)
        self._columns, self._fold = columns, fold
        wanted = [*options, (OTHER, _("Something else"))] if other else list(options)
        for key, text in wanted:
            glyph = (glyphs or {}).get(key, "")
            row = TickRow(key, text, glyph) if max_chosen > 1 else RadioRow(key, text, glyph)
            row.numbered.connect(self._pick_place)
            self.add_option(row)
        self._column = column
        self.set_columns(columns)
        self._other = Field(_("In your own words"))
        self._other.hide()
        self._other.changed.connect(self.other_changed)
        column.addWidget(self._other)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold for the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wanted = 2 if self._fits_folded() else 1
        if self._fold and wanted != self._columns:
            self.set_columns(wanted)

    def _fits_folded(self) -> bool:
        """Whether two rows fit side by side, each with its words on one line."""
        half = (self.width() - theme.px(12)) // 2
        if len(self._options) < MANY or half < theme.px(HALF):
            return False
        room, metrics = row_text_width("", half), theme.metrics("choice_on")
        return all(metrics.horizontalAdvance(option.words) <= room for option in self._options)

    def set_details(self, details: Mapping[str, str]) -> None:
        """Say more below the words of rows with a radio mark, by their key."""
        for option in self._options:
            if isinstance(option, RadioRow):
                option.set_detail(details.get(option.key, ""))

    def set_columns(self, columns: int) -> None:
        """Set the rows side by side, `columns` on a line, in reading order."""
        self._columns = columns
        for place, row in enumerate(self._options):
            self._grid.addWidget(row, place // columns, place % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))
        self._gaps()

    def _climb(self, here: str, by: int) -> None:
        """Up and down stay in the column; past its end they go on in the next one."""
        count, rows = len(self._options), -(-len(self._options) // self._columns)
        downwards = [
            row * self._columns + column
            for column in range(self._columns)
            for row in range(rows)
            if row * self._columns + column < count
        ]
        keys = [self._options[place].key for place in downwards if self._options[place].isEnabled()]
        if here in keys:
            self._go_to(keys[(keys.index(here) + by) % len(keys)])

    def _gaps(self) -> None:
        gap = theme.px(12 if self._columns > 1 else 8)
        self._grid.setSpacing(gap)
        self._column.setSpacing(gap)

    def restyle(self) -> None:
        """Take over new sizes."""
        self._gaps()
        self._arrange()
        super().restyle()

    def _show_state(self, focus: str = "") -> None:
        super()._show_state(focus)
        full = self._several and len(self._chosen) >= self._max
        for option in self._options:
            option.setEnabled(not full or option.key in self._chosen)
        if hasattr(self, "_other"):
            self._other.setVisible(OTHER in self._chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the row it is on, as long as nothing is chosen that it could go on with."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        here = next((option for option in self._options if option.hasFocus()), None)
        waits = here is not None and here.key not in self._chosen and not (self._several and self._chosen)
        if enter and plain and waits and here is not None:
            self._click(here.key)
            return
        super().keyPressEvent(event)

    def _pick_place(self, place: int) -> None:
        if place < len(self._options) and self._options[place].isEnabled():
            option = self._options[place]
            self._click(option.key)
            option.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def other_text(self) -> str:
        """What was typed for "Something else"; empty when that is not chosen."""
        return self._other.value() if OTHER in self._chosen else ""

    def set_other_text(self, text: str) -> None:
        """Fill the line of "Something else"."""
        self._other.set_value(text)


def only(group: OptionGroup) -> str:
    """The one key chosen in `group`, empty when none is."""
    return next(iter(group.chosen()), "")
