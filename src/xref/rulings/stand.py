"""Decisions on the findings of today: which hold, which a person must look at again, which nothing carries any more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs
from rapidfuzz import fuzz

from xref.identity import rule_hash, same_words
from xref.model import CrossReference, Hit, Match
from xref.model.decision import Decision, Standing
from xref.model.match import band
from xref.rulings.anchor import Place, Texts, find_texts


@attrs.frozen
class _Found:
    """One decision and what carries it today."""

    decision: Decision
    target: str
    theme: str
    state: str
    why: str
    now: tuple[str, ...]


def stand(decisions: Iterable[Decision], result: CrossReference, consensus: str = "all") -> tuple[Standing, ...]:
    """The standing of every finding that somebody decided on, by kind and id; those without any ruling are left out."""
    decisions = tuple(decisions)
    texts = find_texts(result, decisions)
    groups: dict[tuple[str, str], list[_Found]] = {}
    for found in _apart([_find(decision, texts) for decision in decisions]):
        decision = found.decision
        groups.setdefault((decision.kind, found.target), []).append(found)
    standings = (_standing(kind, target, group, consensus) for (kind, target), group in sorted(groups.items()))
    return tuple(standing for standing in standings if standing is not None)


def _find(decision: Decision, texts: Texts) -> _Found:
    theme = texts.themes.get(decision.theme, decision.theme)
    places = [texts.place(side, theme, decision.at) for side in decision.sides]
    lost = next((place for place in places if place.claim is None), None)
    if lost and decision.kind == "pair" and decision.id in texts.by_id:
        # the card is there still, by its documents, and shows other words than those that were ruled on
        pair = texts.by_id[decision.id].best
        shown = (texts.claims[pair.left].text, texts.claims[pair.right].text)
        return _Found(decision, decision.id, theme, "stale text", lost.why, shown)
    if lost:
        return _Found(decision, decision.id, theme, "orphan", lost.why, ())
    target = _hit(places, theme, texts) if decision.kind == "hit" else _match(decision, places, theme, texts)
    if target is None:
        return _Found(decision, decision.id, theme, "orphan", _gone(decision, places, theme, texts), ())
    now = tuple(place.claim.text for place in places if place.claim)
    if not all(place.same for place in places):
        return _Found(decision, target.id, theme, "stale text", "the words have changed", now)
    why = _other_rule(decision, target, places, texts)
    return _Found(decision, target.id, theme, "stale rule" if why else "carried", why, now)


def _apart(found: Sequence[_Found]) -> list[_Found]:
    """`found`, where of several decided sentences that are proposed as one only the likest keeps the proposal.

    The others are orphans: two decisions on different words must not become one, of which the newer hides the older.
    """
    likest: dict[tuple[str, str], tuple[float, str]] = {}
    for each in found:
        if _proposes(each):
            said = each.decision
            likeness = fuzz.ratio(same_words(said.sides[0].exact), same_words(each.now[0]))
            key = (said.by, each.target)
            likest[key] = max(likest.get(key, (0.0, "")), (likeness, said.id))
    why = "another sentence that was decided on is nearer to what stands there now"
    return [
        attrs.evolve(each, target=each.decision.id, state="orphan", why=why, now=())
        if _proposes(each) and likest[each.decision.by, each.target][1] != each.decision.id
        else each
        for each in found
    ]


def _proposes(found: _Found) -> bool:
    return found.decision.kind == "hit" and found.state == "stale text" and found.target != found.decision.id


def _hit(places: Sequence[Place], theme: str, texts: Texts) -> Hit | None:
    claim = places[0].claim
    return texts.hits.get((claim.id, theme)) if claim else None


def _match(decision: Decision, places: Sequence[Place], theme: str, texts: Texts) -> Match | None:
    documents = frozenset(place.claim.document for place in places if place.claim)
    kinds = ("theme",) if theme else ("quotation", "reuse")
    found = [texts.matches[kind, theme, documents] for kind in kinds if (kind, theme, documents) in texts.matches]
    # two documents may share passages and quotations: the id tells which it was
    return next((match for match in found if match.id == decision.id), found[0] if found else None)


def _gone(decision: Decision, places: Sequence[Place], theme: str, texts: Texts) -> str:
    if theme and theme not in texts.themes:
        return f"there is no theme {theme} any more: name it as an alias of the new one to keep its decisions"
    changed = "" if all(place.same for place in places) else "the words have changed, and "
    what = "the theme is not found in this sentence" if decision.kind == "hit" else "these documents have no such card"
    return f"{changed}{what} any more"


def _other_rule(decision: Decision, target: Hit | Match, places: Sequence[Place], texts: Texts) -> str:
    """What carries the finding now, if that is not what the reviewer saw; nothing is said of what was not recorded."""
    claims = [place.claim.id for place in places if place.claim]
    if isinstance(target, Match):
        if {target.best.left, target.best.right} != set(claims):
            return "another pair of sentences is the strongest of these two documents now"
        claims = [target.best.left, target.best.right]
    hits = [texts.hits.get((claim, target.theme)) for claim in claims]
    seen = decision.seen
    # by the same codebook both move with what was added or taken away elsewhere, which is no reason to ask again
    if seen.codebook == f"sha256:{texts.result.codebook.digest}":
        return ""
    if seen.rule and seen.rule != rule_hash(*hits):
        return "other phrases of the codebook carry it now"
    if seen.band and seen.band != band(target.score):
        return f"its score was {seen.band} and is {band(target.score)} now"
    return ""


def _standing(kind: str, target: str, group: Sequence[_Found], consensus: str) -> Standing | None:
    newest: dict[str, _Found] = {}
    for found in sorted(group, key=lambda f: f.decision.at):
        said, before = found.decision, newest.get(found.decision.by)
        if before and not said.ruling and before.decision.ruling:
            # a line that is only a note leaves the ruling as it was, and what it was made on: a note confirms nothing
            newest[said.by] = attrs.evolve(before, decision=attrs.evolve(before.decision, note=said.note))
        else:
            newest[said.by] = found
    kept = {by: f for by, f in sorted(newest.items()) if f.decision.ruling not in ("", "cleared") or f.decision.note}
    if not kept:
        return None
    ruled = {by: f for by, f in kept.items() if f.decision.ruling not in ("", "cleared")}
    holding = {by: f for by, f in ruled.items() if f.state == "carried"}
    odd = next((f for f in (ruled or kept).values() if f.state != "carried"), None)
    rulings = [f.decision.ruling for f in holding.values()]
    state, ruling = ("carried", "") if not rulings else _agree(rulings, consensus)
    first = next(iter(kept.values()))
    decisions = tuple(f.decision for f in kept.values())
    if odd is None or holding:
        why = "" if odd is None else f"{odd.decision.by}: {odd.why}"
        return Standing(target, kind, first.theme, state, ruling, decisions, why)
    was = tuple(side.exact for side in odd.decision.sides) if odd.state == "stale text" else ()
    return Standing(target, kind, first.theme, odd.state, "", decisions, odd.why, was, odd.now if was else ())


def _agree(rulings: Sequence[str], consensus: str) -> tuple[str, str]:
    """State and ruling of reviewers whose decisions hold."""
    counts = Counter(rulings)
    if len(counts) == 1:
        return "carried", rulings[0]
    if consensus == "any" and "accepted" in counts:
        return "carried", "accepted"
    (first, most), (_, second) = counts.most_common(2)
    return ("carried", first) if consensus == "majority" and most > second else ("conflict", "")


def find_retired(standings: Iterable[Standing], result: CrossReference) -> Mapping[str, str]:
    """Id of a match → why nobody should see it as a finding: it was dismissed, or a sentence of it was."""
    by_id = {(standing.kind, standing.id): standing for standing in standings}
    hits = {(hit.claim, hit.theme): hit.id for hit in result.hits}
    found = {}
    for match in result.matches:
        own = by_id.get(("pair", match.id))
        if own and own.ruling == "dismissed":
            found[match.id] = "dismissed"
            continue
        for name in (match.best.left, match.best.right):
            standing = by_id.get(("hit", hits.get((name, match.theme), "")))
            if standing and standing.ruling == "dismissed":
                found[match.id] = "a sentence of it is not about the theme"
    return found
