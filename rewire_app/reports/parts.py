"""What others made and Rewire comes with, and under which licence."""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.i18n import _
from rewire_app.paths import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class InsidePart:
    """One of them; `libraries`: what it is called where programs are installed from."""

    name: str
    licence: str
    libraries: tuple[str, ...] = ()


PARTS = (
    InsidePart(name="Python", licence="PSF"),
    InsidePart(name="Qt, PySide6", licence="LGPL 3.0", libraries=("PySide6_Essentials", "shiboken6")),
    InsidePart(name="SQLCipher, SQLite", licence="BSD 3-Clause", libraries=("SQLCipher",)),
    InsidePart(name="sqlcipher3", licence="zlib", libraries=("sqlcipher3",)),
    InsidePart(name="OpenSSL", licence="Apache 2.0", libraries=("OpenSSL",)),
    InsidePart(name="cryptography", licence="Apache 2.0, BSD 3-Clause", libraries=("cryptography",)),
    InsidePart(name="PyNaCl, libsodium", licence="Apache 2.0, ISC", libraries=("PyNaCl", "libsodium")),
    InsidePart(name="cffi, pycparser", licence="MIT-0, BSD 3-Clause", libraries=("cffi", "pycparser")),
    InsidePart(name="SQLAlchemy, Alembic, Mako", licence="MIT", libraries=("SQLAlchemy", "alembic", "Mako")),
    InsidePart(name="MarkupSafe", licence="BSD 3-Clause", libraries=("MarkupSafe",)),
    InsidePart(name="numpy", licence="BSD 3-Clause", libraries=("numpy",)),
    InsidePart(name="pyqtgraph", licence="MIT", libraries=("pyqtgraph",)),
    InsidePart(name="colorama", licence="BSD 3-Clause", libraries=("colorama",)),
    InsidePart(name="jeepney", licence="MIT", libraries=("jeepney",)),
    InsidePart(
        name="pyzipper, pycryptodomex",
        licence="MIT, BSD 2-Clause",
        libraries=("pyzipper", "pycryptodomex"),
    ),
    InsidePart(
        name="icalendar, python-dateutil",
        licence="BSD 2-Clause, BSD 3-Clause, Apache 2.0",
        libraries=("icalendar", "python-dateutil"),
    ),
    InsidePart(name="PyYAML, libyaml", licence="MIT", libraries=("pyyaml",)),
    InsidePart(name="openpyxl, et_xmlfile", licence="MIT", libraries=("openpyxl", "et_xmlfile")),
    InsidePart(name="fsrs", licence="MIT", libraries=("fsrs",)),
    InsidePart(name="markdown-it-py, mdurl", licence="MIT", libraries=("markdown-it-py", "mdurl")),
    InsidePart(name="appdirs", licence="MIT", libraries=("appdirs",)),
    InsidePart(name="typing_extensions", licence="PSF", libraries=("typing_extensions",)),
    InsidePart(name="tzdata", licence="Apache 2.0", libraries=("tzdata",)),
    InsidePart(name="Atkinson Hyperlegible Next, Literata", licence="SIL Open Font License 1.1"),
    InsidePart(name="Lucide", licence="ISC"),
)
"""What is told by name; the texts of all licences lie in the folder that the program can show."""


def part_lines() -> tuple[str, ...]:
    """Each part with its licence, and in the installed program the names of all else that is inside."""
    lines = [_("{part}: {licence}").format(part=one.name, licence=one.licence) for one in PARTS]
    told = {name.casefold() for one in PARTS for name in (one.name, *one.libraries)}
    folder = resources() / "licences" / "libraries"
    inside = sorted(one.name for one in folder.glob("*") if one.is_dir()) if folder.is_dir() else []
    more = [name for name in inside if name.casefold() not in told]
    if more:
        lines.append(_("Also inside, with its licence in the folder: {names}").format(names=", ".join(more)))
    return tuple(lines)
