"""What all views of the player share: words at the top, an answer, and what the buttons below should be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.screens import Screen
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.layout import put, vbox, wide
from rewire_app.ui.widgets.text import Lead, QuestionText, Second
from rewire_app.ui.widgets.theme import S1, S5, theme

NEXT, SKIP, FINISH, FINISH_PLAIN, CLOSE = "next", "skip", "finish", "finish-plain", "close"
DISCARD, BACK, LEAVE, HELP, HIDE = "discard", "back", "leave", "help", "hide"
SOUND, AGAIN = "sound", "again"
"""What the player itself does when a button says so; every other key goes to the view."""

COLUMN, COLUMN_WIDE = 660, 780
"""Widths of the text column in px at 100 %."""


def slept() -> str:
    """What is said when a clock that ran on has to be held."""
    return _("Paused while the computer slept. Go on when you are ready.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A button: what it does, its words (`short` where room is scarce), its icon, and whether it is `on`."""

    key: str
    text: str
    icon: str = ""
    short: str = ""
    on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenButtons:
    """The buttons of one screen: main (Enter), quiet ones at the left, perhaps one at the right.

    `ready` is whether main can be pressed; `centred` puts it in the middle; `back` offers the screen before.
    """

    main: Act
    ready: bool = True
    quiet: tuple[Act, ...] = ()
    right: Act | None = None
    centred: bool = False
    back: bool = True


def go_on(text: str = "") -> Act:
    """The main button that leads to the next screen."""
    return Act(key=NEXT, text=text or _("Continue"))


def skip() -> Act:
    """The quiet button that leaves a question out."""
    return Act(key=SKIP, text=_("Skip"))


def onward(*, given: bool, on: str = "", without: str = "", takes_back: bool = False) -> ScreenButtons:
    """The buttons of every question: main goes on with the answer, or says that it leaves the question out.

    `on` and `without`: its words for both, where they are others. `takes_back`: an answer that cannot be
    emptied by hand is left out by a quiet button.
    """
    if given:
        return ScreenButtons(main=go_on(on), quiet=(skip(),) if takes_back else ())
    return ScreenButtons(main=Act(key=SKIP, text=without or _("Skip"), short=_("Skip")))


def announce(widget: QWidget, words: str) -> None:
    """Let screen readers say `words` now."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class View(QWidget):
    """One screen. `changed(value)`: the answer as it stands; `onward`: go on by itself; `go(Route)`.

    `width_px`: the width of its column at 100 %; `fills`: it takes all the height there is.
    `bar_changed`: the buttons are others now; `built`: controls came or went.
    `refused`: what was entered cannot be used as it stands.
    """

    changed = Signal(object)
    note_changed = Signal(str)
    onward = Signal()
    go = Signal(object)
    bar_changed = Signal()
    built = Signal()
    ticked = Signal()

    width_px: ClassVar[int] = COLUMN
    fills: ClassVar[bool] = False

    def __init__(self, screen: Screen, stage: Stage) -> None:
        super().__init__()
        self.shown = screen
        self.stage = stage
        self.refused = False
        self.column = vbox(on=self, gap=0)
        self.setAccessibleName(screen.text)
        self.setAccessibleDescription(" ".join(part for part in (screen.notice, screen.hint) if part))

    def bar(self) -> ScreenButtons:
        """The buttons as they should be now."""
        return ScreenButtons(main=go_on())

    def act(self, key: str) -> None:
        """Do what a button of this view's own says."""

    def first(self) -> QWidget | None:
        """What gets the focus when the screen is shown; None: the main button."""
        return None

    def run(self, running: bool) -> None:
        """Let time pass or stand still; most views have none."""

    @property
    def counts(self) -> bool:
        """Whether the time that passes now is time of practice."""
        return True

    @property
    def paced(self) -> bool:
        """Whether it goes on by itself now, for someone who follows it and touches nothing."""
        return False

    def take_key(self, _key: int, /) -> bool:
        """Do what a key of this view's own says; False when it is none."""
        return False

    def settle(self) -> bool:
        """Called before going on: take up what is still being typed; False when it cannot be used."""
        return True

    def refuse(self, sentence: str) -> None:
        """Do not let go on with what was entered, and say why."""
        self.refused = True
        self.show_fault(sentence)

    def show_fault(self, sentence: str) -> None:
        """Show why an answer cannot be used."""

    @property
    def discards(self) -> tuple[Act, ...]:
        """The quiet button that leaves nothing of this pass behind: somebody may look at this computer.

        There is none where nothing is kept.
        """
        return () if self.stage.unkept else (Act(key=DISCARD, text=_("Do not keep this")),)

    # parts of most views

    def put_words(self, *, gap: int = 22) -> QuestionText:
        """The caution line of a "notice" gate, the question, and its hint."""
        if self.shown.notice:
            strip = Sunken()
            strip.body.addWidget(Second(self.shown.notice))
            put(self.column, strip, theme.px(S5))
        question = QuestionText(self.shown.text)
        self.column.addWidget(question)
        if self.shown.hint:
            put(self.column, theme.px(S1), Lead(self.shown.hint))
        self.column.addSpacing(theme.px(gap))
        return question

    def put_link(self) -> None:
        """The way to help, to an exercise or to an article, if the step has one."""
        found = self.stage.link(self.shown.link) if self.shown.link else None
        if found is None:
            return
        route, words, icon = found
        button = SecondButton(words, icon=icon) if route == routes.HELP else QuietButton(words, icon=icon)
        button.clicked.connect(lambda: self.go.emit(route))
        put(self.column, theme.px(12), wide(button, 0, Qt.AlignmentFlag.AlignLeading))

    def close_column(self) -> None:
        """Push everything to the top."""
        self.column.addStretch(1)
