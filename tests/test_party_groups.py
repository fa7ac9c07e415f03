"""Several parties that share one noun: who they are, and what of such a list is no name."""

from __future__ import annotations

import pytest

from models.agreement import Party
from models.settings import Review
from tests.test_parties import BODY
from tests.typed_pages import typed_agreement


def parties(who: str) -> tuple[Party, ...]:
    front = f"""
        Kooperationsvereinbarung zwischen dem Land Hessen und {who}
        über die gemeinsame Beratungsstelle
    """
    return typed_agreement(front + BODY).parties[1:]


GROUPS = {
    "den Städten Neustadt an der Weinstraße, St. Ingbert und Linden": [
        "Stadt Neustadt an der Weinstraße",
        "Stadt St. Ingbert",
        "Stadt Linden",
    ],
    "den Städten Neustadt a.d. Aisch, Homburg v.d.Höhe und Linden": [
        "Stadt Neustadt a.d. Aisch",
        "Stadt Homburg v.d.Höhe",
        "Stadt Linden",
    ],
    "den Gemeinden Kirchheim unter Teck und Sulzbach vor der Rhön": [
        "Gemeinde Kirchheim unter Teck",
        "Gemeinde Sulzbach vor der Rhön",
    ],
    "den Städten Linden (nachfolgend „Stadt L“), Tanne und Erle": [
        "Stadt Linden",
        "Stadt Tanne",
        "Stadt Erle",
    ],
    "den Städten Linden – vertreten durch die Bürgermeisterin –, Tanne und Erle": [
        "Stadt Linden",
        "Stadt Tanne",
        "Stadt Erle",
    ],
    "den Städten Linden, Am Markt 2, 34999 Linden, Tanne und Erle": [
        "Stadt Linden",
        "Stadt Tanne",
        "Stadt Erle",
    ],
    "den Städten Linden, Tanne und Erle, beide im Tal": ["Stadt Linden", "Stadt Tanne", "Stadt Erle"],
    "den Städten Linden, vertreten durch den Bürgermeister und den Kämmerer, und Tanne": [
        "Stadt Linden",
        "Stadt Tanne",
    ],
    "den Städten Linden und Tanne (gemeinsam Träger)": ["Stadt Linden", "Stadt Tanne"],
}


@pytest.mark.parametrize("who", GROUPS)
def test_each_of_those_that_share_a_noun_is_a_party(who: str) -> None:
    assert [party.name.value for party in parties(who)] == GROUPS[who]


@pytest.mark.parametrize(
    "who",
    [
        "den Städten Linden & Tanne",
        "den Städten 1. Linden, 2. Tanne und 3. Erle",
        "den Städten Linden, Tanne und weiteren Kommunen",
        "den Universitäten Linden",
        "den Städten und Gemeinden Linden, Tanne und Erle",
    ],
)
def test_a_list_that_is_not_understood_is_never_cut_in_silence(who: str) -> None:
    (party,) = parties(who)
    assert party.name.provenance.confidence < Review().confidence


def test_two_nouns_that_several_share_are_not_declined() -> None:
    (party,) = parties("den kreisangehörigen Städten und Gemeinden Linden, Tanne und Erle")
    assert party.name.value == "Städten und Gemeinden Linden, Tanne und Erle"


@pytest.mark.parametrize("subject", ["über ein gemeinsames Archiv", "über eine gemeinsame Fachstelle"])
def test_where_a_place_lies_represents_nobody(subject: str) -> None:
    front = f"""
        Vereinbarung zwischen dem Land Hessen und der Stadt Bad Homburg v. d. Höhe
        {subject}
    """
    city = typed_agreement(front + BODY).parties[1]
    assert (city.name.value, city.representative) == ("Stadt Bad Homburg v. d. Höhe", None)


COMPANY = """
                         Gesellschaftsvertrag
                 der Wirtschaftsförderung Muster GmbH

        {}
"""


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "Gesellschafter: Probetalkreis, Stadt Musterau, Sparkasse Musterland",
            ["Probetalkreis", "Stadt Musterau", "Sparkasse Musterland"],
        ),
        (
            "Die Vertragsparteien: der Landkreis Fulda, die Stadt Fulda und der Verein Hilfe e. V.",
            ["Landkreis Fulda", "Stadt Fulda", "Verein Hilfe e. V."],
        ),
        ("Beteiligte: Landkreis Fulda sowie Gemeinde Musterau.", ["Landkreis Fulda", "Gemeinde Musterau"]),
        ("Gesellschafter: natürliche Personen, Vereine und Verbände", []),
        ("Mitglieder des Aufsichtsrats: Stadt Musterau, Stadt Probetal", []),
    ],
)
def test_a_line_lists_who_agrees_behind_what_they_are_together(line: str, names: list[str]) -> None:
    found = typed_agreement(COMPANY.format(line) + BODY).parties
    assert [party.name.value for party in found] == names


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Stadt Musterau, Amt für Jugend und Familie", "Stadt Musterau"),
        ("Stadt Musterau, Dezernat für Soziales, Bildung und Sport", "Stadt Musterau"),
        ("Verein für Sport, Ehrenamt und Kultur", "Verein für Sport, Ehrenamt und Kultur"),
    ],
)
def test_a_part_of_a_body_is_not_of_its_name(printed: str, name: str) -> None:
    front = f"""
        Zuwendungsgeber:      Landkreis Fulda

        Zuwendungsempfänger:  {printed}
"""
    assert typed_agreement(front + BODY).parties[1].name.value == name
