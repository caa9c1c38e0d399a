"""Body and medicine below the evening check: closed until wanted, open where something of them is noted."""

from __future__ import annotations

from PySide6.QtCore import Qt

from rewire_app.domain.journal.entries import LookedAfter, MedicineNote
from rewire_app.ui.base import routes
from rewire_app.ui.journal.body_part import BodyPart
from tests.store import entries as make
from tests.ui.house import House, enter, focused, press, space, tab_to
from tests.ui.journal_room import TODAY, YESTERDAY, journal


def test_body_and_medicine_are_asked_below_a_button_and_saved_at_once(house: House) -> None:
    journal(house)
    tab_to("Body and medicine")
    assert focused().accessibleDescription() == "closed"
    enter()
    assert focused().accessibleDescription() == "open"
    tab_to("Yes")
    press(Qt.Key.Key_Right)
    space()
    kept = house.store.days.get(TODAY)
    assert kept is not None
    assert (kept.body, kept.ate, kept.medicine) == (LookedAfter.PARTLY, None, None)


def test_a_day_on_which_they_are_noted_shows_them(house: House) -> None:
    house.open()
    house.store.days.put(make.day_entry(day=YESTERDAY, medicine=MedicineNote.CHANGED))
    part = house.go("journal").findChild(BodyPart)
    assert part.button.accessibleDescription() == "closed"
    house.go(routes.journal(YESTERDAY))
    assert part.button.accessibleDescription() == "open"
