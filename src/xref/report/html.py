"""A page as one self-contained file: autoescape on, undefined names are errors, style and script inlined by hash.

The only unescaped text is our own style sheet and script, which come from the templates folder, never from documents.
The policy names their hashes, so that a page whose script was altered runs nothing; it asks the network for nothing.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import jinja2
from markupsafe import Markup

from xref.report.page import Page


def render_html(page: Page, templates: Path | None = None) -> str:
    """The HTML of `page`; `templates` is a folder whose files come before the shipped ones."""
    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        loader=jinja2.ChoiceLoader(_loaders(templates)),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style = _source(environment, "report.css")
    script = _source(environment, "report.js")
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return environment.get_template("page.html.j2").render(
        page=page,
        policy=policy,
        # our own files, not foreign text: the one place where nothing is escaped
        style=Markup(style),
        script=Markup(script),
    )


def _loaders(templates: Path | None) -> list[jinja2.BaseLoader]:
    found: list[jinja2.BaseLoader] = []
    if templates:
        found.append(jinja2.FileSystemLoader(templates))
    try:
        found.append(jinja2.PackageLoader("xref", "templates"))
    except ValueError:
        # an editable install: the templates lie at the top of the checkout
        root = Path(__file__).parents[3]
        if (root / "pyproject.toml").is_file():
            found.append(jinja2.FileSystemLoader(root / "templates"))
    return found


def _source(environment: jinja2.Environment, name: str) -> str:
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
