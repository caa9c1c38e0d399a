"""Every write can be taken back, and taken back again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rewire_app.domain.change import Change
from rewire_app.domain.journal.entries import Practice
from rewire_app.domain.lists.expected import ExpectationState
from rewire_app.errors import BadInputError
from rewire_app.store.schema.lists import metadata
from rewire_app.store.store import Store
from tests.store import brought_entries as brought
from tests.store import entries as make
from tests.store import journal_entries as journal
from tests.store import list_entries as lists
from tests.store.entries import DAY
from tests.store.record import fill_kept

Content = dict[str, list[tuple[object, ...]]]


def content(store: Store) -> Content:
    """Every row that counts, without the times of its stamps."""
    found: Content = {}
    for table in metadata.sorted_tables:
        if "deleted_ms" in table.c:
            names = [column.name for column in table.columns if column.name != "updated_ms"]
            quoted = ", ".join(f'"{name}"' for name in names)
            query = f"SELECT {quoted} FROM {table.name} WHERE deleted_ms IS NULL ORDER BY uid"
            found[table.name] = store.vault.connection.execute(query).fetchall()
    return found


def filled(store: Store) -> None:
    """One of everything."""
    practice = make.practice()
    given = [practice, make.intention(practice=practice.uid), make.day_entry(), make.night()]
    store.many([*given, make.moment(), make.plan(), make.pause()])
    store.profile.put("reason", "calmer mornings")
    fill_kept(store)


def practice_of(store: Store) -> Practice:
    """The one practice."""
    return store.practices.recent(1)[0]


def edited_day(store: Store) -> Change:
    """A day entry put over the one that is there."""
    return store.days.put(make.day_entry(note="other words", stress=None))


WRITES: dict[str, tuple[frozenset[str], Callable[[Store], Change]]] = {
    name: (frozenset({topic}), write)
    for name, topic, write in [
        ("add practice", "practices", lambda s: s.practices.add(make.practice(1))),
        ("edit practice", "practices", lambda s: s.practices.edit(replace(practice_of(s), note="n"))),
        ("remove practice", "practices", lambda s: s.practices.remove(practice_of(s).uid)),
        ("put day", "days", lambda s: s.days.put(make.day_entry(1))),
        ("put day again", "days", edited_day),
        ("remove day", "days", lambda s: s.days.remove(s.days.get(DAY).uid)),
        ("put night", "nights", lambda s: s.nights.put(make.night(1))),
        ("put night again", "nights", lambda s: s.nights.put(make.night(0, sol_min=90))),
        ("remove night", "nights", lambda s: s.nights.remove(s.nights.get(DAY).uid)),
        ("add moment", "moments", lambda s: s.moments.add(make.moment(1))),
        ("edit moment", "moments", lambda s: s.moments.edit(replace(s.moments.for_day(DAY)[0], peak=None))),
        ("remove moment", "moments", lambda s: s.moments.remove(s.moments.for_day(DAY)[0].uid)),
        ("put plan", "plans", lambda s: s.plans.put(make.plan(7, per_week=6))),
        ("put plan again", "plans", lambda s: s.plans.put(make.plan(0, per_week=6))),
        ("remove plan", "plans", lambda s: s.plans.remove(s.plans.history()[0].uid)),
        ("put another plan", "plans", lambda s: s.plans.put(make.plan(0, thread="another"))),
        ("add rating", "ratings", lambda s: s.ratings.add(make.rating_dropped())),
        ("add recall", "recalls", lambda s: s.recalls.add(make.skill_recall())),
        ("add file", "imports", lambda s: s.imports.add(brought.brought(3))),
        ("take file back", "imports", lambda s: s.imports.edit(replace(s.imports.all()[0], taken_back=True))),
        ("add mapping", "mappings", lambda s: s.mappings.add(brought.mapping("rad"))),
        ("add line to raise", "to_raise", lambda s: s.to_raise.add(brought.to_raise(5))),
        (
            "raise a line",
            "to_raise",
            lambda s: s.to_raise.edit(replace(s.to_raise.waiting()[0], done_day=DAY)),
        ),
        ("add pack", "packs", lambda s: s.packs.add(brought.pack("Mornings", hash="6f" * 32))),
        ("remove pack", "packs", lambda s: s.packs.remove(s.packs.all()[0].uid)),
        ("add pause", "pauses", lambda s: s.pauses.add(make.pause(30))),
        ("end pause", "pauses", lambda s: s.pauses.edit(replace(s.pauses.all()[0], to_day=DAY))),
        ("remove pause", "pauses", lambda s: s.pauses.remove(s.pauses.all()[0].uid)),
        ("add intention", "intentions", lambda s: s.intentions.add(make.intention(1))),
        ("edit intention", "intentions", lambda s: s.intentions.edit(make_recalled(s))),
        ("remove intention", "intentions", lambda s: s.intentions.remove(s.intentions.recent(1)[0].uid)),
        ("put profile", "profile", lambda s: s.profile.put("name", "Kim")),
        ("put profile again", "profile", lambda s: s.profile.put("reason", "sleep")),
        ("add value", "values", lambda s: s.values.add(lists.value("Care"))),
        ("keep value", "values", lambda s: s.values.keep(lists.value("patience ", lived=9))),
        ("edit value", "values", lambda s: s.values.edit(replace(s.values.all()[0], lived=None))),
        ("remove value", "values", lambda s: s.values.remove(s.values.all()[-1].uid)),
        ("keep step", "ladder", lambda s: s.ladder.keep(lists.step("ring the bell", fear="", distress=2))),
        ("keep crisis line", "crisis_plan", lambda s: s.crisis_plan.keep(lists.crisis_line("Call Ama"))),
        ("keep pattern", "patterns", lambda s: s.patterns.keep(lists.pattern(triggers=("a bill",)))),
        ("keep worry", "worries", lambda s: s.worries.keep(lists.worry("teeth", next_step="ring"))),
        ("keep urge", "urges", lambda s: s.urges.keep(lists.urge(3))),
        ("keep kit item", "kit", lambda s: s.kit.keep(lists.kit_item("Tea"))),
        ("keep what waits", "open", lambda s: s.open.keep(lists.expectation("Swim", due=None))),
        ("look back", "open", lambda s: s.open.keep(lists.expectation(state=ExpectationState.DONE))),
        ("plan it anew", "open", lambda s: s.open.keep(lists.expectation("swim on sunday"))),
        ("keep card", "cards", lambda s: s.cards.keep(lists.card("To drink alone"))),
        ("keep script", "scripts", lambda s: s.scripts.keep(lists.script("A day off"))),
        ("keep thought", "thoughts", lambda s: s.thoughts.keep(lists.thought("I spoil everything"))),
        ("remove dream", "dreams", lambda s: s.dreams.remove(s.dreams.all()[0].uid)),
        ("put place", "readings", lambda s: s.readings.put(lists.reading(place=40, kept=True))),
        ("put other article", "readings", lambda s: s.readings.put(lists.reading("L09"))),
        ("add highlight", "highlights", lambda s: s.highlights.add(lists.highlight(8))),
        ("remove highlight", "highlights", lambda s: s.highlights.remove(s.highlights.all()[0].uid)),
        ("add reply", "replies", lambda s: s.replies.add(lists.reply("2"))),
        ("edit reply", "replies", lambda s: s.replies.edit(replace(s.replies.all()[0], text="again"))),
        (
            "add own exercise",
            "custom_exercises",
            lambda s: s.custom_exercises.add(lists.own_exercise("own-b")),
        ),
        ("remove own exercise", "custom_exercises", lambda s: s.custom_exercises.remove(own_uid(s))),
        ("add favourite", "favourites", lambda s: s.favourites.add(lists.favourite("b-paced"))),
        ("remove favourite", "favourites", lambda s: s.favourites.remove(s.favourites.all()[0].uid)),
        ("add breath", "breath_patterns", lambda s: s.breath_patterns.add(lists.breath("Slower"))),
        ("add mark", "marks", lambda s: s.marks.add(lists.mark(40))),
        ("end mark", "marks", lambda s: s.marks.edit(replace(s.marks.all()[0], to_day=DAY))),
        ("add measure", "custom_measures", lambda s: s.custom_measures.add(lists.own_measure("Hunger"))),
        ("remove measure", "custom_measures", lambda s: s.custom_measures.remove(measure_of(s).uid)),
        ("put rating", "custom_ratings", lambda s: s.custom_ratings.put(lists.own_rating(measure_of(s), 99))),
        (
            "put rating again",
            "custom_ratings",
            lambda s: s.custom_ratings.put(lists.own_rating(measure_of(s), 0, 5)),
        ),
        ("add experiment", "experiments", lambda s: s.experiments.add(lists.experiment(70))),
        ("stop experiment", "experiments", lambda s: s.experiments.edit(stopped(s))),
        ("add answer", "unwanted_effects", lambda s: s.unwanted_effects.add(lists.unwanted(50))),
        ("put recording", "night_recordings", lambda s: s.night_recordings.put(journal.recording(1))),
        ("put recording again", "night_recordings", lambda s: s.night_recordings.put(shorter())),
        ("add note", "notes", lambda s: s.notes.add(journal.note(1))),
        ("edit note", "notes", lambda s: s.notes.edit(replace(s.notes.for_day(DAY)[0], tags=()))),
        ("remove note", "notes", lambda s: s.notes.remove(s.notes.for_day(DAY)[0].uid)),
        ("add version", "notes", lambda s: s.note_versions.add(journal.version(s.notes.for_day(DAY)[0], 9))),
        ("add template", "note_templates", lambda s: s.note_templates.add(journal.template("At work"))),
        ("add score", "scores", lambda s: s.scores.add(journal.score(30))),
        ("offer again", "unwanted_effects", lambda s: s.unwanted_effects.offer("d-stop", again=True)),
    ]
}


def shorter() -> journal.NightRecording:
    """The same night by the same device, told anew."""
    return journal.recording(0, asleep_min=300)


def own_uid(store: Store) -> str:
    """The uid of the first own exercise."""
    return store.custom_exercises.all()[0].uid


def measure_of(store: Store) -> lists.CustomMeasure:
    """The first own measure."""
    return store.custom_measures.all()[0]


def rating_of(store: Store, value: int) -> lists.CustomRating:
    """A value of the first own measure on DAY."""
    return lists.own_rating(measure_of(store), 0, value)


def stopped(store: Store) -> lists.Experiment:
    """The latest experiment, ended on its first day."""
    latest = store.experiments.all()[0]
    return replace(latest, stopped_day=latest.start_day)


def make_recalled(store: Store) -> make.Intention:
    """The one intention, answered."""
    return replace(store.intentions.recent(1)[0], recalled=make.IntentionOutcome.CAME, recalled_day=DAY)


@pytest.mark.parametrize("name", WRITES)
def test_a_write_is_taken_back_and_done_again(store: Store, name: str) -> None:
    topics, write = WRITES[name]
    filled(store)
    before = content(store)
    done = write(store)
    after = content(store)
    assert after != before
    undone = done.revert()
    assert content(store) == before
    redone = undone.revert()
    assert content(store) == after
    redone.revert()
    assert content(store) == before
    assert done.topics == undone.topics == redone.topics == topics


def test_an_import_of_many_is_taken_back_in_one_step(store: Store) -> None:
    before = content(store)
    done = store.many(
        [entry for n in range(50) for entry in (make.practice(n), make.day_entry(n), make.night(n))]
    )
    after = content(store)
    undone = done.revert()
    assert content(store) == before
    undone.revert()
    assert content(store) == after
    assert done.topics == {"practices", "days", "nights"}


def test_taking_back_the_first_of_several_saves_goes_all_the_way(store: Store) -> None:
    store.days.put(make.day_entry(note="as it was"))
    first = store.days.put(make.day_entry(note="typing"))
    store.days.put(make.day_entry(note="typing more"))
    undone = first.revert()
    assert store.days.get(DAY).note == "as it was"
    undone.revert()
    assert store.days.get(DAY).note == "typing more"


def test_an_undone_entry_can_be_entered_again_under_its_uid(store: Store) -> None:
    entry = make.moment()
    store.moments.add(entry).revert()
    store.moments.add(entry)
    assert store.moments.for_day(DAY) == [entry]


def test_taking_back_a_removal_over_a_newer_entry_of_that_day_is_refused_whole(store: Store) -> None:
    store.days.put(make.day_entry(note="first"))
    removed = store.days.remove(store.days.get(DAY).uid)
    store.days.put(make.day_entry(note="second"))
    before = content(store)
    with pytest.raises(BadInputError, match="another entry is in its place"):
        removed.revert()
    assert content(store) == before


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(sorted(WRITES)), min_size=1, max_size=12))
def test_any_run_of_writes_unwinds_to_the_start(store: Store, steps: list[str]) -> None:
    if not store.practices.recent(1):
        filled(store)
    start = content(store)
    changes = []
    states = [start]
    for name in steps:
        try:
            changes.append(WRITES[name][1](store))
        except (BadInputError, AttributeError, IndexError):  # what it would change was removed before
            continue
        states.append(content(store))
    redo = []
    for change, expected in zip(reversed(changes), reversed(states[:-1]), strict=True):
        redo.append(change.revert())
        assert content(store) == expected
    for change, expected in zip(reversed(redo), states[1:], strict=True):
        changes.append(change.revert())
        assert content(store) == expected
    for change in reversed(changes[len(redo) :]):
        change.revert()
    assert content(store) == start


def test_a_pause_of_a_year_and_its_undo_touch_nothing_else(store: Store) -> None:
    filled(store)
    before = content(store)
    store.pauses.add(make.pause(100, to_day=DAY + timedelta(days=465))).revert()
    assert content(store) == before


def test_what_named_an_entry_that_is_erased_by_now_comes_back_without_it(store: Store) -> None:
    first, later = make.moment(), make.moment(1, trigger="the answer")
    store.many([first, replace(later, set_off_by=first.uid)])
    edited = store.moments.edit(replace(later, trigger="another"))
    removed = store.moments.remove(first.uid)
    store.erasing.erase(removed.removed)
    edited.revert()
    assert store.moments.get(later.uid) == later


def test_a_fact_that_was_noted_anew_does_not_bar_the_way_back(store: Store) -> None:
    taken_back = store.profile.put("words:did", "first").revert()
    store.profile.put("words:did", "second")
    again = taken_back.revert()
    assert store.profile.get("words:did") == "first"
    again.revert()
    assert store.profile.get("words:did") == "second"


def test_a_place_that_was_noted_anew_does_not_bar_the_way_back(store: Store) -> None:
    taken_back = store.readings.put(lists.reading(read_day=DAY)).revert()
    store.readings.put(lists.reading(place=9))
    again = taken_back.revert()
    assert store.readings.get("L01").read_day == DAY
    again.revert()
    assert store.readings.get("L01").place == 9
