"""The place where a pattern is written: one form at a time, held as a draft, kept or left as a whole."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.entries import Pattern, key_of
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.patterns.pattern_form import PatternDraft, PatternForm, pattern_options
from rewire_app.ui.widgets.layout import clear, put, vbox
from rewire_app.ui.widgets.text import Title
from rewire_app.ui.widgets.theme import S4


class WritingView(QWidget):
    """`ended(Route)`: it was kept or left, and this is where to go on."""

    ended = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._place = vbox(gap=0)
        put(vbox(on=self, gap=S4), Title(_("Patterns")), self._place)
        self.draft = PatternDraft(context, self)

    @property
    def form(self) -> PatternForm | None:
        """The form that is open."""
        return self.draft.form

    @property
    def filled(self) -> bool:
        """Whether something is written that is not kept yet."""
        return self.form is not None and self.form.filled

    @property
    def part(self) -> str:
        """The pattern that is changed, or a new one."""
        form = self.form
        return form.pattern.uid if form is not None and form.pattern is not None else routes.NEW

    def bring_back(self) -> None:
        """Look once for what an earlier window left half written; raises a StoreError."""
        draft = self.draft.first_read()
        if draft is None or self.form is not None:
            return
        pattern = self._context.store.patterns.get(draft.uid)
        form = PatternForm(pattern_options(self._context, pattern), draft.uid, pattern)
        form.form.restore({key: draft.answers[key] for key in form.form.questions if key in draft.answers})
        self._show(form)

    def write(self, uid: str) -> None:
        """Open the form for the pattern `uid`, "" for a new one; what is half written comes first.

        Raises a StoreError.
        """
        self.bring_back()
        form = self.form
        if form is None or not form.filled:
            pattern = self._context.store.patterns.get(uid) if uid else None
            fresh = pattern.uid if pattern is not None else new_uid(self._context.clock.now())
            form = PatternForm(pattern_options(self._context, pattern), fresh, pattern)
            self._show(form)
        elif uid and form.uid != uid:
            words = _("There is a pattern here that is not kept yet. Keep it, or cancel.")
            self._context.hub.failed.emit(words)

    def begin(self) -> None:
        """Put the keyboard into the form."""
        if self.form is not None:
            self.form.begin()

    def _show(self, form: PatternForm) -> None:
        clear(self._place)
        self.draft.form = form
        self._place.addWidget(form)
        form.kept.connect(self._keep)
        form.cancelled.connect(self._cancel)
        form.doubted.connect(self._doubt)
        form.form.changed.connect(self.draft.soon)

    def _doubt(self) -> None:
        self._context.hub.failed.emit(_("This is not kept yet. Esc once more leaves it out."))

    def _keep(self, pattern: Pattern) -> None:
        form, patterns, hub = self.form, self._context.store.patterns, self._context.hub
        with hub.telling():
            if any(one.uid != pattern.uid and key_of(one) == key_of(pattern) for one in patterns.all()):
                words = _("There is a pattern with this reaction already. Change that, or use other words.")
                if form is not None:
                    form.form.refuse("reaction", words)
                return
            place = routes.pattern_page(pattern.uid)
            new = form is not None and form.pattern is None
            what, write = (_("pattern kept"), patterns.add) if new else (_("pattern changed"), patterns.edit)
            if hub.do_for(place, what, write, pattern):
                self._end(place)

    def _cancel(self) -> None:
        form = self.form
        changed = form is not None and form.pattern is not None
        self._end(routes.pattern_page(self.part) if changed else routes.PATTERNS)

    def _end(self, to: routes.Route) -> None:
        self.draft.form = None
        self.draft.now()
        self.ended.emit(to)
        clear(self._place)  # last: what has the keyboard is in it
