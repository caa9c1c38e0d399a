"""The glossary file as a `Glossary`: `[[words]]` with `word`, other `forms` and a `meaning`."""

from __future__ import annotations

from rewire_app.content.fields import Fields, parse_toml
from rewire_app.domain.library.glossary import Glossary, GlossaryWord
from rewire_app.errors import ContentError

MOST_WORDS = 45
"""The longest meaning, in words: it is read standing, in the middle of a sentence."""


def parse_glossary(text: str, file: str) -> Glossary:
    """The glossary in `text`; raises ContentError naming `file`, the word and the reason."""
    top = Fields(file, parse_toml(text, file))
    words = tuple(_word(fields) for fields in top.tables("words"))
    top.close()
    seen: dict[str, str] = {}
    for word in words:
        for form in (word.word, *word.forms):
            if form.lower() in seen:
                where = f"words {word.word!r}"
                raise ContentError(file, where, f"{form!r} stands at {seen[form.lower()]!r} already")
            seen[form.lower()] = word.word
    return Glossary(words)


def _word(fields: Fields) -> GlossaryWord:
    word = GlossaryWord(
        word=fields.text("word"),
        forms=fields.texts("forms", ()),
        meaning=fields.text("meaning"),
    )
    fields.close()
    if len(word.meaning.split()) > MOST_WORDS:
        raise fields.fault("meaning", f"{word.word!r}: {MOST_WORDS} words are the most")
    return word
