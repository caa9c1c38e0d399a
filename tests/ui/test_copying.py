"""What is copied by a button is marked as private and cleared again, unless something replaced it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from rewire_app.domain.lists.entries import ListKind
from rewire_app.ui.base import copying
from rewire_app.ui.base.copying import CLEARED_AFTER_S, copy_private, copy_private_picture, copy_public
from rewire_app.ui.widgets.bare_line import BareLine
from tests.ui.house import House, words_of

WORDS = "said it a third time"


@pytest.fixture(autouse=True)
def _empty(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def held() -> str:
    return QGuiApplication.clipboard().text()


def waiting() -> list[QTimer]:
    return [one for one in QGuiApplication.clipboard().findChildren(QTimer) if one.isActive()]


def time_is_up(timer: QTimer) -> None:
    """The 45 seconds are over."""
    assert timer.interval() == CLEARED_AFTER_S * 1000 == 45_000
    timer.timeout.emit()
    timer.stop()


def test_a_private_copy_carries_the_hints_of_every_system_that_has_one(qapp: QApplication) -> None:
    said = copy_private(WORDS)
    mime = QGuiApplication.clipboard().mimeData()
    assert bytes(mime.data("x-kde-passwordManagerHint").data()) == b"secret"
    windows = 'application/x-qt-windows-mime;value="{}"'
    for name in ("CanIncludeInClipboardHistory", "CanUploadToCloudClipboard"):
        assert bytes(mime.data(windows.format(name)).data()) == bytes(4)
    assert mime.hasFormat(windows.format("ExcludeClipboardContentFromMonitorProcessing"))
    assert "45 seconds" in said


@pytest.mark.parametrize("picture", [False, True])
def test_it_is_cleared_when_its_time_is_up(picture: bool, qapp: QApplication) -> None:
    if picture:
        copy_private_picture(QImage(4, 4, QImage.Format.Format_RGB32))
        assert QGuiApplication.clipboard().mimeData().hasImage()
    else:
        copy_private(WORDS)
        assert held() == WORDS
    time_is_up(waiting()[-1])
    assert not QGuiApplication.clipboard().mimeData()
    assert not BareLine().menu().isEmpty()  # a field copes with a clipboard that was cleared


def test_what_replaced_it_meanwhile_stays(qapp: QApplication) -> None:
    copy_private(WORDS)
    QGuiApplication.clipboard().setText("from elsewhere")
    time_is_up(waiting()[-1])
    copying.clear()
    assert held() == "from elsewhere"


def test_the_time_of_an_earlier_copy_does_not_cut_short_a_later_one(qapp: QApplication) -> None:
    before = waiting()
    copy_private("the first")
    first = next(one for one in waiting() if one not in before)
    copy_private(WORDS)
    time_is_up(first)
    assert held() == WORDS


def test_what_says_nothing_of_the_person_stays(qapp: QApplication) -> None:
    copy_public("Rewire, a fault")
    copying.clear()
    assert held() == "Rewire, a fault"
    assert not QGuiApplication.clipboard().mimeData().hasFormat("x-kde-passwordManagerHint")


def test_a_list_that_was_copied_is_gone_when_rewire_closes(house: House) -> None:
    house.open()
    page = house.go(f"lists/{ListKind.KIT.value}")
    page.view.copy()
    assert "cleared after 45 seconds" in words_of(house.shell.line)
    assert held()
    house.close()
    assert not held()
