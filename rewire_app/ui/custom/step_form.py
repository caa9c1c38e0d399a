"""One step of an own exercise, open to be changed: its words, its own fields, and when it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.content.editing import repeat_words, simple_conditions, when_words
from rewire_app.content.faults import Fault
from rewire_app.content.steps import kind_of
from rewire_app.domain.custom import MAX_FIELD
from rewire_app.domain.exercise.exercise import Condition, Exercise, Repeat, Step
from rewire_app.i18n import _
from rewire_app.ui.custom.step_fields import OwnFields
from rewire_app.ui.custom.step_words import fault_sentence
from rewire_app.ui.widgets.fields import Combo, Field, TextArea
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.text import Second, Strong
from rewire_app.ui.widgets.theme import S3, theme

ALWAYS, KEPT = "always", "kept"


class StepForm(QWidget):
    """The fields of the step `number` of `exercise`. `changed(number, step)`: it is other now."""

    changed = Signal(str, object)

    def __init__(self, exercise: Exercise, number: str, step: Step) -> None:
        super().__init__()
        self.number, self._step = number, step
        self._inner: list[StepForm] = []
        column = vbox(on=self, gap=theme.px(S3))
        self._text = TextArea(kind_of(step).words(), rows=2, limit=MAX_FIELD)
        self._text.set_value(step.text)
        self._hint = Field(_("A smaller second line"), _("May stay empty."), limit=MAX_FIELD)
        self._hint.set_value(step.hint)
        self._own = OwnFields(step)
        self._when = Combo(_("When it is shown"), self._choices(exercise))
        self._when.set_value(KEPT if step.when and self._index(step.when) < 0 else self._key(step.when))
        self._fault = Second("", ink="coralText")
        self._fault.hide()
        if isinstance(step, Repeat):
            column.addWidget(Second(repeat_words(exercise, step)))
            for place, inner in enumerate(step.steps, start=1):
                self._add_inner(column, exercise, f"{number}.{place}", inner)
        for part in (self._text, self._hint, self._own, self._when, self._fault):
            column.addWidget(part)
        self._text.setHidden(isinstance(step, Repeat))
        self._hint.setHidden(isinstance(step, Repeat))
        self._when.setVisible(bool(self._offered or step.when))
        self._text.changed.connect(self._take)
        self._hint.changed.connect(self._take)
        self._own.changed.connect(self._take)
        self._when.changed.connect(self._take)

    def _add_inner(self, column: QVBoxLayout, exercise: Exercise, number: str, inner: Step) -> None:
        column.addWidget(Strong(_("Step {n}, {kind}").format(n=number, kind=kind_of(inner).title())))
        form = StepForm(exercise, number, inner)
        form.changed.connect(self.changed)
        self._inner.append(form)
        column.addWidget(form)

    def _choices(self, exercise: Exercise) -> list[tuple[str, str]]:
        self._offered = [one for one, _words in simple_conditions(exercise, self.number)]
        found = [(ALWAYS, _("Always"))]
        if self._step.when and self._index(self._step.when) < 0:
            words = _(" and ").join(when_words(exercise, one) for one in self._step.when)
            found.append((KEPT, _("Only when {reason}").format(reason=words)))
        for place, (_one, words) in enumerate(simple_conditions(exercise, self.number)):
            found.append((str(place), _("Only when {reason}").format(reason=words)))
        return found

    def _index(self, when: Sequence[Condition]) -> int:
        """Which of the conditions on offer `when` is; -1 for none of them."""
        return self._offered.index(when[0]) if len(when) == 1 and when[0] in self._offered else -1

    def _key(self, when: Sequence[Condition]) -> str:
        return str(self._index(when)) if when else ALWAYS

    def first(self) -> QWidget:
        """The first field."""
        return self._inner[0].first() if self._inner else self._text

    def _take(self, *_said: object) -> None:
        key = self._when.value()
        when = self._step.when if key == KEPT else () if key == ALWAYS else (self._offered[int(key)],)
        text = (
            self._step.text if isinstance(self._step, Repeat) else _kept(self._text.value(), self._step.text)
        )
        step = replace(self._step, text=text, hint=_kept(self._hint.value(), self._step.hint), when=when)
        step = self._own.apply(step)
        if step != self._step:
            self._step = step
            self.changed.emit(self.number, step)

    def follow(self, step: Step) -> None:
        """Take over what another field of the exercise changed in this step: the choice it waits for."""
        self._step = step
        if isinstance(step, Repeat):
            for form, inner in zip(self._inner, step.steps, strict=True):
                form.follow(inner)

    def show_faults(self, faults: Sequence[Fault]) -> list[QWidget]:
        """Put each fault beside its field; returns the fields that have one, in order."""
        named = {"text": self._text, "hint": self._hint, "when": self._when, **self._own.named}
        said: dict[str, str] = {}
        rest: list[str] = []
        for fault in faults:
            if not self.mine(fault):
                continue
            part = fault.field.removeprefix(f"steps {self.number}").removeprefix(".").split(" ")[0]
            if part in named and not (isinstance(self._step, Repeat) and part in ("text", "hint")):
                said.setdefault(part, fault_sentence(fault))
            else:
                rest.append(fault_sentence(fault))
        found: list[QWidget] = []
        for field in {id(one): one for one in named.values()}.values():
            names = [name for name, one in named.items() if one is field]
            sentence = next((said[name] for name in names if name in said), "")
            field.set_error(sentence)
            found += [field] * bool(sentence)
        self._fault.setText(" ".join(dict.fromkeys(rest)))
        self._fault.setVisible(bool(rest))
        for form in self._inner:
            found += form.show_faults(faults)
        return found

    def mine(self, fault: Fault) -> bool:
        """Whether a fault is one of this very step, not of one inside it."""
        head = fault.field.split(".columns")[0]
        rest = head.removeprefix(f"steps {self.number}")
        return rest != head and (not rest or (rest[0] == "." and not rest[1:2].isdigit()))


def _kept(now: str, was: str) -> str:
    """What was typed; blanks around the words that stood there before are no change."""
    return was if now == was.strip() else now
