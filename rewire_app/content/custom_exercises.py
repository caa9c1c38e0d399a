"""Exercises of a person's own: the same format, player and checks, kept in the profile as TOML text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from rewire_app.content.branches import branch_faults, numbered
from rewire_app.content.breath_patterns import pattern_uid
from rewire_app.content.exercises import parse_exercise
from rewire_app.content.faults import Fault
from rewire_app.content.fields import parse_toml
from rewire_app.content.toml_text import to_toml
from rewire_app.domain.custom import CUSTOM_PREFIX, REMOVED_PREFIX
from rewire_app.domain.exercise.exercise import Breathe, Exercise, Gate, Pace
from rewire_app.errors import ContentError
from rewire_app.i18n import _
from rewire_app.paths import resources

LONGEST_HOLD_S = 10
"""No breath is held for longer, seconds."""

SLOWEST, FASTEST = 3.5, 20
"""Breaths a minute that are refused below and above; box breathing, four times 4 seconds, is 3.75."""

QUICK = 10
"""More breaths a minute than this need a caution and its gate: they can make dizzy."""

LONGEST_ID = 48


class CustomShelf:
    """The person's own exercises by id. Texts are read when first asked for; a broken one keeps its fault."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._read: dict[str, Exercise | Fault] = {}
        self._made: dict[str, Exercise] = {}
        self._gone: dict[str, str] = {}

    def use(self, texts: Mapping[str, str], made: Iterable[Exercise] = ()) -> None:
        """Hold these texts (TOML by id), what was `made` of breathing patterns, and nothing else.

        Titles of those that are gone are remembered.
        """
        self._titles |= {name: one.title for name, one in self._read.items() if isinstance(one, Exercise)}
        self._titles |= {name: one.title for name, one in self._made.items()}
        self._made = {one.id: one for one in made}
        self._read = {
            name: one for name, one in self._read.items() if self._texts.get(name) == texts.get(name)
        }
        self._texts = dict(texts)

    def remember(self, texts: Mapping[str, str], names: Mapping[str, str]) -> None:
        """Know what those were called that are gone: TOML `texts` by id, `names` of breathing patterns."""
        self._gone = dict(texts)
        self._titles = {**names, **self._titles}

    def remembered(self, custom_id: str) -> Exercise | None:
        """One that is gone, as it was when it went; None when nothing that can be read is left of it."""
        found = _parse(custom_id, self._gone[custom_id]) if custom_id in self._gone else None
        return found if isinstance(found, Exercise) else None

    def ids(self) -> tuple[str, ...]:
        """The ids of all, broken ones too, in the order they were given."""
        return tuple(self._texts)

    def exercise(self, custom_id: str) -> Exercise:
        """One of them; raises ContentError (file, line, field, reason) when it is gone or broken."""
        found = self._parsed(custom_id)
        if isinstance(found, Fault):
            raise found.error()
        return found

    def sound(self) -> tuple[Exercise, ...]:
        """All that can be used."""
        written = (one for one in map(self._parsed, self._texts) if isinstance(one, Exercise))
        return (*written, *self._made.values())

    def fault(self, custom_id: str) -> Fault | None:
        """Why one of them cannot be used; None when it can."""
        found = self._parsed(custom_id)
        return found if isinstance(found, Fault) else None

    def title(self, custom_id: str) -> str:
        """What it is or was called, or that it is gone; made from the id when nothing else is known."""
        found = self._parsed(custom_id)
        if isinstance(found, Exercise):
            return found.title
        known = self._titles.get(custom_id) or _title_in(self._gone.get(custom_id, ""))
        if known:
            return known
        if pattern_uid(custom_id):
            return _("A breathing pattern you removed")
        if custom_id.startswith(REMOVED_PREFIX):
            return _("An exercise you removed")
        words = custom_id.removeprefix(CUSTOM_PREFIX).replace("-", " ")
        return words[:1].upper() + words[1:]

    def _parsed(self, custom_id: str) -> Exercise | Fault:
        if custom_id in self._made:
            return self._made[custom_id]
        if custom_id not in self._texts:
            return Fault(file=custom_id, field="file", reason="it is gone")
        if custom_id not in self._read:
            self._read[custom_id] = _parse(custom_id, self._texts[custom_id])
        return self._read[custom_id]


def _title_in(text: str) -> str:
    """The title that an exercise in TOML has, empty when it cannot be read."""
    try:
        title = parse_toml(text.partition("[[steps]]")[0], "").get("title", "")
    except ContentError:
        return ""
    return title if isinstance(title, str) else ""


def _parse(custom_id: str, text: str) -> Exercise | Fault:
    try:
        found = parse_exercise(text, custom_id)
    except ContentError as error:
        return Fault.of(error)  # the error itself would keep every page that stood on its way
    if found.id != custom_id:
        return Fault(file=custom_id, field="id", reason=f"it is {found.id!r}, and it must be {custom_id!r}")
    for danger in safety_faults(found):
        return Fault.said(custom_id, danger, text)
    return found


def custom_id(title: str, taken: Collection[str]) -> str:
    """An id for an own exercise called `title`: "own-slow-mornings", with a number when that is taken."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-") or "exercise"
    wanted, count = f"{CUSTOM_PREFIX}{words}", 1
    while wanted in taken:
        count += 1
        wanted = f"{CUSTOM_PREFIX}{words}-{count}"
    return wanted


def duplicate(exercise: Exercise, title: str, taken: Collection[str]) -> Exercise:
    """`exercise` as a person's own, called `title`, with an id that is not among `taken`."""
    return replace(exercise, id=custom_id(title, taken), title=title, version=1)


def custom_faults(exercise: Exercise, shipped: Collection[str], measures: Collection[str]) -> list[Fault]:
    """Everything wrong with an own exercise, each with its field; words are the person's own affair.

    `shipped` are the ids of exercises and articles a step may link to, `measures` those that may be rated.
    """
    from rewire_app.content.check_exercise import use_faults

    said = [*use_faults(exercise, {*shipped, "help"}, measures, resources() / "glyphs")]
    said += [*safety_faults(exercise), *branch_faults(exercise)]
    if not exercise.id.startswith(CUSTOM_PREFIX):
        said.append(f'id: an own exercise begins with "{CUSTOM_PREFIX}"')
    text = to_toml(exercise)
    return [Fault.said(exercise.id, each, text) for each in dict.fromkeys(said)]


def safety_faults(exercise: Exercise) -> Iterator[str]:
    """What no own exercise may ask of the breath, as "field: reason"."""
    for number, step, _around in numbered(exercise.steps):
        if not isinstance(step, Breathe):
            continue
        for pace in (step.pace, *step.paces):
            yield from (f"steps {number}.{fault}" for fault in _pace_faults(pace, exercise))


def _pace_faults(pace: Pace, exercise: Exercise) -> Iterator[str]:
    rate = 60 / pace.seconds
    if max(pace.hold, pace.hold_out) > LONGEST_HOLD_S:
        yield f"hold: no breath is held for longer than {LONGEST_HOLD_S} seconds here"
    if not SLOWEST <= rate <= FASTEST:
        yield f"in: this is {rate:.1f} breaths a minute; {SLOWEST:g} to {FASTEST} are possible"
    careful = exercise.gate is not Gate.NONE and exercise.cautions.strip()
    if (pace.hold or pace.hold_out) and not careful:
        yield "hold: holding the breath needs a caution, and a gate that shows it"
    if rate > QUICK and not careful:
        yield f"in: more than {QUICK} breaths a minute need a caution, and a gate that shows it"
