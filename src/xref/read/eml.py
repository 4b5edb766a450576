"""Saved mails (eml): the head lines that a reader wants to see, then the body.

RFC 5322 and MIME, read by the standard library's parser with its default policy, which decodes words and transfer
encodings. Of several forms of the body the plain text is taken, else the page form is read as web pages are.
Attachments are not read, and named. A forwarded message inside is text like any other.
"""

from __future__ import annotations

import datetime as dt
import email
import email.errors
import email.policy
import email.utils
from email.message import EmailMessage, MIMEPart

from xref.model import DateRange
from xref.read.extracted import DateHint, Extracted, Hint, UnreadableFile

_HEADS = ("From", "To", "Cc", "Date", "Subject")
MAX_INSIDE = 50
"""messages and parts looked at: more are an attack on the parser, not a mail"""
_FAULTS = (LookupError, ValueError, TypeError, AttributeError, email.errors.MessageError, RecursionError)


def read_eml(raw: bytes) -> Extracted:
    """The text of a saved mail; raises UnreadableFile with the cause when it is none."""
    try:
        message = email.message_from_bytes(raw, policy=email.policy.default)
        heads = [(name, _head(message, name)) for name in _HEADS]
    except _FAULTS as fault:
        raise UnreadableFile(f"it cannot be read as a mail ({type(fault).__name__})") from fault
    assert isinstance(message, EmailMessage)
    if not any(value for name, value in heads if name in ("From", "Date", "Subject")):
        raise UnreadableFile("it is no mail: it has no From, Date or Subject line")
    doubts: list[str] = []
    body = _body(message, doubts)
    if not body.strip():
        raise UnreadableFile("; ".join(["the mail has no text", *doubts]))
    lines = [f"{name}: {value}" for name, value in heads if value]
    text = "\n".join(lines) + "\n\n" + body.strip("\r\n") + "\n"
    return Extracted(text, "eml, read by xref", tuple(doubts), tuple(_hints(dict(heads))), tuple(_dates(message)))


def _head(message: object, name: str) -> str:
    value = message.get(name) if isinstance(message, EmailMessage) else None
    return " ".join(str(value).split())[:1000] if value is not None else ""


def _body(message: EmailMessage, doubts: list[str]) -> str:
    """The text of the message; attachments are named in `doubts`."""
    named = []
    for number, part in enumerate(message.walk()):
        if number > MAX_INSIDE:
            doubts.append(f"more than {MAX_INSIDE} parts: the rest was not read")
            break
        if part.get_content_disposition() == "attachment" or part.get_filename():
            named.append(" ".join(str(part.get_filename() or part.get_content_type()).split())[:200])
    if named:
        doubts.append(f"not read, attached to the mail: {', '.join(named)}")
    try:
        chosen = message.get_body(preferencelist=("plain", "html"))
    except _FAULTS:
        chosen = None
    if chosen is None:
        return ""
    text = _text(chosen, doubts)
    if chosen.get_content_type() == "text/html":
        from xref.read.html import read_html

        found = read_html(text.encode("utf-8"))
        doubts += found.doubts
        return found.text
    return text


def _text(part: MIMEPart, doubts: list[str]) -> str:
    """The text of a part in its declared charset; a charset that does not fit is told."""
    try:
        content = part.get_content()
        if isinstance(content, str) and "\ufffd" not in content:
            return content.replace("\r\n", "\n")
    except _FAULTS:
        content = ""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    declared = part.get_content_charset() or "none"
    doubts.append(f"the mail declares the charset {declared}, which its bytes are not: read as Windows-1252")
    return payload.decode("cp1252", "replace").replace("\r\n", "\n")


def _hints(heads: dict[str, str]) -> list[Hint]:
    found = []
    if heads["Subject"]:
        found.append(Hint("title", heads["Subject"], "Subject line of the mail"))
    name, address = email.utils.parseaddr(heads["From"])
    if name or address:
        found.append(Hint("author", name or address, "From line of the mail"))
    return found


def _dates(message: EmailMessage) -> list[DateHint]:
    """The day in the Date line, as written there: zones are never converted."""
    said = _head(message, "Date")
    try:
        when: dt.datetime = email.utils.parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError, OverflowError):
        return []
    day = when.date()
    return [DateHint(DateRange(day, day), "Date line of the mail", 93, "mail-date", said)]
