"""The way through an exercise that the answers so far lead to: which screens, in which order and round."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rewire_app.domain.exercise.answers import Answer, Row
from rewire_app.domain.exercise.breathing import minutes_of, recorded, settings
from rewire_app.domain.exercise.care import answered_lately
from rewire_app.domain.exercise.conditions import answer_of, met
from rewire_app.domain.exercise.exercise import (
    Ask,
    Breathe,
    Condition,
    Exercise,
    Gate,
    Pick,
    PlanStep,
    Repeat,
    Say,
    Step,
    saves,
)
from rewire_app.domain.exercise.following import taken
from rewire_app.domain.exercise.measure import Measure, gentle_end
from rewire_app.domain.exercise.recall import Known, Scope, answer_texts
from rewire_app.domain.exercise.screens import ExitReason, PassPhase

BEFORE = "@before"
"""The key of the rating before."""

AFTER = "@after"
"""The key of the rating after."""

OFFERED_PLAN = "@plan"
"""The key of the plan that is offered on the finish screen; those of plan steps add their place."""

BREATHED = "@breathed"
"""Where it is kept, by place, that a breathing step was reached."""

Given = Mapping[str, Answer | None]
"""Everything given so far by key (a save name, with "#2" for the second round); None was passed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One screen on the path. `unit` groups the rounds of a repeat; `key` is where its answer is kept.

    The rating before the steps has the `step` whose words stand beside it.
    """

    id: str
    phase: PassPhase
    unit: str
    key: str = ""
    step: Step | None = None
    scope: Scope = field(default_factory=Scope)
    options: tuple[str, ...] = ()
    round: int = 0
    rounds: int = 0
    reason: ExitReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """All places from the first to the last, as far as can be known now, and what is known at its end.

    `settled`: no answer still to come changes how many steps there are. `handed`: questions that are passed
    over, as what is known of another exercise answers them.
    """

    places: tuple[Place, ...]
    scope: Scope
    ended: bool
    settled: bool = True
    handed: tuple[str, ...] = ()

    @property
    def step_places(self) -> tuple[Place, ...]:
        """The places of the exercise's own steps, without gate, ratings and close."""
        return tuple(place for place in self.places if place.phase is PassPhase.STEPS)


@dataclass(frozen=True, slots=True)
class _Round:
    """Where the walk is inside a repeat: the prefix of ids, the suffix of keys, and the numbers shown."""

    prefix: str = ""
    suffix: str = ""
    unit: str = ""
    number: int = 0
    of: int = 0


