"""Projects in a form that was never seen: from where they stand around the names of the Maßnahmenarten.

The names of the Maßnahmenarten are anchors. What repeats around them (before, behind, below, beside) tells
how the document lists its projects. What is found like this is delivered flagged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.certainty.confidence import with_doubted_name
from extract.language.language import FINITE_VERB
from extract.language.lines import Row
from extract.language.passage import Passage
from extract.layout.understand import Reading
from extract.parties.organisations import is_organisation
from extract.projects.cards import cards_of
from extract.projects.columns import named_beside
from extract.projects.entries import (
    PIPE,
    SAID,
    SUM_FIRST,
    is_list,
    listed_below,
    may_be,
    one_project,
    piped,
)
from extract.projects.enumerations import COUNTS, counted_parts, enumerated, without_clause
from extract.projects.keys import named_by_number
from extract.projects.marks import named_by_mark
from extract.projects.measure_anchors import (
    LABEL,
    Anchor,
    Anchored,
    Named,
    entry_at,
    named,
    numbered_anchors,
)
from extract.projects.names import ASIDE, CALLS_SUM, COUNTED, ON_ITS_OWN_LINE, QUOTED
from extract.projects.sentences import DONE, OPENING, PARTICLE, is_about_somebody, named_in_sentences
from extract.projects.strips import MARKER, Strip, zones_of
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
CONNECTOR = re.compile(rf"\s*(?:[“”\"«‘’)\]:,–—/|-]|\b(?:{'|'.join(_LEADING_WORDS.split())})\b)\s*")
# "…, und zwar für die Projekte A und B": what follows are names, whatever was said before.
NAMES_THEM = re.compile(
    r"\b(?:das|die|den|dem|de[rs]|folgenden?)\s+(?:Projekte?n?|Vorhaben|Angebote?n?)\s*:?\s+(?=[A-ZÄÖÜ„»\"])"
)
# The end of a sentence. Behind a short word no sentence of two words begins: "Abt. Holz; Lernhaus".
FULL_STOP = re.compile(
    r"(?<=[^\W\d_]{6})\.\s+(?=[A-ZÄÖÜ])|(?<=.[“\")»«])\.\s+(?=[A-ZÄÖÜ])"
    r"|(?<=[^\W\d_]{2})\.\s+(?=[A-ZÄÖÜ][^.;,]*\s[^.;,]*\s\S)"
    r"|;\s+(?:im|in|für|bei|auf|zu[rm]?)\b|;\s*$"
)
# Names in quotation marks, and what is told of one in a bracket behind it: "„Lernhaus“ (Volkshochschule)".
_QUOTED = r"[„»«\"][^“”»«\"]+[“”»«\"]"
_TOLD_OF = rf"{_QUOTED}(?:\s\([^()„»\"]*\))?"
# "„Lernhaus“ d „Werkstatt“": what a scan has of an "und", and no preposition.
_TORN_AND = r"(?:[a-zäöüß]?nd|u[a-zäöüß]?d|un|d)"
# "die Projekte „Lernhaus“, „Werkstatt“ und „Neustart“", "die Fortbildungsreihe „Lernhaus“"
CALLED = re.compile(
    rf"\b(?:Projekte?n?|Vorhaben|Angebote?n?"
    rf"|[A-ZÄÖÜ]\w*(?:projekt|vorhaben|angebot|reihe|kurs|lehrgang|seminar|training|werkstatt)[esn]{{0,2}})\s+(?P<names>{_TOLD_OF}(?:(?:\s*[,;]\s*|\s+)(?:(?:und|sowie)\s+)?{_TOLD_OF}"
    rf"|\s*{_TORN_AND}\s*{_TOLD_OF})*)"
)
# "das Projekt Lernhaus …", up to what no name has: a stop, a day, a count, a verb.
IN_WORDS = re.compile(
    r"\b(?:das|dem|(?P<several>die|den|der))\s+(?:Projekte?n?|Vorhaben|Angebote?n?)\s+(?=[A-ZÄÖÜ])"
)
END_OF_NAMES = re.compile(
    rf";|(?<!\b\w)\.(?=\s+[A-ZÄÖÜ(]|\s*$)|,\s(?=(?:d(?:er|ie|as)|ein|an|neu|sowie)\s)|(?:,|\s(?:und|sowie))\s\(?\d{{1,2}}[.)]"
    rf"|\s(?:zu[mr]?|ab|vo[mn]|bis|seit|mit|für|im|in)\s(?:\d|\w+\s(?:Plätzen|Teilnehm)|Höhe|Umfang|Jahr)|\s{FINITE_VERB.pattern}|$"
)
VERB_END = re.compile(rf"(?:\s+(?:{DONE}|{PARTICLE}|neu|werden|worden))*\s*$")
# "– Budget: 500 Euro": what the sum of a Maßnahmenart is called.
SUM_CALLED = re.compile(rf"{CALLS_SUM}:?\s+")
# What stands before a name in quotation marks that is no more than its quotation.
NAMED_NEXT = re.compile(
    r"(?:^|[,;:(]|\b(?:und|sowie|oder|mit|durch|das|die|den|dem|der|Projekte?n?|Vorhaben|Angebote?n?"
    r"|neu|erstmals|erneut|wieder|weiterhin|zusätzlich|zudem|ferner|außerdem|auch|künftig|nur|allein"
    rf"|{FINITE_VERB.pattern})|(?<=[“”»«\"])\s*{_TORN_AND})\s*$"
)
# A name in quotation marks that no article leads to: "Lernhaus, Vorhaben „Werkstatt“ und Neustart".
BARE_CALL = re.compile(
    r"(?<!\b(?:das|dem|den|der|des|die|vom|zum)\s)(?<!\bim\s)(?<!\bbeim\s)"
    rf"\b(?P<called>(?:Projekt|Vorhaben|Angebot)\s{_QUOTED})"
)
NAMED_ON = re.compile(
    r"\s*(?:,\s|(?:und|sowie)\s)(?!d(?:er|ie|as|en|em)\s|(?:Projekte?n?|Vorhaben|Angebote?n?)\s[„»\"])[A-ZÄÖÜ]"
)
# "Das Projekt Lernhaus gehört zur …", "„Lernhaus“ und „Werkstatt“ zählen zur …": names before their title.
BELONGS = r"(?:gehör|zähl|fall|fäll|entfall|entfäll)[a-z]*"
SUBJECT = re.compile(
    rf"(?:\b[Dd](?:as|ie)\s+(?:Projekte?|Vorhaben|Angebote?)\s+(?P<called>\S.*?)\s+(?:{BELONGS}|(?:wird|werd|ist|sind|dien|lauf|läuf)[a-z]*)"
    rf"|(?P<names>[A-ZÄÖÜ„»\"].*?)\s+{BELONGS})\b(?:\s+[a-zäöüß]+){{0,4}}\s*$"
)
# Where a sentence begins that may do so with a quotation.
SENTENCE = re.compile(r"(?<=[^\W\d_]{4})\.\s+(?=[A-ZÄÖÜ„»\"])")
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
# What stands between two counted names, and behind the last: no name goes on with it, but for a number, which
# may count what follows it, "Kurs 1. Halbjahr".
BETWEEN = r"\s*[,;]?\s*(?:(?:und|sowie)\s+)?"
AFTER_ENTRIES = re.compile(r"\s*(?:[.;]|$)")
ENDS_IN_NUMBER = re.compile(r"(?<![\w.])\d+$")
# A share of the anchors that have to agree on where their projects stand.
MOST = 0.5


def projects_around(reading: Reading, anchored: Sequence[Sequence[Anchored]]) -> list[Named]:
    """The Maßnahmenarten of every zone with the projects around them; those without any are left out."""
    # Cards at the top of the last page look like part of the signatures below them.
    rows = [row for zone in zones_of(reading) for row in zone]
    if cards := _on_cards(reading, [*rows, *reading.layout.signature_rows]):
        return cards
    if by_mark := [named for columns in anchored for named in named_by_mark(columns)]:
        return by_mark
    if by_number := named_by_number([column for columns in anchored for column in columns]):
        return by_number
    return _in_one_form(anchored) or _in_one_form(
        [[(strip, numbered_anchors(strip, titled)) for strip, titled in strips] for strips in anchored]
    )


def _in_one_form(zones: Sequence[Sequence[Anchored]]) -> list[Named]:
    """One document lists its projects in one form: what looks like another is something else."""
    found: dict[str, list[Named]] = {}
    for strips in zones:
        form, named = _of_zone(strips)
        found.setdefault(form, []).extend(named)
    return max(found.values(), key=lambda one: sum(len(named.projects) for named in one), default=[])


def _on_cards(reading: Reading, rows: Sequence[Row]) -> list[Named]:
    """What the cards say, if each names a Maßnahmenart of the catalogue."""
    cards = cards_of(rows)
    if any(reading.reference.match_measure(card.measure.text) is None for card in cards):
        return []
    named = [Named(card.number, card.measure, tuple(_of_card(card.project))) for card in cards]
    return [one for one in named if one.projects]


def _of_card(passage: Passage) -> list[Project]:
    projects = enumerated(passage) if "; " in passage.text else one_project(passage)
    return list(map(with_doubted_name, projects))


def _of_zone(strips: Sequence[Anchored]) -> tuple[str, list[Named]]:
    """The form in which a zone lists projects, and what it lists."""
    anchored = [(strip, anchors) for strip, anchors in strips if anchors]
    for form in (_called, _named_in_words, _subject, _before, _above, _behind):
        found = [
            _named_certainly(strip, anchors, index, form(strip, anchors, index))
            for strip, anchors in anchored
            for index in range(len(anchors))
        ]
        found = _without_labels(found)
        with_projects = [one for one in found if one.projects]
        titles = {one.title.text for one in found}
        if len({one.title.text for one in with_projects}) > MOST * len(titles) and (
            form is _behind or len(with_projects) > MOST * len(found)
        ):
            return form.__name__, with_projects
    if len(anchored) == 1 and len(strips) > 1:
        strip, anchors = anchored[0]
        beside = named_beside(strip, anchors, [other for other, _ in strips if other is not strip])
        return "beside", [one for one in beside if one.projects]
    return "", []


def _named_certainly(
    strip: Strip, anchors: Sequence[Anchor], index: int, projects: Sequence[Project]
) -> Named:
    """The projects of a Maßnahmenart, doubted unless a digital text counts each behind a colon and goes on
    behind each: "gefördert: a) Lernhaus, b) Werkstatt."."""
    one = named(strip, anchors[index], projects)
    digital = all(project.name.provenance.origin == "text_layer" for project in projects)
    return (
        replace(one, projects=tuple(projects))
        if digital and _are_counted(strip, anchors, index, projects)
        else one
    )


def _are_counted(strip: Strip, anchors: Sequence[Anchor], index: int, projects: Sequence[Project]) -> bool:
    stop = anchors[index + 1].lead if index + 1 < len(anchors) else len(strip.passage.text)
    text = strip.passage.text[anchors[index].behind : stop]
    opened = text.find(": ")
    at = opened + 1
    for mark, project in zip("abcdefgh", projects, strict=False):
        entry = re.compile(rf"{BETWEEN}{mark}\)\s+{re.escape(project.name.value)}(?!\w)").match(text, at)
        if entry is None or ENDS_IN_NUMBER.search(project.name.value):
            return False
        at = entry.end()
    return opened >= 0 and bool(projects) and AFTER_ENTRIES.match(text, at) is not None


def _without_labels(found: Sequence[Named]) -> list[Named]:
    """Without what stands at the head of every list: "Kontingent", "Projekte"."""
    firsts = {one.projects[0].name.value for one in found if one.projects}
    label = len(found) > 1 and len(firsts) == 1 and all(len(one.projects) > 1 for one in found)
    return [replace(one, projects=one.projects[1:]) if label else one for one in found]


def _before(strip: Strip, anchors: Sequence[Anchor], index: int) -> list[Project]:
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


def _above(strip: Strip, anchors: Sequence[Anchor], index: int) -> list[Project]:
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


def _subject(strip: Strip, anchors: Sequence[Anchor], index: int) -> list[Project]:
    """ "Das Projekt Lernhaus gehört zur Ausbildungsvorbereitung": in a sentence that ends with the name."""
    anchor = anchors[index]
    begin = anchors[index - 1].behind if index else entry_at(strip, anchor.lead)[0]
    stops = list(SENTENCE.finditer(strip.passage.text, begin, anchor.lead))
    said = SUBJECT.search(strip.passage.text, stops[-1].end() if stops else begin, anchor.lead)
    if said is None or OPENING.match(said.group()):
        return []
    group = "called" if said["called"] else "names"
    names = strip.passage.part(said.start(group), said.end(group))
    return [project for project in enumerated(names) if may_be(project)]


def _called(strip: Strip, anchors: Sequence[Anchor], index: int) -> list[Project]:
    """ "Im Projekt „Lernhaus“ werden …": names in quotation marks that are said to be those of projects."""
    anchor, text = anchors[index], strip.passage.text
    first = CALLED.search(text)
    if first is None or first.start() < anchors[0].lead:
        return []
    stop = anchors[index + 1].lead if index + 1 < len(anchors) else len(text)
    if _among_others(strip.passage.part(anchor.behind, stop)):
        return []
    called = [
        strip.passage.part(one.start("name"), one.end("name"))
        for names in CALLED.finditer(text, anchor.behind, stop)
        for one in QUOTED.finditer(text, names.start("names"), names.end("names"))
    ]
    if len(called) < len(QUOTED.findall(text, anchor.behind, stop)):
        return []
    return [project for name in called for project in one_project(name)]


def _among_others(passage: Passage) -> bool:
    """Do names without quotation marks stand beside those that have some?"""
    called = list(BARE_CALL.finditer(passage.text))
    counted = COUNTS.search(passage.text) is not None
    return any(counted or NAMED_ON.match(passage.text, one.end()) for one in called)


def _named_in_words(strip: Strip, anchors: Sequence[Anchor], index: int) -> list[Project]:
    """ "… wird das Projekt Lernhaus fortgesetzt": in a sentence, by what calls it a project."""
    anchor, text = anchors[index], strip.passage.text
    stop = anchors[index + 1].lead if index + 1 < len(anchors) else len(text)
    if any(anchor.behind <= start < stop and MARKER.match(text, start) for start in strip.starts):
        return []  # a list
    projects: list[Project] = []
    for called in IN_WORDS.finditer(text, anchor.behind, stop):
        said = END_OF_NAMES.split(text[called.end() : stop], maxsplit=1)[0]
        names = strip.passage.part(called.end(), called.end() + len(VERB_END.sub("", said)))
        projects += enumerated(names) if called["several"] else one_project(names)
    return [one for one in projects if may_be(one)]


def _behind(strip: Strip, anchors: Sequence[Anchor], index: int) -> list[Project]:
    """What stands behind the name in its entry, else the entries below it up to the next one."""
    anchor, passage = anchors[index], strip.passage
    stop = anchors[index + 1].lead if index + 1 < len(anchors) else len(passage.text)
    opens, end = entry_at(strip, anchor.start)
    if ASIDE.fullmatch(passage.text[opens:end].strip()):
        return []  # "Zielgruppen der Maßnahmenart 1:"
    end = min(max(end, anchor.behind), stop)
    if told := _told(passage.part(anchor.behind, _sentence_end(strip, end, stop))):
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


def _told(passage: Passage) -> list[Project]:
    """The names in the sentences behind a Maßnahmenart; where all are quoted, no verb has to tell them."""
    if _all_quoted(passage):
        return []
    told = [project for names in named_in_sentences(passage) for project in enumerated(names)]
    return [project for project in told if may_be(project)]


def _behind_lead(text: str, at: int, end: int) -> int:
    """Where the names may begin behind a Maßnahmenart: past verbs, sums and "folgende Projekte"."""
    sums = {one.start: one.end for one in find_amounts(text[:end]) if one.start >= at}
    while True:
        blank = at + len(text[at:end]) - len(text[at:end].lstrip())
        called = SUM_CALLED.match(text, blank, end)
        match = CONNECTOR.match(text, at, end)
        onward = sums.get(called.end() if called else blank) or (match.end() if match else at)
        if onward <= at:
            return at
        at = onward


def _run_in(rest: Passage) -> list[Project]:
    """The names of an enumeration behind a Maßnahmenart."""
    text = rest.text
    if told := _told(rest):
        return told
    if is_about_somebody(text):
        return []
    if quoted := _all_quoted(rest):
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
    return [project for project in enumerated(rest) if may_be(project)]


def _all_quoted(passage: Passage) -> list[Passage]:
    """The quoted names of a sentence, if each stands where the name of a project does and none other."""
    quoted = list(QUOTED.finditer(passage.text))
    others = counted_parts(passage) or (quoted and NAMED_ON.match(passage.text, quoted[-1].end()))
    if others or not all(NAMED_NEXT.search(passage.text, 0, one.start()) for one in quoted):
        return []
    called = {match.end(): match.start("called") for match in BARE_CALL.finditer(passage.text)}
    if not all(one.end() in called for one in quoted):
        called = {}  # "Vorhaben „Lernhaus“ und „Werkstatt“": both are
    return [
        passage.part(called[one.end()], one.end())
        if one.end() in called
        else passage.part(one.start("name"), one.end("name"))
        for one in quoted
    ]
