"""The tables of what a person keeps beside their days: lists, reading, own things, marks, experiments.

`fold` is the natural key of a row as it is compared: a JSON array of its words, trimmed and casefolded.
Importing this makes `metadata` whole.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text

from rewire_app.store.schema import (
    brought,
    journal,  # noqa: F401 - its tables belong to `metadata` too
)
from rewire_app.store.schema.columns import (
    ALIVE,
    RATING,
    day,
    entries,
    index,
    instant,
    number,
    seconds,
    words,
)

metadata = brought.imports.metadata
"""Every table there is, those of `brought` among them."""

FLAG = "{} IN (0, 1)"
PERCENT = "{} BETWEEN 0 AND 100"

own_values = entries(
    "own_values", words("name"), words("meaning"), number("lived", RATING, optional=True), words("fold")
)

ladder = entries(
    "ladder",
    words("fear"),
    words("step"),
    number("distress", RATING, optional=True),
    day("done_day", optional=True),
    words("fold"),
)

crisis_plan = entries(
    "crisis_plan",
    words("section", "signs", "alone", "places", "people", "professionals", "safer", "reasons"),
    words("text"),
    words("contact"),
    words("fold"),
)

patterns = entries(
    "patterns",
    words("reaction"),
    words("family"),
    words("triggers"),
    words("protected"),
    words("gain"),
    words("cost"),
    words("feeds"),
    words("response"),
    number("automatic", RATING, optional=True),
    words("situation"),
    words("learned"),
    words("signs"),
    words("then_now"),
    words("serves"),
    words("exercises"),
    words("articles"),
    words("fear"),
    number("station", "{} BETWEEN 1 AND 5", optional=True),
    words("state", "active", "resting", "closed"),
    day("since", optional=True),
    words("fold"),
)

worries = entries(
    "worries",
    words("text"),
    words("sort", "open", "act", "wait", "gone"),
    words("next_step"),
    day("due", optional=True),
    number("minute", "{} BETWEEN 0 AND 1439", optional=True),
    words("fold"),
)

urges = entries(
    "urges",
    day(),
    words("urge"),
    words("places"),
    number("first", RATING, optional=True),
    number("peak", RATING, optional=True),
    number("last", RATING, optional=True),
    words("need"),
    number("acted", FLAG, optional=True),
)

kit = entries("kit", words("item"), words("sense"), words("fold"))

value_ratings = entries(
    "value_ratings",
    [Column("value", Text, ForeignKey("own_values.uid", ondelete="RESTRICT"), nullable=False)],
    day(),
    number("lived", RATING),
)

goals = entries(
    "goals",
    words("text"),
    [Column("value", Text, ForeignKey("own_values.uid", ondelete="RESTRICT"))],
    day("by_day", optional=True),
    words("state", "open", "done", "gone"),
    day("state_day", optional=True),
)

moves = entries(
    "moves",
    day(),
    instant("at"),
    number("toward", FLAG),
    words("text"),
    [Column("value", Text, ForeignKey("own_values.uid", ondelete="RESTRICT"))],
)

diary_rows = entries(
    "diary_rows",
    words("sort", "feeling", "urge", "target"),
    words("name"),
    number("harm", FLAG),
    number("asked", FLAG),
    words("fold"),
)

diary_cells = entries(
    "diary_cells",
    [Column("row", Text, ForeignKey("diary_rows.uid", ondelete="RESTRICT"), nullable=False)],
    day(),
    number("value", RATING, optional=True),
    number("acted", FLAG, optional=True),
)

diary_days = entries("diary_days", day(), words("why"))

thinking_habits = entries("thinking_habits", words("name"), number("asked", FLAG), words("fold"))

expectations = entries(
    "expectations",
    words("what"),
    words("kind", "test", "exposure", "activity", "worry", "night", "action", "talk", optional=True),
    words("predict"),
    number("guess", RATING, optional=True),
    number("chance", PERCENT, optional=True),
    number("belief", PERCENT, optional=True),
    day("due", optional=True),
    words("came"),
    number("found", RATING, optional=True),
    number("share", PERCENT, optional=True),
    words("learned"),
    number("again", RATING, optional=True),
    words("state", "open", "done", "gone"),
    words("know"),
    words("stay"),
    number("stay_min", "{} >= 1", optional=True),
    words("left_out"),
    number("hoped", FLAG, optional=True),
    day("made_day", optional=True),
    words("outcome", "came", "partly", "not", optional=True),
    number("later", PERCENT, optional=True),
    number("surprise", RATING, optional=True),
    words("safe"),
    words("place"),
    words("company"),
    day("looked_day", optional=True),
    words("asking", "", "later", "left"),
    day("ask_day", optional=True),
    [Column("step", Text, ForeignKey("ladder.uid", ondelete="RESTRICT"))],
    [Column("pattern", Text, ForeignKey("patterns.uid", ondelete="RESTRICT"))],
    [Column("practice", Text, ForeignKey("practices.uid", ondelete="RESTRICT"))],
    [Column("goal", Text, ForeignKey("goals.uid", ondelete="RESTRICT"))],
    words("fold"),
)

urge_cards = entries(
    "urge_cards",
    words("urge"),
    words("act_pro"),
    words("act_con"),
    words("wait_pro"),
    words("wait_con"),
    words("line"),
    words("instead"),
    words("fold"),
)

scripts = entries(
    "scripts",
    words("ask"),
    words("about"),
    words("describe"),
    words("express"),
    words("reinforce"),
    words("mindful"),
    words("offer"),
    words("limit"),
    words("fold"),
)

thoughts = entries(
    "thoughts",
    words("hard"),
    words("fair"),
    number("belief", PERCENT, optional=True),
    words("fold"),
)

dreams = entries("dreams", words("dream"), words("new"), words("fold"))

readings = entries(
    "readings",
    words("article"),
    instant("opened"),
    day("read_day", optional=True),
    number("place", "{} >= 0"),
    number("kept", FLAG),
)

highlights = entries(
    "highlights",
    words("article"),
    number("block", "{} >= 0"),
    number("start_char", "{} >= 0"),
    number("end_char"),
    words("quote"),
    instant("at"),
    words("note"),
    [CheckConstraint("end_char > start_char", "order")],
)

replies = entries("replies", words("article"), words("question"), words("text"), instant("at"), day())

own_exercises = entries("own_exercises", words("id"), words("text"), instant("at"))

favourites = entries("favourites", words("exercise"))

breath_patterns = entries(
    "breath_patterns",
    words("name"),
    seconds("inhale", 2, 10),
    seconds("hold", 0, 7),
    seconds("exhale", 2, 12),
    seconds("hold_out", 0, 7),
    number("minutes", "{} BETWEEN 1 AND 20"),
    words("fold"),
)

marks = entries(
    "marks",
    day("from_day"),
    day("to_day", optional=True),
    words("kind", "medicine", "therapy", "illness", "move", "loss", "work", "travel", "people", "other"),
    words("text"),
    [CheckConstraint("to_day >= from_day", "order")],
)

own_measures = entries(
    "own_measures",
    words("name"),
    number("low"),
    number("high"),
    words("low_words"),
    words("high_words"),
    words("better", "lower", "higher", "none"),
    number("asked", FLAG),
    words("kind", "rating", "yes or no", "number", "minutes"),
    words("unit"),
    words("fold"),
    [CheckConstraint("high > low", "order")],
)

own_ratings = entries(
    "own_ratings",
    [Column("measure_uid", Text, ForeignKey("own_measures.uid", ondelete="RESTRICT"), nullable=False)],
    day(),
    number("value"),
)

experiments = entries(
    "experiments",
    words("question"),
    words("option_a"),
    words("option_b"),
    words("outcome"),
    day("start_day"),
    words("seal"),
    words("sealed_hash"),
    day("stopped_day", optional=True),
    day("opened_day", optional=True),
    words("note"),
    [CheckConstraint("length(sealed_hash) = 64", "sealed_hash")],
    [CheckConstraint("stopped_day >= start_day AND opened_day >= start_day", "order")],
)

unwanted_effects = entries(
    "unwanted_effects",
    day(),
    words("answer", "nothing", "some", "lot"),
    words("exercise"),
    number("offered", FLAG),
    words("note"),
)

looks = Table(
    "looks",
    metadata,
    Column("card", Text, primary_key=True, nullable=False),
    *day("week"),
    *number("side", "{} IN (-1, 0, 1)"),
    *number("step", "{} BETWEEN 1 AND 4"),
    *day("since", optional=True),
    CheckConstraint("since <= week", "order"),
    sqlite_strict=True,
)
"""What the newest look of each card said: no entries, so that undo and removal never touch them."""

removed = Table(
    "removed",
    metadata,
    Column("uid", Text, primary_key=True, nullable=False),
    CheckConstraint("length(uid) = 32", "uid"),
    Column("kind", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("removed_ms", Integer, nullable=False),
    sqlite_strict=True,
)
"""All that stays of an erased entry, so that merging two devices never brings it back.

