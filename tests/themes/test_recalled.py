"""Hits that are recalled are those that would be found: after any edit of the documents, the codebook or the limits."""

from __future__ import annotations

import datetime as dt
import hashlib
import pathlib
import random
import re
from collections.abc import Sequence
from typing import Any

import pytest
from tests.themes.test_kernel import PHRASES, WORDS

from xref.calendars import load_shipped
from xref.kept import Kept, Past
from xref.model import (
    Actor,
    Claim,
    Codebook,
    Condition,
    DateCandidate,
    DateRange,
    Document,
    Facet,
    NameMention,
    Settings,
    Span,
    Theme,
)
from xref.tally import Counted, count_corpus
from xref.themes import find_hits, make_context, recall_hits
from xref.themes.computed import Context
from xref.themes.find import make_finder
from xref.themes.finder import Finder
from xref.themes.vocabulary import make_vocabulary, variants

NAMES = ("Ann", "Bo", "Mr Reed")


def _document(name: str, text: str, year: int) -> tuple[Document, list[Claim]]:
    day = dt.date(year, 10, 20)
    published = DateCandidate(DateRange(day, day), "date-line", "", 90)
    document = Document(name, f"{name}.txt", text, "digest of the bytes", "utf-8", published=published)
    claims = []
    for number, met in enumerate(re.finditer(r"[^.]+\.", text)):
        at, said = met.start(), met.group()
        names = tuple(
            NameMention(Span(at + n.start(), at + n.end()), "person") for n in re.finditer("|".join(NAMES), said)
        )
        digest = hashlib.sha256(f"{name} {number} {said}".encode()).hexdigest()[:12]
        claims.append(Claim(digest, name, Span(at, met.end()), said, number // 3, names=names))
    return document, claims


class _Folder:
    """Documents and a codebook that are edited at random."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.texts = {f"d{n}": self._text() for n in range(6)}
        self.themes = [self._theme(n) for n in range(4)]
        self.settings = Settings()
        self.actors = [Actor("a-1", "Ann", "person", ("Ann", "Bo"), (), "found")]

    def _sentence(self) -> str:
        said = [self.chance.choice((*WORDS, *NAMES)).strip(".") for _ in range(self.chance.randint(2, 9))]
        return " ".join(said).replace(".", "") + "."

    def _text(self) -> str:
        return " ".join(self._sentence() for _ in range(self.chance.randint(1, 12)))

    def _theme(self, number: int) -> Theme:
        pick = self.chance.choice
        facets = [Facet(f"f{n}", tuple({pick(PHRASES) for _ in range(2)})) for n in range(pick((1, 1, 2)))]
        if self.chance.random() < 0.5:
            when = pick((Condition("actor", "Bo"), Condition("days_before_vote", 30), Condition("speaker", "outlet")))
            facets.append(Facet("when", when=(when,)))
        scope = pick(("claim", "neighbours", "paragraph", "document"))
        exclude = (pick(PHRASES),) if self.chance.random() < 0.3 else ()
        return Theme(f"t{number}", "T", facets=tuple(facets), scope=scope, exclude=exclude, threshold=pick((None, 60)))

    def edit(self) -> str:
        """One edit, and what it was."""
        what = self.chance.choice(("sentence", "sentence", "add", "remove", "theme", "limit", "actor", "order"))
        name = self.chance.choice(sorted(self.texts))
        if what == "sentence":
            self.texts[name] += " " + self._sentence()
        elif what == "add":
            self.texts[f"d{self.chance.randint(10, 99)}"] = self._text()
        elif what == "remove" and len(self.texts) > 2:
            del self.texts[name]
        elif what == "theme":
            at = self.chance.randrange(len(self.themes))
            self.themes[at] = self._theme(int(self.themes[at].id[1:]))
        elif what == "limit":
            self.settings = Settings(gap=self.chance.choice((2, 3)))
        elif what == "actor":
            self.actors = [Actor("a-1", "Ann", "person", self.chance.choice((("Ann", "Bo"), ("Ann",))), (), "found")]
        else:
            self.themes.reverse()
        return what

    def corpus(self, kept: Kept | None) -> tuple[Counted, Context]:
        """The folder as it stands."""
        made = [_document(name, text, 2000 + len(text) % 24) for name, text in sorted(self.texts.items())]
        documents = [document for document, _ in made]
        names = {document.id: repr((document, claims)) for document, claims in made}
        claims = [claim for _, each in made for claim in each]
        past = Past(kept, names) if kept else None
        return count_corpus(documents, claims, past), make_context(documents, self.actors, load_shipped())


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_edited(seed: int, tmp_path: pathlib.Path) -> None:
    """Twenty edits in a row: each time the hits of a search from nothing, in its order."""
    folder, kept = _Folder(seed), Kept(tmp_path)
    done = ["nothing"]
    for _ in range(20):
        book = Codebook(tuple(folder.themes))
        corpus, context = folder.corpus(kept)
        found = recall_hits(corpus, book, folder.settings, context)
        assert found == find_hits(corpus.claims, book, folder.settings, context), done
        done.append(folder.edit())
    assert kept.used["hits"] > 50


def test_one_edited_document_is_searched_alone(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as no word of a phrase becomes rarer; a new theme is looked for everywhere, the others nowhere."""
    folder, kept = _Folder(1), Kept(tmp_path)
    folder.themes[0] = Theme("t0", "T", facets=(Facet("f", ("secret letter",)),))
    searched: list[set[str]] = []

    def look() -> None:
        corpus, context = folder.corpus(kept)
        recall_hits(corpus, Codebook(tuple(folder.themes)), folder.settings, context)

    def watched(claims: Sequence[Claim], *rest: Any) -> Finder:
        searched.append({claim.document for claim in claims})
        return make_finder(claims, *rest)

    monkeypatch.setattr("xref.themes.recalled.make_finder", watched)
    look()
    look()
    # of one length, so that no share of claims changes
    folder.texts["d1"] = folder.texts["d1"][:-1] + " quay."
    look()
    folder.themes[0] = Theme("t0", "T", facets=(Facet("f", ("secret note",)),))
    look()
    everywhere = {*folder.texts}
    assert searched == [everywhere, {"d1"}, everywhere]


def test_a_vocabulary_tells_what_stands_for_a_word() -> None:
    """Its forms, spellings of both kinds of English and slips of the pen, as far as they occur."""
    vocabulary = make_vocabulary({"harbour": 2, "harbor": 1, "harbours": 1, "ferry": 9, "refferendum": 1}, 20)
    said = {vocabulary.words[n]: how for n, (_, how) in variants(vocabulary, "harbour", 85).items()}
    assert said == {"harbour": "exact", "harbours": "stem", "harbor": "spelling"}
    assert [vocabulary.words[n] for n in variants(vocabulary, "referendum", 85)] == ["refferendum"]
    assert not variants(vocabulary, "treaty", 85)
