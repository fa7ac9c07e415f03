"""Where the parties sign: the rows of the signature blocks, found by what they look like and say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile
from statistics import median

from extract.language.letters import CLOSING, letterheads
from extract.language.lines import LIST_MARKER, Line, Row, follow_closely
from extract.language.section_numbers import numbered
from extract.language.signature_places import (
    BROKEN_AFTER_DAY,
    BROKEN_DATE,
    PLACE,
    WITHOUT_DAY,
    where_and_when,
)
from extract.language.signature_vocabulary import (
    BODY,
    COUNTED,
    DEPUTISING,
    ELECTRONIC,
    EXECUTED,
    LABEL_ALONE,
    OFFICE,
    OTHERS,
    RANK,
    SIGNS,
    SMALL_WORD,
    is_label,
)
from extract.language.signing_sentences import MOST_LINES, sentence_lines
from extract.tables.headed import ROOM_TO_SIGN
from models.german import find_amounts, find_dates
from models.german.dates import MONTH_BEGINS

# "Wiesbaden, den 7.8.2025", "Groß-Gerau, 9. September 2025", "Kassel, den", "Kassel (____)", "Ort, Datum"
PLACE_AND_DATE = re.compile(
    rf"(?:(?:[A-ZÄÖÜ][\w.()/-]*\s?(?:[\w.()/-]+\s?){{0,4}}[,.;]\s*|{PLACE.pattern}\s(?!am\s?(?:[^\W\d_]{{3}}|$)))"
    r"(?:den|dem|am)\b(?:\W*|(?=.*\d)(?!.*[a-zäöüß]{4}\.$).{0,25})"
    rf"|{PLACE.pattern},?\s+(?:den\s+|am\s+)?\d{{4}}-\d\d-\d\d|{PLACE.pattern}\W{{0,3}}_{{4,}}\W*"
    r"|[A-ZÄÖÜ][\w.()/ -]{2,30},\s*\d{1,2}\s?[.,]\s?"
    rf"(?:\d{{1,2}}\b(?!\s+[^\W\d_]{{3}})|{MONTH_BEGINS}[a-zäöü]*\b|[A-ZÄÖÜa-zäöü]{{3,9}}(?=[\s.-]{{0,3}}\d)).{{0,12}}"
    r"|\(?Ort\s*(?:,|und|/)\s*Datum.*|(?:Ort|Datum)\s*:.*"
    rf"|(?:am\s+)?\d{{1,2}}\.\s?(?:\d{{1,2}}\.|[A-ZÄ][A-ZÄa-zä]{{2,8}}\.?)\s?\d{{2,4}}\s*,?\s+(?:in\s+)?(?!{BODY}\b){PLACE.pattern})"
)
# "10. AUG. 2022", "am 8.7.25": a line that is a date and nothing else.
DATE_ALONE = re.compile(
    r"(?:am|den)?\s*\d{1,2}\s?\.\s?(?:\d{1,2}\s?\.|[A-ZÄ][A-ZÄa-zä]{2,8}\.?)\s?(?:\d\d|\d{4}):?"
)
# "für das Hessische Sozialministerium" below a name: in small letters it may be the end of a sentence, too.
BELOW_NAME = re.compile(
    r"für\s+(?:das|den|die)(?:\s+[^\sa-zäöüß]\S*|\s+(?:für|und|am|an|de[srmn]|der|d\.|[ae]\.))+"
)
# "Für den Landkreis Fulda, unterzeichnet in Fulda am 3.4.2024", "Für den Landkreis Fulda, vertreten durch",
# "Für den Landkreis Fulda: gez. Adil Muster"
SIGNED_THERE = re.compile(
    r"Für\s+(?:das|den|die)\s.{3,120},?\s+(?:(?:unter|ge)zeichnet\b.*|(?<=[:,]\s)(?:gez\..*|in(?:\s+Vertretung\b.*)?|im(?:\s+Auftrag\b.*)?)|"
    rf"{SIGNS}\b.*(?<![^\W\d_]{{4}}\.)|vertreten\s+durch\b.*[^.,])"
    r"|unterzeichnet\s+(?:in|zu)\s.*"
)
# "Kassel, den" before a date, ", für den Landkreis Kassel:" behind it; or the same the other way round.
PLACE_LEAD = re.compile(
    rf"(?:(?:\w+\s+){{0,2}}?(?i:{EXECUTED.pattern})\s+(?:in|zu)\s+)?{PLACE.pattern}\s*,?\s+(?:(?:den|dem|am)\s+)?"
)
FOR_WHOM = (
    r"(?:[Ff]ür|[Nn]amens|[Ii]m\s+Namen|[Ss]eitens)\s+(?:das|den|die|des|der)"
    rf"(?:\s+(?:[^\sa-zäöüß]\S*|{SMALL_WORD}))+"
)
FOR_BEHIND = re.compile(rf"\s*[,;:.–—-]?\s*(?P<whom>{FOR_WHOM})")
FOR_BEFORE = re.compile(rf"{FOR_WHOM}(?<=[,;:–—-])\s+{PLACE_LEAD.pattern}")
# By hand, or misread, the date need not be one: "Kassel, 22.b.17. für den Landkreis Kassel:".
MISREAD_LEAD = re.compile(
    rf"{PLACE.pattern}\s*[,:;.]\s*(?:(?:den|dem|am)\s+)?(?:(?=\S*\d)\S{{1,10}}[\s,;:.]{{1,3}}){{0,3}}"
)
# "Für das Land Hessen", "Für den Landkreis", "gez.", "i. V."
SIGNING_FOR = re.compile(
    r"(?:(?:Für\s+(?:das|den|die|dem)|(?:Im\s+Namen|Namens|Seitens)\s+(?:des|der))"
    rf"(?:\s+(?:[^\sa-zäöüß]\S*|{SMALL_WORD}))+"
    r"|gez\.?.*|[ij]\.\s?[VA]\.?.*|In Vertretung.*|Im Auftrag.*|\(?Unterschrift(?:en)?\b.*"
    r"|\(?(?:Dienst)?[Ss]iegel\)?)"
    r":?"
)
# However many words the name of a legal person has: "Für den Verein Muster – Hilfe für Frauen e. V."
NAMES_WITH_FORM = re.compile(r"Für\s(?:das|den|die)\s[A-ZÄÖÜ].*(?:e\.\s?V\.|\b(?:mbH|GmbH|AG|eG|KG)):?")
ORGANISATION = re.compile(rf"(?:(?:Der|Die|Das)\s+)?(?:\w+\s)?{BODY}\b")
# The name of a body, or of an office and its body, and nothing else, however long.
NAMES_ONE = re.compile(
    rf"(?:{ORGANISATION.pattern}|(?:(?:Der|Die)\s+)?(?i:(?:{RANK.pattern}\s+)?[\w-]*{OFFICE.pattern}))"
    r"(?:\s+(?:[^\sa-zäöüß]\S*|(?:für|und|de[srmn]|am|an|i[mn])))*(?<![.:;])"
)
# A row that is narrower than this share of the text, or parted in columns, may belong to a signature block.
SHORT_ROW = 0.72
LONG_ROW_WORDS = 11
# A place line or a heading "Für …" weighs 2, an office 1.
ENOUGH_EVIDENCE = 2
# An office of more words than this stands in a sentence.
OFFICE_WORDS = 7
LABEL_WORDS = 3
ROOM_FOR_DAY = re.compile(r"[\d_…]|\.{4}|\b(?:den|dem|am)\W*$")
ANNOUNCES_DAY = re.compile(r",\s+(?:den|dem|am)$")
# So many rows without evidence (a name, an organisation over three lines) may stand within a signature block,
# and so many of them may be wide (a long name of a ministry).
ROWS_INSIDE, WIDE_ROWS_INSIDE = 6, 2
# Rows above the first evidence and below the last that belong to it: an organisation, a name.
ROWS_AROUND = 4
# Below the names of both sides an office or a day stands within so many rows: a name may come first.
ROWS_BELOW_SIDES = 3
# Between the lines of a paragraph is less white than this (letter sizes); above who signs there is more.
SAME_PARAGRAPH = 0.8
# What heads the columns of a table in which each row is a signature.
SIGNATURE_HEADING = re.compile(
    r"Ort|Datum|Tag\b|Name|Amt|Funktion|Unterschrift|Siegel|Stempel|für\b", re.IGNORECASE
)
INK = re.compile(r"Unterschrift|unterschrieben|Siegel|Datum|zeichn|wann\b", re.IGNORECASE)
INK_ALONE = re.compile(r"Unterschrift(?:en)?|(?:Dienst)?[Ss]iegel|Stempel")
WHEN = re.compile(r"(?:Ort|Datum)\b")
# What announces that those below have signed.
ANNOUNCES = re.compile(r"\b(?:unterschrieben|unterzeichnet|gezeichnet|vollzogen)\s?:$", re.IGNORECASE)
# Confidence of a signature that was read as a word.
SCRAWL = 0.35
_AGREEMENT = r"(?:[Vv]ereinbarung|[Vv]ertrag|[Aa]bkommen|[Nn]achtrag)"
_PUBLIC = r"(?:genehmigt?\b|(?:bekannt\s?gemacht|bekanntgegeben|veröffentlicht)\b)"
# "Die vorstehende Vereinbarung wird genehmigt.", "Nachstehend wird der Vertrag bekannt gemacht."
NOTICE = re.compile(
    rf"\b(?:[Vv]orstehend|[Nn]achstehend|[Hh]iermit|[Oo]big)(?=.{{0,200}}{_AGREEMENT}).{{0,300}}\s{_PUBLIC}"
    rf"|{_AGREEMENT}.{{0,60}}\s(?:vorstehend|hiermit|nachstehend)\s(?:.{{0,200}}\s)?{_PUBLIC}"
)
NAME_LIKE = re.compile(
    r"(?:[A-ZÄÖÜ][\w.'’-]*|(?:von|van)(?:\sder)?|de|zu|h\.|c\.)(?:\s(?:[A-ZÄÖÜ][\w.'’-]*|(?:von|van)(?:\sder)?|de|zu|h\.|c\.)){1,6}"
)
FIRST_SECTION = re.compile(
    r"(?:(?:§|Art(?:ikel|\.)|Nr\.|Ziff(?:er|\.)|Abschnitt|Teil)\s?(?:1|I|A)\b|(?:1|I|A)[.:)])\s*[^\W\d_]"
)
# Where what is agreed begins: "schließen folgenden Vertrag:", "§ 1", "Präambel".
BODY_BEGINS = re.compile(
    r"(?:(?>.*?\b(?:schließ(?:en|t)|vereinbaren|treffen|ändern|fassen|wird|haben)\b)"
    r"(?>.*?\b(?:(?:nach)?folgende[nrs]?|nachstehende[nrs]?|wie\s+folgt)\b).*"
    r"|(?:§|Art(?:ikel|\.))\s?(?:1|I)(?:\W.*)?|(?:Präambel|Vorbemerkung(?:en)?|Vorwort)\W*)",
    re.IGNORECASE,
)
ANNEX = re.compile(r"Anlagen?\b|Anhang\b", re.IGNORECASE)
# "3. …", "§ 4", "Anlage", "1.1.2024 – Beginn"
NUMBERED = re.compile(r"\d{1,2}(?:[.)]?|\.\d{1,2}\.\d{4})\s+(?:[–—-]\s+)?[^\W\d]|§|Anlage")
# "Er nimmt das Angebot an." ends with a part of its verb.
PARTICLE_END = r"\s(?:an|ab|auf|aus|bei|ein|mit|vor|zu|um)\.$"
PERIOD = re.compile(rf"[^\W\d_]{{4,}}\.$|{PARTICLE_END}")
SENTENCE_END = re.compile(
    rf"{PARTICLE_END}|(?:(?:[^\W\d_]{{4,}}|\d)\)?[.;:]|\s(?:[a-zäöüß]{{3,}}|[a-zäöüß]+\s[a-zäöüß]{{2}})"
    r"\s[a-zäöüß]{2,3}\.)$"
)


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Evidence that stands together: the numbers of its rows, first and last, and its weight."""

    first: int
    last: int
    weight: int


