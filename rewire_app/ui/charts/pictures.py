"""A chart as a picture by itself: its title above it, on the ground of the theme, as pixels or as shapes."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from rewire_app.ui.widgets.theme import S3, S5, theme

SHARP = 2
"""Pixels of the picture for each px on screen: sharp on paper and on fine screens."""
DPI = 96
PER_METRE = round(DPI * SHARP / 0.0254)


def as_image(chart: QWidget, title: str) -> QImage:
    """The chart as pixels, twice as fine as a plain screen."""
    size = _size(chart)
    image = QImage(size * SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARP)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint(painter, chart, title, size)
    painter.end()
    image.setDotsPerMeterX(PER_METRE)
    image.setDotsPerMeterY(PER_METRE)
    return image


def as_png(chart: QWidget, title: str) -> bytes:
    """The chart as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    as_image(chart, title).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def as_svg(chart: QWidget, title: str) -> bytes:
    """The chart as an SVG file: shapes and text, with its words for those who do not see it."""
    from PySide6.QtSvg import QSvgGenerator  # loaded when someone asks

    size = _size(chart)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setResolution(DPI)
    drawing.setSize(size)
    drawing.setViewBox(QRectF(0, 0, size.width(), size.height()))
    drawing.setTitle(title)
    drawing.setDescription(chart.accessibleDescription())
    painter = QPainter(drawing)
    _paint(painter, chart, title, size)
    painter.end()
    return bytes(buffer.data().data())


def _head() -> int:
    return theme.line("heading") + theme.px(S3)


def _size(chart: QWidget) -> QSize:
    pad = 2 * theme.px(S5)
    return QSize(chart.width() + pad, chart.height() + pad + _head() + _key_height(chart))


def _key_height(chart: QWidget) -> int:
    """Room for the key that a chart has beside it (its `key`), 0 without one."""
    key: QWidget | None = getattr(chart, "key", None)
    return 0 if key is None else key.height() + theme.px(S3)


def _paint(painter: QPainter, chart: QWidget, title: str, size: QSize) -> None:
    pad = theme.px(S5)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme.color("surface"))
    painter.setFont(theme.font("heading"))
    painter.setPen(theme.color("ink"))
    room = QRectF(pad, pad, chart.width(), theme.line("heading"))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), title)
    painter.translate(pad, pad + _head())
    key: QWidget | None = getattr(chart, "key", None)
    if key is not None:
        key.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.translate(0, _key_height(chart))
    paint_on = getattr(chart, "paint_on", None)
    if paint_on is not None:
        paint_on(painter)
    else:
        chart.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
