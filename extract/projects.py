"""Which projects under which Maßnahmenart: from lists and from tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from extract.confidence import doubted, repaired, weighed
from extract.language import is_sentence
from extract.layout import Block, PlacedTable
from extract.lines import Line
from extract.lists import DECIMAL
from extract.money_units import THOUSANDS, counted_amount, units_of
from extract.organisations import is_organisation
from extract.passage import Passage, join_lines
from extract.project_cards import PROJECT_FIELD
from extract.project_frame import unframed
from extract.project_names import (
    ASIDE,
    CALLS_PROJECTS,
    ON_ITS_OWN_LINE,
    enumerated,
    find_project,
    is_written_well,
)
from extract.project_sentences import is_about_somebody, named_in_sentences
from extract.projects_around import Named, projects_around
from extract.tables import TICK, Cell, Table
from extract.understand import Reading
from models.agreement import Measure, Project
from models.german import find_amounts
from models.reference import Match, MeasureType
from models.values import Extracted

# "Maßnahmenart 2: Ausbildung …", "Maßnahme 2 – …"
MEASURE_HEAD = re.compile(
    r"(?:Maßnahmen?art|Maßnahmeart|Maßnahme|Förderschwerpunkt|Förderbereich|Schwerpunkt)\s*(?:Nr\.\s*)?(?P<number>\d{1,2}|[IVX]{1,4})\s*[:.)·•–—-]?\s*"
)
# "Nr. 2 Ausbildung …": so much else is counted like this that the catalogue has to know the title.
WEAK_HEAD = re.compile(
    r"(?:MA|Nr\.|Nummer|Ziffer|Ziff\.|Punkt|Bereich)\s*(?P<number>\d{1,2}|[IVX]{1,4})\s*[:.)–-]?\s*"
)
# What leads from a title to the list below it.
LEADS_ON = re.compile(
    r"\.\s(?:Es sind dies|Dies sind|Das sind)\s*:?\s*$"
    r"|(?:\s*[,–—-])?\s(?:nämlich|und zwar|hierunter|darunter|hierzu|dazu|mit|durch|umfasst|insbesondere)"
    r"(?:\s+(?:de[mnr]|die|das|folgende[mnrs]?))*(?:\s+(?:Projekte?n?|Vorhaben|Angebote?n?|Maßnahmen?))?\s*:?\s*$"
)
# What behind a known title is none of it: ". Es sind dies", " mit zusammen 500 Euro".
BEHIND_TITLE = re.compile(r"[.:;]\s|\s(?:mit|in Höhe|zu|i\.\s?H\.)\s")
# "„Ausbildungsvorbereitung“", "(Ausbildungsvorbereitung)": a title in marks that belong to the sentence.
MARKED_TITLE = re.compile(r"(?:[„»«\"](?P<quoted>[^„“”»«\"]+)[“”»«\"‘’]|\((?P<bracketed>[^()]+)\))")
# What leads from a title to its sum: ", hierfür bis zu", " (", " in Höhe von". No title ends in a small word.
BEFORE_SUM = re.compile(
    r"(?:[\s(\[:,;=–—-]|\b(?:[a-zäöü]+|Höhe|Umfang|Summe|Betrag|i\.\s?H\.\s?v\.)(?=\s))*$"
)
NUMBER_HEAD = re.compile(r"\(?(?P<number>\d{1,2})(?:[.):]|\s[–—-])\s+")
# "2 Ausbildung", and "(2)Ausbildung" where a blank was lost.
LONE_NUMBER = re.compile(r"\(?(?P<number>\d{1,2})(?:[.)]\s*|\s+)(?=[A-ZÄÖÜ])")
# "Projekte: A; B", "… mit den Projekten A, B sowie C"
NAMES_PROJECTS = re.compile(rf"{CALLS_PROJECTS}\s*:\s+")
INLINE = re.compile(
    r":\s+(?=\S)|,?\s+(?:mit|durch|und zwar|insbesondere|nämlich)\s+(?:de[mnr]|die|das|folgenden?)\s+"
    r"(?:folgenden\s+)?(?:Projekte?n?|Vorhaben|Angebote?n?|Maßnahmen?)\s*:?\s+(?=\S)"
)
COUNTED = re.compile(r"(?:(?<=[:;])\s+|^)(?P<number>\d{1,2})[.)]\s+(?=[A-ZÄÖÜ])")
# A section that lists projects says so in its heading or the sentence before the list.
ANNOUNCES = re.compile(r"Projekt|Maßnahmen?art|Maßnahmen\b|Vorhaben|gefördert werden|Angebote", re.IGNORECASE)
PROJECT_HEADER = re.compile(r"projekt|vorhaben|angebot|bezeichnung|titel|\bname\b", re.IGNORECASE)
NUMBER_HEADER = re.compile(r"(?:lfd\.?\s)?(?:Nr|Nummer)\b", re.IGNORECASE)
PLURAL_HEADER = re.compile(r"Projekte\b|Vorhaben\b|Angebote\b")
MEASURE_HEADER = re.compile(r"maßnahme|maßn\.|förderbereich|schwerpunkt|^art\b|^MA\b", re.IGNORECASE)
SUM_ROW = re.compile(
    r"^(?:gesamt\w*|insgesamt|summ[ae]\w*|zwischensumme\w*|total|zusammen|alle\s(?:Projekte|Vorhaben|Maßnahmen\w*|Angebote))\b|\b(?:ins)?gesamt(?:summe|betrag)?$",
    re.IGNORECASE,
)
# A cell that names a Maßnahmenart by its number or letter alone.
CODE = re.compile(r"(?:MA|Nr\.)?\s?(?P<code>\d{1,2}|[A-H]|[IVX]{1,4})\.?")
# A cell that says what the one above says.
DITTO = re.compile(r"(?:wie\s(?:vor|oben)|dto\.?|desgl\.?|s\.\s?o\.|ebenso|[\W_]{1,3})", re.IGNORECASE)
# A cell that lists the projects of its row.
SEVERAL = re.compile(r";\s+\S")
# What was cut wrongly: a stroke between names, a marker alone, what leads to a Maßnahmenart, an open end.
SPOILED = re.compile(
    r"\||\s[·•]\s|^\(?\w{1,2}\)$|Maßnahmen?art(?:\s\d{1,2})?$|[–—/:(-]$|^(?:und|sowie)\s|^\d+$|\d,\d\d\b|\b(?:und|für|der|des|in|zur)$"
)
# No name ends like this: "Bewilligung durch"; and so many letters in a row make a piece of a title.
CUT = re.compile(r"\s(?:durch|bis|von|vom|an|am|über|mit|bei|nach|auf|aus|unter)$")
NAMED = re.compile(r"[^\W\d_]{3}")
TELLING = 14
# A project stands deeper than its measure by more than this (letter sizes).
DEEPER = 0.7
# An item this much left of the first one of a list is none of it; scanned pages do not lie exactly alike.
LEAVES_LIST = 1.2
# A blank, and how much of a line may stay free that is full (letter sizes).
BLANK, SLACK = 0.3, 0.5
# A paragraph of this many words ends a list of projects; a stray shorter one (a stamp, a mark) does not.
END_OF_LIST_WORDS = 6


@dataclass
class _Draft:
    """A measure in the making."""

    number: int | None
    title: Passage
    match: Match[MeasureType] | None
    projects: list[Project] = field(default_factory=list)
    framed: set[str] = field(default_factory=set)
    """Names that the rules around a cell hold together."""


def find_measures(reading: Reading) -> tuple[Measure, ...]:
    """Measures in the order of the document; a project of list and table is one."""
    drafts = _listed(reading)
    other = _around(reading)
    if _explains_more(other, drafts):
        drafts = other
    elif any(draft.match for draft in drafts):
        drafts = _doubted_alone(drafts, other)
    drafts = [_sound(reading, _told_apart(reading, draft)) for draft in drafts]
    kept = [draft for draft in drafts if draft.match or draft.number is not None or draft.projects]
    return _measures(kept)


def _told_apart(reading: Reading, draft: _Draft) -> _Draft:
    """The draft without what goes on behind the title: "Ausbildungsvorbereitung. Es sind dies"."""
    text = draft.title.text
    if draft.match is None and (behind := BEHIND_TITLE.search(text)):
        title = draft.title.part(0, behind.start())
        if title.text and (match := reading.reference.match_measure(title.text)):
            return replace(draft, title=title, match=match)
    return draft


def _sound(reading: Reading, draft: _Draft) -> _Draft:
    """The draft without the rest of a title that was taken for a project. Where that happened, or a name
    was cut wrongly, the list was not understood: what else is in it is doubted.
    """
    spellings = [_bare(text) for measure in reading.reference.measures for text in measure.spellings]
    projects = [
        one
        for one in draft.projects
        if len(_bare(one.name.value)) < TELLING
        or not any(_bare(one.name.value) in text for text in spellings)
    ]
    cut = any(SPOILED.search(one.name.value) or CUT.search(one.name.value) for one in projects)
    if cut or len(projects) < len(draft.projects):
        projects = [one.model_copy(update={"name": doubted(one.name)}) for one in projects]
    written = [
        one.model_copy(update={"name": repaired(one.name, exact=is_written_well(one.name.value))})
        for one in projects
    ]
    return replace(draft, projects=written)


def _measures(drafts: Sequence[_Draft]) -> tuple[Measure, ...]:
    projects = iter(unframed([project for draft in drafts for project in draft.projects]))
    return tuple(
        Measure(
            number=draft.number,
            title=_title(draft),
            measure_key=draft.match.entry.key if draft.match else None,
            projects=tuple(islice(projects, len(draft.projects))),
        )
        for draft in drafts
    )


def _explains_more(other: Sequence[_Draft], drafts: Sequence[_Draft]) -> bool:
    """Does another reading of the document explain what this one leaves open or cuts wrongly?"""
    lacks = _with_projects(other) - _with_projects(drafts)
    adds = all(name in _printed(other) for name in _names(drafts)) and not _only_splits(other, drafts)
    return _understood(other) > _understood(drafts) and bool(lacks or adds or _spoiled(drafts))


def _only_splits(other: Sequence[_Draft], drafts: Sequence[_Draft]) -> bool:
    """Does the other reading but part, where their lines end, names that one sum or cell holds together?"""
    whole = set(_names(other))
    parted = [
        one.amount is not None or one.name.value in draft.framed
        for draft in drafts
        for one in draft.projects
        if one.name.value not in whole
    ]
    same = sorted(_bare("".join(_names(other)))) == sorted(_bare("".join(_names(drafts))))
    return same and bool(parted) and all(parted)


def _doubted_alone(drafts: Sequence[_Draft], other: Sequence[_Draft]) -> list[_Draft]:
    """The drafts, with doubt about each project that the other reading does not find. Of 530 projects of the
    development layouts that lists and tables gave, 515 were confirmed, all right; one of the rest was wrong.
    """
    confirmed = {_bare(name) for name in _names(other)}
    return [
        replace(
            draft,
            projects=[
                one
                if _bare(one.name.value) in confirmed
                else one.model_copy(update={"name": doubted(one.name)})
                for one in draft.projects
            ],
        )
        for draft in drafts
    ]


def _bare(name: str) -> str:
    """A name without its marks: two readings may part it differently from what stands around it."""
    return re.sub(r"[\W_]", "", name)


def _names(drafts: Sequence[_Draft]) -> list[str]:
    return [project.name.value for draft in drafts for project in draft.projects]


def _printed(drafts: Sequence[_Draft]) -> str:
    """All names in a row: one that another reading took for a single name is found in it, too."""
    return " ".join(_names(drafts))


def _with_projects(drafts: Sequence[_Draft]) -> set[str]:
    """The Maßnahmenarten that have projects, by key or title."""
    return {
        draft.match.entry.key if draft.match else draft.title.text.casefold()
        for draft in drafts
        if draft.projects
    }


def _understood(drafts: Sequence[_Draft]) -> int:
    """How well a reading explains the document: its projects, less what cannot be the name of one."""
    whole = sum(1 for draft in drafts if draft.projects and _is_printed_whole(draft))
    return sum(len(draft.projects) for draft in drafts) + 2 * whole - 3 * _spoiled(drafts)


def _spoiled(drafts: Sequence[_Draft]) -> int:
    return sum(1 for draft in drafts for project in draft.projects if SPOILED.search(project.name.value))


def _is_printed_whole(draft: _Draft) -> bool:
    """Is the title the catalogue's to the letter?"""
    text = draft.title.text.strip(" ,;:").casefold()
    return draft.match is not None and any(text == one.casefold() for one in draft.match.entry.spellings)


