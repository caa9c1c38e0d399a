"""Everything a person enters, by noun. Importing this imports SQLAlchemy: do it after the first window."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from rewire_app.domain.brought import BroughtIn, ImportedRow, WordMapping
from rewire_app.domain.change import Change, Origin
from rewire_app.domain.custom import BreathPattern, CustomExercise, Favourite
from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.domain.journal.dropped import QuickRating, SkillRecall
from rewire_app.domain.journal.entries import (
    DayEntry,
    Intention,
    Moment,
    Night,
    NightRecording,
    Pause,
    Plan,
    Practice,
    SavedRun,
)
from rewire_app.domain.journal.marks import CustomMeasure, CustomRating, Mark
from rewire_app.domain.journal.notes import Note, NoteTemplate, NoteVersion
from rewire_app.domain.journal.scores import Score
from rewire_app.domain.journal.to_raise import ToRaise
from rewire_app.domain.journal.unwanted import UnwantedEffect
from rewire_app.domain.library.reading import Highlight, Reading, Reply
from rewire_app.domain.lists.diary import DiaryCell, DiaryDay, DiaryRow, ThinkingHabit
from rewire_app.domain.lists.entries import KEPT, ListEntry, ListKind, Value
from rewire_app.domain.lists.goals import Move, PersonalGoal, ValueRating
from rewire_app.domain.packs import Pack
from rewire_app.store.bringing import Bringing
from rewire_app.store.entries.brought import ImportedRows, Imports, Packs, ToRaiseLines, WordMappings
from rewire_app.store.entries.diary import (
    DiaryCells,
    DiaryDays,
    DiaryRows,
    Goals,
    Moves,
    ThinkingHabits,
    ValueRatings,
)
from rewire_app.store.entries.dropped import QuickRatings, SkillRecalls
from rewire_app.store.entries.journal import (
    Days,
    Intentions,
    Moments,
    NightRecordings,
    Nights,
    Pauses,
    Plans,
    Practices,
)
from rewire_app.store.entries.library import (
    BreathPatterns,
    CustomExercises,
    Favourites,
    Highlights,
    Readings,
    Replies,
)
from rewire_app.store.entries.lists import (
    Cards,
    CrisisPlan,
    Dreams,
    Expectations,
    Kit,
    Ladder,
    Patterns,
    PersonalList,
    PersonalValues,
    Scripts,
    Thoughts,
    Urges,
    Worries,
)
from rewire_app.store.entries.looks import Looks
from rewire_app.store.entries.marks import CustomMeasures, CustomRatings, Experiments, Marks
from rewire_app.store.entries.notes import NoteTemplates, NoteVersions, Scores, WrittenNotes
from rewire_app.store.entries.noun import Noun
from rewire_app.store.entries.once import Profile, Runs
from rewire_app.store.entries.unwanted import UnwantedEffects
from rewire_app.store.erasing import Erasing
from rewire_app.store.ledger import Ledger, Writing, wall_ms
from rewire_app.store.vault.vault import Vault

Entry = (
    Practice | DayEntry | Night | Moment | Plan | Pause | Intention | ListEntry
    | Reading | Highlight | Reply | CustomExercise | Favourite | BreathPattern
    | NightRecording | Note | NoteVersion | NoteTemplate | Score
    | Mark | CustomMeasure | CustomRating | Experiment | UnwantedEffect
    | ValueRating | PersonalGoal | Move | DiaryRow | DiaryCell | DiaryDay | ThinkingHabit
    | QuickRating | SkillRecall
    | BroughtIn | ImportedRow | WordMapping | ToRaise | Pack
)  # fmt: skip
"""Anything that `Store.many` keeps."""


class Store:
    """The nouns of one open vault. `now_ms` stamps rows (UTC, milliseconds)."""

    def __init__(self, vault: Vault, *, now_ms: Callable[[], int] = wall_ms) -> None:
        """Set up the nouns; nothing is read yet."""
        self.vault = vault
        self._ledger = ledger = Ledger(vault, now_ms)
        self.practices = Practices(ledger)
        self.days = Days(ledger)
        self.nights = Nights(ledger)
        self.night_recordings = NightRecordings(ledger)
        self.plans = Plans(ledger)
        self.pauses = Pauses(ledger)
        self.intentions = Intentions(ledger)
        self.ratings = QuickRatings(ledger)
        self.recalls = SkillRecalls(ledger)
        self.profile = Profile(ledger)
        self.runs = Runs(ledger)
        self.looks = Looks(ledger)
        self._set_up_lists(ledger)
        self.moments = Moments(ledger)
        self.notes = WrittenNotes(ledger)
        self.note_versions = NoteVersions(ledger)
        self.note_templates = NoteTemplates(ledger)
        self.scores = Scores(ledger)
        self.readings = Readings(ledger)
        self.highlights = Highlights(ledger)
        self.replies = Replies(ledger)
        self.custom_exercises = CustomExercises(ledger)
        self.favourites = Favourites(ledger)
        self.breath_patterns = BreathPatterns(ledger)
        self.marks = Marks(ledger)
        self.custom_measures = CustomMeasures(ledger)
        self.custom_ratings = CustomRatings(ledger)
        self.experiments = Experiments(ledger)
        self.unwanted_effects = UnwantedEffects(ledger)
        self._set_up_in_and_out(ledger)
        self.erasing = Erasing(ledger, self.profile)
        nouns = [noun for noun in vars(self).values() if isinstance(noun, Noun)]
        self._nouns: dict[type[Entry], Noun[Any]] = {noun.codec.kind: noun for noun in nouns}
        """By kind, in the order above, in which what is pointed at comes first."""
        self.bringing = Bringing(ledger, self._nouns)

    def _set_up_lists(self, ledger: Ledger) -> None:
        """The nouns of the person's lists, and of what belongs to them."""
        self.values = PersonalValues(ledger)
        self.ladder = Ladder(ledger)
        self.crisis_plan = CrisisPlan(ledger)
        self.patterns = Patterns(ledger)
        self.worries = Worries(ledger)
        self.urges = Urges(ledger)
        self.kit = Kit(ledger)
        self.value_ratings = ValueRatings(ledger)
        self.goals = Goals(ledger)
        self.moves = Moves(ledger)
        self.open = Expectations(ledger)
        self.cards = Cards(ledger)
        self.scripts = Scripts(ledger)
        self.thoughts = Thoughts(ledger)
        self.dreams = Dreams(ledger)
        self.diary_rows = DiaryRows(ledger)
        self.diary_cells = DiaryCells(ledger)
        self.diary_days = DiaryDays(ledger)
        self.thinking_habits = ThinkingHabits(ledger)

    def _set_up_in_and_out(self, ledger: Ledger) -> None:
        """The nouns of what comes in and goes out."""
        self.imports = Imports(ledger)
        self.imported_rows = ImportedRows(ledger)
        self.mappings = WordMappings(ledger)
        self.to_raise = ToRaiseLines(ledger)
        self.packs = Packs(ledger)

    def list_of(self, kind: ListKind) -> PersonalList[Any]:
        """The noun of one of the person's lists."""
        found = self._nouns[KEPT[kind].entry]
        assert isinstance(found, PersonalList)
        return found

    def many(self, entries: Iterable[Entry], *, source: Origin | None = None) -> Change:
        """Keep entries of any kind in one transaction: all of them or, on a fault, none.

        Entries of one day each (day entries, nights, plans) replace what the day had, and so do readings and
        own ratings; entries of the lists are joined to what is there (`PersonalList.keep`); the others must
        be new. What is new notes `source`, what was there keeps its own. The Change takes all of them back in
        one step.
        """
        topics, write = self._sorted(entries)
        return self._ledger.change(topics, write, source)

    def rate_value(self, value: Value, rating: ValueRating | None, *, gone: str = "") -> Change:
        """Keep `value`, new or changed, and how closely it was lived on a day, in one step.

        `gone`: the uid of a rating that is taken out with it.
        """

        def work(writing: Writing) -> None:
            self.values.put(writing, value)
            self.value_ratings.write_all(writing, () if rating is None else (rating,))
            if gone:
                writing.remove(self.value_ratings.table, gone)

        return self._ledger.change({self.values.topic, self.value_ratings.topic}, work)

    def rename_ladder(self, uids: Collection[str], before: str, after: str) -> Change:
        """Give the ladder of the steps `uids` another fear, and the patterns that have it; all or nothing."""

        def work(writing: Writing) -> None:
            self.ladder.rename(writing, uids, after)
            self.patterns.follow_ladder(writing, before, after)

        return self._ledger.change({self.ladder.topic, self.patterns.topic}, work)

    def remove_all(self, uids: Mapping[type[Entry], Iterable[str]]) -> Change:
        """Take entries out, by kind, in one step: all of them or, if one is not there any more, none."""

        def work(writing: Writing) -> None:
            for kind, some in uids.items():
                for uid in some:
                    writing.remove(self._nouns[kind].table, uid)

        return self._ledger.change({self._nouns[kind].topic for kind in uids}, work)

    def finish(
        self,
        entries: Iterable[Entry],
        waiting: SavedRun | None,
        facts: Mapping[str, str] = MappingProxyType({}),
    ) -> Change:
        """Keep what an exercise leaves, as `many` does, and end its run, in one transaction: all or nothing.

        `facts`: short facts about the person that it leaves, by their keys. The run that waited for it, if
        any, is the unfinished one then. Taking the Change back takes entries and facts out and leaves the
        runs as they are.
        """
        topics, write = self._sorted(entries)
        topics |= {"profile"} if facts else set()

        def work(writing: Writing) -> None:
            write(writing)
            for key, value in facts.items():
                self.profile.write(writing, key, value)
            self.runs.leave(writing, waiting)

        return self._ledger.change(topics, work)

    def _sorted(self, entries: Iterable[Entry]) -> tuple[set[str], Callable[[Writing], None]]:
        """The topics of `entries`, and what writes them, those that are pointed at first."""
        sorted_out: dict[type[Entry], list[Entry]] = {kind: [] for kind in self._nouns}
        for entry in entries:
            sorted_out[type(entry)].append(entry)
        given = {self._nouns[kind]: kept for kind, kept in sorted_out.items() if kept}

        def write(writing: Writing) -> None:
            for noun, kept in given.items():
                noun.write_all(writing, kept)

        return {noun.topic for noun in given}, write
