""" "Save or copy": one small menu for the picture and the numbers of a chart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF, QSize, QStandardPaths, Qt
from PySide6.QtGui import QAction, QImage, QPainter, QRegion
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from rewire_app.errors import FileNotSavedError
from rewire_app.i18n import _
from rewire_app.reports.tables import as_csv, file_name, write_file
from rewire_app.ui.base.copying import copy_private, copy_private_picture
from rewire_app.ui.base.page import Page, page_of
from rewire_app.ui.widgets.menu_look import dress
from rewire_app.ui.widgets.theme import S3, S5, theme
from rewire_app.ui.widgets.unfold import LinkButton

if TYPE_CHECKING:
    from rewire_app.charts.spec import Table


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


class Saving:
    """What can be saved and copied of the chart called `title`, asked for by `owner`, a widget of its page.

    `chart` gives its picture, or None where there is only a table; `table` gives its numbers.
    """

    def __init__(
        self,
        owner: QWidget,
        title: str,
        chart: Callable[[], QWidget | None],
        table: Callable[[], Table | None],
    ) -> None:
        self._owner, self._title, self._chart, self._table = owner, title, chart, table

    def put_into(self, menu: QMenu) -> None:
        """Offer in `menu` what can be done now."""
        chart, table = self._chart(), self._table()
        if chart is not None:
            _put(menu, _("Save as picture (PNG)"), lambda: self._save("png", as_png(chart, self._title)))
            _put(menu, _("Save as drawing (SVG)"), lambda: self._save("svg", as_svg(chart, self._title)))
            _put(menu, _("Copy as picture"), lambda: self._copy_picture(chart))
        if chart is not None and table is not None:
            menu.addSeparator()
        if table is not None:
            _put(
                menu,
                _("Save as table (CSV)"),
                lambda: self._save("csv", as_csv(table.headings, table.rows)),
            )
            _put(menu, _("Copy as text"), lambda: self._copy_text(table))

    def _copy_picture(self, chart: QWidget) -> None:
        self._say(copy_private_picture(as_image(chart, self._title)))

    def _copy_text(self, table: Table) -> None:
        self._say(copy_private(table.as_text()))

    def _say(self, sentence: str) -> None:
        page_of(self._owner).context.hub.said.emit(sentence)

    def _save(self, ending: str, content: bytes) -> None:
        """Ask where to, in the folder of the last time, and write it there."""
        page = page_of(self._owner)
        kind = {
            "png": _("Picture (*.png)"),
            "svg": _("Drawing (*.svg)"),
            "csv": _("Table (*.csv)"),
        }[ending]
        name = file_name(self._title, page.context.today, ending)
        save_somewhere(page, _("Save or copy"), kind, name, content)


class SaveButton(LinkButton):
    """Opens the menu for the chart called `title`; `chart` and `table` as in `Saving`."""

    def __init__(
        self,
        title: str,
        chart: Callable[[], QWidget | None],
        table: Callable[[], Table | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Save or copy"), parent, icon="download")
        self._title = title
        self._saving = Saving(self, title, chart, table)
        self.setAccessibleDescription(title)
        self.clicked.connect(lambda: open_below(self, self.menu_now()))

    def menu_now(self) -> QMenu:
        """The menu with what can be done now."""
        menu = dress(QMenu(self))
        menu.setAccessibleName(f"{self.label}, {self._title}")
        self._saving.put_into(menu)
        return menu


def open_below(button: QWidget, menu: QMenu) -> None:
    """Show `menu` below the button that was pressed, and let it go when it closes."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))


def save_somewhere(page: Page, title: str, kind: str, name: str, content: bytes) -> None:
    """Ask where to keep the file `name`, in the folder of the last time, and write `content` there."""
    dialog = QFileDialog(page.window(), title, str(_folder(page.context.settings.folder)), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix[1:])
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda chosen: write_chosen(page, Path(chosen), content))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def write_chosen(page: Page, path: Path, content: bytes) -> bool:
    """Write the file someone chose and remember its folder; says why if it cannot be written."""
    try:
        write_file(path, content)
    except FileNotSavedError as error:
        page.context.hub.failed.emit(str(error))
        return False
    if str(path.parent) != page.context.settings.folder:
        page.context.preferences.put(folder=str(path.parent))
    return True


def _put(menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(lambda _checked: act())
    return action


def _folder(kept: str) -> Path:
    """The folder of the last time while it is there, else the documents of the person."""
    if kept and Path(kept).is_dir():
        return Path(kept)
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
