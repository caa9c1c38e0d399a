"""The program's icon in every form that a system asks for, drawn from the one SVG; needs PySide6.

`python packaging/icons.py FOLDER ID` writes those of a Linux desktop; FOLDER is its icons/hicolor.
"""

from __future__ import annotations

import os
import shutil
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SVG = Path(__file__).resolve().parents[1] / "resources" / "icons" / "rewire.svg"

LINUX = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
WINDOWS = (16, 24, 32, 48, 64, 128, 256)
MACOS = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def png(size: int) -> bytes:
    """The icon as PNG, `size` pixels square."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico() -> bytes:
    """For Windows: PNG pictures behind a table."""
    pictures = [(size, png(size)) for size in WINDOWS]
    place = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, picture in pictures:
        row = (size % 256, size % 256, 0, 0, 1, 32, len(picture), place + len(body))
        head += struct.pack("<BBBBHHII", *row)
        body += picture
    return head + body


def icns() -> bytes:
    """For macOS: PNG pictures, each behind its kind and size."""
    body = b""
    for kind, size in MACOS.items():
        picture = png(size)
        body += kind + struct.pack(">I", len(picture) + 8) + picture
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def hicolor(folder: Path, name: str) -> None:
    """Write all sizes and the drawing itself below `folder`, called `name`."""
    for size in LINUX:
        file = folder / f"{size}x{size}" / "apps" / f"{name}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(png(size))
    drawing = folder / "scalable" / "apps" / f"{name}.svg"
    drawing.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SVG, drawing)


if __name__ == "__main__":
    hicolor(Path(sys.argv[1]), sys.argv[2])
