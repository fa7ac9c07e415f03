"""One cell from several values: joined when they stand side by side, empty when they are in doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from models.agreement import Agreement, Amount
from models.values import Extracted

SEPARATOR = "; "


def joined(sources: Sequence[Extracted[str]]) -> Extracted[Any] | None:
    """All values in one cell, in the order they are printed."""
    if not sources:
        return None
    return _merged(SEPARATOR.join(source.value for source in sources), sources, SEPARATOR)


def recipient_names(agreement: Agreement) -> list[str]:
    return [party.name.value for party in agreement.parties if party.role == "recipient"]


def document_total(agreement: Agreement) -> Extracted[Any] | None:
    """The total of the whole document, with its evidence; None when there is none or it is in doubt.

    A total that is printed several times counts once. Totals of several programmes are added up.
    In doubt: totals of one programme that differ in value or year, mixed currencies, or a total
    naming no programme that is not the sum of those that do.
    """
    totals: dict[str | None, Amount] = {}
    for programme, amounts in _by_programme(agreement.totals).items():
        years = {amount.year for amount in amounts if amount.year is not None}
        if len(years) > 1 or len({amount.value for amount in amounts}) > 1:
            return None
        totals[programme] = max(amounts, key=lambda amount: amount.provenance.confidence)
    whole = _whole({programme: amount.value for programme, amount in totals.items()})
    if whole is None or _common_currency(agreement.totals) is None:
        return None
    return _merged(whole, [totals[None]] if None in totals else list(totals.values()), " + ")


def total_currency(agreement: Agreement) -> str | None:
    """The currency of the total, or of the components where no total is printed."""
    return _common_currency(agreement.totals or _components(agreement))


def component_sum(agreement: Agreement) -> Decimal | None:
    """The sum of all components; None when there are none or it is in doubt.

    A table is one breakdown, the running text another. Two breakdowns of one programme split the
    same money in two ways: they count once, and are in doubt when their sums differ.
    """
    components = _components(agreement)
    sums: dict[str | None, Decimal] = {}
    for programme, amounts in _by_programme(components).items():
        breakdowns: dict[int | None, Decimal] = defaultdict(Decimal)
        for amount in amounts:
            breakdowns[amount.table] += amount.value
        if len(set(breakdowns.values())) > 1:
            return None
        sums[programme] = next(iter(breakdowns.values()))
    return _whole(sums) if _common_currency(components) else None


def _components(agreement: Agreement) -> tuple[Amount, ...]:
    return tuple(amount for amount in agreement.amounts if amount.role == "component")


def _by_programme(amounts: Iterable[Amount]) -> dict[str | None, list[Amount]]:
    groups: dict[str | None, list[Amount]] = defaultdict(list)
    for amount in amounts:
        groups[amount.programme_key].append(amount)
    return groups


def _whole(by_programme: Mapping[str | None, Decimal]) -> Decimal | None:
    """The sum over the programmes. A figure for no programme (None) is the whole itself, if they agree."""
    parts = [value for programme, value in by_programme.items() if programme is not None]
    if None not in by_programme:
        return sum(parts, Decimal()) if parts else None
    whole = by_programme[None]
    return whole if not parts or sum(parts, Decimal()) == whole else None


def _common_currency(amounts: Sequence[Amount]) -> str | None:
    currencies = {amount.currency for amount in amounts}
    return currencies.pop() if len(currencies) == 1 else None


def _merged(value: Decimal | str, sources: Sequence[Extracted[Any]], separator: str) -> Extracted[Any]:
    """The place is that of the first source, the certainty that of the least certain one."""
    provenance = sources[0].provenance.model_copy(
        update={"confidence": min(source.provenance.confidence for source in sources)}
    )
    text = separator.join(source.text for source in sources)
    return Extracted[Any](value=value, text=text, provenance=provenance)
