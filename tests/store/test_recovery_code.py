"""The recovery code: what is read as it, and what is said about a slip in it."""

from __future__ import annotations

import pytest

from rewire_app.errors import BadInputError
from rewire_app.store.vault.recovery_code import SIGNS, groups, new_code, read_code


def test_a_code_is_nine_groups_of_four_that_cannot_be_mistaken() -> None:
    code = new_code()
    assert [len(group) for group in groups(code)] == [4] * 9
    assert set("".join(groups(code))) <= set(SIGNS)
    assert len(SIGNS) == len(set(SIGNS)) == 32
    assert not set(SIGNS) & set("IO01")


def test_no_two_codes_are_alike() -> None:
    assert len({read_code(new_code()) for _code in range(500)}) == 500


def test_a_code_is_read_however_it_is_typed() -> None:
    code = new_code()
    secret = read_code(code)
    assert len(secret) == 20
    for typed in (
        code.lower(),
        code.replace("-", " "),
        code.replace("-", ""),
        f"  {code.replace('-', ' – ')}\n",
        code.replace("-", "\n"),
        code.replace("-", "-\u200b"),
        "".join(chr(ord(sign) + 0xFEE0) for sign in code.replace("-", "")),
    ):
        assert read_code(typed) == secret


def told(text: str) -> str:
    with pytest.raises(BadInputError) as met:
        read_code(text)
    return str(met.value)


@pytest.mark.parametrize("sign", ["0", "1", "I", "O", "i", "o"])
def test_a_sign_that_no_code_has_is_told_with_its_group(sign: str) -> None:
    parts = list(groups(new_code()))
    parts[4] = parts[4][:2] + sign + parts[4][3:]
    for between in ("-", ""):
        assert told(between.join(parts)).startswith(
            "Group 5 has a character that no code has: codes are written without"
        )


@pytest.mark.parametrize("sign", ["*", "é", "ß", "ı", "٣", "\ud800"])
def test_a_sign_of_another_kind_is_told_too(sign: str) -> None:
    parts = list(groups(new_code()))
    parts[8] = sign + parts[8][1:]
    assert "letters and digits only" in told("-".join(parts))


def test_a_group_that_is_too_short_or_too_long_is_named() -> None:
    parts = list(groups(new_code()))
    assert (
        told("-".join([*parts[:2], parts[2][:3], *parts[3:]]))
        == "Group 3 has 3 characters. Each group has four."
    )
    assert told("-".join([*parts[:8], parts[8] + "A"])) == "Group 9 has 5 characters. Each group has four."


def test_a_length_that_names_no_group_is_told_as_a_whole() -> None:
    code = new_code()
    assert "These are 35 characters." in told(code.replace("-", "")[1:])
    assert "These are 32 characters." in told("-".join(groups(code)[:8]))
    assert "Type the code" in told(" - ")
    assert "longer than a recovery code" in told("A" * 1_000_000)


def test_another_letter_or_two_that_changed_places_are_noticed() -> None:
    code = new_code()
    other = "B" if code[0] == "A" else "A"
    assert "There is a slip" in told(other + code[1:])
    while code[0] == code[1]:
        code = new_code()
    assert "There is a slip" in told(code[1] + code[0] + code[2:])
