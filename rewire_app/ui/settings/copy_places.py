"""Where copies go besides, and where they come from: a second folder, a file elsewhere, a trial."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.settings.copy_acts import CopyActs
from rewire_app.ui.settings.rows import rows_card
from rewire_app.ui.widgets.act_row import ActRow
from rewire_app.ui.widgets.layout import vbox

if TYPE_CHECKING:
    from rewire_app.store.backups.listing import Listing
    from rewire_app.store.vault.copies import Backup


class CopyPlaces(QWidget):
    """The rows below the list of copies."""

    def __init__(self, context: Context, acts: CopyActs) -> None:
        super().__init__()
        self._context, self._acts = context, acts
        self._newest: Backup | None = None
        self._second = ActRow(_("A second folder"), "", _("Choose folder"))
        self._trial = ActRow(_("Try one out"), "", _("Practice restore"))
        self._elsewhere = ActRow(
            _("A copy for another place"), _("One file, for a stick or another computer."), _("Save a copy")
        )
        self._from = ActRow(
            _("Go back to a copy from another place"),
            _("From a stick, or from another disk."),
            _("Choose a copy"),
        )
        for row, act in (
            (self._second, self._turn_second),
            (self._trial, self._practise),
            (self._elsewhere, self._ask_where),
            (self._from, self._choose_copy),
        ):
            row.button.clicked.connect(act)
        rows = (self._second, self._trial, self._elsewhere, self._from)
        vbox(rows_card(rows), on=self)

    def show_state(self, found: Listing) -> None:
        """Say where the second folder is, and when a copy was last tried out."""
        self._newest = found.backups[0] if found.backups else None
        second = self._context.second_folder
        if second is None:
            self._second.set_sentence(_("None yet. A stick or another disk helps if this computer is lost."))
        elif found.second_missing:
            words = _("{folder} is not there now. Copies go there again when it is back.")
            self._second.set_sentence(words.format(folder=second))
        else:
            self._second.set_sentence(_("Every copy goes to {folder} too.").format(folder=second))
        self._second.set_action(_("Choose folder") if second is None else _("Stop using it"))
        opens = _("Opens a copy beside your notes, to look only.")
        tried = self._context.settings.tried_copy
        if tried:
            last = _("Last tried on {day}.").format(day=day_words(date.fromisoformat(tried)))
            opens = f"{opens} {last}"
        self._trial.set_sentence(opens)

    # the second folder

    def _turn_second(self) -> None:
        if self._context.second_folder is not None:
            self.use_second(None)
            return
        self._acts.ask_if_open_to_all(self._ask_second)

    def _ask_second(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("A second folder for copies"), str(Path.home()))
        if name:
            self.use_second(Path(name))

    def use_second(self, folder: Path | None) -> None:
        """Put copies into `folder` too from now on; None: no longer. Those that are there stay."""
        if self._context.preferences.put(second_folder="" if folder is None else str(folder)):
            self._context.copies.changed.emit()
            if folder is not None:
                self._context.copies.back_up()

    # trying one out

    def _practise(self) -> None:
        if self._newest is None:
            self._context.hub.failed.emit(_("There is no copy yet. Back up first, then try it out."))
        else:
            self._acts.practise(self._newest)

    # one file elsewhere

    def _ask_where(self) -> None:
        self._acts.ask_if_open_to_all(self._choose_where)

    def _choose_where(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save a copy"), str(Path.home() / "notes.rewire"), _("Copies of Rewire (*.rewire)")
        )
        if name:
            self.save_at(Path(name).with_suffix(".rewire"))

    def save_at(self, path: Path) -> None:
        """Make a copy as the new file `path`."""
        from rewire_app.store.backups.taking import save_as

        context = self._context
        errand = context.copies.run(partial(save_as, context.vault, path, at=context.clock.now()))
        errand.done.connect(
            lambda _made: context.hub.said.emit(_("The copy is saved, and was opened to check it."))
        )
        errand.failed.connect(lambda error: context.hub.failed.emit(str(error)))

    def _choose_copy(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, _("A copy of your notes"), str(Path.home()), _("Copies of Rewire (*.rewire)")
        )
        if name:
            self._acts.open_file(Path(name))
