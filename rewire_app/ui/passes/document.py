"""A document as widgets: headings and words, two side by side, the block that matters, tags, a figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.domain.exercise.document_shape import PartLook
from rewire_app.domain.exercise.pass_document import DocumentBlock
from rewire_app.i18n import _
from rewire_app.reports.opened_pass import OpenedPass
from rewire_app.reports.pass_lines import no_words
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.change_mark import ChangeMark
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import hbox, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.marks import Tag
from rewire_app.ui.widgets.text import Heading, Lead, Second, SectionTitle, Small, Text, Title, Voice
from rewire_app.ui.widgets.theme import S1, S3, S4, S5, S8, theme

WIDEST, WIDEST_LARGE = 640, 860
"""Px of the column, as usual and set large: a line of words is never longer."""
LETTER = 40
"""Px from a letter to the words it stands for."""
LONG_TAG = 40
"""Letters from which on a choice is a line and no tag."""


class DocumentColumn(QWidget):
    """The blocks of a document from top to bottom; `large` sets the words for reading from afar."""

    def __init__(self, blocks: Sequence[DocumentBlock], *, large: bool = False, narrow: bool = False) -> None:
        super().__init__()
        self._role = "large" if large else "voice"
        self._narrow = narrow
        column = vbox(on=self, gap=theme.px(S5))
        for kind, alike in groupby((one for one in blocks if one.look is not PartLook.LEAD), _together):
            if kind is PartLook.BESIDE:
                self._put_beside(column, tuple(alike))
            elif kind:
                put(column, *map(self._block, alike))
            else:
                card = Card(padding=(24, 20))
                card.body.setSpacing(theme.px(S5))
                put(card.body, *map(self._block, alike))
                column.addWidget(card)

    def _put_beside(self, column: QBoxLayout, blocks: Sequence[DocumentBlock]) -> None:
        """Neighbours stand side by side, two in a row, or below each other where there is little room."""
        if self._narrow:
            put(column, *(self._block(block) for block in blocks))
            return
        for first in range(0, len(blocks), 2):
            pair = [wide(self._block(one), 1) for one in blocks[first : first + 2]]
            nest(column, hbox(*pair, gap=theme.px(S8)))

    def _block(self, block: DocumentBlock) -> QWidget:
        if block.look is PartLook.FILLED:
            return self._filled(block)
        holder = QWidget()
        inner = vbox(on=holder, gap=theme.px(S1))
        put(inner, _heading(block), *self._words(block), stretch())
        if not block.letter:
            return holder
        letter = SectionTitle(block.letter, ink="primary", wrap=False)
        letter.setFixedWidth(theme.px(LETTER))
        around = QWidget()
        hbox(wide(letter, 0, Qt.AlignmentFlag.AlignTop), wide(holder, 1), on=around, gap=0)
        return around

    def _filled(self, block: DocumentBlock) -> QWidget:
        card = Card(padding=(24, 20), fill="primarySoft", name=block.title)
        role = "large" if self._role == "large" else "quote"
        put(card.body, Heading(block.title, role="small_strong", ink="primaryText"), S1)
        put(card.body, *(Voice(line, role=role) for line in block.lines))
        return card

    def _words(self, block: DocumentBlock) -> list[QWidget]:
        if block.look is PartLook.TAGS and all(len(line) < LONG_TAG for line in block.lines):
            tags = Flow(gap=8)
            for line in block.lines:
                tags.add(Tag(line))
            return [tags]
        if block.look is PartLook.CHANGE:
            words = block.lines[0]
            mark = ChangeMark(block.before, block.after, percent=block.percent, sentence=words)
            mark.setMaximumWidth(theme.px(360))
            return [mark, Second(words)]
        if len(block.lines) > 1:
            return [self._item(line) for line in block.lines]
        return [Voice(line, role=self._role) for line in block.lines]

    def _item(self, line: str) -> QWidget:
        """One line of a list, with a dot before it."""
        holder = QWidget()
        dot = Voice("·", role=self._role, ink="ink2", wrap=False)
        hbox(
            wide(dot, 0, Qt.AlignmentFlag.AlignTop), wide(Voice(line, role=self._role), 1), on=holder, gap=S3
        )
        return holder


def _together(block: DocumentBlock) -> str:
    """What neighbours have in common that stand together: side by side, or "" in the card of letters."""
    return "" if block.letter else block.look


def _heading(block: DocumentBlock) -> Text:
    heading = Heading(block.title, role="small_strong", ink="ink2")
    if block.letter:
        heading.setAccessibleName(block.title)
    return heading


def note_widgets(title: str, words: str, *, large: bool) -> QWidget:
    """A note or a plan under the document: its heading and its words."""
    holder = QWidget()
    role = "large" if large else "voice"
    vbox(
        Heading(title, role="small_strong", ink="ink2"),
        Voice(words, role=role),
        stretch(0),
        on=holder,
        gap=theme.px(S1),
    )
    return holder


class OpenedColumn(QWidget):
    """All that is read of a practice: what it is, its title, the document, its plan, and its notes."""

    def __init__(self, page: OpenedPass, notes: QWidget, today: date, *, large: bool, narrow: bool) -> None:
        super().__init__()
        self.setMaximumWidth(theme.px(WIDEST_LARGE if large else WIDEST))
        column = vbox(Small(page.about(today)), S1, Title(page.title), on=self, gap=0)
        if page.lead:
            put(column, S1, Second(page.lead))
        column.addSpacing(theme.px(S4))
        if page.document.blocks:
            column.addWidget(DocumentColumn(page.document.blocks, large=large, narrow=narrow))
        elif not page.document.title:
            column.addWidget(Lead(no_words(page.line)))
        if page.plan:
            put(column, theme.px(S5), note_widgets(_("Plan"), page.plan, large=large))
        put(column, theme.px(S5), notes, stretch())
