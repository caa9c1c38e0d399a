"""Vaults that cannot be opened for one of three reasons, made at random; and slips in a recovery code."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rewire_app.errors import DamagedKeyError, DamagedStoreError, StoreError, WrongSecretError
from rewire_app.store.store import Store
from rewire_app.store.vault import key_change
from rewire_app.store.vault.files import PAGE, ProfileFiles
from rewire_app.store.vault.keyslots import RECOVERY_FLOOR, Cost
from rewire_app.store.vault.recovery_code import SIGNS, groups, new_code
from rewire_app.store.vault.unlocking import Secret
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make
from tests.store.cheap import CHEAP, WORDS, passphrase, recovery

Open = Callable[[Path, Secret], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What was done to a vault, with what it is then opened, and what has to be said."""

    reason: str
    secret: Secret
    said: type[StoreError]


class Locked:
    """A vault with a passphrase and a code, which can be made whole again after each case."""

    def __init__(self, folder: Path, cost: Cost = CHEAP) -> None:
        """Make it in `folder`, at this `cost` of its passphrase slot."""
        self.files = ProfileFiles(folder / "profile")
        self.floor = cost
        self._whole = folder / "whole"
        with closing(open_vault(self.files.folder, floor=cost)) as vault:
            Store(vault).practices.add(make.practice())
            key_change.set_passphrase(vault, WORDS, cost=cost)
            least = CHEAP if cost == CHEAP else RECOVERY_FLOOR
            self.code = key_change.make_recovery_code(vault, cost=least)
        shutil.copytree(self.files.folder, self._whole)

    def open(self, profile: Path, secret: Secret) -> None:
        """Open it and close it again; raises a StoreError."""
        open_vault(profile, secret=secret, floor=self.floor).close()

    def cases(self, count: int, seed: int) -> Iterator[Case]:
        """So many cases, each on the files as it has changed them."""
        chance = random.Random(seed)
        makers = (self._wrong_passphrase, self._wrong_code, self._damaged_keys, self._damaged_data)
        for number in range(count):
            shutil.rmtree(self.files.folder)
            shutil.copytree(self._whole, self.files.folder)
            yield makers[number % len(makers)](chance)

    def _wrong_passphrase(self, chance: random.Random) -> Case:
        return Case(reason="passphrase", secret=passphrase(slipped(WORDS, chance)), said=WrongSecretError)

    def _wrong_code(self, _chance: random.Random) -> Case:
        return Case(reason="code", secret=recovery(new_code()), said=WrongSecretError)

    def _damaged_keys(self, chance: random.Random) -> Case:
        for path in (self.files.keys, self.files.spare_keys):
            path.write_bytes(spoiled(path.read_bytes(), chance))
        return Case(reason="keys", secret=self._right(chance), said=DamagedKeyError)

    def _damaged_data(self, chance: random.Random) -> Case:
        content = self.files.db.read_bytes()
        self.files.db.write_bytes(spoiled(content[:PAGE], chance)[:PAGE].ljust(PAGE, b"\0") + content[PAGE:])
        return Case(reason="data", secret=self._right(chance), said=DamagedStoreError)

    def _right(self, chance: random.Random) -> Secret:
        return passphrase() if chance.random() < 0.7 else recovery(self.code)


def misjudged(vault: Locked, count: int, seed: int, opens: Open) -> tuple[list[str], dict[str, set[str]]]:
    """Which of so many cases were told as another one, and all that was said for each reason."""
    wrong: list[str] = []
    said: dict[str, set[str]] = {}
    for number, case in enumerate(vault.cases(count, seed)):
        try:
            opens(vault.files.folder, case.secret)
            wrong.append(f"{number} {case.reason}: opened")
        except StoreError as error:
            if type(error) is not case.said:
                wrong.append(f"{number} {case.reason}: {type(error).__name__}")
            said.setdefault(case.reason, set()).add(str(error))
    return wrong, said


def slipped(text: str, chance: random.Random) -> str:
    """`text` with one slip of the fingers, which is another text."""
    place = chance.randrange(len(text) - 1)
    sign = chance.choice("aeinst BX7.é")
    slips = (
        text[:place] + sign + text[place + 1 :],
        text[:place] + text[place + 1 :],
        text[:place] + sign + text[place:],
        text[:place] + text[place + 1] + text[place] + text[place + 2 :],
        text[:place] + text[place:].swapcase(),
        f"{text} ",
        "",
    )
    found = chance.choice(slips)
    return found if found != text else slipped(text, chance)


def spoiled(content: bytes, chance: random.Random) -> bytes:
    """`content` after a fault of a disk: a bit, a stretch, a cut, or all of it."""
    place = chance.randrange(len(content))
    length = chance.randrange(1, 64)
    flipped = content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]
    faults = (
        flipped,
        flipped,
        content[:place] + chance.randbytes(length) + content[place + length :],
        content[:place] + bytes(length) + content[place + length :],
        content[:place],
        chance.randbytes(len(content)),
        bytes(len(content)),
    )
    found = chance.choice(faults)
    return found if found != content else spoiled(content, chance)


def slips_of_a_code(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """So many codes, each with a slip as it is made while typing from paper."""
    chance = random.Random(seed)
    code = new_code()
    for number in range(count):
        if number % 100 == 0:
            code = new_code()
        parts = list(groups(code))
        signs = "".join(parts)
        place, other = chance.randrange(35), chance.choice(SIGNS)
        one, two = chance.sample(range(9), 2)
        parts[one], parts[two] = parts[two], parts[one]
        dropped = signs[:place] + signs[place + 1 :]
        slips = (
            signs[:place] + other + signs[place + 1 :],
            signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :],
            dropped,
            signs[:place] + other + signs[place:],
            dropped[: two * 4] + other + dropped[two * 4 :],
            "".join(parts),
        )
        slip = chance.choice(slips)
        if slip != signs:
            yield code, slip
