"""Nothing is raised into Qt while it paints or hands an event round: there an exception can end the program.

What cannot paint itself is a quiet box instead. `install` comes before the first widget of Rewire is defined;
every class that is defined after it is guarded.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QWidget

Met = Callable[[str, Exception], None]


class _Ears:
    """Who hears of a fault: the name of the class that met it, and the fault."""

    met: Met = staticmethod(lambda _name, _error: None)


def install(met: Met) -> None:
    """Guard all that is defined from now on; `met` hears of each fault, also of one that comes again."""
    _Ears.met = staticmethod(met)
    QObject.__init_subclass__ = classmethod(_guard_object)  # type: ignore[arg-type,assignment]
    QGraphicsItem.__init_subclass__ = classmethod(_guard_item)  # type: ignore[arg-type,assignment]


def _guard_object(cls: type[QObject], **given: Any) -> None:
    super(QObject, cls).__init_subclass__(**given)
    own = cls.__dict__
    if "paintEvent" in own:
        cls.paintEvent = _guarded(own["paintEvent"], lambda widget, *_given: _draw_box(widget))  # type: ignore[attr-defined]
    if "paint" in own and hasattr(cls, "createEditor"):  # rows of a list
        cls.paint = _guarded(own["paint"], lambda _rows, painter, option, _index: _fill(painter, option.rect))  # type: ignore[attr-defined]
    if "eventFilter" in own:
        cls.eventFilter = _guarded(own["eventFilter"], lambda *_given: False)  # type: ignore[method-assign]


def _guard_item(cls: type[QGraphicsItem], **given: Any) -> None:
    super(QGraphicsItem, cls).__init_subclass__(**given)
    if "paint" in cls.__dict__:
        cls.paint = _guarded(cls.__dict__["paint"], lambda *_given: None)  # type: ignore[method-assign]


def _guarded(act: Callable[..., Any], instead: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(act)
    def guarded(self: Any, *given: Any) -> Any:
        try:
            return act(self, *given)
        except Exception as error:
            _Ears.met(type(self).__name__, error)
            error.__traceback__ = None  # its frames hold the painter, which has to end before another begins
        return instead(self, *given)

    return guarded


def _draw_box(widget: QWidget) -> None:
    painter = QPainter(widget)
    try:
        _fill(painter, widget.rect())
    finally:
        painter.end()


def _fill(painter: QPainter, rect: QRect) -> None:
    """The fallback picture: a box in the colour of what lies lower, with a hairline."""
    from rewire_app.ui.widgets.theme import theme

    with suppress(Exception):  # the theme itself may be at fault; then there is no picture
        painter.fillRect(rect, theme.color("sunken"))
        painter.setPen(theme.color("line"))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
