"""Every way through every exercise, with generated answers; `python -m tests.content.walk` prints a table.

A way is one answer for each question that a condition asks about (also: skipped, list empty). Two ways are
the same branch when they meet the same steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product
from math import gcd, prod

from rewire_app.content.branches import choices, filled, rows_to_choose
from rewire_app.content.library import Library
from rewire_app.domain.exercise.answers import Answer
from rewire_app.domain.exercise.exercise import ColumnType, Exercise, Input, PlanStep, saves
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import (
    AskScreen,
    BreatheScreen,
    CautionScreen,
    ListScreen,
    PassPhase,
    PickScreen,
    RateScreen,
    SayScreen,
    Screen,
    ScreenKind,
)
from rewire_app.domain.exercise.sources import NUMBERS, named

MOST_SCREENS = 600
READING_WPM = 180
"""Words a minute at which a screen is read: slower than a book, because one does what it says."""
SECONDS = {
    ScreenKind.RATE: 6,
    ScreenKind.PICK: 12,
    ScreenKind.CARE: 15,
    ScreenKind.PLAN: 20,
    ScreenKind.CAUTION: 10,
    ScreenKind.FINISH: 15,
}
WRITING = {
    Input.TEXT: 25,
    Input.LINES: 50,
    Input.NUMBER: 8,
    Input.MINUTES: 8,
    Input.TIME: 8,
    Input.DATETIME: 12,
}
CELL = {ColumnType.TEXT: 18, ColumnType.RATE: 6, ColumnType.PICK: 6}
"""How long an answer takes beside the reading, seconds: guesses of the house, for the table alone.

