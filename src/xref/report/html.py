"""A page as one self-contained file: autoescape on, undefined names are errors, style and script inlined by hash.

The only unescaped text is our own style sheet and script, which come from the templates folder, never from documents.
The policy names their hashes, so that a page whose script was altered runs nothing; it asks the network for nothing.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import jinja2
from markupsafe import Markup

from xref.report.packed import pack
from xref.report.page import Page

SCRIPTS = ("page", "register", "pack", "keep", "rule", "find", "hand", "keys", "start")
"""parts of the script in templates/script, in the order in which they are run"""
STYLES = ("report.css", "review.css")


def render_html(page: Page, templates: Path | None = None) -> str:
    """The HTML of `page`; `templates` is a folder whose files come before the shipped ones."""
    return "".join(stream_html(page, templates))


def stream_html(page: Page, templates: Path | None = None, server: Mapping[str, str] | None = None) -> Iterator[str]:
    """The same piece by piece, so that a large page never stands in memory as a whole.

    `server` is what a page that is served for review knows of its server, as <meta name="xref-KEY">: server, reviewer,
    readonly.
    """
    environment = _environment(templates)
    style = "\n".join(_source(environment, name) for name in STYLES)
    parts = "\n".join(_source(environment, f"script/{name}.js") for name in SCRIPTS)
    script = f'"use strict";\n(() => {{\n{parts}\n}})();'
    # the page asks the network for nothing, unless xref itself serves it for review
    reach = "connect-src 'self'; " if server else ""
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; img-src data:; "
        f"{reach}base-uri 'none'; form-action 'none'"
    )
    card = vars(environment.get_template("macros.html.j2").module)["card"]
    return environment.get_template("page.html.j2").generate(
        page=page,
        server=dict(server or {}),
        policy=policy,
        chunks=pack(page.rest, card) if page.packed else (),
        # our own files, not foreign text: the one place where nothing is escaped
        style=Markup(style),
        script=Markup(script),
    )


def _environment(templates: Path | None) -> jinja2.Environment:
    return jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        loader=jinja2.ChoiceLoader(_loaders(templates)),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
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
