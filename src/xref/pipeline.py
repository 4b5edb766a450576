"""The whole journey on one page: a folder of documents becomes a CrossReference. Read this first."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

import attrs
import rapidfuzz

import xref
from xref.calendars import load_shipped
from xref.errors import CodebookError
from xref.gazetteer import extend_gazetteer, load_gazetteer
from xref.kept import Kept, Past
from xref.match import find_actors, find_disputes, find_matches, find_reuse_matches, take_turns
from xref.memory import seldom_collected
from xref.model import Calendars, Claim, Codebook, CrossReference, Document, Problem, Settings
from xref.read import Setup, find_setup, read_corpus
from xref.segment import Segmented, Segmenter, find_boilerplate
from xref.tally import count_corpus
from xref.themes import load_codebook, make_context, recall_hits

Progress = Callable[[str, int, int], None]
"""stage, how many done, how many in all"""


@seldom_collected()
def cross_reference(
    paths: Sequence[Path],
    codebook: Path | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
    kept: Kept | None = None,
) -> CrossReference:
    """Everything xref finds in the documents under `paths`.

    Without `codebook`, codebook.toml of the folder is used; without that either, documents are only read and segmented.
    Limits and calendars are those of xref.toml of the folder; `settings` goes before its limits.
    What `kept` holds is not found again; without it everything is. Both give the same result.
    Raises CorpusError, CodebookError or SettingsError (errors.py); what is odd in a document becomes a problem.
    """
    if kept:
        kept.begin()
    setup = find_setup(paths)
    settings = settings or setup.settings
    tell = progress or (lambda stage, done, total: None)
    read = read_corpus(paths, settings, tell, setup.calendars, kept)
    book = _codebook(codebook, read.root, settings, read.calendars)
    gazetteer = extend_gazetteer(load_gazetteer(), book.actors)
    documents = tuple(sorted(read.documents, key=_by_date))
    segmented = _segment(documents, Segmenter(settings, gazetteer, read.calendars, kept), tell)
    claims = tuple(claim for each in segmented for claim in each.claims)
    past = Past(kept, {each.document.id: each.name for each in segmented}) if kept else None
    corpus = count_corpus(documents, claims, past)
    tell("finding themes", 0, len(book.themes))
    actors, merges = find_actors(claims, {d.id: d for d in documents}, book, gazetteer)
    context = make_context(documents, actors, read.calendars)
    hits = tuple(recall_hits(corpus, book, settings, context))
    tell("matching", 0, len(hits))
    matches = take_turns(find_matches(corpus, hits, actors, settings), find_reuse_matches(corpus))
    if kept:
        kept.finish()
    problems: set[Problem] = set(read.problems)
    problems.update(problem for each in segmented for problem in each.problems)
    return CrossReference(
        documents=_counted(documents, claims, problems),
        blocks=tuple(block for each in segmented for block in each.blocks),
        claims=claims,
        codebook=book,
        hits=hits,
        matches=matches,
        actors=actors,
        merges=merges,
        problems=tuple(sorted(problems, key=lambda p: (p.where, p.span.start if p.span else -1, p.place, p.message))),
        settings=settings,
        versions=_versions(setup),
        calendars=read.calendars,
        contradictions=tuple(find_disputes(documents, claims, hits)),
    )


def _segment(documents: Sequence[Document], segmenter: Segmenter, tell: Progress) -> list[Segmented]:
    """Each document in claims: its own text, the lines that its outlet repeats and known names decide."""
    repeated = find_boilerplate(documents)
    found = []
    for number, document in enumerate(documents):
        tell("segmenting", number, len(documents))
        found.append(segmenter.find(document, repeated.get(document.id)))
    return found


def _counted(
    documents: Sequence[Document], claims: Sequence[Claim], problems: Iterable[Problem]
) -> tuple[Document, ...]:
    """`documents` with how many claims and problems each of them has."""
    found = Counter(claim.document for claim in claims)
    odd = Counter(problem.where for problem in problems)
    return tuple(attrs.evolve(each, claims=found[each.id], problems=odd[each.path]) for each in documents)


def _by_date(document: Document) -> tuple[dt.date, str]:
    """Date order, undated documents last, then by id."""
    return (document.published.value.earliest if document.published else dt.date.max), document.id


def _codebook(path: Path | None, root: Path | None, settings: Settings, calendars: Calendars) -> Codebook:
    if path is not None:
        if not path.is_file():
            raise CodebookError(f"no such codebook: {path}: check the spelling, or leave --codebook out")
        return load_codebook(path, settings, path.name, calendars)
    if root is not None and os.path.lexists(root / "codebook.toml"):
        if not (root / "codebook.toml").is_file():
            raise CodebookError("codebook.toml is no file: put the file itself into the corpus")
        return load_codebook(root / "codebook.toml", settings, "codebook.toml", calendars)
    return Codebook()


def _versions(setup: Setup) -> tuple[tuple[str, str], ...]:
    """What decides a result besides the documents and the codebook."""
    said = repr((setup.settings, setup.calendars))
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
    # what else xref.toml says, of reviewers and checks, decides nothing here
    shipped = said == repr((Settings(), load_shipped()))
    own = () if shipped else (("xref.toml", f"SHA-256 {digest}"),)
    return (
        ("xref", xref.__version__),
        ("rapidfuzz", rapidfuzz.__version__),
        ("snowballstemmer", version("snowballstemmer")),
        *own,
    )
