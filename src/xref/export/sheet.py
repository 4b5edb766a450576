"""A table as CSV (RFC 4180) that no spreadsheet takes for formulas.

A cell that begins with = + - @, a tab or a line end is run as a formula by spreadsheets (OWASP, "CSV Injection"; also
the full-width forms, which they fold): such text gets an apostrophe in front. Numbers are numbers and stay as they are.
What is invisible is shown as in the report; the exact words stand in the JSON Lines.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from xref.export.index import Index
from xref.export.tables import TABLES, Cell
from xref.show import show

BOM = "\ufeff"
"""byte order mark: by it Excel knows that the file is UTF-8"""
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(index: Index, table: str, *, bom: bool = False) -> Iterator[str]:
    """The rows of `table` (a key of TABLES), header first, line by line."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")
    columns = TABLES[table].columns
    for row in ([name for name, _ in columns], *TABLES[table].rows(index)):
        writer.writerow([harmless(cell) for cell in row])
        yield (BOM if bom else "") + line.getvalue()
        bom = False
        line.seek(0)
        line.truncate()


def harmless(cell: Cell) -> Cell:
    """`cell` as it may stand in a CSV file; yes and no in words."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if not isinstance(cell, str):
        return cell
    shown = show(cell, lines=True)
    return f"'{shown}" if shown.lstrip(" ").startswith(_RUN) else shown
