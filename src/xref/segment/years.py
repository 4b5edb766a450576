"""Bare years and decades: a number is a year only where the words around it say so."""

from __future__ import annotations

import datetime as dt
import re

from xref.days import year_range
from xref.fold import lower
from xref.model import DateRange
from xref.segment.relative import UNKNOWN, Answer, Context


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
    """ "the 1990s", "the early 2000s", "the 80s": ten years, or their part. "The 80s" are those before publication."""
    part = lower(match["part"] or match["part2"] or "")
    if short := match["short"] or match["short2"]:
        if context.day is None:
            return None, UNKNOWN, False
        first = context.day.year // 100 * 100 + int(short)
        first -= 100 if first > context.day.year else 0
        rule = "the last such decade before publication"
    else:
        first, rule = int(match["decade"]), "decade"
    years = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
    whole = DateRange(dt.date(first + years[0], 1, 1), dt.date(first + years[1], 12, 31))
    return whole, f"{part} part of the {rule}" if part else rule, bool(part)


def short_year(match: re.Match[str], context: Context) -> Answer:
    """ "'82": the last year before publication that ends so, where a word says that it is a year."""
    before = context.text[max(context.span.start, match.start() - 14) : match.start()]
    if context.day is None or not re.search(
        r"\b(?:in|of|since|from|until|till|class|summer|spring|fall|winter|and|to)\s+$", before, re.I
    ):
        return None
    year = context.day.year // 100 * 100 + int(match["short"])
    year -= 100 if year > context.day.year else 0
    return year_range(year), "last year before publication that ends so", False
