"""Headings that stand beside their text: in the left column of a table, or in the margin of a page.

Read row by row, or as a table of data, heads and texts would be mixed up. So what stands in the left column
is put before what stands beside it, and all who come after read an ordinary agreement.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import median

from extract.language.lines import Line, Row
from extract.language.section_numbers import numbered, readings
from extract.layout.sections import find_sections
from extract.page import Page, Word
from extract.tables.rows import OPENS_ROW

# Texts of one column begin together within this, behind a gap of so much (letter sizes).
SAME_LEFT, GAP = 0.6, 0.6
# The next line of a heading follows within this (letter sizes).
NEXT_LINE = 1.6
# So many headings count up from 1, and such a share of them.
FEWEST, MOST = 3, 0.75
# Of the words of a document such a share stands beside headings: 0.49 to 0.83 where they are headings, up to
# 0.28 where a numbered table or list looks like them. Of their rows so many are one piece.
SHARE, WHOLE = 0.4, 0.5
# A blank, and how much of a line may stay free that is full (letter sizes).
BLANK, SLACK = 0.3, 0.5
# A gap up to this, or up to this (letter sizes) if the blanks of the text are so wide, is but a blank: a line
# runs on there. Where such a share of the headings does, they stand above their texts.
RUNNING, WIDEST, CROSSED = 0.45, 0.65, 0.5
# A sign before the number, also where a scan misread it.
SIGN = re.compile(r"(?:§|[S$](?=\s?\d))\s?")
# What ends an entry before the next one: "Maßnahmenart 1 …: 500 Euro", "Maßnahmenart 2 …".
ENDS = re.compile(r"(?:[.;:]|EUR|Euro|€|\d)$")
# What heads tables of projects, whose rows are counted, too.
HEADS_DATA = re.compile(r"projekt|vorhaben|angebot|maßnahme|träger|lfd", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unrolled:
    """The rows of a document in the order of reading. By identity: those that are heads of what stood beside
    them, the texts of these, and of all of them those that open a cell, or an entry of one."""

    rows: tuple[Row, ...]
    heads: frozenset[int] = frozenset()
    texts: frozenset[int] = frozenset()
    opening: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Section:
    """A heading, line by line, and the rows beside it."""

    head: list[Row]
    texts: list[Row] = field(default_factory=list)
    crossed: bool = False
    """Does a line of it run on into the text beside it?"""


def unrolled(pages: Sequence[Page], body: Sequence[Row]) -> Unrolled:
    """The rows of a document, headings that stand beside their text before it."""
    read: list[Row | _Section] = []
    numbers: list[int] = []
    for _, group in groupby(body, key=lambda row: row.page):
        rows = list(group)
        left = _text_left(rows)
        if left is None:
            read += rows
            continue
        heads = {index: found for index in range(len(rows)) if (found := _numbers(rows, index, left))}
        counted = _counted(heads, numbers[-1] if numbers else 0)
        numbers += counted.values()
        read += _side_by_side(rows, left, heads, last=max(counted, default=-1))
    sections = [one for one in read if isinstance(one, _Section)]
    others = [one for one in read if isinstance(one, Row)]
    if len(numbers) < max(FEWEST, MOST * len(sections)) or not _are_sections(sections, others):
        return Unrolled(tuple(body))
    right = max(row.lines[0].bbox[2] for section in sections for row in section.texts)
    rules = {page.number: [rule.top for rule in page.rulings if rule.horizontal] for page in pages}
    first, texts, opening, ordered = set(), set(), set(), []
    for one in read:
        if isinstance(one, Row):
            ordered.append(one)
            continue
        head = _row(one.head[0].page, [word for row in one.head for word in row.words])
        beside = _with_sum_last(one.texts)
        ordered += [head, *beside]
        first.add(id(head))
        texts |= set(map(id, beside))
        opening |= {id(row) for above, row in pairwise(beside) if _opens(row, above, rules[row.page], right)}
    return Unrolled(tuple(ordered), frozenset(first), frozenset(texts), frozenset(opening))


def _text_left(rows: Sequence[Row]) -> float | None:
    """Where the texts beside headings begin on a page (points): of all places where some stand behind a
    number and a title, the one at which most rows have a beginning."""
    starts = [_starts(row) for row in rows]
    places = {x for index, own in enumerate(starts) for x in own[1:] if _numbers(rows, index, x)}
    reach = SAME_LEFT * max((row.size for row in rows), default=0.0)
    return max(
        sorted(places),
        key=lambda x: sum(any(abs(x - other) < reach for other in own) for own in starts),
        default=None,
    )


def _starts(row: Row) -> list[float]:
    """Where words begin behind a gap, or the row begins."""
    words = row.words
    behind = [b.bbox[0] for a, b in pairwise(words) if b.bbox[0] - a.bbox[2] > GAP * row.size]
    return [words[0].bbox[0], *behind]


def _parted(row: Row, left: float) -> tuple[tuple[Word, ...], Row | None]:
    """What of a row stands left of the texts, and what is one of them."""
    edge = left - SAME_LEFT * row.size
    lines = [[word for word in line.words if word.bbox[0] >= edge] for line in row.lines]
    text = Row(tuple(Line(row.page, tuple(words)) for words in lines if words)) if any(lines) else None
    return tuple(word for word in row.words if word.bbox[0] < edge), text


def _numbers(rows: Sequence[Row], index: int, left: float) -> Collection[int]:
    """The numbers that a heading left of the texts may have, if one begins in this row; with its title beside
    or below it, or with a sign that heads nothing else."""
    words, _ = _parted(rows[index], left)
    text = " ".join(word.text for word in words)
    scanned = bool(words) and words[0].origin == "ocr"
    found = numbered(SIGN.sub("", text), scanned)
    if found is None:
        return ()
    below = _parted(rows[index + 1], left)[0] if index + 1 < len(rows) else ()
    titled = bool(below) and below[0].text[:1].isupper() and _is_next_line(rows[index + 1], rows[index])
    return readings(found.number, scanned) if found.title is not None or titled or SIGN.match(text) else ()


def _counted(heads: Mapping[int, Collection[int]], number: int) -> dict[int, int]:
    """Which of the heads of a page count on behind a number, and what; one may be lost."""
    counted: dict[int, int] = {}
    for index, may_be in heads.items():
        if follows := [one for one in (number + 1, number + 2) if one in may_be]:
            number = counted[index] = follows[0]
    return counted


def _side_by_side(
    rows: Sequence[Row], left: float, heads: Collection[int], last: int
) -> Iterator[Row | _Section]:
    """The rows of a page, those beside headings with these. Below row number `last` what has something of its
    own on the left is none of them."""
    section: _Section | None = None
    for index, row in enumerate(rows):
        head, text = _parted(row, left)
        beside = bool(head) and head[-1].bbox[2] < left
        if section and beside and index not in heads and _is_next_line(row, section.head[-1]):
            section.head.append(_row(row.page, head))
            section.crossed |= _runs_on(head, text, row.size)
        elif beside and index <= last and (section or index in heads):
            if section:
                yield section
            section = _Section([_row(row.page, head)], crossed=_runs_on(head, text, row.size))
        elif head and section:
            yield section
            section = None
        if section is None:
            yield row
        elif text is not None:
            section.texts.append(text)
    if section:
        yield section


def _runs_on(head: Sequence[Word], text: Row | None, size: float) -> bool:
    """Does a line run on from the heading into what stands beside it?"""
    if text is None:
        return False
    blanks = [b.bbox[0] - a.bbox[2] for a, b in pairwise(text.lines[0].words)]
    blank = max(RUNNING * size, min(median(blanks), WIDEST * size) if blanks else 0.0)
    return text.words[0].bbox[0] - head[-1].bbox[2] <= blank


def _is_next_line(row: Row, above: Row) -> bool:
    return row.bbox[3] - above.bbox[3] < NEXT_LINE * row.size


def _are_sections(sections: Sequence[_Section], others: Sequence[Row]) -> bool:
    """Do the heads stand beside most of the document, and beside text, not data? Where the rest of the
    document has sections these are none."""
    texts = [row for section in sections for row in section.texts]
    words = sum(len(row.words) for row in texts)
    if not words or words < SHARE * (words + sum(len(row.words) for row in others)):
        return False
    first, left = sections[0].head[0], min(row.bbox[0] for row in texts)
    above = [row for row in others if row.page == first.page and row.bbox[3] <= first.bbox[1] + first.size]
    whole = sum(len(row.lines) == 1 for row in texts) >= WHOLE * len(texts)
    headings, over_texts = _parted(above[-1], left) if above else ((), None)
    data = over_texts and HEADS_DATA.search(" ".join(word.text for word in headings))
    crossed = sum(section.crossed for section in sections) >= CROSSED * len(sections)
    headed = find_sections([line for row in others for line in row.lines])
    return whole and not data and not crossed and not headed


def _with_sum_last(texts: Sequence[Row]) -> list[Row]:
    """The rows beside a heading; what stands in a column of its own beside one of them alone, as a sum does,
    behind the lines with which that goes on."""
    parted = [index for index, row in enumerate(texts) if len(row.lines) > 1]
    if len(parted) != 1:
        return list(texts)
    first = end = parted[0]
    while end + 1 < len(texts) and _is_next_line(texts[end + 1], texts[end]):
        end += 1
    begin, *rest = texts[first].lines
    return [*texts[:first], Row((begin,)), *texts[first + 1 : end + 1], Row(tuple(rest)), *texts[end + 1 :]]


def _opens(row: Row, above: Row, rules: Sequence[float], right: float) -> bool:
    """Does a row begin anew? A rule parts it from the one above, or that had room for its first word."""
    first, last = row.words[0], above.words[-1]
    entry = OPENS_ROW.match(row.text) and ENDS.search(last.text)
    if entry or any(last.bbox[1] < rule < first.bbox[3] for rule in rules):
        return True
    needed = last.bbox[2] + BLANK * first.size + first.bbox[2] - first.bbox[0]
    return needed < right - SLACK * first.size


def _row(page: int, words: Sequence[Word]) -> Row:
    return Row((Line(page, tuple(words)),))
