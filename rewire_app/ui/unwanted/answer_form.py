"""One answer to whether anything made things worse, saved as it is given."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.unwanted import UnwantedEffect, Worse, worse_words
from rewire_app.i18n import _
from rewire_app.reports.unwanted import is_exercise, nameable
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.autosave import Autosave
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import QUIET, clear, hbox, nest, put, vbox, wide
from rewire_app.ui.widgets.question import AnswerKind, Captioned, Question
from rewire_app.ui.widgets.text import Body, Heading, Second, Small
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, theme


def worse_question() -> str:
    """The question itself."""
    return _("Did anything in Rewire make things worse?")


class AnswerForm(Card):
    """An answer, and what it was. Whatever is given is kept at once; a lot leads to people first.

    `help()`: Help now is wanted. `done()`: no more is to be said of this answer.
    """

    help = Signal()
    done = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(padding=(29, 23), name=worse_question())
        self._context = context
        self._kept: UnwantedEffect | None = None
        self._uid = ""
        self._saving = Autosave(self._save, self)
        self.form: Form | None = None
        self.help_button: MainButton | None = None
        self._down = vbox(gap=S4)
        nest(self.body, self._down)

    # showing

    @property
    def shown(self) -> str:
        """The uid of the answer that is shown, "" of a new one."""
        return self._kept.uid if self._kept is not None else ""

    def show_answer(self, entry: UnwantedEffect | None) -> None:
        """Show an answer, or ask for a new one; raises a StoreError."""
        self._kept = entry
        self._uid = new_uid(self._context.clock.now())
        self._build(entry)

    def follow(self, entry: UnwantedEffect | None) -> None:
        """Show the answer as it is now, after it was changed elsewhere or taken back."""
        if self._saving.due or entry == self._kept:
            return
        self.show_answer(entry)

    def _build(self, entry: UnwantedEffect | None) -> None:
        clear(self._down)
        if self.form is not None:
            self.form.deleteLater()
        things = nameable(self._context.vault, self._context.library, entry.exercise if entry else "")
        self.form = form = Form(_questions(things), self)
        if entry is not None:
            form.show_values({key: getattr(entry, key) for key in form.questions})
        form.changed.connect(self._changed)
        self._people = self._made_people()
        self._offering = Second(
            _("When it is off, Rewire does not offer it any more. You still find it in Practice.")
        )
        self.saved = Small("")
        self._acts = self._made_acts()
        put(self._down, form.field("answer"), self._people, form.field("exercise"), form.field("offered"))
        put(self._down, self._offering, form.field("note"), self._acts)
        self._show_parts()

    def _made_people(self) -> QWidget:
        """What stands first when it was a lot: people, before anything else is asked."""
        holder = QWidget()
        self.help_button = MainButton(_("Open Help now"), icon="help", large=True)
        self.help_button.clicked.connect(self.help)
        words = Body(
            _(
                "That matters, and you do not have to sort it out alone. Help now has people to talk to. If "
                "you have a therapist or a doctor, tell them too. The rest here can wait, or stay empty."
            )
        )
        start = Qt.AlignmentFlag.AlignLeading
        put(
            vbox(on=holder, gap=0),
            Heading(_("People first")),
            S1,
            words,
            S3,
            wide(self.help_button, 0, start),
        )
        return holder

    def _made_acts(self) -> QWidget:
        holder = QWidget()
        done = QuietButton(_("Done"), icon="check")
        done.clicked.connect(self._finish)
        remove = QuietButton(_("Remove this answer"), icon="trash")
        remove.clicked.connect(self.remove)
        middle = Qt.AlignmentFlag.AlignVCenter
        hbox(-theme.px(QUIET), done, S2, remove, S2, wide(self.saved, 1, middle), on=holder, gap=0)
        return holder

    def _show_parts(self) -> None:
        """Ask only what goes with the answer."""
        if self.form is None:
            return
        form, answer = self.form, self.form.answer("answer")
        worse = answer in (Worse.SOME, Worse.LOT)
        form.ask("exercise", asked=worse)
        form.ask("note", asked=answer is not None)
        offers = is_exercise(self._context.library, str(form.answer("exercise")))
        form.ask("offered", asked=offers)
        self._offering.setVisible(offers)
        self._people.setVisible(answer == Worse.LOT)
        self._acts.setVisible(answer is not None)

    @property
    def start(self) -> QWidget:
        """Where one goes on: the way to people after "a lot", else the question."""
        if self.form is None or self.help_button is None:
            return self
        question = self.form.field("answer")
        assert isinstance(question, Captioned), "an answer is chosen"
        return self.help_button if self.form.answer("answer") == Worse.LOT else question.control

    # saving

    def _changed(self, key: str) -> None:
        if self.form is None:
            return
        self._show_parts()
        if self.form.typed(key):
            self._saving.soon()
        else:
            self._saving.now()

    def _made(self) -> UnwantedEffect | None:
        """The answer as it stands; None before there is one."""
        assert self.form is not None, "a form is shown"
        said = self.form.answers()
        if said["answer"] is None:
            return None
        offers = is_exercise(self._context.library, said["exercise"])
        before = self._kept or UnwantedEffect(uid=self._uid, day=self._context.today, answer=said["answer"])
        return replace(before, **said | {"offered": bool(said["offered"]) or not offers})

    def _save(self) -> bool:
        entry = self._made()
        if entry is None or entry == self._kept:
            return True
        store = self._context.store.unwanted_effects
        before, self._kept = self._kept, entry  # whoever hears of the write finds it shown
        write = store.add if before is None else store.edit
        burst = self._saving.burst(f"unwanted/{entry.uid}")
        kept = self._context.hub.keep(_("what made things worse"), burst, write, entry)
        if not kept:
            self._kept = before
        self.saved.setText(_("Kept.") if kept else _("Not saved. What you typed is here."))
        return kept

    def _finish(self) -> None:
        if self._saving.flush():
            self.done.emit()

    def remove(self) -> None:
        """Take the answer out; that can be undone."""
        self._saving.stop()
        uid = self.shown
        if not uid or self._context.hub.do(
            _("an answer removed"), self._context.store.unwanted_effects.remove, uid
        ):
            self.done.emit()

    def leave(self) -> None:
        """Save what is typed."""
        self._saving.flush()

    @property
    def unsaved(self) -> bool:
        """Whether something given is not saved yet."""
        return self._saving.due


def _questions(things: list[tuple[str, str]]) -> list[Question]:
    return [
        Question(
            key="answer",
            name=worse_question(),
            kind=AnswerKind.ONE,
            options=[(answer, worse_words(answer)) for answer in Worse],
        ),
        Question(key="exercise", label=_("What was it?"), kind=AnswerKind.CHOICE, options=things),
        Question(key="offered", label=_("Keep offering it"), kind=AnswerKind.SWITCH),
        Question(key="note", label=_("What happened, if you like"), kind=AnswerKind.TEXT, voice=True, rows=2),
    ]
