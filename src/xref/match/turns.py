"""The order of all cards: those of the themes that a person asked for, and among them shared passages in turn.

A passage that two texts share word for word is sure, and a corpus of speeches has hundreds; by their points alone they
would stand before every theme. So each kind takes its turn as one more theme would: one card for every round of themes.
"""

from __future__ import annotations

from collections.abc import Sequence

from xref.model import Match


def take_turns(themes: Sequence[Match], shared: Sequence[Match]) -> tuple[Match, ...]:
    """`themes` best first; after each round (as many cards as there are themes) one card of each shared kind."""
    ordered = sorted(themes, key=by_score)
    round_ = max(1, len({match.theme for match in ordered}))
    keyed = [((place, 0, 0), match) for place, match in enumerate(ordered)]
    for number, kind in enumerate(("quotation", "reuse"), 1):
        own = sorted((match for match in shared if match.kind == kind), key=by_score)
        keyed += [((round_ * (turn + 1) - 1, number, turn), match) for turn, match in enumerate(own)]
    return tuple(match for _, match in sorted(keyed, key=lambda entry: entry[0]))


def by_score(match: Match) -> tuple[float, str, tuple[str, str], str]:
    """The best first; of equals by theme, documents, id."""
    return -match.score, match.theme or match.kind, match.documents, match.id
