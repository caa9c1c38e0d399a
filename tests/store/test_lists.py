"""The person's lists: what is kept comes back, what is the same is joined, what cannot be is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from rewire_app.domain.change import Change
from rewire_app.domain.lists.entries import KEPT, MAX, CrisisSection, ListKind, WorrySort, folded, key_of
from rewire_app.domain.lists.expected import ExpectationState
from rewire_app.errors import BadInputError
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import list_entries as lists
from tests.store.entries import DAY, practice

same_store = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

ONE: dict[str, Callable[..., Any]] = {
    "values": lists.value,
    "ladder": lists.step,
    "crisis_plan": lists.crisis_line,
    "patterns": lists.pattern,
    "worries": lists.worry,
    "kit": lists.kit_item,
    "open": lists.expectation,
    "cards": lists.card,
    "scripts": lists.script,
    "thoughts": lists.thought,
    "dreams": lists.dream,
}
"""How an entry of each list with a natural key is made from its words."""


def noun(store: Store, name: str) -> Any:
    """The noun called `name`."""
    return getattr(store, name)


@pytest.mark.parametrize("name", lists.KEPT_STRATEGIES)
def test_any_row_of_a_list_comes_back_as_it_was(store: Store, name: str) -> None:
    own = noun(store, name)

    @same_store
    @given(entry=lists.KEPT_STRATEGIES[name])
    def there_and_back(entry: Any) -> None:
        change = own.add(entry)
        assert own.get(entry.uid) == entry
        assert own.all() == [entry]
        change.revert()
        assert own.all() == []

    there_and_back()


@pytest.mark.parametrize("name", ONE)
@same_store
@given(word=lists.some, before=st.sampled_from(["", " ", "\n\t"]), shout=st.booleans())
def test_the_same_words_otherwise_written_join_the_row(
    store: Store, name: str, word: str, before: str, shout: bool
) -> None:
    own, one = noun(store, name), ONE[name]
    other = before + (word.upper() if shout else word) + before
    assume(folded(other) == folded(word))
    change = own.add(one(word))
    again = own.keep(one(other))
    assert len(own.all()) == 1
    again.revert()
    change.revert()
    assert own.all() == []


def test_what_is_kept_again_fills_in_and_never_blanks(store: Store) -> None:
    first = lists.value("Patience", meaning="to stay", lived=3)
    store.values.keep(first)
    store.values.keep(lists.value("  patience ", meaning="", lived=6))
    assert store.values.all() == [replace(first, name="  patience ", lived=6)]
    store.values.keep(lists.value("PATIENCE", meaning="to listen", lived=None))
    assert store.values.all() == [replace(first, name="PATIENCE", meaning="to listen", lived=6)]


def test_an_edit_can_blank_what_keeping_leaves(store: Store) -> None:
    first = lists.pattern()
    store.patterns.keep(first)
    store.patterns.edit(replace(first, triggers=(), automatic=None, response=""))
    assert store.patterns.all() == [replace(first, triggers=(), automatic=None, response="")]


def test_a_worry_that_is_sorted_again_moves(store: Store) -> None:
    store.worries.keep(lists.worry("The letter", sort=WorrySort.OPEN, next_step=""))
    store.worries.keep(lists.worry("The dentist", sort=WorrySort.OPEN))
    store.worries.keep(lists.worry("the letter", sort=WorrySort.ACT, next_step="open it"))
    assert [entry.text for entry in store.worries.open()] == ["The dentist"]
    assert [(entry.sort, entry.next_step) for entry in store.worries.all()] == [
        (WorrySort.ACT, "open it"),
        (WorrySort.OPEN, "open it"),
    ]


def test_the_same_line_in_two_sections_is_two_lines(store: Store) -> None:
    store.crisis_plan.keep(lists.crisis_line("Ama", section=CrisisSection.PEOPLE, contact="06"))
    store.crisis_plan.keep(lists.crisis_line("Ama", section=CrisisSection.REASONS))
    store.crisis_plan.keep(lists.crisis_line("ama", section=CrisisSection.PEOPLE, contact="07"))
    assert [(line.section, line.contact) for line in store.crisis_plan.all()] == [
        (CrisisSection.PEOPLE, "07"),
        (CrisisSection.REASONS, ""),
    ]


def test_what_waits_is_closed_by_its_words_and_can_be_planned_anew(store: Store) -> None:
    plan = lists.expectation("Ring the office", came="", found=None, share=None, learned="", again=None)
    store.open.keep(plan)
    closed = {"kind": None, "predict": "", "guess": None, "chance": None, "belief": None, "due": None}
    store.open.keep(
        lists.expectation(" ring the office", came="they laughed", state=ExpectationState.DONE, **closed)
    )
    [done] = store.open.all()
    assert (done.uid, done.kind, done.due, done.chance) == (plan.uid, plan.kind, DAY, 80)
    assert (done.came, done.state) == ("they laughed", ExpectationState.DONE)
    assert store.open.waiting() == []
    anew = lists.expectation("Ring the office", came="")
    store.open.keep(anew)
    assert store.open.waiting() == [anew]
    assert [one.came for one in store.open.all()] == ["they laughed", ""]


def test_what_is_kept_again_without_a_state_stays_where_it_was(store: Store) -> None:
    over = lists.expectation(state=ExpectationState.GONE)
    store.many([over, replace(over, uid=lists.expectation().uid, state=ExpectationState.OPEN, found=9)])
    assert [(one.state, one.found) for one in store.open.all()] == [
        (ExpectationState.GONE, 2),
        (ExpectationState.OPEN, 9),
    ]


def test_a_ladder_gets_another_name_in_one_step_or_not_at_all(store: Store) -> None:
    steps = [lists.step(words, fear="dogs") for words in ("a puppy", "a hound")]
    for one in (*steps, lists.step("A hound", fear="pets")):
        store.ladder.add(one)
    store.patterns.add(replace(lists.pattern(), fear="Dogs"))
    before = store.ladder.all(), store.patterns.all()
    uids = [one.uid for one in steps]
    with pytest.raises(BadInputError):
        store.rename_ladder(uids, "dogs", "pets")
    assert (store.ladder.all(), store.patterns.all()) == before
    change = store.rename_ladder(uids, "dogs", "animals")
    assert [one.fear for one in store.ladder.all()] == ["animals", "animals", "pets"]
    assert [one.fear for one in store.patterns.all()] == ["animals"]
    change.revert()
    assert (store.ladder.all(), store.patterns.all()) == before


def test_a_step_kept_without_its_fear_finds_the_rung(store: Store) -> None:
    rung = lists.step("Ring the bell", fear="dogs", distress=6, done_day=None)
    store.ladder.keep(rung)
    store.ladder.keep(lists.step("ring the bell", fear="", distress=None, done_day=DAY))
    assert store.ladder.all() == [replace(rung, step="ring the bell", done_day=DAY)]
    store.ladder.keep(lists.step("Ring the bell", fear="heights"))
    assert [step.fear for step in store.ladder.all()] == ["dogs", "heights"]


def test_every_urge_is_its_own(store: Store) -> None:
    store.urges.keep(lists.urge(0))
    store.urges.keep(lists.urge(0))
    assert len(store.urges.all()) == 2


def test_a_list_keeps_the_order_it_was_written_in(store: Store) -> None:
    names = ["far", "near", "middle", "also near"]
    store.many([lists.step(name) for name in names])
    store.ladder.keep(lists.step("far", distress=1))
    assert [step.step for step in store.ladder.all()] == names


@pytest.mark.parametrize("name", ONE)
def test_adding_what_is_there_is_refused_with_a_sentence(store: Store, name: str) -> None:
    own, one = noun(store, name), ONE[name]
    first, second = one("one"), one("two")
    own.add(first)
    own.add(second)
    with pytest.raises(BadInputError, match="in the list already") as refused:
        own.add(one(" ONE "))
    assert refused.value.field == KEPT[ListKind(name)].main
    with pytest.raises(BadInputError, match="in the list already"):
        own.edit(replace(second, **{KEPT[ListKind(name)].main: "One"}))
    own.edit(replace(first, **{KEPT[ListKind(name)].main: "ONE"}))
    assert [key_of(entry) for entry in own.all()] == [key_of(first), key_of(second)]


@pytest.mark.parametrize("name", ONE)
def test_what_was_removed_can_be_written_again_and_undo_says_so(store: Store, name: str) -> None:
    own, one = noun(store, name), ONE[name]
    first = one("one")
    own.add(first)
    removed: Change = own.remove(first.uid)
    again = own.keep(one("one"))
    with pytest.raises(BadInputError, match="another entry is in its place"):
        removed.revert()
    again.revert()
    removed.revert()
    assert own.all() == [first]


def test_a_pass_and_all_it_leaves_is_one_save_and_one_undo(store: Store) -> None:
    old = lists.value("Patience", meaning="to stay", lived=3)
    store.values.add(old)
    before = store.vault.commit_seq
    done = store.many(
        [practice(), lists.value("patience", meaning="", lived=7), lists.value("Care"), lists.kit_item()]
    )
    assert store.vault.commit_seq == before + 1
    assert done.topics == {"practices", "values", "kit"}
    assert [(value.name, value.lived) for value in store.values.all()] == [("patience", 7), ("Care", 4)]
    done.revert()
    assert store.values.all() == [old]
    assert (store.practices.recent(9), store.kit.all()) == ([], [])


def test_two_rows_with_one_key_in_one_save_become_one(store: Store) -> None:
    store.many([lists.kit_item("Tea", sense=""), lists.kit_item("tea", sense="taste")])
    assert [(item.item, item.sense) for item in store.kit.all()] == [("tea", "taste")]


def test_a_save_with_one_bad_row_keeps_nothing(store: Store) -> None:
    with pytest.raises(BadInputError):
        store.many([practice(), lists.value("Care"), lists.value("  ")])
    assert (store.practices.recent(9), store.values.all()) == ([], [])


def test_the_lists_are_there_after_a_restart(profile: Path) -> None:
    vault = open_vault(profile)
    rows = [make() for make in (*ONE.values(), lists.urge)]
    Store(vault).many(rows)
    vault.close()
    vault = open_vault(profile)
    store = Store(vault)
    assert [noun(store, name).all() for name in (*ONE, "urges")] == [[row] for row in rows]
    vault.close()


@pytest.mark.parametrize(
    ("name", "bad", "field", "sentence"),
    [
        ("values", lists.value(" "), "name", "no words here yet"),
        ("values", lists.value("x" * (MAX + 1)), "name", "65,537 characters, and 65,536 fit"),
        ("values", lists.value(lived=11), "lived", "whole number from 0 to 10"),
        ("values", lists.value(lived=2.5), "lived", "whole number from 0 to 10"),
        ("ladder", lists.step(""), "step", "no words here yet"),
        ("ladder", lists.step(distress=-1), "distress", "whole number from 0 to 10"),
        ("crisis_plan", lists.crisis_line(section="elsewhere"), "section", "not one of those on offer"),
        ("patterns", lists.pattern(triggers=("x" * (MAX + 1),)), "triggers", "65,536 fit"),
        ("patterns", lists.pattern(automatic=True), "automatic", "whole number from 0 to 10"),
        ("worries", lists.worry(sort="later"), "sort", "not one of those on offer"),
        ("urges", lists.urge(urge=""), "urge", "no words here yet"),
        ("urges", lists.urge(peak=99), "peak", "whole number from 0 to 10"),
        ("kit", lists.kit_item("\n"), "item", "no words here yet"),
        ("open", lists.expectation(" "), "what", "no words here yet"),
        ("open", lists.expectation(guess=11), "guess", "whole number from 0 to 10"),
        ("open", lists.expectation(chance=101), "chance", "whole number from 0 to 100"),
        ("open", lists.expectation(kind="wish"), "kind", "not one of those on offer"),
        ("open", lists.expectation(state=None), "state", "not one of those on offer"),
        ("thoughts", lists.thought(belief=-1), "belief", "whole number from 0 to 100"),
        ("dreams", lists.dream(""), "dream", "no words here yet"),
        ("kit", lists.kit_item(uid="short"), "uid", "Nothing was saved"),
    ],
)
def test_a_row_that_cannot_be_is_refused_and_says_where(
    store: Store, name: str, bad: Any, field: str, sentence: str
) -> None:
    for write in (noun(store, name).add, noun(store, name).keep, lambda entry: store.many([entry])):
        with pytest.raises(BadInputError, match=sentence) as refused:
            write(bad)
        assert refused.value.field == field
    assert noun(store, name).all() == []


def test_the_tables_refuse_what_slips_past_the_checks(store: Store) -> None:
    store.ladder.add(lists.step())
    for column, value in (("distress", 11), ("done_day", 0), ("step", None)):
        with pytest.raises(Exception, match="constraint failed"):
            store.vault.connection.execute(f"UPDATE ladder SET {column} = ?", (value,))


def test_every_list_is_described_as_it_is() -> None:
    assert set(KEPT) == set(ListKind)
    for shape in KEPT.values():
        names = set(shape.entry.__dataclass_fields__) - {"uid"}
        assert {*shape.fields, *shape.elsewhere} == names
        assert not set(shape.fields) & set(shape.elsewhere)
        special = {*shape.ratings, *shape.percents, *shape.several, *shape.choices, *shape.days}
        assert {shape.main, *shape.key, *special, *shape.needed} <= names
        assert shape.main in shape.key or not shape.key


@pytest.mark.parametrize("kind", ListKind)
def test_a_list_is_found_by_its_kind(store: Store, kind: ListKind) -> None:
    one = (ONE | {"urges": lists.urge})[kind]()
    store.list_of(kind).add(one)
    assert getattr(store, kind).all() == [one] == store.list_of(kind).all()