class _Walk:
    """One walk along the steps; gathers what is known and which names are still to be asked."""

    def __init__(self, exercise: Exercise, given: Given, around: Scope, handed: Collection[str]) -> None:
        self.given = given
        self.handed = handed
        self.passed_over: list[str] = []
        self.set = _set(exercise, given)
        self.known: dict[str, Known] = dict(self.set)
        self.pending: set[str] = set()
        self.scope = around
        self.ended = False
        self.settled = True

    def steps(self, steps: Sequence[Step], at: _Round) -> Iterator[Place]:
        """The places of `steps`, stopping after one that ends the exercise."""
        for number, step in enumerate(steps, start=1):
            if self.ended:
                return
            if saves(step) in self.set:
                continue
            if not self._shown(step.when):
                self.settled &= replies(step) or not any(c.name in self.pending for c in step.when)
                continue
            here = f"{at.prefix}{number}"
            if isinstance(step, Repeat):
                yield from self._repeat(step, here, at)
            elif not at.suffix and saves(step) in self.handed and self._pass_over(step):
                self.passed_over.append(saves(step))
            elif known := answered_lately(step, self.scope.stores) or self._only(step):
                self.known[saves(step)] = Known(known, step)
            else:
                yield self._place(step, here, at)
                self.ended = isinstance(step, Say) and step.end

    def _shown(self, when: Sequence[Condition]) -> bool:
        """Whether all conditions hold; one about a question still to come is taken not to hold yet."""
        scope = replace(self.scope, known=self.known)
        return all(condition.name not in self.pending and met(condition, scope) for condition in when)

    def _answer(self, name: str) -> Answer | None:
        return answer_of(name, replace(self.scope, known=self.known))

    def _pass_over(self, step: Step) -> bool:
        """Whether what was handed on is an answer to `step`; it is known from here on then."""
        answer = taken(step, self.given.get(saves(step)), self._options(step))
        if answer is not None:
            self.known[saves(step)] = Known(answer, step)
            self.pending.discard(saves(step))
        return answer is not None

    def _only(self, step: Step) -> tuple[str, ...]:
        """The one thing there is to choose from what was given before; nothing where there is a choice."""
        if not isinstance(step, Pick) or not step.options_from or step.max > 1 or step.options or step.other:
            return ()
        self.settled &= step.options_from.partition(".")[0] not in self.pending
        options = self._options(step)
        return options if len(options) == 1 else ()

    def _place(self, step: Step, here: str, at: _Round) -> Place:
        name = saves(step)
        key = name + at.suffix if name else ""
        if isinstance(step, PlanStep):
            key = f"{OFFERED_PLAN}:{here}"
        elif isinstance(step, Breathe):
            key = f"{BREATHED}:{here}"
        scope = replace(self.scope, known=dict(self.known))
        options = self._options(step)
        if name:
            self._keep(name, key, step, options)
        return Place(
            id=here,
            phase=PassPhase.STEPS,
            unit=at.unit or here,
            key=key,
            step=step,
            scope=scope,
            options=options,
            round=at.number,
            rounds=at.of,
        )

    def _keep(self, name: str, key: str, step: Step, options: tuple[str, ...]) -> None:
        if key not in self.given:
            self.pending.add(name)
            self.known.pop(name, None)
            return
        self.pending.discard(name)
        answer = self.given[key]
        if isinstance(step, Pick) and isinstance(answer, tuple) and options and not step.other:
            answer = tuple(text for text in answer if isinstance(text, str) and text in options) or None
        self.known[name] = Known(answer, step)

    def _options(self, step: Step) -> tuple[str, ...]:
        if not isinstance(step, Pick):
            return ()
        taken = self._texts(step.options_from) if step.options_from else ()
        return tuple(dict.fromkeys((*taken, *step.options)))

    def _texts(self, source: str) -> tuple[str, ...]:
        """The texts of an earlier answer, of a column of it, or of a store."""
        if source.startswith("@"):
            return tuple(self.scope.stores.get(source, ()))
        name, _dot, column = source.partition(".")
        known = self.known.get(name)
        if known is None:
            return ()
        answers = known.rounds or (known.answer,)
        return tuple(text for answer in answers for text in answer_texts(answer, known.step, column))

    def _repeat(self, step: Repeat, here: str, at: _Round) -> Iterator[Place]:
        items = self._items(step)
        total = step.max if step.until else len(items)
        inner = [name for part in step.steps if (name := saves(part))]
        rounds: dict[str, list[Answer | None]] = {name: [] for name in inner}
        outside = self.scope
        for number in range(1, total + 1):
            for name in inner:
                self.known.pop(name, None)
                self.pending.discard(name)
            self.scope = replace(outside, item=items[number - 1] if items else None)
            yield from self.steps(
                step.steps,
                _Round(
                    prefix=f"{here}.{number}.",
                    suffix=f"{at.suffix}#{number}" if not at.suffix else f"{at.suffix}.{number}",
                    unit=at.unit or here,
                    number=number,
                    of=0 if step.until else total,
                ),
            )
            for name in inner:
                rounds[name].append(self._answer(name))
            if self.ended or (step.until and self._settled(step.until)):
                break
        self.scope = outside
        self._gather(step, rounds, tuple(items) if step.each or step.sets else ())

    def _settled(self, until: Sequence[Condition]) -> bool:
        """Whether a repeat is over: its condition holds, or cannot be known before it is asked."""
        return any(c.name in self.pending for c in until) or self._shown(until)

    def _gather(
        self, step: Repeat, rounds: Mapping[str, list[Answer | None]], items: tuple[str | Row, ...]
    ) -> None:
        parts = {saves(part): part for part in step.steps}
        for name, answers in rounds.items():
            last = next((answer for answer in reversed(answers) if answer is not None), None)
            self.known[name] = Known(last, parts[name], tuple(answers), items)

    def _items(self, step: Repeat) -> Sequence[str | Row]:
        """The rows of a repeat; for `times` as many empty ones."""
        if step.until:
            return ()
        if step.times:
            return ("",) * step.times
        left_out = {text.casefold() for text in self._texts(step.minus)} if step.minus else set()
        if step.sets:
            chosen = self._answer(step.by)
            named = [s for s in step.sets if chosen in (s.option, (s.option,))]
            items = (named or list(step.sets))[0].items
            return [
                i.text for i in items if left_out.isdisjoint(word.casefold() for word in (i.text, *i.areas))
            ]
        if step.each in self.pending:
            return ("",)
        known = self.known.get(step.each)
        if known is not None and isinstance(known.answer, tuple):
            return [row for row in known.answer if not isinstance(row, str) or row.casefold() not in left_out]
        texts = self._texts(step.each)
        lines = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
        return [line for line in lines if line.casefold() not in left_out]


