"""What a command gave: the type of the `xref` fixture."""

from __future__ import annotations

from collections.abc import Callable

import attrs


@attrs.frozen
class Ran:
    """Exit code and both outputs."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]
