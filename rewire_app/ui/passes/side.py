"""What can be done with an opened practice, and its figure: beside the document, or below it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.domain.limits import shortened
from rewire_app.i18n import _
from rewire_app.reports.opened_pass import OpenedPass
from rewire_app.ui.base import routes
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
    """`large()`, `copy()`, `paper()`, `note()`, `guess()`, `again()`, `all()`, `remove()`: what is wanted."""

    large = Signal()
    copy = Signal()
    paper = Signal()
    note = Signal()
    guess = Signal()
    again = Signal()
    all = Signal()
    remove = Signal()
    go = Signal(object)
    other = Signal(str)

    def __init__(self, page: OpenedPass, today: date, *, narrow: bool) -> None:
        super().__init__()
        self.main = MainButton(_("Show large"), icon="text", large=True)
        self.main.clicked.connect(self.large)
        acts = [
            (_("Copy as text"), "copy", self.copy),
            (_("Print"), "printer", self.paper),
            (_("Add a note"), "pencil", self.note),
            (_("Make it a guess"), "flag", self.guess),
            (_("Do it again, with these words"), "redo", self.again),
            (_("All of this exercise"), "practice", self.all),
            (_("Remove"), "trash", self.remove),
        ]
        self.buttons: list[PaintedButton] = [self.main]
        for words, icon, signal in acts:
            if (signal is self.again and not page.again) or (signal is self.guess and not page.quoted):
                continue
            link = LinkButton(words, icon=icon)
            link.clicked.connect(signal)
            self.buttons.append(link)
        column = vbox(on=self, gap=0)
        if narrow:
            flow = Flow(gap=S4, below=S2)
            for button in self.buttons:
                flow.add(button)
            column.addWidget(flow)
        else:
            self.setFixedWidth(theme.px(WIDE))
            self.main.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            put(column, self.main, theme.px(S3), *self.buttons[1:], theme.px(S3))
        self._put_figure(page)
        self._put_ways(column, page, today)
        column.addStretch(1)

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
