"""What is done with patterns beside writing them: kept otherwise, removed, linked, copied and printed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from rewire_app.domain.lists.entries import ListKind, Pattern, PatternState
from rewire_app.i18n import _
from rewire_app.reports.lists import list_text
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.copying import copy_private


class PatternActs:
    """Every write can be undone, and says why when it did not happen."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def change(self, pattern: Pattern, words: str) -> None:
        """Keep `pattern` in the place of the one with its uid; `words` say what that is."""
        self._context.hub.do(words, self._context.store.patterns.edit, pattern)

    def take_up(self, uid: str) -> None:
        """Go on with one that rests."""
        with self._context.hub.telling():
            pattern = self._context.store.patterns.get(uid)
            if pattern is not None:
                taken = replace(pattern, state=PatternState.ACTIVE, since=self._context.today)
                self.change(taken, _("pattern taken up"))

    def remove(self, uid: str) -> bool:
        """Take one out; False if that could not be saved."""
        remove = self._context.store.patterns.remove
        return self._context.hub.do_for(routes.PATTERNS, _("pattern removed"), remove, uid)

    def link(self, earlier: str, later: str) -> bool:
        """Let a moment be set off by an earlier one; False if that could not be saved."""
        moments, hub = self._context.store.moments, self._context.hub
        with hub.telling():
            moment = moments.get(later)
            if moment is not None:
                return hub.do(_("moments linked"), moments.edit, replace(moment, set_off_by=earlier))
        return False

    def copy(self) -> None:
        """Put all patterns on the clipboard as text."""
        with self._context.hub.telling():
            patterns = self._context.store.patterns.all()
            text = list_text(ListKind.PATTERNS, patterns, (), self._context.today)
            self._context.hub.said.emit(copy_private(text))

    def print(self, over: QWidget) -> None:
        """Print all patterns; what is asked about stands over the window of `over`."""
        from rewire_app.ui.entries.printing import print_on
        from rewire_app.ui.widgets.paper import ask_and_print

        with self._context.hub.telling():
            told = (ListKind.PATTERNS, self._context.store.patterns.all(), (), self._context.today)
            ask_and_print(over.window(), _("Print the patterns"), lambda printer: print_on(printer, *told))
