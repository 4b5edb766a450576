"""A result into a page for people: records first (build_page), then one self-contained HTML file (stream_html)."""

from xref.report.differences import make_difference, render_differences
from xref.report.folder import find_stale, stream_folder
from xref.report.html import render_html, stream_html
from xref.report.page import Page, build_page

__all__ = [
    "Page", "build_page", "find_stale", "make_difference", "render_differences", "render_html", "stream_folder",
    "stream_html",
]  # fmt: skip
