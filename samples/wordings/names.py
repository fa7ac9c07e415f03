"""Project names as providers give them: with quotes, brackets, target groups, abbreviations."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.scenario import Scenario

FORMS = (
    "{name}",
    "{name}",
    "BaE kooperativ - {name}",
    "Projekt „{name}“",
    "{name} [Modul A]",
    "Coaching „{name}“ für junge Eltern",
    "{name} (Hotel- und Gaststättengewerbe)",
    "Sprach- und Berufscoaching {name}",
    "PiA/{name}",
    "BvB-Pro {name}",
    "{name} – Werkstattjahr",
    "AGH plus – {name}",
)
HELD_OUT_FORMS = (
    "{name}",
    "{name} – Teilprojekt 2",
    "JobStart: {name}",
    "Lehrgang {name} (6 Monate)",
    "{name} / Bewerbung",
    "Haus der Jugend – {name}",
    "WiR-Werkstatt „{name}“",
    "{name} [verlängert]",
    "Teilqualifizierung {name}",
    "Mobile Beratung {name}",
)
"""For the families of the test split alone."""


def fuller_names(s: Scenario, forms: tuple[str, ...] = FORMS) -> Scenario:
    """The same agreement with fuller project names; a project named twice keeps one name."""

    def full(name: str) -> str:
        return random.Random(f"{s.year}/{s.deadline}/{name}").choice(forms).format(name=name)

    return replace(
        s,
        measures=tuple(
            replace(m, projects=tuple(replace(p, name=full(p.name)) for p in m.projects)) for m in s.measures
        ),
    )
