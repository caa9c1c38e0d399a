"""In the form of a thought: the same thought was met before, with a fairer one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rewire_app.domain.lists.entries import ListEntry
from rewire_app.domain.lists.written import Thought
from rewire_app.i18n import _
from rewire_app.reports.records import met_before
from rewire_app.ui.entries.entry_form import EntryForm
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.text import Second

UNDER = 2
"""Where it stands in the form: below its title and the field of the hard thought."""


class MetThought(Sunken):
    """Shown while the words of `form` are those of a thought that `entries` has."""

    def __init__(self, form: EntryForm, entries: Callable[[], Sequence[ListEntry]]) -> None:
        super().__init__()
        self._form, self._entries = form, entries
        self._words = Second("", ink="ink")
        put(self.body, self._words)
        self.hide()
        form.body.insertWidget(UNDER, self)
        form.form.changed.connect(self._look)
        self._look("hard")

    def _look(self, key: str) -> None:
        if key != "hard":
            return
        thoughts = [one for one in self._entries() if isinstance(one, Thought)]
        met = met_before(thoughts, str(self._form.form.answer("hard")), self._form.uid)
        if (met is not None) == self.isVisibleTo(self._form):
            return
        self.setVisible(met is not None)
        if met is not None:
            words = _("You met this before, with a fairer answer: {words}").format(words=met.fair.strip())
            self._words.setText(words)
            announce(self, words)
