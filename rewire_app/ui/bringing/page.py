"""Bringing in from another program, under Settings: choose, look, say what becomes what, and the report."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.days import ZoneClock
from rewire_app.exchange.importers.found import Choices
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base import routes
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.bringing.check_part import OWN_CLOCK, CheckPart
from rewire_app.ui.bringing.mapping_part import MappingPart
from rewire_app.ui.bringing.report_part import ReportPart
from rewire_app.ui.bringing.start_part import StartPart
from rewire_app.ui.bringing.waiting_part import WaitingPart
from rewire_app.ui.bringing.work import BringingWork, FileLookedAt, in_turn
from rewire_app.ui.widgets.layout import CHEVRON, clear, hung, put, stretch, vbox
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S2

if TYPE_CHECKING:
    from rewire_app.domain.brought import BroughtIn
    from rewire_app.exchange.importers.bringing import Came
    from rewire_app.exchange.importers.meanings import Key, Meaning
    from rewire_app.store.bringing import TakenBack

BREATHING = "b-paced"
MOST_PRACTICES = 12


class BringingPage(Page):
    """The part is the uid of a file that was brought in, whose report is shown; "" is the beginning."""

    above: ClassVar[Route | None] = routes.settings("data")
    topics = frozenset({"imports"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._up = BackLink(routes.settings("data"))
        self._up.went.connect(self.go)
        self._step = Second("")
        self.start, self.far = StartPart(), WaitingPart()
        self.shown_part: QWidget = self.start
        self._path: Path | None = None
        self._zone = self._recorder = self._report = ""
        self._recorders: dict[str, None] = {}
        self._columns: dict[str, str] = {}
        self.work = BringingWork(context, self)
        self._place = vbox(gap=0)
        column = vbox(hung(self._up, start=CHEVRON), self._step, S2, gap=0)
        put(column, self.start, self.far, self._place, stretch())
        self.set_body(column, dense=True, top=15, linked=False)
        self.start.chosen.connect(self.look_at)
        self.start.wanted.connect(lambda uid: self.go.emit(routes.brought(uid)))
        self.far.cancelled.connect(self.work.cancel)
        self.work.reached.connect(self.far.show_reached)
        self.work.looked.connect(self.show_check)
        self.work.came.connect(self._came)
        self.work.failed.connect(self._not_done)
        self.work.stopped.connect(self._begin_anew)
        self._show(self.start, 0)

    @property
    def part(self) -> str:
        """The file whose report is in sight, "" none."""
        return self._report

    @property
    def way_up(self) -> Route | None:
        """From a report to the beginning, and from there to Settings."""
        return routes.BRINGING if self._report else self.above

    def open(self, route: Route) -> None:
        """Show the report of the file that is the part of `route`, or the beginning."""
        if self.work.under_way:
            return
        with self.context.hub.telling():
            found = self.context.store.imports.get(route.part) if route.part else None
            if found is not None:
                self.show_report(found)
            else:
                self._begin_anew()

    def refresh(self) -> None:
        """Read what was brought in before; raises a StoreError."""
        store = self.context.store
        self.start.show_files(store.imports.all())
        if self._report and (found := store.imports.get(self._report)) is not None:
            self.show_report(found)

    def let_go(self) -> None:
        """What is being read ends."""
        self.work.cancel()

    # steps

    def look_at(self, path: Path) -> None:
        """Look at a file or folder."""
        if path != self._path:
            self._recorder, self._recorders, self._columns = "", {}, {}
        self._path = path
        self.start.say("")
        said = _("It is only looked at. Nothing is written before you say so.")
        self.far.begin(_("Looking at the file"), said)
        self._show(self.far, 1)
        self.work.zone = ZoneClock(ZoneInfo(self._zone)) if self._zone else None
        self.work.look(path, Choices(recorder=self._recorder, columns=self._columns))

    def show_check(self, looked: FileLookedAt) -> None:
        """Show the first step of a file that was read."""
        self._recorders |= dict.fromkeys(looked.file.gathered.recorders)
        check = CheckPart(looked, self._zone, self._recorder, tuple(self._recorders))
        check.another.connect(self._begin_anew)
        check.further.connect(partial(self.show_mapping, looked))
        check.clock.connect(self._read_by_clock)
        check.recorder.connect(self._read_recorder)
        check.columns_chosen.connect(self._read_columns)
        self._show(check, 1)

    def _read_by_clock(self, zone: str) -> None:
        self._zone = "" if zone == OWN_CLOCK else zone
        self._look_again()

    def _read_recorder(self, recorder: str) -> None:
        self._recorder = recorder
        self._look_again()

    def _read_columns(self, columns: dict[str, str]) -> None:
        self._columns = columns
        self._look_again()

    def _look_again(self) -> None:
        if self._path is not None:
            self.look_at(self._path)

    def show_mapping(self, looked: FileLookedAt) -> None:
        """Show the second step: what becomes what."""
        mapping = MappingPart(looked, self._practices(looked))
        mapping.back.connect(partial(self.show_check, looked))
        mapping.wanted.connect(partial(self._bring, looked))
        mapping.said.connect(self.context.hub.said)
        mapping.failed.connect(self.context.hub.failed)
        self._show(mapping, 2)

    def _practices(self, looked: FileLookedAt) -> list[tuple[str, str]]:
        """What can be practice from elsewhere: what was marked, practised or chosen before."""
        store, library = self.context.store, self.context.library
        names = [one.exercise for one in looked.meanings.values() if one.exercise] + [BREATHING]
        with self.context.hub.telling():
            names += [one.exercise for one in store.favourites.all()]
            names += [one.exercise for one in store.practices.recent(50)]
        known = dict.fromkeys(name for name in names if name in library.exercise_ids())
        return [(name, library.title(name)) for name in list(known)[:MOST_PRACTICES]]

    def _bring(self, looked: FileLookedAt, meanings: dict[Key, Meaning]) -> None:
        plan = looked.plan
        said = _("A backup first, then all of it, or nothing.")
        self.far.begin(_("Bringing it in"), said, len(plan.entries) + len(plan.fills) + len(plan.rows))
        self._show(self.far, 3)
        self.work.bring(looked, meanings)

    def _came(self, came: Came) -> None:
        self._report = came.brought.uid
        label = _("{program} brought in").format(program=came.brought.program)
        self.context.hub.do(label, lambda: came.change)
        self.show_report(came.brought)

    def show_report(self, brought: BroughtIn) -> None:
        """Show what came of a file."""
        self._report = brought.uid
        report = ReportPart(brought)
        report.undo.connect(partial(self._take_back, brought))
        report.look.connect(lambda: self.go.emit(routes.settings("backups")))
        report.journal.connect(lambda: self.go.emit(routes.JOURNAL))
        report.said.connect(self.context.hub.said)
        report.failed.connect(self.context.hub.failed)
        self._show(report, 3)

    def _take_back(self, brought: BroughtIn) -> None:
        store = self.context.store
        in_turn(self.context, partial(store.bringing.take_back, brought), self._taken_back)

    def _taken_back(self, back: TakenBack) -> None:
        hub = self.context.hub
        hub.do(_("import taken out"), lambda: back.change)
        if back.left:
            words = ngettext(
                "{n} entry stays, since it was changed here.",
                "{n} entries stay, since they were changed here.",
                back.left,
            )
            hub.said.emit(words.format(n=back.left))

    def _not_done(self, sentence: str) -> None:
        self._begin_anew()
        self.start.say(sentence)
        self.context.hub.failed.emit(sentence)

    def _begin_anew(self) -> None:
        self._report = ""
        self._show(self.start, 0)
        if self.context.ready:
            self.renew()

    def _show(self, part: QWidget, step: int) -> None:
        held = self._holds_focus
        words = _("Bringing in, step {n} of 3").format(n=step)
        self._step.setText(words if step else "")
        self._step.setVisible(bool(step))
        self.start.setVisible(part is self.start)
        self.far.setVisible(part is self.far)
        if part is not self.shown_part:
            clear(self._place)
            if part not in (self.start, self.far):
                self._place.addWidget(part)
        self.shown_part = part
        self._fit()
        self.to_top()
        if held:
            self.setFocus()

    def _fit(self) -> None:
        if isinstance(self.shown_part, CheckPart | MappingPart):
            self.shown_part.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tables stand below each other where there is little room."""
        self._fit()
        super().resizeEvent(event)