def _around(reading: Reading) -> list[_Draft]:
    drafts = _together(reading, projects_around(reading))
    return sorted(drafts, key=lambda one: one.number or 0) if all(one.number for one in drafts) else drafts


def _together(reading: Reading, found: Sequence[Named]) -> list[_Draft]:
    """What stands around the names of Maßnahmenarten, those of the same name put together."""
    drafts: list[_Draft] = []
    for named in found:
        match = reading.reference.match_measure(named.title.text)
        draft = _Draft(named.number, named.title, match)
        known = next((one for one in drafts if _same_measure(one, draft)), None)
        if known is None:
            drafts.append(draft)
        (known or draft).projects.extend(named.projects)
    return drafts


def _title(draft: _Draft) -> Extracted[str]:
    """The title as printed; the catalogue vouches for it if it has it with the same letters."""
    text = " ".join(draft.title.text.split()).strip(" ,;:=")
    spellings = draft.match.entry.spellings if draft.match else ()
    known = [one for one in spellings if text.casefold().startswith(one.casefold())]
    if known and BEHIND_TITLE.match(text, longest := max(map(len, known))):
        text = text[:longest]
    in_catalogue = any(text.casefold() == spelling.casefold() for spelling in spellings)
    return weighed(draft.title.whole(text), 1.0 if in_catalogue else 0.0)


