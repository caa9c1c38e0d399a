"""The one place where writes run: it does them, keeps the undo steps, announces topics, shows errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import ParamSpec

from PySide6.QtCore import QObject, Signal

from rewire_app.domain.change import Change
from rewire_app.domain.days import Clock
from rewire_app.errors import OnlyReadError, RewireError
from rewire_app.i18n import _
from rewire_app.ui.base import crash, routes
from rewire_app.ui.base.history import History, UndoStep, free, newest
from rewire_app.ui.base.keys import cap
from rewire_app.ui.base.places import on_which_day, when_and_where, where
from rewire_app.ui.base.routes import Route
from rewire_app.ui.widgets.autosave import Burst
from rewire_app.ui.widgets.undo_strip import StripOffer

P = ParamSpec("P")

WORDLESS = ("favourites/", "pauses/")
"""How the names of rows begin whose removal takes no words away."""


class Hub(QObject):
    """Runs every write of the window.

    `changed(frozenset)`: topics touched. `failed(str)`: a sentence for the person, for all that did not
    happen. `said(str)`: one for what did, where nothing can be undone. `offered(StripOffer)`: what can now be
    taken back or done again, for the strip at the foot; `withdrawn()`: that can be done no more.
    `wanted(Route)`: what is about to change there is to be seen. `saved()`: a write reached the disk.
    `secret_wanted(SecretWanted)`: the passphrase is asked for once more, before what is grave.
    `erasing_wanted(ErasingWish)`: everything is to be erased, which was asked twice.
    `guarded()`: the notes have a passphrase now, or have none any more.
    """

    changed = Signal(object)
    failed = Signal(str)
    said = Signal(str)
    offered = Signal(object)
    withdrawn = Signal()
    wanted = Signal(object)
    saved = Signal()
    secret_wanted = Signal(object)
    erasing_wanted = Signal(object)
    guarded = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.history = History()
        self._offered: UndoStep | None = None
        self.in_sight: Callable[[], Route] = lambda: routes.TODAY
        """The page in sight and what of it; the window tells."""
        self.erase: Callable[[frozenset[str]], frozenset[str]] = frozenset
        """Takes removed rows out for good, and says which are gone or other by that; the open notes tell."""
        self.still_held: Callable[[], str] = str
        """A sentence about what backups still hold, "" when there are none; the open notes tell."""

    # writing

    def do(
        self,
        label: str,
        write: Callable[P, Change],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """Run `write(...)` as a step of its own called `label` and offer to undo it; False if it failed.

        `label` says what was done, in words that can follow "Taken back: ".
        """
        return self.do_for(self.in_sight(), label, write, *args, **kwargs)

    def do_for(
        self,
        place: Route,
        label: str,
        write: Callable[P, Change],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """As `do`, for what is seen in another `place` than where it is done: it is taken back there."""
        step = self._run(label, None, partial(write, *args, **kwargs), place)
        if step is not None:
            self._offer_undo(step)
        return step is not None

    def keep(
        self,
        label: str,
        burst: Burst | None,
        write: Callable[P, Change],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """As `do`, for what saves by itself: neighbours of one `burst` are one step, no offer."""
        return self._run(label, burst, partial(write, *args, **kwargs), self.in_sight()) is not None

    def note(self, write: Callable[P, Change], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Run `write(...)` without a step to undo: for what is noted unasked, as where a reader stopped."""
        try:
            change = write(*args, **kwargs)
        except OnlyReadError:  # nobody asked for it
            return False
        except RewireError as error:
            self.failed.emit(str(error))
            return False
        self.announce(change.topics)
        return True

    def _run(
        self, label: str, burst: Burst | None, write: Callable[[], Change], place: Route
    ) -> UndoStep | None:
        at = self._clock.now().wall
        try:
            change = write()
        except RewireError as error:
            self.failed.emit(str(error))
            return None
        step = UndoStep(what=label, place=place, at=at, change=change, rows=change.rows, burst=burst)
        step = self.history.add(step)
        with self.telling():
            self.history.settle()
        self._withdraw_what_is_gone()
        self.announce(change.topics)
        return step

    def _withdraw_what_is_gone(self) -> None:
        """What was taken back before a new write can not be done again: nothing may offer it any more."""
        history, offered = self.history, self._offered
        if offered is not None and offered not in history.done and offered not in history.taken:
            self._offered = None
            self.withdrawn.emit()

    @contextmanager
    def telling(self) -> Iterator[None]:
        """What is done inside ends at the first known fault, whose sentence is told; for reads in a slot.

        What is noted unasked besides is left out where the notes are only looked at.
        """
        try:
            yield
        except OnlyReadError:
            return
        except RewireError as error:
            self.failed.emit(crash.sentence(error))

    def announce(self, topics: frozenset[str]) -> None:
        """Say that a write which touched `topics` reached the disk."""
        self.saved.emit()
        self.changed.emit(topics)

    # taking back

    def forget(self) -> None:
        """Let go of every step that could be undone or done again."""
        self.history.forget()
        self._offered = None

    def offer(self, of: str) -> None:
        """Offer to take back the newest step of the thing `of`, which was kept without an offer."""
        for step in reversed(self.history.done):
            if step.burst is not None and step.burst.of == of:
                self._offer_undo(step)
                return

    def undo(self) -> None:
        """Take back the newest step of the page in sight; if it has none, name the newest elsewhere."""
        self._ask(self.history.done, _("There is nothing to take back."))

    def redo(self) -> None:
        """Do again what was last taken back on the page in sight; else say what was elsewhere."""
        self._ask(self.history.taken, _("There is nothing to do again."))

    def _ask(self, steps: Sequence[UndoStep], nothing: str) -> None:
        here = self.in_sight()
        step = newest(steps, here)
        if step is None:
            self.said.emit(nothing)
        elif step.place == here:
            self._turn(step)
        else:
            self._offer_elsewhere(step)

    def _offer_undo(self, step: UndoStep) -> None:
        words = step.what[:1].upper() + step.what[1:]
        self._tell(words, "", _("Undo"), cap("undo"), step)

    def _tell(self, lead: str, words: str, action: str, keys: str, step: UndoStep) -> None:
        self._offered = step
        erasable = step in self.history.done and any(map(_has_words, step.change.removed))
        self.offered.emit(
            StripOffer(
                lead=lead,
                words=words,
                action=action,
                keys=keys,
                act=partial(self._turn, step),
                quiet=_("Delete for ever") if erasable else "",
                then=partial(self._erase, step),
            )
        )

    def _erase(self, step: UndoStep) -> None:
        """Erase what the step removed; no step can bring it back, or say what it was."""
        try:
            touched = self.erase(step.change.removed)
        except RewireError as error:
            self.failed.emit(str(error))
            return
        self.history.drop(step)
        self.history.drop_touching(touched)
        self._offered = None
        self.announce(step.change.topics)
        self.said.emit(" ".join(filter(None, (_("Deleted for ever."), self.still_held()))))

    def _offer_elsewhere(self, step: UndoStep, why: str = "") -> None:
        back = step in self.history.done
        words = _("{where}: {what}") if back else _("{where}, taken back: {what}")
        self._offered = step
        self.offered.emit(
            StripOffer(
                lead=words.format(where=where(step.place), what=step.what),
                words=why or on_which_day(step.place),
                action=_("Take it back") if back else _("Do it again"),
                act=partial(self._turn_there, step),
            )
        )

    def _turn_there(self, step: UndoStep) -> None:
        """Take the step back, or do it again, where it can be seen."""
        self.wanted.emit(step.place)
        self._turn(step)

    def _turn(self, step: UndoStep) -> None:
        """Take exactly this step back, or do it again; what lies over it is offered first."""
        for steps, turn in ((self.history.done, self._take_back), (self.history.taken, self._do_again)):
            if step in steps:
                over = free(steps, step)
                if over is step:
                    turn(step)
                else:
                    self._offer_elsewhere(over, _("which came later and goes first"))
                return

    def _take_back(self, step: UndoStep) -> None:
        if self._move(step):
            words = when_and_where(step.place, step.at, self._clock.now().wall)
            lead = _("Taken back: {what}").format(what=step.what)
            self._tell(lead, words, _("Do again"), cap("redo"), step)

    def _do_again(self, step: UndoStep) -> None:
        if self._move(step):
            lead = _("Done again: {what}").format(what=step.what)
            self._tell(lead, "", _("Undo"), cap("undo"), step)

    def _move(self, step: UndoStep) -> bool:
        try:
            change = step.change.revert()
        except RewireError as error:
            self.history.drop(step)
            self.failed.emit(str(error))
            return False
        self.history.move(step, change)
        self.announce(change.topics)
        return True


def _has_words(row: str) -> bool:
    return not row.startswith(WORDLESS)
