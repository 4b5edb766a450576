"""A table as Parquet (parquet.apache.org), by pyarrow: text as text, whole numbers as int64, scores as double."""

from __future__ import annotations

import io

from xref.errors import OutputError
from xref.export.index import Index
from xref.export.tables import TABLES


def write_parquet(index: Index, table: str) -> bytes:
    """The rows of `table` (a key of TABLES), as exact as the result; raises OutputError without the extra."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as fault:
        raise OutputError("parquet needs the extra parquet: pip install 'xref[parquet]'") from fault
    kinds = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    columns = TABLES[table].columns
    schema = pyarrow.schema([(name, kinds[kind]) for name, kind in columns])
    rows = [[_whole(cell) for cell in row] for row in TABLES[table].rows(index)]
    held = {name: [row[number] for row in rows] for number, (name, _) in enumerate(columns)}
    made = io.BytesIO()
    parquet.write_table(pyarrow.table(held, schema=schema), made, compression="zstd")
    return made.getvalue()


def _whole(cell: object) -> object:
    # a lone surrogate has no UTF-8
    return cell.encode("utf-8", "backslashreplace").decode() if isinstance(cell, str) else cell
