"""The menu of the icon in the tray: its lines as all stands now, and what each leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rewire_app.desktop.tray import BETWEEN, TrayEntry
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base import routes
from rewire_app.ui.base.moment_clock import running_clock
from rewire_app.ui.widgets.glyph import icon
from rewire_app.ui.widgets.menu_look import ICON
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from rewire_app.ui.base.drop_card import DropPart
    from rewire_app.ui.frame.front_window import FrontWindow

INTO_THE_BOX = ("moment", "rating", "note")
"""What the box of locked notes takes, by the names of `DropKind`."""


def _sign(name: str, role: str = "ink2") -> QIcon:
    """The icon `name` before the words of a line."""
    return icon(name, role, theme.px(ICON))


class TrayMenu:
    """Of the icon of `window`. Locked notes offer what goes into their box without opening them."""

    def __init__(self, window: FrontWindow) -> None:
        self._window, self._shell, self._context = window, window.shell, window.shell.context

    def entries(self, name: str, *, told: bool) -> list[TrayEntry]:
        """Its lines; the program is called `name` there. `told`: a reminder waits for an answer."""
        entries = []
        if told:
            words = _("The reminder: open"), _("The reminder: in an hour")
            keys = ("notice", "later")
            signs = ("clock", "pause")
            lines = zip(keys, words, signs, strict=True)
            entries += [TrayEntry(key=key, text=text, icon=_sign(sign)) for key, text, sign in lines]
            entries.append(BETWEEN)
        if settling := self._settling():
            entries += [TrayEntry(key="settled", text=settling, icon=_sign("clock", "coralText")), BETWEEN]
        can_lock = self._context.session is not None and self._context.vault.protected
        back = _("Open {name}").format(name=name)
        return [
            *entries,
            *self._quick(),
            TrayEntry(key="evening", text=_("Evening check"), icon=_sign("moon")),
            TrayEntry(key="practice", text=self._practice(), icon=_sign("play")),
            BETWEEN,
            TrayEntry(key="hide", text=_("Hide"), icon=_sign("eye-off"), on=self._window.isVisible()),
            TrayEntry(key="lock", text=_("Lock"), icon=_sign("lock"), on=can_lock),
            BETWEEN,
            TrayEntry(key="open", text=back, icon=_sign("today")),
            TrayEntry(key="quit", text=_("Quit"), icon=_sign("x")),
        ]

    def _quick(self) -> list[TrayEntry]:
        """What can be noted at once."""
        if self._box is None:
            moment = _("A moment, start the clock")
            return [TrayEntry(key="moment", text=moment, icon=_sign("message"), first=True)]
        names = (_("A moment, into the box"), _("A rating, into the box"), _("A note, into the box"))
        signs = ("message", "trends", "journal")
        return [
            TrayEntry(key=key, text=name, icon=_sign(sign), first=key == "moment")
            for key, name, sign in zip(INTO_THE_BOX, names, signs, strict=True)
        ]

    @property
    def _box(self) -> DropPart | None:
        """What drops something into the box of locked notes, while they are locked and have one."""
        lock = self._shell.covers.guard.lock
        below = None if lock is None else lock.below
        return None if below is None or below.isHidden() else below

    def _settling(self) -> str:
        """How long a moment has been settling, while one does."""
        context = self._context
        if context.session is None:
            return ""
        with context.hub.telling():
            clock = running_clock(context)
            now = context.clock.now()
            if clock is not None and clock.runs(now):
                return _("{settling} {since}").format(settling=clock.words(now), since=clock.since_words())
        return ""

    def _practice(self) -> str:
        """What begins today's practice, with its minutes once they are known."""
        minutes = self._shell.pages.today.minutes if self._context.ready else None
        if minutes is None:
            return _("Begin practice")
        words = ngettext("Begin practice, {n} minute", "Begin practice, {n} minutes", minutes)
        return words.format(n=minutes)

    # doing

    def do(self, key: str) -> None:
        """Do the entry `key`; what shows something brings the window forward first."""
        window = self._window
        if key == "hide":
            window.hide_in_tray()
        elif key == "quit":
            window.quit()
        elif key == "lock":
            self._shell.go(routes.LOCK)
        else:
            window.come_forward()
            self._show(key)

    def _show(self, key: str) -> None:
        context = self._context
        ways = {"moment": routes.moment(context.today), "evening": routes.evening(context.today)}
        if key in INTO_THE_BOX and self._box is not None:
            self._drop(self._box, key)
        elif key in ways:
            self._shell.go(ways[key])
        elif key == "settled":
            self._go_to_settled()
        elif key == "practice":
            self._shell.go(routes.TODAY)
            today = self._shell.pages.today
            if context.ready and not self._shell.covers.waiting and today.minutes is not None:
                today.begin()

    def _drop(self, below: DropPart, key: str) -> None:
        """Ask for something over the lock; what was given there of another kind stays."""
        from rewire_app.ui.base.drop_card import DropKind

        self._shell.covers.back()
        below.open(DropKind(key))

    def _go_to_settled(self) -> None:
        with self._context.hub.telling():
            clock = running_clock(self._context) if self._context.session is not None else None
            if clock is not None:
                self._shell.go(routes.settled(clock.uid))
