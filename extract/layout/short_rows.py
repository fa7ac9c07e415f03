"""Rows that do not fill the width of the text, as those of signature blocks do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.language.lines import Row, follow_closely
from extract.language.sentence_ends import SENTENCE_END
from extract.language.signing_lines import signs
from extract.language.signing_rows import LONG_ROW_WORDS, is_labelled, names_officer
from extract.language.signing_sentences import MOST_LINES, sentence_lines

# A row that is narrower than this share of the text, or parted in columns, may belong to a signature block.
SHORT_ROW = 0.72
# Between the lines of a paragraph is less white than this (letter sizes); above who signs there is more.
SAME_PARAGRAPH = 0.8
WRITTEN = re.compile(r"\w")


def short_rows(rows: Sequence[Row]) -> set[int]:
    """The rows (by identity) that do not fill the width of the text."""
    widths = sorted(row.bbox[2] - row.bbox[0] for row in rows)
    widest = widths[-max(len(widths) // 4, 1) :]
    text = [row.bbox[2] - row.bbox[0] for row in rows if _words(row) >= 8 and len(row.lines) == 1]
    width = max((median(some) for some in (widest, text) if some), default=0.0)
    span = max((row.bbox[2] for row in rows), default=0.0) - min((row.bbox[0] for row in rows), default=0.0)
    return {id(row) for row in rows if _is_short(row, width, span)}


def _is_short(row: Row, width: float, span: float) -> bool:
    """`width` is that of a row of text, `span` that of all text, margins beside it included."""
    if any(signs(line) for line in row.lines) or is_labelled(row) or names_officer(row):
        return True
    if len(row.lines) > 1:
        return all(line.bbox[2] - line.bbox[0] < SHORT_ROW * span for line in row.lines)
    return row.bbox[2] - row.bbox[0] < SHORT_ROW * width and _words(row) < LONG_ROW_WORDS


def _words(row: Row) -> int:
    """How many words a row has; ". . . ." is a line to sign on."""
    return sum(WRITTEN.search(word.text) is not None for word in row.words)


def in_signing_sentences(rows: Sequence[Row], short: set[int]) -> set[int]:
    """The rows (by identity) of sentences that tell who signs for whom, where and when."""
    told: set[int] = set()
    for number, row in enumerate(rows):
        above = rows[number - 1] if number else None
        if above is not None and id(above) not in short | told and _are_close(above, row):
            continue
        lines = [row.text]
        for last, following in pairwise(rows[number : number + MOST_LINES]):
            if not _are_close(last, following):
                break
            lines.append(following.text)
        told.update(map(id, rows[number : number + sentence_lines(lines)]))
    return told


def _are_close(above: Row, row: Row) -> bool:
    """Do rows follow each other as the lines of a paragraph do?"""
    return follow_closely([above, row], SAME_PARAGRAPH)


def ends_paragraph(row: Row, above: Row, short: set[int]) -> bool:
    """Is a row the last of a sentence that fills the line above it: "… des" "Stadtrats."?"""
    return (
        _are_close(above, row)
        and len(row.lines) == 1
        and id(above) not in short
        and SENTENCE_END.search(row.text) is not None
    )
