"""Whose term a day falls in, how far the votes before and after it are: from data, never guessed."""

from xref.calendars.choice import choose_series
from xref.calendars.shipped import SERIES, load_shipped
from xref.calendars.terms import find_holdings
from xref.calendars.votes import find_seasons, find_votes

__all__ = ["SERIES", "choose_series", "find_holdings", "find_seasons", "find_votes", "load_shipped"]
