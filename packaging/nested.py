"""What lies inside a library without a file of its own: asked of the library itself, where it can say.

Runs with the Python of the build, in which all of them are installed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib.metadata import distribution

from inside import Part


def of(part: Part) -> tuple[Part, ...]:
    """The parts inside `part`; none for one that is known to hold only itself."""
    asked = _HOLDING.get(part.name)
    return asked() if asked else ()


def _part(name: str, version: str, licence: str) -> Part:
    address = f"pkg:generic/{name.lower().replace(' ', '-')}"
    return Part(
        name=name, version=version, licence=licence, address=f"{address}@{version}" if version else address
    )


def _in_sqlcipher3() -> tuple[Part, ...]:
    import sqlcipher3

    connection = sqlcipher3.connect(":memory:")
    connection.execute("PRAGMA key = 'only to ask'")

    def answer(question: str) -> str:
        return str(connection.execute(question).fetchone()[0])

    return (
        _part("SQLCipher", answer("PRAGMA cipher_version").partition(" ")[0], "BSD-3-Clause"),
        _part("SQLite", answer("SELECT sqlite_version()"), "blessing"),
        _part("OpenSSL", _number(answer("PRAGMA cipher_provider_version")), "Apache-2.0"),
    )


def _in_cryptography() -> tuple[Part, ...]:
    """OpenSSL, and the Rust libraries that the wheel's own bill names."""
    from cryptography.hazmat.backends.openssl import backend

    found = [_part("OpenSSL", _number(backend.openssl_version_text()), "Apache-2.0")]
    for file in distribution("cryptography").files or ():
        if file.parent.name == "sboms":
            for row in json.loads(file.read_text("utf-8"))["components"]:
                told = row.get("licenses", [{}])[0]
                licence = told.get("expression") or told.get("license", {}).get("id", "")
                address = f"pkg:cargo/{row['name']}@{row['version']}"
                found.append(Part(name=row["name"], version=row["version"], licence=licence, address=address))
    return tuple(found)


def _in_pynacl() -> tuple[Part, ...]:
    return (_part("libsodium", "", "ISC"),)  # it does not say which


def _in_numpy() -> tuple[Part, ...]:
    import numpy

    built = numpy.__config__.CONFIG["Build Dependencies"]["blas"]
    return (
        _part("OpenBLAS", built["version"], "BSD-3-Clause"),
        _part("GCC runtime libraries", "", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    )


def _in_pyside() -> tuple[Part, ...]:
    from PySide6.QtCore import qVersion

    icu = {
        re.search(r"libicudata\.so\.(\d+)", str(file))
        for file in distribution("PySide6_Essentials").files or ()
    }
    number = next((found[1] for found in icu if found), "")
    return (
        _part("Qt", qVersion(), "LGPL-3.0-only"),
        *((_part("ICU", number, "Unicode-3.0"),) if number else ()),
    )


def _in_rewire() -> tuple[Part, ...]:
    return (
        _part("Atkinson Hyperlegible Next", "", "OFL-1.1"),
        _part("Literata", "", "OFL-1.1"),
        _part("Lucide icons", "", "ISC"),
    )


def _number(text: str) -> str:
    found = re.search(r"\d+(\.\d+)+", text)
    return found[0] if found else text


_HOLDING: dict[str, Callable[[], tuple[Part, ...]]] = {
    "sqlcipher3": _in_sqlcipher3,
    "cryptography": _in_cryptography,
    "PyNaCl": _in_pynacl,
    "numpy": _in_numpy,
    "PySide6_Essentials": _in_pyside,
    "Rewire": _in_rewire,
}
