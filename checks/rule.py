"""What a rule is: a pure function with a code, and what an auditor must know of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from models.agreement import Agreement
from models.finding import Finding, Severity
from models.reference import Reference
from models.settings import Settings
from models.values import Extracted, Spot


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules know beside the record."""

    reference: Reference
    settings: Settings


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What a rule found. Texts are German. `severity` where it is milder or graver than the rule's own."""

    message: str
    expected: str | None = None
    found: str | None = None
    difference: str | None = None
    fields: tuple[str, ...] = ()
    spots: tuple[Spot, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class ArchiveContradiction:
    """What an archive rule found, and the paths of the documents it concerns; none if one is missing."""

    documents: tuple[str, ...]
    contradiction: Contradiction


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

    def finding(self, contradiction: Contradiction) -> Finding:
        return Finding(
            rule=self.code,
            severity=contradiction.severity or self.severity,
            message=contradiction.message,
            expected=contradiction.expected,
            found=contradiction.found,
            difference=contradiction.difference,
            fields=contradiction.fields,
            spots=contradiction.spots,
        )


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


def spots(*values: Extracted[Any] | None) -> tuple[Spot, ...]:
    """Where the values are printed; what was not found has no place."""
    return tuple(value.spot for value in values if value is not None)
