"""The way into the notes: Today first, then all the rest, and the screen for when they cannot be opened."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from rewire_app.errors import RewireError
from rewire_app.ui.base import crash, routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.frame.covers import Covers
from rewire_app.ui.frame.opening import Opening
from rewire_app.ui.frame.pages import Pages
from rewire_app.ui.frame.ways import Ways

if TYPE_CHECKING:
    from rewire_app.content.offers import Offer
    from rewire_app.store.queries import Today
    from rewire_app.ui.base.session import Session


class Door(QObject):
    """Opens the notes: Today is filled from facts that were read for it alone, then the session begins.

    `filled`: Today shows the person's data. `ready`: the session has begun. `closing`: leaving is wanted.
    """

    filled = Signal()
    ready = Signal()
    closing = Signal()

    def __init__(self, context: Context, pages: Pages, covers: Covers, ways: Ways) -> None:
        super().__init__(covers)
        self._context, self._pages, self._covers, self._ways = context, pages, covers, ways
        self.opening = self._new_opening()
        self._was_open = False

    def _new_opening(self, *, accept_missing_saves: bool = False) -> Opening:
        context = self._context
        opening = Opening(context.folder, context.today, accept_missing_saves=accept_missing_saves)
        opening.data_open.connect(self._fill)
        opening.complete.connect(self._complete)
        opening.failed.connect(self._refuse)
        return opening

    def begin(self) -> None:
        """Build Today and open the database; Today is shown once, with its data."""
        self._pages.page("today")
        self.opening.start()

    def again(self, *, accept_missing_saves: bool = False) -> None:
        """Open anew, after a refusal or after the notes were let go of."""
        self.opening.close()
        self.opening = self._new_opening(accept_missing_saves=accept_missing_saves)
        self.begin()

    def _fill(self, facts: Today, offer: Offer) -> None:
        with self._or_refuse():
            self._pages.today.fill(facts, offer)
            QTimer.singleShot(0, self.opening, self._show_filled)

    def _show_filled(self) -> None:
        if self._pages.shown is None:  # Help may have been asked for before
            self._pages.show_page("today")
        QTimer.singleShot(0, self.opening, self._paint_filled)

    def _paint_filled(self) -> None:
        self._covers.repaint()  # now, so that "filled" means that it can be seen
        QTimer.singleShot(0, self.opening, self._say_filled)

    def _say_filled(self) -> None:
        self.opening.go_on()
        self.filled.emit()

    def _complete(self, session: Session) -> None:
        context, pages = self._context, self._pages
        with self._or_refuse():
            context.open_session(session)
            self._keep_what_is_here()
            pages.today.look_back()
            if "help" in pages.built:  # asked for before all was open
                pages.page("help").refresh()
            if not context.settings.set_up:
                self._covers.set_up()
            self._ways.grant()
            notices = (*session.vault.notices, context.preferences.notice)
            if said := " ".join(filter(None, notices)):
                context.hub.failed.emit(said)
            self.ready.emit()

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
        notice = self._covers.refuse(error)
        notice.again.connect(self._try_again)
        notice.accepted.connect(partial(self._try_again, accept_missing_saves=True))
        notice.closed.connect(self.closing)
        notice.help.connect(partial(self._ways.go, routes.HELP))

    def _try_again(self, *, accept_missing_saves: bool = False) -> None:
        self._covers.uncover()
        self._pages.show_page("today")
        self.again(accept_missing_saves=accept_missing_saves)

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
        """Let go of the database."""
        self.opening.close()
