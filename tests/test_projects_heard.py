"""Projects that models hear where no rule finds them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from extract.certainty.confidence import REPAIRED
from extract.projects import heard
from extract.projects.extents import names_in
from extract.projects.places import look, places_of
from models.projects import BUCKETS, TraitModel, buckets_of
from models.settings import Settings
from tests.typed_pages import OPENING, typed_agreement, typed_reading
from training.named import taught_by

PAGES = Path(__file__).parent.parent / "training" / "pages"
BEHIND = """
        § 3 Abrechnung

        Der Landkreis legt bis zum 31. März 2023 einen Bericht vor.
"""
DESCRIBED = """
        § 2 Vorhaben des Landkreises

        **Lotsenbüro Musterau**
        Beratung junger Menschen ohne Abschluss, 20 Plätze, Träger Kolpingwerk Musterau e. V.

        **Sprungbrett Handwerk**
        Einführung in Metall und Holz, 12 Plätze, Träger Werkhof gGmbH
"""
CARRIED = """
        § 2 Inhalte

        Die Mittel werden wie folgt eingesetzt:

          –  Lotsenbüro Musterau, Kolpingwerk Musterau e. V., 20 Plätze
          –  Sprungbrett Handwerk, Werkhof gGmbH, 12 Plätze
          –  Zweite Chance Küche, Volkshochschule Musterau, 8 Plätze
"""
DUTIES = """
        § 2 Pflichten

        Der Landkreis sorgt für das Folgende:

          –  Bericht über den Stand der Vorhaben, halbjährlich
          –  Nachweis der Ausgaben, einmal im Jahr
          –  Hinweis auf die Förderung in Veröffentlichungen
"""
LISTED = """
        § 2 Projekte

        Maßnahmenart 1: Ausbildungsvorbereitung

          •  Lotsenbüro Musterau
          •  Sprungbrett Handwerk
"""


def found(text: str) -> dict[str, float]:
    measures = typed_agreement(f"{OPENING}{text}{BEHIND}").measures
    return {
        one.name.value: one.name.provenance.confidence for measure in measures for one in measure.projects
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (DESCRIBED, ["Lotsenbüro Musterau", "Sprungbrett Handwerk"]),
        (CARRIED, ["Lotsenbüro Musterau", "Sprungbrett Handwerk", "Zweite Chance Küche"]),
    ],
)
def test_what_looks_like_projects_is_found_without_who_runs_them(text: str, names: list[str]) -> None:
    assert list(found(text)) == names


@pytest.mark.parametrize("text", [DESCRIBED, CARRIED])
def test_what_is_only_heard_is_doubted(text: str) -> None:
    assert max(found(text).values()) < Settings().review.confidence


def test_what_stands_around_it_makes_it_no_more_certain() -> None:
    """A value of this confidence was repaired: weighing leaves it in doubt."""
    assert set(found(CARRIED).values()) == {REPAIRED}


def test_who_runs_them_is_none_of_them() -> None:
    text = CARRIED.replace("Lotsenbüro Musterau, Kolpingwerk", "Kolpingwerk")
    assert list(found(text)) == ["Sprungbrett Handwerk", "Zweite Chance Küche"]


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("beraten", False),
        ("Beratung", True),
        ("fit4job", True),
        ("S. 30", False),
        ("Art. 4", False),
        ("U. 25 mobil", True),
    ],
)
def test_a_lone_small_word_and_a_place_in_a_law_are_no_names(text: str, is_name: bool) -> None:
    passage = typed_reading(f"{OPENING}        {text}\n").layout.blocks[-1].passage
    assert (heard._project(passage) is not None) == is_name


@pytest.mark.parametrize(
    ("said", "is_name"),
    [
        ("Jugendwerkstatt besteht seit mehr als zehn Jahren", False),
        ("Lernhaus beginnt am Montag", False),
        ("Lernhaus am Bahnhof", True),
    ],
)
def test_what_is_said_of_a_project_is_no_name(said: str, is_name: bool) -> None:
    assert (heard._project(typed_reading(said).layout.blocks[0].passage) is not None) == is_name


def test_a_list_of_duties_names_no_projects() -> None:
    assert not found(DUTIES)


def test_without_a_programme_there_are_none() -> None:
    opening = OPENING.replace(
        "des Ausbildungs- und Qualifizierungsbudgets 2022", "der Hilfe für junge Menschen"
    )
    assert not typed_agreement(f"{opening}{DESCRIBED}{BEHIND}").measures


def test_what_the_rules_found_is_not_added_again() -> None:
    assert list(found(LISTED)) == ["Lotsenbüro Musterau", "Sprungbrett Handwerk"]


def test_a_name_ends_with_the_bracket_it_opened_and_the_sign_of_its_last_word() -> None:
    text = CARRIED.replace("Zweite Chance Küche", "Zweite Chance (verkürzt)").replace(
        "Handwerk,", "Handwerk!,"
    )
    assert list(found(text)) == ["Lotsenbüro Musterau", "Sprungbrett Handwerk!", "Zweite Chance (verkürzt)"]


def test_no_trait_of_a_place_tells_the_words_of_its_name() -> None:
    places = places_of(typed_reading(f"{OPENING}{CARRIED}{BEHIND}"))
    place = next(one for one in places if one.passage.text.startswith("Sprungbrett"))
    assert not any("sprungbrett" in trait.lower() for trait in place.traits)
    assert {"kind item1", "talk plätze", "carrier"} <= place.traits


def test_one_name_after_the_other_is_found_in_a_place() -> None:
    text = """
        § 2 Projekte

        Gefördert werden die Projekte „Lotsenbüro Musterau“ und „Sprungbrett Handwerk“.
