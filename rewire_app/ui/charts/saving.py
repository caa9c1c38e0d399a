""" "Save or copy": one small menu for the picture and the numbers of a chart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QStandardPaths
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from rewire_app.errors import FileNotSavedError
from rewire_app.i18n import _
from rewire_app.reports.tables import as_csv, file_name, write_file
from rewire_app.ui.base.page import Page
from rewire_app.ui.charts.pictures import as_image, as_png, as_svg
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.theme import theme
from rewire_app.ui.widgets.unfold import LinkButton

if TYPE_CHECKING:
    from rewire_app.charts.spec import Table


class SaveButton(LinkButton):
    """Opens the menu for the chart called `title`.

    `chart` gives its picture, or None where there is only a table; `table` gives its numbers.
    """

    def __init__(
        self,
        title: str,
        chart: Callable[[], QWidget | None],
        table: Callable[[], Table | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Save or copy"), parent, icon="download")
        self._title, self._chart, self._table = title, chart, table
        self.setAccessibleDescription(title)
        self.clicked.connect(self._open)

    def menu_now(self) -> QMenu:
        """The menu with what can be done now."""
        menu = QMenu(self)
        menu.setFont(theme.font("body"))
        menu.setAccessibleName(f"{self.label}, {self._title}")
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
        return menu

    def _open(self) -> None:
        menu = self.menu_now()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _copy_picture(self, chart: QWidget) -> None:
        QGuiApplication.clipboard().setImage(as_image(chart, self._title))
        announce(self, _("Copied as a picture."))

    def _copy_text(self, table: Table) -> None:
        QGuiApplication.clipboard().setText(table.as_text())
        announce(self, _("Copied as text."))

    def _save(self, ending: str, content: bytes) -> None:
        """Ask where to, in the folder of the last time, and write it there."""
        page = _page_of(self)
        folder = _folder(page.context.settings.folder)
        kind = {
            "png": _("Picture (*.png)"),
            "svg": _("Drawing (*.svg)"),
            "csv": _("Table (*.csv)"),
        }[ending]
        dialog = QFileDialog(self.window(), _("Save or copy"), str(folder), kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(file_name(self._title, page.context.today, ending))
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


def _page_of(widget: QWidget) -> Page:
    above: QWidget | None = widget
    while above is not None and not isinstance(above, Page):
        above = above.parentWidget()
    assert above is not None, "a chart stands on a page"
    return above


def _folder(kept: str) -> Path:
    """The folder of the last time while it is there, else the documents of the person."""
    if kept and Path(kept).is_dir():
        return Path(kept)
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
