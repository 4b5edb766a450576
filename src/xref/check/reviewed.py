"""Decisions that somebody must look at again, and whether enough of the cards are decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from xref.check.change import Change
from xref.check.words import quoted, tell_apart
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
    lost: Counter[str] = Counter()
    for standing in standings:
        kind = KINDS.get(standing.state)
        gone = [side.doc for side in standing.decisions[0].sides if side.doc not in paths]
        if kind == "orphan" and gone:
            lost[gone[0]] += 1
        elif kind:
            yield _change(kind, standing, paths)
    for name, count in sorted(lost.items()):
        # as many lines as decisions would say no more
        what = "a decision" if count == 1 else f"{count} decisions"
        yield Change("orphan", f"nothing carries {what} on {name}, which is no document any more", name)
    cards = {match.id for match in result.matches}
    decided = {s.id for s in standings if s.kind == "pair" and s.state == "carried" and s.ruling} | set(retired)
    share = len(cards & decided) / len(cards) if cards else 1.0
    if share < asked:
        said = f"{len(cards & decided)} of {len(cards)} cards are decided ({share:.0%}), and {asked:.0%} are asked for"
        yield Change("reviewed", said)


def _change(kind: str, standing: Standing, paths: dict[str, str]) -> Change:
    sides = standing.decisions[0].sides
    who = ", ".join(f"{d.by}: {d.ruling or 'a note'}" for d in standing.decisions)
    # of a pair the side that has other words, where one has
    number = next((n for n, (was, now) in enumerate(zip(standing.was, standing.now, strict=False)) if was != now), 0)
    was, now = ((words or ("",) * len(sides))[number] for words in (standing.was, standing.now))
    other = f" beside {paths.get(sides[1 - number].doc, sides[1 - number].doc)}" if len(sides) == 2 else ""
    what = f"{standing.theme or 'shared passage'}{other}: {quoted(sides[number].exact)} ({who})"
    said = {
        "stale": f"decided {'on other words' if was else 'by another rule'}, {what}: {standing.why}",
        "orphan": f"a decision that nothing carries, {what}: {standing.why}",
        "conflict": f"reviewers disagree, {what}",
    }[kind]
    if was and now:
        said += f"; {tell_apart(was, now)}"
    return Change(kind, said, paths.get(sides[number].doc, ""), 0, standing.theme, was, now)
