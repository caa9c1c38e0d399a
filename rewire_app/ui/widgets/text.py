"""Words on a page: labels with the design's line heights, one class a role."""

from __future__ import annotations

import re
from typing import ClassVar

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from rewire_app.ui.widgets.room import NEAR
from rewire_app.ui.widgets.theme import theme

PREFERRED_WIDTH = 620
WHOLE = 20
"""So many letters of a word stand on one line in any case; a longer one may break where the room ends."""
LONG = 500
"""A paragraph of so many letters keeps its shaped glyphs, which take longer than its lines."""
UNBROKEN, MOST_LINES = 2_000, 2_000
"""So many letters of a word without an end, and so many paragraphs, are laid out; nobody reads on."""
_ENDLESS = re.compile(rf"([^\s\u2e80-\uffff]{{{UNBROKEN}}})[^\s\u2e80-\uffff]+")
"""A word in a script that has spaces between words."""


def readable(text: str) -> str:
    """What of `text` is laid out: all but the rest of a word without an end, and of lines without an end."""
    if len(text) <= UNBROKEN:
        return text
    kept = _ENDLESS.sub(r"\1…", text).split("\n", MOST_LINES)
    return "\n".join([*kept[:MOST_LINES], "…"] if len(kept) > MOST_LINES else kept)


