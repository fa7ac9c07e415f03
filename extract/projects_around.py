"""Projects in a form that was never seen: from where they stand around the names of the Maßnahmenarten.

The names of the Maßnahmenarten are anchors. What repeats around them (before, behind, below, beside) tells
how the document lists its projects. What is found like this is delivered flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.confidence import doubted
from extract.language import FINITE_VERB, MENTIONS, language_of, says_something
from extract.lines import Line, Row
from extract.organisations import is_organisation
from extract.passage import Passage
from extract.project_cards import PROJECT_FIELD, cards_of
from extract.project_names import (
    ASIDE,
    CALLS_PROJECTS,
    COUNTED,
    LAST_ABBREVIATION,
    NO_PROJECT,
    ON_ITS_OWN_LINE,
    PARTICULARS,
    QUOTED,
    enumerated,
    find_project,
    for_sums,
    unquoted,
    without_clause,
)
from extract.project_sentences import DONE, PARTICLE, is_about_somebody, named_in_sentences
from extract.project_strips import MARKER, TO_NUMBER, Strip, strips_of, zones_of
from extract.understand import Reading
from models.agreement import Project
from models.german import find_amounts

# What stands before the name of a Maßnahmenart and belongs to it.
LEAD = re.compile(
    r"(?:(?:^|(?<=\s))\(?[a-z]\)\s+)?"
    r"(?:\b(?:[Zz]u[rm]?|[Ff]ür|[Ii]m|[Ii]n|[Uu]nter|[Dd]ie|[Dd]e[rmn]|[Dd]as|[Aa]us|[Aa]uf|[Bb]eim?|Rahmen|[Nn]ach|[Vv]on)\s+)*"
    r"(?:\b(?:Maßnahmen?art|Maßnahme|MA|M(?=\d)|Art|Förderbereich|Förderschwerpunkt|Schwerpunkt|Bereich|Nr\.|Ziffer"
    r"|Nummer|Punkt)\s*(?:Nr\.\s*)?(?:\(?(?P<called>\d{1,2}|[IVX]{1,4}\b|[A-H]\b)\s*[.):,·]{0,2}\s*)?"
    r"|^(?:\d{1,2}\.){1,3}(?P<decimal>\d{1,2})\.?\s+"
    r"|(?:^|(?<=[–/;(|\]])|(?<=[–/,;(|\]]\s))\s*(?P<bare>\d{1,2})\s+"
    r"|(?<![\w.,])\(?(?P<counted>\d{1,2}|[IVX]{1,4}|[A-Z])\s?[.):]{1,2}\s*)?"
    r"[–—:-]?\s*[„\"»(]?$"
)
# The mark of a note behind a name.
NOTES = str.maketrans("¹²³⁴⁵*†", "       ")
NUMBER_ALONE = re.compile(
    r"(?:Maßnahmen?art|Maßnahme|Förderbereich|Förderschwerpunkt|Schwerpunkt|Bereich|MA|Nr\.)\s*(\d{1,2}|[IVX]{1,4})\s?[.:]?"
)
# "Maßnahmenart 2" where no title says what it is.
BY_NUMBER = re.compile(
    r"\b(?:Maßnahmen?art|Förderbereich|Förderschwerpunkt|MA)\s*(?:Nr\.\s*)?(\d{1,2}|[IVX]{1,4})\b(?!\.\d)"
)
MEASURES = re.compile(r"Maßnahmen?art(?:en)?|MA|Förderschwerpunkt|Förderbereich")
CELL_NUMBER = re.compile(r"(\d{1,2}|[IVX]{1,4})\.?")
NUMBER_BEHIND = re.compile(
    r"[“”\"«]?\s\((?:Maßnahmen?art|Maßnahme|MA|Nr\.|Nummer|Ziffer|Schwerpunkt)\s?(?:Nr\.\s)?(\d{1,2}|[IVX]{1,4})\)"
)
# What leads from the name of a Maßnahmenart to its projects.
_LEADING_WORDS = (
    "gehören gehört zählen zählt umfassen umfasst entfallen entfällt dienen dient stehen steht sind ist"
    " wird werden laufen läuft hat haben fallen fällt nämlich mit durch und\\szwar insbesondere dazu hierzu"
    " hierunter darunter zugeordnet vorgesehen vereinbart geplant gefördert finanziert bewilligt durchgeführt"
    " umgesetzt angeboten bestehend aus den dem der die das folgende folgenden Projekte? Projekten Vorhaben"
    " Angebote? Angeboten Maßnahmen? als im\\sEinzelnen sollen soll es an davon bis"
    " zu hierfür dafür in\\sHöhe\\svon von insgesamt"
    " eine? ein zwei drei vier fünf sechs sieben acht neun zehn \\d{1,2}(?=\\s(?:Proj|Vorh|Ang))"
)
CONNECTOR = re.compile(rf"\s*(?:[“”\"«‘’)\]:,–—/|-]|\b(?:{'|'.join(_LEADING_WORDS.split())})\b)\s*")
# "…, und zwar für die Projekte A und B": what follows are names, whatever was said before.
NAMES_THEM = re.compile(
    r"\b(?:das|die|den|dem|de[rs]|folgenden?)\s+(?:Projekte?n?|Vorhaben|Angebote?n?)\s*:?\s+(?=[A-ZÄÖÜ„»\"])"
)
# "Lernhaus (Träger: vhs), Werkstatt (Träger: vhs)": a bracket ends each name of an enumeration.
BRACKETS = re.compile(r"(?:[^()]+\([^()]*\)(?:,\s+|\.?$)){2,}")
# The end of a sentence, and names in quotation marks.
FULL_STOP = re.compile(
    r"(?<=[^\W\d_]{2}|.[“\")»«])\.\s+(?=[A-ZÄÖÜ])|;\s+(?:im|in|für|bei|auf|zu[rm]?)\b|;\s*$"
)
_QUOTED = r"[„»«\"][^“”»«\"]+[“”»«\"]"
# "die Projekte „Lernhaus“, „Werkstatt“ und „Neustart“", "die Fortbildungsreihe „Lernhaus“"
CALLED = re.compile(
    rf"\b(?:Projekte?n?|Vorhaben|Angebote?n?"
    rf"|[A-ZÄÖÜ]\w*(?:projekt|vorhaben|angebot|reihe|kurs|lehrgang|seminar|training|werkstatt)[esn]{{0,2}})\s+(?P<names>{_QUOTED}(?:(?:\s*[,;]\s*|\s+)(?:(?:und|sowie)\s+)?{_QUOTED})*)"
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
# "Lernhaus (Nr. 1)": the number of its Maßnahmenart behind a name.
OF_NUMBER = re.compile(
    r"\s\((?:(?:zu|Nr\.|Nummer|Ziffer|Maßnahmen?art|MA)\s?)+(?P<number>\d{1,2}|[IVX]{1,4})\)[.,;]?$"
)
# "Projekte: Lernhaus; Werkstatt"
NAMES_PROJECTS = re.compile(rf"{CALLS_PROJECTS}\s?:\s+(?=\S)")
PROJECT_LABEL = re.compile(rf"{CALLS_PROJECTS}\s?:")
# What stands before a name in quotation marks that is no more than its quotation.
NAMED_NEXT = re.compile(
    r"(?:^|[,;:(]|\b(?:und|sowie|oder|mit|durch|das|die|den|dem|der|Projekte?n?|Vorhaben|Angebote?n?))\s*$"
)
# "Das Projekt Lernhaus gehört zur …": a name before its Maßnahmenart.
SUBJECT = re.compile(
    r"\b[Dd](?:as|ie)\s+(?:Projekte?|Vorhaben|Angebote?)\s+(?P<names>\S.*?)\s+"
    r"(?:gehör|zähl|fall|fäll|wird|werd|ist|sind|dien|lauf|läuf)[a-z]*\b(?:\s+[a-zäöüß]+){0,4}\s*$"
)
# A field that says of a project which Maßnahmenart it has.
PROPERTY = re.compile(r"(?:Maßnahmen?art|Förderbereich|Förderschwerpunkt|Schwerpunkt|Art)\s?(?:[:–—-]|ist\b)")
# "(2 Projekte)", "(AQB)": what a bracket says of a Maßnahmenart whose projects stand below.
IN_BRACKETS = re.compile(r"\(?[^()]*\)")
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
# "… ist sicherzustellen, dass"
SUBORDINATE = re.compile(r",\s(?:dass|ob|wenn|damit|weil|soweit|sofern)\b")
# "34.400,00 Ausbildungsvorbereitung": the sum stands before what it is for.
SUM_FIRST = re.compile(r"\d[\d.]*(?:,\d+)?(?:\s?(?:T?€|Euro|EUR|TEUR))?(?=\s|$)")
# "– Bericht –": a heading between dashes.
SET_OFF = re.compile(r"[–—-]\s.*\s[–—-]")
# What counts Maßnahmenarten: a figure, a Roman one, a letter; and what stands for it where they are compared.
COUNTED_HERE = "\0"
COUNT = re.compile(r"\b(?:\d{1,2}|[IVX]{1,4}|[A-H])\b")
PIPE = re.compile(r"\s*[|•·]\s*")
# Behind a name: its amount, the sign that opens a bracket, a stroke.
LOOSE = " /|–—-,;:=(["
# A line of a zone that speaks of a project's particulars or heads columns.
LABEL = re.compile(
    r"(?:(?:Name|Titel|Bezeichnung)\s+(?:de[rs]\s+)?(?:Projekte?s?|Vorhabens?|Angebote?s?|Maßnahmen?)"
    r"|Maßnahmen?(?:art(?:en)?)?|Art|(?:Projekt|Vorhaben|Angebot|Maßnahme)\w{0,12}|Bezeichnung(?:\s.*)?"
    r"|(?:Träger|Laufzeit|Plätze|Beträge?|Teilnehm\w+|Summe|Gesamt|Zwischensumme|[Ii]nsgesamt|[Mm]ithin).*"
    r"|(?:Ort|Ziel|Zielgruppe|(?:Förder)?[Mm]ittel|Budget|(?:Förder|Gesamt)summe|Zuwendung|Förderung|Ansatz"
    r"|(?:Gesamt|Höchst)betrag|(?:Gesamt)?[Kk]osten)\b.*|(?:Lfd\. )?Nr\.?|[Aa]lle\s.*)"
)
PROJECT_HEAD = re.compile(r"Projekt|Vorhaben|Angebot|Bezeichnung|Titel", re.IGNORECASE)
NO_PROJECT_HEAD = re.compile(
    r"Träger|Ort\b|Standort|Laufzeit|Plätze|Ziel|Beschreibung|Inhalt|Teilnehm|Betrag|Nr\.", re.IGNORECASE
)
# Sums by Maßnahmenart and other sentences name no projects.
NAME_WORDS, SENTENCE_WORDS = 14, 5
# Texts of one list begin below each other within this (letter sizes); a mark has no more signs than this.
SAME_LEFT, MARK = 0.6, 2
# A share of the anchors that have to agree on where their projects stand.
MOST = 0.5
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}


@dataclass(frozen=True, slots=True)
class Named:
    """A Maßnahmenart where the document names it, with the projects that stand around it."""

    number: int | None
    title: Passage
    projects: tuple[Project, ...]


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The name of a Maßnahmenart at start..end of a strip; what leads to it begins at `lead`, what is said of
    it `behind` its number."""

    lead: int
    start: int
    end: int
    behind: int
    number: int | None
    title: str


