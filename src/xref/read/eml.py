"""Saved mails (eml): the head lines that a reader wants to see, then the body, then forwarded messages likewise.

RFC 5322 and MIME (RFC 2045-2049), read by the standard library's parser with its default policy, which decodes words
and transfer encodings. Of several forms of one body the plain text is taken, else the page form is read as web pages
are. Attachments are not read, and named. An encrypted mail or a mailbox of several mails is refused.
"""

from __future__ import annotations

import email
import email.errors
import email.policy
import email.utils
import re
from collections.abc import Iterator, Sequence
from email.message import EmailMessage

from xref.model import DateRange, Settings
from xref.read.bodies import MAX_PARTS, Bodies
from xref.read.extracted import DateHint, Extracted, Hint, UnreadableFile

_HEADS = ("From", "To", "Cc", "Date", "Subject")
_NEEDED = ("From", "Date", "Subject")
_LONGEST = 2_000
"""characters of a head line that are shown and parsed: the library's parser takes seconds for long lists"""
_MAILBOX = re.compile(rb"^From \S+.{0,80}[0-9]{4}\r?\n[A-Za-z-]{2,40}:", re.M)  # RFC 4155
# over these the library's parser takes a time that grows with the square of their length
_LONG_LINE = re.compile(rb"^content-[a-z-]{1,30}:(?:[^\r\n]|\r?\n[ \t]){2000}", re.I | re.M | re.S)
_DASHES = re.compile(rb"^--\S", re.M)
_FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, email.errors.MessageError)
"""what the standard library's parser of head lines may raise"""


def read_eml(raw: bytes, limits: Settings | None = None) -> Extracted:
    """The text of a saved mail; raises UnreadableFile with the cause when it is none."""
    if raw.startswith(b"From ") and len(_MAILBOX.findall(raw)) > 1:
        raise UnreadableFile("it is a mailbox of several mails", mend="save each mail as a file of its own (.eml)")
    if _LONG_LINE.search(raw) or len(_DASHES.findall(raw)) > 10 * MAX_PARTS:
        raise UnreadableFile("it is built to exhaust its reader: a Content line without end, or parts without number")
    doubts: list[str] = []
    message = email.message_from_bytes(raw, policy=email.policy.default)
    heads = _heads(message, doubts)
    if not any(heads.get(name) for name in _NEEDED):
        raise UnreadableFile("it is no mail: it has no From, Date or Subject line", "line 1")
    bodies = Bodies()
    bodies.add(message)
    text = "\n\n".join([_lines(heads), *_texts(bodies.found, doubts)])
    doubts += bodies.doubts()
    if text == _lines(heads):
        raise UnreadableFile("; ".join(["the mail has no text", *doubts]), mend="save what is attached to it")
    hints, dates = tuple(_hints(heads)), tuple(_dates(heads))
    return Extracted(text + "\n", "eml, read by xref", tuple(doubts), hints, dates)


def _texts(found: Sequence[str | EmailMessage], doubts: list[str]) -> Iterator[str]:
    """The texts of a body in order, a forwarded message with its own head lines."""
    for each in found:
        text = each if isinstance(each, str) else _lines(_heads(each, doubts))
        if text.strip():
            yield text.strip("\r\n")


def _lines(heads: dict[str, str]) -> str:
    return "\n".join(f"{name}: {value}" for name, value in heads.items())


def _heads(message: EmailMessage, doubts: list[str]) -> dict[str, str]:
    """The head lines to show, those that are there."""
    found: dict[str, str] = {}
    raw = {
        name.lower(): _unescape(str(value)) for name, value in reversed(list(message.raw_items()))
    }  # the first counts
    for name in _HEADS:
        line = raw.get(name.lower(), "")
        if len(line) > _LONGEST:
            doubts.append(f"the {name} line was cut after {_LONGEST} characters")
        try:
            value = message.policy.header_fetch_parse(name, line[:_LONGEST])
        except _FAULTS:
            value = line[:_LONGEST]
        said = " ".join("".join(char if char.isprintable() else " " for char in str(value)).split())
        if said:
            found[name] = said
    return found


def _unescape(line: str) -> str:
    """A head line whose bytes beyond ASCII were not encoded, as RFC 6532 allows (UTF-8) and old programs did."""
    raw = line.encode("utf-8", "surrogateescape")
    try:
        return raw.decode("utf-8")
    except ValueError:
        return raw.decode("cp1252", "replace")


def _hints(heads: dict[str, str]) -> Iterator[Hint]:
    if subject := heads.get("Subject"):
        yield Hint("title", subject, "Subject header of the message")
    name, address = email.utils.parseaddr(heads.get("From", ""))
    if name or address:
        yield Hint("author", name or address, "From header of the message")


def _dates(heads: dict[str, str]) -> Iterator[DateHint]:
    """The day in the Date line, as written there: zones are never converted."""
    said = heads.get("Date", "")
    try:
        day = email.utils.parsedate_to_datetime(said).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return
    yield DateHint(DateRange(day, day), "Date header of the message", 93, "mail-date", said)
