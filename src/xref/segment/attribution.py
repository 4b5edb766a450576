"""Who says what inside one sentence: source, cue, content (PARC 3.0), direct, indirect or mixed.

Four shapes, in the order of how sure they are: "according to X"; a quotation or clause, then the cue and the source
inverted ("..., said X"); the source before the cue with its content after ("X said that ...") or before ("..., X
said"); a label ("NYT: ..."). Without a source that can speak there is no attribution. Most reported speech carries no
quotation mark (two thirds in PolNeAR), so the indirect shapes matter most.
"""

from __future__ import annotations

import re

import attrs

from xref.model import Attribution, NameMention, Span
from xref.segment.cues import TELLING, Cue, find_cues, mask
from xref.segment.quotes import share_quoted
from xref.segment.sources import Source, classify, source_after, source_before, source_opening, span_of

_TOLD = re.compile(
    r"\s+(?:(?P<whom>(?:the|a|an|his|her|their|its|our)\s+(?:[\w'’-]+\s+){0,5}?[\w'’-]+|reporters|journalists|lawmakers|senators|allies|aides|him|her|them|us|me|you|"
    r"\*?[A-Z][\w.'’&-]*(?:\s+(?:of\s+the\s+|of\s+)?[A-Z][\w.'’&-]*){0,5}\*?))(?=\s+(?:that|on|in|during|at|by|last|earlier|he|she|they|it|the|a|an|this|there|his|her|its|their|no|not|to|via|as|was|is|after|before|[A-Z\"“])|[,.;:]|\s*$)",
)
_ADVERBIAL = re.compile(
    r"(?:[\s,]+(?:(?:on|late|early|in|at|by|during|last|earlier|later|this|after|before|for|of|to|via|through|from|with)\s+(?![^,.;:]*\b(?:that|is|are|was|were|has|have|had|will|would|can|could|may|might|must|should)\b)[^,.;:\"“]{1,60}?(?=,|\.|;|$)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|however|too|also|yesterday|today|again|later|earlier|himself|herself))*[\s,.;!?\")\]”]*$",
    re.I,
)
_CLAUSE = re.compile(
    r"\s*,?\s*(?:(?:on|in|at|last|late|early|earlier|this)\s+[^,;:\"“]{1,40}?\s+|(?:mon|tues|wednes|thurs|fri|satur|sun)day\s+|[a-z]+\s+[0-9]{1,2}\s+|(?:in\s+an?\s+\w+\s+\w*\s*))*(?:,?\s?[^,\"¤]{3,120},\s)?(?:\w+\s+){0,2}?(?P<that>that\b|whether\b|how\b|why\b|what\b)?",
    re.I,
)
_SUBJECT = re.compile(
    r"^\s*(?:the|a|an|this|that|these|those|it|he|she|they|we|you|i|there|his|her|its|their|our|your|my|some|any|no|all|both|such|each|every|most|many|more|several|neither|either|one|two|only|if|when|while|although|because|as|given|under|what|whatever|[A-Z][\w.'’-]*|[0-9][\w.,%-]*|[a-z]+s\b|[\"“])",
)
_LABEL = re.compile(r"^([A-Z][\w.&'’ -]{1,40}?):\s+(?=[\"“A-Z])")
MAX_CUES = 16
"""cues looked at in one sentence: no sentence reports more, and a text made of cue words must not cost minutes"""
_QUOTED_AS = re.compile(r"\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))\s+(.{2,80}?)\s+as\s*$")
_CARRIED = re.compile(
    r"(?:carried|published|reported|quoted|aired|obtained|posted|broadcast|cited|released)\s+by\s+(?:the\s+)?|\bin\s+an?\s+(?:[\w,.]+\s+){0,5}?(?=[A-Z*])",
    re.I,
)


