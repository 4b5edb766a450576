"""Our own templates, style and script: autoescape on, undefined names are errors.

The only unescaped text is our own style sheet and script, which come from the templates folder, never from documents.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import jinja2

SCRIPTS = ("page", "register", "pack", "text", "keep", "rule", "find", "hand", "keys", "start")
"""parts of the script in templates/script, in the order in which they are run"""
STYLES = ("report.css", "review.css")
"""parts of the style sheet"""


def open_templates(templates: Path | None) -> jinja2.Environment:
    """The shipped templates, before them those in the folder `templates`."""
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


def style_of(environment: jinja2.Environment) -> str:
    """The style sheet."""
    return "\n".join(_source(environment, name) for name in STYLES)


def script_of(environment: jinja2.Environment) -> str:
    """The script, all parts in one scope."""
    parts = "\n".join(_source(environment, f"script/{name}.js") for name in SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}\n}})();'


def _source(environment: jinja2.Environment, name: str) -> str:
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def digest(text: str) -> str:
    """The name by which a content security policy allows `text`."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
