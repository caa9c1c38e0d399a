"""An exercise as plain values: what one file in `resources/en/exercises/` holds, field by field.

The file format (TOML), beyond the step language that the field names below already tell:

* `in`, `hold`, `out`, `hold_out` of a breathe step are seconds; with `rounds` they are the breath that is
  used until something else is chosen. Nothing is asked before: it can be changed while breathing.
* `pace_from = "pace"` needs `paces = [{option = "Standard: in 4, out 6", in = 4, out = 6}, ...]`: what may be
  chosen while breathing. What was chosen last is used the next time, and kept as the answer `pace`.
* `minutes_from = "mins"` lets the length be that of the plan, or one of
  `lengths = [{option = "5 minutes", minutes = 5}, ...]`; it is kept as the answer `mins`.
* A pick (or an `ask` with `input = "minutes"`) that saves one of these two names has no screen. It gives the
  answer its question; its options are those of the rows.
* `repeat` has exactly one of `times`, `each` (a list, a pick, or a store such as "@values"), `sets`, `until`
  with `max`. `sets = [{option = "Short", items = ["hands", {text = "legs and feet", areas = ["Legs"]}]}]`
  are rows written in the file; `by` names the pick whose answer chooses the set (skipped: the first set);
  `minus` names a pick whose chosen words leave out the items with that text or area.
* Columns may carry `label` (the words shown; default `name`), `options` (pick), `scale`, `lo`, `hi` (rate).
* `scale = "percent"` on a rate step or column is 0-100 %; without it a rating is 0-10.
* A plan text has `[gaps]` that the person fills; `{{answers}}` in it are gaps already filled.
  `plan` at the top of the file is such a sentence offered on the finish screen when no plan step was met.
* `{{name}}` recalls an answer; the forms this may have are told in `recall.py`.
* `when` conditions are joined by "and". A skipped answer fulfils only `ne`: write the careful branch with it.
* `{ var = "yes.count", op = "ge", value = 5 }` asks how many were chosen, lines written or rows given.
* `care` asks which of `topics` (`rewire_app.domain.care`) are true. What was answered in the last 90 days is
  not asked again, and no pass keeps it. `eq` a topic, "none" or "not sure" holds where that was ticked;
  `ne` goes with "none" alone, and holds also for whoever passed it over.
* Steps whose `when` exclude each other may keep their answer under one name, if they ask in the same way.
* `minutes_from = "mins"` on a `say` is a quiet clock as long as that answer says (a number, or words that
  begin with one, "2 minutes"); `minutes` is its length when nothing was answered.

At the top of the file:

* `article = "L38"` is what explains the exercise; `differs` says when it fits and its twin does not.
* `unkept = true`: nothing of a pass is written anywhere, not even that there was one.
* `frame = "night"`: always dark, no clock, no times, nothing rated.
* `worksheet = true`: it can be printed as a blank sheet to write on (`worksheet.py`). There a step has
  `paper = "..."` in place of its hint, and `off_paper = true` leaves a step out that is about the screen.

What follows from the answers stands in `[[next]]`: `to` an exercise, `why` in a few words, perhaps `when`.
After a finished pass the first that fits is offered. `hands = ["emotion"]` or `{ theirs = "ours" }` names
answers that count as given there: those questions are passed over until the person answers them anew.

The person's own lists (`domain.lists.entries` says which fields each has, and which must have words):

* `@values`, `@ladder`, `@patterns`, `@worries` and `@open` (those still open), `@urges`, `@kit`, `@cards`,
  `@scripts`, `@thoughts`, `@dreams`, `@crisis_plan` are their main words; `@ladder.fear` or
  `@patterns.response` another field, `@crisis_plan.people` one section.
  `@habits` are the person's own habits of thought, to choose from.
  They may stand in `options_from`, `each` and `{{@values|list}}`. A pick with `options` beside `options_from`
  shows its own options after the others; one from a person's list has `options` or `other = true`, as that
  list may be empty.
* `when = [{ var = "@ladder", op = "eq", value = "" }]` holds while that list is empty, `ne` while it is not.
* `var = "one.kind"` asks another field of what was chosen from such a list; it is "" for own words.
* `@last.tight` is the answer `tight` of the newest pass of this exercise, `@last.s-racing.place` of another.
* `{{@practice.days}}`, `{{@practice.planned}}`, `{{@moments.n}}`, `{{@react.n}}` are counts of the last seven
  days, `{{@sleep.mean}}` reads "7 h 10 min" and `{{@react.mean}}` "4 of 10": units are part of the words.
  What is missing reads "not noted".
* `[[keeps]]` at the end of the file: what becomes an entry of the list `store` at the end of the pass.
  Without `each` it is one entry; with it one for each row of a list, choice of a pick, line of an `ask`,
  entry of a list such as "@worries", or round that asked for the answer named.
  `fields = { field = "answer" }` takes an answer, `list.column` (or `item.column`) a column of the row (of
  all rows, a line for each, where there is no `each`), `item` the choice or line itself, `answer.1` what the
  first round gave, `answer.max` the largest rating of all rounds, `=words` fixed words. A field that is a
  day takes `=today` or a question for a day, a time of day a question for a time, yes or no `=yes` or `=no`.
  Answers from a repeat over `each` are those of the same row.
  An entry without its main words is left out; the same thing kept again changes the old entry, and what is
  not said stays. `when` is asked for each entry. A pass that is stopped keeps what was answered, but no
  `=today`, and closes nothing that is open.
* `person_first = true` on a `say` with `when`: it is shown after an answer that somebody is not safe. People
  to call stand on it (with `by_someone = true` also a line for who is hurt by someone close), its main
  button opens Help now, and the answer that the last condition asks about is written down nowhere.
* `shows = [{ label = "What it costs", words = "{{cost}}" }, ...]` on a `say`: rows under the words; a row
  without its answer is left out. `ladder = "ladder"`: a list with a rating, drawn from its highest step down.
* `[document]`: how a pass reads afterwards. `sort` is what it is; `title` the answers it may be called after;
  `[[document.parts]]` has an answer `of`, its `title`, and may have a `look` (plain lead beside filled tags
  change), a `letter`, and for a change what it `was`. Answers that stand in no part follow under their
  questions, unless they are in `without`. An exercise without this reads as questions and answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rewire_app.domain.exercise.aims import Evidence, Family, Need, Target
from rewire_app.domain.exercise.document_shape import DocumentShape
from rewire_app.domain.lists.entries import ListKind


class Gate(StrEnum):
    """How the cautions are shown before the first step."""

    NONE = "none"
    NOTICE = "notice"
    CONFIRM = "confirm"
    HELP_FIRST = "help-first"


class PassFrame(StrEnum):
    """What surrounds a pass: the page as always, or the dark and quiet of the night."""

    PLAIN = ""
    NIGHT = "night"


class Scale(StrEnum):
    """The two scales: feelings in whole steps 0-10, beliefs and likelihoods 0-100 %."""

    TEN = "0-10"
    PERCENT = "percent"

    @property
    def top(self) -> int:
        """The largest value, 10 or 100."""
        return 100 if self is Scale.PERCENT else 10


class Op(StrEnum):
    """How a condition compares an answer with its value."""

    EQ = "eq"
    NE = "ne"
    GE = "ge"
    LE = "le"
    GT = "gt"
    LT = "lt"
    HAS = "has"


class Input(StrEnum):
    """What an `ask` step takes."""

    TEXT = "text"
    LINES = "lines"
    NUMBER = "number"
    MINUTES = "minutes"
    TIME = "time"
    DATETIME = "datetime"


class ColumnType(StrEnum):
    """What a column of a list takes."""

    TEXT = "text"
    RATE = "rate"
    PICK = "pick"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One comparison; the conditions of a step are joined by "and"."""

    var: str
    op: Op
    value: str | int | float

    @property
    def name(self) -> str:
        """The question or list it asks about, without a part: "yes" of "yes.count"."""
        return answer_name(self.var)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What all steps share: the words, a smaller second line, when it is shown, and what it links to.

    `paper`: the second line on a worksheet, where `hint` is true on a screen only. `off_paper`: not on one.
    """

    text: str = ""
    hint: str = ""
    when: tuple[Condition, ...] = ()
    link: str = ""
    paper: str = ""
    off_paper: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """A row under the words of a `say`: what it is, and `words` that recall an answer."""

    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Say(Step):
    """Words to read; with `secs` a quiet countdown; with `end` the exercise closes after it.

    `minutes_from`: the answer that says how many minutes the countdown is long, else it is `minutes`.
    `person_first`: an answer said that somebody is not safe; people to call stand with the words.
    `by_someone`: and the danger may come from someone close, so the lines for that stand there too.
    """

    secs: int | None = None
    minutes_from: str = ""
    minutes: float = 0
    end: bool = False
    person_first: bool = False
    by_someone: bool = False
    shows: tuple[ShownRow, ...] = ()
    ladder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """One breath in seconds; `option` is the answer that chooses it, `own` a pattern of the person's."""

    option: str = ""
    inhale: float = 4
    hold: float = 0
    exhale: float = 6
    hold_out: float = 0
    own: bool = False

    @property
    def seconds(self) -> float:
        """How long one breath takes, seconds."""
        return self.inhale + self.hold + self.exhale + self.hold_out


