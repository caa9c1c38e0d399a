"""Finding words in the article that is open: the bar, every place set off, one of them here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from rewire_app.content.prose import units
from rewire_app.domain.library.anchoring import TextPart
from rewire_app.domain.library.searching import find_all
from rewire_app.i18n import _
from rewire_app.ui.library.article_column import ArticleColumn
from rewire_app.ui.library.article_text import Look
from rewire_app.ui.library.reading_scroll import ReadingScroll
from rewire_app.ui.widgets.base import Painted, tell
from rewire_app.ui.widgets.buttons import IconButton
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.layout import hbox, stretch
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S2, S3, S4, theme

FIELD = 300


class FindBar(Painted):
    """`asked(str)`: find these words. `step(int)`: on (1) or back (-1). `left()`: no more finding."""

    asked = Signal(str)
    step = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field = Field(_("Find in this article"), icon="search", show_label=False)
        self.field.kept = False
        self.field.line.setPlaceholderText(_("Find in this article"))
        self.field.changed.connect(self.asked)
        self._count = Second("", wrap=False)
        self.back = IconButton(_("Place before"), "chevron-up")
        self.on = IconButton(_("Next place"), "chevron-down")
        self.close_button = IconButton(_("Stop finding"), "x")
        self.back.clicked.connect(lambda: self.step.emit(-1))
        self.on.clicked.connect(lambda: self.step.emit(1))
        self.close_button.clicked.connect(self.left)
        self._row = hbox(self.field, S3, self._count, stretch(), on=self, gap=S2, margins=None)
        for button in (self.back, self.on, self.close_button):
            self._row.addWidget(button)
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes."""
        self._row.setContentsMargins(S4, S2, S4, S2)
        self.field.setMaximumWidth(theme.px(FIELD))
        super().restyle()

    def words(self) -> str:
        """What is to be found."""
        return self.field.value()

    def begin(self, words: str) -> None:
        """Be ready to type; `words`, if there are any, are what to find."""
        if words:
            self.field.set_value(words)
        self.field.line.selectAll()
        self.field.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, here: int, number: int) -> None:
        """Say which of `number` places is `here`, counted from 1; heard as well as seen."""
        if not self.words():
            text = ""
        elif number:
            text = _("{here} of {number}").format(here=here, number=number)
        else:
            text = _("No such words here")
        self._count.setText(text)
        tell(self.field.line, text)
        for button in (self.back, self.on):
            button.setEnabled(number > 0)

    @property
    def count(self) -> str:
        """The words of the count."""
        return self._count.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc ends."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the band and the line below it."""
        painter = self.painter()
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        painter.end()


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