"""
    places = list(places_of(typed_reading(f"{OPENING}{text}{BEHIND}")))
    place = next(one for one in places if "Lotsenbüro" in one.passage.text)
    names = [place.passage.text[start:end] for start, end in names_in(place, [])]
    assert names == ["Lotsenbüro Musterau", "Sprungbrett Handwerk"]


def test_a_project_that_a_place_names_twice_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    text = """
        § 2 Projekte

        Gefördert werden „Lotsenbüro Musterau“ und „Sprungbrett Handwerk“; „Lotsenbüro Musterau“ hat Vorrang.
"""
    monkeypatch.setattr(heard, "SURE", 0.0)
    monkeypatch.setattr(heard, "BESIDE", 0.0)
    monkeypatch.setattr(heard, "TITLE_SURE", 1.0)
    measures = heard.with_heard(typed_reading(f"{OPENING}{text}{BEHIND}"), ())
    names = [project.name.value for measure in measures for project in measure.projects]
    assert names[-2:] == ["Lotsenbüro Musterau", "Sprungbrett Handwerk"]


def test_what_is_heard_grows_with_the_weights_of_the_traits() -> None:
    weights = np.zeros(BUCKETS + 1, dtype=np.float32)
    weights[buckets_of(["item"])] = 3.0
    model = TraitModel(weights)
    assert model.heard(["paragraph"]) == 0.5 < model.heard(["item", "paragraph"]) < 1.0


def test_an_empty_text_looks_like_nothing() -> None:
    assert look("") == ("empty",)


def test_a_paper_teaches_where_its_projects_stand() -> None:
    taught = taught_by(PAGES / "pg01.pdf")
    names = json.loads((PAGES / "pg01.gold.json").read_text(encoding="utf-8"))["measures"]
    assert taught.author == "pg"
    assert sum(begins for _, begins in taught.samples["starts"]) == sum(len(one["projects"]) for one in names)
    assert sum(ends for _, ends in taught.samples["ends"]) == sum(len(one["projects"]) for one in names)
    assert 0 < sum(named for _, named in taught.samples["places"]) < len(taught.samples["places"])
    assert sum(title for _, title in taught.samples["titles"]) <= len(names)