# lists


def _listed(reading: Reading) -> list[_Draft]:
    drafts: list[_Draft] = []
    current: _Draft | None = None
    head_block: Block | None = None
    first: Block | None = None
    blocks = reading.layout.blocks
    above: dict[int, _Draft | None] = {}
    aside = False
    for index, block in enumerate(blocks):
        above[index] = current
        head = _measure_head(reading, blocks, index)
        aside = aside and head is None and block.kind == "item"
        if head is None and (within := _counted_within(reading, block)):
            drafts += within
            current = None
        elif head is not None:
            current, head_block, first = head, block, None
            known = next((draft for draft in drafts if _same_measure(draft, head)), None)
            if known is None:
                drafts.append(head)
            else:
                known.projects += head.projects
                current = known
        elif block.kind != "heading" and ASIDE.fullmatch(block.text):
            aside = True
        elif aside and block.kind == "item":
            continue
        elif current is not None and (named := NAMES_PROJECTS.match(block.text)):
            current.projects += enumerated(block.passage.part(named.end(), len(block.text)))
        elif _is_set_off(block):
            current = None
        elif current is not None and head_block is not None and _is_below(block, head_block):
            if _heads_group(blocks, index):
                first = None
                continue
            first = first or block
            if not _is_beside(block, first):
                current = current if _is_deeper(block, first) else None
            elif project := find_project(block.passage):
                current.projects.append(project)
        elif block.kind == "heading" or (
            len(block.text.split()) >= END_OF_LIST_WORDS and not (first and _is_deeper(block, first))
        ):
            current = None
    for table in reading.layout.tables:
        _add_table(reading, table, drafts, above.get(table.position, current))
    return drafts


