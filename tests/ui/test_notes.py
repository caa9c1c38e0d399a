"""The notes of a day: written, read, tagged, linked, begun from a template, and never lost."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QMimeData, Qt

from rewire_app.domain.journal.notes import Note
from rewire_app.ui.base import routes
from rewire_app.ui.journal.note_card import NoteCard
from rewire_app.ui.journal.note_text import NoteText
from rewire_app.ui.journal.note_writing import NoteWriting
from tests.store import entries as make
from tests.store import journal_entries as entries
from tests.ui.house import House, ctrl, enter, focused, tab_to, type_in, type_over, words_of
from tests.ui.journal_room import TODAY, YESTERDAY, journal, let_rest, note_of

EARLIER = "It lay there."


def kept(house: House, **given: object) -> Note:
    """A note of today that is kept, with the journal open."""
    house.open()
    note = entries.note(day=TODAY, text=EARLIER, tags=(), **given)
    house.store.notes.add(note)
    journal_of(house)
    return note


def journal_of(house: House) -> NoteCard:
    card = house.go("journal").findChild(NoteCard)
    assert isinstance(card, NoteCard)
    return card


def edit(house: House, words: str) -> None:
    """Change the one note of today to `words`, as a person does, and put it away."""
    tab_to("Edit the note of " + house.store.notes.for_day(TODAY)[0].at.wall.strftime("%H:%M"))
    enter()
    type_over(words)
    tab_to("Done")
    enter()


def said_before(house: House, note: Note) -> list[str]:
    return [version.text for version in house.store.note_versions.of(note.uid)]


def test_there_are_several_notes_a_day_and_each_reads_without_its_marks(house: House) -> None:
    page = journal(house)
    tab_to("Note")
    type_in("# A letter")
    enter()
    type_in("It lay **there**")
    tab_to("Done")
    enter()
    house.clock.stopped_at = datetime(2026, 11, 24, 21, 5)
    tab_to("Another note")
    enter()
    type_in("Late")
    tab_to("Done")
    enter()
    assert [note.text for note in house.store.notes.for_day(TODAY)] == [
        "# A letter\nIt lay **there**",
        "Late",
    ]
    assert [text.text() for text in page.findChildren(NoteText) if text.isVisible()] == [
        "A letter\nIt lay there",
        "Late",
    ]
    assert focused().accessibleName() == "Edit the note of 21:05"


def test_a_note_links_to_what_two_brackets_find_and_is_tagged_with_what_was_used_before(
    house: House,
) -> None:
    house.open()
    house.store.notes.add(entries.note(day=YESTERDAY, tags=("the bank", "work")))
    page = house.go("journal")
    tab_to("Note")
    type_in("see [[")
    type_in("paced br")
    enter()
    tab_to("Add the tag work")
    enter()
    tab_to("Tags", back=True)
    type_in("work, Late, Work")
    let_rest(page)
    [note] = house.store.notes.for_day(TODAY)
    assert (note.text, note.tags) == ("see [Paced breathing](exercise:b-paced)", ("work", "Late"))
    tab_to("Done")
    enter()
    tab_to("Paced breathing", back=True)
    enter()
    assert house.shell.pages.place == routes.exercise("b-paced")


def test_tags_that_cannot_be_kept_keep_no_word_from_being_saved(house: House) -> None:
    page = journal(house)
    tab_to("Note")
    type_in("A day")
    card = journal_of(house)
    card.editor.tags.set_value(",".join(map(str, range(51))))
    let_rest(page)
    [note] = house.store.notes.for_day(TODAY)
    assert (note.text, note.tags) == ("A day", ())
    assert "A note has room for 50 tags. Take some out." in words_of(page)
    assert page.unsaved
    card.editor.tags.set_value("one")
    let_rest(page)
    assert house.store.notes.for_day(TODAY)[0].tags == ("one",)
    assert not page.unsaved


def test_the_note_a_day_holds_becomes_one_of_its_own_when_it_is_changed(house: House) -> None:
    house.open()
    day = make.day_entry(day=TODAY, note=EARLIER, stress=5)
    house.store.days.put(day)
    page = house.go("journal")
    assert EARLIER in words_of(page)
    tab_to("Edit the note of " + day.at.wall.strftime("%H:%M"))
    enter()
    let_rest(page)
    assert house.store.days.get(TODAY) == day
    type_in(" Large.")
    let_rest(page)
    [note] = house.store.notes.for_day(TODAY)
    rest = house.store.days.get(TODAY)
    assert rest is not None
    assert (note.text, note.at) == ("It lay there. Large.", day.at)
    assert (rest.note, rest.stress) == ("", 5)
    tab_to("Done")
    enter()
    assert said_before(house, note) == [EARLIER]
    ctrl(Qt.Key.Key_Z)
    assert house.store.days.get(TODAY) == day
    assert house.store.notes.for_day(TODAY) == []
    assert EARLIER in words_of(page)


def test_what_a_note_said_before_can_be_looked_at_and_brought_back(house: House) -> None:
    note = kept(house)
    edit(house, "Gone.")
    assert said_before(house, note) == [EARLIER]
    tab_to("Edit the note of " + note.at.wall.strftime("%H:%M"))
    enter()
    tab_to("Earlier versions")
    enter()
    assert EARLIER in words_of(house.shell)
    house.clock.stopped_at = datetime(2026, 11, 24, 21, 5)
    enter()
    assert note_of(house) == EARLIER
    assert said_before(house, note) == ["Gone.", EARLIER]
    tab_to("Done")
    enter()
    ctrl(Qt.Key.Key_Z)
    assert note_of(house) == "Gone."


def test_nothing_is_held_of_a_note_that_was_opened_or_made(house: House) -> None:
    note = kept(house)
    edit(house, EARLIER)
    assert said_before(house, note) == []
    tab_to("Another note")
    enter()
    type_in("New")
    tab_to("Done")
    enter()
    [new] = [one for one in house.store.notes.for_day(TODAY) if one.uid != note.uid]
    assert said_before(house, new) == []


def test_what_a_note_said_before_survives_a_kill_in_the_middle_of_a_change(house: House) -> None:
    note = kept(house)
    tab_to("Edit the note of " + note.at.wall.strftime("%H:%M"))
    enter()
    type_over("Half")
    page = house.shell.page("journal")
    let_rest(page)
    for end in (page, page.findChild(NoteWriting)):
        end.leave = end.let_go = lambda: False  # it is killed
    house.close()
    house.open()
    journal_of(house)
    assert (note_of(house), said_before(house, note)) == ("Half", [EARLIER])
    house.close()
    house.open()
    journal_of(house)
    assert said_before(house, note) == [EARLIER]


def test_a_note_begins_with_a_template_of_ones_own(house: House) -> None:
    page = journal(house)
    tab_to("Begin with …")
    enter()
    tab_to("Make a template")
    enter()
    type_in("Evening")
    tab_to("What a note begins with then")
    type_in("One good thing:")
    tab_to("Keep this template")
    enter()
    tab_to("Evening")
    enter()
    type_in(" tea")
    let_rest(page)
    assert note_of(house) == "One good thing: tea"
    assert [one.name for one in house.store.note_templates.all()] == ["Evening"]


def test_a_note_is_removed_for_a_while_and_one_without_words_goes_by_itself(house: House) -> None:
    note = kept(house)
    tab_to("Edit the note of " + note.at.wall.strftime("%H:%M"))
    enter()
    tab_to("Remove the note")
    enter()
    assert house.store.notes.for_day(TODAY) == []
    ctrl(Qt.Key.Key_Z)
    assert house.store.notes.for_day(TODAY) == [note]
    tab_to("Edit the note of " + note.at.wall.strftime("%H:%M"))
    enter()
    ctrl(Qt.Key.Key_A)
    focused().clear()  # type: ignore[attr-defined]
    let_rest(house.shell.page("journal"))
    assert house.store.notes.get(note.uid) is not None
    house.go("today")
    assert house.store.notes.get(note.uid) is None
    ctrl(Qt.Key.Key_Z)
    tab_to("Take it back")
    enter()
    assert house.store.notes.get(note.uid) == note


def test_a_note_that_is_removed_while_it_is_changed_leaves_no_words_elsewhere(house: House) -> None:
    note = kept(house)
    tab_to("Edit the note of " + note.at.wall.strftime("%H:%M"))
    enter()
    type_over("Half")
    let_rest(house.shell.page("journal"))
    assert EARLIER in (house.store.profile.get("draft:note-before") or "")
    tab_to("Remove the note")
    enter()
    assert house.store.profile.get("draft:note-before") == ""
    tab_to("Delete for ever")
    enter()
    assert said_before(house, note) == []


def test_a_pasted_page_becomes_plain_words(house: House) -> None:
    page = journal(house)
    edit_field = tab_to("Note")
    pasted = QMimeData()
    pasted.setHtml(
        "<style>p {color: red}</style><h1>A title</h1><p>Some <b>words</b>"
        "<img src='file:///etc/hostname'><script>alert(1)</script></p>"
    )
    edit_field.insertFromMimeData(pasted)  # type: ignore[attr-defined]
    let_rest(page)
    assert note_of(house) == "A title\nSome words"


def test_a_way_to_a_note_puts_the_keyboard_there(house: House) -> None:
    house.open()
    note = entries.note(day=YESTERDAY)
    house.store.many([note, entries.note(day=YESTERDAY, at=make.later(70, note.at))])
    house.go(routes.journal(YESTERDAY, f"note/{note.uid}"))
    assert focused().accessibleName() == "Edit the note of " + note.at.wall.strftime("%H:%M")
