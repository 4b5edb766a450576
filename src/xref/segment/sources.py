"""The words that name a source: where they begin and end beside a cue, and what kind of source they are.

A source is a noun phrase; without a parser its left edge is the last clause boundary before the cue and its right edge
the first mark, preposition or subordinator after it. What names no speaker (an "exchange", a "move") is refused: a
missing source is better than an invented one.
"""

from __future__ import annotations

import re

import attrs

from xref.model import NameMention, Span

PRONOUNS = frozenset("he she they it we i you who".split())
ANONYMOUS = re.compile(
    r"\b(?:officials?|sources?|diplomats?|aides?|advis[eo]rs?|persons?|people|insiders?|spokes(?:man|woman|person|people|men)|"
    r"analysts?|experts?|observers?|critics?|lawmakers?|negotiators?|delegates?|envoys?|staffers?|executives?|participants?|"
    r"witnesses|colleagues?|attendees?|scholars?|researchers?|politicians?|lobbyists?|investigators?|prosecutors?|"
    r"commanders?|officers?|soldiers?|residents?|voters?|others|some|many|one|member|members|figure|figures|leaders?)\b",
    re.I,
)
UNNAMED = re.compile(
    r"\b(?:officials?|sources?|diplomats?|aides?|persons?|people|insiders?|spokes(?:man|woman|person)|staffers?|executives?"
    r"|participants?|negotiators?|attendees?|advis[eo]rs?|officers?|analysts?|experts?|lawmakers?|envoys?)\b",
    re.I,
)
BODIES = re.compile(
    r"\b(?:news(?:paper)?|paper|daily|weekly|magazine|agency|broadcaster|network|television|tv|radio|channel|report|reports|article|transcript|statement|"
    r"letter|memo|document|communiqu[eé]|study|poll|survey|ministry|department|government|administration|office|committee|inspectorate|delegations?|watchdog|regulator|"
    r"commission|council|court|company|firm|group|organi[sz]ation|alliance|bloc|union|party|embassy|bank|institute|"
    r"university|press|service|kremlin|white\s+house|pentagon|foundation|association|parliament|congress|senate|house|"
    r"agencies|media|website|site|blog|board|panel|team|army|military|police|navy|force|forces|prosecution|defen[cs]e|"
    r"camp|campaign|side|delegation|mission|authority|authorities|secretariat|treaty|resolution|bill|law|note|cable|email)\b",
    re.I,
)
ROLES = re.compile(
    r"\b(?:president|minister|premier|chancellor|leader|secretary|ambassador|envoy|chief|head|chairman|chairwoman|chair|"
    r"senator|congressman|congresswoman|representative|governor|general|admiral|colonel|king|queen|prince|pope|director|"
    r"spokes(?:man|woman|person)|official|adviser|advisor|deputy|lawmaker|author|writer|professor|analyst|mayor|judge|"
    r"commander|negotiator|diplomat|dictator|candidate|nominee|majority\s+leader)\b",
    re.I,
)
_BOUNDARY = re.compile(
    r"[;:—–\"“”(]|\s-\s|,(?=\s)|\b(?:but|while|as|because|that|when|after|before|although|though|if|which|whether|since|where|so|until|unless|than|however|yet|and|or)\b(?=\s)",
    re.I,
)
_TIME_TAIL = re.compile(
    r"(?:[\s,]+(?:(?:on|in|at|by|late|early|earlier|later|last|this|since)\s+)*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+(?:morning|afternoon|evening|night))?|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+[0-9]{1,2}(?:,\s+[0-9]{4})?|(?:week|month|year)|yesterday|today|"
    r"[0-9]{1,2}\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)|[0-9]{4})|"
    r"[\s,]+(?:however|also|then|later|now|too|instead|meanwhile|earlier|nonetheless|in\s+(?:a|an|the)\s+(?:statement|interview|report|speech|letter|memo|briefing|tweet|post|telephone\s+\w+)(?:\s+\w+){0,3}))+\s*,?\s*$",
    re.I,
)
_RIGHT_END = re.compile(
    r"[.;:!?\"“”(]|,|\s[-–—]|\b(?:on|in|at|during|after|before|when|while|as|who|whose|which|that|because|if|but|and\s+(?:said|added)|to|about|of\s+(?:his|her|their|its)|last|this|earlier|late|yesterday|today|by|from|over|under|through|without|following|told|carried|published|posted|obtained|released|seen|reviewed|provided|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.I,
)
_LEADING = re.compile(
    r"^(?:(?:then|now|yet|still|indeed|notably|meanwhile|also|but|and|so|even|only|later|instead|moreover|furthermore|earlier|(?:first|second)(?=,)|finally|for\s+example|in\s+(?:fact|addition|turn)|(?:late|early)?\s*(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b,?\s+)+",
    re.I,
)
_RELATIVE = re.compile(
    r"(?:who|whose|which|where|speaking|citing|referring|asked|quoting|writing|describing|echoing)\b|\w+ing\s|"
    r"\w+(?:ed|wn|en)\s+(?:by|to|in|on|at|from|with|under|for)\b|(?:sent|made|held|set|told|built|led)\s+(?:by|to|in|on|at|from)\b",
    re.I,
)
_ROLE_HEAD = re.compile(r"(?:a|an|the|his|her|its|their|now|then|then-\w+|head|director|chief|chairman|author)\b", re.I)
_SHARED = re.compile(r"(?:,\s*)?\b(?:and|but|or|then)$", re.I)


