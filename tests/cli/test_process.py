"""The command as another program meets it: exit codes, pipes, terminals, encodings."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

import pytest

XREF = [sys.executable, "-m", "xref"]
pytestmark = pytest.mark.slow


def _run(*args: str, cwd: pathlib.Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*XREF, *args], cwd=cwd, env={**os.environ, **env}, capture_output=True, check=False, stdin=subprocess.DEVNULL
    )


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--version"], 0),
        ([], 2),
        (["papers"], 2),
        (["show", "documents", "papers"], 0),
        (["show", "documents", "nowhere"], 2),
        (["explain", "c-nothing", "papers"], 2),
        (["report", "papers", "-o", "papers/gazette.txt"], 4),
        (["report", "papers"], 0),
    ],
)
def test_exit_codes(corpus: pathlib.Path, args: list[str], code: int) -> None:
    """The process ends with the code of the boundary, without a trace, and errors leave standard output empty."""
    done = _run(*args, cwd=corpus.parent)
    assert done.returncode == code, done.stderr
    assert b"Traceback" not in done.stderr
    assert not (code and done.stdout)
    assert (b"\x1b" in done.stderr) is False
    assert (b"\r" in done.stderr) is False


def test_a_reader_that_has_seen_enough(corpus: pathlib.Path) -> None:
    """`xref show claims | head` ends quietly, however much was left to say."""
    (corpus / "long.txt").write_text("The town sold the old ferry to a bank.\n\n" * 4000, encoding="utf-8")
    with subprocess.Popen(
        [*XREF, "show", "claims", "papers"], cwd=corpus.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a device that is always full")
def test_a_full_disk_behind_standard_output(corpus: pathlib.Path) -> None:
    """Output that cannot be written is exit 4 and not silence."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*XREF, "show", "documents", "papers"], cwd=corpus.parent, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 4
    assert b"No space left" in done.stderr


def test_a_terminal_without_unicode(corpus: pathlib.Path) -> None:
    """A character that the terminal cannot show is printed as its number; the run does not fail."""
    (corpus / "paris.txt").write_text(
        "Le Monde é\n\nThe café sold the \U0001f6a2 ferry. Nobody in the town was asked about it.\n", encoding="utf-8"
    )
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = _run("show", "claims", "papers", cwd=corpus.parent, **plain, PYTHONIOENCODING="latin-1")
    assert done.returncode == 0, done.stderr
    assert "The café sold the \\U0001f6a2 ferry." in done.stdout.decode("latin-1")
    done = _run("show", "claims", "papers", cwd=corpus.parent, **plain, PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert b"ferry" in done.stdout


def test_the_text_is_printed_byte_for_byte(corpus: pathlib.Path) -> None:
    """`xref show text` writes UTF-8 and keeps line ends, whatever the locale."""
    raw = "A line\r\nand é \U0001f6a2\u2028 another\rlast".encode()
    (corpus / "odd.txt").write_bytes(raw)
    done = _run("show", "text", "papers/odd.txt", cwd=corpus.parent, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (0, raw)


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a POSIX matter")
def test_progress_on_a_real_terminal(corpus: pathlib.Path) -> None:
    """With a terminal on standard error one line is redrawn and wiped, with NO_COLOR no colour comes."""
    import pty

    head, tail = pty.openpty()
    env = {**os.environ, "TERM": "xterm", "NO_COLOR": "1"}
    subprocess.run([*XREF, "report", "papers"], cwd=corpus.parent, env=env, stderr=tail, check=True)
    os.close(tail)
    said = os.read(head, 100_000)
    os.close(head)
    assert b"\r\x1b[K" in said
    assert b"2 documents" in said
    assert b"\x1b[3" not in said


def test_formats_are_utf_8_wherever_they_go(corpus: pathlib.Path) -> None:
    """A table or a report of tests says which encoding it has, and has it, whatever the terminal's own is."""
    (corpus / "säle.txt").write_text(
        "Säle\n\nMay 3, 2012\n\nDer Bürgermeister “verkauft” die Fähre.\n", encoding="utf-8"
    )
    for args in (("export", "csv", "papers", "--bom", "--table", "claims"), ("show", "text", "papers/säle.txt")):
        plain = _run(*args, cwd=corpus.parent, PYTHONIOENCODING="utf-8")
        narrow = _run(*args, cwd=corpus.parent, PYTHONIOENCODING="latin-1")
        assert narrow.stdout == plain.stdout
        assert "“verkauft”" in narrow.stdout.decode("utf-8")
    assert _run("check", "papers", "--update", cwd=corpus.parent).returncode == 0
    (corpus / "säle.txt").unlink()
    told = _run("check", "papers", "--format", "junit", cwd=corpus.parent, PYTHONIOENCODING="latin-1")
    assert "säle.txt" in told.stdout.decode("utf-8")
