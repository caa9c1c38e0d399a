"""A Debian 13 in a folder, for systems whose own Wine is too old: made once, entered when it is needed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from windows_machine import TrialError, need

RELEASE = "trixie"
PACKAGES = """
    wine wine64 wine32:i386 xvfb xauth imagemagick fonts-dejavu-core python3 git openssl
    nsis osslsigncode gcc-mingw-w64-x86-64
""".split()  # noqa: SIM905 - a list to read
WINE = 10
"""The oldest Wine in which all of it was tried."""

WITHIN = """
set -e
mount --bind "$TREE" "$ROOT$TREE"
mount --bind "$WORK" "$ROOT$WORK"
mount -t proc proc "$ROOT/proc"
mount --rbind /dev "$ROOT/dev"
mount -t tmpfs tmpfs "$ROOT/tmp"
chroot "$ROOT" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    REWIRE_BUILD="$WORK" SOURCE_DATE_EPOCH="$SOURCE_DATE_EPOCH" "$@"
exit $?  # not the last word before it: xvfb-run waits for ever where it is the first process
"""


def wine_here() -> bool:
    """Whether this system's own Wine is new enough."""
    if not shutil.which("wine"):
        return False
    told = subprocess.run(
        ["wine", "--version"], capture_output=True, text=True, timeout=60, check=False
    ).stdout
    number = told.removeprefix("wine-").partition(".")[0]
    return number.isdecimal() and int(number) >= WINE


def make(root: Path) -> None:
    """Make the Debian in `root` unless it is there; raises TrialError, as without the rights of root."""
    if (root / "made").exists():
        return
    if os.geteuid() != 0:
        raise TrialError(
            f"Wine {WINE} is missing. On Debian 13: sudo dpkg --add-architecture i386 && sudo apt-get update "
            "&& "
            f"sudo apt-get install {' '.join(PACKAGES)}. On an older one, start this as root, and it makes a "
            "Debian 13 in a folder."
        )
    need("debootstrap", "debootstrap")
    print(f"Making a Debian 13 with Wine in {root}.", flush=True)
    within = ["chroot", str(root), "env", "DEBIAN_FRONTEND=noninteractive"]
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES]
    with open(root.with_suffix(".log"), "w") as log:
        for words in (
            ["debootstrap", "--variant=minbase", RELEASE, str(root)],
            [*within, "dpkg", "--add-architecture", "i386"],
            [*within, "apt-get", "update", "-qq"],
            [*within, *install],
        ):
            done = subprocess.run(words, stdout=log, stderr=log, check=False, timeout=1800)
            if done.returncode:
                raise TrialError(f"{words[0]} ended with {done.returncode}; {log.name} tells why.")
    (root / "made").touch()


def enter(root: Path, tree: Path, work: Path, epoch: str, words: Sequence[str]) -> int:
    """Run `words` in the Debian in `root`, with `tree` and `work` in it; all of it ends with them."""
    for path in (tree, work):
        (root / path.relative_to("/")).mkdir(parents=True, exist_ok=True)
    places = {"ROOT": str(root), "TREE": str(tree), "WORK": str(work), "SOURCE_DATE_EPOCH": epoch}
    alone = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "bash", "-c", WITHIN, "bash"]
    sys.stdout.flush()
    return subprocess.run([*alone, *words], env={**os.environ, **places}, check=False).returncode
