"""Saved mails: head lines, body, facts, attachments named, charsets."""

from __future__ import annotations

import pytest
from tests.read.packages import SAID, eml

from xref.read.eml import read_eml
from xref.read.extracted import UnreadableFile


def test_a_plain_mail() -> None:
    """Head lines, a blank line, the body; facts with where they stand, the day as written whatever the zone."""
    found = read_eml(eml())
    assert found.text == (
        "From: Ann Reed <ann@harbour.example>\nTo: list@harbour.example\n"
        f"Date: Mon, 03 May 1999 23:14:22 -0400\nSubject: The ferry is sold\n\n{SAID}\n"
    )
    assert [(h.field, h.value) for h in found.hints] == [("title", "The ferry is sold"), ("author", "Ann Reed")]
    assert [d.value.iso for d in found.dates] == ["1999-05-03"]


def test_encoded_words_and_transfer() -> None:
    """Encoded head words and quoted-printable bodies are decoded."""
    raw = eml("Der F=C3=A4hrmann sagt: =E2=80=9Cja=E2=80=9D.\n", "Content-Transfer-Encoding: quoted-printable\r\n")
    raw = raw.replace(b"The ferry is sold", b"=?utf-8?q?F=C3=A4hre?=")
    found = read_eml(raw)
    assert "Subject: Fähre" in found.text
    assert "Fährmann sagt: “ja”" in found.text


def test_the_plain_form_wins_and_attachments_are_named() -> None:
    """Of two forms the plain one is read; what is attached is named, not read."""
    body = (
        '--x\r\nContent-Type: multipart/alternative; boundary="y"\r\n\r\n'
        f"--y\r\nContent-Type: text/plain\r\n\r\n{SAID}\r\n"
        "--y\r\nContent-Type: text/html\r\n\r\n<p>html</p>\r\n--y--\r\n"
        '--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="contract.pdf"\r\n\r\n'
        "x\r\n--x--\r\n"
    )
    found = read_eml(eml(body, kind='multipart/mixed; boundary="x"'))
    assert SAID in found.text
    assert "html" not in found.text
    assert "contract.pdf" in found.doubts[0]


def test_a_page_as_body() -> None:
    """A mail that only has a page form is read as pages are."""
    pytest.importorskip("trafilatura", reason="the extra html is not installed: make test installs it")
    found = read_eml(eml(f"<html><body><p>{SAID}</p></body></html>", kind="text/html; charset=utf-8"))
    assert SAID in found.text


def test_a_wrong_charset_is_told() -> None:
    """Bytes that are not of the declared charset are read as Windows-1252, and that is told."""
    raw = eml("x", kind="text/plain; charset=utf-8").replace(b"\r\n\r\nx", b"\r\n\r\nHe said \x93no\x94 to the mayor.")
    found = read_eml(raw)
    assert "“no”" in found.text
    assert "Windows-1252" in found.doubts[0]


@pytest.mark.parametrize(("raw", "fault"), [(b"just words\n", "no mail"), (eml(""), "no text")])
def test_none(raw: bytes, fault: str) -> None:
    """What is no mail, or has no text, says so."""
    with pytest.raises(UnreadableFile, match=fault):
        read_eml(raw)
