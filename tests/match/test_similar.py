"""The claims most like a statement: rare words first, grammar never, the same order on every machine."""

from __future__ import annotations

from xref.match.similar import Statement, index_statements, rank

SAID = (
    Statement("ferry", "The harbour board sold the old ferry to the island council."),
    Statement("ferries", "Ferries were not for sale, the clerk told the council."),
    Statement("school", "The school will be closed in May, and it is what it is."),
    Statement("titled", "Nobody knew.", title="The ferry at the harbour"),
)
INDEX = index_statements(SAID)


def _ids(query: str, most: int = 10) -> list[str]:
    return [name for name, _ in rank(INDEX, query, most)]


def test_the_claim_with_the_rare_words_comes_first() -> None:
    """The very word before its stem, and both before a title; what shares nothing is not listed."""
    assert _ids("Did the board sell a harbour ferry?") == ["ferry", "titled", "ferries"]
    assert _ids("ferries for sale")[0] == "ferries"


def test_grammar_finds_nothing() -> None:
    """However much of it is shared."""
    assert _ids("and it is what it is, will it be in the") == []
    assert _ids("") == []


def test_letters_bridge_spellings() -> None:
    """A word that stands nowhere is found by its letters."""
    assert _ids("harbor ferryboat")[0] in ("ferry", "titled")
    assert "school" in _ids("schoolhouse")


def test_a_title_counts_less_than_the_claim() -> None:
    """The same words weigh more where the claim itself says them."""
    two = index_statements((Statement("own", "A ferry."), Statement("title", "A boat.", title="A ferry.")))
    found = rank(two, "ferry", 10)
    assert [name for name, _ in found] == ["own", "title"]
    assert found[0][1] > found[1][1] > 0


def test_no_more_than_asked_and_ties_by_id() -> None:
    """Equal claims stand in the order of their ids, in whichever order they were given."""
    equal = [Statement(name, "The ferry was sold.") for name in "cab"]
    for given in (equal, equal[::-1]):
        assert [name for name, _ in rank(index_statements(given), "ferry", 2)] == ["a", "b"]


def test_an_empty_index_answers() -> None:
    """With nothing."""
    assert rank(index_statements(()), "ferry", 5) == []
