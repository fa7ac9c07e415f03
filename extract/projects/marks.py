"""Projects told by their marks where a Maßnahmenart is named: "a) Lernhaus", "(zu a): Maßnahmenart 1, …)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.language.lists import SEQUENCES
from extract.language.passage import Passage
from extract.projects.entries import one_project
from extract.projects.measure_anchors import Anchor, Anchored, Named, entry_at
from extract.projects.strips import Strip

# The mark of an entry: "a)", "(3)", "4.".
MARKED = re.compile(r"\(?(?P<mark>[a-z]|\d{1,2})[.)]{1,2}\s+(?=\S)")
_MARK = r"\(?(?:[a-z]|\d{1,2})(?![\w])[.)]{0,2}"
_MARKS = rf"(?P<marks>{_MARK}(?:\s?(?:,|/|[–—-]|und|sowie|bis)\s?{_MARK})*)"
_KIND = (
    r"\b(?:lfd\.|Nrn?\.|Nummern?|Buchst(?:\.|aben?)|Ziff(?:\.|ern?)|Pos(?:\.|itione?n?)|Vorhaben|Projekte?n?"
    r"|Angebote?n?)\s?"
)
# "die Projekte 1 und 2", "zu den Nummern 1 und 2", "zu 1 und 2": but "die 50 Plätze" are so many.
_CALLED = rf"\b(?:zu\s?(?:(?:den|die)\s)?(?:{_KIND}){{0,3}}|(?:(?:den|die)\s)?(?:{_KIND}){{1,3}})"
# "(zu a) bis c): ", "Die Vorhaben 1 und 2 gehören ": before the name of a Maßnahmenart.
BEFORE = re.compile(
    rf"[(\[]?{_CALLED}{_MARKS}(?:\s(?:[a-zäöü]+|Projekte?|Vorhaben|Angebote?)){{0,4}}\s?[:=,–—-]?\s*$",
    re.IGNORECASE,
)
# ": Nr. 1 und 2", " (zu a bis c)": behind it.
BEHIND = re.compile(rf"[)“”»«\"]?\s?[:=,(\[–—-]?\s?{_CALLED}{_MARKS}[)\]]?(?=[\s.;,)]|$)", re.IGNORECASE)
ONE = re.compile(r"(?P<to>bis|[–—-])?\s?\(?\b(?P<mark>[a-z]|\d{1,2})\b", re.IGNORECASE)
# A list has so many entries at least.
ENTRIES = 2


@dataclass(frozen=True, slots=True)
class _Told:
    """A Maßnahmenart of a strip, the marks of its projects, and where it begins to tell of them."""

    strip: Strip
    anchor: Anchor
    marks: tuple[str, ...]
    start: int


def named_by_mark(columns: Sequence[Anchored]) -> list[Named]:
    """The Maßnahmenarten of a zone with the entries whose marks they tell, all before or all behind their
    names; none unless each marked entry is told of once, and no mark without an entry."""
    return _named(columns, list(_before(columns))) or _named(columns, list(_behind(columns)))


def _named(columns: Sequence[Anchored], told: Sequence[_Told]) -> list[Named]:
    marks = [mark for one in told for mark in one.marks]
    entries = [
        entry
        for strip, anchors in columns
        for entry in _entries(strip, anchors, [one.start for one in told if one.strip is strip])
        if any({entry[0], *marks} <= set(sequence) for sequence in SEQUENCES)
    ]
    names = dict(entries)
    if len(names) < ENTRIES or not sorted(marks) == sorted(names) == sorted(mark for mark, _ in entries):
        return []
    return [
        Named(
            one.anchor.number,
            one.strip.passage.part(one.anchor.start, one.anchor.end),
            tuple(project for mark in one.marks for project in one_project(names[mark])),
        )
        for one in told
    ]


def _before(columns: Sequence[Anchored]) -> Iterator[_Told]:
    for strip, anchors in columns:
        for index, anchor in enumerate(anchors):
            start, _ = entry_at(strip, anchor.lead)
            start = max(start, anchors[index - 1].behind if index else 0)
            before = BEFORE.search(strip.passage.text[start : anchor.lead])
            if before and (marks := _marks(before["marks"])):
                yield _Told(strip, anchor, marks, start + before.start())


def _behind(columns: Sequence[Anchored]) -> Iterator[_Told]:
    for strip, anchors in columns:
        for anchor in anchors:
            behind = BEHIND.match(strip.passage.text, anchor.behind)
            if behind and (marks := _marks(behind["marks"])):
                yield _Told(strip, anchor, marks, entry_at(strip, anchor.lead)[0])


def _marks(printed: str) -> tuple[str, ...]:
    """The marks of "a) bis c) und e)"; none if one of them counts in no sequence."""
    marks: list[str] = []
    for one in ONE.finditer(printed):
        last = one["mark"].lower()
        sequence = next((counted for counted in SEQUENCES if last in counted), None)
        if sequence is None:
            return ()
        first = sequence.index(marks[-1]) + 1 if one["to"] and marks and marks[-1] in sequence else None
        marks += [last] if first is None else sequence[first : sequence.index(last) + 1]
    return tuple(marks)


def _entries(strip: Strip, anchors: Sequence[Anchor], told: Sequence[int]) -> Iterator[tuple[str, Passage]]:
    """The marked entries of a strip that name no Maßnahmenart, each to where one `told` of begins."""
    for start, end in strip.entries:
        end = min([end, *(place for place in told if start < place < end)])
        marked = MARKED.match(strip.passage.text, start, end)
        if marked and not any(start <= anchor.start < end for anchor in anchors):
            yield marked["mark"], strip.passage.part(marked.end(), end)
