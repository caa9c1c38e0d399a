"""Thirty-odd ways to go wrong, each with the person’s word at hand; run in a process of its own.

    python -m tests.reliability.provoked FOLDER WORD [naive] WAY...

Each way has a folder of its own under FOLDER with a profile, a home and a place for what is temporary, and
is a process that is forked from this one. The profile has the word in every field. "naive" is known to be
bad: it logs what an exception says.
"""

from __future__ import annotations

import ctypes
import gc
import json
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRunnable, Qt, QThread, QThreadPool, QTimer, qWarning
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app import app
from rewire_app.domain.days import ZoneClock
from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.errors import RewireError
from rewire_app.store.store import Store
from rewire_app.store.vault.draft_file import Draft
from rewire_app.store.vault.files import PAGE, ProfileFiles
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base import crash
from rewire_app.ui.base.hub import Hub
from tests.store import entries as make


class Life:
    """One open vault, a hub, and the word."""

    def __init__(self, profile: Path, word: str) -> None:
        self.profile, self.word = profile, word
        self.qt = app.application()
        crash.keep_in(ProfileFiles(profile).reports)
        self.vault = open_vault(profile)
        self.store = Store(self.vault)
        self.hub = Hub(ZoneClock())
        self.hub.failed.connect(lambda sentence: print("said:", sentence))

    def run(self, slot: Callable[[], object] = lambda: None) -> None:
        """Let the program run for a moment, with `slot` in it."""
        QTimer.singleShot(0, slot)
        QTimer.singleShot(60, self.qt, lambda: self.qt.exit(0))
        self.qt.exec()

    def fail(self, error: BaseException) -> None:
        """Raise `error` where nobody catches it."""

        def slot() -> None:
            words = self.word  # at hand in the frame, as in real code
            assert words
            raise error

        self.run(slot)


WAYS: dict[str, Callable[[Life], object]] = {}


def way(act: Callable[[Life], object]) -> Callable[[Life], object]:
    """One way to go wrong, called by its name."""
    WAYS[act.__name__] = act
    return act


# faults of Rewire itself


@way
def a_slot(life: Life) -> None:
    life.fail(ValueError(f"cannot use {life.word}"))


@way
def a_key_error(life: Life) -> None:
    life.fail(KeyError(life.word))


@way
def a_chain(life: Life) -> None:
    error = ValueError(life.word)
    error.__cause__ = RuntimeError(life.word)
    life.fail(error)


@way
def a_group(life: Life) -> None:
    life.fail(ExceptionGroup(life.word, [ValueError(life.word), KeyError(life.word)]))


@way
def notes_on_an_error(life: Life) -> None:
    error = ValueError("x")
    error.add_note(life.word)
    life.fail(error)


@way
def an_error_that_holds_its_object(life: Life) -> None:
    life.fail(UnicodeEncodeError("ascii", life.word, 0, 1, life.word))


@way
def no_end_of_calls(life: Life) -> None:
    def deeper(words: str) -> str:
        return deeper(words + "")

    life.run(lambda: deeper(life.word))


@way
def no_memory(life: Life) -> None:
    life.fail(MemoryError(life.word))


@way
def a_file_with_such_a_name(life: Life) -> None:
    life.run(lambda: open(f"/nowhere/{life.word}", encoding="utf-8"))  # noqa: SIM115 - it cannot be opened


@way
def an_override(life: Life) -> None:
    class Broken(QWidget):
        def keyPressEvent(self, _event: QKeyEvent) -> None:
            raise ValueError(life.word)

    widget = Broken()
    life.run(lambda: QTest.keyClick(widget, Qt.Key.Key_A))


@way
def a_painter(life: Life) -> None:
    class Broken(QWidget):
        def paintEvent(self, _event: QEvent) -> None:
            raise ValueError(life.word)

    Broken().grab()


@way
def an_event_filter(life: Life) -> None:
    class Broken(QWidget):
        def eventFilter(self, _watched: QObject, _event: QEvent) -> bool:
            raise ValueError(life.word)

    widget = Broken()
    widget.installEventFilter(widget)
    widget.show()
    life.run()


@way
def a_thread(life: Life) -> None:
    def work() -> None:
        raise ValueError(life.word)

    thread = threading.Thread(target=work, name=life.word)
    thread.start()
    thread.join()


@way
def a_thread_of_qt(life: Life) -> None:
    class Broken(QThread):
        def run(self) -> None:
            raise ValueError(life.word)

    thread = Broken()
    thread.start()
    thread.wait()


@way
def a_task_of_qt(life: Life) -> None:
    class Broken(QRunnable):
        def run(self) -> None:
            raise ValueError(life.word)

    QThreadPool.globalInstance().start(Broken())
    QThreadPool.globalInstance().waitForDone()


@way
def a_future(life: Life) -> None:
    def work() -> None:
        raise ValueError(life.word)

    with ThreadPoolExecutor() as pool:
        pool.submit(work)


@way
def an_end_of_an_object(life: Life) -> None:
    class Broken:
        def __del__(self) -> None:
            raise ValueError(life.word)

    Broken()
    gc.collect()


@way
def a_warning_of_qt(life: Life) -> None:
    qWarning(f"about {life.word}")
    life.run()


