"""What is done with a copy on the Settings page: going back to it, trying it out, keeping it, removing it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.errors import RewireError
from rewire_app.i18n import _, ngettext
from rewire_app.ui.backups.asking import ask_to_go_back
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.widgets.buttons import MainButton, SecondButton
from rewire_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from rewire_app.store.backups.trial import Practised
    from rewire_app.store.vault.copies import Backup


class CopyActs(QObject):
    """Does them for a `section` of the page, over which its questions lie. `go(Route)`: leads on."""

    go = Signal(object)

    def __init__(self, context: Context, section: QWidget) -> None:
        super().__init__(section)
        self._context, self._section = context, section

    @property
    def page(self) -> QWidget:
        """The page on which the section stands."""
        above: QWidget = self._section
        while not isinstance(above, Page):
            found = above.parentWidget()
            assert found is not None, "a section stands on a page"
            above = found
        return above

    def _failed(self, error: RewireError) -> None:
        self._context.hub.failed.emit(str(error))

    # going back

    def ask_to_go_back(self, copy: Backup) -> None:
        """Show both sides by side, then go back to `copy` if that is wanted."""
        with self._context.hub.telling():
            ask_to_go_back(self._context, self.page, copy)

    def open_file(self, path: Path) -> None:
        """Go back to a copy that lies elsewhere."""
        from rewire_app.store.vault.copies import about

        try:
            copy = about(path)
        except OSError:
            self._context.hub.failed.emit(_("This copy cannot be read. Nothing was changed."))
        except RewireError as error:
            self._failed(error)
        else:
            self.ask_to_go_back(copy)

    # trying out

    def practise(self, copy: Backup) -> None:
        """Open `copy` beside the notes, compare what it holds with what it says, and tell the result."""
        from rewire_app.store.backups.trial import practise

        key = self._context.vault.key
        errand = self._context.copies.run(partial(practise, copy.path, key=key))
        errand.done.connect(self._practised)
        errand.failed.connect(self._failed)

    def _practised(self, found: Practised) -> None:
        from rewire_app.ui.backups.words import entries_words, when_words

        context = self._context
        today = context.clock.now().wall.date()
        context.preferences.put(tried_copy=today.isoformat())
        words = _("The copy of {when} opens, and all of it is there: {entries}. It was put away again.")
        when = when_words(found.backup.made, today, inside=True)
        context.hub.said.emit(words.format(when=when, entries=entries_words(sum(found.counts.values()))))
        context.copies.changed.emit()

    # keeping and removing

    def pin(self, copy: Backup, keep: bool) -> None:
        """Keep `copy` until the person removes it, or let it go in its time."""
        from rewire_app.store.backups.taking import pin

        errand = self._context.copies.run(partial(pin, copy, keep=keep))
        errand.done.connect(lambda _done: self._context.copies.changed.emit())
        errand.failed.connect(self._failed)

    def ask_to_remove(self, copy: Backup, newest: Path | None) -> None:
        """Remove `copy` once the person said so; never the newest good one."""
        from rewire_app.ui.backups.words import entries_words, when_words

        if copy.path == newest:
            self._context.hub.failed.emit(
                _("This is the newest good copy. It stays until there is a newer one.")
            )
            return
        when = when_words(copy.made, self._context.clock.now().wall.date(), inside=True)
        words = _("It holds {entries}. It cannot be brought back.").format(
            entries=entries_words(copy.entries)
        )
        title = _("Remove the copy of {when}?").format(when=when)
        self.ask(title, words, _("Remove it"), _("Keep it"), partial(self._remove, copy))

    def _remove(self, copy: Backup) -> None:
        from rewire_app.store.backups.taking import remove

        errand = self._context.copies.run(partial(remove, copy))
        errand.done.connect(lambda _done: self._context.copies.changed.emit())
        errand.failed.connect(self._failed)

    def lock_anew(self, copies: Sequence[Backup]) -> None:
        """Let `copies` open with the passphrase of today, as the notes do."""
        from rewire_app.store.vault.copies import locked_anew

        context, vault = self._context, self._context.vault

        def work() -> int:
            for copy in copies:
                locked_anew(copy, vault.keys, vault.key)
            return len(copies)

        errand = context.copies.run(work)
        errand.done.connect(self._locked)
        errand.failed.connect(self._failed)

    def _locked(self, count: int) -> None:
        words = ngettext(
            "{n} copy opens with your passphrase of today now.",
            "{n} copies open with your passphrase of today now.",
            count,
        )
        self._context.hub.said.emit(words.format(n=count))
        self._context.copies.changed.emit()

    # asking

    def ask(self, title: str, words: str, act: str, safe: str, then: Callable[[], object]) -> None:
        """Ask before `then`; `safe` is the main answer."""
        sheet = Sheet(self.page, title=title, words=words)
        do, leave = SecondButton(act), MainButton(safe)
        leave.clicked.connect(sheet.put_away)

        def done() -> None:
            sheet.put_away()
            then()

        do.clicked.connect(done)
        sheet.put_answers(do, leave, focus=leave)
        sheet.lay_over()

    def ask_if_open_to_all(self, then: Callable[[], object]) -> None:
        """Say before a copy is written elsewhere that whoever has it can read it, if that is so."""
        from rewire_app.store.backups.taking import open_to_all

        if self._context.vault.protected:
            then()
            return
        sheet = Sheet(self.page, title=_("This copy has no lock"), words=open_to_all())
        lock, go_on = MainButton(_("Set a passphrase")), SecondButton(_("Go on"))

        def to_privacy() -> None:
            sheet.put_away()
            self.go.emit(routes.settings("privacy"))

        def done() -> None:
            sheet.put_away()
            then()

        lock.clicked.connect(to_privacy)
        go_on.clicked.connect(done)
        sheet.put_answers(go_on, lock, focus=lock)
        sheet.lay_over()
