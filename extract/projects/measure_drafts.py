"""A Maßnahmenart in the making: how it is headed, and where a project of it belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.language.passage import Passage
from models.agreement import Project
from models.german import find_amounts
from models.german.roman import roman
from models.reference import Match, MeasureType, Reference

CALLS_MEASURE = r"(?:Maßnahmen?art|Maßnahmeart|Maßnahme|Förderschwerpunkt|Förderbereich|Schwerpunkt)"
# "Maßnahmenart 2: Ausbildung …", "Maßnahme 2 – …"
MEASURE_HEAD = re.compile(
    rf"{CALLS_MEASURE}\s*(?:Nr\.\s*)?(?P<number>\d{{1,2}}|[IVX]{{1,4}})\s*[:.,)|/·•–—-]?\s*"
)
# "Nr. 2 Ausbildung …", "Themenfeld 2, …": so much else is counted like this that the catalogue has to know
# the title.
WEAK_HEAD = re.compile(
    r"(?:MA|Nr\.|Ziff\.|(?!Projekt|Vorhaben|Angebot)[A-ZÄÖÜ][a-zäöüß]{3,})\s*"
    r"(?P<number>\d{1,2}|[IVX]{1,4}|(?<=\s)[A-H](?=\s?[:.)–—-]))\s*[:.,)|/·•–—-]?\s*"
)
NUMBER_HEAD = re.compile(r"\(?(?P<number>\d{1,2})(?:[.):]|\s?[–—-])\s+")
# "Ausbildung (Nr. 2)".
NUMBER_BEHIND = re.compile(
    r"[“”\"«]?\s\((?:Maßnahmen?art|Maßnahme|MA|Nr\.|Nummer|Ziffer|Schwerpunkt)\s?(?:Nr\.\s)?(\d{1,2}|[IVX]{1,4})\)"
)
ROMAN = re.compile(r"[IVX]+")
# "2 Ausbildung", and "(2)Ausbildung" where a blank was lost.
LONE_NUMBER = re.compile(r"\(?(?P<number>\d{1,2})(?:[.)]\s*|\s+)(?=[A-ZÄÖÜ])")
# What leads from a title to its sum: ", hierfür bis zu", " (", " in Höhe von", " mit einem Anteil von". No
# title ends in a small word.
BEFORE_SUM = re.compile(
    r"(?:[\s(\[:,;=–—-]|\b(?:[a-zäöü]+|Höhe|Umfang|Summe|(?:Teilb|B)etrag|Anteil|Kontingent|Ansatz"
    r"|i\.\s?H\.\s?v\.)(?=\s))*$"
)
# What parts a sum from the title behind it: "500 Euro | Ausbildung".
BEHIND_SUM = re.compile(r"[\s)\]:,;=|/·•–—-]*(?=[A-ZÄÖÜ][^\W\d_]{2})")
# "(61 % der Mittel)", "(24 Plätze)": how much of all it has.
SHARE_BEHIND = re.compile(r"\s\([^()]*\d\s?(?:%|v\.\s?H\.|Prozent|Plätze|Teilnehm)[^()]*\)$")
# ", Kontingent", " – Ansatz": what the sum behind a title is called.
NAME_OF_SUM = re.compile(r"\s*[,;:(–—-]\s*[^\W\d_]+(?:\s[^\W\d_]+)?$")


@dataclass
class Draft:
    """A measure in the making."""

    number: int | None
    title: Passage
    match: Match[MeasureType] | None
    projects: list[Project] = field(default_factory=list)
    framed: set[str] = field(default_factory=set)
    """Names that the rules around a cell hold together."""
    tabled: bool = False
    """Are its projects those of the rows of a table?"""

    def __post_init__(self) -> None:
        for behind in NUMBER_BEHIND.finditer(self.title.text):
            if behind.end() == len(self.title.text):
                self.title = self.title.part(0, behind.start())
                self.number = self.number if self.number is not None else number_of(behind[1])


def before_sum(title: Passage, reference: Reference) -> Passage:
    """A title without its share, or its sum, be it before it, and what this is called if the catalogue knows
    what is left."""
    if share := SHARE_BEHIND.search(title.text):
        title = title.part(0, share.start())
    amounts = find_amounts(title.text)
    if not amounts:
        return title
    if not BEFORE_SUM.sub("", title.text[: amounts[0].start], count=1):
        behind = BEHIND_SUM.match(title.text, amounts[0].end)
        rest = title.part(behind.end() if behind else 0, len(title.text) if behind else 0)
        return before_sum(rest, reference)
    title = title.part(0, len(BEFORE_SUM.sub("", title.text[: amounts[0].start], count=1)))
    if named := NAME_OF_SUM.search(title.text):
        shorter = title.part(0, named.start())
        known, whole = reference.match_measure(shorter.text), reference.match_measure(title.text)
        if known and (whole is None or known.score > whole.score):
            return shorter
    return title


def same_measure(draft: Draft, other: Draft) -> bool:
    alike = draft.number is not None and _same_type(draft, other)
    return draft.number == other.number and (draft.title.text == other.title.text or alike)


def _same_type(draft: Draft, other: Draft) -> bool:
    """Does the catalogue know both, as the same?"""
    one, two = draft.match, other.match
    return one is not None and two is not None and one.entry.key == two.entry.key


def only_named(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Is a measure without a number and projects one of those that have them, and only named here, as where
    the budget is divided?"""
    alike = (other for other in drafts if other.projects)
    same = (_same_type(draft, other) or other.title.text == draft.title.text for other in alike)
    return draft.number is None and not draft.projects and any(same)


def known_or_new(draft: Draft, drafts: list[Draft]) -> Draft:
    """The measure of that number or type that is known already, else the new one."""
    for known in drafts:
        same_number = draft.number is not None and known.number == draft.number
        if same_number or _same_type(draft, known) or known.title.text == draft.title.text:
            if known.number is None:
                known.number = draft.number
            return known
    drafts.append(draft)
    return draft


def place_project(project: Project, current: Draft | None, drafts: list[Draft]) -> None:
    """Adds a project of a table, or its amount to the project of that name in a list."""
    for draft in [current] if current else drafts:
        for index, known in enumerate(draft.projects):
            if known.name.value == project.name.value:
                if known.amount is None:
                    draft.projects[index] = known.model_copy(update={"amount": project.amount})
                return
    if current is not None:
        current.projects.append(project)


def number_of(printed: str) -> int | None:
    """A number in figures, or a Roman one; None for a letter."""
    if printed.isdigit():
        return int(printed)
    return roman(printed) if ROMAN.fullmatch(printed) else None


def names_of(drafts: Sequence[Draft]) -> list[str]:
    return [project.name.value for draft in drafts for project in draft.projects]


def bare_name(name: str) -> str:
    """A name without its marks: two readings may part it differently from what stands around it."""
    return re.sub(r"[\W_]", "", name)