`kind` is the table it stood in, `device` the one that removed it.
"""

for _list in (
    own_values, ladder, crisis_plan, patterns, worries, kit, expectations, urge_cards, scripts, thoughts,
    dreams, breath_patterns, own_measures, diary_rows, thinking_habits,
):  # fmt: skip
    index("fold", _list, "fold", unique=True)
index("waiting", expectations, "due", "created_ms", where=f"{ALIVE} AND state = 'open'")
index("step", expectations, "step", where=f"{ALIVE} AND step IS NOT NULL")
index("day", urges, "day")
index("day", value_ratings, "value", "day", unique=True)
index("day", moves, "day")
index("day", diary_cells, "row", "day", unique=True)
index("days", diary_cells, "day", "row", "value", "acted", "deleted_ms")
index("day", diary_days, "day", unique=True)
index("article", readings, "article", unique=True)
index("article", highlights, "article", "block", "start_char")
index("article", replies, "article", "question", "day", "deleted_ms")
index("id", own_exercises, "id", unique=True)
index("exercise", favourites, "exercise", unique=True)
index("from_day", marks, "from_day", "to_day", "kind", "deleted_ms")
index("day", own_ratings, "measure_uid", "day", unique=True)
index("series", own_ratings, "measure_uid", "day", "value", "deleted_ms")
index("start_day", experiments, "start_day")
index("day", unwanted_effects, "day", "exercise", "offered", "deleted_ms")
