"""The last time an exercise was done: as a card beside what it is, and as a quiet link where it begins."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _, ngettext
from rewire_app.reports.opened_pass import LastPass, last_time
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.change_mark import ChangeMark
from rewire_app.ui.widgets.layout import clear, put, vbox
from rewire_app.ui.widgets.text import Heading, Second, Voice
from rewire_app.ui.widgets.theme import S1, S2
from rewire_app.ui.widgets.unfold import LinkButton


def read_last(context: Context, exercise: str) -> LastPass | None:
    """The newest pass of `exercise`; None before the first, and where it cannot be read, which is told."""
    with context.hub.telling():
        return last_time(context.vault, context.library, exercise)
    return None


class LastTime(QWidget):
    """When, the first own words, before and after, and the ways to all of it. Hidden before the first time.

    `go(Route)`: a practice, or all of this exercise.
    """

    go = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._body = vbox(on=self, gap=S1)

    def show_exercise(self, exercise: str) -> None:
        """Show the last time of `exercise`."""
        clear(self._body)
        found = read_last(self._context, exercise)
        self.setVisible(found is not None)
        if found is None:
            return
        line = found.line
        when = _("{day}, {length}").format(day=line.whole_day(self._context.today), length=line.length)
        put(self._body, Heading(_("Last time")), Second(when))
        if line.words:
            put(self._body, S1, Voice(line.words))
        if line.rating_words:
            words = _("{rating}.").format(rating=line.rating_words)
            mark = ChangeMark(line.before, line.after, percent=line.percent, sentence=words)
            put(self._body, S2, mark, Second(words))
        self._put_link(_("Read what you wrote"), routes.practice(line.uid))
        if found.count > 1:
            words = ngettext("See all {n} time", "See all {n} times", found.count).format(n=found.count)
            self._put_link(words, routes.practised(exercise=exercise))

    def _put_link(self, words: str, route: routes.Route) -> None:
        link = LinkButton(words)
        link.clicked.connect(lambda: self.go.emit(route))
        self._body.addWidget(link)


class LastTimeLink(LinkButton):
    """A way to the newest pass of an exercise, in a few words. `go(Route)`."""

    go = Signal(object)

    def __init__(self, context: Context, found: LastPass) -> None:
        day = found.line.whole_day(context.today)
        super().__init__(_("Last time: {day}").format(day=day), icon="clock")
        self.clicked.connect(lambda: self.go.emit(routes.practice(found.line.uid)))