@attrs.frozen
class Source:
    """A source as written."""

    start: int
    """first character, in the sentence"""
    end: int
    """one past the last"""
    kind: str
    """"pronoun", "person", "anonymous" or "organisation" """


def source_before(
    masked: str, cue_start: int, names: list[NameMention], base: int, quoted: bool = False
) -> Source | None:
    """The source that ends where the cue begins; `base` is the sentence's place in the document.

    `quoted` says that a quotation stands beside it, so that anybody may be the source.
    """
    left = masked[:cue_start].rstrip()
    end = len(left)
    if tail := _TIME_TAIL.search(left):
        end = tail.start()
    left = left[:end].rstrip()
    if left.endswith(")") and "(" in left:
        left = left[: left.rindex("(")].rstrip()
    apposed = left.endswith(",")
    left = left.rstrip(" ,")
    if _SHARED.search(left):
        # "He added that ... and said ...": the verb shares the subject of the one before
        return None
    pieces = _pieces(left)
    if not pieces:
        return None
    if apposed and len(pieces) >= 2:
        inner = masked[pieces[-1][0] : pieces[-1][1]].strip()
        # "The letter, carried by X, said": what hangs on a participle or relative is not the source
        if _RELATIVE.match(inner):
            return classify(masked, *pieces[-2], names, base)
        # "X, the Y of Z, said": the piece with a person's name is the source; without one, the outer piece
        for number, (start, stop) in enumerate(reversed(pieces[-3:])):
            if _person_in(names, base + start, base + stop) and not (number and _verbal(masked[start:stop])):
                return classify(masked, start, stop, names, base)
        start, stop = pieces[-2] if _ROLE_HEAD.match(inner) else pieces[-1]
        return classify(masked, start, stop, names, base)
    start, stop = pieces[-1]
    # "Washington and NATO argue": two names with "and" between them are one source
    if (
        len(pieces) >= 2
        and re.fullmatch(r"\s*and\s*", masked[pieces[-2][1] : start])
        and len(masked[pieces[-2][0] : pieces[-2][1]].split()) <= 4
        and not re.search(r"\b[a-z]{2,}(?:ed|s)\b", masked[pieces[-2][0] : pieces[-2][1]])
    ):
        start = pieces[-2][0]
    source = classify(masked, start, stop, names, base)
    return source or (somebody(masked, start, stop) if quoted else None)


def _verbal(words: str) -> bool:
    return bool(re.search(r"\b(?:is|are|was|were|has|have|had|will|would)\b", words))


def _pieces(left: str) -> list[tuple[int, int]]:
    """The stretches of `left` between clause boundaries, trimmed, without adverbs that lead in."""
    cuts = [m.span() for m in _BOUNDARY.finditer(left)]
    edges = [0, *(cut[1] for cut in cuts)]
    stops = [*(cut[0] for cut in cuts), len(left)]
    found = []
    for start, stop in zip(edges, stops, strict=True):
        piece = left[start:stop]
        lead = _LEADING.match(piece.lstrip())
        inner = start + (len(piece) - len(piece.lstrip())) + (lead.end() if lead else 0)
        end = start + len(piece.rstrip())
        if inner < end:
            found.append((inner, end))
    return found


