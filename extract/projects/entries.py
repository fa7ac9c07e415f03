"""Which entries of a list are projects, and where the list ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from extract.language.language import says_something
from extract.language.passage import Passage
from extract.parties.organisations import is_organisation
from extract.projects.enumerations import counted_parts, enumerated, for_sums, unquoted
from extract.projects.measure_anchors import LABEL, SAME_LEFT, entry_at
from extract.projects.names import (
    ANNEX,
    ASIDE,
    CALLS_PROJECTS,
    LAST_ABBREVIATION,
    ON_ITS_OWN_LINE,
    PARTICULARS,
    find_project,
    is_no_project,
    without_stop,
)
from extract.projects.sentences import SOMEBODY
from extract.projects.strips import MARKER, Strip
from models.agreement import Project
from models.german import find_amounts

# "Lernhaus (Träger: vhs), Werkstatt (Träger: vhs)": a bracket ends each name of an enumeration.
BRACKETS = re.compile(r"(?:[^()]+\([^()]*\)(?:,\s+|\.?$)){2,}")
# "Projekte: Lernhaus; Werkstatt"
NAMES_PROJECTS = re.compile(rf"{CALLS_PROJECTS}\s?:\s+(?=\S)")
# Two sentences, a day, a label that opens in lower case: what stands here is no list of projects any more.
SOMETHING_ELSE = re.compile(
    r"[^\W\d_]{4}\.\s+[A-ZÄÖÜ]|\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄÖÜ][a-zäöü]+)\s?(?:19|20)\d\d"
)
IN_ANY_BRACKET = re.compile(r"\([^()]*\)")
LOWER_LABEL = re.compile(r"[a-zäöü]{4,}:\s")
# A sentence goes on like this, no name begins so.
SAID = re.compile(
    r"(?:k?ein\w*|nicht|von|vom|auch|sehr|nur|noch|bis|unter|über|weiter\w*|wichtig\w*|sich|in|im|auf)\s"
)
# "34.400,00 Ausbildungsvorbereitung": the sum stands before what it is for.
SUM_FIRST = re.compile(r"\d[\d.]*(?:,\d+)?(?:\s?(?:T?€|Euro|EUR|TEUR))?(?=\s|$)")
# "– Bericht –": a heading between dashes.
SET_OFF = re.compile(r"[–—-]\s.*\s[–—-]")
# "TOP 4", "Nr. 4", "§ 4", "4.)"
SECTION = re.compile(
    r"(?:(?:TOP|Nr\.|§|Ziff(?:er|\.)|Artikel|Abschnitt|Teil)\s?(?P<number>\d{1,2})\b)|\(?(?P<bare>\d{1,2})[.)]+\s"
)
PIPE = re.compile(r"\s*[|•·]\s*")
# What parts names in one line.
PARTS = re.compile(rf"{PIPE.pattern}|;\s+")
# "Lernhaus; vhs Musterau; 50123": what is told of one project, the number of an account last.
ENDS_IN_NUMBER = re.compile(r";\s+\d{3,}[\d./-]*$")
# A mark has no more signs than this.
MARK = 2
# Letters of another size differ by this factor.
OTHER_SIZE = 1.06
# No entry of a list begins further right than this of the first (letter sizes).
FAR = 12.0
# Sums by Maßnahmenart and other sentences name no projects.
NAME_WORDS, SENTENCE_WORDS = 14, 5


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a list: its text, whether a mark stands before it, where the text begins (points), and how
    its first line is set."""

    name: Passage
    marked: bool
    left: float
    scanned: bool
    size: float
    bold: bool

    def heads(self, other: _Entry) -> bool:
        """Is it set as what stands above a list, larger or bolder than this `other` entry of one?"""
        larger = self.size > other.size * OTHER_SIZE and self.left < other.left
        return not self.scanned and (larger or (self.bold and not other.bold))

    def notes(self, other: _Entry) -> bool:
        """Is it set smaller than this `other` entry, or far beside it: a note, or what heads each page?"""
        smaller = not self.scanned and self.size * OTHER_SIZE < other.size
        return smaller or self.left > other.left + FAR * other.size


