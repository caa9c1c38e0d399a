"""What does not fit is refused by the database itself: wrong types, values out of range, orphans (I4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import sqlcipher3.dbapi2 as dbapi
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import CheckConstraint, Column, Integer, Table, Text

from rewire_app.store.schema import ddl
from rewire_app.store.schema.lists import metadata
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import Vault, open_vault
from tests.reliability.full import fill
from tests.store import entries as make

BETWEEN = re.compile(r"^(\w+) BETWEEN (-?[\d.]+) AND (-?[\d.]+)$")
ONE_OF = re.compile(r"^(\w+) IN \((.*)\)$")
AT_LEAST = re.compile(r"^(\w+) >= (\d+)$")
LENGTH = re.compile(r"^length\((\w+)\) = (\d+)$")
ORDER = re.compile(r"^\w+ (?:>=|>|<=) \w+(?: AND \w+ (?:>=|<=) \w+)*$")
ONLY = "only = 1"


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """A full vault; every try at it is rolled back."""
    opened = open_vault(tmp_path_factory.mktemp("rules") / "profile")
    store = Store(opened)
    fill(store)
    store.many([make.pause(), make.intention(practice=store.practices.recent(1)[0].uid)])
    store.many([make.rating_dropped(3), make.skill_recall(4)])
    store.runs.save(make.saved_run())
    raw = opened.connection
    raw.execute("INSERT OR IGNORE INTO looks VALUES ('evening', 738000, 1, 2, NULL)")
    raw.execute("INSERT OR IGNORE INTO removed VALUES (?, 'days', 'd', 1)", ("0" * 32,))
    first, last = raw.execute("SELECT min(uid), max(uid) FROM moments").fetchone()
    raw.execute("UPDATE moments SET set_off_by = ? WHERE uid = ?", (first, last))
    yield opened
    assert opened.faults() == []
    opened.close()


TABLES = {table.name: table for table in metadata.sorted_tables}
COLUMNS = [(table, column) for table in TABLES.values() for column in table.columns]


def refused(raw: dbapi.Connection, table: Table, column: str, value: object) -> bool:
    """Whether the first row of `table` may not have `value` in `column`."""
    raw.execute("BEGIN")
    try:
        raw.execute(
            f'UPDATE {table.name} SET "{column}" = ? WHERE rowid = (SELECT min(rowid) FROM {table.name})',
            (value,),
        )
    except dbapi.Error:
        return True
    finally:
        raw.execute("ROLLBACK")
    return False


def wrong_type(column: Column[object]) -> st.SearchStrategy[object]:
    """Values of another kind than the column's."""
    if isinstance(column.type, Text):
        return st.binary(max_size=9)
    other = st.sampled_from(["abc", "1x", "", "0x10", "ten"]) | st.binary(max_size=9)
    return other | st.floats(0.01, 0.99) if isinstance(column.type, Integer) else other


def outside(rule: str) -> tuple[str, st.SearchStrategy[object]] | None:
    """The column of a rule and values that break it; None for rules about several columns."""
    if found := BETWEEN.match(rule):
        name, low, high = found.group(1), float(found.group(2)), float(found.group(3))
        lower = st.integers(-(2**63), int(low) - 1)
        return name, lower | st.integers(int(high) + 1, 2**63 - 1)
    if found := ONE_OF.match(rule):
        choices = found.group(2)
        allowed = set(re.findall(r"'([^']*)'" if "'" in choices else r"\d+", choices))
        values = (
            st.text(alphabet="abcdefg 'A", max_size=9) if "'" in rule else st.integers(-(2**63), 2**63 - 1)
        )
        return found.group(1), values.filter(lambda value: str(value) not in allowed)
    if found := AT_LEAST.match(rule):
        return found.group(1), st.integers(-(2**63), int(found.group(2)) - 1)
    if found := LENGTH.match(rule):
        wanted = int(found.group(2))
        return found.group(1), st.text(alphabet="0af", max_size=80).filter(lambda t: len(t) != wanted)
    return ("only", st.integers(2, 9)) if rule == ONLY else None


