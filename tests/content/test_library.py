"""Content is read strictly, when it is needed, and a fault names file, field and reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rewire_app import paths
from rewire_app.content.library import Library
from rewire_app.domain.crisis import LineGrade
from rewire_app.domain.exercise.exercise import Breathe, Gate, Pick, Rate, Say, Scale
from rewire_app.errors import ContentError
from tests.content.small_content import content, spoil


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return content(tmp_path)


def test_an_exercise_file_becomes_an_exercise(root: Path) -> None:
    found = Library(root=root).exercise("t-small")
    assert (found.title, found.minutes, found.gate) == ("Small", (1, 2), Gate.NONE)
    assert [type(step) for step in found.steps] == [Pick, Say, Breathe, Rate]
    assert found.evidence.refs == ("linehan2015",)


def test_measures_articles_and_lines_are_read(root: Path) -> None:
    library = Library(root=root)
    assert library.measure("distress").scale is Scale.TEN
    assert library.article("L01").reviewed == date(2026, 11, 22)
    country = library.crisis().country("nl")
    assert country is not None
    assert country.lines[0].certainty is LineGrade.HIGH
    assert library.crisis().country("ZZ") is None


def test_a_file_nobody_asked_for_is_not_read(root: Path) -> None:
    (root / "exercises" / "t-other.toml").write_text("not toml at all", "utf-8")
    library = Library(root=root)
    assert library.exercise_ids() == ("t-other", "t-small")
    assert library.exercise("t-small").id == "t-small"


def test_an_exercise_without_a_rating_has_no_measure(root: Path) -> None:
    library = Library(root=root)
    spoil(root / "exercises" / "t-small.toml", 'measure = "distress"', 'measure = "none"')
    assert library.measure_of(library.exercise("t-small")) is None


@pytest.mark.parametrize(
    ("old", "new", "field", "reason"),
    [
        ('id = "t-small"', 'id = "t-big"', "id", "but the file is named"),
        ("version = 1", 'version = "1"', "version", "whole number"),
        ("version = 1", "version = true", "version", "whole number"),
        ('title = "Small"', "", "title", "missing"),
        ('title = "Small"', 'title = " "', "title", "empty"),
        ('title = "Small"', 'titel = "Small"', "title", "missing"),
        ('gate = "none"', 'gate = "none"\ncolour = "red"', "colour", "no such field"),
        ('gate = "none"', 'gate = "maybe"', "gate", "use one of: none, notice, confirm, help-first"),
        ('targets = ["brake"]', "targets = []", "targets", "at least one"),
        ('targets = ["brake"]', 'targets = ["brake", "brake"]', "targets", "twice"),
        ('needs = ["calm"]', 'needs = "calm"', "needs", "square brackets"),
        ("minutes = [1, 2]", "minutes = [2, 1]", "minutes", "must not be larger"),
        ("minutes = [1, 2]", "minutes = [1]", "minutes", "two whole numbers"),
        ('refs = ["linehan2015"]', "refs = []", "evidence.refs", "at least 1"),
        ('grade = "C"', 'grade = "E"', "evidence.grade", "use one of: A, B, C, D"),
        ('kind = "pick"', 'kind = "choose"', "steps 1.kind", "not known"),
        ('save = "hue"', 'save = ""', "steps 1.save", "empty"),
        ("max = 1", "max = 0", "steps 1.max", "from 1 to 40"),
        ('options = ["Red", "Blue"]', 'options = ["Red"]', "steps 1.options", "at least 2"),
        ('options = ["Red", "Blue"]', 'options = ["Red", 2]', "steps 1.options", "each entry"),
        ('options = ["Red", "Blue"]', "", "steps 1.options", "use options, options_from or both"),
        ('op = "eq"', 'op = "is"', "steps 2.when 1.op", "use one of: eq"),
        ('var = "hue", ', "", "steps 2.when 1.var", "missing"),
        ("in = 4", "in = 40", "steps 3.in", "from 1 to 10"),
        ("rounds = 6", "", "steps 3.rounds", "missing"),
        ("rounds = 6", 'rounds = 6\npace_from = "hue"', "steps 3.paces", "belong together"),
        ('lo = "not at all"', "lo = 0", "steps 4.lo", "text in quotes"),
        ('hi = "fully"', 'hi = "fully"\nend = true', "steps 4.end", "no such field"),
        ('hi = "fully"', 'hi = "fully"\nscale = "5"', "steps 4.scale", "use one of: 0-10, percent"),
        ("version = 1", "version = ", "file", "not valid TOML"),
        ("[[steps]]", "[[steps]]\nkind = 'repeat'\n[[steps]]", "steps 1.steps", "no step to repeat"),
    ],
)
def test_a_fault_in_an_exercise_names_field_and_reason(
    root: Path, old: str, new: str, field: str, reason: str
) -> None:
    spoil(root / "exercises" / "t-small.toml", old, new)
    with pytest.raises(ContentError) as caught:
        Library(root=root).exercise("t-small")
    assert (caught.value.file, caught.value.field) == ("t-small.toml", field)
    assert reason in caught.value.reason


REPEAT = """
[[steps]]
kind = "repeat"
{fields}
[[steps.steps]]
kind = "say"
text = "Again."
"""


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ("", "steps 5.repeat", "exactly one"),
        ("times = 2\neach = 'hue'", "steps 5.repeat", "exactly one"),
        ("times = 2\nby = 'hue'", "steps 5.by", "there are none"),
        ("until = [{var = 'hue', op = 'eq', value = 'Red'}]", "steps 5.max", "missing"),
        ("sets = [{option = 'Red', items = []}]", "steps 5.sets 1.items", "at least one"),
        ("sets = [{option = 'Red', items = [3]}]", "steps 5.sets 1.items", "a text or a table"),
    ],
)
def test_a_repeat_has_exactly_one_way_to_repeat(root: Path, fields: str, field: str, reason: str) -> None:
    path = root / "exercises" / "t-small.toml"
    path.write_text(path.read_text("utf-8") + REPEAT.replace("{fields}", fields), "utf-8")
    with pytest.raises(ContentError) as caught:
        Library(root=root).exercise("t-small")
    assert caught.value.field == field
    assert reason in caught.value.reason


LIST = """
[[steps]]
kind = "list"
save = "doors"
text = "Which doors are there?"
min = {least}
max = 2
columns = [{columns}]
"""


@pytest.mark.parametrize(
    ("least", "columns", "field", "reason"),
    [
        (3, 1, "steps 5.min", "must not be larger than max"),
        (1, 0, "steps 5.columns", "1 to 3 columns"),
        (1, 4, "steps 5.columns", "1 to 3 columns"),
    ],
)
def test_a_list_has_no_more_rows_and_columns_than_it_may(
    root: Path, least: int, columns: int, field: str, reason: str
) -> None:
    path = root / "exercises" / "t-small.toml"
    named = ", ".join(f"{{name = 'c{number}'}}" for number in range(columns))
    step = LIST.replace("{least}", str(least)).replace("{columns}", named)
    path.write_text(path.read_text("utf-8") + step, "utf-8")
    with pytest.raises(ContentError) as caught:
        Library(root=root).exercise("t-small")
    assert caught.value.field == field
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    ("old", "new", "field", "reason"),
    [
        ("+++\nid", "id", "front matter", "+++"),
        ("reviewed = 2026-11-22", 'reviewed = "2026-11-22"', "reviewed", "without quotes"),
        ('sources = ["lambert2013"]', "sources = [2013]", "sources", "each entry"),
        ('grade = "B"', "", "evidence.grade", "missing"),
    ],
)
def test_a_fault_in_an_article_names_field_and_reason(
    root: Path, old: str, new: str, field: str, reason: str
) -> None:
    spoil(root / "articles" / "L01.md", old, new)
    with pytest.raises(ContentError) as caught:
        Library(root=root).article("L01")
    assert (caught.value.file, caught.value.field) == ("L01.md", field)
    assert reason in caught.value.reason


def test_an_article_without_text_is_a_fault(root: Path) -> None:
    path = root / "articles" / "L01.md"
    path.write_text(path.read_text("utf-8").rsplit("+++", 1)[0] + "+++\n", "utf-8")
    with pytest.raises(ContentError) as caught:
        Library(root=root).article("L01")
    assert caught.value.field == "body"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("checked = 2026-11-22", 'checked = "lately"', "checked"),
        ('iso = "NL"', 'iso = "nl"', "countries 1.iso"),
        ('certainty = "H"', 'certainty = "L"', "countries 1.lines 1.certainty"),
        ('contact = "0800 0113"', "", "countries 1.lines 1.contact"),
    ],
)
def test_a_fault_in_the_crisis_lines_names_its_place(root: Path, old: str, new: str, field: str) -> None:
    spoil(root / "crisis.toml", old, new)
    with pytest.raises(ContentError) as caught:
        Library(root=root).crisis()
    assert (caught.value.file, caught.value.field) == ("crisis.toml", field)


def test_a_missing_file_is_named(root: Path) -> None:
    (root / "measures" / "distress.toml").unlink()
    with pytest.raises(ContentError) as caught:
        Library(root=root).measure("distress")
    assert (caught.value.file, caught.value.reason) == ("distress.toml", "it is missing")


def test_a_file_that_is_no_text_is_named(root: Path) -> None:
    (root / "measures" / "distress.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ContentError) as caught:
        Library(root=root).measure("distress")
    assert "UTF-8" in caught.value.reason


@pytest.mark.parametrize("name", ["../crisis", "a/b", "", "d-stop.toml"])
def test_an_id_never_leaves_its_folder(root: Path, name: str) -> None:
    with pytest.raises(ContentError) as caught:
        Library(root=root).exercise(name)
    assert caught.value.field == "id"


def test_an_empty_folder_is_a_fault(root: Path) -> None:
    (root / "articles" / "L01.md").unlink()
    with pytest.raises(ContentError) as caught:
        Library(root=root).articles()
    assert caught.value.file == "articles"


def test_an_article_asks_two_questions(root: Path) -> None:
    file = root / "articles" / "L01.md"
    _first, second = Library(root=root).article("L01").questions
    assert second == "What will you do?"
    spoil(file, f', "{second}"', "")
    with pytest.raises(ContentError, match="exactly 2, not 1"):
        Library(root=root).article("L01")


def test_what_is_bundled_is_read_once_however_often_notes_are_opened() -> None:
    first, second = Library(), Library()
    for exercise in first.exercises():
        assert second.exercise(exercise.id) is exercise
    assert second.crisis() is first.crisis()


def test_a_bundled_file_that_is_another_now_is_read_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "content_file", lambda name, _language="": root / name)
    assert Library().exercise("t-small").title == "Small"
    spoil(root / "exercises" / "t-small.toml", 'title = "Small"', 'title = "Smaller"')
    assert Library().exercise("t-small").title == "Smaller"


def test_a_folder_that_is_named_is_read_anew(root: Path) -> None:
    assert Library(root=root).exercise("t-small") is not Library(root=root).exercise("t-small")