class Text(QLabel):
    """Plain, wrapping text in a font role and a colour role.

    `lead` is a part at the beginning that is set in bold ink ("Likely" of "Likely (level 3 of 4)").
    """

    role: ClassVar[str] = "body"
    ink: ClassVar[str] = "ink"

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: str = "",
        ink: str = "",
        lead: str = "",
        wrap: bool = True,
    ) -> None:
        super().__init__(parent)
        self._role = role or type(self).role
        self._ink = ink or type(self).ink
        self._lead = lead
        self._laid: tuple[tuple[object, ...], list[QTextLayout], float, int] | None = None
        self._shaped: tuple[tuple[object, ...], list[QTextLayout]] | None = None
        self._heights: dict[tuple[str, str, int], int] = {}
        self._hint: tuple[tuple[str, str, bool], QSize] | None = None
        self._marked = (0, 0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.setWordWrap(wrap)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed if not wrap else QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)
        self.restyle()

    def restyle(self) -> None:
        """Take over new fonts and colours."""
        self.forget()
        self.setFont(theme.font(self._role))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), theme.color(self._ink))
        self.setPalette(palette)
        self.updateGeometry()
        self.update()

    def forget(self) -> None:
        """Keep no words in what was laid out."""
        self._laid = self._shaped = self._hint = None
        self._heights = {}

    def set_ink(self, ink: str) -> None:
        """Use another colour role."""
        self._ink = ink
        self.restyle()

    def set_role(self, role: str) -> None:
        """Use another font role."""
        self._role = role
        self.restyle()

    def set_lead(self, lead: str) -> None:
        """Set the beginning `lead` of the text in bold."""
        self._lead = lead
        self._laid = self._shaped = None
        self.updateGeometry()
        self.update()

    def mark(self, start: int = 0, length: int = 0) -> None:
        """Set off `length` letters from `start` on, as what is read aloud is; none of them by itself."""
        self._marked = (start, length)
        self.update()

    @property
    def marked(self) -> str:
        """The words that are set off."""
        start, length = self._marked
        return self.text()[start : start + length]

    def let_select(self) -> None:
        """Let the mouse select it, unless a word may have to break: what is selected Qt draws, whole."""
        if all(len(word) <= WHOLE for word in self.text().split()):
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _lines(self, width: float) -> tuple[list[QTextLayout], float, int]:
        """The laid-out paragraphs, the widest line in px and the number of lines."""
        key = (self.text(), round(width), self._role, self._lead, theme.scale, theme.plain_font)
        if self._laid is not None and self._laid[0] == key:
            return self._laid[1], self._laid[2], self._laid[3]
        line_height, widest, count = theme.line(self._role), 0.0, 0
        layouts = self._paragraphs()
        for layout in layouts:
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, count * line_height + (line_height - line.height()) / 2))
                widest = max(widest, line.naturalTextWidth())
                count += 1
            layout.endLayout()
        self._laid = (key, layouts, widest, count)
        return layouts, widest, count

    def _paragraphs(self) -> list[QTextLayout]:
        """The paragraphs, which another width breaks into other lines without shaping them again."""
        how = (theme.scale, theme.plain_font, self.wordWrap(), self.layoutDirection())
        key = (self.text(), self._role, self._lead, how)
        if self._shaped is not None and self._shaped[0] == key:
            return self._shaped[1]
        font, layouts = theme.font(self._role), list[QTextLayout]()
        option = QTextOption()
        option.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
            if self.wordWrap()
            else QTextOption.WrapMode.ManualWrap
        )
        option.setTextDirection(self.layoutDirection())
        for paragraph in readable(self.text()).split("\n"):
            layout = QTextLayout(paragraph, font)
            layout.setTextOption(option)
            layout.setCacheEnabled(len(paragraph) > LONG)
            if looks := self._looks(paragraph, first=not layouts):
                layout.setFormats(looks)
            layouts.append(layout)
        self._shaped = (key, layouts)
        return layouts

    def _looks(self, paragraph: str, *, first: bool) -> list[QTextLayout.FormatRange]:
        """The parts of a paragraph that look otherwise; `first`: it is the first one."""
        led = self._lead and first and paragraph.startswith(self._lead)
        return [self._bold(len(self._lead))] if led else []

    def _marks(self, start: int, letters: int) -> list[QTextLayout.FormatRange]:
        """What is set off of a paragraph that begins at `start` and has so many `letters`."""
        first, length = self._marked
        begin, end = max(first, start), min(first + length, start + letters)
        if begin >= end:
            return []
        from PySide6.QtGui import QTextCharFormat

        part, look = QTextLayout.FormatRange(), QTextCharFormat()
        look.setBackground(theme.color("selection"))
        look.setForeground(theme.color("ink"))
        part.start, part.length, part.format = begin - start, end - begin, look
        return [part]

    def _bold(self, length: int) -> QTextLayout.FormatRange:
        part = QTextLayout.FormatRange()
        part.start, part.length = 0, length
        from PySide6.QtGui import QTextCharFormat  # 3 ms to load, and few texts have a lead

        look = QTextCharFormat()
        look.setFontWeight(600)
        look.setForeground(theme.color("ink"))
        part.format = look
        return part

    def _edges(self) -> tuple[int, int]:
        """Room around the lines: margins, and below the last line what hangs out of its tight line height."""
        margins = self.contentsMargins()
        extra = 2 * self.margin()
        metrics = theme.metrics(self._role)
        hanging = max(0.0, (metrics.height() - theme.line(self._role)) / 2)
        return (
            margins.left() + margins.right() + extra,
            margins.top() + margins.bottom() + extra + round(hanging),
        )

    def sizeHint(self) -> QSize:
        """Its own width up to a comfortable measure, and the height that this width needs."""
        key = (self.text(), self._lead, self.wordWrap())
        if self._hint is None or self._hint[0] != key:
            self._hint = (key, self._wanted_size())
        return QSize(self._hint[1])

    def _wanted_size(self) -> QSize:
        across, down = self._edges()
        limit = theme.px(PREFERRED_WIDTH) if self.wordWrap() else 100_000
        _, widest, count = self._lines(100_000)
        width = min(int(widest) + 1, limit)
        if width < widest:
            count = self._lines(width)[2]
        return QSize(width + across, max(1, count) * theme.line(self._role) + down)

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word, or what of it stays whole; without wrapping, for everything."""
        hint = self.sizeHint()
        if not self.wordWrap():
            return hint
        metrics = theme.metrics(self._role)
        words = {word[:WHOLE] for word in self.text().split()}
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return QSize(min(hint.width(), int(longest) + 2 + self._edges()[0]), theme.line(self._role))

    def hasHeightForWidth(self) -> bool:
        """Wrapping text grows downwards when it gets narrower."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """The height in px that all lines need in `width` px; layouts ask for it many times over."""
        key = (self.text(), self._lead, width)
        if key not in self._heights:
            across, down = self._edges()
            count = self._lines(max(1, width - across))[2]
            if len(self._heights) > 20:
                self._heights.clear()
            self._heights[key] = max(1, count) * theme.line(self._role) + down
        return self._heights[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines; text that can be selected is left to Qt."""
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            super().paintEvent(event)
            return
        rect = self.contentsRect().adjusted(self.margin(), self.margin(), -self.margin(), -self.margin())
        layouts, _widest, count = self._lines(rect.width())
        painter = QPainter(self)
        painter.setPen(theme.color(self._ink if self.isEnabled() else "ink3"))
        top, left = float(rect.top()), float(rect.left())
        alignment = self.alignment()
        if alignment & Qt.AlignmentFlag.AlignVCenter:
            top += max(0, (rect.height() - count * theme.line(self._role)) / 2)
        elif alignment & Qt.AlignmentFlag.AlignBottom:
            top += max(0, rect.height() - count * theme.line(self._role))
        start = 0
        for layout in layouts:
            if alignment & (Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignRight):
                half = 1 if alignment & Qt.AlignmentFlag.AlignRight else 2
                for number in range(layout.lineCount()):
                    line = layout.lineAt(number)
                    spare = (rect.width() - line.naturalTextWidth()) / half
                    line.draw(painter, QPointF(left + spare, top))
            else:
                letters = len(layout.text())
                layout.draw(painter, QPointF(left, top), self._marks(start, letters))
                start += letters + 1
        painter.end()


