"""About: which Rewire this is, what it is not, where help and the notes are, and whose work is inside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from rewire_app import __version__
from rewire_app.i18n import _
from rewire_app.paths import resources
from rewire_app.reports.parts import part_lines
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.settings.report_panel import ReportPanel
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.text import Body, Heading
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5
from rewire_app.ui.widgets.unfold import Unfold


class AboutSection(QWidget):
    """Words, and ways to what they speak of. `go(Route)`: to Help, or to all keys."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        column = vbox(on=self, gap=0)
        for text in (
            _("Rewire {version}").format(version=__version__),
            _("Rewire is a self-help notebook. It does not assess or treat. It is not for emergencies."),
            _(
                "The exercises are drawn from skills of DBT (dialectical behaviour therapy), ACT (acceptance "
                "and commitment therapy) and CBT (cognitive behavioural therapy). They are no replacement "
                "for any of them."
            ),
        ):
            put(column, Body(text), S4)
        put(column, *self._help(), *self._notes(), *self._licences())
        put(column, Heading(_("When something goes wrong")), S2, ReportPanel(context), S1)

    def _help(self) -> tuple[QWidget | Flow | int, ...]:
        people, keys = SecondButton(_("Open Help now")), SecondButton(_("Show all keys"))
        people.clicked.connect(lambda: self.go.emit(routes.HELP))
        keys.clicked.connect(lambda: self.go.emit(routes.KEYS))
        words = _("In a hard moment, F1 shows people to talk to, from everywhere. The key ? shows all keys.")
        return Heading(_("Where help is")), S1, Body(words), S2, _row(people, keys), S5

    def _notes(self) -> tuple[QWidget | Flow | int, ...]:
        place = Body(str(self._context.folder))
        place.setMinimumWidth(1)  # a long path breaks, it does not push
        show = SecondButton(_("Show your notes"))
        show.clicked.connect(lambda: self._show_folder(self._context.folder))
        words = _("Removing the program leaves them there, unless you ask for them to be removed as well.")
        return Heading(_("Where your notes are")), S1, place, S1, Body(words), S2, _row(show), S5

    def _licences(self) -> tuple[QWidget | Flow | int, ...]:
        words = _(
            "Rewire itself: MIT licence. Fonts: Atkinson Hyperlegible Next and Literata (SIL Open Font "
            "License). Icons: Lucide (ISC)."
        )
        parts = Unfold(_("Every part and its licence"))
        parts.set_words(part_lines())
        show = SecondButton(_("Show the licences"))
        show.clicked.connect(lambda: self._show_folder(resources() / "licences"))
        return Heading(_("Whose work is inside")), S1, Body(words), S2, parts, S2, _row(show), S5

    def _show_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            words = _("Nothing on this computer could show the folder. It is {folder}.")
            self._context.hub.failed.emit(words.format(folder=folder))


def _row(*buttons: SecondButton) -> Flow:
    row = Flow(gap=S3)
    for button in buttons:
        row.add(button)
    return row
