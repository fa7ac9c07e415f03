"""The measurement behind the thresholds of models/reference/matching.py."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from models.reference import Entry, Match, Reference
from models.reference.matching import SURE

FOREIGN_BODIES = [
    line
    for line in (Path(__file__).parent / "data" / "foreign_bodies.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if line and not line.startswith("#")
]
FOREIGN_MINISTRIES = [
    "Hessisches Kultusministerium",
    "Hessisches Ministerium der Finanzen",
    "Hessisches Ministerium für Wissenschaft und Kunst",
    "Hessisches Ministerium für Familie, Senioren, Sport, Gesundheit und Pflege",
    "Hessisches Ministerium für Wirtschaft, Energie, Verkehr und Wohnen",
    "Hessisches Ministerium der Justiz",
    "Bayerisches Staatsministerium für Familie, Arbeit und Soziales",
    "Sächsisches Staatsministerium für Soziales",
    "Sächsisches Sozialministerium",
    "Ministerium für Soziales und Integration Baden-Württemberg",
    "Niedersächsisches Ministerium für Soziales, Gesundheit und Gleichstellung",
    "Thüringer Ministerium für Arbeit, Soziales, Gesundheit, Frauen und Familie",
    "Bundesministerium für Arbeit und Soziales",
]
FOREIGN_AUTHORITIES = [
    f"Regierungspräsidium {place}"
    for place in ("Karlsruhe", "Stuttgart", "Tübingen", "Freiburg", "Leipzig", "Dresden", "Chemnitz")
]
MISREADINGS = [
    *(("ß", "B"), ("ß", "ss"), ("ß", "®"), ("ü", "u"), ("ü", "ii"), ("ö", "o"), ("ä", "a"), ("rn", "m")),
    *(("m", "rn"), ("l", "1"), ("l", "I"), ("i", "l"), ("e", "c"), ("c", "e"), ("h", "b"), ("n", "u")),
    *(("u", "n"), ("o", "0"), ("-", " "), (" ", ""), ("-", " - "), ("t", "f"), ("a", "o"), ("k", "l<")),
]
SAMPLES = 10


def damage(name: str, misreadings: int, chance: random.Random) -> str:
    for _ in range(misreadings):
        possible = [(old, new) for old, new in MISREADINGS if old in name]
        old, new = chance.choice(possible)
        places = [index for index in range(len(name)) if name.startswith(old, index)]
        place = chance.choice(places)
        name = name[:place] + new + name[place + len(old) :]
    return name


def outcome(
    match: Callable[[str], Match[Entry] | None], entries: list[tuple[str, str]], misreadings: int
) -> tuple[float, list[str]]:
    """The share of damaged names recognised, and those taken for another entry."""
    chance = random.Random(7)
    hits, wrong, asked = 0, [], 0
    for name, key in entries:
        for _ in range(SAMPLES):
            damaged = damage(name, misreadings, chance)
            found = match(damaged)
            asked += 1
            hits += found is not None and found.entry.key == key
            if found is not None and found.entry.key != key:
                wrong.append(f"{damaged} → {found.entry.name} ({found.score})")
    return hits / asked, wrong


@pytest.fixture(scope="module")
def reference() -> Reference:
    return Reference.load()


@pytest.mark.parametrize(("misreadings", "at_least"), [(0, 1.0), (1, 0.97), (2, 0.88)])
def test_damaged_bodies_are_recognised_and_never_taken_for_another(
    reference: Reference, misreadings: int, at_least: float
) -> None:
    names = [(name, body.key) for body in reference.bodies if body.municipal for name in body.spellings]
    recall, wrong = outcome(reference.match_body, names, misreadings)
    assert recall >= at_least
    assert wrong == []


@pytest.mark.parametrize(("misreadings", "at_least"), [(0, 1.0), (1, 0.8)])
def test_a_damaged_land_is_never_taken_for_another(
    reference: Reference, misreadings: int, at_least: float
) -> None:
    # "Land" itself is recognised to the letter only: it is too short to be guessed.
    names = [(name, body.key) for body in reference.bodies if not body.municipal for name in body.spellings]
    recall, wrong = outcome(reference.match_body, names, misreadings)
    assert recall >= at_least
    assert wrong == []


@pytest.mark.parametrize("name", FOREIGN_BODIES)
def test_a_body_of_another_land_is_not_taken_for_one_of_ours(reference: Reference, name: str) -> None:
    assert reference.match_body(name) is None


@pytest.mark.parametrize("misreadings", [1, 2])
def test_a_damaged_foreign_body_is_never_recognised_for_sure(reference: Reference, misreadings: int) -> None:
    chance = random.Random(11)
    sure = []
    for name in FOREIGN_BODIES:
        for _ in range(SAMPLES):
            damaged = damage(name, misreadings, chance)
            found = reference.match_body(damaged)
            if found and found.score >= SURE:
                sure.append(f"{damaged} → {found.entry.name} ({found.score})")
    assert sure == []


@pytest.mark.parametrize("kind", ["ministries", "programmes", "measures", "offices", "authorities", "kinds"])
@pytest.mark.parametrize(("misreadings", "at_least"), [(0, 1.0), (1, 0.9), (2, 0.75)])
def test_damaged_names_are_recognised_and_never_taken_for_another(
    reference: Reference, kind: str, misreadings: int, at_least: float
) -> None:
    matcher = {
        "ministries": reference.match_ministry,
        "programmes": reference.match_programme,
        "measures": reference.match_measure,
        "offices": reference.match_office,
        "authorities": reference.match_authority,
        "kinds": reference.match_kind,
    }[kind]
    # Two entries of one name (the ministry of 1969 and of 2010) are told apart by date only.
    latest = {name: entry.key for entry in getattr(reference, kind) for name in entry.spellings}
    recall, wrong = outcome(matcher, list(latest.items()), misreadings)
    assert recall >= at_least
    assert wrong == []


@pytest.mark.parametrize("name", FOREIGN_MINISTRIES)
def test_another_ministry_is_not_taken_for_ours(reference: Reference, name: str) -> None:
    assert reference.match_ministry(name) is None


@pytest.mark.parametrize("name", FOREIGN_AUTHORITIES)
def test_another_authority_is_not_taken_for_ours(reference: Reference, name: str) -> None:
    assert reference.match_authority(name) is None
