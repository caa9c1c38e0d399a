"""What a screen reader is told, asked of the window as it asks: over the bus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ui import bus
from tests.ui.bus import ENABLED, FOCUSABLE, SELECTED, Heard, Told, heard_window

pytestmark = pytest.mark.skipif(bool(bus.missing()), reason=bus.missing())

PAGES = (
    "today",
    "practice",
    "custom",
    "custom/new",
    "custom/pattern",
    "packs",
    "journal",
    "trends",
    "experiment",
    "library",
    "library/L07",
    "help",
    "lists",
    "lists/kit",
    "state/tense",
    "settings",
    "settings/plan",
    "settings/data",
    "run/b-paced",
    "run/e-name",
)
CONTROLS = frozenset(
    {
        "push button",
        "check box",
        "radio button",
        "page tab",
        "slider",
        "text",
        "combo box",
        "chart",
        "list item",
    }
)


WORDS = {"label"}
"""What takes the keyboard to be read with arrows: the words of an article, the title of Help."""


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Heard]:
    """One window for all that is asked of it."""
    with heard_window(tmp_path_factory.mktemp("bus")) as window:
        yield window


def go(heard: Heard, page: str) -> Told:
    heard.do(f"go {page}")
    return heard.window()


@pytest.mark.parametrize("page", PAGES)
def test_every_control_says_what_it_is(page: str, heard: Heard) -> None:
    window = go(heard, page)
    stops = [one for one in window.all() if {FOCUSABLE, ENABLED} <= one.states]
    assert len(stops) >= 2
    assert [(one.role, one.name) for one in stops if one.role not in CONTROLS | WORDS] == []
    assert [one.role for one in stops if not one.name.strip()] == []
    pressed = {"push button", "radio button", "page tab"}
    names = {one: heard.ask(one, "Action", "GetActions") for one in stops if one.role in pressed}
    assert [one.name for one, acts in names.items() if "Press" not in [act[0] for act in acts]] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_one_title_and_its_headings_have_levels(page: str, heard: Heard) -> None:
    headings = [one for one in go(heard, page).all() if one.role == "heading"]
    levels = [int(heard.ask(one, "Accessible", "GetAttributes")["level"]) for one in headings]
    assert levels.count(1) == 1
    assert set(levels) <= {1, 2, 3}


def test_the_window_is_a_frame_and_the_rail_its_page_tabs(heard: Heard) -> None:
    window = go(heard, "journal")
    assert (window.role, window.name) == ("frame", "Rewire")
    rail = heard.named("Pages", "page tab list")
    tabs = [one for one in rail.children if one.role == "page tab"]
    assert [one.name for one in tabs if SELECTED in one.states] == ["Journal"]
    assert {"Today", "Practice", "Settings"} <= {one.name for one in tabs}


def test_one_of_a_few_is_a_radio_button_and_says_which_of_how_many(heard: Heard) -> None:
    go(heard, "settings/reading")
    sizes = [one for one in heard.named("Text size", "panel").all() if one.role == "radio button"]
    assert sizes[1].description == f"2 of {len(sizes)}"
    go(heard, "evening")
    lasted = [
        one for one in heard.named("How long did upsets last?", "panel").all() if FOCUSABLE in one.states
    ]
    assert [(one.role, one.description) for one in lasted[:2]] == [
        ("radio button", "1 of 5"),
        ("radio button", "2 of 5"),
    ]
    heard.do("focus Stress today")
    heard.do("key End")
    about = heard.named("What the stress was about", "panel")
    several = [one for one in about.all() if FOCUSABLE in one.states]
    assert {one.role for one in several} == {"check box"}


def test_pictures_are_told_in_a_sentence_where_they_stand(heard: Heard) -> None:
    told = list(go(heard, "today").all())
    [picture] = [one for one in told if one.role == "slider" and "of 14 days" in one.name]
    [title] = [one for one in told if one.role == "heading" and picture.name.startswith(f"{one.name}.")]
    assert told.index(title) < told.index(picture)
    go(heard, "trends")
    assert "reactivity" in heard.named("Trends over time", "chart").description.lower()


@pytest.mark.parametrize(
    ("name", "key", "number", "words"),
    [
        ("Energy", "7", 7, "7 of 10"),
        ("Awake", "Right", 5, "5 min"),
    ],
    ids=["rating", "handle"],
)
def test_another_value_is_told_once(name: str, key: str, number: int, words: str, heard: Heard) -> None:
    go(heard, "evening" if name == "Energy" else "journal")
    heard.do(f"focus {name}")
    slider = heard.named(name, "slider")
    told = [event for event in heard.hear(f"key {key}") if event.place == slider.place]
    assert [event.kind for event in told] == [bus.VALUE]
    assert heard.value(slider) == number
    assert heard.named(name, "slider").description.startswith(words)


def test_a_value_that_is_taken_back_is_told_as_words_not_as_zero(heard: Heard) -> None:
    go(heard, "evening")
    heard.do("focus Stress today")
    heard.do("key End")
    told = heard.hear("key Delete")
    assert (bus.ANNOUNCED, "not noted yet") in [(event.kind, event.value) for event in told]
    assert bus.VALUE not in [event.kind for event in told]


def test_a_screen_reader_can_set_a_value_within_its_range(heard: Heard) -> None:
    go(heard, "evening")
    rating = heard.named("Energy", "slider")
    assert [heard.value(rating, what) for what in ("MinimumValue", "MaximumValue", "MinimumIncrement")] == [
        0,
        10,
        1,
    ]
    heard.set_value(rating, 4.0)
    assert heard.value(rating) == 4
    go(heard, "journal")
    bed, tried = heard.named("In bed", "slider"), heard.named("Tried to sleep", "slider")
    heard.set_value(bed, heard.value(tried) + 60)
    assert heard.value(bed) == heard.value(tried)


@pytest.mark.parametrize(
    ("page", "name", "role", "then"),
    [
        ("lists", "Your soothing kit", "push button", "Your soothing kit"),
        ("settings", "Motion", "page tab", "Motion"),
        ("today", "Library", "page tab", "Library"),
    ],
)
def test_a_screen_reader_can_press(page: str, name: str, role: str, then: str, heard: Heard) -> None:
    go(heard, page)
    heard.press(heard.named(name, role))
    found = {(one.role, one.name) for one in heard.window().all()}
    assert ("heading", then) in found


def test_a_screen_reader_can_press_a_card_of_the_catalogue(heard: Heard) -> None:
    go(heard, "practice")
    heard.press(heard.named("Drop anchor", "push button"))
    assert ("heading", "Practice") not in {(one.role, one.name) for one in heard.window().all()}


def test_a_step_of_the_path_unfolds_when_it_is_pressed(heard: Heard) -> None:
    go(heard, "library")
    step = next(one for one in heard.window().all() if one.name.startswith("Step 3"))
    assert "unfolded" not in step.description
    heard.press(step)
    assert heard.named(step.name, "push button").description.endswith("unfolded")


@pytest.mark.parametrize(
    ("way", "name", "role"),
    [
        ("key Return", "All in all, how easily and strongly did you react today?", "slider"),
        ("go journal/2026-11-24/night", "In bed", "slider"),
        ("go moment/2026-11-24", "What set it off?", "text"),
        ("go settings/plan", "Your plan", "page tab"),
        ("go exercise/b-paced", "Begin, 5 minutes", "push button"),
        ("go run/b-paced", "How tense do you feel?", "slider"),
        ("go library/L07", "Library", "push button"),
        (
            "go library/L07/questions",
            "Which of the five places to step in do you use most, and which hardly ever?",
            "text",
        ),
        ("go lists/kit", "Your lists", "push button"),
        ("go state/tense", "How strong is it?", "slider"),
        ("go practised", "Search what you wrote", "text"),
        ("go custom", "Make an exercise", "push button"),
        ("go help", "Let’s slow this down", "heading"),
        ("go practice", "Search exercises", "text"),
    ],
)
def test_the_focus_is_told_once_where_a_button_leads(way: str, name: str, role: str, heard: Heard) -> None:
    go(heard, "today")
    heard.do("focus Evening: Note")
    told = [event for event in heard.hear(way) if event.kind == bus.FOCUS]
    assert [event.place for event in told] == [heard.named(name, role).place]


@pytest.mark.parametrize("page", ["today", "practice"])
def test_the_focus_is_told_once_where_an_exercise_is_left_for_a_page(page: str, heard: Heard) -> None:
    go(heard, page)
    go(heard, "run/b-paced")
    told = [event for event in heard.hear("go settings/motion") if event.kind == bus.FOCUS]
    assert [event.place for event in told] == [heard.named("Motion", "page tab").place]


def test_answers_of_a_widget_lose_no_references(heard: Heard) -> None:
    """PySide6 6.10 drops one for each call of some overrides; after enough the program falls."""
    go(heard, "journal")
    before = heard.counted()
    for _turn in range(5):
        for one in heard.window().all():
            heard.ask(one, "Action", "GetActions")
            if one.role == "slider":
                heard.value(one, "MaximumValue")
    assert heard.counted() == before
