"""Words that the database would not take wait in a file that nobody else can read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rewire_app.store.vault.draft_file import DAMAGED, Draft, DraftFile
from rewire_app.store.vault.vault import Vault, open_vault

WORDS = "Brombeermarmelade auf dem Balkon"


def draft(label: str = "Note", text: str = WORDS, at: int = 1) -> Draft:
    return Draft(where="journal", label=label, text=text, day=740_000, at=at)


def test_what_is_held_is_there_at_the_next_opening(vault: Vault) -> None:
    vault.drafts.hold([draft(at=2), draft("What set it off?", "A letter", at=1)])
    vault.close()
    again = open_vault(vault.path)
    assert again.drafts.waiting
    assert [one.text for one in again.drafts.all()] == ["A letter", WORDS]
    again.close()


def test_a_field_holds_what_was_typed_last(vault: Vault) -> None:
    vault.drafts.hold([draft(text="A let")])
    vault.drafts.hold([draft(text="A letter")])
    assert [one.text for one in vault.drafts.all()] == ["A letter"]


def test_no_file_is_left_when_all_is_kept(vault: Vault) -> None:
    vault.drafts.hold([draft(), draft("Other")])
    vault.drafts.let_go([draft().name])
    assert vault.drafts.waiting
    vault.drafts.let_go([draft("Other").name])
    assert not vault.drafts.waiting
    assert not vault.files.drafts.exists()


def test_the_words_stand_nowhere_in_the_profile(
    vault: Vault, files_of: Callable[[Path], dict[str, bytes]]
) -> None:
    vault.drafts.hold([draft()])
    content = files_of(vault.path)
    assert "vault.drafts" in content
    assert all(WORDS.encode(code) not in each for each in content.values() for code in ("utf-8", "utf-16-le"))


def test_any_flipped_bit_is_noticed_and_the_file_is_put_aside(vault: Vault) -> None:
    vault.drafts.hold([draft()])
    whole = vault.files.drafts.read_bytes()
    for place in range(len(whole)):
        spoilt = bytearray(whole)
        spoilt[place] ^= 1
        vault.files.drafts.write_bytes(spoilt)
        assert DraftFile(vault.files, vault.key, vault.vault_id).all() == ()
        assert (vault.files.quarantine / DAMAGED).read_bytes() == spoilt


def test_drafts_of_another_vault_are_not_read(vault: Vault, tmp_path: Path) -> None:
    vault.drafts.hold([draft()])
    other = open_vault(tmp_path / "other")
    other.files.drafts.write_bytes(vault.files.drafts.read_bytes())
    assert other.drafts.all() == ()
    other.close()
