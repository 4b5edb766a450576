"""A result into a page for people: records first (build_page), then one self-contained HTML file (render_html)."""

from xref.report.html import render_html
from xref.report.page import Page, build_page

__all__ = ["Page", "build_page", "render_html"]