def source_after(masked: str, cue_end: int, names: list[NameMention], base: int) -> Source | None:
    """The source that follows an inverted cue: "..., said Ben Rhodes, the deputy adviser"."""
    right = masked[cue_end:]
    lead = len(right) - len(right.lstrip())
    start = cue_end + lead
    # a name inside the phrase may hold a full stop or a preposition ("Dmitri A. Medvedev", "Secretary of State X")
    edge = len(masked)
    for match in _RIGHT_END.finditer(masked, start):
        inside = any(n.span.start - base <= match.start() < n.span.end - base for n in names)
        if not inside:
            edge = match.start()
            break
    while edge > start and masked[edge - 1].isspace():
        edge -= 1
    source = classify(masked, start, edge, names, base) if edge > start else None
    if source and source.kind != "person" and masked[edge : edge + 1] == ",":
        # "said the deputy adviser, Ben Rhodes": the name follows in apposition
        after = re.match(r",\s+", masked[edge:])
        assert after is not None
        follow = edge + after.end()
        named = next(
            (
                n
                for n in names
                if n.kind == "person" and n.span.start - base <= follow + 30 and n.span.start - base >= follow
            ),
            None,
        )
        if named and not re.search(r"[,.;]", masked[follow : named.span.start - base]):
            return Source(start, named.span.end - base, "person")
    return source


def _person_in(names: list[NameMention], start: int, end: int) -> NameMention | None:
    inside = [n for n in names if n.kind == "person" and n.span.start >= start and n.span.end <= end]
    return inside[-1] if inside else None


_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did)\b", re.I
)
_SOMEBODY = re.compile(
    r"(?:the|a|an|his|her|my|our|their|one|another|several|some|many|two|three)\s+(?:[\w'’-]+\s+){0,3}[a-z'’-]+$", re.I
)
_OPENING = re.compile(
    rf"\s*((?:the|a|an)\s+(?:[\w'’-]+\s+){{0,4}}?(?:{ROLES.pattern[2:-2]}|{BODIES.pattern[2:-2]}|{UNNAMED.pattern[2:-2]}))(?=\s)",
    re.I,
)


def source_opening(masked: str, limit: int, names: list[NameMention], base: int) -> Source | None:
    """The role or body that a sentence opens with ("The governor praised ... and said"), before `limit`."""
    match = _OPENING.match(masked)
    return classify(masked, match.start(1), match.end(1), names, base) if match and match.end() <= limit else None


def somebody(masked: str, start: int, end: int) -> Source | None:
    """Beside a quotation anybody may speak ("the boy told his father"): an unnamed source of a few words."""
    words = masked[start:end]
    return Source(start, end, "anonymous") if _SOMEBODY.fullmatch(words) and not _FINITE.search(words) else None


def classify(masked: str, start: int, end: int, names: list[NameMention], base: int) -> Source | None:
    """What kind of source the words are, or None when they name no speaker."""
    words = masked[start:end]
    bare = words.strip(" ,'\"*_").lower()
    # fifteen words: a longer phrase is a clause whose boundary was missed
    if not bare or len(bare.split()) > 15 or "¤" in bare:
        return None
    if bare in PRONOUNS:
        return Source(start, end, "pronoun") if bare != "who" else None
    if _FINITE.search(bare) or bare.split()[0] in PRONOUNS:
        # a clause, not a name: "he expects the treaty"
        return None
    person = _person_in(names, base + start, base + end)
    if person and masked[person.span.end - base : person.span.end - base + 2] not in ("'s", "’s"):
        return Source(start, end, "person")
    if UNNAMED.search(bare):
        return Source(start, end, "anonymous")
    known = [n for n in names if n.kind != "person" and base + start <= n.span.start and n.span.end <= base + end]
    if known or BODIES.search(bare) or ROLES.search(bare):
        return Source(start, end, "organisation")
    if ANONYMOUS.search(bare):
        return Source(start, end, "anonymous")
    capitals = [w for w in words.split() if w[:1].isupper()]
    if capitals and len(capitals) >= len(words.split()) / 2 and not re.search(r"^(?:the|this|that|it)$", bare):
        return Source(start, end, "organisation")
    return None


def span_of(source: Source, base: int) -> Span:
    """The source's place in the document."""
    return Span(base + source.start, base + source.end)