def listed_below(strip: Strip, begin: int, stop: int, *, in_sums: bool = False) -> list[Project]:
    """Each entry between two Maßnahmenarten is a project, until one says something or leaves the list.
    Among Maßnahmenarten with their sums before them (`in_sums`), another sum is no project's but the total.
    """
    projects: list[Project] = []
    first: _Entry | None = None
    colon = strip.passage.text[:begin].rstrip().endswith(":")
    aside = False
    entries = [(start, end) for start, end in strip.entries if begin <= start < stop]
    explained = _explains_each(strip.passage.part(start, min(end, stop)).text for start, end in entries)
    for start, end in entries:
        entry = _entry(strip, start, min(end, stop), first)
        name = without_stop(entry.name, strip.passage.text[begin:start])
        printed = strip.passage.part(start, end).text.strip()
        if SET_OFF.fullmatch(printed) or ANNEX.match(printed) or (in_sums and SUM_FIRST.match(printed)):
            break
        if ASIDE.fullmatch(name.text) or (aside and not name.text.endswith(":")):
            aside = True
            continue
        aside = False
        if not name.text or LABEL.fullmatch(name.text) or _tells_of(name.text, entry.marked):
            continue
        if is_organisation(name.text.rstrip(" :,;")) and _is_followed_deeper(strip, start, end):
            continue  # who runs the projects below it
        if not projects and name.text.endswith((".", ":")) and _says(name.text, entry.marked):
            continue  # what a list is about stands before it
        if first and entry.heads(first):
            break
        if first and entry.notes(first):
            continue
        if projects and first and not first.marked and _heads_section(printed, len(projects) + 1):
            break
        first = first or entry
        size = strip.size
        lost = entry.scanned and abs(entry.left - first.left) < SAME_LEFT * size
        unlike = first.marked and not entry.marked and not lost
        if explained and _says(name.text, entry.marked):
            continue
        below = unlike and entry.left > first.left - SAME_LEFT * size
        if below and _is_sentence(printed) and MARKER.match(strip.passage.text, end, stop):
            continue  # about the one above it
        if unlike or entry.left < first.left - size or _says(name.text, entry.marked):
            break
        alone = colon and not projects and not entry.marked and not strip.passage.text[end:stop].strip()
        projects += _named_by(name, strip.passage.part(start, min(end, stop)), alone)
    return projects


def _named_by(name: Passage, entry: Passage, alone: bool) -> list[Project]:
    """The projects that an entry names by what is left of it without its mark: one, unless it lists some, or
    stands `alone` behind a colon."""
    if counted_parts(entry):
        return enumerated(entry)
    if labelled := NAMES_PROJECTS.match(name.text):
        return enumerated(name.part(labelled.end(), len(name.text)))
    if PIPE.search(name.text):
        return piped(name)
    listed = (
        (alone and is_list(name))
        or ("; " in name.text and not (PARTICULARS.search(name.text, 1) or ENDS_IN_NUMBER.search(name.text)))
        or BRACKETS.fullmatch(name.text)
        or for_sums(name)
        or unquoted(name)
    )
    return enumerated(name) if listed else one_project(name)


def _heads_section(printed: str, count: int) -> bool:
    """Does a number open a line that is not the one the list has come to: "TOP 4 – Schritte", "4.)"?"""
    head = SECTION.match(printed)
    return head is not None and int(head["number"] or head["bare"]) != count


def _explains_each(entries: Iterable[str]) -> bool:
    """Is there a sentence below each name that tells what the project is about? It needs no marks then."""
    texts = [text.strip() for text in entries]
    if any(map(MARKER.match, texts)):
        return False
    says = [_says(text, is_marked=False) for text in texts]
    return says[-1:] == [True] and not says[0] and all(one or below for one, below in pairwise(says))


