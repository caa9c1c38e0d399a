"""What a person works on, and what follows from it: the needs, the exercises and the article that fit.

The first start and Settings ask for it, `profile` keeps it under `KEY`. The exercises of a goal are short,
begin with the gentlest, ask nothing to be confirmed and carry no risk beyond breathing slowly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rewire_app.i18n import _

KEY = "focus"
"""Under which key of the profile the goals are kept: their own keys with blanks between."""

SAFE_TAGS = frozenset({"breath"})
"""What an exercise may carry as a risk and still be offered unasked; its caution is shown at every start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One thing to work on. `needs`: as exercises name them; `exercises`: the gentlest first."""

    key: str
    needs: frozenset[str]
    exercises: tuple[str, ...]
    article: str


GOALS = (
    Goal(
        key="anger",
        needs=frozenset({"calm", "action"}),
        exercises=("d-stop", "b-paced", "e-name", "m-onemind", "u-ifthen", "a-choicepoint"),
        article="L06",
    ),
    Goal(
        key="worry",
        needs=frozenset({"thoughts"}),
        exercises=("b-paced", "a-notice-routine", "m-onemind", "e-name", "e-pleasant"),
        article="L27",
    ),
    Goal(
        key="quiet",
        needs=frozenset({"people"}),
        exercises=("b-paced", "e-name", "a-notice-routine", "e-pleasant", "m-participate", "i-fast"),
        article="L24",
    ),
    Goal(
        key="judged",
        needs=frozenset({"fear", "people"}),
        exercises=("b-paced", "e-name", "a-toward", "i-fast", "a-choicepoint", "m-participate"),
        article="L25",
    ),
    Goal(
        key="sleep",
        needs=frozenset({"sleep"}),
        exercises=("b-paced", "s-winddown", "e-please", "a-notice-routine", "e-pleasant"),
        article="L18",
    ),
    Goal(
        key="body",
        needs=frozenset({"calm"}),
        exercises=("b-paced", "e-please", "a-notice-routine", "b-sigh", "e-pleasant"),
        article="L19",
    ),
)
"""All goals in the order in which they are offered; keys never change, since people keep them."""

GENTLE = ("b-paced", "e-name", "a-notice-routine", "d-stop", "e-please")
"""What is offered to someone who chose no goal."""


def goal_names() -> list[tuple[str, str]]:
    """What a person may like to work on: key (also the name of its drawing) and words."""
    return [
        ("anger", _("Anger that comes too fast")),
        ("worry", _("Worry that won’t stop")),
        ("quiet", _("Going quiet or shutting down")),
        ("judged", _("Fear of being judged")),
        ("sleep", _("Sleep that doesn’t rest me")),
        ("body", _("Stress I carry in my body")),
    ]


def short_name(goal: Goal) -> str:
    """A goal as it is named in a sentence, after "you chose"."""
    names = {
        "anger": _("anger"),
        "worry": _("worry"),
        "quiet": _("going quiet"),
        "judged": _("fear of being judged"),
        "sleep": _("sleep"),
        "body": _("stress in the body"),
    }
    return names[goal.key]


def read_goals(kept: str | None) -> tuple[Goal, ...]:
    """The goals in what the profile keeps, in the order of `GOALS`; words it does not know are left out."""
    keys = (kept or "").split()
    return tuple(goal for goal in GOALS if goal.key in keys)


def needs_of(goals: Iterable[Goal]) -> frozenset[str]:
    """All needs that belong to `goals`."""
    return frozenset().union(*(goal.needs for goal in goals))


def first_exercises(goals: Sequence[Goal]) -> tuple[str, ...]:
    """The first exercise of each goal, then the second of each, and so on; without goals gentle ones."""
    if not goals:
        return GENTLE
    most = max(len(goal.exercises) for goal in goals)
    turns = (goal.exercises[turn : turn + 1] for turn in range(most) for goal in goals)
    return tuple(dict.fromkeys(name for turn in turns for name in turn))


def because(goals: Iterable[Goal]) -> str:
    """Why something is offered: "Offered because you chose sleep and anger." """
    chosen = [short_name(goal) for goal in goals]
    if not chosen:
        return ""
    if len(chosen) == 1:
        return _("Offered because you chose {goal}.").format(goal=chosen[0])
    return _("Offered because you chose {goals} and {last}.").format(
        goals=", ".join(chosen[:-1]), last=chosen[-1]
    )


def serving(goals: Iterable[Goal], exercise: str) -> tuple[Goal, ...]:
    """Those of `goals` among whose exercises `exercise` is."""
    return tuple(goal for goal in goals if exercise in goal.exercises)
