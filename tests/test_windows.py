"""What Windows does where other systems do something else: an open file keeps its name, and may be in use."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from rewire_app import paths
from rewire_app.atomic import write_atomic
from rewire_app.errors import AlreadyOpenError, ProfileUnwritableError
from rewire_app.store.store import Store
from rewire_app.store.vault.files import keep_private
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.frame.ends import Ends
from tests.store import entries as make

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="only Windows does so")

ROOT = Path(__file__).parents[1]

SAVES = """
import sys; from pathlib import Path; from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault; from tests.store import entries as make
store = Store(open_vault(Path(sys.argv[1])))
for number in range(100_000):
    store.practices.add(make.practice(number % 1000)); print(number + 1, flush=True)
"""

AGAIN = """
import sys; from pathlib import Path; from rewire_app import process
told = Path(sys.argv[1]); before = process.begun_again()
if before:
    told.write_text(before.folder, "utf-8")
else:
    process.replace(process.Again(folder=sys.argv[2]))
"""


def started(program: str, *words: str) -> subprocess.Popen[str]:
    """A process of its own."""
    command = [sys.executable, "-c", program, *words]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )


def test_a_file_in_use_is_written_once_it_is_let_go_of(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"before")
    held = open(path, "rb")  # noqa: SIM115 - closed while another thread waits for it
    ending = threading.Timer(0.2, held.close)
    ending.start()
    write_atomic(path, b"after")
    ending.join()
    assert path.read_bytes() == b"after"


def test_a_file_that_stays_in_use_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"before")
    with open(path, "rb"), pytest.raises(OSError, match="held by another program") as met:
        write_atomic(path, b"after")
    assert met.value.errno == errno.EBUSY
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def rename_database(folder: Path) -> None:
    (folder / "vault.db").rename(folder / "away.db")


def delete_database(folder: Path) -> None:
    (folder / "vault.db").unlink()


def replace_database(folder: Path) -> None:
    shutil.copyfile(folder / "vault.db", folder / "copy.db")
    os.replace(folder / "copy.db", folder / "vault.db")


@pytest.mark.parametrize("lose", [rename_database, delete_database, replace_database])
def test_open_notes_can_be_neither_moved_nor_replaced(lose: Callable[[Path], None], tmp_path: Path) -> None:
    vault = open_vault(tmp_path / "profile")
    store = Store(vault)
    store.practices.add(make.practice(0))
    with pytest.raises(PermissionError):
        lose(tmp_path / "profile")
    store.practices.add(make.practice(1))
    vault.close()
    again = open_vault(tmp_path / "profile")
    assert len(Store(again).practices.recent(9)) == 2
    assert again.faults() == []
    again.close()


def test_closing_the_notes_leaves_no_log_of_what_was_written(tmp_path: Path) -> None:
    vault = open_vault(tmp_path / "profile")
    Store(vault).practices.add(make.practice(0))
    assert (tmp_path / "profile" / "vault.db-wal").exists()
    vault.close()
    assert not (tmp_path / "profile" / "vault.db-wal").exists()


def test_a_file_that_somebody_protected_from_writing_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "vault.db"
    path.touch()
    path.chmod(0o400)
    keep_private(path)
    assert not os.access(path, os.W_OK)


def test_notes_that_another_process_has_open_are_refused(tmp_path: Path) -> None:
    with started(SAVES, str(tmp_path / "profile")) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "1\n"
        with pytest.raises(AlreadyOpenError, match="already open with this folder"):
            open_vault(tmp_path / "profile")
        other.kill()


def test_what_was_confirmed_outlives_a_process_that_was_ended_at_once(tmp_path: Path) -> None:
    with started(SAVES, str(tmp_path / "profile")) as other:
        assert other.stdout is not None
        for _line in range(20):
            other.stdout.readline()
        other.kill()
        said = [20, *(int(line) for line in other.stdout if line.endswith("\n"))]
    vault = open_vault(tmp_path / "profile")
    assert vault.faults() == []
    kept = vault.connection.execute("SELECT count(*) FROM practices").fetchone()[0]
    vault.close()
    assert kept in (said[-1], said[-1] + 1)


def test_a_process_that_begins_anew_is_another_one_that_knows_the_folder(tmp_path: Path) -> None:
    told, folder = tmp_path / "told here", r"C:\Users\Jörg Weiß\Meine Übungen"
    with started(AGAIN, str(told), folder) as first:
        assert first.wait(timeout=120) == 0
    wait_for = threading.Event()
    for _turn in range(600):
        if told.exists() and told.read_text("utf-8"):
            break
        wait_for.wait(0.1)
    assert told.read_text("utf-8") == folder


@pytest.mark.usefixtures("qapp")
def test_signals_are_heard_where_python_cannot_keep_a_pipe_from_waiting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As Python 3.11."""
    monkeypatch.delattr(os, "set_blocking", raising=False)
    ends = Ends()
    ends.stop()


@pytest.mark.parametrize("given", [r"D:\Notes", "D:/Notes", r"\\server\share\Notes"])
def test_a_folder_on_another_drive_or_computer_is_taken_as_it_is(given: str) -> None:
    assert paths.profile(given) == Path(given)
    assert paths.profile(given).is_absolute()


def test_a_folder_that_cannot_be_made_is_named_as_windows_writes_it(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ProfileUnwritableError) as met:
        open_vault(tmp_path / "file" / "notes")
    assert f"cannot write to {tmp_path}\\file\\notes." in str(met.value)
