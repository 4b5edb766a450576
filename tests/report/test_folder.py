"""The report as a folder: every link leads to something, every card and document is there once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.report.pages import hostile

from xref.model import CrossReference
from xref.report import build_page, find_stale, stream_folder

HREF = re.compile(r'href="([^"]*)"')


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> CrossReference:
    return hostile(tmp_path_factory.mktemp("folder") / "corpus")


@pytest.fixture(scope="module")
def files(result: CrossReference) -> dict[str, str]:
    return {name: "".join(pieces) for name, pieces in stream_folder(build_page(result, "dir")).items()}


def test_every_link_leads_somewhere(files: dict[str, str]) -> None:
    """No link of any page is dead: the file is there, and in it what the link names."""
    for name, html in files.items():
        for href in HREF.findall(html):
            if href.startswith(("http:", "https:")):
                continue
            file, _, anchor = href.partition("#")
            target = files[file or name]
            assert not anchor or f'id="{anchor}"' in target, (name, href)


def test_every_card_and_document_once(files: dict[str, str], result: CrossReference) -> None:
    """Cards stand on the page of their theme (the strongest on the index too), documents on pages of their own."""
    parts = "".join(html for name, html in files.items() if name.startswith("theme-"))
    for match in result.matches:
        assert parts.count(f'<article class="card" id="{match.id}"') == 1
    assert sum(name.startswith("document-") for name in files) == len(result.documents)
    texts = "".join(html for name, html in files.items() if name.startswith("document-"))
    for claim in result.claims:
        assert texts.count(f'id="{claim.id}"') == 1


def test_nothing_is_inline(files: dict[str, str]) -> None:
    """Script and style are the folder's own files, and nothing else may run."""
    for name, html in files.items():
        if name.endswith(".html"):
            assert "script-src &#39;self&#39;;" in html
            assert re.findall(r"<script(?! type=\"application/json\")[^>]*>", html) == ['<script src="report.js">']


def test_stable(result: CrossReference, files: dict[str, str], tmp_path: Path) -> None:
    """The same result gives the same bytes."""
    assert files == {name: "".join(pieces) for name, pieces in stream_folder(build_page(result, "dir")).items()}


def test_stale_pages_are_known(tmp_path: Path, files: dict[str, str]) -> None:
    """Only pages that an earlier report wrote and this one has not are stale: never a file of somebody else."""
    for name, html in files.items():
        (tmp_path / name).write_text(html, encoding="utf-8")
    (tmp_path / "theme-99-001.html").write_text(files["index.html"], encoding="utf-8")
    (tmp_path / "document-Z.html").write_text("<p>my own notes</p>", encoding="utf-8")
    (tmp_path / "notes.html").write_text(files["index.html"], encoding="utf-8")
    assert [path.name for path in find_stale(tmp_path, files)] == ["theme-99-001.html"]
