"""The strip above a picture: the whole sentence of what is chosen, with room for the longest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QWidget

from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.text import Text
from rewire_app.ui.widgets.theme import theme

ROLE = "small"
SAMPLES = 3
BOLDER = 0.97
"""How much of the width is counted on: the beginning of a sentence is bold, and so a little wider."""


class _Sentence(Text):
    """One sentence of many, as high as the longest of them needs."""

    def __init__(self) -> None:
        super().__init__("", role=ROLE, ink="ink2")
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._longest: list[str] = []
        self._known: dict[int, int] = {}

    def restyle(self) -> None:
        """Take over new fonts."""
        self._known = {}
        super().restyle()

    def make_room_for(self, sentences: Sequence[str]) -> None:
        """Be as high as the longest of these needs."""
        self._longest = sorted(sentences, key=len)[-SAMPLES:]
        self._known = {}
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """The height that the longest sentence needs; layouts ask again and again, so it is kept."""
        if width not in self._known:
            self._known[width] = self._most_lines(width) * theme.line(ROLE)
        return max(super().heightForWidth(width), self._known[width])

    def _most_lines(self, width: int) -> int:
        metrics, room = theme.metrics(ROLE), QRectF(0, 0, max(50.0, width * BOLDER), 10_000)
        wrap = int(Qt.TextFlag.TextWordWrap)
        high = [metrics.boundingRect(room, wrap, sentence).height() for sentence in self._longest]
        return max((round(each / metrics.lineSpacing()) for each in high), default=1)


class Readout(Sunken):
    """What is said of the `picture` below it. Never changes its height, and stays in sight while that does.

    Layouts get its `place`; it lies there, and at the top of what is seen once the place is scrolled away.
    """

    stands_apart = True

    def __init__(self, picture: QWidget) -> None:
        super().__init__(over="surface")
        self.text = _Sentence()
        self.body.addWidget(self.text)
        self.place = _Place(self, picture)

    def _pad(self) -> None:
        self.body.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        super().restyle()
        self.place.updateGeometry()

    def make_room_for(self, sentences: Sequence[str]) -> None:
        """Be as high as the longest of these needs."""
        self.text.make_room_for(sentences)
        self.place.updateGeometry()

    def say(self, sentence: str, lead: str = "") -> None:
        """Show `sentence`; its beginning `lead` is bold."""
        self.text.set_lead(lead)
        self.text.setText(sentence)


class _Place(QWidget):
    """Where a readout lies while nothing is scrolled: as wide and high as it, in the card that holds both."""

    def __init__(self, readout: Readout, picture: QWidget) -> None:
        super().__init__()
        self._readout, self._picture = readout, picture
        self.held = readout
        self._area: QScrollArea | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._lay)

    def hasHeightForWidth(self) -> bool:
        """Narrower means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the readout, px."""
        return self._readout.body.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(theme.px(300), self.heightForWidth(max(self.width(), theme.px(300))))

    def event(self, event: QEvent) -> bool:
        """The readout goes into the same card, and lies where this does."""
        if event.type() == QEvent.Type.ParentChange:
            self._readout.setParent(self.parentWidget())
        elif event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            self._find_area()
            self._lay()
        return super().event(event)

    def _find_area(self) -> None:
        above = self.parentWidget()
        while self._area is None and above is not None:
            if isinstance(above, QScrollArea):
                self._area = above
                above.verticalScrollBar().valueChanged.connect(self._lay)
            above = above.parentWidget()

    def _lay(self) -> None:
        card, top = self.parentWidget(), self.y()
        if card is None:
            return
        pane = None if self._area is None else self._area.widget()
        if self._area is not None and pane is not None and self.isVisible():
            seen = self._area.verticalScrollBar().value() - card.mapTo(pane, QPoint(0, 0)).y()
            top = max(top, min(seen, self._picture.geometry().bottom() - self.height()))
        where = QRect(self.x(), top, self.width(), self.height())
        if top > self.y() and self._hides_focus(card, where):
            where.moveTop(self.y())
        self._readout.setGeometry(where)
        if where.top() > self.y():
            self._readout.raise_()
        self._readout.show()

    def _hides_focus(self, card: QWidget, where: QRect) -> bool:
        """Whether a control with the focus would lie behind the readout; a picture is higher than that."""
        here = QApplication.focusWidget()
        if here is None or not card.isAncestorOf(here) or here.height() > 2 * where.height():
            return False
        return where.intersects(QRect(here.mapTo(card, QPoint(0, 0)), here.size()))
