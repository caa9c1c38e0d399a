"""The way into the notes: Today first, then all the rest; or the lock, or why they cannot be opened."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from rewire_app.domain.days import Clock, logical_day
from rewire_app.errors import LockedStoreError, RewireError, WrongSecretError
from rewire_app.i18n import _
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.ui.base import crash, routes
from rewire_app.ui.base.beginnings import Beginnings
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.kit_state import kit_reminder
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.places import page_name
from rewire_app.ui.base.trial_reminder import trial_reminder
from rewire_app.ui.frame.covers import Covers
from rewire_app.ui.frame.pages import Pages
from rewire_app.ui.frame.place_notices import place_notice
from rewire_app.ui.frame.routes import PAGES
from rewire_app.ui.frame.ways import Ways

if TYPE_CHECKING:
    from rewire_app.reports.offered_facts import Suggestion
    from rewire_app.store.queries import Today
    from rewire_app.store.vault.unlocking import Secret
    from rewire_app.store.vault.vault import Vault
    from rewire_app.ui.base.context import Session


TODAY_NEEDS = (
    "rewire_app.content.breath_patterns",
    "rewire_app.insight.fair_course",
    "rewire_app.reports.experiments_today",
    "rewire_app.reports.look_backs",
    "rewire_app.reports.patterns",
    "rewire_app.store.taking_in",
    "rewire_app.ui.base.look_back_row",
    "rewire_app.ui.charts.two_paths",
)
"""What Today needs to look back, and those who look on as the notes open."""
LATER = ("rewire_app.ui.player.player", "rewire_app.reports.lists", "rewire_app.reports.recalled")
"""What the beginning of an exercise needs."""
WELL_MS = 1_500
"""How long what a start shows has to stand until it counts as shown, milliseconds."""


class Opening(QObject):
    """Runs once. Signals arrive on the window's thread, and none after `close`.

    `data_open(facts, suggestion, hour)`: the database is open; what Today shows, what it suggests, and the
    hour at which a day starts as the notes say it (None: they do not).
    `complete(session)`: everything else is there. `damaged()`: after it, not every page can be read.
    `failed(error)`: a RewireError says what to do.
    """

    data_open = Signal(object, object, object)
    damaged = Signal()
    complete = Signal(object)
    failed = Signal(object)
    _arrived = Signal(object, object)

    def __init__(
        self,
        profile: Path,
        clock: Clock,
        day_start: int,
        *,
        secret: Secret | None = None,
        accept_missing_saves: bool = False,
    ) -> None:
        """`day_start`: the hour at which a day starts, unless the notes say another.

        `secret`: what opens them, where they are locked.
        """
        super().__init__()
        self._profile, self._clock, self._day_start = profile, clock, day_start
        self._secret, self._accept = secret, accept_missing_saves
        self._ask_keychain = False
        self._vault: Vault | None = None
        self._closed = False
        self._shown, self._used = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="opening", daemon=True)
        self._arrived.connect(self._pass_on)

    def start(self, *, ask_keychain: bool = False) -> None:
        """Begin; returns at once. After `close` there is nothing to begin.

        `ask_keychain`: the keychain of the system may open the notes.
        """
        self._ask_keychain = ask_keychain
        if self._shown.is_set():
            return
        sys.setswitchinterval(0.001)  # so that imports on the thread never hold a key press for long
        self._thread.start()

    def go_on(self) -> None:
        """Today is on the screen: import what is heavy."""
        self._shown.set()

    def rest(self) -> None:
        """The session has begun: check its pages, and import what a person may want next."""
        self._used.set()

    def wait(self) -> None:
        """Wait until the thread has ended; what it found is said with the next events."""
        self.rest()
        if self._thread.is_alive():
            self._thread.join()

    def close(self) -> None:
        """Wait until the thread has ended, and let go of the database it opened."""
        self._closed = True
        self.go_on()
        self.wait()
        if self._vault is not None:
            self._vault.close()

    @property
    def over(self) -> bool:
        """Whether nothing more comes of it."""
        return self._closed

    def _pass_on(self, signal: SignalInstance, given: tuple[object, ...]) -> None:
        """Say what the thread found, unless it is over."""
        if not self._closed:  # Qt delivers what was queued before `close` also after it
            signal.emit(*given)

    def _run(self) -> None:
        try:
            from rewire_app.reports.offered import suggest
            from rewire_app.store import queries as reads
            from rewire_app.store.vault.vault import open_vault

            secret, self._secret = self._secret, None  # no longer than it is needed
            vault = self._vault = open_vault(
                self._profile,
                secret=secret,
                accept_missing_saves=self._accept,
                use_keychain=self._ask_keychain,
            )
            del secret
            hour = reads.day_start(vault)
            today = logical_day(self._clock.now(), self._day_start if hour is None else hour)
            facts = reads.today(vault, today.toordinal())
            self._arrived.emit(self.data_open, (facts, suggest(facts), hour))
            self._shown.wait()  # two threads at once would only make the first picture late
            from rewire_app.content.library import Library
            from rewire_app.store.store import Store
            from rewire_app.ui.base.context import Session

            library = Library()
            session = Session(vault=vault, store=Store(vault), library=library)
            for exercise in library.exercises():
                library.measure_of(exercise)
            library.articles()
            library.crisis()
            _import(TODAY_NEEDS)
        except Exception as error:  # also one that Rewire does not know: a start has to end on some screen
            if self._vault is not None:
                self._vault.close()
            self._arrived.emit(self.failed, (crash.known(error),))
            return
        finally:
            sys.setswitchinterval(0.005)
        self._arrived.emit(self.complete, (session,))
        with suppress(OSError):
            vault.reserve.make()
        self._used.wait()  # before, it would only hold up the window
        if not vault.quick_check():
            self._arrived.emit(self.damaged, ())
        sys.setswitchinterval(0.001)
        _import(LATER)  # here nobody waits for it; a press on Begin would
        sys.setswitchinterval(0.005)


def _import(modules: Iterable[str]) -> None:
    for module in modules:
        import_module(module)


class Door(QObject):
    """Opens the notes: Today is filled from facts that were read for it alone, then the session begins.

    `filled`: Today shows the person's data. `ready`: the session has begun. `closing`: leaving is wanted.
    `damaged`: not every page can be read.
    `refused(OpeningScreen)`: that screen says why the notes cannot be opened.
    """

    filled = Signal()
    ready = Signal()
    closing = Signal()
    damaged = Signal()
    refused = Signal(object)

    def __init__(self, context: Context, pages: Pages, covers: Covers, ways: Ways) -> None:
        super().__init__(covers)
        self._context, self._pages, self._covers, self._ways = context, pages, covers, ways
        self._accept = self._was_open = self._by_kit = False
        self.opening = self._new_opening()
        self._beginnings = Beginnings(ProfileFiles(context.folder).reports)
        self._first, self._instead_of = routes.TODAY.page, ""

    def _new_opening(self, secret: Secret | None = None) -> Opening:
        context = self._context
        opening = Opening(
            context.folder,
            context.clock,
            context.settings.day_start,
            secret=secret,
            accept_missing_saves=self._accept,
        )
        opening.data_open.connect(self._fill)
        opening.complete.connect(self._complete)
        opening.damaged.connect(self.damaged)
        opening.failed.connect(self._refuse)
        return opening

    def greet(self) -> None:
        """A first start shows itself at once, and lies over Today until it is gone through."""
        with self._or_refuse():
            if not self._context.settings.set_up:
                self._covers.set_up()

    def begin(self) -> None:
        """Build Today and open the database; Today is shown once, with its data.

        Where the person was on another page, that one is shown as soon as it can be read.
        """
        self._pages.page("today")
        first = self._first_page()
        unasked = self._pages.shown is None and not self._ways.waits
        if unasked and first != routes.TODAY.page:
            self._ways.go(routes.Route(page=first))
        self.opening.start(ask_keychain=self._context.ask_keychain)

    def _first_page(self) -> str:
        """The page of the last time, unless the last two starts died while they showed it."""
        self._beginnings = Beginnings(ProfileFiles(self._context.folder).reports)
        today = routes.TODAY.page
        last = self._context.settings.page if self._context.settings.page in PAGES else today
        tried = (last, today, routes.SETTINGS.page)
        first = next((page for page in tried if not self._beginnings.died_at(page)), tried[-1])
        self._first, self._instead_of = first, "" if first == last else last
        return first

    def _spared(self) -> str:
        """What the person is told when another page is shown than the one they left."""
        if not self._instead_of:
            return ""
        words = _(
            "Rewire ended twice while it was about to show {page}, so it begins elsewhere this time. "
            "Your notes are safe, and what you began is kept."
        )
        return words.format(page=page_name(self._instead_of))

    def again(self, *, accept_missing_saves: bool = False) -> None:
        """Open anew, after a refusal or after the notes were let go of."""
        self.opening.close()
        self._accept = accept_missing_saves
        self.opening = self._new_opening()
        self.greet()
        self.begin()

    def _fill(self, facts: Today, suggestion: Suggestion, hour: int | None) -> None:
        with self._or_refuse():
            if hour is not None:
                self._context.preferences.follow_day_start(hour)
            self._beginnings.about_to(self._first)
            self._pages.today.fill(facts, suggestion)
            self._soon(self._show_filled)

    def _soon(self, step: Callable[[], None]) -> None:
        """Take `step` with the next events, unless this opening, or the window, is over by then."""
        opening = self.opening
        QTimer.singleShot(0, self, lambda: None if opening.over else step())

    def _show_filled(self) -> None:
        if self._pages.shown is None and not self._ways.waits:  # Help may have been asked for before
            if self._covers.guard.lock is None:
                self._pages.show_page("today")
            else:  # nobody chose anything there yet: Enter is its main button
                self._covers.guard.unlock(partial(self._pages.show_page, "today", Page.setFocus))
        self._soon(self._paint_filled)

    def _paint_filled(self) -> None:
        self._covers.repaint()  # now, so that "filled" means that it can be seen
        self._soon(self._say_filled)

    def _say_filled(self) -> None:
        self.opening.go_on()
        self.filled.emit()

    def _complete(self, session: Session) -> None:
        context, pages = self._context, self._pages
        with self._or_refuse():
            context.open_session(session)
            self._keep_what_is_here()
            self._covers.end_overdue()
            pages.today.look_back()
            if "help" in pages.built:  # asked for before all was open
                pages.page("help").refresh()
            self._covers.notes_opened()
            self._covers.guard.unlock()
            self._ways.grant()
            QTimer.singleShot(WELL_MS, self.opening, self._beginnings.over)
            notices = (
                *session.vault.notices,
                context.preferences.notice,
                self._spared(),
                place_notice(context),
                kit_reminder(context),
                trial_reminder(context),
            )
            if said := " ".join(filter(None, notices)):
                context.hub.said.emit(said)
            self.ready.emit()
            if self._by_kit:  # whose passphrase is forgotten needs a new one before all else
                self._ways.go(routes.NEW_PASSPHRASE)
            self._accept = self._by_kit = False
            self._soon(self.opening.rest)

    def _keep_what_is_here(self) -> None:
        """Later collections need not look at it. After other notes what is left of those goes first."""
        if self._was_open:
            gc.collect()
            gc.collect()  # what the first one ended, as a database connection, let go of more
        gc.freeze()

    @contextmanager
    def _or_refuse(self) -> Iterator[None]:
        """A step of the opening: a fault in it ends on the screen that says why, and not without one."""
        try:
            yield
        except Exception as error:
            self._context.close_session()
            with suppress(RewireError):  # a second fault of the same database says nothing new
                self.opening.close()
            self._refuse(crash.known(error))

    def _refuse(self, error: RewireError) -> None:
        self._beginnings.over()
        if isinstance(error, LockedStoreError | WrongSecretError):
            self._ask_to_open(error)
            return
        notice = self._covers.refuse(error)
        notice.again.connect(self._try_again)
        notice.accepted.connect(partial(self._try_again, accept_missing_saves=True))
        notice.elsewhere.connect(self._use_folder)
        notice.closed.connect(self.closing)
        notice.help.connect(partial(self._ways.go, routes.HELP))
        self.refused.emit(notice)

    def _ask_to_open(self, error: RewireError) -> None:
        """Ask for the passphrase, or say on the same screen that what was typed is not the right one."""
        guard = self._covers.guard
        if guard.lock is None:
            guard.ask_to_open().form.given.connect(self._open_with)
        elif isinstance(error, WrongSecretError):
            typed = _("That passphrase did not open it. Your notes are as they were.")
            guard.lock.form.wrong(str(error) if self._by_kit else typed)

    def _open_with(self, secret: Secret) -> None:
        from rewire_app.store.vault.unlocking import SecretKind

        self._by_kit = secret.kind is SecretKind.RECOVERY
        self.opening.close()
        self.opening = self._new_opening(secret)
        self.opening.start()

    def _try_again(self, *, accept_missing_saves: bool = False) -> None:
        self._covers.uncover()
        if self._context.settings.set_up:
            self._pages.show_page("today")
        self.again(accept_missing_saves=accept_missing_saves)

    def _use_folder(self, folder: Path) -> None:
        self._context.use_folder(folder)
        self._try_again()

    def shut(self) -> None:
        """Let go of the notes: of what covers the pages, of the pages, of the session, of the file last."""
        self._covers.uncover()
        self._pages.drop()
        self._context.close_session()
        self.close()
        self.opening = self._new_opening()  # with the one before go the steps it had yet to take
        gc.unfreeze()  # what was kept for the session goes with it
        self._was_open = True

    def close(self) -> None:
        """Erase what was removed, and let go of the database."""
        self._beginnings.over()
        self._context.erase_removed()
        self.opening.close()
