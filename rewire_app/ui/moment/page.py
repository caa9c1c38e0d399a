"""The page on which a moment is noted or changed: three things and Keep, and a clock until it has settled."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from rewire_app.domain.day_words import long_day
from rewire_app.domain.journal.entries import Moment, new_uid
from rewire_app.domain.journal.moment_clock import MomentClock
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.keys import pressed
from rewire_app.ui.base.moment_draft import MomentDraft
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.moment.drafting import MomentDrafting
from rewire_app.ui.moment.foot import MomentFoot
from rewire_app.ui.moment.form import MomentForm
from rewire_app.ui.widgets.layout import CHEVRON, clear, hbox, hung, put, stretch, vbox
from rewire_app.ui.widgets.text import BesideTitle, Title
from rewire_app.ui.widgets.theme import S3, S4, S6, theme

SETTLED = "settled"
"""Where a moment says that it has settled; at a new one stands the pattern it belongs to."""
NARROW = 620
"""Below this width the buttons stand under what is said beside them, px at 100 %."""


class MomentPage(Page):
    """One moment at a time. What is typed is held as a draft, and the clock runs on when the page is left."""

    topics = frozenset({"moments", "profile"})
    above: ClassVar[Route | None] = routes.JOURNAL

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._day = context.today
        self._form: MomentForm | None = None
        self._of = ""
        self._drafts = MomentDrafting(context, self._typed, self)
        self._up = BackLink(routes.JOURNAL)
        self._up.went.connect(self.go)
        self._title = Title(_("A moment"))
        about = BesideTitle(_("Three things, about 30 seconds"), wrap=False)
        head = hbox(self._title, about, stretch(), gap=S4)
        head.setAlignment(about, Qt.AlignmentFlag.AlignBottom)
        self._place = QVBoxLayout()
        self._foot = MomentFoot()
        self._foot.keep.connect(self.keep)
        self._foot.leave.connect(self.leave_it)
        self._foot.remove.connect(self._remove)
        column = vbox(hung(self._up, start=CHEVRON), head, S3, self._place, S6, gap=0)
        put(column, stretch(), self._foot)
        self.set_body(column, dense=True, top=14, linked=False)

    # which moment

    @property
    def part(self) -> str:
        """The moment, or the day of a new one."""
        form = self._form
        return form.uid if form is not None and not form.is_new else self._day.isoformat()

    @property
    def way_up(self) -> Route:
        """The day of the moment."""
        return routes.journal(self._day)

    def open(self, route: Route) -> None:
        """Note or change what the part of `route` names; what is half written comes first."""
        with self.context.hub.telling():
            draft = self._drafts.read()
            if draft is not None and draft.answers and route.part != draft.uid:
                self._go_on(draft)
                if draft.day.isoformat() != route.part:
                    self._say_half_written()
            elif "-" in route.part:
                self._open_new(min(date.fromisoformat(route.part), self.context.today), draft)
            else:
                self._open_kept(route.part, draft)
            if self._form is not None and route.at == SETTLED:
                self._form.end.begin_answering()
            elif self._form is not None and route.at and not self._form.filled:
                self._form.belong_to(route.at)
            self._of = route.at if route.at != SETTLED else ""

    def _open_new(self, day: date, draft: MomentDraft | None) -> None:
        """A new moment of `day`; that of today begins with its clock, or goes on with the one that runs."""
        now, uid, runs = self.context.clock.now(), "", None
        if draft is not None and draft.day == day and draft.clock is not None and draft.clock.runs(now):
            uid, runs = draft.uid, draft.clock
        elif day == self.context.today:
            uid = new_uid(now)
            runs = MomentClock(uid=uid, began=now)
        self._show(day, None, runs, uid)
        self._drafts.now()

    def _open_kept(self, uid: str, draft: MomentDraft | None) -> None:
        moment = self.context.store.moments.get(uid)
        if draft is not None and draft.uid == uid:
            self._go_on(draft)
        elif moment is None:
            self.context.hub.failed.emit(_("This moment is not there any more."))
            self.go.emit(self.way_up)
        else:
            self._show(moment.day, moment, self._clock_of(moment))

    def _go_on(self, draft: MomentDraft) -> None:
        """Show what was half written, as it stands here or as it was held."""
        if self._form is None or self._form.uid != draft.uid:
            self._show_draft(draft, self.context.store.moments.get(draft.uid))
        else:
            self._form.begin()

    def _show_draft(self, draft: MomentDraft, moment: Moment | None) -> None:
        runs = MomentClock(uid=draft.uid, began=draft.began) if draft.began is not None else None
        if moment is not None:
            runs = self._clock_of(moment)
        elif runs is not None and not runs.runs(self.context.clock.now()):
            runs = None
        self._show(draft.day, moment, runs, draft.uid)
        if self._form is not None and draft.answers:
            self._form.restore(draft)
            self._drafts.now()  # it was kept, and only the end of its draft was not

    def _clock_of(self, moment: Moment) -> MomentClock | None:
        """The clock of a moment that was kept while it ran."""
        runs = MomentClock(uid=moment.uid, began=moment.at)
        on = moment.still_going and moment.measured is True
        return runs if on and runs.runs(self.context.clock.now()) else None

    def _show(self, day: date, moment: Moment | None, runs: MomentClock | None, uid: str = "") -> None:
        clear(self._place)
        self._day = day
        form = self._form = MomentForm(self.context, day, moment, runs, uid)
        form.changed.connect(self._drafts.soon)
        form.end.settled.connect(self._settled)
        self._place.addWidget(form)
        self._up.lead_to(self.way_up, long_day(day, self.context.today))
        self._foot.show_kept(kept=moment is not None)
        form.begin()

    def _say_half_written(self) -> None:
        self.context.hub.failed.emit(_("There is a moment here that is not kept yet. Keep it, or leave it."))

    def refresh(self) -> None:
        """What was left out and taken back comes from the notes again; what is typed stays."""
        if self._form is None:
            draft = self._drafts.read()
            if draft is not None:
                self._show_draft(draft, self.context.store.moments.get(draft.uid))
        else:
            self._form.more.renew()

    # keeping

    def _typed(self) -> MomentDraft | None:
        form = self._form
        draft = form.draft if form is not None else None
        return draft if draft is not None and (draft.answers or draft.began is not None) else None

    def keep(self) -> None:
        """Keep the moment as it stands, and go to its day; else the field that needs a change is marked."""
        form = self._form
        made = form.made() if form is not None else None
        if form is None or made is None:
            return
        moments, hub = self.context.store.moments, self.context.hub
        what, write = (_("moment kept"), moments.add) if form.is_new else (_("moment changed"), moments.edit)
        if hub.do_for(self.way_up, what, write, made):
            day = routes.journal(made.day, f"moment/{made.uid}")
            self._end(routes.pattern_page(self._of) if self._of and made.pattern == self._of else day)

    def _settled(self) -> None:
        """The clock was stopped: of a moment that is kept that is all there is to say; else Keep is next."""
        form = self._form
        if form is not None and not form.is_new:
            self.keep()
        elif form is not None and form.end.strip.button.hasFocus():
            self._foot.begin()

    def _remove(self) -> None:
        if self._form is None:
            return
        moments, hub = self.context.store.moments, self.context.hub
        if hub.do_for(self.way_up, _("moment removed"), moments.remove, self._form.uid):
            self._end(self.way_up)

    def leave_it(self) -> None:
        """Leave out what was typed, which can be taken back, and let no clock run for it."""
        if self._form is None or not self._form.filled or self._drafts.leave_out(self.way_up):
            self._end(self.way_up)

    def _end(self, to: Route) -> None:
        """The moment is kept, left or removed: nothing of it is held, and its day is shown."""
        clear(self._place)
        self._form = None
        self._drafts.now()
        self.go.emit(to)

    # what waits

    def leave(self) -> None:
        """What is typed is held before another page is shown."""
        self._drafts.flush()

    @property
    def unsaved(self) -> bool:
        """Whether a moment is half written here."""
        return self._form is not None and self._form.filled

    @property
    def loses_nothing(self) -> bool:
        """What is half written waits as a draft."""
        return self._drafts.flush()

    @property
    def waiting(self) -> str:
        """What is not kept yet."""
        return _("a moment that is half written")

    def show_waiting(self) -> str:
        """The moment is in sight already; asks about it."""
        if self._form is not None:
            self._form.begin()
        if self._drafts.flush():
            return _("A moment is not kept yet. Close once more to leave: it waits here.")
        return _("A moment is not kept. Close once more to leave without it.")

    # keys and room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps it, also from a line; S says that it has settled."""
        form = self._form
        letter = self.context.settings.single_keys and pressed(event, "settled")
        if form is not None and pressed(event, "main"):
            self.keep()
        elif not (letter and form is not None and form.end.settle()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand below the words where there is little room."""
        ways = QBoxLayout.Direction
        wide = self.width() >= theme.px(NARROW)
        self._foot.row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        super().resizeEvent(event)
