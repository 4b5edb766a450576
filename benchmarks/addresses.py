"""Checks the date that xref reads for each file of a folder whose true dates are listed in a JSON Lines file.

    python benchmarks/addresses.py FOLDER            # FOLDER/meta.jsonl: {"file": "text/x.txt", "date": "1790-01-08"}

Prints how many files were read, how many dates are right, every wrong one, and every warning; exit 1 when a date is
wrong or a file was refused (two files of the same bytes are a warning that the data deserve).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from xref.read import read_corpus
from xref.segment import find_claims


def main() -> int:
    """Reads the command line, reads and segments the folder, compares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    true = {
        Path(row["file"]).name: row["date"]
        for row in map(json.loads, (folder / "meta.jsonl").read_text(encoding="utf-8").splitlines())
    }
    corpus = read_corpus([folder / "text"])
    dates = {d.path: d.published.value.iso if d.published else "undated" for d in corpus.documents}
    wrong = sorted(name for name in true if dates.get(name) != true[name])
    segmented = [find_claims(document) for document in corpus.documents]
    problems = [*corpus.problems, *(p for each in segmented for p in each.problems if p.level != "note")]
    print(f"{len(dates)} of {len(true)} files read, {len(true) - len(wrong)} dates right, "
          f"{sum(len(each.claims) for each in segmented)} claims, {len(problems)} warnings and refusals")  # fmt: skip
    for name in wrong:
        print(f"  wrong date: {name}: {dates.get(name, 'not read')}, true is {true[name]}")
    for problem in problems:
        print(f"  {problem.level}: {problem.where} {problem.place}: {problem.message}")
    return 1 if wrong or any(p.level == "refused" for p in problems) else 0


if __name__ == "__main__":
    raise SystemExit(main())
