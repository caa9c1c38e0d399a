"""Locking: what was typed is kept, the notes are closed, and a new process takes the place of this one."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from rewire_app import process
from rewire_app.errors import RewireError
from rewire_app.i18n import _
from rewire_app.privacy_choices import NO_KEY
from rewire_app.ui.base import routes
from rewire_app.ui.frame.presence import Presence
from rewire_app.ui.frame.return_place import keep_place, take_place
from rewire_app.ui.frame.system_listener import system_listener
from rewire_app.ui.frame.system_lock import SystemLock

if TYPE_CHECKING:
    from rewire_app.ui.frame.hiding import Hiding
    from rewire_app.ui.frame.key_watch import KeyWatch
    from rewire_app.ui.frame.shell import Shell


FOLLOWED_S = 3_600.0
"""For so long without a touch an exercise that goes on by itself counts as followed by somebody, seconds."""


class Locking(QObject):
    """Locks the notes of `shell` by key, when nobody is there, and when the computer sleeps or is locked.

    Only notes with a passphrase can be locked: without one whoever starts Rewire anew would see them again.
    `last(...)` is what the window does before its process ends.
    """

    def __init__(self, shell: Shell, watch: KeyWatch, hiding: Hiding, last: Callable[[], object]) -> None:
        super().__init__(shell)
        self._shell, self._context, self._hiding, self._last = shell, shell.context, hiding, last
        self._watch = watch
        self._asked = False
        self._wanted = False
        self._asked_at = -1.0
        self.system: SystemLock | None = None
        self._followed_at = -math.inf  # nobody has followed a breath yet
        self.presence = Presence(lambda: self._context.settings, self.last_sign, self)
        self.presence.away.connect(self.leave_alone)
        shell.lock_wanted.connect(self.ask)
        watch.lock_wanted.connect(self.ask)
        hiding.hidden.connect(self._hidden)
        shell.ready.connect(self._begin)
        shell.covers.currentChanged.connect(self._follow)  # a copy with a passphrase may be looked at
        shell.context.preferences.changed.connect(self._follow)
        shell.context.hub.guarded.connect(self._follow)
        shell.context.hub.saved.connect(self._go_on)

    @property
    def possible(self) -> bool:
        """Whether there are open notes, or a copy of them, that a passphrase protects."""
        session = self._context.session
        return (session is not None and session.vault.protected) or self._shell.looking.locked

    def ask(self) -> None:
        """Lock, as the person asks for; without a passphrase say how there can be one."""
        if self.possible:
            self._soon()
        elif self._context.session is not None:
            self._context.hub.said.emit(
                _(
                    "There is no passphrase yet; you can set one in Settings, Privacy, and {key} hides the "
                    "window."
                ).format(key=self._hide_cap())
            )
        else:
            self._wanted = not self._shell.covers.waiting  # they are being opened

    def _hide_cap(self) -> str:
        chosen = self._context.settings.hide_key
        return chosen if chosen != NO_KEY else _("Esc, pressed three times,")

    def last_sign(self) -> float:
        """When somebody was there last: who follows a breath with closed eyes touches nothing."""
        touched = self._watch.touched_at
        if self._shell.covers.paced:
            self._followed_at = self._watch.seconds()
        return max(touched, min(self._followed_at, touched + FOLLOWED_S))

    def leave_alone(self) -> None:
        """Lock because nobody is there; what could not be kept is asked about once, not every few seconds."""
        if self.possible and self._asked_at != self._watch.touched_at:
            self._asked_at = self._watch.touched_at
            self._asked = False
            self._soon()

    def _hidden(self) -> None:
        if self.possible:
            self._soon()

    def _soon(self) -> None:
        """In a turn of its own: whatever runs now, as the press of a key in a dialog, comes to its end."""
        QTimer.singleShot(0, self, self.lock)

    def lock(self) -> None:
        """Keep what was typed, close the notes, and let a new process show that they are locked.

        What cannot be kept anywhere is asked about; when it is asked for once more, it is left behind.
        """
        shell = self._shell
        if not self.possible:
            return
        asked, self._asked = self._asked, True
        if not self._kept() and not asked:
            self._ask_about_words()
            return
        context = self._context
        if context.ready:
            with suppress(RewireError):  # a damaged page: the notes open where they always do
                keep_place(context, shell.pages.place, shell.covers)
        self._last()
        context.last_copy()  # `close_store` waits for it
        hidden, unseen = self._hiding.sheet is not None, not shell.window().isVisible()
        shell.hide()  # a copy that is being made ends first; nothing is seen meanwhile
        shell.window().repaint()
        with suppress(RewireError):  # the file is closed; what a full disk kept out of it is in its log
            shell.close_store()
        try:
            process.replace(process.Again(folder=str(context.folder), hidden=hidden, unseen=unseen))
        except OSError:  # the program is gone from its place: closed is locked as well
            QApplication.exit(1)

    def _kept(self) -> bool:
        """Save what was typed; whether all of it is saved, or waits as a draft somewhere."""
        shell = self._shell
        shell.pages.leave()
        return shell.covers.save() and (shell.loses_nothing or shell.safekeeping.words.held)

    def _ask_about_words(self) -> None:
        self._shell.leave()  # brings them into sight
        self._shell.line.say(
            _("Some of your words are not saved, so Rewire is not locked. Lock once more to leave them.")
        )

    def _go_on(self) -> None:
        """Who was asked, stayed and wrote on is asked again."""
        self._asked = False

    def _begin(self) -> None:
        """The notes are open: be again where the person was, unless Help or the first start is in sight."""
        shell, context = self._shell, self._context
        with context.hub.telling():
            for way in take_place(context):
                if shell.pages.place != routes.HELP and not shell.covers.waiting:
                    shell.go(way)
        self._follow()
        if self._wanted:
            self._wanted = False
            self.ask()

    def _follow(self, _shown: object = None) -> None:
        """Watch while there is something to lock; notes that cannot be locked need no word from anywhere."""
        possible = self.possible
        if possible and self.system is None:
            self.system = system_listener(self._shell.window())
            if self.system is not None:
                self.system.locked.connect(self._system_locked)
        self.presence.follow(wanted=possible, blind=self.system is None)

    def _system_locked(self) -> None:
        if self._context.settings.lock_on_sleep:
            self.leave_alone()
