"""One list of the person: its entries in groups, each changed in place, and what can be done with all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.entries import (
    KEPT,
    CrisisSection,
    ListEntry,
    ListKind,
    WorrySort,
)
from rewire_app.domain.lists.reading import MOVED, Group, grouped, moved
from rewire_app.domain.lists.words import list_words
from rewire_app.i18n import _, ngettext
from rewire_app.reports.lists import list_text
from rewire_app.ui.base import routes
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.copying import copy_private
from rewire_app.ui.entries.entry_draft import EntryDraft
from rewire_app.ui.entries.entry_form import EntryForm
from rewire_app.ui.entries.foot import EmptyCard, Foot
from rewire_app.ui.entries.met_thought import MetThought
from rewire_app.ui.entries.rows import EntryRow
from rewire_app.ui.entries.writing import ListWriting
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import CHEVRON, QUIET, QUIET_END, clear, hung, nest, put, stretch, vbox
from rewire_app.ui.widgets.tab_order import set_tab_order, stops_in
from rewire_app.ui.widgets.text import Heading, Lead, Second, Title
from rewire_app.ui.widgets.theme import S1, S3, S4, S5
from rewire_app.ui.widgets.unfold import LinkButton

FIRST = 12
"""So many entries of a group are shown until the others are asked for."""


class ListView(QWidget):
    """`go(Route)`; `back()`; `opened(widget)`: a form was opened and wants to be in sight.

    `headed`: it has its own title and its link back; the page of a tab has them itself. `figure` makes what
    is drawn of an entry under its words.
    """

    go = Signal(object)
    back = Signal()
    opened = Signal(object)

    def __init__(
        self,
        context: Context,
        kind: ListKind,
        *,
        headed: bool = True,
        figure: Callable[[ListEntry], QWidget | None] = lambda _entry: None,
    ) -> None:
        super().__init__()
        self.kind = kind
        self._context, self._figure = context, figure
        self._writing = ListWriting(context, kind)
        self._entries: list[ListEntry] = []
        self._order: tuple[str, ...] = ()
        self.form: EntryForm | None = None
        self._under = ""
        self.draft = EntryDraft(context, kind, lambda: (self.form, self._under), self)
        self.rows: dict[str, EntryRow] = {}
        self._whole: set[str] = set()
        self._stops: list[QWidget] = []
        self._next: QWidget = self
        words = list_words(kind)
        column = vbox(on=self, gap=0)
        self._back: BackLink | None = None
        if headed:
            self._back = BackLink(routes.LISTS)
            self._back.went.connect(self.back)
            put(column, hung(self._back, start=CHEVRON), S3, Title(words.name))
        self._lead = Lead(words.lead)
        put(column, self._lead, S4)
        self._body = vbox(gap=0)
        put(column, self._body, stretch())

    def begin(self) -> None:
        """Put the keyboard where one begins: in what is being written, or at the top."""
        if self.form is not None:
            self.form.begin()
        else:
            first = self._back if self._back is not None and self._entries else self._next
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # showing

    def refresh(self) -> None:
        """Read the list anew; what is being typed stays. Raises a StoreError."""
        self._entries, self._order = self._writing.entries(), self._writing.order()
        form = self.form
        if form is not None and form.entry is not None and form.uid not in self._uids():
            if form.filled:
                form.become_new(self._new_uid())
            else:
                self._close_form()
        if self.form is None:
            begun, self._under = self.draft.brought_back(self._entries)
            if begun is not None:
                self._place(begun)
        self._fill()

    def _uids(self) -> list[str]:
        return [entry.uid for entry in self._entries]

    def _fill(self) -> None:
        if self.form is not None:
            self._body.removeWidget(self.form)
        clear(self._body)
        self.rows, self._stops = {}, [] if self._back is None else [self._back]
        self._lead.setVisible(bool(self._entries))
        if self._entries:
            for group in grouped(self.kind, self._entries, self._order):
                self._put_group(group)
        if self.form is None:
            self._put_foot()
        elif self._body.indexOf(self.form) < 0:
            self._put_form(self.form)
        set_tab_order(self._stops)

    def _put_group(self, group: Group) -> None:
        if group.title:
            put(self._body, S3, Heading(group.title), S1)
        last = len(group.entries) - 1
        shown = self._shown(group)
        for place, entry in enumerate(shown):
            if place:
                self._body.addWidget(Divider())
            if self.form is not None and self.form.uid == entry.uid:
                self._put_form(self.form)
                continue
            row = EntryRow(
                entry,
                self._context.today,
                movable=self.kind in MOVED and last > 0,
                figure=self._figure(entry),
            )
            row.set_ends(first=place == 0, last=place == last)
            row.edit.connect(self.edit)
            row.shifted.connect(self._move)
            row.take.connect(self._take)
            row.removed.connect(self._take_out)
            self.rows[entry.uid] = row
            nest(self._body, hung(row, end=QUIET_END))
            self._stops += stops_in(row)
        if len(shown) <= last:
            self._put_more(group)
        if self.kind is ListKind.CRISIS_PLAN:
            self._put_section_end(group)
        self._body.addSpacing(S5)

    def _shown(self, group: Group) -> Sequence[ListEntry]:
        """What is listed of a group: all where entries can be moved, else the first, and what is changed."""
        if self.kind in MOVED or group.key in self._whole:
            return group.entries
        form = self.form.uid if self.form is not None else ""
        return [one for place, one in enumerate(group.entries) if place < FIRST or one.uid == form]

    def _put_more(self, group: Group) -> None:
        left = len(group.entries) - FIRST
        more = LinkButton(ngettext("{n} more", "{n} more", left).format(n=left), icon="chevron-down")
        if group.title:
            more.setAccessibleDescription(group.title)
        more.clicked.connect(lambda: self._show_whole(group))
        nest(self._body, hung(more))
        self._stops.append(more)

    def _show_whole(self, group: Group) -> None:
        """Show the rest of a group too; the keyboard goes to the first of it."""
        self._whole.add(group.key)
        self._fill()
        self._focus_on(group.entries[FIRST].uid)

    def _put_section_end(self, group: Group) -> None:
        """An empty section says so; each has its own way to add a line."""
        if not group.entries:
            self._body.addWidget(Second(_("Nothing here yet.")))
        if self.form is not None and self._under == group.key:
            self._put_form(self.form)
        elif self.form is None:
            add = QuietButton(_("Add"), icon="plus")
            add.setAccessibleName(_("Add: {section}").format(section=group.title))
            add.clicked.connect(lambda: self.add(group.key))
            nest(self._body, hung(add, start=QUIET))
            self._stops.append(add)

    def _put_form(self, form: EntryForm) -> None:
        self._body.addWidget(form)
        form.show()
        self._stops += stops_in(form)

    def _put_foot(self) -> None:
        if not self._entries:
            empty = EmptyCard(self.kind)
            empty.make.connect(self._make)
            empty.add.connect(self.add)
            self._add(empty)
            self._next = empty.make_button
            return
        foot = Foot(self.kind)
        foot.add.connect(self.add)
        foot.make.connect(self._make)
        foot.copy.connect(self.copy)
        foot.paper.connect(self._print)
        self._add(foot)
        self._next = foot.add_button

    def _add(self, widget: QWidget) -> None:
        self._body.addWidget(widget)
        self._stops += stops_in(widget)

    # writing

    def _new_uid(self) -> str:
        return new_uid(self._context.clock.now())

    def add(self, section: str = "") -> None:
        """Open a form for a new entry; of a plan, in that section."""
        given: Mapping[str, Any] = {}
        if section:
            given = {"section": CrisisSection(section)}
        elif self.kind is ListKind.WORRIES:
            given = {"sort": WorrySort.OPEN}
        self._under = section if self._entries else ""
        self._open(EntryForm(self.kind, self._context.today, self._new_uid(), None, given))

    def edit(self, uid: str) -> None:
        """Open the entry in its place; one that is being written is not thrown away."""
        entry = next((one for one in self._entries if one.uid == uid), None)
        if self.form is not None and self.form.filled:
            self._context.hub.failed.emit(
                _("There is an entry here that is not kept yet. Keep it, or cancel.")
            )
            self.form.begin()
        elif entry is not None:
            self._close_form()
            self._under = ""
            self._open(EntryForm(self.kind, self._context.today, uid, entry))

    def _open(self, form: EntryForm) -> None:
        self._place(form)
        self._fill()
        form.begin()
        self.opened.emit(form)

    def _place(self, form: EntryForm) -> None:
        self.form = form
        form.setParent(self)
        if self.kind is ListKind.THOUGHTS:
            MetThought(form, lambda: self._entries)
        form.kept.connect(self._keep)
        form.cancelled.connect(self._cancel)
        form.removed.connect(self._remove)
        form.doubted.connect(
            lambda: self._context.hub.failed.emit(_("This is not kept yet. Esc once more leaves it out."))
        )
        form.form.changed.connect(self.draft.soon)

    def _close_form(self) -> None:
        if self.form is not None:
            form, self.form = self.form, None
            self._under = ""
            self.draft.now()
            self._body.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _cancel(self) -> None:
        uid = self.form.uid if self.form is not None else ""
        self._close_form()
        self._fill()
        self._focus_on(uid)

    def _keep(self, entry: ListEntry) -> None:
        form = self.form
        if form is None:
            return
        if self._writing.twin(entry, self._entries):
            words = _("This is in the list already. Change the one there, or use other words.")
            form.refuse(words, KEPT[self.kind].main)
            return
        if form.entry == entry:
            self._cancel()
            return
        known = form.entry is not None
        self.form = None  # when the page hears of the write it shows the entry, and not the form
        self._body.removeWidget(form)
        if self._writing.keep(entry, known=known):
            self.draft.now()
            form.hide()
            form.deleteLater()
            self._under = ""
            self._focus_on(entry.uid)
        else:
            self.form = form
            self._fill()
            form.begin()

    def _remove(self, uid: str) -> None:
        if self._writing.remove(uid):
            self._close_form()
            self._fill()
            self._focus_on("")

    def _take_out(self, uid: str) -> None:
        """Remove an entry that is not the one being written; the page hears of it and shows the rest."""
        if not self._writing.remove(uid):
            return
        if self.form is not None:
            self.form.begin()
        else:
            self._focus_on("")

    def _move(self, uid: str, by: int) -> None:
        groups = grouped(self.kind, self._entries, self._order)
        uids: list[str] = []
        for group in groups:
            shown = [entry.uid for entry in group.entries]
            uids += moved(shown, uid, by) if uid in shown else shown
        if self._writing.put_order(uids) and uid in self.rows:
            row = self.rows[uid]
            near, far = (row.up, row.down) if by < 0 else (row.down, row.up)
            to = near if near is not None and near.isEnabled() else far
            if to is not None:
                to.setFocus(Qt.FocusReason.ShortcutFocusReason)
            announce(row, _("Moved"))

    def _focus_on(self, uid: str) -> None:
        """The keyboard goes to the entry, or to what can be done next."""
        if uid in self.rows:
            self.rows[uid].begin()
        else:
            self._next.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # with one of it, or with all

    def _take(self, uid: str) -> None:
        self.go.emit(routes.value(uid))

    def _make(self) -> None:
        self.go.emit(routes.run(list_words(self.kind).exercise))

    def text(self) -> str:
        """The whole list as plain text."""
        return list_text(self.kind, self._entries, self._order, self._context.today)

    def copy(self) -> None:
        """Put the list on the clipboard as text."""
        self._context.hub.said.emit(copy_private(self.text()))

    def _print(self) -> None:
        from rewire_app.ui.entries.printing import print_on
        from rewire_app.ui.widgets.paper import ask_and_print

        told = (self.kind, self._entries, self._order, self._context.today)
        ask_and_print(self.window(), _("Print the list"), lambda printer: print_on(printer, *told))

    @property
    def unsaved(self) -> bool:
        """Whether something is written here that is not kept yet."""
        return self.form is not None and self.form.filled
