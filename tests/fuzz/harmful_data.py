"""What is in files made to do harm: texts, trees of JSON and XML, and databases."""

from __future__ import annotations

import base64
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.fuzz.mutations import LONG

_NUMBER = re.compile(rb"\d+(?:\.\d+)?")
FORMULAS = ('=HYPERLINK("http://example.invalid","x")', "=cmd|' /C calc'!A0", "@SUM(A1:A9)", "+1+1", "-2+3")
HEALTH = '<HealthData locale="en"><ExportDate value="2026-11-20 08:00:00 +0100"/>{body}</HealthData>'
RECORD = (
    '<Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="{name}" '
    'startDate="2026-11-19 23:00:00 +0100" endDate="2026-11-20 07:00:00 +0100" '
    'value="HKCategoryValueSleepAnalysisAsleep"/>'
)
PLIST = '<plist version="1.0"><dict><key>Entry Text</key><string>{body}</string></dict></plist>'

BEGUN: dict[str, tuple[bytes, bytes]] = {
    "an export of Rewire": (
        b'{"format": "rewire-export", "version": 1, "entries": {"notes": [',
        b'{"uid":"","text":"a"},',
    ),
    "Apple Health": (b"<HealthData>", RECORD.format(name="a").encode()),
    "Apple Health with depth": (b"<HealthData>", b"<Record>"),
    "Apple Health with one long word": (b'<HealthData><Record type="', b"a"),
    "Day One": (b'{"metadata":{"version":"1.0"},"entries":[', b'{"uuid":"A","text":"a"},'),
    "Fitbit": (b"[", b'{"logId":1,"dateOfSleep":"2026-11-20","startTime":"2026-11-19T23:00:00.000"},'),
    "jrnl": (b"[2026-11-20 10:00] A title.\n", b"words and words\n"),
    "Daylio's backup": (base64.b64encode(b'{"version":15,"dayEntries":['), base64.b64encode(b'{"a":1},[1],')),
    "Daylio": (b"full_date,time,mood,activities\n", b"2026-11-20,21:05,good,a\n"),
    "Daylio with words that cannot be read": (b"full_date,time,mood,activities\n", b"x,21:05,good,a\n"),
    "Daylio with all moods other": (
        b"full_date,time,mood,activities\n",
        b"2026-11-20,21:05,,a | b | c | d\n",
    ),
}
"""How a file of each begins, and what it goes on with."""


DAYLIO = "full_date,time,mood,activities,note\n"
BULL = "HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\n"
JUST_UNDER: dict[str, tuple[str, str, int]] = {
    "empty lines": ("", "\n", 999_000),
    "lines of one letter": ("", "a\n", 999_000),
    "rows of Daylio": (DAYLIO, "2026-11-20,{m},good,a | b,words {n}\n", 73_000),
    "rows of Daylio with long words": (
        DAYLIO,
        f"2026-11-20,{{m}},good,a | b,{{n}} {'words ' * 60}\n",
        73_000,
    ),
    "rows of Daylio with wide words": (DAYLIO, f"2026-11-20,{{m}},good,a | b,{{n}} {'🙂' * 70}\n", 73_000),
    "rows of Daylio, each mood another": (DAYLIO, "2026-11-20,{m},m{n},a{n} | b{n},\n", 21_000),
    "rows of Daylio, each activity another": (
        DAYLIO,
        f"2026-11-20,{{m}},m,{' | '.join(f'a{{n}}{c}' for c in 'abcdefghijklmnopqrst')},\n",
        8_000,
    ),
    "rows of Daylio that stay out": (DAYLIO, "2026-13-20,{m},good,a | b,words {n}\n", 149_000),
    "rows of HabitBull": (BULL, "Run,,,11/20/2026,3.5,words {n}\n", 74_000),
    "rows of HabitBull, each habit another": (BULL, "Run {n},,,11/20/2026,3.5,\n", 37_000),
    "rows of Track & Graph": (
        "FeatureName,Timestamp,Value,Label,Note\n",
        "Tea,2026-11-20T{m}:00Z,2.0,,words {n}\n",
        74_000,
    ),
    "rows of any table": ("Date,Note,Coffee\n", "2026-11-20,words {n},{n}\n", 49_000),
    "rows of any table with 200 amounts": (
        "Date," + ",".join(f"c{n}" for n in range(199)) + "\n",
        "2026-11-20" + ",1" * 199 + "\n",
        1_000,
    ),
    "entries of jrnl": ("", "[2026-11-20 {m}] words {n}\n", 74_000),
}
"""Nearly as many rows as are taken in: the head, a row, and how many."""


