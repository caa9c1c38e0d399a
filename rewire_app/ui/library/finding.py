"""Finding words in the article that is open: every place set off, one of them here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from rewire_app.content.prose import units
from rewire_app.domain.library.anchoring import TextPart
from rewire_app.domain.library.find_words import find_all
from rewire_app.ui.library.article_column import ArticleColumn
from rewire_app.ui.library.article_text import Look
from rewire_app.ui.library.find_bar import FindBar
from rewire_app.ui.library.reading_scroll import ReadingScroll


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """A place with the words: letters of a block, or of the section title number `head`."""

    block: int | None
    head: int
    start: int
    end: int


class FindInArticle(QObject):
    """Joins the bar to the text. `changed()`: other places are to be set off."""

    changed = Signal()

    def __init__(self, bar: FindBar, column: ArticleColumn, scroll: ReadingScroll) -> None:
        super().__init__(bar)
        self.bar, self._column, self._scroll = bar, column, scroll
        self._units = units(column.article)
        self._found: list[FoundPlace] = []
        self._here = 0
        bar.asked.connect(self._ask)
        bar.step.connect(self.step)
        bar.hide()

    def begin(self, words: str = "") -> None:
        """Open the bar, with `words` if some are selected."""
        self._column.finish()
        self.bar.show()
        self.bar.begin(words)
        self._ask(self.bar.words())

    def end(self) -> None:
        """Close the bar and set nothing off."""
        self.bar.hide()
        self._found = []
        self._show()

    def step(self, by: int) -> None:
        """Go `by` places on, around the ends; open the bar when it is not."""
        if self.bar.isHidden():
            self.begin()
            return
        if self._found:
            self._here = (self._here + by) % len(self._found)
            self._show()

    def _ask(self, words: str) -> None:
        self._found = list(self._places(words)) if not self.bar.isHidden() else []
        from_block = self._scroll.place.block
        later = (n for n, found in enumerate(self._found) if (found.block or 0) >= from_block)
        self._here = next(later, 0)
        self._show()

    def _places(self, words: str) -> Iterator[FoundPlace]:
        head = -1
        for unit in self._units:
            head += unit.block is None
            for start, end in find_all(words, unit.text):
                yield FoundPlace(block=unit.block, head=head, start=start, end=end)

    def looks(self) -> Iterator[Look]:
        """How the places in the text are set off."""
        for number, found in enumerate(self._found):
            if found.block is not None:
                part = TextPart(block=found.block, start=found.start, end=found.end)
                yield Look(part=part, tone="here" if number == self._here else "found")

    def _show(self) -> None:
        tones: dict[int, str] = {}
        for number, found in enumerate(self._found):
            if found.block is None and tones.get(found.head) != "here":
                tones[found.head] = "here" if number == self._here else "found"
        for number, head in enumerate(self._column.heads):
            head.set_tone(tones.get(number, ""))
        self.bar.show_count(self._here + 1, len(self._found))
        self.changed.emit()
        if self._found:
            self._reveal(self._found[self._here])

    def _reveal(self, found: FoundPlace) -> None:
        if found.block is None:
            head = self._column.heads[found.head]
            self._scroll.reveal(self._scroll.y_of(head), head.height())
            return
        text = self._column.text_of(found.block)
        if text is not None:
            box = text.box_of(TextPart(block=found.block, start=found.start, end=found.end))
            self._scroll.reveal(self._scroll.y_of(text) + round(box.top()), round(box.height()))
