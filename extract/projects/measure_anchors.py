"""Where the document names Maßnahmenarten: by title, by number, or in the form of those that are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.certainty.confidence import with_doubted_name
from extract.geometry import center_y
from extract.language.language import FINITE_VERB, MENTIONS, language_of, read_text
from extract.language.passage import Passage
from extract.layout.understand import Reading
from extract.projects.measure_drafts import CALLS_MEASURE, NUMBER_BEHIND, number_of
from extract.projects.names import ASIDE
from extract.projects.strips import MARKER, Strip, strips_of, zones_of
from models.agreement import Project
from models.german import find_amounts

# What stands before the name of a Maßnahmenart and belongs to it.
LEAD = re.compile(
    r"(?:(?:^|(?<=\s))\(?[a-z]\)\s+)?"
    r"(?:\b(?:[Zz]u[rm]?|[Ff]ür|[Ii]m|[Ii]n|[Uu]nter|[Dd]ie|[Dd]e[rmn]|[Dd]as|[Aa]us|[Aa]uf|[Bb]eim?|Rahmen|[Nn]ach|[Vv]on)\s+)*"
    r"(?:\b(?:Maßnahmen?art|Maßnahme|MA|M(?=\d)|Art|Förderbereich|Förderschwerpunkt|Schwerpunkt|Bereich|Nr\.|Ziffer"
    r"|Nummer|Punkt|(?!Projekt|Vorhaben|Angebot)[A-ZÄÖÜ][a-zäöüß]{3,}(?=\s\d))\s*(?:Nr\.\s*)?(?:\(?(?P<called>\d{1,2}|[IVX]{1,4}\b|[A-H]\b)\s*[.):,·•/|]{0,2}\s*)?"
    r"|^(?:\d{1,2}\.){1,3}(?P<decimal>\d{1,2})\.?\s+"
    r"|(?:^|(?<=[–/;(|\]])|(?<=[–/,;(|\]]\s))\s*(?P<bare>\d{1,2})\s+"
    r"|(?<![\w.,])\(?(?P<counted>\d{1,2}|[IVX]{1,4}|[A-Z])\s?[.):=]{1,2}\s*)?"
    r"[–—:-]?\s*[„\"»(]{0,2}$"
)
# "2. Maßnahmenart „Ausbildung“", "2. im Förderbereich „Ausbildung“": what counts the entries of a list counts
# the Maßnahmenarten they begin with; a paragraph, "(2)", may begin with any.
COUNTED_ENTRY = re.compile(
    rf"(?P<number>\d{{1,2}})[.)]\s+(?=(?:(?:in|im|für|zu|zur|zum|unter|aus|d[a-z]{{2}})\s+)*{CALLS_MEASURE}\s)"
)
# The mark of a note behind a name.
NOTES = str.maketrans("¹²³⁴⁵*†", "       ")
NUMBER_ALONE = re.compile(
    r"(?:Maßnahmen?art|Maßnahme|Förderbereich|Förderschwerpunkt|Schwerpunkt|Bereich|MA|Nr\.)\s*(\d{1,2}|[IVX]{1,4})\s?[.:]?"
)
# What stands for a Maßnahmenart where its title does not: "MA 1", "2", "(B)", "Baustein 3".
CODE = re.compile(
    r"[(\[]?(?:[^\W\d_]{1,24}\.?\s?)?(?P<code>\d{1,2}|[IVX]{1,4}|(?<![^\W\d_])[A-H])\s?[.:)=\]–-]?"
)
# "Maßnahmenart 2" where no title says what it is.
BY_NUMBER = re.compile(
    r"\b(?:Maßnahmen?art|Förderbereich|Förderschwerpunkt|MA)\s*(?:Nr\.\s*)?(\d{1,2}|[IVX]{1,4})\b(?!\.\d)"
)
MEASURES = re.compile(r"Maßnahmen?art(?:en)?|MA|Förderschwerpunkt|Förderbereich")
CELL_NUMBER = re.compile(r"(\d{1,2}|[IVX]{1,4})\.?")
# "Handlungsfeld 1 „Sprache und Begegnung“", "Maßnahmenart 3 (Arbeit mit Älteren)": counted and titled, in the
# catalogue or not.
COUNTED_TITLE = re.compile(
    r"\b(?P<label>Maßnahmen?art|Handlungsfeld|Themenfeld|Förderbereich|Förderschwerpunkt|Schwerpunkt|Baustein|Säule)"
    r"\s+(?P<number>\d{1,2}|[IVX]{1,4})\b\s*[,:–—-]?\s*"
    r"(?:[„»«\"](?P<quoted>[A-ZÄÖÜ][^“”»«\"„]{3,120})[“”»«\"]|\((?P<bracketed>[A-ZÄÖÜ][^():\d]{3,120})\))"
)
# What counts Maßnahmenarten: a figure, a Roman one, a letter; and what stands for it where they are compared.
COUNTED_HERE = "\0"
COUNT = re.compile(r"\b(?:\d{1,2}|[IVX]{1,4}|[A-H])\b")
# A line of a zone that speaks of a project's particulars or heads columns.
LABEL = re.compile(
    r"(?:(?:Name|Titel|Bezeichnung)\s+(?:de[rs]\s+)?(?:Projekte?s?|Vorhabens?|Angebote?s?|Maßnahmen?)"
    r"|Maßnahmen?(?:art(?:en)?)?|Art|(?:Projekt|Vorhaben|Angebot|Maßnahme)\w{0,12}|Bezeichnung(?:\s.*)?"
    r"|(?:Träger|Laufzeit|Plätze|Beträge?|Teilnehm\w+|Summe|Gesamt|Zwischensumme|[Ii]nsgesamt|[Mm]ithin).*"
    r"|(?:Ort|Ziel|Zielgruppe|(?:Förder)?[Mm]ittel|Budget|(?:Förder|Gesamt)summe|Zuwendung|Förderung|Ansatz"
    r"|(?:Gesamt|Höchst)betrag|(?:Gesamt)?[Kk]osten)\b.*|(?:Lfd\. )?Nr\.?|[Aa]lle\s.*)"
)
# What parts a number from the sum behind it: "Maßnahmenart 1 | 500 Euro".
BEFORE_SUM = " |/·•,;:(=–—-"
# Of what is counted there are so many at least.
ENOUGH_COUNTED = 2
# Titles that are set alike agree in the size of their letters within this share; scans are not exact.
SAME_SIZE = 0.25
# Texts of one list begin below each other within this (letter sizes).
SAME_LEFT = 0.6


@dataclass(frozen=True, slots=True)
class Named:
    """A Maßnahmenart where the document names it, with the projects that stand around it."""

    number: int | None
    title: Passage
    projects: tuple[Project, ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The name of a Maßnahmenart at start..end of a strip; what leads to it begins at `lead`, what is said of
    it `behind` its number."""

    lead: int
    start: int
    end: int
    behind: int
    number: int | None
    title: str
    code: str | None = None
    """What is printed as its number, be it a letter: "2", "B"."""
    known: bool = False
    """Is it in the catalogue? Its `title` is the key there then."""


