"""Which blocks announce a Maßnahmenart, and what they name of its projects in the same breath."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.certainty.confidence import with_doubted_name
from extract.language.language import is_sentence
from extract.language.lists import Marker
from extract.language.passage import Passage
from extract.layout.blocks import Block
from extract.layout.understand import Reading
from extract.projects.enumerations import enumerated
from extract.projects.measure_drafts import (
    CALLS_MEASURE,
    LONE_NUMBER,
    MEASURE_HEAD,
    WEAK_HEAD,
    Draft,
    before_sum,
    number_of,
)
from extract.projects.names import QUOTED
from extract.projects.sentences import CALLED_BEHIND_TITLE, OF_PROJECTS, is_about_somebody, named_in_sentences
from models.agreement import Project
from models.reference import Match, MeasureType

# What leads from a title to the list below it.
LEADS_ON = re.compile(
    r"\.\s(?:Es sind dies|Dies sind|Das sind)\s*:?\s*$"
    r"|\s*[,–—-]\s(?:Projekte?|Vorhaben|Angebote?|Maßnahmen)\s*:?\s*$"
    r"|(?:\s*[,–—-])?\s(?:nämlich|und zwar|hierunter|darunter|hierzu|dazu|mit|durch|umfasst|insbesondere)"
    r"(?:\s+(?:de[mnr]|die|das|folgende[mnrs]?))*(?:\s+(?:Projekte?n?|Vorhaben|Angebote?n?|Maßnahmen?))?\s*:?\s*$"
)
# "„Ausbildungsvorbereitung“", "(Ausbildungsvorbereitung)", "Maßnahmenart „Ausbildungsvorbereitung“": a title
# in marks that belong to the sentence.
MARKED_TITLE = re.compile(
    rf"(?:(?:{CALLS_MEASURE}\s+)?[„»«\"](?P<quoted>[^„“”»«\"]+)[“”»«\"‘’]|\((?P<bracketed>[^()]+)\))\s*:?"
)
# "Maßnahmenart Ausbildungsvorbereitung": so, too, if the catalogue knows the rest; scans hurt the marks.
CALLED_TITLE = re.compile(
    rf"{CALLS_MEASURE}\s+[„“”»«\",‚‘’'.]{{0,2}}(?P<called>[A-ZÄÖÜ].*?)[„“”»«\"‘’']{{0,2}}\s*:?"
)
CALLED = re.compile(rf"{CALLS_MEASURE}\s")
CALLS = re.compile(r"\b(?:Projekt|Vorhaben|Angebot)")
INLINE = re.compile(
    r":\s+(?=\S)"
    r"|,?\s+(?:mit|durch|und zwar|insbesondere|nämlich)\s+(?:de[mnr]|die|das|folgenden?)\s+"
    r"(?:folgenden\s+)?(?:Projekte?n?|Vorhaben|Angebote?n?|Maßnahmen?)\s*:?\s+(?=\S)"
)
COUNTED = re.compile(r"(?:(?<=[:;])\s+|^)(?P<number>\d{1,2})[.)]\s+(?=[A-ZÄÖÜ])")
# A section that lists projects says so in its heading or the sentence before the list.
ANNOUNCES = re.compile(r"Projekt|Maßnahmen?art|Maßnahmen\b|Vorhaben|gefördert werden|Angebote", re.IGNORECASE)
# A project stands deeper than its measure by more than this (letter sizes).
DEEPER = 0.7
# So many words has the title of a Maßnahmenart that no list knows at most.
MOST_TITLE_WORDS = 14


def counted_within(reading: Reading, block: Block) -> list[Draft]:
    """Measures that a sentence counts: "… bestritten: 1. Ausbildungsvorbereitung: FauB, PersA; 2. …"."""
    if block.kind == "heading":
        return []
    starts = list(COUNTED.finditer(block.text))
    if not starts:
        return []
    ends = [*(match.start() for match in starts[1:]), len(block.text)]
    drafts = []
    for match, end in zip(starts, ends, strict=True):
        title, rest = _title_and_inline(reading, block.passage.part(match.end(), end))
        known = reading.reference.match_measure(title.text)
        if known is not None:
            drafts.append(_draft(int(match["number"]), title, known, rest))
    return drafts if 2 * len(drafts) > len(starts) else []


def is_below(block: Block, head: Block) -> bool:
    """Is `block` a list item of the measure `head`? Deeper by its nesting, or by where it stands."""
    if block.kind != "item":
        return False
    deeper = block.left > head.left + DEEPER * block.lines[0].size
    return block.level > head.level or head.level == 0 or deeper


def measure_head(reading: Reading, blocks: Sequence[Block], index: int) -> Draft | None:
    """The measure that block number `index` announces, if it does."""
    block = blocks[index]
    passage = block.passage
    number = None if _is_clause(blocks, block) else _counted_by(block.marker, passage)
    explicit = MEASURE_HEAD.match(passage.text)
    if explicit:
        number = number_of(explicit["number"])
        passage = passage.part(explicit.end(), len(passage.text))
    elif (weak := WEAK_HEAD.match(passage.text)) and weak.end() < len(passage.text):
        title, rest = _title_and_inline(reading, passage.part(weak.end(), len(passage.text)))
        if known := reading.reference.match_measure(title.text):
            return _draft(number_of(weak["number"]), title, known, rest)
    if not passage.pieces or block.kind == "heading":
        return None
    if index and not explicit and (above := MEASURE_HEAD.fullmatch(blocks[index - 1].text)):
        # The number stands in a column or a line of its own, its title beside or below it.
        title, rest = _title_and_inline(reading, passage)
        match = reading.reference.match_measure(title.text)
        if match is not None or (rest is None and _heads_a_list(blocks, index)):
            return _draft(number_of(above["number"]), title, match, rest)
    if block.marker is None and explicit is None:
        return _unmarked_head(reading, blocks, index)
    if block.marker is not None and block.marker.style in ("bullet", "dash") and explicit is None:
        return _bulleted_head(reading, blocks, index)
    title, rest = _title_and_inline(reading, passage)
    match = reading.reference.match_measure(title.text)
    listed = _child_level(blocks, index) is not None
    if match is None and passage is not title:
        whole = reading.reference.match_measure(passage.text)
        if whole is not None:
            title, rest, match = passage, None, whole
    listed = listed and not is_sentence(passage.text)
    named = block.kind == "item" and (listed or _names_its_projects(title, passage))
    named = named and _announced(reading, blocks, index)
    if match is not None or explicit or named:
        return _draft(number, title, match, rest)
    return None


def _bulleted_head(reading: Reading, blocks: Sequence[Block], index: int) -> Draft | None:
    """The measure of an item that nothing counts: known, or named like one, its projects with it."""
    block = blocks[index]
    title, rest = _title_and_inline(reading, block.passage)
    match = reading.reference.match_measure(title.text)
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    has_children = following is not None and is_below(following, block)
    named = _names_its_projects(title, block.passage) and _announced(reading, blocks, index)
    if not named and (match is None or not (has_children or rest is not None)):
        return None
    return _draft(None, title, match, rest)


def _heads_a_list(blocks: Sequence[Block], index: int) -> bool:
    """Is a paragraph no more than a title right above items?"""
    block, below = blocks[index], blocks[index + 1] if index + 1 < len(blocks) else None
    titled = (
        block.kind == "paragraph" and block.text[:1].isupper() and not block.text.endswith((".", ";", ","))
    )
    brief = titled and len(block.text.split()) <= MOST_TITLE_WORDS and not is_sentence(block.text)
    return brief and below is not None and below.kind == "item"


def _is_clause(blocks: Sequence[Block], block: Block) -> bool:
    """Does "(1)" count the clauses of each section, here as where it stands before what is said in words?"""

    def opens_clause(one: Block) -> bool:
        return one.marker is not None and one.marker.style == "paragraph"

    told = (one for one in blocks if one.kind == "paragraph" and one.section != block.section)
    return opens_clause(block) and any(map(opens_clause, told))


def _counted_by(marker: Marker | None, passage: Passage) -> int | None:
    """The number of an item; clauses, "3.1 Maßnahmenart „Ausbildung“: hier …", count nothing."""
    if marker is None or marker.style in ("bullet", "dash", "letter"):
        return None
    return None if marker.depth > 1 and CALLED.match(passage.text) else marker.number


def _names_its_projects(title: Passage, item: Passage) -> bool:
    """Is it no more than a title that an item has before what it calls projects, "Pflege mit dem Projekt
    „Lernhaus“"?"""
    lead = INLINE.search(item.text)
    calls = lead is not None and CALLS.search(lead[0]) is not None
    return calls and title is not item and title.text[:1].isupper() and not is_sentence(title.text)


