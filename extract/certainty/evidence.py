"""What speaks for each value of a record, and for the completeness of each part of it.

Evidence is a number from 0 to 1; more of it never makes less certain.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from itertools import pairwise
from statistics import fmean
from typing import Any, get_args

from extract.certainty.claims import Claims, values_of
from extract.certainty.confidence import UNCONFIRMED
from models.agreement import Agreement, Amount, DateMention, Measure, Part, Party, Project, Signatory
from models.german import find_dates
from models.reference import Reference
from models.values import Extracted

Evidence = Mapping[str, float]
_Weighed = tuple[str, str, Extracted[Any] | None, Evidence]
"""A value with its path and its family of fields before it, and with what speaks for it alone."""
PARTS: tuple[Part, ...] = get_args(Part)
FINEST = 0.001
"""A doubt smaller than this is none."""
BORNE_OUT = "borne_out"
"""This alone makes a disputed value certain. It speaks for a day in whose weeks all others sign: of 436 such
days on made scans 434 were right, of 111 others 93; and for the number of a section, which is repaired by its
neighbours alone: 68 of 68."""
ROUND = timedelta(days=62)
"""Letters go round between those who sign for some weeks."""
APART = "apart"
AFAR = timedelta(days=366)
"""Where all others sign in the same weeks and none within a year of it, the year of a day was misread."""
SECTIONS_NEEDED = 3
LONG_NAME = 8
"""Words: names of projects in agreements seldom have more."""
# "Prof. Dr. Ronja von der Muster-Frau": behind titles two words or more, each with a capital or a particle.
PERSON = re.compile(
    r"(?:(?:Prof|Dr|Dipl)\.\S*\s|(?:h\.|c\.)\s)*+"
    r"(?:(?:von|van|de|der|zu|vom|[A-ZÄÖÜÉÁŠ][\w.'’-]*)\s)+[A-ZÄÖÜÉÁŠ][\w.'’-]+"
)
# "Küche & Service –", "Werkstatt bis": a name of which the end is somewhere else, or a sentence.
UNENDED = re.compile(
    r"(?:[,:;/+&–—-]|\b(?:und|oder|sowie|bis|für|mit|von|vom|zu|zur|zum|der|die|das|des|im|in|an|am|auf)"
    r"|(?<!e\. V)\.)$"
)
NO_SHARES = ("unclaimed", "columns", "sums", "officers", "headings", "moneyless")
"""What claims say that is no share: places, and whether there is money at all."""
SIGNATORY_PARTS = ("name", "function", "organisation", "place", "date")


@dataclass(frozen=True, slots=True)
class Understanding:
    """How much of a document fell into place, each a share from 0 to 1."""

    found: float
    """Key fields that were found."""
    signed: float
    """Parties for whom somebody signs."""
    complete: float
    """Parts of the signatures: name, function, organisation, place, date."""
    assigned: float
    """Signatures that belong to a party."""
    sections: float
    """Sections whose number follows the one before."""
    measured: float
    """Measures that are in the catalogue and have projects."""
    sums: float
    """One total, and the parts beside it add up to it."""
    sharp: float
    """Mean confidence of the words of its pages."""


def understanding_of(record: Agreement) -> Understanding:
    keys = (
        record.kind,
        record.programme,
        record.budget_year,
        record.party("grantor"),
        record.party("recipient"),
        record.totals or any(amount.role == "replacement" for amount in record.amounts),
        record.signatories,
        any(signatory.date for signatory in record.signatories),
    )
    signing = {signatory.party for signatory in record.signatories}
    printed = [section.number.value for section in record.sections]
    numbers = [_number(one) for one in printed if "." not in one]
    return Understanding(
        found=_share(map(bool, keys)),
        signed=_share(number in signing for number in range(1, len(record.parties) + 1)),
        complete=_share(
            getattr(one, part) is not None for one in record.signatories for part in SIGNATORY_PARTS
        ),
        assigned=_share(one.party is not None for one in record.signatories),
        sections=_share(later == earlier + 1 for earlier, later in pairwise(numbers))
        if len(numbers) >= SECTIONS_NEEDED
        else 0.0,
        measured=_share(bool(one.projects and one.measure_key) for one in record.measures),
        sums=_sums(record),
        sharp=fmean(page.confidence or 0.0 for page in record.document.pages)
        if record.document.pages
        else 0.0,
    )


def _sums(record: Agreement) -> float:
    totals = {total.value for total in record.totals}
    parts = [amount.value for amount in record.amounts if amount.role == "component"]
    if not parts:
        return 0.5 if len(totals) == 1 else 0.0
    return float(len(totals) == 1 and sum(parts) in totals)


def _number(printed: str) -> int:
    """A section's number for comparing neighbours; letters and Roman numerals are left to their order."""
    return int(printed) if printed.isdecimal() else 0


