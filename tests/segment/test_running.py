"""Quotations over several sentences, and words that a line announces: one source for all of them."""

from __future__ import annotations

import pathlib

from xref.model import Claim
from xref.pipeline import cross_reference

HEAD = "Harbour Times\n\nMinisters speak about the ferry\n\nMarch 26, 2012\n\nThe ferry was late again.\n\n"


def claims(folder: pathlib.Path, body: str) -> dict[str, Claim]:
    (folder / "one.txt").write_text(HEAD + body, encoding="utf-8")
    return {" ".join(claim.text.split()): claim for claim in cross_reference([folder]).claims}


def speaker(claim: Claim) -> str:
    return claim.speaker.name if claim.speaker else ""


def test_the_sentences_around_the_cue(tmp_path: pathlib.Path) -> None:
    """Sentences before and after the one with the cue share its source and cue, and say that they borrow them."""
    found = claims(tmp_path, "“We go at dawn. Nobody stays,” said Paul Reyes. “The sea is calm.”\n")
    cue = found["Nobody stays,” said Paul Reyes."].attributions[0].cue
    for text in ("“We go at dawn.", "“The sea is calm.”"):
        (only,) = found[text].attributions
        assert only.carried
        assert only.cue == cue
        assert speaker(found[text]) == "Paul Reyes"


def test_the_next_paragraph(tmp_path: pathlib.Path) -> None:
    """A paragraph that is all quotation goes on with the one before it, not with one further up."""
    body = "“We go at dawn,” said Paul Reyes.\n\n“The sea is calm.”\n\nThe ferry left.\n\n“Nobody paid.”\n"
    found = claims(tmp_path, body)
    assert found["“The sea is calm.”"].attributions[0].carried
    assert not found["“Nobody paid.”"].attributions


def test_announced_quotation(tmp_path: pathlib.Path) -> None:
    """A line that ends in a colon names the speaker of the quotation below it, though another one spoke before."""
    body = "“We go at dawn,” said Paul Reyes.\n\nHere is what the captain told the board:\n\n“I will not sail.”\n"
    assert speaker(claims(tmp_path, body)["“I will not sail.”"]) == "the captain"


def test_announced_paragraph(tmp_path: pathlib.Path) -> None:
    """Words set apart without quotation marks belong to whom the line above them names, to the paragraph's end."""
    body = (
        "The mayor of the town, Ann Lee, wrote to the ministry:\n\n"
        "The ferry is old and it is slow. We need a new one before the winter comes.\n\n"
        "The ministry did not answer for three weeks.\n"
    )
    found = claims(tmp_path, body)
    assert speaker(found["The ferry is old and it is slow."]) == "Ann Lee"
    assert speaker(found["We need a new one before the winter comes."]) == "Ann Lee"
    assert found["The ministry did not answer for three weeks."].speaker is None


def test_frame_behind_a_stop(tmp_path: pathlib.Path) -> None:
    """ "“Back!” Ann Lee wrote." may be two sentences to a splitter; the second still names who said the first."""
    body = "“More gulls than voters on this pier!” Senator Paul Reyes wrote. “Sad to watch.”\n"
    found = claims(tmp_path, body)
    quoted = next(claim for text, claim in found.items() if text.startswith("“More gulls"))
    assert speaker(quoted) == "Paul Reyes"