@dataclass(frozen=True, slots=True, kw_only=True)
class PacedLength:
    """How many minutes the answer `option` stands for."""

    option: str
    minutes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Breathe(Step):
    """A breathing pacer: its own pace and rounds, or those chosen for this pass."""

    pace: Pace
    rounds: int
    pace_from: str = ""
    paces: tuple[Pace, ...] = ()
    minutes_from: str = ""
    lengths: tuple[PacedLength, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Step):
    """An open question, never required."""

    save: str
    input: Input


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick(Step):
    """A choice of up to `max` options, from an earlier answer or a list of the person's, and written here."""

    save: str
    max: int
    options: tuple[str, ...] = ()
    options_from: str = ""
    other: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Step):
    """A rating with words at both ends."""

    save: str
    lo: str
    hi: str
    scale: Scale = Scale.TEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a list step."""

    name: str
    type: ColumnType = ColumnType.TEXT
    label: str = ""
    options: tuple[str, ...] = ()
    scale: Scale = Scale.TEN
    lo: str = ""
    hi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListStep(Step):
    """Rows written one by one; `min` is an invitation, not a demand."""

    save: str
    min: int
    max: int
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep(Step):
    """An if-then sentence with gaps, kept for real life."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A row of a repeat that is written in the file; `areas` are words that leave it out by `minus`."""

    text: str
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSet:
    """The rows for one answer of the pick that `by` names."""

    option: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat(Step):
    """Steps done several times: `times`, once `each` row or item of a set, or `until`, at most `max`."""

    steps: tuple[Step, ...]
    times: int = 0
    each: str = ""
    sets: tuple[ItemSet, ...] = ()
    by: str = ""
    minus: str = ""
    until: tuple[Condition, ...] = ()
    max: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """What becomes an entry of one of the person's own lists; `fields` pairs each field with its source."""

    store: ListKind
    fields: tuple[tuple[str, str], ...]
    each: str = ""
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NextExercise:
    """An exercise that follows from this one; `hands` pairs its questions with the answers they are given."""

    to: str
    why: str
    when: tuple[Condition, ...] = ()
    hands: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One guided exercise. `minutes` is the shortest and the longest it usually takes.

    `article` explains it; `differs` tells it from its twin. `unkept`: nothing of a pass is written anywhere.
    `worksheet`: there is a blank sheet of it to write on.
    """

    id: str
    version: int
    title: str
    summary: str
    family: Family
    targets: tuple[Target, ...]
    needs: tuple[Need, ...]
    minutes: tuple[int, int]
    measure: str
    gate: Gate
    cautions: str
    real_life: str
    evidence: Evidence
    steps: tuple[Step, ...]
    glyph: str = ""
    module: str = ""
    credit: str = ""
    risk_tags: tuple[str, ...] = ()
    stop_if: str = ""
    gentler: str = ""
    plan: str = ""
    article: str = ""
    differs: str = ""
    unkept: bool = False
    frame: PassFrame = PassFrame.PLAIN
    worksheet: bool = False
    next: tuple[NextExercise, ...] = ()
    keeps: tuple[Keep, ...] = ()
    document: DocumentShape | None = None


def saves(step: Step) -> str:
    """The name under which `step` keeps its answer, empty if it keeps none."""
    return step.save if isinstance(step, Ask | Pick | Rate | ListStep) else ""


def answer_name(source: str) -> str:
    """The question that `source` is an answer to, "one" of "one.kind"; a list of the person's stays whole."""
    return source if source.startswith("@") else source.partition(".")[0]


def inner_names(step: Repeat) -> set[str]:
    """The names under which the steps of a repeat keep their answers."""
    return {name for inner in step.steps if (name := saves(inner))}
