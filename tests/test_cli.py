"""The command line: what it says, what it refuses in one sentence, and how it ends."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import qVersion

from rewire_app import __version__, cli, paths
from rewire_app.app import run
from rewire_app.cli import HELP, NO_DISPLAY
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
from tests.rights import private

Capture = pytest.CaptureFixture[str]
CaptureBytes = pytest.CaptureFixture[bytes]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A folder that does not exist yet."""
    return tmp_path / "profile"


def refused(capsys: Capture, *words: str) -> tuple[int, str]:
    """How `words` end, and the one sentence they are refused with."""
    code = run(words)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("rewire: ")
    assert "Traceback" not in said.err
    assert len(said.err.strip().splitlines()) == 1
    return code, said.err


def test_the_help_is_the_page_that_was_written(capsys: Capture) -> None:
    assert run(["--help"]) == 0
    assert capsys.readouterr().out == HELP


@pytest.mark.parametrize(
    "word", ["trends", "find", "sample", "screenshots", "check", "demo", "backup", "restore", "salvage"]
)
def test_the_help_names_every_word_and_each_answers_with_the_same_page(word: str, capsys: Capture) -> None:
    assert f"rewire {word}" in HELP
    assert run([word, "--help"]) == 0
    assert capsys.readouterr().out == HELP


def test_the_help_fits_a_terminal_of_eighty_columns() -> None:
    assert max(len(line) for line in HELP.splitlines()) <= 80
    assert HELP.isascii()


def test_the_version_is_named(capsys: Capture) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.strip() == f"Rewire {__version__}"


def test_a_program_can_ask_which_version_it_is_and_what_it_runs_on(capfdbinary: CaptureBytes) -> None:
    assert run(["--version", "--json"]) == 0
    told = json.loads(capfdbinary.readouterr().out)
    assert told == {
        "rewire": __version__,
        "python": platform.python_version(),
        "qt": qVersion(),
        "system": sys.platform,
        "frozen": False,
    }


@pytest.mark.parametrize(
    "before", [[], ["--profile", "demo"], ["--profile=x"], ["--passphrase-file", "f", "--profile", "x"]]
)
@pytest.mark.parametrize("file", ["/a/calm.rewire-exercise", "C:\\calm.REWIRE-EXERCISE", "ten.rewire-pack"])
def test_a_file_alone_is_a_file_to_open(before: list[str], file: str) -> None:
    given = cli.parse([*before, file])
    assert (given.word, given.file) == ("open", Path(file))


