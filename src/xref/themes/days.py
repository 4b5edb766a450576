"""Dates in claims that mean a day of a vote: "no deal before Nov. 3" of 2020 speaks of the election of that day.

The date must be resolved (segment/dates.py) to the very day, or to the month, of a vote in the calendar. A month stands
for the vote only where the words name the month themselves ("by November"): a week or a quarter does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from xref.days import MONTHS
from xref.model import Claim, DateMention, VoteDay
from xref.words import find_words

_MONTH_LAST = 31
"""days of a date that names a month, at the most"""


def find_vote_days(claims: Sequence[Claim], votes: Sequence[VoteDay]) -> dict[int, list[tuple[int, int, str]]]:
    """Number of a claim → dates in it that mean a day of `votes`: first word, word after the last, the vote's label."""
    found: dict[int, list[tuple[int, int, str]]] = {}
    for number, claim in enumerate(claims):
        for mention in claim.dates:
            vote = _vote(mention, claim, votes)
            if vote is None:
                continue
            start, end = mention.span.start - claim.span.start, mention.span.end - claim.span.start
            places = [n for n, w in enumerate(find_words(claim.text)) if w.span.start >= start and w.span.end <= end]
            if places:
                found.setdefault(number, []).append(
                    (places[0], places[-1] + 1, f"{vote.label}, {vote.day.isoformat()}")
                )
    return found


def _vote(mention: DateMention, claim: Claim, votes: Sequence[VoteDay]) -> VoteDay | None:
    if mention.value is None or mention.approximate:
        return None
    first, last = mention.value.earliest, mention.value.latest
    if first != last and ((last - first).days >= _MONTH_LAST or not _names_month(mention, claim)):
        return None
    return next((vote for vote in votes if first <= vote.day <= last), None)


def _names_month(mention: DateMention, claim: Claim) -> bool:
    said = claim.text[mention.span.start - claim.span.start : mention.span.end - claim.span.start]
    words = re.findall(r"[A-Za-z]+", said)
    return bool(words) and all(word.lower() in MONTHS for word in words)
