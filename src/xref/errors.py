"""What can stop a run.

    XrefError
    ├ CorpusError      no such folder, nothing in it to read            exit 2
    ├ CodebookError    codebook.toml is wrong; lists every fault        exit 2
    ├ SettingsError    catalog.toml or xref.toml is wrong               exit 2
    ├ BaselineError    reports/baseline.jsonl is missing or not one     exit 2
    │ └ OldBaselineError  it is empty, or of another version            exit 2
    ├ LookupFault      an id that nothing carries; suggests the nearest exit 2
    └ OutputError      a result could not be written or read            exit 4

None inherits from click, so that the library can be used without the command line.
Everything else that is odd about a user's text is a `Problem` (model/result.py): collected, shown, never fatal.
"""

from __future__ import annotations


class XrefError(Exception):
    """A fault that stops the run: what is wrong, where, and what to do next.

    `faults` holds one line for each thing that is wrong, so that a user mends all of them in one go.
    """

    exit_code = 2

    def __init__(self, message: str, faults: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join((self.message, *(f"  {fault}" for fault in self.faults)))


class CorpusError(XrefError):
    """No such folder or file, or nothing in it that can be read."""


class CodebookError(XrefError):
    """The codebook is not one: every fault with file, line and what was expected."""


class SettingsError(XrefError):
    """catalog.toml or xref.toml is wrong: every fault with file, line and what was expected."""


class LookupFault(XrefError):
    """An id or theme that nothing carries; the message suggests the nearest one."""


class OutputError(XrefError):
    """A result could not be written, or a file of an earlier run could not be read."""

    exit_code = 4


class BaselineError(XrefError):
    """reports/baseline.jsonl is missing, of another version, or not one."""


class OldBaselineError(BaselineError):
    """A baseline that holds nothing of use to this version, so that a new one may take its place."""
