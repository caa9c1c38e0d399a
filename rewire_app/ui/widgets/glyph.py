"""Icons and exercise glyphs: bundled SVG files drawn in a colour role, kept once painted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt, qWarning
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.domain.custom import OWN_GLYPH
from rewire_app.paths import picture, resources
from rewire_app.ui.widgets.base import Painted, fixed_size
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


@lru_cache(maxsize=128)
def _source(folder: str, name: str) -> str:
    """The bundled drawing `name`; a plain one for a glyph that is not bundled, nothing for an icon."""
    shelf = resources() / folder
    try:
        return (picture(name, shelf) or shelf / f"{OWN_GLYPH}.svg").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


@lru_cache(maxsize=256)
def _pixmap(folder: str, name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """It is made while a widget paints itself, where an exception ends the program: it never raises."""
    text = _source(folder, name).replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(text.encode()))
    if not renderer.isValid():
        qWarning(f"{folder}/{name}.svg is not a drawing that can be shown")
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    side = max(1, round(size * ratio))
    image = QPixmap(side, side)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def _ratio() -> float:
    app = QApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QApplication) else 1.0


def pixmap(
    name: str, role: str = "ink2", size: int = 24, ratio: float = 0, *, folder: str = "icons"
) -> QPixmap:
    """The icon `name` in colour role `role`, `size` logical px wide."""
    return _pixmap(folder, name, theme.color(role).name(QColor.NameFormat.HexRgb), size, ratio or _ratio())


def icon(name: str, role: str = "ink2", size: int = 24) -> QIcon:
    """The icon `name` for Qt's own widgets and menus; greyed when not available."""
    from PySide6.QtGui import QIcon  # it knows the names of 150 icons of a desktop: not for the start

    made = QIcon(pixmap(name, role, size))
    made.addPixmap(pixmap(name, "ink3", size), QIcon.Mode.Disabled)
    return made


def draw_icon(
    painter: QPainter, at: tuple[float, float], name: str, role: str, size: int, *, folder: str = "icons"
) -> None:
    """Paint the icon `name`, `size` px wide, with its top left corner at `at`."""
    ratio = painter.device().devicePixelRatioF() if painter.device() else 0
    painter.drawPixmap(
        QRect(round(at[0]), round(at[1]), size, size), pixmap(name, role, size, ratio, folder=folder)
    )


class Glyph(Painted):
    """The drawing of an exercise (or, with `folder="icons"`, an icon) at `size` px of the design.

    It is decoration beside words that say the same, so screen readers pass it by.
    """

    def __init__(
        self,
        name: str,
        size: int = 48,
        *,
        role: str = "primary",
        folder: str = "glyphs",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._size, self._role, self._folder = name, size, role, folder
        fixed_size(self)

    def set_role(self, role: str) -> None:
        """Use another colour role."""
        self._role = role
        self.update()

    def set_name(self, name: str) -> None:
        """Show another drawing."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = theme.px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing in the middle."""
        side = theme.px(self._size)
        painter = self.painter()
        at = ((self.width() - side) / 2, (self.height() - side) / 2)
        draw_icon(painter, at, self._name, self._role, side, folder=self._folder)
        painter.end()
