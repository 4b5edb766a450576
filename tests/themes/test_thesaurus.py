"""The shipped groups of words, their forms, guards, and groups that a codebook adds to."""

from __future__ import annotations

import pytest

from xref.model import WordGroup
from xref.themes.codebook import GROUP_KINDS
from xref.themes.thesaurus import build_thesaurus, load_groups


def forms(said: str, kind: str) -> set[str]:
    """The forms of one entry, words joined."""
    thesaurus = build_thesaurus([WordGroup("g", "g", kind, (said,))])
    (entry,) = thesaurus.entries["g"]
    found = [""]
    for word in entry.words:
        found = [f"{start} {form}".strip() for start in found for form in word]
    return set(found)


@pytest.mark.parametrize(
    ("said", "kind", "some", "none"),
    [
        ("note", "noun", {"note", "notes"}, {"noted", "noting"}),
        ("treaty", "noun", {"treaties"}, {"treatys"}),
        ("crisis", "noun", {"crises"}, set()),
        ("pull out of", "verb", {"pulled out of", "pulling out of", "pulls out of"}, {"pull out ofs"}),
        ("withdraw", "verb", {"withdrew", "withdrawn"}, {"withdrawed"}),
        ("deny", "verb", {"denies", "denied", "denying"}, set()),
        ("stop", "verb", {"stopped", "stopping"}, {"stoped"}),
        ("peace talk", "noun", {"peace talks"}, {"peaces talk"}),
        ("secret", "adjective", {"secret", "secretly"}, {"secrets"}),
        ("public", "adjective", {"publically"}, set()),
        ("vote/verb", "noun", {"voted"}, set()),
        ("behind closed doors", "other", {"behind closed doors"}, {"behind closed doorss"}),
    ],
)
def test_forms(said: str, kind: str, some: set[str], none: set[str]) -> None:
    """An entry is met by the forms of its kind and by no others."""
    found = forms(said, kind)
    assert some <= found
    assert not none & found


def test_every_shipped_group_is_reviewed_data() -> None:
    """At least 150 groups; each has a label, a source, a known kind, two words or more, and none twice."""
    groups = load_groups()
    assert len(groups) >= 150
    assert len({group.id for group in groups}) == len(groups)
    for group in groups:
        assert group.label, group.id
        assert group.source, group.id
        assert group.kind in GROUP_KINDS, group.id
        assert len(group.words) >= 2, group.id
        assert len(set(group.words)) == len(group.words), group.id
        assert all(len(said.split()) <= 5 for said in group.words), group.id


def test_a_codebook_adds_to_a_group() -> None:
    """A group of the same id gains the words."""
    thesaurus = build_thesaurus(
        [WordGroup("boats", "a boat", "noun", ("ferry",)), WordGroup("boats", "b", "noun", ("tug",))]
    )
    assert [entry.text for entry in thesaurus.entries["boats"]] == ["ferry", "tug"]


def test_the_longest_entry_is_found() -> None:
    """Of several entries that begin alike the longest counts, in every group that holds it."""
    thesaurus = build_thesaurus(
        [WordGroup("a", "a", "noun", ("open", "open letter")), WordGroup("b", "b", "noun", ("open letter",))]
    )
    assert [e.group for e in thesaurus.longest(("open", "letters", "come"))] == ["a", "b"]
    assert [e.text for e in thesaurus.longest(("open", "door"))] == ["open"]
    assert thesaurus.longest(("door",)) == ()
