"""Saved mails: head lines, body, facts, attachments named, charsets."""

from __future__ import annotations

import sys

import pytest
from tests.read.packages import SAID, eml

from xref.read.eml import read_eml
from xref.read.extracted import MissingExtra, UnreadableFile


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


def test_halves_of_a_character_are_joined() -> None:
    """UTF-7 may write a character beyond the first plane as two: the text has one, as all that is read again has."""
    found = read_eml(eml("He said +2D0-+3gA- and +2D0- to the mayor.", kind="text/plain; charset=utf-7"))
    assert "He said \U0001f600 and \ufffd to the mayor." in found.text


def test_a_wrong_charset_is_told() -> None:
    """Bytes that are not of the declared charset are read as Windows-1252, and that is told."""
    raw = eml("x", kind="text/plain; charset=utf-8").replace(b"\r\n\r\nx", b"\r\n\r\nHe said \x93no\x94 to the mayor.")
    found = read_eml(raw)
    assert "“no”" in found.text
    assert "Windows-1252" in found.doubts[0]


def test_forwarded_messages_are_text() -> None:
    """A message within the mail stands in its place with its own head lines."""
    inner = "From: Jon Hale <jon@quay.example>\r\nSubject: Old news\r\n\r\nThe quay was let.\r\n"
    body = (
        f"--x\r\nContent-Type: text/plain\r\n\r\n{SAID}\r\n"
        f"--x\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n{inner}--x\r\n"
        "Content-Type: text/plain\r\n\r\nYours, Ann\r\n--x--\r\n"
    )
    found = read_eml(eml(body, kind='multipart/mixed; boundary="x"'))
    assert found.text.endswith(
        f"\n\n{SAID}\n\nFrom: Jon Hale <jon@quay.example>\nSubject: Old news\n\nThe quay was let.\n\nYours, Ann\n"
    )
    assert found.doubts == ()


def test_signed_mail() -> None:
    """Of a signed mail the text is read, and the signature is nothing to tell."""
    body = (
        f"--x\r\nContent-Type: text/plain\r\n\r\n{SAID}\r\n"
        "--x\r\nContent-Type: application/pgp-signature\r\n\r\nabc\r\n--x--\r\n"
    )
    found = read_eml(eml(body, kind='multipart/signed; boundary="x"'))
    assert (found.text.endswith(SAID + "\n"), found.doubts) == (True, ())


@pytest.mark.parametrize("kind", ["text/plain; charset=iso-8859-1", "text/plain", "text/plain; charset=windows-1252"])
def test_charsets_as_programs_mean_them(kind: str) -> None:
    """Quotes of Windows in a mail that says ISO-8859-1 are what its writer saw; without a charset UTF-8 is tried."""
    raw = eml("x", kind=kind)
    words = "He said “no”." if kind == "text/plain" else "He said \x93no\x94."
    text = words.encode("utf-8" if kind == "text/plain" else "latin-1")
    found = read_eml(raw[: raw.index(b"\r\n\r\n") + 4] + text)
    assert found.text.endswith("He said “no”.\n")
    assert found.doubts == ()


def test_raw_head_lines() -> None:
    """Head lines in bare UTF-8 are read, folded ones joined, long ones cut and told."""
    raw = eml(heads="Cc: " + ", ".join(f"a{n}@harbour.example" for n in range(200)) + "\r\n")
    found = read_eml(raw.replace(b"The ferry is sold", "Fähre\r\n verkauft".encode()))
    assert "Subject: Fähre verkauft\n" in found.text
    assert found.doubts == ("the Cc line was cut after 2000 characters",)


def test_a_cut_mail_is_told() -> None:
    """A mail whose last boundary is missing may lack parts; one without any is one text."""
    found = read_eml(eml(SAID, kind='multipart/mixed; boundary="x"'))
    assert found.text.endswith(SAID + "\n")
    assert "damaged" in found.doubts[0]
    found = read_eml(eml(f"--x\r\nContent-Type: text/plain\r\n\r\n{SAID}", kind='multipart/mixed; boundary="x"'))
    assert "cut off" in found.doubts[0]


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (eml("x", kind="multipart/encrypted; boundary=y"), "encrypted"),
        (eml("x", kind="application/pkcs7-mime; smime-type=enveloped-data"), "encrypted"),
        (eml("-----BEGIN PGP MESSAGE-----\n\nx\n"), "encrypted"),
        (b"From a@b Mon May  3 1999\nFrom: a@b\n\nx\n\nFrom a@b Tue May  4 1999\nFrom: a@b\n\ny\n", "several mails"),
        (eml("--x\n\n\n" * 1_100, kind='multipart/mixed; boundary="x"'), "more than 1000 parts"),
        (eml("--x\n\n\n" * 50_000, kind='multipart/mixed; boundary="x"'), "exhaust its reader"),
        (eml("x", kind="text/plain;" + " a=b;\r\n" * 50_000), "exhaust its reader"),
    ],
)
def test_refused(raw: bytes, fault: str) -> None:
    """Encrypted mails, mailboxes and mails of a thousand parts say so."""
    with pytest.raises(UnreadableFile, match=fault):
        read_eml(raw)


def test_a_page_without_its_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail that only has a page form says what to install."""
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(MissingExtra, match=r"xref\[html\]"):
        read_eml(eml("<p>x</p>", kind="text/html"))


@pytest.mark.parametrize(("raw", "fault"), [(b"just words\n", "no mail"), (eml(""), "no text")])
def test_none(raw: bytes, fault: str) -> None:
    """What is no mail, or has no text, says so."""
    with pytest.raises(UnreadableFile, match=fault):
        read_eml(raw)
