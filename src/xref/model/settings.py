"""Every limit of xref in one place, each with its reason."""

from __future__ import annotations

import attrs


@attrs.frozen
class Settings:
    """Limits and thresholds; the defaults are complete."""

    threshold: float = 80.0
    """score a phrase must reach. 80: below it inflected forms of other words begin to pass"""
    gap: int = 3
    """words that may stand between the words of a phrase. 3: "signed by the two heads" is "signed by heads" """
    spelling: float = 82.0
    """rapidfuzz ratio from which two words of six letters or more count as spellings of one.
    82: defense/defence is 86 and Rybakov/Ryabkov is 86, and pairs under 82 are nearly all different words"""
    card_pairs: int = 8
    """claim pairs listed on one card. 8: more is a list, not a comparison"""
    chain_documents: int = 12
    """documents of one theme up to which every pair of documents gets a card; above, the chain in date order and
    the best of each pair of periods. 12: 66 cards, what a person still reads"""
    period_pairs: int = 5
    """cards kept for each pair of periods in a large theme"""
    theme_cards: int = 60
    """cards kept across periods in a large theme, the strongest, beside its chain. 60: an evening's review"""
    max_file_bytes: int = 50_000_000
    """larger files are refused. 50 MB: no article or letter comes near it"""
    max_characters: int = 20_000_000
    """longer texts are refused"""
    max_pages: int = 5_000
    """pages of a PDF; more are refused. 5,000: no article, letter or book has them"""
    max_inflated_bytes: int = 100_000_000
    """bytes that the parts of a packed file (docx, odt, epub) may hold once inflated. 100 MB: a file of 116 kB can hold
    119 MB (measured), a book of a million words has 10"""
    max_inflation: int = 100
    """times that a part over 10 MB may inflate. 100: marked-up text packs 5 to 20 times"""
    max_parts: int = 10_000
    """parts of a packed file. 10,000: a book of a thousand chapters and pictures has a fifth of them"""
    max_elements: int = 5_000_000
    """tags in one part of a packed file. 5 million: each takes about 100 bytes of memory, so half a gigabyte"""
    max_claim_characters: int = 4_000
    """longer claims are cut at a space and flagged"""
    max_claims: int = 200_000
    """claims of one document; more are refused, not dropped in silence"""
    max_phrase_characters: int = 500
    """longer phrases in a codebook are an error"""


RANGES: dict[str, tuple[float, float]] = {
    "threshold": (1, 100),
    "gap": (0, 20),
    "spelling": (70, 100),
    "card_pairs": (1, 1_000),
    "chain_documents": (2, 10_000),
    "period_pairs": (1, 1_000),
    "theme_cards": (0, 100_000),
    "max_file_bytes": (1, 2_000_000_000),
    "max_characters": (1, 2_000_000_000),
    "max_pages": (1, 1_000_000),
    "max_inflated_bytes": (1_000, 2_000_000_000),
    "max_inflation": (2, 2_000),
    "max_parts": (1, 1_000_000),
    "max_elements": (1, 100_000_000),
    "max_claim_characters": (80, 1_000_000),
    "max_claims": (1, 100_000_000),
    "max_phrase_characters": (1, 10_000),
}
"""Smallest and largest value of each setting that a user may write into xref.toml. Outside them a limit is a slip of
the pen: below 70 two spellings hardly share letters, a claim of fewer than 80 characters is cut in mid-sentence, and no
machine reads a file of more than 2 GB at once"""
