"""A stretch of an article as text that grows with its lines: links, explained words, a caret for keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QPoint, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QTextEdit, QWidget

from rewire_app.content.prose import prose
from rewire_app.domain.library.anchoring import TextPart
from rewire_app.domain.library.glossary import Use
from rewire_app.ui.base.keys import pressed
from rewire_app.ui.widgets.theme import DISPLAY, S6, theme

AFTER_PARAGRAPH = 16
CARET = 2
"""Width in px of the caret, shown to those who read by keys."""
PAGE_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Escape)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LINE_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}

Place = tuple[int, int]
"""A block, counted through the article, and a letter in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A stretch that is set off: `tone` is "highlight", "note" (one with a note), "found" or "here"."""

    part: TextPart
    tone: str


class ArticleText(QTextBrowser):
    """A stretch of an article in the reading font; it opens and fetches nothing by itself.

    `link(kind, id)`: an article or exercise is asked for; `word(str)`: an explained word. `selected()`: the
    mouse selected words. `menu(QPoint)`: a menu is asked for there, on the screen. `mark()`: the selection is
    to be highlighted; `note()`: a note is to be written. `moved()`: the caret went on. `past(int)`: it wants
    to leave upwards (-1) or downwards (1). `placed()`: it lies elsewhere, or has another size. `first`: the
    number of its first block in the article.
    """

    link = Signal(str, str)
    word = Signal(str)
    selected = Signal()
    menu = Signal(QPoint)
    mark = Signal()
    note = Signal()
    moved = Signal()
    past = Signal(int)
    placed = Signal()

    def __init__(
        self,
        markdown: str,
        parent: QWidget | None = None,
        *,
        role: str = "article",
        first: int = 0,
        uses: Sequence[Use] = (),
    ) -> None:
        super().__init__(parent)
        self._role, self.first, self._uses = role, first, tuple(uses)
        self._prose = prose(markdown)
        self._starts: list[int] = []
        self._looks: tuple[Look, ...] = ()
        self._heights: dict[int, int] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setOpenLinks(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.viewport().setAutoFillBackground(False)
        flags = (
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTextInteractionFlags(flags)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursorWidth(0)
        self.anchorClicked.connect(self._asked)
        self.restyle()

    # the look

    def restyle(self) -> None:
        """Take over new fonts, line heights and colours."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        palette.setColor(QPalette.ColorRole.Link, theme.color("primaryText"))
        self.setPalette(palette)
        self._heights = {}
        self.setDocument(self._document())  # filled before it is shown: it is laid out once
        self.set_looks(self._looks)
        self.updateGeometry()

    def _document(self) -> QTextDocument:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(theme.font(self._role))
        link = theme.color("primaryText").name()
        strong = "" if theme.plain_font else f"font-family: '{DISPLAY}'; font-weight: 600;"
        document.setDefaultStyleSheet(
            f"a {{ color: {link}; text-decoration: underline; }} strong {{ {strong} }} "
            f"th, td {{ padding-right: {theme.px(S6)}px; }}"
        )
        document.setHtml(self._prose.html)
        cursor = QTextCursor(document)
        self._starts = []
        block = document.begin()
        while block.isValid():
            self._space(cursor, block)
            if block.text().strip():
                self._starts.append(block.position())
            block = block.next()
        self._underline(cursor)
        return document

    def _space(self, cursor: QTextCursor, block: QTextBlock) -> None:
        form = QTextBlockFormat(block.blockFormat())
        form.setLineHeight(theme.line(self._role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        form.setTopMargin(0)
        last = not block.next().isValid()
        form.setBottomMargin(0 if last else theme.px(AFTER_PARAGRAPH))
        cursor.setPosition(block.position())
        cursor.setBlockFormat(form)

    def _underline(self, cursor: QTextCursor) -> None:
        """Dots under the words that can be explained; to Tab and Enter they are links."""
        form = QTextCharFormat()
        form.setAnchor(True)
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        form.setUnderlineColor(theme.color("primaryText"))
        for use in self._uses:
            form.setAnchorHref(f"word:{use.word}")
            cursor.setPosition(self.position((use.block, use.start)))
            cursor.setPosition(self.position((use.block, use.end)), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(form)

    def set_looks(self, looks: Sequence[Look]) -> None:
        """Set off these stretches; those of other texts are passed over."""
        self._looks = tuple(looks)
        shown = []
        for look in looks:
            if not self.holds(look.part.block):
                continue
            extra = QTextEdit.ExtraSelection()
            extra.format = self._format(look.tone)
            extra.cursor = self.cursor_over(look.part)
            shown.append(extra)
        if shown or self.extraSelections():
            self.setExtraSelections(shown)

    def _format(self, tone: str) -> QTextCharFormat:
        fills = {"highlight": "amberSoft", "note": "amberSoft", "found": "selection", "here": "primary"}
        form = QTextCharFormat()
        form.setBackground(theme.color(fills[tone]))
        if tone == "here":
            form.setForeground(theme.color("onPrimary"))
        if tone in ("highlight", "note"):
            styles = QTextCharFormat.UnderlineStyle
            form.setUnderlineStyle(styles.SingleUnderline if tone == "highlight" else styles.DashUnderline)
            form.setUnderlineColor(theme.color("amber"))
        return form

    # places

    @property
    def blocks(self) -> tuple[str, ...]:
        """The plain words of its blocks."""
        return self._prose.blocks

    def holds(self, block: int) -> bool:
        """Whether block number `block` of the article stands here."""
        return self.first <= block < self.first + len(self._starts)

    def position(self, place: Place) -> int:
        """Where `place` is in the document."""
        return self._starts[place[0] - self.first] + place[1]

    def place(self, position: int) -> Place:
        """The block and letter at `position` of the document."""
        number = max((n for n, start in enumerate(self._starts) if start <= position), default=0)
        letters = len(self._prose.blocks[number])
        return self.first + number, max(0, min(position - self._starts[number], letters))

    def cursor_over(self, part: TextPart) -> QTextCursor:
        """A cursor that selects `part`."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.position((part.block, part.start)))
        cursor.setPosition(self.position((part.block, part.end)), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def top_of(self, place: Place) -> int:
        """How far the line of `place` begins below the top of this text, px."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.position(place))
        return self.cursorRect(cursor).top()

    def place_at(self, y: int) -> Place:
        """The block and letter that begin the line `y` px below the top of this text."""
        return self.place(self.cursorForPosition(QPoint(0, y)).position())

    def selection(self) -> tuple[Place, Place] | None:
        """The first and the last place of what is selected, None when nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self.place(cursor.selectionStart()), self.place(cursor.selectionEnd())

    def caret(self) -> Place:
        """Where the caret stands."""
        return self.place(self.textCursor().position())

    def set_caret(self, place: Place) -> None:
        """Let the caret stand at `place`, nothing selected."""
        cursor = self.textCursor()
        cursor.setPosition(self.position(place))
        self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    # size

    def hasHeightForWidth(self) -> bool:
        """A narrower text is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px that all lines need in `width` px."""
        if width not in self._heights:
            document, shown = self.document(), self.viewport().width()
            if document.textWidth() != width:
                document.setTextWidth(max(1, width))
            self._heights[width] = round(document.size().height())
            if self.isVisible() and width != shown:
                document.setTextWidth(shown)  # only asked for: what is seen keeps its lines
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As high as its lines at the present width."""
        return QSize(theme.px(610), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """A few words wide; as high as its lines."""
        return QSize(theme.px(160), theme.line(self._role))

    def showEvent(self, event: QShowEvent) -> None:
        """The lines are as long as the text is wide, whatever was asked for before."""
        super().showEvent(event)
        if self.document().textWidth() != self.viewport().width():
            self.document().setTextWidth(self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower text is a higher one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self.placed.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        """What is above it got higher, or lower."""
        super().moveEvent(event)
        self.placed.emit()

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the caret and leave at the ends, H highlights, N notes, Enter follows a link."""
        key, bare = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.NoModifier
        marks = pressed(event, "highlight")
        home = key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not bare
        if key in PAGE_KEYS or home:
            event.ignore()
            return
        self.setCursorWidth(CARET)
        if marks or pressed(event, "remark"):
            (self.mark if marks else self.note).emit()
            return
        cursor = self.textCursor()
        if key in ENTER and not cursor.hasSelection():
            self._enter(cursor)
            return
        super().keyPressEvent(event)
        if self.textCursor().position() != cursor.position():
            self.moved.emit()
        elif key in LINE_STEPS and bare:
            self.past.emit(LINE_STEPS[key])

    def _enter(self, cursor: QTextCursor) -> None:
        """Follow the link in which the caret stands."""
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        address = cursor.charFormat().property(QTextFormat.Property.AnchorHref.value)
        if address:
            self._asked(QUrl(str(address)))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from link to link; each is brought into sight."""
        before = self.textCursor()
        moved = super().focusNextPrevChild(forward)
        after = self.textCursor()
        same = (before.anchor(), before.position()) == (after.anchor(), after.position())
        if moved and same and self.hasFocus():  # Qt stays at the first link for ever
            self.clear_selection()
            return QWidget.focusNextPrevChild(self, forward)
        if moved and self.hasFocus():
            self.moved.emit()
        return moved

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keys gets a caret."""
        self.setCursorWidth(0 if event.reason() == Qt.FocusReason.MouseFocusReason else CARET)
        super().focusInEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Words were selected, or a highlight was touched."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.selected.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu is asked for, at the mouse or, by keys, at the caret."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        corner = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        self.menu.emit(event.globalPos() if by_mouse else corner)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the text."""
        event.ignore()

    def loadResource(self, _kind: int, _name: QUrl | str) -> QByteArray:
        """Nothing is ever fetched: no file, no address."""
        return QByteArray()

    def _asked(self, url: QUrl) -> None:
        if url.scheme() in ("article", "exercise"):
            self.link.emit(url.scheme(), url.path())
        elif url.scheme() == "word":
            self.word.emit(url.path())

    def box_of(self, part: TextPart) -> QRectF:
        """The rectangle from the first to the last letter of `part`, in this text."""
        cursor = self.cursor_over(part)
        begin = QTextCursor(self.document())
        begin.setPosition(cursor.selectionStart())
        end = QTextCursor(self.document())
        end.setPosition(cursor.selectionEnd())
        return QRectF(self.cursorRect(begin).united(self.cursorRect(end)))