def find_attributions(
    text: str, span: Span, quotations: list[Span], names: list[NameMention]
) -> tuple[Attribution, ...]:
    """The attributions of the sentence at `span`, in text order; `quotations` may reach over its edges."""
    base = span.start
    sentence = span.of(text)
    inside = [Span(max(q.start, span.start), min(q.end, span.end)) for q in quotations if q.meets(span)]
    masked = mask(sentence, [(q.start - base, q.end - base) for q in inside if q.end - q.start >= 2])
    found: list[Attribution] = []
    for cue in find_cues(masked)[:MAX_CUES]:
        attribution = _by_cue(masked, cue, span, inside, names)
        if attribution and not any(attribution.cue.meets(a.cue) or attribution.source == a.source for a in found):
            found.append(attribution)
    found = [_cut_back(attribution, found, masked, base) for attribution in found]
    label = _by_label(masked, span, inside, names)
    if label:
        found.insert(0, label)
    return tuple(found)


def _cut_back(attribution: Attribution, found: list[Attribution], masked: str, base: int) -> Attribution:
    """ "X said that A, Y said": what Y is the source of ends X's content, since it frames the whole sentence."""
    frames = [
        other.source.start
        for other in found
        if other.source.start > attribution.cue.end and any(c.holds(attribution.cue) for c in other.content)
    ]
    content = attribution.content
    if not frames or content[-1].end <= min(frames) or content[-1].start >= min(frames):
        return attribution
    end = min(frames)
    while end > content[-1].start and masked[end - base - 1] in " ,;\t\r\n":
        end -= 1
    if end <= content[-1].start:
        return attribution
    return attrs.evolve(attribution, content=(*content[:-1], Span(content[-1].start, end)))


def _by_cue(masked: str, cue: Cue, span: Span, inside: list[Span], names: list[NameMention]) -> Attribution | None:
    if cue.group == "according":
        source = source_after(masked, cue.end, names, span.start)
        return _build(masked, cue, source, _around(masked, cue, source), span, inside) if source else None
    quoted_before = bool(re.search(r"[\"”]\s*[,—–-]?\s*$", masked[: cue.start]))
    comma_before = bool(re.search(r"[,?!\"”]\s*$", masked[: cue.start]))
    after = source_after(masked, cue.end, names, span.start) if comma_before and cue.group != "passive" else None
    if after and (
        quoted_before or (after.kind != "pronoun" and _ADVERBIAL.fullmatch(_apposition_off(masked, after.end)))
    ):
        return _build(masked, cue, after, [(0, cue.start)], span, inside)
    if match := _QUOTED_AS.search(masked, 0, cue.start):
        quoted = classify(masked, match.start(1), match.end(1), names, span.start)
        return (
            _build(masked, cue, quoted, _content(masked, cue, quoted) or [(0, match.start())], span, inside)
            if quoted
            else None
        )
    beside = bool(re.search(r"[\"]\s*$", re.sub(r"[^\"]{1,60}$", "", masked[: cue.start])))
    # beside a quotation or before "that" anybody may speak: nothing but a speaker says something
    beside = beside or (cue.group == "plain" and bool(re.match(r"\s+(?:on\s+\w+\s+)?that\s", masked[cue.end :])))
    before = None if cue.participle else source_before(masked, cue.start, names, span.start, beside)
    if before is None and (cue.participle or re.search(r"\b(?:and|but|or|then)\s*$", masked[: cue.start])):
        before = _subject(masked, cue, names, span.start)
    if before is None:
        return None
    content = _content(masked, cue, before)
    return _build(masked, cue, before, content, span, inside) if content else None


def _apposition_off(masked: str, end: int) -> str:
    """What follows an inverted source, without an apposition or relative clause between commas."""
    rest = masked[end:]
    return re.sub(r"^,\s[^,.;:\"“]{3,120}(?=,|\.|$)", "", rest)


