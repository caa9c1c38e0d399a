"""Measures of one's own: named, asked in the evening or not, changed, put aside and removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.marks import CustomMeasure, WishedEnd
from rewire_app.domain.limits import MAX_NAME
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.tab_order import set_tab_order, stops_in
from rewire_app.ui.widgets.text import Heading, Second, Strong
from rewire_app.ui.widgets.theme import S1, S2, S3, S4


def measure_questions(measure: CustomMeasure) -> Sequence[Question]:
    """What is asked for a measure, by the names of its fields."""
    at = _("What does {n} stand for?")
    return (
        Question(
            key="name",
            label=_("What do you want to follow?"),
            hint=_("Such as energy, or pain"),
            limit=MAX_NAME,
            needed=_("Give it a name. One word is enough."),
        ),
        Question(key="low_words", label=at.format(n=measure.low), limit=MAX_NAME),
        Question(key="high_words", label=at.format(n=measure.high), limit=MAX_NAME),
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
    """The scale of a measure with the words at its ends: "0 worn out, 10 full of it"."""
    low = f"{measure.low} {measure.low_words}".strip()
    high = f"{measure.high} {measure.high_words}".strip()
    if measure.low_words or measure.high_words:
        return f"{low}, {high}"
    return _("{low} to {high}").format(low=low, high=high)


class MeasureForm(QWidget):
    """A new measure, or `measure` again. `closed()`: it is kept, removed or left."""

    closed = Signal()

    def __init__(self, context: Context, measure: CustomMeasure | None = None) -> None:
        super().__init__()
        self._context, self._measure = context, measure
        self._warned = False
        shown = measure or CustomMeasure(uid="", name="")
        self.form = Form(measure_questions(shown), self, gap=S3)
        self.form.show_values({key: getattr(shown, key) for key in self.form.questions})
        vbox(
            Heading(_("Change the measure") if measure else _("A measure of your own")),
            self.form.column(S3),
            self._buttons(),
            on=self,
            gap=S3,
        )

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

    @property
    def uid(self) -> str:
        """Of the measure that is changed; a new one has none yet."""
        return self._measure.uid if self._measure is not None else ""

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.form.field("name").setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        if not self.form.check():
            return
        before = self._measure or CustomMeasure(uid=new_uid(self._context.clock.now()), name="")
        made = replace(before, **self.form.answers())
        hub, measures = self._context.hub, self._context.store.custom_measures
        if self._measure is None:
            done = hub.do(_("measure kept"), measures.add, made)
        else:
            done = hub.do(_("measure changed"), measures.edit, made)
        if done:
            self.closed.emit()

    def _remove(self) -> None:
        assert self._measure is not None
        measures = self._context.store.custom_measures
        if self._context.hub.do(_("measure removed"), measures.remove, self._measure.uid):
            self.closed.emit()


class MeasuresPanel(Sunken):
    """All own measures with ways to change them, and the form. `closed()`: it is to be put away."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(padding=18)
        self._context = context
        self.form: MeasureForm | None = None
        self.changes: list[QuietButton] = []
        self._list = QWidget()
        down = vbox(on=self._list, gap=S2)
        self._rows = vbox(gap=S2)
        self.add = SecondButton(_("Add a measure"), icon="plus")
        self.close_button = QuietButton(_("Close"))
        self.close_button.clicked.connect(self.closed)
        across = hbox(self.add, self.close_button, stretch(), gap=S3)
        put(
            down,
            Heading(_("Measures of your own")),
            Second(_("Anything you want to rate from 0 to 10. Each has a lane in Trends.")),
            self._rows,
            S2,
            across,
        )
        self.body.addWidget(self._list)
        context.hub.changed.connect(self._changed)
        self._drafting = Drafting(context, "measure", self._typed, self)
        self._fill()
        self._bring_back()
        self.add.clicked.connect(lambda: self._open(None))  # last: it would keep a panel that failed

    def begin(self) -> None:
        """Put the keyboard to work: on what is half written, on the first measure, or on a new one."""
        if self.form is not None:
            self.form.begin()
        else:
            (self.changes[0] if self.changes else self.add).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def filled(self) -> bool:
        """Whether a measure is half written."""
        return self.form is not None and self.form.form.filled

    def hold(self) -> bool:
        """Hold what is half written as a draft; False when that could not be."""
        return self._drafting.now()

    def _typed(self) -> FormDraft | None:
        if self.form is None or not self.filled:
            return None
        return FormDraft(uid=self.form.uid, answers=self.form.form.answers())

    def _bring_back(self) -> None:
        """Open the form as an earlier window left it."""
        draft = self._drafting.first_read()
        if draft is None:
            return
        known = self._context.store.custom_measures.all()
        form = self._place(next((one for one in known if one.uid == draft.uid), None))
        form.form.restore({key: draft.answers[key] for key in form.form.questions if key in draft.answers})

    def _changed(self, topics: frozenset[str]) -> None:
        if "custom_measures" in topics:
            with self._context.hub.telling():
                self._fill()

    def _fill(self) -> None:
        measures = (
            self._context.store.custom_measures.all()
        )  # read first: rows that are shown stay if it fails
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.changes = []
        for measure in measures:
            self._rows.addWidget(self._row(measure))
        set_tab_order([*self.changes, *(part for part in stops_in(self) if part not in self.changes)])

    def _row(self, measure: CustomMeasure) -> QWidget:
        row = QWidget()
        across = hbox(on=row, gap=S4)
        text = vbox(Strong(measure.name), gap=S1)
        asked = _("asked in the evening") if measure.asked else _("not asked")
        text.addWidget(Second(f"{scale_words(measure)}; {asked}"))
        across.addLayout(text, 1)
        change = QuietButton(_("Edit"))
        change.setAccessibleName(_("Edit the measure {name}").format(name=measure.name))
        change.clicked.connect(lambda: self._open(measure))
        self.changes.append(change)
        across.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _open(self, measure: CustomMeasure | None) -> None:
        self._place(measure).begin()

    def _place(self, measure: CustomMeasure | None) -> MeasureForm:
        self._list.hide()
        self.form = form = MeasureForm(self._context, measure)
        form.closed.connect(self._close_form)
        form.form.changed.connect(self._drafting.soon)
        self.body.addWidget(form)
        return form

    def _close_form(self) -> None:
        if self.form is None:
            return
        form, self.form = self.form, None
        self._drafting.now()
        self.body.removeWidget(form)
        self._list.show()
        self.begin()
        form.hide()
        form.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
