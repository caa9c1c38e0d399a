"""Health: what exercises are careful with, as it was answered; to be seen, changed and cleared."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.care import KEY, NONE, NOT_SURE, CareRecord, CareTopic, CareWord, topic_name
from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _
from rewire_app.reports.care import care_record
from rewire_app.ui.base.care_choice import CareChoice
from rewire_app.ui.base.context import Context
from rewire_app.ui.settings.rows import SettingRow, rows_card
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import clear, hbox, put, stretch, vbox
from rewire_app.ui.widgets.text import Heading, Second, Small
from rewire_app.ui.widgets.theme import S3, S4


class HealthSection(QWidget):
    """How it stands, or the questions. `opened(widget)`: they want to be in sight."""

    opened = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._record = CareRecord()
        self._overview = QWidget()
        self._rows = vbox(on=self._overview, gap=0)
        self.form: CareForm | None = None
        told = _(
            "Some exercises ask this before they begin, and leave out what does not fit you. Your answers "
            "stay in your notes. After 90 days an exercise asks anew."
        )
        self._column = vbox(self._overview, S3, Small(told), on=self, gap=0)
        self._change = SecondButton("")

    def refresh(self) -> None:
        """Show what was answered; questions that are open stay."""
        clear(self._rows)
        if not self._context.ready:
            return
        self._record = care_record(self._context.store)
        buttons = Flow(gap=S3)
        if self._record.answers:
            forget = QuietButton(_("Clear"))
            forget.setAccessibleName(_("Clear what Rewire is careful with"))
            forget.clicked.connect(self._clear)
            buttons.add(forget)
        self._change = SecondButton(_("Change") if self._record.answers else _("Answer now"))
        self._change.clicked.connect(self.ask)
        buttons.add(self._change)
        row = SettingRow(_("What Rewire is careful with"), care_words(self._record), buttons, below=True)
        self._rows.addWidget(rows_card([row]))

    def ask(self) -> None:
        """Open the questions."""
        if self.form is None:
            self.form = CareForm(self._record.chosen(CareTopic))
            self.form.kept.connect(self._keep)
            self.form.cancelled.connect(self._close)
            self._column.insertWidget(0, self.form)
            self._overview.hide()
        self.form.begin()
        self.opened.emit(self.form)

    def _keep(self, chosen: tuple[str, ...]) -> None:
        if self._put(self._record.answered(CareTopic, chosen, self._context.today)):
            self._close()

    def _clear(self) -> None:
        if self._put(CareRecord()):
            self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, record: CareRecord) -> bool:
        words = _("what Rewire is careful with")
        return self._context.hub.do(words, self._context.store.profile.put, KEY, record.as_text())

    def _close(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.hide()
            form.deleteLater()
        self._overview.show()
        self._change.setFocus(Qt.FocusReason.OtherFocusReason)


class CareForm(Card):
    """Every topic to tick. `kept(what is ticked)`; `cancelled()`."""

    kept = Signal(object)
    cancelled = Signal()

    def __init__(self, chosen: Iterable[str]) -> None:
        title = _("Which of these is true for you?")
        super().__init__(padding=(29, 25), name=title)
        self.choice = CareChoice((*CareTopic, NONE, NOT_SURE), name=title)
        self.choice.set_value(tuple(chosen))
        self._fault = Second(_("Tick what is true, or None of these, or Not sure."), ink="coralText")
        self._fault.hide()
        self.choice.changed.connect(lambda _value: self._fault.hide())
        keep, leave = MainButton(_("Keep")), SecondButton(_("Cancel"))
        keep.clicked.connect(self._keep)
        leave.clicked.connect(self.cancelled)
        buttons = hbox(keep, leave, stretch(), gap=S4)
        put(self.body, Heading(title), S3, self.choice, self._fault, S4, buttons)

    def begin(self) -> None:
        """Put the keyboard into the rows."""
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        if self.choice.chosen():
            self.kept.emit(self.choice.chosen())
        else:
            self._fault.show()
            self.begin()


def care_words(record: CareRecord) -> str:
    """What was answered, in sentences; that nothing was, while nothing was."""
    if record.day is None:
        return _("Not answered yet. A calm hour is a good time for it.")
    yes, unsure = record.topics(CareWord.YES), record.topics(CareWord.UNSURE)
    parts = []
    if yes:
        parts.append(_("True for you: {topics}.").format(topics=_listed(yes)))
    if unsure:
        parts.append(_("Not sure: {topics}.").format(topics=_listed(unsure)))
    if not parts:
        parts.append(_("None of what was asked is true for you."))
    answered = _("Answered on {day}.").format(day=day_words(record.day, year=True))
    return " ".join((*parts, answered))


def _listed(topics: Iterable[CareTopic]) -> str:
    return _("; ").join(topic_name(topic) for topic in topics)