def _subject(masked: str, cue: Cue, names: list[NameMention], base: int) -> Source | None:
    """The subject of the sentence, for "..., saying that": its first name or source before the participle."""
    pronoun = re.match(r"\s*(?:but\s+|and\s+|yet\s+|while\s+)?(he|she|they|we|i)\b", masked, re.I)
    if pronoun and pronoun.end() <= cue.start:
        return Source(pronoun.start(1), pronoun.end(1), "pronoun")
    first = next(
        (n for n in names if n.kind in ("person", "org", "media") and 0 <= n.span.start - base < cue.start), None
    )
    opening = source_opening(masked, cue.start, names, base)
    if first is None or (opening and opening.start < first.span.start - base):
        return opening
    start, end = first.span.start - base, first.span.end - base
    if masked[end : end + 2] in ("'s", "’s"):
        return source_before(masked, cue.start, names, base)
    return classify(masked, start, end, names, base)


def _content(masked: str, cue: Cue, source: Source) -> list[tuple[int, int]]:
    """Where the content stands when the source comes before its cue; empty when the cue reports nothing."""
    rest = masked[cue.end :]
    at = cue.end
    if TELLING.search(cue.verb) or cue.group == "passive":
        told = _TOLD.match(rest)
        if told:
            at += told.end()
            rest = masked[at:]
    if (
        cue.group == "bound"
        and re.match(r"\s*to\s+\w+", rest)
        and re.match(r"(?:promis|pledg|vow|threaten|offer)", cue.verb)
    ):
        return [(at, len(masked))]
    ended = _ADVERBIAL.fullmatch(rest) or _trails(rest)
    before = masked[: source.start].rstrip()
    if ended and (len(before.split()) >= 3 or "¤" in before) and before.endswith((",", '"', "?", "!", "—", "–", "-")):
        return [(0, len(before))]
    if ended:
        return []
    if (
        re.match(r"\s*,", rest)
        and before.endswith(",")
        and len(before.split()) >= 1
        and cue.group in ("plain", "quoting", "bound")
    ):
        # "The agreement, Lawler wrote, would involve": the source interrupts its content
        return [(0, len(before)), (at, len(masked))]
    clause = _CLAUSE.match(rest)
    assert clause is not None
    start = at + clause.end()
    body = masked[start:]
    if '"' in rest[: clause.end() + 25]:
        return [(at, len(masked))]
    if clause["that"] and not (clause["that"].lower() == "what" and cue.verb.startswith("sa")):
        return [(start, len(masked))]
    if cue.verb.startswith("comment") and (about := re.match(r"\s+(?:on|about)\s+", rest)):
        return [(at + about.end(), len(masked))]
    if (
        cue.group in ("plain", "passive")
        and _SUBJECT.match(masked[at:])
        and len(body.split()) >= 3
        and _clausal(masked[at:], cue.participle)
    ):
        return [(at, len(masked))]
    return []


def _trails(rest: str) -> bool:
    """Whether after the cue come only words of time or place and a clause that hangs on: ", ending a quarrel"."""
    head, comma, tail = rest.partition(", ")
    hanging = re.match(
        r"(?:\w{2,}ing|which|while|as|after|although|though|despite|amid|in\s+what|in\s+a\s+\w+)\b", tail
    )
    return bool(comma and hanging and _ADVERBIAL.fullmatch(head))


def _clausal(words: str, participle: bool) -> bool:
    """Whether the words open with a subject and a verb of its own, so that they can be what was said."""
    opening = " ".join(words.split()[:14])
    if re.search(
        r"\b(?:is|are|was|were|be|has|have|had|will|would|can|could|may|might|must|should|shall|do|does|did|cannot|"
        r"\w+n['’]t)\b|\b(?:it|he|she|that|there|they|we|you|i|what|who)['’](?:s|re|ll|ve|d|m)\b",
        opening,
        re.I,
    ):
        return True
    return not participle and bool(
        re.match(
            r"\s*(?:he|she|it|they|we|i|you)\s+\w+|\s*(?:(?:the|a|an|his|her|its|their|our|no|all|both|some|many|most)\s+)?(?:[\w'’-]+\s+){1,5}?(?:\w{3,}ed|went|came|made|took|gave|met|held|sent|won|lost|led|left|kept|want|need|hope|plan|remain\w*|seem\w*|believe\w*|agree\w*)\b",
            opening,
            re.I,
        )
    )


