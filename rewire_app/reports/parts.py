"""What others made and Rewire comes with, and under which licence."""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.i18n import _
from rewire_app.paths import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of them; `libraries`: what it is called where programs are installed from."""

    name: str
    licence: str
    libraries: tuple[str, ...] = ()


PARTS = (
    Part(name="Python", licence="PSF"),
    Part(name="Qt, PySide6", licence="LGPL 3.0", libraries=("PySide6_Essentials", "shiboken6")),
    Part(name="SQLCipher, SQLite", licence="BSD 3-Clause", libraries=("SQLCipher",)),
    Part(name="sqlcipher3", licence="zlib", libraries=("sqlcipher3",)),
    Part(name="OpenSSL", licence="Apache 2.0", libraries=("OpenSSL",)),
    Part(name="cryptography", licence="Apache 2.0, BSD 3-Clause", libraries=("cryptography",)),
    Part(name="cffi, pycparser", licence="MIT-0, BSD 3-Clause", libraries=("cffi", "pycparser")),
    Part(name="SQLAlchemy, Alembic, Mako", licence="MIT", libraries=("SQLAlchemy", "alembic", "Mako")),
    Part(name="MarkupSafe", licence="BSD 3-Clause", libraries=("MarkupSafe",)),
    Part(name="numpy", licence="BSD 3-Clause", libraries=("numpy",)),
    Part(name="pyqtgraph", licence="MIT", libraries=("pyqtgraph",)),
    Part(name="colorama", licence="BSD 3-Clause", libraries=("colorama",)),
    Part(name="markdown-it-py, mdurl", licence="MIT", libraries=("markdown-it-py", "mdurl")),
    Part(name="appdirs", licence="MIT", libraries=("appdirs",)),
    Part(name="typing_extensions", licence="PSF", libraries=("typing_extensions",)),
    Part(name="tzdata", licence="Apache 2.0", libraries=("tzdata",)),
    Part(name="Atkinson Hyperlegible Next, Literata", licence="SIL Open Font License 1.1"),
    Part(name="Lucide", licence="ISC"),
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