Anchored = tuple[Strip, Sequence[Anchor]]


def anchored_zones(reading: Reading) -> list[list[Anchored]]:
    """The columns of each zone of the document, each with the Maßnahmenarten it names."""
    zones = zones_of(reading)
    right = max((row.bbox[2] for rows in zones for row in rows), default=0.0)
    return [
        _with_codes_beside([(strip, anchors_in(reading, strip)) for strip in strips_of(rows, right)])
        for rows in zones
    ]


def _with_codes_beside(columns: Sequence[Anchored]) -> list[Anchored]:
    """The columns, with the codes of Maßnahmenarten that stand in a column of their own before the titles:
    "MA 1", "2", "B". Each title has one code then, and each code one title."""
    result: list[Anchored] = []
    for place, (strip, anchors) in enumerate(columns):
        before = [one for one, _ in columns[:place]]
        codes = [None if anchor.code else _code_beside(strip, anchor, before) for anchor in anchors]
        pairs = {(code, anchor.title) for code, anchor in zip(codes, anchors, strict=True) if code}
        if len(pairs) == len({code for code, _ in pairs}) == len({title for _, title in pairs}):
            anchors = [
                replace(anchor, number=counted(code), code=code) if code else anchor
                for anchor, code in zip(anchors, codes, strict=True)
            ]
        result.append((strip, anchors))
    return result


def _code_beside(strip: Strip, anchor: Anchor, before: Sequence[Strip]) -> str | None:
    line = strip.line_at(anchor.start)
    if strip.passage.text[strip.starts[strip.lines.index(line)] : anchor.lead].strip():
        return None
    middle = center_y(line.bbox)
    beside = (
        CODE.fullmatch(other.text)
        for column in before
        for other in column.lines
        if other.page == line.page and other.bbox[1] < middle < other.bbox[3]
    )
    return next((found["code"] for found in beside if found), None)


