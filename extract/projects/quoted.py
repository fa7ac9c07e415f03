"""Projects that a sentence names in quotation marks, each behind the word for it, under headings that no
catalogue knows: "im Schwerpunkt A „Pflege“ die Projekte „Lernhaus“ und „Neustart“"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.certainty.confidence import doubted
from extract.language.passage import Passage
from extract.layout.understand import Reading
from extract.projects.measure_drafts import Draft, number_of
from extract.projects.names import QUOTED, find_project

QUOTE = r"[„»«\"][^„“”»«\"]+[“”»«\"]"
HEAD = re.compile(
    r"\b(?:Maßnahmen?(?:art|feld|bereich)|(?:Förders|S)chwerpunkt|Förderbereich|(?:Handlungs|Themen|Förder)feld)(?:e?s)?"
    rf"\s+(?:(?P<number>\d{{1,2}}|[IVX]{{1,4}}|[A-H])\s*[:,–-]?\s*)?(?P<title>{QUOTE})"
)
PROJECTS = re.compile(
    rf"\b(?:Projekte?[ns]?|Vorhabens?|Angebote?[ns]?)\s+(?:{QUOTE}(?:\s*,\s*|\s+(?:und|sowie)\s+)?)+"
)
DENIED = re.compile(r"\b(?:entf[aä]ll\w*|nicht|kein\w*|eingestellt|abgelehnt)\b")


def quoted_measures(reading: Reading) -> list[Draft]:
    """Each heading with the projects named between it and the next one of its paragraph, in doubt."""
    return [draft for block in reading.layout.blocks for draft in _in_paragraph(block.passage, reading)]


def _in_paragraph(passage: Passage, reading: Reading) -> Iterator[Draft]:
    heads = list(HEAD.finditer(passage.text))
    ends = [*(head.start() for head in heads[1:]), len(passage.text)]
    for head, end in zip(heads, ends, strict=False):
        title = passage.part(head.start("title") + 1, head.end("title") - 1)
        number = number_of(head["number"]) if head["number"] else None
        named = PROJECTS.search(passage.text, head.end(), end)
        if named is not None and not _is_denied(passage.text, head.end(), named.end()):
            projects = [
                project.model_copy(update={"name": doubted(project.name)})
                for name in QUOTED.finditer(passage.text, *named.span())
                if (project := find_project(passage.part(*name.span("name"))))
            ]
            yield Draft(number, title, reading.reference.match_measure(title.text), projects)


def _is_denied(text: str, start: int, named: int) -> bool:
    """Does the rest of the sentence say that there are no such projects?"""
    stop = text.find(".", named)
    return DENIED.search(text, start, stop if stop >= 0 else len(text)) is not None
