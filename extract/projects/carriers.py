"""Who runs a project: what they are called, and the headings of columns that name them beside it."""

from __future__ import annotations

import re

from extract.certainty.confidence import with_doubted_name
from extract.language.passage import Passage
from extract.parties.organisations import is_organisation, says_what_it_is
from extract.projects.names import find_project
from models.agreement import Project

HEADED = (
    r"(?:\w+\s)?(?:Projekt|Maßnahmen?|Bildungs)?"
    r"(?:[Tt]räger|Anbieter|Durchführ|durchführende|Auftragnehmer)\w*"
)
# A column of projects and of who runs them: "Projekt, Träger", "Vorhaben / Träger", "Projekt (Träger)"; but
# "Projekt-Träger" are they alone.
WITH_CARRIER = re.compile(
    rf"\b(?:Projekt|Vorhaben|Angebot|Maßnahme|Bezeichnung|Titel|Name)\S*?(?:\s?(?:[,;/|–—(]|und\b)\s?|\s-\s){HEADED}\)?"
)
# … in brackets, as in its cells.
BRACKETED_HEADER = re.compile(rf"\({HEADED}(?:\s\w+)?\)$")
# The last bracket of a cell; within it may stand another: "(Lernhaus (gGmbH))".
LAST_BRACKET = re.compile(r"\s*\((?:[^()]|\([^()]*\))+\)\.?$")
# What parts them in the cells.
PARTS_CARRIER = re.compile(r"[,;/|(]|\s[–—-]\s")
# Such a heading stands above a list, too, and has no more words: "§ 3 Geförderte Projekte und ihre Träger:".
HEADING_WORDS = 7
# Who is called by letters alone: "vhs", "IB".
LETTERS = re.compile(r"\b(?:vhs|[A-ZÄÖÜ]{2,5})\b")
# Who runs it, without a name: nobody yet, or the recipient.
CALLED_CARRIER = re.compile(
    r"(?:vhs|VHS)\b|N\.\s?N\.|Eigen(?:maßnahme|regie|leistung|betrieb)$|(?:in\s)?[Ee]igene[rsnm]?\s(?:Träger|Regie"
    r"|Team|Personal|Durchführung|Haus|Kräfte|Maßnahme|Leistung)\w*$|selbst$"
)


def tells_of_carriers(text: str) -> bool:
    """Does a line head a list of projects with who runs them?"""
    return (
        len(text.split()) <= HEADING_WORDS and text[-1:] not in ".;" and WITH_CARRIER.search(text) is not None
    )


def is_carrier(text: str) -> bool:
    """Does a text name who runs a project, where nothing but its words tells so?"""
    return is_organisation(text.strip()) or CALLED_CARRIER.match(text.strip()) is not None


def without_carrier(passage: Passage, header: str) -> Project | None:
    """The project of a cell below a `header` that tells to expect who runs it, too; doubted where a sign
    parts it from nobody's name: "Beratung, Begleitung und Coaching"."""
    text = passage.text
    bracket = LAST_BRACKET.search(text) if BRACKETED_HEADER.search(header) else None
    if bracket and bracket.start():
        return find_project(passage.part(0, bracket.start()))
    signs = [sign.span() for sign in PARTS_CARRIER.finditer(text) if sign.start()]
    end = next((start for start, end in reversed(signs) if _may_carry(text[end:])), len(text))
    project = find_project(passage.part(0, len(text[:end].rstrip())))
    if project and signs and end == len(text):
        return with_doubted_name(project)
    return project


def _may_carry(text: str) -> bool:
    """Does a text name who runs a project, where one is expected?"""
    name = text.strip(" (),")
    return is_carrier(name) or says_what_it_is(name) or LETTERS.search(name) is not None
