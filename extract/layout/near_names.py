"""Names of the reference data where no mention is found to the letter: a scan has damaged them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

from extract.geometry import overlap
from extract.layout.understand import Mention, Reading
from models.reference import Entry, Match

E = TypeVar("E", bound=Entry)

# Below this likeness in 100 of a spelling and the piece of text most like it, nobody need look closer.
WORTH_A_MATCH = 75.0
# A name may be torn in so many more words than it has: "Zie. verein barung".
TORN = 3
# A speck joins two words: "Regierungspräsidium Kassel.durch".
WORD = re.compile(r"\S+?(?=\s|$|(?<=[^\W\d_]{3})\.[^\W\d_]{2})")


def near_mention(
    reading: Reading,
    group: str,
    entries: Sequence[E],
    match: Callable[[str], Match[E] | None],
    end: int | None = None,
) -> tuple[Mention, float] | None:
    """The piece of the text up to `end` most like a spelling of `entries`, if `match` takes it for one, with
    its score. The search is done only where words were read from an image: print has no damage."""
    lines = (line for block in reading.layout.blocks for line in block.lines)
    if not any(word.origin == "ocr" for line in lines for word in line.words):
        return None
    text = reading.text[:end]
    words = [found.span() for found in WORD.finditer(text)]
    spellings = {spelling for entry in entries for spelling in entry.spellings}
    # The longest first: a Vereinbarung is found in every damaged Zielvereinbarung.
    for spelling in sorted(spellings, key=lambda spelling: (-len(spelling), spelling)):
        alike = fuzz.partial_ratio_alignment(spelling.casefold(), text.casefold(), score_cutoff=WORTH_A_MATCH)
        if alike is None:
            continue
        within = [
            index
            for index, (start, stop) in enumerate(words)
            if 2 * overlap(start, stop, alike.dest_start, alike.dest_end) >= stop - start
        ]
        if not within:
            continue
        first, last = within[0], within[-1]
        for a, b in ((first, last), (first + 1, last), (first, last - 1), (first + 1, last - 1)):
            if not a <= b < min(len(words), a + len(spelling.split()) + TORN):
                continue
            start, stop = words[a][0], words[b][1]
            printed = text[start:stop].rstrip(".,;:")
            found = match(printed if " " in spelling else re.sub(r"\s", "", printed))
            if found is not None and spelling in found.entry.spellings:
                return Mention(start, start + len(printed), group, found.entry.key), found.score
    return None
