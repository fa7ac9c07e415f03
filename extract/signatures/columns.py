"""Rows of the signature blocks → columns of lines that stand under each other, without strokes of a pen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from extract.geometry import center_x, overlap
from extract.language.lines import Line, Row
from extract.language.signature_places import BROKEN_DATE, UNDATED, is_place_line
from extract.language.signature_vocabulary import DEPUTISING, ELECTRONIC, INSTEAD_OF, OFFICE, SEALED, TITLE
from extract.language.signing_lines import for_whom
from extract.layout.signing_clusters import SCRAWL
from extract.page import Word
from extract.signatures.words import (
    SIGNED,
    STRAY,
    STROKE_CONFIDENCE,
)
from models.german import find_dates

# A line is centred above two columns if it is off by less than this share of the white between them.
CENTRED = 0.3
# A word is by hand if its letters are on average wider than this share of the letter size around it, which
# print never was on the samples (0.5, in capitals 0.7), and if it was read worse than print is.
WIDE_LETTER, PRINTED = 1.1, 0.85
# … and so is one that is so many times as high as the letters around it, if it was hardly read.
TALL = 1.65
# "Zo&" is how Zoé is read.
WITH_SIGN = re.compile(r"[^\W\d_a-z][^\W\d_]+[&$]")
# Lines of one column begin within so many letter sizes of each other.
FLUSH = 0.5
# A column that so many rows have begins behind white that is so much wider than that between other words.
ROWS_OF_A_COLUMN, STANDS_OUT = 2, 1.35
# Behind less white a column begins where so many rows have it, to so many letter sizes.
ROWS_THAT_TELL, EXACTLY = 3, 0.05
# A line reaches over a column if it covers this share of a line of it.
ACROSS = 0.3


def cut_at_edges(rows: Sequence[Row]) -> list[Row]:
    """The rows with their lines cut where a column of several rows begins, behind however little white."""
    lines = [line for row in rows for line in row.lines]
    gaps = [gap for line in lines for gap in _gaps(line)]
    begun = [line.bbox[0] for row in rows for line in row.lines[1:]]

    def begins(word: Word, gap: float) -> bool:
        near = [abs(word.bbox[0] - x0) / word.size for x0 in begun]
        wide = gap > STANDS_OUT * median(gaps) and sum(off < FLUSH / 2 for off in near) >= ROWS_OF_A_COLUMN
        return wide or (word.text[0].isupper() and sum(off < EXACTLY for off in near) >= ROWS_THAT_TELL)

    return [Row(tuple(piece for line in row.lines for piece in _cut(line, begins))) for row in rows]


def with_dates_joined(rows: Sequence[Row]) -> list[Row]:
    """The rows with dates put together of which a part stands apart, as a hand or a stamp sets it:
    "den 20. SEP" "2019", "Musterstadt," "3.4.2024"."""
    return [Row(tuple(_joined(row.lines))) for row in rows]


def _joined(lines: Sequence[Line]) -> Iterator[Line]:
    before = lines[0]
    for line in lines[1:]:
        joined = Line(line.page, (*before.words, *line.words))
        if _completes_date(before.text, joined.text):
            before = joined
        else:
            yield before
            before = line
    yield before


def _completes_date(before: str, joined: str) -> bool:
    """Is a date, begun or announced in the first text, all that the other adds to it?"""
    begun = BROKEN_DATE.search(before) or UNDATED.fullmatch(before)
    dates = find_dates(joined) if begun and not find_dates(before) else []
    seam, end = len(before) + 1, len(joined.rstrip(" ."))
    return any(one.exact and one.start <= seam and one.end == end for one in dates)


def _cut(line: Line, begins: Callable[[Word, float], bool]) -> Iterator[Line]:
    start = 0
    for index, (word, gap) in enumerate(zip(line.words[1:], _gaps(line), strict=True), start=1):
        if begins(word, gap):
            yield Line(line.page, line.words[start:index])
            start = index
    yield Line(line.page, line.words[start:])


def with_notes_apart(column: Sequence[Line]) -> list[Line]:
    """The lines, parted where they say, beside a name or an office, that somebody stands in for another
    ("i. V.", "In Vertretung des Landrats") or, behind place and date, for whom they sign; and without that
    somebody has signed electronically, or set a seal."""
    return [piece for line in column for piece in _parted(line)]


def _parted(line: Line) -> Iterator[Line]:
    passage = line.passage
    text = passage.text
    electronic = ELECTRONIC.match(text)
    cuts = [electronic.end() if electronic else 0, len(text)]
    for note in DEPUTISING.finditer(text):
        before = text[: note.start()]
        if not before.strip(STRAY) or SIGNED.fullmatch(before) or OFFICE.search(before):
            whose = INSTEAD_OF.match(text, note.end())
            cuts += [before.rfind(" ") + 1, len(text) if whose else note.end()]
    if (whom := for_whom(text)) is not None:
        cuts.append(whom)
    sealed = [seal.span() for seal in SEALED.finditer(text)]
    printed = [piece for piece in passage.pieces if not any(a <= piece.start < b for a, b in sealed)]
    for start, end in pairwise(sorted(cuts)):
        words = tuple(piece.word for piece in printed if start <= piece.start < end)
        if words:
            yield Line(line.page, words)


def _gaps(line: Line) -> list[float]:
    """The white between the words of a line, in points."""
    return [word.bbox[0] - last.bbox[2] for last, word in pairwise(line.words)]


def find_columns(rows: Sequence[Row]) -> list[list[Line]]:
    """Stacks of lines that stand under each other, in the order of their first lines.

    Lines side by side are never of one stack: where a wide line above them says so, they begin anew.
    """
    stacks: list[list[Line]] = []
    ended: list[list[Line]] = []
    size = median(word.size for row in rows for word in row.words) if rows else 0.0
    for row in rows:
        lines = [clean for line in row.lines if (clean := without_strokes(line, size)) is not None]
        under = [_stack_above(line, stacks, ended) for line in lines]
        for above in [one for one in under if one is not None]:
            claimants = [line for line, other in zip(lines, under, strict=True) if other is above]
            if len(claimants) > 1 and not any(_is_flush(line, above[-1]) for line in claimants):
                ended.append(above)
        for line, stack in zip(lines, under, strict=True):
            alone = stack is not None and sum(stack is other for other in under) == 1
            if stack is not None and (alone or _is_flush(line, stack[-1])):
                stack.append(line)
            else:
                stacks.append([line])
    return stacks


def _is_flush(line: Line, above: Line) -> bool:
    return line.page == above.page and abs(line.bbox[0] - above.bbox[0]) < FLUSH * line.size


def _stack_above(line: Line, stacks: Sequence[list[Line]], ended: Sequence[list[Line]]) -> list[Line] | None:
    """The stack with whose last line a line begins, or under whose last line, or one of its last, it stands,
    of those that have not ended."""
    going_on = [stack for stack in stacks if not any(stack is one for one in ended)]
    near = [stack for stack in going_on if line.page - stack[-1].page in (0, 1)]
    flush = [stack for stack in near if _is_flush(line, stack[-1])]
    if len(flush) == 1:
        return flush[0]
    directly = [(overlap(*_x(line), *_x(stack[-1])), stack) for stack in near]
    nearby = [(max(overlap(*_x(line), *_x(old)) for old in stack[-4:]), stack) for stack in near]
    for shared in (directly, nearby):
        best = max(shared, key=lambda pair: pair[0], default=None)
        if best is not None and best[0] > 0:
            return best[1]
    return None


def _reaches_over(line: Line, row: Row) -> bool:
    """Does a line stand above or below two lines of a row?"""
    covered = (
        overlap(*_x(line), *_x(other)) > ACROSS * (other.bbox[2] - other.bbox[0]) for other in row.lines
    )
    return sum(covered) > 1


def without_shared_place(rows: Sequence[Row], of_one: bool) -> tuple[list[Row], list[Line]]:
    """The rows without the line of place and date that stands alone and centred above all columns, or below
    them if they have none of their own, and it. Below those who sign for one party (`of_one`) it need not be
    centred."""
    below_all = sum(is_place_line(line.text) for row in rows for line in row.lines) == 1
    for index, row in enumerate(rows):
        if len(row.lines) > 1 or not is_place_line(row.text):
            continue
        above = rows[index - 1 : index] if below_all else []
        beside = rows[index + 1 : index + 2] or above
        if any(_is_shared(row, one) for one in beside) or (
            of_one and beside is above and any(len(one.lines) > 1 for one in above)
        ):
            return [*rows[:index], *rows[index + 1 :]], list(row.lines)
    return list(rows), []


def _is_shared(row: Row, beside: Row) -> bool:
    """Does a line stand across, or in the middle of, the columns of the row next to it?"""
    if len(beside.lines) < 2 or row.page != beside.page:
        return False
    x0, x1 = beside.lines[0].bbox[2], beside.lines[-1].bbox[0]
    across = row.bbox[0] < x0 and row.bbox[2] > x1
    return (
        across
        or _reaches_over(row.lines[0], beside)
        or abs(center_x(row.bbox) - center_x(beside.bbox)) < CENTRED * (x1 - x0)
    )


def _x(line: Line) -> tuple[float, float]:
    return line.bbox[0], line.bbox[2]


def without_strokes(line: Line, size: float) -> Line | None:
    """The line without words that are strokes of a pen, specks or fill-in dots; None if nothing is left.
    `size` is that of the letters around it."""
    words = [
        word
        for word in line.words
        if word.text in (":", ")") or (re.search(r"[^\W_]", word.text) and not _is_stroke(word, size))
    ]
    return Line(line.page, tuple(words)) if words else None


def _is_stroke(word: Word, size: float) -> bool:
    letters = re.search(r"[^\W\d_]{3}|\d", word.text)
    name = WITH_SIGN.fullmatch(word.text) or (len(word.text) > 2 and TITLE.fullmatch(word.text))
    if word.confidence < STROKE_CONFIDENCE and not letters and not name:
        return True
    if word.confidence < SCRAWL and word.size > TALL * size and not re.search(r"\d", word.text):
        return True
    wide = word.bbox[2] - word.bbox[0] > WIDE_LETTER * size * len(word.text)
    return wide and word.origin == "ocr" and word.confidence < PRINTED
