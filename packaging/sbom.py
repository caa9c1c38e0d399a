"""Tells the parts inside a built folder as a CycloneDX bill, and checks it against the folder.

`python packaging/sbom.py ORIGINS FOLDER OUT`, with the Python of the build, which wrote ORIGINS.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import inside
import nested
from inside import LICENCES, OURS, Part
from project import read_project

SHIPPED = {
    "PySide6_Essentials": "LGPL-3.0.txt",
    "shiboken6": "LGPL-3.0.txt",
    "SQLCipher": "SQLCipher.txt",
    "OpenSSL": "Apache-2.0.txt",
}
"""Parts whose text the project brings itself, since their wheels bring none."""


class BillError(Exception):
    """What the bill cannot tell of the folder, as a sentence."""


def checked(origins: Mapping[str, Mapping[str, str]], folder: Path) -> dict[Part, list[Path]]:
    """The parts inside `folder`, each with its files; raises BillError for what is not known."""
    files, modules = origins["files"], origins["modules"]
    owners = inside.owners([*files.values(), *modules.values()])
    if strangers := sorted(name for name, owner in owners.items() if owner is None):
        raise BillError(f"Nobody is known to have made {', '.join(strangers)}.")
    parts: dict[Part, list[Path]] = defaultdict(list)
    for origin in modules.values():
        parts[owners[origin] or OURS]  # lies in the archive of the program, so it has no file of its own
    here = {f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file() and not f.is_symlink()}
    for name in sorted(here - {"rewire"}):
        inner = name.removeprefix("_internal/")
        if inner.startswith(LICENCES):
            continue
        if inner not in files and not inner.startswith("base_library.zip"):
            raise BillError(f"{name} lies in the folder, but the build did not put it there.")
        origin = files.get(inner)
        parts[owners[origin] if origin else inside.python()].append(folder / name)  # type: ignore[index]
    for part in parts:
        if not _has_text(part, folder / "_internal" / LICENCES):
            raise BillError(f"{part.name} is inside, but the text of its licence is not.")
    return parts


def _has_text(part: Part, licences: Path) -> bool:
    return part is OURS or part.name in SHIPPED or any((licences / "libraries" / part.name).rglob("*"))


def bill(parts: Mapping[Part, Sequence[Path]], folder: Path, seconds: int) -> dict[str, Any]:
    """The bill as CycloneDX 1.6 tells it; the same for the same parts and time."""
    project = read_project()
    others = sorted((part for part in parts if part is not OURS), key=lambda part: part.name.lower())
    rows = [_row(part, parts[part], folder) for part in others] + [
        _row(part, (), folder) for part in nested.of(OURS)
    ]
    told = json.dumps(rows, sort_keys=True)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, told)}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(seconds, UTC).isoformat(),
            "component": {
                "type": "application",
                "bom-ref": project.id,
                "name": project.name,
                "version": project.version,
                "licenses": [{"license": {"id": project.licence}}],
            },
        },
        "components": rows,
    }


def _row(part: Part, files: Sequence[Path], folder: Path, within: str = "") -> dict[str, Any]:
    row: dict[str, Any] = {"type": "library", "name": part.name, "version": part.version}
    row["bom-ref"] = (
        f"{within}{part.address}"  # unlike the address its own: two libraries hold one OpenSSL each
    )
    row["licenses"] = [{"license": {"name": part.licence}}]
    row["purl"] = part.address
    row["properties"] = [
        {
            "name": f"sha256:{file.relative_to(folder).as_posix()}",
            "value": hashlib.sha256(file.read_bytes()).hexdigest(),
        }
        for file in sorted(files)
    ]
    row["components"] = [_row(child, (), folder, f"{row['bom-ref']}/") for child in nested.of(part)]
    return {name: value for name, value in row.items() if value}


def main(words: list[str]) -> int:
    """Write the bill; 1 and a sentence when it would not be whole."""
    origins, folder, out = (Path(word) for word in words)
    try:
        parts = checked(json.loads(origins.read_text("utf-8")), folder)
    except BillError as fault:
        print(f"packaging/sbom: {fault}", file=sys.stderr)
        return 1
    found = bill(parts, folder, int(os.environ["SOURCE_DATE_EPOCH"]))
    out.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"{out.name} tells {len(found['components'])} parts and what is inside them.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
