"""The proof that nothing leaves this computer, counted since the start and now."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent

from rewire_app.i18n import _
from rewire_app.reports.your_data import silence_words
from rewire_app.store.vault.keyslots import KeychainSlot
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, nest, put, wide
from rewire_app.ui.widgets.text import Second, Strong
from rewire_app.ui.widgets.theme import S1, S2
from rewire_app.ui.widgets.unfold import LinkButton


class SilenceCard(Card):
    """Says what was counted whenever it is seen, and again when it is asked."""

    def __init__(self, context: Context) -> None:
        name = _("Nothing leaves this computer")
        super().__init__(padding=(21, 8), name=name)
        self._context = context
        self.check = LinkButton(_("Check it now"))
        self.check.clicked.connect(self._check)
        top = Qt.AlignmentFlag.AlignVCenter
        lock = Glyph("lock", 20, folder="icons")
        nest(
            self.body,
            hbox(wide(lock, 0, top), wide(Strong(name), 1, top), wide(self.check, 0, top), gap=S2 + 2),
        )
        self._counted = Second("")
        self._local = Second("")
        put(self.body, S1, self._counted, S1, self._local)

    @property
    def words(self) -> str:
        """What was counted, as it is said now."""
        return self._counted.text()

    def _check(self) -> None:
        self.count()
        announce(self, _("Checked now. {words}").format(words=self.words))

    def count(self) -> None:
        """Count anew."""
        self._counted.setText(" ".join(silence_words()))
        self._local.setText(self._channels())

    def _channels(self) -> str:
        """What it does speak with, on this computer alone."""
        with_these = [_("the screen"), _("screen readers"), _("a second start of Rewire")]
        if sys.platform not in ("win32", "darwin"):
            with_these.append(_("the desktop (its session bus)"))
        if self._context.ready and self._context.vault.keys.has(KeychainSlot):
            with_these.append(_("the keychain, since you switched it on"))
        return _(
            "Counted from what it asks of the system, and from what the system sees open. Local channels, "
            "which do not leave this computer: {names}."
        ).format(names=", ".join(with_these))

    def showEvent(self, event: QShowEvent) -> None:
        """Count when it is seen."""
        self.count()
        super().showEvent(event)
