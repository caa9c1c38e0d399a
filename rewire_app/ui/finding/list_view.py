"""All entries, the newest first, by kind; several can be chosen, tagged, or taken out together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import Moment, Night, Practice
from rewire_app.domain.journal.notes import Note
from rewire_app.domain.library.searching import Marked
from rewire_app.i18n import _, ngettext
from rewire_app.reports.entry_list import KINDS, newest, stands_alone
from rewire_app.reports.written import OwnEntry, WrittenKind, one_line
from rewire_app.store.store import Entry
from rewire_app.ui.base.context import Context
from rewire_app.ui.finding.entry_list import EntryList
from rewire_app.ui.finding.kind_chips import KindChips
from rewire_app.ui.finding.lines import line_of
from rewire_app.ui.finding.tag_bar import TagBar
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Second, Title
from rewire_app.ui.widgets.theme import S2, S3, S4

BATCH = 40
"""So many rows at first, and so many more on each demand."""
REMOVED: Mapping[WrittenKind, type[Entry]] = {
    WrittenKind.NOTE: Note,
    WrittenKind.MOMENT: Moment,
    WrittenKind.NIGHT: Night,
    WrittenKind.PRACTICE: Practice,
}
"""What can be taken out here, and as what: an evening stands in its day, with other things."""


class EveryEntry(QWidget):
    """`go(Route)`: an entry is opened."""

    go = Signal(object)
    topics = frozenset({"days", "nights", "moments", "practices", "notes"})

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._most = BATCH
        self._entries: list[OwnEntry] = []
        self._choosing = False
        self._chosen: dict[str, None] = {}
        self.head = QWidget()
        hbox(Title(_("All entries")), stretch(), on=self.head)
        self.chips = KindChips(KINDS)
        self.chips.changed.connect(self._other_kind)
        self.choose = QuietButton(_("Choose several"))
        self.choose.clicked.connect(lambda: self.choose_several(on=not self._choosing))
        self.bar = TagBar()
        self.bar.added.connect(partial(self._tag, "add"))
        self.bar.taken.connect(partial(self._tag, "take"))
        self.bar.removed.connect(lambda: self._remove(self._chosen))
        self.bar.hide()
        self._none = Second(_("Nothing here yet. What you note stands here, the newest first."))
        self.list = EntryList(_("All entries"))
        self.list.go.connect(self.go)
        self.list.more.connect(self._show_more)
        self.list.removed.connect(lambda uid: self._remove((uid,)))
        self.list.ticked.connect(self._tick)
        card = Card(padding=(28, 14))
        put(card.body, self._none, self.list)
        across = hbox(wide(self.chips, 1), self.choose, gap=S3)
        vbox(across, S2, self.bar, S2, card, S4, stretch(), on=self, gap=0)

    # reading

    def refresh(self) -> None:
        """Read the entries anew, as many as were shown; raises a StoreError."""
        context, kind = self._context, self.chips.kind
        kinds = KINDS if kind is None else (kind,)
        found = newest(context.vault, context.library, kinds, self._most + 1)
        self._entries = found[: self._most]
        there = {entry.uid for entry in self._entries}
        self._chosen = {uid: None for uid in self._chosen if uid in there}
        self._show(more=len(found) > self._most)

    def _show(self, *, more: bool) -> None:
        today, held = self._context.today, self.list.held()
        lines = [
            line_of(
                entry,
                entry.about,
                one_line(Marked(text="".join(entry.texts))),
                today,
                removable=stands_alone(entry),
            )
            for entry in self._entries
        ]
        self.list.show_lines(lines, -1 if more else 0, choosing=self._choosing, chosen=self._chosen)
        self._none.setVisible(not lines)
        self.choose.setVisible(self._choosing or any(map(stands_alone, self._entries)))
        self.choose.setText(_("Done choosing") if self._choosing else _("Choose several"))
        self.bar.setVisible(self._choosing)
        notes = self._chosen_notes()
        tags = {tag for note in notes for tag in note.tags}
        self.bar.show_chosen(len(self._chosen), len(notes), sorted(tags, key=str.casefold))
        if held >= 0:
            self.list.enter(held)

    def _renew(self) -> None:
        with self._context.hub.telling():
            self.refresh()

    def _other_kind(self, _value: object) -> None:
        self._most = BATCH
        self._renew()

    def _show_more(self) -> None:
        before = self.list.shown
        self._most += BATCH
        self._renew()
        self.list.enter(before)

    # choosing several

    def choose_several(self, *, on: bool) -> None:
        """Let entries be chosen together, or end that."""
        self._choosing, self._chosen = on, {}
        self._renew()

    def _chosen_notes(self) -> list[OwnEntry]:
        chosen = (one for one in self._entries if one.uid in self._chosen)
        return [one for one in chosen if one.kind is WrittenKind.NOTE]

    def _tick(self, uid: str) -> None:
        if uid in self._chosen:
            del self._chosen[uid]
        else:
            self._chosen[uid] = None
        self._renew()

    def _tag(self, how: str, tag: str) -> None:
        """Add or take a tag for all notes that are chosen: one write, one step to take back."""
        uids = tuple(note.uid for note in self._chosen_notes())
        if not uids or not tag:
            return
        words = ngettext("tags of {n} note changed", "tags of {n} notes changed", len(uids))
        self._context.hub.do(
            words.format(n=len(uids)), partial(self._context.store.notes.tag, uids, **{how: tag})
        )

    def _remove(self, uids: Collection[str]) -> None:
        """Take entries out in one step; the strip at the foot brings them back, or deletes them for ever."""
        found = [entry for entry in self._entries if entry.uid in uids]
        by_kind = {REMOVED[one.kind]: [each.uid for each in found if each.kind is one.kind] for one in found}
        if found:
            words = ngettext("{n} entry removed", "{n} entries removed", len(found)).format(n=len(found))
            self._context.hub.do(words, self._context.store.remove_all, by_kind)

    def begin(self) -> None:
        """Put the keyboard on the first entry, or where a kind is chosen."""
        if not self.list.enter():
            self.chips.setFocus()
