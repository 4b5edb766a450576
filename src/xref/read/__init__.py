"""Files into Documents: which files are documents, their text of record, and the facts each one states about itself."""

from xref.read.corpus import read_corpus
from xref.read.policy import LEVELS
from xref.read.setup import Setup, find_setup, load_setup
from xref.read.text import decode

__all__ = ["LEVELS", "Setup", "decode", "find_setup", "load_setup", "read_corpus"]
