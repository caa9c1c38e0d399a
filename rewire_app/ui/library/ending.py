"""What stands after an article: that it was read, ways to take it along, its sources."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.domain.exercise.aims import Grade
from rewire_app.domain.library.article import Article
from rewire_app.domain.library.reading import Reading
from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.text import Second, Small
from rewire_app.ui.widgets.theme import S1, S3, S6


def grade_words(grade: Grade) -> str:
    """The evidence grade as a sentence, never as a score."""
    sentences = {
        Grade.A: _("Many studies taken together support this."),
        Grade.B: _("Some controlled studies support this."),
        Grade.C: _("Part of a tested package, not tested alone."),
        Grade.D: _("Little or mixed evidence so far."),
    }
    return sentences[grade]


def evidence_words(article: Article) -> str:
    """The grade of an article with the note that goes on from it."""
    return f"{grade_words(article.evidence.grade)} {article.evidence.note}"


def reviewed_words(article: Article) -> str:
    """The day the article was last read against its sources."""
    return _("Reviewed on {day}").format(day=day_words(article.reviewed, year=True))


class Sources(QWidget):
    """How good the evidence is, and what the article rests on: `sources`, each in a line."""

    def __init__(self, article: Article, sources: Sequence[str]) -> None:
        super().__init__()
        column = vbox(Second(evidence_words(article)), S3, on=self, gap=0)
        for source in sources:
            line = Second(source)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            put(column, line, S1)
        put(column, S3, Small(reviewed_words(article)), S6)


class TakeAlong(QWidget):
    """Mark as read, copy and print. `read(bool)`: it was read, or not yet."""

    read = Signal(bool)
    copy = Signal()
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_read = False
        self._said = Second("")
        self._mark = QuietButton("", icon="check")
        self._mark.clicked.connect(lambda: self.read.emit(not self._is_read))
        copy = QuietButton(_("Copy the article as text"), icon="copy", plain=True)
        copy.clicked.connect(self.copy)
        paper = QuietButton(_("Print"), icon="printer", plain=True)
        paper.setAccessibleDescription(_("or press Ctrl+P"))
        paper.clicked.connect(self.print_asked)
        flow = Flow(gap=0)
        for button in (self._mark, copy, paper):
            flow.add(button)
        vbox(self._said, flow, on=self, gap=S1)

    def show_reading(self, reading: Reading) -> None:
        """Say whether and when the article was read."""
        day = reading.read_day
        self._is_read = day is not None
        self._said.setVisible(day is not None)
        if day is not None:
            self._said.setText(_("Read on {day}").format(day=day_words(day, year=True)))
        self._mark.setText(_("Mark as not read") if day is not None else _("Mark as read"))
        self._mark.set_icon("undo" if day is not None else "check")
