"""Where the layout of the window changes, in px of text: what it would measure if text stood at 100 %.

So larger text is like a smaller window. `scale` is the text size in per cent. Knows no Qt: the window asks
before it has any.
"""

from __future__ import annotations

from enum import Enum, auto

SMALL_WIDE, SMALL_HIGH = 640, 480
"""A window no wider, or no higher, has a bar at the top and no rail."""
WORDS_FROM = 1_000
"""From this width on the rail has its words beside its icons."""
NARROW_PAGE = 900
"""Below this width a page has narrower margins."""
COLUMN = 1_360
"""The widest column of a page; it stands in the middle of wider ones."""
NEAR = 820
"""Words and what can be done with them at the end of their line stand no further apart."""
HEADED = 1_160
"""The widest column of a page whose title has a button at the end of its line."""
HIGH_PAGE = 900
"""Up to this height a page begins at its own margin; higher ones leave room above."""
ABOVE, MOST_ABOVE = 0.14, 200
"""The part of a high page that stays free above, and the most px of it."""
RAIL, RAIL_MINI, BAR = 212, 84, 56
"""Px across the rail in its two forms, and the height of the bar that stands for it."""


class RailForm(Enum):
    """With words beside the icons, with words below them, or the list of a small window, over the page."""

    WIDE = auto()
    MINI = auto()
    LIST = auto()


def rail_form(width: int, height: int, scale: int) -> RailForm:
    """The form of the rail in a window of `width` by `height` px."""
    wide, high = width * 100 / scale, height * 100 / scale
    if wide <= SMALL_WIDE or high <= SMALL_HIGH:
        return RailForm.LIST
    return RailForm.WIDE if wide >= WORDS_FROM else RailForm.MINI


def beside_column(width: int, side: int, scale: int) -> int:
    """The px at either side of a column in `width` px: `side`, or more where it is as wide as it may be."""
    return max(side, (width - COLUMN * scale // 100) // 2)


def above_column(height: int, top: int, scale: int) -> int:
    """The px above a column in `height` px: `top`, or more where the page is high.

    It grows no faster than the page, so that nothing jumps while a window is drawn larger.
    """
    spare = top + max(0, height - HIGH_PAGE * scale // 100)
    return max(top, min(spare, round(height * ABOVE), MOST_ABOVE * scale // 100))
