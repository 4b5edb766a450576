"""Makes src/xref/data/stems.txt from the list of ordinary words: `python tests/stems.py`.

Stemming the list at each start takes longer than reading five documents. tests/test_words.py compares the file with
what the installed stemmer says.
"""

from __future__ import annotations

import pathlib

from xref.words import ordinary, stem_of

FILE = pathlib.Path(__file__).parents[1] / "src" / "xref" / "data" / "stems.txt"


def make_stems() -> str:
    """The text of the file."""
    head = "# Snowball English stems of the words in english.txt, made by tests/stems.py (docs/licenses/SCOWL.txt)\n"
    return head + "".join(f"{stem}\n" for stem in sorted({stem_of(word) for word in ordinary()}))


if __name__ == "__main__":
    FILE.write_text(make_stems(), encoding="utf-8")