def _counted_within(reading: Reading, block: Block) -> list[_Draft]:
    """Measures that a sentence counts: "… bestritten: 1. Ausbildungsvorbereitung: FauB, PersA; 2. …"."""
    if block.kind == "heading":
        return []
    starts = list(COUNTED.finditer(block.text))
    if not starts:
        return []
    ends = [*(match.start() for match in starts[1:]), len(block.text)]
    drafts = []
    for match, end in zip(starts, ends, strict=True):
        title, rest = _title_and_inline(block.passage.part(match.end(), end))
        known = reading.reference.match_measure(title.text)
        if known is not None:
            drafts.append(_draft(int(match["number"]), title, known, rest))
    return drafts if 2 * len(drafts) > len(starts) else []


def _is_below(block: Block, head: Block) -> bool:
    """Is `block` a list item of the measure `head`? Deeper by its nesting, or by where it stands."""
    if block.kind != "item":
        return False
    deeper = block.left > head.left + DEEPER * block.lines[0].size
    return block.level > head.level or head.level == 0 or deeper


def _is_set_off(block: Block) -> bool:
    """ "– Bericht –": a heading between dashes, of which the first looks like the mark of an item."""
    return block.marker is not None and block.marker.style == "dash" and block.text.endswith(("–", "—", " -"))


def _heads_group(blocks: Sequence[Block], index: int) -> bool:
    """Does an item say who runs the projects that are listed deeper below it?"""
    block, below = blocks[index], blocks[index + 1] if index + 1 < len(blocks) else None
    if below is None or below.kind != "item" or _is_set_off(below) or not _is_deeper(below, block):
        return False
    carries = ON_ITS_OWN_LINE.match(block.text) is not None or is_organisation(block.text.rstrip(" :,;"))
    return carries and ON_ITS_OWN_LINE.match(below.text) is None


def _is_beside(block: Block, first: Block) -> bool:
    """Is `block` an item of the list that began with `first`? Its mark is of that kind, no further left."""
    marks = [one.marker is not None and one.marker.style in ("bullet", "dash") for one in (block, first)]
    return marks[0] == marks[1] and block.left > first.left - LEAVES_LIST * first.lines[0].size


def _is_deeper(block: Block, above: Block) -> bool:
    """Does `block` tell something of the item `above`?"""
    return block.left > above.left + DEEPER * above.lines[0].size


def _same_measure(draft: _Draft, other: _Draft) -> bool:
    return draft.number == other.number and draft.title.text == other.title.text