_Anchored = tuple[Strip, Sequence[_Anchor]]


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a list: its text, whether a mark stands before it, where the text begins (points)."""

    name: Passage
    marked: bool
    left: float
    scanned: bool


def projects_around(reading: Reading) -> list[Named]:
    """The Maßnahmenarten of every zone with the projects around them; those without any are left out."""
    zones = zones_of(reading)
    # Cards at the top of the last page look like part of the signatures below them.
    rows = [row for zone in zones for row in zone]
    if cards := _on_cards(reading, [*rows, *reading.layout.signature_rows]):
        return cards
    right = max((row.bbox[2] for rows in zones for row in rows), default=0.0)
    parted = [strips_of(rows, right) for rows in zones]
    if by_number := _by_number(reading, [strip for strips in parted for strip in strips]):
        return by_number
    anchored = [[(strip, _anchors(reading, strip)) for strip in strips] for strips in parted]
    return _in_one_form(anchored) or _in_one_form(
        [[(strip, _numbered(strip, titled)) for strip, titled in strips] for strips in anchored]
    )


def _in_one_form(zones: Sequence[Sequence[_Anchored]]) -> list[Named]:
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
    named = [Named(card.number, card.measure, tuple(map(_flagged, _of_card(card.project)))) for card in cards]
    return [one for one in named if one.projects]


def _of_card(passage: Passage) -> list[Project]:
    return enumerated(passage) if "; " in passage.text else _one(passage)


def _of_zone(strips: Sequence[_Anchored]) -> tuple[str, list[Named]]:
    """The form in which a zone lists projects, and what it lists."""
    anchored = [(strip, anchors) for strip, anchors in strips if anchors]
    for form in (_called, _named_in_words, _before, _above, _subject, _behind):
        found = [
            _named(strip, anchor, form(strip, anchors, index))
            for strip, anchors in anchored
            for index, anchor in enumerate(anchors)
        ]
        with_projects = [one for one in found if one.projects]
        titles = {one.title.text for one in found}
        if len({one.title.text for one in with_projects}) > MOST * len(titles) and (
            form is _behind or len(with_projects) > MOST * len(found)
        ):
            return form.__name__, with_projects
    if len(anchored) == 1 and len(strips) > 1:
        strip, anchors = anchored[0]
        beside = _beside(strip, anchors, [other for other, _ in strips if other is not strip])
        return "beside", [one for one in beside if one.projects]
    return "", []


def _by_number(reading: Reading, strips: Sequence[Strip]) -> list[Named]:
    """ "zu 1.: Lernhaus; Werkstatt", "Lernhaus (Nr. 1)": entries that give the number of a Maßnahmenart named
    elsewhere. One alone may be a reference, and is no list."""
    titles: dict[int, Passage] = {}
    naming: set[tuple[int, int]] = set()
    for which, strip in enumerate(strips):
        for anchor in _anchors(reading, strip):
            naming.add((which, _entry_at(strip, anchor.start)[0]))
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
            title = titles.get(_number(before or behind) or 0)
            if title is None:
                continue
            if before:
                projects = enumerated(entry.part(before.end(), len(entry.text)))
            else:
                marker = MARKER.match(entry.text)
                projects = _one(entry.part(marker.end() if marker else 0, behind.start() if behind else 0))
            named.append(
                Named(_number(before or behind), title, tuple(map(_flagged, filter(_may_be, projects))))
            )
    told = [one for one in named if one.projects]
    return told if len(told) > 1 else []


def _anchors(reading: Reading, strip: Strip) -> list[_Anchor]:
    text = strip.passage.text
    doc = language_of(reading.reference)(text.translate(NOTES))
    anchors: list[_Anchor] = []
    for span in doc.spans[MENTIONS]:
        if span.label_ != "measure":
            continue
        begin = max(anchors[-1].behind if anchors else 0, _entry_at(strip, span.start_char)[0])
        lead = LEAD.search(text[begin : span.start_char])
        start = begin + lead.start() if lead else span.start_char
        number = _number(lead)
        if number is None and not text[begin:start].strip():
            number = _number_above(strip, begin)
        after = NUMBER_BEHIND.match(text, span.end_char)
        number = _number(after) if number is None else number
        behind = after.end() if after else span.end_char
        anchors.append(_Anchor(start, span.start_char, span.end_char, behind, number, span.kb_id_))
    return sorted([*anchors, *_alike(strip, anchors)], key=lambda anchor: anchor.start)


def _numbered(strip: Strip, titled: Sequence[_Anchor]) -> list[_Anchor]:
    """Maßnahmenarten that are named by their number alone, "In der Maßnahmenart 1 …", or in a column of their
    own below "Maßnahmenart"; none of those `titled`."""
    text = strip.passage.text
    found = list(BY_NUMBER.finditer(text))
    if MEASURES.fullmatch(strip.lines[0].text):
        ends = [*strip.starts[1:], len(text)]
        cells = zip(strip.starts, ends, strict=True)
        numbers = (CELL_NUMBER.fullmatch(text, start, len(text[:end].rstrip())) for start, end in cells)
        found = [number for number in numbers if number]
    anchors: list[_Anchor] = []
    for match in found:
        if any(one.lead <= match.start() < one.behind for one in titled):
            continue
        begin = max(anchors[-1].behind if anchors else 0, _entry_at(strip, match.start())[0])
        lead = LEAD.search(text[begin : match.start()])
        start = begin + lead.start() if lead else match.start()
        anchors.append(_Anchor(start, *match.span(), match.end(), _number(match), match[1]))
    return anchors


def _alike(strip: Strip, anchors: Sequence[_Anchor]) -> list[_Anchor]:
    """Maßnahmenarten that no list knows: entries set like all those that are known, "Baustein 3: …", "…:"."""
    text = strip.passage.text
    places = [_entry_at(strip, anchor.start) for anchor in anchors]
    frames = {
        (COUNT.sub(COUNTED_HERE, text[start : anchor.start], count=1), text[anchor.end : end].strip() == ":")
        for anchor, (start, end) in zip(anchors, places, strict=True)
    }
    heads = [strip.line_at(start) for start, _ in places]
    lefts = [head.bbox[0] for head in heads]
    bold = bool(heads) and all(head.bold for head in heads) and not all(line.bold for line in strip.lines)
    if len(frames) != 1 or max(lefts) - min(lefts) > SAME_LEFT * strip.lines[0].size:
        return []
    ((lead, colon),) = frames
    counted = COUNTED_HERE in lead
    if not (colon or bold or (counted and re.search(r"[^\W\d_]{2}", lead))):
        return []
    number = r"(?P<number>\d{1,2}|[IVX]{1,4}|[A-H])"
    frame = re.compile(number.join(map(re.escape, lead.split(COUNTED_HERE))))
    found = []
    for start, end in strip.entries:
        line = strip.line_at(start)
        opens = frame.match(text, start, end)
        close = len(text[:end].rstrip())
        if (
            opens is None
            or (start, end) in places
            or abs(line.bbox[0] - lefts[0]) > SAME_LEFT * line.size
            or text[:close].endswith(":") != colon
            or (bold and not line.bold)
            or MARKER.match(text, start, end)
            or LABEL.fullmatch(text[start : close - colon])
            or ASIDE.fullmatch(text[start:close])
            or not text[opens.end() : opens.end() + 1].isupper()
            or FINITE_VERB.search(text, start, close)
        ):
            continue
        title = text[opens.end() : close - colon]
        called = _number(opens) if counted else None
        found.append(_Anchor(start, opens.end(), close - colon, close, called, title))
    return found


def _number_above(strip: Strip, begin: int) -> int | None:
    """The number of a Maßnahmenart whose name stands on the line below it: "Maßnahmenart 1"."""
    above = next((strip.passage.text[start:end] for start, end in strip.entries if end == begin), "")
    return _number(NUMBER_ALONE.fullmatch(above.strip()))


def _number(lead: re.Match[str] | None) -> int | None:
    printed = next((group for group in lead.groups() if group), None) if lead else None
    if printed is None:
        return None
    return int(printed) if printed.isdigit() else ROMAN.get(printed)


def _named(strip: Strip, anchor: _Anchor, projects: Sequence[Project]) -> Named:
    title = strip.passage.part(anchor.start, anchor.end)
    return Named(anchor.number, title, tuple(map(_flagged, projects)))


def _entry_at(strip: Strip, offset: int) -> tuple[int, int]:
    return next((start, end) for start, end in strip.entries if start <= offset < end)


def _before(strip: Strip, anchors: Sequence[_Anchor], index: int) -> list[Project]:
    """ "FauB / Maßnahmenart 1: Ausbildungsvorbereitung": in one entry that ends with the name."""
    anchor, text = anchors[index], strip.passage.text
    start, end = _lines_around(strip, anchors, index)
    if text[anchor.behind : end].strip(' .,;)]“"«'):
        return []
    marker = MARKER.match(text, start, anchor.lead)
    name = strip.passage.part(marker.end() if marker else start, anchor.lead)
    name = name.part(0, len(name.text.rstrip(LOOSE)))
    told = [one for one in _piped(name) if not is_organisation(one.name.value)]
    alone = [one.title for one in anchors].count(anchor.title) == 1
    return (
        told[:1] if PIPE.search(name.text) else enumerated(name) if alone and _is_list(name) else _one(name)
    )


def _is_list(name: Passage) -> bool:
    parts = name.text.split(", ")
    return len(parts) > 1 and not SAID.match(name.text) and not any(map(says_something, parts))


def _lines_around(strip: Strip, anchors: Sequence[_Anchor], index: int) -> tuple[int, int]:
    """Where the lines begin and end that say something of one Maßnahmenart alone."""
    start, end = _entry_at(strip, anchors[index].lead)
    before = anchors[index - 1].behind if index else start
    if before > start:
        start = next((one for one in strip.starts if one >= before), before)
    behind = anchors[index + 1].lead if index + 1 < len(anchors) else end
    if behind < end:
        end = next((one for one in strip.starts if one >= anchors[index].behind), end)
    return start, end


def _above(strip: Strip, anchors: Sequence[_Anchor], index: int) -> list[Project]:
    """ "Lernhaus", "Maßnahmenart: Ausbildungsvorbereitung": a property below the name of its project."""
    anchor, text = anchors[index], strip.passage.text
    begin, _ = _entry_at(strip, anchor.lead)
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
        outdented = strip.line_at(start).bbox[0] < strip.line_at(begin).bbox[0] - strip.lines[0].size
        marked = repeated and MARKER.match(passage.text)
        return _one(passage) if counted or outdented or marked else []
    return []


def _subject(strip: Strip, anchors: Sequence[_Anchor], index: int) -> list[Project]:
    """ "Das Projekt Lernhaus gehört zur Ausbildungsvorbereitung": in a sentence that ends with the name."""
    anchor = anchors[index]
    begin = anchors[index - 1].behind if index else _entry_at(strip, anchor.lead)[0]
    said = list(SUBJECT.finditer(strip.passage.text, begin, anchor.lead))
    if not said:
        return []
    names = strip.passage.part(said[-1].start("names"), said[-1].end("names"))
    return [project for project in enumerated(names) if _may_be(project)]


def _called(strip: Strip, anchors: Sequence[_Anchor], index: int) -> list[Project]:
    """ "Im Projekt „Lernhaus“ werden …": names in quotation marks that are said to be those of projects."""
    anchor, text = anchors[index], strip.passage.text
    first = CALLED.search(text)
    if first is None or first.start() < anchors[0].lead:
        return []
    stop = anchors[index + 1].lead if index + 1 < len(anchors) else len(text)
    called = [
        strip.passage.part(one.start("name"), one.end("name"))
        for names in CALLED.finditer(text, anchor.behind, stop)
        for one in QUOTED.finditer(text, names.start("names"), names.end("names"))
    ]
    if len(called) < len(QUOTED.findall(text, anchor.behind, stop)):
        return []
    return [project for name in called for project in _one(name)]


def _named_in_words(strip: Strip, anchors: Sequence[_Anchor], index: int) -> list[Project]:
    """ "… wird das Projekt Lernhaus fortgesetzt": in a sentence, by what calls it a project."""
    anchor, text = anchors[index], strip.passage.text
    stop = anchors[index + 1].lead if index + 1 < len(anchors) else len(text)
    if any(anchor.behind <= start < stop and MARKER.match(text, start) for start in strip.starts):
        return []  # a list
    projects: list[Project] = []
    for called in IN_WORDS.finditer(text, anchor.behind, stop):
        said = END_OF_NAMES.split(text[called.end() : stop], maxsplit=1)[0]
        names = strip.passage.part(called.end(), called.end() + len(VERB_END.sub("", said)))
        projects += enumerated(names) if called["several"] else _one(names)
    return [one for one in projects if _may_be(one)]


def _behind(strip: Strip, anchors: Sequence[_Anchor], index: int) -> list[Project]:
    """What stands behind the name in its entry, else the entries below it up to the next one."""
    anchor, passage = anchors[index], strip.passage
    stop = anchors[index + 1].lead if index + 1 < len(anchors) else len(passage.text)
    opens, end = _entry_at(strip, anchor.start)
    if ASIDE.fullmatch(passage.text[opens:end].strip()):
        return []  # "Zielgruppen der Maßnahmenart 1:"
    end = min(max(end, anchor.behind), stop)
    if told := _told(passage.part(anchor.behind, _sentence_end(strip, end, stop))):
        return told
    said = NAMES_THEM.search(passage.text, anchor.behind, end)
    rest = passage.part(said.end() if said else _behind_lead(passage.text, anchor.behind, end), end)
    start, _ = _entry_at(strip, anchor.lead)
    in_sums = SUM_FIRST.fullmatch(passage.text[start : anchor.lead].strip()) is not None
    below = _below(strip, end, stop, in_sums=in_sums)
    if not re.search(r"[^\W\d_]{2}", rest.text) or (below and IN_BRACKETS.fullmatch(rest.text)):
        return below
    run_in = _run_in(rest)
    if not run_in and _is_marked(strip, end, stop):
        return below
    # The first name of a list may have been put together with the line above it.
    goes_on = len(run_in) == 1 and not rest.text.endswith(".") and _is_marked(strip, end, stop)
    return [*run_in, *below] if goes_on else run_in


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
    return [project for project in told if _may_be(project)]


def _behind_lead(text: str, at: int, end: int) -> int:
    """Where the names may begin behind a Maßnahmenart: past verbs, sums and "folgende Projekte"."""
    sums = {one.start: one.end for one in find_amounts(text[:end]) if one.start >= at}
    while True:
        blank = at + len(text[at:end]) - len(text[at:end].lstrip())
        match = CONNECTOR.match(text, at, end)
        onward = sums.get(blank) or (match.end() if match else at)
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
        return [project for one in quoted for project in _one(one)]
    if stop := FULL_STOP.search(text):
        rest = rest.part(0, stop.start())
    if PIPE.search(rest.text):
        return _piped(rest)
    rest = without_clause(rest)
    if FINITE_VERB.search(rest.text):
        return []
    if SAID.match(rest.text) or SUBORDINATE.search(rest.text):
        return []
    return [project for project in enumerated(rest) if _may_be(project)]


def _all_quoted(passage: Passage) -> list[Passage]:
    """The quoted names of a sentence, if each stands where the name of a project does and none other."""
    quoted = list(QUOTED.finditer(passage.text))
    if all(NAMED_NEXT.search(passage.text, 0, one.start()) for one in quoted):
        return [passage.part(one.start("name"), one.end("name")) for one in quoted]
    return []


def _piped(passage: Passage) -> list[Project]:
    projects, at = [], 0
    for match in [*PIPE.finditer(passage.text), None]:
        projects += _one(passage.part(at, match.start() if match else len(passage.text)))
        at = match.end() if match else at
    return projects


def _below(strip: Strip, begin: int, stop: int, *, in_sums: bool = False) -> list[Project]:
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
        name = entry.name
        printed = strip.passage.part(start, end).text.strip()
        if SET_OFF.fullmatch(printed) or (in_sums and SUM_FIRST.match(printed)):
            break
        if ASIDE.fullmatch(name.text) or (aside and not name.text.endswith(":")):
            aside = True
            continue
        aside = False
        if not name.text or LABEL.fullmatch(name.text) or _tells_of(name.text):
            continue
        if is_organisation(name.text.rstrip(" :,;")) and _is_followed_deeper(strip, start, end):
            continue  # who runs the projects below it
        if not projects and name.text.endswith((".", ":")) and _says(name.text, entry.marked):
            continue  # what a list is about stands before it
        first = first or entry
        size = strip.lines[0].size
        lost = entry.scanned and abs(entry.left - first.left) < SAME_LEFT * size
        unlike = first.marked and not entry.marked and not lost
        if explained and _says(name.text, entry.marked):
            continue
        if unlike or entry.left < first.left - size or _says(name.text, entry.marked):
            break
        if labelled := NAMES_PROJECTS.match(name.text):
            projects += enumerated(name.part(labelled.end(), len(name.text)))
        elif PIPE.search(name.text):
            projects += _piped(name)
        else:
            only = not projects and not entry.marked
            alone = colon and only and _is_list(name) and not strip.passage.text[end:stop].strip()
            listed = (
                alone
                or ("; " in name.text and not PARTICULARS.search(name.text, 1))
                or BRACKETS.fullmatch(name.text)
                or for_sums(name)
                or unquoted(name)
            )
            projects += enumerated(name) if listed else _one(name)
    return projects


def _explains_each(entries: Iterable[str]) -> bool:
    """Is there a sentence below each name that tells what the project is about? It needs no marks then."""
    texts = [text.strip() for text in entries]
    if any(map(MARKER.match, texts)):
        return False
    says = [_says(text, is_marked=False) for text in texts]
    return says[-1:] == [True] and not says[0] and all(one or below for one, below in pairwise(says))


def _is_followed_deeper(strip: Strip, start: int, end: int) -> bool:
    if end >= len(strip.passage.text):
        return False
    line, below = strip.line_at(start), strip.line_at(end)
    return not SET_OFF.fullmatch(below.text.strip()) and below.bbox[0] > line.bbox[0] + SAME_LEFT * line.size


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
    left = name.pieces[0].word.bbox[0] if name.pieces else words[0].bbox[0]
    return _Entry(name, marker is not None or misread, left, words[0].origin == "ocr")


def _tells_of(text: str) -> bool:
    """Does a line tell something of the project above it?"""
    particulars = PARTICULARS.search(text, 1)
    carrier = text[: particulars.start()] if particulars else ""
    alone = re.search(r"[;:,/]|\s[–—-]\s", carrier) is None
    return ON_ITS_OWN_LINE.match(text) is not None or (alone and is_organisation(carrier))


def _says(text: str, is_marked: bool) -> bool:
    """A sentence, or more words than a name has."""
    words = len(text.split())
    says = any(map(says_something, text.split(", "))) or (
        text.endswith(".") and words >= SENTENCE_WORDS and not LAST_ABBREVIATION.search(text)
    )
    if SOMETHING_ELSE.search(IN_ANY_BRACKET.sub("", text)) or (not is_marked and LOWER_LABEL.match(text)):
        return True
    return words > NAME_WORDS or (says and not is_marked)


def _beside(strip: Strip, anchors: Sequence[_Anchor], others: Sequence[Strip]) -> list[Named]:
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
        lines = tuple(line for line in told if top <= (line.page, (line.bbox[1] + line.bbox[3]) / 2) < below)
        band = Strip(lines, column.left, column.right, column.opened)
        if not lines:
            continue
        text = band.passage.text
        listed = ";" in text or PIPE.search(text) is not None or (commas and ", " in text)
        projects = (
            (_piped(band.passage) if PIPE.search(text) else enumerated(band.passage))
            if listed
            else _below(band, 0, len(text))
        )
        number = anchor.number or next((one for line in numbers if (one := _counts(line, top))), None)
        found.append(_named(strip, replace(anchor, number=number), projects))
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
        middle = (line.bbox[1] + line.bbox[3]) / 2
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
    return _number(NUMBER_ALONE.fullmatch(line.text)) if beside else None


def _top(strip: Strip, anchor: _Anchor) -> tuple[int, float]:
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


def _one(passage: Passage) -> list[Project]:
    project = find_project(passage) if passage.text else None
    return [project] if project is not None and _may_be(project) else []


def _may_be(project: Project) -> bool:
    """May this be the name of a project? It is no label, no sum, no sentence."""
    name = project.name.value
    return not (
        name.endswith(":")
        or name in ("und", "sowie", "oder")
        or all(LABEL.fullmatch(part) for part in name.split(" / "))
        or NO_PROJECT.match(name)
        or MARKER.fullmatch(name)
        or find_amounts(name)
        or len(name.split()) > NAME_WORDS
        or says_something(name)
    )


def _flagged(project: Project) -> Project:
    return project.model_copy(update={"name": doubted(project.name)})
