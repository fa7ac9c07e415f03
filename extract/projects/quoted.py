"""Projects that a sentence names in quotation marks, each behind the word for it, under titles in such marks
that the catalogue need not know: "im Schwerpunkt A „Pflege“ die Projekte „Lernhaus“ und „Neustart“", "unter
„Pflege“ wird „Lernhaus“ eingefügt"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.certainty.confidence import with_doubted_name
from extract.language.passage import Passage
from extract.layout.blocks import Block
from extract.layout.understand import Reading
from extract.projects.measure_drafts import Draft, names_of, number_of, same_measure
from extract.projects.names import QUOTED, find_project
from models.agreement import Project

QUOTE = r"[„»«\"][^„“”»«\"]+[“”»«\"]"
MARKED = re.compile(QUOTE)
HEAD = re.compile(
    r"\b(?:(?:Maßnahmen?(?:art|feld|bereich)|(?:Förders|S)chwerpunkt|Förderbereich|(?:Handlungs|Themen|Förder)feld)(?:e?s)?"
    r"\s+(?:(?P<number>\d{1,2}|[IVX]{1,4}|[A-H])\s*[:,–-]?\s*)?"
    r"|[Uu]nter\s+(?:(?:der|dem)\s+(?:Überschrift|Rubrik|Titel|Punkt|Position)\s+)?)"
    rf"(?P<title>{QUOTE})"
)
_QUOTES = rf"(?:{QUOTE}(?:\s*,\s*|\s+(?:und|sowie)\s+)?)+"
PROJECTS = re.compile(rf"\b(?:Projekte?[ns]?|Vorhabens?|Angebote?[ns]?)\s+{_QUOTES}")
# "„Lernhaus“ bis zum 31.03.2024 verlängert": what is done to projects.
CHANGED = re.compile(
    rf"{_QUOTES}[^„“”»«\"]*\b(?:(?:hinzu|auf)genommen|verlängert|ergänzt|(?:ein|an|hinzu)gefügt"
    r"|(?:fort|weiter)ge(?:setzt|führt)|gefördert)\b"
)
DENIED = re.compile(
    r"\b(?:entf[aä]ll\w*(?!.*\bauf\b)|nicht|kein\w*|eingestellt|abgelehnt|gestrichen|beendet|endete[nt]?|ausgelaufen)\b"
)
STOP = re.compile(r"(?<=[^\W\d_]{2}|.[“”»«\"])\.(?=\s|$)")

# "… folgende Spiegelstriche angefügt:", "… nach dem letzten Projekt angefügt:"
INSERTS = re.compile(
    r"\b(?:folgenden?\s+(?:neuen?\s+)?|(?:nach|hinter)\s+de[mr]\s+[a-zäöüß]+\s+)"
    r"(?:Spiegelstriche?|Anstriche?|Aufzählungspunkte?|Punkte?|Projekte?|Vorhaben"
    r"|Angebote?|Einträge?|Eintrag|Zeilen?)\b[^.:;]*\b(?:(?:ein|an|hinzu)gefügt|ergänzt|aufgenommen)\s*:\s*$"
)
ENDS_QUOTED = re.compile(r"[“”»«\"][.,;]?\s*$")
# A mark within a quotation that is set as one paragraph.
INNER_MARK = re.compile(r"(?:^[„»«\"]?|(?<=[,;]\s))\s*(?:[–—•-]|[a-z]\)|\d{1,2}[.)])\s+(?=\S)")
LINE_MARK = re.compile(r"(?<=\s)[–—•-]\s+(?=\S)")
OPENS, CLOSES = '„»«" ', '“”»«" .,;'
MOST_INSERTED = 12
# A longer quotation is a sentence.
MOST_WORDS = 12


def with_quoted(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with what such sentences say of Maßnahmenarten that are not among them, in doubt."""
    more: list[Draft] = []
    names = names_of(drafts)
    marked = bool(names) and all(map(MARKED.fullmatch, names))  # `unframed` takes marks from all or none
    blocks = reading.layout.blocks
    for index, block in enumerate(blocks):
        said = _in_paragraph(block.passage, reading, marked=marked)
        for draft in (*said, *_inserted(blocks, index, reading)):
            told = [other for other in (*drafts, *more) if other.projects]
            new = not any(same_measure(draft, other) for other in told)
            if new and _bare(told).isdisjoint(_bare([draft])):
                more.append(draft)
    rest = [draft for draft in drafts if draft.projects or not any(same_measure(draft, one) for one in more)]
    return [*rest, *more]


