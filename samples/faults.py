"""Faults planted on purpose. The gold keeps what is printed and names the finding that must come."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from samples.scenario import Measure, Scenario, bodies

Fault = Callable[[Scenario, random.Random], Scenario]


class FaultDoesNotFit(ValueError):
    """The scenario has nothing this fault could spoil (no table to add up, no second signer …)."""


def _found(
    s: Scenario, fault: str, rule_group: str, fields: tuple[str, ...]
) -> tuple[dict[str, object], ...]:
    return (*s.findings, {"rule_group": rule_group, "fault": fault, "fields": list(fields)})


def wrong_sum(s: Scenario, rng: random.Random) -> Scenario:
    """The total is not what its components add up to."""
    if s.budget not in ("by_measure", "by_project", "by_year", "two_programmes"):
        raise FaultDoesNotFit(s.budget)
    delta = Decimal(rng.choice((-1, 1)) * rng.choice((100, 1_000, 5_000, 10_000)))
    return replace(s, total=s.total + delta, findings=_found(s, "wrong_sum", "SUM", ("total",)))


def transposed_digits(s: Scenario, rng: random.Random) -> Scenario:
    """Two neighbouring digits of the printed total changed places."""
    if s.budget not in ("by_measure", "by_project", "by_year", "two_programmes", "in_words"):
        raise FaultDoesNotFit(s.budget)
    digits = list(str(int(s.total)))
    spots = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1] and digits[i + 1] != "0"]
    if not spots:
        raise FaultDoesNotFit("all digits alike")
    i = rng.choice(spots)
    digits[i], digits[i + 1] = digits[i + 1], digits[i]
    total = Decimal("".join(digits)) + s.total % 1
    return replace(s, total=total, findings=_found(s, "transposed_digits", "SUM", ("total",)))


def figures_against_words(s: Scenario, rng: random.Random) -> Scenario:
    """The amount spelled out is another than the one in figures."""
    if s.words_value is None:
        raise FaultDoesNotFit(s.budget)
    other = s.words_value + Decimal(rng.choice((1_000, 10_000, 30_000, 100_000)))
    return replace(s, words_value=other, findings=_found(s, "figures_against_words", "SUM", ("in_words",)))


def wrong_year(s: Scenario, rng: random.Random) -> Scenario:
    """The clause on the money speaks of another year than the title."""
    if s.budget == "amendment":
        raise FaultDoesNotFit(s.budget)
    return replace(
        s,
        clause_year=s.year + rng.choice((-1, 1)),
        findings=_found(s, "wrong_year", "DAT", ("budget_year", "amounts")),
    )


def other_party_signs(s: Scenario, rng: random.Random) -> Scenario:
    """Under the recipient's signature stands a body that is no party."""
    index = next(i for i, signer in enumerate(s.signers) if signer.party == 1)
    keys = {party.key for party in s.recipients}
    others = [b for b in bodies(s.year) if b.key not in keys and b.gender == s.recipients[0].gender]
    other = rng.choice(others)
    signers = tuple(
        replace(signer, organisation=other) if signer.party == 1 else signer for signer in s.signers
    )
    return replace(
        s,
        signers=signers,
        findings=_found(s, "other_party_signs", "PAR", (f"signatories[{index}].organisation",)),
    )


def missing_signature(s: Scenario, rng: random.Random) -> Scenario:
    """Nobody signed for the recipient: the line is there, name and pen are not."""
    index = next(i for i, signer in enumerate(s.signers) if signer.party == 1)
    signers = tuple(
        replace(signer, person=None, day=None, date_text=None) if signer.party == 1 else signer
        for signer in s.signers
    )
    return replace(
        s, signers=signers, findings=_found(s, "missing_signature", "SIG", (f"signatories[{index}].name",))
    )


def missing_date(s: Scenario, rng: random.Random) -> Scenario:
    """A signature without a date."""
    index = rng.randrange(len(s.signers))
    signers = tuple(
        replace(signer, day=None, date_text=None) if i == index else signer
        for i, signer in enumerate(s.signers)
    )
    return replace(
        s, signers=signers, findings=_found(s, "missing_date", "SIG", (f"signatories[{index}].date",))
    )


def impossible_date(s: Scenario, rng: random.Random) -> Scenario:
    """A day that no calendar has."""
    index = rng.randrange(len(s.signers))
    year = s.year
    text = rng.choice((f"31.06.{year}", f"30.02.{year}", f"31.9.{year}", f"12.13.{year}"))
    signers = tuple(
        replace(signer, day=None, date_text=text, date_style="typed") if i == index else signer
        for i, signer in enumerate(s.signers)
    )
    return replace(
        s, signers=signers, findings=_found(s, "impossible_date", "DAT", (f"signatories[{index}].date",))
    )


def section_gap(s: Scenario, rng: random.Random) -> Scenario:
    """A section number is skipped."""
    return replace(
        s,
        section_gap_after=1 if s.amendment else rng.randint(1, 3),
        findings=_found(s, "section_gap", "DOC", ("sections",)),
    )


def project_twice(s: Scenario, rng: random.Random) -> Scenario:
    """The same project stands in the list twice."""
    if s.amendment or s.budget == "by_project":
        raise FaultDoesNotFit(s.budget)
    source = rng.randrange(len(s.measures))
    project = rng.choice(s.measures[source].projects)
    target = rng.randrange(len(s.measures))
    measures: list[Measure] = list(s.measures)
    measures[target] = replace(measures[target], projects=(*measures[target].projects, project))
    return replace(s, measures=tuple(measures), findings=_found(s, "project_twice", "PRJ", ("measures",)))


def another_amount(s: Scenario, rng: random.Random) -> Scenario:
    """The same agreement with another amount: only the archive as a whole can tell."""
    if s.budget not in ("one_line", "running_text"):
        raise FaultDoesNotFit(s.budget)
    other = s.total + Decimal(rng.choice((1_000, 2_500, 10_000, 45_000)))
    return replace(s, total=other, findings=_found(s, "another_amount", "ARC", ("total",)))


FAULTS: dict[str, Fault] = {
    fault.__name__: fault
    for fault in (
        wrong_sum,
        transposed_digits,
        figures_against_words,
        wrong_year,
        other_party_signs,
        missing_signature,
        missing_date,
        impossible_date,
        section_gap,
        project_twice,
        another_amount,
    )
}
