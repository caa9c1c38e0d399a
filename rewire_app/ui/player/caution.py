"""The gate before an exercise with risks: read, tick, or open help first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.exercise import Gate
from rewire_app.domain.exercise.screens import CautionScreen
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import ScreenButtons, View, go_on
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.choices import ChoiceList
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.text import Body, QuestionText, Strong
from rewire_app.ui.widgets.theme import theme

READ = "read"


class CautionView(View):
    """What to know before beginning, when to stop, and the gentler way."""

    def __init__(self, screen: CautionScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        self._confirm = screen.gate is Gate.CONFIRM
        self._help = screen.gate is Gate.HELP_FIRST
        self._title = QuestionText(_("Before you begin"))
        self._title.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it gets the focus to be read, and no ring
        self._title.setAccessibleName(_("Before you begin"))
        words = (screen.text, screen.stop_if, screen.gentler)
        self._title.setAccessibleDescription(" ".join(part for part in words if part))
        put(self.column, self._title, theme.px(20))
        if self._help:
            self._put_help()
        card = Card()
        card.body.setSpacing(theme.px(6))
        card.body.addWidget(Body(screen.text))
        for title, text in ((_("When to stop"), screen.stop_if), (_("A gentler way"), screen.gentler)):
            if text:
                put(card.body, theme.px(12), Strong(title), Body(text))
        self.column.addWidget(card)
        self._tick = ChoiceList([(READ, _("I have read this"))], max_chosen=2, name=_("Before you begin"))
        self._tick.set_value([READ] if screen.confirmed else [])
        self._tick.changed.connect(self._ticked)
        put(self.column, theme.px(16), self._tick)
        self._tick.setVisible(self._confirm)
        self.close_column()

    def _put_help(self) -> None:
        holder = QWidget()
        down = vbox(
            Body(_("If you need a person to talk to now, that comes first.")),
            on=holder,
            gap=theme.px(12),
            margins=(0, 0, 0, theme.px(24)),
        )
        button = self._open_help = SecondButton(_("Open Help now"), icon="help")
        button.clicked.connect(lambda: self.go.emit(routes.HELP))
        down.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(holder)

    def _ticked(self, _value: object) -> None:
        self.changed.emit(self._read())
        self.bar_changed.emit()

    def _read(self) -> bool:
        return bool(self._tick.chosen())

    def bar(self) -> ScreenButtons:
        """Going on waits for the tick where one is asked for."""
        return ScreenButtons(main=go_on(_("Begin")), ready=self._read() or not self._confirm)

    def first(self) -> QWidget | None:
        """The words, so that they are read first; or help."""
        return self._open_help if self._help else self._title
