"""What a model that reads German print has to know: the characters that may stand there."""

from __future__ import annotations

LATIN = ((0x20, 0x7E), (0xA1, 0x17F))
SIGNS = "–‘’“”†•…‰€→−■□▪○●☐☒✓"
SPECKS = "ıĸŉſ¨¬¯´¸"
"""What a model reads where a dot was lost or dirt lies; no German page has it."""


ADDED = {"„": "”", "‚": ",", "‹": "<", "›": ">"}
"""Characters of German print that the published model of letters does not know, and what they look like."""


def is_known(char: str) -> bool:
    """Does the second engine know it?"""
    return is_german(char) or char in ADDED


def is_german(char: str) -> bool:
    """May it stand in German print, names of other languages included?"""
    if len(char) != 1 or char in SPECKS:
        return False
    return char in SIGNS or any(low <= ord(char) <= high for low, high in LATIN)
