"""How the person's lists read: each entry once, in the person's order, in plain words."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.lists.entries import CrisisLine, CrisisSection, LadderStep, ListKind, Urge, Value
from rewire_app.domain.lists.reading import grouped, in_order, moved, strength_words

UIDS = st.lists(st.integers(0, 30).map(lambda n: f"{n:032x}"), unique=True, max_size=12)


@given(UIDS, UIDS)
def test_an_order_never_loses_or_doubles_an_entry(uids: list[str], order: list[str]) -> None:
    entries = [Value(uid=uid, name=uid) for uid in uids]
    shown = [one.uid for one in in_order(entries, order)]
    assert sorted(shown) == sorted(uids)
    named = [uid for uid in order if uid in uids]
    assert shown[: len(named)] == named
    assert shown[len(named) :] == [uid for uid in uids if uid not in order]


@given(UIDS.filter(bool), st.data())
def test_a_move_and_the_move_back_change_nothing(uids: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(uids) - 1))
    by = data.draw(st.sampled_from([-1, 1]))
    there = moved(uids, uids[place], by)
    assert sorted(there) == sorted(uids)
    if 0 <= place + by < len(uids):
        assert there.index(uids[place]) == place + by
        assert moved(there, uids[place], -by) == tuple(uids)
    else:
        assert there == tuple(uids)


@given(
    st.lists(st.tuples(st.sampled_from(["", "Phones", "phones ", "Heights"]), st.none() | st.integers(0, 10)))
)
def test_a_ladder_holds_every_step_once_and_falls_from_hard_to_easy(
    steps: list[tuple[str, int | None]],
) -> None:
    entries = [
        LadderStep(uid=f"{n:032x}", fear=fear, step=str(n), distress=hard)
        for n, (fear, hard) in enumerate(steps)
    ]
    groups = grouped(ListKind.LADDER, entries)
    assert sorted(one.uid for group in groups for one in group.entries) == [one.uid for one in entries]
    assert len(groups) == len({fear.strip().casefold() for fear, _hard in steps})
    for group in groups:
        hard = [11 if one.distress is None else one.distress for one in group.entries]  # type: ignore[union-attr]
        assert hard == sorted(hard, reverse=True)


def test_a_plan_has_all_its_sections_in_the_order_to_use_them() -> None:
    line = CrisisLine(uid="1" * 32, section=CrisisSection.SAFER, text="The cabinet")
    groups = grouped(ListKind.CRISIS_PLAN, [line])
    assert [group.key for group in groups] == [section.value for section in CrisisSection]
    assert [len(group.entries) for group in groups] == [0, 0, 0, 0, 0, 1, 0]


def test_what_was_not_noted_of_an_urge_is_left_out() -> None:
    day = date(2026, 11, 20)
    assert strength_words(Urge(uid="1" * 32, day=day, urge="x")) == ""
    urge = Urge(uid="1" * 32, day=day, urge="x", peak=8, last=0)
    assert strength_words(urge) == "8 of 10 at its peak, 0 at the end"
