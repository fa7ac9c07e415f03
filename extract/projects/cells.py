"""What a cell of a table names: one project, or several if its marks, its lines or its heading tell so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.certainty.confidence import with_doubted_name, with_repaired_name
from extract.language.lines import Line
from extract.language.lists import DECIMAL
from extract.language.passage import Passage, join_lines
from extract.projects.carriers import WITH_CARRIER, without_carrier
from extract.projects.enumerations import enumerated
from extract.projects.names import find_project
from extract.projects.strips import MARKER, is_in_bracket, is_open
from extract.tables.table import SAME_HEIGHT, Cell
from models.agreement import Project

PLURAL_HEADER = re.compile(r"Projekte\b|Vorhaben\b|Angebote\b")
# A cell that lists the projects of its row.
SEVERAL = re.compile(r";\s+\S")
# A sign that parts names.
PARTS = re.compile(r"[,;„»«\"]")
# A blank, and how much of a line may stay free that is full (letter sizes).
BLANK, SLACK = 0.3, 0.5
# So many lines that could each be a name make no wrapped one.
FEWEST_LISTED = 3


def list_by_lines(cells: Sequence[Cell]) -> bool:
    """Do the cells of a column name a project in each of their lines? Of several lines each could be one."""
    listed = [cell.lines for cell in cells if len(cell.lines) > 1]
    steps = [pair for lines in listed for pair in pairwise(lines)]
    return len(steps) >= FEWEST_LISTED - 1 and all(
        below.text[0].isupper() and not is_open(above.text, below.text) and above.text[-1] not in "-,;:"
        for above, below in steps
    )


def projects_in(
    cell: Cell, beside: Sequence[Cell], header: str, right: float, *, by_rows: bool, by_lines: bool = False
) -> list[Project]:
    """The projects that a cell below `header` names, whose lines break at `right` (points).

    `beside` are the cells of its row that tell something of its projects. Where each row has its own
    project (`by_rows`), or each line (`by_lines`), a comma parts no names.
    """
    parts = _marked(cell) or _in_step(cell, beside, right)
    if WITH_CARRIER.search(header):
        return [project for part in parts or [cell.passage] if (project := without_carrier(part, header))]
    if parts:
        return [project for part in parts if (project := find_project(part))]
    passage, lines = cell.passage, cell.lines
    listed: list[Project] = []
    if SEVERAL.search(passage.text) or (
        len(lines) > 1 and all(line.text.endswith((",", ";")) for line in lines[:-1])
    ):
        listed = enumerated(passage)
    elif PLURAL_HEADER.search(header) and not by_rows:
        listed = _listed(cell, right, by_lines)
    if len(listed) > 1:
        return listed
    project = find_project(passage)
    if project and PLURAL_HEADER.search(header) and not by_rows and len(lines) > 1:
        return [with_doubted_name(project)]  # it may be several
    return [project] if project else []


def _listed(cell: Cell, right: float, by_lines: bool) -> list[Project]:
    """What a cell below "Projekte" lists, in its lines or in one; in doubt, the more so where nothing tells
    that its lines are not one name that was wrapped, or "und" not a part of one."""
    entries = _entries(cell, right)
    if by_lines and len(entries) < len(cell.lines):
        found, unsure = [find_project(one) for one in _parted(cell, range(len(cell.lines)))], True
    elif len(entries) > 1 or by_lines:
        found, unsure = [find_project(one) for one in entries], False
    else:
        found, unsure = list(enumerated(cell.passage)), not PARTS.search(cell.text)
    with_doubt = with_repaired_name if unsure else with_doubted_name
    return [with_doubt(one) for one in found if one]


def _marked(cell: Cell) -> list[Passage]:
    """The entries of a cell that each begin with a mark, "– Lernhaus"; none if they do not."""
    starts = [index for index, line in enumerate(cell.lines) if MARKER.match(line.text)]
    alike = {_sign(cell.lines[index]) for index in starts}
    if len(starts) < 2 or starts[0] or len(alike) > 1:
        return []
    return _parted(cell, starts)


def _sign(line: Line) -> str:
    """The mark of a line, as far as it does not count."""
    return re.sub(r"\w", "", line.words[0].text)


def _in_step(cell: Cell, beside: Sequence[Cell], right: float) -> list[Passage]:
    """The entries of a cell where another of its row has one line for each: "Lernhaus | Musterau" above
    "Werkstatt | Beispieltal". Names that go on in the next line have no room on their own."""
    for other in beside:
        starts = [
            next((i for i, line in enumerate(cell.lines) if _same_height(line, one)), None)
            for one in other.lines
        ]
        rows = [start for start in starts if start is not None]
        free = [i for i in rows if i and _had_room(cell.lines[i - 1], cell.lines[i], right)]
        if len(rows) == len(other.lines) > 1 and rows[0] == 0 and free:
            return _parted(cell, rows)
    return []


def _same_height(line: Line, other: Line) -> bool:
    return abs(line.bbox[3] - other.bbox[3]) < SAME_HEIGHT * line.size


def _parted(cell: Cell, starts: Sequence[int]) -> list[Passage]:
    bounds = zip(starts, [*starts[1:], len(cell.lines)], strict=True)
    return [join_lines(cell.lines[start:end]) for start, end in bounds]


def _entries(cell: Cell, right: float) -> list[Passage]:
    """What a cell lists line by line: a line begins an entry if it counts it, "2.1 Lernhaus", or, where none
    does, if its first word had room on the one above."""
    counted = DECIMAL.fullmatch(cell.lines[0].words[0].text) is not None
    starts = [0]
    for index, line in enumerate(cell.lines[1:], start=1):
        above = cell.lines[index - 1]
        if DECIMAL.fullmatch(line.words[0].text) if counted else _had_room(above, line, right):
            starts.append(index)
    return _parted(cell, starts)


def _had_room(above: Line, line: Line, right: float) -> bool:
    """Would the first word of a line have fitted on the one above it, and is that no open bracket?"""
    if is_in_bracket(above.text, line.text):
        return False
    first = line.words[0].bbox
    return above.bbox[2] + BLANK * line.size + first[2] - first[0] <= right - SLACK * line.size
