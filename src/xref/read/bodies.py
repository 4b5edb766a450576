"""The parts of a mail (MIME, RFC 2046): which of them are its text, which are attached.

Of alternatives the plain text is read, of related parts the first (RFC 2387), of a signed mail what was signed (RFC
1847), of a mixed one every text in its place. A message within a message stands as itself in the result: its head
lines belong to the text.
"""

from __future__ import annotations

import codecs
import re
from email import errors
from email.message import EmailMessage, Message

import attrs

from xref.read.extracted import MissingExtra, UnreadableFile
from xref.read.text import join_halves

MAX_PARTS = 1_000
"""parts of one mail: more are an attack on the reader"""
_LOCKED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")
_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
_TEXTS = ("text/plain", "text/html")
_ARMOUR = "-----BEGIN PGP MESSAGE-----"
# declared charsets that writers of mails mix up with their Windows supersets, as the encoding standard reads them
_WIDER = {"iso8859-1": "cp1252", "ascii": "utf-8", "iso8859-9": "cp1254", "gb2312": "gb18030", "iso8859-11": "cp874"}
_CONTROL = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f]")
_CUT = (
    errors.StartBoundaryNotFoundDefect,
    errors.CloseBoundaryNotFoundDefect,
    errors.MultipartInvariantViolationDefect,
)
_BROKEN = (errors.InvalidBase64CharactersDefect, errors.InvalidBase64LengthDefect, errors.InvalidBase64PaddingDefect)


@attrs.define
class Bodies:
    """What a mail holds."""

    found: list[str | EmailMessage] = attrs.field(factory=list)
    """texts in order; before the texts of a forwarded message the message itself, for its head lines"""
    attached: list[str] = attrs.field(factory=list)
    """names of what was not read"""
    _doubts: list[str] = attrs.field(factory=list)
    _count: int = 0

    def doubts(self) -> list[str]:
        """What is doubtful about the texts, each once, and what was not read."""
        named = [f"attached to the mail and not read: {', '.join(self.attached)}"] if self.attached else []
        return [*dict.fromkeys(self._doubts), *named]

    def add(self, part: Message) -> None:
        """The texts of `part` and of what is in it; raises UnreadableFile when it is encrypted."""
        self._count += 1
        if self._count > MAX_PARTS:
            raise UnreadableFile(f"the mail has more than {MAX_PARTS} parts")
        self._check(part)
        kind = part.get_content_type()
        inside = [each for each in part.get_payload() if isinstance(each, Message)] if part.is_multipart() else []
        if kind in _SIGNATURES:
            return
        if kind == "message/rfc822" and inside:
            self.found += [each for each in inside if isinstance(each, EmailMessage)]
            self.add(inside[0])
        elif kind == "multipart/alternative" and inside:
            self.add(_best(inside))
        elif kind in ("multipart/related", "multipart/signed") and inside:
            self.add(inside[0])
            self.attached += [name for each in inside[1:] if (name := _name(each, only_given=True))]
        elif inside:
            for each in inside:
                self.add(each)
        elif kind.startswith("multipart/") and not part.is_multipart():
            self.found.append(self._text(part, "text/plain"))  # its boundary is missing: what is there is one text
        elif part.is_multipart() or kind not in _TEXTS or _is_attached(part):
            self.attached.append(_name(part))
        else:
            self.found.append(self._text(part, kind))

    def _check(self, part: Message) -> None:
        if part.get_content_type() in _LOCKED and "signed" not in str(part.get_param("smime-type", "")):
            raise UnreadableFile("it is encrypted", mend="open it in a mail program, and save its text")
        if any(isinstance(each, _CUT) for each in part.defects):
            self._doubts.append("the mail is cut off or damaged: parts of it may be missing")

    def _text(self, part: Message, kind: str) -> str:
        payload = part.get_payload(decode=True)
        if any(isinstance(each, _BROKEN) for each in part.defects):
            self._doubts.append("the transfer encoding of its text is damaged: words may be missing or garbled")
        text = self._decode(payload if isinstance(payload, bytes) else b"", part)
        if text.lstrip().startswith(_ARMOUR):
            raise UnreadableFile("it is encrypted (PGP)", mend="open it in a mail program, and save its text")
        if kind == "text/plain":
            return _CONTROL.sub("", text.replace("\r\n", "\n"))
        from xref.read.html import read_visible

        try:
            lines, doubts = read_visible(text)
        except ImportError as fault:
            told = "the text of this mail is a web page, whose reader is not installed: pip install 'xref[html]'"
            raise MissingExtra(told) from fault
        self._doubts += doubts
        return "\n\n".join(lines)

    def _decode(self, payload: bytes, part: Message) -> str:
        """The text of a part in its declared charset; one that does not fit is told."""
        declared = str(part.get_content_charset() or "us-ascii")
        try:
            name = codecs.lookup(declared).name
            return join_halves(payload.decode(_WIDER.get(name, name))).removeprefix("\ufeff")
        except (LookupError, ValueError):
            said = f"the mail declares the charset {declared[:40]}, which its bytes are not"
        try:
            text = payload.decode("utf-8")
            if declared != "us-ascii":
                self._doubts.append(f"{said}: read as UTF-8")
        except ValueError:
            text = payload.decode("cp1252", "replace")
            self._doubts.append(f"{said}: read as Windows-1252")
        return text


def _best(forms: list[Message]) -> Message:
    """Of the forms of one text the first that is plain and not empty; else the last, which the sender likes best."""
    for form in forms:
        payload = form.get_payload(decode=True) if form.get_content_type() == "text/plain" else None
        if isinstance(payload, bytes) and payload.strip():
            return form
    known = [form for form in forms if form.get_content_type() in _TEXTS or form.is_multipart()]
    return (known or forms)[-1]


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _name(part: Message, only_given: bool = False) -> str:
    """The file name of a part, else its type."""
    given = part.get_filename() or ("" if only_given else part.get_content_type())
    return " ".join("".join(char if char.isprintable() else " " for char in str(given)).split())[:200]
