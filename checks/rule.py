"""What a rule is: a pure function with a code, and what an auditor must know of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar

from models.agreement import Agreement
from models.figures import Figure
from models.finding import GRAVITY, Finding, Severity
from models.reference import Reference
from models.settings import Settings
from models.values import Extracted, Spot

DOUBTFUL = 0.5


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules know beside the record, or beside the records.

    `copies` are the records of files whose bytes another file has; they are among no records.
    """

    reference: Reference
    settings: Settings
    figures: tuple[Figure, ...] = ()
    copies: tuple[Agreement, ...] = ()

    @property
    def today(self) -> date:
        """A run sets the day in its settings, so that checking it again finds the same."""
        return self.settings.checks.today or date.today()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What a rule found. Texts are German. `severity` where it is milder or graver than the rule's own.

    `money` is the difference as a sum, where there is one.
    """

    message: str
    expected: str | None = None
    found: str | None = None
    difference: str | None = None
    money: Decimal | None = None
    fields: tuple[str, ...] = ()
    spots: tuple[Spot, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class ArchiveContradiction:
    """What an archive rule found, and the paths of the documents it concerns; none if one is missing.

    The contradiction's fields and spots are those of the last; `elsewhere` are the fields of the others.
    """

    documents: tuple[str, ...]
    contradiction: Contradiction
    elsewhere: tuple[tuple[str, ...], ...] = ()


AgreementCheck = Callable[[Agreement, Context], Iterator[Contradiction]]
ArchiveCheck = Callable[[Sequence[Agreement], Context], Iterator[ArchiveContradiction]]
Check = TypeVar("Check")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Check]):
    """`german` and `english` say what it finds, `why` and `example` (German) what that means."""

    code: str
    severity: Severity
    german: str
    english: str
    why: str
    example: str
    check: Check

    def finding(self, contradiction: Contradiction, settings: Settings) -> Finding:
        return Finding(
            rule=self.code,
            severity=self._severity(contradiction, settings),
            message=contradiction.message,
            expected=contradiction.expected,
            found=contradiction.found,
            difference=contradiction.difference,
            money=abs(contradiction.money) if contradiction.money is not None else None,
            fields=contradiction.fields,
            spots=contradiction.spots,
        )

    def _severity(self, contradiction: Contradiction, settings: Settings) -> Severity:
        """What the user says of the rule; a contradiction that is milder than its rule stays so."""
        said = settings.severities.get(self.code)
        own = contradiction.severity
        if said and own and GRAVITY[own] > GRAVITY[self.severity]:
            return max(said, own, key=GRAVITY.__getitem__)
        return said or own or self.severity


def agreement_rule(
    code: str, severity: Severity, *, german: str, english: str, why: str, example: str
) -> Callable[[AgreementCheck], Rule[AgreementCheck]]:
    """Makes a rule for one record out of the function below it."""
    return lambda check: Rule(code, severity, german, english, why, example, check)


def archive_rule(
    code: str, severity: Severity, *, german: str, english: str, why: str, example: str
) -> Callable[[ArchiveCheck], Rule[ArchiveCheck]]:
    """Makes a rule for a whole archive out of the function below it."""
    return lambda check: Rule(code, severity, german, english, why, example, check)


def percent(share: float) -> str:
    """Rounded down: what is below a threshold must not look as if it reached it."""
    return f"{math.floor(share * 100 + 1e-9)} %"


def doubtful(*values: Extracted[Any] | None) -> bool:
    """Is one of them more likely wrong than right? What builds on it is no fault of the document."""
    return any(value is not None and value.provenance.confidence <= DOUBTFUL for value in values)


def spots(*values: Extracted[Any] | None) -> tuple[Spot, ...]:
    """Where the values are printed; what was not found has no place."""
    return tuple(value.spot for value in values if value is not None)
