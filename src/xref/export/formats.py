"""Which formats there are, and the one way into them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from xref.export.annotations import write_annotations
from xref.export.codes import write_qdc
from xref.export.columns import write_parquet
from xref.export.index import Index
from xref.export.project import write_project
from xref.export.references import write_references
from xref.export.sheet import write_csv
from xref.export.tables import TABLES
from xref.export.workbook import write_workbook
from xref.jsonl import KINDS, lines
from xref.model import CrossReference, Standing


@attrs.frozen
class Choice:
    """What may be chosen about a format."""

    table: str = ""
    """key of TABLES, or of KINDS for jsonl; empty takes what the format says"""
    bom: bool = False
    """whether a CSV file begins with a byte order mark"""


@attrs.frozen
class Format:
    """A kind of file."""

    what: str
    """what it holds, in a few words"""
    write: Callable[[Index, Choice], Iterable[str | bytes]]
    """its pieces"""
    tables: tuple[str, ...] = ()
    """what may be chosen of; empty when it always holds everything"""
    binary: bool = False
    """whether a terminal must not show it"""


def export(name: str, result: CrossReference, standings: Sequence[Standing], choice: Choice) -> Iterable[str | bytes]:
    """The pieces of the file of format `name` (a key of FORMATS); raises OutputError when an extra is missing."""
    return FORMATS[name].write(Index(result, tuple(standings)), choice)


def _jsonl(index: Index, choice: Choice) -> Iterator[str]:
    for kind in [choice.table] if choice.table else KINDS:
        yield from lines(kind, index.result)


FORMATS: dict[str, Format] = {
    "jsonl": Format("the whole result, a record a line (docs/jsonl.md)", _jsonl, tuple(KINDS)),
    "csv": Format(
        "a table for spreadsheets",
        lambda index, choice: write_csv(index, choice.table or "hits", bom=choice.bom),
        tuple(TABLES),
    ),
    "xlsx": Format("all tables as a workbook", lambda index, _: (write_workbook(index),), binary=True),
    "parquet": Format(
        "a table for analysis programs",
        lambda index, choice: (write_parquet(index, choice.table or "hits"),),
        tuple(TABLES),
        binary=True,
    ),
    "annotations": Format("hits as W3C Web Annotations", lambda index, _: (write_annotations(index),)),
    "csl": Format("documents as CSL-JSON references", lambda index, _: (write_references(index),)),
    "qdc": Format("the codebook for coding programs (REFI-QDA)", lambda index, _: (write_qdc(index.result.codebook),)),
    "qdpx": Format(
        "codebook, texts and hits for coding programs", lambda index, _: (write_project(index),), binary=True
    ),
}
"""Name of the format -> how it is written."""
