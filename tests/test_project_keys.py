"""Projects that give but a code for their Maßnahmenart, which a key explains above or below them."""

from __future__ import annotations

import pytest

from models.settings import Review
from tests.test_projects_around import BACK, FRONT
from tests.typed_pages import typed_agreement

KEY = """
          MA 1    Ausbildungsvorbereitung
          MA 2    Qualifizierungsprojekte
"""
FORMS = {
    "grouped by who runs them, the key below": f"""
        Diakonie Beispieltal e. V.
          - Lernhaus (MA 1)
          - Neustart 2.0 (MA 2)
        Volkshochschule Musterau
          - Werkstatt Süd (MA 1)
        {KEY}
    """,
    "grouped by who runs them, the key above, sums behind the code": f"""
        {KEY}
        Diakonie Beispieltal e. V.
          - Lernhaus (MA 1): 40.000 Euro
          - Neustart 2.0 (MA 2): 25.000,00 Euro
        Volkshochschule Musterau
          - Werkstatt Süd (MA 1): 30.000 Euro
    """,
    "a column of codes in a table by who runs them": f"""
        {KEY}
        +--------------------------+------------------------+-----+-----------+
        | Träger                   | Projekt                | MA  | TN        |
        +--------------------------+------------------------+-----+-----------+
        | Diakonie Beispieltal     | Lernhaus               | 1   | 12        |
        +--------------------------+------------------------+-----+-----------+
        |                          | Neustart 2.0           | 2   | 8         |
        +--------------------------+------------------------+-----+-----------+
        | Volkshochschule Musterau | Werkstatt Süd          | 1   | 15        |
        +--------------------------+------------------------+-----+-----------+
    """,
    "a column before the projects, by a name that a legend explains": """
        Kz.       Projekt           Plätze       Betrag in Euro

        1         Lernhaus              12            40.000,00
        1         Werkstatt Süd         15            30.000,00
        2         Neustart 2.0           8            25.000,00
                  Summe                               95.000,00

        Kz. = Kennzahl der Maßnahmenart:
          1 = Ausbildungsvorbereitung
          2 = Qualifizierungsprojekte
    """,
    "Roman codes explained by a sign of equality": """
        Lernhaus, Maßnahmenart I
        Neustart 2.0, Maßnahmenart II
        Werkstatt Süd, Maßnahmenart I

        Es bedeuten: I = Ausbildungsvorbereitung, II = Qualifizierungsprojekte.
    """,
    "the title of a key over two lines": """
          MA 1    Ausbildungsvorbereitung
          MA 2    Qualifizierungsprojekte zur Arbeitsmarktintegration und
                  Fachkräftesicherung

          - Lernhaus / MA 1
          - Neustart 2.0 / MA 2
          - Werkstatt Süd / MA 1
    """,
    "each with its code, in a paragraph for each who runs them": f"""
        {KEY}
        - Volkshochschule Musterau: Lernhaus (MA 1), Neustart 2.0 (MA 2)
        - Diakonie Beispieltal e. V.: Werkstatt Süd (MA 1)
    """,
    "each with its code in a sentence, the key below": """
        Es bestehen die Projekte Lernhaus (Nr. 1), Neustart 2.0 (Nr. 2)
        und Werkstatt Süd (Nr. 1).

        Nr. 1: Ausbildungsvorbereitung; Nr. 2: Qualifizierungsprojekte.
    """,
    "each with a letter as code and its sum in the bracket": """
        A) Ausbildungsvorbereitung
        B) Qualifizierungsprojekte

        Diakonie Beispieltal: Lernhaus [zu A; 40.000 Euro]; Neustart 2.0 [zu B]

        Volkshochschule Musterau: Werkstatt Süd [zu A; 30.000 Euro]
    """,
    "a key as table with a column of its own for the codes": """
        +-----+---------------------------+
        | MA  | Maßnahmenart              |
        +-----+---------------------------+
        | 1   | Ausbildungsvorbereitung   |
        +-----+---------------------------+
        | 2   | Qualifizierungsprojekte   |
        +-----+---------------------------+

        - Volkshochschule Musterau: Lernhaus (MA 1; 40.000 Euro), Neustart 2.0
          (MA 2; 25.000 Euro)
        - Diakonie Beispieltal e. V.: Werkstatt Süd (MA 1; 30.000 Euro)
    """,
}


@pytest.mark.parametrize("form", FORMS)
def test_projects_belong_where_their_code_says(form: str) -> None:
    record = typed_agreement(FRONT + FORMS[form] + BACK)
    found = {
        (measure.number, measure.measure_key, project.name.value)
        for measure in record.measures
        for project in measure.projects
    }
    first, second = (None, None) if "a letter as code" in form else (1, 2)
    assert {(number, name) for number, _, name in found} == {
        (first, "Lernhaus"),
        (first, "Werkstatt Süd"),
        (second, "Neustart 2.0"),
    }
    assert None not in {key for _, key, _ in found}


