"""The report for asking for help: shown whole, before it is copied or saved; it leaves by itself nowhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from rewire_app.atomic import write_atomic
from rewire_app.i18n import _
from rewire_app.ui.base import crash
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.copying import copy_public
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.fields import TextArea
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S2, S3


class ReportPanel(QWidget):
    """A button that shows the report, and under it what can be done with it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._show = SecondButton(_("Show the report"))
        self._show.clicked.connect(self.show_report)
        copy = SecondButton(_("Copy the report"))
        copy.clicked.connect(self._copy)
        save = SecondButton(_("Save the report"))
        save.clicked.connect(self._ask_where)
        self._text = TextArea(_("The report, whole"), rows=6)
        self._text.edit.setReadOnly(True)
        self._shown = QWidget()
        acts = Flow(gap=S3)
        for button in (copy, save):
            acts.add(button)
        vbox(self._text, S3, acts, on=self._shown, gap=0)
        self._shown.hide()
        row = Flow(gap=S3)
        row.add(self._show)
        words = _(
            "The report names versions, sizes, how many entries of each kind there are, and places in the "
            "program where something went wrong. Never your words, and no names of your folders. It goes "
            "nowhere unless you send it."
        )
        vbox(row, S2, Small(words), S3, self._shown, on=self, gap=0)

    def report(self) -> str:
        """What is known of faults, and how the notes are built."""
        parts = [crash.report()]
        if self._context.session is not None:
            from rewire_app.store.structure import structure

            parts.append(structure(self._context.vault, self._context.vault.faults()))
        return "\n\n".join(parts)

    def show_report(self) -> None:
        """Make it now, and show all of it."""
        with self._context.hub.telling():
            self._text.set_value(self.report())
            self._shown.show()

    def _copy(self) -> None:
        copy_public(self._text.value())
        self._context.hub.said.emit(_("It is copied. Paste it wherever you like."))

    def _ask_where(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, _("Save the report"), str(Path.home() / "report.txt"))
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Write what is shown into a file that nobody else can read."""
        try:
            write_atomic(path, self._text.value().encode())
        except OSError as error:
            from rewire_app.store.vault.faults import from_system

            self._context.hub.failed.emit(str(from_system(error, path.parent)))
            return
        self._context.hub.said.emit(_("The report is saved."))
