"""Writing or changing one entry of a list: its fields as its shape names them, nothing lost on a fault."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from rewire_app.domain.lists.entries import KEPT, CrisisSection, ListEntry, ListKind, checked
from rewire_app.domain.lists.words import REACHED, contact_words, list_words
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.ui.lists.entry_fields import ChoiceField, EntryField, WordsField, field_for
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.text import Heading
from rewire_app.ui.widgets.theme import S4, S5


class EntryForm(Card):
    """A new entry of `kind`, or `entry` again. `kept(KeptEntry)`; `cancelled()`; `removed(uid)`.

    `uid` is what a new entry will be called; `given` fills some of its fields beforehand.
    `doubted()`: Esc was pressed although something is written; a second Esc cancels.
    """

    kept = Signal(object)
    cancelled = Signal()
    removed = Signal(str)
    doubted = Signal()

    def __init__(
        self,
        kind: ListKind,
        today: date,
        uid: str,
        entry: ListEntry | None = None,
        given: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(padding=(29, 25))
        self.kind, self.uid, self.entry = kind, uid, entry
        self._warned = False
        title = _("Change this entry") if entry is not None else list_words(kind).add
        self.setAccessibleName(title)
        self.body.setSpacing(S5)
        self.body.addWidget(Heading(title))
        self.fields: dict[str, EntryField] = {}
        for name in KEPT[kind].fields:
            field = field_for(kind, name, today, entry)
            if name in (given or {}):
                field.set_value((given or {})[name])
            self.fields[name] = field
            self.body.addWidget(field)
        if "section" in self.fields and isinstance(section := self.fields["section"], ChoiceField):
            section.chosen.connect(self._follow_section)
            self._follow_section()
        self.body.addLayout(self._buttons())
        self._first = self._values()

    def _buttons(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(S4)
        keep = MainButton(_("Keep"))
        keep.clicked.connect(self.keep)
        cancel = SecondButton(_("Cancel"))
        cancel.clicked.connect(self.cancelled)
        across.addWidget(keep)
        across.addWidget(cancel)
        across.addStretch(1)
        if self.entry is not None:
            remove = QuietButton(_("Remove"), icon="trash")
            remove.clicked.connect(lambda: self.removed.emit(self.uid))
            across.addWidget(remove)
        return across

    def _follow_section(self) -> None:
        """Only some lines of a plan have somebody to reach; the question is that of their section."""
        section, contact = self.fields["section"].value(), self.fields["contact"]
        contact.setVisible(section in REACHED)
        if isinstance(section, CrisisSection) and isinstance(contact, WordsField):
            contact.set_words(contact_words(section))

    def _values(self) -> dict[str, Any]:
        values = {name: field.value() for name, field in self.fields.items()}
        if "section" in values and values["section"] not in REACHED:
            values["contact"] = ""
        return values

    def begin(self) -> None:
        """Put the keyboard into the field of the entry's own words."""
        main = KEPT[self.kind].main
        if "section" in self.fields and self.fields["section"].value() is None:
            main = "section"
        self.fields[main].begin()

    @property
    def filled(self) -> bool:
        """Whether there is anything in it that would be lost."""
        return self._values() != self._first

    def become_new(self, uid: str) -> None:
        """The entry is gone, what was typed stays: keeping it makes a new one."""
        self.uid, self.entry = uid, None

    def keep(self) -> None:
        """Say `kept` with what was written, or mark the field that needs a change."""
        shape, values = KEPT[self.kind], self._values()
        for name in shape.choices:
            if values[name] is None:
                self.refuse(_("Choose one of these."), name)
                return
        try:
            entry = checked(shape.entry(uid=self.uid, **values))
        except BadInputError as error:
            self.refuse(str(error), error.field)
            return
        self.kept.emit(entry)

    def refuse(self, sentence: str, field: str) -> None:
        """Say under `field` what to change, and put the keyboard there."""
        shown = self.fields.get(field, self.fields[KEPT[self.kind].main])
        shown.set_error(sentence)
        shown.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps it; Esc cancels, and asks for a second Esc when something is written."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filled and not self._warned:
            self._warned = True
            self.doubted.emit()
        else:
            self.cancelled.emit()
