"""Writing a moment on the page of a day: its form, from when it is asked for until it is kept or left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.domain.day_words import long_day
from rewire_app.domain.journal.entries import Moment
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.moment_draft import KEY, MomentDraft, read_draft
from rewire_app.ui.journal.moment_form import MomentForm
from rewire_app.ui.journal.moments_card import MomentsCard
from rewire_app.ui.widgets.autosave import Autosave
from rewire_app.ui.widgets.tab_order import tab_after
from rewire_app.ui.widgets.typed_words import TypedWords, typed_in


class MomentWriting(QObject):
    """The form stands in `place`, which the page lays out before `below`, also for a screen reader.

    What is typed is kept as a draft, and comes back with its day. `opened(widget)`: it wants to be in sight.
    `closed()`: it was kept, left or removed. `wanted(date)`: a moment of that day was begun and waits there.
    """

    opened = Signal(object)
    closed = Signal()
    wanted = Signal(object)

    def __init__(self, context: Context, card: MomentsCard, below: QWidget) -> None:
        super().__init__(card)
        self._context, self._card, self._below = context, card, below
        self._day = date.min
        self._form: MomentForm | None = None
        self._draft: MomentDraft | None = None
        self._read = False
        self._saving = Autosave(self._save_draft, self, words=self._words)
        self.place = QVBoxLayout()
        card.add.connect(lambda: self._open(None))
        card.edit.connect(self._edit)
        card.go_on.connect(self._go_on)

    def _words(self) -> tuple[TypedWords, ...]:
        return () if self._form is None else typed_in(self._form)

    @property
    def unsaved(self) -> bool:
        """Whether a moment is half written."""
        return self._form is not None and self._form.filled

    def read(self, day: date) -> tuple[list[Moment], MomentDraft | None]:
        """The moments of `day`, and the one that was begun on any day; raises a StoreError."""
        store = self._context.store
        draft = self._draft if self._read else read_draft(store.profile.get(KEY))
        self._read = True  # from here on nothing else writes it
        return store.moments.for_day(day), draft

    def show_day(
        self, day: date, moments: Sequence[Moment], draft: MomentDraft | None, *, today: bool
    ) -> None:
        """Show the moments of `day`; what is being written stays, and what was begun that day comes back."""
        self._day = day
        self._card.show_moments(list(moments), today=today)
        if self._form is not None:
            return
        self._draft = draft
        if draft is not None and draft.day == day:
            self._bring_back(draft, moments)
        self._show_waiting()

    def _bring_back(self, draft: MomentDraft, moments: Sequence[Moment]) -> None:
        """Open the form with what was typed, and leave the keyboard where it is."""
        edited = next((one for one in moments if one.uid == draft.uid), None)
        self._place(MomentForm(self._day, self._context.clock, self._context.settings.day_start, edited))
        if self._form is not None:
            self._form.restore(draft)
            if not self._form.filled:  # it was kept, and only the end of its draft was not
                self.close_form()

    def _show_waiting(self) -> None:
        """Name the moment that was begun on another day."""
        draft, today = self._draft, self._context.today
        elsewhere = draft is not None and self._form is None
        words = _("Go on with the moment you began: {day}")
        self._card.show_waiting(
            words.format(day=long_day(draft.day, today)) if draft is not None and elsewhere else ""
        )

    def begin(self) -> None:
        """Go on with the moment that was begun, or begin one."""
        if self._form is None:
            self._open(None)
        else:
            self._form.begin()
            self.opened.emit(self._form)

    def waits(self) -> bool:
        """Whether a moment is half written; if so, says it and brings it into sight."""
        if not self.unsaved:
            return False
        self.begin()
        self._context.hub.failed.emit(
            _("There is a moment here that is not kept yet. Keep it, or cancel it.")
        )
        return True

    def _go_on(self) -> None:
        if self._draft is not None:
            self.wanted.emit(self._draft.day)

    def _edit(self, uid: str) -> None:
        with self._context.hub.telling():
            self._open(self._context.store.moments.get(uid))

    def _open(self, moment: Moment | None) -> None:
        if self.waits():
            return
        if self._form is None and self._draft is not None:  # there is room for one draft
            self._go_on()
            self._context.hub.said.emit(_("This moment was begun before. Keep it, or cancel it."))
            return
        self.close_form()
        self._place(MomentForm(self._day, self._context.clock, self._context.settings.day_start, moment))
        self.begin()

    def _place(self, form: MomentForm) -> None:
        context = self._context
        form.kept.connect(self._keep)
        form.cancelled.connect(self.close_form)
        form.doubted.connect(
            lambda: context.hub.failed.emit(_("This moment is not kept yet. Esc once more leaves it out."))
        )
        form.removed.connect(self._remove)
        form.form.changed.connect(self._saving.soon)
        self._form = form
        self.place.addWidget(form)
        form.stackUnder(self._below)
        tab_after(self._card.button, form)

    def close_form(self) -> None:
        """Put the form away, if there is one, and what was kept of it so far."""
        if self._form is None:
            return
        form, self._form = self._form, None
        had_focus = form.isAncestorOf(form.window().focusWidget() or self._card)
        self._saving.now()
        self.place.removeWidget(form)
        form.hide()
        form.deleteLater()
        if had_focus:
            self._card.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.closed.emit()

    def flush(self) -> bool:
        """Keep what is typed now as a draft; False when that could not be."""
        return self._saving.flush()

    def _save_draft(self) -> bool:
        """Keep the draft as it stands, or that there is none; False when that could not be."""
        form = self._form
        draft = form.draft if form is not None and form.filled else None
        text = draft.text() if draft is not None else ""
        if text == (self._draft.text() if self._draft is not None else ""):
            return True
        with self._context.hub.telling():  # a draft is nothing of other pages: nothing is announced
            self._context.store.profile.put(KEY, text)
            self._draft = draft
            return True
        return False

    def _keep(self, moment: Moment) -> None:
        moments, hub = self._context.store.moments, self._context.hub
        done = False
        with hub.telling():
            if moments.get(moment.uid) is not None:
                done = hub.do(_("moment changed"), moments.edit, moment)
            else:
                done = hub.do(_("moment kept"), moments.add, moment)
        if done:
            self.close_form()

    def _remove(self, uid: str) -> None:
        if self._context.hub.do(_("moment removed"), self._context.store.moments.remove, uid):
            self.close_form()
