"""One origin of two claims: shown with words, never concluded from unnamed sources or from likeness alone."""

from __future__ import annotations

import datetime as dt

import pytest

from xref.match.origin import Origin, find_origins
from xref.model import DateCandidate, DateRange, Document, Fact
from xref.segment import find_claims


def origins(left: str, right: str, outlets: tuple[str, str] = ("", ""), days: int = 400) -> tuple[Origin, ...]:
    """The origins of the first claims of two documents that are `days` apart."""
    documents = []
    for number, text in enumerate((left, right)):
        day = dt.date(2001, 3, 1) + dt.timedelta(days=days * number)
        documents.append(
            Document(
                f"d{number}", f"d{number}.txt", text, str(number), "utf-8",
                published=DateCandidate(DateRange(day, day), "catalog", "", 100),
                outlet=Fact(outlets[number], "catalog", "catalog") if outlets[number] else None,
            )
        )  # fmt: skip
    a, b = ((find_claims(document).claims[0], document) for document in documents)
    return find_origins(a, b)


@pytest.mark.parametrize(
    ("left", "right", "kind", "label", "words"),
    [
        (
            "The ferry line will be sold in June, Kommersant reported.",
            "According to Kommersant, a buyer for the port has been found.",
            "outlet", "both rest on Kommersant", ("Kommersant", "Kommersant"),
        ),
        (
            "The mayor told Reuters that the port would close.",
            "The harbour may be sold, Reuters reported on Monday.",
            "outlet", "both rest on Reuters", ("Reuters", "Reuters"),
        ),
        (
            "Divers found eleven crates of old letters under the northern pier on Friday morning.",
            "On Friday, divers found eleven crates of old letters under the northern pier.",
            "passage", "both print one passage",
            ("Divers found eleven crates of old letters under the northern pier",
             "divers found eleven crates of old letters under the northern pier"),
        ),
        (
            "“We never sold the northern lighthouse,” Ada Okafor said.",
            "Ada Okafor said on Sunday that “we never sold the northern lighthouse to anyone abroad.”",
            "quotation", "both quote the same words of Ada Okafor",
            ("We never sold the northern lighthouse", "we never sold the northern lighthouse"),
        ),
    ],
)  # fmt: skip
def test_shared(left: str, right: str, kind: str, label: str, words: tuple[str, str]) -> None:
    """An outlet named by both, a passage in both, the same words of one speaker: with the words of both sides."""
    (found,) = origins(left, right)
    assert (found.kind, found.label, found.left, found.right) == (kind, label, *words)
    assert found.left_spans[0].of(left) == words[0]
    assert found.right_spans[0].of(right) == words[1]
    assert found.dependent
    assert found.note == f"{label} (“{words[0]}” | “{words[1]}”): one report told twice is not two sources"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Officials said the port would close.", "The port will close, officials said."),
        ("A diplomat said the port would close.", "The port will close, a diplomat said."),
        ("The port will close, Reuters reported.", "Readers of Reuters know that the port will close."),
        ("“We sold the pier,” Ada Okafor said.", "“We sold the old lighthouse,” Ada Okafor said."),
        ("“We never sold the northern lighthouse,” Ada Okafor said.",
         "“We never sold the northern lighthouse,” Ann Reed said."),
    ],
)  # fmt: skip
def test_not_shared(left: str, right: str) -> None:
    """Unnamed sources, an outlet that is only spoken of, other words of the same speaker, another speaker."""
    assert origins(left, right) == ()


def test_printed_by_the_source() -> None:
    """What one document is printed by and the other rests on is one origin; two issues of one paper are none."""
    right = "The port was sold, Kommersant reported."
    (found,) = origins("The port was sold in the spring of that year.", right, ("Kommersant", ""))
    assert found.label == "one is printed by Kommersant, on which the other rests"
    assert (found.left, found.left_spans) == ("Kommersant", ())
    both = "The mayor told Kommersant that the port would close."
    assert origins(both, right, ("Kommersant", "Kommersant")) == ()


def test_a_person_may_have_spoken_twice() -> None:
    """One person on both sides is a remark in the same days only, and no dependence."""
    sides = "The port will close, Ada Okafor said.", "Ada Okafor said that the pier was safe."
    (found,) = origins(*sides, days=2)
    assert (found.kind, found.dependent) == ("person", False)
    assert found.note == "both go by what Ada Okafor said in the same days (“Ada Okafor” | “Ada Okafor”)"
    assert origins(*sides, days=8) == ()
