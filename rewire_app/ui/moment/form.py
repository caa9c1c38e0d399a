"""Noting a moment: half a minute, every field optional, nothing lost when something needs a change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.days import Instant, logical_day, minutes_between
from rewire_app.domain.journal.entries import Moment, Response, new_uid
from rewire_app.domain.journal.moment_clock import MomentClock
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.moment_draft import END, MomentDraft
from rewire_app.ui.moment.choices import choices_for
from rewire_app.ui.moment.more import MoreCard
from rewire_app.ui.moment.questions import first_questions
from rewire_app.ui.moment.settle_part import End, MomentEnding, SettlePart
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.theme import S4, S5

WORDS = ("urge", "note", "exercise")
"""The answers under More of which none is no word."""
OPEN = ("tag", "place", "company")
"""Those that are chosen, and of which none is no word."""
SEVERAL = ("did", "skills", "feelings")
LINKS = ("pattern", "set_off_by")


class MomentForm(QWidget):
    """A new moment of `day`, or `moment` again; it makes a Moment. `changed()`: something was given.

    `runs`: the clock that runs for it, if one does.
    """

    changed = Signal()

    def __init__(
        self, context: Context, day: date, moment: Moment | None, runs: MomentClock | None, uid: str = ""
    ) -> None:
        super().__init__()
        self._context, self.day, self._moment = context, day, moment
        self.uid = moment.uid if moment else uid or new_uid(context.clock.now())
        card = Card(padding=(32, 26))
        self.form = Form(first_questions(), card)
        self.end = SettlePart(context.clock, self.form)
        put(card.body, self.form.field("trigger"), S5, self.form.field("peak"), S5, self.end)
        self.more = MoreCard(context, lambda: choices_for(context, self.uid, day, moment))
        vbox(card, self.more, on=self, gap=S4 + 3)
        self._show(runs)
        for part in (self.form, self.end, self.more):
            part.changed.connect(self.changed)
        self._at_first = self._said()

    def _show(self, runs: MomentClock | None) -> None:
        moment, now = self._moment, self._context.clock.now()
        of_today = logical_day(now, self._context.settings.day_start) == self.day
        if moment is not None:
            kept = {"trigger": moment.trigger, "peak": moment.peak, "calm_min": moment.calm_min}
            self.form.show_values(kept | {"time": _wall_minutes(moment.at)})
            names = (*WORDS, *SEVERAL, "response")
            links = {name: getattr(moment, name) or "" for name in LINKS}
            chosen = {name: getattr(moment, name) or None for name in OPEN}
            self.more.hold({name: getattr(moment, name) for name in names} | links | chosen)
        elif of_today:
            self.form.show_values({"time": _wall_minutes(runs.began if runs is not None else now)})
        self.end.begin(runs, moment)
        self.end.show_peak(self.form.answer("peak"))

    def belong_to(self, pattern: str) -> None:
        """Belong to a pattern beforehand, which is nothing that would be lost."""
        self.more.hold({"pattern": pattern})
        self._at_first = self._said()

    # drafts

    def _said(self) -> dict[str, Any]:
        """All that is answered, as it stands."""
        more = {key: value for key, value in self._more().items() if not key.endswith("_list")}
        return self.form.answers() | more | {END: self.end.answers}

    def _more(self) -> dict[str, Any]:
        """What is answered under More."""
        return {key: value for key, value in self.more.answers().items() if value}

    @property
    def filled(self) -> bool:
        """Whether there is anything in it that would be lost."""
        return self._said() != self._at_first

    @property
    def is_new(self) -> bool:
        """Whether the moment is not among the notes yet."""
        return self._moment is None

    @property
    def draft(self) -> MomentDraft:
        """The answers as they stand, and the clock of a moment that is not kept yet."""
        runs = self.end.runs if self.is_new else None
        answers = self._said() | self._more() if self.filled else {}
        began = runs.began if runs is not None else None
        return MomentDraft(uid=self.uid, day=self.day, answers=answers, began=began)

    def restore(self, draft: MomentDraft) -> None:
        """Show answers that were typed and not kept."""
        self.uid = draft.uid
        said = dict(draft.answers)
        if said.get("time") is None and draft.began is not None:
            said["time"] = _wall_minutes(draft.began)
        self.form.restore({key: said[key] for key in self.form.questions if key in said})
        going = bool(said.pop("still", ()))  # how an earlier Rewire held it
        end, stopped = said.pop(END, (End.GOING if going else End.TYPED, 0))
        self.end.restore((end, stopped))
        self.end.show_peak(self.form.answer("peak"))
        more = {key: value for key, value in said.items() if key not in self.form.questions}
        if more:
            self.more.hold(more)

    # keeping

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.form.begin("trigger")

    def made(self) -> Moment | None:
        """The moment as it is noted, or None when a field that needs a change was marked."""
        if not self.form.check():
            return None
        self.more.settle()
        said, more = self.form.answers(), self.more.answers()
        if not said["trigger"] and said["peak"] is None and not more.get("response"):
            self.form.refuse("trigger", _("Write what set it off, or choose how strong it was."))
            return None
        at = self._at(said["time"])
        before = self._moment or Moment(uid=self.uid, at=at, day=self.day)
        ending = self._ending(at, said["time"])
        made = replace(
            before,
            at=at,
            trigger=said["trigger"],
            peak=said["peak"],
            calm_min=ending.calm_min,
            still_going=ending.still_going,
            measured=ending.measured,
        )
        return replace(made, **_fields(more)) if more else made

    def _ending(self, at: Instant, typed: int | None) -> MomentEnding:
        """What is kept of the end; a start that was typed is no start of the clock."""
        ending, runs = self.end.ending(), self.end.runs
        if runs is None or not ending.still_going or typed in (None, _wall_minutes(runs.began)):
            return ending
        passed = max(0, minutes_between(at, self._context.clock.now()))
        return replace(ending, calm_min=passed, measured=False)

    def _at(self, minutes: int | None) -> Instant:
        """When it began: by its clock, as it was kept, or at the time typed on this logical day."""
        runs, moment, day = self.end.runs, self._moment, self.day
        if moment is not None and minutes in (None, _wall_minutes(moment.at)):
            return moment.at
        if minutes is None and runs is not None:
            return runs.began
        assert minutes is not None, "a time that is asked for is needed"
        on = day if minutes >= self._context.settings.day_start * 60 else day + timedelta(days=1)
        return self._context.clock.at(datetime(on.year, on.month, on.day) + timedelta(minutes=minutes))


def _fields(more: dict[str, Any]) -> dict[str, Any]:
    """The answers under More as fields of a moment."""
    path = more.get("response")
    found: dict[str, Any] = {"response": Response(path) if path else None}
    found |= {name: more.get(name) or "" for name in (*WORDS, *OPEN)}
    found |= {name: tuple(more.get(name) or ()) for name in SEVERAL}
    return found | {name: more.get(name) or None for name in LINKS}


def _wall_minutes(at: Instant) -> int:
    """When it was, in minutes after midnight on the clock on the wall."""
    return at.wall.hour * 60 + at.wall.minute
