"""What guides somebody who does not look: a voice, soft tones, longer pauses; each off until it is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.aloud import aloud
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.keys import register
from rewire_app.ui.base.speech import Speech
from rewire_app.ui.base.tones import Tone, Tones
from rewire_app.ui.player.breathe import BreatheView
from rewire_app.ui.player.view import View
from rewire_app.ui.widgets.act_menu import ActMenu
from rewire_app.ui.widgets.breath import phase_word
from rewire_app.ui.widgets.buttons import QuietButton

LONGER = 1.5
"""With closed eyes a timed step takes this many times as long."""

BREATHS = {"in": Tone.IN, "hold": Tone.HOLD, "out": Tone.OUT, "hold_out": Tone.HOLD}


class Guidance(QObject):
    """Reads each screen aloud and plays tones, as the person has chosen. `view`: the player's own widget.

    Captions stay on the screen, and no step waits for the voice. At night there is no sound.
    """

    def __init__(self, context: Context, view: QWidget, *, night: bool) -> None:
        super().__init__(view)
        self._context, self._view, self._night = context, view, night
        self._full = False
        self._screen: View | None = None
        self.speech, self.tones = Speech(self), Tones(self)
        if not night:
            shortcut = register("full_screen", view, self.turn_full_screen)
            shortcut[0].setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def reads(self) -> bool:
        """Whether screens are read aloud."""
        return self._context.settings.aloud and not self._night

    @property
    def sounds(self) -> bool:
        """Whether tones are heard."""
        chosen = self._context.settings
        return (chosen.tones or chosen.eyes_closed) and not self._night

    def stretch(self) -> float:
        """How many times as long a timed step takes."""
        return LONGER if self._context.settings.eyes_closed and not self._night else 1.0

    def begin(self, screen: View) -> None:
        """A screen is shown: read it, and go with its breath."""
        self._screen = screen
        if isinstance(screen, BreatheView):
            screen.pacer.phase_changed.connect(self._breathe)
            QTimer.singleShot(0, screen, partial(self._first_breath, screen))
        self.read(screen)

    def read(self, screen: View) -> None:
        """Read `screen` aloud from its beginning, if that is chosen."""
        self.speech.stop()
        if self.reads:
            self.speech.speak(aloud(screen.shown))

    def end_of_step(self) -> None:
        """A timed step has gone by."""
        if self.sounds:
            self.tones.play(Tone.END)

    def be_silent(self) -> None:
        """Say nothing more: nobody is meant to hear it now."""
        self.speech.stop()

    def _first_breath(self, screen: BreatheView) -> None:
        """It has begun by now, unless nobody sees the screen yet."""
        if screen.paced:
            self._breathe(screen.pacer.now.phase)

    def _breathe(self, phase: str) -> None:
        if self.sounds and self.tones.available:
            self.tones.play(BREATHS[phase])
        elif self.reads and self._context.settings.eyes_closed and not self.speech.speaking:
            self.speech.speak(phase_word(phase))

    # what may be chosen

    def open_menu(self, button: QWidget) -> ActMenu:
        """Offer what this computer can do, beside `button`; a timed step may go by meanwhile."""
        chosen = self._context.settings
        menu = ActMenu(self._view, name=_("Sound and screen"))
        if self.speech.available:
            read = partial(self._turn, "aloud")
            _mark(menu.offer(_("Read aloud"), _tick(chosen.aloud), read), chosen.aloud)
        if self.tones.available:
            sound = partial(self._turn, "tones")
            _mark(menu.offer(_("Soft tones"), _tick(chosen.tones), sound), chosen.tones)
        close = partial(self._turn, "eyes_closed")
        words = _("Eyes closed: longer pauses")
        _mark(menu.offer(words, _tick(chosen.eyes_closed), close), chosen.eyes_closed)
        full = self._view.window().isFullScreen()
        _mark(menu.offer(_("Full screen (F11)"), _tick(full), self.turn_full_screen), full)
        corner = button.mapTo(self._view, button.rect().topLeft())
        menu.open_at(QRect(corner, button.size()), menu.first)
        return menu

    def _turn(self, name: str) -> None:
        self._context.preferences.put(**{name: not getattr(self._context.settings, name)})
        if name == "aloud" and self._screen is not None:
            self.read(self._screen)
        elif name == "tones" and self._context.settings.tones:
            self.tones.play(Tone.END)  # so that one knows how loud it is

    def turn_full_screen(self) -> None:
        """Fill the whole screen, or be a window again."""
        window = self._view.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._full = window.isFullScreen()

    def end(self) -> None:
        """The pass is left: be silent, and a window again if this made it fill the screen."""
        self.be_silent()
        if self._full and self._view.window().isFullScreen():
            self.turn_full_screen()


def _tick(on: bool) -> str:
    return "check" if on else ""


def _mark(button: QuietButton, on: bool) -> None:
    """Let eyes and ears know whether what `button` turns is on."""
    button.set_on(on)
    button.setAccessibleDescription(_("on") if on else _("off"))
