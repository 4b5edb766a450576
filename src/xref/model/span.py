"""Places in a text. Offsets count Unicode code points, start included, end not (W3C Web Annotation, 4.2.5)."""

from __future__ import annotations

import attrs


@attrs.frozen(order=True)
class Span:
    """A stretch of a document's text of record."""

    start: int
    """first code point"""
    end: int
    """one past the last code point"""

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}-{self.end}")

    def of(self, text: str) -> str:
        """The words at this place in `text`; raises IndexError when the span runs past its end."""
        if self.end > len(text):
            raise IndexError(f"span {self.start}-{self.end} runs past a text of {len(text)} characters")
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """The same stretch counted from `by` characters earlier."""
        return Span(self.start + by, self.end + by)

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@attrs.frozen
class Anchor:
    """A place that is found again after the text around it was edited (W3C quote selector)."""

    span: Span
    """where it stood when the anchor was made"""
    exact: str
    """the words themselves"""
    prefix: str
    """up to 32 characters before"""
    suffix: str
    """up to 32 characters after"""


def quote(text: str, span: Span, said: str) -> Span:
    """`span`, after making sure that `text` says `said` there: the one rule that every quotation rests on.

    Raises AssertionError otherwise, also under `python -O`, since a wrong quotation is worse than none.
    """
    if span.of(text) != said:
        raise AssertionError(f"text at {span.start}-{span.end} is {span.of(text)!r}, not {said!r}")
    return span
