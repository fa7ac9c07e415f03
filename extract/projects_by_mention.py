"""Projects of an agreement whose lists and tables have no form we know: from what stands around the names of
the Maßnahmenarten.

What is found like this is never certain: it is delivered flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from extract.confidence import UNCONFIRMED
from extract.language import is_sentence
from extract.layout import Block
from extract.project_names import enumerated, find_project
from extract.projects_around import Named
from extract.understand import Mention, Reading
from models.agreement import Project

# "Maßnahmenart 2: ", "(2) ", "2 – " right before the name of a Maßnahmenart.
NUMBER_BEFORE = re.compile(
    r"(?:(?:Maßnahmen?art|Maßnahme|Nr\.|Ziffer|Förderbereich|Schwerpunkt)\s*)?\(?(?P<number>\d{1,2})[.):,]?\s*"
    r"[–—-]?\s*[„\"»(]?$"
)
# What leads from the name of a Maßnahmenart to its projects: in a sentence, and behind a title.
SAYS = re.compile(
    r"[“\"«)]?\s*(?:[^.;]{0,60}?\b(?:Projekte?n?|Vorhaben|Angebote?n?)\b"
    r"|[–—,-]?\s*(?:[a-zäöüß]+\s+){0,3}?(?:gehör|zähl|umfass|fall|entfall|enthalt|enthält|besteh|dien|trag|trägt)[a-zäöüß]*"
    r"(?:\s+[a-zäöüß]+){0,3}?|[–—,-]?\s*(?:sind|ist|werden|wird)\s+(?:[a-zäöüß]+\s+){0,2}?"
    r"(?:vorgesehen|vereinbart|geplant|gefördert|umgesetzt|durchgeführt))\s*:?\s*(?=[A-ZÄÖÜ„\"])"
)
LEADS = re.compile(rf"{SAYS.pattern}|[“\"«)]?\s*(?::|[–—]|\()\s*")
# What leads from a project back to its Maßnahmenart: "FauB (", "FauB – ", "FauB, Maßnahmenart 1: ".
BACK = re.compile(
    r"(?=\s*(?:[(\[,;:/|–—„\"»-]|zu[rm]?\b|nach\b|Maßnahme|Nr\.))\s*[(\[,;:/|–—-]?\s*(?:\b(?:zu[rm]?|nach)\b\s*)?"
    r"(?:(?:Maßnahmen?art|Maßnahme|MA|Nr\.)\s*)?(?:\(?\d{1,2}\b[.):]*)?\s*[:–—-]?\s*[„\"»(]?\s*$"
)
# A field of a form: its value is no project.
LABEL = re.compile(r"[^:]{3,40}:|Maßnahmen?art(?:en)?|Projekt(?:name|titel)?|Träger|Laufzeit|Betrag|Ort")
MEASURE_LABEL = re.compile(r"Maßnahmen?(?:art)?\W*")
PROJECT_LABEL = re.compile(r"(?:Projekt\w*|Vorhaben|Bezeichnung|Titel)\W*")
# Blocks between the name of a project and the label of its Maßnahmenart at most.
FIELDS_OF_A_CARD = 6
# A line that may name a project has no more words than this.
NAME_WORDS = 14
AT_THE_END = re.compile(r"[)\]“\"«.,;\s]*$")


def projects_by_mention(reading: Reading) -> list[Named]:
    """The Maßnahmenarten that the text names, each with its projects; those without any are left out."""
    mentions = reading.mentioned("measure")
    found = []
    for mention, following in zip_longest(mentions, mentions[1:]):
        end = following.start if following else len(reading.text)
        if projects := _around(reading, mention, end):
            title = reading.passage.part(mention.start, mention.end)
            found.append(Named(_number(reading, mention), title, tuple(map(_doubted, projects))))
    return found


def _around(reading: Reading, mention: Mention, end: int) -> list[Project]:
    """The projects of one Maßnahmenart; the next one is named at `end`. A sentence must say that it names
    projects, a title need not."""
    block = reading.block_index(mention.start)
    if is_sentence(reading.layout.blocks[block].text):
        return _behind(reading, mention, block, end, SAYS)
    if card := _on_card(reading.layout.blocks, block):
        return card
    return _before(reading, mention, block) or [
        *_behind(reading, mention, block, end, LEADS),
        *_below(reading, reading.block_index(mention.end - 1), end),
    ]


def _on_card(blocks: Sequence[Block], block: int) -> list[Project]:
    """A form names a project and its Maßnahmenart in fields: "Projektname", "FauB", "Maßnahmenart", …"""
    if not block or not MEASURE_LABEL.fullmatch(blocks[block - 1].text):
        return []
    for index in range(block - 2, max(block - 2 - FIELDS_OF_A_CARD, 0) - 1, -1):
        if PROJECT_LABEL.fullmatch(blocks[index].text) and (name := find_project(blocks[index + 1].passage)):
            return [name]
    return []


def _number(reading: Reading, mention: Mention) -> int | None:
    begin, _ = reading.span_of(reading.block_index(mention.start))
    before = NUMBER_BEFORE.search(reading.text[begin : mention.start])
    if before:
        return int(before["number"])
    marker = reading.block_at(mention.start).marker
    return marker.number if marker is not None and mention.start == begin else None


def _before(reading: Reading, mention: Mention, block: int) -> list[Project]:
    """ "FauB (Ausbildungsvorbereitung)": the Maßnahmenart behind its project."""
    begin, end = reading.span_of(block)
    text = reading.text[begin : mention.start]
    if not AT_THE_END.fullmatch(reading.text[mention.end : end]) or not (lead := BACK.search(text)):
        return []
    if lead.start() == 0 or is_sentence(text) or len(text.split()) > NAME_WORDS:
        return []
    project = find_project(reading.passage.part(begin, begin + lead.start()))
    return [project] if project else []


def _behind(
    reading: Reading, mention: Mention, block: int, end: int, leads: re.Pattern[str]
) -> list[Project]:
    """ "Ausbildungsvorbereitung mit den Projekten A, B und C": in the same block."""
    _, stop = reading.span_of(block)
    stop = min(stop, end)
    lead = leads.match(reading.text, mention.end, stop)
    if lead is None or lead.end() >= stop:
        return []
    return enumerated(reading.passage.part(lead.end(), stop))


def _below(reading: Reading, block: int, end: int) -> list[Project]:
    """The short lines below the name of a Maßnahmenart, up to the next sentence or heading."""
    below = reading.layout.blocks[block + 1 : reading.block_index(end - 1) + 1]
    if end < len(reading.text) and reading.block_index(end) == block + len(below):
        below = below[:-1]  # the next Maßnahmenart stands in it
    names = _names_below(reading.layout.blocks[block], below)
    return [project for one in names if (project := find_project(one.passage))]


def _names_below(head: Block, below: Sequence[Block]) -> Iterator[Block]:
    """Items, or lines that are indented alike below their head; nothing else is a list."""
    left = below[0].left if below else 0.0
    for block in below:
        size = block.lines[0].size
        indented = block.left > head.left + size and abs(block.left - left) < size
        if block.section != head.section or not (block.kind == "item" or indented):
            return
        if is_sentence(block.text) or len(block.text.split()) > NAME_WORDS:
            return
        if not LABEL.fullmatch(block.text):
            yield block


def _doubted(project: Project) -> Project:
    provenance = project.name.provenance
    doubt = provenance.model_copy(update={"confidence": min(provenance.confidence, UNCONFIRMED)})
    return project.model_copy(update={"name": project.name.model_copy(update={"provenance": doubt})})
