"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# a property is about what is found; how long one example takes depends on what else the machine does
settings.register_profile("xref", deadline=None)
settings.load_profile("xref")
