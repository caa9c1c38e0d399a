"""What belongs to a pattern: where it was learned, what trains and explains it, then and now, early signs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.reports.patterns import PatternWhole
from rewire_app.ui.base import routes
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import clear, hbox, hung, nest, put, vbox, wide
from rewire_app.ui.widgets.rows import OpenRow
from rewire_app.ui.widgets.text import Body, Heading, Small, Text, Voice
from rewire_app.ui.widgets.theme import S2, S3, S4, S6
from rewire_app.ui.widgets.unfold import LinkButton


class _Part(QWidget):
    """A column that is filled anew. `go(Route)`."""

    go = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = vbox(on=self, gap=0)

    def _begin(self) -> None:
        clear(self._column)

    def _section(self, title: str, *, line: bool = False) -> QVBoxLayout:
        if self._column.count():
            self._column.addSpacing(S6)
        section = vbox(Heading(title), S2, gap=0)
        if line:
            section.addWidget(Divider())
        nest(self._column, section)
        return section

    def _lead(self, widget: LinkButton | OpenRow, to: Callable[[], object]) -> None:
        widget.clicked.connect(to)


class LearnedPart(_Part):
    """Where it was learned and what it costs, the exercises and articles, and how the person wants to be."""

    def show_pattern(self, shown: PatternWhole) -> None:
        """Show another pattern."""
        self._begin()
        self._tell_learned(shown)
        if shown.exercises:
            section = self._section(_("What trains the new response"), line=True)
            for one in shown.exercises:
                row = OpenRow(one.glyph or one.name, one.title, one.detail)
                self._lead(row, partial(self.go.emit, routes.exercise(one.name)))
                put(section, row, Divider())
        if shown.articles:
            section = self._section(_("What explains it"))
            for one in shown.articles:
                link = LinkButton(_("{title}, {minutes}").format(title=one.title, minutes=one.detail))
                self._lead(link, partial(self.go.emit, routes.library(one.name)))
                nest(section, hung(link))
        if shown.serves:
            section = self._section(_("How I want to be"))
            values = Flow(gap=S4, below=0)
            for one in shown.serves:
                link = LinkButton(one.title)
                self._lead(link, partial(self.go.emit, routes.list_entry("values", one.name)))
                values.add(link)
            section.addWidget(values)

    def _tell_learned(self, shown: PatternWhole) -> None:
        pattern = shown.pattern
        told: Sequence[tuple[str, str]] = (
            (_("What it was good for then"), pattern.protected),
            (_("What it still gives"), pattern.gain),
            (_("What it costs now"), pattern.cost),
            (_("What it sets off"), pattern.feeds),
        )
        if not (pattern.learned or any(words for _name, words in told)):
            return
        section = self._section(_("Where it was learned"))
        if pattern.learned:
            section.addWidget(Voice(pattern.learned))
        for name, words in told:
            if words:
                put(section, S3, Text(name, role="small_strong", ink="ink2"), Voice(words))


class LadderRow(_Part):
    """The next step of the ladder that a pattern has, and no room without one."""

    def show_pattern(self, shown: PatternWhole) -> None:
        """Show another pattern."""
        self._begin()
        self.setVisible(bool(shown.step))
        if shown.step:
            link = LinkButton(_("Open the ladder"))
            self._lead(link, partial(self.go.emit, routes.ladder(shown.step_uid)))
            words = Body(_("Ladder: next, {step}").format(step=shown.step))
            put(self._column, hbox(wide(words, 1), link), S4)


class NowPart(_Part):
    """Then and now, early signs, what sets it off, its records, and the notes that name it."""

    def show_pattern(self, shown: PatternWhole) -> None:
        """Show another pattern."""
        self._begin()
        pattern = shown.pattern
        if pattern.then_now:
            section = self._section(_("Then and now"))
            nest(section, _beside(Small(_("Then")), Small(_("Now"))))
            for then, now in pattern.then_now:
                put(section, Divider(), S2, _beside(Body(then), Body(now)), S2)
        for title, texts in ((_("Early signs"), pattern.signs), (_("What sets it off"), pattern.triggers)):
            if texts:
                self._section(title).addWidget(Body(_(", ").join(texts)))
        if shown.records:
            section = self._section(_("Records of it"))
            for one in shown.records:
                link = LinkButton(one.words)
                self._lead(link, partial(self.go.emit, routes.record(one.uid)))
                nest(section, hung(link))
        if shown.notes:
            section = self._section(_("Notes that name it"))
            for note in shown.notes:
                link = LinkButton(note.words)
                self._lead(link, partial(self.go.emit, routes.journal(note.day, f"note/{note.uid}")))
                nest(section, hung(link))


def _beside(one: QWidget, two: QWidget) -> QVBoxLayout:
    return vbox(hbox(wide(one, 1), wide(two, 1), gap=S4), gap=0)
