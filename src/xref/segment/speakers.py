"""Who asserts each claim, across a whole document: pronouns, roles, running quotations, letters and transcripts.

A pronoun or role is resolved only when one candidate stands nearest and alone; otherwise the words stay as printed. The
name shown is the fullest form printed in the document. Outlets that hand a statement on are the relay, outermost first;
the innermost source that is not an outlet is the speaker. Nothing is corrected: a source that the text itself puts in
doubt is told as a problem.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from xref.gazetteer import load_gazetteer
from xref.model import Attribution, Claim, Span, Speaker
from xref.segment.outermost import outermost
from xref.segment.pronouns import HE, PAPERS, Setting, Voice, as_written, by_it, by_pronoun, by_they, named_by

_PAPER = re.compile(
    r"^(?:the|a|an)\s+(?:\w+\s+)?(?:news\s+report|newspaper|paper|daily|news\s+agency|agency|magazine|broadcaster|network|report|website|site|outlet)$",
    re.I,
)
_FIRST = re.compile(r"\b(?:we|our|us|i|my)\b", re.I)


def name_speakers(claims: Sequence[Claim], setting: Setting) -> list[Claim]:
    """`claims` of one document, in order, each with its speaker and relay."""
    found: list[Claim] = []
    for claim in claims:
        found.append(attrs.evolve(claim, speaker=_speaker(claim, found, setting)))
    found = _opened(found, setting)
    return [attrs.evolve(claim, relay=_relay(claim, claim.speaker, setting)) for claim in found]


def _opened(claims: list[Claim], setting: Setting) -> list[Claim]:
    """A quotation that opens before its source is named ("We go. And soon," he said) speaks for that source."""
    found = list(claims)
    own = setting.voice.name if setting.voice else None
    for at in reversed(range(len(found) - 1)):
        claim, after = found[at], found[at + 1]
        goes_on = any(
            q.start <= claim.span.start + 2 and q.start < claim.span.end and after.span.start < q.end
            for q in claim.quotations
        )
        unsaid = not any(a.asserts and not a.carried for a in claim.attributions) and (
            claim.speaker is None or claim.speaker.name == own
        )
        framed = next((a for a in claim.attributions if a.carried and after.span.holds(a.cue)), None)
        if framed and unsaid and not after.attributions and (who := _resolve(framed, after, found[:at], setting)):
            found[at] = attrs.evolve(claim, speaker=attrs.evolve(who, rule=f"named in the sentence after: {who.rule}"))
        elif goes_on and unsaid and after.speaker and any(a.asserts for a in after.attributions):
            rule = f"the quotation goes on; its source is named in the sentence after, {after.speaker.name}"
            found[at] = attrs.evolve(claim, speaker=attrs.evolve(after.speaker, rule=rule))
    return found


def _speaker(claim: Claim, before: list[Claim], setting: Setting) -> Speaker | None:
    text = setting.document.text
    told = [a for a in claim.attributions if a.asserts and not a.carried and a.cue.of(text) != ":"]
    chosen = _innermost(told, claim, text)
    if (
        chosen is not None
        and PAPERS.match(named_by(chosen).of(text).strip())
        and (going := _carried(claim, before, 0.2))
    ):
        # "..., according to a transcript": the document relays the quotation that goes on, its speaker stays
        return going
    if chosen is not None:
        resolved = _resolve(chosen, claim, before, setting)
        if resolved:
            return resolved
    # 0.85: closing marks and footnote tags stay outside
    carried = _carried(claim, before, 0.85)
    if carried:
        return carried
    announced = _announced(claim, before, setting)
    if announced:
        return announced
    label = next((a for a in claim.attributions if a.cue.of(text) == ":"), None)
    if label and not told:
        return as_written(label, setting, "named before a colon")
    if claim.block in setting.turns:
        return _of_voice(setting.turns[claim.block], setting)
    return _of_voice(setting.voice, setting) if setting.voice else None


def _announced(claim: Claim, before: list[Claim], setting: Setting) -> Speaker | None:
    """The source named in an earlier sentence that ends in a colon ("Ann Lee said:"), for the words it announces."""
    for attribution in claim.attributions:
        giver = next((k for k in range(len(before)) if before[k].span.holds(attribution.cue)), None)
        if attribution.carried and giver is not None and before[giver].text.rstrip().endswith((":", ",")):
            speaker = _resolve(attribution, before[giver], before[:giver], setting)
            if speaker:
                return attrs.evolve(speaker, rule=f"announced in the sentence before: {speaker.rule}")
    return None


def _innermost(told: Sequence[Attribution], claim: Claim, text: str) -> Attribution | None:
    """The source nearest to the words: not an outlet if another source stands inside what the outlet reports."""
    if not told:
        return None
    voices = [a for a in told if not PAPERS.match(named_by(a).of(text).strip())]
    people = [a for a in voices if not _is_outlet(a, claim, text)]
    if not people:
        return voices[0] if voices else told[0]
    covered = max(people, key=lambda a: (sum(c.end - c.start for c in a.content), -a.cue.start))
    inner = [a for a in people if a is not covered and any(c.holds(a.cue) for c in covered.content)]
    # a source inside another's content: the inner one speaks when most of the sentence is its words
    for attribution in inner:
        if sum(c.end - c.start for c in attribution.content) >= 0.4 * (claim.span.end - claim.span.start):
            return attribution
    return covered


def _is_outlet(attribution: Attribution, claim: Claim, text: str) -> bool:
    words = named_by(attribution).of(text)
    if _PAPER.match(words.strip()):
        return True
    named = [n for n in claim.names if named_by(attribution).holds(n.span)]
    return bool(named) and all(n.kind == "media" for n in named)


def _resolve(attribution: Attribution, claim: Claim, before: list[Claim], setting: Setting) -> Speaker | None:
    text = setting.document.text
    words = named_by(attribution).of(text).strip(" ,*_")
    low = words.lower()
    if low in HE:
        return by_pronoun(attribution, claim, before, setting)
    if low == "they":
        return by_they(attribution, before, setting)
    if low in ("we", "i"):
        return _of_voice(setting.voice, setting) if setting.voice else None
    if low == "you" and setting.addressee:
        return _of_voice(setting.addressee, setting)
    if low == "it":
        return by_it(attribution, claim, before, setting)
    if _PAPER.match(words):
        only = _only_outlet(setting)
        if only:
            name, span = only
            return Speaker(
                name, "organisation", f"“{words}”: the only outlet the text cites is {name}", setting.document.id, span
            )
    return as_written(attribution, setting, "source of the cue “" + attribution.cue.of(text) + "”", claim)


def _carried(claim: Claim, before: list[Claim], least: float) -> Speaker | None:
    """A sentence of which at least a share `least` is quotation speaks for whoever spoke around or before it."""
    inside = [q for q in claim.quotations if q.meets(claim.span)]
    covered = sum(min(q.end, claim.span.end) - max(q.start, claim.span.start) for q in inside)
    if not before or covered < least * (claim.span.end - claim.span.start):
        return None
    last = before[-1]
    goes_on = any(q.start < claim.span.start < q.end and q.meets(last.span) for q in inside)
    same = goes_on or (last.block == claim.block and least > 0.5)
    if same and last.speaker and last.quotations:
        return attrs.evolve(
            last.speaker, rule=f"the quotation goes on; speaker of the sentence before, {last.speaker.name}"
        )
    return None


def _only_outlet(setting: Setting) -> tuple[str, Span] | None:
    """The one outlet that the document cites, its own name aside."""
    return next(iter(setting.media.items())) if len(setting.media) == 1 else None


def _of_voice(voice: Voice, setting: Setting) -> Speaker:
    return Speaker(voice.name, voice.kind, voice.rule, setting.document.id, voice.span)


def _relay(claim: Claim, speaker: Speaker | None, setting: Setting) -> tuple[str, ...]:
    """Through whom the claim comes, outermost first: the document's outlet, then outlets cited in the claim."""
    text = setting.document.text
    chain = [outermost(setting.document)]
    for attribution in (a for a in claim.attributions if a.asserts and not a.carried):
        for span in (attribution.source, attribution.told, attribution.through):
            for name in claim.names:
                if span and span.meets(name.span) and name.kind == "media":
                    chain.append(outlet_name(name.span.of(text)))
        words = " ".join(named_by(attribution).of(text).split())
        if attribution.anonymous and not (speaker and speaker.span.meets(attribution.source)):
            chain.append(words)
        if _PAPER.match(words) and (only := _only_outlet(setting)):
            chain.append(only[0])
    seen = dict.fromkeys(chain)
    own = outlet_name(speaker.name.removeprefix("the ").removeprefix("The ")) if speaker else ""
    return tuple(name for name in seen if not (speaker and name in (speaker.name, own)))


def outlet_name(words: str) -> str:
    """The canonical name of the outlet called `words`, or the words themselves."""
    found = [e for e in load_gazetteer().match(words) if e.kind == "media"]
    return found[0].name if len(found) == 1 else " ".join(words.split())
