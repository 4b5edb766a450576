"""Case, quotation marks, accents and spaces folded away.

Two folds, for two uses. `flat` keeps the length: character n of the result stands for character n of the text, so
offsets need no map (casefold and NFKC change the length of 104 and 1,237 characters of Unicode, measured).
`key` may change the length: it is only ever compared, never used to point into a text.
"""

from __future__ import annotations

import re
import unicodedata

QUOTES = {"‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‟": '"',
          "«": '"', "»": '"'}  # fmt: skip
DASHES = {"‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-"}

# 30 combining marks in a row: more is an attack on the normaliser (quadratic), not a language.
_MARKS = re.compile(r"([\u0300-\u036f]{30})[\u0300-\u036f]+")


class _Flat(dict[int, str]):
    """Fills itself with one folded character for each character met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in QUOTES or char in DASHES:
            folded = QUOTES.get(char) or DASHES[char]
        elif char.isspace():
            folded = char if char in "\r\n" else " "
        else:
            base = unicodedata.normalize("NFKD", char)[:1] or char
            lower = base.lower()
            folded = lower if len(lower) == 1 else base
        self[code] = folded
        return folded


_FLAT = _Flat()


_ODD = str.maketrans({"ſ": "s", "ı": "i", "K": "k"})


def lower(text: str) -> str:
    """`text` in lower case as patterns without case read it: for them ſ is an s ("laſt week"), ı and İ an i, K a k."""
    return text.lower() if text.isascii() else text.lower().replace("i\u0307", "i").translate(_ODD)


def flat(text: str) -> str:
    """`text` in lower case without accents, quotation marks and dashes as ASCII; the same length, always."""
    return text.translate(_FLAT)


def key(text: str) -> str:
    """`text` as compared: casefolded, accents off, marks as ASCII, white space collapsed. Length may differ."""
    if text.isascii():
        # nothing to decompose: English text nearly always comes this way, ten times as fast
        return " ".join(text.replace("`", "'").casefold().split())
    text = _MARKS.sub(r"\1", text)
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = "".join(QUOTES.get(c) or DASHES.get(c) or c for c in plain)
    return " ".join(plain.casefold().split())
