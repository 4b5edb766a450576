"""The saving door: whole or not at all."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.errors import OutputError
from xref.save import check_folder, save_all, save_file


def _failing() -> Iterator[str]:
    yield "half"
    raise KeyError("a fault while the text is made")


def test_writes_utf8_and_leaves_nothing_beside(tmp_path: pathlib.Path) -> None:
    """The file holds the text as UTF-8 with its line ends untouched, and no temporary file stays."""
    save_file(tmp_path / "a" / "b.txt", ["é\r\n\U0001f6a2\n"])
    assert (tmp_path / "a" / "b.txt").read_bytes() == "é\r\n\U0001f6a2\n".encode()
    assert os.listdir(tmp_path / "a") == ["b.txt"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """What was saved is read back byte for byte."""
    path = tmp_path_factory.mktemp("any") / "a.txt"
    save_file(path, [text])
    assert path.read_bytes() == text.encode()


def test_a_fault_while_writing_keeps_all_old_files(tmp_path: pathlib.Path) -> None:
    """When the second of two files fails, the first is not replaced either, and nothing is left beside them."""
    save_all(tmp_path, {"one": ["old"], "two": ["old"]})
    with pytest.raises(KeyError):
        save_all(tmp_path, {"one": ["new"], "two": _failing()})
    assert {p.name: p.read_text("utf-8") for p in tmp_path.iterdir()} == {"one": "old", "two": "old"}


def test_a_folder_in_the_way_keeps_all_old_files(tmp_path: pathlib.Path) -> None:
    """A folder that has a file's name is told, and no other file is replaced."""
    (tmp_path / "two").mkdir()
    save_all(tmp_path, {"one": ["old"]})
    with pytest.raises(OutputError, match="folder of that name"):
        save_all(tmp_path, {"one": ["new"], "two": ["new"]})
    assert (tmp_path / "one").read_text("utf-8") == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["one", "two"]


def test_a_full_disk_is_an_output_error(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system refuses (here: flushing) is told in its words, and the old file stays whole."""
    save_file(tmp_path / "a", ["old"])

    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OutputError, match="No space left"):
        save_file(tmp_path / "a", ["new"])
    assert {p.name: p.read_text("utf-8") for p in tmp_path.iterdir()} == {"a": "old"}


def test_a_file_in_place_of_the_folder(tmp_path: pathlib.Path) -> None:
    """A path that is a file, or runs through one, is no folder to write into."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(OutputError):
            check_folder(folder)
        with pytest.raises(OutputError):
            save_file(folder / "a", ["text"])


def test_a_link_is_replaced_not_followed(tmp_path: pathlib.Path) -> None:
    """A link laid in the output folder cannot make xref write elsewhere."""
    precious = tmp_path / "precious"
    precious.write_text("mine", encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "index.html").symlink_to(precious)
    save_all(tmp_path / "out", {"index.html": ["page"]})
    assert precious.read_text("utf-8") == "mine"
    assert not (tmp_path / "out" / "index.html").is_symlink()


@pytest.mark.skipif(os.name != "posix", reason="umask is a POSIX matter")
def test_the_umask_decides_who_may_read(tmp_path: pathlib.Path) -> None:
    """Reports are made to be passed on: the file's mode is what the user's umask says."""
    old = os.umask(0o027)
    try:
        save_file(tmp_path / "a", ["text"])
    finally:
        os.umask(old)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_a_file_that_the_user_names_may_be_a_link(tmp_path: pathlib.Path) -> None:
    """As with the shell's `>`: the file behind it is written, and the link stays."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link.csv").symlink_to(tmp_path / "real" / "a.csv")
    for text in ("old", "new"):
        save_file(tmp_path / "link.csv", [text])
        assert (tmp_path / "real" / "a.csv").read_text("utf-8") == text
    assert (tmp_path / "link.csv").is_symlink()


@pytest.mark.skipif(os.name != "posix", reason="pipes with a name are a POSIX matter")
def test_a_pipe_is_written_into(tmp_path: pathlib.Path) -> None:
    """Not replaced by a file: somebody reads at its other end."""
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    save_file(tmp_path / "pipe", ["one ", b"two"])
    assert os.read(reader, 100) == b"one two"
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()
    save_file(pathlib.Path("/dev/null"), ["nothing"])
    assert pathlib.Path("/dev/null").is_char_device()


@pytest.mark.skipif(os.name != "posix", reason="modes are a POSIX matter")
def test_a_file_keeps_its_mode(tmp_path: pathlib.Path) -> None:
    """What was private stays so."""
    save_file(tmp_path / "a", ["old"])
    (tmp_path / "a").chmod(0o600)
    save_file(tmp_path / "a", ["new"])
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "a").read_text("utf-8") == "new"


def test_a_name_may_be_as_long_as_names_are(tmp_path: pathlib.Path) -> None:
    """255 bytes on most systems: what is written beside it has a name of its own."""
    save_file(tmp_path / ("a" * 251 + ".csv"), ["text"])
    assert [len(name) for name in os.listdir(tmp_path)] == [255]
