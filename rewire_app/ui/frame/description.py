"""A description of damaged notes for whoever helps: kinds and numbers alone, shown whole first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rewire_app.atomic import write_atomic
from rewire_app.errors import RewireError
from rewire_app.i18n import _
from rewire_app.store.vault.faults import from_system
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.ui.base import crash
from rewire_app.ui.base.copying import copy_public
from rewire_app.ui.frame.damage import AtHand
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.fields import TextArea
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.sheet import Sheet
from rewire_app.ui.widgets.theme import S3


def description(kind: type[RewireError], at_hand: AtHand, folder: Path) -> str:
    """What happened and what is there, as text: never a word of the person's, never the name of a folder."""
    files = ProfileFiles(folder)
    parts = {
        "database": files.db,
        "log": files.wal,
        "keys": files.keys,
        "spare keys": files.spare_keys,
        "mark": files.mark,
    }
    sizes = [f"{name} {path.stat().st_size if path.exists() else 'missing'}" for name, path in parts.items()]
    saves = "unknown" if at_hand.last_save is None else at_hand.last_save
    lines = [kind.__name__, *sizes, f"last save {saves}", f"copies {len(at_hand.copies)}"]
    if at_hand.newest is not None:
        newest = at_hand.newest
        lines.append(f"newest copy: save {newest.commit}, schema {newest.schema}, entries {newest.entries}")
    return "\n".join([crash.report(), "", *lines])


class DescriptionSheet(Sheet):
    """Shows it; it is copied or saved only when that is wanted. `failed(str)`: it could not be written."""

    failed = Signal(str)

    def __init__(self, page: QWidget, text: str) -> None:
        super().__init__(
            page,
            title=_("What can be told of the damage"),
            words=_("No word of yours is in it. It goes nowhere unless you send it."),
        )
        self._text = text
        area = TextArea(_("The description, whole"), rows=7)
        area.edit.setReadOnly(True)
        area.set_value(text)
        put(self.body, S3, area)
        close, copy, save = QuietButton(_("Close")), SecondButton(_("Copy it")), MainButton(_("Save it"))
        close.clicked.connect(self.put_away)
        copy.clicked.connect(lambda: copy_public(text))
        save.clicked.connect(self._save)
        self.put_answers(close, copy, save, focus=save)

    def _save(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save it"), str(Path.home() / "rewire-damage.txt"), _("Text (*.txt)")
        )
        if not name:
            return
        try:
            write_atomic(Path(name), self._text.encode())
        except OSError as error:
            self.failed.emit(str(from_system(error, Path(name))))
            return
        self.put_away()
