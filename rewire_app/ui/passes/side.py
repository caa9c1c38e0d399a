"""What can be done with an opened practice, and its figure: beside the document, or below it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QSizePolicy, QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.domain.limits import shortened
from rewire_app.i18n import _
from rewire_app.reports.opened_pass import OpenedPass
from rewire_app.reports.records import RecordBelongs
from rewire_app.ui.base import routes
from rewire_app.ui.base.raising import raise_words
from rewire_app.ui.passes.reading_aloud import AloudBar, ReadingAloud
from rewire_app.ui.widgets.buttons import MainButton, PaintedButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.change_mark import ChangeMark
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S2, S3, S4, theme
from rewire_app.ui.widgets.unfold import LinkButton

WIDE = 252
LONGEST = 30
"""Letters of a guess that stand in its link."""


class PracticeSide(QWidget):
    """`aloud()`, `large()`, `copy()`, `paper()`, `note()`, `guess()`, `links()` and more: what is wanted.

    Where there is no voice to read with, the first button sets the words large. `bar` takes its place while
    it reads.
    """

    aloud = Signal()
    edit = Signal()
    links = Signal()
    large = Signal()
    copy = Signal()
    paper = Signal()
    note = Signal()
    guess = Signal()
    raised = Signal()
    again = Signal()
    all = Signal()
    remove = Signal()
    go = Signal(object)
    other = Signal(str)

    def __init__(
        self, page: OpenedPass, belongs: RecordBelongs, today: date, reading: ReadingAloud, *, narrow: bool
    ) -> None:
        super().__init__()
        self._reading, aloud = reading, reading.offered
        reading.changed.connect(self._follow)
        words, icon = (_("Read aloud"), "volume") if aloud else (_("Show large"), "text")
        self.main = MainButton(words, icon=icon, large=True)
        self.main.clicked.connect(self.aloud if aloud else self.large)
        self.bar = AloudBar()
        self.bar.hide()
        self.bar.turned.connect(reading.turn)
        self.bar.stopped.connect(reading.stop)
        self.buttons: list[PaintedButton] = [self.main, self.bar.hold, self.bar.end]
        self.buttons += self._acts(page, aloud=aloud)
        column = vbox(on=self, gap=0)
        if narrow:
            flow = Flow(gap=S4, below=S2)
            for part in (self.main, self.bar, *self.buttons[3:]):
                flow.add(part)
            column.addWidget(flow)
        else:
            self.setFixedWidth(theme.px(WIDE))
            for part in (self.main, self.bar.hold, self.bar.end):
                part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            put(column, self.main, self.bar, theme.px(S3), *self.buttons[3:], theme.px(S3))
        self._put_figure(page)
        self._put_belongs(column, belongs)
        self._put_ways(column, page, today)
        column.addStretch(1)

    def _acts(self, page: OpenedPass, *, aloud: bool) -> list[LinkButton]:
        """What can be done with this pass, besides the main button."""
        acts = (
            (_("Show large"), "text", self.large, aloud),
            (_("Copy as text"), "copy", self.copy, True),
            (_("Print"), "printer", self.paper, True),
            (_("Add a note"), "pencil", self.note, True),
            (_("Change the answers"), "pencil", self.edit, bool(page.fields)),
            (_("Link to a moment or pattern"), "patterns", self.links, page.recorded),
            (_("Make it a guess"), "flag", self.guess, page.quoted),
            (raise_words(), "message", self.raised, True),
            (_("Do it again, with these words"), "redo", self.again, page.again),
            (_("All of this exercise"), "practice", self.all, True),
            (_("Remove"), "trash", self.remove, True),
        )
        links = []
        for words, icon, signal, there in acts:
            if there:
                link = LinkButton(words, icon=icon)
                link.clicked.connect(signal)
                links.append(link)
        return links

    def _follow(self) -> None:
        """Offer to begin, or while it reads to hold and to stop it; the keyboard comes along."""
        reading = self._reading
        self.bar.show_state(held=reading.held)
        if reading.reads == self.bar.isVisibleTo(self):
            return
        here = self.isAncestorOf(focus) if (focus := QApplication.focusWidget()) is not None else False
        self.bar.setVisible(reading.reads)
        self.main.setHidden(reading.reads)
        if here and reading.reads:
            self.bar.begin()
        elif here:
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_belongs(self, column: QBoxLayout, belongs: RecordBelongs) -> None:
        """The moment and the pattern it belongs to."""
        moment, pattern = belongs.moment, belongs.pattern
        if moment is not None or pattern is not None:
            put(column, Divider(), S2, Second(_("Belongs to"), role="small"))
        if moment is not None and moment.day is not None:
            way = routes.journal(moment.day, f"moment/{moment.uid}")
            self._put_way(column, moment.words, partial(self.go.emit, way))
        if pattern is not None:
            self._put_way(column, pattern.words, partial(self.go.emit, routes.pattern_page(pattern.uid)))

    def _put_ways(self, column: QBoxLayout, page: OpenedPass, today: date) -> None:
        """The guesses that were made in it, and where the same thought was met again."""
        if page.guesses:
            put(column, Divider(), S2, Second(_("Guess in it"), role="small"))
        for uid, words in page.guesses:
            self._put_way(column, words, partial(self.go.emit, routes.guess(uid)))
        if page.met:
            uid, day = page.met[0]
            told = day_words(day, year=day.year != today.year)
            one, many = _("Once more, on {day}"), _("{n} times more, the last on {day}")
            words = (one if len(page.met) == 1 else many).format(n=len(page.met), day=told)
            put(column, Divider(), S2, Second(_("Thought again"), role="small"))
            self._put_way(column, words, lambda: self.other.emit(uid))

    def _put_way(self, column: QBoxLayout, words: str, go: Callable[[], None]) -> None:
        link = LinkButton(shortened(" ".join(words.split()), LONGEST))
        link.setAccessibleName(words)
        link.clicked.connect(go)
        self.buttons.append(link)
        column.addWidget(link)

    def _put_figure(self, page: OpenedPass) -> None:
        """Before and after, where it was rated."""
        line, column = page.line, self.layout()
        assert column is not None, "the side has a layout"
        if not line.rating_words:
            return
        name = page.measure.short if page.measure else _("Before and after")
        end = "100%" if line.percent else "10"
        words = _("{rating}.").format(rating=line.rating_words)
        sentence = _("{name}: {rating}").format(name=name, rating=words)
        mark = ChangeMark(line.before, line.after, percent=line.percent, sentence=sentence)
        mark.setMaximumWidth(theme.px(360))
        for part in (
            Divider(),
            Second(_("{name}, 0 to {end}").format(name=name, end=end), role="small"),
            mark,
            Second(words, role="small"),
        ):
            column.addWidget(part)
        column.setContentsMargins(0, 0, 0, theme.px(S3))
