"""Who held an office on a day, by the data that ship: shapes of titles, days of change, offices past and to come."""

from __future__ import annotations

import datetime as dt

import pytest

from xref.gazetteer import resolve_office

HELD = """
Russia's president | 2010-06-01 | Dmitry Medvedev
Russia’s president | 2013-06-01 | Vladimir Putin
the president of Russia | 2012-05-06 | Dmitry Medvedev
the president of the Russian Federation | 2012-05-07 | Vladimir Putin
the Russian president | 2008-05-06 | Vladimir Putin
the Russian president | 2008-05-07 | Dmitry Medvedev
the Kremlin leader | 2009-02-01 | Dmitry Medvedev
Russia's acting president | 2000-02-01 | Vladimir Putin
Russia's president | 2000-02-01 | Vladimir Putin
the US national security adviser | 2013-06-30 | Tom Donilon
the U.S. national security advisor | 2013-07-01 | Susan Rice
the White House national security adviser | 2011-07-01 | Tom Donilon
the secretary of state | 2013-01-31 | Hillary Clinton
the secretary of state | 2013-02-01 | John Kerry
the US secretary of state | 1990-02-01 | James Baker
the US defense secretary | 2010-01-01 | Robert Gates
the US secretary of defense | 2010-01-01 | Robert Gates
the Pentagon chief | 2010-01-01 | Robert Gates
the Senate majority leader | 2010-10-01 | Harry Reid
the US Senate majority leader | 2016-10-01 | Mitch McConnell
the majority leader of the Senate | 2022-10-01 | Chuck Schumer
the House speaker | 2010-10-01 | Nancy Pelosi
the speaker of the House | 2012-10-01 | John Boehner
the Speaker of the House of Representatives | 2016-10-01 | Paul Ryan
Britain's prime minister | 2010-05-10 | Gordon Brown
Britain's prime minister | 2010-05-11 | David Cameron
the British premier | 1985-05-11 | Margaret Thatcher
the UK prime minister | 2022-09-30 | Liz Truss
the prime minister of Great Britain | 1941-09-30 | Winston Churchill
the German chancellor | 2011-01-01 | Angela Merkel
the German leader | 2011-01-01 | Angela Merkel
the French leader | 2011-01-01 | Nicolas Sarkozy
the British leader | 2011-01-01 | David Cameron
the U.S. leader | 2011-01-01 | Barack Obama
the Russian leader | 2011-01-01 | Dmitry Medvedev
the Soviet leader | 1986-01-01 | Mikhail Gorbachev
NATO's secretary-general | 2011-01-01 | Anders Fogh Rasmussen
the NATO chief | 2011-01-01 | Anders Fogh Rasmussen
the UN secretary-general | 2011-01-01 | Ban Ki-moon
the minister of foreign affairs of Russia | 2010-01-01 | Sergei Lavrov
the Russian minister of defense | 2010-01-01 | Anatoly Serdyukov
"""

NOBODY = """
the former Russian president | 2010-01-01
Russia's former president | 2010-01-01
Russia's ex-president | 2010-01-01
the ex-president of Russia | 2010-01-01
the late Russian president | 2010-01-01
then-US president | 2010-01-01
the then-Russian president | 2010-01-01
the US president-elect | 2008-12-01
the president-elect of the United States | 2008-12-01
the British prime minister-designate | 2010-01-01
the US secretary of state nominee | 2010-01-01
the incoming US national security adviser | 2010-01-01
the deputy US national security adviser | 2010-01-01
the acting US defense secretary | 2010-01-01
Russia's acting president | 2010-02-01
the Iranian leader | 2011-01-01
the president | 2010-01-01
the prime minister | 2010-01-01
the national security adviser | 2010-01-01
the US press secretary | 2010-01-01
Britain's prime minister | 1700-01-01
"""


@pytest.mark.parametrize("row", HELD.strip().splitlines())
def test_holder(row: str) -> None:
    """The words of an office and a day give the one who held it; the day of a change belongs to the successor."""
    words, day, name = row.split(" | ")
    found = resolve_office(words, dt.date.fromisoformat(day))
    assert (found.entry.name if found else None) == name
    assert found is not None
    assert found.office.source


@pytest.mark.parametrize("row", NOBODY.strip().splitlines())
def test_nobody(row: str) -> None:
    """An office past or to come, another's, of no country, or of two people at once is nobody's."""
    words, day = row.split(" | ")
    assert resolve_office(words, dt.date.fromisoformat(day)) is None
