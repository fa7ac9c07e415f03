"""Running text made of printed lines, in which every character still knows its word.

Lines are joined the German way: a hyphen at the end of a line is undone when it parted a word, and stays
where it stands for an omitted part ("Ausbildungs- und Qualifizierungsbudget") or joins names and numbers.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.geometry import union
from extract.page import Word
from models.values import Extracted, Provenance, T

if TYPE_CHECKING:
    from extract.language.lines import Line

# After these words a line-end hyphen is a hanging hyphen, not a parted word.
HANGING = re.compile(r"(?:und|oder|bzw\.?|beziehungsweise|sowie|u\.|als|wie|noch|bis)\b", re.IGNORECASE)
PARTED = re.compile(r"\w[-\u00ad¬]$")
# White space before these marks or behind an opening bracket is a misread gap.
CLOSING = re.compile(r"[.,;!?)\]](?!\d)")
OPENING = ("(", "[")
ALTERNATIVES = 5
"""Other readings of a value that are kept: what lost five times is noise."""
MARKS_BEHIND = ".,;:"
WHOLE_WORD = 5
"""Letters of a word at least that is no abbreviation."""
SOFT_HYPHENS = "\u00ad¬"
SOFT_HYPHEN_WITHIN = re.compile(r"\u00ad(?!$)")
"""It only tells where a word might be parted."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The characters start..end of a passage are (part of) one printed word."""

    start: int
    end: int
    word: Word
    page: int


@dataclass(frozen=True)
class Passage:
    """Text with its printed words. Offsets count characters of `text`."""

    text: str
    pieces: tuple[Piece, ...]

    def between(self, start: int, end: int) -> list[Piece]:
        """The pieces that have a character in start..end."""
        first = bisect.bisect_right(self.pieces, start, key=lambda piece: piece.end)
        last = bisect.bisect_left(self.pieces, end, key=lambda piece: piece.start)
        return list(self.pieces[first:last])

    def provenance(self, start: int, end: int) -> Provenance:
        """Where start..end is printed. A span that crosses pages is located on its first page."""
        pieces = self.between(start, end)
        if not pieces:
            raise ValueError(f"no printed word between {start} and {end}")
        page = pieces[0].page
        return Provenance(
            page=page,
            bbox=union(piece.word.spot for piece in pieces if piece.page == page),
            origin=pieces[0].word.origin,
            confidence=round(min(piece.word.confidence for piece in pieces), 4),
            alternatives=self._alternatives(start, end, pieces),
        )

    def _alternatives(self, start: int, end: int, pieces: Sequence[Piece]) -> tuple[str, ...]:
        """start..end with one word as another reading had it, the likeliest of each word first."""
        found = []
        for piece in pieces:
            first, last = max(start, piece.start), min(end, piece.end)
            before, after = self.text[start:first], self.text[last:end]
            others = _parts(piece.word, self.text[first:last])
            if piece is pieces[-1]:
                others = [other for other in others if not _is_ended_otherwise(self.text[first:last], other)]
            found += [(rank, before + other + after) for rank, other in enumerate(others)]
        ranked = dict.fromkeys(" ".join(text.split()) for _, text in sorted(found, key=lambda one: one[0]))
        return tuple(ranked)[:ALTERNATIVES]

    def extract(self, start: int, end: int, value: T) -> Extracted[T]:
        """`value` as read from the characters start..end."""
        printed = " ".join(self.text[start:end].split())
        return Extracted[T](value=value, text=printed, provenance=self.provenance(start, end))

    def whole(self, value: T) -> Extracted[T]:
        return self.extract(0, len(self.text), value)

    def part(self, start: int, end: int) -> Passage:
        """The passage start..end on its own, without white space around it."""
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
        end -= len(self.text[start:end]) - len(self.text[start:end].rstrip())
        pieces = tuple(
            Piece(max(piece.start, start) - start, min(piece.end, end) - start, piece.word, piece.page)
            for piece in self.between(start, end)
        )
        return Passage(self.text[start:end], pieces)


def _parts(word: Word, part: str) -> list[str]:
    """What other readings of a word have for its part without the marks at its end: "2024" of "2024,"."""
    if not word.text.startswith(part) or any(char.isalnum() for char in word.text[len(part) :]):
        return []
    rest = word.text[len(part) :]
    others = [other.removesuffix(rest) for other in word.alternatives]
    return [other for other in others if other and other != part]


def _is_ended_otherwise(one: str, other: str) -> bool:
    """Do two readings of a word differ but in the marks behind it? Those of abbreviations count."""
    bare = one.rstrip(MARKS_BEHIND)
    return len(bare) >= WHOLE_WORD and other.rstrip(MARKS_BEHIND) == bare


def join_lines(lines: Sequence[Line]) -> Passage:
    """Lines of one paragraph as running text, hyphenation undone."""
    return join_passages([line.passage for line in lines], seam=None)


def join_passages(passages: Iterable[Passage], seam: str | None) -> Passage:
    """Passages in a row with `seam` between them; None: joined as lines of one paragraph."""
    text = ""
    pieces: list[Piece] = []
    for passage in passages:
        if not passage.text:
            continue
        if text:
            if seam is not None:
                text += seam
            else:
                text, glue = _glue(text, passage.text)
                pieces = _cut(pieces, len(text))
                text += glue
        offset = len(text)
        text += passage.text
        pieces += (
            [Piece(p.start + offset, p.end + offset, p.word, p.page) for p in passage.pieces]
            if offset
            else passage.pieces
        )
    return Passage(text, tuple(pieces))


def passage_of(page: int, words: Iterable[Word]) -> Passage:
    """The words of a line as running text."""
    text = ""
    pieces = []
    for word in words:
        if text and not (CLOSING.match(word.text) or text.endswith(OPENING)):
            text += " "
        written = SOFT_HYPHEN_WITHIN.sub("", word.text)
        pieces.append(Piece(len(text), len(text) + len(written), word, page))
        text += written
    return Passage(text, tuple(pieces))


def _glue(before: str, after: str) -> tuple[str, str]:
    """The text before a line end as it stays, and what goes between it and the next line."""
    if not PARTED.search(before):
        return before, " "
    if before[-1] in SOFT_HYPHENS:
        return before[:-1], ""
    if HANGING.match(after):
        return before, " "
    if after[0].islower() and before[-2].isalpha():
        return before[:-1], ""
    return before, ""


def _cut(pieces: list[Piece], end: int) -> list[Piece]:
    """Pieces of a text that has been shortened to `end` characters."""
    if pieces and pieces[-1].end > end:
        last = pieces[-1]
        return [*pieces[:-1], Piece(last.start, end, last.word, last.page)]
    return pieces
