"""Copies of the open notes: made on a thread, one after the other, and what pages ask about them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rewire_app.domain.days import Clock
from rewire_app.errors import RewireError
from rewire_app.i18n import _
from rewire_app.ui.base.errand import Errand

if TYPE_CHECKING:
    from rewire_app.store.backups.taking import Taken
    from rewire_app.store.vault.copies import Backup
    from rewire_app.store.vault.vault import Vault

APART_MS = 30 * 60_000
"""How long after one was looked for the next copy is looked for, milliseconds."""
LONGEST_WAIT_S = 10
"""How long the end of a session waits for a copy that is being made."""


class Copies(QObject):
    """`changed()`: there are other copies now. `said(str)`, `failed(str)`: a sentence about them.
    `rested()`: a look by itself came to its end.

    `shrank(Shrunk)`: one holds much less than the one before. `back(Backup, Secret or None)`: a page wants
    the notes to go back to that copy. `looked(Backup)`: a page wants it to be looked at.
    """

    changed = Signal()
    rested = Signal()
    said = Signal(str)
    failed = Signal(str)
    shrank = Signal(object)
    back = Signal(object, object)
    looked = Signal(object)

    def __init__(
        self, clock: Clock, vault: Callable[[], Vault | None], second: Callable[[], Path | None]
    ) -> None:
        """`vault`: the open notes, if they are open. `second`: the second folder, if there is one."""
        super().__init__()
        self.wanted = True
        """Whether copies are made by themselves: not of notes that nobody keeps."""
        self._clock, self._vault, self._second = clock, vault, second
        self._one = threading.Lock()
        self._under_way: Errand[object] | None = None
        self._looked_at: tuple[str, int] | None = None
        self._looked_ms = 0
        self._told = False

    # by itself

    def look(self) -> None:
        """Make a copy if one is due; asks every half hour at most, and only after something was saved."""
        vault = self._vault()
        if vault is None or not self.wanted or self._busy or not self._saved_since(vault):
            return
        now = self._clock.now().utc_ms
        if self._looked_at is not None and 0 <= now - self._looked_ms < APART_MS:
            return
        self._looked_ms = now
        self._make(vault, closing=False)

    def wait_ms(self) -> int | None:
        """In how many milliseconds a copy is to be looked for; None: nothing is new, or one is being made."""
        vault = self._vault()
        if vault is None or not self.wanted or self._busy or not self._saved_since(vault):
            return None
        if self._looked_at is None:
            return 0
        return max(0, APART_MS - max(0, self._clock.now().utc_ms - self._looked_ms))

    def at_end(self) -> Errand[object] | None:
        """Make the copy of a session that ends; None when there is nothing new in it."""
        vault = self._vault()
        if vault is None or not self.wanted or not self._saved_since(vault):
            return None
        return self._make(vault, closing=True)

    def _saved_since(self, vault: Vault) -> bool:
        return vault.commit_seq > 0 and self._looked_at != (vault.vault_id, vault.commit_seq)

    @property
    def _busy(self) -> bool:
        return self._under_way is not None and not self._under_way.wait(0)

    def _make(self, vault: Vault, *, closing: bool) -> Errand[object]:
        now, second = self._clock.now(), self._second()
        at = (vault.vault_id, vault.commit_seq)

        def work() -> tuple[Taken | None, bool]:
            from rewire_app.store.backups.taking import automatic, up_to_date

            with self._one:
                taken = automatic(vault, now, second=second, closing=closing)
                return taken, taken is not None or closing or up_to_date(vault)

        errand: Errand[object] = Errand(work)
        errand.done.connect(lambda found: self._looked_over(found, at))
        errand.failed.connect(self._not_taken)
        return self._start(errand)

    def _looked_over(self, found: tuple[Taken | None, bool], at: tuple[str, int]) -> None:
        taken, nothing_new = found
        if nothing_new:
            self._looked_at = at
        elif self._looked_at is None:
            self._looked_at = (at[0], -1)
        if taken is not None:
            self._taken(taken)
        self.rested.emit()

    def _taken(self, taken: Taken) -> None:
        self._told = False
        self.changed.emit()
        if taken.notice:
            self.said.emit(taken.notice)
        if taken.shrunk is not None:
            self.shrank.emit(taken.shrunk)

    def _not_taken(self, error: RewireError) -> None:
        """Said once, until one is made again: it blocks nothing."""
        if not self._told:
            self._told = True
            self.failed.emit(_("No copy of your notes could be made. {why}").format(why=error))
        self.rested.emit()

    # when asked

    def back_up(self) -> Errand[object] | None:
        """Make a copy because the person asks for one; also in the second folder."""
        from rewire_app.store.backups import taking
        from rewire_app.store.vault.copies import Why

        vault = self._vault()
        if vault is None:
            return None
        now, second = self._clock.now(), self._second()

        def work() -> Backup:
            with self._one:
                made = taking.back_up(vault, Why.ASKED, at=now)
                taking.rotate(vault.files.backups, vault.vault_id)
                taking.carry(made, second)
                return made

        errand: Errand[object] = Errand(work)
        errand.done.connect(lambda _made: self.changed.emit())
        return self._start(errand)

    def run(self, work: Callable[[], object]) -> Errand[object]:
        """Do other work on copies on the thread, after what is under way."""

        def alone() -> object:
            with self._one:
                return work()

        return self._start(Errand(alone))

    def _start(self, errand: Errand[object]) -> Errand[object]:
        self._under_way = errand
        errand.start()
        return errand

    def wait(self) -> None:
        """Let what is under way come to its end, for a while at most."""
        if self._under_way is not None:
            self._under_way.wait(LONGEST_WAIT_S)

    def forget(self) -> None:
        """The notes are closed: other ones may be next."""
        self.wait()
        self._looked_at, self._looked_ms, self._told = None, 0, False