class ArticleTitle(Text):
    """The title of an article."""

    role = "article_title"
    spoken, spoken_level = "Heading", 1


class Title(Text):
    """The title of a page."""

    role = "title"
    spoken, spoken_level = "Heading", 1


class ActTitle(Title):
    """A title whose line ends with what can be done: in a large window that stays near."""

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self.setMaximumWidth(theme.px(NEAR))


class QuestionText(Text):
    """The one question of a player screen."""

    role = "question"
    spoken, spoken_level = "Heading", 1


class CardTitle(Text):
    """The serif title of a card."""

    role = "card_title"
    spoken, spoken_level = "Heading", 2


class SectionTitle(Text):
    """A serif heading inside a page or an article."""

    role = "section_title"
    spoken, spoken_level = "Heading", 2


class Heading(Text):
    """The heading of a section."""

    role = "heading"
    spoken, spoken_level = "Heading", 2


class Lead(Text):
    """The sentence under a title."""

    role = "lead"
    ink = "ink2"


class Body(Text):
    """Running text of the interface."""


class Strong(Text):
    """Text that names a row or a fact."""

    role = "strong"


class Second(Text):
    """Text that adds to a row or a fact."""

    role = "second"
    ink = "ink2"


class BesideTitle(Second):
    """Quiet words in the line of a page's title, at its bottom: both stand on one baseline."""

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self.setContentsMargins(0, 0, 0, round(_under_baseline(Title.role) - _under_baseline(self.role)))


def _under_baseline(role: str) -> float:
    """The px from the baseline of a last line to the bottom of its text."""
    metrics, line = theme.metrics(role), theme.line(role)
    hanging = max(0.0, (metrics.height() - line) / 2)
    return line + round(hanging) - (line - metrics.height()) / 2 - metrics.ascent()


class Small(Text):
    """Notes under things."""

    role = "small"
    ink = "ink2"


class Voice(Text):
    """The person's own words and what the notes suggest, in the reading font."""

    role = "voice"


class PlanSentence(Text):
    """A plan in one sentence."""

    role = "plan"


class Stat(Text):
    """A number with its unit."""

    role = "stat"
    ink = "ink"


class Number(Text):
    """A telephone number to be read across a room; it can be selected and copied."""

    role = "number"

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, wrap=False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
