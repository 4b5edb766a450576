"""What the words before an office name: "Russia's", "Russian", "the Kremlin" are one country or body.

A row gives the name as the data have it (actors.toml, `of`), then what print uses for it: short names, the adjective,
the house that stands for the office. Sources: CIA World Factbook, country names and adjectives; AP Stylebook,
abbreviations.
"""

from __future__ import annotations

from xref import fold

NAMES = {
    "united states": "us u.s u.s.a usa america american|united states of america|white house",
    "russia": "russian kremlin|russian federation",
    "soviet union": "soviet ussr u.s.s.r|union of soviet socialist republics",
    "united kingdom": "uk u.k britain british|great britain|downing street",
    "germany": "german|federal republic of germany",
    "west germany": "|west german",
    "france": "french|elysee palace",
    "ukraine": "ukrainian",
    "china": "chinese prc|people's republic of china",
    "japan": "japanese",
    "south korea": "rok|south korean|republic of korea|blue house",
    "north korea": "dprk|north korean|democratic people's republic of korea",
    "israel": "israeli",
    "iran": "iranian|islamic republic of iran",
    "iraq": "iraqi",
    "syria": "syrian",
    "egypt": "egyptian",
    "saudi arabia": "saudi|saudi arabian",
    "turkey": "turkish turkiye",
    "afghanistan": "afghan",
    "pakistan": "pakistani",
    "india": "indian",
    "poland": "polish",
    "czech republic": "czech czechia",
    "czechoslovakia": "czechoslovak",
    "slovakia": "slovak",
    "hungary": "hungarian",
    "romania": "romanian",
    "bulgaria": "bulgarian",
    "georgia": "georgian",
    "belarus": "belarusian belarussian",
    "kazakhstan": "kazakh",
    "estonia": "estonian",
    "latvia": "latvian",
    "lithuania": "lithuanian",
    "finland": "finnish",
    "sweden": "swedish",
    "norway": "norwegian",
    "denmark": "danish",
    "netherlands": "dutch",
    "belgium": "belgian",
    "italy": "italian",
    "spain": "spanish",
    "portugal": "portuguese",
    "greece": "greek",
    "austria": "austrian",
    "switzerland": "swiss",
    "ireland": "irish",
    "canada": "canadian",
    "mexico": "mexican",
    "brazil": "brazilian",
    "argentina": "argentine argentinian",
    "cuba": "cuban",
    "venezuela": "venezuelan",
    "australia": "australian",
    "south africa": "|south african",
    "united nations": "un u.n",
    "european union": "eu e.u",
    "nato": "north atlantic treaty organization|north atlantic alliance",
    "senate": "|us senate|u.s senate|united states senate",
    "house of representatives": "house|us house|u.s house|us house of representatives|u.s house of representatives",
}
"""name in the data → single words, then after each bar a name of several words"""


def _rows() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, said in NAMES.items():
        words, *phrases = said.split("|")
        found |= dict.fromkeys((*words.split(), *phrases), name)
    return found


_SAID = _rows()


def body_of(words: str) -> str:
    """The country or body that `words` name, as the data call it; the folded words when the table has none."""
    key = fold.key(words).removeprefix("the ").rstrip(".")
    return _SAID.get(key, key)