def find_signature_blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of the signature blocks, in reading order; empty if nobody was meant to sign.

    Evidence is what only signature blocks say; where it stands close together, the parties sign. The last
    such place counts, with the names and organisations around it, and those before it where one who signs
    tells two of these: place and date, office, for whom; as under an offer above its acceptance. A letter
    is signed below the words that close it, not at its head.
    """
    short = _short_rows(rows) - {id(row) for head in letterheads(rows) for row in head}
    told = _in_signing_sentences(rows, short)
    short |= told
    clusters = [c for c in _clusters(rows, short, told) if c.weight >= ENOUGH_EVIDENCE]
    if not clusters:
        return [announced] if (announced := _announced(rows, short)) else []
    best = max(cluster.weight for cluster in clusters)
    last = max(number for number, cluster in enumerate(clusters) if cluster.weight >= best / 2)
    chosen = [clusters[last]]
    for cluster in reversed(clusters[:last]):
        if _signs_apart(rows, cluster, chosen[0], short):
            chosen.insert(0, cluster)
    ends = [0, *(cluster.last + 1 for cluster in chosen)]
    return [_block(rows, cluster, end, short) for cluster, end in zip(chosen, ends, strict=False)]


def _signs_apart(rows: Sequence[Row], cluster: _Cluster, later: _Cluster, short: set[int]) -> bool:
    """Does somebody sign for one side there, who does not sign again where the other does?"""
    inside, after = (
        [line for row in rows[one.first : one.last + 1] for line in row.lines] for one in (cluster, later)
    )
    dated = any(map(_dates, inside))
    officer = any(OFFICE.search(line.text) and len(line.words) <= OFFICE_WORDS for line in inside)
    closed = any(CLOSING.fullmatch(line.text) for line in inside)
    for_whom = any(ORGANISATION.match(line.text) for line in inside)
    text_before = any(id(row) not in short for row in rows[: cluster.first])
    again = {
        line.text
        for line in inside
        if not (is_label(line.text) or OFFICE.search(line.text) or CLOSING.fullmatch(line.text))
        and not _says_place(line)
    }
    repeated = again & {line.text for line in after}
    near = rows[later.first].page - rows[cluster.last].page <= 1
    told = dated + officer + for_whom + closed > 1
    return told and text_before and (near or closed) and not repeated


def _block(rows: Sequence[Row], cluster: _Cluster, start: int, short: set[int]) -> list[Row]:
    """The rows of a cluster, with those around it that belong to it, from `start` on."""
    first, last = cluster.first, cluster.last
    while (
        first > start
        and cluster.first - first < ROWS_AROUND
        and _belongs(rows[first - 1], rows[first], short)
        and not _is_item(rows[first - 1])
    ):
        first -= 1
    while (
        last + 1 < len(rows)
        and last - cluster.last < ROWS_AROUND
        and _belongs(rows[last + 1], rows[last], short)
    ):
        last += 1
    signed = list(rows[first : last + 1])
    # Of what stands above the headings of a table of signatures nothing is signed but where and when, and by
    # whom if the table notes it below their pens.
    head = next(iter(_headings(signed)), 0)
    named = signed[:head] if any(map(_names_signer, signed[:head])) else []
    signed = [*(row for row in signed[:head] if row in named or all(map(_dates, row.lines))), *signed[head:]]
    others = (index for index, row in enumerate(signed) if index and heads_others(row))
    return signed[: next(others, len(signed))]


def _is_item(row: Row) -> bool:
    """Does a mark begin the row? A dash that ends it, too, does not: "– Kreisausschuss –"."""
    first, last = row.words[0].text, row.words[-1].text
    return LIST_MARKER.fullmatch(first) is not None and first != last


def _announced(rows: Sequence[Row], short: set[int]) -> list[Row]:
    """The names below the last line that announces nothing else: "… genehmigt und unterschrieben:"."""
    start = next((n for n in range(len(rows), 0, -1) if ANNOUNCES.search(rows[n - 1].text)), len(rows))
    end = start
    while end < len(rows) and _belongs(rows[end], rows[end - 1], short):
        end += 1
    named = [row for row in rows[start:end] if all(NAME_LIKE.fullmatch(line.text) for line in row.lines)]
    return list(rows[start:end]) if named else []


def _short_rows(rows: Sequence[Row]) -> set[int]:
    """The rows (by identity) that do not fill the width of the text."""
    widths = sorted(row.bbox[2] - row.bbox[0] for row in rows)
    widest = widths[-max(len(widths) // 4, 1) :]
    text = [row.bbox[2] - row.bbox[0] for row in rows if len(row.words) >= 8 and len(row.lines) == 1]
    width = max((median(some) for some in (widest, text) if some), default=0.0)
    span = max((row.bbox[2] for row in rows), default=0.0) - min((row.bbox[0] for row in rows), default=0.0)
    return {id(row) for row in rows if _is_short(row, width, span)}


def _is_short(row: Row, width: float, span: float) -> bool:
    """`width` is that of a row of text, `span` that of all text, margins beside it included."""
    if any(signs(line) for line in row.lines) or _is_labelled(row) or _names_officer(row):
        return True
    if len(row.lines) > 1:
        return all(line.bbox[2] - line.bbox[0] < SHORT_ROW * span for line in row.lines)
    return row.bbox[2] - row.bbox[0] < SHORT_ROW * width and len(row.words) < LONG_ROW_WORDS


def _names_officer(row: Row) -> bool:
    """ "(i. V. Heike Muster, Landrätin)", "Landkreis Fulda, Heike Muster, Landrätin": names alone, and at
    the end an office."""
    text = row.text.strip("() ")
    deputising = DEPUTISING.match(text)
    before, comma, office = text[deputising.end() if deputising else 0 :].rpartition(", ")
    words = before.split()
    named = all(word[:1].isupper() or re.fullmatch(SMALL_WORD, word) for word in words)
    return bool(comma) and named and len(words) <= LONG_ROW_WORDS and OFFICE.search(office) is not None


def _names_signer(row: Row) -> bool:
    """ "Landrätin Heike Muster    Staatssekretär Uwe Muster": each line an office, with a name behind it or
    below."""
    return all(OFFICE.search(line.text) and len(line.words) <= OFFICE_WORDS for line in row.lines)


def _in_signing_sentences(rows: Sequence[Row], short: set[int]) -> set[int]:
    """The rows (by identity) of sentences that tell who signs for whom, where and when."""
    told: set[int] = set()
    for number, row in enumerate(rows):
        above = rows[number - 1] if number else None
        if above is not None and id(above) not in short | told and _are_close(above, row):
            continue
        lines = [row.text]
        for last, following in pairwise(rows[number : number + MOST_LINES]):
            if not _are_close(last, following):
                break
            lines.append(following.text)
        told.update(map(id, rows[number : number + sentence_lines(lines)]))
    return told


def _are_close(above: Row, row: Row) -> bool:
    """Do rows follow each other as the lines of a paragraph do?"""
    return follow_closely([above, row], SAME_PARAGRAPH)


def _clusters(rows: Sequence[Row], short: set[int], told: set[int]) -> list[_Cluster]:
    """`told`: rows of sentences that tell who signs."""
    clusters: list[_Cluster] = []
    for number, row in enumerate(rows):
        weight = ENOUGH_EVIDENCE if id(row) in told else _evidence(row) if id(row) in short else 0
        if not weight or (number and _ends_paragraph(row, rows[number - 1], short)):
            continue
        last = clusters[-1] if clusters else None
        if last is not None and _near(rows, last.last, number, short):
            clusters[-1] = _Cluster(last.first, number, last.weight + weight)
        else:
            clusters.append(_Cluster(number, number, weight))
    signed: list[_Cluster] = []
    for c in clusters:
        between = (
            rows[signed[-1].last + 1 : c.first] if signed and signed[-1].weight >= ENOUGH_EVIDENCE else ()
        )
        if (
            _signed(rows[c.first : c.last + 1], told)
            and not _is_title(rows, c, short)
            and not _is_of_others(rows, c)
            and not _gives_notice(between)
        ):
            signed.append(c)
    return signed


def _ends_paragraph(row: Row, above: Row, short: set[int]) -> bool:
    """Is a row the last of a sentence that fills the line above it: "… des" "Stadtrats."?"""
    return (
        _are_close(above, row)
        and len(row.lines) == 1
        and id(above) not in short
        and SENTENCE_END.search(row.text) is not None
    )


def _near(rows: Sequence[Row], one: int, other: int, short: set[int]) -> bool:
    between = rows[one + 1 : other]
    wide = [row for row in between if id(row) not in short]
    return (
        len(between) <= ROWS_INSIDE
        and len(wide) <= WIDE_ROWS_INSIDE
        and not any(row.text.endswith((".", ":")) for row in wide)
        and not any(_ends_text(rows, number, short) for number in range(one + 1, other))
        and rows[other].page - rows[one].page <= 1
    )


def _ends_text(rows: Sequence[Row], number: int, short: set[int]) -> bool:
    """Does a sentence end with a row? Behind names that do not end a paragraph it is a speck, and a word
    alone that was hardly read is a pen's."""
    row = rows[number]
    if len(row.words) == 1 and row.words[0].confidence < SCRAWL:
        return False
    named = all(NAME_LIKE.fullmatch(line.text) for line in row.lines)
    alone = number > 0 and not _ends_paragraph(row, rows[number - 1], short)
    return PERIOD.search(row.text) is not None and not (named and alone)


