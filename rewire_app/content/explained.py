"""What is said about an exercise elsewhere: the article that explains it, and the words of its measure.

Like `offers`, it reads no more than it needs, since the first screen may ask for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rewire_app import i18n, paths
from rewire_app.content.articles import parse_article
from rewire_app.content.fields import parse_toml, read_text
from rewire_app.errors import ContentError


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """An article that explains an exercise, and how many minutes it takes to read."""

    article: str
    title: str
    minutes: int


def explanation_of(exercise: str) -> Explanation | None:
    """The article that `exercise` names, else that of its step on the path, or one that names it; or None."""
    try:
        article = _named_by(exercise) or _on_the_path(exercise) or _naming(exercise)
        if not article:
            return None
        file = _file(f"articles/{article}.md")
        found = parse_article(read_text(file), file.name)
    except ContentError:  # the library says so where it is opened; the first screen has to come in any case
        return None
    return Explanation(article=found.id, title=found.title, minutes=found.minutes)


def measure_words(measure: str) -> tuple[str, bool]:
    """What was rated, as a phrase ("How tense you felt"), and whether in percent; "" without a measure."""
    if measure == "none":
        return "", False
    try:
        file = _file(f"measures/{measure}.toml")
        found = parse_toml(read_text(file), file.name)
    except ContentError:  # a measure that is gone: what was rated with it stays kept
        return "", False
    return str(found.get("short", "")), found.get("scale") == "percent"


def _named_by(exercise: str) -> str:
    if exercise not in paths.content_ids("exercises", ".toml", i18n.language()):
        return ""
    head = read_text(_file(f"exercises/{exercise}.toml")).partition("[[steps]]")[0]
    return str(parse_toml(head, f"{exercise}.toml").get("article", ""))


def _on_the_path(exercise: str) -> str:
    steps = parse_toml(read_text(_file("path.toml")), "path.toml").get("steps", [])
    return next((str(step["article"]) for step in steps if step.get("exercise") == exercise), "")


def _naming(exercise: str) -> str:
    """The article in whose list of exercises it stands first of all."""
    places: list[tuple[int, str]] = []
    for name in paths.content_ids("articles", ".md", i18n.language()):
        head = read_text(_file(f"articles/{name}.md")).split("+++")[1]
        listed = parse_toml(head, f"{name}.md").get("exercises", [])
        if exercise in listed:
            places.append((listed.index(exercise), name))
    return min(places)[1] if places else ""


def _file(name: str) -> Path:
    return paths.content_file(name, i18n.language())
