"""A pass through an exercise as a value: it never changes, every act returns the next `Run`.

    run = Run.begin(exercise, measure=measure, stores={"@values": ["kindness"]})
    run = run.answer(7).advance()

It knows no clock and no screen library. A player shows `run.screen`, hands back what the person enters by
`answer`, and moves by `advance`, `skip`, `back` and `stop`. Every answer may be left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from rewire_app.domain.care import CareRecord
from rewire_app.domain.days import Instant
from rewire_app.domain.exercise.answers import (
    Answer,
    clean,
    clean_rating,
    clean_text,
    from_plain,
    plain,
)
from rewire_app.domain.exercise.breathing import Breathing, settings
from rewire_app.domain.exercise.care import Care, care_steps
from rewire_app.domain.exercise.exercise import Breathe, Exercise, Gate, PlanStep, Repeat, inner_names
from rewire_app.domain.exercise.following import fitting
from rewire_app.domain.exercise.list_rows import entries_for_lists
from rewire_app.domain.exercise.measure import Measure
from rewire_app.domain.exercise.parts import Rows
from rewire_app.domain.exercise.path import AFTER, BEFORE, Given, Path, Place, index_of, rating, replies, walk
from rewire_app.domain.exercise.person_first import without_unsafe
from rewire_app.domain.exercise.recall import Scope, answer_texts, join
from rewire_app.domain.exercise.screens import PassPhase, Position, Screen, plan_words
from rewire_app.domain.exercise.showing import Pass, offered_plan, plan_asked, screen
from rewire_app.domain.lists.entries import ListEntry
from rewire_app.errors import BadInputError
from rewire_app.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Where a person is in an exercise and what was given so far.

    `offered`: answers that stand in their fields when a screen is reached, given once the person goes on.
    `handed`: questions that another exercise answered; they are passed over.
    """

    exercise: Exercise
    measure: Measure | None = None
    stores: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rows: Rows = field(default_factory=dict)
    at: str = ""
    given: Given = field(default_factory=dict)
    offered: Given = field(default_factory=dict)
    handed: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    confirmed: bool = False
    note: str = ""
    stopped: bool = False
    finished: bool = False
    _path: Path | None = field(default=None, init=False, compare=False, repr=False)

    @staticmethod
    def begin(
        exercise: Exercise,
        *,
        measure: Measure | None = None,
        stores: Mapping[str, Sequence[str]] | None = None,
        rows: Rows | None = None,
    ) -> Run:
        """A pass at its first screen. `stores` are named lists such as "@values" and numbers as single texts.

        `rows`: the entries of lists from which something is chosen. `measure` is None for an exercise without
        a rating before and after. Only what `rewire_app.domain.exercise.sources` names is used.
        """
        first = Run(exercise=exercise, measure=measure, stores=stores or {}, rows=rows or {})
        return replace(first, at=first.path.places[0].id)

    @property
    def path(self) -> Path:
        """The way from the first to the last screen, as far as it can be known now; worked out once."""
        path = self._path
        if path is None:
            around = Scope(stores=self.stores, rows=self.rows)
            path = walk(self.exercise, self.measure, self.given, around, self.handed)
            object.__setattr__(self, "_path", path)  # follows from what is frozen, so it cannot become wrong
        return path

    @property
    def screen(self) -> Screen:
        """What is to be shown now."""
        path = self.path
        return screen(self._pass(path), path.places[index_of(path, self.at)], self.stopped)

    @property
    def position(self) -> Position:
        """Step n of m on the present path; a reply to an answer belongs to the step that was answered."""
        path = self.path
        at = index_of(path, self.at)
        place = path.places[at]
        counted = [(p.unit, i) for i, p in enumerate(path.places) if i == 0 or not replies(p.step)]
        return Position(
            step=max(1, len({unit for unit, i in counted if i <= at})),
            steps=len({unit for unit, _i in counted}) if path.settled else 0,
            round=place.round,
            rounds=place.rounds,
        )

    @property
    def phase(self) -> PassPhase:
        """Which part of the pass it stands in, also while it is stopped there."""
        path = self.path
        return path.places[index_of(path, self.at)].phase

    @property
    def can_advance(self) -> bool:
        """False only where "I have read this" is not ticked yet."""
        return self.confirmed or self.stopped or self.exercise.gate is not Gate.CONFIRM or self.at != "gate"

    @property
    def can_go_back(self) -> bool:
        """Whether there is a screen before this one."""
        return self.stopped or self.finished or index_of(self.path, self.at) > 0

    def answer(self, value: object) -> Run:
        """The run with `value` given here (None takes it back); raises BadInputError for a wrong one.

        What each kind of screen takes is written there; on the finish screen it is the plan.
        """
        path = self.path
        place = path.places[index_of(path, self.at)]
        if self.stopped:
            return self
        if place.phase is PassPhase.GATE:
            return replace(self, confirmed=bool(value))
        if isinstance(value, Breathing):
            return self.breathe(value)
        key, answer = self._accept(path, place, value)
        if not key:
            return self
        given = {k: v for k, v in self.given.items() if k != key}
        if answer is not None or key in self.offered:
            given[key] = answer
        return replace(self, given=given, skipped=self.skipped - {place.id})

    def take_over(self, answers: Iterable[tuple[str, Answer]]) -> Run:
        """The run, at its first screen, with what another exercise hands on; what does not fit is asked."""
        fit = fitting(self.exercise, answers)
        fresh = replace(self, given={**self.given, **fit}, handed=frozenset(fit))
        return replace(fresh, at=fresh.path.places[0].id)

    def answer_anew(self) -> Run:
        """The run at its first screen, with the questions that were passed over asked again."""
        fresh = replace(self, handed=frozenset())
        return replace(fresh, at=fresh.path.places[0].id)

    def breathe(self, wish: Breathing) -> Run:
        """The run with pace and length as wished, for every breathing step that takes them."""
        return replace(self, given=wish.into(self.given))

    def write_note(self, text: str) -> Run:
        """The run with `text` as its note; raises BadInputError if it is too long."""
        return replace(self, note=clean_text(text))

    def advance(self) -> Run:
        """The next screen; after the last one `finished`. Raises BadInputError at an unticked gate."""
        if not self.can_advance:
            raise BadInputError(_("Tick the box once you have read this."), field="gate")
        if self.finished:
            return self
        path = self.path
        here = path.places[index_of(path, self.at)]
        if self.stopped or here.phase is PassPhase.CLOSE:
            return replace(self, finished=True)
        stands = {here.key: self.offered.get(here.key)} if here.key else {}
        passed = replace(self, given={**stands, **self.given})
        after = passed.path
        following = after.places[min(index_of(after, here.id) + 1, len(after.places) - 1)]
        if isinstance(following.step, Breathe):
            passed = replace(passed, given={following.key: None, **passed.given})
        return replace(passed, at=following.id)

    def skip(self) -> Run:
        """The next screen, leaving this one out: its answer is taken back and it does not count as done."""
        if self.stopped or self.finished:
            return self.advance()
        here = self.at
        moved = (self if here == "gate" else self.answer(None)).advance()
        return replace(moved, skipped=self.skipped | {here})

    def back(self) -> Run:
        """The screen before; answers stay. From the way out, back to where the person stopped."""
        if self.finished:
            return replace(self, finished=False)
        if self.stopped:
            return replace(self, stopped=False)
        path = self.path
        return replace(self, at=path.places[max(0, index_of(path, self.at) - 1)].id)

    def stop(self) -> Run:
        """The kind way out, from any screen; `advance` then closes the run."""
        return self if self.finished else replace(self, stopped=True)

    @property
    def ended_early(self) -> bool:
        """Whether the person stopped, or the exercise closed itself on the way."""
        return self.stopped or (self.at == "exit" and self.path.ended)

    @property
    def steps_seen(self) -> int:
        """How many steps the present path has, rounds of repeats included."""
        return len(self.path.step_places)

    @property
    def steps_done(self) -> int:
        """How many of them were gone through and not skipped."""
        path = self.path
        passed = path.places[: index_of(path, self.at)]
        return sum(place.phase is PassPhase.STEPS and place.id not in self.skipped for place in passed)

    @property
    def before(self) -> int | None:
        """The rating before the steps."""
        return rating(self.given, BEFORE)

    @property
    def after(self) -> int | None:
        """The rating after the steps."""
        return rating(self.given, AFTER)

    @property
    def to_keep(self) -> Run:
        """The run as it may be written down: without an answer that somebody is not safe."""
        given = without_unsafe(self.exercise.steps, self.given)
        if given is None:
            return self
        kept = replace(self, given=given)
        return replace(kept, at=kept.path.places[index_of(kept.path, self.at)].id)

    @property
    def told(self) -> tuple[str, ...]:
        """What another exercise handed on, in words, one for each question that is passed over."""
        path = self.path
        known = (path.scope.known[name] for name in path.handed)
        return tuple(join(answer_texts(one.answer, one.step)) for one in known)

    @property
    def answers(self) -> dict[str, object]:
        """The answers on the present path by name, as JSON values; those of a repeat as a list by round.

        A list of the person's that a repeat went through stands with them: it will be another one later.
        """
        if (kept := self.to_keep) is not self:
            return kept.answers
        found: dict[str, object] = {}
        path = self.path
        ahead = set(settings(self.exercise))
        for place in path.places:
            reached = place.key in self.given or place.id == self.at
            if isinstance(place.step, Breathe) and reached and place.id not in self.skipped:
                ahead -= {place.step.pace_from, place.step.minutes_from}
        for name, known in path.scope.known.items():
            if name in ahead or isinstance(known.step, Care):  # not breathed yet, or kept elsewhere
                continue
            values = known.rounds or (known.answer,)
            if any(value is not None for value in values):
                found[name] = [plain(v) for v in values] if known.rounds else plain(known.answer)
        for step in self.exercise.steps:
            if isinstance(step, Repeat) and step.each.startswith("@") and found.keys() & inner_names(step):
                found[step.each] = list(self.stores.get(step.each, ()))
        return found

    @property
    def plan(self) -> str:
        """The if-then sentence that was kept, empty without one."""
        text, key, scope = offered_plan(self._pass(self.path))
        saved = self.given.get(key)
        return plan_words(text, scope, saved)[1] if saved is not None else ""

    def kept(self, at: Instant, day: date) -> tuple[ListEntry, ...]:
        """The entries for the person's own lists; `at` makes their uids, `day` is the day of the pass."""
        scope = self.to_keep.path.scope
        return entries_for_lists(self.exercise, scope, at=at, day=day, done=not self.stopped)

    def careful(self, record: CareRecord, day: date) -> CareRecord:
        """`record` with what was answered on this pass about what to be careful with."""
        for step in care_steps(self.exercise):
            answer = self.given.get(step.save)
            if isinstance(answer, tuple):
                record = record.answered(step.topics, [str(one) for one in answer], day)
        return record

    def to_json(self) -> str:
        """The run as JSON, enough to resume it at this screen."""
        kept = self.to_keep
        state = {
            "exercise": self.exercise.id,
            "version": self.exercise.version,
            "at": kept.at,
            "given": {key: plain(value) for key, value in kept.given.items()},
            "offered": {key: plain(value) for key, value in self.offered.items()},
            "handed": sorted(self.handed),
            "skipped": sorted(self.skipped),
            "confirmed": self.confirmed,
            "note": self.note,
            "stopped": self.stopped,
            "finished": self.finished,
        }
        return json.dumps(state, ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def from_json(
        exercise: Exercise,
        text: str,
        *,
        measure: Measure | None = None,
        stores: Mapping[str, Sequence[str]] | None = None,
        rows: Rows | None = None,
        lenient: bool = False,
    ) -> Run:
        """The run that `to_json` wrote; a new one when the exercise has changed since or `text` is no run.

        `lenient`: what still fits of a run of another version.
        """
        fresh = Run.begin(exercise, measure=measure, stores=stores, rows=rows)
        try:
            state = json.loads(text)
            same = (state["exercise"], state["version"]) == (exercise.id, exercise.version)
            if not same and not lenient:
                return fresh
            resumed = replace(
                fresh,
                given={str(key): from_plain(value) for key, value in state["given"].items()},
                offered={str(key): from_plain(value) for key, value in state.get("offered", {}).items()},
                handed=frozenset(map(str, state.get("handed", ()))),
                skipped=frozenset(map(str, state["skipped"])),
                confirmed=bool(state["confirmed"]),
                note=str(state["note"]),
                stopped=bool(state["stopped"]),
                finished=bool(state["finished"]),
            )
            path = resumed.path
            return replace(resumed, at=path.places[index_of(path, str(state["at"]))].id)
        except (ValueError, KeyError, TypeError, AttributeError):
            return fresh

    def _pass(self, path: Path) -> Pass:
        return Pass(
            exercise=self.exercise,
            measure=self.measure,
            path=path,
            given={**self.offered, **self.given},
            confirmed=self.confirmed,
            note=self.note,
        )

    def _accept(self, path: Path, place: Place, value: object) -> tuple[str, Answer | None]:
        """The key and the checked answer for `value` at `place`."""
        if place.phase in (PassPhase.BEFORE, PassPhase.AFTER) and self.measure is not None:
            return place.key, None if value is None else clean_rating(value, self.measure.scale)
        if place.id == "finish":
            text, key, _scope = offered_plan(self._pass(path))
            return (key, _plan_answer(value)) if text and not plan_asked(path) else ("", None)
        if isinstance(place.step, PlanStep):
            return place.key, _plan_answer(value)
        if place.step is None:
            return "", None
        return place.key, clean(place.step, value, place.options)


def _plan_answer(value: object) -> Answer | None:
    """A whole sentence, or the words of the slots; None for no plan."""
    if value is None:
        return None
    if isinstance(value, str):
        return clean_text(value) or None
    if isinstance(value, Iterable):
        return tuple(clean_text(word) for word in value)
    raise BadInputError(_("Write this in words."))