def _evidence(row: Row) -> int:
    """How much of a row only a signature block says."""
    if _is_of_all(row):
        return ENOUGH_EVIDENCE
    if find_amounts(row.text):
        return 0
    spoken = sum(ENOUGH_EVIDENCE for line in row.lines if signs(line) or CLOSING.fullmatch(line.text))
    dated = _begins_with_date(row)
    return spoken + sum(1 for line in row.lines if _may_sign(line)) + dated + _is_labelled(row)


def _begins_with_date(row: Row) -> bool:
    """A date, alone or beside what a signature says: not "3.4.2024   Beginn der Arbeit"."""
    date, *beside = (line.text for line in row.lines)
    return DATE_ALONE.fullmatch(date) is not None and all(map(_stands_beside_date, beside))


def _stands_beside_date(text: str) -> bool:
    text = text.rstrip(" .")
    told = DATE_ALONE.fullmatch(text) or NAME_LIKE.fullmatch(text) or ORGANISATION.match(text)
    return bool(told or OFFICE.search(text) or is_label(text))


def _is_labelled(row: Row) -> bool:
    """Does a label of a form stand before what is filled in?"""
    return len(row.lines) > 1 and LABEL_ALONE.fullmatch(row.lines[0].text) is not None


def _may_sign(line: Line) -> bool:
    """Does a signature block say this, and other text at times?"""
    office = OFFICE.search(line.text) and len(line.words) <= OFFICE_WORDS
    dated = _says_place(line) or BROKEN_AFTER_DAY.fullmatch(line.text)
    return bool(office or BELOW_NAME.fullmatch(line.text) or dated)


