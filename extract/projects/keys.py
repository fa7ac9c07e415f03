"""Projects that give the number, or the letter, of their Maßnahmenart; elsewhere a key tells its title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.language.passage import Passage, join_passages
from extract.projects.entries import may_be, one_project
from extract.projects.measure_anchors import Anchored, Named, counted, entry_at, flagged
from extract.projects.names import ON_ITS_OWN_LINE, enumerated
from extract.projects.strips import MARKER, TO_NUMBER
from models.agreement import Project
from models.german import find_amounts

# What may stand around the sum behind a code.
BESIDE = " .,;:=()–—-"
Key = Mapping[str, Passage]
"""The titles of Maßnahmenarten by their codes, "2" or "B"."""

# "Lernhaus (Nr. 1)", "Lernhaus, MA 2: 500 Euro": the code of its Maßnahmenart behind a name.
OF_CODE = re.compile(
    r"(?:\s*[,;:/|·(\[]|\s[–—-])\s*(?:(?:zu|zur|Nr\.|Nummer|Ziffer|Maßnahmen?art|Maßnahme|MA|M(?=\d))\s?)+"
    r"(?P<number>\d{1,2}|[IVX]{1,4}|[A-H])\b[)\]]?"
)


def key_of(zones: Sequence[Sequence[Anchored]]) -> dict[str, Passage]:
    """What the codes of Maßnahmenarten stand for, where the document says so first."""
    key: dict[str, Passage] = {}
    for strip, anchors in (column for columns in zones for column in columns):
        for anchor in anchors:
            if anchor.code is not None:
                key.setdefault(_normal(anchor.code), strip.passage.part(anchor.start, anchor.end))
    return key


def explained(key: Key, code: str) -> Passage | None:
    """The title that a code stands for; Roman numbers and figures mean the same."""
    return key.get(_normal(code))


def _normal(code: str) -> str:
    number = counted(code)
    return code if number is None else str(number)


def named_by_number(columns: Sequence[Anchored]) -> list[Named]:
    """ "zu 1.: Lernhaus; Werkstatt", "Lernhaus (Nr. 1)": entries that give the code of a Maßnahmenart named
    elsewhere. One alone may be a reference, and is no list."""
    key = key_of([columns])
    naming = {
        (which, entry_at(strip, anchor.start)[0])
        for which, (strip, anchors) in enumerate(columns)
        for anchor in anchors
    }
    named: list[Named] = []
    for which, (strip, _) in enumerate(columns):
        for start, end in strip.entries:
            entry = strip.passage.part(start, end)
            entry = entry.part(0, len(entry.text.rstrip()))
            before = TO_NUMBER.match(entry.text)
            said = before or next(reversed(list(OF_CODE.finditer(entry.text))), None)
            title = explained(key, said["number"]) if said else None
            if (which, start) in naming or said is None or title is None:
                continue
            if before:
                projects = enumerated(entry.part(before.end(), len(entry.text)))
            else:
                projects = _before_code(entry, said)
            named.append(Named(counted(said["number"]), title, tuple(map(flagged, filter(may_be, projects)))))
    told = [one for one in named if one.projects]
    return told if len(told) > 1 else []


def _before_code(entry: Passage, code: re.Match[str]) -> list[Project]:
    """The project of an entry, with the sum behind its code if there is one; none where more is said."""
    marker = MARKER.match(entry.text)
    name = entry.part(marker.end() if marker else 0, code.start())
    behind = entry.part(code.end(), len(entry.text))
    rest = behind.text.strip(BESIDE)
    if not rest or ON_ITS_OWN_LINE.match(rest):
        return one_project(name)
    sums = find_amounts(rest)
    alone = len(sums) == 1 and not f"{rest[: sums[0].start]}{rest[sums[0].end :]}".strip(BESIDE)
    return one_project(join_passages([name, behind], seam="")) if alone else []