def _inserted(blocks: Sequence[Block], index: int, reading: Reading) -> Iterator[Draft]:
    """What a change puts into a list, "unter „Pflege“ werden folgende Spiegelstriche angefügt: „– Lernhaus,
    – Kompass“", in the blocks below up to where the quotation ends."""
    said = blocks[index].passage
    heads = list(HEAD.finditer(said.text)) if INSERTS.search(said.text) else []
    within = blocks[index + 1 : index + 1 + MOST_INSERTED]
    end = next((at for at, block in enumerate(within, start=1) if ENDS_QUOTED.search(block.text)), 0)
    if not heads or not end or not within[0].text.startswith(("„", "»", "«", '"')):
        return
    entries = [entry for block in within[:end] for entry in _entries(block.passage)]
    found = [find_project(entry) for entry in entries if len(entry.text.split()) <= MOST_WORDS]
    projects = [with_doubted_name(one) for one in found if one is not None]
    if len(projects) == len(entries):
        title = said.part(heads[-1].start("title") + 1, heads[-1].end("title") - 1)
        yield Draft(None, title, reading.reference.match_measure(title.text), projects)


def _entries(passage: Passage) -> Iterator[Passage]:
    """What stands behind each mark of a quoted list, or all of it. Where one begins with a mark, those that
    begin its other lines are such."""
    lines = {
        piece.start
        for before, piece in pairwise(passage.pieces)
        if piece.word.bbox[0] < before.word.bbox[2] and piece.word.bbox[1] > before.word.bbox[1]
    }
    inner = [*INNER_MARK.finditer(passage.text)]
    below = [one for one in LINE_MARK.finditer(passage.text) if inner and one.start() in lines]
    known = {mark.end() for mark in inner}
    marks = sorted([*inner, *(one for one in below if one.end() not in known)], key=lambda one: one.start())
    starts = [0, *(mark.end() for mark in marks)]
    for start, stop in zip(starts, [*(mark.start() for mark in marks), len(passage.text)], strict=True):
        entry = passage.part(start, stop)
        entry = entry.part(len(entry.text) - len(entry.text.lstrip(OPENS)), len(entry.text.rstrip(CLOSES)))
        if entry.text:
            yield entry


def _bare(drafts: Sequence[Draft]) -> set[str]:
    """What their projects are called, without marks around it."""
    return {one.name.value.strip('„“”»«" ') for draft in drafts for one in draft.projects}


def quoted_alone(reading: Reading) -> Iterator[Draft]:
    """What sentences call projects, under that word, where no Maßnahmenart is told: "Gefördert werden die
    Projekte „Lernhaus“ und „Kompass“"."""
    draft: Draft | None = None
    for block in reading.layout.blocks:
        stops = [0, *(stop.end() for stop in STOP.finditer(block.text)), len(block.text)]
        told = (one for span in pairwise(stops) for one in _in_sentence(block.text, *span, PROJECTS))
        for start, end in told:
            called = block.passage.part(start, start + len(block.text[start:end].split(maxsplit=1)[0]))
            draft = draft or Draft(None, called, None)
            known = _bare([draft])
            draft.projects += [
                one for one in _named(block.passage, (start, end), False) if one.name.value not in known
            ]
    if draft is not None and draft.projects:
        yield draft


def _in_paragraph(passage: Passage, reading: Reading, *, marked: bool) -> Iterator[Draft]:
    """Each title with the projects that are named behind it, up to the next one, in a sentence; `marked`:
    with the marks around them."""
    heads = list(HEAD.finditer(passage.text))
    ends = [*(head.start() for head in heads[1:]), len(passage.text)]
    for head, end in zip(heads, ends, strict=False):
        title = passage.part(head.start("title") + 1, head.end("title") - 1)
        number = number_of(head["number"]) if head["number"] else None
        spans = _told(passage.text, head.end(), end)
        projects = [one for span in spans for one in _named(passage, span, marked)]
        if projects:
            yield Draft(number, title, reading.reference.match_measure(title.text), projects)


def _told(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the first sentence between `start` and `end` names projects that does not deny them."""
    stops = [start, *(stop.end() for stop in STOP.finditer(text, start, end)), end]
    found = (
        _in_sentence(text, *span, PROJECTS) or _in_sentence(text, *span, CHANGED) for span in pairwise(stops)
    )
    return next((spans for spans in found if spans), [])


def _in_sentence(text: str, start: int, end: int, names: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the sentence that goes from `start` to `end` names projects, be `start` within it."""
    opens = max((one.end() for one in STOP.finditer(text, 0, start)), default=0)
    denied = DENIED.search(text, opens, end) is not None
    return [] if denied else [one.span() for one in names.finditer(text, start, end)]


def _named(passage: Passage, span: tuple[int, int], marked: bool) -> Iterator[Project]:
    for name in QUOTED.finditer(passage.text, *span):
        project = find_project(passage.part(*name.span(0 if marked else "name")))
        if project is not None and len(name["name"].split()) <= MOST_WORDS:
            yield with_doubted_name(project)