@pytest.mark.parametrize(
    "form",
    [
        "grouped by who runs them, the key above, sums behind the code",
        "a key as table with a column of its own for the codes",
    ],
)
def test_the_sum_behind_a_code_is_that_of_the_project(form: str) -> None:
    record = typed_agreement(FRONT + FORMS[form] + BACK)
    sums = {p.name.value: p.amount.value for m in record.measures for p in m.projects if p.amount is not None}
    assert {name: int(value) for name, value in sums.items()} == {
        "Lernhaus": 40000,
        "Werkstatt Süd": 30000,
        "Neustart 2.0": 25000,
    }


def test_a_name_without_a_code_is_not_taken_into_the_next_one_in_silence() -> None:
    form = f"""
        {KEY}
        - Lernhaus, Werkstatt Süd (MA 1), Neustart 2.0 (MA 2)
    """
    names = [
        one.name for measure in typed_agreement(FRONT + form + BACK).measures for one in measure.projects
    ]
    right = {"Lernhaus", "Werkstatt Süd", "Neustart 2.0"}
    assert all(name.value in right or name.provenance.confidence < Review().confidence for name in names)


CERTAIN_OR_DOUBTED = {
    "Gefördert werden Lernhaus (MA 1), Werkstatt Süd (MA 1) und\n        Neustart 2.0 (MA 2).": {
        (1, "Lernhaus", True),
        (1, "Werkstatt Süd", True),
        (2, "Neustart 2.0", True),
    },
    "Lernhaus (MA 1 und MA 2), Neustart 2.0 (MA 2)": {
        (1, "Lernhaus", False),
        (2, "Lernhaus", False),
        (2, "Neustart 2.0", True),
    },
    "Lernhaus (MA 1 und 2): 40.000 Euro, Neustart 2.0 (MA 2)": {
        (1, "Lernhaus", False),
        (2, "Lernhaus", False),
        (2, "Neustart 2.0", True),
    },
    "Küche (MA 1) seit 2019, Neustart 2.0 (MA 2)": {(1, "Küche", False), (2, "Neustart 2.0", True)},
}


@pytest.mark.parametrize("listed", CERTAIN_OR_DOUBTED)
def test_no_name_with_a_code_is_lost_and_one_of_which_more_is_said_is_doubted(listed: str) -> None:
    measures = typed_agreement(FRONT + f"{KEY}\n        {listed}\n" + BACK).measures
    found = {
        (one.number, project.name.value, project.name.provenance.confidence >= Review().confidence)
        for one in measures
        for project in one.projects
    }
    assert found == CERTAIN_OR_DOUBTED[listed]
    assert all(project.amount is None for one in measures for project in one.projects)


def test_a_count_beside_a_project_is_no_sum_of_it() -> None:
    record = typed_agreement(FRONT + FORMS["a column of codes in a table by who runs them"] + BACK)
    assert all(project.amount is None for measure in record.measures for project in measure.projects)


NUMBERED = f"""
        {KEY}
        {{head}}       Projekt           Plätze       Betrag in Euro

        1         Lernhaus              12            40.000,00
        2         Neustart 2.0           8            25.000,00
    """


@pytest.mark.parametrize(
    ("head", "legend", "is_code"),
    [("Kz.", "Kz. = Kennzahl der Maßnahmenart", True), ("Kz.", "", False), ("Nr.", "", False)],
)
def test_numbers_that_stand_once_before_projects_may_count_these(
    head: str, legend: str, is_code: bool
) -> None:
    form = NUMBERED.format(head=head) + f"\n        {legend}\n"
    record = typed_agreement(FRONT + form + BACK)
    found = {
        (one.measure_key, project.name.value, project.name.provenance.confidence >= Review().confidence)
        for one in record.measures
        for project in one.projects
    }
    assert {(key, name) for key, name, certain in found if certain or is_code} == (
        {("aqb-1", "Lernhaus"), ("aqb-3", "Neustart 2.0")} if is_code else set()
    )


def test_a_code_that_nothing_explains_is_no_title_in_silence() -> None:
    form = """
        +------------------------+-----+-----------+
        | Projekt                | MA  | TN        |
        +------------------------+-----+-----------+
        | Lernhaus               | 1   | 12        |
        +------------------------+-----+-----------+
        | Neustart 2.0           | 2   | 8         |
        +------------------------+-----+-----------+
    """
    titles = [measure.title for measure in typed_agreement(FRONT + form + BACK).measures]
    assert [title.value for title in titles] == ["1", "2"]
    assert all(title.provenance.confidence < Review().confidence for title in titles)


def test_names_that_are_those_of_carriers_are_never_certain() -> None:
    form = """
        Maßnahmenart 1: Ausbildungsvorbereitung
          - Diakonie Beispieltal e. V.
          - Campus Musterau gGmbH
          - Volkshochschule Probestadt
        Maßnahmenart 2: Qualifizierungsprojekte
          - Neustart 2.0
    """
    record = typed_agreement(FRONT + form + BACK)
    names = [project.name for project in record.measures[0].projects]
    assert all(name.provenance.confidence < Review().confidence for name in names)
