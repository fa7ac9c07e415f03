"""Projects before, above and behind the names of their Maßnahmenarten."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.certainty.confidence import with_repaired_name
from extract.language.language import FINITE_VERB
from extract.language.passage import Passage
from extract.parties.organisations import is_organisation
from extract.projects.around_in_words import all_quoted, told_in
from extract.projects.entries import PIPE, SAID, SUM_FIRST, is_list, listed_below, may_be, one_project, piped
from extract.projects.enumerations import enumerated, without_clause
from extract.projects.measure_anchors import LABEL, Anchor, entry_at
from extract.projects.names import ASIDE, CALLS_SUM, COUNTED, ON_ITS_OWN_LINE, QUOTED
from extract.projects.sentences import is_about_somebody
from extract.projects.strips import MARKER, Strip
from models.agreement import Project
from models.german import find_amounts

# What leads from the name of a Maßnahmenart to its projects.
_LEADING_WORDS = (
    "gehören gehört zählen zählt umfassen umfasst entfallen entfällt dienen dient stehen steht sind ist"
    " wird werden laufen läuft hat haben fallen fällt nämlich mit durch und\\szwar insbesondere dazu hierzu"
    " hierunter darunter zugeordnet vorgesehen vereinbart geplant gefördert finanziert bewilligt durchgeführt"
    " umgesetzt angeboten bestehend aus den dem der die das folgende folgenden Projekte? Projekten"
    ' Vorhaben(?!\\s[„»"])'
    " Angebote? Angeboten Maßnahmen? als im\\sEinzelnen sollen soll es an davon bis"
    " zu hierfür dafür in\\sHöhe\\svon von insgesamt"
    " eine? ein zwei drei vier fünf sechs sieben acht neun zehn \\d{1,2}(?=\\s(?:Proj|Vorh|Ang))"
)
CONNECTOR = re.compile(rf"\s*(?:[“”\"«‘’)\]:,=·•→–—/|-]|\b(?:{'|'.join(_LEADING_WORDS.split())})\b)\s*")
# "…, und zwar für die Projekte A und B", "… werden gefördert: a) A": what follows are names, whatever was
# said before.
NAMES_THEM = re.compile(
    r"\b(?:das|die|den|dem|de[rs]|folgenden?)\s+(?:Projekte?n?|Vorhaben|Angebote?n?)\s*:?\s+(?=[A-ZÄÖÜ„»\"])"
    r"|:\s+(?=\(?[a1i]\)\s)"
)
# The end of a sentence. Behind a short word no sentence of two words begins: "Abt. Holz; Lernhaus".
FULL_STOP = re.compile(
    r"(?<=[^\W\d_]{6})\.\s+(?=[A-ZÄÖÜ])|(?<=.[“\")»«])\.\s+(?=[A-ZÄÖÜ])"
    r"|(?<=[^\W\d_]{2})\.\s+(?=[A-ZÄÖÜ][^.;,]*\s[^.;,]*\s\S)"
    r"|;\s+(?:im|in|für|bei|auf|zu[rm]?)\b|;\s*$"
)
# "– Budget: 500 Euro": what the sum of a Maßnahmenart is called.
SUM_CALLED = re.compile(rf"{CALLS_SUM}:?\s+")
# A field that says of a project which Maßnahmenart it has.
PROPERTY = re.compile(r"(?:Maßnahmen?art|Förderbereich|Förderschwerpunkt|Schwerpunkt|Art)\s?(?:[:–—-]|ist\b)")
# "(2 Projekte)", "(AQB)": what a bracket says of a Maßnahmenart whose projects stand below.
IN_BRACKETS = re.compile(r"\(?[^()]*\)")
# A word in small letters right behind the name, that calls no projects and leads to none.
ONWARD = re.compile(rf"[“”\"«]?\s+(?!(?:{'|'.join(_LEADING_WORDS.split())})\b)[a-zäöüß]")
# "… ist sicherzustellen, dass"
SUBORDINATE = re.compile(r",\s(?:dass|ob|wenn|damit|weil|soweit|sofern)\b")
# Behind a name: its amount, the sign that opens a bracket, a stroke.
LOOSE = " /|–—-,;:=(["
# … and of its Maßnahmenart: " / bis zu 500 Euro".
SUM_BEHIND = re.compile(
    r"\s*[/|,;:(–—-]\s*(?:bis\szu\s)?(?:(?:EUR|€)\s?\d[\d.,-]*|\d[\d.,-]*\s?(?:EUR|Euro|€))\s*$"
)


def projects_before(strip: Strip, anchors: Sequence[Anchor], index: int) -> list[Project]:
    """ "FauB / Maßnahmenart 1: Ausbildungsvorbereitung": in one entry that ends with the name."""
    anchor, text = anchors[index], strip.passage.text
    start, end = _lines_around(strip, anchors, index)
    if SUM_BEHIND.sub("", text[anchor.behind : end]).strip(' .,;)]“"«'):
        return []
    marker = MARKER.match(text, start, anchor.lead)
    name = strip.passage.part(marker.end() if marker else start, anchor.lead)
    name = name.part(0, len(name.text.rstrip(LOOSE)))
    told = [one for one in piped(name) if not is_organisation(one.name.value)]
    alone = [one.title for one in anchors].count(anchor.title) == 1
    return (
        told[:1]
        if PIPE.search(name.text)
        else enumerated(name)
        if alone and is_list(name)
        else one_project(name)
    )


def _lines_around(strip: Strip, anchors: Sequence[Anchor], index: int) -> tuple[int, int]:
    """Where the lines begin and end that say something of one Maßnahmenart alone."""
    start, end = entry_at(strip, anchors[index].lead)
    before = anchors[index - 1].behind if index else start
    if before > start:
        start = next((one for one in strip.starts if one >= before), before)
    behind = anchors[index + 1].lead if index + 1 < len(anchors) else end
    if behind < end:
        end = next((one for one in strip.starts if one >= anchors[index].behind), end)
    return start, end


def projects_above(strip: Strip, anchors: Sequence[Anchor], index: int) -> list[Project]:
    """ "Lernhaus", "Maßnahmenart: Ausbildungsvorbereitung": a property below the name of its project."""
    anchor, text = anchors[index], strip.passage.text
    begin, _ = entry_at(strip, anchor.lead)
    bound = anchors[index - 1].behind if index else 0
    counted = any(COUNTED.match(text, start, end) for start, end in strip.entries)
    # One that is named with each of its projects is a property of each.
    repeated = len({one.title for one in anchors}) < len(anchors)
    if not counted and not repeated and not PROPERTY.match(text, begin, anchor.start + 1):
        return []
    for start, end in reversed(strip.entries):
        if start >= begin or start < bound:
            continue
        passage = strip.passage.part(start, end)
        if counted and not COUNTED.match(passage.text):
            continue
        if ON_ITS_OWN_LINE.match(passage.text) or LABEL.fullmatch(passage.text):
            continue
        outdented = strip.line_at(start).bbox[0] < strip.line_at(begin).bbox[0] - strip.size
        marked = repeated and MARKER.match(passage.text)
        return one_project(passage) if counted or outdented or marked else []
    return []


def projects_behind(strip: Strip, anchors: Sequence[Anchor], index: int) -> list[Project]:
    """What stands behind the name in its entry, else the entries below it up to the next one."""
    anchor, passage = anchors[index], strip.passage
    stop = anchors[index + 1].lead if index + 1 < len(anchors) else len(passage.text)
    opens, end = entry_at(strip, anchor.start)
    if ASIDE.fullmatch(passage.text[opens:end].strip()):
        return []  # "Zielgruppen der Maßnahmenart 1:"
    end = min(max(end, anchor.behind), stop)
    if told := told_in(passage.part(anchor.behind, _sentence_end(strip, end, stop))):
        return told
    said = NAMES_THEM.search(passage.text, anchor.behind, end)
    rest = passage.part(said.end() if said else _behind_lead(passage.text, anchor.behind, end), end)
    start, _ = entry_at(strip, anchor.lead)
    in_sums = SUM_FIRST.fullmatch(passage.text[start : anchor.lead].strip()) is not None
    below = listed_below(strip, end, stop, in_sums=in_sums)
    if not re.search(r"[^\W\d_]{2}", rest.text) or (below and IN_BRACKETS.fullmatch(rest.text)):
        return below
    goes_on = said is None and _goes_on(passage, opens, anchor, end)
    if goes_on and _is_among_items(strip, opens, end):
        return []
    run_in = [] if goes_on else _run_in(rest)
    if not run_in and _is_marked(strip, end, stop):
        return below
    # The first name of a list may have been put together with the line above it.
    leads = len(run_in) == 1 and not rest.text.endswith(".") and _is_marked(strip, end, stop)
    return [*run_in, *below] if leads else run_in


def _goes_on(passage: Passage, opens: int, anchor: Anchor, end: int) -> bool:
    """Does a sentence that names a Maßnahmenart behind other words go on in small letters, "die Zahlen für
    die Ausbildungsvorbereitung weiter"?"""
    onward = ONWARD.match(passage.text, anchor.behind, end)
    leads = passage.text[:end].rstrip().endswith(":") or QUOTED.search(passage.text, anchor.behind, end)
    return bool(onward and not leads and passage.text[opens : anchor.lead].strip())


