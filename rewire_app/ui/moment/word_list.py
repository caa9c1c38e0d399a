"""Words to choose from that the person can add to and make their own, as feelings and skills."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.change import Change
from rewire_app.domain.limits import MAX_NAME, shortened
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.moment.choices import LONGEST
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import hbox, stretch, vbox, wide
from rewire_app.ui.widgets.question import Captioned
from rewire_app.ui.widgets.theme import S2, S3
from rewire_app.ui.widgets.unfold import LinkButton

FACT = "words:{name}"
"""Under which fact of the profile a list is kept; without one there are the bundled words."""
MOST = 60
"""So many words are offered at most."""


def read_words(text: str | None, bundled: Sequence[str]) -> tuple[str, ...]:
    """The words in `text`, as a list is kept; the bundled ones where there is none that can be read."""
    try:
        found = json.loads(text or "null")
    except ValueError:
        return tuple(bundled)
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        return tuple(bundled)
    return tuple(found)


def tidied(words: Sequence[str]) -> tuple[str, ...]:
    """Each word once, whatever its capitals and blanks, in the order in which they stand."""
    once: dict[str, str] = {}
    for word in words:
        plain = " ".join(word.split())[:MAX_NAME]
        if plain:
            once.setdefault(plain.casefold(), plain)
    return tuple(once.values())[:MOST]


class WordList(QWidget):
    """The chips of the question `name` of `form`, a line to add a word, and the list to be changed.

    What was chosen stays, whatever the list says. `changed()`: another word was chosen by adding it.
    """

    changed = Signal()

    def __init__(self, context: Context, form: Form, name: str, bundled: Sequence[str]) -> None:
        super().__init__()
        self._context, self._form, self._name, self._bundled = context, form, name, bundled
        self._words: tuple[str, ...] = ()
        self._new, self._list = f"{name}_new", f"{name}_list"
        add = QuietButton(_("Add"))
        add.setAccessibleName(_("Add: {what}").format(what=form.questions[self._new].label))
        add.clicked.connect(self._add_pressed)
        foot = Qt.AlignmentFlag.AlignBottom
        across = hbox(wide(form.field(self._new), 1), wide(add, 0, foot), stretch(), gap=S2)
        self._change = LinkButton(_("Change the list"))
        self._change.setAccessibleName(_("Change the list: {what}").format(what=form.questions[name].label))
        self._rest = QWidget()
        self._change.clicked.connect(lambda: self._open(not self._rest.isVisibleTo(self)))
        done = SecondButton(_("Use this list"))
        done.clicked.connect(self._use_list)
        vbox(form.field(self._list), hbox(done, stretch()), on=self._rest, gap=S3)
        vbox(form.field(name), across, self._change, self._rest, on=self, gap=S2)
        self._open(False)

    @property
    def _chips(self) -> ChipGroup:
        field = self._form.field(self._name)
        assert isinstance(field, Captioned)
        assert isinstance(field.control, ChipGroup)
        return field.control

    def read(self) -> None:
        """Offer the words as they are kept; raises a StoreError."""
        kept = self._context.store.profile.get(FACT.format(name=self._name))
        self._words = read_words(kept, self._bundled)
        self.offer(self._form.answer(self._name))

    def offer(self, chosen: Sequence[str]) -> None:
        """Offer the list, and after it what is `chosen` and not in it."""
        words = dict.fromkeys((*self._words, *chosen))
        self._chips.offer([(word, shortened(word, LONGEST)) for word in words])

    def settle(self) -> None:
        """Take a word that stands in the line as added."""
        self._add(self._form.answer(self._new))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the line adds its word; without one it is for the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._form.answer(self._new):
            self._add_pressed()
        else:
            super().keyPressEvent(event)

    def _add_pressed(self) -> None:
        self.settle()
        self._form.begin(self._new)

    def _add(self, typed: str) -> None:
        [word] = tidied([typed]) or ("",)
        if not word:
            return
        word = next((one for one in self._words if one.casefold() == word.casefold()), word)
        chosen = self._form.answer(self._name)
        if word not in self._words and len(self._words) < MOST:
            self._context.hub.note(self._put, (*self._words, word))
        self.offer((*chosen, word))
        self._form.restore({self._new: "", self._name: tuple(dict.fromkeys((*chosen, word)))})
        self.changed.emit()

    def _open(self, opened: bool) -> None:
        if opened and not self._form.answer(self._list):
            self._form.restore({self._list: self._words})
        self._rest.setVisible(opened)
        self._change.setAccessibleDescription(_("open") if opened else _("closed"))

    def _use_list(self) -> None:
        words = tidied(self._form.answer(self._list))
        if self._context.hub.do(_("a list of words changed"), self._put, words):
            self._form.restore({self._list: ()})
            self.offer(self._form.answer(self._name))
            self._open(False)
            self._change.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()

    def _put(self, words: tuple[str, ...]) -> Change:
        text = json.dumps(words, ensure_ascii=False)
        change = self._context.store.profile.put(FACT.format(name=self._name), text)
        self._words = words
        return change
