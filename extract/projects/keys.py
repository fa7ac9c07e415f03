"""Projects that give the number, or the letter, of their Maßnahmenart; elsewhere a key tells its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.certainty.confidence import repaired, with_doubted_name
from extract.language.passage import Passage, join_passages
from extract.parties.organisations import is_organisation
from extract.projects.entries import may_be, one_project
from extract.projects.enumerations import enumerated
from extract.projects.measure_anchors import Anchored, Named, counted, entry_at
from extract.projects.names import ON_ITS_OWN_LINE
from extract.projects.sentences import DONE_FIRST
from extract.projects.strips import MARKER, TO_NUMBER
from models.agreement import Project
from models.german import find_amounts

# What may stand around the sum behind a code.
BESIDE = " .,;:=()[]–—-"
Key = Mapping[str, Passage]
"""The titles of Maßnahmenarten by their codes, "2" or "B"."""

# "Lernhaus (Nr. 1)", "Lernhaus, MA 2: 500 Euro": the code of its Maßnahmenart behind a name.
_CALLED = r"(?:(?:zur?|Nr\.|Nummer|Ziffer|Maßnahmen?art|Maßnahme|MA|M(?=\d))\s?)"
_NUMBER = r"(?P<number>\d{1,2}|[IVX]{1,4}|[A-H])\b"
OF_CODE = re.compile(rf"(?:\s?[,;:/|·(\[]|\s[–—-])\s?{_CALLED}+{_NUMBER}[)\]]?")
# "Lernhaus (MA 1 und MA 2)": another code behind the first one.
ANOTHER_CODE = re.compile(rf"(?:,|\b(?:und|sowie))\s{_CALLED}*{_NUMBER}(?=[)\],]|\s(?:und|sowie)\s)")
# What is said behind a code, to the end of its bracket and to what parts it from the next name.
BEHIND_CODE = re.compile(
    r"(?P<said>(?:[^()\[\]]{0,200}?[)\]])?(?:[^,;]|,(?=\S)){0,200}?)(?:(?:[,;]\s+|\s)(?:und|sowie)\s+|[,;]\s+|[.,;]?$)"
)
# "Volkshochschule: Lernhaus (MA 1), Werkstatt (MA 2)": who runs what is listed behind the colon.
CARRIER = re.compile(r"(?P<carrier>[^:()„“»«\"]+):\s+(?=\S)")
# What leads to the first name of a sentence, or to the last.
LEADING = re.compile(
    rf"(?:[^()]*\b(?:die|das|folgenden?)\s(?:Projekte?n?|Vorhaben|Angebote?n?):?\s+|{DONE_FIRST})?"
    r"(?:(?:und|sowie)\s+)?"
)
# What may part two names.
SEVERAL = re.compile(r"[,;]\s")
IN_BRACKETS = re.compile(r"\([^()]*\)|[„»«\"][^“”»«\"]*[“”»«\"]")


@dataclass(frozen=True, slots=True)
class _Coded:
    """A name with the code of its Maßnahmenart, and what is said behind that."""

    name: Passage
    code: str
    said: Passage

    def projects(self) -> list[Project]:
        """The project, with the sum behind its code if there is one. A name is disputed that may hold
        another, which has no code, or who runs it, and one of which more is said."""
        several = SEVERAL.search(IN_BRACKETS.sub("", self.name.text)) is not None
        lead = CARRIER.match(self.name.text)
        named, understood = self._named()
        alone = understood and not several and not (lead and is_organisation(lead["carrier"]))
        return [one.model_copy(update={"name": repaired(one.name, exact=alone)}) for one in named]

    def _named(self) -> tuple[list[Project], bool]:
        """The project, and whether what is said behind its code is understood."""
        said = self.said.text
        if not (rest := said.strip(BESIDE)) or ON_ITS_OWN_LINE.match(rest):
            return one_project(self.name), True
        sums = find_amounts(said)
        if len(sums) != 1 or f"{said[: sums[0].start]}{said[sums[0].end :]}".strip(BESIDE):
            return one_project(self.name), False
        sum_behind = self.said.part(sums[0].start, sums[0].end)
        return one_project(join_passages([self.name, sum_behind], seam=" ")), True


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
    """ "zu 1.: Lernhaus; Werkstatt", "Lernhaus (Nr. 1), Werkstatt (Nr. 2)": entries that give the codes of
    Maßnahmenarten named elsewhere. One alone may be a reference, and is no list."""
    key = key_of([columns])
    naming = {
        (which, entry_at(strip, anchor.start)[0])
        for which, (strip, anchors) in enumerate(columns)
        for anchor in anchors
    }
    entries = [
        strip.passage.part(start, end)
        for which, (strip, _) in enumerate(columns)
        for start, end in strip.entries
        if (which, start) not in naming
    ]
    listed = [list(_coded(entry, key)) for entry in entries]
    carried = _are_carried([coded for coded in listed if coded])
    named: list[Named] = []
    for entry, coded in zip(entries, listed, strict=True):
        if (before := TO_NUMBER.match(entry.text)) and (title := explained(key, before["number"])):
            projects = enumerated(entry.part(before.end(), len(entry.text)))
            named.append(
                Named(
                    counted(before["number"]), title, tuple(map(with_doubted_name, filter(may_be, projects)))
                )
            )
            continue
        for one in _without_carrier(coded) if carried else coded:
            if title := explained(key, one.code):
                named.append(Named(counted(one.code), title, tuple(one.projects())))
    told = [one for one in named if one.projects]
    return told if len(told) > 1 else []


def _coded(entry: Passage, key: Key) -> Iterator[_Coded]:
    """The names of an entry that each have a code behind them."""
    marker = MARKER.match(entry.text)
    at = _names_begin(entry.text, marker.end() if marker else 0)
    for code in OF_CODE.finditer(entry.text):
        said = BEHIND_CODE.match(entry.text, code.end())
        if code.start() < at or said is None or explained(key, code["number"]) is None:
            continue
        for number in (code["number"], *(more["number"] for more in ANOTHER_CODE.finditer(said["said"]))):
            yield _Coded(entry.part(at, code.start()), number, entry.part(*said.span("said")))
        at = said.end()


def _names_begin(text: str, at: int) -> int:
    lead = LEADING.match(text, at)
    return lead.end() if lead else at


def _are_carried(listed: Sequence[Sequence[_Coded]]) -> bool:
    """Does each entry begin with who runs what it lists? Most of those are known as organisations."""
    leads = [CARRIER.match(coded[0].name.text) for coded in listed]
    known = sum(lead is not None and is_organisation(lead["carrier"]) for lead in leads)
    return all(leads) and 2 * known > len(leads)


def _without_carrier(coded: Sequence[_Coded]) -> list[_Coded]:
    """The names of an entry, the first without who runs them."""
    return [
        replace(one, name=one.name.part(lead.end(), len(one.name.text)))
        if index == 0 and (lead := CARRIER.match(one.name.text))
        else one
        for index, one in enumerate(coded)
    ]
