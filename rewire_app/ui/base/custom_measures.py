"""Measures of one's own: named, asked in the evening or not, changed, put aside and removed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.marks import CustomMeasure
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.base.measure_form import MeasureForm, scale_words
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.layout import clear, hbox, nest, put, stretch, vbox
from rewire_app.ui.widgets.tab_order import set_tab_order, stops_in
from rewire_app.ui.widgets.text import Heading, Second, Strong
from rewire_app.ui.widgets.theme import S1, S2, S3, S4


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
            Second(_("Anything you want to note each evening. Each has a lane in Trends.")),
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
        form.restore({key: draft.answers[key] for key in form.form.questions if key in draft.answers})

    def _changed(self, topics: frozenset[str]) -> None:
        if "custom_measures" in topics:
            with self._context.hub.telling():
                self._fill()

    def _fill(self) -> None:
        measures = (
            self._context.store.custom_measures.all()
        )  # read first: rows that are shown stay if it fails
        clear(self._rows)
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
        nest(across, text, 1)
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
