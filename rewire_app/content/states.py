"""The table of states and the exercises that fit them: `states.toml`, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from rewire_app import i18n, paths
from rewire_app.content.fields import Fields, parse_toml, read_text
from rewire_app.domain.exercise.care import care_steps
from rewire_app.domain.exercise.exercise import Breathe, Exercise, Gate
from rewire_app.domain.exercise.states import MOST, RankedFit, State, StateFit, States

FILE = "states.toml"
MOST_WORDS = 16
"""The longest reason, in words."""


def read_states(root: Path | None = None) -> States:
    """The states and their exercises; raises ContentError for a file or field that cannot be used."""
    path = root / FILE if root else paths.content_file(FILE, i18n.language())
    top = Fields(FILE, parse_toml(read_text(path), FILE))
    states = States(
        steady=tuple(_fit(fields) for fields in top.tables("steady")),
        states=tuple(_state(fields) for fields in top.tables("states")),
    )
    top.close()
    return states


def _state(fields: Fields) -> State:
    state = State(
        id=fields.text("id"),
        words=fields.text("words"),
        fits=tuple(_fit(inner) for inner in fields.tables("fits")),
        asks=fields.text("asks", ""),
        times=tuple(_state(inner) for inner in fields.tables("times")),
        people=fields.text("people", ""),
        panic=fields.flag("panic", False),
        at_once=fields.flag("at_once", False),
    )
    if bool(state.asks) is not bool(state.times) or bool(state.fits and state.times):
        raise fields.fault("asks", "a question stands with the times it decides between, which have the fits")
    fields.close()
    return state


def _fit(fields: Fields) -> StateFit:
    fit = StateFit(exercise=fields.text("exercise"), why=fields.text("why"))
    fields.close()
    return fit


def choice(fit: StateFit, exercise: Exercise, *, answered: bool = False) -> RankedFit:
    """`fit` with what decides about it; what is confirmed first, or leads to help first, is gated.

    `answered`: all it asks about health was answered lately, so that it shows only what suits the person.
    """
    gated = exercise.gate in (Gate.CONFIRM, Gate.HELP_FIRST) and not answered
    return RankedFit(fit=fit, minutes=exercise.minutes, gated=gated)


def state_faults(states: States, exercises: Mapping[str, Exercise]) -> Iterator[str]:
    """Everything that would leave somebody without something that fits; `exercises` by id."""
    ends = [end for state in states.states for end in state.ends]
    ids = [end.id for end in ends]
    yield from (f"states {one!r}: there are two of them" for one in sorted(set(ids)) if ids.count(one) > 1)
    for end in ends:
        first = exercises.get(end.fits[0].exercise) if end.fits else None
        if end.panic and first is not None and any(isinstance(step, Breathe) for step in first.steps):
            yield f"states {end.id!r}: breathing is not offered first where panic is named"
    lists = {"steady": states.steady, **{f"states {one.id!r}": one.fits for one in ends}}
    for where, fits in lists.items():
        names = [fit.exercise for fit in fits]
        yield from (f"{where}: there is no exercise {name!r}" for name in names if name not in exercises)
        yield from (f"{where}: {name!r} stands twice" for name in sorted(set(names)) if names.count(name) > 1)
        for fit in fits:
            if len(fit.why.split()) > MOST_WORDS:
                yield f"{where}: {fit.exercise!r}: why: {MOST_WORDS} words are the most"
        known = [choice(fit, exercises[fit.exercise]) for fit in fits if fit.exercise in exercises]
        open_ones = [one for one in known if not one.gated]
        if len({one.minutes for one in open_ones}) < MOST:
            yield f"{where}: it needs {MOST} exercises of different length that need no confirming"
        asks = [one for one in known if one.gated and not any(care_steps(exercises[one.fit.exercise]))]
        if where == "steady" and asks:
            yield f"{where}: what steadies asks nothing first but what was answered in a calm hour"
