"""Where entries come from that were not made here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The program that wrote a file, the file's name, and the SHA-256 of its content in hex."""

    program: str
    file: str
    hash: str
