"""All entries, the newest first, by kind; notes can be chosen together, tagged, or taken out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.library.searching import Marked
from rewire_app.i18n import _, ngettext
from rewire_app.reports.entry_list import KINDS, newest, takes_tags
from rewire_app.reports.written import Written, WrittenKind
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
REMOVED = frozenset({WrittenKind.MOMENT, WrittenKind.NIGHT, WrittenKind.PRACTICE})
"""What can be taken out here beside notes: an evening stands in its day, with other things."""


class ListView(QWidget):
    """`go(Route)`: an entry is opened."""

    go = Signal(object)
    topics = frozenset({"days", "nights", "moments", "practices", "notes"})

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._most = BATCH
        self._entries: list[Written] = []
        self._choosing = False
        self._chosen: dict[str, None] = {}
        self.head = QWidget()
        hbox(Title(_("All entries")), stretch(), on=self.head)
        self.chips = KindChips(KINDS)
        self.chips.changed.connect(self._other_kind)
        self.choose = QuietButton(_("Choose notes"))
        self.choose.clicked.connect(lambda: self.choose_notes(on=not self._choosing))
        self.bar = TagBar()
        self.bar.added.connect(partial(self._tag, "add"))
        self.bar.taken.connect(partial(self._tag, "take"))
        self.bar.removed.connect(self._remove_chosen)
        self.bar.hide()
        self._none = Second(_("Nothing here yet. What you note stands here, the newest first."))
        self.list = EntryList(_("All entries"))
        self.list.go.connect(self.go)
        self.list.more.connect(self._show_more)
        self.list.removed.connect(self._remove)
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
                Marked(text=" ".join("".join(entry.texts).split())),
                today,
                removable=takes_tags(entry) if entry.kind is WrittenKind.NOTE else entry.kind in REMOVED,
            )
            for entry in self._entries
        ]
        self.list.show_lines(lines, -1 if more else 0, choosing=self._choosing, chosen=self._chosen)
        self._none.setVisible(not lines)
        self.choose.setVisible(self._choosing or any(map(takes_tags, self._entries)))
        self.choose.setText(_("Done choosing") if self._choosing else _("Choose notes"))
        tags = {tag for one in self._entries if one.uid in self._chosen for tag in one.tags}
        self.bar.setVisible(self._choosing)
        self.bar.show_chosen(len(self._chosen), sorted(tags, key=str.casefold))
        if held >= 0:
            self.list.enter(held)

    def _renew(self) -> None:
        with self._context.hub.telling():
            self.refresh()

    def _other_kind(self, _value: object) -> None:
        self._most = BATCH
        if self.chips.kind not in (None, WrittenKind.NOTE):
            self._choosing, self._chosen = False, {}
        self._renew()

    def _show_more(self) -> None:
        before = self.list.shown
        self._most += BATCH
        self._renew()
        self.list.enter(before)

    # choosing notes

    def choose_notes(self, *, on: bool) -> None:
        """Let notes be chosen together, or end that."""
        self._choosing, self._chosen = on, {}
        if on and self.chips.kind is not WrittenKind.NOTE:
            self.chips.set_value(str(WrittenKind.NOTE))  # which reads anew
        else:
            self._renew()

    def _tick(self, uid: str) -> None:
        if uid in self._chosen:
            del self._chosen[uid]
        else:
            self._chosen[uid] = None
        self._renew()

    def _tag(self, how: str, tag: str) -> None:
        """Add or take a tag for all that are chosen: one write, one step to take back."""
        uids = tuple(self._chosen)
        if not uids or not tag:
            return
        words = ngettext("tags of {n} note changed", "tags of {n} notes changed", len(uids))
        self._context.hub.do(
            words.format(n=len(uids)), partial(self._context.store.notes.tag, uids, **{how: tag})
        )

    def _remove_chosen(self) -> None:
        uids = tuple(self._chosen)
        if uids:
            words = ngettext("{n} note removed", "{n} notes removed", len(uids)).format(n=len(uids))
            self._context.hub.do(words, self._context.store.notes.remove_all, uids)

    def _remove(self, uid: str) -> None:
        """Take one entry out; the strip at the foot brings it back, or deletes it for ever."""
        store, kind = self._context.store, next(one.kind for one in self._entries if one.uid == uid)
        what, remove = {
            WrittenKind.NOTE: (_("note removed"), store.notes.remove),
            WrittenKind.MOMENT: (_("moment removed"), store.moments.remove),
            WrittenKind.NIGHT: (_("night removed"), store.nights.remove),
            WrittenKind.PRACTICE: (_("a practice removed"), store.practices.remove),
        }[kind]
        self._context.hub.do(what, remove, uid)

    def begin(self) -> None:
        """Put the keyboard on the first entry, or where a kind is chosen."""
        if not self.list.enter():
            self.chips.setFocus()
