"""Packs made for harm: each is refused in a sentence, quickly and in little memory, and nothing is kept."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.packs.checked import look_at_pack
from rewire_app.exchange.packs.zipped import read_zip
from tests.exchange.packs.small_pack import EXERCISE, FILES, HEAD, packed


def with_member(name: str, data: bytes | str = "x", attr: int = 0o100644) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for known, text in FILES.items():
            zipped.writestr(known, text)
        info = zipfile.ZipInfo(name)
        info.external_attr = attr << 16
        zipped.writestr(info, data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def twice() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        zipped.writestr("pack.toml", HEAD)
        zipped.writestr("exercises/lamp.toml", EXERCISE)
        zipped.writestr("exercises/same.toml", EXERCISE)
    return made.getvalue().replace(b"exercises/same", b"exercises/lamp")


def lying(stated: int) -> bytes:
    """A zip that says its last file has `stated` bytes."""
    data = bytearray(with_member("exercises/z.toml", "a" * 50_000))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", stated)
    return bytes(data)


HOSTILE: list[tuple[str, Callable[[], bytes], str]] = [
    ("bomb", lambda: with_member("exercises/z.toml", b"\0" * 60_000_000), "larger than Rewire reads"),
    ("traversal", lambda: with_member("../pack.toml"), "names places outside itself"),
    ("traversal inside", lambda: with_member("exercises/../../x.toml"), "names places outside itself"),
    ("root", lambda: with_member("/etc/x.toml"), "names places outside itself"),
    ("drive", lambda: with_member("C:\\x.toml"), "names places outside itself"),
    ("link", lambda: with_member("exercises/z.toml", "/etc/passwd", 0o120777), "is no part of a pack"),
    ("program", lambda: with_member("exercises/z.py"), "“exercises/z.py” is no part of a pack"),
    ("picture", lambda: with_member("glyphs/a.svg"), "is no part of a pack"),
    ("deeper", lambda: with_member("exercises/in/z.toml"), "is no part of a pack"),
    ("seen otherwise", lambda: with_member("exercises/\u202e.exe"), "“exercises/\\?.exe” is no part"),
    ("other case", lambda: with_member("exercises/LAMP.toml"), "have the same name"),
    ("twice", twice, "have the same name"),
    ("size too large", lambda: lying(60_000), "damaged or not whole"),
    ("size too small", lambda: lying(10), "damaged or not whole"),
    ("no zip", lambda: b"PK\x03\x04 and no more", "damaged or not whole"),
    ("empty", lambda: b"", "damaged or not whole"),
]


@pytest.mark.parametrize(("make", "said"), [one[1:] for one in HOSTILE], ids=[one[0] for one in HOSTILE])
def test_a_hostile_zip_is_refused_in_a_sentence(tmp_path: Path, make: Callable[[], bytes], said: str) -> None:
    path = tmp_path / "x.rewire-pack"
    path.write_bytes(make())
    with pytest.raises(ImportRefusedError, match=said):
        read_zip(path)


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    many = {f"exercises/a{n}.toml": "x" for n in range(130)}
    with pytest.raises(ImportRefusedError, match="more than 120 files"):
        read_zip(packed(tmp_path / "x.rewire-pack", {"pack.toml": HEAD, **many}))


def test_without_a_head_it_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match=r"no pack\.toml"):
        read_zip(packed(tmp_path / "x.rewire-pack", {"exercises/lamp.toml": EXERCISE}))


def test_what_takes_for_ever_to_check_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rewire_app.exchange.bound_child.PATIENCE", 1)  # to wait for less
    ask = '[[steps]]\nkind = "pick"\nsave = "p{n}"\nmax = 1\ntext = "One?"\noptions = ["A", "B"]\n'
    say = '[[steps]]\nkind = "say"\ntext = "So."\nwhen = [{{ var = "p{n}", op = "eq", value = "A" }}]\n'
    steps = "".join(ask.format(n=n) for n in range(8)) + "".join(say.format(n=n) for n in range(8))
    slow = {
        f"exercises/slow{n}.toml": EXERCISE.replace('"lamp"', f'"slow{n}"').split("[[steps]]")[0] + steps
        for n in range(40)
    }
    path = packed(tmp_path / "x.rewire-pack", {**FILES, **slow})
    begun = time.monotonic()
    with pytest.raises(ImportRefusedError, match="more than 5 seconds to check"):
        look_at_pack(path)
    assert time.monotonic() - begun < 10


def test_a_child_that_cannot_be_started_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rewire_app.exchange.bound_child.itself", lambda _word: ["false"])
    with pytest.raises(ImportRefusedError, match="Nothing was changed"):
        look_at_pack(packed(tmp_path / "x.rewire-pack"))
