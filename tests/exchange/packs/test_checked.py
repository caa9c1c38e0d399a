"""What a pack may hold, and what is told of one that cannot be kept: file, line and reason."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from rewire_app.exchange.packs.checked import LookedAtPack, check_files, look_at_pack
from rewire_app.exchange.packs.zipped import PackFiles, read_zip
from tests.exchange.packs.small_pack import ARTICLE, EXERCISE, FILES, packed, spoiled

LAMP, EVENINGS = "exercises/lamp.toml", "articles/evenings.md"


def checked(files: Mapping[str, str]) -> LookedAtPack:
    return check_files(PackFiles(texts=files, hash="0" * 64), "a.rewire-pack")


def told(files: Mapping[str, str]) -> list[str]:
    return [str(fault) for fault in checked(files).faults]


def line_of(text: str, words: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), start=1) if words in line)


def test_a_sound_pack_is_looked_at_in_a_process_of_its_own(tmp_path: Path) -> None:
    looked = look_at_pack(packed(tmp_path / "a.rewire-pack"))
    assert looked.faults == ()
    assert looked.head is not None
    assert (looked.head.name, looked.head.author, looked.head.version) == ("Evenings", "A. Ortiz", "1")
    assert dict(looked.texts) == dict(FILES)
    assert any("How sure are we?" in str(hint) for hint in looked.hints)


def test_a_folder_in_which_one_is_written_is_checked_too(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert look_at_pack(tmp_path).faults == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (LAMP, 'gate = "notice"', 'gate = "none"', "gate: the risk 'inward' needs the gate \"notice\""),
        (LAMP, '["inward"]', '["cold"]', "gate: the risk 'cold' needs the gate \"confirm\""),
        (LAMP, "Keep your eyes open. ", "", "cautions: nothing is said about 'inward'"),
        (LAMP, 'glyph = "own"', 'glyph = "../../x"', "glyph: there is no picture"),
        (LAMP, 'measure = "distress"', 'measure = "mine"', "measure: there is no measure 'mine'"),
        (LAMP, 'link = "lamp-again"', 'link = "gone"', "steps 2.link: there is no 'gone'"),
        (LAMP, "Turn the lamp in", "Picture the trauma in", "belongs beside a therapist"),
        (LAMP, "Turn one lamp", "EMDR with one lamp", "belongs beside a therapist"),
        (LAMP, "Do it once", "Stop taking your pills", "medicine is for a prescriber"),
        (LAMP, "version = 1", "version = 0x" + "f" * 50_000, "at most nine digits"),
        (LAMP, "version = 1", "version = " + "1" * 50_000, "too many digits"),
        (LAMP, "version = 1", "version = " + "[" * 20_000, "brackets inside one another"),
        (LAMP, "version = 1", "version = 1\n" + "a." * 30_000 + "a = 1", "brackets inside one another"),
        (LAMP, "The lamp first", "x" * 90, "title: 90 characters; 80 are the most"),
        (LAMP, 'id = "lamp"', 'id = "other"', "id: it is 'other', but the file is named 'lamp'"),
        (EVENINGS, 'id = "evenings"', 'id = "other"', "id: it is 'other', but the file is named 'evenings'"),
        (EVENINGS, "Why evenings", "+++ " + "x" * 90, "80 letters without a blank are the most"),
        (LAMP, '["Kitchen", ', "[" + ", ".join(f'"{n}"' for n in range(101)) + ", ", "102 entries; 100 are"),
        (LAMP, "Turn one", "T" * 120, "80 letters without a blank are the most"),
        (EVENINGS, "Evenings are loud", "<b>Evenings</b> are loud", "HTML is not shown"),
        (EVENINGS, "Evenings are loud", "![x](https://example.org/x.png) Loud", "no pictures"),
        (EVENINGS, "(https://example.org/lamps)", "(mailto:me@example.org)", "a link leads to article:ID"),
        (EVENINGS, "(https://example.org/lamps)", "(other.html)", "a link leads to article:ID"),
        (EVENINGS, "(article:L03)", "(article:L999)", "article:L999 leads nowhere"),
        (EVENINGS, "{exercise: lamp}", "{exercise: gone}", "exercise:gone leads nowhere"),
        ("pack.toml", 'version = "1"', 'version = "new"', "version: it must be numbers"),
        ("pack.toml", 'name = "Evenings"', 'name = "Even\\nings"', "name: it must be one line"),
        ("pack.toml", 'author = "A. Ortiz"', "", "author: it is missing"),
        (
            "pack.toml",
            'author = "A. Ortiz"',
            'author = "A. Ortiz"\nhome = "x"',
            "home: there is no such field",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_file(file: str, old: str, new: str, said: str) -> None:
    faults = told(spoiled(file, old, new))
    assert any(fault.startswith(file) and said in fault for fault in faults), faults


def test_the_line_is_that_of_the_file(tmp_path: Path) -> None:
    [fault] = checked(spoiled(LAMP, 'link = "lamp-again"', 'link = "gone"')).faults
    assert (fault.file, fault.line) == (LAMP, line_of(EXERCISE, "link ="))
    [fault] = checked(spoiled(EVENINGS, "## What goes", "<i>x</i>\n\n## What goes")).faults
    assert (fault.file, fault.line) == (EVENINGS, line_of(ARTICLE, "## What goes"))


@pytest.mark.parametrize("taken", ["b-paced", "own-lamp", "pack-lamp", "help"])
def test_an_id_never_takes_the_place_of_what_rewire_has(taken: str) -> None:
    files = {
        "pack.toml": FILES["pack.toml"],
        f"exercises/{taken}.toml": EXERCISE.replace('"lamp"', f'"{taken}"'),
    }
    files[EVENINGS] = ARTICLE.replace('"lamp"', f'"{taken}"').replace("lamp}", f"{taken}}}")
    assert any("choose another id" in fault for fault in told(files))


def test_a_caution_in_another_language_is_asked_for_and_not_read() -> None:
    german = spoiled("pack.toml", '"en"', '"de"')
    warned = 'cautions = "Vorsicht bei Psychosen."'
    start = EXERCISE.index("cautions = ")
    german[LAMP] = EXERCISE[:start] + warned + EXERCISE[EXERCISE.index("\nreal_life") :]
    assert told(german) == []
    german[LAMP] = german[LAMP].replace(warned, 'cautions = ""')
    assert any("cautions: " in fault for fault in told(german))


def test_letters_that_turn_others_around_are_refused(tmp_path: Path) -> None:
    read = read_zip(packed(tmp_path / "a.rewire-pack", spoiled(LAMP, "The lamp", "The \u202elamp")))
    [fault] = read.faults
    assert str(fault) == f"{LAMP}: file: there are letters in it that cannot be seen"
