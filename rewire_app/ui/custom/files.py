"""Own exercises as files: one TOML file each, the same as a built-in one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from rewire_app.atomic import write_atomic
from rewire_app.content.custom_exercises import custom_faults, custom_id
from rewire_app.content.fields import read_text
from rewire_app.content.half_written import import_text
from rewire_app.content.lines import line_of
from rewire_app.content.toml_text import to_toml
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.errors import ContentError, FileNotSavedError
from rewire_app.i18n import _
from rewire_app.paths import EXERCISE_FILE
from rewire_app.ui.base.context import Context

LARGEST = 1_000_000
"""Bytes; an exercise is a few thousand."""


def read_file(path: Path, context: Context) -> Exercise:
    """The exercise in the file at `path`, with a free id; raises ContentError with line and field.

    It is checked as a built-in one is: the editor, which shows only a part of it, could not mend all of it.
    """
    try:
        large = path.stat().st_size > LARGEST
    except OSError:
        large = False
    if large:
        raise ContentError(path.name, "file", _("it is too large to be an exercise"))
    text = read_text(path)
    taken = {one.id for one in context.store.custom_exercises.all()}
    first = import_text(text, path.name, custom_id("", taken))
    found, library = import_text(text, path.name, custom_id(first.title, taken)), context.library
    for fault in custom_faults(found, library.link_ids(found.id), library.measure_ids()):
        raise ContentError(path.name, fault.field, fault.reason, line_of(text, fault.field))
    return found


def write_file(path: Path, exercise: Exercise) -> str:
    """Write `exercise` to `path`; returns a sentence that says so. Raises FileNotSavedError."""
    try:
        write_atomic(path, to_toml(exercise).encode())
    except OSError as error:
        said = _("The file could not be written ({reason}). What you made is still here.")
        raise FileNotSavedError(said.format(reason=error.strerror or _("unknown reason"))) from None
    return _("Saved as {file}.").format(file=path.name)


def ask_open(parent: QWidget) -> Path | None:
    """Ask which file to open."""
    name, _kind = QFileDialog.getOpenFileName(parent, _("Open an exercise"), "", _kinds())
    return Path(name) if name else None


def ask_save(parent: QWidget, exercise: Exercise) -> Path | None:
    """Ask where to save."""
    start = f"{exercise.id}{EXERCISE_FILE}"
    name, _kind = QFileDialog.getSaveFileName(parent, _("Save this exercise"), start, _kinds())
    return Path(name) if name else None


def _kinds() -> str:
    """Which files a dialog shows: both hold the same TOML."""
    return _("Exercises (*{ending} *.toml)").format(ending=EXERCISE_FILE)


def open_sentence(error: ContentError) -> str:
    """Why a file could not be opened, with line and field."""
    reason = error.reason.rstrip(".")
    if error.line:
        words = _("{file} cannot be used. Line {n}, {field}: {reason}. Mend it there, then open it again.")
        return words.format(file=error.file, n=error.line, field=error.field, reason=reason)
    words = _("{file} cannot be used. {field}: {reason}. Mend it there, then open it again.")
    return words.format(file=error.file, field=error.field, reason=reason)
