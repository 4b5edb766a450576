"""The page: escaped, whole, the same bytes twice, quotations that re-read, links that lead somewhere."""

from __future__ import annotations

import base64
import hashlib
import html
import re
import zipfile
from pathlib import Path

import pytest
from tests.report.pages import NEW, OLD, UNDATED, hostile, ordinary, write

from xref.model import CrossReference
from xref.pipeline import cross_reference
from xref.report import build_page, render_html

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> CrossReference:
    return ordinary(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def page(result: CrossReference) -> str:
    return render_html(build_page(result))


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> str:
    return render_html(build_page(hostile(tmp_path_factory.mktemp("hostile"))))


def words(markup: str) -> str:
    """The visible text of a piece of HTML without facet numbers and hidden words."""
    markup = re.sub(r'<span class="vh">.*?</span>|<sup aria-hidden="true">.*?</sup>', "", markup, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", markup)).split())


def test_same_bytes_twice(result: CrossReference, page: str) -> None:
    """Rendering is a function of the result."""
    assert render_html(build_page(result)) == page
    assert page.endswith("</html>\n")


def test_quotations_re_read(page: str) -> None:
    """Every quotation on a card stands, word for word, in its source."""
    sources = " ".join(" ".join(text.split()) for text in (OLD, NEW, UNDATED))
    quoted = re.findall(r'<span class="t">(.*?)</span><span class="c">', page, re.S)
    assert quoted
    for markup in quoted:
        assert words(markup) in sources


def test_places_re_read(page: str) -> None:
    """The offsets printed beside a claim in the reader are where its words stand."""
    texts = {"A": OLD, "B": NEW, "C": UNDATED}
    for letter, text in texts.items():
        section = re.search(rf'id="d-{letter}".*?</section>', page, re.S)
        assert section is not None
        rows = re.findall(r'<p class="l">(\d+)–(\d+)</p><p class="x" dir="auto">(.*?)</p>', section.group(), re.S)
        assert rows
        for start, end, markup in rows:
            assert words(markup) == " ".join(text[int(start) : int(end)].split())


def test_policy_names_the_hashes(page: str) -> None:
    """The policy allows exactly our style sheet and our script."""
    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        assert body is not None
        digest = base64.b64encode(hashlib.sha256(body.group(1).encode()).digest()).decode()
        assert html.escape(f"{tag}-src 'sha256-{digest}'", quote=True).replace("&#x27;", "&#39;") in page


def test_links_and_ids(page: str) -> None:
    """Every inner link has its target, no id stands twice, and no link leaves but http(s)."""
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    hrefs = re.findall(r'href="([^"]*)"', page)
    assert {h[1:] for h in hrefs if h.startswith("#")} <= set(ids)
    assert all(h.startswith(("#", "http://", "https://")) for h in hrefs)


def test_no_handlers_no_styles(page: str, evil: str) -> None:
    """No inline handler, style attribute, frame, image or foreign script is in the page, whatever the texts."""
    for markup in (page, evil):
        tags = re.findall(r"<[a-zA-Z][^>]*>", re.sub(r"<(style|script)\b[^>]*>.*?</\1>", "", markup, flags=re.S))
        for tag in tags:
            assert not re.search(r"\s(?:on\w+|style)\s*=", re.sub(r'"[^"]*"', '""', tag)), tag
            assert not re.match(r"<(?:img|iframe|object|embed|link|base)\b", tag), tag
        # one that runs, two that are data
        assert re.findall(r"<script[^>]*>", markup) == [
            '<script type="application/json" id="standings">',
            '<script type="application/json" id="register">',
            "<script>",
        ]


def test_hostile_text_is_text(evil: str) -> None:
    """Markup, template syntax and direction marks of a document are shown as what they are."""
    assert "&lt;script&gt;document.title=" in evil
    assert "{{ 7 * 7 }}" in evil
    assert "U+202E" in evil
    assert "\u202e" not in evil
    assert "\x1b" not in evil
    assert 'href="javascript' not in evil


def test_the_way_back_to_the_file(tmp_path: Path) -> None:
    """A claim of an extracted text shows where its file has it, in the reader and on cards."""
    folder = write(tmp_path, new=NEW)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines = ("A Note on the Ferry", "The ferry was sold long ago, a clerk said.")
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    with zipfile.ZipFile(folder / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    page = render_html(build_page(cross_reference([folder])))
    assert "<br>par. 2</p>" in page
    assert "· paragraph 2 of word/document.xml" in page


def test_undated_is_shown(page: str) -> None:
    """A document without a date is in the table, on cards and in the remarks."""
    assert "<b>undated</b>" in page
    assert "no date of publication found" in page


def test_without_codebook(tmp_path: Path) -> None:
    """No codebook is no error: the page says so and what to do."""
    folder = write(tmp_path / "c", old=OLD)
    (folder / "codebook.toml").unlink()
    page = render_html(build_page(cross_reference([folder])))
    assert "No codebook was given" in page
    assert "codebook.toml" in page


def test_nothing_found(tmp_path: Path) -> None:
    """Themes that are nowhere are said to be nowhere, with how much was searched."""
    page = render_html(
        build_page(cross_reference([write(tmp_path / "c", old="Rain\n\nIt rained all day in the town.\n")]))
    )
    assert "Not found in the sources read" in page
    assert "nothing to lay side by side" in page


def test_refused_on_the_first_screen(tmp_path: Path) -> None:
    """A refused input stands above everything else."""
    folder = write(tmp_path / "c", old=OLD, empty="")
    page = render_html(build_page(cross_reference([folder])))
    assert page.index("Not in this report") < page.index("Sources, in date order")
    assert "the file is empty" in page


def test_templates_never_trust() -> None:
    """No template marks text as safe, sets a style attribute, or leaves an attribute unquoted."""
    for path in sorted(TEMPLATES.glob("*.j2")):
        text = path.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", ""), path.name
        assert "autoescape" not in text, path.name
        assert not re.search(r"\sstyle=", text), path.name
        assert not re.search(r"=\{\{", text), path.name


def test_more_than_26(tmp_path: Path) -> None:
    """Beyond Z documents have numbers, and the page still holds together."""
    texts = {f"n{n:02d}": NEW.replace("2015", str(1990 + n)).replace("third", f"{n}th") for n in range(30)}
    page = render_html(build_page(cross_reference([write(tmp_path / "c", **texts)])))
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert 'id="d-30"' in page


def test_numbers_lead_to_what_they_count(page: str) -> None:
    """Each number of the matrix leads to as many hits; each number of pairs to the theme's cards."""
    cells = re.findall(r'<td class="m h\d"><a href="#([^"]+)">(\d+)<', page)
    assert cells
    for anchor, count in cells:
        group = re.search(rf'<tbody id="{re.escape(anchor)}">(.*?)</tbody>', page, re.S)
        assert group is not None
        assert len(re.findall(r'<tr id="h-', group.group(1))) == int(count)


def test_many_terms_have_a_table_of_their_own(tmp_path: Path) -> None:
    """More columns than fit beside the time line stand below it, in a box that scrolls; numbers still lead to hits."""
    said = NEW + "\nThe President of the United States and the White House said nothing to Congress about the ferry.\n"
    texts = {f"n{n:02d}": said.replace("2015", str(1900 + 8 * n)) for n in range(12)}
    page = render_html(build_page(cross_reference([write(tmp_path / "c", **texts)])))
    assert page.count('<table class="tm n0">') == 1
    assert '<details class="fold" open><summary>By ' in page
    test_numbers_lead_to_what_they_count(page)


def test_limits_are_told(tmp_path: Path) -> None:
    """What the corpus cannot tell is said: undated texts, long stretches without a source, themes of one document."""
    page = render_html(build_page(cross_reference([write(tmp_path / "c", old=OLD, new=NEW, undated=UNDATED)])))
    assert "1 document has no known date" in page
    texts = {"a": NEW.replace("2015", "1950"), "b": NEW.replace("2015", "1951"), "c": NEW}
    page = render_html(build_page(cross_reference([write(tmp_path / "d", **texts)])))
    assert "Nothing was read from between 5 May 1951 and 5 May 2015" in page


def test_a_way_from_mark_to_mark(page: str) -> None:
    """The reader leads from each claim with a theme to the one before and the one after."""
    ups = page.count('aria-label="Mark before"')
    assert ups == page.count('aria-label="Next mark"') > 0


def test_contradictions_stand_side_by_side() -> None:
    """Claims that answer one question differently are shown with both answers, and none is preferred."""
    result = cross_reference([TEMPLATES.parent / "seeds"])
    page = render_html(build_page(result))
    assert page.count('<article class="dispute"') == len(result.contradictions) > 0
    assert "Which one holds is not said here" in page
