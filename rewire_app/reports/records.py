"""Records as they are found: the passes that are documents, fairer thoughts, habits of thought by use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rewire_app.content.library import Library
from rewire_app.domain.day_words import day_words
from rewire_app.domain.exercise.document_shape import DocumentSort
from rewire_app.domain.exercise.exercise import Pick
from rewire_app.domain.exercise.pass_answers import read_answers
from rewire_app.domain.library.searching import as_typed, folded_text
from rewire_app.domain.lists.entries import folded
from rewire_app.domain.lists.written import Thought
from rewire_app.i18n import _, ngettext
from rewire_app.store.pass_queries import passes_of
from rewire_app.store.vault.vault import Vault

THOUGHT_RECORD = "c-record"
RECORDED = {
    THOUGHT_RECORD: DocumentSort.RECORD,
    "c-experiment": DocumentSort.EXPERIMENT,
    "u-chain": DocumentSort.CHAIN,
}
"""The exercises whose passes are records, in the order in which they are offered, and of which sort."""
HABIT = "habit"
"""The question of a thought record after the habit of thought."""
NO_HABIT = -1
"""The last answer to it is that there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitUse:
    """A habit of thought: how often it was chosen in a record, and when last."""

    name: str
    times: int = 0
    last: date | None = None

    def words(self, today: date) -> str:
        """ "chosen 3 times, last on 18 November"; that it was not chosen yet."""
        if self.last is None:
            return _("Not chosen yet")
        times = ngettext("Chosen once", "Chosen {n} times", self.times).format(n=self.times)
        day = day_words(self.last, year=self.last.year != today.year)
        return _("{times}, last on {day}").format(times=times, day=day)


def bundled_habits(library: Library) -> tuple[str, ...]:
    """The habits of thought that a record offers by itself."""
    steps = library.exercise(THOUGHT_RECORD).steps
    found = next((one for one in steps if isinstance(one, Pick) and one.save == HABIT), None)
    return found.options[:NO_HABIT] if found is not None else ()


def habit_uses(vault: Vault) -> Mapping[str, HabitUse]:
    """How often each habit was chosen in thought records, by its folded name."""
    found: dict[str, HabitUse] = {}
    for one in passes_of(vault, THOUGHT_RECORD):
        for name in _chosen(read_answers(one.answers) or {}):
            before = found.get(folded(name)) or HabitUse(name=name, last=date.fromordinal(max(1, one.day)))
            found[folded(name)] = HabitUse(name=before.name, times=before.times + 1, last=before.last)
    return found


def _chosen(answers: Mapping[str, object]) -> Sequence[str]:
    given = answers.get(HABIT)
    some = given if isinstance(given, list | tuple) else (given,)
    return [one for one in some if isinstance(one, str) and one.strip()]


def thoughts_with(thoughts: Sequence[Thought], query: str) -> list[Thought]:
    """The thoughts with a fairer one in which every word of `query` stands, the same thought first."""
    words = [folded_text(word) for word in as_typed(query)]
    if not words:
        return []
    found = [
        one
        for one in reversed(thoughts)
        if one.fair.strip() and all(word in folded_text(f"{one.hard} {one.fair}") for word in words)
    ]
    return sorted(found, key=lambda one: folded(one.hard) != folded(query))


def met_before(thoughts: Sequence[Thought], hard: str, uid: str = "") -> Thought | None:
    """The thought with a fairer one that has the words `hard`, other than `uid`."""
    wanted = folded(hard)
    fair = (one for one in thoughts if one.fair.strip() and one.uid != uid)
    return next((one for one in fair if wanted and folded(one.hard) == wanted), None)
