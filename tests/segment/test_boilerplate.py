"""Lines that one outlet repeats around its texts are typed; what two outlets share, or a paragraph inside, is kept."""

from __future__ import annotations

import attrs

from xref.model import Document, Fact
from xref.segment import find_boilerplate, find_claims
from xref.segment.boilerplate import line_key

PLEA = "The Harbour Courier is paid for by its readers, and it depends on what you give today."
BACKGROUND = "The ferry contract of 1991 was signed by both towns after two years of talks on fares."
STORIES = (
    "The mayor said on Monday that the old ferry will be sold before the winter comes to the harbour.",
    "Two councillors asked on Friday why the bridge had been closed without any notice to the fishermen.",
    "A storm took the roof of the school, and the builders expect to be at work until the end of April.",
    "The bank said that it had lent no money to the shipyard since the strike began in the spring.",
    "Nobody on the quay believed the rumour that the lighthouse would be painted red this summer.",
)


def corpus(*texts: str, outlet: str = "Harbour Courier") -> list[Document]:
    """Documents of one outlet with these texts."""
    fact = Fact(outlet, "byline", "named in the byline") if outlet else None
    return [Document(f"d{n}", f"d{n}.txt", text, f"{n:064d}", "utf-8", outlet=fact) for n, text in enumerate(texts)]


def kinds(documents: list[Document], line: str) -> list[str]:
    """The kind of the block that holds `line`, document by document."""
    repeated = find_boilerplate(documents)
    found = []
    for document in documents:
        blocks = find_claims(document, None, repeated.get(document.id)).blocks
        found += [block.kind for block in blocks if block.span.of(document.text) == line]
    return found


def test_a_plea_below_every_story_is_boilerplate() -> None:
    """Three documents of one outlet end in the same words: none of them is a claim."""
    documents = corpus(*(f"{story}\n\n{PLEA}\n" for story in STORIES[:3]))
    assert kinds(documents, PLEA) == ["boilerplate"] * 3
    assert kinds(documents, STORIES[0]) == ["text"]


def test_numbers_may_differ() -> None:
    """The year in a repeated notice is no difference."""
    assert line_key("The Courier of 2013 has 12 pages.") == line_key("The Courier of 2014 has 16 pages.")


def test_two_documents_are_not_enough() -> None:
    """What two documents share may be the same report: it stays a claim."""
    documents = corpus(*(f"{story}\n\n{PLEA}\n" for story in STORIES[:2]))
    assert kinds(documents, PLEA) == ["text"] * 2


def test_copies_of_one_file_are_one_witness() -> None:
    """Three copies of the same bytes prove nothing."""
    documents = [attrs.evolve(d, digest="0" * 64) for d in corpus(*(f"{STORIES[0]}\n\n{PLEA}\n" for _ in range(3)))]
    assert kinds(documents, PLEA) == ["text"] * 3


def test_an_unknown_outlet_has_no_boilerplate() -> None:
    """Without an outlet nobody is known to repeat himself."""
    documents = corpus(*(f"{story}\n\n{PLEA}\n" for story in STORIES[:3]), outlet="")
    assert kinds(documents, PLEA) == ["text"] * 3


def test_background_inside_some_texts_is_kept() -> None:
    """A paragraph that three of five stories carry between others is reuse, not boilerplate."""
    with_it = [f"{story}\n\n{BACKGROUND}\n\n{story.replace('the', 'that')}\n" for story in STORIES[:3]]
    documents = corpus(*with_it, *(f"{story}\n\n{story}\n" for story in STORIES[3:]))
    assert kinds(documents, BACKGROUND)[0] == "text"


def test_an_insert_in_most_texts_is_boilerplate() -> None:
    """The same words inside every text are an insert of the page."""
    documents = corpus(*(f"{story}\n\n{PLEA}\n\n{story.replace('the', 'that')}\n" for story in STORIES))
    assert kinds(documents, PLEA) == ["boilerplate"] * 5


def test_the_address_names_the_outlet() -> None:
    """Pages of one domain are of one outlet where no name is printed."""
    url = Fact("https://www.courier.example/a/1", "address", "address line")
    documents = [attrs.evolve(d, url=url) for d in corpus(*(f"{s}\n\n{PLEA}\n" for s in STORIES[:3]), outlet="")]
    assert kinds(documents, PLEA) == ["boilerplate"] * 3
