"""Draws docs/report.png, the picture of the report in the README: `make picture`."""

from __future__ import annotations

import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

WIDTH, HEIGHT = 1280, 1000
"""CSS pixels: the opening screen with the time line, as wide as a desk's display shows it"""


def main(report: str, picture: str) -> None:
    """The top of `report` (a page) as `picture` (PNG)."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(pathlib.Path(report).resolve().as_uri())
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:3])
