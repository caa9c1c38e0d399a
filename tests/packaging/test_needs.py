"""What a built folder asks of the system is found in its libraries; one that lacks any is refused."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import needs
import pytest

FOLDER = Path(__file__).resolve().parents[2] / "dist" / "rewire"

HEADER = """
Dynamic Section:
  NEEDED               libQt6Core.so.6
  NEEDED               libc.so.6
  SONAME               libthing.so.1

Version References:
  required from libc.so.6:
    0x06969194 0x00 04 GLIBC_2.14
    0x069691b4 0x00 03 GLIBC_2.9
    0x09691a75 0x00 02 GLIBC_PRIVATE
"""

linux = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("objdump"), reason="reads libraries of Linux with objdump"
)


def test_versions_are_compared_as_numbers() -> None:
    assert needs.told(HEADER) == (["libQt6Core.so.6", "libc.so.6"], (2, 14))


def test_what_no_system_is_known_to_have_is_refused() -> None:
    found = needs.Needs(
        glibc=(2, 34), libraries={"a.so": ("libc.so.6", "libGL.so.1"), "b.so": ("libcrypt.so.1", "libm.so.6")}
    )
    assert found.refused() == {"b.so": ("libcrypt.so.1",)}


@linux
def test_a_library_of_the_folder_itself_is_not_asked_for(tmp_path: Path) -> None:
    import sqlcipher3._sqlite3 as library

    own = Path(library.__file__)
    (tmp_path / "inner").mkdir()
    shutil.copy(own, tmp_path / "inner")
    (tmp_path / "libm.so.6").write_text("not a library, but here")
    found = needs.needs(tmp_path)
    assert set(found.libraries) == {f"inner/{own.name}"}
    assert "libc.so.6" in found.libraries[f"inner/{own.name}"]
    assert "libm.so.6" not in found.libraries[f"inner/{own.name}"]
    assert (2, 4) < found.glibc < (3, 0)


@linux
@pytest.mark.skipif(not FOLDER.is_dir(), reason="packaging/folder was not run here")
def test_the_folder_needs_what_debian_12_has_and_nothing_that_is_not_named() -> None:
    found = needs.needs(FOLDER)
    assert (2, 34) <= found.glibc <= (2, 36)
    assert not found.refused()
