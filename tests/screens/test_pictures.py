"""Key screens look as they did when they were last looked at.

The reference pictures are in `tests/data/pictures`. After a wanted change, look at the new pictures and
record them: `python -m tests.screens.test_pictures`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QCursor, QImage
from PySide6.QtWidgets import QApplication

from rewire_app import spelling
from rewire_app.ui.frame.screenshots import draw

REFERENCE = Path(__file__).parent.parent / "data" / "pictures"
SIZE = (1200, 800)
KEPT = (
    "today",
    "practice",
    "own-editor",
    "own-breathing",
    "journal",
    "evening",
    "moment",
    "patterns-list",
    "patterns-page",
    "patterns-network",
    "patterns-ladder-before",
    "prediction-book",
    "diary-card",
    "trends",
    "trends-against",
    "trends-against-evenings",
    "trends-sleep",
    "trends-sleep-evenings",
    "trends-moments",
    "trends-days",
    "trends-notes",
    "trends-empty",
    "library",
    "library-article",
    "help",
    "lists",
    "state",
    "settings-reading",
    "setup-2",
    "player-breathe",
    "player-breathe-still",
    "player-rate",
    "player-finish",
)
STEP = 24
"""How far a channel (0 to 255) may be off before a pixel counts as another one."""
SHARE = 0.002
"""Share of other pixels that a picture may have: the edge of a letter, not a moved one."""


def names() -> list[str]:
    """The reference pictures, light and dark."""
    return [f"{theme}-{SIZE[0]}x{SIZE[1]}-{picture}.png" for theme in ("light", "dark") for picture in KEPT]


def other_share(one: QImage, two: QImage) -> float:
    """Share of pixels that differ by more than STEP in any channel; 1 for another size."""
    if one.size() != two.size():
        return 1.0
    import numpy as np

    def pixels(image: QImage) -> np.ndarray:
        plain = image.convertToFormat(QImage.Format.Format_RGB32)
        flat = np.frombuffer(plain.constBits(), np.uint8)
        return flat.reshape(plain.height(), plain.bytesPerLine())[:, : plain.width() * 4].astype(int)

    apart = np.abs(pixels(one) - pixels(two)).reshape(one.height(), one.width(), 4)
    return float((apart.max(axis=2) > STEP).mean())


@pytest.fixture(scope="module")
def drawn(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All pictures, drawn once, with the mouse in the corner: tests before this one leave it on a button.

    A computer with a dictionary has one choice more: here none has.
    """
    QCursor.setPos(0, 0)
    folder = tmp_path_factory.mktemp("pictures")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spelling, "available", lambda: False)
        assert draw(qapp, folder, ("light", "dark"), [(SIZE, 100)]) == 0
    return folder


@pytest.mark.parametrize("name", names())
def test_the_screen_looks_as_it_did(drawn: Path, name: str) -> None:
    was, now = QImage(str(REFERENCE / name)), QImage(str(drawn / name))
    assert not was.isNull()
    share = other_share(was, now)
    if share > SHARE:
        now.save(str(Path(drawn.parent / name)))
    assert share <= SHARE, f"{share:.2%} of the picture is different; the new one is {drawn.parent / name}"


def test_a_moved_word_would_be_noticed(drawn: Path) -> None:
    name = names()[0]
    picture = QImage(str(drawn / name))
    moved = picture.copy()
    for y in range(48, 110):
        for x in range(1100, 260, -1):
            moved.setPixel(x, y, picture.pixel(x - 3, y))
    assert other_share(picture, moved) > SHARE


def record() -> None:
    """Draw the pictures anew and keep them as the reference."""
    import os
    import tempfile

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from rewire_app.app import application

    REFERENCE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        draw(application(), Path(folder), ("light", "dark"), [(SIZE, 100)])
        for name in names():
            (REFERENCE / name).write_bytes((Path(folder) / name).read_bytes())


if __name__ == "__main__":
    sys.exit(record())
