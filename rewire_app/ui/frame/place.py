"""Where the window stands: never larger than the free part of a screen, and never where no screen is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication

SIZE = QSize(1200, 800)
"""The first size of the window, px."""
LEAST = QSize(640, 420)
"""The smallest size of the window, px, where the screen has as much."""
FRAME = QMargins(8, 40, 8, 8)
"""What a desktop draws around a window at most, px: it cannot be asked before a window is shown."""
FARTHEST = 100_000
"""Px: no screen is further away. Qt takes no number beyond 32 bits."""
MAXIMISED = "maximised"


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowPlace:
    """Where the window stood without its frame, px of the whole desktop, and whether it filled the screen."""

    rect: QRect
    maximised: bool = False

    def __str__(self) -> str:
        """As it stands in the settings."""
        rect = self.rect
        numbers = f"{rect.x()} {rect.y()} {rect.width()} {rect.height()}"
        return f"{numbers} {MAXIMISED}" if self.maximised else numbers


def read_place(text: str) -> WindowPlace | None:
    """The place that `text` tells; None where it tells none."""
    parts = text.split()
    maximised = parts[4:] == [MAXIMISED]
    if len(parts) != 4 + maximised:
        return None
    try:
        x, y, width, height = map(int, parts[:4])
    except ValueError:
        return None
    if width <= 0 or height <= 0 or max(map(abs, (x, y, width, height))) > FARTHEST:
        return None
    return WindowPlace(rect=QRect(x, y, width, height), maximised=maximised)


def free_parts() -> list[QRect]:
    """The part of each screen that windows may use, the main one first."""
    return [screen.availableGeometry() for screen in QGuiApplication.screens()]


def least_size(free: QRect, frame: QMargins = FRAME) -> QSize:
    """The smallest size of a window on a screen of which `free` can be used."""
    return LEAST.boundedTo(free.marginsRemoved(frame).size())


def fitted(wanted: QRect | None, screens: Sequence[QRect], frame: QMargins = FRAME) -> QRect:
    """Where a window belongs that was at `wanted`: as large, if the screen has room, and all of it seen.

    `screens`: the free part of each, the main one first; `frame`: what the desktop draws around the window.
    Without `wanted` it is the first size, in the middle of the main screen.
    """
    if wanted is None:
        room = screens[0].marginsRemoved(frame)
        size = SIZE.boundedTo(room.size())
        spare = room.size() - size
        return QRect(room.topLeft() + QPoint(spare.width() // 2, spare.height() // 2), size)
    room = max(screens, key=lambda free: _shared(free, wanted)).marginsRemoved(frame)
    size = wanted.size().expandedTo(LEAST).boundedTo(room.size())
    left = min(max(wanted.left(), room.left()), room.left() + room.width() - size.width())
    top = min(max(wanted.top(), room.top()), room.top() + room.height() - size.height())
    return QRect(QPoint(left, top), size)


def _shared(free: QRect, wanted: QRect) -> tuple[int, int]:
    """How much of `wanted` lies on a screen, px; where nothing does, the screen that is nearest counts."""
    both = free & wanted
    way = free.center() - wanted.center()
    return both.width() * both.height() if not both.isEmpty() else 0, -way.manhattanLength()
