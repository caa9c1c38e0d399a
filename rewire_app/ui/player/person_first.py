"""Where somebody is not safe: people to call, what to do meanwhile, and Help now as the main button."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from rewire_app.domain.exercise.screens import PersonScreen
from rewire_app.i18n import _
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import HELP, NEXT, Act, ScreenButtons, View
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, put, vbox, wide
from rewire_app.ui.widgets.text import Body, Heading, Lead, QuestionText, Second
from rewire_app.ui.widgets.theme import theme

BESIDE = 1000
"""Width of the window in px at 100 % from which the numbers stand beside the words, not above the list."""


class PersonFirstView(View):
    """The numbers stand where the eye goes, Help now where the hand goes on; nothing of it is kept."""

    width_px: ClassVar[int] = 860

    def __init__(self, screen: PersonScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        self._ends = screen.end
        self._numbers = stage.people(by_someone=screen.by_someone)
        self.setAccessibleDescription(f"{self._numbers.first_number}. {screen.hint}")
        self._said, self._list = self._words(screen), self._meanwhile()
        self._sides = QGridLayout()
        self._sides.setVerticalSpacing(theme.px(22))
        self._beside: bool | None = None
        silent = _("Rewire cannot see that you are in trouble and cannot call anyone for you.")
        put(self.column, self._sides, theme.px(24))
        self._silent = Second(f"{silent} {_('Nothing on this screen is kept.')}")
        self.column.addWidget(self._silent)
        self.close_column()
        self._arrange()

    def _words(self, screen: PersonScreen) -> QWidget:
        holder = QWidget()
        down = vbox(on=holder, gap=theme.px(8))
        if screen.answered:
            told = _("You answered: {answer}").format(answer=", ".join(screen.answered))
            down.addWidget(Second(told))
        put(down, QuestionText(screen.text), Lead(screen.hint, role="voice", ink="ink"))
        return holder

    def _meanwhile(self) -> QWidget:
        holder = QWidget()
        down = vbox(Heading(_("While you reach someone")), theme.px(8), on=holder, gap=0)
        lines = (
            ("user", _("Move to a room with other people, or open the door.")),
            ("arrow-right", _("Put distance between you and anything that could hurt you or someone.")),
            ("clock", _("Only the next ten minutes. Nothing has to be decided now.")),
        )
        for number, (icon, text) in enumerate(lines):
            if number:
                down.addWidget(Divider())
            glyph = wide(Glyph(icon, 22, role="ink2", folder="icons"), 0, Qt.AlignmentFlag.AlignTop)
            put(down, theme.px(10), hbox(glyph, wide(Body(text), 1), gap=theme.px(14)), theme.px(10))
        return holder

    @property
    def counts(self) -> bool:
        """Reaching someone is no practice."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the window."""
        super().resizeEvent(event)
        self._arrange()

    def in_order(self) -> list[QWidget]:
        """Column by column where they stand side by side, else from top to bottom."""
        sides = [self._list, self._numbers] if self._beside else [self._numbers, self._list]
        return [self._said, *sides, self._silent]

    def _arrange(self) -> None:
        """Beside each other where there is room; else words, numbers, list."""
        beside = self.window().width() >= theme.px(BESIDE)
        if beside == self._beside:
            return
        self._beside = beside
        top = Qt.AlignmentFlag.AlignTop
        for part in (self._said, self._numbers, self._list):
            self._sides.removeWidget(part)
        self._sides.addWidget(self._said, 0, 0, top)
        if beside:
            self._sides.addWidget(self._list, 1, 0, top)
            self._sides.addWidget(self._numbers, 0, 1, 2, 1, top)
        else:
            self._sides.addWidget(self._numbers, 1, 0)
            self._sides.addWidget(self._list, 2, 0, top)
        for column, share in enumerate((420, 390 if beside else 0)):
            self._sides.setColumnStretch(column, share)
        self._sides.setHorizontalSpacing(theme.px(50) if beside else 0)

    def bar(self) -> ScreenButtons:
        """Help now where going on usually is; going on is quiet, and where it ends so is keeping nothing."""
        main = Act(key=HELP, text=_("Open Help now"), icon="help")
        if self._ends:
            on = Act(key=NEXT, text=_("I am safe enough, end here"), short=_("Safe enough, end"))
            return ScreenButtons(main=main, quiet=(on, *self.discards))
        on = Act(key=NEXT, text=_("I am safe enough, go on"), short=_("Safe enough, go on"))
        return ScreenButtons(main=main, quiet=(on,))