RULES = [
    (table, str(rule.sqltext).replace('"', ""))
    for table in TABLES.values()
    for rule in table.constraints
    if isinstance(rule, CheckConstraint)
]
REFERENCES = [(table, column) for table, column in COLUMNS if column.foreign_keys]
quietly = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None)
often = settings(quietly, max_examples=400)


def test_there_is_a_row_to_try_in_every_table(vault: Vault) -> None:
    counted = {
        name: vault.connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in TABLES
    }
    assert [name for name, rows in counted.items() if not rows] == []


def test_every_rule_is_one_that_is_tried(vault: Vault) -> None:
    assert [rule for _table, rule in RULES if outside(rule) is None and not ORDER.match(rule)] == []


@often
@given(data=st.data())
def test_no_column_takes_a_value_of_another_kind(vault: Vault, data: st.DataObject) -> None:
    table, column = data.draw(st.sampled_from(COLUMNS), label="column")
    assert refused(vault.connection, table, column.name, data.draw(wrong_type(column)))


@often
@given(data=st.data())
def test_no_value_outside_its_rule_is_taken(vault: Vault, data: st.DataObject) -> None:
    table, rule = data.draw(st.sampled_from([one for one in RULES if outside(one[1])]), label="rule")
    found = outside(rule)
    assert found is not None
    assert refused(vault.connection, table, found[0], data.draw(found[1]))


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("nights", "up_ms", 0),
        ("pauses", "to_day", 1),
        ("marks", "to_day", 1),
        ("highlights", "end_char", -1),
        ("own_measures", "high", -(10**9)),
        ("experiments", "stopped_day", 1),
        ("experiments", "opened_day", 1),
        ("looks", "since", 3_652_059),
    ],
)
def test_nothing_ends_before_it_begins(vault: Vault, table: str, column: str, value: int) -> None:
    assert refused(vault.connection, TABLES[table], column, value)


@pytest.mark.parametrize("place", REFERENCES, ids=lambda place: f"{place[0].name}.{place[1].name}")
def test_nothing_points_to_what_is_not_there(vault: Vault, place: tuple[Table, Column[object]]) -> None:
    table, column = place
    assert refused(vault.connection, table, column.name, "f" * 32)
    target = next(iter(column.foreign_keys)).column
    query = f'DELETE FROM {target.table.name} WHERE uid IN (SELECT "{column.name}" FROM {table.name})'
    vault.connection.execute("BEGIN")
    try:
        with pytest.raises(dbapi.IntegrityError):
            vault.connection.execute(query)
    finally:
        vault.connection.execute("ROLLBACK")


@pytest.mark.parametrize("name", sorted(TABLES))
def test_what_has_to_be_there_may_not_be_left_out(vault: Vault, name: str) -> None:
    needed = [column.name for column in TABLES[name].columns if not column.nullable]
    assert [column for column in needed if not refused(vault.connection, TABLES[name], column, None)] == []


CHECK = re.compile(r"CONSTRAINT \w+ CHECK \((?:[^()]|\([^()]*\))*\)")


@pytest.mark.parametrize(
    ("part", "column", "value"),
    [(re.compile(" STRICT"), "week", 5.5), (CHECK, "side", 9)],
    ids=["types", "rules"],
)
def test_tables_without_types_or_rules_take_what_does_not_fit(
    part: re.Pattern[str], column: str, value: float
) -> None:
    row = "INSERT INTO looks VALUES ('evening', 738000, 1, 2, NULL)"
    for spoilt in (False, True):
        raw = dbapi.connect(":memory:", isolation_level=None)
        for statement in ddl.statements():
            raw.execute(
                part.sub(" " if part is not CHECK else "CHECK (1)", statement) if spoilt else statement
            )
        raw.execute(row)
        assert refused(raw, TABLES["looks"], column, value) is not spoilt
