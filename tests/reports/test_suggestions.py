"""What eased is called as the person's own library calls it, and only what eases counts."""

from __future__ import annotations

from rewire_app.charts.notes import Notes
from rewire_app.content.library import Library
from rewire_app.reports.suggestions import eased_by_title

SESSIONS = (
    (739_000, "own-pause", "urge", 7, 4),
    (739_001, "own-pause", "urge", 6, 6),
    (739_001, "a-anchor", "gone-measure", 6, 1),
)


def test_an_own_exercise_has_the_title_that_the_open_library_knows():
    library = Library()
    text = (library.root / "exercises" / "d-stop.toml").read_text("utf-8")
    own = text.replace('id = "d-stop"', 'id = "own-pause"').replace('title = "STOP"', 'title = "My pause"')
    library.own.use({"own-pause": own})
    assert eased_by_title(Notes(sessions=SESSIONS), library) == {"My pause": [-3.0, 0.0]}
