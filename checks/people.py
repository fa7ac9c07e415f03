"""SIG, over the archive: who held which office when, and how names are written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from checks.naming import plain_name
from checks.rule import ArchiveContradiction, Context, Contradiction, archive_rule, spots
from checks.subjects import in_order
from models.agreement import Agreement, Party
from models.german import format_date
from models.values import Extracted

# Two spellings of one name differ in a letter or two: "Stephanie" and "Stefanie Becker-Bösch" score 93;
# different people of one office stay below 75.
ALIKE = 88.0
SEEN_TWICE = 2
DEGREES = re.compile(
    r"\b(?:Dr|Prof|Dipl|Ing|med|jur|rer|pol|phil|nat|h\.\s?c|MdL|M\.?A)\b\.?-?\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Signature:
    """Somebody signed as the holder of an office. `person` is the name without degrees, case and hyphens."""

    record: Agreement
    index: int
    name: Extracted[str]
    day: date | None
    person: str


Office = tuple[str, str]
"""The body and its office."""


@archive_rule(
    "SIG008",
    "warning",
    german="Ein Amt haben zur selben Zeit zwei Personen.",
    english="One office is held by two names in the same period.",
    why="Ein Landkreis hat nur einen Landrat: Ein Name oder ein Datum ist falsch, oder jemand hat ohne Amt "
    "unterschrieben.",
    example="Landrat A unterschreibt 2019 und 2021, Landrat B unterschreibt 2020.",
)
def an_office_has_one_holder(
    records: Sequence[Agreement], context: Context
) -> Iterator[ArchiveContradiction]:
    for (_, office), signatures in _by_office(records, context).items():
        held: dict[str, list[Signature]] = defaultdict(list)
        for signature in signatures:
            if signature.day is not None:
                held[_known_person(signature.person, held)].append(signature)
        for person, own in held.items():
            days = [one.day for one in own if one.day]
            first, last = min(days), max(days)
            intruders = [
                one
                for other, others in held.items()
                if other != person and not _overlap_is_told_by_other(person, other, held)
                for one in others
                if one.day and first < one.day < last
            ]
            if not intruders:
                continue
            # However many stand between, one thing is to be looked at: who held the office at the two ends.
            intruder, further = intruders[0], len({one.person for one in intruders}) - 1
            # Where several intrude, or nobody signs more than twice, the archive does not tell who is wrong.
            told = not further and len(own) > SEEN_TWICE
            yield ArchiveContradiction(
                tuple(dict.fromkeys((own[0].record.document.path, intruder.record.document.path))),
                Contradiction(
                    f"Dieses Amt ({_office_name(office, context)}) hatte damals jemand anderes.",
                    expected=f"{own[0].name.value} ({format_date(first)} bis {format_date(last)})",
                    found=f"{intruder.name.value} ({format_date(intruder.day) if intruder.day else ''})"
                    + (f" und {further} weitere" if further else ""),
                    fields=_fields(intruder),
                    spots=spots(intruder.name, intruder.record.signatories[intruder.index].date),
                    severity=None if told else "info",
                ),
                (_fields(own[0]),),
            )


@archive_rule(
    "SIG009",
    "info",
    german="Eine Person ist in mehreren Schreibweisen genannt.",
    english="One person appears in several spellings.",
    why="Wer nach Personen auswertet, zählt sie doppelt; manchmal ist eine Schreibweise ein Lesefehler.",
    example="„Stephanie Becker-Bösch“ und „Stefanie Becker Bösch“, beide für den Wetteraukreis.",
)
def a_person_has_one_spelling(
    records: Sequence[Agreement], context: Context
) -> Iterator[ArchiveContradiction]:
    by_body: dict[str, dict[str, Signature]] = defaultdict(dict)
    for (body, _), signatures in _by_office(records, context, sole=False).items():
        for signature in signatures:
            by_body[body].setdefault(_bare(signature.name.value), signature)
    for spellings in by_body.values():
        told = list(spellings.items())
        for position, (spelling, signature) in enumerate(told):
            for earlier, first in told[:position]:
                if fuzz.ratio(first.person, signature.person) < ALIKE:
                    continue
                yield ArchiveContradiction(
                    tuple(dict.fromkeys((first.record.document.path, signature.record.document.path))),
                    Contradiction(
                        "Vermutlich dieselbe Person, verschieden geschrieben.",
                        expected=f"{earlier} ({first.record.document.path})",
                        found=f"{spelling} ({signature.record.document.path})",
                        fields=(f"signatories[{signature.index}].name",),
                        spots=spots(signature.name),
                    ),
                )
                break


RULES = (an_office_has_one_holder, a_person_has_one_spelling)


def _by_office(
    records: Sequence[Agreement], context: Context, sole: bool = True
) -> dict[Office, list[Signature]]:
    """Signatures by body and office, in the order of the paths; with `sole`, offices of one holder only."""
    found: dict[Office, list[Signature]] = defaultdict(list)
    for record in in_order(records):
        for index, signatory in enumerate(record.signatories):
            if signatory.name is None or signatory.party is None or signatory.party > len(record.parties):
                continue
            body = _key(record.parties[signatory.party - 1], signatory.date, context)
            match = context.reference.match_office(signatory.function.value) if signatory.function else None
            if body is None or (sole and (match is None or not match.entry.sole)):
                continue
            office = match.entry.key if match else ""
            day = signatory.date.value if signatory.date else None
            person = plain_name(_bare(signatory.name.value))
            found[body, office].append(Signature(record, index, signatory.name, day, person))
    return found


def _fields(signature: Signature) -> tuple[str, ...]:
    return tuple(f"signatories[{signature.index}].{part}" for part in ("name", "date"))


def _key(party: Party, signed: Extracted[date | None] | None, context: Context) -> str | None:
    ministry = context.reference.match_ministry(party.name.value, signed.value if signed else None)
    return ministry.entry.key if ministry else party.registry_key


def _bare(name: str) -> str:
    return " ".join(DEGREES.sub("", name).split())


def _known_person(person: str, held: dict[str, list[Signature]]) -> str:
    """The person under the spelling that was met first."""
    return next((known for known in held if fuzz.ratio(known, person) >= ALIKE), person)


def _overlap_is_told_by_other(person: str, other: str, held: dict[str, list[Signature]]) -> bool:
    """Two terms that reach into each other are one contradiction: told of who came first."""
    days = {name: [one.day for one in held[name] if one.day] for name in (person, other)}
    mutual = any(min(days[other]) < day < max(days[other]) for day in days[person])
    return mutual and (min(days[other]), other) < (min(days[person]), person)


def _office_name(office: str, context: Context) -> str:
    return next((one.name for one in context.reference.offices if one.key == office), office)
