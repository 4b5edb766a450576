"""Claims of different documents that belong side by side, each pair with reasons that add up to its score."""

from xref.match.actors import find_actors
from xref.match.compare import find_matches
from xref.match.disputes import find_disputes
from xref.match.reuse import find_reuse_matches
from xref.match.turns import take_turns

__all__ = ["find_actors", "find_disputes", "find_matches", "find_reuse_matches", "take_turns"]