def with_number(content: bytes, number: str) -> bytes:
    """The same with `number` for each number; in base64 too."""
    inner = base64.b64decode(content) if content[:4] == b"eyJ2" else None
    if inner is not None:
        return base64.b64encode(_NUMBER.sub(number.encode(), inner))
    return _NUMBER.sub(number.encode(), content, count=40)


def with_formulas(content: bytes) -> bytes:
    """The same with a formula for each cell that has no digit, but for the first line."""
    first, end, rest = content.partition(b"\n")
    turns = iter(range(1 << 30))
    changed = re.sub(
        rb'(?<=[,;\t])[^,;\t"\r\n0-9]+(?=[,;\t\r\n])',
        lambda _found: b'"' + FORMULAS[next(turns) % len(FORMULAS)].replace('"', '""').encode() + b'"',
        rest,
    )
    return first + end + changed


def texts() -> dict[str, bytes]:
    """Small texts that do harm to who takes them as they stand."""
    return {name: text.encode("utf-8", "surrogatepass") for name, text in _texts().items()}


def _texts() -> dict[str, str]:
    deep = 100_000
    return {
        "deep JSON": "[" * deep + "]" * deep,
        "deep JSON of objects": '{"a":' * deep + "1" + "}" * deep,
        "deep JSON like an export of Rewire": (
            '{"format": "rewire-export", "version": 1, "entries": {"notes": ' + "[" * deep + "]" * deep + "}}"
        ),
        "JSON with NaN": '{"format": "rewire-export", "version": NaN, "entries": {"notes": [NaN, Infinity]}}',
        "JSON with 50,000 digits": f'{{"format": "rewire-export", "version": {LONG}, "entries": {{}}}}',
        "JSON with 1e400": '{"format": "rewire-export", "version": 1e400, "entries": {"notes": [1e400]}}',
        "half a letter": '{"format":"rewire-export","version":1,"entries":{"\\ud800":[{"\\udfff":1}]}}',
        "JSON lines without an end": '{"entries":[' + '{"text":"a"},' * 1_000,
        "Day One with NaN": '{"metadata":{"version":"1"},"entries":[{"uuid":"A","text":NaN,"tags":[1e400]}]}',
        "Fitbit with 1e400": '[{"logId":1e400,"dateOfSleep":"2026-11-20","duration":1e400,"levels":[]}]',
        "an entity bomb": _entities(HEALTH.format(body="&i;"), "HealthData"),
        "an entity bomb in a property list": _entities(PLIST.format(body="&i;"), "plist"),
        "an entity of another file": (
            '<?xml version="1.0"?><!DOCTYPE HealthData [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
            + HEALTH.format(body=RECORD.format(name="&a;"))
        ),
        "a document type of another place": (
            '<?xml version="1.0"?><!DOCTYPE HealthData SYSTEM "http://example.invalid/a.dtd">'
            + HEALTH.format(body=RECORD.format(name="a"))
        ),
        "an entity that is long and named often": (
            f'<?xml version="1.0"?><!DOCTYPE HealthData [<!ENTITY a "{"x" * 100_000}">]>'
            + HEALTH.format(body="&a;" * 20_000)
        ),
        "deep XML": HEALTH.format(body="<a>" * deep + "</a>" * deep),
        "XML with very many attributes": HEALTH.format(
            body="<Record " + " ".join(f'a{n}="1"' for n in range(50_000)) + "/>"
        ),
        "XML that ends early": HEALTH.format(body=RECORD.format(name="a"))[:-5],
        "aliases in a day book": "1:\n  text: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"  k{n}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)),
        "an object in a day book": "1:\n  text: !!python/object/apply:os.system ['touch /tmp/harm']\n",
        "deep lists in a day book": "1: " + "[" * 20_000 + "]" * 20_000,
        "deep mappings in a day book": "1: " + "{a: " * 5_000 + "1" + "}" * 5_000,
        "very many marks": "full_date,time,mood,activities,note\n2026-11-20,21:05,good,a," + "<li " * 200_000,
        "quotes that nobody doubled": "full_date,time,mood,activities,note\n"
        + '2026-11-20,21:05,"good,"a\n' * 5_000,
        "a header of 100,000 columns": ",".join(f"c{n}" for n in range(100_000)) + "\n2026-11-20,1\n",
        "a header of one name 50,000 times": ",".join(["date"] * 50_000) + "\n2026-11-20,1\n",
        "a table with formulas": "Date,Note,Coffee\n"
        + "".join(
            f'2026-11-{n:02},"{one.replace(chr(34), chr(34) * 2)}",{one[:3]}\n'
            for n, one in enumerate(FORMULAS, 1)
        ),
        "a table of numbers without an end": f"Date,A,B\n2026-11-20,{LONG},1e400\n2026-11-19,1e308,-1e308\n",
        "a table of one million blanks": "Date,A\n2026-11-20," + " " * 999_000 + "x\n",
        "clocks that go on": "full_date,time,mood,activities\n" + "2026-11-20,1:1" + "1" * 200_000 + ",a,b\n",
        "days that go on": "Date,A\n" + "1/" * 200_000 + ",2\n",
        "marks of bidirectional words": "Date,Note\n2026-11-20,\u202e\u2066\u2028\u0085\x1b[31m\n",
        "zeros between letters": "full_date,time,mood,activities,note\n2026-11-20,21:05,go\0od,a\0,b\0c\n",
        "headings of a diary, of 9s": f"[{LONG}-11-20 10:00] a\n[2026-99-99 99:99] b\n2026-11-20 10:00 c\n"
        * 3,
    }


