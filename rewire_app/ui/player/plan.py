"""An if-then plan: its sentence, the fields that change the words, and the screen that asks for one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.domain.exercise.recall import Piece, shown
from rewire_app.domain.exercise.screens import PlanScreen
from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.i18n import _
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import NEXT, SKIP, Act, ScreenButtons, View
from rewire_app.ui.widgets.base import Painted, tell
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.fields import Field, TextArea
from rewire_app.ui.widgets.layout import put, vbox, wide
from rewire_app.ui.widgets.text import Lead, QuestionText, Second
from rewire_app.ui.widgets.theme import theme

UNDER = 4
"""How far below the base line a slot is underlined, px at 100 %."""


class SlotSentence(Painted):
    """The sentence as it would be kept; a click on it asks to change the words."""

    spoken = "StaticText"
    pressed = Signal()

    def __init__(self, pieces: Sequence[Piece]) -> None:
        super().__init__()
        self._pieces = tuple(pieces)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Your plan"))
        self._tell()

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show other words."""
        self._pieces = tuple(pieces)
        self._tell()
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        tell(self, self.text())

    def text(self) -> str:
        """The whole sentence."""
        return "".join(shown(self._pieces))

    def _spans(self) -> list[tuple[int, int]]:
        """Where the slots stand in the text: first character and the one after the last."""
        spans, at = [], 0
        for piece, words in zip(self._pieces, shown(self._pieces), strict=True):
            if piece.slot:
                spans.append((at, at + len(words)))
            at += len(words)
        return spans

    def _laid(self, width: float) -> tuple[QTextLayout, int]:
        """The sentence in lines of `width` px, and their number."""
        layout = QTextLayout(self.text(), theme.font("plan"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        layout.setTextOption(option)
        form = QTextCharFormat()
        form.setForeground(theme.color("ink"))
        height, count = theme.line("plan"), 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * height + (height - line.height()) / 2))
            count += 1
        layout.endLayout()
        return layout, count

    def hasHeightForWidth(self) -> bool:
        """Narrower means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px of all lines in `width` px, with room for the last underline."""
        return self._laid(max(1, width))[1] * theme.line("plan") + theme.px(UNDER)

    def sizeHint(self) -> QSize:
        """A comfortable measure."""
        width = theme.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.px(160), theme.line("plan"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks to change the words."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, and a line under every slot."""
        layout, _count = self._laid(self.width())
        painter = self.painter()
        painter.setPen(theme.color("ink"))
        layout.draw(painter, QPointF(0, 0))
        painter.setPen(QPen(theme.color("primary"), 2))
        for first, end in self._spans():
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                start, stop = max(first, line.textStart()), min(end, line.textStart() + line.textLength())
                if stop <= start:
                    continue
                shown = self.text()[start:stop].rstrip()
                left = float(line.cursorToX(start)[0])  # type: ignore[index]
                right = float(line.cursorToX(start + len(shown))[0])  # type: ignore[index]
                y = round(line.y() + line.ascent() + theme.px(UNDER) + 3)
                painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.end()


def words_in(piece: Piece) -> str:
    """What stands in a slot: the person's words, or those it was offered with."""
    return piece.text or piece.label


class PlanEditor(QWidget):
    """A plan to look at, and on request to change: one field for each slot, or the whole in own words.

    `changed`: the words are others now; `opened`: fields came.
    """

    changed = Signal()
    opened = Signal()

    def __init__(self, pieces: Sequence[Piece], sentence: str, *, own_words: bool) -> None:
        super().__init__()
        self._pieces = tuple(pieces)
        self._own = own_words or not any(piece.slot for piece in pieces)
        self._down = vbox(on=self, gap=theme.px(8))
        self.sentence = SlotSentence(pieces)
        self.sentence.pressed.connect(self.open)
        self._down.addWidget(self.sentence)
        self.change_button = QuietButton(_("Change the words"), icon="pencil")
        self.change_button.clicked.connect(self.open)
        self._down.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.fields: list[Field] = []
        self.own_field = TextArea(_("Your plan, in your own words"), voice=True, rows=2)
        self.own_button = QuietButton(_("Write it all in your own words"))
        self.own_button.clicked.connect(self._write_custom)
        self._make_fields()
        put(self._down, self.own_field, wide(self.own_button, 0, Qt.AlignmentFlag.AlignLeading))
        self.own_field.set_value(sentence if own_words else "")
        self.own_field.changed.connect(lambda _text: self.changed.emit())
        self._open = self._own
        self._show()
        if not self.complete:
            self.open(focus=False)

    def _make_fields(self) -> None:
        """One field for each slot, named by the words before it."""
        before, fits = "", MAX_TEXT // 2 // max(1, len(self._slots()))  # so that the sentence can be kept
        for piece in self._pieces:
            if not piece.slot:
                before = piece.text
                continue
            label = before.strip(" ,.:;") or _("In your own words")
            field = Field(label, placeholder=piece.label, limit=fits)
            field.set_value(piece.text)
            field.changed.connect(self._typed)
            self.fields.append(field)
            self._down.addWidget(field)

    def _show(self) -> None:
        self.sentence.setVisible(not self._own)
        self.change_button.setVisible(not self._open and not self._own)
        for field in self.fields:
            field.setVisible(self._open and not self._own)
        self.own_button.setVisible(self._open and not self._own)
        self.own_field.setVisible(self._own)

    def open(self, *, focus: bool = True) -> None:
        """Show the fields."""
        if self._open:
            return
        self._open = True
        for field, piece in zip(self.fields, self._slots(), strict=True):
            if not field.value():
                field.set_value(words_in(piece))
        self._show()
        self.opened.emit()
        if focus and self.fields:
            self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _write_custom(self) -> None:
        if not self.own_field.value():
            self.own_field.set_value(self.sentence.text() if self.complete else "")
        self._own = self._open = True
        self._show()
        self.opened.emit()
        self.changed.emit()
        self.own_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _slots(self) -> list[Piece]:
        return [piece for piece in self._pieces if piece.slot]

    def _typed(self, _text: str) -> None:
        texts = iter([field.value() for field in self.fields])
        self._pieces = tuple(
            Piece(text=next(texts), slot=True, label=piece.label) if piece.slot else piece
            for piece in self._pieces
        )
        self.sentence.show_pieces(self._pieces)
        self.changed.emit()

    @property
    def complete(self) -> bool:
        """Whether every slot has words in it."""
        if self._own:
            return bool(self.own_field.value())
        return all(words_in(piece) for piece in self._slots())

    def answer(self) -> str | list[str] | None:
        """The words of the slots in order, or the whole sentence; None when it has gaps."""
        if self._own:
            return self.own_field.value() or None
        return [words_in(piece) for piece in self._slots()] if self.complete else None

    def draft(self) -> str | list[str] | None:
        """What was typed so far, gaps included."""
        return self.own_field.value() or None if self._own else [piece.text for piece in self._slots()]

    def text(self) -> str:
        """The sentence as it would be kept."""
        return self.own_field.value() if self._own else self.sentence.text()

    def first(self) -> QWidget:
        """Where typing begins, or the button that opens the fields."""
        if self._own:
            return self.own_field
        empty = next((f for f, p in zip(self.fields, self._slots(), strict=True) if not words_in(p)), None)
        if self._open and self.fields:
            return empty or self.fields[0]
        return self.change_button


class PlanView(View):
    """The sentence with its slots; it is kept when the person says so, never by itself."""

    def __init__(self, screen: PlanScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        if screen.notice:
            strip = Sunken()
            strip.body.addWidget(Second(screen.notice))
            put(self.column, strip, theme.px(20))
        put(
            self.column,
            QuestionText(_("A plan for real life")),
            Lead(screen.hint or _("When it happens, what will you do?")),
            theme.px(22),
        )
        self.editor = PlanEditor(screen.pieces, screen.sentence, own_words=screen.own_words)
        self.editor.changed.connect(self._typed)
        self.editor.opened.connect(self.built)
        self.column.addWidget(self.editor)
        self.put_link()
        self.close_column()

    def _typed(self) -> None:
        self.changed.emit(self.editor.draft())
        self.bar_changed.emit()

    def settle(self) -> bool:
        """Going on keeps the sentence as it stands."""
        self.changed.emit(self.editor.answer())
        return True

    def bar(self) -> ScreenButtons:
        """Keep it once every slot has words; going on without one is always there."""
        without = Act(key=SKIP, text=_("Go on without a plan"))
        return ScreenButtons(
            main=Act(key=NEXT, text=_("Keep this plan")), ready=self.editor.complete, quiet=(without,)
        )

    def first(self) -> QWidget | None:
        """The first empty slot; the main button once the sentence is whole, so that Enter keeps it."""
        first = self.editor.first()
        return None if first is self.editor.change_button else first
