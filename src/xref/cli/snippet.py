"""Proposed merges as lines for codebook.toml: a person keeps the block that is true and pastes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from xref.cli.columns import flow
from xref.model import CrossReference, Merge
from xref.show import show
from xref.toml import quoted

HEAD = (
    "# Proposed merges, for codebook.toml. Nothing is merged until it stands there. Each block below makes its",
    "# spellings one person; where they are two people, paste the [[distinct]] lines instead, without their # marks,",
    "# and the proposal does not come back. Leave out what you cannot tell.",
)


def merge_lines(merges: Sequence[Merge], result: CrossReference) -> Iterator[str]:
    """Lines of TOML for each proposal; names are escaped, so that they are what the texts say and nothing more."""
    if merges:
        yield from HEAD
    for merge in merges:
        name, spellings = _one_person(merge, result)
        places = len(merge.claims)
        yield ""
        yield f"# {show(flow(merge.left))} / {show(flow(merge.right))}: likeness {merge.score:.1f}, {merge.why}"
        yield f"# in {places} claim{'' if places == 1 else 's'}: {', '.join(merge.claims[:6])}{', ...' * (places > 6)}"
        yield "[[actor]]"
        yield f"name = {quoted(name)}"
        yield f"variants = [{', '.join(map(quoted, spellings))}]"
        if merge.left != merge.right:
            yield "# [[distinct]]"
            yield f"# names = [{quoted(merge.left)}, {quoted(merge.right)}]"


def _one_person(merge: Merge, result: CrossReference) -> tuple[str, list[str]]:
    """The canonical name, and every spelling of the two sides that the documents print besides it."""
    sides = [a for a in result.actors if a.kind == "person" and a.name in (merge.left, merge.right)]
    sides = [a for a in sides if {mention.claim for mention in a.mentions} & set(merge.claims)]
    known = {a.name for a in sides if a.known != "found"} | ({merge.right} - {a.name for a in sides})
    printed = Counter({a.name: len(a.mentions) for a in sides})
    # a known name, else the fuller one, else the one printed more often, else the first
    name = min((merge.left, merge.right), key=lambda n: (n not in known, -len(n.split()), -printed[n], n))
    forms = {merge.left, merge.right, *(form for a in sides for form in a.variants)}
    return name, sorted(forms - {name}) or [name]
