"""Every field in which a person writes is saved or held as a draft while it is typed."""

from __future__ import annotations

import re
from pathlib import Path

import rewire_app

UI = Path(rewire_app.__file__).parent / "ui"
MAKES_A_FIELD = re.compile(r"(?<![\w.])(?:Field|SecretField|TextArea|Question)\(")
KEEPS = re.compile(r"\b(?:Autosave|Drafting)\(")

KEPT_BY = {
    "base/measure_form": "base/custom_measures",
    "custom/breath_editor": "custom/breath_editor",
    "custom/exercise_fields": "custom/exercise_draft",
    "custom/step_fields": "custom/exercise_draft",
    "custom/step_form": "custom/exercise_draft",
    "diary/row_form": "diary/rows_view",
    "diary/why_field": "diary/why_field",
    "experiment/options_form": "experiment/own_draft",
    "base/evening_questions": "evening/day_fields",
    "evening/custom_ratings": "evening/custom_ratings",
    "guesses/guess_form": "guesses/writing",
    "moment/questions": "moment/drafting",
    "journal/night_form": "journal/night_card",
    "journal/note_editor": "journal/note_writing",
    "journal/note_templates": "journal/note_templates",
    "ladders/after_card": "ladders/drafting",
    "ladders/before_card": "ladders/drafting",
    "ladders/other_chips": "ladders/drafting",
    "ladders/step_form": "ladders/drafting",
    "library/popovers": "library/note_draft",
    "library/replies": "library/replies",
    "entries/entry_form": "entries/entry_draft",
    "patterns/pattern_form": "patterns/pattern_form",
    "practice/away": "practice/away",
    "player/ask": "player/saving",
    "player/choose": "player/saving",
    "player/finish": "player/saving",
    "player/night_layers": "player/tomorrow",
    "player/plan": "player/saving",
    "player/rows": "player/saving",
    "player/way_out": "player/saving",
    "player/where": "player/saving",
    "passes/answers_form": "passes/answers_form",
    "passes/pass_notes": "passes/pass_notes",
    "plans/if_then": "entries/short_list",
    "questionnaires/asking": "questionnaires/asking",
    "questionnaires/own_total": "questionnaires/own_total",
    "records/habits_part": "entries/short_list",
    "settings/pause_form": "settings/plan_writing",
    "session/gathered": "entries/short_list",
    "session/naming": "session/naming",
    "settings/plan_form": "settings/plan_writing",
    "trends/lane_marks": "trends/lane_desk",
    "unwanted/answer_form": "unwanted/answer_form",
    "values/kinds": "entries/short_list",
}
"""Where a field is made, and what keeps its words."""
NOT_KEPT = {
    "frame/waiting_words": "words that wait are shown to be read",
    "frame/description": "the description is shown to be read",
    "settings/report_panel": "the report is shown to be read",
    "base/drop_card": "what is dropped in is sealed at once, and when the notes open or the window ends",
    "base/kit_groups": "groups of a recovery code are never written down",
    "base/new_passphrase": "a passphrase is never written down",
    "base/secret_form": "what opens the notes is never written down",
    "finding/tag_bar": "the name of a tag is given to notes at once",
    "library/finding": "words to find are not written down",
    "player/own_pace": "the name of a pattern, typed while breathing",
    "taking/page": "a passphrase is never written down",
    "setup/first_plan": "the first start is asked before there are notes to hold a draft",
}


def source(module: str) -> str:
    return (UI / f"{module}.py").read_text(encoding="utf-8")


def made() -> set[str]:
    """The modules of pages that make a field."""
    modules = {path.relative_to(UI).with_suffix("").as_posix() for path in UI.rglob("*.py")}
    pages = {one for one in modules if not one.startswith(("widgets/", "frame/gallery"))}
    return {one for one in pages if MAKES_A_FIELD.search(source(one))}


def test_for_every_field_it_is_said_what_keeps_its_words() -> None:
    assert made() == KEPT_BY.keys() | NOT_KEPT.keys()


def test_what_keeps_words_saves_them_or_holds_a_draft() -> None:
    assert [keeper for keeper in KEPT_BY.values() if not KEEPS.search(source(keeper))] == []
