"""What a file's properties say: titles and authors that a person wrote, days that are told and not taken."""

from __future__ import annotations

import pytest

from xref.read.properties import read_days, read_properties


@pytest.mark.parametrize(
    ("field", "value", "taken"),
    [
        ("title", "How the ferry was sold twice", True),
        ("title", "Document1", False),
        ("title", "Microsoft Word - how_the_ferry was sold.docx", False),
        ("title", "minutes of the harbour board.pdf", False),
        ("author", "Ann Reed", True),
        ("author", "areed", False),
        ("author", "Windows User", False),
        ("author", "  ", False),
    ],
)
def test_what_a_person_wrote(field: str, value: str, taken: bool) -> None:
    """Names of files, of accounts and of nobody are left out."""
    assert bool(read_properties({field: ("x", value)})) is taken


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2015-03-04T10:00:00Z", ["2015-03-04"]),
        ("D:20150304101500+01'00'", ["2015-03-04"]),
        ("D:2015", []),
        ("2015-13-40", []),
        ("0101-01-01", []),
        ("", []),
    ],
)
def test_days(value: str, iso: list[str]) -> None:
    """A day is read as it is written; it has no weight and says why."""
    found = read_days([("created", value)])
    assert [each.value.iso for each in found] == iso
    assert all(each.confidence == 0 and "file was made" in each.refused for each in found)