def _is_among_items(strip: Strip, begin: int, stop: int) -> bool:
    """Is the entry at `begin` one of a list, in which the next one at `stop` has the same mark?"""
    marks = [MARKER.match(strip.passage.text, at) for at in (begin, stop)]
    signs = [re.sub(r"\w", "", mark[0]).strip() if mark else "" for mark in marks]
    return signs[0] == signs[1] != ""


def _is_marked(strip: Strip, begin: int, stop: int) -> bool:
    """Does a mark stand before the next entry?"""
    entry = next(((start, end) for start, end in strip.entries if begin <= start < stop), None)
    return entry is not None and MARKER.match(strip.passage.text, *entry) is not None


def _sentence_end(strip: Strip, end: int, stop: int) -> int:
    """Where a sentence ends that an entry breaks off, because its next line looks like one of its own."""
    open_still = not strip.passage.text[:end].rstrip().endswith((".", ":", ";"))
    following = next((below for start, below in strip.entries if start == end), end)
    return min(following, stop) if open_still else end


def _behind_lead(text: str, at: int, end: int) -> int:
    """Where the names may begin behind a Maßnahmenart: past verbs, sums and "folgende Projekte"."""
    sums = {one.start: one.end for one in find_amounts(text[:end]) if one.start >= at}
    while True:
        blank = at + len(text[at:end]) - len(text[at:end].lstrip(" (["))
        called = SUM_CALLED.match(text, blank, end)
        match = CONNECTOR.match(text, at, end)
        onward = sums.get(called.end() if called else blank) or (match.end() if match else at)
        if onward <= at:
            return at
        at = onward


def _run_in(rest: Passage) -> list[Project]:
    """The names of an enumeration behind a Maßnahmenart; where one that is listed may be none, be it with a
    sum that was not told from it, the others are disputed."""
    text = rest.text
    if told := told_in(rest):
        return told
    if is_about_somebody(text):
        return []
    if quoted := all_quoted(rest):
        return [project for one in quoted for project in one_project(one)]
    if stop := FULL_STOP.search(text):
        rest = rest.part(0, stop.start())
    if PIPE.search(rest.text):
        return piped(rest)
    rest = without_clause(rest)
    if FINITE_VERB.search(rest.text):
        return []
    if SAID.match(rest.text) or SUBORDINATE.search(rest.text):
        return []
    listed = enumerated(rest)
    named = [project for project in listed if may_be(project)]
    return named if len(named) == len(listed) else list(map(with_repaired_name, named))
