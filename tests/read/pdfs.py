"""Small PDFs made by hand, so that tests need no writer of PDFs."""

from __future__ import annotations

from collections.abc import Sequence

Lines = Sequence[tuple[float, str] | tuple[float, float, str]]
SCAN = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q\n"
"""a picture that covers the page"""


def make_pdf(*pages: Lines | str, info: str = "", catalog: str = "", page: str = "") -> bytes:
    """A PDF whose pages hold lines of text at the given heights (points from the foot of the page), in 11 points or
    the size given, or what the operators of a page show; `catalog` and `page` are further keys of these objects."""
    objects = [f"<</Type/Catalog/Pages 2 0 R{catalog}>>", ""]
    kids = []
    font = 3
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    for lines in pages:
        shown = lines if isinstance(lines, str) else draw(lines)
        objects.append(f"<</Length {len(shown)}>>stream\n{shown}endstream")
        content = len(objects)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {content} 0 R"
            f"/Resources<</Font<</F {font} 0 R>>>>{page}>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    objects.append(f"<<{info}>>")
    out = "%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{body}endobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info {len(objects)} 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    return (out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + table + trailer).encode("latin-1")


def draw(lines: Lines, x: float = 60, mode: int = 0) -> str:
    """Operators that show lines from `x` on, in a text rendering mode (3: invisible)."""
    sized = [line if len(line) == 3 else (line[0], 11, line[1]) for line in lines]
    return "".join(f"BT {mode} Tr /F {size} Tf {x} {y} Td ({_escape(text)}) Tj ET\n" for y, size, text in sized)


def turn(text: str, matrix: str) -> str:
    """Operators that show a line turned and moved by a matrix (a b c d x y)."""
    return f"BT 0 Tr /F 11 Tf {matrix} Tm ({_escape(text)}) Tj ET\n"


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def lay_out(*paragraphs: list[str], top: float = 740, line: float = 14, gap: float = 12) -> list[tuple[float, str]]:
    """Lines of paragraphs from the top down, with a gap between paragraphs."""
    found = []
    for paragraph in paragraphs:
        for text in paragraph:
            found.append((top, text))
            top -= line
        top -= gap
    return found
