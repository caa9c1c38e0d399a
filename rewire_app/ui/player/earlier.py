"""What was before, beside the screens of a pass: the last time, the exercise before, a thought met before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.exercise import Exercise, saves
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.lists.entries import folded
from rewire_app.i18n import _
from rewire_app.reports.opened_pass import fairer_thoughts, is_record
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.last_time import LastTimeLink, read_last
from rewire_app.ui.base.routes import Route
from rewire_app.ui.player.view import View, announce
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.layout import put, wide
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S5, theme
from rewire_app.ui.widgets.unfold import LinkButton


class Earlier:
    """Joins what there is of earlier passes to the screens of an exercise."""

    def __init__(self, context: Context, exercise: Exercise, anew: Callable[[], None]) -> None:
        """`anew` asks again what the exercise before handed on."""
        self._context = context
        self._anew = anew
        shape = exercise.document
        self._titles = {source.partition(".")[0] for source in shape.title} if shape else set()
        self._thoughts: dict[str, Route] = {}
        if self._titles:
            with context.hub.telling():
                self._thoughts = _fairer(context, exercise)

    def join(self, screen: View, run: Run) -> None:
        """Put under the words of `screen`, at which `run` stands, what belongs there."""
        place = next((one for one in run.path.places if one.id == run.at), None)
        if place is None or run.stopped:
            return
        if place is run.path.places[0]:
            if run.told:
                screen.column.insertWidget(0, HandedOn(screen, run.told, self._anew))
                screen.column.insertSpacing(1, theme.px(S5))
            found = read_last(self._context, run.exercise.id)
            if found is not None:
                link = LastTimeLink(self._context, found)
                link.go.connect(screen.go)
                _put_last(screen, link)
        if self._thoughts and place.step is not None and saves(place.step) in self._titles:
            met = MetBefore(self._thoughts)
            met.go.connect(screen.go)
            met.shown.connect(screen.built)
            _put_last(screen, met)
            met.look_at({**run.offered, **run.given}.get(place.key))
            screen.changed.connect(met.look_at)


def _fairer(context: Context, exercise: Exercise) -> dict[str, Route]:
    """The thoughts that a fairer one was found for, folded, each with the way to its record or the list."""
    if not is_record(exercise):
        return {}
    listed = (one for one in context.store.thoughts.all() if one.fair.strip())
    found = {folded(one.hard): routes.FAIRER_THOUGHTS for one in listed}
    passes = fairer_thoughts(context.vault, exercise)
    return found | {thought: routes.practice(uid) for thought, uid in passes.items()}


def _put_last(screen: View, widget: QWidget) -> None:
    """Put `widget` under the answer, above the room that pushes everything to the top."""
    screen.column.insertWidget(screen.column.count() - 1, widget, 0, Qt.AlignmentFlag.AlignLeading)


class HandedOn(Sunken):
    """Says what counts as given from the exercise before, and lets it be answered anew."""

    def __init__(self, screen: View, told: Sequence[str], anew: Callable[[], None]) -> None:
        super().__init__()
        words = Second(_("From what you did before this: {answers}").format(answers=_("; ").join(told)))
        self.button = LinkButton(_("Answer again"))
        self.button.clicked.connect(anew)
        put(self.body, words, wide(self.button, 0, Qt.AlignmentFlag.AlignLeading))
        said = (words.text(), screen.accessibleDescription())
        screen.setAccessibleDescription(" ".join(filter(None, said)))


class MetBefore(Sunken):
    """Says that a thought was met before, with a fairer answer, and leads there. `go(Route)`; `shown()`."""

    go = Signal(object)
    shown = Signal()

    def __init__(self, thoughts: Mapping[str, Route]) -> None:
        super().__init__()
        self._thoughts = thoughts
        self._met: Route | None = None
        self._words = Second(_("You met this before, with a fairer answer."))
        self._link = LinkButton(_("Read it"))
        self._link.setAccessibleName(_("Read the fairer answer"))
        self._link.clicked.connect(lambda: self.go.emit(self._met))
        put(self.body, self._words, wide(self._link, 0, Qt.AlignmentFlag.AlignLeading))
        self.hide()

    def look_at(self, answer: Any) -> None:
        """Show itself while the answer as it stands holds such a thought."""
        met = next((way for text in _texts(answer) if (way := self._thoughts.get(folded(text)))), None)
        if met == self._met:
            return
        self._met = met
        self.setVisible(met is not None)
        self.shown.emit()
        if met is not None:
            announce(self, self._words.text())


def _texts(answer: Any) -> Iterator[str]:
    """The texts in an answer, of whatever kind."""
    if isinstance(answer, str):
        yield answer
    elif isinstance(answer, Mapping):
        yield from (cell for cell in answer.values() if isinstance(cell, str))
    elif isinstance(answer, list | tuple):
        for part in answer:
            yield from _texts(part)
