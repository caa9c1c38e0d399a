"""Reads a database file of SQLCipher 4 without SQLCipher: every byte of every page, decrypted."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
SALT = 16
"""Bytes at the beginning of the first page that are not encrypted."""
RESERVED = 80
"""Bytes at the end of each page: 16 of initialisation vector, 64 of HMAC."""


def decrypted(path: Path, key: bytes) -> bytes:
    """All pages of the file at `path`, in order, each with what lies in its unused room."""
    data = path.read_bytes()
    return b"".join(_page(data[start : start + PAGE], key, start == 0) for start in range(0, len(data), PAGE))


def _page(page: bytes, key: bytes, first: bool) -> bytes:
    end = PAGE - RESERVED
    reading = Cipher(algorithms.AES(key), modes.CBC(page[end : end + 16])).decryptor()
    begin = SALT if first else 0
    return page[:begin] + reading.update(page[begin:end]) + reading.finalize()
