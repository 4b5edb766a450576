"""Decisions outlive edits by one rule: equal words carry them in silence, any other words come back to a person."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from tests.rulings.decide import decide

from xref.model import CrossReference, Decision, Standing
from xref.pipeline import cross_reference
from xref.rulings import find_retired, stand

CORPUS = Path(__file__).parents[1] / "corpora" / "documents"
Edit = Callable[[str], str]


@pytest.fixture(scope="module")
def before() -> CrossReference:
    return cross_reference([CORPUS])


@pytest.fixture(scope="module")
def decisions(before: CrossReference) -> tuple[Decision, ...]:
    """Every hit that stands in a text file, so that the test can edit it."""
    paths = {d.id: d.path for d in before.documents}
    claims = {c.id: c.document for c in before.claims}
    return tuple(decide(before, hit) for hit in before.hits if paths[claims[hit.claim]].endswith((".txt", ".md")))


def edited(
    folder: Path, decisions: tuple[Decision, ...], edit: Edit, whole: Edit = lambda text: text
) -> CrossReference:
    """The corpus with each decided sentence, and each whole text, edited."""
    shutil.copytree(CORPUS, folder)
    for path in folder.iterdir():
        if path.suffix not in (".txt", ".md"):
            continue
        text = path.read_bytes().decode()
        for said in {side.exact for d in decisions for side in d.sides}:
            text = text.replace(said, edit(said))
        path.write_bytes(whole(text).encode())
    return cross_reference([folder])


def states(decisions: tuple[Decision, ...], result: CrossReference) -> dict[str, int]:
    """How many decisions stand how; none may be lost."""
    standings = stand(decisions, result)
    assert sum(len(s.decisions) for s in standings) == len({(d.id, d.by) for d in decisions})
    found: dict[str, int] = {}
    for standing in standings:
        found[standing.state] = found.get(standing.state, 0) + 1
    return found


def restyle(text: str) -> str:
    return text.replace("“", '"').replace("”", '"').replace("’", "'").replace(" – ", " - ")


def negate(said: str) -> str:
    words = said.split(" ")
    return " ".join([*words[:3], "not", *words[3:]])


def renumber(said: str) -> str:
    return re.sub(r"\d", "7", said) if re.search(r"[0-689]", said) else negate(said)


def misspell(said: str) -> str:
    word = max(re.findall(r"[a-z]+", said), key=len)
    return said.replace(word, word[:2] + word[3] + word[2] + word[4:] if word[2] != word[3] else word + "s", 1)


def reword(said: str) -> str:
    words = said.split(" ")
    return " ".join([*words[:2], "as everybody knew", *words[2:]])


@pytest.mark.parametrize(
    "whole",
    [
        lambda text: text,
        restyle,
        lambda text: text.replace("\n\n", "\n\nThe weather in the harbour was fair on that day.\n\n", 2),
        lambda text: text + "\n\nNothing more was said of it in the town.\n",
    ],
    ids=["nothing", "quotes and dashes restyled", "paragraphs inserted", "edit elsewhere"],
)
def test_equal_words_carry_in_silence(tmp_path: Path, decisions: tuple[Decision, ...], whole: Edit) -> None:
    """Whatever happens around a sentence, its decision holds and nobody is asked."""
    after = edited(tmp_path / "corpus", decisions, lambda said: said, whole)
    assert states(decisions, after) == {"carried": len(decisions)}


@pytest.mark.parametrize("edit", [negate, renumber, misspell, reword])
def test_other_words_are_never_silent(tmp_path: Path, decisions: tuple[Decision, ...], edit: Edit) -> None:
    """A changed number, an inserted "not", a slip mended: each decision comes back to a person, none is lost."""
    after = edited(tmp_path / "corpus", decisions, edit)
    found = states(decisions, after)
    assert "carried" not in found
    assert found["stale text"] >= 0.8 * len(decisions)


def test_deleted_sentences_are_orphans(tmp_path: Path, decisions: tuple[Decision, ...]) -> None:
    """What is gone hands its decision to nothing."""
    after = edited(tmp_path / "corpus", decisions, lambda said: "")
    assert "carried" not in states(decisions, after)


def test_lookalikes_never_inherit(tmp_path: Path, decisions: tuple[Decision, ...]) -> None:
    """A sentence is deleted and one with another number and a "not" is added at the end: nothing is silently kept."""
    added = "\n\n".join(negate(renumber(side.exact)) for d in decisions for side in d.sides)
    after = edited(tmp_path / "corpus", decisions, lambda said: "", lambda text: f"{text}\n\n{added}\n")
    assert "carried" not in states(decisions, after)


def test_words_then_and_now(tmp_path: Path, decisions: tuple[Decision, ...]) -> None:
    """A stale decision shows what it was made on and what stands there now."""
    after = edited(tmp_path / "corpus", decisions, negate)
    stale = [s for s in stand(decisions, after) if s.state == "stale text"]
    for standing in stale:
        assert standing.was == (standing.decisions[0].sides[0].exact,)
        assert standing.was != standing.now
        assert standing.ruling == ""


def test_renamed_file(tmp_path: Path, before: CrossReference, decisions: tuple[Decision, ...]) -> None:
    """The same text under another name is the same document; identical text in a second file is not asked."""
    folder = tmp_path / "corpus"
    shutil.copytree(CORPUS, folder)
    (folder / "catalog.toml").unlink(missing_ok=True)
    moved = next(d for d in before.documents if d.id == decisions[0].sides[0].doc)
    (folder / moved.path).rename(folder / f"renamed{Path(moved.path).suffix}")
    standings = stand([d for d in decisions if d.sides[0].doc == moved.id], cross_reference([folder]))
    assert {s.state for s in standings} == {"carried"}


def test_pairs(tmp_path: Path, before: CrossReference) -> None:
    """A card's decision holds while its two sentences do; a changed one brings it back, a lost document orphans it."""
    made = tuple(decide(before, match) for match in before.matches)
    assert {s.state for s in stand(made, before)} == {"carried"}
    none = attrs.evolve(before, matches=())
    assert {s.state for s in stand(made, none)} == {"orphan"}