def _measure_head(reading: Reading, blocks: Sequence[Block], index: int) -> _Draft | None:
    """The measure that block number `index` announces, if it does."""
    block = blocks[index]
    passage = block.passage
    number = (
        block.marker.number
        if block.marker is not None and block.marker.style not in ("bullet", "dash", "letter")
        else None
    )
    explicit = MEASURE_HEAD.match(passage.text)
    if explicit:
        number = _number(explicit["number"])
        passage = passage.part(explicit.end(), len(passage.text))
    elif (weak := WEAK_HEAD.match(passage.text)) and weak.end() < len(passage.text):
        title, rest = _title_and_inline(passage.part(weak.end(), len(passage.text)))
        if known := reading.reference.match_measure(title.text):
            return _draft(_number(weak["number"]), title, known, rest)
    if not passage.pieces or block.kind == "heading":
        return None
    if index and not explicit and (above := MEASURE_HEAD.fullmatch(blocks[index - 1].text)):
        # The number stands in a column or a line of its own, its title beside or below it.
        title, rest = _title_and_inline(passage)
        if match := reading.reference.match_measure(title.text):
            return _draft(_number(above["number"]), title, match, rest)
    if block.marker is None and explicit is None:
        return _unmarked_head(reading, blocks, index)
    if block.marker is not None and block.marker.style in ("bullet", "dash") and explicit is None:
        title, rest = _title_and_inline(passage)
        match = reading.reference.match_measure(title.text)
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        has_children = following is not None and _is_below(following, block)
        if match is None or not (has_children or rest is not None):
            return None
        return _draft(None, title, match, rest)
    title, rest = _title_and_inline(passage)
    match = reading.reference.match_measure(title.text)
    listed = _child_level(blocks, index) is not None
    if match is None and passage is not title:
        whole = reading.reference.match_measure(passage.text)
        if whole is not None:
            title, rest, match = passage, None, whole
    named = block.kind == "item" and listed and not is_sentence(passage.text)
    named = named and _announced(reading, blocks, index)
    if match is not None or explicit or named:
        return _draft(number, title, match, rest)
    return None


def _unmarked_head(reading: Reading, blocks: Sequence[Block], index: int) -> _Draft | None:
    """A Maßnahmenart of the catalogue on a line of its own above a list, with a number or without."""
    block = blocks[index]
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if below is None or below.kind != "item" or block.text.endswith((".", ":", ";")):
        return None
    number = LONE_NUMBER.match(block.text)
    title, _ = _title_and_inline(block.passage.part(number.end() if number else 0, len(block.text)))
    match = reading.reference.match_measure(title.text)
    return _draft(int(number["number"]) if number else None, title, match, None) if match else None


def _draft(
    number: int | None, title: Passage, match: Match[MeasureType] | None, rest: Passage | None
) -> _Draft:
    marked = MARKED_TITLE.fullmatch(title.text)
    draft = _Draft(number, title.part(marked.start() + 1, marked.end() - 1) if marked else title, match)
    if rest is not None:
        draft.projects += _run_in(rest)
    return draft


def _run_in(rest: Passage) -> list[Project]:
    """The projects behind a title in the same line: in its sentences, with doubt, or enumerated."""
    told = [project for names in named_in_sentences(rest) for project in enumerated(names)]
    if told or is_about_somebody(rest.text):
        return [one.model_copy(update={"name": doubted(one.name)}) for one in told]
    return enumerated(rest)


def _title_and_inline(passage: Passage) -> tuple[Passage, Passage | None]:
    """ "Ausbildungsvorbereitung: FauB; PersA 4.0" → title and the projects in the same line."""
    if (lead := INLINE.search(passage.text)) is not None:
        return passage.part(0, lead.start()), passage.part(lead.end(), len(passage.text))
    amounts = find_amounts(passage.text)
    if amounts:
        return passage.part(0, len(BEFORE_SUM.sub("", passage.text[: amounts[0].start], count=1))), None
    leads = LEADS_ON.search(passage.text)
    return passage.part(0, leads.start()) if leads and leads.start() else passage, None


def _child_level(blocks: Sequence[Block], index: int) -> int | None:
    """The level of the list items under block number `index`, None if it has none."""
    if index + 1 >= len(blocks):
        return None
    following, block = blocks[index + 1], blocks[index]
    if following.kind != "item" or following.section != block.section:
        return None
    return following.level if following.level > block.level else None


