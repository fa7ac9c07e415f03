"""What of a text layer nobody sees: white on white, invisible, under a white box, beside the paper. What is
printed is what the page shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from extract.files.sheet import Grey, Layer, Picture
from extract.geometry import overlap_share
from extract.page import Word

DPI = 100
"""Enough to see whether a word is there: its thinnest strokes are half a pixel."""
FAINTEST = 12
"""Of 255 shades, between the lightest and the darkest pixel of a word: light grey print on white has 30, and
the rendering adds none of its own."""
BODY = (0.25, 0.85)
"""Where small letters stand between the top and the bottom of a word's box: rules lie above and below."""
OVER = 0.7
"""Share of their width and of their height that two words have in common at least if one lies on it."""
SAME_SIZE = 1.5
"""Times the size of one word that the other has at most: a watermark that runs over the text is larger."""
WRITTEN_OVER = 0.75
"""Confidence of a word that was written over another."""


def without_unseen(layer: Layer, picture: Picture) -> Layer:
    """The layer without the words of which a picture of its page shows nothing."""
    seen = [word for word in layer.words if _is_seen(word, picture)]
    return layer if len(seen) == len(layer.words) else replace(layer, words=seen)


def _is_seen(word: dict[str, Any], picture: Picture) -> bool:
    """Is there ink, or its lack, where a word is said to stand? Of marks alone too little is left to see."""
    spot = _body(word, picture)
    if not spot.size or not _says_something(word["text"]):
        return bool(spot.size)
    return int(spot.max()) - int(spot.min()) >= FAINTEST


def _says_something(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _body(word: dict[str, Any], picture: Picture) -> Grey:
    top, bottom = (word["top"] + share * (word["bottom"] - word["top"]) for share in BODY)
    x0, top, x1, bottom = (round(value / picture.points) for value in (word["x0"], top, word["x1"], bottom))
    return picture.grey[max(0, top) : max(0, bottom, top + 1), max(0, x0) : max(0, x1, x0 + 1)]


def uppermost(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a page, in the order in which they were set, without those that others were written over.

    A word written over another is doubted, and the other one comes along.
    """
    under: dict[int, list[int]] = {}
    for earlier, later in _laid_over(words):
        under.setdefault(later, []).append(earlier)
    covered = {index for indices in under.values() for index in indices}
    return tuple(
        replace(
            word,
            confidence=WRITTEN_OVER,
            alternatives=tuple(words[other].text for other in sorted(under[index])),
        )
        if index in under
        else word
        for index, word in enumerate(words)
        if index not in covered
    )


def _laid_over(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Pairs of words of which the second was set over the first."""
    down = sorted((word.bbox[1], index) for index, word in enumerate(words) if _says_something(word.text))
    for place, (_, one) in enumerate(down):
        for top, other in down[place + 1 :]:
            if top >= words[one].bbox[3]:
                break
            if _lie_over_each_other(words[one], words[other]):
                yield min(one, other), max(one, other)


def _lie_over_each_other(one: Word, other: Word) -> bool:
    alike = max(one.size, other.size) <= SAME_SIZE * min(one.size, other.size) and one.slant == other.slant
    (x0, top, x1, bottom), (left, above, right, below) = one.bbox, other.bbox
    across = overlap_share(x0, x1, left, right) >= OVER
    return alike and across and overlap_share(top, bottom, above, below) >= OVER
