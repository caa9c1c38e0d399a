"""Keeps a database of the newest revision, full of entries, as a test file.

Run it once after adding a revision:

python -m tests.store.record
"""

from __future__ import annotations

import json
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi
from alembic.script import ScriptDirectory

from rewire_app.domain.journal.unwanted import Worse
from rewire_app.domain.lists.entries import WorrySort
from rewire_app.domain.lists.expected import ExpectationState
from rewire_app.store.schema.lists import metadata
from rewire_app.store.store import Store
from rewire_app.store.vault import migrate
from rewire_app.store.vault.vault import open_vault
from tests.store import brought_entries as brought
from tests.store import entries as make
from tests.store import journal_entries as journal
from tests.store import list_entries as lists
from tests.store import pattern_entries as patterns

DATA = Path(__file__).resolve().parent.parent / "data"


def head() -> str:
    """The newest revision in the migrations folder."""
    newest = ScriptDirectory.from_config(migrate.alembic_config()).get_current_head()
    assert newest is not None
    return newest


def content(connection: dbapi.Connection) -> dict[str, list[dict[str, object]]]:
    """Every row of every table of entries, by column."""
    found = {}
    for table in metadata.sorted_tables:
        cursor = connection.execute(f"SELECT * FROM {table.name} ORDER BY 1")
        names = [column[0] for column in cursor.description]
        found[table.name] = [dict(zip(names, row, strict=True)) for row in cursor]
    return found


def record_database() -> None:
    """Keep a database of the newest revision as a test file, once: it stays as it is for ever."""
    target = DATA / f"revision-{head()}.db"
    if target.exists():
        return
    with tempfile.TemporaryDirectory() as folder:
        vault = open_vault(Path(folder) / "profile")
        store = Store(vault)
        for number in range(40):
            practice = make.practice(
                number, note="größer 🙂" if number % 5 else "", place="desk" * (number % 2)
            )
            store.many([practice, make.intention(number, practice=practice.uid), make.day_entry(number)])
            store.many(
                [
                    make.night(number, awake=((90, 20),), noted_day=make.DAY),
                    make.moment(number, peak=None if number % 4 else 8),
                ]
            )
        store.many([make.plan(), make.plan(20, per_week=5), make.pause(0, to_day=make.DAY), make.pause(30)])
        second = make.plan(5, thread=make.new_uid(make.AT), per_week=2, weekdays=0b0010001)
        store.many([make.replace(second, obstacle="tired", answer="one minute is enough")])
        store.many([make.rating_dropped(3), make.skill_recall(4)])
        store.practices.remove(store.practices.recent(1)[0].uid)
        store.profile.put("reason", "calmer mornings")
        store.runs.save(make.saved_run())
        fill_kept(store)
        rows = content(vault.connection)
        vault.close()
        shutil.copyfile(vault.files.db, target)
        shutil.copyfile(vault.files.keys, target.with_suffix(".keys"))
        target.with_suffix(".json").write_text(json.dumps(rows, indent=0, ensure_ascii=False), "utf-8")


def fill_kept(store: Store) -> None:
    """Put one or two of everything a person keeps beside their days into `store`."""
    measure, spare = lists.own_measure(), lists.own_measure("Steps", high=20_000)
    store.many([lists.value(), lists.value("Größe"), lists.step(), lists.crisis_line(), lists.pattern()])
    store.many([lists.worry(), lists.worry("Teeth", sort=WorrySort.GONE), lists.urge(), lists.kit_item()])
    store.many([lists.expectation(), lists.card(), lists.script(), lists.thought(), lists.dream()])
    store.open.add(lists.expectation("Swim on Sunday", kind=None, due=None, state=ExpectationState.DONE))
    store.many([lists.reading(), lists.highlight(), lists.reply(), lists.reply("path:first")])
    store.many([lists.own_exercise(), lists.favourite(), lists.breath(), lists.mark()])
    store.marks.add(lists.mark(9, to_day=make.DAY + timedelta(days=12)))
    store.many([measure, spare, *(lists.own_rating(measure, number, number % 6) for number in range(30))])
    store.custom_measures.remove(spare.uid)
    store.experiments.add(lists.experiment())
    note = journal.note()
    store.many([journal.recording(), note, journal.version(note), journal.template(), journal.score()])
    store.moments.add(
        make.moment(
            90,
            measured=True,
            feelings=("shame",),
            skills=("named it",),
            exercise="d-stop",
            pattern=store.patterns.all()[0].uid,
        )
    )
    goal, row = patterns.goal(value=store.values.all()[0].uid), patterns.diary_row()
    store.many([goal, patterns.move(value=goal.value), patterns.value_rating(store.values.all()[0])])
    store.many([row, patterns.diary_cell(row), patterns.diary_day(), patterns.habit()])
    store.open.add(
        lists.expectation(
            "Ask for notes",
            step=store.ladder.all()[0].uid,
            goal=goal.uid,
            pattern=store.patterns.all()[0].uid,
            practice=store.practices.recent(1)[0].uid,
        )
    )
    file = brought.brought()
    store.many([file, brought.imported_row(file, note.uid, filled=("tags",)), brought.mapping()])
    store.many([brought.to_raise(), brought.to_raise(2, done_day=make.DAY), brought.pack()])
    store.many(
        [lists.unwanted(), lists.unwanted(40, answer=Worse.NOTHING, exercise="", offered=True, note="")]
    )


def every_kept(store: Store) -> list[Any]:
    """Every noun of what a person keeps beside their days; each has `all()`."""
    lists = [store.values, store.ladder, store.crisis_plan, store.patterns, store.worries, store.urges]
    lists += [store.open, store.cards, store.scripts, store.thoughts, store.dreams]
    library = [store.kit, store.readings, store.highlights, store.replies, store.custom_exercises]
    room = [store.favourites, store.breath_patterns, store.marks, store.custom_measures, store.custom_ratings]
    return [*lists, *library, *room, store.experiments, store.unwanted_effects]


if __name__ == "__main__":
    record_database()
