"""A breathing pattern of one's own: its name, its seconds, its minutes, and the pacer beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from rewire_app.content.breath_patterns import breath_caution, hold_caution, pattern_id
from rewire_app.domain import custom as own
from rewire_app.domain.custom import BreathPattern, checked_breath
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.limits import MAX_NAME
from rewire_app.domain.lists.entries import folded
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.widgets.autosave import Autosave, Burst
from rewire_app.ui.widgets.breath import BreathRhythm
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.fields import Field, NumberField
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import CHEVRON, QUIET, hung, nest, put, stretch, vbox
from rewire_app.ui.widgets.pacer import Pacer
from rewire_app.ui.widgets.seconds_field import SecondsField
from rewire_app.ui.widgets.tab_order import set_tab_order
from rewire_app.ui.widgets.text import Second, Title
from rewire_app.ui.widgets.theme import S2, S3, theme

PACER_HIGH = 340
WIDE = 840
"""From this width on, px of the design, all numbers stand in one line."""


class BreathEditor(QWidget):
    """The pattern `found`, or a new one. `go(Route)`. `due`: something here is not kept yet."""

    go = Signal(object)

    def __init__(self, context: Context, found: BreathPattern | None, clock: Callable[[], float]) -> None:
        super().__init__()
        self._context, self.pattern = context, found
        self._name = Field(_("What is it called?"), limit=MAX_NAME)
        self._inhale = SecondsField(_("In, seconds"), *own.INHALE)
        self._hold = SecondsField(_("Hold, seconds"), *own.HOLD)
        self._exhale = SecondsField(_("Out, seconds"), *own.EXHALE)
        self._hold_out = SecondsField(_("Hold after, seconds"), *own.HOLD)
        self._minutes = NumberField(_("Minutes"), *own.MINUTES)
        self._seconds = {
            "inhale": self._inhale,
            "hold": self._hold,
            "exhale": self._exhale,
            "hold_out": self._hold_out,
        }
        self._rate = Second("")
        self._rate.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        start = found or BreathPattern(uid="", name="", inhale=4, exhale=6)
        self.pacer = Pacer(_pacer_pattern(start), clock=clock)
        self.pacer.setFixedHeight(theme.px(PACER_HIGH))
        self.pacer.slept.connect(self._turn)
        self._caution = Sunken()
        self._caution_words = Second("")
        self._caution.body.addWidget(self._caution_words)
        self._show_values(start)
        self._lay_out()
        self.due = self._running = False
        self._saving = Autosave(self._save_typed, self)
        self._drafting = Drafting(context, f"pattern/{found.uid if found else 'new'}", self._half, self)
        self._bring_back()
        self._name.changed.connect(self._typed)
        for field in (*self._seconds.values(), self._minutes):
            field.changed.connect(self._typed)
        self._look()

    def _lay_out(self) -> None:
        column = vbox(on=self, gap=theme.px(S3))
        back = BackLink(routes.CUSTOM)
        back.went.connect(self.go)
        put(
            column,
            hung(back, start=CHEVRON),
            Title(_("Your breathing pattern") if self.pattern else _("A new breathing pattern")),
            Second(
                _(
                    "In 2 to 10 seconds, out 2 to 12, holds up to 7; halves are fine. Ten breaths a minute "
                    "or slower: faster breathing can make you dizzy. A little longer out suits most people."
                )
            ),
            theme.px(S2),
            self._name,
        )
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(S3))
        nest(column, self._grid)
        self._arrange(2)
        column.addWidget(self._caution)
        self._watch = QuietButton(_("Show the breath"), icon="play")
        self._watch.clicked.connect(self._turn)
        put(column, hung(self._watch, start=QUIET), self.pacer, self._rate)
        acts = Flow(gap=S3)
        keep = MainButton(_("Keep this pattern"))
        keep.clicked.connect(self._keep_and_go)
        trying = SecondButton(_("Keep and breathe"), icon="play")
        trying.clicked.connect(self._keep_and_breathe)
        acts.add(keep)
        acts.add(trying)
        if self.pattern is not None:
            gone = QuietButton(_("Remove this pattern"), icon="trash")
            gone.clicked.connect(self._remove)
            acts.add(gone)
        put(column, acts, stretch())
        self.name_field = self._name.line
        fields = (self._name, *self._seconds.values(), self._minutes)
        set_tab_order([back, *(stop for field in fields for stop in (field, field.input)), self._watch, keep])

    def _arrange(self, columns: int) -> None:
        """Set the numbers in two columns, or all in one line."""
        self._columns = columns
        for place, field in enumerate((*self._seconds.values(), self._minutes)):
            self._grid.addWidget(field, place // columns, place % columns)
        for place in range(5):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Five numbers in a line where there is room."""
        super().resizeEvent(event)
        columns = 5 if self.width() >= theme.px(WIDE) else 2
        if columns != self._columns:
            self._arrange(columns)

    def _show_values(self, pattern: BreathPattern) -> None:
        self._name.set_value(pattern.name)
        for name, field in self._seconds.items():
            field.set_seconds(getattr(pattern, name))
        self._minutes.set_value(pattern.minutes)

    def as_typed(self) -> BreathPattern:
        """The pattern as it stands in the fields; empty seconds are none."""
        return BreathPattern(
            uid=self.pattern.uid if self.pattern else new_uid(self._context.clock.now()),
            name=self._name.value(),
            minutes=self._minutes.value() or 0,
            **{name: field.seconds(0) for name, field in self._seconds.items()},
        )

    def _bring_back(self) -> None:
        """Show the pattern as it was left before it was whole."""
        with self._context.hub.telling():
            draft = self._drafting.first_read()
            if draft is not None:
                self._show_values(replace(self.as_typed(), **draft.answers))
                self.due = True

    def hold(self) -> bool:
        """Hold a pattern that cannot be kept yet as a draft; False when that could not be."""
        return self._drafting.now()

    def _half(self) -> FormDraft | None:
        if not self.due:
            return None
        typed = asdict(self.as_typed())
        return FormDraft(uid=typed.pop("uid"), answers=typed)

    def _typed(self, _value: object) -> None:
        self.due = True
        self._look()
        self._saving.soon()
        self._drafting.soon()

    def _look(self) -> None:
        """Let pacer, rate and caution follow the fields."""
        pattern = self.as_typed()
        held = bool(pattern.hold or pattern.hold_out)
        self._caution_words.setText(hold_caution() if held else breath_caution())
        if min(pattern.inhale, pattern.exhale) <= 0:
            return
        self._rate.setText(
            _("{seconds} seconds a breath, {n} breaths a minute").format(
                seconds=f"{pattern.seconds:g}", n=f"{60 / pattern.seconds:.1f}".removesuffix(".0")
            )
        )
        self.pacer.restart(_pacer_pattern(pattern))
        self._run()

    def _turn(self) -> None:
        """Let the preview breathe, or rest."""
        self._running = not self._running
        self._watch.setText(_("Pause") if self._running else _("Show the breath"))
        self._watch.set_icon("pause" if self._running else "play")
        self._run()

    def _run(self) -> None:
        if self._running and self.isVisible():
            self.pacer.start()
        else:
            self.pacer.pause()

    def showEvent(self, event: QShowEvent) -> None:
        """The preview goes on where it was asked for."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """The preview rests."""
        super().hideEvent(event)
        self.pacer.pause()

    # what the person does

    def keep(self) -> bool:
        """Write the pattern down; False when it cannot be as it is, or could not be written."""
        if not all([field.check() for field in (*self._seconds.values(), self._minutes)]):
            return False
        pattern = self.as_typed()
        if pattern == self.pattern:
            self.due = False
            return self._drafting.now()
        try:
            checked_breath(pattern)
        except BadInputError as error:
            self._refuse(error)
            return False
        with self._context.hub.telling():
            if self._is_taken(pattern):
                self._name.set_error(
                    _("There is a pattern of this name already. Give this one another name.")
                )
                self._name.setFocus(Qt.FocusReason.TabFocusReason)
                return False
            return self._write(pattern)
        return False

    def _is_taken(self, pattern: BreathPattern) -> bool:
        return any(_alike(one, pattern) for one in self._context.store.breath_patterns.all())

    def _save_typed(self) -> bool:
        """Write it down as it is typed, once it is whole; what it lacks is said when it is to be kept."""
        with self._context.hub.telling():
            if self.due and self.complete and not self._is_taken(pattern := self.as_typed()):
                return self._write(pattern, self._saving.burst("pattern"))
        return not self.due

    def _write(self, pattern: BreathPattern, burst: Burst | None = None) -> bool:
        store, hub, known = self._context.store.breath_patterns, self._context.hub, self.pattern
        write = store.edit if known else store.add
        due, self.due, self.pattern = self.due, False, pattern
        label = _("pattern kept, {name}").format(name=pattern.name)
        if hub.keep(label, burst, write, pattern) if burst else hub.do(label, write, pattern):
            self._drafting.now()
            return True
        self.due, self.pattern = due, known
        return False

    @property
    def complete(self) -> bool:
        """Whether it could be kept as it stands."""
        try:
            checked_breath(self.as_typed())
        except BadInputError:
            return False
        return True

    def _refuse(self, error: BadInputError) -> None:
        fields: dict[str, Field | NumberField] = {
            "name": self._name,
            "minutes": self._minutes,
            **self._seconds,
        }
        field = fields.get(error.field, self._name)
        field.set_error(str(error))
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep_and_go(self) -> None:
        if self.keep():
            self.go.emit(routes.CUSTOM)

    def _keep_and_breathe(self) -> None:
        if self.keep() and self.pattern is not None:
            self.go.emit(routes.run(pattern_id(self.pattern.uid)))

    def _remove(self) -> None:
        from rewire_app.ui.base.removing import remove_pattern

        self.due = False
        self._drafting.now()
        if self.pattern is not None:
            self.go.emit(routes.CUSTOM)  # where it is missed, and taken back
            remove_pattern(self._context, self.pattern.uid)


def _alike(one: BreathPattern, other: BreathPattern) -> bool:
    """Whether two patterns are not the same one and yet have the same name."""
    return one.uid != other.uid and folded(one.name) == folded(other.name)


def _pacer_pattern(pattern: BreathPattern) -> BreathRhythm:
    return BreathRhythm(
        breathe_in=max(0.5, pattern.inhale),
        hold=pattern.hold,
        breathe_out=max(0.5, pattern.exhale),
        hold_out=pattern.hold_out,
        breaths=max(1, round(pattern.minutes * 60 / max(1.0, pattern.seconds))),
    )
