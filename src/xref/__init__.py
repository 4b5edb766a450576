"""xref lays sources from different dates and administrations side by side."""

__version__ = "0.1.0"
