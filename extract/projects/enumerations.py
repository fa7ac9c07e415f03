"""Several names in one stretch of text: parted by commas, semicolons, quotation marks, letters or sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.certainty.confidence import with_doubted_name, with_repaired_name
from extract.language.language import FINITE_VERB
from extract.language.lists import SEQUENCES
from extract.language.passage import Passage
from extract.projects.names import (
    LAST_ABBREVIATION,
    LEADING,
    OPEN_SUM,
    PARTICULARS,
    QUOTED,
    SUM_FOR,
    find_project,
)
from extract.projects.sentences import SOMEBODY_ELSE
from models.agreement import Project
from models.german import find_amounts

# What parts the names of an enumeration, if it stands in no bracket and behind no hyphen ("Hotel- und …").
SEMICOLON = re.compile(r";\s*(?:(?:und|sowie)\s+)?")
COMMA = re.compile(r",\s+(?:(?:und|sowie)\s+)?|(?<![-–])\s+(?:und|sowie)\s+")
JOINS = re.compile(r"(?<![-–])\s(?:und|sowie)\s")
LETTER = re.compile(r"\(?[a-h]\)\s+")
FEWEST_COUNTED = 2
BEHIND_PART = re.compile(r"\s*[,;]?(?:\s+(?:und|sowie))?\s*$")
# "(i) Lernhaus, (ii) Werkstatt und (iii) Neustart": marks that count within a sentence; behind a name.
COUNTS = re.compile(r"(?<![\w.])(?:\(?(?P<mark>\d{1,2}|[a-z]|[ivx]{1,5})\)|(?P<number>\d{1,2})\.)\s+(?=\S)")
# What is told of a name in quotation marks.
BRACKET_BEHIND = re.compile(r"(?<=[^\s])[“”»«\"]\s\([^()]*\)")
OPENING, CLOSING = "([„»", ")]“«"
# "…, zusammen 329.920 Euro": what the names before it make together.
TOGETHER = re.compile(
    r"[,;–]\s+(?:also\s+)?(?:zusammen|insgesamt|mithin|in Summe)\s+"
    r"(?:(?:EUR|€)\s?)?\d[\d.,–-]*\s?(?:Euro|EUR|€)?\.?$"
)
# "…; hierfür sind 850.000 Euro bestimmt", "…, die die vhs trägt": a clause behind the last name.
CLAUSE = re.compile(
    r"[;,]\s+(?:hierfür|dafür|hierzu|dazu|davon|wofür|wozu|die|der|das|welche[rs]?|wobei|sie|es)\s[^;]*$"
)
# So many sums in a row, each with what it is for, are a list.
SUMS = 2


def without_clause(passage: Passage) -> Passage:
    """An enumeration without what a clause says behind its last name."""
    clause = CLAUSE.search(passage.text)
    return passage.part(0, clause.start()) if clause and FINITE_VERB.search(clause[0]) else passage


def enumerated(passage: Passage) -> list[Project]:
    """The projects of an enumeration; the full stop behind the last ends the sentence."""
    if parts := for_sums(passage) or unquoted(passage):
        return [project for part in parts if (project := find_project(part))]
    passage = without_clause(passage)
    if together := TOGETHER.search(passage.text):
        passage = passage.part(0, together.start())
    text = passage.text.rstrip("; ")
    end = len(text) - (text.endswith(".") and (text.endswith("..") or not LAST_ABBREVIATION.search(text)))
    if parts := counted_parts(passage.part(0, end)):
        return [project for part in parts if (project := find_project(part))]
    names = _unmarked(list(_enumeration(passage.part(0, end))))
    undecided = _undecided(text[:end], names)
    held = ": " in text
    return [
        _joined_somehow(project, held) if name in undecided else project
        for name in names
        if not SOMEBODY_ELSE.match(name.text) and (project := find_project(name))
    ]


def _joined_somehow(project: Project, held: bool) -> Project:
    """One of which it is open where it ends; what a colon holds is hardly parted."""
    return with_doubted_name(project) if held else with_repaired_name(project)


def _undecided(text: str, names: Sequence[Passage]) -> list[Passage]:
    """The names that may be parted otherwise: of several "und" behind the last comma only one joins two
    names, the others are within one."""
    last = text[max(text.rfind(", "), 0) :]
    ambiguous = ";" not in text and len(JOINS.findall(last)) > 1
    return [name for name in names if ambiguous and name.text in last]


def counted_parts(passage: Passage) -> list[Passage]:
    """ "(i) Lernhaus, (ii) Werkstatt und (iii) Neustart": what stands behind each mark, if they count from
    the first on."""
    marks = list(COUNTS.finditer(passage.text))
    if len(marks) < FEWEST_COUNTED or passage.text[: marks[0].start()].strip(LEADING):
        return []
    counted = [mark["mark"] or mark["number"] for mark in marks]
    if not any(counted == list(sequence[: len(marks)]) for sequence in SEQUENCES):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(passage.text)]
    parts = (passage.part(mark.end(), end) for mark, end in zip(marks, ends, strict=True))
    return [part.part(0, len(BEHIND_PART.sub("", part.text))) for part in parts]


def unquoted(passage: Passage) -> list[Passage]:
    """The names in quotation marks, if there is nothing else but what joins and counts them, and brackets
    behind them: "„Lernhaus“ (Volkshochschule), „Werkstatt“ (Diakonie)"."""
    between = BRACKET_BEHIND.sub("“", passage.text)
    if re.fullmatch(r"(?:[\s,;.]|und|sowie|\(?[a-h]\))*", QUOTED.sub("", between)) is None:
        return []
    return [passage.part(*one.span()) for one in QUOTED.finditer(passage.text)]


def _enumeration(passage: Passage) -> Iterator[Passage]:
    """The names of an enumeration in one line."""
    text, start = passage.text, 0
    last = text.rfind(", ")
    for match in (SEMICOLON if ";" in text.rstrip(";") else COMMA).finditer(text):
        before = text[start : match.start()]
        if match.start() < last and match[0][0] not in ",;":
            continue  # "Lager und Logistik, Werkstatt": an "und" before the last two is part of a name
        if PARTICULARS.match(text, match.start()):
            continue  # "Lernhaus, Träger Volkshochschule": it is told of the name before it
        if ": " in before and JOINS.search(text, max(last, 0), start) and match[0][0] not in ",;":
            continue  # "Lernhaus und Werkstatt: Beratung und Begleitung": a colon holds what it opens
        if ": " in before and last < 0 and match[0][0] not in ",;" and JOINS.search(text, match.end()):
            continue  # "Lernhaus: Beratung und Begleitung und Werkstatt": the last one parts two names
        held = OPEN_SUM.sub("", before)
        if all(held.count(a) <= held.count(b) for a, b in zip(OPENING, CLOSING, strict=True)):
            yield passage.part(start, match.start())
            start = match.end()
    yield passage.part(start, len(text))


def _unmarked(names: Sequence[Passage]) -> list[Passage]:
    """ "a) Lernhaus", "b) Werkstatt": if all are counted, the names without their letters."""
    marks = [LETTER.match(name.text) for name in names]
    return [
        name.part(mark.end() if mark else 0, len(name.text)) for name, mark in zip(names, marks, strict=True)
    ]


def for_sums(passage: Passage) -> list[Passage]:
    """ "40.000 Euro für Lernhaus und 20.000 Euro für Werkstatt": each sum with what it is for."""
    text = passage.text
    sums = find_amounts(text)
    told = all(SUM_FOR.match(text, one.end) for one in sums)
    if len(sums) < SUMS or not told or text[: sums[0].start].strip(LEADING):
        return []
    stops = [*(one.start for one in sums[1:]), len(text)]
    parts = (passage.part(one.start, stop) for one, stop in zip(sums, stops, strict=True))
    return [part.part(0, len(re.sub(r"(?:[,;\s]|\bund|\bsowie)+$", "", part.text))) for part in parts]
