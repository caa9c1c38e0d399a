"""The kinds of step, each told once: reader, writer, checks and editor follow what stands here.

What the fields of the file format mean is told in `domain.exercise.exercise`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rewire_app.content.fields import Fields
from rewire_app.content.shape import (
    ChoiceSort,
    Conditions,
    FlagSort,
    Flaw,
    Inline,
    NumberSort,
    RowsSort,
    ShapePart,
    SourceSort,
    TableShape,
    Texts,
    TextSort,
    Whole,
    Words,
)
from rewire_app.content.step_tables import CHOSEN_PACE, COLUMN, LENGTH, PACE, SET, SHOWN, CareTopics
from rewire_app.domain.exercise.care import Care
from rewire_app.domain.exercise.exercise import (
    Ask,
    Breathe,
    Column,
    Input,
    ListStep,
    Pace,
    Pick,
    PlanStep,
    Rate,
    Repeat,
    Say,
    Scale,
    Step,
)
from rewire_app.i18n import _

LEAST_OPTIONS = 2

SHARED = (
    Conditions(name="when"),
    TextSort(name="text", words=True, recalls=True),
    TextSort(name="hint", words=True, needed=False, recalls=True),
    TextSort(name="link", needed=False),
    TextSort(name="paper", words=True, needed=False),
    FlagSort(name="off_paper"),
)
"""The fields that every step has."""

SAVE = TextSort(name="save")
"""The name under which an answer is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepKind(TableShape):
    """One kind of step, called `name` in a file and `title` in the editor, where `words` label its text.

    `fresh` makes one with nothing written in it, for the name of its answer; None: the editor adds none.
    `lead` and `trail` are what the editor says above and below the fields of a step.
    """

    name: str
    title: Words
    words: Words
    fresh: Callable[[str], Step] | None = None
    lead: Callable[[Any], str] = lambda _step: ""
    trail: Callable[[Any], str] = lambda _step: ""

    @property
    def own(self) -> tuple[ShapePart, ...]:
        """The fields that only this kind has."""
        return self.parts[len(SHARED) :]

    def pairs(self, value: Step) -> dict[str, Any]:
        """The step as the table of a file: its kind, its own fields, then those of every step."""
        table: dict[str, Any] = {"kind": self.name}
        for part in (*self.own, *self.parts[: len(SHARED)]):
            table |= part.pairs(getattr(value, part.attribute))
        return table


@dataclass(frozen=True, slots=True, kw_only=True)
class _Inside(ShapePart):
    """The steps inside a repeat."""

    def read(self, fields: Fields) -> tuple[Step, ...]:
        """The steps, at least one unless they are still unwritten."""
        if fields.lacks(self.name, []):
            return ()
        if not fields.has(self.name):
            raise fields.fault(self.name, "there is no step to repeat")
        return tuple(read_step(inner) for inner in fields.tables(self.name))

    def pairs(self, _value: Sequence[Step]) -> Mapping[str, Any]:
        """Nothing: they stand in tables of their own, after this one."""
        return {}


def _pick_flaws(step: Pick) -> Iterator[Flaw]:
    unwritten = _("write at least two choices, each on a line of its own")
    if not step.options and not step.options_from:
        reason = "use options, options_from or both"
        yield Flaw(field="options", reason=reason, unwritten=unwritten)
    elif len(step.options) < LEAST_OPTIONS and not step.options_from:
        reason = f"it needs at least {LEAST_OPTIONS} entries"
        yield Flaw(field="options", reason=reason, unwritten=unwritten)
    if step.options_from.startswith("@") and not (step.options or step.other):
        yield Flaw(field="options_from", reason="that list may be empty; add options or other = true")


def _breathe_flaws(step: Breathe) -> Iterator[Flaw]:
    if bool(step.pace_from) != bool(step.paces):
        yield Flaw(field="paces", reason="pace_from and paces belong together")
    if step.lengths and not step.minutes_from:
        yield Flaw(field="minutes_from", reason="lengths need the question that chooses one")


