"""Where the layout of the window changes, for any size of window and text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rewire_app.settings import TEXT_SIZES
from rewire_app.ui.widgets.room import RailForm, above_column, beside_column, rail_form

SCALES = st.sampled_from(TEXT_SIZES)


@given(width=st.integers(200, 8_000), height=st.integers(200, 5_000), scale=SCALES)
def test_larger_text_is_like_a_smaller_window(width: int, height: int, scale: int) -> None:
    forms = list(RailForm)
    here = rail_form(width, height, scale)
    assert rail_form(width * 2, height * 2, scale) == rail_form(width, height, scale / 2)  # type: ignore[arg-type]
    assert forms.index(rail_form(width + 1, height + 1, scale)) <= forms.index(here)


def test_the_rail_gives_way_as_the_design_says() -> None:
    assert rail_form(1000, 600, 100) is RailForm.WIDE
    assert rail_form(999, 600, 100) is RailForm.MINI
    assert rail_form(641, 481, 100) is RailForm.MINI
    assert rail_form(640, 900, 100) is RailForm.LIST
    assert rail_form(2_000, 480, 100) is RailForm.LIST
    assert rail_form(1366, 768, 200) is RailForm.LIST
    assert rail_form(900, 600, 150) is RailForm.LIST


@given(width=st.integers(300, 8_000), side=st.integers(20, 60), scale=SCALES)
def test_a_column_is_in_the_middle_and_never_too_wide(width: int, side: int, scale: int) -> None:
    found = beside_column(width, side, scale)
    assert found >= side
    assert width - 2 * found <= 1_360 * scale / 100 + 1


@given(height=st.integers(300, 5_000), top=st.integers(20, 60), scale=SCALES)
def test_the_room_above_grows_with_the_page_and_never_jumps(height: int, top: int, scale: int) -> None:
    here, taller = (above_column(high, top, scale) for high in (height, height + 1))
    assert here <= taller <= here + 1
    assert top <= here <= max(top, 200 * scale / 100)
