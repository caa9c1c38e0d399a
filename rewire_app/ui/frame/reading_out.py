"""Reading out what can still be read: how far it is, then what was found and what was not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, announce, box, fixed_height
from rewire_app.ui.widgets.buttons import MainButton, PaintedButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import clear, put, vbox
from rewire_app.ui.widgets.text import Body, Second, Title, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5, theme

HIGH = 8


class Progress(Painted):
    """A line that fills; until it is known how much there is, it says only that work goes on."""

    spoken = "ProgressBar"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = 0.0
        fixed_height(self)

    def show_part(self, done: int, of: int) -> None:
        """Show how much of it is done."""
        self._part = min(1.0, done / of) if of else 0.0
        self.setAccessibleName(_("{n} percent").format(n=round(100 * self._part)))
        self.update()

    def sizeHint(self) -> QSize:
        """8 high."""
        return QSize(theme.px(200), theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """8 high."""
        return QSize(theme.px(40), theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and what is done, in the direction of reading."""
        painter = self.painter()
        radius = theme.px(HIGH) / 2
        edge = theme.color("edge") if theme.contrast else None
        box(painter, self.rect(), radius, theme.color("sunken"), edge)
        done = QRectF(0, 0, self.width() * self._part, self.height())
        if self.mirrored:
            done.moveRight(self.width())
        if self._part:
            box(painter, done, radius, theme.color("primary"))
        painter.end()


class ReadingOut(QWidget):
    """`cancelled()`: stop. `adopted()`: go on with what was read. `left()`: back to the choices."""

    cancelled = Signal()
    adopted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._lead = Title(""), Voice("")
        self.progress, self._so_far = Progress(), Second("")
        self._card = Card(padding=(32, 26))
        self._lines = vbox(gap=S2)
        self._card.body.addLayout(self._lines)
        self.cancel_button = SecondButton(_("Cancel"))
        self.adopt_button = MainButton(_("Go on with this"), large=True)
        self.back_button = QuietButton(_("Back"))
        for button, signal in (
            (self.cancel_button, self.cancelled),
            (self.adopt_button, self.adopted),
            (self.back_button, self.left),
        ):
            button.clicked.connect(signal)
        row = Flow(gap=S3)
        for button in (self.adopt_button, self.cancel_button, self.back_button):
            row.add(button)
        put(vbox(on=self, gap=0), self._title, S1, self._lead, S5, self.progress, S2, self._so_far)
        column = self.layout()
        assert column is not None
        put(column, self._card, S4, row)  # type: ignore[arg-type]  # it is the box from above

    @property
    def main(self) -> PaintedButton:
        """To go on with what was read, or, while that is not over, to stop."""
        if not self.adopt_button.isHidden():
            return self.adopt_button
        return self.back_button if self.cancel_button.isHidden() else self.cancel_button

    def _say(self, title: str, lead: str) -> None:
        self._title.setText(title)
        self._lead.setText(lead)
        announce(self, f"{title}. {lead}")

    def begin(self) -> None:
        """It has begun."""
        self._say(
            _("Reading what can still be read"),
            _("The damaged notes are not changed. This takes about a minute."),
        )
        self.show_part(0, 0)
        self._card.hide()
        self.adopt_button.hide()
        self.back_button.hide()
        self.cancel_button.show()
        self.progress.show()
        self._so_far.show()

    def show_part(self, done: int, of: int) -> None:
        """Show how far it is, in entries."""
        self.progress.show_part(done, of)
        self._so_far.setText(_("{done} of {all}").format(done=done, all=of) if of else "")

    def show_report(self, lead: str, lines: Sequence[str], *, usable: bool) -> None:
        """Say what was read and what was not; `usable`: there is something to go on with."""
        self._say(_("This could be read") if usable else _("Nothing more could be read"), lead)
        clear(self._lines)
        for line in lines:
            self._lines.addWidget(Body(line))
        self._card.setVisible(bool(lines))
        for part in (self.progress, self._so_far, self.cancel_button):
            part.hide()
        self.adopt_button.setVisible(usable)
        self.back_button.show()
        self.main.setFocus()