def test_a_file_that_belongs_to_a_word_stays_with_it(tmp_path: Path) -> None:
    file = tmp_path / "calm.rewire-exercise"
    file.touch()
    assert cli.parse(["preview", str(file)]).word == "preview"
    assert cli.parse(["backup", "all.rewire-pack"]).word == "backup"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--json"], "--version"),
        (["juggle"], "juggle"),
        (["--fly"], "--fly"),
        (["demo", "again"], "again"),
        (["trends", "--from", "yesterday"], "yesterday"),
        (["trends", "--to", "2026-02-30"], "2026-02-30"),
        (["trends", "--from"], "--from"),
        (["sample", "--days", "0"], "number of days"),
        (["sample", "--days", "40000"], "36500"),
        (["sample", "--days", "-3"], "--days"),
        (["sample", "--seed", "x"], "whole number"),
        (["screenshots"], "folder"),
        (["screenshots", "out", "--size", "big"], "1200x800"),
        (["screenshots", "out", "--size", "10x10"], "10x10"),
        (["screenshots", "out", "--theme", "pink"], "pink"),
        (["screenshots", "out", "--text-scale", "99"], "99"),
        (["--profile"], "--profile"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence_and_ends_with_two(
    words: list[str], named: str, capsys: Capture
) -> None:
    code, sentence = refused(capsys, *words)
    assert code == 2
    assert named in sentence


def test_a_first_day_after_the_last_ends_with_two(profile: Path, capsys: Capture) -> None:
    words = ("trends", "--from", "2026-03-02", "--to", "2026-03-01")
    code, sentence = refused(capsys, "--profile", str(profile), *words)
    assert code == 2
    assert "first day" in sentence
    assert not profile.exists()


def test_a_first_day_in_the_future_ends_with_two(profile: Path, capsys: Capture) -> None:
    code, sentence = refused(capsys, "--profile", str(profile), "trends", "--from", "9000-01-01")
    assert code == 2
    assert "9000-01-01" in sentence


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display there")
@pytest.mark.parametrize("words", [[], ["demo"], ["--smoke"]])
def test_without_a_display_it_says_what_works(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert run(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip() == NO_DISPLAY


def test_a_profile_that_is_a_file_ends_with_one(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "a-file"
    file.write_text("not a folder")
    code, sentence = refused(capsys, "--profile", str(file), "trends")
    assert code == 1
    assert str(file) in sentence
    assert file.read_text() == "not a folder"


@pytest.mark.parametrize(
    "words", [["trends"], ["find", "tea"], ["check"], ["sample"], ["backup", "new.zip"], ["restore", "a.zip"]]
)
def test_what_needs_entries_that_are_open_in_a_window_ends_with_three(
    words: list[str], profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["--profile", str(tmp_path / "other"), "sample", "--days", "1"]) == 0
    assert run(["--profile", str(tmp_path / "other"), "backup", "a.zip"]) == 0
    capsys.readouterr()
    vault = open_vault(profile)
    try:
        code, sentence = refused(capsys, "--profile", str(profile), *words)
    finally:
        vault.close()
    assert code == 3
    assert "already open" in sentence


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four months of invented entries."""
    folder = tmp_path_factory.mktemp("filled") / "profile"
    assert run(["--profile", str(folder), "sample", "--days", "120", "--seed", "3"]) == 0
    return folder


def test_a_sample_says_how_much_there_is_and_where(profile: Path, capsys: Capture) -> None:
    assert run(["--profile", str(profile), "sample", "--days", "10"]) == 0
    assert f"over 10 days are in {profile}." in capsys.readouterr().out


def test_a_sample_fills_an_empty_profile_only(filled: Path, capsys: Capture) -> None:
    before = ProfileFiles(filled).db.read_bytes()
    code, sentence = refused(capsys, "--profile", str(filled), "sample", "--days", "5")
    assert code == 1
    assert "nothing was changed" in sentence
    assert ProfileFiles(filled).db.read_bytes() == before


def test_the_profile_can_be_named_by_the_environment(
    filled: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("REWIRE_PROFILE", str(filled))
    assert run(["trends", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["consistency"]["share_percent"] is not None


def test_trends_are_told_as_text(filled: Path, capsys: Capture) -> None:
    assert run(["--profile", str(filled), "trends"]) == 0
    said = capsys.readouterr().out
    for part in ("Trends, ", "Practice consistency", "Practice and reactivity", "What you noted"):
        assert part in said


def test_trends_as_json_keep_to_the_days_asked_for(filled: Path, capsys: Capture) -> None:
    given = ["--from", "2026-01-01", "--to", "2026-01-31"]
    assert run(["--profile", str(filled), "trends", "--json", *given]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["from"], told["to"]) == ("2026-01-01", "2026-01-31")


def test_own_words_are_found_as_text_and_as_json(filled: Path, capsys: Capture) -> None:
    assert run(["--profile", str(filled), "find", "MEETING"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("places, newest first")
    assert run(["--profile", str(filled), "find", "--json", "MEETING"]) == 0
    hits = json.loads(capsys.readouterr().out)["hits"]
    assert len(hits) == int(lines[0].split()[0]) > 3
    assert all(list(hit) == ["id", "kind", "day", "at", "text"] for hit in hits)
    assert all("meeting" in hit["text"].casefold() for hit in hits)
    days = [hit["day"] for hit in hits if hit["kind"] == "moment"]
    assert days == sorted(days, reverse=True)
    assert run(["--profile", str(filled), "find", "--json", "no such words"]) == 0
    assert json.loads(capsys.readouterr().out) == {"hits": []}
    assert run(["--profile", str(filled), "find", "no such words"]) == 0
    assert capsys.readouterr().out == "Nothing found. Fewer letters find more.\n"


def test_trends_as_json_judge_once_and_look_at_the_lags_once(
    filled: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rewire_app.charts import comparison
    from rewire_app.insight import findings_link

    calls: list[str] = []
    for module, name in ((comparison, "answer"), (findings_link, "lag_profile")):
        worked = getattr(module, name)

        def counted(*given: object, worked: Any = worked, name: str = name, **more: object) -> object:
            calls.append(name)
            return worked(*given, **more)

        monkeypatch.setattr(module, name, counted)
    assert run(["--profile", str(filled), "trends", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["lags"]) == 15
    assert calls == ["answer", "lag_profile", "answer"]  # practice and its lags, and sleep


@pytest.mark.skipif(sys.platform == "win32", reason="there is no head there")
def test_a_reader_who_has_seen_enough_is_no_fault(filled: Path) -> None:
    shell = f'"{sys.executable}" -m rewire_app --profile "{filled}" trends --json | head -n 1'
    told = subprocess.run(
        shell,
        shell=True,
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert told.stdout.strip() == "{"
    assert told.stderr == ""


ENCODINGS = (
    *("ascii", "cp437", "cp850", "cp1252", "iso8859-9", "iso8859-15", "koi8-r", "cp932", "gb18030"),
    *("euc_kr", "utf-8", "utf-16"),
)


def started(
    *words: str, out: int = subprocess.PIPE, **surroundings: str
) -> subprocess.CompletedProcess[bytes]:
    """A process of its own, in `surroundings`; `out` is what it writes to."""
    return subprocess.run(
        [sys.executable, "-m", "rewire_app", *words],
        cwd=Path(__file__).parents[1],
        env={**os.environ, **surroundings},
        stdout=out,
        stderr=subprocess.PIPE,
        check=False,
        timeout=300,
    )


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_json_is_utf8_and_text_is_no_fault_wherever_it_is_printed(encoding: str, filled: Path) -> None:
    at = ("--profile", str(filled), "trends", "--from", "2026-01-01", "--to", "2026-01-31")
    told = started(*at, "--json", PYTHONIOENCODING=encoding)
    assert (told.returncode, told.stderr) == (0, b"")
    assert json.loads(told.stdout.decode("utf-8"))["from"] == "2026-01-01"
    told = started(*at, PYTHONIOENCODING=encoding)
    assert (told.returncode, told.stderr) == (0, b"")
    assert "Trends, " in told.stdout.decode(encoding)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("words", [["trends"], ["trends", "--json"], ["check"], ["--help"], ["--version"]])
def test_what_cannot_be_written_is_said_and_ends_with_one(words: list[str], filled: Path) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    told = started("--profile", str(filled), *words, out=full)
    os.close(full)
    assert told.returncode == 1
    [line] = told.stderr.decode().splitlines()
    assert line.startswith("rewire: what was asked for could not be written: ")


@pytest.mark.skipif(sys.platform == "win32", reason="no shell closes a stream there")
@pytest.mark.parametrize("words", ["trends", "trends --json", "check"])
def test_output_that_is_closed_ends_with_one(words: str, filled: Path) -> None:
    told = closed(f"{words} >&-", filled)
    assert told.returncode == 1
    assert told.stderr == "rewire: what was asked for could not be written: there is nowhere to write to.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no shell closes a stream there")
def test_where_nothing_can_be_complained_of_the_json_stays_json(keyless: Path) -> None:
    told = closed("trends --json 2>&-", keyless)
    assert told.returncode == 0
    assert "lags" in json.loads(told.stdout)
    assert closed("trends --from x 2>&-", keyless).stdout == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no shell closes a stream there")
def test_no_file_of_the_notes_is_opened_as_a_standard_stream(filled: Path) -> None:
    look = "import os; from rewire_app.__main__ import main; import rewire_app.app as app; "
    look += "app.run = lambda _words: os.open(os.devnull, os.O_RDONLY); print(main(), file=open(3, 'w'))"
    command = ["sh", "-c", f"exec 3>&1; exec '{sys.executable}' -c \"{look}\" <&- >&- 2>&-"]
    told = subprocess.run(
        command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False, timeout=300
    )
    assert int(told.stdout) > 3


def closed(words: str, profile: Path) -> subprocess.CompletedProcess[str]:
    """Rewire started by a shell, which can close its streams."""
    line = f"exec '{sys.executable}' -m rewire_app --profile '{profile}' {words}"
    return subprocess.run(
        ["sh", "-c", line],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there every home is taken to lie beside one's own")
def test_a_home_nobody_has_is_named(capsys: Capture) -> None:
    code, sentence = refused(capsys, "--profile", "~nobody-of-this-name/x", "trends")
    assert code == 2
    assert "begins with the home of somebody who is not known here: ~nobody-of-this-name/x" in sentence


def test_a_folder_that_is_gone_is_named(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def gone() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(os, "getcwd", gone)
    code, sentence = refused(capsys, "--profile", "beside", "trends")
    assert code == 2
    assert "starts from the folder you are in, which is gone" in sentence


@pytest.mark.parametrize("named", ["", "  "])
def test_an_empty_name_of_a_profile_is_not_the_persons_own(
    named: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    assert refused(capsys, "--profile", named, "trends") == (
        2,
        "rewire: --profile names no folder: it is empty. Give one, or leave it out\n",
    )
    monkeypatch.setenv("REWIRE_PROFILE", named)
    code, sentence = refused(capsys, "trends")
    assert code == 2
    assert sentence.startswith("rewire: REWIRE_PROFILE names no folder")


@pytest.mark.parametrize("name", ["a" * 300, "/".join(["b" * 200] * 3)])
def test_a_path_that_is_too_long_ends_with_one_and_says_so(
    name: str, tmp_path: Path, capsys: Capture
) -> None:
    code, sentence = refused(capsys, "--profile", str(tmp_path / name), "trends")
    assert code == 1
    assert "too long" in sentence
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that cannot be is one that is not there")
def test_a_folder_that_cannot_be_looked_into_is_a_fault_of_the_check(tmp_path: Path, capsys: Capture) -> None:
    assert run(["--profile", str(tmp_path / ("a" * 300)), "check"]) == 1
    assert "too long" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display there")
@pytest.mark.parametrize("words", [[], ["demo"], ["--smoke"]])
def test_a_display_that_does_not_answer_is_named(words: list[str], tmp_path: Path) -> None:
    surroundings = {"DISPLAY": ":7731", "QT_QPA_PLATFORM": "xcb", "TMPDIR": str(tmp_path)}
    told = started("--profile", str(tmp_path / "profile"), *words, **surroundings)
    assert told.returncode == 2
    [line] = told.stderr.decode().splitlines()
    assert line.startswith("rewire: the display :7731 does not answer.")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display there")
@pytest.mark.parametrize(
    ("surroundings", "sentence"),
    [
        ({"QT_QPA_PLATFORM": "nonsense"}, "QT_QPA_PLATFORM asks for nonsense, which is not known here."),
        ({"QT_QPA_PLATFORM": "wayland"}, "the Wayland display does not answer."),
        ({"QT_QPA_PLATFORM": "", "WAYLAND_DISPLAY": "wayland-77"}, "the Wayland display does not answer."),
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ""}, "DISPLAY names no display."),
        ({"QT_QPA_PLATFORM": "linuxfb:fb=/dev/none"}, "the display here has no screen"),
    ],
)
def test_what_is_wrong_with_the_display_is_told_as_it_is(
    surroundings: dict[str, str], sentence: str, tmp_path: Path
) -> None:
    around = {"DISPLAY": "", "XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": ""} | surroundings
    told = started("--profile", str(tmp_path / "profile"), **around)
    assert told.returncode == 2
    assert f"rewire: {sentence}" in told.stderr.decode()
    assert not list(tmp_path.iterdir())


def test_what_a_missing_library_asks_for_is_what_the_readme_installs() -> None:
    """Two lists of the same packages, for who has the program and for who builds it."""
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    [line] = [line for line in readme.splitlines() if line.startswith("sudo apt-get install")]
    said = cli.PACKAGES.partition("sudo apt install ")[2].split()
    assert "libgl1" in said
    assert line.split()[4:] == ["python3-venv", *said]


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    said = "libGL.so.1: cannot open shared object file: No such file or directory"

    class Missing:
        def find_spec(self, name: str, *_rest: object) -> None:
            if name == "PySide6.QtWidgets":
                raise ImportError(said)

    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    monkeypatch.delitem(sys.modules, "PySide6.QtWidgets", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    code, sentence = refused(capsys)
    assert code == 2
    assert sentence.startswith("rewire: the library libGL.so.1 is missing on this system")


def test_a_fault_of_rewire_itself_names_its_place_and_nothing_that_was_written(
    profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def fail(*_given: object) -> None:
        raise KeyError("what I wrote")

    monkeypatch.setattr("rewire_app.cli.sample", fail)
    code, sentence = refused(capsys, "--profile", str(profile), "sample")
    assert code == 1
    assert "KeyError, test_cli.py:" in sentence
    assert "what I wrote" not in sentence


def test_the_check_finds_nothing_in_sound_content_and_notes(filled: Path, capsys: Capture) -> None:
    assert run(["--profile", str(filled), "check"]) == 0
    told, last = capsys.readouterr().out.strip().splitlines()
    assert "Flesch-Kincaid" in told
    assert last == "No faults found."


def test_the_check_makes_no_profile(profile: Path, capsys: Capture) -> None:
    assert run(["--profile", str(profile), "check"]) == 0
    assert not profile.exists()


def test_the_check_finds_a_planted_fault_in_the_content(
    profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    copied = tmp_path / "resources"
    shutil.copytree(paths.resources(), copied, ignore=shutil.ignore_patterns("fonts"))
    file = copied / "en" / "exercises" / "b-paced.toml"
    file.write_text(file.read_text("utf-8").replace('measure = "tension"', 'measure = "tenseness"'), "utf-8")
    (copied / "en" / "measures" / "urge.toml").write_text("id = [", "utf-8")
    monkeypatch.setattr(paths, "resources", lambda: copied)
    assert run(["--profile", str(profile), "check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "b-paced.toml:13: measure: there is no measure 'tenseness'" in lines
    assert any(line.startswith("urge.toml: ") for line in lines)


def test_the_check_finds_a_damaged_database(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(filled, broken)
    db = ProfileFiles(broken).db
    content = bytearray(db.read_bytes())
    content[len(content) * 9 // 10] ^= 1
    db.write_bytes(content)
    assert run(["--profile", str(broken), "check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any("HMAC" in line for line in lines)
    assert all(line.startswith("vault.db: ") for line in lines)


@pytest.fixture
def keyless(filled: Path, tmp_path: Path) -> Path:
    """The filled profile without its key file; the spare is there."""
    folder = tmp_path / "keyless"
    shutil.copytree(filled, folder)
    ProfileFiles(folder).keys.unlink()
    return folder


def test_the_check_tells_of_a_key_file_that_was_put_right(keyless: Path, capsys: Capture) -> None:
    assert run(["--profile", str(keyless), "check"]) == 1
    [line] = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{keyless}: The file with the key to your entries was damaged or missing.")
    assert run(["--profile", str(keyless), "check"]) == 0


def test_trends_tell_of_it_beside_what_was_asked_for(keyless: Path, capsys: Capture) -> None:
    assert run(["--profile", str(keyless), "trends", "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)
    assert said.err.startswith("rewire: The file with the key to your entries was damaged or missing.")


def test_everything_in_a_profile_is_for_its_owner_only(filled: Path) -> None:
    assert [path for path in (filled, *filled.rglob("*")) if not private(path)] == []
