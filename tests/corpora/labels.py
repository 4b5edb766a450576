"""Builds documents/ and gold.json from the annotated texts in labels/.

An annotated text is the document itself with a label before each part, so that a person can check both at once:

    F kind [optional] :: furniture
    C key=value; ... :: claim        keys: speaker, accept, anon, q, themes, opt, near, actors, dates, optional
    L speaker label of a transcript

A line that begins with + goes on in the same line of the document; an empty line is an empty line; \\n is a line end.
"""

from __future__ import annotations

import hashlib
import json
import pathlib
import re
from typing import Any

HERE = pathlib.Path(__file__).parent
ACTORS = {
    "ivanov": ("Sergei Ivanov", []), "bush": ("George W. Bush", ["Bush"]), "putin": ("Vladimir Putin", ["Putin"]),
    "hadley": ("Stephen Hadley", ["Hadley"]), "rouhani": ("Hassan Rouhani", ["Rouhani"]),
    "kerry": ("John Kerry", ["Kerry"]), "grossi": ("Rafael Grossi", ["Grossi"]),
    "ryabkov": ("Sergei Ryabkov", ["Sergey Ryabkov", "Ryabkov"]), "reagan": ("Ronald Reagan", ["Reagan"]),
    "gorbachev": ("Mikhail Gorbachev", ["Gorbachev"]), "shultz": ("George Shultz", ["George P. Shultz", "Shultz"]),
    "ames": ("Paul Ames", ["Ames"]), "medvedev": ("Dmitry Medvedev", ["Medvedev"]), "trump": ("Donald Trump", ["Trump"]),
    "billingslea": ("Marshall Billingslea", ["Billingslea"]),
}  # fmt: skip
# theme, grade, first words of the two claims: what a reader of the folder would lay side by side
PAIRS = [
    ("back_channel", 3, "Aides to President Reagan", "American and Iranian envoys"),
    ("back_channel", 3, "Aides to President Reagan", "In 2013 a White House aide"),
    ("shield_assurance", 3, "The Russian Federation stated", "Yesterday twenty-eight nations"),
    ("shield_assurance", 3, "The Soviet side has insisted", "Yesterday twenty-eight nations"),
    ("senate_consent", 3, "A political understanding does not need", "What is agreed in the dark"),
    ("election_clock", 3, "No, the calendar of the campaign", "Marshall Billingslea, then"),
    ("election_clock", 3, "Secretary of State John Kerry", "Marshall Billingslea, then"),
    ("sanctions_trade", 3, "We cannot accept, however", "European ministers will decide"),
    ("verification", 2, "My Government has never refused", "President Hassan Rouhani said"),
    ("verification", 2, "What sets the pace", "But trust needs windows"),
    ("back_channel", 2, "The idea was first floated", "American and Iranian envoys"),
    ("shield_assurance", 2, "MOSCOW, June 8", "In 2011, Deputy Foreign Minister"),
    ("senate_consent", 2, "Senator Paul Ames", "Republican senators have demanded"),
    ("sanctions_trade", 2, "The meetings paved the way", "European ministers will decide"),
    ("election_clock", 2, "Is the White House slowing", "Under President Trump"),
]  # fmt: skip
FALSE_FRIENDS = [
    ("back_channel", "President George W. Bush and President", "American and Iranian envoys", "an announced summit"),
    ("back_channel", '"We\nhave an embassy', "In 2013 a White House aide", "an embassy is the public channel"),
]


