"""A document that contradicts itself, or the calendars, about who said some words: a warning with both places."""

from __future__ import annotations

import pathlib

from xref.model import Problem
from xref.pipeline import cross_reference

HEAD = "Harbour Times\n\n{title}\n\nMarch 26, 2012\n\n"


def warnings(folder: pathlib.Path, body: str, title: str = "Ministers speak about the ferry") -> list[Problem]:
    (folder / "one.txt").write_text(HEAD.format(title=title) + body, encoding="utf-8")
    result = cross_reference([folder])
    found = [p for p in result.problems if p.level == "warning" and "given to" in p.message]
    for problem in found:
        assert problem.span is not None
        assert problem.span.of(result.documents[0].text)
    return found


def test_same_words_twice(tmp_path: pathlib.Path) -> None:
    """The same words under two names: the second place is told, and the first is named in it."""
    body = (
        "“The ferry will never sail again under this flag,” said Senator Paul Reyes on Monday.\n\n"
        "Later the mood changed, and many left the hall.\n\n"
        "“The ferry will never sail again under this flag,” Anna Berg said, to long applause.\n"
    )
    (only,) = warnings(tmp_path, body)
    assert "Anna Berg here and to Paul Reyes in line 7" in only.message


def test_part_of_the_words(tmp_path: pathlib.Path) -> None:
    """A shorter quotation cut from a longer one is compared too."""
    body = (
        "“We know that the ferry will never sail again under this flag,” said Senator Paul Reyes on Monday.\n\n"
        "Anna Berg said “the ferry will never sail again under this flag” and left.\n"
    )
    assert len(warnings(tmp_path, body)) == 1


def test_one_person_by_two_names(tmp_path: pathlib.Path) -> None:
    """A surname and the full name are no clash, nor are a few words that many people use."""
    body = (
        "“The ferry will never sail again under this flag,” said Senator Paul Reyes on Monday.\n\n"
        "“The ferry will never sail again under this flag,” Reyes said again on Tuesday.\n\n"
        "Anna Berg said “never sail again” was a figure of speech.\n"
    )
    assert not warnings(tmp_path, body)


def test_title_against_text(tmp_path: pathlib.Path) -> None:
    """A title that gives the words to another person than the text does."""
    body = "“The ferry will never sail again under this flag,” said Senator Paul Reyes on Monday, to long applause.\n"
    found = warnings(tmp_path, body, title="Anna Berg says “the ferry will never sail again”")
    assert [p for p in found if "Paul Reyes" in p.message and "Anna Berg" in p.message]


def test_my_election(tmp_path: pathlib.Path) -> None:
    """ "My last election" in the mouth of one who faces none, while another office holder named there does."""
    body = (
        "President Barack Obama met President Dmitry Medvedev in Seoul on Monday and spoke of the shield.\n\n"
        "“This is my last election, and then I have more room,” Medvedev said to the man beside him.\n"
    )
    (only,) = warnings(tmp_path, body)
    assert "Dmitry Medvedev" in only.message
    assert "Barack Obama" in only.message


def test_his_own_election(tmp_path: pathlib.Path) -> None:
    """The same words in the mouth of the one who does face a vote are no clash; nor without the other's name."""
    mine = (
        "President Barack Obama met President Dmitry Medvedev in Seoul on Monday and spoke of the shield.\n\n"
        "“This is my last election, and then I have more room,” Obama said to the man beside him.\n"
    )
    assert not warnings(tmp_path, mine)
    alone = (
        "President Dmitry Medvedev came to Seoul on Monday and spoke of the shield at some length.\n\n"
        "“This is my last election, and then I have more room,” Medvedev said to the man beside him.\n"
    )
    assert not warnings(tmp_path, alone)
