"""A result as files for other programs: tables, annotations, references, codebooks and projects of coding programs.

Every format has a published description, named in its module. Nothing here is drawn, nothing is found: what a file says
stands in the result. The same result gives the same bytes; docs/export.md tells what each file holds.
"""

from xref.export.formats import FORMATS, Format, export
from xref.export.quotation import cite

__all__ = ["FORMATS", "Format", "cite", "export"]
