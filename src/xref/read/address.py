"""What a page's address says about its day: the whole day, the month, or the year.

Permanent links of WordPress, Movable Type and Blogger, and of most newspapers, carry the day or the month of
publication, in the publisher's own time zone: "/2013/05/15/", "/2013/may/15/", "/20130515-",
"/2013/0515/", "/2013/05/".
"""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import unquote, urlsplit

import attrs

from xref.days import make_day, month_range, year_range
from xref.model import DateRange
from xref.read.tongues import months

_Y = r"(?P<y>19[0-9]{2}|20[0-9]{2})"
_M = r"(?P<m>0?[1-9]|1[0-2])"
_D = r"(?P<d>0?[1-9]|[12][0-9]|3[01])"
_MM, _DD = r"(?P<m>0[1-9]|1[0-2])", r"(?P<d>0[1-9]|[12][0-9]|3[01])"
_END = r"(?=[/\-_.?&;,]|[^\W\d]|$)"
_DAYS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?<=/){_Y}/{_M}/{_D}(?=[/_.?]|$)",  # "/2013/05/15-pies" counts pies
        rf"(?:(?<=/)|(?<=[-_=.])){_Y}(?P<mark>[_.-]){_M}(?P=mark){_D}{_END}",
        rf"(?<=/){_Y}/(?P<name>[^\W\d_]{{3,12}})/{_D}{_END}",
        rf"(?<=/){_Y}[/-]{_MM}{_DD}{_END}",
        rf"(?<=/){_Y}-?{_MM}/{_DD}(?=[/_.?]|$)",
        rf"(?<![0-9]){_Y}{_MM}{_DD}(?![0-9])",
        rf"(?:(?<=/)|(?<=[-_=.]))(?P<d>1[3-9]|2[0-9]|3[01])(?P<mark>[/_.-]){_M}(?P=mark){_Y}{_END}",
    )
)
_MONTHS = tuple(
    re.compile(pattern)
    for pattern in (rf"(?<=/){_Y}[/_-]{_M}(?=[/_-]|$)", rf"(?<=/){_Y}{_MM}(?=[/_-]|$)", rf"(?<=/){_M}/{_Y}(?=/|$)")
)
_YEAR = re.compile(rf"(?<=/){_Y}(?=/)")


@attrs.frozen
class Dated:
    """A date in an address."""

    value: DateRange
    """a day, a month or a year"""
    words: str
    """as it stands there"""

    @property
    def day(self) -> dt.date | None:
        """The day, when it is one."""
        return self.value.day


def read_address(url: str) -> Dated | None:
    """The day, else the month, else the year in the path or query of `url`; None when it holds none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None  # a broken address, e.g. "http://[x": it says nothing
    path = unquote(f"{parts.path}?{parts.query}" if parts.query else parts.path)
    for form in _DAYS:
        for match in form.finditer(path):
            fields = match.groupdict()
            month = months().number(fields["name"], "en") if fields.get("name") else int(fields["m"])
            day = make_day(int(fields["y"]), month, int(fields["d"])) if month else None
            if day:
                return Dated(DateRange(day, day), match.group())
    for form in _MONTHS:
        if dated := form.search(path):
            return Dated(month_range(int(dated["y"]), int(dated["m"])), dated.group())
    year = _YEAR.search(path)
    return Dated(year_range(int(year["y"])), year.group()) if year else None