def main() -> None:
    """Writes the documents and gold.json."""
    out = HERE / "documents"
    out.mkdir(exist_ok=True)
    documents = [build(path, out) for path in sorted((HERE / "labels").glob("*.lab"))]
    claims = {c["id"]: (d["path"], c) for d in documents for c in d["claims"]}
    texts = {d["path"]: (out / d["path"]).read_bytes().decode() for d in documents}

    def find(words: str) -> dict[str, Any]:
        hits = [(p, c) for p, c in claims.values() if texts[p][c["start"] : c["end"]].lstrip("- 0123456789.").startswith(words)]
        assert len(hits) == 1, (words, len(hits))
        path, claim = hits[0]
        return {"path": path, "claim": claim["id"], "start": claim["start"], "end": claim["end"]}

    gold = {
        "format": "xref-gold/1",
        "corpus": "ten documents of our own",
        "conventions": ["a claim is one sentence with its attribution; all else is furniture"],
        "actors": {k: {"name": n, "kind": "person", "variants": v} for k, (n, v) in ACTORS.items()},
        "themes": [theme(name, claims) for name in theme_ids(documents)],
        "documents": documents,
        "pairs": [
            {"rank": n, "theme": t, "grade": g, "a": find(a), "b": find(b), "reason": ""}
            for n, (t, g, a, b) in enumerate(PAIRS, 1)
        ],
        "false_friends": [{"theme": t, "a": find(a), "b": find(b), "why": w} for t, a, b, w in FALSE_FRIENDS],
        "contradictions": [],
    }
    (HERE / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def theme_ids(documents: list[dict[str, Any]]) -> list[str]:
    """The themes that any claim carries."""
    return sorted({t for d in documents for c in d["claims"] for t in c["themes"]})


def theme(name: str, claims: dict[str, tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    """A theme's part of the gold."""
    near = [
        {"path": p, "claim": i, "start": c["start"], "end": c["end"], "why": "looks like it and is not"}
        for i, (p, c) in claims.items()
        if name in c["near"]
    ]
    return {"id": name, "label": name, "user_named": name in ("back_channel", "election_clock", "senate_consent"), "near_misses": near}


def build(path: pathlib.Path, out: pathlib.Path) -> dict[str, Any]:
    """One document: its text is written, its labels are returned."""
    head: dict[str, str] = {}
    text = ""
    furniture: list[dict[str, Any]] = []
    claims: list[dict[str, Any]] = []
    for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        if line.startswith("@"):
            key, _, value = line[1:].partition(" ")
            head[key] = value
            continue
        if not line.strip():
            text += "\n" if text.endswith("\n") else "\n\n"
            continue
        mark, label, said = parse(line)
        if text and not text.endswith("\n"):
            text += " " if line.startswith("+") else "\n"
        start = len(text)
        text += said
        if mark == "C":
            claims.append(claim(label, said, start, f"{path.stem[:3]}.{len(claims) + 1:02d}"))
        else:
            furniture.append(
                {"kind": label.split()[0] if label else "label", "start": start, "end": len(text), "head": said[:40],
                 "optional": "optional" in label or mark == "L", "inside_claim": False}
            )  # fmt: skip
    data = text.encode()
    (out / head["path"]).write_bytes(data)
    us, ru = ([part.strip() for part in head[k].split("|")] for k in ("us", "ru"))
    return {
        "path": head["path"], "format": head["path"].rsplit(".", 1)[1], "offset_basis": "raw",
        "sha256": hashlib.sha256(data).hexdigest(), "chars": len(text), "title": head["title"],
        "title_accept": [head["title_accept"]] if "title_accept" in head else [], "title_optional": "title_optional" in head,
        "outlet": head["outlet"], "venue": "", "author": None, "date": head["date"], "date_how": head["how"], "date_traps": [],
        "administration": {"us": {"id": us[0], "president": us[1], "term": int(us[2])},
                           "ru": {"id": ru[0], "president": ru[1], "term": int(ru[2])}},
        "furniture": furniture, "claims": claims, "alt_segmentation": [],
    }  # fmt: skip


def parse(line: str) -> tuple[str, str, str]:
    """Kind of line, its label, the words."""
    line = line.removeprefix("+")
    if line.startswith("L "):
        return "L", "speaker_label optional", line[2:].strip()
    label, _, said = line.partition(" :: ")
    return label[0], label[2:], said.rstrip().replace("\\n", "\n")


def claim(label: str, said: str, start: int, name: str) -> dict[str, Any]:
    """A claim's part of the gold."""
    keys = dict(part.strip().split("=", 1) for part in label.split(";") if "=" in part)
    speaker = keys.get("speaker", "none")
    accept = [None if a == "none" else a for a in keys.get("accept", speaker).split(",")]
    kind = "outlet" if speaker == "none" else "anonymous" if keys.get("anon") == "1" else "organisation"
    dates = []
    for item in filter(None, keys.get("dates", "").split("+")):
        words, _, values = item.partition(">")
        iso, *others = values.split("|")
        at = said.lower().index(words.lower())
        dates.append({"text": words, "start": start + at, "end": start + at + len(words), "iso": iso, "how": "",
                      "accept": others, "approx": None})  # fmt: skip

    def words(key: str) -> list[str]:
        return [w for w in re.split(r",\s*", keys.get(key, "")) if w]

    return {
        "id": name, "start": start, "end": start + len(said), "sha1": hashlib.sha1(said.encode()).hexdigest(),
        "kind": "statement", "optional": keys.get("optional") == "1",
        "speaker": {"name": speaker, "kind": kind, "anonymous": kind == "anonymous", "accept": accept},
        "chain": [], "is_quote": "partial" if keys.get("q") else "none", "stance": [], "dates": dates,
        "actors": words("actors"), "actors_optional": [], "themes": words("themes"), "themes_optional": words("opt"),
        "near": words("near"), "note": None,
    }  # fmt: skip


if __name__ == "__main__":
    main()
