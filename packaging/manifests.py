"""Makes every manifest from packaging/project.toml: what the systems are told about Rewire.

    python packaging/manifests.py build FOLDER          # desktop file, metainfo, file types, Info.plist, NSIS
    python packaging/manifests.py release FOLDER DIST   # winget and Homebrew, for the installers in DIST

A template holds `${field}`. A line whose field is empty is left out, so that a trial can be built before the
project has an address; `templates/release` is made only when no field is empty.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

import notes
from project import TREE, Project, ProjectError, build_date, for_release, read_project

TEMPLATES = TREE / "packaging" / "templates"
SETUP = "rewire-setup.exe"
MACS = ("arm64", "x86_64")


class Ready(str):
    """Text that is written in the form of its file already."""

    __slots__ = ()


def _in_quotes(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


_ESCAPES: dict[str, Callable[[str], str]] = {
    ".xml": escape,
    ".plist": escape,
    ".json": _in_quotes,
    ".yaml": _in_quotes,
    ".rb": lambda text: _in_quotes(text).replace("#{", r"\#{"),
    ".nsh": lambda text: text.replace("$", "$$").replace('"', '$\\"'),
    ".desktop": lambda text: text.replace("\\", "\\\\").replace("\n", "\\n"),
}


def disk_image(version: str, machine: str) -> str:
    """The name of the disk image for Macs with this kind of processor."""
    return f"Rewire-{version}-{machine}.dmg"


def filled(template: str, values: Mapping[str, str], suffix: str) -> str:
    """`template` with `values` in it, escaped for a file that ends in `suffix`.

    A line that asks for a value that is empty is left out. Raises KeyError for a name that has no value.
    """
    safe = {
        name: value if isinstance(value, Ready) else _ESCAPES[suffix](value) for name, value in values.items()
    }
    empty = re.compile("|".join(rf"\$\{{{name}\}}" for name, value in values.items() if not value) or "(?!)")
    lines = (line for line in template.splitlines(keepends=True) if not empty.search(line))
    return Template("".join(lines)).substitute(safe)


def _paragraphs(texts: tuple[str, ...], indent: int) -> str:
    return "\n".join(f"{' ' * indent}<p>{escape(text)}</p>" for text in texts)


def _releases(project: Project) -> str:
    """The releases in CHANGELOG.md as metainfo tells them; one to come has the day of the build."""
    found = [release for release in notes.releases(TREE) if release.version]
    if project.version not in [release.version for release in found]:
        newest = notes.notes_of(project.version, TREE)
        found.insert(0, notes.Release(version=project.version, day=build_date(), lead=newest.lead, text=""))
    rows = []
    for release in found:
        head = f'    <release version="{release.version}" date="{release.day}"'
        lead = _paragraphs((release.lead,), 8) if release.lead else ""
        inside = f">\n      <description>\n{lead}\n      </description>\n    </release>"
        rows.append(head + (inside if lead else "/>"))
    return "\n".join(rows)


def _screenshots(project: Project) -> str:
    """The pictures, which stand beside the installers; nothing before there is an address."""
    if not project.download:
        return ""
    rows = []
    for number, (name, caption) in enumerate(project.pictures.items()):
        kind = ' type="default"' if number == 0 else ""
        rows += [
            f"    <screenshot{kind}>",
            f"      <caption>{escape(caption)}</caption>",
            f'      <image type="source">{escape(project.address(f"{name}.png"))}</image>',
            "    </screenshot>",
        ]
    return "\n".join(["  <screenshots>", *rows, "  </screenshots>"])


def _values(project: Project) -> dict[str, str]:
    """Every text field, and what is put together from the others."""
    texts = {name: value for name, value in asdict(project).items() if isinstance(value, str)}
    return texts | {
        "download": project.download.rstrip("/"),
        "publisher_id": project.id.rpartition(".")[0],
        "date": str(build_date()),
        "description": "\n\n".join(project.description),
    }


def build_manifests(project: Project) -> dict[str, str]:
    """Name and content of each file that a build puts beside the program, or reads."""
    values = _values(project) | {
        "paragraphs": Ready(_paragraphs(project.description, 4)),
        "screenshots": Ready(_screenshots(project)),
        "releases": Ready(_releases(project)),
        "categories": Ready(
            "\n".join(f"    <category>{escape(word)}</category>" for word in project.desktop_categories)
        ),
        "desktop_categories": Ready("".join(f"{word};" for word in project.desktop_categories)),
        "keywords": Ready("".join(f"{word};" for word in project.keywords)),
    }
    return _all_in(TEMPLATES / "build", project, values)


def release_manifests(project: Project, hashes: Mapping[str, str]) -> dict[str, str]:
    """Name and content of what winget and Homebrew ask for; `hashes`: SHA-256 of each installer by its name.

    Raises ProjectError while the project has no address, or an installer is not there.
    """
    for_release(project)
    images = {machine: disk_image(project.version, machine) for machine in MACS}
    if missing := {SETUP, *images.values()} - hashes.keys():
        names = ", ".join(sorted(missing))
        raise ProjectError(f"These installers are missing, so nobody can be led to them: {names}.")
    values = _values(project) | {
        "keywords": Ready(json.dumps([word.lower() for word in project.keywords])),
        "setup_address": project.address(SETUP),
        "setup_sha256": hashes[SETUP].upper(),
        **{f"dmg_{machine}_sha256": hashes[file] for machine, file in images.items()},
    }
    return _all_in(TEMPLATES / "release", project, values)


def flatpak_manifest(project: Project, sources: Mapping[str, str]) -> dict[str, str]:
    """Name and content of what flatpak-builder reads; `sources`: SHA-256 of each file by its path."""
    made = _all_in(TEMPLATES / "flatpak", project, _values(project))
    for name, text in made.items():
        manifest = json.loads(text)
        manifest["modules"][0]["sources"] = [
            {"type": "file", "path": path, "sha256": sources[path], "dest": path.rpartition("/")[0]}
            for path in sorted(sources)
        ]
        made[name] = f"{json.dumps(manifest, indent=2)}\n"
    return made


def _all_in(folder: Path, project: Project, values: Mapping[str, str]) -> dict[str, str]:
    return {
        file.name.replace("ID", project.id, 1): filled(file.read_text("utf-8"), values, file.suffix)
        for file in sorted(folder.iterdir())
    }


def write(files: Mapping[str, str], folder: Path) -> None:
    """Put `files` into `folder`, with the same line ends on every system."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8", newline="\n")


def _hashes(folder: Path) -> dict[str, str]:
    files = (file for file in folder.iterdir() if file.is_file()) if folder.is_dir() else ()
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def main(words: list[str]) -> int:
    """Write the manifests of a build or of a release; 1 and a sentence when they cannot be made."""
    try:
        match words:
            case ["build", folder]:
                write(build_manifests(read_project()), Path(folder))
            case ["release", folder, dist]:
                write(release_manifests(read_project(), _hashes(Path(dist))), Path(folder))
            case _:
                print("packaging/manifests.py takes: build FOLDER, or release FOLDER DIST.", file=sys.stderr)
                return 2
    except ProjectError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
