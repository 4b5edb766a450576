"""Bare years and decades: a number is a year only where the words around it say so."""

from __future__ import annotations

import datetime as dt
import re

from xref.days import year_range
from xref.model import DateRange
from xref.segment.relative import Answer, Context


def bare_year(match: re.Match[str], context: Context) -> Answer:
    """A bare year where the words around it say that it is one."""
    before = context.text[max(context.span.start, match.start() - 24) : match.start()]
    after = context.text[match.end() : min(context.span.end, match.end() + 24)]
    if re.search(
        r"[$€£#]\s?$|\b(?:No|Nos|room|page|pages|section|resolution|flight|paragraph|Street|article)\.?\s$",
        before,
        re.I,
    ):
        return None
    if re.match(
        r"\s*(?:GMT|UTC|hours|hrs|miles|km|people|troops|tons|tonnes|missiles|warheads|soldiers|dollars|percent|%|[A-Z]\w*\s+(?:Street|Avenue|Road))",
        after,
    ):
        return None
    known = re.search(
        r"(?:\b(?:in|since|by|until|till|of|from|to|before|after|during|around|about|between|and|early|late|mid|the|year|than|for|through|back)|[(,–—-])\s*[“\"(]?$",
        before,
        re.I,
    )
    named = re.match(
        r"\s*(?:elections?|campaign|race|vote|war|treaty|agreement|accord|summit|crisis|report|budget|season|deal|law|act|[–-]\s?[0-9]{2,4}|is|was|,|\)|\.|$)",
        after,
    )
    if known or named:
        return year_range(int(match["year"])), "printed year", False
    return None


def decade(match: re.Match[str], context: Context) -> Answer:
    """ "the 1990s": ten years."""
    first = int(match["decade"])
    return DateRange(dt.date(first, 1, 1), dt.date(first + 9, 12, 31)), "decade", False
