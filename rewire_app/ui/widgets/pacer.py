"""The breathing pacer: a picture of the clock, in a moving and in a still form."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QSizePolicy, QStackedLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import announce, goes_on, tell
from rewire_app.ui.widgets.breath import Breath, BreathRhythm, phase_word, progress_sentence
from rewire_app.ui.widgets.pacer_blocks import PacerBlocks, StillPacer, least_blocks
from rewire_app.ui.widgets.pacer_scene import PacerScene, least_scene
from rewire_app.ui.widgets.stopwatch import Stopwatch
from rewire_app.ui.widgets.theme import theme

__all__ = ["BreathRhythm", "Pacer", "StillPacer"]

FRAME_MS = 16
HEIGHT = 530


_CHEAP = QGraphicsView.OptimizationFlag


class _View(QGraphicsView):
    """Shows a part of the scene as it is: no scroll bars, no frame, no mouse."""

    def __init__(self, scene: PacerScene, parent: QWidget) -> None:
        super().__init__(scene, parent)
        # Asking Qt for its own viewport makes PySide6 look through every widget class: some 20 ms.
        pane = QWidget()
        self.setViewport(pane)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        for flag in (_CHEAP.DontSavePainterState, _CHEAP.DontAdjustForAntialiasing):
            self.setOptimizationFlag(flag)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setInteractive(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # or it is a stop without a name
        pane.setAutoFillBackground(False)  # the scene fills it: once is enough
        pane.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class _Picture(QWidget):
    """The scene in two views, disc above and line below.

    Disc and dot move in every frame. In one view the two places make a clip of two rectangles, which halves
    the speed of filling; in a view each they stay plain rectangles.
    """

    def __init__(self, scene: PacerScene) -> None:
        super().__init__()
        self._scene = scene
        self._views = (_View(scene, self), _View(scene, self))

    def lay_out(self) -> None:
        """Lay the picture out for the present size."""
        width, height = self.width(), self.height()
        self._scene.lay_out(width, height)
        split = max(0, min(self._scene.split, height))
        for view, top, high in ((self._views[0], 0, split), (self._views[1], split, height - split)):
            view.setGeometry(0, top, width, high)
            view.setSceneRect(0, top, width, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the picture out anew."""
        super().resizeEvent(event)
        self.lay_out()


