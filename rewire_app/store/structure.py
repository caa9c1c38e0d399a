"""How a vault is built, in numbers: for asking for help, without a word or a name from it."""

from __future__ import annotations

import re

from rewire_app.errors import StoreError
from rewire_app.store.reading import rows
from rewire_app.store.vault.vault import Vault

_COUNTED = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
_PRAGMAS = ("cipher_version", "user_version", "page_size", "page_count", "freelist_count", "journal_mode")
_SAFE = re.compile(r"[^A-Za-z0-9_ .:,()/*-]")
MOST_FAULTS = 20


def structure(vault: Vault, faults: list[str]) -> str:
    """Versions, sizes, counts by table and `faults` by their places; a table that cannot be read says so."""
    lines = [f"vault {vault.vault_id[:8]}, commit {vault.commit_seq}", *_sizes(vault)]
    for pragma in _PRAGMAS:
        lines.append(f"{pragma} {_answer(vault, f'PRAGMA {pragma}')}")
    lines.append(f"sqlite {_answer(vault, 'SELECT sqlite_version()')}")
    for table in _tables(vault):
        lines.append(f"{table} {_answer(vault, f'SELECT count(*) FROM [{table}]')}")
    lines += [f"fault: {_SAFE.sub('?', fault)[:200]}" for fault in faults[:MOST_FAULTS]]
    return "\n".join(lines)


def _sizes(vault: Vault) -> list[str]:
    """Bytes of each file of the vault, by what it is."""
    files = vault.files
    paths = {
        "database": files.db,
        "log": files.wal,
        "keys": files.keys,
        "spare keys": files.spare_keys,
        "mark": files.mark,
        "drafts": files.drafts,
        "reserve": files.reserve,
    }
    return [f"{name} {path.stat().st_size if path.exists() else 'missing'}" for name, path in paths.items()]


def _tables(vault: Vault) -> list[str]:
    try:
        return [row[0] for row in rows(vault, _COUNTED)]
    except StoreError:  # told among the faults
        return []


def _answer(vault: Vault, query: str) -> str:
    try:
        found = rows(vault, query)
    except StoreError as error:
        return type(error).__name__
    return str(found[0][0]) if found else "-"
