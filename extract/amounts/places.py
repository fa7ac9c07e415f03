"""What an amount is for: the project, or the measure, it is printed beside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.geometry import meet, overlap_share
from models.agreement import Amount, Measure
from models.reference import Reference
from models.values import Spot

# "Maßnahmenart 2", "Zwischensumme 2", "M 2", "Mittel für Zielfeld 2"
NUMBERED = re.compile(
    r"\b(?:maßnahme\w*|\w*summe|(?:förder)?schwerpunkt|(?:ziel|handlungs|förder|aufgaben)(?:feld|bereich)"
    r"|baustein|säule|m)\s*(?P<number>\d{1,2})\b",
    re.IGNORECASE,
)
PARTITIVE = re.compile(r"^\W*(?:davon|hiervon|darunter|darin)\b\s*(?:für\b)?", re.IGNORECASE)
# Of a line and a heading beside it, so much of the lower one stands at the height of the other.
SAME_LINE = 0.6


def with_place(amount: Amount, measures: Sequence[Measure], reference: Reference, near: str = "") -> Amount:
    """The amount with the project it belongs to and the number of its measure, as far as they are known.
    `near` is what stands above its column, or is said of it in a sentence."""
    projects = [(measure, project) for measure in measures for project in measure.projects]
    own = [one for one in projects if (sum_ := one[1].amount) and meet(sum_.provenance, amount.provenance)]
    in_line = [one for one in projects if _in_line(amount, one[1].name.provenance)]
    if own or (len(in_line) == 1 and amount.table is not None):
        measure, project = (own or in_line)[0]
        return amount.model_copy(update={"measure": measure.number, "project": project.name.value})
    beside = None if in_line else _measure_beside(amount, measures)
    called = beside or _called(amount.label, measures, reference) or _called(near, measures, reference)
    return amount.model_copy(update={"measure": called.number}) if called else amount


def is_part(amount: Amount, measures: Sequence[Measure]) -> bool:
    """Is it the money of a project, or of a measure whose projects have none of their own?"""
    if amount.project is not None:
        return True
    return any(
        measure.number == amount.measure and not any(project.amount for project in measure.projects)
        for measure in measures
        if amount.measure is not None
    )


def _measure_beside(amount: Amount, measures: Sequence[Measure]) -> Measure | None:
    """The one measure whose title is printed in the line of the amount."""
    beside = [measure for measure in measures if _in_line(amount, measure.title.provenance)]
    return beside[0] if len(beside) == 1 else None


def _in_line(amount: Amount, spot: Spot) -> bool:
    own, other = amount.provenance.bbox, spot.bbox
    return (
        amount.provenance.page == spot.page and overlap_share(own[1], own[3], other[1], other[3]) > SAME_LINE
    )


def _called(said: str | None, measures: Sequence[Measure], reference: Reference) -> Measure | None:
    """The one measure that the words beside the amount name: by number, in full, in part, or as the reference
    data knows it."""
    name = " ".join(PARTITIVE.sub("", said or "").split()).strip(" :.–-")
    if not name:
        return None
    numbers = {int(match["number"]) for match in NUMBERED.finditer(name)}
    known = reference.match_measure(name)
    called = [
        measure
        for measure in measures
        if measure.number in numbers
        or name.casefold() in measure.title.value.casefold()
        or measure.title.value.casefold() in name.casefold()
        or (known is not None and measure.measure_key == known.entry.key)
    ]
    return called[0] if len(called) == 1 else None
