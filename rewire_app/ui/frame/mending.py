"""What is done from the screen of damaged notes: a copy takes their place, or what can still be read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from rewire_app.errors import NobodyWaitsError, RewireError
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.errand import Errand
from rewire_app.ui.frame.going_back import GoingBack
from rewire_app.ui.frame.notice import OpeningScreen

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from rewire_app.store.backups.progress import Reached, SalvageStep, Tell
    from rewire_app.store.backups.salvage import Salvaged
    from rewire_app.store.vault.copies import Backup
    from rewire_app.ui.frame.damage import DamageScreen


class Mending(QObject):
    """Listens to the screens that say why the notes cannot be opened."""

    _heard = Signal(object)

    def __init__(self, context: Context, back: GoingBack) -> None:
        super().__init__(back)
        self._context, self._back = context, back
        self._errand: Errand[Salvaged] | None = None
        self._found: Salvaged | None = None
        self._room: TemporaryDirectory[str] | None = None
        self._unwanted = False

    def serve(self, notice: OpeningScreen) -> None:
        """Do what is asked for on `notice`, where it is a `DamageScreen`."""
        from rewire_app.ui.frame.damage import DamageScreen  # a start that goes well does without

        if not isinstance(notice, DamageScreen):
            return
        notice.opened.connect(self._back.to_copy)
        notice.looked.connect(lambda path: self._with_copy(path, self._context.copies.looked.emit))
        notice.from_file.connect(lambda: self._choose(notice))
        notice.read_out.connect(lambda: self._read_out(notice))
        notice.described.connect(lambda: self._describe(notice))
        reading = notice.reading
        reading.cancelled.connect(lambda: self._cancel(notice))
        reading.adopted.connect(self._adopt)
        reading.left.connect(lambda: self._leave(notice))
        self._heard.connect(reading.show_reached)

    def _choose(self, screen: DamageScreen) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            screen, _("A copy of your notes"), "", _("Copies of Rewire (*.rewire)")
        )
        if name:
            self._with_copy(Path(name), partial(self._ask, screen))

    def _with_copy(self, path: Path, act: Callable[[Backup], object]) -> None:
        """Do something with the copy at `path`, if it can be read."""
        from rewire_app.store.vault.copies import about

        try:
            act(about(path))
        except OSError:
            self._context.hub.failed.emit(_("This copy cannot be read. Nothing was changed."))
        except RewireError as error:
            self._context.hub.failed.emit(str(error))

    def _ask(self, screen: DamageScreen, copy: Backup) -> None:
        """Show what is in `copy` before it takes the place of what is here."""
        from rewire_app.ui.backups.asking import ask_to_go_back

        ask_to_go_back(self._context, screen, copy)

    # reading out

    def _read_out(self, screen: DamageScreen) -> None:
        """Read what can still be read into a place of its own beside the notes, on a thread."""
        from tempfile import TemporaryDirectory

        from rewire_app.store.backups.salvage import salvage
        from rewire_app.store.vault.faults import from_system

        context = self._context
        self._let_go()
        try:
            self._room = TemporaryDirectory(dir=context.folder, prefix=".reading-out-")
        except OSError as error:
            context.hub.failed.emit(str(from_system(error, context.folder)))
            return
        screen.reading.begin()
        screen.show_reading(True)
        into, self._unwanted = Path(self._room.name) / "notes", False
        work = partial(salvage, context.folder, into, second=context.second_folder, tell=self._pass_on())
        self._errand = errand = Errand(work)
        errand.done.connect(partial(self._read, screen))
        errand.failed.connect(partial(self._not_read, screen))
        errand.start()

    def _pass_on(self) -> Tell:
        """What the thread tells how far it is: shown a hundred times at most, and stopped when unwanted."""
        last: tuple[SalvageStep, int] | None = None

        def tell(reached: Reached) -> None:
            nonlocal last
            if self._unwanted:
                raise NobodyWaitsError
            now = (reached.step, 100 * reached.done // reached.of)
            if now != last:
                last = now
                self._heard.emit(reached)

        return tell

    def _read(self, screen: DamageScreen, found: Salvaged) -> None:
        from rewire_app.ui.frame.salvage_words import report_lines, report_sentence

        self._errand = None
        if self._unwanted:
            self._leave(screen)
            return
        self._found = found
        usable = found.recovered > 0
        screen.reading.show_report(report_sentence(found), report_lines(found), usable=usable)

    def _not_read(self, screen: DamageScreen, error: RewireError) -> None:
        self._errand = None
        if self._unwanted:
            self._leave(screen)
        else:
            screen.reading.show_report(str(error), (), usable=False)

    def _cancel(self, screen: DamageScreen) -> None:
        """It stops with the next page, and what was read is let go."""
        self._unwanted = True
        screen.reading.stopping()

    def _adopt(self) -> None:
        """Let what was read take the place of the damaged notes, as a copy does."""
        from rewire_app.store.backups.salvage import adopt

        if self._found is not None:
            work = partial(adopt, self._context.folder, self._found, now=self._context.clock.now())
            words = _("What was read takes the place of the damaged notes. Those are put aside, not erased.")
            self._back.exchange(work, words)

    def _leave(self, screen: DamageScreen) -> None:
        self._let_go()
        screen.show_reading(False)

    def _let_go(self) -> None:
        """Remove what was read, once it is not wanted any more."""
        self._found = None
        if self._room is not None:
            self._room.cleanup()
            self._room = None

    def end(self) -> None:
        """Stop what is under way, and leave nothing behind."""
        self._unwanted = True
        if self._errand is not None:
            self._errand.drop()
            self._errand.wait()
        self._let_go()

    # asking somebody

    def _describe(self, screen: DamageScreen) -> None:
        """Show what is known of the damage, without a word of the person's, before it goes anywhere."""
        from rewire_app.ui.frame.description import DescriptionSheet, description

        sheet = DescriptionSheet(screen, description(screen.kind, screen.at_hand, self._context.folder))
        sheet.failed.connect(self._context.hub.failed)
        sheet.lay_over()
