"""What a person gives is read within limits: plain, zipped or a folder, hostile or not."""

from __future__ import annotations

import os
import struct
import zipfile
from pathlib import Path

import pytest

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers import opened as opened_file
from rewire_app.exchange.importers.opened import LIMIT, open_file
from tests.exchange.importers.files import written, zipped


def test_a_plain_file_has_itself_alone(tmp_path: Path) -> None:
    with open_file(written(tmp_path / "a.csv", "day,mood\n")) as opened:
        assert opened.members() == ("a.csv",)
        assert (opened.is_zip, opened.is_folder, opened.is_sqlite) == (False, False, False)
        assert opened.head("a.csv", 3) == b"day"
        assert opened.text("a.csv") == "day,mood\n"


def test_a_zip_is_told_by_its_content(tmp_path: Path) -> None:
    with open_file(zipped(tmp_path / "none.txt", {"one/a.csv": b"x", "b.csv": b"yy"})) as opened:
        assert opened.members() == ("one/a.csv", "b.csv")
        assert opened.size("b.csv") == 2
        assert opened.text("one/a.csv") == "x"


def test_a_folder_is_read_with_its_folders_and_without_links(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    (folder / "2026").mkdir(parents=True)
    written(folder / "2026" / "11.txt", "eleven")
    written(tmp_path / "secret.txt", "secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "all").symlink_to(tmp_path)
    with open_file(folder) as opened:
        assert opened.members() == ("2026/11.txt",)
        assert opened.text("2026/11.txt") == "eleven"


def test_two_folders_with_the_same_words_have_one_hash_and_other_words_another(tmp_path: Path) -> None:
    hashes = []
    for name, words in (("a", "eleven"), ("b", "eleven"), ("c", "twelve")):
        (tmp_path / name).mkdir()
        with open_file(written(tmp_path / name / "11.txt", words).parent) as opened:
            opened.text("11.txt")
            hashes.append(opened.hash)
    assert hashes[0] == hashes[1] != hashes[2]


@pytest.mark.parametrize(
    ("encoding", "doubts"),
    [("utf-8", 0), ("utf-8-sig", 0), ("utf-16", 0), ("utf-16-le", 0), ("utf-16-be", 0), ("cp1252", 1)],
)
def test_the_encoding_is_told_by_what_is_there(tmp_path: Path, encoding: str, doubts: int) -> None:
    with open_file(written(tmp_path / "a.csv", "größe;ok\r\nÄ;1\r\n", encoding)) as opened:
        assert opened.text("a.csv") == "größe;ok\r\nÄ;1\r\n"
        assert opened.text("a.csv")
        assert len(opened.doubts) == doubts


def test_a_letter_that_is_cut_in_two_by_the_pieces_is_whole(tmp_path: Path) -> None:
    words = "a" * 4095 + "ß" * 700_000
    with open_file(written(tmp_path / "a.txt", words)) as opened:
        assert opened.text("a.txt") == words
        assert opened.doubts == []


def refused(path: Path) -> str:
    """The sentence with which a file is refused, by opening it and reading all of it."""
    with pytest.raises(ImportRefusedError) as fault:
        read_all(path)
    return str(fault.value)


def read_all(path: Path) -> None:
    """Read everything in a file."""
    with open_file(path) as opened:
        for member in opened.members():
            with opened.open(member) as stream:
                while stream.read(1 << 20):
                    pass


def test_a_bomb_is_stopped_while_it_unpacks(tmp_path: Path) -> None:
    assert "far too large" in refused(zipped(tmp_path / "bomb.zip", {"a": b"\0" * 50_000_000}))


def test_more_than_the_limit_in_all_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "two.zip", {"a": os.urandom(1_000), "b": os.urandom(1_000)})
    with open_file(path) as opened:
        with opened.open("a", 1_500) as stream:
            assert len(stream.read()) == 1_000
        with opened.open("a", 1_500) as stream:
            assert len(stream.read()) == 1_000
        with pytest.raises(ImportRefusedError, match="larger than Rewire reads"), opened.open("b", 1_500):
            pass


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/etc/a", "C:/a", "..\\a"])
def test_a_name_that_leads_outside_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "out.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(zipfile.ZipInfo(name), b"x")
    assert "places outside itself" in refused(path)


def test_a_link_in_a_zip_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "link.zip"
    link = zipfile.ZipInfo("passwd.csv")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(link, "/etc/passwd")
        made.writestr("a.csv", "x")
    with open_file(path) as opened:
        assert opened.members() == ("a.csv",)


def test_a_zip_of_very_many_members_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as made:
        for number in range(20_001):
            made.writestr(zipfile.ZipInfo(str(number)), b"")
    assert "more than 20,000 files" in refused(path)


def test_a_list_of_members_that_is_huge_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.zip"
    size = 200_000_000
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(4 + size)
        file.seek(4 + size)
        file.write(struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65_535, 65_535, size, 4, 0))
    assert "more than 20,000 files" in refused(path)


@pytest.mark.parametrize("stated", [3, 4_000])
def test_a_size_that_lies_is_refused(tmp_path: Path, stated: int) -> None:
    path = zipped(tmp_path / "lies.zip", {"a": os.urandom(1_000)})
    content = path.read_bytes().replace(struct.pack("<L", 1_000), struct.pack("<L", stated))
    path.write_bytes(content)
    assert "damaged or not whole" in refused(path)


def test_a_cut_zip_and_a_locked_one_are_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a": b"x" * 100})
    whole = path.read_bytes()
    path.write_bytes(whole[:40])
    assert "damaged or not whole" in refused(path)
    at = whole.index(b"PK\x01\x02")
    path.write_bytes(whole[: at + 8] + b"\x01\x00" + whole[at + 10 :])
    assert "locked with a password" in refused(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "gone.csv")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "no file that can be read" in refused(tmp_path / "pipe")


def test_a_file_beyond_the_limit_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    assert "larger than Rewire reads" in refused(path)


def test_an_sqlite_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"SQLite format 3\0" + b"\0" * 100)
    with open_file(path) as opened:
        assert opened.is_sqlite


@pytest.mark.parametrize("packed", [False, True])
def test_lines_come_in_large_pieces(packed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each read lets go of Python's lock; often enough, and a window that waits for it never gets it."""
    reads = []
    plain = opened_file._Counted.readinto

    def counted(self: opened_file._Counted, buffer: bytearray) -> int:
        reads.append(len(buffer))
        return plain(self, buffer)

    monkeypatch.setattr(opened_file._Counted, "readinto", counted)
    lines = [f"{number} a line of ordinary length, as a diary has it" for number in range(60_000)]
    words, path = "\n".join(lines), tmp_path / "a.csv"
    given = zipped(path, {"a.csv": words.encode()}) if packed else written(path, words)
    with open_file(given) as opened, opened.text_stream("a.csv") as stream:
        assert [line.rstrip("\n") for line in stream] == lines
    assert len(words) > 3_000_000
    assert len(reads) <= 12  # to tell the encoding, then to read
