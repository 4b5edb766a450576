"""A verdict as people and other programs read it; whatever a document says stays text in each of them."""

from collections.abc import Callable

from xref.check.outputs.github import write_github, write_summary
from xref.check.outputs.junit import write_junit
from xref.check.outputs.markdown import write_markdown
from xref.check.outputs.page import write_html
from xref.check.outputs.sarif import write_sarif
from xref.check.outputs.structured import write_json
from xref.check.outputs.text import write_text
from xref.check.policy import Verdict

WRITERS: dict[str, Callable[[Verdict, str], str]] = {
    "text": write_text,
    "json": write_json,
    "github": write_github,
    "sarif": write_sarif,
    "junit": write_junit,
    "markdown": write_markdown,
}
"""name → function of a verdict and the corpus's folder, as paths are shown"""

__all__ = ["WRITERS", "write_html", "write_summary", "write_text"]
