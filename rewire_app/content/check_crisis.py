"""What is wrong with the lines of people to talk to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rewire_app.content import words
from rewire_app.content.words import word_faults
from rewire_app.domain.crisis import Crisis, LineWay


def crisis_faults(crisis: Crisis) -> Iterator[str]:
    """What is wrong with lines that could be read, as "field: reason"."""
    for country in crisis.countries:
        if re.search("ambulance|police", country.emergency):
            yield f"{country.iso} emergency: what brings only one stands as police or ambulance"
        for line in (*country.lines, *country.violence):
            where = f"{country.iso} {line.name}"
            if line.contact.startswith("+"):
                yield f"{where}: write it as it is dialled there"
            if line.by is LineWay.TEXT and "text" not in line.note.lower():
                yield f"{where}: the note says what to text"
    notes = [line.note for c in crisis.countries for line in (*c.lines, *c.violence)]
    yield from word_faults("words", " | ".join([crisis.fallback, *notes]), words.TextPlace.SCREEN)
