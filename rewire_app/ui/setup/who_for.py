"""Who Rewire is for, and who should ask first: a page to read, from which one comes back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.layout import CHEVRON, hung, put, stretch, vbox
from rewire_app.ui.widgets.text import Heading, Text, Title
from rewire_app.ui.widgets.theme import S1, S2, S5


class WhoItIsFor(QWidget):
    """`left()`: back to where one was."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        title = _("Who this is for")
        self.setAccessibleName(title)
        self.back = QuietButton(_("Setting up"), icon="chevron-left")
        self.back.clicked.connect(self.left)
        column = vbox(hung(self.back, start=CHEVRON), S1, Title(title), on=self, gap=0)
        for heading, words in _sections():
            put(column, S5, Heading(heading), S2, Text(words, role="voice"))
        put(column, stretch())


def _sections() -> list[tuple[str, str]]:
    """What stands here, with its headings."""
    return [
        (
            _("For adults"),
            _(
                "And for younger people together with an adult they trust. Courses in such skills for whole "
                "classes of teenagers did not help, and sometimes did harm."
            ),
        ),
        (
            _("Beside care, not instead of it"),
            _(
                "Rewire does not assess or treat, and it is not for emergencies. Help now, which is always "
                "in sight, shows whom to call."
            ),
        ),
        (
            _("Together with a professional"),
            _(
                "Please use it only alongside care from a professional if you live with psychosis, mania, "
                "dissociation, an eating disorder or dependence, or if you lately went through a trauma, "
                "attempted suicide or harmed yourself."
            ),
        ),
        (
            _("Ask a doctor before the body exercises"),
            _("With a heart, lung or seizure condition, or when pregnant."),
        ),
        (
            _("On a computer you share"),
            _(
                "Whoever can use your account on this computer can open your notes, unless you set a "
                "passphrase. An account of your own keeps them apart from others’."
            ),
        ),
    ]
