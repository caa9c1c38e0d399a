"""Writing a moment on the page of a day: its form, from when it is asked for until it is kept or left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from rewire_app.domain.journal.entries import Moment
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.journal.moment_form import MomentForm
from rewire_app.ui.journal.moments_card import MomentsCard
from rewire_app.ui.widgets.tab_order import tab_after


class MomentWriting(QObject):
    """The form stands in `place`, which the page lays out. `opened(widget)`: it wants to be in sight."""

    opened = Signal(object)

    def __init__(self, context: Context, card: MomentsCard) -> None:
        super().__init__(card)
        self._context, self._card = context, card
        self._day = date.min
        self._form: MomentForm | None = None
        self.place = QVBoxLayout()
        card.add.connect(lambda: self._open(None))
        card.edit.connect(self._edit)

    @property
    def unsaved(self) -> bool:
        """Whether a moment is half written."""
        return self._form is not None and self._form.filled

    def show_day(self, day: date, moments: Sequence[Moment], *, today: bool) -> None:
        """Show the moments of `day`; what is being written stays."""
        self._day = day
        self._card.show_moments(list(moments), today=today)

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

    def _edit(self, uid: str) -> None:
        with self._context.hub.telling():
            self._open(self._context.store.moments.get(uid))

    def _open(self, moment: Moment | None) -> None:
        if self.waits():
            return
        self.close_form()
        context = self._context
        form = MomentForm(self._day, context.clock, context.settings.day_start, moment)
        form.kept.connect(self._keep)
        form.cancelled.connect(self.close_form)
        form.doubted.connect(
            lambda: context.hub.failed.emit(_("This moment is not kept yet. Esc once more leaves it out."))
        )
        form.removed.connect(self._remove)
        self._form = form
        self.place.addWidget(form)
        tab_after(self._card.button, form)
        form.begin()
        self.opened.emit(form)

    def close_form(self) -> None:
        """Put the form away, if there is one."""
        if self._form is None:
            return
        form, self._form = self._form, None
        self.place.removeWidget(form)
        form.hide()
        form.deleteLater()
        self._card.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
