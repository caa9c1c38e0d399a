"""Underlines words that the dictionary does not know, and offers others in their place."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from rewire_app import spelling
from rewire_app.desktop.languages import languages_of_this_computer
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.theme import theme

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
ELSE = ("en_GB", "en_US", "en")
"""Where the languages of the computer have no dictionary."""
LONGEST = 10_000
"""A longer paragraph is not looked through with every key, nor is a word of more than `LETTERS` a word."""
LETTERS = 60
OFFERED = 5
"""So many words are offered in the place of one."""


class SpellingMarks(QSyntaxHighlighter):
    """The underlines in `edit`, while the person wants them. The word that is being typed has none yet."""

    def __init__(self, context: Context, edit: QTextEdit) -> None:
        super().__init__(edit)
        self.setDocument(None)  # Qt has taken that of `edit`
        self._context, self._edit = context, edit
        self._words: spelling.Dictionary | None = None
        self._known: dict[str, bool] = {}
        self._paragraph = -1
        edit.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        edit.customContextMenuRequested.connect(self._show_menu)
        edit.cursorPositionChanged.connect(self._moved)
        context.preferences.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Begin or end, as the person has it now."""
        wanted = self._context.settings.spelling
        if wanted == (self._words is not None):
            return
        self._words = spelling.dictionary((*languages_of_this_computer(), *ELSE)) if wanted else None
        self._known.clear()
        self.setDocument(self._edit.document() if self._words is not None else None)

    def _knows(self, word: str) -> bool:
        if word not in self._known:
            straight = word.replace("’", "'")
            self._known[word] = self._words is None or len(word) > LETTERS or self._words.check(straight)
        return self._known[word]

    def highlightBlock(self, text: str) -> None:
        """Underline what is not known of one paragraph."""
        if len(text) > LONGEST:
            return
        cursor, block = self._edit.textCursor(), self.currentBlock()
        typed = cursor.positionInBlock() if cursor.blockNumber() == block.blockNumber() else -1
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(theme.color("coral"))
        for word in WORD.finditer(text):
            if word.end() != typed and not self._knows(word[0]):
                self.setFormat(word.start(), word.end() - word.start(), look)

    def _moved(self) -> None:
        """The cursor is in another paragraph: a word it was behind in the one before is whole now."""
        before, self._paragraph = self._paragraph, self._edit.textCursor().blockNumber()
        if self._words is not None and before not in (-1, self._paragraph):
            block = self._edit.document().findBlockByNumber(before)
            if block.isValid():
                self.rehighlightBlock(block)

    def offers(self, cursor: QTextCursor) -> tuple[QTextCursor, list[str]]:
        """The word at `cursor`, selected, and what may stand in its place; nothing for one that is known."""
        text, at, block = cursor.block().text(), cursor.positionInBlock(), cursor.block().position()
        for word in WORD.finditer(text) if self._words is not None and len(text) <= LONGEST else ():
            if word.start() <= at <= word.end() and not self._knows(word[0]):
                chosen = QTextCursor(cursor)
                chosen.setPosition(block + word.start())
                chosen.setPosition(block + word.end(), QTextCursor.MoveMode.KeepAnchor)
                assert self._words is not None
                return chosen, self._words.suggest(word[0])[:OFFERED]
        return cursor, []

    def _show_menu(self, at: QPoint) -> None:
        menu = self._edit.createStandardContextMenu()
        first = menu.actions()[0]
        chosen, words = self.offers(self._edit.cursorForPosition(at))
        for word in words:
            offered = QAction(_("Write “{word}”").format(word=word), menu)
            offered.triggered.connect(lambda _on=False, word=word: chosen.insertText(word))
            menu.insertAction(first, offered)
        if words:
            menu.insertSeparator(first)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._edit.mapToGlobal(at))
