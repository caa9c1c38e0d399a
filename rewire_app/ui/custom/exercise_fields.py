"""The fields of an own exercise beside its steps: what it is and is for, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.content.editing import with_caution
from rewire_app.content.faults import Fault
from rewire_app.domain.custom import MAX_FIELD
from rewire_app.domain.exercise.aims import Need
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.i18n import _
from rewire_app.reports.catalogue import need_names
from rewire_app.ui.custom.step_words import fault_sentence
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.fields import Combo, Field, NumberField, TextArea
from rewire_app.ui.widgets.layout import hbox, nest, vbox
from rewire_app.ui.widgets.text import Heading, Second, Strong
from rewire_app.ui.widgets.theme import S2, S3, theme

if TYPE_CHECKING:
    from rewire_app.content.library import Library

LONGEST_MIN = 120
NOTHING = "none"


class AboutFields(QWidget):
    """Title, summary, needs and minutes. `changed()`: one of them is other now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = Field(_("What is it called?"), limit=MAX_FIELD)
        self.summary = Field(_("What is it, in one line?"), limit=MAX_FIELD)
        self.needs = ChipGroup(need_names(), several=True, name=_("What is it for?"))
        self._needs_fault = Second("", ink="coralText")
        self._needs_fault.hide()
        self._low = NumberField(_("Minutes, at least"), 1, LONGEST_MIN)
        self._high = NumberField(_("Minutes, at most"), 1, LONGEST_MIN)
        column = vbox(self.title, self.summary, on=self, gap=theme.px(S3))
        needs = vbox(gap=theme.px(S2) // 2)
        for part in (Strong(_("What is it for?")), self.needs, self._needs_fault):
            needs.addWidget(part)
        nest(column, needs)
        across = hbox(gap=theme.px(S3))
        for field in (self._low, self._high):
            across.addWidget(field, 1)
            field.changed.connect(self.changed)
        nest(column, across)
        for line in (self.title, self.summary):
            line.changed.connect(lambda _text: self.changed.emit())
        self.needs.changed.connect(lambda _keys: self.changed.emit())
        self.setFocusProxy(self.title)

    def show_values(self, exercise: Exercise) -> None:
        """Show what `exercise` has, without saying that it changed."""
        self.blockSignals(True)
        for line, value in ((self.title, exercise.title), (self.summary, exercise.summary)):
            if line.value() != value.strip():
                line.set_value(value)
        self.needs.set_value([str(need) for need in exercise.needs])
        self._low.set_value(exercise.minutes[0])
        self._high.set_value(exercise.minutes[1])
        self.blockSignals(False)

    def apply(self, exercise: Exercise) -> Exercise:
        """`exercise` with what stands in the fields; what cannot be used keeps what was there."""
        chosen = self.needs.chosen()
        needs = exercise.needs
        if set(chosen) != set(map(str, needs)):
            needs = tuple(need for need in Need if need in chosen)
        low = self._low.value() or exercise.minutes[0]
        high = max(low, self._high.value() or exercise.minutes[1])
        return replace(
            exercise,
            title=_kept(self.title.value(), exercise.title),
            summary=_kept(self.summary.value(), exercise.summary),
            needs=needs,
            minutes=(low, high),
        )

    def show_faults(self, faults: Sequence[Fault]) -> list[QWidget]:
        """Put each fault beside its field; returns the fields that have one."""
        named: dict[str, Any] = {"title": self.title, "summary": self.summary, "minutes": self._low}
        found: list[QWidget] = []
        for name, field in named.items():
            said = next((fault_sentence(one) for one in faults if one.field == name), "")
            field.set_error(said)
            found += [field] * bool(said)
        need = next((fault_sentence(one) for one in faults if one.field == "needs"), "")
        self._needs_fault.setText(need)
        self._needs_fault.setVisible(bool(need))
        return found + [self.needs] * bool(need)


class AroundFields(QWidget):
    """Caution, rating, real life and plan. `changed()`: one of them is other now."""

    changed = Signal()

    def __init__(self, library: Library) -> None:
        super().__init__()
        measures = [(name, library.measure(name).name) for name in library.measure_ids()]
        self.caution = TextArea(
            _("Take care"),
            _("Shown before the first step. Needed when the breath is held; else it may stay empty."),
            limit=MAX_FIELD,
        )
        self._measure = Combo(_("What is rated before and after?"), [(NOTHING, _("Nothing")), *measures])
        self._life = TextArea(_("How to take it into real life"), rows=2, limit=MAX_FIELD)
        self._plan = Field(
            _("A plan to offer at the end"),
            _("With what is to be filled in [in brackets]: When [the phone rings], I will [breathe out]."),
            limit=MAX_FIELD,
        )
        column = vbox(Heading(_("Before and after")), on=self, gap=theme.px(S3))
        for part in (self.caution, self._measure, self._life, self._plan):
            column.addWidget(part)
            part.changed.connect(lambda _text: self.changed.emit())

    def show_values(self, exercise: Exercise) -> None:
        """Show what `exercise` has, without saying that it changed."""
        self.blockSignals(True)
        for area, value in ((self.caution, exercise.cautions), (self._life, exercise.real_life)):
            if area.value() != value.strip():
                area.set_value(value)
        if self._plan.value() != exercise.plan.strip():
            self._plan.set_value(exercise.plan)
        self._measure.set_value(exercise.measure)
        self.blockSignals(False)

    def apply(self, exercise: Exercise) -> Exercise:
        """`exercise` with what stands in the fields."""
        found = replace(
            exercise,
            measure=self._measure.value() or exercise.measure,
            real_life=_kept(self._life.value(), exercise.real_life),
            plan=_kept(self._plan.value(), exercise.plan),
        )
        caution = _kept(self.caution.value(), exercise.cautions)
        return found if caution == exercise.cautions else with_caution(found, caution)

    def show_faults(self, faults: Sequence[Fault]) -> list[QWidget]:
        """Put each fault beside its field; returns the fields that have one."""
        named: list[tuple[tuple[str, ...], Any]] = [
            (("cautions", "gate", "risk_tags", "stop_if", "gentler"), self.caution),
            (("measure",), self._measure),
            (("real_life",), self._life),
            (("plan",), self._plan),
        ]
        found: list[QWidget] = []
        for names, field in named:
            said = next((fault_sentence(one) for one in faults if one.field in names), "")
            if field is self.caution and not said:
                said = next(
                    (_asked() for one in faults if "need" in one.reason and "caution" in one.reason), ""
                )
            field.set_error(said)
            found += [field] * bool(said)
        return found


def _asked() -> str:
    """What a caution is asked for that a step needs."""
    return _("A step above needs a caution. Say for whom it is not, and when to stop.")


def _kept(now: str, was: str) -> str:
    """What was typed; blanks around the words that stood there before are no change."""
    return was if now == was.strip() else now
