"""A result into a page for people: records first (build_page), then one self-contained HTML file (stream_html)."""

from xref.report.folder import find_stale, stream_folder
from xref.report.html import render_html, stream_html
from xref.report.page import Page, build_page

__all__ = ["Page", "build_page", "find_stale", "render_html", "stream_folder", "stream_html"]
