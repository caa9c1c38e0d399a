"""What counts as practice: what was done to its end, and most of what was not."""

from __future__ import annotations

import pytest

from rewire_app.domain.journal.entries import Status
from tests.store import entries as make


@pytest.mark.parametrize(
    ("status", "seconds", "done", "counts"),
    [
        (Status.DONE, 0, 0, True),
        (Status.DONE, 17, 5, True),
        (Status.STOPPED, 59, 5, False),
        (Status.STOPPED, 60, 3, False),
        (Status.STOPPED, 60, 4, True),
    ],
)
def test_a_finished_pass_counts_whatever_its_seconds_and_a_stopped_one_after_most_of_it(
    status: Status, seconds: int, done: int, counts: bool
) -> None:
    passed = make.practice(status=status, seconds=seconds, steps_done=done, steps_seen=5)
    assert passed.counts is counts
