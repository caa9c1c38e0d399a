"""Looks whether a window fits: every painted word whole, none over another, all of it within reach.

Each widget is asked to paint itself as SVG, which names every piece of text with its place and font: so words
in labels, buttons and pictures are found alike, and as they are painted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import combinations

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QRegion, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QWidget

from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.theme import DISPLAY, theme

PIECE = re.compile(r"<g [^>]*?transform=\"matrix\(([^)]*)\)\"|<text ([^>]*)>([^<]*)</text>", re.DOTALL)
NAMED = re.compile(r"([a-z-]+)=\"([^\"]*)\"")
CAP, TAIL = 0.7, 0.2
"""How far a line of text reaches above and below its baseline, of its size."""
SLACK = 1.5
"""Px that a word may stick out: the edge of a letter."""
LEAST_PANE = 96
"""Px of text that have to be left of a page between what stands still above and below it."""
OVER = 2.0
"""Px by which words may touch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """A piece of text as `widget` paints it, and its place there, px."""

    text: str
    rect: QRectF
    widget: QWidget


@lru_cache(maxsize=512)
def _metrics(family: str, size: float, weight: int) -> QFontMetricsF:
    font = QFont(family)
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # as the theme does
    if family == DISPLAY and not theme.plain_font:  # SVG does not tell how tight letters stand
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 99)
    return QFontMetricsF(font)


def _way(told: str) -> QTransform:
    a, b, c, d, x, y = map(float, told.split(","))
    return QTransform(a, b, c, d, x, y)


def painted(widget: QWidget) -> Iterator[Painted]:
    """The pieces of text that `widget` itself paints, without those of its children."""
    told = QBuffer()
    told.open(QIODevice.OpenModeFlag.WriteOnly)
    svg = QSvgGenerator()
    svg.setOutputDevice(told)
    svg.setResolution(96)
    svg.setSize(widget.size())
    QWidget.render(widget, svg, QPoint(), QRegion(), QWidget.RenderFlag(0))
    way = QTransform()
    for found in PIECE.finditer(bytes(told.data()).decode()):
        if found[1] is not None:
            way = _way(found[1])
            continue
        named, text = dict(NAMED.findall(found[2])), unescape(found[3]).strip()
        size = float(named["font-size"])
        wide = _metrics(named["font-family"], size, int(named["font-weight"])).horizontalAdvance(text)
        rect = QRectF(float(named["x"]), float(named["y"]) - CAP * size, wide, (CAP + TAIL) * size)
        if text:
            yield Painted(text=text, rect=way.mapRect(rect), widget=widget)


def _scrolled_by(widget: QWidget) -> QAbstractScrollArea | None:
    """The scroll area of which `widget` is the pane."""
    around = widget.parentWidget()
    is_pane = isinstance(around, QAbstractScrollArea) and around.viewport() is widget
    return around if is_pane and isinstance(around, QAbstractScrollArea) else None


def _sticks_out(rect: QRectF, room: QRect, *, across_only: bool) -> bool:
    wide = QRectF(room).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    across = wide.left() <= rect.left() and rect.right() <= wide.right()
    return not (across and (across_only or (wide.top() <= rect.top() and rect.bottom() <= wide.bottom())))


def out_of_reach(widget: QWidget, rect: QRectF, window: QWidget) -> str:
    """What cuts `rect` of `widget` off, so that no scrolling up and down brings it into sight; "" nothing."""
    here = widget
    while True:
        area = _scrolled_by(here)
        if area is not None and area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            rect = QRectF(here.rect())  # it scrolls both ways, as a table does
        elif _sticks_out(rect, here.rect(), across_only=area is not None):
            return type(here).__name__
        elif area is not None:
            rect = QRectF(here.rect())
        around = here.parentWidget()
        if here is window or around is None:
            return ""
        rect, here = rect.translated(here.pos()), around


def _pane(widget: QWidget, window: QWidget) -> QWidget:
    """The nearest pane that scrolls `widget`; what lies in different ones never meets."""
    here = widget
    while here is not window and _scrolled_by(here) is None:
        around = here.parentWidget()
        if around is None:
            break
        here = around
    return here


def _told(piece: Painted) -> str:
    return f"{type(piece.widget).__name__} {piece.text[:40]!r}"


def _in_window(piece: Painted, window: QWidget) -> QRectF:
    return piece.rect.translated(QPoint(piece.widget.mapTo(window, QPoint(0, 0))))


def _overlaps(pieces: list[Painted], window: QWidget) -> Iterator[str]:
    panes: dict[QWidget, list[tuple[QRectF, Painted]]] = {}
    for piece in pieces:
        panes.setdefault(_pane(piece.widget, window), []).append((_in_window(piece, window), piece))
    for held in panes.values():
        for (one, first), (other, second) in combinations(held, 2):
            both = one & other
            if both.width() > OVER and both.height() > OVER:
                yield f"{_told(first)} lies over {_told(second)}"


def faults(window: QWidget) -> list[str]:
    """What does not fit in `window`, as sentences; none when all does."""
    found: list[str] = []
    pieces: list[Painted] = []
    for widget in [window, *window.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        if not isinstance(widget, QLineEdit):  # what is typed scrolls
            shown = list(painted(widget))
            pieces.extend(shown)
            found.extend(filter(None, (_fault(piece, window) for piece in shown)))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and (
            by := out_of_reach(widget, _heart(widget), window)
        ):
            found.append(f"{type(widget).__name__} {widget.accessibleName()!r} is cut off by {by}")
        if isinstance(widget, PageScroll) and widget.viewport().height() < theme.px(LEAST_PANE):
            found.append(f"{widget.viewport().height()} px are left for what scrolls")
    found.extend(_overlaps(pieces, window))
    return list(dict.fromkeys(found))


def _fault(piece: Painted, window: QWidget) -> str:
    """What is wrong with a piece of text, by itself."""
    scrolls = _scrolled_by(piece.widget) is not None
    if _sticks_out(piece.rect, piece.widget.rect(), across_only=scrolls):
        return f"{_told(piece)} is cut: {_shortage(piece)}"
    if not scrolls and (by := out_of_reach(piece.widget, piece.rect, window)):
        return f"{_told(piece)} is cut off by {by}"
    return f"{_told(piece)} is shortened, and nothing says the rest" if _shortened(piece) else ""


def _shortened(piece: Painted) -> bool:
    """Whether words end in an ellipsis that is not theirs, and no screen reader is told their whole."""
    widget, begin = piece.widget, piece.text.removesuffix("…")
    if begin == piece.text:
        return False
    told = [widget.accessibleName(), widget.accessibleDescription()]
    known = ("text", "currentText", "placeholderText")  # the chosen entry of a list is its value
    told += [str(getattr(widget, name)()) for name in known if hasattr(widget, name)]
    return not any(begin in said for said in told)


def _heart(widget: QWidget) -> QRectF:
    """The middle of a control: quiet ones reach past the sides of their line with what is empty of them."""
    rect = QRectF(widget.rect())
    return rect.adjusted(rect.width() / 4, 2, -rect.width() / 4, -2)


def _shortage(piece: Painted) -> str:
    room, rect = piece.widget.rect(), piece.rect
    wide = max(-rect.left(), rect.right() - room.width(), 0.0)
    high = max(-rect.top(), rect.bottom() - room.height(), 0.0)
    return f"{wide:.0f} px across, {high:.0f} px down"
