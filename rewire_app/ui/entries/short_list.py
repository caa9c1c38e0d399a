"""Short entries of one kind, each changed in its place, new ones added below; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.change import Change
from rewire_app.domain.journal.entries import new_uid
from rewire_app.errors import BadInputError
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.form_card import FormCard
from rewire_app.ui.widgets.layout import QUIET_END, clear, hbox, hung, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.question import Question
from rewire_app.ui.widgets.text import Body, Heading, Second
from rewire_app.ui.widgets.theme import S2, S4, S5, TARGET, theme
from rewire_app.ui.widgets.unfold import LinkButton


class ShortEntry(Protocol):
    """What the list holds."""

    @property
    def uid(self) -> str:
        """A UUIDv7 in hex."""
        ...


E = TypeVar("E", bound=ShortEntry)
E_contra = TypeVar("E_contra", bound=ShortEntry, contravariant=True)


class ShortNoun(Protocol[E_contra]):
    """Where the entries are kept."""

    def add(self, entry: E_contra) -> Change:
        """Keep a new one."""
        ...

    def edit(self, entry: E_contra) -> Change:
        """Replace the one with its uid."""
        ...

    def remove(self, uid: str) -> Change:
        """Take it out."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAct:
    """What one press does with an entry."""

    words: str
    do: Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortKind(Generic[E]):
    """A kind of short entry: how it is asked, made, read, and what can be done with one.

    `draft` names its half-written one. `add`, `change`: the titles of the form; without `add` none is added.
    `asks`: the questions for an entry, None for a new one; `main` of them holds its words. `shown`: its
    answers. `made` gives the entry for a uid, answers and the entry before, and may raise a BadInputError.
    `removable`: it can be taken out.
    """

    draft: str
    add: str
    change: str
    main: str
    asks: Callable[[E | None], Sequence[Question]]
    shown: Callable[[E], Mapping[str, Any]]
    made: Callable[[str, Mapping[str, Any], E | None], E]
    lines: Callable[[E], Sequence[str]]
    acts: Callable[[E], Sequence[ShortAct]] = lambda _entry: ()
    removable: bool = True

    def words(self, entry: E) -> str:
        """The words of the entry itself."""
        return str(self.shown(entry)[self.main])


class ShortForm(FormCard, Generic[E]):
    """A new entry of `kind`, or `entry` again; `uid` is what it is called."""

    def __init__(self, kind: ShortKind[E], uid: str, entry: E | None) -> None:
        super().__init__(kind.asks(entry), padding=(25, 21))
        self._kind, self.uid, self.entry = kind, uid, entry
        title = kind.change if entry is not None else kind.add
        self.setAccessibleName(title)
        self.body.setSpacing(S4)
        self.body.addWidget(Heading(title))
        for name in self.form.questions:
            self.body.addWidget(self.form.field(name))
        nest(self.body, self.buttons(_("Keep"), uid if entry is not None and kind.removable else ""))
        if entry is not None:
            self.form.show_values(kind.shown(entry))

    def become_new(self, uid: str) -> None:
        """The entry is gone, what was typed stays: keeping it makes a new one."""
        self.uid, self.entry = uid, None

    def made(self) -> E | None:
        """The entry as it is written, or None when a field that needs a change was marked."""
        if not self.form.check():
            return None
        try:
            return self._kind.made(self.uid, self.form.answers(), self.entry)
        except BadInputError as error:
            field = error.field if error.field in self.form.questions else self._kind.main
            self.form.refuse(field, str(error))
            return None

    def begin(self) -> None:
        """Put the keyboard into the field of its words."""
        self.form.begin(self._kind.main)


