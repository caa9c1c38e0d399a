"""What belongs to values and the diary card, for the tests of the store: one of each, and strategies."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.diary import DiaryCell, DiaryDay, DiaryRow, DiarySort, ThinkingHabit
from rewire_app.domain.lists.entries import Value
from rewire_app.domain.lists.expected import ExpectationState
from rewire_app.domain.lists.goals import Move, PersonalGoal, ValueRating
from tests.store.entries import AT, DAY, days, instants, later, uids, words


def value_rating(value: Value, number: int = 0, lived: int = 4) -> ValueRating:
    """How closely `value` was lived by on DAY + number."""
    return ValueRating(uid=new_uid(AT), value=value.uid, day=DAY + timedelta(days=number), lived=lived)


def goal(words: str = "Ask before I answer", **given: object) -> PersonalGoal:
    """Something to reach."""
    plain = PersonalGoal(uid=new_uid(AT), text=words, by_day=DAY + timedelta(days=30), state_day=DAY)
    return replace(plain, **given)


def move(number: int = 0, **given: object) -> Move:
    """Something that was done on DAY + number."""
    plain = Move(
        uid=new_uid(AT),
        day=DAY + timedelta(days=number),
        at=later(number * 1440),
        toward=True,
        text="rang größer Noor",
    )
    return replace(plain, **given)


def diary_row(name: str = "Drink alone", **given: object) -> DiaryRow:
    """A row of the card."""
    return replace(DiaryRow(uid=new_uid(AT), sort=DiarySort.URGE, name=name), **given)


def diary_cell(row: DiaryRow, number: int = 0, **given: object) -> DiaryCell:
    """What `row` held on DAY + number."""
    day = DAY + timedelta(days=number)
    return replace(DiaryCell(uid=new_uid(AT), row=row.uid, day=day, value=6, acted=True), **given)


def diary_day(number: int = 0, **given: object) -> DiaryDay:
    """Why no skill was used on DAY + number."""
    plain = DiaryDay(uid=new_uid(AT), day=DAY + timedelta(days=number), why="did not think of it")
    return replace(plain, **given)


def habit(name: str = "One slip is the whole", **given: object) -> ThinkingHabit:
    """A habit of thought."""
    return replace(ThinkingHabit(uid=new_uid(AT), name=name), **given)


def one_of_each() -> list[object]:
    """Each of them once; nothing is rated or aimed for."""
    row = diary_row()
    return [goal(), move(), row, diary_cell(row), diary_day(), habit()]


some = words.filter(lambda text: bool(text.strip()))
short = some.map(lambda text: text[:60]).filter(lambda text: bool(text.strip()))
goals = st.builds(
    PersonalGoal,
    uid=uids,
    text=some,
    by_day=st.none() | days,
    state=st.sampled_from(ExpectationState),
    state_day=st.none() | days,
)
moves = st.builds(Move, uid=uids, day=days, at=instants, toward=st.booleans(), text=some)
diary_rows = st.builds(
    lambda sort, harm, **given: DiaryRow(sort=sort, harm=harm and sort is DiarySort.URGE, **given),
    uid=uids,
    sort=st.sampled_from(DiarySort),
    name=short,
    harm=st.booleans(),
    asked=st.booleans(),
)
diary_days = st.builds(DiaryDay, uid=uids, day=days, why=words)
habits = st.builds(ThinkingHabit, uid=uids, name=short, asked=st.booleans())