def _announced(reading: Reading, blocks: Sequence[Block], index: int) -> bool:
    """Does the heading or the paragraph before the list speak of projects?"""
    for block in reversed(blocks[:index]):
        if block.kind == "item":
            continue
        if ANNOUNCES.search(block.text):
            return True
        if block.kind == "heading":
            return False
        if block.kind == "paragraph" and len(block.text.split()) > 6:
            heading = next((b for b in reversed(blocks[:index]) if b.kind == "heading"), None)
            return heading is not None and bool(ANNOUNCES.search(heading.text))
    return False


def _number(printed: str) -> int:
    return (
        int(printed)
        if printed.isdigit()
        else {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}.get(printed, 0)
    )


# tables


@dataclass(frozen=True, slots=True)
class _Columns:
    measure: int | None
    project: int | None
    money: tuple[int, ...]
    header: int


def _add_table(
    reading: Reading, placed: PlacedTable, drafts: list[_Draft], current: _Draft | None = None
) -> None:
    """`current` is the measure under which the table stands."""
    rows, table_headers = placed.table.rows, placed.table.headers
    if across := _measures_across(reading, placed.table):
        _add_columns(placed.table, across, drafts)
        return
    columns = _columns(reading, placed.table)
    if columns.project is None and columns.measure is None:
        return
    units = units_of(placed, reading.layout.blocks)
    if columns.measure is not None:
        current = None
    counted = _counts_measures(placed.table, columns)
    for row in rows[columns.header :]:
        label = " ".join(cell.text for index, cell in enumerate(row) if index not in columns.money).strip()
        if SUM_ROW.search(label) or not label:
            continue
        if columns.measure is not None and (said := row[columns.measure].text) and not DITTO.fullmatch(said):
            current = _measure_of_cell(reading, row[columns.measure], drafts)
            if counted and current.number is None and row[0].text.strip(".").isdigit():
                current.number = int(row[0].text.strip("."))
        elif columns.measure is None and (head := _measure_row(reading, row, columns)) is not None:
            current = _known_or_new(head, drafts)
            continue
        if columns.project is None or not row[columns.project].text:
            continue
        if columns.project and ON_ITS_OWN_LINE.match(row[0].text):
            continue  # "Träger | Volkshochschule": what a form tells of the project above
        passage = row[columns.project].passage
        lines = row[columns.project].lines
        several = SEVERAL.search(passage.text) or (
            len(lines) > 1 and all(line.text.endswith((",", ";")) for line in lines[:-1])
        )
        listed = enumerated(passage) if several else []
        plural = PLURAL_HEADER.search(table_headers[columns.project]) is not None
        if not several and plural and len(entries := _entries(row[columns.project])) > 1:
            listed = [
                one.model_copy(update={"name": doubted(one.name)})
                for one in map(find_project, entries)
                if one
            ]
        if not several and not listed and plural and ", " in passage.text:
            listed = [one.model_copy(update={"name": doubted(one.name)}) for one in enumerated(passage)]
        if len(listed) > 1 and current is not None:
            for one in listed:
                _place(one, current, drafts)
            continue
        project = find_project(passage)
        if project is None:
            continue
        parsed = [
            (row[column].passage, value)
            for column in columns.money
            if (value := counted_amount(row[column], units[column])) is not None
        ]
        if len(parsed) == 1:
            printed, (figure, _) = parsed[0]
            project = project.model_copy(update={"amount": printed.whole(figure)})
        _place(project, current, drafts)
        if current is not None and not placed.table.columns:
            current.framed.add(project.name.value)


