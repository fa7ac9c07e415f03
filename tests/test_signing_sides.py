"""For whom and where those sign who share a heading, a line of places, or the part of a body they head."""

from __future__ import annotations

from datetime import date

import pytest

from models.settings import Review
from models.values import Extracted
from tests.test_signatories import signatories, signed


def told(value: Extracted[str] | None) -> str | None:
    """What is told, with a question mark where a person has to look."""
    if value is None:
        return None
    return value.value + "?" * (value.provenance.confidence < Review().confidence)


FOUR = """
        Musterau, den 18. April 2022

        {0:35}Stadt Musterau

        Rolf Muster                        Horst Beispiel
        Landrat                            Bürgermeister

        {1:35}{2}

        Elke Probe                         Alois Muster
        Bürgermeisterin                    Vorsitzender des Vorstandes
"""


@pytest.mark.parametrize(
    ("village", "bank"),
    [
        ("Verbandsgemeinde Probetal", "Kreissparkasse Musterau"),
        ("Samtgemeinde Probetal", "Handwerkskammer Musterau"),
        ("Thüringer Landesverwaltungsamt", "Diakonisches Werk Musterau"),
    ],
)
def test_whoever_is_called_a_body_signs_two_by_two(village: str, bank: str) -> None:
    found = signed(FOUR.format("Landkreis Groß-Gerau", village, bank))
    assert [(one.name, one.organisation) for one in found] == [
        ("Rolf Muster", "Landkreis Groß-Gerau"),
        ("Elke Probe", village),
        ("Horst Beispiel", "Stadt Musterau"),
        ("Alois Muster", bank),
    ]


@pytest.mark.parametrize("name", ["Heike Neustadt", "Peter Markt", "Dr. Anna Kirche", "Holger Bischofswerk"])
def test_who_is_called_like_a_body_is_a_person_all_the_same(name: str) -> None:
    block = f"""
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022

        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration

        Heike Muster                         {name}
        Staatsministerin                     Landrat
    """
    assert [one.name for one in signed(block)] == ["Heike Muster", name]


@pytest.mark.parametrize(
    ("head", "below"),
    [("Für den Kreis", "Landkreis Groß-Gerau"), ("Für die Gemeinde:", "Samtgemeinde Probetal")],
)
def test_what_kind_of_body_heads_a_column_gives_way_to_which_it_is(head: str, below: str) -> None:
    block = f"""
        Für das Land                         {head}
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Erster Beigeordneter
        Hessisches Ministerium für           {below}
        Soziales und Integration
    """
    assert [one.organisation for one in signed(block)][1] == below


def test_the_body_below_a_person_is_not_of_who_signs_for_another() -> None:
    block = """
        Für den Landkreis Groß-Gerau

        Groß-Gerau, den 9. September 2022
        Adil Beispiel
        Landrat
        Lernhaus Probetal e. V.

        Probetal, den 10. September 2022
        Heike Muster
        Vorsitzende
    """
    assert signed(block)[0].organisation == "Landkreis Groß-Gerau"


@pytest.mark.parametrize(
    ("places", "where"),
    [
        ("Wiesbaden und Groß-Gerau", ["Wiesbaden", "Groß-Gerau"]),
        ("Groß-Gerau und Wiesbaden", ["Wiesbaden", "Groß-Gerau"]),
        ("Wiesbaden/Groß-Gerau", ["Wiesbaden", "Groß-Gerau"]),
        ("Wiesbaden und Riedstadt", ["Wiesbaden", "Riedstadt?"]),
        ("Probetal und Riedstadt", ["Probetal und Riedstadt?", "Probetal und Riedstadt?"]),
        ("Wiesbaden", ["Wiesbaden", "Wiesbaden"]),
        ("Saalfeld/Saale", ["Saalfeld/Saale", "Saalfeld/Saale"]),
    ],
)
def test_of_several_places_each_has_the_own_seat(places: str, where: list[str]) -> None:
    block = f"""
                        {places}, den 3. Mai 2022

        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
    """
    assert [told(one.place) for one in signatories(block)] == where


@pytest.mark.parametrize(
    ("office", "organisation"),
    [
        ("Kreisbeigeordnete", "Landkreis Groß-Gerau"),
        ("Leiterin der Volkshochschule", "Landkreis Groß-Gerau?"),
        ("Staatsministerin", None),
    ],
)
def test_who_signs_elsewhere_below_another_signs_for_the_same_body(
    office: str, organisation: str | None
) -> None:
    block = f"""
        Landkreis Groß-Gerau

        Groß-Gerau, 27.11.2022
        Adil Beispiel, Landrat

        Riedstadt, 28.11.2022
        Heike Muster, {office}
    """
    assert told(signatories(block)[1].organisation) == organisation


@pytest.mark.parametrize(
    ("printed", "office"),
    [
        (
            "Unterabteilungsleiterin im Bundesministerium für Digitales und Verkehr",
            "Unterabteilungsleiterin",
        ),
        ("Leiterin des Fachbereichs Jugend", "Leiterin des Fachbereichs Jugend"),
    ],
)
def test_an_office_in_a_ministry_is_one(printed: str, office: str) -> None:
    block = f"""
        Für das Land Hessen
        Wiesbaden, den 25. Mai 2022
        Heike Muster
        {printed}

        Für den Landkreis Groß-Gerau
        Groß-Gerau, den 9. Juni 2022
        Adil Beispiel
        Landrat
    """
    assert [one.function for one in signed(block)] == [office, "Landrat"]


def test_a_body_of_one_word_goes_on_with_its_place() -> None:
    block = """
        Groß-Gerau, den 3. April 2022

        Landkreis Groß-Gerau              Kreishandwerkerschaft
                                          Groß-Gerau

        Adil Beispiel                     Heike Muster
        Landrat                           Geschäftsführerin
    """
    assert [one.organisation for one in signed(block)] == [
        "Landkreis Groß-Gerau",
        "Kreishandwerkerschaft Groß-Gerau",
    ]


BESIDE_TWO = """
        {0}

        {1:26}Heike Muster            Adil Beispiel
        2022
                                  {2:24}{3}

        Stadt Probestadt

        Groß-Gerau, den 9. Mai    Rolf Probe              Elke Vorlage
        2022
                                  Bürgermeister           Erster Stadtrat
"""


def test_the_day_beside_two_who_sign_for_a_body_is_that_of_both() -> None:
    found = signed(
        BESIDE_TWO.format(
            "Landkreis Groß-Gerau", "Groß-Gerau, den 9. Mai", "Landrätin", "Erster Beigeordneter"
        )
    )
    assert [(one.name, one.organisation, one.place, one.date) for one in found] == [
        (name, body, "Groß-Gerau", date(2022, 5, 9))
        for body, names in (
            ("Landkreis Groß-Gerau", ("Heike Muster", "Adil Beispiel")),
            ("Stadt Probestadt", ("Rolf Probe", "Elke Vorlage")),
        )
        for name in names
    ]


def test_a_body_for_which_nobody_signs_keeps_its_day_beside_another() -> None:
    found = signed("""
        Landkreis Groß-Gerau                 Stadt Probestadt
        Groß-Gerau, den 9. Mai 2022

        Heike Muster                         Rolf Probe
        Landrätin                            Bürgermeister
""")
    assert [(one.name, one.date) for one in found] == [
        ("Heike Muster", date(2022, 5, 9)),
        ("Rolf Probe", None),
    ]
