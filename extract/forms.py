"""An agreement set as one table: a number, what it is about, and beside it what was agreed.

What stands between two rules over the whole width is a section: left its number and its heading, right its
text. Read as a table it would be data without columns; so its cells are put one after the other, as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.lines import Line, Row
from extract.page import Page, Ruling, Word
from extract.tables import OPENS_ROW

# Rules over the whole width begin and end together within so many points.
SAME_RULE = 6.0
# Texts of one column begin together within this (letter sizes).
SAME_LEFT = 0.6
# Items of a list stand deeper than the text around them by no more than this (letter sizes).
DEEPER = 3.0
# Of the rows of a form such a share have text in its last column, and in so many it is one piece.
MOST = 0.7
# A form holds such a share of the words of its document, and so many sections.
SHARE, SECTIONS = 0.5, 3
# A blank, and how much of a line may stay free that is full (letter sizes).
BLANK, SLACK = 0.3, 0.5
NUMBER = re.compile(r"(?:§\s?)?(?P<number>\d{1,2})[.:)]?")
# What ends an entry before the next one: "Maßnahmenart 1 …: 500 Euro", "Maßnahmenart 2 …".
ENDS = re.compile(r"(?:[.;:]|EUR|Euro|€|\d)$")
# What heads tables of projects, whose rows are counted, too.
HEADS_DATA = re.compile(r"projekt|vorhaben|angebot|maßnahme|träger|lfd", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """The rows of a form in the order of reading. `taken` are the rows of the pages that they stand for, and
    `opening` those rows of the form that begin a cell, or an entry of one; by identity."""

    rows: tuple[Row, ...] = ()
    taken: frozenset[int] = frozenset()
    opening: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Section:
    """The rows between two rules, each parted into what stands left and right of `left` (points), and the
    heights at which a rule parts cells on the right."""

    rows: tuple[tuple[tuple[Word, ...], tuple[Word, ...]], ...]
    page: int
    inner: tuple[float, ...]

    @property
    def number(self) -> int | None:
        label = next((label for label, _ in self.rows if label), ())
        match = NUMBER.fullmatch(label[0].text) if label else None
        return int(match["number"]) if match else None

    @property
    def label(self) -> str:
        return " ".join(word.text for label, _ in self.rows for word in label)


def find_form(pages: Sequence[Page], body: Sequence[Row]) -> Form:
    """The form that a document is, or an empty one."""
    bands = list(_bands(pages, body))
    rows = [row for band, _ in bands for row in band]
    left = _text_left(rows)
    words = sum(len(row.words) for row in rows)
    if left is None or words < SHARE * sum(len(row.words) for row in body):
        return Form()
    sections = [
        _Section(tuple(_parted(row, left) for row in band), band[0].page, inner)
        for band, inner in bands
        if band
    ]
    if not _count(sections) or not _speak(sections):
        return Form()
    right = max(text[-1].bbox[2] for section in sections for _, text in section.rows if text)
    unrolled = [part for section in sections for part in _unrolled(section, right)]
    return Form(
        tuple(row for row, _ in unrolled),
        frozenset(map(id, rows)),
        frozenset(id(row) for row, opens in unrolled if opens),
    )


def _bands(pages: Sequence[Page], body: Sequence[Row]) -> Iterator[tuple[list[Row], tuple[float, ...]]]:
    """The rows between each two of the widest rules, with the heights of shorter rules among them."""
    across = [rule for page in pages for rule in page.rulings if rule.horizontal]
    widest = max(across, key=lambda rule: rule.x1 - rule.x0, default=None)
    for page in pages if widest else ():
        rules = sorted((rule for rule in page.rulings if rule.horizontal), key=lambda rule: rule.top)
        whole = [rule for rule in rules if widest and _alike(rule, widest)]
        rows = [row for row in body if row.page == page.number]
        for above, below in pairwise(whole):
            between = [row for row in rows if above.top < (row.bbox[1] + row.bbox[3]) / 2 < below.top]
            inner = tuple(one.top for one in rules if one not in whole and above.top < one.top < below.top)
            if between:
                yield between, inner


def _alike(rule: Ruling, other: Ruling) -> bool:
    return abs(rule.x0 - other.x0) < SAME_RULE and abs(rule.x1 - other.x1) < SAME_RULE


def _text_left(rows: Sequence[Row]) -> float | None:
    """Where the text of most rows begins: the left edge of the last column."""
    lefts = sorted(row.lines[-1].bbox[0] for row in rows)
    if not lefts:
        return None
    reach = SAME_LEFT * rows[0].size
    left = max(lefts, key=lambda x: sum(x <= other < x + reach for other in lefts))
    near = sum(left - reach < other < left + DEEPER * rows[0].size for other in lefts)
    return left if near >= MOST * len(rows) and left > min(row.bbox[0] for row in rows) + reach else None


def _parted(row: Row, left: float) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    edge = left - SAME_LEFT * row.size
    label = tuple(word for word in row.words if word.bbox[0] < edge)
    return label, tuple(word for word in row.words if word.bbox[0] >= edge)


def _count(sections: Sequence[_Section]) -> bool:
    """Do the sections count up from 1? What stands above the first may head the columns."""
    head, *others = sections
    counted = others if head.number is None else sections
    numbers = [section.number for section in counted if section.label]
    return (
        len(numbers) >= SECTIONS
        and numbers == list(range(1, len(numbers) + 1))
        and (head.number is not None or HEADS_DATA.search(head.label) is None)
    )


def _speak(sections: Sequence[_Section]) -> bool:
    """Is the right side text, and no more columns?"""
    texts = [text for section in sections for _, text in section.rows if text]
    whole = [text for text in texts if all(b.bbox[0] - a.bbox[2] < 2 * a.size for a, b in pairwise(text))]
    return len(whole) >= MOST * len(texts)


def _unrolled(section: _Section, right: float) -> Iterator[tuple[Row, bool]]:
    """The heading as one row, then the text, row by row; and whether a row opens something."""
    if heading := [word for label, _ in section.rows for word in label]:
        yield _row(section.page, heading), True
    above: tuple[Word, ...] = ()
    for _, text in section.rows:
        if not text:
            continue
        yield _row(section.page, text), not above or _opens(text, above, section.inner, right)
        above = text


def _opens(text: Sequence[Word], above: Sequence[Word], inner: Sequence[float], right: float) -> bool:
    """Does a row begin anew? A rule parts it from the one above, or that had room for its first word."""
    first, last = text[0], above[-1]
    entry = OPENS_ROW.match(" ".join(word.text for word in text)) and ENDS.search(last.text)
    if entry or any(last.bbox[1] < rule < first.bbox[3] for rule in inner):
        return True
    needed = last.bbox[2] + BLANK * first.size + first.bbox[2] - first.bbox[0]
    return needed < right - SLACK * first.size


def _row(page: int, words: Sequence[Word]) -> Row:
    return Row((Line(page, tuple(words)),))