A list is written halfway between its fewest and its most rows.
"""

Way = Mapping[str, Answer | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """One way walked to its end: the runs at each screen, and its last."""

    way: Way
    runs: tuple[Run, ...]
    end: Run

    @property
    def branch(self) -> tuple[str, ...]:
        """The steps it meets, as written, without rounds."""
        return tuple(
            dict.fromkeys(place.unit + place.id.rpartition(".")[2] for place in self.end.path.places)
        )

    @property
    def steps(self) -> int:
        """Steps of the exercise a person meets; a repeat counts once."""
        return len({place.unit for place in self.end.path.step_places})

    @property
    def minutes(self) -> float:
        """About how long it takes, minutes."""
        return sum(seconds(run.screen) for run in self.runs) / 60


def ways(exercise: Exercise, most: int | None = None) -> Iterator[Way]:
    """Every combination of answers that conditions ask about, at most `most` spread over all of them."""
    cases = choices(exercise)
    count = prod(map(len, cases.values()))
    stride = 1 if most is None or count <= most else count // most
    while any(gcd(stride, len(answers)) > 1 for answers in cases.values()):
        stride += 1  # else the last question would meet only some of its answers
    for combination in islice(product(*cases.values()), 0, None, stride):
        yield dict(zip(cases, combination, strict=True))


def stores_for(exercise: Exercise, way: Way) -> dict[str, list[str]]:
    """Lists and numbers of the person as `way` has them."""
    stores = {name: ["3"] if name in NUMBERS else ["Something kept", "Another"] for name in named(exercise)}
    for source, rows in rows_to_choose(exercise).items():
        for name in stores:
            if name.partition(".")[0] == source:
                stores[name] += [text for row in rows for text in row.values() if isinstance(text, str)]
    empty = {name for name, answer in way.items() if name.startswith("@") and not answer}
    return stores | {name: [] for name in stores if name.partition(".")[0] in empty}


def begun(exercise: Exercise, way: Way, library: Library) -> Run:
    """The pass at its first screen."""
    measure = library.measure_of(exercise)
    stores, rows = stores_for(exercise, way), rows_to_choose(exercise)
    return Run.begin(exercise, measure=measure, stores=stores, rows=rows)


def answered(run: Run, way: Way) -> Run:
    """`run` with an answer at its screen: the one `way` says, else a made-up one."""
    place = next(place for place in run.path.places if place.id == run.at)
    if place.phase is PassPhase.GATE:
        return run.answer(True)
    if place.phase in (PassPhase.BEFORE, PassPhase.AFTER):
        assert run.measure is not None
        return run.answer(run.measure.scale.top // 2)
    step = place.step
    if step is None or (not saves(step) and not isinstance(step, PlanStep)):
        return run
    if isinstance(step, PlanStep):
        return run.answer("When it comes, I will breathe out once.")
    answer = way[saves(step)] if saves(step) in way else filled(step)
    screen = run.screen
    if isinstance(screen, PickScreen) and answer is not None and not screen.other:
        kept = [text for text in answer if text in screen.options] if isinstance(answer, tuple) else []
        answer = tuple(kept) or screen.options[: screen.max]
    if isinstance(screen, AskScreen) and answer is not None:
        answer = {"time": "23:10", "datetime": "2026-11-24T18:30"}.get(screen.input.value, answer)
    return run.answer(answer)


def walk(exercise: Exercise, way: Way, library: Library) -> Walked:
    """Walk `way` to its end; raises AssertionError when it has none."""
    run = begun(exercise, way, library)
    runs = []
    for _screen in range(MOST_SCREENS):
        run = answered(run, way)
        runs.append(run)
        following = run.advance()
        if following.finished:
            return Walked(way=way, runs=tuple(runs), end=run)
        run = following
    raise AssertionError(f"{exercise.id} has no end for {dict(way)}")


def branches(exercise: Exercise, library: Library, most: int | None = None) -> list[Walked]:
    """One way for each distinct branch."""
    found: dict[tuple[str, ...], Walked] = {}
    for way in ways(exercise, most):
        walked = walk(exercise, way, library)
        found.setdefault(walked.branch, walked)
    return list(found.values())


def cover(walked: list[Walked]) -> list[Walked]:
    """Few of them that together meet every step any of them meets."""
    left = {step for one in walked for step in one.branch}
    chosen: list[Walked] = []
    while left:
        best = max(walked, key=lambda one: len(left.intersection(one.branch)))
        chosen.append(best)
        left -= set(best.branch)
    return chosen


def seconds(screen: Screen) -> float:
    """About how long one screen takes, seconds."""
    words = len(f"{screen.text} {screen.hint} {screen.notice}".split())
    reading = words / READING_WPM * 60
    match screen:
        case SayScreen():
            return max(reading, screen.secs or 0)
        case BreatheScreen():
            return reading + screen.seconds
        case ListScreen():
            row = sum(CELL[column.type] for column in screen.columns)
            return reading + row * max(1, (screen.min + screen.max) // 2)
        case AskScreen():
            return reading + WRITING[screen.input]
        case PickScreen() | RateScreen() | CautionScreen():
            return reading + SECONDS[screen.kind]
    return reading + SECONDS.get(screen.kind, 0)


def table(library: Library, most: int = 400) -> Iterator[str]:
    """One line for each exercise: ways, branches, fewest and most steps, minutes beside the file's."""
    yield f"{'exercise':<18}{'ways':>7}{'branches':>10}{'steps':>9}{'minutes':>15}{'file says':>12}"
    for exercise in library.exercises():
        count = prod(map(len, choices(exercise).values()))
        walked = branches(exercise, library, most=most)
        steps = [one.steps for one in walked]
        took = [one.minutes for one in walked]
        low, high = exercise.minutes
        off = " *" if max(took) > high * 1.5 or max(took) < low * 0.5 else ""
        yield (
            f"{exercise.id:<18}{count:>7}{len(walked):>10}{f'{min(steps)}-{max(steps)}':>9}"
            f"{f'{min(took):.1f}-{max(took):.1f}':>15}{f'{low}-{high}':>12}{off}"
        )


if __name__ == "__main__":
    for line in table(Library()):
        print(line)
    print("* the longest branch takes over 1.5 times the most, or under half the least, that the file says")
