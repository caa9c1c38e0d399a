"""A small sound pack that a test can spoil in one place."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

HEAD = """\
name = "Evenings"
author = "A. Ortiz"
version = "1"
language = "en"
"""

EXERCISE = """\
id = "lamp"
version = 1
title = "The lamp first"
summary = "Turn one lamp down before you speak."
family = "dbt"
targets = ["brake"]
needs = ["calm"]
minutes = [1, 2]
measure = "distress"
gate = "notice"
risk_tags = ["inward"]
cautions = "Looking inward can feel worse with psychosis, a very high mood, or when you often feel unreal: \
ask someone first. Keep your eyes open. Not while driving."
real_life = "Do it once this evening."
glyph = "own"
article = "evenings"

[evidence]
grade = "D"
note = "I have used it for years. Nobody has tested it."
refs = ["A. Ortiz, 2026"]

[[steps]]
kind = "pick"
save = "room"
max = 1
text = "Which room are you in?"
options = ["Kitchen", "Bedroom"]

[[steps]]
kind = "say"
text = "Turn the lamp in the {{room|small}} down."
link = "lamp-again"
"""

AGAIN = (
    EXERCISE.replace('"lamp"', '"lamp-again"')
    .replace("The lamp first", "The lamp again")
    .replace('link = "lamp-again"', 'hint = "The last time: {{@last.lamp.room}}."')
)

ARTICLE = """\
+++
id = "evenings"
title = "Why evenings are loud"
topic = "Evenings"
summary = "What the last hour of a day does."
exercises = ["lamp"]
reviewed = 2026-11-22

[evidence]
grade = "D"
note = "This is what I have seen."
+++

Evenings are loud for many. See [the lamp](exercise:lamp) and [a page](https://example.org/lamps).

{exercise: lamp}

## What goes before

[Slow breathing](exercise:b-paced), or [its article](article:L03).
"""

FILES: Mapping[str, str] = {
    "pack.toml": HEAD,
    "exercises/lamp.toml": EXERCISE,
    "exercises/lamp-again.toml": AGAIN,
    "articles/evenings.md": ARTICLE,
}


def packed(path: Path, files: Mapping[str, str] = FILES) -> Path:
    """`path`, where the pack with these files lies."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in files.items():
            zipped.writestr(name, text)
    return path


def spoiled(name: str, old: str, new: str) -> dict[str, str]:
    """The files with one place of one of them changed."""
    assert old in FILES[name]
    return {**FILES, name: FILES[name].replace(old, new)}
