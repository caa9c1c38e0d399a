"""Where the window stands, for any screens there may be and whatever stands in the settings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMargins, QRect

from rewire_app.ui.frame.place import LEAST, SIZE, WindowPlace, fitted, least_size, read_place

RECTS = st.builds(
    QRect,
    st.integers(-20_000, 20_000),
    st.integers(-20_000, 20_000),
    st.integers(1, 9_000),
    st.integers(1, 9_000),
)
SCREENS = st.lists(
    st.builds(
        QRect,
        st.integers(-8_000, 8_000),
        st.integers(-4_000, 4_000),
        st.integers(480, 7_680),
        st.integers(320, 4_320),
    ),
    min_size=1,
    max_size=4,
)
FRAMES = st.builds(QMargins, *[st.integers(0, 60)] * 4)


@given(wanted=st.none() | RECTS, screens=SCREENS, frame=FRAMES)
def test_a_window_with_its_frame_is_seen_as_a_whole_on_one_screen(
    wanted: QRect | None, screens: list[QRect], frame: QMargins
) -> None:
    found = fitted(wanted, screens, frame)
    assert any(free.contains(found.marginsAdded(frame)) for free in screens)


@given(wanted=RECTS, screens=SCREENS)
def test_a_window_that_fits_where_it_was_is_not_moved(wanted: QRect, screens: list[QRect]) -> None:
    large = wanted.width() >= LEAST.width() and wanted.height() >= LEAST.height()
    if large and any(free.contains(wanted) for free in screens):
        assert fitted(wanted, screens, QMargins()) == wanted


@given(wanted=RECTS, screens=SCREENS, frame=FRAMES)
def test_a_window_is_fitted_once(wanted: QRect, screens: list[QRect], frame: QMargins) -> None:
    apart: list[QRect] = []  # of two that show the same, either may be the one that counts
    for screen in screens:
        if not any(screen.intersects(other) for other in apart):
            apart.append(screen)
    once = fitted(wanted, apart, frame)
    assert fitted(once, apart, frame) == once


def test_the_first_window_is_the_first_size_in_the_middle_or_all_of_a_small_screen() -> None:
    large = QRect(0, 0, 1920, 1080)
    assert fitted(None, [large], QMargins()).size() == SIZE
    assert fitted(None, [large], QMargins()).center() == large.center()
    laptop = QRect(0, 0, 1366, 728)
    assert fitted(None, [laptop], QMargins(0, 30, 0, 0)) == QRect(83, 30, 1200, 698)


def test_a_window_whose_screen_is_gone_comes_back_on_the_nearest_one() -> None:
    left, right = QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)
    gone = QRect(3_400, 200, 1_200, 800)
    assert right.contains(fitted(gone, [left, right], QMargins()))


def test_the_smallest_window_is_what_is_free_where_the_screen_has_less() -> None:
    assert least_size(QRect(0, 0, 1366, 768)) == LEAST
    half = QRect(0, 0, 683, 384)
    assert half.contains(QRect(half.topLeft(), least_size(half)))
    assert least_size(half).height() < LEAST.height()


@given(rect=RECTS, maximised=st.booleans())
def test_a_place_is_read_as_it_was_kept(rect: QRect, maximised: bool) -> None:
    place = WindowPlace(rect=rect, maximised=maximised)
    assert read_place(str(place)) == place


@given(text=st.text(alphabet="0123456789 -.emaxid", max_size=60) | st.text(max_size=20))
def test_whatever_stands_in_the_settings_no_window_is_beyond_all_screens(text: str) -> None:
    place = read_place(text)
    screen = QRect(0, 0, 1366, 768)
    assert screen.contains(fitted(place.rect if place else None, [screen], QMargins()))
