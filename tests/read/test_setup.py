"""xref.toml: limits and calendars of one's own, every fault at once, and nothing that outlives the run."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.calendars import load_shipped
from xref.errors import SettingsError
from xref.model import Settings
from xref.model.settings import RANGES
from xref.pipeline import cross_reference
from xref.read import find_setup, load_setup
from xref.read.setup import Setup

UK = """
show = ["uk", "us"]

[[series]]
id = "uk"
name = "British government"
short = "UK"
source = "GOV.UK, Past Prime Ministers"
chosen_by = "general election"

[[period]]
series = "uk"
name = "Edward Heath"
from = 1970-06-19
to = 1974-03-04

[[period]]
series = "uk"
name = "Harold Wilson"
label = "Wilson II"
from = 1974-03-04

[[vote]]
series = "uk"
label = "February 1974 general election"
kind = "general election"
date = 1974-02-28

[[vote]]
series = "uk"
label = "October 1974 general election"
kind = "general election"
date = 1974-10-10

[[event]]
label = "Treaty of Accession signed"
date = 1972-01-22
source = "Official Journal, L 73"
"""


def setup(tmp_path: Path, text: str) -> Setup:
    path = tmp_path / "xref.toml"
    path.write_text(text, encoding="utf-8")
    return load_setup(path)


def faults(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        setup(tmp_path, text)
    assert caught.value.exit_code == 2
    return [line.removeprefix("xref.toml:") for line in caught.value.faults or (caught.value.message,)]


def test_own_series(tmp_path: Path) -> None:
    """A new series has its terms, votes and events, each with its source; a name is label and holder too."""
    calendars = setup(tmp_path, UK).calendars
    uk = calendars.find("uk")
    assert uk is not None
    assert [(p.id, p.label, p.holder, p.surname, p.source) for p in uk.periods] == [
        ("edward-heath", "Edward Heath", "Edward Heath", "Heath", "GOV.UK, Past Prime Ministers"),
        ("wilson-ii", "Wilson II", "Harold Wilson", "Wilson", "GOV.UK, Past Prime Ministers"),
    ]
    assert [vote.day.isoformat() for vote in uk.votes] == ["1974-02-28", "1974-10-10"]
    assert [series.id for series in calendars.shown] == ["uk", "us"]
    assert [event.id for event in calendars.events if event.own] == ["treaty-of-accession-signed"]
    assert not uk.periods[0].checked


def test_rows_below_their_series(tmp_path: Path) -> None:
    """Terms and votes may stand below their series instead of naming it."""
    text = (
        '[[series]]\nid = "nato"\nname = "NATO secretary general"\nsource = "NATO"\n'
        '[[series.period]]\nname = "Lord Carrington"\nfrom = 1984-06-25\nto = 1988-07-01\n'
        '[[series.period]]\nname = "Manfred Woerner"\nfrom = 1988-07-01\nto = 1994-08-13\n'
    )
    nato = setup(tmp_path, text).calendars.find("nato")
    assert nato is not None
    assert [period.holder for period in nato.periods] == ["Lord Carrington", "Manfred Woerner"]


def test_adding_to_what_ships(tmp_path: Path) -> None:
    """A row added to a shipped series joins it and ends the term that still runs; an equal id takes its place."""
    text = (
        '[[period]]\nseries = "us"\nname = "Ann Poe"\nfrom = 2029-01-20\nsource = "made up"\n'
        '[[period]]\nseries = "us"\nid = "obama-1"\nname = "B. Obama"\nfrom = 2009-01-20\nto = 2013-01-20\n'
        'source = "made up"\n'
        '[[vote]]\nseries = "us"\nlabel = "2034 midterms"\ndate = 2034-11-07\nsource = "2 U.S.C. 7"\n'
    )
    us = setup(tmp_path, text).calendars.find("us")
    assert us is not None
    assert us.periods[-2].last == us.periods[-1].first == dt.date(2029, 1, 20)
    assert [period.holder for period in us.periods if period.id == "obama-1"] == ["B. Obama"]
    assert us.votes[-1].label == "2034 midterms"
    shipped = load_shipped().find("us")
    assert shipped is not None
    assert shipped.periods[-1].last is None
    assert len(us.periods) == len(shipped.periods) + 1


def test_settings(tmp_path: Path) -> None:
    """Named limits are taken, the others keep their defaults; whole numbers stay whole."""
    settings = setup(tmp_path, "[settings]\nthreshold = 85\ngap = 1\nmax_claims = 10\n").settings
    assert settings == Settings(threshold=85.0, gap=1, max_claims=10)
    assert isinstance(settings.gap, int)
    assert isinstance(settings.threshold, float)


def test_every_setting_has_a_range() -> None:
    """A limit may be written into xref.toml, so each says what is too little and too much; defaults lie inside."""
    defaults = attrs.asdict(Settings())
    assert set(RANGES) == set(defaults)
    for name, (low, high) in RANGES.items():
        assert low <= defaults[name] <= high


def test_all_faults_at_once(tmp_path: Path) -> None:
    """Every fault is told with line and column, in order, with the nearest word where there is one."""
    text = (
        'shw = ["us"]\nshow = ["us", "rs", "us"]\n[settings]\nthreshold = nan\ngapp = 3\ngap = 2.5\nmax_claims = 0\n'
        'spelling = true\ncard_pairs = inf\n[[period]]\nseries = "uss"\nname = "A"\nfrom = "1852-13-01"\nsource = "s"\n'
        '[[period]]\nseries = "us"\nname = "B"\nfrom = 2010-01-01\nto = 2009-01-01\nsource = "s"\n'
        '[[vote]]\nlabel = "V"\ndate = 2010\nchecked = "yes"\n[[event]]\nid = "a b"\ndate = 2010-01-01T10:00:00\n'
    )
    assert faults(tmp_path, text) == [
        "1:1: unknown key shw; did you mean show?",
        '2:15: no series "rs"; known are us, ru',
        '2:21: "us" stands twice',
        "4:1: threshold: expected a number from 1 to 100, found nan",
        "5:1: unknown key gapp; did you mean gap?",
        "6:1: gap: expected a whole number from 0 to 20, found the number 2.5",
        "7:1: max_claims: expected a whole number from 1 to 100,000,000, found 0",
        "8:1: spelling: expected a number from 70 to 100, found true (true or false)",
        "9:1: card_pairs: expected a whole number from 1 to 1,000, found the number inf",
        '11:1: no series "uss"; did you mean us?',
        '13:1: from: there is no day "1852-13-01"',
        "15:1: B (2010-01-01 to now) overlaps Obama I (2009-01-20 to 2013-01-20) in the series us",
        "19:1: to: 2009-01-01 is before from, 2010-01-01",
        "21:1: series is missing",
        "21:1: source is missing: say who states it, here or once for the series",
        "23:1: date: expected a day such as 1852-02-23, found the number 2010",
        "24:1: checked: expected true or false, found a text",
        "25:1: name is missing: say what this row is called",
        "25:1: source is missing: say who states it, here or once for the series",
        '26:1: id: expected letters, digits, _ and - only, found "a b"',
        "27:1: date: expected a day such as 1852-02-23, found the date 2010-01-01 10:00:00",
    ]


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (
            [("A", "1900-01-01", "1905-01-01"), ("B", "1904-12-31", "1910-01-01")],
            "B (1904-12-31 to 1910-01-01) o",
        ),
        ([("A", "1900-01-01", "1905-01-01"), ("B", "1900-01-01", "1903-01-01")], "overlaps"),
        ([("A", "1900-01-01", "1900-01-01")], "is the first day too"),
        # touching, with a gap, and open until the next: all fine
        ([("A", "1900-01-01", "1905-01-01"), ("B", "1905-01-01", "1910-01-01")], ""),
        ([("A", "1900-01-01", "1905-01-01"), ("B", "1907-01-01", "1910-01-01")], ""),
        ([("A", "1900-01-01", ""), ("B", "1907-01-01", "")], ""),
    ],
)
def test_overlap_and_gap(tmp_path: Path, rows: list[tuple[str, str, str]], fault: str) -> None:
    """Two terms of one series on one day are a fault; a gap is not, it is unknown."""
    text = '[[series]]\nid = "x"\nname = "X"\nsource = "s"\n'
    for name, first, last in rows:
        text += f'[[series.period]]\nname = "{name}"\nfrom = {first}\n' + (f"to = {last}\n" if last else "")
    if fault:
        assert fault in faults(tmp_path, text)[0]
    else:
        assert setup(tmp_path, text).calendars.find("x")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("show = [", "not valid TOML"),
        ("[series]\nid = 1\n", "two brackets"),
        ("settings = 3\n", "expected [settings]"),
        ("period = 1\n", "expected tables"),
        ('[[series]]\nid = "x"\nname = "X"\n[[series]]\nid = "x"\nname = "Y"\n', "stands twice"),
        ('[[series]]\nid = "x"\nname = "X"\nperiod = 4\n', "expected tables"),
        ("[[event]]\nname = 4\n", "expected text"),
    ],
)
def test_other_faults(tmp_path: Path, text: str, fault: str) -> None:
    """What is no TOML, or of another shape, is told and never a traceback."""
    assert any(fault in line for line in faults(tmp_path, text))


@given(
    st.recursive(
        st.sampled_from(["1", "true", '"x"', "nan", "2010-01-01", "[]", "[1]"]),
        lambda inner: st.lists(inner, max_size=2).map(lambda parts: "[" + ", ".join(parts) + "]"),
        max_leaves=4,
    ),
    st.sampled_from(["show", "settings", "series", "period", "vote", "event"]),
)
def test_any_value_anywhere(tmp_path_factory: pytest.TempPathFactory, value: str, key: str) -> None:
    """Any value under any key is taken or told."""
    path = tmp_path_factory.mktemp("any")
    with contextlib.suppress(SettingsError):
        setup(path, f"{key} = {value}\n")


def test_no_file_and_no_regular_file(tmp_path: Path) -> None:
    """Without the file all is as it ships; a folder of that name is told."""
    assert find_setup([tmp_path]) == Setup(Settings(), load_shipped())
    (tmp_path / "xref.toml").mkdir()
    with pytest.raises(SettingsError, match="is no file"):
        find_setup([tmp_path])


def test_nothing_leaks(tmp_path: Path) -> None:
    """A run with a user's calendars leaves the next run as if it had never been."""
    text = "The Quay\n\n3 May 1973\n\nThe American quay was sold, Mr. Poe said.\n"
    for name in ("plain", "own"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "own" / "xref.toml").write_text(UK, encoding="utf-8")
    before = cross_reference([tmp_path / "plain"])
    own = cross_reference([tmp_path / "own"])
    assert cross_reference([tmp_path / "plain"]) == before
    assert [(h.series, h.label) for h in own.documents[0].holdings] == [("uk", "Edward Heath"), ("us", "Nixon II")]
    assert [h.series for h in before.documents[0].holdings] == ["us"]
    assert dict(own.versions)["xref.toml"].startswith("SHA-256 ")


def test_what_the_caller_sets_goes_first(tmp_path: Path) -> None:
    """Settings handed over by a program go before those of the file."""
    (tmp_path / "a.txt").write_text("The quay was sold on Monday.\n", encoding="utf-8")
    (tmp_path / "xref.toml").write_text("[settings]\ngap = 1\n", encoding="utf-8")
    assert cross_reference([tmp_path]).settings.gap == 1
    assert cross_reference([tmp_path], settings=Settings(gap=7)).settings.gap == 7


def test_places_and_tables_of_unknown_keys(tmp_path: Path) -> None:
    """A table under a misspelt name is told at its own line, a limit outside [settings] with where it belongs."""
    (tmp_path / "xref.toml").write_text("gapp = 1\n\n[[calender]]\nid = 1\n\n[a.b]\n", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        find_setup([tmp_path])
    first, second, third = caught.value.faults
    assert first == "xref.toml:1:1: unknown key gapp; did you mean gap, which stands under [settings]?"
    assert second.startswith("xref.toml:3:1: unknown key calender; known keys are")
    assert third.startswith("xref.toml:6:1: unknown key a; known keys are")
