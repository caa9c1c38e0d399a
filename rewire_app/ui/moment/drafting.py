"""Holds the moment that is half written, and its clock, among the notes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.moment_draft import KEY, MomentDraft, read_draft
from rewire_app.ui.base.routes import Route
from rewire_app.ui.widgets.autosave import Autosave
from rewire_app.ui.widgets.typed_words import TypedWords, typed_in


class MomentDrafting:
    """Holds what `typed` gives; None: nothing is half written and no clock runs.

    Words are held without a word to others. That a clock starts or ends is told: the rail shows it.
    """

    def __init__(self, context: Context, typed: Callable[[], MomentDraft | None], page: QWidget) -> None:
        self._context, self._typed, self._page = context, typed, page
        self._held: MomentDraft | None = None
        self._saving = Autosave(self._write, page, words=self._words)

    def _words(self) -> tuple[TypedWords, ...]:
        draft = self._typed()
        return typed_in(self._page) if draft is not None and draft.answers else ()

    def read(self) -> MomentDraft | None:
        """What is half written, here or as it was left; raises a StoreError."""
        now = self._typed()
        if now is None:
            now = self._held = read_draft(self._context.store.profile.get(KEY))
        return now

    def soon(self) -> None:
        """Something was given: it is held soon, and at once where the clock is stopped or goes on."""
        draft = self._typed()
        if _clock(draft) == _clock(self._held):
            self._saving.soon()
        else:
            self._saving.now()

    def now(self) -> bool:
        """Hold what there is now; False when that could not be."""
        return self._saving.now()

    def flush(self) -> bool:
        """Hold what waits to be; False when that could not be."""
        return self._saving.flush()

    def leave_out(self, place: Route) -> bool:
        """Let nothing be half written any more, as a step that can be taken back at `place`."""
        if not self._saving.now():
            return False
        put, hub = self._context.store.profile.put, self._context.hub
        if hub.do_for(place, _("moment left out"), put, KEY, ""):
            self._held = None
            return True
        return False

    def _write(self) -> bool:
        draft, put, hub = self._typed(), self._context.store.profile.put, self._context.hub
        text = draft.text() if draft is not None else ""
        if text == (self._held.text() if self._held is not None else ""):
            return True
        if _clock(draft) != _clock(self._held):
            done = hub.note(put, KEY, text)
            self._held = draft if done else self._held
            return done
        with hub.telling():
            put(KEY, text)
            self._held = draft
            return True
        return False


def _clock(draft: MomentDraft | None) -> object:
    return None if draft is None else draft.clock