def test_rule_and_band(before: CrossReference) -> None:
    """The same words under other phrases, or in another band, come back; what was not recorded is not asked for."""
    hit, match = decide(before, before.hits[0]), decide(before, before.matches[0])

    def state(decision: Decision, **seen: str) -> str:
        return stand([attrs.evolve(decision, seen=attrs.evolve(decision.seen, **seen))], before)[0].state

    assert state(hit, rule="0" * 12) == "stale rule"
    assert state(hit, rule="") == "carried"
    assert state(match, band="weak") == "stale rule"
    assert state(hit, rule="0" * 12, codebook=f"sha256:{before.codebook.digest}") == "carried"
    assert state(match, band="weak", codebook=f"sha256:{before.codebook.digest}") == "carried"
    assert state(match, band="", rule="") == "carried"


def test_alias_keeps_decisions(before: CrossReference) -> None:
    """A theme that names its earlier id keeps what was decided under it."""
    hit = before.hits[0]
    old = attrs.evolve(decide(before, hit), theme="earlier_name", id="h-of-then")
    assert stand([old], before)[0].state == "orphan"
    themes = tuple(
        attrs.evolve(t, aliases=("earlier_name",)) if t.id == hit.theme else t for t in before.codebook.themes
    )
    renamed = attrs.evolve(before, codebook=attrs.evolve(before.codebook, themes=themes))
    standing = stand([old], renamed)[0]
    assert (standing.state, standing.id, standing.theme) == ("carried", hit.id, hit.theme)


def of_two(before: CrossReference, first: str, second: str, consensus: str = "all") -> Standing:
    hit = before.hits[0]
    return stand([decide(before, hit, first, "ann"), decide(before, hit, second, "bob")], before, consensus)[0]


def test_reviewers_who_disagree(before: CrossReference) -> None:
    """Two reviewers who differ are a conflict unless the consensus asked for says otherwise."""
    assert of_two(before, "accepted", "accepted").state == "carried"
    assert of_two(before, "accepted", "dismissed").state == "conflict"
    assert of_two(before, "accepted", "dismissed", "any").ruling == "accepted"
    assert of_two(before, "unsure", "dismissed", "majority").state == "conflict"
    assert [d.by for d in of_two(before, "accepted", "dismissed").decisions] == ["ann", "bob"]