def next_run_in(reading: Reading, block: Block, before: Block | None, above: Draft | None) -> Draft | None:
    """The Maßnahmenart that no list knows in the item that counts on behind one with its projects in the same
    line: "1. Ausbildungsvorbereitung: A; B", "2. Sprachförderung: C; D"."""
    if before is None or above is None or not above.projects or block.kind != "item":
        return None
    mark, last = block.marker, before.marker
    if mark is None or last is None or mark.style != last.style or block.level != before.level:
        return None
    title, rest = _title_and_inline(reading, block.passage)
    counts_on = above.number is not None and mark.number == above.number + 1
    if rest is None or not counts_on or not INLINE.search(before.text) or is_sentence(title.text):
        return None
    return _draft(mark.number, title, None, rest)


def _unmarked_head(reading: Reading, blocks: Sequence[Block], index: int) -> Draft | None:
    """A Maßnahmenart of the catalogue on a line of its own above a list, with a number or without."""
    block = blocks[index]
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if below is None or below.kind != "item" or block.text.endswith((".", ":", ";")):
        return None
    number = LONE_NUMBER.match(block.text)
    title, _ = _title_and_inline(reading, block.passage.part(number.end() if number else 0, len(block.text)))
    match = reading.reference.match_measure(title.text)
    return _draft(int(number["number"]) if number else None, title, match, None) if match else None