def _says_place(line: Line) -> bool:
    said = where_and_when(line.text.strip())
    return said is not None and said.place is not None


def _names_both_sides(row: Row) -> bool:
    """Organisations side by side: "Hessisches Ministerium …   Landkreis …"."""
    return sum(1 for line in row.lines if ORGANISATION.match(line.text)) > 1


def _is_of_all(row: Row) -> bool:
    """Does a row say several columns of a signature block at once?"""
    return _names_both_sides(row) or heads_signatures(row)


def _signed(rows: Sequence[Row], told: set[int]) -> bool:
    """Offices alone are named in titles and letterheads too."""
    lines = [line for row in rows for line in row.lines]
    offices = sum(1 for line in lines if OFFICE.search(line.text))
    dated = any(map(_says_place, lines))
    closed = offices and any(CLOSING.fullmatch(line.text) for line in lines)
    spoken = any(id(row) in told or _is_of_all(row) for row in rows) or any(map(signs, lines))
    return offices + dated > 1 or bool(closed) or spoken


def _is_title(rows: Sequence[Row], cluster: _Cluster, short: set[int]) -> bool:
    """What stands before all text is a title: it names ministries and offices too, and says who speaks "Für
    das Land". Only a place with a date is never in a title with text below, but for the first section."""
    text_before = any(id(row) not in short for row in rows[: cluster.first])
    behind = rows[cluster.last + 1 :]
    text_behind = any(id(row) not in short for row in behind)
    if not text_before and any(FIRST_SECTION.match(row.text) for row in behind):
        return True
    inside = [line for row in rows[cluster.first : cluster.last + 1] for line in row.lines]
    if _opens(rows, cluster) and (_gives_notice(rows[: cluster.first]) or not any(map(_dates, inside))):
        return True
    signed = any(
        PLACE_AND_DATE.fullmatch(line.text.strip()) if text_behind else signs(line) for line in inside
    )
    return not text_before and not signed


