"""Damage by chance: whatever happens to the bytes of a file, it is read or refused in our words."""

from __future__ import annotations

import io
import random
import re
import zipfile

import pytest
from tests.read import packages
from tests.read.test_hostile import GOOD, PACKED

from xref.read.extracted import Extracted, UnreadableFile
from xref.read.formats import FORMATS, read_bytes

# what means something to one parser or another
_PIECES = [
    b"<", b">", b"&#0;", b"&#xD800;", b"<!--", b"]]>", b"{", b"}", b"\\", b"\\'", b"\\u-10179?", b"\\bin9 ", b"\x00",
    b"\xff", b"=?utf-8?q?=00?=", b"\r\n", b"--x", b"stream", b"endobj", b"0 R", b"<<", b">>", b"(", b"9999999999",
]  # fmt: skip


def damage(raw: bytes, chance: random.Random) -> bytes:
    """`raw` with some bytes changed, taken out, doubled, or something put between them."""
    damaged = bytearray(raw)
    for _ in range(chance.choice((1, 2, 8))):
        at, other = chance.randrange(len(damaged) + 1), chance.randrange(len(damaged) + 1)
        length = chance.randrange(30)
        change = chance.randrange(3)
        if change == 0:
            damaged[at : at + length] = b""
        elif change == 1:
            damaged[at:at] = damaged[other : other + length]
        else:
            damaged[at:at] = chance.choice([*_PIECES, bytes([chance.randrange(256)])])
    return bytes(damaged)


def damage_part(raw: bytes, chance: random.Random) -> bytes:
    """A zip archive with one of its parts damaged."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    return packages.package({**parts, name: damage(parts[name], chance)})


def attempt(raw: bytes, suffix: str) -> Extracted | str:
    """What a file is read as, or why it is refused."""
    try:
        return read_bytes(raw, suffix)
    except UnreadableFile as fault:
        return str(fault)


@pytest.mark.parametrize("suffix", FORMATS)
def test_chance(suffix: str) -> None:
    """A reader gives text that can be written down, with places within it, or a refusal without our own faults."""
    chance = random.Random(suffix)
    for number in range(60):
        into = damage_part if suffix in PACKED and number % 4 else damage
        found = attempt(into(GOOD[suffix], chance), suffix)
        if isinstance(found, str):
            assert "stopped at a fault" not in found
            continue
        for said in (found.text, *found.doubts, *found.notes, *(hint.value for hint in found.hints)):
            assert said.encode("utf-8")
        assert suffix in (".txt", ".md") or not re.search("[\x00-\x08\x0e-\x1f]", found.text)
        assert all(place.span.end <= len(found.text) for place in found.places)