def _repeat_flaws(step: Repeat) -> Iterator[Flaw]:
    if sum(map(bool, (step.times, step.each, step.sets, step.until))) != 1:
        yield Flaw(field="repeat", reason="use exactly one of times, each, sets, until")
    elif bool(step.max) != bool(step.until):
        yield Flaw(field="max", reason="there is no such field here" if step.max else "it is missing")
    if any(isinstance(inner, Repeat) for inner in step.steps):
        yield Flaw(field="steps", reason="a repeat inside a repeat cannot be shown")
    if any(isinstance(inner, Care) for inner in step.steps):
        yield Flaw(field="steps", reason="what to be careful with is asked once, outside of a repeat")
    if step.by and not step.sets:
        yield Flaw(field="by", reason="it chooses among sets, and there are none")


def _say_flaws(step: Say) -> Iterator[Flaw]:
    if bool(step.minutes_from) != bool(step.minutes):
        yield Flaw(field="minutes", reason="minutes_from and minutes belong together")
    if step.minutes_from and step.secs:
        yield Flaw(field="secs", reason="its length comes from minutes_from")
    if step.by_someone and not step.person_first:
        yield Flaw(field="by_someone", reason="the line stands where people come first: person_first = true")


SAY = StepKind(
    name="say",
    make=Say,
    title=lambda: _("Say"),
    words=lambda: _("What it says"),
    fresh=lambda _save: Say(secs=10),
    trail=lambda step: _("The exercise ends kindly after this step.") if step.end else "",
    parts=(
        *SHARED,
        Whole(
            name="secs", low=3, high=600, needed=False,
            label=lambda: _("Quiet time, seconds"), hint=lambda: _("Empty for none."),
        ),
        SourceSort(name="minutes_from"),
        NumberSort(name="minutes", low=0, high=60, needed=False),
        FlagSort(name="end"),
        FlagSort(name="person_first"),
        FlagSort(name="by_someone"),
        RowsSort(name="shows", shape=SHOWN),
        SourceSort(name="ladder"),
    ),
    rule=_say_flaws,
)  # fmt: skip

BREATHE = StepKind(
    name="breathe",
    make=Breathe,
    title=lambda: _("Breathe"),
    words=lambda: _("Words under the breath"),
    fresh=lambda _save: Breathe(text=_("Breathe along, small and easy."), pace=Pace(), rounds=6),
    lead=lambda _step: _("Ten breaths a minute or slower. A little longer out than in is easy."),
    trail=lambda step: (
        _("Pace or time can be changed while breathing. These numbers hold until then.")
        if step.pace_from or step.minutes_from
        else ""
    ),
    parts=(
        *SHARED,
        Inline(name="pace", shape=PACE),
        Whole(name="rounds", low=1, high=200, paired=True, label=lambda: _("How many breaths")),
        TextSort(name="pace_from", needed=False),
        RowsSort(name="paces", shape=CHOSEN_PACE, chosen_by="pace_from"),
        TextSort(name="minutes_from", needed=False),
        RowsSort(name="lengths", shape=LENGTH, chosen_by="minutes_from", by_number=True),
    ),
    rule=_breathe_flaws,
)

ASK = StepKind(
    name="ask",
    make=Ask,
    title=lambda: _("Ask"),
    words=lambda: _("The question"),
    fresh=lambda save: Ask(save=save, input=Input.TEXT),
    parts=(
        *SHARED,
        SAVE,
        ChoiceSort(
            name="input",
            kind=Input,
            label=lambda: _("What is answered"),
            options=lambda: (
                (Input.TEXT, _("A few words")),
                (Input.LINES, _("Several lines")),
                (Input.NUMBER, _("A number")),
                (Input.MINUTES, _("Minutes")),
                (Input.TIME, _("A time of day")),
                (Input.DATETIME, _("A day and a time")),
            ),
        ),
    ),
)

PICK = StepKind(
    name="pick",
    make=Pick,
    title=lambda: _("Choose"),
    words=lambda: _("The question"),
    fresh=lambda save: Pick(save=save, max=1),
    lead=lambda step: (
        _("Choices from an earlier answer or from your lists come first.") if step.options_from else ""
    ),
    parts=(
        *SHARED,
        SAVE,
        Texts(
            name="options", label=lambda: _("The choices, each on a line of its own"), also=("options_from",)
        ),
        SourceSort(name="options_from"),
        Whole(name="max", low=1, high=40, label=lambda: _("How many may be chosen")),
        FlagSort(name="other", label=lambda: _("Room for something else, in own words")),
    ),
    rule=_pick_flaws,
)