def _opens(rows: Sequence[Row], cluster: _Cluster) -> bool:
    """Does what is agreed begin behind a cluster only? Then it tells who represents the parties. Behind
    sections that are counted in another way, "§ 1" begins what is bound in."""
    before, behind = rows[: cluster.first], rows[cluster.last + 1 :]
    own = takewhile(lambda row: not ANNEX.match(row.text), behind)
    begun = any(BODY_BEGINS.fullmatch(row.text) for row in before) or _has_section(before)
    return not begun and any(BODY_BEGINS.fullmatch(row.text) for row in own)


def _has_section(rows: Sequence[Row]) -> bool:
    """Does a sentence end below a counted heading? Parties are counted, too: "1. Landkreis Fulda"."""
    heading = next((index for index, row in enumerate(rows) if _heads_section(row)), len(rows))
    return any(PERIOD.search(row.text) for row in rows[heading + 1 :])


def _heads_section(row: Row) -> bool:
    found = numbered(row.text, scanned=False) if len(row.lines) == 1 else None
    return found is not None and found.title is not None and not ORGANISATION.match(row.text[found.title :])


def _dates(line: Line) -> bool:
    """A place with its day, or with room for one: not the end of a sentence, "Jugend und Familie,"."""
    return _says_place(line) and ROOM_FOR_DAY.search(line.text) is not None


