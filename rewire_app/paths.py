"""Where the person's files and the program's own files are; nobody else asks the platform."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from functools import cache
from pathlib import Path

from rewire_app.errors import BadInputError

APP = "Rewire"

ENGLISH = "en"
"""The language that everything is written in first."""

EXERCISE_FILE, PACK_FILE = ".rewire-exercise", ".rewire-pack"
"""How files end that the desktop opens with Rewire: an exercise in TOML, and a pack of several."""

_PICTURE = re.compile(r"[a-z0-9-]{1,60}")


def profile(chosen: str | None = None) -> Path:
    """The folder that keeps everything of a person: `chosen`, `REWIRE_PROFILE`, or the platform's own.

    Raises BadInputError for a name that leads nowhere, and for an empty one, which a variable of a shell
    leaves that was never set: the person's own folder is not what was meant. appdirs is asked for here alone:
    to move to platformdirs, its successor, change the import below.
    """
    for given, where in ((chosen, "--profile"), (os.environ.get("REWIRE_PROFILE"), "REWIRE_PROFILE")):
        if given is None:
            continue
        if not given.strip():
            raise BadInputError(f"{where} names no folder: it is empty. Give one, or leave it out")
        try:
            return Path(given).expanduser().absolute()
        except RuntimeError:  # "~somebody"
            raise BadInputError(
                f"{where} begins with the home of somebody who is not known here: {given}"
            ) from None
        except OSError:
            raise BadInputError(
                f"{where} starts from the folder you are in, which is gone. Give a whole path"
            ) from None
    import appdirs

    return Path(appdirs.user_data_dir(APP, appauthor=False))


def cache_folder(profile_folder: Path) -> Path:
    """Where files lie that can be made anew: the platform's cache folder, or inside a profile elsewhere."""
    import appdirs

    if profile_folder == Path(appdirs.user_data_dir(APP, appauthor=False)):
        return Path(appdirs.user_cache_dir(APP, appauthor=False))
    return profile_folder / "cache"


def session_folder() -> Path:
    """Where folders lie that mean nothing once the person has left this computer.

    A sandbox shares but one folder of that kind with the next start of the same program.
    """
    given = os.environ.get("XDG_RUNTIME_DIR")
    if sys.platform in ("win32", "darwin") or not given:
        return Path(tempfile.gettempdir())
    sandbox = os.environ.get("FLATPAK_ID")
    return Path(given, "app", sandbox) if sandbox else Path(given)


@cache
def resources() -> Path:
    """The folder of bundled files: beside the frozen program, inside the wheel, or at the top of the tree."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    here = Path(__file__).resolve().parent
    inside = here / "resources"
    return inside if inside.is_dir() else here.parent / "resources"


def content(language: str = ENGLISH) -> Path:
    """The folder of exercises, articles and measures in `language`."""
    return resources() / language


def content_file(name: str, language: str) -> Path:
    """The file `name` of the content in `language`; the English one where that has none."""
    own = content(language) / name
    return own if own.is_file() else content() / name


def content_ids(folder: str, suffix: str, language: str) -> tuple[str, ...]:
    """The ids of all content of a kind, from the names of the files in `language` and in English."""
    files = (path for code in {language, ENGLISH} for path in (content(code) / folder).glob(f"*{suffix}"))
    return tuple(sorted({path.stem for path in files}))


def picture(name: str, folder: Path) -> Path | None:
    """The drawing called `name` in `folder`; None when it has none, or the name would lead elsewhere."""
    file = folder / f"{name}.svg"
    return file if _PICTURE.fullmatch(name) and file.is_file() else None