def anchors_in(reading: Reading, strip: Strip) -> list[Anchor]:
    text = strip.passage.text
    doc = read_text(language_of(reading.reference), text.translate(NOTES))
    anchors: list[Anchor] = []
    for span in doc.spans[MENTIONS]:
        if span.label_ != "measure":
            continue
        begin = max(anchors[-1].behind if anchors else 0, entry_at(strip, span.start_char)[0])
        lead = LEAD.search(text[begin : span.start_char])
        start = begin + lead.start() if lead else span.start_char
        code = _printed(lead)
        if number_in(lead) is None and not text[begin:start].strip():
            above = _number_above(strip, begin)
            code = _printed(above) or code
            start = above.start() if above else start
        entry = COUNTED_ENTRY.match(text, begin)
        if number_in(lead) is None and entry and entry.end() == start:
            code, start = entry["number"], begin
        after = NUMBER_BEHIND.match(text, span.end_char)
        code = code if counted(code) is not None or after is None else after[1]
        behind = after.end() if after else span.end_char
        number = counted(code)
        anchors.append(
            Anchor(start, span.start_char, span.end_char, behind, number, span.kb_id_, code, known=True)
        )
    more = [*_counted_and_titled(text, anchors), *_alike(strip, anchors)]
    apart = [one for n, one in enumerate(more) if all(one.start != other.start for other in more[:n])]
    return sorted([*anchors, *apart], key=lambda anchor: anchor.start)


def numbered_anchors(strip: Strip, titled: Sequence[Anchor]) -> list[Anchor]:
    """Maßnahmenarten that are named by their number alone, "In der Maßnahmenart 1 …", or in a column of their
    own below "Maßnahmenart"; none of those `titled`."""
    text = strip.passage.text
    found = list(BY_NUMBER.finditer(text))
    if MEASURES.fullmatch(strip.lines[0].text):
        ends = [*strip.starts[1:], len(text)]
        cells = zip(strip.starts, ends, strict=True)
        numbers = (CELL_NUMBER.fullmatch(text, start, len(text[:end].rstrip())) for start, end in cells)
        found = [number for number in numbers if number]
    anchors: list[Anchor] = []
    for match in found:
        if any(one.lead <= match.start() < one.behind for one in titled):
            continue
        begin = max(anchors[-1].behind if anchors else 0, entry_at(strip, match.start())[0])
        lead = LEAD.search(text[begin : match.start()])
        start = begin + lead.start() if lead else match.start()
        anchors.append(Anchor(start, *match.span(), match.end(), number_in(match), match[1]))
    return anchors


def _counted_and_titled(text: str, anchors: Sequence[Anchor]) -> list[Anchor]:
    """Maßnahmenarten that no list knows, counted by one word and titled in marks: two at least, with those
    that are known, which that word has to count, too."""
    found = [
        one
        for one in COUNTED_TITLE.finditer(text)
        if not any(one.start() <= anchor.start < one.end() for anchor in anchors)
    ]
    labels = {one["label"] for one in found}
    counted_so = all(any(one in text[a.lead : a.start] for one in labels) for a in anchors)
    numbers = {number_of(one["number"]) for one in found} | {anchor.number for anchor in anchors}
    if len(labels) != 1 or len(numbers) < ENOUGH_COUNTED or not counted_so:
        return []
    titled = []
    for one in found:
        start, end = one.span("quoted" if one["quoted"] else "bracketed")
        lead = LEAD.search(text[:start])
        begin = min(lead.start() if lead else one.start(), one.start())
        number = number_of(one["number"])
        titled.append(Anchor(begin, start, end, one.end(), number, text[start:end], one["number"]))
    return titled