def _entities(body: str, root: str) -> str:
    levels = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8))
    return f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY a "aaaaaaaaaa">{levels}]>{body}'


# databases

TABLES = """
CREATE TABLE Habits(id INTEGER PRIMARY KEY, name TEXT, type INTEGER, unit TEXT);
CREATE TABLE Repetitions(id INTEGER PRIMARY KEY, habit, timestamp, value, notes);
INSERT INTO Habits VALUES(1, 'Read', 0, '');
INSERT INTO Repetitions VALUES(1, 1, 1795132800000, 2, '');
"""
ENDLESS = """
CREATE TABLE Habits(id INTEGER PRIMARY KEY, name TEXT, type INTEGER, unit TEXT);
CREATE VIEW Repetitions AS WITH RECURSIVE n(habit, timestamp, value, notes) AS
    (SELECT 1, 0, 2, '' UNION ALL SELECT habit, timestamp + 1, value, notes FROM n) SELECT * FROM n;
"""
TRIGGERS = (
    TABLES
    + """
CREATE TRIGGER a AFTER INSERT ON Repetitions BEGIN DELETE FROM Habits; END;
CREATE TRIGGER b INSTEAD OF UPDATE ON v BEGIN SELECT load_extension('/tmp/harm.so'); END;
"""
)
WORKED_OUT = """
CREATE TABLE Habits(id INTEGER PRIMARY KEY, name TEXT AS (hex(zeroblob(400000000))), type INTEGER);
CREATE TABLE Repetitions(habit INTEGER, timestamp AS (length(hex(zeroblob(400000000)))), value);
INSERT INTO Repetitions(habit) VALUES(1);
"""


def _made(script: str, *more: tuple[str, tuple[object, ...]]) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with closing(sqlite3.connect(path)) as made:
            made.executescript(script)
            for sentence, values in more:
                made.execute(sentence, values)
            made.commit()

    return make


def _columns(path: Path) -> None:
    names = ", ".join(f"c{n}" for n in range(1_900))
    _made(f"CREATE TABLE Habits(id, name, {names}); CREATE TABLE Repetitions(habit, timestamp, {names});")(
        path
    )