def replies(step: Step | None) -> bool:
    """Whether `step` only says something to an answer, and so is no step of its own to whoever counts."""
    return isinstance(step, Say) and bool(step.when) and not step.end


def _set(exercise: Exercise, given: Given) -> dict[str, Known]:
    """Pace and length by the names that the exercise has for them."""
    found: dict[str, Known] = {}
    names = settings(exercise)
    for step in exercise.steps:
        if isinstance(step, Breathe):
            for name, text in recorded(step, given).items():
                asked = names[name]
                number = minutes_of(step, given) if isinstance(asked, Ask) else None
                found.setdefault(name, Known((text,) if number is None else number, asked))
    return found


def _opening(steps: Sequence[Place]) -> Place | None:
    """The words to settle by, where they lead straight to the first breath."""
    if len(steps) < 2 or not isinstance(steps[1].step, Breathe):
        return None
    first = steps[0].step
    return steps[0] if isinstance(first, Say) and not (first.end or first.link or first.when) else None


def walk(
    exercise: Exercise,
    measure: Measure | None,
    given: Given,
    around: Scope,
    handed: Collection[str] = (),
) -> Path:
    """The path through `exercise` for what was given so far, from the gate to the close.

    `around`: the person's lists. The questions of `handed` are passed over where what is given answers them.
    """
    walker = _Walk(exercise, given, around, handed)
    places: list[Place] = []
    if exercise.gate in (Gate.CONFIRM, Gate.HELP_FIRST):
        places.append(Place(id="gate", phase=PassPhase.GATE, unit="gate"))
    steps = list(walker.steps(exercise.steps, _Round()))
    if measure is not None:
        settle = _opening(steps)
        before = Place(id="before", phase=PassPhase.BEFORE, unit="before", key=BEFORE)
        places.append(before if settle is None else replace(before, step=settle.step, scope=settle.scope))
        steps = steps if settle is None else steps[1:]
    places.extend(steps)
    scope = replace(around, known=dict(walker.known))
    reason = ExitReason.ENDED if walker.ended or exercise.unkept else None
    if measure is not None and not walker.ended:
        places.append(Place(id="after", phase=PassPhase.AFTER, unit="after", key=AFTER, scope=scope))
        if gentle_end(measure, rating(given, BEFORE), rating(given, AFTER)):
            reason = ExitReason.WORSE
    close = "exit" if reason else "finish"
    places.append(Place(id=close, phase=PassPhase.CLOSE, unit="close", scope=scope, reason=reason))
    return Path(
        places=tuple(places),
        scope=scope,
        ended=walker.ended,
        settled=walker.settled,
        handed=tuple(walker.passed_over),
    )


def rating(given: Given, key: str) -> int | None:
    """The rating kept under `key`, None if there is none."""
    value = given.get(key)
    return value if isinstance(value, int) else None


def index_of(path: Path, at: str) -> int:
    """Where `at` is on the path; if it is gone, the nearest place before it that is still there."""
    ids = [place.id for place in path.places]
    if at in ids:
        return ids.index(at)
    if at in ("exit", "finish"):
        return len(ids) - 1
    order = _order(at)
    earlier = [i for i, place in enumerate(path.places) if _order(place.id) <= order]
    return earlier[-1] if earlier else 0


def _order(place_id: str) -> tuple[int, ...]:
    """A key that sorts ids of places in reading order."""
    fixed = {"gate": (-2,), "before": (-1,), "after": (10_000,), "exit": (10_001,), "finish": (10_001,)}
    if place_id in fixed:
        return fixed[place_id]
    return tuple(int(part) if part.isdigit() else 0 for part in place_id.split("."))
