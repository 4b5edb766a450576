"""Who may come in, and what may be put down: every refusal, and the way that is open."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.rulings.decide import decide
from tests.sample import sample

from xref.identity import corpus_id
from xref.review import Desk, build_app
from xref.rulings import decision_line, read_decisions

HERE = "http://127.0.0.1:8765"
TOKEN = "t" * 43
JSON = {"Content-Type": "application/json", "Origin": HERE}


def desk(folder: Path, readonly: bool = False) -> Desk:
    return Desk(folder, sample(), "ann", readonly)


def client(made: Desk, token: str = TOKEN) -> TestClient:
    found = TestClient(build_app(made, TOKEN), base_url=HERE, raise_server_exceptions=True)
    if token:
        assert found.get("/", params={"token": token}).status_code == 200
    return found


@pytest.fixture
def inside(tmp_path: Path) -> Iterator[TestClient]:
    with client(desk(tmp_path)) as found:
        yield found


def record(**change: Any) -> dict[str, Any]:
    result = sample()
    made: dict[str, Any] = json.loads(decision_line(decide(result, result.hits[0], "accepted", "ann")))
    return made | change


def body(*records: dict[str, Any], corpus: str = "") -> bytes:
    return json.dumps({"corpus": corpus or corpus_id(sample()), "records": records}).encode()


def test_the_token_opens_once(tmp_path: Path) -> None:
    """The first address is exchanged for a cookie that no script reads and no other page sends; then it is spent."""
    app = build_app(desk(tmp_path), TOKEN)
    first = TestClient(app, base_url=HERE).get("/", params={"token": TOKEN}, follow_redirects=False)
    assert (first.status_code, first.headers["location"]) == (303, "/")
    cookie = first.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert cookie.startswith("xref-8765=")
    assert TOKEN not in cookie
    assert TestClient(app, base_url=HERE).get("/", params={"token": TOKEN}).status_code == 403


@pytest.mark.parametrize("path", ["/", "/?token=", "/?token=wrong", "/api/decisions", "/favicon.ico", "/docs"])
def test_nothing_without_it(tmp_path: Path, path: str) -> None:
    """Who has neither token nor cookie learns nothing, not even what there is."""
    answer = client(desk(tmp_path), token="").get(path)
    assert answer.status_code == 403
    assert "ferry" not in answer.text


@pytest.mark.parametrize("method", ["HEAD", "POST", "OPTIONS"])
def test_the_token_is_not_spent_by_others(tmp_path: Path, method: str) -> None:
    """A preview that asks for the head only does not take the address from its reader."""
    found = client(desk(tmp_path), token="")
    found.request(method, "/", params={"token": TOKEN})
    assert found.get("/", params={"token": TOKEN}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example:8765", "", "[::1]"],
)
def test_foreign_hosts(inside: TestClient, host: str) -> None:
    """A name that was led to this machine is refused, cookie or not."""
    assert inside.get("/", headers={"Host": host}).status_code == 403
    assert inside.post("/api/decisions", content=body(record()), headers=JSON | {"Host": host}).status_code == 403


def test_localhost_is_this_machine(tmp_path: Path) -> None:
    """The other name of it is served too."""
    found = TestClient(build_app(desk(tmp_path), TOKEN), base_url="http://localhost:8765")
    assert found.get("/", params={"token": TOKEN}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "https://127.0.0.1:8765"}, {"Origin": "http://localhost:8765"},
        {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
    ],
)  # fmt: skip
def test_other_pages(inside: TestClient, tmp_path: Path, headers: dict[str, str]) -> None:
    """A decision that another page of the browser sends is refused and leaves no trace."""
    assert inside.post("/api/decisions", content=body(record()), headers=JSON | headers).status_code == 403
    assert read_decisions(tmp_path) == ((), ())


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_json_only(inside: TestClient, kind: str) -> None:
    """What a form of another page could send is no decision."""
    answer = inside.post("/api/decisions", content=body(record()), headers={"Origin": HERE, "Content-Type": kind})
    assert answer.status_code == 415


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 400), (b"{", 400), (b"[]", 400), (b"\xff", 400), (b"[" * 100_000, 400),
        (body(record(), corpus="other"), 409), (body(record(by="bob")), 400), (body(record(v=2)), 400),
        (body(*[record()] * 5_001), 400), (b" " * 8_000_001, 413),
        (json.dumps({"corpus": corpus_id(sample()), "records": 3}).encode(), 400),
    ],
    ids=["empty", "cut", "list", "bytes", "deep", "corpus", "reviewer", "version", "many", "large", "number"],
)  # fmt: skip
def test_bad_bodies(inside: TestClient, tmp_path: Path, content: bytes, status: int) -> None:
    """Each is refused with its reason; nothing is written."""
    answer = inside.post("/api/decisions", content=content, headers=JSON)
    assert answer.status_code == status
    assert answer.json()["error"]
    assert read_decisions(tmp_path) == ((), ())


def test_saved_and_read_back(inside: TestClient, tmp_path: Path) -> None:
    """What is acknowledged is in the file; sent again, it is not written twice; all lines are given back."""
    for _ in range(2):
        answer = inside.post("/api/decisions", content=body(record(note="\ud83d and “so”")), headers=JSON)
        assert (answer.status_code, answer.json()) == (200, {"saved": 1})
    assert len(read_decisions(tmp_path)[0]) == 1
    given = inside.get("/api/decisions").json()
    assert (given["corpus"], given["reviewer"], given["readonly"]) == (corpus_id(sample()), "ann", False)
    assert [line["by"] for line in given["records"]] == ["ann"]


def test_two_reviewers(tmp_path: Path) -> None:
    """Two servers of one corpus: each writes a file of its own, both see all."""
    with client(desk(tmp_path)) as ann, client(Desk(tmp_path, sample(), "bob")) as bob:
        assert ann.post("/api/decisions", content=body(record()), headers=JSON).status_code == 200
        other = record(by="bob", ruling="dismissed")
        assert bob.post("/api/decisions", content=body(other), headers=JSON).status_code == 200
        for each in (ann, bob):
            assert {line["by"] for line in each.get("/api/decisions").json()["records"]} == {"ann", "bob"}
        assert '"state": "conflict"' in ann.get("/").text


def test_read_only(tmp_path: Path) -> None:
    """It shows and takes nothing."""
    with client(desk(tmp_path, readonly=True)) as found:
        assert found.post("/api/decisions", content=body(record()), headers=JSON).status_code == 403
        assert '<meta name="xref-readonly" content="1">' in found.get("/").text
    assert not (tmp_path / "decisions").exists()


def test_the_page(inside: TestClient) -> None:
    """It knows its server and its reviewer, may ask this server only, and stands in no frame and no cache."""
    answer = inside.get("/")
    assert '<meta name="xref-server" content="1">' in answer.text
    assert '<meta name="xref-reviewer" content="ann">' in answer.text
    assert "connect-src &#39;self&#39;" in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(("method", "path"), [("PUT", "/api/decisions"), ("DELETE", "/api/decisions"), ("POST", "/")])
def test_no_other_way(inside: TestClient, method: str, path: str) -> None:
    """Decisions are added by POST and in no other way."""
    assert inside.request(method, path, headers=JSON).status_code == 405


def test_what_cannot_be_written_is_not_acknowledged(inside: TestClient, tmp_path: Path) -> None:
    """A folder that is a file: the page is told, and keeps its lines."""
    (tmp_path / "decisions").write_text("", encoding="utf-8")
    answer = inside.post("/api/decisions", content=body(record()), headers=JSON)
    assert answer.status_code == 500
    assert "decisions" in answer.json()["error"]
