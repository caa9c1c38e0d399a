"""The sealed box: what is dropped in without opening the notes, readable for who can open them alone.

    vault.box        whose box it is: one JSON object in canonical form
                     {"format": 1, "proof": HEX64, "public": HEX64, "vault": HEX32}
    box/NAME.sealed  one entry: MAGIC, 16 bytes that name the box, and a sealed box of libsodium
                     (X25519, XSalsa20-Poly1305, a sender's key of its own for each)

The private key is HMAC-SHA256 of the data key over INFO. It is kept nowhere, so whatever opens the notes
opens the box: a new passphrase, a copy from before, notes that were put back. `proof` is the same over
PROOF, vault and public key: who may write here and put a key of their own in its place is found out at the
next opening. What is sealed is filled up to whole BLOCKs, so that its length tells little.

An entry is written whole and synced under another name before it gets its own. Any number of processes may
drop in at once; only who holds the open notes takes out.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from rewire_app.atomic import replace_file, sync_folder, write_atomic
from rewire_app.errors import NoBoxError, StoreError
from rewire_app.i18n import _
from rewire_app.store.vault import keyslots
from rewire_app.store.vault.faults import from_system
from rewire_app.store.vault.files import ProfileFiles, private_folder

FORMAT = 1
MAGIC = b"rewire-box-1\n"
INFO, PROOF = b"rewire/1/box", b"rewire/1/box proof/"
SUFFIX = ".sealed"
NAME = 16
"""Bytes that name the box an entry was put into."""
BLOCK = 256
MOST = 1_048_576
"""A file of more bytes is no entry: the longest text takes a third of it."""
LABEL_MOST = 4_096
"""More bytes than a label has."""
LEFT_S = 3_600.0
"""After so many seconds a file that never got its name belongs to no process any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxLabel:
    """Whose box it is: the id of the vault, the public key, and the proof that they belong together."""

    vault: bytes
    public: bytes
    proof: bytes = b""

    @property
    def name(self) -> bytes:
        """What names the box in its entries."""
        return hashlib.sha256(self.vault + self.public).digest()[:NAME]


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedEntry:
    """One file of the box; `content` is None where it is damaged."""

    path: Path
    content: bytes | None = field(repr=False)