def _very_many_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as made:
        made.executescript(TABLES)
        for number in range(20_000):
            made.execute(f"CREATE TABLE t{number}(a)")
        made.commit()


def _rows(path: Path) -> None:
    """Two million days."""
    with closing(sqlite3.connect(path)) as made:
        made.executescript(TABLES)
        made.execute(
            "WITH RECURSIVE n(a) AS (SELECT 2 UNION ALL SELECT a + 1 FROM n WHERE a < 2000000) "
            "INSERT INTO Repetitions SELECT a, 1, 1795132800000 - a * 86400000, 2, 'some words' FROM n"
        )
        made.commit()


def _large_words(path: Path) -> None:
    """Two thousand notes of 100 kB."""
    with closing(sqlite3.connect(path)) as made:
        made.executescript(TABLES)
        for number in range(2, 2_000):
            values = (number, 1795132800000 - number * 86_400_000, "x" * 100_000)
            made.execute("INSERT INTO Repetitions VALUES(?, 1, ?, 2, ?)", values)
        made.commit()


def _in_circles(path: Path) -> None:
    """Pages that name each other."""
    _made("PRAGMA page_size = 512;" + TABLES)(path)
    with closing(sqlite3.connect(path)) as made:
        for number in range(2, 2_000):
            made.execute("INSERT INTO Repetitions VALUES(?, 1, ?, 2, 'words')", (number, number * 86_400_000))
        made.commit()
    whole = bytearray(path.read_bytes())
    for page in range(512, len(whole), 512):
        if whole[page] == 5:  # an inner page: every child of it is the page of days itself
            for at in range(page + 8, page + 12):
                whole[at] = 0
            whole[page + 11] = page // 512 + 1
    path.write_bytes(whole)


def _log_beside(path: Path) -> None:
    _made(TABLES)(path)
    path.with_name(path.name + "-wal").write_bytes(b"\x37\x7f\x06\x82" + b"\xff" * 100_000)
    path.with_name(path.name + "-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\xff" * 5_000)


def _in_log_mode(path: Path) -> None:
    _made("PRAGMA journal_mode = WAL;" + TABLES)(path)


def _nonsense(path: Path) -> None:
    _made(TABLES)(path)
    whole = bytearray(path.read_bytes())
    whole[200:] = bytes(n * 167 % 251 for n in range(len(whole) - 200))
    path.write_bytes(whole)


def _head_alone(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4_080)


DATABASES: dict[str, tuple[Callable[[Path], None], bool]] = {
    "a database with an endless view for a table": (_made(ENDLESS), False),
    "a database with triggers": (
        _made(
            TABLES
            + TRIGGERS.removeprefix(TABLES).replace(
                "CREATE TRIGGER b INSTEAD", "CREATE VIEW v AS SELECT 1 AS a; CREATE TRIGGER b INSTEAD"
            )
        ),
        True,
    ),
    "a database with columns that are worked out": (_made(WORKED_OUT), False),
    "a database with a blob of 200 MB": (
        _made(TABLES, ("UPDATE Repetitions SET notes = zeroblob(200000000)", ())),
        False,
    ),
    "a database with a name of 100 MB": (
        _made(TABLES, ("UPDATE Habits SET name = CAST(zeroblob(100000000) AS TEXT)", ())),
        False,
    ),
    "a database with 1,900 columns": (_columns, False),
    "a database with 20,000 tables": (_very_many_tables, False),
    "a database with two million days": (_rows, False),
    "a database with 200 MB of words": (_large_words, False),
    "a database whose pages go in circles": (_in_circles, True),
    "a database with logs beside it": (_log_beside, True),
    "a database in log mode": (_in_log_mode, True),
    "a database of nonsense": (_nonsense, True),
    "a database that is a head alone": (_head_alone, True),
    "a database with numbers without an end": (
        _made(TABLES, ("UPDATE Repetitions SET timestamp = 9e999, value = -9e999", ())),
        False,
    ),
    "a database with words for numbers": (
        _made(TABLES, ("UPDATE Repetitions SET timestamp = ?, habit = x'00', value = ?", (LONG, LONG))),
        True,
    ),
}
