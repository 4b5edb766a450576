"""The form of a page as xref writes it, so that a browser cannot show what `xref verify` does not read.

Two parsers of HTML agree on plain tags and differ on all else: comments, signs of mark-up in attributes, raw text. Our
templates write plain tags only, so anything else was put in by somebody. Style and script decide what is seen of a
quotation (one rule hides a "not"), so they must be those of this program.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from xref.errors import OutputError
from xref.report.environment import open_templates, script_of, style_of

_TAG = re.compile(
    r"<(?:!doctype html|/[a-z][a-z0-9]*|[a-z][a-z0-9]*(?:\s+[a-z][a-z0-9:-]*(?:=\"[^\"<>]*\")?)*\s*/?)>", re.IGNORECASE
)
_RAW = re.compile(r"<(script|style)\b([^<>]*)>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\s([a-z][a-z0-9:-]*)(?:=\"([^\"]*)\")?", re.IGNORECASE)
_ELEMENTS = frozenset(
    "script style link base object embed iframe frame frameset math xmp plaintext noembed noframes applet".split()
)
"""elements that act, fetch or hold raw text: ours were taken out before"""
_NAMES = re.compile(r"style|srcdoc|on[a-z]+", re.IGNORECASE)
_VALUES = re.compile(r"\s*(?:refresh$|javascript:|data:|vbscript:)", re.IGNORECASE)
_LINKED = '<link rel="stylesheet" href="report.css">'
_SHARED = ' src="report.js"'
_VERSION = re.compile(r'"xref": "([^"]*)"')


def fault_of_form(page: str) -> str:
    """What no page of ours has, in words with the place; empty when there is nothing. `page` may be packed cards."""
    rest = _TAG.sub(" ", plain := _RAW.sub(" ", page).replace(_LINKED, ""))
    odd = re.search(r"[<>]", rest)
    if odd:
        return f"the page has mark-up that no report has, at “{rest[odd.start() :][:60].strip()}”: it was changed"
    active = next((tag[0] for tag in _TAG.finditer(plain) if _acts(tag[0])), "")
    return f"the page has mark-up that no report has, “{active[1:60]}”: it was changed" if active else ""


def fault_of_looks(page: str, folder: Path, templates: Path | None = None) -> str:
    """How style or script of `page` differ from those of `templates` (else the shipped ones); empty when they do not.

    `folder` is where the page lies, since a report in a folder shares both.
    """
    environment = open_templates(templates)
    wanted = {"style": style_of(environment), "script": script_of(environment)}
    # a browser takes line ends in any form for one
    for name, text in _looks(page, folder):
        if "\n".join(text.splitlines()) != "\n".join(wanted[name].splitlines()):
            return f"its {name} is not the one that xref writes: what it shows of a quotation cannot be known"
    return ""


def version_of(page: str) -> str:
    """The version of xref that the page says it was made by; empty when it says none."""
    found = _VERSION.search(page)
    return found[1] if found else ""


def _acts(tag: str) -> bool:
    """Whether a browser does more with `tag` than to show what it holds."""
    if re.split(r"[\s/>]", tag[1:].lower(), maxsplit=1)[0] in _ELEMENTS:
        return True
    for name, value in _ATTRIBUTE.findall(tag):
        leads = name.lower() in ("href", "src", "http-equiv") and _VALUES.match(html.unescape(value))
        if leads or _NAMES.fullmatch(name):
            return True
    return False


def _looks(page: str, folder: Path) -> Iterator[tuple[str, str]]:
    if _LINKED in page:
        yield "style", _file(folder / "report.css")
    for name, attributes, text in _RAW.findall(page):
        if attributes == _SHARED and not text:
            yield "script", _file(folder / "report.js")
        elif not attributes.startswith(' type="application/json"'):
            yield name.lower(), text


def _file(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise OutputError(f"{path} cannot be read, which the page needs: write the report again") from fault