def _entries(cell: Cell) -> list[Passage]:
    """What a cell lists line by line: a line begins an entry if it counts it, "2.1 Lernhaus", or, where none
    does, if its first word had room on the one above."""
    groups: list[list[Line]] = []
    counted = DECIMAL.fullmatch(cell.lines[0].words[0].text) is not None
    left = min(line.bbox[0] for line in cell.lines)
    right = cell.bbox[2] - max(left - cell.bbox[0], 0.0)
    for line in cell.lines:
        above = groups[-1][-1] if groups else None
        first = line.words[0].bbox
        if counted and above and DECIMAL.fullmatch(line.words[0].text):
            groups.append([line])
        elif above and (
            counted or above.bbox[2] + BLANK * line.size + first[2] - first[0] > right - SLACK * line.size
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [join_lines(group) for group in groups]


def _counts_measures(table: Table, columns: _Columns) -> bool:
    """Does the first column count the Maßnahmenarten? It does if none has two rows."""
    if columns.measure in (None, 0) or columns.project in (None, 0) or columns.measure is None:
        return False
    if not NUMBER_HEADER.match(table.headers[0]):
        return False
    titles = [row[columns.measure].text for row in table.rows[columns.header :] if row[columns.measure].text]
    return len(set(titles)) == len(titles)


def _measures_across(reading: Reading, table: Table) -> dict[int, _Draft]:
    """The measures that head the columns of a table, by column; none if fewer than two do."""
    heads = {}
    for column in range(len(table.rows[0])):
        for rows in sorted({1, _head_rows(table)}):
            passage = join_lines([line for row in table.rows[:rows] for line in row[column].lines])
            head = _numbered(passage.text)
            title = passage.part(head.end(), len(passage.text)) if head else passage
            if title.text and (match := reading.reference.match_measure(title.text)):
                heads[column] = _Draft(_number(head["number"]) if head else None, title, match)
    return heads if len(heads) > 1 else {}


def _head_rows(table: Table) -> int:
    """How many rows are headings: below the first, those without first cell, tick and figure."""
    below = (
        index
        for index, row in enumerate(table.rows)
        if index and (row[0].text or any(TICK.fullmatch(cell.text) or _is_figure(cell) for cell in row[1:]))
    )
    return next(below, 1)


def _add_columns(table: Table, heads: dict[int, _Draft], drafts: list[_Draft]) -> None:
    """Projects in the columns below their measures, or before them: there a tick or a sum says which."""
    body = table.rows[_head_rows(table) :]
    others = [column for column in range(len(table.rows[0])) if column not in heads]
    filled = [row[column] for row in body for column in heads if row[column].text]
    chosen = bool(filled) and all(_is_figure(cell) or TICK.fullmatch(cell.text) for cell in filled)
    named = max(others, key=lambda column: _letters(table, column)) if chosen and others else None
    for column, head in heads.items():
        draft = _known_or_new(head, drafts)
        for row in body:
            cell = row[column] if named is None else row[named]
            if not row[column].text or SUM_ROW.search(cell.text) or _is_figure(cell):
                continue
            if project := find_project(cell.passage):
                _place(project, draft, drafts)


def _letters(table: Table, column: int) -> int:
    return sum(char.isalpha() for row in table.rows[1:] for char in row[column].text)


def _columns(reading: Reading, table: Table) -> _Columns:
    rows, header, titles = table.rows, table.header_rows, table.headers
    body = rows[header:]
    money = tuple(
        column
        for column in range(1, len(titles))
        if not MEASURE_HEADER.search(titles[column])
        and (filled := [row[column] for row in body if row[column].text])
        and sum(map(_is_figure, filled)) >= 0.5 * len(filled)
    )
    text = [column for column in range(len(titles)) if column not in money]
    if _heads_rows(reading, rows[0]):
        header, body, titles = 0, rows, ("",) * len(titles)
    if _is_form(reading, body):
        return _Columns(None, 1, (), header)
    if body and _heads_rows(reading, body[0]):
        # Below a row that names a Maßnahmenart stand projects, be their column called "Maßnahme".
        return _Columns(None, _column_of_names(reading, body, text, titles), money, header)
    measure = next(
        (c for c in text if MEASURE_HEADER.search(titles[c]) and not PROJECT_HEADER.search(titles[c])), None
    )
    if measure is None:
        measure = next(
            (
                c
                for c in text
                if not PROJECT_HEADER.search(titles[c])
                and _names_measures(reading, [row[c].text for row in body if row[c].text])
                and len(text) > 1
            ),
            None,
        )
    project = next((c for c in text if PROJECT_HEADER.search(titles[c]) and c != measure), None)
    if project is None and measure is not None:
        project = next(
            (c for c in text if c > measure and any(NAMED.search(row[c].text) for row in body)), None
        )
    return _Columns(measure, project, money, header)


def _column_of_names(
    reading: Reading, body: Sequence[tuple[Cell, ...]], text: Sequence[int], titles: Sequence[str]
) -> int | None:
    """The column that is headed as one of projects, else the first with words in most of its rows."""
    listed = [row for row in body if not _heads_rows(reading, row)]
    headed = (c for c in text if PROJECT_HEADER.search(titles[c]))
    named = (c for c in text if 2 * sum(bool(NAMED.search(row[c].text)) for row in listed) > len(listed))
    return next(headed, next(named, None))


def _is_form(reading: Reading, body: Sequence[tuple[Cell, ...]]) -> bool:
    """Does the first column say what stands beside it: "Vorhaben | Lernhaus", "Träger | Volkshochschule"?"""
    labels = [row[0].text for row in body if row[0].text and not _heads_rows(reading, row)]
    fields = [label for label in labels if PROJECT_FIELD.fullmatch(label)]
    others = [label for label in labels if ON_ITS_OWN_LINE.match(label)]
    return len(fields) > 1 and len(fields) + len(others) == len(labels)


def _heads_rows(reading: Reading, row: tuple[Cell, ...]) -> bool:
    """Does a row do nothing but name the Maßnahmenart of those below?"""
    title = row[0].text
    alone = bool(title) and not any(cell.text for cell in row[1:])
    return alone and reading.reference.match_measure(_without_number(title)) is not None


def _names_measures(reading: Reading, cells: Sequence[str]) -> bool:
    """Is a column one of Maßnahmenarten? A few among numbers of rows are headings within the table."""
    named = [text for text in cells if reading.reference.match_measure(_without_number(text))]
    return bool(named) and 2 * len(named) >= len([text for text in cells if not SUM_ROW.search(text)])


def _is_figure(cell: Cell) -> bool:
    return counted_amount(cell) is not None or counted_amount(cell, THOUSANDS) is not None


def _numbered(text: str) -> re.Match[str] | None:
    """The number before the title of a measure in a cell."""
    patterns = (MEASURE_HEAD, WEAK_HEAD, NUMBER_HEAD, LONE_NUMBER)
    return next((found for pattern in patterns if (found := pattern.match(text))), None)


def _without_number(text: str) -> str:
    head = _numbered(text)
    return text[head.end() :] if head else text


def _measure_of_cell(reading: Reading, cell: Cell, drafts: list[_Draft]) -> _Draft:
    passage = cell.passage
    head = _numbered(passage.text)
    number = _number(head["number"]) if head else None
    title = (
        passage.part(head.end(), len(passage.text)) if head and head.end() < len(passage.text) else passage
    )
    match = reading.reference.match_measure(title.text)
    if match is None and (coded := CODE.fullmatch(passage.text)):
        code = coded["code"]
        number = int(code) if code.isdigit() else None
        if (number is None or all(known.number != number for known in drafts)) and (
            explained := _explained(reading, code)
        ):
            title, match = explained, reading.reference.match_measure(explained.text)
    return _known_or_new(_Draft(number, title, match), drafts)


def _explained(reading: Reading, code: str) -> Passage | None:
    """What a legend says a number or letter stands for: "1 = Ausbildungsvorbereitung"."""
    sign = re.compile(rf"(?:^|[\s(,;:])(?:Maßnahmen?art\s|MA\s?|Nr\.\s)?{code}\s?(?:[).:=]+|[–—-])\s*$")
    behind = re.compile(rf"\s*(?:\({code}\)|=\s*{code}\b)")
    for mention in reading.mentioned("measure"):
        if sign.search(reading.text[: mention.start]) or behind.match(reading.text, mention.end):
            return reading.passage.part(mention.start, mention.end)
    return None


def _measure_row(reading: Reading, row: Sequence[Cell], columns: _Columns) -> _Draft | None:
    """A row that is a heading within the table: only a text cell that names a measure, and its number."""
    filled = [cell for index, cell in enumerate(row) if cell.text and index not in columns.money]
    counted = CODE.fullmatch(filled[0].text) if len(filled) > 1 else None
    if len(filled) != (2 if counted else 1):
        return None
    text = filled[-1].text
    head = _numbered(text)
    match = reading.reference.match_measure(_without_number(text))
    if match is None and (counted or not MEASURE_HEAD.match(text)):
        return None
    passage = filled[-1].passage
    title = passage.part(head.end(), len(text)) if head and head.end() < len(text) else passage
    number = head["number"] if head else counted["code"] if counted else None
    return _Draft(_number(number) if number else None, title, match)


def _known_or_new(draft: _Draft, drafts: list[_Draft]) -> _Draft:
    """The measure of that number or type that is known already, else the new one."""
    for known in drafts:
        same_number = draft.number is not None and known.number == draft.number
        same_type = (
            draft.match is not None
            and known.match is not None
            and draft.match.entry.key == known.match.entry.key
        )
        if same_number or same_type or known.title.text == draft.title.text:
            if known.number is None:
                known.number = draft.number
            return known
    drafts.append(draft)
    return draft


def _place(project: Project, current: _Draft | None, drafts: list[_Draft]) -> None:
    """Adds a project of a table, or its amount to the project of that name in a list."""
    for draft in [current] if current else drafts:
        for index, known in enumerate(draft.projects):
            if known.name.value == project.name.value:
                if known.amount is None:
                    draft.projects[index] = known.model_copy(update={"amount": project.amount})
                return
    if current is not None:
        current.projects.append(project)
