"""A small gazetteer for tests, so that they do not depend on which rows happen to ship."""

from __future__ import annotations

from xref.gazetteer import Gazetteer, read_gazetteer

NAMES = """
given = ["Aleksandr", "Alexander", "Andrei", "Angela", "Anne", "Bill", "Boris", "Carla", "Catherine", "Charles",
  "Condoleezza", "Dean", "Dmitri", "Dmitry", "Elena", "Frank", "George", "Grace", "Hans", "Helmut", "Igor", "Ivan",
  "James", "Jean", "John", "Jordan", "Kofi", "Lyndon", "Mark", "Martin", "Mary", "Mikhail", "Nikolai", "Olga",
  "Pierre", "Robert", "Ronald", "Sergei", "Sergey", "Thomas", "Viktor", "Vladimir", "William", "Yuri", "Zbigniew"]
titles = ["president", "secretary of state", "deputy foreign minister", "foreign minister", "national security adviser",
  "prime minister", "lieutenant general", "general", "minister", "under secretary of state", "secretary", "mr", "mrs",
  "dr", "senator", "spokesman", "ambassador", "envoy", "chief", "chancellor", "secretary general", "dean"]
particles = ["de", "van", "von", "bin", "der", "den", "la", "le"]
"""

ACTORS = """
[[actor]]
id = "reagan"
name = "Ronald Reagan"
kind = "person"
variants = ["Ronald Wilson Reagan", "Reagan"]
[[actor.office]]
title = "president"
of = "United States"
from = 1981-01-20
to = 1989-01-20
source = "National Archives"
checked = true

[[actor]]
id = "bush-41"
name = "George H. W. Bush"
kind = "person"
[[actor.office]]
title = "president"
of = "United States"
from = 1989-01-20
to = 1993-01-20
source = "National Archives"
checked = true

[[actor]]
id = "bush-43"
name = "George W. Bush"
kind = "person"
[[actor.office]]
title = "president"
of = "United States"
from = 2001-01-20
to = 2009-01-20
source = "National Archives"
checked = true

[[actor]]
id = "gorbachev"
name = "Mikhail Gorbachev"
kind = "person"
variants = ["Mikhail Gorbachov", "Gorbachov"]
[[actor.office]]
title = "president"
of = "Soviet Union"
from = 1990-03-15
to = 1991-12-25
source = "sample"

[[actor]]
id = "rice"
name = "Condoleezza Rice"
kind = "person"
[[actor.office]]
title = "national security adviser"
of = "United States"
from = 2001-01-20
to = 2005-01-26
source = "sample"
[[actor.office]]
title = "Secretary of State"
of = "United States"
from = 2005-01-26
to = 2009-01-20
source = "sample"

[[actor]]
id = "hadley"
name = "Stephen Hadley"
kind = "person"
[[actor.office]]
title = "national security adviser"
of = "United States"
from = 2005-01-26
to = 2009-01-20
source = "sample"

[[actor]]
id = "kremlin"
name = "Kremlin"
kind = "org"
variants = ["the Kremlin"]

[[actor]]
id = "nato"
name = "NATO"
kind = "org"
variants = ["North Atlantic Treaty Organization"]

[[actor]]
id = "who"
name = "World Health Organization"
kind = "org"
variants = ["WHO"]

[[actor]]
id = "white-house"
name = "White House"
kind = "org"

[[actor]]
id = "congress"
name = "United States Congress"
kind = "org"
variants = ["Congress"]

[[actor]]
id = "izvestia"
name = "Izvestia"
kind = "media"
domains = ["iz.ru", "izvestia.com"]

[[actor]]
id = "reuters"
name = "Reuters"
kind = "media"
domains = ["reuters.com"]

[[actor]]
id = "time"
name = "Time"
kind = "media"

[[actor]]
id = "washington"
name = "Washington"
kind = "place"
stands_for = "government of the United States"

[[actor]]
id = "moscow"
name = "Moscow"
kind = "place"

[[actor]]
id = "geneva"
name = "Geneva"
kind = "place"

[[actor]]
id = "georgia"
name = "Georgia"
kind = "place"

[[actor]]
id = "united-states"
name = "United States"
kind = "place"
variants = ["U.S.", "US"]

[[actor]]
id = "russia"
name = "Russia"
kind = "place"
"""


def sample() -> Gazetteer:
    """The small gazetteer."""
    return read_gazetteer(ACTORS, NAMES)
