"""Builds the Windows program and its installer, rewire-setup.exe."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import manifests
import project
from windows_machine import Machine, TrialError, checked, need

SETUP = manifests.SETUP
SIGN = "REWIRE_SIGN"
"""The variable that holds the command which signs the file named after it; without one nothing is signed."""
PROGRAMS = ("rewire.exe", "rewire-console.exe")
OLDER = "0.0.9"
"""What a commit is called that is packed to be upgraded from."""


def build(machine: Machine, tree: Path, names: project.Project, work: Path, target: Path) -> None:
    """Build the program of `tree` in `work`, and its installer as the file `target`; raises TrialError."""
    places = ("--distpath", machine.named(work / "dist"), "--workpath", machine.named(work / "pyinstaller"))
    spec = machine.named(tree / "build_installer.spec")
    words = ("-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", *places, spec)
    code, said = machine.run(machine.python, *words, limit=1800, tree=tree)
    if code:
        raise TrialError(f"PyInstaller could not build the program:\n{said[-3000:]}")
    folder = work / "dist" / "rewire"
    see_packed(folder)
    if signing := os.environ.get(SIGN):
        for name in PROGRAMS:
            subprocess.run(f'{signing} "{folder / name}"', shell=True, check=True, timeout=300)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    print(f"The program's folder: {size / 1e6:.0f} MB", flush=True)
    pack(folder, work / "pyinstaller" / "build_installer" / "rewire.ico", names, work, target)


def see_packed(folder: Path) -> None:
    """See that both programs are in `folder`, and no stand-in of Wine's; raises TrialError."""
    if missing := [name for name in PROGRAMS if not (folder / name).is_file()]:
        raise TrialError(f"PyInstaller has made no {missing[0]}.")
    if stand_ins := [file.name for file in folder.rglob("*") if file.name.lower().startswith("icuuc")]:
        raise TrialError(f"{stand_ins[0]} is a stand-in for trials and was packed all the same.")


def pack(folder: Path, icon: Path, names: project.Project, work: Path, target: Path) -> None:
    """Make the installer `target` of the program in `folder`; raises TrialError."""
    manifests.write(manifests.build_manifests(names), work / "manifests")
    target.parent.mkdir(parents=True, exist_ok=True)
    told: dict[str, object] = {
        "PROJECT": work / "manifests" / "project.nsh",
        "SOURCE": folder,
        "ICON": icon,
        "OUT": target,
    }
    if signing := os.environ.get(SIGN):
        told["SIGN"] = signing
    defines = [f"-D{name}={value}" for name, value in told.items()]
    script = project.TREE / "packaging" / "rewire.nsi"
    checked([need("makensis", "nsis"), "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defines, script], 1800)
    print(f"{target.name} of {names.version}: {target.stat().st_size / 1e6:.1f} MB", flush=True)


def older_tree(commit: str, work: Path) -> Path:
    """The files of `commit`, as version 0.0.9, to be upgraded from; raises TrialError."""
    tree, archive = work / "older" / "tree", work / "older.tar"
    shutil.rmtree(work / "older", ignore_errors=True)
    tree.mkdir(parents=True)
    checked(["git", "-C", project.TREE, "archive", "--output", archive, commit], 120)
    with tarfile.open(archive) as files:
        files.extractall(tree, filter="data")
    archive.unlink()
    version = tree / "rewire_app" / "__init__.py"
    said = re.sub(r'^__version__ = ".*"$', f'__version__ = "{OLDER}"', version.read_text("utf-8"), flags=re.M)
    version.write_text(said, "utf-8")
    return tree