CARE = StepKind(
    name="care",
    make=Care,
    title=lambda: _("Take care"),
    words=lambda: _("The question"),
    lead=lambda _step: _("What was answered in the last 90 days is not asked again."),
    parts=(*SHARED, SAVE, CareTopics(name="topics")),
)

RATE = StepKind(
    name="rate",
    make=Rate,
    title=lambda: _("Rate"),
    words=lambda: _("The question"),
    fresh=lambda save: Rate(save=save, lo=_("not at all"), hi=_("as much as can be")),
    parts=(
        *SHARED,
        SAVE,
        TextSort(name="lo", words=True, paired=True, label=lambda: _("Words at the low end")),
        TextSort(name="hi", words=True, paired=True, label=lambda: _("Words at the high end")),
        ChoiceSort(
            name="scale",
            kind=Scale,
            otherwise=Scale.TEN,
            label=lambda: _("The scale"),
            options=lambda: ((Scale.TEN, _("0 to 10")), (Scale.PERCENT, _("0 to 100%"))),
        ),
    ),
)

LIST = StepKind(
    name="list",
    make=ListStep,
    title=lambda: _("List"),
    words=lambda: _("What is to be written down"),
    fresh=lambda save: ListStep(save=save, min=1, max=5, columns=(Column(name="words"),)),
    parts=(
        *SHARED,
        SAVE,
        RowsSort(
            name="columns",
            shape=COLUMN,
            most=3,
            label=lambda: _("What each row holds, one thing on a line"),
            hint=lambda: _("One to three. A row of one thing needs no name."),
        ),
        Whole(name="min", low=0, high=12, at_most="max"),
        Whole(name="max", low=1, high=12, label=lambda: _("Most rows"), also=("min",)),
    ),
)

PLAN = StepKind(
    name="plan",
    make=PlanStep,
    title=lambda: _("Plan"),
    words=lambda: _("The sentence, with what is to be filled in [in brackets]"),
    fresh=lambda _save: PlanStep(text=_("When [this happens], I will [do this].")),
    parts=SHARED,
)

REPEAT = StepKind(
    name="repeat",
    make=Repeat,
    title=lambda: _("Again"),
    words=lambda: _("The question"),
    parts=(
        SHARED[0],
        replace(SHARED[1], needed=False),
        *SHARED[2:],
        Whole(name="times", low=1, high=60, needed=False, otherwise=0),
        SourceSort(name="each"),
        RowsSort(name="sets", shape=SET, chosen_by="by"),
        SourceSort(name="by"),
        SourceSort(name="minus"),
        Conditions(name="until"),
        Whole(name="max", low=1, high=60, needed=False, otherwise=0),
        _Inside(name="steps"),
    ),
    rule=_repeat_flaws,
)

KINDS = (SAY, BREATHE, ASK, PICK, CARE, RATE, LIST, PLAN, REPEAT)
"""Every kind of step that a file may hold."""

ADDED = tuple(kind for kind in KINDS if kind.fresh is not None)
"""The kinds that the editor can add."""

_NAMED: Mapping[str, StepKind] = {kind.name: kind for kind in KINDS}
_MADE: Mapping[type[Step], StepKind] = {kind.make: kind for kind in KINDS}


def kind_named(name: str) -> StepKind:
    """The kind that a file calls `name`."""
    return _NAMED[name]


def kind_of(step: Step) -> StepKind:
    """The kind that `step` is of."""
    return _MADE[type(step)]


def read_step(fields: Fields) -> Step:
    """The step in `fields`, of whatever kind it says."""
    name = fields.text("kind")
    if name not in _NAMED:
        raise fields.fault("kind", f"{name!r} is not known; use one of: {', '.join(_NAMED)}")
    step: Step = _NAMED[name].read(fields)
    fields.close()
    return step