def _is_of_others(rows: Sequence[Row], cluster: _Cluster) -> bool:
    """Do those who certify or witness sign there, behind the parties?"""
    around = rows[max(cluster.first - 1, 0) : cluster.first + 1]
    return any(heads_others(row) and not ANNOUNCES.search(row.text) for row in around)


def _gives_notice(rows: Sequence[Row]) -> bool:
    """Does an authority say that it approves the agreement, or makes it public?"""
    return NOTICE.search(" ".join(row.text for row in rows)) is not None


def heads_others(row: Row) -> bool:
    return len(row.lines) == 1 and OTHERS.match(row.text) is not None


def _belongs(row: Row, beside: Row, short: set[int]) -> bool:
    """Does a row belong to the signature block that ends or begins with `beside`?"""
    distance = max(row.bbox[1], beside.bbox[1]) - min(row.bbox[3], beside.bbox[3])
    says_day = _says_day_of(beside, row)
    goes_on = says_day or BROKEN_DATE.search(beside.text) is not None
    return (
        (says_day or id(row) in short or NAMES_ONE.fullmatch(row.text) is not None)
        and row.page == beside.page
        and distance < ROOM_TO_SIGN * row.size
        and (goes_on or not any(_ends_sentence(line, row) for line in row.lines))
        and (goes_on or _begins_with_date(row) or not _is_numbered(row))
        and not find_amounts(row.text)
    )


