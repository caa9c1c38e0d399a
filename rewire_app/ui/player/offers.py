"""Ways to steady ground and to people, offered when something was hard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import theme


class Offers(QWidget):
    """Grounding exercises and Help now, side by side. `go(Route)`."""

    go = Signal(object)

    def __init__(self, stage: Stage, words: str = "") -> None:
        super().__init__()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(theme.px(10))
        if words:
            down.addWidget(Second(words))
        flow = Flow(gap=12)
        self.buttons: list[SecondButton] = []
        for route, title in [*stage.grounding(), (routes.HELP, _("Help now"))]:
            button = SecondButton(title, icon="help" if route == routes.HELP else "")
            button.clicked.connect(lambda _on=False, to=route: self.go.emit(to))
            flow.add(button)
            self.buttons.append(button)
        down.addWidget(flow)
        self.setAccessibleName(words or _("Ways to steady ground"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
