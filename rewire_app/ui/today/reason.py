"""Why this exercise stands on Today: one phrase, and the rule beside it when it is asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, vbox, wide
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S2, theme
from rewire_app.ui.widgets.unfold import LinkButton


class ReasonLine(QWidget):
    """ "Offered because you chose sleep. Why this one?"; no room without a reason."""

    def __init__(self) -> None:
        super().__init__()
        self._rule: tuple[str, ...] = ()
        self._reason = Small("")
        self.why = LinkButton(_("Why this one?"))
        self.why.clicked.connect(self._turn)
        self._lines = Small("")
        middle = Qt.AlignmentFlag.AlignVCenter
        flag = Glyph("flag", 18, role="ink2", folder="icons")
        self._across = hbox(wide(flag, 0, middle), wide(self._reason, 0, middle), wide(self.why, 0, middle))
        self._across.addStretch(1)
        vbox(self._across, self._lines, on=self, gap=0)
        self.restyle()
        self._lines.hide()
        self.hide()

    def restyle(self) -> None:
        """Keep the phrase and its question apart, whatever the size of text."""
        self._across.setSpacing(theme.px(S2))

    def show_reason(self, reason: str, rule: tuple[str, ...]) -> None:
        """Say another reason; the rule stays open only while it is the same."""
        if rule != self._rule:
            self._lines.hide()
        self._rule = rule
        self._reason.setText(reason)
        self._lines.setText("\n".join(rule))
        self.why.setVisible(bool(rule))
        self.setVisible(bool(reason))
        self._say()

    def _turn(self) -> None:
        self._lines.setVisible(self._lines.isHidden())
        self._say()
        if not self._lines.isHidden():
            announce(self, self._lines.text())

    def _say(self) -> None:
        self.why.setAccessibleDescription(_("closed") if self._lines.isHidden() else _("open"))
