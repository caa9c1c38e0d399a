"""The first fields of an own exercise: its name, one line, what it is for, how long it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rewire_app.content.faults import Fault
from rewire_app.domain.custom import MAX_FIELD
from rewire_app.domain.exercise.exercise import Exercise, Need
from rewire_app.i18n import _
from rewire_app.reports.catalogue import need_names
from rewire_app.ui.custom.step_words import fault_sentence
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.fields import Field, NumberField
from rewire_app.ui.widgets.text import Second, Strong
from rewire_app.ui.widgets.theme import S2, S3, theme

LONGEST_MIN = 120


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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(S3))
        column.addWidget(self.title)
        column.addWidget(self.summary)
        needs = QVBoxLayout()
        needs.setSpacing(theme.px(S2) // 2)
        for part in (Strong(_("What is it for?")), self.needs, self._needs_fault):
            needs.addWidget(part)
        column.addLayout(needs)
        across = QHBoxLayout()
        across.setSpacing(theme.px(S3))
        for field in (self._low, self._high):
            across.addWidget(field, 1)
            field.changed.connect(self.changed)
        column.addLayout(across)
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
        title, summary = self.title.value(), self.summary.value()
        return replace(
            exercise,
            title=exercise.title if title == exercise.title.strip() else title,
            summary=exercise.summary if summary == exercise.summary.strip() else summary,
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
