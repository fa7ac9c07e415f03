"""ARC: the archive against figures that were published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checks.likely_cause import because, likely_cause
from checks.rule import ArchiveContradiction, Context, Contradiction, archive_rule, spots
from checks.subjects import Subject, amends, changed, in_order, recipients, signed, total, whole_total
from models.agreement import Agreement, Amount
from models.german import format_amount


@archive_rule(
    "ARC008",
    "warning",
    german="Die Vereinbarungen eines Jahres ergeben nicht die veröffentlichte Zahl.",
    english="The agreements of a year do not add up to the published figure (see `checks.figures`).",
    why="Eine Vereinbarung fehlt, ist doppelt, oder ein Betrag ist falsch.",
    example="Veröffentlicht sind für 2023 27,7 Mio. Euro, die Vereinbarungen ergeben 26,4 Mio. Euro.",
)
def archive_fits_published_figures(
    records: Sequence[Agreement], context: Context
) -> Iterator[ArchiveContradiction]:
    if not context.figures:
        return
    granted = _granted(records, context)
    for figure in context.figures:
        parts = [
            part
            for (body, year, _), part in granted.items()
            if year == figure.year and figure.body in (None, body)
        ]
        computed = sum((value for _, value in parts), Decimal())
        difference = computed - figure.amount
        if parts and abs(difference) <= context.settings.checks.figures_tolerance:
            continue
        paths = tuple(record.document.path for record, _ in parts) if figure.body else ()
        printed = _decisive(parts[-1][0]) if parts and figure.body else None
        yield ArchiveContradiction(
            paths,
            Contradiction(
                f"{figure.name}, {figure.year}: Das Archiv ergibt nicht die veröffentlichte Zahl"
                + because(likely_cause(figure.amount, computed) if len(parts) == 1 else None)
                + ".",
                expected=f"{format_amount(figure.amount)} (Zeile {figure.line} der Referenzdatei)",
                found=_found(computed, len(parts)),
                difference=format_amount(difference),
                money=difference,
                fields=("amounts",) if figure.body else (),
                spots=spots(printed),
            ),
        )


RULES = (archive_fits_published_figures,)


def _granted(records: Sequence[Agreement], context: Context) -> dict[Subject, tuple[Agreement, Decimal]]:
    """What is in force for each recipient, year and programme, and the record that says so.

    An agreement that is filed twice counts once; the amendment signed last puts its amount in place.
    """
    groups: dict[Subject, list[Agreement]] = defaultdict(list)
    for record in in_order(records):
        if record.budget_year and (found := recipients(record)):
            programmes = tuple(sorted(record.programme_key, key=str))
            groups["+".join(sorted(found)), record.budget_year.value, programmes].append(record)
    granted = {}
    for subject, agreements in groups.items():
        originals = [record for record in agreements if not amends(record, context)]
        amending = [
            record for record in agreements if amends(record, context) and changed(record, "replacement")
        ]
        last = max(amending, key=lambda one: (str(signed(one) or ""), one.document.path), default=None)
        replacement = changed(last, "replacement") if last else None
        if last is not None and replacement is not None:
            granted[subject] = (last, replacement.value)
        elif originals and (value := whole_total(originals[0])) is not None:
            granted[subject] = (originals[0], value)
    return granted


def _decisive(record: Agreement) -> Amount | None:
    return changed(record, "replacement") or total(record)


def _found(computed: Decimal, agreements: int) -> str:
    if not agreements:
        return "keine Vereinbarung mit Betrag im Archiv"
    return (
        f"{format_amount(computed)} ({agreements} {'Vereinbarung' if agreements == 1 else 'Vereinbarungen'})"
    )
