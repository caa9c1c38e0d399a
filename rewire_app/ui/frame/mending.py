"""What is done from the screen of damaged notes: a copy takes their place, or what can still be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from rewire_app.errors import RewireError
from rewire_app.i18n import _
from rewire_app.ui.backups.restore_sheet import RestoreSheet
from rewire_app.ui.backups.words import count_rows, entries_words, when_words
from rewire_app.ui.base.context import Context
from rewire_app.ui.frame.damage import DamageScreen
from rewire_app.ui.frame.going_back import GoingBack
from rewire_app.ui.frame.notice import Notice

if TYPE_CHECKING:
    from rewire_app.store.vault.copies import Backup


class Mending(QObject):
    """Listens to the screens that say why the notes cannot be opened."""

    def __init__(self, context: Context, back: GoingBack) -> None:
        super().__init__(back)
        self._context, self._back = context, back

    def serve(self, notice: Notice) -> None:
        """Do what is asked for on `notice`, where it is a `DamageScreen`."""
        if not isinstance(notice, DamageScreen):
            return
        notice.opened.connect(self._back.to_copy)
        notice.looked.connect(lambda path: self._ask(notice, path))
        notice.from_file.connect(lambda: self._choose(notice))

    def _choose(self, screen: DamageScreen) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            screen, _("A copy of your notes"), "", _("Copies of Rewire (*.rewire)")
        )
        if name:
            self._ask(screen, Path(name))

    def _ask(self, screen: DamageScreen, path: Path) -> None:
        """Show what is in the copy at `path` before it takes the place of what is here."""
        from rewire_app.store.vault.copies import about

        try:
            copy: Backup = about(path)
        except OSError:
            self._context.hub.failed.emit(_("This copy cannot be read. Nothing was changed."))
            return
        except RewireError as error:
            self._context.hub.failed.emit(str(error))
            return
        when = when_words(copy.made, self._context.clock.now().wall.date(), inside=True)
        sheet = RestoreSheet(
            screen,
            when=when,
            words=_("{entries} are in this copy.").format(entries=entries_words(copy.entries)),
            rows=count_rows(None, copy.counts),
        )
        sheet.chosen.connect(lambda: self._back.to_copy(copy))
        sheet.lay_over()
