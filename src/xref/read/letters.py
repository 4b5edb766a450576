"""What pdfium knows about single characters on a PDF's page: where they stand, how large, which way up, if seen."""

from __future__ import annotations

import ctypes
import math
from typing import Any

import attrs

from xref.read.boxes import Box

_INVISIBLE = 3
"""text rendering mode "neither fill nor stroke" (PDF 1.7, 9.3.6)"""
_WHITE = 250
"""least value of red, green and blue in white"""
_COVERED = 0.5
"""share of a page that a picture covers when the page is a scan"""


@attrs.define
class Letters:
    """The characters of a page, by their numbers there."""

    page: Any
    """pypdfium2.PdfPage"""
    textpage: Any
    """its pypdfium2.PdfTextPage"""
    visible: Box = (0.0, 0.0, 0.0, 0.0)
    """the part of the page that is shown"""
    _boxes: dict[int, Box] = attrs.field(factory=dict)
    _api: Any = None

    def __attrs_post_init__(self) -> None:
        from pypdfium2 import raw

        left, bottom, right, top = self.page.get_cropbox()
        self._api, self.visible = raw, (left, bottom, right, top)

    def box(self, at: int) -> Box:
        """Its box in points from the page's lower left corner."""
        if at not in self._boxes:
            left, bottom, right, top = self.textpage.get_charbox(at)
            self._boxes[at] = left, bottom, right, top
        return self._boxes[at]

    def base(self, at: int, turn: int) -> float:
        """The height of the line it stands on, for who turns the page by `turn`."""
        x, y = ctypes.c_double(), ctypes.c_double()
        self._api.FPDFText_GetCharOrigin(self.textpage.raw, at, x, y)
        return self.upright((x.value, y.value, x.value, y.value), turn)[1]

    def size(self, at: int) -> float:
        """Size of type as printed: fonts may be set in size 1 and be enlarged by the matrix."""
        matrix = self._api.FS_MATRIX()
        told = self._api.FPDFText_GetMatrix(self.textpage.raw, at, matrix)
        scale = math.hypot(matrix.c, matrix.d) if told else 1.0
        return round(float(self._api.FPDFText_GetFontSize(self.textpage.raw, at)) * scale, 1)

    def turn(self, at: int) -> int:
        """Degrees, clockwise, by which its line is turned."""
        angle = self._api.FPDFText_GetCharAngle(self.textpage.raw, at)
        return round(math.degrees(angle)) % 360 if angle >= 0 else 0

    def upright(self, box: Box, turn: int) -> Box:
        """A box as it lies for who turns the page so that its line is level."""
        left, bottom, right, top = box
        _, _, width, height = self.visible
        turned = {
            90: (height - top, left, height - bottom, right),
            180: (width - right, height - top, width - left, height - bottom),
            270: (bottom, width - right, top, width - left),
        }
        return turned.get(turn, box)

    def is_invisible(self, at: int) -> bool:
        """Whether it is in the mode that draws nothing."""
        shape = self._api.FPDFText_GetTextObject(self.textpage.raw, at)
        return bool(shape) and self._api.FPDFTextObj_GetTextRenderMode(shape) == _INVISIBLE

    def is_white(self, at: int) -> bool:
        """Whether its colour is white."""
        color = [ctypes.c_uint() for _ in range(4)]
        told = self._api.FPDFText_GetFillColor(self.textpage.raw, at, *color)
        return bool(told) and all(each.value >= _WHITE for each in color[:3])

    def is_outside(self, at: int) -> bool:
        """Whether it lies wholly beside the page; a point of tolerance, and boxes without extent tell nothing."""
        left, bottom, right, top = self.box(at)
        west, south, east, north = self.visible
        flat = right <= left or top <= bottom
        return not flat and (right < west - 1 or left > east + 1 or top < south - 1 or bottom > north + 1)

    def is_scan(self) -> bool:
        """Whether a picture covers most of the page."""
        left, bottom, right, top = self.visible
        pictures = [each.get_bounds() for each in self.page.get_objects(filter=(self._api.FPDF_PAGEOBJ_IMAGE,))]
        return any((b[2] - b[0]) * (b[3] - b[1]) > _COVERED * (right - left) * (top - bottom) for b in pictures)