def test_newest_line_counts(before: CrossReference) -> None:
    """The newest line of a reviewer is what that reviewer says; a cleared one says nothing."""
    hit = before.hits[0]
    early = decide(before, hit, "accepted", at="2025-01-02T10:00:00Z")
    late = decide(before, hit, "dismissed", at="2025-01-03T10:00:00Z")
    assert stand([late, early], before)[0].ruling == "dismissed"
    cleared = decide(before, hit, "cleared", at="2025-01-04T10:00:00Z")
    assert stand([late, early, cleared], before) == ()
    note = attrs.evolve(cleared, ruling="", note="see the archive", at="2025-01-05T10:00:00Z")
    assert stand([late, early, note], before)[0].ruling == "dismissed"


def test_a_note_confirms_nothing(before: CrossReference) -> None:
    """A note on a decision that no longer holds, written on the words of today, leaves it as stale as it was."""
    match = before.matches[0]
    now = decide(before, match)
    stale = attrs.evolve(now, seen=attrs.evolve(now.seen, rule="other"))
    note = attrs.evolve(now, ruling="", note="see the archive", at="2025-01-05T10:00:00Z")
    (standing,) = stand([stale, note], before)
    assert (standing.state, standing.ruling) == ("stale rule", "")
    assert standing.decisions[0].note == "see the archive"


def test_a_dismissed_sentence_retires_its_cards(before: CrossReference) -> None:
    """Every card that uses the sentence as its best is retired, and only those."""
    match = next(m for m in before.matches if m.theme)
    hit = next(h for h in before.hits if h.theme == match.theme and h.claim == match.best.left)
    retired = find_retired(stand([decide(before, hit, "dismissed")], before), before)
    uses = {m.id for m in before.matches if m.theme == match.theme and hit.claim in (m.best.left, m.best.right)}
    assert set(retired) == uses


def test_a_card_whose_sentence_is_gone(before: CrossReference) -> None:
    """A card is known by its documents: while it is there, what was said of other words on it is never in force."""
    match = next(m for m in before.matches if m.theme)
    said = decide(before, match, "dismissed")
    gone = attrs.evolve(said.sides[0], exact="Zebras grazed quietly upon seventeen violet hills.", text="0" * 16)
    standing = stand([attrs.evolve(said, sides=(gone, said.sides[1]))], before)[0]
    assert (standing.id, standing.state, standing.ruling) == (match.id, "stale text", "")
    assert standing.now


def test_two_sentences_do_not_become_one(before: CrossReference) -> None:
    """Of two decided sentences that are like one new sentence, the liker is proposed and the other is an orphan."""
    hit = max(before.hits, key=lambda h: len(next(c.text for c in before.claims if c.id == h.claim)))
    said = decide(before, hit)

    def on(words: str, name: str, at: str) -> Decision:
        side = attrs.evolve(said.sides[0], exact=words, text="0" * 16)
        return attrs.evolve(said, id=name, sides=(side,), at=at)

    near = on(said.sides[0].exact + " Yes.", "h-near", "2025-01-01T10:00:00Z")
    far = on(said.sides[0].exact + " Indeed not so.", "h-far", "2025-01-02T10:00:00Z")
    found = {standing.id: standing.state for standing in stand([near, far], before)}
    assert found == {hit.id: "stale text", "h-far": "orphan"}
    beside = decide(before, hit, at="2025-01-01T10:00:00Z")
    found = {standing.id: standing.state for standing in stand([near, far, beside], before)}
    assert found == {hit.id: "carried", "h-near": "orphan", "h-far": "orphan"}


def test_an_answer_takes_the_place_of_what_was_asked(before: CrossReference) -> None:
    """Who looks at a stale decision and rules again leaves no orphan behind, and another reviewer's is still asked."""
    hit = max(before.hits, key=lambda h: len(next(c.text for c in before.claims if c.id == h.claim)))
    said = decide(before, hit)
    side = attrs.evolve(said.sides[0], exact=said.sides[0].exact + " Yes.", text="0" * 16)
    old = attrs.evolve(said, id="h-old", sides=(side,))
    bob = attrs.evolve(old, by="bob")
    answer = decide(before, hit, "dismissed", at="2025-01-03T10:00:00Z")
    standings = stand([old, answer], before)
    assert [(s.id, s.state, s.ruling) for s in standings] == [(hit.id, "carried", "dismissed")]
    standings = stand([old, bob, answer], before)
    assert [(s.id, s.state, s.ruling) for s in standings] == [(hit.id, "carried", "dismissed")]
    assert "bob" in standings[0].why
