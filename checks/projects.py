"""PRJ: measure types and projects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checks.naming import plain_name, same_name
from checks.rule import (
    ArchiveContradiction,
    Context,
    Contradiction,
    agreement_rule,
    archive_rule,
    doubtful,
    spots,
)
from checks.subjects import in_order, recipients
from models.agreement import Agreement, Project
from models.values import Extracted

Placed = tuple[str, Project]
"""A project with its path in the record."""
Listed = tuple[Agreement, str, Project]
"""A project with its record and its path there."""


@agreement_rule(
    "PRJ001",
    "info",
    german="Eine Maßnahmenart steht nicht im Katalog des Programms.",
    english="A measure type is not in the programme's catalogue.",
    why="Die Wortlaute wechseln; eine unbekannte Maßnahmenart lässt sich nicht über die Jahre vergleichen.",
    example="„Sprachförderung“ unter dem Ausbildungs- und Qualifizierungsbudget.",
)
def measures_are_in_the_catalogue(record: Agreement, context: Context) -> Iterator[Contradiction]:
    keys = [key for key in record.programme_key if key]
    known = [measure for key in keys for measure in context.reference.measures_of(key)]
    if not known:
        return
    for index, measure in enumerate(record.measures):
        match = context.reference.match_measure(measure.title.value)
        if match is None or match.entry.programme not in keys:
            yield Contradiction(
                "Diese Maßnahmenart ist im Katalog nicht zu finden.",
                expected="; ".join(one.name for one in known),
                found=measure.title.value,
                fields=(f"measures[{index}].title",),
                spots=spots(measure.title),
            )


@agreement_rule(
    "PRJ003",
    "warning",
    german="Ein Projekt ist zweimal aufgeführt.",
    english="A project is listed twice.",
    why="Doppelt aufgeführte Projekte werden doppelt gezählt und womöglich doppelt gefördert.",
    example="„Lernwerkstatt“ unter Maßnahmenart 1 und 2.",
)
def projects_are_listed_once(record: Agreement, context: Context) -> Iterator[Contradiction]:
    twins = list(listed_twice(record))
    # A name that comes again and again is no project, and one that may be misread no other's twin.
    if len(twins) == 1 and not doubtful(*(project.name for _, project in twins[0])):
        (path, project), (earlier, twin) = twins[0]
        yield Contradiction(
            "Dieses Projekt steht mehr als einmal in der Vereinbarung.",
            found=project.name.value,
            fields=(f"{path}.name", f"{earlier}.name"),
            spots=spots(project.name, twin.name),
        )


@agreement_rule(
    "PRJ004",
    "info",
    german="Unter einer Maßnahmenart steht kein Projekt.",
    english="A measure type without a project.",
    why="Entweder wird sie nicht genutzt, oder die Projekte wurden nicht erkannt.",
    example="4. Weiterbildungsmaßnahmen, darunter nichts.",
)
def measures_have_projects(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for index, measure in enumerate(record.measures):
        if not measure.projects:
            yield Contradiction(
                "Zu dieser Maßnahmenart ist kein Projekt gefunden worden.",
                found=measure.title.value,
                fields=(f"measures[{index}].projects",),
                spots=spots(measure.title),
            )


@agreement_rule(
    "PRJ005",
    "warning",
    german="Ein Projekt hat einen Betrag, steht aber nicht in der Projektliste.",
    english="A project has an amount but is in no list.",
    why="Geld für ein Projekt, das nicht vereinbart ist, oder ein Name in zwei Schreibweisen.",
    example="Die Tabelle nennt „fit4job Plus“, die Liste nur „fit4job“.",
)
def paid_projects_are_listed(record: Agreement, context: Context) -> Iterator[Contradiction]:
    listed = list(_projects(record))
    if not listed:
        return
    for index, amount in enumerate(record.amounts):
        name = amount.project
        if name and not any(same_name(name, project.name.value) for _, project in listed):
            yield Contradiction(
                "Dieses Projekt ist in der Liste der Projekte nicht zu finden.",
                found=name,
                fields=(f"amounts[{index}].project", "measures"),
                spots=spots(amount),
            )


@agreement_rule(
    "PRJ006",
    "warning",
    german="Ein Projekt steht in der Liste, hat aber als einziges keinen Betrag.",
    english="A listed project has no amount although the others have.",
    why="Ein Posten fehlt in der Tabelle, oder der Name ist dort anders geschrieben.",
    example="Vier Projekte in der Liste, drei in der Tabelle der Beträge.",
)
def listed_projects_are_paid(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for path, project in unpaid(record):
        if is_certain(project.name, context):
            yield Contradiction(
                "Für dieses Projekt ist kein Betrag angegeben, für die anderen schon.",
                found=project.name.value,
                fields=(f"{path}.amount",),
                spots=spots(project.name),
            )


RULES = (
    measures_are_in_the_catalogue,
    projects_are_listed_once,
    measures_have_projects,
    paid_projects_are_listed,
    listed_projects_are_paid,
)


@archive_rule(
    "PRJ007",
    "info",
    german="Ein Projekt wechselt von einem Jahr zum anderen die Maßnahmenart.",
    english="A project moves between measures from year to year.",
    why="Wer nach Maßnahmenarten auswertet, zählt es einmal hier, einmal dort.",
    example="„Lernwerkstatt“: 2023 Ausbildungsvorbereitung, 2024 Qualifizierungsprojekte.",
)
def projects_stay_in_their_measure(
    records: Sequence[Agreement], context: Context
) -> Iterator[ArchiveContradiction]:
    history: dict[tuple[str, str], dict[int, dict[str, Listed]]] = defaultdict(lambda: defaultdict(dict))
    for record in in_order(records):
        if record.budget_year is None or not (found := recipients(record)):
            continue
        for index, measure in enumerate(record.measures):
            for number, project in enumerate(measure.projects):
                subject = "+".join(sorted(found)), plain_name(project.name.value)
                listed = (record, f"measures[{index}].projects[{number}]", project)
                if measure.measure_key:
                    history[subject][record.budget_year.value].setdefault(measure.measure_key, listed)
    for years in history.values():
        for earlier, later in pairwise(sorted(years)):
            if years[earlier].keys() & years[later].keys():
                continue
            old, (first, _, _) = next(iter(years[earlier].items()))
            new, (record, path, project) = next(iter(years[later].items()))
            yield ArchiveContradiction(
                (first.document.path, record.document.path),
                Contradiction(
                    "Dieses Projekt stand früher unter einer anderen Maßnahmenart.",
                    expected=f"{_measure_name(old, context)} ({earlier})",
                    found=f"{_measure_name(new, context)} ({later})",
                    fields=(f"{path}.name",),
                    spots=spots(project.name),
                ),
            )


ARCHIVE_RULES = (projects_stay_in_their_measure,)


def _measure_name(key: str, context: Context) -> str:
    measure = context.reference.measure(key)
    return measure.name if measure else key


def unpaid(record: Agreement) -> list[Placed]:
    """Projects without an amount where the others have one."""
    paid = [amount.project for amount in record.amounts if amount.project]
    without: dict[bool, list[Placed]] = defaultdict(list)
    for path, project in _projects(record):
        named = any(same_name(name, project.name.value) for name in paid)
        without[project.amount is None and not named].append((path, project))
    # Tables that price only some projects are common; one or two left out of many are a slip.
    return without[True] if len(without[True]) * 3 <= len(without[False]) else []


def is_certain(name: Extracted[str], context: Context) -> bool:
    """Is it printed so? A name that was misread is in no other list, and may be none."""
    return name.provenance.confidence >= context.settings.review.confidence


def listed_twice(record: Agreement) -> Iterator[tuple[Placed, Placed]]:
    """Each project whose name has stood before, with the one that had it."""
    seen: list[Placed] = []
    for path, project in _projects(record):
        twin = next((one for one in seen if same_name(one[1].name.value, project.name.value)), None)
        if twin is None:
            seen.append((path, project))
        else:
            yield (path, project), twin


def _projects(record: Agreement) -> Iterator[Placed]:
    for measure_index, measure in enumerate(record.measures):
        for index, project in enumerate(measure.projects):
            yield f"measures[{measure_index}].projects[{index}]", project