def _share(flags: Iterator[bool] | map[bool]) -> float:
    listed = list(flags)
    return sum(listed) / len(listed) if listed else 0.0


def _shared(record: Agreement, claims: Claims) -> Evidence:
    """What speaks for all values of a document alike."""
    claimed = {
        f"claimed_{one.name}": getattr(claims, one.name)
        for one in fields(claims)
        if one.name not in NO_SHARES
    }
    return asdict(understanding_of(record)) | claimed


def evidence_in(
    record: Agreement, claims: Claims, reference: Reference
) -> Iterator[tuple[str, str, Evidence]]:
    """The values of a record: path, family of fields, and what speaks for each."""
    shared = _shared(record, claims)
    for path, family, value, own in _weighed_values(record, reference):
        if value is not None:
            yield path, family, {**shared, **_ink(value), **own}


def _weighed_values(record: Agreement, reference: Reference) -> Iterator[_Weighed]:
    """The values of a record, each with what speaks for it alone."""
    yield "kind", "kind", record.kind, {"known": float(record.kind_key is not None)}
    for i, programme in enumerate(record.programme):
        yield f"programme[{i}]", "programme", programme, {"known": float(programme.key is not None)}
    near = _share(_is_near(mention.value, _year(record)) for mention in record.dates)
    yield "budget_year", "budget_year", record.budget_year, {"near": near}
    yield "authority", "authority", record.authority, {}
    for i, party in enumerate(record.parties):
        known = party.match_score or float(party.registry_key is not None)
        signing = float(any(signatory.party == i + 1 for signatory in record.signatories))
        yield f"parties[{i}].name", "party", party.name, {"known": known, "own": signing}
    for i, amount in enumerate(record.amounts):
        yield f"amounts[{i}]", "amount", amount, _of_amount(amount, record)
    yield from _in_measures(record)
    yield from _in_signatures_and_dates(record, reference)
    for i, section in enumerate(record.sections):
        own = {"titled": float(section.heading is not None), BORNE_OUT: 1.0}
        yield f"sections[{i}].number", "section", section.number, own


def _in_measures(record: Agreement) -> Iterator[_Weighed]:
    headings = (section.heading.value for section in record.sections if section.heading)
    others = {party.name.value for party in record.parties} | set(headings)
    for i, measure in enumerate(record.measures):
        title = _of_measure(measure)
        yield f"measures[{i}].title", "measure", measure.title, title
        for j, project in enumerate(measure.projects):
            path = f"measures[{i}].projects[{j}].name"
            yield path, "project", project.name, {**title, **_of_project(project, measure, others)}


def _in_signatures_and_dates(record: Agreement, reference: Reference) -> Iterator[_Weighed]:
    year = _year(record)
    signed = [one.date.value for one in record.signatories if one.date and one.date.value]
    for i, signatory in enumerate(record.signatories):
        own = _of_signatory(signatory, record, reference)
        for part in SIGNATORY_PARTS:
            value = getattr(signatory, part)
            if part == "date" and value is not None:
                own = {**own, **_of_day(value, signed, year)}
            yield f"signatories[{i}].{part}", f"signatory_{part}", value, own
    for i, mention in enumerate(record.dates):
        signing = mention.role == "signature"
        own = {
            "roled": float(_is_told(mention)),
            "own": float(signing),
            "near": float(_is_near(mention.value, year)),
            **(_of_day(mention, signed, year) if signing else {BORNE_OUT: 0.0}),
        }
        yield f"dates[{i}]", "date", mention, own


def _year(record: Agreement) -> int | None:
    return record.budget_year.value if record.budget_year else None


def evidence_of_whole(record: Agreement, claims: Claims) -> Iterator[tuple[Part, Evidence]]:
    """What speaks for nothing of a part being overlooked; `record` has been weighed."""
    shared = _shared(record, claims)
    sure: dict[str, list[float]] = defaultdict(list)
    for path, value in values_of(record):
        sure[re.split(r"[.[]", path, maxsplit=1)[0]].append(value.provenance.confidence)
    for part in PARTS:
        found = sure[part]
        yield part, {**shared, "any": float(bool(found)), "sure": fmean(found) if found else 0.0}


