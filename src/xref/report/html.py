"""A page as one self-contained file, style and script inlined.

The policy names their hashes, so that a page whose script was altered runs nothing; it asks the network for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from markupsafe import Markup

from xref.report.environment import digest, open_templates, script_of, style_of
from xref.report.packed import pack, pack_texts
from xref.report.page import Page


def render_html(page: Page, templates: Path | None = None) -> str:
    """The HTML of `page`; `templates` is a folder whose files come before the shipped ones."""
    return "".join(stream_html(page, templates))


def stream_html(page: Page, templates: Path | None = None, server: Mapping[str, str] | None = None) -> Iterator[str]:
    """The same piece by piece, so that a large page never stands in memory as a whole.

    `server` is what a page that is served for review knows of its server, as <meta name="xref-KEY">: server, reviewer,
    readonly.
    """
    environment = open_templates(templates)
    style, script = style_of(environment), script_of(environment)
    # the page asks the network for nothing, unless xref itself serves it for review
    reach = "connect-src 'self'; " if server else ""
    macros = vars(environment.get_template("macros.html.j2").module)
    return environment.get_template("page.html.j2").generate(
        page=page,
        metas=dict(server or {}),
        policy=f"default-src 'none'; script-src '{digest(script)}'; style-src '{digest(style)}'; img-src data:; "
        f"{reach}base-uri 'none'; form-action 'none'",
        chunks=pack(page.rest, macros["card"]) if page.layout == "packed" else (),
        texts=pack_texts(page.readers, macros["document"]) if page.packed_texts else (),
        parts=(),
        # our own files, not foreign text: the one place where nothing is escaped
        style=Markup(style),
        script=Markup(script),
    )
