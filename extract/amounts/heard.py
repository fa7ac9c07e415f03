"""A sum of money with the words around it, its role still open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from extract.amounts.other_money import (
    CLAUSE_END,
    given_by_others,
    is_instalment,
    is_of_either_time,
    speaks_of_another,
)
from extract.certainty.confidence import repaired
from extract.language.language import is_sentence
from models.agreement import Amount, AmountRole
from models.german import find_amounts

# How far (characters) words around an amount speak for it.
BEFORE, AFTER = 220, 160
# Of a sum that the scan parted only the end may have been read: "712 5 90 Euro".
LOOSE_DIGITS = re.compile(r"(?<![\w.,/-])\d{1,3}\s$")


def with_loose_digits(amount: Amount, before: str) -> Amount:
    """A scanned sum right behind digits that stand alone is hardly certain: they may be its beginning."""
    scanned = amount.provenance.origin == "ocr"
    return repaired(amount, exact=not (scanned and LOOSE_DIGITS.search(before)))


@dataclass(frozen=True, slots=True)
class Context:
    """The words of an amount's clause before and behind it, the clause, and where it stands.

    `item`: the text of the list item it stands in. `below_table`: alone below a table, where a total stands.
    `lead`: the words that lead to the list it stands in. `heading`: that of its section.
    `label`: what stands beside, above or below it, if it stands alone.
    """

    before: str
    after: str
    clause: str
    item: str | None
    below_table: bool
    lead: str = ""
    heading: str = ""
    label: str = ""

    @property
    def own_before(self) -> str:
        """What its sentence says before it, and behind any other amount."""
        earlier = find_amounts(self.before)
        return CLAUSE_END.split(self.before[earlier[-1].end :] if earlier else self.before)[-1]

    @property
    def own(self) -> str:
        """What its sentence says of this amount, and not of the one before or behind it."""
        later = find_amounts(self.after)
        after = self.after[: later[0].start] if later else self.after
        line, _, below = after.partition("\n")
        if below[:1].isupper() and is_sentence(below):
            after = line
        return f"{self.own_before} {CLAUSE_END.split(after)[0]}"

    @property
    def is_of_another(self) -> bool:
        """Does it speak of money that is not granted here?"""
        return speaks_of_another(self.before, self.after) or given_by_others(self.own)

    @property
    def is_of_either_time(self) -> bool:
        """May it be money of another time as well as what is granted now?"""
        return is_of_either_time(self.before)


@dataclass(frozen=True, slots=True)
class Heard:
    """An amount of the running text, its role still open; `block` is the number of its block, that of a cell
    lies between two. `part`: it is printed beside a project, or a measure, as the money of it."""

    amount: Amount
    context: Context
    rounded: bool
    block: float
    part: bool = False

    @property
    def is_other(self) -> bool:
        return self.rounded or self.context.is_of_another

    @property
    def is_limit(self) -> bool:
        """Is it a rate, a limit, or money of another time, whoever gives it?"""
        return self.rounded or speaks_of_another(self.context.before, self.context.after)

    @property
    def is_payment(self) -> bool:
        context = self.context
        return not self.part and is_instalment(
            f"{context.lead} {context.before}", context.own, context.heading
        )


def values_in_role(amounts: Iterable[Amount], *roles: AmountRole) -> set[Decimal]:
    return {amount.value for amount in amounts if amount.role in roles}
