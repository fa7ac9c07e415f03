"""What an amount is for: the project, or the measure, it is printed beside."""

from __future__ import annotations

from collections.abc import Sequence

from extract.geometry import overlap, overlap_share
from models.agreement import Amount, Measure, Project
from models.reference import Reference
from models.values import Spot

# Of a line and a heading beside it, so much of the lower one stands at the height of the other.
SAME_LINE = 0.6


def with_place(amount: Amount, measures: Sequence[Measure], reference: Reference) -> Amount:
    """The amount with the project it belongs to and the number of its measure, as far as they are known."""
    for measure in measures:
        for project in measure.projects:
            if project.amount is not None and _same_place(project.amount.provenance, amount.provenance):
                return amount.model_copy(update={"measure": measure.number, "project": project.name.value})
    measure_beside = _measure_beside(amount, measures) or _measure_called(amount.label, measures, reference)
    return amount.model_copy(update={"measure": measure_beside.number}) if measure_beside else amount


def is_part(amount: Amount, measures: Sequence[Measure]) -> bool:
    """Is it the money of a project, or of a measure whose projects have none of their own?"""
    if amount.project is not None:
        return True
    return any(
        measure.number == amount.measure and not any(project.amount for project in measure.projects)
        for measure in measures
        if amount.measure is not None
    )


def _same_place(one: Spot, other: Spot) -> bool:
    (a0, a1, a2, a3), (b0, b1, b2, b3) = one.bbox, other.bbox
    return one.page == other.page and overlap(a0, a2, b0, b2) > 0 and overlap(a1, a3, b1, b3) > 0


def _measure_beside(amount: Amount, measures: Sequence[Measure]) -> Measure | None:
    """The one measure whose title is printed in the line of the amount, if no project is."""
    projects: list[Project] = [project for measure in measures for project in measure.projects]
    if any(_in_line(amount, project.name.provenance) for project in projects):
        return None
    beside = [measure for measure in measures if _in_line(amount, measure.title.provenance)]
    return beside[0] if len(beside) == 1 else None


def _in_line(amount: Amount, spot: Spot) -> bool:
    own, other = amount.provenance.bbox, spot.bbox
    return (
        amount.provenance.page == spot.page and overlap_share(own[1], own[3], other[1], other[3]) > SAME_LINE
    )


def _measure_called(label: str | None, measures: Sequence[Measure], reference: Reference) -> Measure | None:
    """The one measure that the words beside the amount name: in full, or as the reference data knows it."""
    if not label:
        return None
    known = reference.match_measure(label)
    called = [
        measure
        for measure in measures
        if label.casefold() in measure.title.value.casefold()
        or (known is not None and measure.measure_key == known.entry.key)
    ]
    return called[0] if len(called) == 1 else None
