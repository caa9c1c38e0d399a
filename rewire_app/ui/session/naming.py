"""Whose page it is: initials, kept in the notes, or nobody's name."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.autosave import Autosave
from rewire_app.ui.widgets.choices import Segmented, only
from rewire_app.ui.widgets.fields import Field

KEY = "session:initials"
"""Under which fact of the profile the initials are kept."""
INITIALS, NOBODY = "initials", "nobody"
MOST = 12
"""So many characters are initials, and no name."""


class NameChoice(QObject):
    """Two controls to be laid out: `choice` and `field`. `changed()`: the page is about somebody else."""

    changed = Signal()

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._kept: str | None = None
        self.choice = Segmented([(NOBODY, _("None")), (INITIALS, _("Initials"))], name=_("Name"))
        self.field = Field(_("Initials"), limit=MOST)
        self.field.hide()
        self._saving = Autosave(self._write, self.field)
        self.choice.changed.connect(self._choose)
        self.field.changed.connect(self._typed)

    @property
    def initials(self) -> str:
        """The initials on the page, "" nobody's."""
        return self.field.value() if only(self.choice) == INITIALS else ""

    def refresh(self) -> None:
        """Read what was kept, once; raises a StoreError."""
        if self._kept is None:
            self._kept = self._context.store.profile.get(KEY) or ""
            if self._kept:
                self.field.set_value(self._kept)
                self.choice.set_value(INITIALS)

    def _choose(self, _value: object) -> None:
        self.field.setVisible(only(self.choice) == INITIALS)
        self.changed.emit()

    def _typed(self, _text: str) -> None:
        self._saving.soon()
        self.changed.emit()

    def _write(self) -> bool:
        text = self.field.value()
        if text == (self._kept or ""):
            return True
        with self._context.hub.telling():
            self._context.store.profile.put(KEY, text)
            self._kept = text
            return True
        return False

    @property
    def unsaved(self) -> bool:
        """Whether initials are not kept yet."""
        return self._saving.due

    def flush(self) -> bool:
        """Keep them now; False when that could not be."""
        return self._saving.flush()
