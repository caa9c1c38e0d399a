"""One guess, opened: what was guessed, what came, where it comes from, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.domain.lists import guess_words, guesses
from rewire_app.domain.lists.expected import Expectation, ExpectationOutcome, ExpectationState
from rewire_app.domain.lists.reading import detail_lines, main_words
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.look_back_row import LookBackRow
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import QUIET, clear, hung, put, vbox
from rewire_app.ui.widgets.text import Second, Title
from rewire_app.ui.widgets.theme import S1, S3, S4


class GuessView(QWidget):
    """`edit()`: it is to be changed. `removed()`: it is to be taken out. `go(Route)`."""

    edit = Signal()
    removed = Signal()
    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.entry: Expectation | None = None
        self.row: LookBackRow | None = None
        self.change: SecondButton | None = None
        self._body = vbox(on=self, gap=0)

    def show_guess(self, entry: Expectation) -> None:
        """Show `entry`, which is there."""
        if entry == self.entry and self.change is not None:
            return
        self.entry, self.row = entry, None
        today = self._context.today
        clear(self._body)
        put(self._body, Title(guesses.guessed_words(entry)), S1, Second(guess_words.due_line(entry, today)))
        if guesses.is_over(entry):
            put(self._body, S3, Second(self._over(entry)))
        if entry.outcome is None and entry.state is not ExpectationState.GONE:
            self._ask(entry)
        put(self._body, S3, Divider(), S3)
        for line in _lines(entry, today):
            lead = f"{line.partition(':')[0]}:" if ":" in line else ""
            put(self._body, Second(line, lead=lead), S1)
        self._put_links(entry)
        self._put_acts(entry)

    def _over(self, entry: Expectation) -> str:
        said = guess_words.answered_sentence(entry)
        if entry.state is ExpectationState.GONE:
            said = _("You let it go.")
        if entry.looked_day is None:
            return said
        day = day_words(entry.looked_day, year=entry.looked_day.year != self._context.today.year)
        return _("{said} Looked back on {day}.").format(said=said, day=day)

    def _ask(self, entry: Expectation) -> None:
        """It can be answered at any time, also before its day."""
        asked = _("Did it come?") if guesses.is_guess(entry) else _("Did you do it?")
        row = LookBackRow(
            asked,
            _("Answer when you know. It is counted then."),
            guess_words.question(entry),
            guess_words.answers(entry),
        )
        row.answered.connect(self._answer)
        self.row = row
        put(self._body, S3, row)

    def _answer(self, key: str) -> None:
        context, entry = self._context, self.entry
        if entry is None:
            return
        done = guesses.answered(entry, ExpectationOutcome(key), context.today)
        if not context.hub.do(_("looked back"), context.store.open.edit, done):
            self.entry = None
            self.show_guess(entry)  # no chip stays chosen that was not kept
        self.begin()

    def _put_links(self, entry: Expectation) -> None:
        links = Flow(gap=S3)
        for words, route in (
            (_("The practice it comes from"), entry.practice and routes.practice(entry.practice)),
            (_("Its ladder"), entry.step and routes.ladder(entry.step)),
            (_("Its pattern"), entry.pattern and routes.pattern_page(entry.pattern)),
        ):
            if route:
                button = QuietButton(words)
                button.clicked.connect(lambda _on=False, route=route: self.go.emit(route))
                links.add(button)
        if entry.practice or entry.step or entry.pattern:
            put(self._body, S3, hung(links, start=QUIET, end=1))
        else:
            links.deleteLater()

    def _put_acts(self, entry: Expectation) -> None:
        acts = Flow(gap=S3)
        self.change = SecondButton(_("Edit"), icon="pencil")
        self.change.clicked.connect(self.edit)
        acts.add(self.change)
        waits = not guesses.is_over(entry)
        if waits:
            look = QuietButton(_("Look back at length"), icon="play")
            look.clicked.connect(lambda: self.go.emit(routes.how_was_it(entry.what)))
            acts.add(look)
        turn = QuietButton(_("Let it go") if waits else _("Let it wait again"))
        turn.clicked.connect(self._let_go if waits else self._wait_again)
        acts.add(turn)
        remove = QuietButton(_("Remove"), icon="trash")
        remove.clicked.connect(self.removed)
        acts.add(remove)
        put(self._body, S4, acts)

    def _let_go(self) -> None:
        if self.entry is not None:
            self._put(_("let go"), guesses.let_go(self.entry, self._context.today))

    def _wait_again(self) -> None:
        if self.entry is not None:
            self._put(_("waits again"), guesses.open_again(self.entry))

    def _put(self, label: str, entry: Expectation) -> None:
        if self._context.hub.do(label, self._context.store.open.edit, entry):
            self.begin()

    def begin(self) -> None:
        """Put the keyboard on what comes first: the answers, or what changes it."""
        first = self.row.chips if self.row is not None else self.change
        if first is not None:
            QTimer.singleShot(0, first, first.setFocus)


def _lines(entry: Expectation, today: date) -> list[str]:
    """What else there is to say of it: what stands in its title and below is not said again."""
    titled = guesses.guessed_words(entry)
    lines = [] if main_words(entry) == titled else [_("About: {words}").format(words=main_words(entry))]
    told = replace(
        entry, kind=None, chance=None, predict="" if entry.predict.strip() == titled else entry.predict
    )
    return [*lines, *detail_lines(told, today)]
