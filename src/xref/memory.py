"""How often Python looks for garbage that refers to itself.

A run makes millions of small records that stay until its end and none that refer to each other in a ring, so that a
look through all of them finds nothing; at Python's own threshold (700) these looks took a third of a run.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator

THRESHOLDS = (100_000, 20, 100)
"""new records before the youngest are looked through, and how many such looks come before one of the older"""


@contextlib.contextmanager
def seldom_collected() -> Iterator[None]:
    """Inside, and in a function that this decorates, garbage is looked for seldom; afterwards as before."""
    before = gc.get_threshold()
    gc.set_threshold(*THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
