"""Changes of who can open a vault, as scenes for `faults.py`: the old way or the new one opens it, always."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rewire_app.errors import StoreError
from rewire_app.store.store import Store
from rewire_app.store.vault import key_change, recovery_code
from rewire_app.store.vault.keyslots import packed
from rewire_app.store.vault.unlocking import Secret
from rewire_app.store.vault.vault import Vault
from tests.reliability.scenes import DONE, REFUSED, Scene
from tests.reliability.traced import Said
from tests.store import entries as make
from tests.store.cheap import CHEAP, opened, passphrase, recovery

OLD, NEW = passphrase("the words before"), passphrase("the words after")
ENTRIES = 3


@contextmanager
def drawn(sign: int) -> Iterator[None]:
    """Every random byte of a code is `sign` meanwhile, so that whoever judges knows the code."""
    whole = secrets.token_bytes
    secrets.token_bytes = lambda count=None: bytes([sign]) * (count or 32)
    try:
        yield
    finally:
        secrets.token_bytes = whole


def code_of(sign: int) -> Secret:
    """The code that is made where every random byte is `sign`."""
    with drawn(sign):
        return recovery(recovery_code.new_code())


OLD_CODE, NEW_CODE = code_of(1), code_of(2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is done to an open vault; `before` opens it until then, `after` from then on, `stays` always."""

    change: Callable[[Vault], object]
    before: Secret | None
    after: Secret | None
    stays: tuple[Secret, ...] = ()


def make_code(vault: Vault, sign: int) -> None:
    """Make the code of `sign`."""
    with drawn(sign):
        key_change.make_recovery_code(vault, cost=CHEAP)


def set_new(vault: Vault) -> None:
    """Set the new passphrase."""
    key_change.set_passphrase(vault, NEW.text, cost=CHEAP)


CHANGES = {
    "first passphrase": Change(change=set_new, before=None, after=NEW),
    "change passphrase": Change(change=set_new, before=OLD, after=NEW, stays=(OLD_CODE,)),
    "remove passphrase": Change(change=key_change.remove_passphrase, before=OLD, after=None),
    "new code": Change(
        change=partial(make_code, sign=2),
        before=OLD_CODE,
        after=NEW_CODE,
        stays=(OLD,),
    ),
}


def prepare(change: Change, profile: Path) -> None:
    """Make a vault with entries, and with the old passphrase and code where there is one before."""
    with closing(opened(profile)) as vault:
        for number in range(ENTRIES):
            Store(vault).practices.add(make.practice(number))
        if change.before is not None:
            key_change.set_passphrase(vault, OLD.text, cost=CHEAP)
            make_code(vault, 1)


def work(change: Change, profile: Path, said: Said, *, early: bool = False) -> int:
    """Open the vault as before, make the change, close it."""
    try:
        vault = opened(profile, change.before)
    except StoreError:
        return REFUSED
    if early:
        said.confirm(1)
    refused = False
    try:
        change.change(vault)
        said.confirm(1)
    except StoreError:
        refused = True
    try:
        vault.close()
    except StoreError:
        refused = True
    return REFUSED if refused else DONE


def judge(change: Change, profile: Path, said: Said) -> Iterator[str]:
    """What is wrong with what is left: who gets in, and what lies there in the clear."""
    keys = [path.read_bytes() for path in profile.glob("*keys*") if path.is_file()]
    yield from in_the_clear(change, keys, said)
    ways = (change.after,) if 1 in said.confirmed() else (change.after, change.before)
    key = None
    for secret in ways:
        try:
            with closing(opened(profile, secret)) as vault:
                key = vault.key
                yield from vault.faults()
                if len(Store(vault).practices.recent(9)) != ENTRIES:
                    yield "entries are missing"
            break
        except StoreError:
            continue
    if key is None:
        yield "nobody gets in"
        return
    for secret in change.stays:
        with closing(opened(profile, secret)):
            pass
    left = sorted(path.name for path in profile.glob("*keys*") if path.is_file())
    if left != ["vault.keys", "vault.keys.prev"]:
        yield f"left {left}"


def in_the_clear(change: Change, contents: Iterable[bytes], said: Said) -> Iterator[str]:
    """A first passphrase that was said to be set leaves no slot that needs none."""
    if change.before is None and 1 in said.confirmed():
        yield from ("the key lies there in the clear" for content in contents if b'"kind":"open"' in content)


def naive(vault: Vault) -> None:
    """A change that writes the key file over, after its spare was taken away."""
    set_new(vault)
    vault.files.spare_keys.unlink()
    vault.files.keys.write_bytes(packed(vault.keys))


def scene(change: Change, *, early: bool = False) -> Scene:
    """The scene of one change."""
    return Scene(
        prepare=partial(prepare, change),
        work=partial(work, change, early=early),
        judge=partial(judge, change),
    )


NAIVE = Change(change=naive, before=OLD, after=NEW)
KEY_SCENES = {name: scene(change) for name, change in CHANGES.items()} | {
    "naive passphrase": scene(NAIVE),
    "early passphrase": scene(CHANGES["change passphrase"], early=True),
}
