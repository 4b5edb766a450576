"""A theme sent out as a code comes back as it was: whatever signs its words hold, with all that a line can keep."""

from __future__ import annotations

import tempfile
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.export.codes import read_codes, write_qdc
from xref.export.described import describe
from xref.model import Codebook, Condition, Facet, Theme
from xref.themes import load_codebook
from xref.themes.brought import write_brought

PIECES = [
    "ferry",
    "boat",
    " | ",
    "|",
    ": ",
    ":",
    "\\",
    "\n",
    "\u200b",
    " ",
    "Id: x",
    "Not: the mail",
    "\\U0000000A",
    "é",
]
FERRY = Theme("ferry", "Ferry", "", (Facet("Ferry", ("harbour boat",)),))


def _back(*themes: Theme) -> tuple[Theme, ...]:
    """The themes, out as .qdc and in again."""
    text = write_brought(read_codes(write_qdc(Codebook(themes)), "codes.qdc"), "codes.qdc")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "codebook.toml"
        path.write_text(text, encoding="utf-8")
        return load_codebook(path).themes


@pytest.mark.parametrize(
    "changed",
    [
        {"facets": (Facet("the vessel: any", ("ferry", "boat")), Facet("C:\\", ("sold",)))},
        {"facets": (Facet("Ferry", ("ferry | boat", "a|b", "back\\", "\\| x", "two\nlines", " spaced ")),)},
        {"facets": (Facet("another name", ("ferry",)),)},
        {"facets": (Facet("Ferry", ("ferry",), 85.5, False),), "threshold": 70.0, "exclude": ("the | mail", "post")},
        {"facets": (Facet("a", ("ferry",), wording=False), Facet("b", ("sold",), 90.0))},
        {"facets": (Facet("a", ("ferry",), wording=False), Facet("b", ("sold",), wording=False))},
        {"scope": "paragraph", "aliases": ("old-one", "older"), "expect": (("old: 1", "new | 2"), ("a", "a"))},
    ],
)
def test_what_a_line_can_keep_comes_back(changed: dict[str, object]) -> None:
    """Names with colons, phrases with bars, backslashes, line ends; thresholds, scope, wording, aliases, promises."""
    theme = Theme(**{**attrs.asdict(FERRY, recurse=False), **changed})
    assert _back(theme) == (theme,)


def test_computed_facets_come_back() -> None:
    """In their place among the others, with calendar and what is dated."""
    vote = (Condition("days_before_vote", 60, "us"), Condition("election_year", True, "us"))
    said = (Condition("before", "2010-04-08", "", "claim"), Condition("speaker", 'Ann "the Mayor" \\ Lee', "", "claim"))
    facets = (Facet("near: a vote", when=vote), Facet("ferry", ("ferry",)), Facet("said", when=said))
    theme = attrs.evolve(FERRY, facets=facets)
    assert _back(theme) == (theme,)


@pytest.mark.parametrize(
    "line", ["Not: the ferry", "Id: x", "Phrases: y", " Facet a: b", "\\Id: x", "\\\\ Not: y", "Scope: claim", "x\\"]
)
@pytest.mark.parametrize("prose", ["{}", "What it is.\n{}", "{}\nand more", "One.\n\n{}\n{}"])
def test_prose_that_looks_like_a_line_stays_prose(line: str, prose: str) -> None:
    """At the end of what is said of a theme and elsewhere, also where a program leaves empty lines out."""
    theme = attrs.evolve(FERRY, description=prose.replace("{}", line))
    flat = attrs.evolve(theme, description=" ".join(theme.description.split()))
    assert _back(theme) == (flat,)
    tight = describe(theme).replace("\n\n", "\n")
    raw = write_qdc(Codebook((theme,))).decode().replace(describe(theme), tight)
    assert f'description = "{flat.description}"'.replace("\\", "\\\\") in write_brought(
        read_codes(raw.encode(), "a.qdc"), "a"
    )


@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join), min_size=3, max_size=3))
def test_any_words_come_back(said: list[str]) -> None:
    """A name, a phrase and prose of any signs."""
    name, phrase, prose = said
    facets = (Facet(f"a{name}", (f"tide {phrase}", "sand")), Facet("b", ("shore",)))
    theme = attrs.evolve(FERRY, facets=facets, description=prose, exclude=(f"mud {phrase}",))
    (back,) = _back(theme)
    assert attrs.evolve(back, description="") == attrs.evolve(theme, description="")
    assert back.description == " ".join(prose.replace("\u200b", "U+200B").split())
