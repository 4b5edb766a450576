"""`xref explain`: everything that is known about one id, with the place and the rule of each fact."""

from __future__ import annotations

import pathlib

import click

from xref.cli.lookup import Found, find_noun, find_theme
from xref.cli.options import find_result, finish, shared_options
from xref.model import Actor, Claim, Contradiction, CrossReference, Document, Hit, Match
from xref.show import show as visible


@click.command(
    epilog="Examples: xref explain m-0123456789; xref explain DOCUMENT:118; xref explain DOCUMENT:118 --theme NAME",
    short_help="Say why: all that is known about one id.",
)
@click.argument("name", metavar="ID")
@shared_options
@click.option("--theme", metavar="ID", help="Why this theme is, or is not, found in the claim.")
def explain(
    name: str, corpus: tuple[pathlib.Path, ...], codebook: pathlib.Path | None, form: str, theme: str | None
) -> int:
    """Print everything known about ID in CORPUS (folders or files; seeds when none is given).

    ID is that of a match (m-), contradiction (x-), hit (h-), claim (c-), document or actor, as the report and
    `xref show` print it, or DOCUMENT:CHARACTER for the claim at that place. With --theme: which facets of the theme
    the claim holds, how near it comes to the others, and what refuses it.
    """
    result = find_result(corpus, codebook)
    noun = find_noun(result, name)
    if theme is not None:
        if not isinstance(noun, Claim):
            raise click.UsageError(
                f"--theme asks about a claim, and {name} is none: give its id, or DOCUMENT:CHARACTER"
            )
        _print_answer(result, noun, theme, form)
        return finish(result)
    if form == "jsonl":
        from xref.jsonl import to_line

        for each in (noun, *_related(result, noun)):
            click.echo(to_line(each), nl=False)
    else:
        from xref.cli.account import account_for

        for line in account_for(result, noun):
            click.echo(visible(line))
    return finish(result)


def _print_answer(result: CrossReference, claim: Claim, name: str, form: str) -> None:
    """Why the theme called `name` is, or is not, found in `claim`."""
    from xref.cli.whynot import answer, answer_lines
    from xref.jsonl import to_row

    theme = find_theme(result, name)
    said = answer(result, claim, theme)
    if form == "jsonl":
        click.echo(to_row("answer", said), nl=False)
    else:
        for line in answer_lines(result, said, theme):
            click.echo(visible(line))


def _related(result: CrossReference, noun: Found) -> list[Found]:
    """The claims and hits that an account of `noun` speaks of, in the order of the result."""
    match noun:
        case Match():
            ids = {side for pair in noun.pairs for side in (pair.left, pair.right)}
        case Contradiction():
            ids = {noun.left.claim, noun.right.claim}
        case Hit():
            ids = {noun.claim, *(e.claim for e in noun.evidence)}
        case Actor():
            ids = {mention.claim for mention in noun.mentions}
        case Document():
            ids = {claim.id for claim in result.claims if claim.document == noun.id}
        case Claim():
            ids = {noun.id}
    related: list[Found] = [c for c in result.claims if c.id in ids and c is not noun]
    return related + [h for h in result.hits if h.claim in ids and h is not noun]
