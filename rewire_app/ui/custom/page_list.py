"""All that is the person's own: exercises and breathing patterns, with what can be done with each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.content.breath_patterns import pattern_id
from rewire_app.content.half_written import missing, read_rough
from rewire_app.domain.custom import BreathPattern, CustomExercise
from rewire_app.domain.exercise.breathing import rhythm
from rewire_app.errors import ContentError
from rewire_app.i18n import _, ngettext
from rewire_app.reports.catalogue import minutes_text
from rewire_app.ui.base import routes
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.removing import remove_exercise, remove_pattern
from rewire_app.ui.custom.step_words import fault_sentence
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import CHEVRON, QUIET, hung, nest, put, vbox
from rewire_app.ui.widgets.text import Body, Heading, Lead, Second, Title
from rewire_app.ui.widgets.theme import S2, S3, S5, theme

Acts = Sequence[tuple[str, Callable[[], object]]]


class CustomCard(Card):
    """One of them: its name, what it is, what is still missing, and its buttons."""

    def __init__(self, title: str, detail: str, note: str, acts: Acts) -> None:
        super().__init__(padding=(19, 14), name=title)
        self.body.addWidget(Heading(title))
        if detail:
            self.body.addWidget(Second(detail))
        if note:
            self.body.addWidget(Second(note, ink="coralText"))
        flow = Flow(gap=0)
        for words, act in acts:
            button = QuietButton(words)
            button.setAccessibleName(_("{act}: {title}").format(act=words, title=title))
            button.clicked.connect(lambda _on=False, act=act: act())
            flow.add(button)
        nest(self.body, hung(flow, start=QUIET, end=1))


class CustomList(QWidget):
    """The list. `go(Route)`; `open_wanted`: a file is to be opened; `save_wanted(id)`."""

    go = Signal(object)
    open_wanted = Signal()
    save_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        column = vbox(on=self, gap=theme.px(S3))
        back = BackLink(routes.PRACTICE)
        back.went.connect(self.go)
        put(column, hung(back, start=CHEVRON), Title(_("Your own")))
        acts = Flow(gap=S3)
        new = MainButton(_("Make an exercise"), icon="plus")
        new.clicked.connect(lambda: self.go.emit(routes.NEW_EXERCISE))
        breath = SecondButton(_("Make a breathing pattern"))
        breath.clicked.connect(lambda: self.go.emit(routes.pattern()))
        file = QuietButton(_("Open from file"), icon="folder")
        file.clicked.connect(self.open_wanted)
        packs = QuietButton(_("Packs from others"))
        packs.clicked.connect(lambda: self.go.emit(routes.PACKS))
        for button in (new, breath, file, packs):
            acts.add(button)
        column.addWidget(acts)
        self._fault = Body("", ink="coralText")
        self._fault.hide()
        column.addWidget(self._fault)
        self._holder: QWidget | None = None
        self._column = column
        self.new_button = new

    def say(self, sentence: str) -> None:
        """Show what is wrong with a file; an empty sentence takes it back."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))

    def show_all(self) -> None:
        """Read everything anew."""
        holder = QWidget()
        inside = vbox(on=holder, gap=theme.px(S3), margins=(0, theme.px(S2), 0, 0))
        exercises = self._context.store.custom_exercises.all()
        patterns = self._context.store.breath_patterns.all()
        if not exercises and not patterns:
            inside.addWidget(Lead(_("Nothing here yet.")))
            words = _(
                "Make an exercise from a few steps, or begin with a copy: open the menu of any card on "
                "Practice (the three dots) and choose “Make a copy of your own”. The built-in one stays."
            )
            inside.addWidget(Body(words, ink="ink2"))
        if exercises:
            count = ngettext("{n} exercise", "{n} exercises", len(exercises)).format(n=len(exercises))
            inside.addWidget(Heading(count))
        for one in exercises:
            inside.addWidget(self._exercise(one))
        if patterns:
            inside.addSpacing(theme.px(S5) if exercises else 0)
            count = ngettext("{n} breathing pattern", "{n} breathing patterns", len(patterns))
            inside.addWidget(Heading(count.format(n=len(patterns))))
        for pattern in patterns:
            inside.addWidget(self._pattern(pattern))
        inside.addStretch(1)
        old, self._holder = self._holder, holder
        self._column.addWidget(holder, 1)
        if old is not None:
            held = old.isAncestorOf(focus) if (focus := self.window().focusWidget()) is not None else False
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
            if held:
                self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _exercise(self, one: CustomExercise) -> CustomCard:
        library, name = self._context.library, one.id
        acts: list[tuple[str, Callable[[], object]]] = [
            (_("Change"), lambda: self.go.emit(routes.change(name))),
            (_("Make a copy"), lambda: self.go.emit(routes.copy(name))),
            (_("Save as file"), lambda: self.save_wanted.emit(name)),
            (_("Remove"), lambda: remove_exercise(self._context, name)),
        ]
        fault = library.own.fault(name)
        if fault is None:
            found = library.exercise(name)
            acts.insert(0, (_("Begin"), lambda: self.go.emit(routes.run(name))))
            return CustomCard(found.title, f"{found.summary} {minutes_text(found)}", "", acts)
        try:
            rough = read_rough(one.text, name)
        except ContentError:
            acts = acts[2:]
            return CustomCard(
                library.title(name), "", _("Not ready: {why}").format(why=fault_sentence(fault)), acts
            )
        gaps = missing(rough)
        count = ngettext(
            "Not ready yet: {n} thing is missing.", "Not ready yet: {n} things are missing.", len(gaps)
        )
        why = count.format(n=len(gaps)) if gaps else _("Not ready: {why}").format(why=fault_sentence(fault))
        return CustomCard(rough.title or _("No name yet"), rough.summary, why, acts)

    def _pattern(self, one: BreathPattern) -> CustomCard:
        minutes = _("{n} min").format(n=one.minutes)
        acts: Acts = [
            (_("Begin"), lambda: self.go.emit(routes.run(pattern_id(one.uid)))),
            (_("Change"), lambda: self.go.emit(routes.pattern(one.uid))),
            (_("Remove"), lambda: remove_pattern(self._context, one.uid)),
        ]
        words = rhythm(one)
        return CustomCard(one.name, f"{words[:1].upper()}{words[1:]} · {minutes}", "", acts)
