"""The form of a measure of one's own: what it is called, how it is answered, and between which ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.marks import (
    DAY_MINUTES,
    HIGHEST,
    LOWEST,
    CustomMeasure,
    MeasureKind,
    WishedEnd,
)
from rewire_app.domain.limits import MAX_NAME
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.text import Heading
from rewire_app.ui.widgets.theme import S3

ENDS = {MeasureKind.YES_OR_NO: (0, 1), MeasureKind.MINUTES: (0, DAY_MINUTES)}
"""Between which values a measure lies, where the person does not say it."""
ASKED_OF = {
    MeasureKind.RATING: {"low_words", "high_words", "better"},
    MeasureKind.YES_OR_NO: set[str](),
    MeasureKind.NUMBER: {"low", "high", "unit", "better"},
    MeasureKind.MINUTES: {"better"},
}
"""What else is asked for a kind."""
OF_KINDS = frozenset(name for names in ASKED_OF.values() for name in names)


def measure_questions(measure: CustomMeasure) -> Sequence[Question]:
    """What is asked for a measure, by the names of its fields."""
    at = _("What does {n} stand for?")
    rated = measure.kind is MeasureKind.RATING
    return (
        Question(
            key="name",
            label=_("What do you want to follow?"),
            hint=_("Such as energy, or pain"),
            limit=MAX_NAME,
            needed=_("Give it a name. One word is enough."),
        ),
        Question(
            key="kind",
            label=_("How is it answered?"),
            kind=AnswerKind.ONE,
            options=(
                (MeasureKind.RATING, _("0 to 10")),
                (MeasureKind.YES_OR_NO, _("Yes or no")),
                (MeasureKind.NUMBER, _("A number")),
                (MeasureKind.MINUTES, _("Minutes")),
            ),
        ),
        Question(key="low_words", label=at.format(n=measure.low if rated else 0), limit=MAX_NAME),
        Question(key="high_words", label=at.format(n=measure.high if rated else 10), limit=MAX_NAME),
        *(
            Question(key=key, label=label, kind=AnswerKind.NUMBER, least=LOWEST, most=HIGHEST, needed=needed)
            for key, label, needed in (
                ("low", _("The lowest it can be"), _("Give the lowest number, such as 0.")),
                ("high", _("The highest it can be"), _("Give the highest number there can be.")),
            )
        ),
        Question(
            key="unit", label=_("What does it count?"), hint=_("Such as cups, or steps"), limit=MAX_NAME
        ),
        Question(
            key="better",
            label=_("Which end would you rather be at?"),
            kind=AnswerKind.ONE,
            options=(
                (WishedEnd.LOWER, _("The low end")),
                (WishedEnd.HIGHER, _("The high end")),
                (WishedEnd.NONE, _("Neither")),
            ),
        ),
        Question(key="asked", label=_("Ask in the evening check"), kind=AnswerKind.SWITCH),
    )


def scale_words(measure: CustomMeasure) -> str:
    """How a measure is answered: "0 worn out, 10 full of it", "yes or no", "0 to 12 cups"."""
    if measure.kind is MeasureKind.YES_OR_NO:
        return _("yes or no")
    if measure.kind is MeasureKind.MINUTES:
        return _("minutes")
    low = f"{measure.low} {measure.low_words}".strip()
    high = f"{measure.high} {measure.high_words}".strip()
    if measure.low_words or measure.high_words:
        return f"{low}, {high}"
    return _("{low} to {high} {unit}").format(low=low, high=high, unit=measure.unit).strip()


class MeasureForm(QWidget):
    """A new measure, or `measure` again, whose kind then stays. `closed()`: it is kept, removed or left."""

    closed = Signal()

    def __init__(self, context: Context, measure: CustomMeasure | None = None) -> None:
        super().__init__()
        self._context, self._measure = context, measure
        self._warned = False
        shown = measure or CustomMeasure(uid="", name="")
        self.form = Form(measure_questions(shown), self, gap=S3)
        known = measure is not None and measure.kind is MeasureKind.NUMBER
        ends = {} if known else {"low": None, "high": None}
        self.form.show_values({key: getattr(shown, key) for key in self.form.questions} | ends)
        self.form.changed.connect(self._ask_for_kind)
        vbox(
            Heading(_("Change the measure") if measure else _("A measure of your own")),
            self.form.column(S3),
            self._buttons(),
            on=self,
            gap=S3,
        )
        self._ask_for_kind("kind")  # once all is laid out: a field alone would open as a window

    def _buttons(self) -> QHBoxLayout:
        across = hbox(gap=S3)
        keep = MainButton(_("Keep this measure"))
        keep.clicked.connect(self.keep)
        cancel = SecondButton(_("Cancel"))
        cancel.clicked.connect(self.closed)
        put(across, keep, cancel, stretch())
        if self._measure is not None:
            remove = QuietButton(_("Remove"), icon="trash")
            remove.clicked.connect(self._remove)
            across.addWidget(remove)
        return across

    def _ask_for_kind(self, key: str) -> None:
        """Ask what the chosen kind needs; the kind of a measure that has values does not change."""
        if key != "kind":
            return
        wanted = ASKED_OF[self._kind]
        for name in OF_KINDS:
            self.form.ask(name, asked=name in wanted)
        self.form.field("kind").setVisible(self._measure is None)

    @property
    def _kind(self) -> MeasureKind:
        return MeasureKind(self.form.answer("kind"))

    @property
    def uid(self) -> str:
        """Of the measure that is changed; a new one has none yet."""
        return self._measure.uid if self._measure is not None else ""

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.form.field("name").setFocus(Qt.FocusReason.ShortcutFocusReason)

    def restore(self, answers: dict[str, Any]) -> None:
        """Show answers that were given before and not kept."""
        self.form.restore(answers)
        self._ask_for_kind("kind")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the measure; Esc leaves it, and asks for a second Esc when something is filled in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.form.filled and not self._warned:
            self._warned = True
            self._context.hub.failed.emit(_("This is not kept yet. Esc once more leaves it out."))
        else:
            self.closed.emit()

    def keep(self) -> None:
        """Keep it, or say what it needs; what was typed stays."""
        if not self.form.check() or not self._fits():
            return
        before = self._measure or CustomMeasure(uid=new_uid(self._context.clock.now()), name="")
        made = replace(before, **self._told(before))
        hub, measures = self._context.hub, self._context.store.custom_measures
        if self._measure is None:
            done = hub.do(_("measure kept"), measures.add, made)
        else:
            done = hub.do(_("measure changed"), measures.edit, made)
        if done:
            self.closed.emit()

    def _told(self, before: CustomMeasure) -> dict[str, Any]:
        """The fields of the measure; what is not asked of its kind is as that kind has it."""
        given = self.form.answers() | {"kind": self._kind}
        for name in OF_KINDS - ASKED_OF[self._kind]:
            given[name] = getattr(before, name)
        if self._kind in ENDS:
            given["low"], given["high"] = ENDS[self._kind]
        return given

    def _fits(self) -> bool:
        """Whether the ends are in order, and what was noted lies between them; else says what to change."""
        low, high = self.form.answer("low"), self.form.answer("high")
        if self._kind is not MeasureKind.NUMBER:
            return True
        if high <= low:
            self.form.refuse("high", _("The highest number has to be above the lowest. Raise it."))
            return False
        with self._context.hub.telling():
            ratings = self._context.store.custom_ratings
            noted = [value for _day, value in ratings.series(self.uid, 1, self._context.today.toordinal())]
            if noted and not low <= min(noted) <= max(noted) <= high:
                words = _("You noted {low} to {high} so far. Keep those between the ends.")
                key = "low" if min(noted) < low else "high"
                self.form.refuse(key, words.format(low=min(noted), high=max(noted)))
                return False
            return True
        return False

    def _remove(self) -> None:
        assert self._measure is not None
        measures = self._context.store.custom_measures
        if self._context.hub.do(_("measure removed"), measures.remove, self._measure.uid):
            self.closed.emit()
