"""DOC: whether the document is complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from string import ascii_uppercase

from checks.numbering import Number, Slip, parse_number, slips
from checks.rule import Context, Contradiction, agreement_rule, spots
from models.agreement import Agreement, Section
from models.finding import Severity

ROOM = 1.5
"""The height of two sections, in heights of the shortest: none is as short as the shortest."""


@agreement_rule(
    "DOC001",
    "warning",
    german="In der Zählung der Abschnitte fehlt eine Nummer.",
    english="Section numbers have a gap.",
    why="Es fehlt eine Seite, ein Abschnitt wurde gestrichen, oder er wurde nicht erkannt.",
    example="§ 1, § 2, § 4",
)
def sections_have_no_gap(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for slip, index in _section_slips(record):
        if slip.kind == "gap" and not may_be_unread(record, index):
            lacking = _out_of_step(record, index, slip, "Vor diesem Abschnitt fehlt eine Nummer.")
            # Below a section the number may begin a clause, "2.3 Der Kreis berichtet", that is no heading.
            severity: Severity | None = "info" if "." in slip.expected else None
            yield replace(lacking, fields=("sections",), severity=severity)


def gaps(record: Agreement) -> Iterator[tuple[Slip, Section]]:
    """Where numbers of sections are lacking that may stand there."""
    for slip, index in _section_slips(record):
        if slip.kind == "gap" and may_be_unread(record, index):
            yield slip, record.sections[index]


def may_be_unread(record: Agreement, index: int) -> bool:
    """May a scan hold another section before this one? Not if the one before it leaves no room for two."""
    section = record.sections[index].number
    if section.provenance.origin == "text_layer" and index:
        return False
    heights = [
        later.provenance.bbox[1] - earlier.provenance.bbox[1]
        for earlier, later in pairwise(one.number for one in record.sections)
        if earlier.provenance.page == later.provenance.page
    ]
    before = record.sections[index - 1].number if index else None
    if before is None or before.provenance.page != section.provenance.page:
        return True
    return section.provenance.bbox[1] - before.provenance.bbox[1] > ROOM * min(heights)


@agreement_rule(
    "DOC002",
    "warning",
    german="Eine Abschnittsnummer kommt zweimal vor.",
    english="A section number is repeated.",
    why="Verweise auf den Abschnitt sind mehrdeutig, oder eine Seite ist doppelt im Dokument.",
    example="§ 3, § 4, § 4",
)
def sections_are_not_repeated(record: Agreement, context: Context) -> Iterator[Contradiction]:
    begun_again = restarts(record)
    for slip, index in _section_slips(record):
        if slip.kind == "repeated" and index not in begun_again:
            yield _out_of_step(record, index, slip, "Diese Abschnittsnummer gab es schon.")


@agreement_rule(
    "DOC003",
    "warning",
    german="Die Abschnitte stehen nicht in ihrer Reihenfolge.",
    english="Sections are out of order.",
    why="Seiten sind vertauscht, oder zwei Dokumente liegen in einer Datei.",
    example="§ 1, § 2, § 5, § 3",
)
def sections_are_in_order(record: Agreement, context: Context) -> Iterator[Contradiction]:
    begun_again = restarts(record)
    for slip, index in _section_slips(record):
        if slip.kind == "backwards" and index not in begun_again:
            yield _out_of_step(record, index, slip, "Die Zählung der Abschnitte springt zurück.")


def restarts(record: Agreement) -> list[int]:
    """Sections at which the count begins again at 1 on a later page: a second document, or an annex."""
    return [
        index
        for slip, index in _section_slips(record)
        if slip.kind != "gap"
        and slip.found == "1"
        and index > 0
        and record.sections[index].page > record.sections[index - 1].page
    ]


RULES = (sections_have_no_gap, sections_are_not_repeated, sections_are_in_order)


def _section_slips(record: Agreement) -> Iterator[tuple[Slip, int]]:
    numbered: list[tuple[int, Number]] = []
    # "C." is a hundred only among Roman numbers: where the first section is "A", they are letters.
    lettered = bool(record.sections) and _letter(record.sections[0]) == "A"
    for index, section in enumerate(record.sections):
        letter = _letter(section) if lettered else None
        number = (ascii_uppercase.index(letter) + 1,) if letter else parse_number(section.number.value)
        inserted = re.search(r"[0-9]\s?[a-z]$", section.number.value)  # § 3a stands between § 3 and § 4
        if number and not inserted:
            numbered.append((index, number))
    for slip in slips([number for _, number in numbered]):
        yield slip, numbered[slip.position][0]


def _letter(section: Section) -> str | None:
    """The letter of a section "C." that has no other number."""
    match = re.fullmatch(r"\W*([A-Z])\W*", section.number.value)
    return match[1] if match else None


def _out_of_step(record: Agreement, index: int, slip: Slip, message: str) -> Contradiction:
    return Contradiction(
        message,
        expected=slip.expected,
        found=slip.found,
        fields=(f"sections[{index}].number",),
        spots=spots(record.sections[index].number),
    )
