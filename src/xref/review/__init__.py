"""The report, served to one reviewer of this machine, with every decision saved as it is made.

The page is the report's own; the server only adds a place to keep decisions. Nothing but this machine can reach it, and
no other page in the reviewer's browser can (docs/review.md).
"""

from xref.review.app import build_app
from xref.review.desk import Desk
from xref.review.serve import serve

__all__ = ["Desk", "build_app", "serve"]
