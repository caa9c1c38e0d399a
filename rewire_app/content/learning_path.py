"""The path file as a `LearningPath`, and the check of what it names and says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from rewire_app.content import words
from rewire_app.content.faults import Fault
from rewire_app.content.fields import Fields, parse_toml, read_text
from rewire_app.content.lines import located
from rewire_app.content.words import word_faults
from rewire_app.domain.library.learning_path import LearningPath, PathStep
from rewire_app.errors import ContentError

FILE = "path.toml"
FEWEST_STEPS, MOST_STEPS = 3, 24
MOST_WORDS = {"part": 6, "title": 6, "intro": 50, "question": 35}
"""The longest texts of a step, in words."""

_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")


def parse_path(text: str, file: str) -> LearningPath:
    """The path in `text`; raises ContentError naming `file`, the step and the reason."""
    top = Fields(file, parse_toml(text, file))
    path = LearningPath(intro=top.text("intro"), steps=tuple(_step(one) for one in top.tables("steps")))
    top.close()
    if not FEWEST_STEPS <= len(path.steps) <= MOST_STEPS:
        said = f"there are {len(path.steps)}; {FEWEST_STEPS} to {MOST_STEPS} make a path"
        raise ContentError(file, "steps", said)
    for field in ("id", "article"):
        seen: set[str] = set()
        for number, step in enumerate(path.steps, start=1):
            value = getattr(step, field)
            if value in seen:
                raise ContentError(file, f"steps {number}.{field}", f"{value!r} stands there twice")
            seen.add(value)
    return path


def _step(fields: Fields) -> PathStep:
    step = PathStep(
        id=fields.text("id"),
        title=fields.text("title"),
        intro=fields.text("intro"),
        article=fields.text("article"),
        exercise=fields.text("exercise"),
        question=fields.text("question"),
        part=fields.text("part", ""),
    )
    fields.close()
    if not _ID.fullmatch(step.id):
        raise fields.fault("id", "small letters, digits and hyphens only")
    for name, most in MOST_WORDS.items():
        count = len(getattr(step, name).split())
        if count > most:
            raise fields.fault(name, f"{count} words; {most} are the most")
    return step


def path_faults(root: Path, shipped: Collection[str]) -> Iterator[Fault]:
    """What is wrong with the path under `root`, when there is one: names that lead nowhere, words, form."""
    file = root / FILE
    if not file.is_file():
        return
    try:
        text = read_text(file)
        with located(text):
            path = parse_path(text, FILE)
    except ContentError as error:
        yield Fault.of(error)
        return
    said = list(word_faults("intro", path.intro, words.TextPlace.SCREEN))
    for number, step in enumerate(path.steps, start=1):
        where = f"steps {number}"
        for field, name in (("article", step.article), ("exercise", step.exercise)):
            if name not in shipped or (field == "article") != name.startswith("L"):
                said.append(f"{where}.{field}: there is no {name!r}")
        for field in MOST_WORDS:
            said += word_faults(f"{where}.{field}", getattr(step, field), words.TextPlace.SCREEN)
    yield from (Fault.said(FILE, one, text) for one in said)
