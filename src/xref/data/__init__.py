"""Shipped facts: calendars, events, names, words; each row with its source."""