class Pacer(QWidget):
    """Paces breathing after `clock` (monotonic seconds); every frame asks the clock where the breath stands.

    A late frame therefore jumps to the right place; one that comes so late that nobody can have breathed
    meanwhile pauses instead, and `slept` says so. While it is paused or hidden no timer runs and its time
    stands still; where only its window is minimised or put away, it goes on and looks once a second.
    `phase_changed` says "in", "hold", "out" or "hold_out", `breath_changed` the number of the breath,
    `finished` comes once, after the last breath.
    """

    spoken = "Graphic"
    phase_changed = Signal(str)
    breath_changed = Signal(int)
    finished = Signal()
    slept = Signal()

    def __init__(
        self,
        pattern: BreathRhythm,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.pattern = pattern
        self._watch = Stopwatch(clock)
        self._before = 0.0
        self._next: tuple[BreathRhythm, float] | None = None
        self._wanted = False
        self._ended = self._unseen = False
        self._phase = ""
        self._breath = 0
        self._second = -1
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.scene: PacerScene | None = None
        self._picture: _Picture | None = None
        self._blocks: PacerBlocks | None = None
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.tick)
        self.setAccessibleName(_("Breathing pacer"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._choose_form()

    def sizeHint(self) -> QSize:
        """Room for the large disc and all words."""
        return QSize(theme.px(660), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The disc gives way first, the words never."""
        return QSize(theme.px(280), least_blocks() if theme.reduced_motion else least_scene())

    @property
    def elapsed(self) -> float:
        """Seconds of breathing so far, without pauses."""
        return min(self._before + self.pattern.seconds, self._watch.seconds)

    @property
    def now(self) -> Breath:
        """Where the breathing stands."""
        return self.pattern.at(self.elapsed - self._before)

    @property
    def running(self) -> bool:
        """Whether breathing goes on (or will, as soon as the pacer is seen)."""
        return self._wanted and not self._ended

    @property
    def active(self) -> bool:
        """Whether a timer runs."""
        return self.timer.isActive()

    def start(self) -> None:
        """Begin, or go on after a pause."""
        if not self._ended:
            self._wanted = True
            self._go()

    resume = start

    def pause(self) -> None:
        """Hold still until `resume`."""
        self._wanted = False
        self._halt()
        self._draw(force=True)

    def restart(self, pattern: BreathRhythm | None = None) -> None:
        """Begin from the first breath, with another pattern if one is given."""
        self._halt()
        self._watch.set_to_zero()
        self._before, self._next, self._ended = 0.0, None, False
        self._phase, self._breath = "", 0
        self._use(pattern or self.pattern)
        if self._wanted:
            self._go()

    def change(self, pattern: BreathRhythm, seconds: float) -> None:
        """Breathe as `pattern` from the next breath in, until `seconds` have passed in all."""
        self._next = (pattern, seconds)
        if self.elapsed == 0:
            self._turn_over()

    def _turn_over(self) -> bool:
        """Go over to the pattern that was wished for; False when no time is left for a breath of it."""
        assert self._next is not None, "it goes over only to what was wished for"
        (pattern, seconds), self._next = self._next, None
        now = self.now
        done = self.pattern.breaths if now.phase == "done" else now.number - self.pattern.first
        begun = self._before + done * self.pattern.breath_seconds
        breaths = 0 if math.isinf(seconds) else round((seconds - begun) / pattern.breath_seconds)
        if breaths < 1 and math.isfinite(seconds):
            return False
        fresh = replace(pattern, breaths=breaths, first=self.pattern.first + done)
        self._before = begun
        self._use(fresh)
        return True

    def _use(self, pattern: BreathRhythm) -> None:
        self.pattern, self._second = pattern, -1
        for form in (self.scene, self._blocks):
            if form is not None:
                form.pattern = pattern
        if self._picture is not None:
            self._picture.lay_out()
        self._draw(force=True)

    def _go(self) -> None:
        if goes_on(self) and not self._watch.running and self._wanted and not self._ended:
            self._watch.start()
            self._arm()
            self.tick()

    def _halt(self) -> None:
        self._watch.stop()
        self.timer.stop()

    def _arm(self) -> None:
        """60 frames a second in the moving form; one turn at the next whole second where nothing moves."""
        still = self._blocks is not None and self._stack.currentWidget() is self._blocks
        if still or self._unseen:
            self.timer.setSingleShot(True)
            self.timer.setTimerType(Qt.TimerType.CoarseTimer)
            within = self.elapsed
            self.timer.start(max(20, math.ceil((math.floor(within + 1) - within) * 1000) + 5))
        else:
            self.timer.setSingleShot(False)
            self.timer.setTimerType(Qt.TimerType.PreciseTimer)
            self.timer.start(FRAME_MS)

    def tick(self) -> None:
        """Show the clock's present; the timer calls it, and so may a test."""
        if self._watch.touch():
            self.pause()
            self.slept.emit()
            return
        elapsed = self.elapsed
        now = self.pattern.at(elapsed - self._before)
        over = now.phase == "done"
        if self._watch.running and self._next is not None and (over or now.number != self._breath):
            over = not self._turn_over()
            self._draw()
        else:
            self._draw_at(now, elapsed)
        if not self._watch.running:
            return
        if over:
            self._end()
        elif self.timer.isSingleShot():
            self._arm()

    def _end(self) -> None:
        self._halt()
        self._ended = True
        self._wanted = False
        self._draw(force=True)
        self.finished.emit()

    def _draw(self, *, force: bool = False) -> None:
        elapsed = self.elapsed
        self._draw_at(self.pattern.at(elapsed - self._before), elapsed, force=force)

    def _draw_at(self, now: Breath, elapsed: float, *, force: bool = False) -> None:
        """Show the breath `now`, `elapsed` seconds after the first began."""
        second = math.floor(elapsed + 1e-9)
        fresh = force or second != self._second or now.phase != self._phase
        paused = not self._wanted and not self._ended and elapsed > 0
        if self._stack.currentWidget() is self._blocks and self._blocks is not None:
            if fresh:
                self._blocks.show_breath(now, paused=paused)
        elif self.scene is not None:
            self.scene.show_breath(now)
            if fresh:
                self.scene.show_words(now, paused=paused, paused_word=_("Paused"))
        self._second = second
        if now.number != self._breath:
            self._breath = now.number
            self.breath_changed.emit(now.number)
        if now.phase != self._phase:
            self._phase = now.phase
            self._say(now)

    def _say(self, now: Breath) -> None:
        """Let screen readers and listeners know the new phase."""
        word = phase_word(now.phase)
        tell(self, f"{word}. {progress_sentence(self.pattern, now)}".rstrip())
        if self._watch.running:
            announce(self, word)
        if now.phase != "done":
            self.phase_changed.emit(now.phase)

    def _choose_form(self) -> None:
        """Show the moving or the still form, as the person wants it."""
        if theme.reduced_motion:
            if self._blocks is None:
                self._blocks = PacerBlocks(self.pattern)
                self._stack.addWidget(self._blocks)
            self._stack.setCurrentWidget(self._blocks)
        else:
            if self.scene is None or self._picture is None:
                self.scene = PacerScene(self.pattern)
                self.scene.setParent(self)
                self._picture = _Picture(self.scene)
                self._stack.addWidget(self._picture)
            self._stack.setCurrentWidget(self._picture)
        self._draw(force=True)

    def restyle(self) -> None:
        """Take over new colours and fonts, and the form of motion."""
        if self.scene is not None:
            self.scene.dress()
        if self._picture is not None:
            self._picture.lay_out()
        self._choose_form()
        if self.timer.isActive():
            self._arm()
        self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on when it is seen again."""
        super().showEvent(event)
        self._unseen = False
        if self._watch.running:
            self._arm()
        self._go()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while it is not seen, unless only its window is not."""
        super().hideEvent(event)
        self._unseen = True
        if not goes_on(self):
            self._halt()
        elif self._watch.running:
            self._arm()
