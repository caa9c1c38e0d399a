"""Finding an exercise: by words, length and need, or by the family it comes from. Values only, no widgets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rewire_app.content.packed import is_packed
from rewire_app.domain.custom import CUSTOM_PREFIX
from rewire_app.domain.exercise.aims import Family, Need
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.goals import Goal, first_exercises, needs_of
from rewire_app.domain.library.searching import folded_text, title_rank
from rewire_app.i18n import _

ANY, FAVOURITES, YOURS, PACKED = "any", "favourites", "yours", "packs"
SHORT, LONG = 5, 10
"""Minutes: under 5, 5 to 10, longer."""


MODULES = frozenset(
    {
        "mindfulness",
        "distress tolerance",
        "emotion regulation",
        "interpersonal effectiveness",
        "acceptance",
        "defusion",
        "present moment",
        "self-as-context",
        "values",
        "committed action",
    }
)
"""DBT's modules and ACT's processes, as the files of exercises name them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person looks for: words, a length, and a need or (`by_family`) a family, "any" for all."""

    words: str = ""
    length: str = ANY
    part: str = ANY
    by_family: bool = False


def need_names() -> list[tuple[str, str]]:
    """What a person may come looking for, in the words of the filter."""
    return [
        ("calm", _("Calm the body")),
        ("thoughts", _("Step back from thoughts")),
        ("action", _("Choose an action")),
        ("fear", _("Face a fear")),
        ("sleep", _("Sleep")),
        ("people", _("With people")),
        ("direction", _("What matters")),
    ]


def family_name(family: Family) -> str:
    """The school an exercise comes from, as said on its card."""
    names = {
        Family.DBT: _("DBT"),
        Family.ACT: _("ACT"),
        Family.CBT: _("CBT"),
        Family.BREATH: _("Breath and body"),
        Family.SLEEP: _("Sleep"),
        Family.UNLEARN: _("Unlearning"),
    }
    return names[family]


def group_names() -> dict[str, str]:
    """The groups by family with their headings, in order: DBT's modules, ACT's processes, the rest."""
    dbt, act = _("DBT: {module}"), _("ACT: {process}")
    return {
        "dbt mindfulness": dbt.format(module=_("mindfulness")),
        "dbt distress tolerance": dbt.format(module=_("getting through hard moments")),
        "dbt emotion regulation": dbt.format(module=_("working with feelings")),
        "dbt interpersonal effectiveness": dbt.format(module=_("with other people")),
        "dbt": _("DBT"),
        "act acceptance": act.format(process=_("making room")),
        "act defusion": act.format(process=_("stepping back from thoughts")),
        "act present moment": act.format(process=_("here and now")),
        "act self-as-context": act.format(process=_("the one who notices")),
        "act values": act.format(process=_("what matters")),
        "act committed action": act.format(process=_("doing what matters")),
        "act": _("ACT"),
        "cbt": _("CBT: testing thoughts and fears"),
        "breath": _("Breathing and relaxation"),
        "sleep": _("Sleep"),
        "unlearn": _("Unlearning old patterns"),
        YOURS: _("Yours"),
        PACKED: _("Packs from others"),
    }


def is_custom(exercise: Exercise) -> bool:
    """Whether the person made it."""
    return exercise.id.startswith(CUSTOM_PREFIX)


def is_bundled(exercise: Exercise) -> bool:
    """Whether it came with Rewire."""
    return not (is_custom(exercise) or is_packed(exercise.id))


def group_of(exercise: Exercise) -> str:
    """The key of the group by family in which it stands."""
    if is_custom(exercise):
        return YOURS
    if is_packed(exercise.id):
        return PACKED
    named = exercise.family in (Family.DBT, Family.ACT) and exercise.module in MODULES
    return f"{exercise.family} {exercise.module}" if named else str(exercise.family)


def minutes_text(exercise: Exercise) -> str:
    """How long it takes: "4 min" or "5 to 10 min"."""
    low, high = exercise.minutes
    return _("{n} min").format(n=low) if low == high else _("{a} to {b} min").format(a=low, b=high)


def meta_text(exercise: Exercise) -> str:
    """The small last line of a card: how long it takes and where it comes from."""
    origin = _("Yours") if is_custom(exercise) else family_name(exercise.family)
    if is_packed(exercise.id):
        origin = exercise.module  # there it says which pack of whom
    return f"{minutes_text(exercise)} · {origin}"


@lru_cache(maxsize=256)
def _bundled_texts(exercise: Exercise) -> str:
    return _texts(exercise)


def _texts(exercise: Exercise) -> str:
    """All that is searched of an exercise, folded."""
    family, group = family_name(exercise.family), group_names()[group_of(exercise)]
    parts = (exercise.title, exercise.summary, exercise.module, exercise.credit, family, group)
    return folded_text(" ".join(parts))


def matches(exercise: Exercise, wish: Wish, favourites: Collection[str] = ()) -> bool:
    """Whether `exercise` has all words of `wish` in its texts and fits the rest of it."""
    low = exercise.minutes[0]
    fits = {ANY: True, "short": low < SHORT, "middle": SHORT <= low <= LONG, "long": low > LONG}
    if not fits[wish.length]:
        return False
    if wish.part == FAVOURITES:
        inside = exercise.id in favourites
    elif wish.part == YOURS:
        inside = is_custom(exercise)
    elif wish.part == PACKED:
        inside = is_packed(exercise.id)
    elif wish.part == ANY:
        inside = True
    elif wish.by_family:
        inside = exercise.family == wish.part and is_bundled(exercise)
    else:
        inside = Need(wish.part) in exercise.needs
    if not inside or not wish.words:
        return inside
    # what is kept in the notes is worked out anew: it may not outlive them
    text = _bundled_texts(exercise) if is_bundled(exercise) else _texts(exercise)
    return all(word in text for word in folded_text(wish.words).split())


def best_first(found: Iterable[Exercise], words: str) -> list[Exercise]:
    """`found` with the best titles for `words` first; those that are equal, and all without words, stay."""
    if not words:
        return list(found)
    return sorted(found, key=lambda one: title_rank(one.title, words))


def grouped(found: Sequence[Exercise]) -> list[tuple[str, list[Exercise]]]:
    """`found` in groups by family, each with its heading, in the order of the headings."""
    by_key: dict[str, list[Exercise]] = {}
    for one in found:
        by_key.setdefault(group_of(one), []).append(one)
    return [(name, by_key[key]) for key, name in group_names().items() if key in by_key]


def in_order(
    exercises: Iterable[Exercise], goals: Sequence[Goal] = (), withheld: Collection[str] = ()
) -> list[Exercise]:
    """In the order of the catalogue: first those for `goals`, then shortest first, then by title.

    What is `withheld`, because it made things worse, comes last and can still be found.
    """
    begin = first_exercises(goals) if goals else ()
    needs = needs_of(goals)

    def place(one: Exercise) -> tuple[bool, bool, bool, tuple[int, int], str]:
        fits = one.id not in begin, needs.isdisjoint(one.needs)
        return one.id in withheld, *fits, one.minutes, folded_text(one.title)

    return sorted(exercises, key=place)


def by_title(exercises: Iterable[Exercise]) -> list[tuple[str, str]]:
    """The id and title of each, in the order of the alphabet as people know it."""
    return sorted(((one.id, one.title) for one in exercises), key=lambda pair: folded_text(pair[1]))


def needs_in_order(goals: Sequence[Goal] = ()) -> list[str]:
    """The needs of the filter, those of `goals` first."""
    needs = needs_of(goals)
    return sorted((key for key, _words in need_names()), key=lambda key: key not in needs)