@way
def a_null_pointer(life: Life) -> None:
    words = life.word.encode()
    ctypes.string_at(0)
    assert words


@way
def an_abort(life: Life) -> None:
    words = life.word
    os.abort()
    assert words


# what the store refuses


@way
def too_many_words(life: Life) -> None:
    life.hub.do("kept", life.store.moments.add, make.moment(note=life.word * MAX_TEXT))


@way
def a_value_outside_its_scale(life: Life) -> None:
    life.hub.do("kept", life.store.moments.add, make.moment(note=life.word, peak=99))


@way
def a_refusal_nobody_catches(life: Life) -> None:
    life.run(lambda: life.store.moments.add(make.moment(note=life.word, peak=99)))


@way
def a_fault_of_the_driver(life: Life) -> None:
    life.run(lambda: life.vault.connection.execute(f"INSERT INTO {life.word} VALUES (?)", (life.word,)))


@way
def a_full_disk(life: Life) -> None:
    pages = life.vault.connection.execute("PRAGMA page_count").fetchone()[0]
    life.vault.connection.execute(f"PRAGMA max_page_count={pages}")
    for _time in range(50):
        life.hub.do("kept", life.store.moments.add, make.moment(note=life.word * 2_000))


@way
def a_damaged_page(life: Life) -> None:
    query = "SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'moments' AND rootpage > 0"
    pages = [row[0] for row in life.vault.connection.execute(query)]
    life.vault.idle()
    with open(life.vault.files.db, "r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE + 2000)
            file.write(b"damage")
    life.vault.connection.execute("PRAGMA shrink_memory")
    life.hub.do("kept", life.store.moments.add, make.moment(note=life.word))
    life.vault.faults()


@way
def a_folder_that_is_gone(life: Life) -> None:
    away = life.profile.with_name("away")
    life.profile.rename(away)
    life.hub.do("kept", life.store.moments.add, make.moment(note=life.word))
    away.rename(life.profile)


@way
def words_that_wait(life: Life) -> None:
    life.vault.drafts.hold([Draft(where=life.word, label=life.word, text=life.word, day=1, at=1)])


@way
def keys_that_are_damaged(life: Life) -> None:
    life.vault.close()
    for path in (life.vault.files.keys, life.vault.files.spare_keys):
        path.write_bytes(path.read_bytes()[:-9])
    with suppress(RewireError):
        open_vault(life.profile)
    with suppress(RewireError):
        life.store.moments.add(make.moment(note=life.word))


@way
def a_copy_that_is_refused(life: Life) -> None:
    from rewire_app.store.vault.kept_elsewhere import keep_elsewhere

    target = life.profile.with_name("target")
    target.mkdir()
    keep_elsewhere(life.vault, target)
    with suppress(RewireError):
        keep_elsewhere(life.vault, target)


# ends


@way
def a_kill(life: Life) -> None:
    life.store.moments.add(make.moment(note=life.word))
    os.kill(os.getpid(), signal.SIGKILL)


@way
def a_kill_within_a_save(life: Life) -> None:
    life.vault.connection.execute("BEGIN IMMEDIATE")
    life.vault.connection.execute("UPDATE profile SET value = ?", (life.word * 5_000,))
    os.kill(os.getpid(), signal.SIGKILL)


@way
def an_end_while_something_is_copied(life: Life) -> None:
    QApplication.clipboard().setText(life.word)
    life.run()
    os.kill(os.getpid(), signal.SIGTERM)


def be_naive(folder: Path) -> None:
    """Log and print what an exception says, as many programs do."""
    logging.basicConfig(filename=folder / "program.log")

    def hook(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        logging.error("uncaught", exc_info=(kind, error, trace))

    sys.excepthook = hook


def go_wrong(name: str, folder: Path, word: str, *, naive: bool) -> None:
    """Go wrong in one way, with everything that is left or printed in `folder`; the process ends here."""
    homes = ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    os.environ.update(dict.fromkeys(homes, str(folder / "home")))
    os.environ.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder / "tmp")))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.chdir(folder / "home")  # where a dump of its memory would land
    for number, printed in ((1, "out"), (2, "err")):
        os.dup2(os.open(folder / printed, os.O_CREAT | os.O_WRONLY), number)
    life = Life(folder / "profile", word)
    if naive:
        be_naive(folder)
    WAYS[name](life)
    life.run()
    life.vault.close()
    sys.stdout.flush()
    os._exit(0)


def main(base: Path, word: str, names: list[str], *, naive: bool) -> dict[str, int]:
    """Go wrong in every way of `names`; how each process ended."""
    ended = {}
    for name in names:
        process = os.fork()
        if process == 0:
            try:
                go_wrong(name, base / name, word, naive=naive)
            finally:
                os._exit(1)
        _process, status = os.waitpid(process, 0)
        ended[name] = os.waitstatus_to_exitcode(status)
    return ended


if __name__ == "__main__":
    given = sys.argv[3:]
    print(
        json.dumps(
            main(
                Path(sys.argv[1]),
                sys.argv[2],
                [one for one in given if one != "naive"],
                naive="naive" in given,
            )
        )
    )
