"""Signatures that were read as words: "hun", "Ann", "NL". They stand alone and are drawn wide."""

from __future__ import annotations

from collections.abc import Sequence

from extract.geometry import overlap
from extract.scans.ink import usual_size
from extract.scans.witness import Heard

HARDLY = 0.5
"""Confidence at most of what a signature is read as."""
WIDE = 1.4
"""Font sizes of the page that it takes for each letter at least: of 51 words that stood alone and were hardly
read on 250 scans, 41 signatures had 1.4 to 12, what was print 0.3 to 0.9."""
ALONE = 4.0
"""Font sizes beside it in which no word stands."""


def without_scrawl(words: Sequence[Heard]) -> list[Heard]:
    """The words of a page without signatures."""
    usual = usual_size(words)
    return [word for word in words if not (_is_drawn(word, usual) and _is_alone(word, words, ALONE * usual))]


def _is_drawn(word: Heard, usual: float) -> bool:
    letters = any(char.isalpha() for char in word.text) and not any(char.isdigit() for char in word.text)
    wide = word.box[2] - word.box[0] >= WIDE * usual * len(word.text)
    return letters and word.confidence <= HARDLY and wide


def _is_alone(word: Heard, words: Sequence[Heard], room: float) -> bool:
    x0, top, x1, bottom = word.box
    for other in words:
        left, above, right, below = other.box
        level = overlap(top, bottom, above, below) > 0.5 * min(bottom - top, below - above)
        if other is not word and level and left < x1 + room and x0 - room < right:
            return False
    return True
