"""What holds for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# a property is about what is found; how long one example takes depends on what else the machine does
settings.register_profile("xref", deadline=None)
settings.load_profile("xref")

# nothing that a test finds may come from an earlier run, nor stay behind; tests of the cache name a folder of their own
os.environ["XREF_CACHE"] = "off"
