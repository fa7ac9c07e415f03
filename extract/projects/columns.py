"""Projects in a column beside that of their Maßnahmenarten."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.geometry import center_y
from extract.language.lines import Line
from extract.projects.cards import PROJECT_FIELD
from extract.projects.entries import PIPE, listed_below, piped
from extract.projects.enumerations import enumerated
from extract.projects.measure_anchors import NUMBER_ALONE, Anchor, Named, named, number_in
from extract.projects.names import CALLS_PROJECTS, ON_ITS_OWN_LINE
from extract.projects.strips import Strip
from models.german import find_amounts

# A share of the lines of a column that have words.
MOST = 0.5
PROJECT_LABEL = re.compile(rf"{CALLS_PROJECTS}\s?:")
PROJECT_HEAD = re.compile(r"Projekt|Vorhaben|Angebot|Bezeichnung|Titel", re.IGNORECASE)
NO_PROJECT_HEAD = re.compile(
    r"Träger|Verantwortlich|Zuständig|Umsetzung|Durchführ|Partner|Ort\b|Standort|Laufzeit|Beginn|Ende|Monat|Plätze"
    r"|Ziel(?!vereinb)|Beschreibung|Inhalt|Teilnehm|Betrag|Nr\.",
    re.IGNORECASE,
)


def named_beside(strip: Strip, anchors: Sequence[Anchor], others: Sequence[Strip]) -> list[Named]:
    """A table whose rows begin where a Maßnahmenart does: the projects are the words of another column."""
    column = _project_column(others)
    if column is None:
        return []
    tops = [_top(strip, anchor) for anchor in anchors]
    # Where a line of the column ends with a comma its cells enumerate.
    commas = any(line.text.endswith(",") for line in column.lines)
    numbers = [line for other in others if other is not column for line in other.lines]
    found = []
    told = _of_projects(strip, column)
    for anchor, top, below in zip(anchors, tops, [*tops[1:], (10**6, 0.0)], strict=True):
        lines = tuple(line for line in told if top <= (line.page, center_y(line.bbox)) < below)
        band = Strip(lines, column.left, column.right, column.reach, column.opened, column.beside)
        if not lines:
            continue
        text = band.passage.text
        listed = ";" in text or PIPE.search(text) is not None or (commas and ", " in text)
        projects = (
            (piped(band.passage) if PIPE.search(text) else enumerated(band.passage))
            if listed
            else listed_below(band, 0, len(text))
        )
        number = anchor.number or next((one for line in numbers if (one := _counts(line, top))), None)
        found.append(named(strip, replace(anchor, number=number), projects))
    return found


def _of_projects(strip: Strip, column: Strip) -> list[Line]:
    """The lines of a column, without what the labels before it say is something else: "Träger:  Diakonie".
    Labels have a colon, or come again: a lone "Vorhaben" heads a column."""
    labels = [line for line in strip.lines if line.text.endswith(":")]
    bare = [line for line in strip.lines if PROJECT_FIELD.fullmatch(line.text)]
    if len(bare) > 1:
        labels += [*bare, *(line for line in strip.lines if ON_ITS_OWN_LINE.match(line.text))]
    if not any(_calls_projects(label.text) for label in labels):
        return list(column.lines)
    kept: list[Line] = []
    of_project = True
    for line in column.lines:
        middle = center_y(line.bbox)
        beside = (one for one in labels if one.page == line.page and one.bbox[1] < middle < one.bbox[3])
        if label := next(beside, None):
            of_project = _calls_projects(label.text)
        if of_project:
            kept.append(line)
    return kept


def _calls_projects(label: str) -> bool:
    return (PROJECT_LABEL.fullmatch(label) or PROJECT_FIELD.fullmatch(label)) is not None


def _counts(line: Line, top: tuple[int, float]) -> int | None:
    """The number of a Maßnahmenart in a column of its own, where its row begins at `top`."""
    beside = line.page == top[0] and line.bbox[1] <= top[1] + line.size <= line.bbox[3]
    return number_in(NUMBER_ALONE.fullmatch(line.text)) if beside else None


def _top(strip: Strip, anchor: Anchor) -> tuple[int, float]:
    line = strip.line_at(anchor.lead)
    return line.page, line.bbox[1] - 0.3 * line.size


def _project_column(strips: Sequence[Strip]) -> Strip | None:
    """The column that its heading calls one of projects, else the first of words with no other heading."""
    worded = [strip for strip in strips if _is_worded(strip)]
    headed = [strip for strip in worded if PROJECT_HEAD.search(strip.lines[0].text)]
    other = [strip for strip in worded if not NO_PROJECT_HEAD.search(strip.lines[0].text)]
    return next(iter([*headed, *other]), None)


def _is_worded(strip: Strip) -> bool:
    words = [line for line in strip.lines if re.search(r"[^\W\d_]{3}", line.text) and not _is_sum(line.text)]
    return len(words) >= MOST * len(strip.lines)


def _is_sum(text: str) -> bool:
    found = find_amounts(text)
    return bool(found) and len(text) - (found[0].end - found[0].start) < 4
