"""Tables: the same rows in every form, read again by programs that are not ours, and no cell that runs."""

from __future__ import annotations

import csv
import io
import zipfile

import attrs
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet
from tests.sample import sample

from xref.export.columns import write_parquet
from xref.export.formats import FORMATS, Choice, export
from xref.export.index import Index
from xref.export.sheet import BOM, harmless, write_csv
from xref.export.tables import TABLES
from xref.export.workbook import clipped, write_workbook
from xref.jsonl import KINDS, read_lines
from xref.model import CrossReference, Decision, Fact, Standing

TITLE = '=HYPERLINK("http://x","y")'


def _hostile() -> CrossReference:
    result = sample()
    first, *rest = result.documents
    return attrs.evolve(result, documents=(attrs.evolve(first, title=Fact(TITLE, "a", "b")), *rest))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_reads_the_same_in_all_forms(table: str) -> None:
    """CSV by the csv module, Parquet by pyarrow, xlsx by openpyxl: one header, one row a noun, one value a cell."""
    index = Index(sample())
    want = [list(row) for row in TABLES[table].rows(index)]
    names = [name for name, _ in TABLES[table].columns]
    assert len(want) == len(getattr(index.result, table))
    assert all(len(row) == len(names) == len(set(names)) for row in want)
    kinds = [kind for _, kind in TABLES[table].columns]
    assert all(cell is None or type(cell) is kind for row in want for cell, kind in zip(row, kinds, strict=True))
    read = list(csv.reader(io.StringIO("".join(write_csv(index, table)), newline="")))
    assert read == [names, *([str(harmless(cell)) for cell in row] for row in want)]
    columns = parquet.read_table(io.BytesIO(write_parquet(index, table))).to_pydict()
    assert columns == {name: [row[n] for row in want] for n, name in enumerate(names)}
    sheet = openpyxl.load_workbook(io.BytesIO(write_workbook(index)))[table]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert cells == [names, *([cell if cell != "" else None for cell in row] for row in want)]


def test_no_cell_is_a_formula() -> None:
    """A title that begins with = is text in a workbook, and has an apostrophe before it in CSV."""
    index = Index(_hostile())
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(index)))
    cell = book["documents"]["B2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (TITLE, "s", None)
    rows = list(csv.DictReader(io.StringIO("".join(write_csv(index, "documents")), newline="")))
    assert rows[0]["title"] == f"'{TITLE}"


@given(st.text(max_size=20))
def test_whatever_a_text_is_no_spreadsheet_runs_it(text: str) -> None:
    """No cell begins with a sign that starts a formula, spaces before it or not; and none holds a control character."""
    cell = str(harmless(text))
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert not set(cell) & set(map(chr, range(9)))


def test_numbers_stay_numbers() -> None:
    """Points below zero are no formula."""
    assert harmless(-1.5) == -1.5
    assert harmless(True) == "yes"


def test_a_mark_tells_excel_the_encoding() -> None:
    """Once, at the front."""
    text = "".join(write_csv(Index(sample()), "hits", bom=True))
    assert text.startswith(BOM + "hit,")
    assert text.count(BOM) == 1


def test_a_cell_that_excel_cannot_hold_is_cut_and_told() -> None:
    """Counted in UTF-16, never through the middle of a character."""
    cut = clipped("\U0001f6a2" * 20_000)
    assert cut.endswith("[cut: longer than a cell]")
    assert len(cut.encode("utf-16-le")) // 2 <= 32_767
    assert clipped("a" * 32_767) == "a" * 32_767


def test_what_people_decided_stands_in_the_tables() -> None:
    """By the id of the hit."""
    by = Decision("h-1", "hit", "ferry-sale", "accepted", "", "ann", "2025-01-02T10:00:00Z", ())
    index = Index(sample(), (Standing("h-1", "hit", "ferry-sale", "carried", "accepted", (by,)),))
    rows = list(csv.DictReader(io.StringIO("".join(write_csv(index, "hits")), newline="")))
    assert [row["ruling"] for row in rows] == ["accepted", ""]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_result_gives_the_same_bytes(name: str) -> None:
    """Every format, twice; no file in an archive bears the day of its making."""
    made = []
    for _ in range(2):
        pieces = export(name, sample(), (), Choice())
        made.append(b"".join(p if isinstance(p, bytes) else p.encode() for p in pieces))
    assert made[0] == made[1]
    if made[0].startswith(b"PK"):
        parts = zipfile.ZipFile(io.BytesIO(made[0])).infolist()
        assert {part.date_time[:3] for part in parts} == {(1980, 1, 1)}


def test_jsonl_is_read_again_as_the_nouns() -> None:
    """All kinds one after the other, or one of them."""
    result = sample()
    lines = list(export("jsonl", result, (), Choice()))
    nouns = list(read_lines(str(line) for line in lines))
    assert len(nouns) == sum(len(getattr(result, kind)) for kind in KINDS if kind != "run") + 1
    assert len(list(export("jsonl", result, (), Choice("hits")))) == len(result.hits)
