"""Going back to a copy, and the bar that stands over every page until the person said whether it is right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from rewire_app.errors import LockedStoreError, RewireError, WrongSecretError
from rewire_app.i18n import _
from rewire_app.ui.backups.copy_bar import CopyBar
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.errand import Errand
from rewire_app.ui.frame.covers import Covers
from rewire_app.ui.frame.pages import Pages
from rewire_app.ui.frame.waiting import Waiting
from rewire_app.ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from rewire_app.store.backups.restoring import Unconfirmed
    from rewire_app.store.vault.copies import Backup
    from rewire_app.store.vault.unlocking import Secret
    from rewire_app.ui.base.secret_cover import SecretCover


class GoingBack(QObject):
    """Closes the notes, lets a copy take their place or give it up, and opens them again. `help`: people.

    `close()` lets go of open notes, and gives False where words could not be saved; `reopen()` opens them.
    """

    help = Signal()

    def __init__(
        self,
        context: Context,
        pages: Pages,
        covers: Covers,
        column: QVBoxLayout,
        *,
        close: Callable[[], bool],
        reopen: Callable[[], None],
    ) -> None:
        super().__init__(covers)
        self._context, self._pages, self._covers = context, pages, covers
        self._close, self._reopen_notes = close, reopen
        self._errand: Errand[object] | None = None
        self._copy: Backup | None = None
        self._asking: SecretCover | None = None
        self._to_say = ""
        self._key: bytes | None = None
        self.bar = CopyBar()
        self.bar.hide()
        self.bar.said.connect(self.confirm)
        self.bar.other.connect(self.put_back)
        column.insertWidget(0, self.bar)
        context.copies.back.connect(self.to_copy)

    @property
    def busy(self) -> bool:
        """Whether notes are being exchanged just now."""
        return self._errand is not None

    # going there

    def to_copy(self, copy: Backup, secret: Secret | None = None) -> None:
        """Let the notes be as they are in `copy`; what is here is put aside."""
        from rewire_app.store.backups.restoring import restore

        context, self._copy = self._context, copy
        key = context.vault.key if context.ready else self._key
        self._key = key
        work = partial(restore, context.folder, copy.path, secret=secret, key=key, now=context.clock.now())
        self.exchange(work, _("The copy is opened and checked, then it takes its place. Nothing is erased."))

    def exchange(self, work: Callable[[], object], sentence: str) -> None:
        """Close the notes, do `work` on their files on a thread, and open what is there then."""
        if self._errand is not None:
            return
        context = self._context
        if context.ready and not self._close():
            context.hub.failed.emit(
                _("Some of your words are not saved yet, so nothing was changed. Save them, then try again.")
            )
            return
        if self._asking is None:
            self._covers.uncover()
            self._covers.lay(Waiting(_("One moment"), sentence))
        self._errand = errand = Errand(work)
        errand.done.connect(lambda _done: self._reopen(""))
        errand.failed.connect(self._failed)
        errand.start()

    def _failed(self, error: RewireError) -> None:
        self._errand = None
        if self._copy is not None and isinstance(error, LockedStoreError | WrongSecretError):
            self._ask_secret(self._copy, error)
        else:
            self._reopen(str(error))

    def _ask_secret(self, copy: Backup, error: RewireError) -> None:
        """The copy opens with a passphrase that is not known here: ask for it, as for that of the notes."""
        if self._asking is not None:
            self._asking.form.wrong(str(error))
            return
        from rewire_app.ui.backups.asking import ask_secret_of_copy

        leave = QuietButton(_("Not now"))
        self._asking = cover = ask_secret_of_copy(leave)
        leave.clicked.connect(lambda: self._reopen(""))
        cover.form.given.connect(lambda secret: self.to_copy(copy, secret))
        cover.help.connect(self.help)
        self._covers.uncover()
        self._covers.lay(cover)

    def _reopen(self, to_say: str) -> None:
        self._errand, self._to_say = None, to_say
        self._asking = self._copy = self._key = None
        self._covers.uncover()
        self._reopen_notes()

    def wait(self) -> None:
        """Let what is under way come to its end: it leaves the old files or the new ones, never a mixture."""
        if self._errand is not None:
            self._errand.drop()
            self._errand.wait()

    # being there

    def opened(self) -> None:
        """The notes are open: say whether they are a copy, until that is answered, also after a restart."""
        from rewire_app.store.backups.restoring import unconfirmed

        found = unconfirmed(self._context.folder)
        if found is not None:
            self._show(found)
        self._stand(found is not None)
        self.tell()

    def tell(self) -> None:
        """Say what went wrong while the notes were exchanged, once there is a screen again."""
        said, self._to_say = self._to_say, ""
        if said:
            self._context.hub.failed.emit(said)

    def _show(self, found: Unconfirmed) -> None:
        from rewire_app.ui.backups.words import entries_words, when_words

        today = self._context.clock.now().wall.date()
        when = when_words(found.made, today, inside=True)
        self.bar.show_words(
            _("You are looking at the copy of {when}").format(when=when),
            _("{entries}. What was here before is put aside. Backups wait.").format(
                entries=entries_words(found.entries)
            ),
            _("This is right"),
            _("Put it back as it was"),
        )

    def _stand(self, standing: bool) -> None:
        self.bar.setVisible(standing)
        self._pages.today.step_back(standing)

    def confirm(self) -> None:
        """This is right: backups go on."""
        from rewire_app.store.backups.restoring import confirm_restored

        with self._context.hub.telling():
            confirm_restored(self._context.folder)
            self._stand(False)
            self._pages.take_focus()
            self._context.copies.changed.emit()
            self._context.hub.said.emit(_("These are your notes now. Copies of them are made again."))

    def put_back(self) -> None:
        """Let everything be as it was before; what is here now is put aside in turn."""
        from rewire_app.store.backups.restoring import undo_restore

        work = partial(undo_restore, self._context.folder, now=self._context.clock.now())
        self.exchange(work, _("What was here before takes its place again. Nothing is erased."))
        if self.busy:
            self.bar.hide()
