"""The one form of the prediction book: what is half written is held as a draft, and comes back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.expected import Expectation
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.base.routes import Route
from rewire_app.ui.guesses.guess_form import GuessForm
from rewire_app.ui.widgets.layout import vbox


class GuessWriting(QWidget):
    """`done()`: what was written is kept, or left. `removed()`: what is being changed is to be taken out."""

    done = Signal()
    removed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.form: GuessForm | None = None
        self._place = vbox(on=self, gap=0)
        self._drafting = Drafting(context, "guess", self._typed, self)
        self.hold = self._drafting.now

    @property
    def filled(self) -> bool:
        """Whether something is written that is not kept yet."""
        return self.form is not None and self.form.filled

    @property
    def place(self) -> Route:
        """Where what is half written is gone on with; without it, where a new guess is written."""
        form = self.form
        known = form is not None and form.filled and form.entry is not None
        return routes.guess(form.uid) if form is not None and known else routes.NEW_GUESS

    def _typed(self) -> FormDraft | None:
        return self.form.typed() if self.form is not None and self.form.filled else None

    def look_after(self) -> None:
        """Bring back what an earlier window left; what is being changed may be gone. Raises a StoreError."""
        draft, store = self._drafting.first_read(), self._context.store.open
        if draft is not None and self.form is None:
            form = self._placed(GuessForm(self._context, draft.uid, store.get(draft.uid)))
            form.restore(draft.answers, draft.under)
            if not form.filled:  # it was kept, and only the end of its draft was not
                self._close()
        elif self.form is not None and self.form.entry is not None and store.get(self.form.uid) is None:
            if self.form.filled:
                self.form.become_new(new_uid(self._context.clock.now()))
            else:
                self._close()

    def write(self, entry: Expectation | None) -> GuessForm:
        """The form for `entry`, or for a new guess (None); where another is half written, that one."""
        form = self.form
        if form is not None and form.filled:
            if (form.entry and form.uid) != (entry and entry.uid):
                told = _("There is a guess here that is not kept yet. Keep it, or cancel.")
                self._context.hub.failed.emit(told)
            return form
        self._close()
        uid = new_uid(self._context.clock.now()) if entry is None else entry.uid
        return self._placed(GuessForm(self._context, uid, entry))

    def _placed(self, form: GuessForm) -> GuessForm:
        self.form = form
        self._place.addWidget(form)
        form.kept.connect(self._keep)
        form.cancelled.connect(self._end)
        form.removed.connect(lambda _uid: self.removed.emit())
        form.doubted.connect(self._warn)
        form.typed_on.connect(self._drafting.soon)
        return form

    def _warn(self) -> None:
        self._context.hub.failed.emit(_("This is not kept yet. Esc once more leaves it out."))

    def _close(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            self._place.removeWidget(form)
            form.hide()
            form.deleteLater()
            self.hold()

    def _keep(self, made: object) -> None:
        form, hub, store = self.form, self._context.hub, self._context.store.open
        if form is None or not isinstance(made, Expectation):
            return
        if form.entry is not None:
            kept = hub.do(_("guess changed"), store.edit, made)
        else:
            kept = hub.do_for(routes.GUESSES, _("guess kept"), store.add, made)
        if kept:
            self._end()

    def _end(self) -> None:
        self._close()
        self.done.emit()
