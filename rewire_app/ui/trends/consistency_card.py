"""How regular the practice is: share of plan and strength, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.charts.strength_curve import StrengthCurve
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.text import Strong, Text
from rewire_app.ui.widgets.theme import S1, S2, S3
from rewire_app.ui.widgets.unfold import Unfold

if TYPE_CHECKING:
    from rewire_app.charts.consistency import Consistency
    from rewire_app.charts.spec import Lane


class ConsistencyCard(Card):
    """Two numbers in words; each says why it is what it is when asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=23)
        self.share = Text("", role="second", ink="ink")
        self.strength = Text("", role="second", ink="ink")
        self.share_why = Unfold(_("Why this number?"), _("Share of plan"))
        self.strength_why = Unfold(_("Why this number?"), _("Strength"))
        self.curve = StrengthCurve()
        body = self.body
        put(
            body,
            Strong(_("Practice consistency")),
            S2,
            self.share,
            self.share_why,
            S1,
            Divider(),
            S3,
            self.strength,
            S2,
            self.curve,
            self.strength_why,
        )

    def show_consistency(self, now: Consistency, strength: Lane, columns: int) -> None:
        """Show today's numbers and the curve of the range."""
        self.share.setText(now.share_words)
        self.share_why.set_words([now.share_why])
        self.strength.setText(now.strength_words)
        self.strength_why.set_words([now.strength_why])
        self.curve.show_lane(strength, columns)
        self.curve.setVisible(bool(strength.runs))
