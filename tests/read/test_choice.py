"""Which candidate is the date of publication, what agrees with it, and why not the others."""

from __future__ import annotations

import datetime as dt

import pytest

from xref.days import month_range
from xref.model import DateCandidate, DateRange
from xref.read.choice import choose


def _candidate(day: str, rule: str, confidence: int, how: str = "") -> DateCandidate:
    value = dt.date.fromisoformat(day)
    return DateCandidate(DateRange(value, value), rule, how or rule, confidence)


def test_the_most_trusted_sign() -> None:
    """The strongest sign is taken, and the other one told with the reason."""
    best, refused = choose([_candidate("2013-05-15", "date-line", 90), _candidate("2013-05-16", "address", 70)])
    assert best is not None
    assert (best.value.iso, best.confidence) == ("2013-05-15", 90)
    assert [c.refused for c in refused] == ["the date-line is the stronger sign"]


def test_two_signs_outweigh_a_shade() -> None:
    """A printed line and the address outweigh a meta tag that is a little stronger than each."""
    best, refused = choose(
        [
            _candidate("2018-10-11", "meta-tag", 95),
            _candidate("2009-04-02", "page-line", 92),
            _candidate("2009-04-02", "address", 94),
        ]
    )
    assert best is not None
    assert best.value.iso == "2009-04-02"
    assert best.agrees == ("page-line",)
    assert [c.refused for c in refused] == ["the address has more signs beside it"]


def test_repetition_is_no_agreement() -> None:
    """Two meta tags come from one field of the publishing system: they lift each other by nothing."""
    tags = [_candidate("2018-10-11", "meta-tag", 90, how) for how in ("a", "b", "c")]
    best, _ = choose([*tags, _candidate("2009-04-02", "page-line", 91)])
    assert best is not None
    assert best.value.iso == "2009-04-02"


def test_the_earlier_of_equal_signs() -> None:
    """Of two days with the same sign the earlier one is taken: the other is likelier a change."""
    best, _ = choose([_candidate("2013-05-16", "page-labelled", 94), _candidate("2013-05-15", "page-labelled", 94)])
    assert best is not None
    assert best.value.iso == "2013-05-15"


def test_a_month_lifts_its_days() -> None:
    """Of two lines of equal weight the one in the month of the address is taken."""
    month = DateCandidate(month_range(2013, 5), "address-month", "month in its address", 12)
    best, _ = choose([_candidate("2013-04-30", "page-line", 88), _candidate("2013-05-02", "page-timed", 88), month])
    assert best is not None
    assert best.value.iso == "2013-05-02"


@pytest.mark.parametrize("candidates", [[], [_candidate("2013-05-15", "in-text", 0)]])
def test_unknown(candidates: list[DateCandidate]) -> None:
    """What only speaks of a day has none."""
    best, refused = choose(candidates)
    assert best is None
    assert list(refused) == candidates


def test_a_day_of_the_file_is_told_and_never_taken() -> None:
    """A day among a file's properties alone dates nothing; beside the same day found elsewhere it agrees."""
    made = _candidate("2013-05-15", "property", 0, "created")
    assert choose([made]) == (None, (made,))
    best, refused = choose([made, _candidate("2013-05-15", "date-line", 90)])
    assert best is not None
    assert (best.rule, best.agrees, refused) == ("date-line", ("created",), ())