def drop_in(files: ProfileFiles, content: bytes) -> None:
    """Seal `content` and put it into the box; it is on the disk when this returns.

    Raises NoBoxError where there is none for these notes, or another StoreError; then nothing was kept.
    """
    from nacl.public import PublicKey, SealedBox

    label = read_label(files)
    if label is None or not _fits(files, label):
        raise no_box()
    room = -(-(len(content) + 1) // BLOCK) * BLOCK
    sealed = SealedBox(PublicKey(label.public)).encrypt(content + b"\n" + b" " * (room - len(content) - 1))
    path = files.box / f"{os.urandom(NAME).hex()}{SUFFIX}"
    try:
        private_folder(files.box)
        write_atomic(path, MAGIC + label.name + sealed)
    except OSError as error:
        raise from_system(error, path) from None


def waiting(files: ProfileFiles) -> int:
    """How many entries wait in the box of these notes; 0 where it cannot be looked at."""
    label = read_label(files)
    if label is None:
        return 0
    begins = MAGIC + label.name
    with suppress(OSError):
        return sum(_begins_with(path, begins) for path in list(_sealed(files)))
    return 0


def read_label(files: ProfileFiles) -> BoxLabel | None:
    """Whose box it is; None where there is none, or it is damaged."""
    try:
        with open(files.box_label, "rb") as file:
            told = json.loads(file.read(LABEL_MOST))
        if told["format"] != FORMAT:
            return None
        label = BoxLabel(**{name: bytes.fromhex(told[name]) for name in ("vault", "public", "proof")})
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return label if (len(label.vault), len(label.public)) == (16, 32) else None


class EntryBox:
    """The box of one open vault."""

    def __init__(self, files: ProfileFiles, key: bytes, vault: str) -> None:
        """`key` is the data key, `vault` the vault's id in hex; nothing is read before it is asked for."""
        self._files, self._key, self._vault = files, key, bytes.fromhex(vault)

    def prepare(self) -> str:
        """See that there is a box, and that its key is this vault's.

        A sentence for the person where another key was in its place, else "". Raises a StoreError.
        """
        there = read_label(self._files)
        if there is not None and self._is_own(there) and self._files.box.is_dir():
            return ""
        try:
            self._files.folder.stat()  # what was moved away is not made anew
            private_folder(self._files.box)
            if there is None or not self._is_own(there):
                self._write_label()
            sync_folder(self._files.folder)
        except OSError as error:
            raise from_system(error, self._files.box_label) from None
        strange = there is not None and there.vault == self._vault and not self._is_own(there)
        return _strange_key() if strange else ""

    @property
    def waits(self) -> bool:
        """Whether there is anything in it; looks at names alone."""
        with suppress(OSError):
            return next(_sealed(self._files), None) is not None
        return False

    def entries(self) -> Iterator[SealedEntry]:
        """What is in the box of this vault, in no order; what was put into another one is passed over."""
        from nacl.exceptions import CryptoError
        from nacl.public import PrivateKey, SealedBox

        private = PrivateKey(hmac.digest(self._key, INFO, "sha256"))
        opened = SealedBox(private)
        own = BoxLabel(vault=self._vault, public=bytes(private.public_key)).name
        start = len(MAGIC) + NAME
        for path in _sealed(self._files):
            whole = _read(path)
            if whole is None:
                continue  # the disk does not let it be read now: it stays
            content = None
            with suppress(CryptoError, ValueError):
                content = opened.decrypt(whole[start:])
            of_another = whole.startswith(MAGIC) and len(whole) > start and whole[len(MAGIC) : start] != own
            if content is not None or not of_another:
                yield SealedEntry(path=path, content=content)

    def let_go(self, paths: Iterable[Path]) -> None:
        """These are among the notes. One that cannot be removed is known as taken in the next time."""
        for path in paths:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        with suppress(OSError):
            sync_folder(self._files.box)

    def put_aside(self, paths: Iterable[Path]) -> None:
        """These cannot be read: they are kept apart, where they hold nobody up."""
        aside = self._files.quarantine / self._files.box.name
        with suppress(OSError):
            private_folder(aside)
            for path in paths:
                replace_file(path, aside / path.name)

    def clear_leftovers(self) -> None:
        """Remove what processes left that died before they said that it is kept."""
        with suppress(OSError):
            for path in self._files.box.glob(f".*{SUFFIX}.*"):
                if abs(time.time() - path.stat().st_mtime) > LEFT_S:
                    path.unlink()

    def _is_own(self, label: BoxLabel) -> bool:
        return label.vault == self._vault and hmac.compare_digest(label.proof, self._proof(label.public))

    def _proof(self, public: bytes) -> bytes:
        return hmac.digest(self._key, PROOF + self._vault + public, "sha256")

    def _write_label(self) -> None:
        from nacl.public import PrivateKey

        public = bytes(PrivateKey(hmac.digest(self._key, INFO, "sha256")).public_key)
        told = {"vault": self._vault, "public": public, "proof": self._proof(public)}
        table = {"format": FORMAT, **{name: value.hex() for name, value in told.items()}}
        text = json.dumps(table, sort_keys=True, separators=(",", ":"))
        write_atomic(self._files.box_label, text.encode() + b"\n")


def no_box() -> NoBoxError:
    """The fault for notes that have no box yet."""
    return NoBoxError(
        _("There is no sealed box for these notes yet. Nothing was kept. Open Rewire once, then there is.")
    )


def _fits(files: ProfileFiles, label: BoxLabel) -> bool:
    """Whether the notes beside the box are those it belongs to, as far as their key file can say it."""
    with suppress(OSError, StoreError):
        return keyslots.parsed(files.keys.read_bytes()).vault == label.vault
    return True


def _strange_key() -> str:
    return _(
        "The sealed box had a key that is not from your notes, so what was dropped into it lately may be "
        "lost, or read by somebody else. It has its own key again. Who else can write in Rewire’s folder?"
    )


def _sealed(files: ProfileFiles) -> Iterator[Path]:
    """The files of the box; a folder or a pipe of such a name is none, and would hold everything up."""
    named = (path for path in files.box.glob(f"*{SUFFIX}") if not path.name.startswith("."))
    return (path for path in named if path.is_file())


def _begins_with(path: Path, begins: bytes) -> bool:
    with suppress(OSError), open(path, "rb") as file:
        return file.read(len(begins)) == begins
    return False


def _read(path: Path) -> bytes | None:
    """All that is in a file, as far as it can be an entry; None where it cannot be read."""
    try:
        with open(path, "rb") as file:
            content = file.read(MOST + 1)
    except OSError:
        return None
    return b"" if len(content) > MOST else content
