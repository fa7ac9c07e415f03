"""Percentages that stand beside an amount: "25 % (250.000 Euro)", "250.000 Euro (= 25 v. H.)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extract.layout.understand import Reading
from models.agreement import Amount
from models.german import find_amounts
from models.values import Extracted, Provenance

_SHARE = re.compile(r"(?P<number>[0-9]{1,3}(?:,[0-9]{1,2})?)\s?(?:%|Prozent\b|v\.\s?H\.)")
# What may stand between the two for one to be the other. Anything else ("davon 20 %, höchstens …") joins two
# statements.
_AFTER_SHARE = re.compile(r"\s*(?:\(\s*=?|=|,?\s*(?:das sind|also|d\.\s?h\.|entspricht)|\()\s*")
_AFTER_AMOUNT = re.compile(r"\s*(?:\(\s*(?:=|entspricht|das sind)?|=|,?\s*(?:das sind|entspricht))\s*")


def with_shares(reading: Reading, amounts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """The amounts of the running text with the percentages that belong to them."""
    shares = {(place.page, place.bbox): share for share, place in _shares(reading)}
    if not shares:
        return amounts
    return tuple(
        amount.model_copy(update={"share": share})
        if (share := shares.get((amount.provenance.page, amount.provenance.bbox)))
        else amount
        for amount in amounts
    )


def _shares(reading: Reading) -> Iterator[tuple[Extracted[Decimal], Provenance]]:
    """Each percentage with the place of its amount."""
    text = reading.text
    if "%" not in text and "Prozent" not in text and "v." not in text:
        return
    amounts = find_amounts(text)
    for match in _SHARE.finditer(text):
        for amount in amounts:
            behind = _AFTER_SHARE.fullmatch(text[match.end() : amount.start])
            before = _AFTER_AMOUNT.fullmatch(text[amount.end : match.start()])
            if behind or before:
                value = Decimal(match["number"].replace(",", "."))
                share = reading.passage.extract(match.start(), match.end(), value)
                yield share, reading.passage.provenance(amount.start, amount.end)
