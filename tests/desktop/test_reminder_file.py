"""The file of the reminders: it comes back as it was written, and a damaged one is known as such."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.desktop import reminder_file
from rewire_app.desktop.reminder_file import FILE, DamagedRemindersError
from rewire_app.domain.reminders import PassedBy, QuietHours, Reminder, ReminderKind, Reminders
from tests.rights import private

ids = st.text("0123456789abcdef", min_size=32, max_size=32)
days = st.dates(date(2020, 1, 1), date(2100, 1, 1))
minutes = st.integers(0, 1439)
kinds = st.sampled_from(ReminderKind)
agains = st.none() | st.tuples(st.integers(0, 4_000_000_000_000), days)
rests = st.none() | st.tuples(days, st.integers(0, 60)).map(lambda one: (one[0], one[0] + timedelta(one[1])))


@st.composite
def one_reminder(draw: st.DrawFn) -> Reminder:
    again = draw(agains)
    return Reminder(
        id=draw(ids),
        kind=draw(kinds),
        weekdays=draw(st.integers(1, 127)),
        minute=draw(minutes),
        passed=draw(days),
        again_ms=again and again[0],
        again_day=again and again[1],
        rest=draw(rests),
        done=draw(st.none() | days),
    )


late = st.builds(PassedBy, id=ids, kind=kinds, day=days, minute=minutes, told=st.none() | days)
all_of_them = st.builds(
    Reminders,
    every=st.lists(one_reminder(), max_size=4).map(tuple),
    quiet=st.builds(QuietHours, first=minutes, last=minutes),
    waiting=st.lists(late, max_size=4).map(tuple),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)


@given(kept=all_of_them)
def test_they_come_back_as_they_were_written(
    kept: Reminders, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    reminder_file.write(folder, kept)
    assert reminder_file.read(folder) == kept


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    assert reminder_file.read(tmp_path / "nowhere") == Reminders()
    assert reminder_file.read(tmp_path).every == ()


def test_only_the_person_can_read_it(tmp_path: Path) -> None:
    reminder_file.write(tmp_path, Reminders())
    assert private(tmp_path / FILE)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, "9" * 50_000, "{}", " " * 2_000_000])
def test_a_damaged_file_is_known_as_such_and_kept_aside(text: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(DamagedRemindersError):
        reminder_file.read(tmp_path)
    reminder_file.put_aside(tmp_path)
    assert (tmp_path / reminder_file.DAMAGED).read_text() == text
    assert reminder_file.read(tmp_path) == Reminders()


@given(found=ANYTHING)
def test_whatever_stands_there_it_is_read_or_refused(
    found: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("anything")
    (folder / FILE).write_text(json.dumps(found))
    with pytest.raises(DamagedRemindersError):
        reminder_file.read(folder)


def test_whichever_bit_flips_it_is_read_or_refused(tmp_path: Path) -> None:
    name = "0123456789abcdef" * 2
    one = Reminder(
        id=name, kind=ReminderKind.EVENING, weekdays=127, minute=1245, passed=date(2026, 11, 23), rest=None
    )
    reminder_file.write(tmp_path, Reminders(every=(one,)))
    whole = (tmp_path / FILE).read_bytes()
    refused = 0
    for place in range(len(whole) * 8):
        spoilt = bytearray(whole)
        spoilt[place // 8] ^= 1 << place % 8
        (tmp_path / FILE).write_bytes(spoilt)
        try:
            found = reminder_file.read(tmp_path)
        except DamagedRemindersError:
            refused += 1
        else:
            assert len(found.every) == 1
    assert 0.5 < refused / (len(whole) * 8) < 1


def test_ids_are_random_and_mean_nothing() -> None:
    assert len({reminder_file.new_id() for _turn in range(100)}) == 100


def test_a_file_from_before_reminders_knew_what_was_done_is_read(tmp_path: Path) -> None:
    kept = Reminders(
        every=(
            Reminder(id="a" * 32, kind=ReminderKind.NIGHT, weekdays=1, minute=500, passed=date(2026, 11, 23)),
        )
    )
    reminder_file.write(tmp_path, kept)
    table = json.loads((tmp_path / FILE).read_text())
    del table["reminders"][0]["done"]
    (tmp_path / FILE).write_text(json.dumps(table))
    assert reminder_file.read(tmp_path) == kept
