"""The icon in the forms that systems ask for, read back as those read them."""

from __future__ import annotations

import struct
from pathlib import Path

import icons
import pytest
from PySide6.QtGui import QImage


def _size(picture: bytes) -> tuple[int, int]:
    image = QImage.fromData(picture, "PNG")
    return image.width(), image.height()


def test_windows_finds_each_size_where_the_table_says() -> None:
    content = icons.ico()
    zero, kind, count = struct.unpack_from("<HHH", content)
    assert (zero, kind, count) == (0, 1, len(icons.WINDOWS))
    for number, size in enumerate(icons.WINDOWS):
        width, _height, _c, _r, _p, _bits, length, place = struct.unpack_from(
            "<BBBBHHII", content, 6 + 16 * number
        )
        assert width == size % 256
        assert _size(content[place : place + length]) == (size, size)


def test_a_mac_finds_each_size_behind_its_kind() -> None:
    content = icons.icns()
    assert content[:4] == b"icns"
    assert struct.unpack_from(">I", content, 4) == (len(content),)
    place, found = 8, {}
    while place < len(content):
        kind, length = content[place : place + 4], struct.unpack_from(">I", content, place + 4)[0]
        found[kind] = _size(content[place + 8 : place + length])
        place += length
    assert found == {kind: (size, size) for kind, size in icons.MACOS.items()}


@pytest.mark.usefixtures("qapp")
def test_a_linux_desktop_finds_every_size_and_the_drawing(tmp_path: Path) -> None:
    icons.hicolor(tmp_path, "an.id")
    for size in icons.LINUX:
        assert _size((tmp_path / f"{size}x{size}" / "apps" / "an.id.png").read_bytes()) == (size, size)
    assert (tmp_path / "scalable" / "apps" / "an.id.svg").read_bytes() == icons.SVG.read_bytes()


@pytest.mark.usefixtures("qapp")
def test_the_icon_is_drawn_and_its_corners_are_clear() -> None:
    image = QImage.fromData(icons.png(64), "PNG")
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(32, 32).alpha() == 255