def _around(masked: str, cue: Cue, source: Source | None) -> list[tuple[int, int]]:
    """The content of "according to X": what stands before it, or after it when it opens the sentence."""
    before = masked[: cue.start].rstrip(" ,")
    if len(before.split()) >= 2:
        return [(0, len(before))]
    assert source is not None
    return [(source.end, len(masked))]


def _by_label(masked: str, span: Span, inside: list[Span], names: list[NameMention]) -> Attribution | None:
    """ "NYT: President Obama sent ...": a known outlet or person, a colon, a sentence."""
    match = _LABEL.match(masked)
    if not match:
        return None
    named = [
        n for n in names if n.kind in ("media", "person") and n.span == Span(span.start, span.start + match.end(1))
    ]
    if not named:
        return None
    source = Source(0, match.end(1), "person" if named[0].kind == "person" else "organisation")
    cue = Cue(match.end(1), match.end(1) + 1, ":", "plain", False)
    return _build(masked, cue, source, [(match.end(), len(masked))], span, inside)


def _build(
    masked: str, cue: Cue, source: Source, content: list[tuple[int, int]], span: Span, inside: list[Span]
) -> Attribution | None:
    base = span.start
    stretches = [t for t in (_trim(masked, a, b, cue, source) for a, b in content) if t]
    if not stretches:
        return None
    spans = tuple(Span(base + a, base + b) for a, b in stretches)
    quoted = sum(share_quoted(s, inside) * (s.end - s.start) for s in spans) / max(
        1, sum(s.end - s.start for s in spans)
    )
    told = None
    if TELLING.search(cue.verb) or (
        cue.group == "passive" and re.search(r"\bto(?:ld|\s+have\s+told)$|telling$", masked[cue.start : cue.end])
    ):
        match = _TOLD.match(masked, cue.end)
        if match and match["whom"]:
            told = Span(base + match.start("whom"), base + match.end("whom"))
    return Attribution(
        source=span_of(source, base),
        cue=Span(base + cue.start, base + cue.end),
        content=spans,
        # 0.9: the comma and the marks themselves stay outside a fully quoted content
        mode="direct" if quoted >= 0.9 else "indirect" if quoted == 0 else "mixed",
        anonymous=source.kind == "anonymous",
        told=told,
        through=_through(masked, base, source),
    )


def _trim(masked: str, start: int, end: int, cue: Cue, source: Source) -> tuple[int, int] | None:
    """A stretch without the source and cue at its edges, white space and commas."""
    lo, hi = sorted((min(cue.start, source.start), max(cue.end, source.end)))
    if start < hi and lo < end:
        if lo - start >= end - hi:
            end = lo
        else:
            start = hi
    while start < end and masked[start] in " ,;:\t\r\n":
        start += 1
    while end > start and masked[end - 1] in " ,;:\t\r\n":
        end -= 1
    return (start, end) if end > start else None


def _through(masked: str, base: int, source: Source) -> Span | None:
    """A relay named beside the source: "carried by ABC News", "in an October 1 Bloomberg report"."""
    for match in _CARRIED.finditer(masked):
        name = re.match(r"\*?((?:[A-Z][\w.&'’-]*)(?:\s+(?:of\s+)?[A-Z][\w.&'’-]*){0,4})", masked[match.end() :])
        if name and not (source.start <= match.end() < source.end):
            start = match.end() + name.start(1)
            return Span(base + start, base + start + len(name.group(1).rstrip(".")))
    return None
