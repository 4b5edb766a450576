"""All tables as one workbook for spreadsheets (.xlsx, ECMA-376), by XlsxWriter: a sheet a table.

Text is written as text: nothing in it becomes a formula, a number or a link. The day of making, which the format asks
for, is the same in every file, so that the same result gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from xref.errors import OutputError
from xref.export.index import Index
from xref.export.tables import TABLES, Cell
from xref.show import show

ROWS, CHARACTERS = 1_048_576, 32_767
"""rows of a sheet and characters of a cell that Excel reads (its specifications and limits)"""
MADE = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
"""the first day that a ZIP archive can name"""


def write_workbook(index: Index) -> bytes:
    """The workbook; raises OutputError when the extra is not installed or a table has more rows than a sheet."""
    try:
        import xlsxwriter
    except ImportError as fault:
        raise OutputError("xlsx needs the extra xlsx: pip install 'xref[xlsx]'") from fault
    made = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = xlsxwriter.Workbook(made, plain)
    book.set_properties({"created": MADE, "title": "xref"})
    bold = book.add_format({"bold": True})
    for name, table in TABLES.items():
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for column, (title, _) in enumerate(table.columns):
            sheet.write_string(0, column, title, bold)
        for number, row in enumerate(table.rows(index), 1):
            if number >= ROWS:
                raise OutputError(f"{name} has more rows than a sheet of a workbook can hold: export csv or parquet")
            for column, cell in enumerate(row):
                _write(sheet, number, column, cell)
    book.close()
    return made.getvalue()


def _write(sheet: Any, row: int, column: int, cell: Cell) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        sheet.write_string(row, column, clipped(show(cell, lines=True)))
    elif isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    else:
        sheet.write_number(row, column, cell)


def clipped(text: str) -> str:
    """`text` as a cell can hold it; what is cut off is told."""
    # Excel counts UTF-16 units
    if len(text.encode("utf-16-le")) // 2 <= CHARACTERS:
        return text
    told = " [cut: longer than a cell]"
    kept = text.encode("utf-16-le")[: (CHARACTERS - len(told)) * 2]
    return kept.decode("utf-16-le", "ignore") + told
