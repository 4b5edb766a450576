"""Decisions that somebody must look at again, and whether enough of the cards are decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xref.check.change import Change
from xref.model import CrossReference, Standing

KINDS = {"stale text": "stale", "stale rule": "stale", "orphan": "orphan", "conflict": "conflict"}
"""state of a standing → class of the policy"""


def find_review_changes(
    standings: Iterable[Standing], retired: Iterable[str], result: CrossReference, asked: float = 0.0
) -> Iterator[Change]:
    """Stale, orphaned and conflicting decisions; and fewer decided cards than `asked` (share, 0-1).

    `retired` are the ids of cards whose sentence or self was dismissed.
    """
    standings = tuple(standings)
    paths = {document.id: document.path for document in result.documents}
    for standing in standings:
        kind = KINDS.get(standing.state)
        if kind:
            yield _change(kind, standing, paths)
    cards = {match.id for match in result.matches}
    decided = {s.id for s in standings if s.kind == "pair" and s.state == "carried" and s.ruling} | set(retired)
    share = len(cards & decided) / len(cards) if cards else 1.0
    if share < asked:
        said = f"{len(cards & decided)} of {len(cards)} cards are decided ({share:.0%}), and {asked:.0%} are asked for"
        yield Change("reviewed", said)


def _change(kind: str, standing: Standing, paths: dict[str, str]) -> Change:
    first = standing.decisions[0]
    side = first.sides[0]
    who = ", ".join(f"{d.by}: {d.ruling or 'a note'}" for d in standing.decisions)
    what = f"{standing.theme or 'shared passage'}: “{' '.join(side.exact.split())[:80]}” ({who})"
    said = {
        "stale": f"decided on other grounds, {what}: {standing.why}",
        "orphan": f"a decision that nothing carries, {what}: {standing.why}",
        "conflict": f"reviewers disagree, {what}",
    }[kind]
    was, now = (standing.was or ("",))[0], (standing.now or ("",))[0]
    return Change(kind, said, paths.get(side.doc, ""), 0, standing.theme, was, now)