def _says_day_of(above: Row, row: Row) -> bool:
    """Does a row begin with the day that the one above it announces: "(Fulda, den" "9. Mai 2024)"?"""
    found = find_dates(row.text) if ANNOUNCES_DAY.search(above.text) else []
    return bool(found) and found[0].start == 0


def _is_numbered(row: Row) -> bool:
    """An item, or a heading: "7. Unterschriften", "Feld 7: Unterschriften"."""
    found = numbered(row.text, scanned=False) if len(row.lines) == 1 else None
    headed = found is not None and found.title is not None and (found.label or found.number.isdigit())
    return bool(headed or NUMBERED.match(row.text))


def _ends_sentence(line: Line, row: Row) -> bool:
    """Neither does a label of a form, at which nothing is filled in, nor "Saarbrücken, 23."."""
    beside = len(row.lines) > 1 and line.text.endswith(":") and len(line.words) <= LABEL_WORDS
    if beside or is_label(line.text) or BROKEN_AFTER_DAY.fullmatch(line.text):
        return False
    return SENTENCE_END.search(line.text) is not None


def is_signed(rows: Sequence[Row]) -> bool:
    """Does a row of a table belong to a signature block?"""
    return (
        any(_dates_office(row) or any(map(signs, row.lines)) for row in rows)
        or _dates_officers(rows)
        or _dates_labelled(rows)
    )


def heads_signing_columns(rows: Sequence[Row], below: Sequence[Row]) -> bool:
    """Does a table only name who stands on which side, right above the columns in which they sign? `below`:
    the rows that follow it on its page."""
    named = any(map(_names_both_sides, rows)) and not any(find_amounts(row.text) for row in rows)
    return named and any(
        len(row.lines) > 1 and all(map(_may_sign, row.lines)) for row in below[:ROWS_BELOW_SIDES]
    )


def _dates_office(row: Row) -> bool:
    """ "7.8.2025    Landrat": a date beside an office."""
    dated = DATE_ALONE.fullmatch(row.lines[0].text) is not None
    return dated and any(OFFICE.search(line.text) for line in row.lines[1:])


def _dates_officers(rows: Sequence[Row]) -> bool:
    """Does a table without sums say whose officers have signed when, however it is parted: bodies, days and
    offices, each in lines of their own?"""
    lines = [line for row in rows for line in row.lines]
    dates = sum(DATE_ALONE.fullmatch(line.text) is not None for line in lines)
    offices = sum(OFFICE.search(line.text) is not None and len(line.words) <= OFFICE_WORDS for line in lines)
    bodies = any(ORGANISATION.match(line.text) for line in lines)
    return bodies and 0 < dates <= offices and not any(find_amounts(line.text) for line in lines)


def _dates_labelled(rows: Sequence[Row]) -> bool:
    """Does a label head each row of a table, among them those of where, when and for whom? Who signs may
    stand below it."""
    beside = [row for row in rows if len(row.lines) > 1]
    labels = [LABEL_ALONE.fullmatch(row.lines[0].text) for row in beside]
    kinds = {label.lastgroup for label in labels if label is not None}
    dated = any(DATE_ALONE.fullmatch(line.text) for row in beside for line in row.lines[1:])
    return None not in labels and dated and {"place", "organisation"} <= kinds