class ShortRow(QWidget, Generic[E]):
    """One entry: its words, what is said of it, and what can be done. `edit()`; `pressed(ShortAct)`."""

    edit = Signal()
    pressed = Signal(object)

    def __init__(self, kind: ShortKind[E], entry: E) -> None:
        super().__init__()
        words = kind.words(entry)
        level = max(0, (theme.px(TARGET) - theme.line("body")) // 2)
        column = vbox(Body(words), gap=2, margins=(0, level, 0, S2))
        put(column, *(Second(line) for line in kind.lines(entry) if line))
        acts = kind.acts(entry)
        if acts:
            flow = Flow(gap=S5, below=0)
            for act in acts:
                link = LinkButton(act.words)
                link.setAccessibleName(_("{act}: {words}").format(act=act.words, words=words))
                link.clicked.connect(lambda _on=False, act=act: self.pressed.emit(act))
                flow.add(link)
            column.addWidget(flow)
        self.change = QuietButton(_("Edit"))
        self.change.setAccessibleName(_("Edit: {words}").format(words=words))
        self.change.clicked.connect(self.edit)
        hbox(wide(column, 1), wide(self.change, 0, Qt.AlignmentFlag.AlignTop), on=self, gap=S4)


class ShortList(QWidget, Generic[E]):
    """The entries of `kind`. `opened(widget)`: a form was opened and wants to be in sight.

    `noun` gives where they are kept. `below`: what stands under an entry, and stays while that is there.
    `first`: so many are shown until more are asked for; 0 is all.
    """

    opened = Signal(object)

    def __init__(
        self,
        context: Context,
        kind: ShortKind[E],
        noun: Callable[[], ShortNoun[E]],
        below: Callable[[E], QWidget] | None = None,
        first: int = 0,
    ) -> None:
        super().__init__()
        self.kind = kind
        self._context, self._noun, self._make_below = context, noun, below
        self._entries: list[E] = []
        self._first = first
        self.form: ShortForm[E] | None = None
        self.rows: dict[str, ShortRow[E]] = {}
        self._below: dict[str, QWidget] = {}
        self._body = vbox(on=self, gap=0)
        self._add_button: LinkButton | None = None
        self.draft = Drafting(context, kind.draft, self._typed, self)

    # showing

    def show_entries(self, entries: Sequence[E]) -> None:
        """Show these entries; what is being typed stays. Raises a StoreError."""
        self._entries = list(entries)
        form, uids = self.form, {entry.uid for entry in entries}
        if form is not None and form.entry is not None and form.uid not in uids:
            if form.filled:
                form.become_new(self._new_uid())
            else:
                self._close()
        if self.form is None:
            self._bring_back()
        self._fill()

    def _bring_back(self) -> None:
        draft = self.draft.first_read()
        if draft is None:
            return
        entry = next((one for one in self._entries if one.uid == draft.uid), None)
        form = ShortForm(self.kind, draft.uid, entry)
        form.form.restore({key: draft.answers[key] for key in form.form.questions if key in draft.answers})
        if form.filled:
            self._place(form)
        else:
            form.deleteLater()  # it was kept, and only the end of its draft was not
            self.draft.now()

    def _fill(self) -> None:
        uids = {entry.uid for entry in self._entries}
        for uid in [uid for uid in self._below if uid not in uids]:
            self._below.pop(uid).deleteLater()
        for stays in (self.form, *self._below.values()):
            if stays is not None:
                self._body.removeWidget(stays)
        clear(self._body)
        self.rows = {}
        shown = self._entries[: self._first or None]
        for place, entry in enumerate(shown):
            if place:
                self._body.addWidget(Divider())
            self._put_entry(entry)
        if left := len(self._entries) - len(shown):
            more = LinkButton(ngettext("{n} more", "{n} more", left).format(n=left), icon="chevron-down")
            more.clicked.connect(self._show_all)
            nest(self._body, hbox(more, stretch()))
        self._put_end()

    def _show_all(self) -> None:
        """Show the rest too; the keyboard goes to the first of it."""
        place, self._first = self._first, 0
        self._fill()
        self.focus_on(self._entries[place].uid)

    def _put_entry(self, entry: E) -> None:
        if self.form is not None and self.form.uid == entry.uid:
            put(self._body, S2, self.form, S2)
        else:
            row = ShortRow(self.kind, entry)
            row.edit.connect(lambda: self.edit(entry.uid))
            row.pressed.connect(lambda act: self._do(entry.uid, act))
            self.rows[entry.uid] = row
            nest(self._body, hung(row, end=QUIET_END))
        if self._make_below is not None:
            if entry.uid not in self._below:
                self._below[entry.uid] = self._make_below(entry)
            self._body.addWidget(self._below[entry.uid])

    def _put_end(self) -> None:
        self._add_button = None
        if self.form is None and self.kind.add:
            self._add_button = LinkButton(self.kind.add, icon="plus")
            self._add_button.clicked.connect(self.add)
            nest(self._body, hbox(self._add_button, stretch()))
        if self.form is not None:
            if self._body.indexOf(self.form) < 0:
                put(self._body, S2, self.form)
            self.form.show()

    # writing

    def _new_uid(self) -> str:
        return new_uid(self._context.clock.now())

    def add(self) -> None:
        """Open the form for a new entry; one that is being written is not thrown away."""
        self._open(self._new_uid(), None)

    def edit(self, uid: str) -> None:
        """Open an entry in its place; one that is being written is not thrown away."""
        entry = next((one for one in self._entries if one.uid == uid), None)
        if entry is not None:
            self._open(uid, entry)

    def _open(self, uid: str, entry: E | None) -> None:
        if self.form is not None and self.form.filled:
            words = _("There is an entry here that is not kept yet. Keep it, or cancel.")
            self._context.hub.failed.emit(words)
            self.form.begin()
            return
        self._close()
        form = ShortForm(self.kind, uid, entry)
        self._place(form)
        self._fill()
        form.begin()
        self.opened.emit(form)

    def _place(self, form: ShortForm[E]) -> None:
        self.form = form
        form.setParent(self)
        form.kept.connect(self._keep)
        form.cancelled.connect(self._cancel)
        form.removed.connect(self._remove)
        words = _("This is not kept yet. Esc once more leaves it out.")
        form.doubted.connect(lambda: self._context.hub.failed.emit(words))
        form.form.changed.connect(self.draft.soon)

    def _close(self) -> None:
        if self.form is not None:
            form, self.form = self.form, None
            self.draft.now()
            self._body.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _cancel(self) -> None:
        uid = self.form.uid if self.form is not None else ""
        self._close()
        self._fill()
        self.focus_on(uid)

    def _keep(self, entry: E) -> None:
        form, hub = self.form, self._context.hub
        if form is None or form.entry == entry:
            self._cancel()
            return
        self.form = None  # when the page hears of the write it shows the entry, and not the form
        self._body.removeWidget(form)
        known = form.entry is not None
        write = self._noun().edit if known else self._noun().add
        if hub.do(_("entry changed") if known else _("entry kept"), write, entry):
            self.draft.now()
            form.hide()
            form.deleteLater()
            self.focus_on(entry.uid)
        else:
            self.form = form
            self._fill()
            form.begin()

    def _remove(self, uid: str) -> None:
        if self._context.hub.do(_("entry removed"), self._noun().remove, uid):
            self._close()
            self._fill()
            self.focus_on("")

    def _do(self, uid: str, act: ShortAct) -> None:
        act.do()
        if self.isVisible():
            self.focus_on(uid)

    def focus_on(self, uid: str) -> None:
        """The keyboard goes to the entry, or to what adds one."""
        target: QWidget | None = self.rows[uid].change if uid in self.rows else self._add_button
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin(self) -> None:
        """The keyboard goes to what is being written, else to the first entry, else to what adds one."""
        if self.form is not None:
            self.form.begin()
        else:
            self.focus_on(next(iter(self.rows), ""))

    # what is half written

    def _typed(self) -> FormDraft | None:
        if self.form is None or not self.form.filled:
            return None
        return FormDraft(uid=self.form.uid, answers=self.form.form.answers())

    @property
    def unsaved(self) -> bool:
        """Whether something is written here that is not kept yet."""
        return self.form is not None and self.form.filled
