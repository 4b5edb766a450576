"""Reads the plain-text cases beside this file: blocks between `----` lines; title, input, a lone dot, expected."""

from __future__ import annotations

import pathlib

CASES = pathlib.Path(__file__).parent / "cases"


def read_cases(name: str) -> list[tuple[str, str, str]]:
    """The cases of tests/cases/NAME.txt as (title, input, expected); raises ValueError on a block without a dot."""
    cases = []
    for block in (CASES / f"{name}.txt").read_text(encoding="utf-8").split("\n----\n"):
        title, _, rest = block.strip("\n").partition("\n")
        given, dot, expected = (rest + "\n").partition("\n.\n")
        if not dot:
            raise ValueError(f"{name}: no line with a lone dot in case {title!r}")
        cases.append((title, given, expected.rstrip("\n")))
    return cases
