"""The pages and the way to them: a rail beside them, or in a small window a bar above with a list to open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from rewire_app.ui.frame.routes import page_name, rail_items
from rewire_app.ui.widgets.layout import hbox, vbox, wide
from rewire_app.ui.widgets.menu_bar import MenuBar
from rewire_app.ui.widgets.rail import Rail
from rewire_app.ui.widgets.room import RailForm, rail_form
from rewire_app.ui.widgets.settling_chip import SettlingChip
from rewire_app.ui.widgets.theme import theme


class Elsewhere(QWidget):
    """What lies over a page while the list of pages is open. `pressed()`: the person went elsewhere."""

    pressed = Signal()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A press beside the list closes it, and does nothing on the page."""
        self.pressed.emit()


class Beside(QWidget):
    """`chosen(key)`: a page is asked for. Menu opens the list of pages, which never covers Help now."""

    chosen = Signal(str)

    def __init__(self, pages: QLayout) -> None:
        """`pages`: what stands beside the rail, or under the bar."""
        super().__init__()
        self.rail = Rail(rail_items())
        self.bar = MenuBar()
        self.bar.hide()
        self._across = hbox(self.rail, wide(pages, 1), gap=0)
        vbox(self.bar, wide(self._across, 1), on=self, gap=0)
        self._elsewhere = Elsewhere(self)
        self._elsewhere.hide()
        self.rail.chosen.connect(self._choose)
        self.bar.help.connect(lambda: self.chosen.emit("help"))
        self.bar.menu.connect(self.turn_menu)
        self._elsewhere.pressed.connect(self._close)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def set_current(self, lit: str, page: str) -> None:
        """Light an item of the rail, and name the page that is on screen."""
        self.rail.set_current(lit)
        self.bar.set_page(page_name(page), helping=page == "help")
        self._close()

    @property
    def chips(self) -> tuple[SettlingChip, SettlingChip]:
        """The chips of a moment that settles: of the rail, and of the bar."""
        return self.rail.chip, self.bar.chip

    def show_settling(self, told: tuple[str, str, str] | None) -> None:
        """Say how long a moment settles, since when, and the same in brief; None: none does."""
        came = (told is not None) is self.bar.chip.isHidden()
        if told is not None:
            for chip in self.chips:
                chip.show_time(*told)
        if came:
            self.bar.chip.setVisible(told is not None)
            self.rail.show_chip(shown=told is not None)
            self._fit()

    def turn_menu(self) -> None:
        """Open the list of pages, or close it; where there is a rail, go there."""
        if self.rail.form is not RailForm.LIST:
            self.rail.take_focus()
        elif self.rail.isVisible():
            self._close(back=True)
        else:
            self._elsewhere.setGeometry(self.rect().adjusted(0, self.bar.height(), 0, 0))
            self._elsewhere.show()
            self._elsewhere.raise_()
            self._lay_list()
            self.rail.show()
            self.rail.raise_()
            self.rail.take_focus()
            self.bar.tell_open(True)

    def _lay_list(self) -> None:
        top, width = self.bar.height(), self.rail.width()
        left = self.width() - width if self.rail.mirrored else 0
        self.rail.setGeometry(left, top, width, self.rail.fit_in(self.height() - top))

    def _choose(self, key: str) -> None:
        self._close(back=True)
        self.chosen.emit(key)

    def _close(self, *, back: bool = False) -> None:
        """Close the list of pages; `back`: the keyboard goes to where it came from."""
        if self._elsewhere.isHidden():
            return
        if back:
            self.bar.menu_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._elsewhere.hide()
        if self.rail.form is RailForm.LIST:
            self.rail.hide()
        self.bar.tell_open(False)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        """Tab past the list closes it: it lies over all else, so that the button it came from is next."""
        came_out = new is self.bar.menu_button and old is not None and self.rail.isAncestorOf(old)
        inside = new is None or new is self.bar.menu_button or self.rail.isAncestorOf(new)
        if came_out or not inside:
            self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the list of pages."""
        if event.key() == Qt.Key.Key_Escape and not self._elsewhere.isHidden():
            self._close(back=True)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the form of the rail for the room there is."""
        self._fit()
        super().resizeEvent(event)

    def restyle(self) -> None:
        """Larger text is like a smaller window."""
        self._fit()

    def _fit(self) -> None:
        """Take the widest form in which all of the rail, Help now at its end, has its place."""
        self._close()
        form = rail_form(self.width(), self.height(), theme.scale)
        self.rail.set_form(form)
        if form is not RailForm.LIST and self.rail.needed() > self.height():
            form = RailForm.LIST
            self.rail.set_form(form)
        listed = form is RailForm.LIST
        if listed:
            self._across.removeWidget(self.rail)
        elif self._across.indexOf(self.rail) < 0:
            self._across.insertWidget(0, self.rail)
        self.rail.setVisible(not listed)
        self.bar.setVisible(listed)