@dataclass(frozen=True, slots=True)
class _Frame:
    """How all known Maßnahmenarten of a strip are set: what leads to them, whether a colon ends them, whether
    they are bold, of which sizes, where they begin, and whether their number stands above them."""

    lead: str
    colon: bool
    bold: bool
    sizes: tuple[float, ...]
    left: float
    counted_above: bool

    @property
    def tells(self) -> bool:
        """Does it tell them from other entries?"""
        worded = COUNTED_HERE in self.lead and re.search(r"[^\W\d_]{2}", self.lead) is not None
        return self.colon or self.bold or worded

    def title_in(self, strip: Strip, start: int, end: int) -> Anchor | None:
        """The title that an entry is, if it is set so."""
        text, line = strip.passage.text, strip.line_at(start)
        number = r"(?P<number>\d{1,2}|[IVX]{1,4}|[A-H])"
        opens = re.compile(number.join(map(re.escape, self.lead.split(COUNTED_HERE)))).match(text, start, end)
        close = len(text[:end].rstrip())
        above = _number_above(strip, start) if self.counted_above else None
        if (
            opens is None
            or (self.counted_above and above is None)
            or not any(abs(line.size - size) < SAME_SIZE * size for size in self.sizes)
            or abs(line.bbox[0] - self.left) > SAME_LEFT * line.size
            or text[:close].endswith(":") != self.colon
            or (self.bold and not line.bold)
            or MARKER.match(text, start, end)
            or LABEL.fullmatch(text[start : close - self.colon])
            or ASIDE.fullmatch(text[start:close])
            or not text[opens.end() : opens.end() + 1].isupper()
            or FINITE_VERB.search(text, start, close)
        ):
            return None
        called = number_in(opens) if COUNTED_HERE in self.lead else number_in(above)
        lead_at = above.start() if above else start
        title = text[opens.end() : close - self.colon]
        return Anchor(lead_at, opens.end(), close - self.colon, close, called, title)


def _alike(strip: Strip, anchors: Sequence[Anchor]) -> list[Anchor]:
    """Maßnahmenarten that no list knows: entries set like all those that are known, "Baustein 3: …", "…:",
    or below their number as those are."""
    places = [entry_at(strip, anchor.start) for anchor in anchors]
    frame = _frame_of(strip, anchors, places)
    if frame is None or not frame.tells:
        return []
    free = [
        (start, end)
        for start, end in strip.entries
        if (start, end) not in places and not any(one.lead <= start < one.behind for one in anchors)
    ]
    return [title for entry in free if (title := frame.title_in(strip, *entry)) is not None]


def _frame_of(strip: Strip, anchors: Sequence[Anchor], places: Sequence[tuple[int, int]]) -> _Frame | None:
    text = strip.passage.text
    frames = {
        (COUNT.sub(COUNTED_HERE, text[start : anchor.start], count=1), text[anchor.end : end].strip() == ":")
        for anchor, (start, end) in zip(anchors, places, strict=True)
    }
    heads = [strip.line_at(start) for start, _ in places]
    lefts = [head.bbox[0] for head in heads]
    if len(frames) != 1 or max(lefts) - min(lefts) > SAME_LEFT * strip.size:
        return None
    ((lead, colon),) = frames
    counted_above = all(
        anchor.lead < start and anchor.number is not None
        for anchor, (start, _) in zip(anchors, places, strict=True)
    )
    bold = all(head.bold for head in heads) and not all(line.bold for line in strip.lines)
    return _Frame(lead, colon, bold, tuple(head.size for head in heads), lefts[0], counted_above)


def _number_above(strip: Strip, begin: int) -> re.Match[str] | None:
    """The number of a Maßnahmenart whose name stands on the line below it: "Maßnahmenart 1", "fördert
    Maßnahmenart 1:", "Maßnahmenart 1 | 500 Euro"."""
    text = strip.passage.text
    above = next((start for start, end in strip.entries if end == begin), begin)
    end = above + len(text[above:begin].rstrip())
    if sums := find_amounts(text[above:end]):
        told = above + len(text[above : above + sums[0].start].rstrip(BEFORE_SUM))
        end = told if sums[-1].end == end - above else end
    alone = NUMBER_ALONE.fullmatch(text, above, end)
    return alone or next(
        (one for one in NUMBER_ALONE.finditer(text, above, end) if one.end() == end and text[end - 1] == ":"),
        None,
    )


def number_in(match: re.Match[str] | None) -> int | None:
    """The number in the one group of a match that has found something."""
    return counted(_printed(match))


def counted(code: str | None) -> int | None:
    """A code as number; None for a letter, which is none."""
    return None if code is None else number_of(code)


def _printed(match: re.Match[str] | None) -> str | None:
    return next((group for group in match.groups() if group), None) if match else None


def entry_at(strip: Strip, offset: int) -> tuple[int, int]:
    return next((start, end) for start, end in strip.entries if start <= offset < end)


def named(strip: Strip, anchor: Anchor, projects: Sequence[Project]) -> Named:
    title = strip.passage.part(anchor.start, anchor.end)
    return Named(anchor.number, title, tuple(map(with_doubted_name, projects)))
