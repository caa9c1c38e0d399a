"""Patterns: the list, one of them as a whole, what sets off what, and one written by hand."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.entries import Pattern, PatternState, key_of
from rewire_app.i18n import _
from rewire_app.reports.patterns import every_pattern
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.patterns.every_pattern import EveryPatternView
from rewire_app.ui.patterns.links_view import LinksView
from rewire_app.ui.patterns.no_patterns import MAPS, READ_FIRST
from rewire_app.ui.patterns.pattern_form import PatternDraft, PatternForm, pattern_options
from rewire_app.ui.patterns.pattern_view import PatternView
from rewire_app.ui.widgets.layout import clear, put, stretch, vbox
from rewire_app.ui.widgets.text import Title

LINKS = "links"
EDIT = "edit"
"""At which place of a pattern its form is."""


class PatternsPage(Page):
    """One view is in sight; what is half written in the form waits as a draft."""

    topics = frozenset(
        {"patterns", "moments", "values", "ladder", "practices", "custom_exercises", "breath_patterns"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._part = ""
        self.every, self.one, self.links = EveryPatternView(), PatternView(context), LinksView(context)
        self._writing = QWidget()
        self._form_place = vbox(gap=0)
        self._form_title = Title("")
        vbox(self._form_title, self._form_place, on=self._writing, gap=16)
        self.draft = PatternDraft(context, self)
        for view in (self.every, self.one, self.links):
            view.go.connect(self.go)
        self.every.asked.connect(lambda uid: self.go.emit(routes.pattern_page(uid)))
        self.every.taken_up.connect(self._take_up)
        self.one.changed.connect(self._change)
        self.one.edited.connect(self._edit)
        self.one.removed.connect(self._remove)
        self.links.linked.connect(self._link)
        column = vbox(gap=0)
        put(column, self.every, self.one, self.links, self._writing, stretch())
        self.set_body(column, dense=True, top=26, linked=False)
        self._look_at(self.every)

    # which view

    def _look_at(self, view: QWidget) -> None:
        for other in (self.every, self.one, self.links, self._writing):
            other.setVisible(other is view)

    def open(self, route: Route) -> None:
        """Show what the part of `route` names: a pattern, the links, a new one, or all of them."""
        before, self._part = self._part, route.part
        if route.part == routes.NEW or route.at == EDIT:
            self._write("" if route.part == routes.NEW else route.part)
            return
        view = {"": self.every, LINKS: self.links}.get(route.part, self.one)
        self._look_at(view)
        self.renew()
        if self.every.isVisibleTo(self):
            self.every.begin(before)
        elif isinstance(view, LinksView | PatternView):
            view.begin()
        self.to_top()

    def to_end(self) -> None:
        """Show the foot of what is in sight."""
        if self._scroll is not None:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.maximum())

    def arrive(self) -> None:
        """A half-written pattern of an earlier window is looked for once."""
        with self.context.hub.telling():
            self._bring_back()

    def refresh(self) -> None:
        """Read what is in sight anew; a pattern that is gone leads back to all of them."""
        if self._writing.isVisibleTo(self):
            return
        if self._part == LINKS:
            self.links.refresh()
            return
        if self._part and not self.one.show_pattern(self._part):
            self._part = ""
            self._look_at(self.every)
        if not self._part:
            library = self.context.library
            self.every.empty.show_ways(library.exercise(MAPS), library.article(READ_FIRST))
            found = every_pattern(self.context.store, self.context.today)
            self.every.show_patterns(found, begun=self.unsaved)

    @property
    def part(self) -> str:
        """What is in sight."""
        return self._part

    @property
    def way_up(self) -> Route | None:
        """From a view to all patterns; they are on top."""
        return routes.PATTERNS if self._part else None

    # changing

    def _change(self, pattern: Pattern, words: str) -> None:
        self.context.hub.do(words, self.context.store.patterns.edit, pattern)

    def _take_up(self, uid: str) -> None:
        pattern = self.context.store.patterns.get(uid)
        if pattern is not None:
            taken = replace(pattern, state=PatternState.ACTIVE, since=self.context.today)
            self._change(taken, _("pattern taken up"))
            self.every.begin(uid)

    def _remove(self, uid: str) -> None:
        if self.context.hub.do_for(
            routes.PATTERNS, _("pattern removed"), self.context.store.patterns.remove, uid
        ):
            self.go.emit(routes.PATTERNS)

    def _link(self, earlier: str, later: str) -> None:
        moments = self.context.store.moments
        moment = moments.get(later)
        if moment is not None and self.context.hub.do(
            _("moments linked"), moments.edit, replace(moment, set_off_by=earlier)
        ):
            self.links.close_form()

    # writing

    def _edit(self, uid: str) -> None:
        self.go.emit(Route(page="patterns", part=uid, at=EDIT))

    def _bring_back(self) -> None:
        draft = self.draft.first_read()
        if draft is None or self.draft.form is not None:
            return
        pattern = self.context.store.patterns.get(draft.uid)
        form = PatternForm(pattern_options(self.context, pattern), draft.uid, pattern)
        form.form.restore({key: draft.answers[key] for key in form.form.questions if key in draft.answers})
        self._place(form)

    def _write(self, uid: str) -> None:
        """Open the form for the pattern `uid`, "" for a new one; what is half written comes first."""
        with self.context.hub.telling():
            self._bring_back()
            form = self.draft.form
            if form is not None and form.filled:
                if uid and form.uid != uid:
                    self.context.hub.failed.emit(
                        _("There is a pattern here that is not kept yet. Keep it, or cancel.")
                    )
            else:
                pattern = self.context.store.patterns.get(uid) if uid else None
                fresh = pattern.uid if pattern is not None else new_uid(self.context.clock.now())
                form = PatternForm(pattern_options(self.context, pattern), fresh, pattern)
                self._place(form)
            self._part = form.pattern.uid if form.pattern is not None else routes.NEW
            self._form_title.setText(_("Patterns"))
            self._look_at(self._writing)
            form.begin()
            self.to_top()

    def _place(self, form: PatternForm) -> None:
        clear(self._form_place)
        self.draft.form = form
        self._form_place.addWidget(form)
        form.kept.connect(self._keep)
        form.cancelled.connect(self._end_form)
        form.doubted.connect(
            lambda: self.context.hub.failed.emit(_("This is not kept yet. Esc once more leaves it out."))
        )
        form.form.changed.connect(self.draft.soon)

    def _keep(self, pattern: Pattern) -> None:
        form, patterns, hub = self.draft.form, self.context.store.patterns, self.context.hub
        if form is None:
            return
        with hub.telling():
            if any(one.uid != pattern.uid and key_of(one) == key_of(pattern) for one in patterns.all()):
                words = _(
                    "There is a pattern with this reaction already. Change that one, or use other words."
                )
                form.form.refuse("reaction", words)
                return
            place = routes.pattern_page(pattern.uid)
            what, write = (
                (_("pattern kept"), patterns.add)
                if form.pattern is None
                else (_("pattern changed"), patterns.edit)
            )
            if hub.do_for(place, what, write, pattern):
                self._close_form()
                self.go.emit(place)

    def _end_form(self) -> None:
        form = self.draft.form
        to = routes.pattern_page(form.pattern.uid) if form is not None and form.pattern else routes.PATTERNS
        self._close_form()
        self.go.emit(to)

    def _close_form(self) -> None:
        self.draft.form = None
        self.draft.now()
        self._part = ""
        self._look_at(self.every)
        clear(self._form_place)

    # what waits

    def leave(self) -> None:
        """What is half written is held as a draft."""
        self.draft.now()

    @property
    def unsaved(self) -> bool:
        """Whether a pattern is half written here."""
        return self.draft.form is not None and self.draft.form.filled

    @property
    def loses_nothing(self) -> bool:
        """What is half written waits as a draft."""
        return self.draft.now()

    @property
    def waiting(self) -> str:
        """What is not kept yet."""
        return _("a pattern that is half written")

    def show_waiting(self) -> str:
        """The form comes into sight; asks about it."""
        self._look_at(self._writing)
        if self.draft.form is not None:
            self.draft.form.begin()
        if self.draft.now():
            return _("A pattern is not kept yet. Close once more to leave: it waits here.")
        return _("A pattern is not kept. Close once more to leave without it.")
