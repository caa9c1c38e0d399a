"""Questions to ask of any program for the mind, after the model of the APA, and Rewire's answers to them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import put, vbox, wide
from rewire_app.ui.widgets.text import Body, Lead, Second, SectionTitle, Strong
from rewire_app.ui.widgets.theme import S2, S3, S4, S6, theme
from rewire_app.ui.widgets.unfold import LinkButton

NARROW = 560
"""Px of text below which the questions stand in one column."""


def _short() -> tuple[tuple[str, str], ...]:
    """Each question with its answer in a line."""
    return (
        (_("Who made it?"), _("Open source, no company. No clinician has reviewed it yet.")),
        (_("What does it cost?"), _("Nothing, and no advertising.")),
        (_("Is there evidence?"), _("For the methods, graded at each exercise; not for Rewire itself.")),
        (_("Is it easy to use?"), _("Keyboard, screen reader, text up to twice its size.")),
        (_("Can I leave?"), _("Yes. Take all of it along, or erase it.")),
    )


Answer = tuple[str, tuple[str, ...]]
"""A question, and what is answered, paragraph by paragraph."""


def _full() -> tuple[Answer, ...]:
    """Each question with its answer in full."""
    return _maker(), _words(), _reminders(), _evidence(), _ease(), _care(), _leaving()


def _maker() -> Answer:
    return (
        _("Who made it, and what does it cost?"),
        (
            _("Rewire was written as open source, under the MIT licence. There is no company behind it."),
            _("No clinician has reviewed it yet. Until one has, this line stays here."),
            _("It costs nothing. There is no advertising, nothing to buy in it, and no account."),
        ),
    )


def _words() -> Answer:
    return (
        _("What happens with what I write?"),
        (
            _(
                "It stays in one encrypted file on this computer. Nothing is sent anywhere: no part of "
                "Rewire opens a connection to the internet."
            ),
            _(
                "Without a passphrase, anyone who uses your account on this computer can open that file. "
                "With one, it cannot be read without it, also not by us."
            ),
            _(
                "What you drop in while your notes are locked is sealed at once. It is opened with them. How "
                "much waits can be seen."
            ),
            _(
                "What you remove is erased when Rewire closes, or at once if you wish. Backups hold it "
                "until they are let go of."
            ),
            _(
                "If you let something be read aloud, its words go to the voice of this computer. Nothing is "
                "read until you choose it. A page for a session holds what you see on it and nothing that "
                "you struck out. Its file goes where you say."
            ),
            _("A program that watches this computer sees what you see. Rewire cannot prevent that."),
        ),
    )


def _reminders() -> Answer:
    return (
        _("What do reminders show?"),
        (
            _("That you asked for one then, and nothing else: no exercise, no name, no word of yours."),
            _(
                "So that they come while your notes are locked, a file beside them, reminders.json, can be "
                "read without your passphrase. It holds random numbers, days, times, quiet hours, what was "
                "shown last, and the last day for which what a reminder is about is noted, so that none "
                "comes that is not needed. Without a reminder there is no such file."
            ),
            _(
                "If you let Rewire start with the computer, the system keeps its name and the folder of your "
                "notes."
            ),
        ),
    )


def _evidence() -> Answer:
    return (
        _("Is there evidence?"),
        (
            _(
                "Each exercise says what it is drawn from, and how well that was studied: a grade from A "
                "to D. Each article names its sources, and which of them were re-checked."
            ),
            _("Rewire itself has not been studied. Nobody knows yet whether it helps, or whom."),
            _(
                "Some exercises can make things worse for some people. Their cautions stand before the "
                "first step, and Rewire asks now and then whether anything made things worse."
            ),
            _("It does not assess or treat, and it is not for emergencies. Help now is on every screen."),
        ),
    )


def _ease() -> Answer:
    return (
        _("Is it easy to use?"),
        (
            _(
                "All can be done by keyboard and with a screen reader. Text can be twice its size, "
                "colours can be of high contrast, and motion can be stilled."
            ),
            _("It works without a network, and it asks for no permission of the system."),
            _("It is in English so far."),
        ),
    )


def _care() -> Answer:
    return (
        _("Does it go with care I have?"),
        (
            _(
                "It can: the plan, the lists and what Trends shows are yours to show to whom you like. "
                "Nothing of it is sent to anyone."
            ),
            _("It is no replacement for treatment, and says nothing about medicines."),
        ),
    )


def _leaving() -> Answer:
    return (
        _("Can I leave?"),
        (
            _("Yes, at any time. Erase for ever leaves nothing here; backups are asked about."),
            _("Before that you can take everything along, as files that can be read without Rewire."),
        ),
    )


class Questions(QWidget):
    """The questions with short answers, in two columns where there is room. `read_all` leads to all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.read_all = LinkButton(_("Read all answers"))
        answers: list[QWidget] = [
            Second(_("{question} {answer}").format(question=question, answer=answer), lead=question)
            for question, answer in _short()
        ]
        half = (len(answers) + 1) // 2
        first, second = vbox(gap=S2), vbox(gap=S2)
        put(first, *answers[:half])
        put(second, *answers[half:])
        put(second, wide(self.read_all, 0, Qt.AlignmentFlag.AlignLeft))
        for column in (first, second):
            column.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        put(self._sides, wide(first, 1), wide(second, 1))
        put(vbox(on=self, gap=0), Strong(_("Five questions to ask of any such program")), S2, self._sides)
        self._arrange()

    def _arrange(self) -> None:
        ways, roomy = QBoxLayout.Direction, self.width() >= theme.px(NARROW)
        self._sides.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        self._sides.setSpacing(S6 if roomy else S2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where there is little room."""
        self._arrange()
        super().resizeEvent(event)


class AnswersPage(QWidget):
    """All answers in full. `left()`: back to the short ones."""

    left = Signal()

    def __init__(self, _context: Context) -> None:
        super().__init__()
        title = _("Questions to ask of any such program")
        lead = _("They follow the App Evaluation Model of the American Psychiatric Association.")
        column = vbox(SectionTitle(title), Lead(lead), S4, on=self, gap=0)
        for question, answers in _full():
            card = Card(padding=(24, 18), name=question)
            put(card.body, Strong(question))
            for answer in answers:
                put(card.body, S2, Body(answer))
            put(column, card, S3)
        self.setAccessibleName(title)
        self.setAccessibleDescription(lead)
