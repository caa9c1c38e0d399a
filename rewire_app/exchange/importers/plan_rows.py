"""Entries of Rewire's own export: whole rows, nothing twice; where two differ both are kept, and told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import MAX_TEXT, new_uid
from rewire_app.domain.journal.notes import Note
from rewire_app.errors import BadInputError
from rewire_app.exchange.importers.found import WholeRow
from rewire_app.exchange.importers.plan import Making
from rewire_app.i18n import _
from rewire_app.store.whole_rows import (
    OWN_FACTS,
    WholeRows,
    differing,
    in_order,
    links,
    natural_keys,
    says_the_same,
)

Row = dict[str, Any]
NAMING = ("note_uid", "row", "serves", "exercise", "subject")
"""Columns without a rule of the tables in which a uid may stand."""


@dataclass(slots=True)
class _Here:
    """One table as it is here, and as it becomes."""

    by_uid: dict[str, Row] = field(default_factory=dict)
    by_key: dict[tuple[Any, ...], Row] = field(default_factory=dict)


@dataclass(slots=True)
class _Joining:
    """What the tables share. renamed: uids of the file by those that stand for them here."""

    making: Making
    whole: WholeRows
    removed: set[str]
    renamed: dict[str, str] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)


def plan_rows(making: Making, found: list[tuple[str, WholeRow]], whole: WholeRows) -> None:
    """Plan every row; raises a StoreError."""
    by_table: dict[str, list[tuple[str, WholeRow]]] = {}
    for place, one in found:
        by_table.setdefault(one.table, []).append((place, one))
    joining = _Joining(making, whole, whole.removed())
    for name in in_order(by_table):
        try:
            here = _read(whole, name)
        except BadInputError as fault:
            for _place, one in by_table[name]:
                making.plan.leave_out(one, str(fault))
            continue
        promised = {str(one.values.get("uid")) for _place, one in by_table[name]}  # rows may name each other
        joining.known |= promised | here.by_uid.keys()
        for place, one in by_table[name]:
            _plan_row(joining, here, place, one)
        _let_go(joining, name, promised - here.by_uid.keys())


def _let_go(joining: _Joining, name: str, stays_out: set[str]) -> None:
    """What stays out of a table is named by nothing that comes in."""
    joining.known -= stays_out
    own = [column for column, (to, _optional) in links(joining.whole.table(name)).items() if to == name]
    rows = joining.making.plan.rows if own and stays_out else []
    for number, (place, one) in enumerate(rows):
        lost = [column for column in own if one.table == name and one.values[column] in stays_out]
        if lost:
            rows[number] = place, replace(one, values=dict(one.values) | dict.fromkeys(lost))


def _read(whole: WholeRows, name: str) -> _Here:
    table, here = whole.table(name), _Here()
    for row in whole.there(name):
        here.by_uid[_identity(table.name, row)] = row
        for key in natural_keys(table, row):
            here.by_key[key] = row
    return here


def _identity(name: str, row: Mapping[str, Any]) -> str:
    return str(row["card"] if name == "looks" else row["uid"])


def _plan_row(joining: _Joining, here: _Here, place: str, one: WholeRow) -> None:
    plan = joining.making.plan
    try:
        row = joining.whole.checked(one.table, _with_names_of_here(joining, one))
    except BadInputError as fault:
        plan.leave_out(one, str(fault))
        return
    table, uid = joining.whole.table(one.table), _identity(one.table, row)
    if one.table == "profile" and row["key"] in OWN_FACTS:
        plan.counts["unanswered"] += 1
        return
    there = here.by_uid.get(uid)
    in_place = next((here.by_key[key] for key in natural_keys(table, row) if key in here.by_key), None)
    if one.table == "runs" and here.by_uid and there is None:
        plan.leave_out(one, _("Another exercise is under way here"))
    elif there is None and uid in joining.removed:
        plan.leave_out(one, _("It was removed here"))
    elif there is None and in_place is None:
        _take_in(joining, here, place, one, row)
    elif there is not None and says_the_same(table, row, there):
        plan.already(one)
    elif in_place is not None:
        joining.renamed[uid] = str(in_place.get("uid", uid))
        _beside(joining, place, one, row, in_place)
    else:
        _second(joining, here, place, one, row)


def _with_names_of_here(joining: _Joining, one: WholeRow) -> Row:
    """The row with the uids by which what it names is known here; what is nowhere is left out of it."""
    row = dict(one.values)
    for name, (_table, optional) in links(joining.whole.table(one.table)).items():
        value = row.get(name)
        if not isinstance(value, str):
            continue
        if value in joining.renamed:
            row[name] = joining.renamed[value]
        elif optional and value not in joining.known:
            row[name] = None
    for name in NAMING:
        value = row.get(name)
        if isinstance(value, str):
            for old, new in joining.renamed.items():
                value = value.replace(old, new) if old in value else value
            row[name] = value
    return row


def _take_in(joining: _Joining, here: _Here, place: str, one: WholeRow, row: Row) -> None:
    table = joining.whole.table(one.table)
    for name, (_to, optional) in links(table).items():
        if not optional and row[name] not in joining.known:
            joining.making.plan.leave_out(one, _("What it belongs to is not in the file"))
            return
    here.by_uid[_identity(one.table, row)] = row
    joining.known.add(_identity(one.table, row))
    for key in natural_keys(table, row):
        here.by_key[key] = row
    plan = joining.making.plan
    plan.rows.append((place, replace(one, values=row)))
    plan.counts["rows"] += 1
    plan.counts["entries"] += 1


def _second(joining: _Joining, here: _Here, place: str, one: WholeRow, row: Row) -> None:
    """An entry that was changed here or there since: both are kept, the one of the file under a new uid."""
    if "uid" not in row or place in joining.making.known.places:
        joining.making.plan.already(one)
        return
    fresh = row | {"uid": new_uid(joining.making.here.now)}
    table = joining.whole.table(one.table)
    if any(says_the_same(table, fresh, other) for other in here.by_uid.values()):
        joining.making.plan.already(one)
        return
    joining.making.plan.counts["conflicts"] += 1
    _take_in(joining, here, place, one, fresh)


def _beside(joining: _Joining, place: str, one: WholeRow, row: Row, there: Row) -> None:
    """There can be only one in this place: it stays, and what the other says otherwise becomes a note."""
    making = joining.making
    names = differing(joining.whole.table(one.table), row, there)
    said = [f"{name}: {row[name]}" for name in names if row[name] not in (None, "", "[]")]
    if not said:
        making.plan.already(one)
        return
    text = _("What the file of {program} says otherwise ({kind}):").format(
        program=making.here.program, kind=one.table
    )
    text = "\n".join([text, *said])[:MAX_TEXT]
    ordinal = row.get("day") or row.get("from_day")
    day = date.fromordinal(ordinal) if isinstance(ordinal, int) else making.here.today
    at = Instant(utc_ms=int(row.get("created_ms") or making.here.now.utc_ms), offset_min=0)
    key, where = (day.toordinal(), at.utc_ms // 60_000, text), f"{place}:beside"
    if key in making.known.notes or where in making.known.places or _kept_before(making, day, text):
        making.plan.already(one)
        return
    making.known.notes.add(key)
    note = Note(uid=new_uid(at), day=day, at=at, text=text, tags=(making.here.program,))
    making.add(where, note, "notes")
    making.plan.counts["conflicts"] += 1
    making.plan.counts["entries"] += 1


def _kept_before(making: Making, day: date, text: str) -> bool:
    return any(one_day == day.toordinal() and one == text for one_day, _at, one in making.known.notes)
