"""A small sound content folder that a test can spoil in one place."""

from __future__ import annotations

from pathlib import Path

from rewire_app.content.check import file_faults

EXERCISE = """
id = "t-small"
version = 1
title = "Small"
summary = "A small exercise."
family = "dbt"
targets = ["brake"]
needs = ["calm"]
minutes = [1, 2]
measure = "distress"
gate = "none"
cautions = ""
real_life = "Do it once today."
glyph = "t-small"

[evidence]
grade = "C"
note = "Part of a tested package."
refs = ["linehan2015"]

[[steps]]
kind = "pick"
save = "hue"
max = 1
text = "Which one?"
options = ["Red", "Blue"]

[[steps]]
kind = "say"
text = "You chose {{hue}}."
when = [{ var = "hue", op = "eq", value = "Red" }]

[[steps]]
kind = "breathe"
text = "Follow the circle."
in = 4
out = 6
rounds = 6

[[steps]]
kind = "rate"
save = "size"
text = "How strong?"
lo = "not at all"
hi = "fully"
"""

WHY = 'article = "L01"\n\n'
"""What a bundled exercise names besides."""

MEASURE = """
id = "distress"
name = "Distress"
question = "How upset do you feel?"
low = "calm"
high = "as upset as can be"
scale = "0-10"
better = "lower"
short = "How upset you felt"
"""

CRISIS = """
checked = 2026-11-22
fallback = "Call 112 or your local emergency number."

[[countries]]
iso = "NL"
name = "Netherlands"
emergency = "112"

[[countries.lines]]
name = "113"
contact = "0800 0113"
hours = "day and night"
note = ""
certainty = "H"
"""

PARAGRAPH = """Most people who walk home in the evening think about the day and notice little of the street.
That is a pity, because a street has much to show.
When a man began to count the doors on his way, he came home in a better mood.
He slept.
Nobody knows why the counting helped him, although several explanations were offered, and none of
them was ever tested in a trial that was large enough to be worth the name.
Perhaps it took the place of worry, or perhaps he walked more slowly than before.
A second person tried it, and stopped because it bored her.
For her the evening became easier only when she called her sister on the way and talked with her
about dinner, the plants, the weather and all that the day had brought.
So one habit does not suit everyone.
In both cases the new habit was tied to a place that they passed every day.
Places remind us.
They work without any effort, while good plans have to come to mind at the right moment.
Choose a place you pass anyway, and decide what you would like to do there tomorrow.
After a week you can look back and ask whether it was worth the trouble.
"""
"""Fourteen sentences that sound as an article does; four times it is as long as one."""

ARTICLE = """+++
id = "L01"
title = "Talk"
topic = "How change works"
summary = "Talk helps most when it ends in something to do."
exercises = ["t-small"]
reviewed = 2026-11-22
questions = ["What ended in something to do?", "What will you do?"]

sources = ["lambert2013"]

[evidence]
grade = "B"
note = "Some trials."
+++

## A walk

{words}

{exercise: t-small}

## How sure are we?

Not very sure. Read [this one](article:L01) again.
""".replace("{words}", "\n".join([PARAGRAPH] * 4))


SOURCES = """
[lambert2013]
author = "Lambert"
year = 2013
title = "The efficacy and effectiveness of psychotherapy"
journal = "Handbook"
seen = true

[linehan2015]
author = "Linehan"
year = 2015
title = "DBT Skills Training Manual"
journal = "Book"
seen = false
"""


def content(folder: Path) -> Path:
    """A sound content folder `en` with one file of each kind."""
    root = folder / "en"
    for name in ("exercises", "measures", "articles"):
        (root / name).mkdir(parents=True)
    (folder / "glyphs").mkdir()
    (folder / "glyphs" / "t-small.svg").write_text("<svg/>", "utf-8")
    whole = EXERCISE.replace('today."', 'today. It was {{size}}."').replace("[evidence]", WHY + "[evidence]")
    (root / "exercises" / "t-small.toml").write_text(whole, "utf-8")
    (root / "measures" / "distress.toml").write_text(MEASURE, "utf-8")
    (root / "articles" / "L01.md").write_text(ARTICLE, "utf-8")
    (root / "crisis.toml").write_text(CRISIS, "utf-8")
    (root / "sources.toml").write_text(SOURCES, "utf-8")
    return root


def spoil(path: Path, old: str, new: str) -> None:
    """Replace `old`, which must be there, by `new`."""
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def faults(root: Path) -> list[str]:
    """Every fault of the files under `root` as "file: field: reason", without its line."""
    return [f"{fault.file}: {fault.field}: {fault.reason}" for fault in file_faults(root)]
