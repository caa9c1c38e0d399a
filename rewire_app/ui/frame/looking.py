"""Looking at a copy: opened beside the notes, which stay open, and seen in their place until it is left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app import settings
from rewire_app.domain.days import Clock
from rewire_app.errors import LockedStoreError, RewireError, WrongSecretError
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context, Session
from rewire_app.ui.base.errand import Errand
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.covers import Covers
from rewire_app.ui.frame.waiting import Waiting
from rewire_app.ui.widgets.base import give_focus_back
from rewire_app.ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from rewire_app.settings import Settings
    from rewire_app.store.backups.looking import OpenedCopy
    from rewire_app.store.vault.copies import Backup
    from rewire_app.store.vault.unlocking import Secret
    from rewire_app.ui.base.hub import Hub
    from rewire_app.ui.base.secret_cover import SecretCover
    from rewire_app.ui.frame.look_view import LookView


class CopyLook:
    """One look at `copy`; `before` had the keyboard then. `close` once it is over and nothing under way."""

    def __init__(self, copy: Backup, before: QWidget | None) -> None:
        self.copy, self.before = copy, before
        self.errand: Errand[Session] | None = None
        self.cover: QWidget | None = None
        self.asking: SecretCover | None = None
        self.view: LookView | None = None
        self._opened: OpenedCopy | None = None

    def open(self, secret: Secret | None, key: bytes | None, chosen: Settings) -> Session:
        """Open the copy for a person who has `chosen` these settings; on a thread. Raises a StoreError."""
        from rewire_app.content.library import Library
        from rewire_app.store.backups.looking import look_into
        from rewire_app.store.store import Store

        self._opened = look_into(self.copy.path, secret=secret, key=key)
        vault, library = self._opened.vault, Library()
        settings.save(vault.path, chosen)
        for exercise in library.exercises():
            library.measure_of(exercise)
        return Session(vault=vault, store=Store(vault), library=library)

    def close(self) -> None:
        """Let go of what was shown and of the copy, and remove it."""
        if self.view is not None:
            self.view.let_go()
            self.view = None
        if self._opened is not None:
            self._opened.close()
            self._opened = None


class Looking(QObject):
    """Serves the wish to look at a copy. `go(Route)`: something is asked for there. `said(str)`: is told."""

    go = Signal(object)
    said = Signal(str)

    def __init__(self, context: Context, covers: Covers) -> None:
        super().__init__(covers)
        self._context, self._covers = context, covers
        self._now: CopyLook | None = None
        self._held: list[CopyLook] = []
        context.copies.looked.connect(self.look_at)
        covers.uncovered.connect(self._forget)

    @property
    def view(self) -> LookView | None:
        """The pages of the copy, while they are in sight."""
        view = self._now.view if self._now is not None else None
        return view if self._covers.cover is view else None

    @property
    def locked(self) -> bool:
        """Whether something is open here that a passphrase protects."""
        return self._now is not None and self._now.view is not None and self._now.copy.locked

    @property
    def hub(self) -> Hub:
        """Where what is in sight is changed and taken back: in a copy nothing is."""
        return self._context.hub if self.view is None else self.view.context.hub

    def turn_day(self) -> None:
        """The day is another now."""
        if self._now is not None and self._now.view is not None:
            self._now.view.pages.look_at_the_day()

    # opening

    def look_at(self, copy: Backup) -> None:
        """Open `copy` and show its pages; what is here stays open, and as it is."""
        if self._now is not None:
            return
        self._now = look = CopyLook(copy, QApplication.focusWidget())
        self._held.append(look)
        waiting = Waiting(
            _("One moment"),
            _("The copy is opened and checked. Your notes stay as they are."),
            way_past=_("Not now"),
        )
        waiting.passed.connect(self.leave)
        self._lay(look, waiting)
        self._open(look, None)

    def _open(self, look: CopyLook, secret: Secret | None) -> None:
        context = self._context
        key = context.vault.key if context.ready else None
        errand = look.errand = Errand(partial(look.open, secret, key, context.settings))
        errand.done.connect(partial(self._opened, look))
        errand.failed.connect(partial(self._failed, look))
        errand.start()

    def _opened(self, look: CopyLook, session: Session) -> None:
        if not self._is_awaited(look):
            return
        from rewire_app.ui.backups.words import when_words
        from rewire_app.ui.frame.look_view import LookView

        copy, clock = look.copy, self._context.clock
        context = _context_of(session, clock)
        when = when_words(copy.made, clock.now().wall.date(), inside=True)
        look.view = view = LookView(context, copy, when, beside_notes=self._context.ready)
        view.go.connect(self.go)
        view.left.connect(self.leave)
        view.wanted.connect(partial(self._ask_to_go_back, view, copy))
        view.said.connect(self.said)
        self._lay(look, view)
        view.show_route(routes.TODAY)
        view.setFocus()

    def _failed(self, look: CopyLook, error: RewireError) -> None:
        if not self._is_awaited(look):
            return
        if isinstance(error, LockedStoreError | WrongSecretError):
            self._ask_secret(look, error)
        else:
            self.leave()
            self._context.hub.failed.emit(str(error))

    def _is_awaited(self, look: CopyLook) -> bool:
        """Whether the person still waits for what has come to its end; who went to Help stays there."""
        look.errand = None
        if look is not self._now:
            self._close(look)
        elif self._covers.cover is not look.cover:
            self.leave()
        return look is self._now

    def _ask_secret(self, look: CopyLook, error: RewireError) -> None:
        """It opens with a passphrase that is not known here."""
        if look.asking is not None:
            look.asking.form.wrong(str(error))
            return
        from rewire_app.ui.backups.asking import ask_secret_of_copy

        not_now = QuietButton(_("Not now"))
        look.asking = cover = ask_secret_of_copy(not_now)
        not_now.clicked.connect(self.leave)
        cover.form.given.connect(partial(self._open, look))
        cover.help.connect(lambda: self.go.emit(routes.HELP))
        self._lay(look, cover)

    def _lay(self, look: CopyLook, cover: QWidget) -> None:
        """Lay `cover` over the notes, instead of what lay there for this look."""
        before, look.cover = look.cover, cover
        if before is not None:
            self._covers.take_away(before)
        self._covers.lay(cover)

    # being there

    def show_route(self, route: Route) -> None:
        """Show something of the copy that is in sight."""
        assert self.view is not None, "no copy is in sight"
        self.view.show_route(route)

    def _ask_to_go_back(self, view: LookView, copy: Backup) -> None:
        from rewire_app.ui.backups.asking import ask_to_go_back

        page = view.pages.shown
        assert page is not None, "a copy shows Today first"
        with self._context.hub.telling():
            ask_to_go_back(self._context, page, copy)

    # leaving

    def leave(self) -> None:
        """Back to the notes, where they were left."""
        look, self._now = self._now, None
        if look is None:
            return
        if look.cover is not None:
            self._covers.take_away(look.cover, partial(give_focus_back, look.before))
        self._close(look)

    def _forget(self) -> None:
        """All that covered the notes is gone."""
        look, self._now = self._now, None
        if look is not None:
            self._close(look)

    def _close(self, look: CopyLook) -> None:
        """Close it, or, while it is still being opened, as soon as that is over."""
        if look.errand is None:
            look.close()
            self._held.remove(look)

    def end(self) -> None:
        """Close whatever is open, after what is under way: the process ends."""
        self._now = None
        for look in self._held:
            if look.errand is not None:
                look.errand.drop()
                look.errand.wait()
            look.close()
        self._held.clear()


def _context_of(session: Session, clock: Clock) -> Context:
    """What the pages of a copy are given; no copy is made of it."""
    context = Context(session.vault.path, clock)
    context.copies.wanted = False
    context.open_session(session)
    return context
