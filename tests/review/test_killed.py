"""The program itself, as a reviewer starts it: asked over the network, and killed while it saves."""

from __future__ import annotations

import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPException
from http.cookiejar import CookieJar
from typing import Any

import pytest
from tests.rulings.decide import decide

from xref.identity import corpus_id
from xref.model import CrossReference
from xref.pipeline import cross_reference
from xref.rulings import decision_line, read_decisions

ROOT = pathlib.Path(__file__).parents[2]
# 60 s: a slow machine reads two small documents in a few
PATIENCE = 60


class Reviewer:
    """A running `xref review`, and a browser with its cookie."""

    def __init__(self, corpus: pathlib.Path, name: str) -> None:
        command = [sys.executable, "-m", "xref", "review", str(corpus), "--reviewer", name, "--no-open"]
        env = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (ROOT / "src", ROOT)))}
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=env)
        self.said: list[str] = []
        assert self.process.stderr
        for line in self.process.stderr:
            self.said.append(line)
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/\?token=\S+", line):
                self.address, self.here = found[0], f"http://127.0.0.1:{found[1]}"
                break
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def ask(self, path: str = "/", body: Any = None, **headers: str) -> tuple[int, str]:
        data = None if body is None else json.dumps(body).encode()
        own = {"Content-Type": "application/json", "Origin": self.here} if data else {}
        request = urllib.request.Request(self.here + path, data, own | headers)
        try:
            with self.browser.open(request, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as fault:
            return fault.code, fault.read().decode()

    def enter(self) -> None:
        self.browser.open(self.address, timeout=PATIENCE).close()

    def end(self, how: signal.Signals = signal.SIGINT) -> int:
        if self.process.poll() is None:
            self.process.send_signal(how)
        self.process.communicate(timeout=PATIENCE)
        return self.process.returncode


@pytest.fixture
def corpus(tmp_path: pathlib.Path) -> pathlib.Path:
    shutil.copytree(ROOT / "tests" / "corpora" / "documents", tmp_path / "papers")
    return tmp_path / "papers"


@pytest.fixture
def result(corpus: pathlib.Path) -> CrossReference:
    return cross_reference([corpus])


@pytest.fixture
def ann(corpus: pathlib.Path) -> Iterator[Reviewer]:
    reviewer = Reviewer(corpus, "ann")
    yield reviewer
    reviewer.end(signal.SIGKILL)


def lines(result: CrossReference, number: int, by: str = "ann") -> dict[str, Any]:
    at = f"2025-01-02T{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}Z"
    record = json.loads(decision_line(decide(result, result.hits[number % len(result.hits)], "accepted", by, at)))
    return {"corpus": corpus_id(result), "records": [record]}


def test_asked_over_the_network(ann: Reviewer, result: CrossReference, corpus: pathlib.Path) -> None:
    """Foreign Hosts and Origins are refused, the reviewer's own page is served and saved; Ctrl-C is a good end."""
    assert ann.ask()[0] == 403
    ann.enter()
    assert ann.ask()[0] == 200
    assert ann.ask(Host="evil.example")[0] == 403
    assert ann.ask("/api/decisions", lines(result, 1), Origin="http://evil.example")[0] == 403
    assert ann.ask("/api/decisions", lines(result, 1), Host="evil.example")[0] == 403
    assert read_decisions(corpus) == ((), ())
    assert ann.ask("/api/decisions", lines(result, 1)) == (200, '{"saved":1}')
    assert len(read_decisions(corpus)[0]) == 1
    assert ann.end() == 0


def test_killed_while_it_saves(ann: Reviewer, result: CrossReference, corpus: pathlib.Path) -> None:
    """kill -9 in a stream of decisions: each that was acknowledged is on the disk, and the next run adds to them."""
    ann.enter()
    acknowledged: list[int] = []
    killer = threading.Timer(0.5, ann.process.kill)
    killer.start()
    for number in range(3_000):
        try:
            if ann.ask("/api/decisions", lines(result, number))[0] == 200:
                acknowledged.append(number)
        except (OSError, HTTPException):
            break
    killer.join()
    assert ann.end(signal.SIGKILL) == -signal.SIGKILL
    found, problems = read_decisions(corpus)
    kept = {decision.at for decision in found}
    assert acknowledged
    assert {lines(result, number)["records"][0]["at"] for number in acknowledged} <= kept
    assert len(problems) <= 1
    again = Reviewer(corpus, "ann")
    again.enter()
    assert again.ask("/api/decisions", lines(result, 80_000))[0] == 200
    assert again.end() == 0
    assert len(read_decisions(corpus)[0]) == len(found) + 1


def test_two_at_once(ann: Reviewer, result: CrossReference, corpus: pathlib.Path) -> None:
    """Two reviewers of one corpus, each with a server: neither loses a line."""
    bob = Reviewer(corpus, "bob")
    for each in (ann, bob):
        each.enter()

    def decide_many(reviewer: Reviewer, by: str) -> None:
        for number in range(20):
            assert reviewer.ask("/api/decisions", lines(result, number, by))[0] == 200

    both = [threading.Thread(target=decide_many, args=each) for each in ((ann, "ann"), (bob, "bob"))]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert bob.end() == 0
    assert len(read_decisions(corpus)[0]) == 40
