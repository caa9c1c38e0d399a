"""Whatever went wrong, the whole sentence that says so is in sight, on a small screen and in large text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rewire_app.ui.widgets.theme import theme
from tests.screens.fit import faults
from tests.screens.messages import messages, strip_in


@pytest.fixture(autouse=True)
def _usual_look_after(qapp: QApplication) -> Iterator[None]:
    yield
    theme.use(qapp)


def test_the_sentences_are_found() -> None:
    found = messages()
    assert any("The disk is full" in said for said in found["store/vault/faults"])
    assert any("belongs to another user" in said for said in found["ui/frame/place_notices"])
    assert sum(map(len, found.values())) > 150


@pytest.mark.parametrize(("wide", "scale"), [(640, 100), (900, 150), (1366, 200)])
def test_every_message_is_whole(wide: int, scale: int, qapp: QApplication, qtbot: QtBot) -> None:
    theme.use(qapp, scale=scale)
    window, strip = strip_in(wide)
    qtbot.addWidget(window)
    cut = {}
    for sentence in (one for said in messages().values() for one in said):
        strip.say(sentence)
        qapp.processEvents()
        qapp.processEvents()
        if wrong := faults(window):
            cut[sentence] = wrong
    assert cut == {}
