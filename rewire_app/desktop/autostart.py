"""Whether Rewire begins with the computer: by a file or value in which the system looks for that."""

from __future__ import annotations

import os
import plistlib
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from rewire_app.atomic import write_atomic

IDENTITY = "app.rewire.Rewire"
"""How the file is called, as all that is installed of Rewire."""

VALUE, RUN = "Rewire", r"Software\Microsoft\Windows\CurrentVersion\Run"
"""The value of the registry of Windows that holds the command, and the key it lies in."""

SPECIAL = '"`$\\'
"""What has a meaning of its own within the quotes of a desktop file."""


def command(profile: Path) -> list[str]:
    """The words that begin Rewire on `profile`, unseen where there is a tray."""
    if getattr(sys, "frozen", False):
        words = [os.environ.get("APPIMAGE") or sys.executable]
    else:
        windowed = Path(sys.executable).with_name("pythonw.exe")  # of Windows, without a terminal
        words = [str(windowed) if windowed.exists() else sys.executable, "-m", "rewire_app"]
    return [*words, "--profile", str(profile), "--background"]


def possible() -> bool:
    """Whether Rewire can say so here: a sandbox has no such folder."""
    return "FLATPAK_ID" not in os.environ and "SNAP" not in os.environ


def is_on() -> bool:
    """Whether it begins with the computer; False where that cannot be read."""
    try:
        if sys.platform == "win32":
            return _registered()
        return _file().is_file()
    except OSError:
        return False


def turn(words: Sequence[str], *, on: bool) -> None:
    """Let the system begin Rewire by `words`, or not any more; raises OSError."""
    if sys.platform == "win32":
        _register(words if on else None)
        return
    file = _file()
    if not on:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(file, agent(words) if sys.platform == "darwin" else entry(words))


def _file() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{IDENTITY}.plist"
    chosen = os.environ.get("XDG_CONFIG_HOME", "")
    return Path(chosen or Path.home() / ".config") / "autostart" / f"{IDENTITY}.desktop"


def entry(words: Sequence[str]) -> bytes:
    """The file of a Linux desktop."""
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Rewire",
        f"Icon={IDENTITY}",
        f"Exec={' '.join(quoted(word) for word in words)}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "".join(f"{line}\n" for line in lines).encode()


def quoted(word: str) -> str:
    """A word of a command as a desktop file says it: in quotes, and what means something else doubled."""
    inside = "".join(f"\\{sign}" if sign in SPECIAL else sign for sign in word)
    return '"' + inside.replace("\\", "\\\\").replace("%", "%%") + '"'


def agent(words: Sequence[str]) -> bytes:
    """The file of macOS."""
    return plistlib.dumps({"Label": IDENTITY, "ProgramArguments": list(words), "RunAtLoad": True})


def _registered() -> bool:
    if sys.platform == "win32":
        import winreg

        with suppress(FileNotFoundError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN) as key:
            winreg.QueryValueEx(key, VALUE)
            return True
    return False


def _register(words: Sequence[str] | None) -> None:
    if sys.platform == "win32":
        import subprocess
        import winreg

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN) as key:
            if words is not None:
                winreg.SetValueEx(key, VALUE, 0, winreg.REG_SZ, subprocess.list2cmdline(words))
            else:
                with suppress(FileNotFoundError):
                    winreg.DeleteValue(key, VALUE)