def _is_followed_deeper(strip: Strip, start: int, end: int) -> bool:
    """Does an entry stand deeper below this one, that tells nothing of it, nor is a sentence about it?"""
    if end >= len(strip.passage.text):
        return False
    line, below = strip.line_at(start), strip.line_at(end)
    deeper = below.bbox[0] > line.bbox[0] + SAME_LEFT * line.size
    rest = strip.passage.part(*entry_at(strip, end)).text.strip()
    told = _is_sentence(rest) or ON_ITS_OWN_LINE.match(below.text)
    return deeper and not (told or SET_OFF.fullmatch(below.text.strip()))


def _is_sentence(text: str) -> bool:
    """Does a line say something: "Das macht die Diakonie."?"""
    return says_something(text) or (text.endswith(".") and SOMEBODY.match(text) is not None)


def _entry(strip: Strip, start: int, end: int, first: _Entry | None) -> _Entry:
    """What is printed as one, without its mark. A mark that was misread stands where the others do: its text
    begins below that of the `first` entry."""
    passage = strip.passage.part(start, end)
    words = strip.line_at(start).words
    marker = MARKER.match(passage.text)
    behind = marker.end() if marker else 0
    misread = (
        first is not None
        and marker is None
        and len(words) > 1
        and words[0].origin == "ocr"
        and len(words[0].text) <= MARK
        and words[0].bbox[0] < first.left - SAME_LEFT * words[0].size
        and abs(words[1].bbox[0] - first.left) < SAME_LEFT * words[0].size
    )
    if misread:
        behind = len(words[0].text)
    name = passage.part(behind, len(passage.text))
    letters = name.pieces[0].word if name.pieces else words[0]
    return _Entry(
        name,
        marker is not None or misread,
        letters.bbox[0],
        letters.origin == "ocr",
        letters.size,
        letters.bold,
    )


def _tells_of(text: str, is_marked: bool) -> bool:
    """Does a line tell something of the project above it? Behind a mark of its own stands no carrier."""
    particulars = PARTICULARS.search(text, 1)
    carrier = text[: particulars.start()] if particulars else ""
    alone = re.search(r"[;:,/]|\s[–—-]\s", carrier) is None
    return ON_ITS_OWN_LINE.match(text) is not None or (alone and not is_marked and is_organisation(carrier))


def _says(text: str, is_marked: bool) -> bool:
    """A sentence, or more words than a name has."""
    words = max(len(part.split()) for part in PARTS.split(text))
    says = any(map(says_something, text.split(", "))) or (
        text.endswith(".") and words >= SENTENCE_WORDS and not LAST_ABBREVIATION.search(text)
    )
    if SOMETHING_ELSE.search(IN_ANY_BRACKET.sub("", text)) or (not is_marked and LOWER_LABEL.match(text)):
        return True
    return words > NAME_WORDS or (says and not is_marked)


def is_list(name: Passage) -> bool:
    parts = name.text.split(", ")
    return len(parts) > 1 and not SAID.match(name.text) and not any(map(says_something, parts))


def piped(passage: Passage) -> list[Project]:
    projects, at = [], 0
    for match in [*PIPE.finditer(passage.text), None]:
        projects += one_project(passage.part(at, match.start() if match else len(passage.text)))
        at = match.end() if match else at
    return projects


def one_project(passage: Passage) -> list[Project]:
    project = find_project(passage) if passage.text else None
    return [project] if project is not None and may_be(project) else []


def may_be(project: Project) -> bool:
    """May this be the name of a project? It is no label, no sum, no sentence."""
    name = project.name.value
    return not (
        name.endswith(":")
        or name in ("und", "sowie", "oder")
        or all(LABEL.fullmatch(part) for part in name.split(" / "))
        or is_no_project(name)
        or MARKER.fullmatch(name)
        or find_amounts(name)
        or len(name.split()) > NAME_WORDS
        or says_something(name)
    )
