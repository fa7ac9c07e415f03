"""What one reading of the projects says that the other does not."""

from __future__ import annotations

import pytest

from extract.language.passage import Passage
from extract.projects.measure_drafts import Draft
from extract.projects.two_readings import disputed_where_less, doubted_alone
from models.agreement import Project
from models.values import Extracted, Origin, Provenance


def project(name: str, origin: Origin) -> Project:
    where = Provenance(page=1, bbox=(0, 0, 9, 9), origin=origin, confidence=0.99)
    return Project(name=Extracted[str](value=name, text=name, provenance=where))


def draft(*projects: Project) -> Draft:
    return Draft(1, Passage("Ausbildungsvorbereitung", ()), None, list(projects))


@pytest.mark.parametrize(("origin", "sure"), [("text_layer", 0.75), ("ocr", 0.5)])
def test_a_project_that_one_reading_alone_finds_is_doubted_a_scanned_one_disputed(
    origin: Origin, sure: float
) -> None:
    (found,) = doubted_alone(
        [draft(*(project(one, origin) for one in ("Lernhaus", "VHS", "Lernhaus (VHS)")))],
        [draft(project("Lernhaus", origin))],
    )
    assert [one.name.provenance.confidence for one in found.projects] == [0.99, sure, 0.75]


@pytest.mark.parametrize(
    ("told", "sure"),
    [
        ("Lernhaus", 0.99),
        ("a) Lernhaus und Kompass", 0.99),
        ("2. Ausbildungsvorbereitung", 0.99),
        ("12 Plätze", 0.99),
        ("Werkstatt Süd", 0.5),
        ("Lernhaus U25", 0.5),
    ],
)
def test_what_only_the_reading_has_that_explains_less_makes_the_other_doubtful(
    told: str, sure: float
) -> None:
    best = draft(*(project(one, "text_layer") for one in ("Lernhaus", "Kompass")))
    (found,) = disputed_where_less([best], [draft(project(told, "text_layer"))])
    assert [one.name.provenance.confidence for one in found.projects] == [sure, sure]