def _ink(value: Extracted[Any]) -> Evidence:
    """What the reading itself says: a doubt of a tenth is a third, of a hundredth two, of a thousandth 1."""
    where = value.provenance
    return {
        "ink": math.log10(max(1 - where.confidence, FINEST)) / math.log10(FINEST),
        "digital": float(where.origin == "text_layer"),
        "undisputed": float(not where.alternatives),
    }


def _is_told(value: Amount | DateMention) -> bool:
    """Does anything say what part it plays? Where nothing does it was doubted for it; in a scan so was much
    else, but of a sum hardly anything to just that confidence."""
    read = value.provenance.confidence
    for_its_part = isinstance(value, Amount) and read == UNCONFIRMED
    scanned = value.provenance.origin == "ocr" and not for_its_part
    return read > UNCONFIRMED or (value.role != "other" and scanned)


def _of_amount(amount: Amount, record: Agreement) -> Evidence:
    others = [other for other in record.amounts if other is not amount]
    return {
        "roled": float(_is_told(amount)),
        "placed": float(amount.section is not None or amount.table is not None),
        "worded": float(amount.in_words is not None and amount.in_words.value == amount.value),
        "repeated": float(any(other.value == amount.value for other in others)),
    }


def _of_measure(measure: Measure) -> Evidence:
    return {
        "known": float(measure.measure_key is not None),
        "numbered": float(measure.number is not None),
        "filled": float(bool(measure.projects)),
    }


def _of_project(project: Project, measure: Measure, others: Collection[str]) -> Evidence:
    name = project.name.value
    return {
        "capital": float(not name[:1].islower()),
        "siblings": float(len(measure.projects) > 1),
        "brief": float(len(name.split()) <= LONG_NAME),
        "plain": float(
            UNENDED.search(name) is None and ", " not in name and not any(other in name for other in others)
        ),
    }


def _of_signatory(signatory: Signatory, record: Agreement, reference: Reference) -> Evidence:
    number = signatory.party
    party = record.parties[number - 1] if number and number <= len(record.parties) else None
    organisation = signatory.organisation.value if signatory.organisation else None
    function = signatory.function.value if signatory.function else ""
    place = signatory.place.value if signatory.place else ""
    day = signatory.date.value if signatory.date else None
    name = signatory.name.value if signatory.name else ""
    year = _year(record)
    return {
        "whole": _share(getattr(signatory, part) is not None for part in SIGNATORY_PARTS),
        "own": float(party is not None),
        "known": float(party is not None and party.name.value == organisation),
        "office": float(bool(function) and reference.match_office(function) is not None),
        "seated": float(party is not None and bool(place) and place in _seats(party, reference)),
        "near": float(_is_near(day, year)),
        "plain": float(PERSON.fullmatch(name) is not None),
    }


def _seats(party: Party, reference: Reference) -> set[str]:
    """Where a party of the lists has its seat; that of a ministry is its Land's."""
    body = reference.body(party.registry_key)
    seats = [body.seat] if body else [one.seat for one in reference.bodies if one.kind == "state"]
    return {form for seat in seats for form in (seat, seat.split(" (")[0])}


def _is_beside(day: date | None, signed: Sequence[date], year: int | None) -> float:
    """Did all others sign in the same weeks, around the year it is about, if it is about one?"""
    if day is None or not (_is_near(day, year) if year is not None else len(signed) > 1):
        return 0.0
    return float(all(abs(day - other) <= ROUND for other in signed))


def _of_day(read: Extracted[Any], signed: Sequence[date], year: int | None) -> Evidence:
    """What the days of the others say of one on which somebody signed.

    They bear it out unless another reading of it is a day of those weeks, too.
    """
    others = list(signed)
    if read.value in others:
        others.remove(read.value)
    told = {day.value for text in read.provenance.alternatives for day in find_dates(text)} - {read.value}
    beside = _is_beside(read.value, signed, year) and not any(_is_beside(day, others, year) for day in told)
    far = read.value is not None and all(abs(read.value - other) > AFAR for other in others)
    together = len(others) > 1 and max(others) - min(others) <= ROUND
    scanned = read.provenance.origin == "ocr"
    return {BORNE_OUT: float(beside), APART: float(scanned and far and together)}


def _is_near(day: date | None, year: int | None) -> bool:
    """Is a date one of the time of the agreement?"""
    return day is not None and year is not None and abs(day.year - year) <= 1
