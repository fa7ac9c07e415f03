"""Projects that give the number of their Maßnahmenart, which is named elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.measure_anchors import Named, anchors_in, entry_at, flagged, number_in
from extract.passage import Passage
from extract.project_entries import may_be, one_project
from extract.project_names import enumerated
from extract.project_strips import MARKER, TO_NUMBER, Strip
from extract.understand import Reading

# "Lernhaus (Nr. 1)": the number of its Maßnahmenart behind a name.
OF_NUMBER = re.compile(
    r"\s\((?:(?:zu|Nr\.|Nummer|Ziffer|Maßnahmen?art|MA)\s?)+(?P<number>\d{1,2}|[IVX]{1,4})\)[.,;]?$"
)


def named_by_number(reading: Reading, strips: Sequence[Strip]) -> list[Named]:
    """ "zu 1.: Lernhaus; Werkstatt", "Lernhaus (Nr. 1)": entries that give the number of a Maßnahmenart named
    elsewhere. One alone may be a reference, and is no list."""
    titles: dict[int, Passage] = {}
    naming: set[tuple[int, int]] = set()
    for which, strip in enumerate(strips):
        for anchor in anchors_in(reading, strip):
            naming.add((which, entry_at(strip, anchor.start)[0]))
            if anchor.number is not None:
                titles.setdefault(anchor.number, strip.passage.part(anchor.start, anchor.end))
    named: list[Named] = []
    for which, strip in enumerate(strips):
        for start, end in strip.entries:
            if (which, start) in naming:
                continue
            entry = strip.passage.part(start, end)
            entry = entry.part(0, len(entry.text.rstrip()))
            before, behind = TO_NUMBER.match(entry.text), OF_NUMBER.search(entry.text)
            title = titles.get(number_in(before or behind) or 0)
            if title is None:
                continue
            if before:
                projects = enumerated(entry.part(before.end(), len(entry.text)))
            else:
                marker = MARKER.match(entry.text)
                projects = one_project(
                    entry.part(marker.end() if marker else 0, behind.start() if behind else 0)
                )
            named.append(
                Named(number_in(before or behind), title, tuple(map(flagged, filter(may_be, projects))))
            )
    told = [one for one in named if one.projects]
    return told if len(told) > 1 else []