def is_signature_table(headers: Sequence[str]) -> bool:
    known = sum(1 for header in headers if SIGNATURE_HEADING.match(header))
    signed = any(map(INK_ALONE.fullmatch, headers)) and any(map(WHEN.match, headers))
    return known >= min(3, len(headers)) or heads_signing(headers) or signed


def heads_signing(headers: Sequence[str]) -> bool:
    """Are all headings labels, one of them of a signature?"""
    return all(is_label(header) for header in headers) and any(INK.search(header) for header in headers)


def below_headings(rows: Sequence[Row]) -> list[Row]:
    """What stands below the row that heads the columns of a table of signatures, if there is one; without
    the rows of labels that stand below what is filled in."""
    headings = _headings(rows)
    return [row for row in rows[headings[-1] + 1 if headings else 0 :] if not heads_signatures(row)]


def _headings(rows: Sequence[Row]) -> list[int]:
    """The numbers of the rows that head columns. A row of labels that ends the block, or stands twice on a
    page, is below what it labels."""
    numbers = [number for number, row in enumerate(rows) if heads_signatures(row)]
    told = [(rows[number].page, rows[number].text) for number in numbers]
    return [] if len({*told}) < len(told) or len(rows) - 1 in numbers else numbers


def heads_signatures(row: Row) -> bool:
    """Is it the row that heads a table of signatures: "für | Ort, Datum | Name und Amt"?"""
    texts = [line.text for line in row.lines]
    apart = len({*texts}) == len(texts) > 2 and not any(text.startswith("(") for text in texts)
    return apart and heads_signing(texts)


def signs(line: Line) -> bool:
    """Does a signature block begin with this line?"""
    text = line.text.strip()
    if counted := COUNTED.match(text):
        if counted[0].startswith("Unterschrift"):
            return True
        text = text[counted.end() :]
        text = text[0].upper() + text[1:]
    return _signs(text, len(text.split()) <= 10)


@lru_cache(maxsize=4096)
def _signs(text: str, short: bool) -> bool:
    if SIGNED_THERE.fullmatch(text) or WITHOUT_DAY.fullmatch(text) or ELECTRONIC.match(text):
        return True
    if DEPUTISING.fullmatch(text):
        return True
    if _dates_party(text) or _dates_officer(text):
        return True
    if (SIGNING_FOR.fullmatch(text) and short) or NAMES_WITH_FORM.fullmatch(text):
        return True
    return bool(PLACE_AND_DATE.fullmatch(text)) and short


def _dates_party(text: str) -> bool:
    """ "Fulda, 3. Mai 2024, für den Landkreis Fulda:", "Für den Landkreis Fulda: Fulda, 3. Mai 2024"."""
    if for_whom(text) is not None:
        return True
    found = find_dates(text)
    before, behind = (text[: found[0].start], text[found[0].end :]) if len(found) == 1 else ("", text)
    return FOR_BEFORE.fullmatch(before) is not None and not behind.strip(" .:")


def _dates_officer(text: str) -> bool:
    """ "Fulda, 3. Mai 2024; gez. Adil Muster, Landrat", "Stadt Fulda: Adil Muster, Landrat, Fulda, 3.5.2024":
    names alone, an office among them, with place and date before or behind."""
    found = find_dates(text)
    if len(found) != 1:
        return False
    before, behind = text[: found[0].start], text[found[0].end :]
    said = behind if PLACE_LEAD.fullmatch(before) else before if not behind.strip(" .,;)") else ""
    words = re.sub(r"^\(?\d{1,2}[.)]\s+|\b(?:gez\.|[ij]\.\s?[VA]\.)", " ", said).split()
    named = all(re.fullmatch(rf"\W*(?:[^\sa-zäöüß]\S*|{SMALL_WORD}|den)?\W*", word) for word in words)
    return len(words) > 2 and named and OFFICE.search(said) is not None


def for_whom(text: str) -> int | None:
    """Where "für …" begins in a line that says place and date before: "Fulda, 3. Mai 2024, für den …"."""
    found = find_dates(text)
    if len(found) == 1 and PLACE_LEAD.fullmatch(text, 0, found[0].start):
        behind = FOR_BEHIND.fullmatch(text, found[0].end)
        return behind.start("whom") if behind else None
    lead = MISREAD_LEAD.match(text)
    if lead is None or not (re.search(r"\d", lead[0]) or text.endswith(":")):
        return None
    whom = FOR_BEHIND.fullmatch(text, lead.end())
    return whom.start("whom") if whom else None