def _draft(
    number: int | None, title: Passage, match: Match[MeasureType] | None, rest: Passage | None
) -> Draft:
    draft = Draft(number, title, match)
    if rest is not None:
        draft.projects += _run_in(rest)
    return draft


def _run_in(rest: Passage) -> list[Project]:
    """The projects behind a title in the same line: in its sentences, with doubt unless all that is quoted
    there names them, or enumerated, called projects or not; none where it is only told how they are."""
    told = [project for names in named_in_sentences(rest) for project in enumerated(names)]
    quoted = [match[0] for match in QUOTED.finditer(rest.text)]
    if told and [one.name.value for one in told] == quoted:
        return told
    if not told and (called := CALLED_BEHIND_TITLE.match(rest.text)):
        return enumerated(rest.part(called.end(), len(rest.text)))
    of_projects = OF_PROJECTS.match(rest.text)
    if told or is_about_somebody(rest.text) or (of_projects and of_projects["says"]):
        return list(map(with_doubted_name, told))
    return [with_doubted_name(one) for one in enumerated(rest)] if of_projects else enumerated(rest)


def _title_and_inline(reading: Reading, passage: Passage) -> tuple[Passage, Passage | None]:
    """ "Ausbildungsvorbereitung: FauB; PersA 4.0" → title, without marks around it, and the projects in the
    same line."""
    title, inline = _parted(reading, passage)
    marked = MARKED_TITLE.fullmatch(title.text)
    called = CALLED_TITLE.fullmatch(title.text)
    if called and not marked and reading.reference.match_measure(called["called"]):
        marked = called
    return (title.part(*marked.span(marked.lastgroup or 0)) if marked else title), inline


def _parted(reading: Reading, passage: Passage) -> tuple[Passage, Passage | None]:
    if (lead := INLINE.search(passage.text)) is not None:
        leads = LEADS_ON.search(passage.text, 0, lead.start())
        title = passage.part(0, leads.start() if leads and leads.start() else lead.start())
        return title, passage.part(lead.end(), len(passage.text))
    title = before_sum(passage, reading.reference)
    if title is not passage:
        return title, None
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
