"""Projects that are told in sentences, whose verbs clamp the names."""

from __future__ import annotations

import pytest

from tests.test_projects_around import BACK, FRONT
from tests.typed_pages import typed_agreement

TOLD = {
    "who does it": """
        Zur Maßnahmenart 1 (Ausbildungsvorbereitung): Die Volkshochschule bietet Lernhaus: Coaching
        an. Das Diakonische Werk richtet mittendrin aus.

        Zur Maßnahmenart 2 (Qualifizierungsprojekte): Der Verein Neuland e. V. führt Neustart 2.0
        (TZ) durch.
    """,
    "one who does several": """
        Ausbildungsvorbereitung: Die Volkshochschule Musterau bietet Lernhaus: Coaching an und führt
        mittendrin durch.

        Qualifizierungsprojekte: Für 12 Personen setzt die Diakonie das Projekt Neustart 2.0 (TZ)
        um.
    """,
    "one clause behind the other": """
        Ausbildungsvorbereitung: Die Volkshochschule bietet Lernhaus: Coaching an, die Diakonie
        führt mittendrin durch.

        Qualifizierungsprojekte: Die Volkshochschule führt Neustart 2.0 (TZ) fort.
    """,
    "an enumeration that is offered": """
        Maßnahmenart 1 „Ausbildungsvorbereitung“: Hier werden Lernhaus: Coaching sowie mittendrin
        angeboten; der Anteil am Budget liegt bei 70.000 Euro.

        Maßnahmenart 2 „Qualifizierungsprojekte“: Hier wird Neustart 2.0 (TZ) angeboten; der Anteil
        am Budget liegt bei 25.500 Euro.
    """,
    "in the year": """
        1. Ausbildungsvorbereitung: Im Jahr 2022 sollen Lernhaus: Coaching und mittendrin
        durchgeführt werden.

        2. Qualifizierungsprojekte: Im Jahr 2022 soll Neustart 2.0 (TZ) durchgeführt werden.
    """,
    "a verb that is not parted": """
        Ausbildungsvorbereitung – Die Volkshochschule Musterau organisiert Lernhaus: Coaching. Die
        Diakonie übernimmt mittendrin.

        Qualifizierungsprojekte – Die Volkshochschule Musterau betreibt Neustart 2.0 (TZ).
    """,
    "projects that somebody carries": """
        Ausbildungsvorbereitung: Lernhaus: Coaching wird von der Volkshochschule getragen, das
        Projekt mittendrin wird vom Diakonischen Werk durchgeführt.

        Qualifizierungsprojekte: Neustart 2.0 (TZ) wird durch die Volkshochschule umgesetzt.
    """,
    "projects that somebody offers": """
        Ausbildungsvorbereitung: Lernhaus: Coaching bietet die Volkshochschule an. Das Projekt
        mittendrin führt das Diakonische Werk durch.

        Qualifizierungsprojekte: Neustart 2.0 (TZ) bietet die Volkshochschule an.
    """,
    "what is paid for them": """
        Zur Maßnahmenart 1 (Ausbildungsvorbereitung): Die Volkshochschule bietet Lernhaus: Coaching
        für 40.000 Euro an. Die Diakonie bietet mittendrin für 30.000 Euro an.

        Zur Maßnahmenart 2 (Qualifizierungsprojekte): Die Volkshochschule bietet Neustart 2.0 (TZ)
        für 25.500 Euro an.
    """,
    "the participle first": """
        Ausbildungsvorbereitung: Umgesetzt werden Lernhaus: Coaching und mittendrin.

        Qualifizierungsprojekte: Umgesetzt wird Neustart 2.0 (TZ).
    """,
    "who is the carrier": """
        Ausbildungsvorbereitung: Die Volkshochschule Musterau ist Trägerin des Projekts Lernhaus:
        Coaching, die Diakonie Trägerin des Projekts mittendrin.

        Qualifizierungsprojekte: Träger von Neustart 2.0 (TZ) ist die Volkshochschule Musterau.
    """,
    "a sentence in every item": """
        1. Ausbildungsvorbereitung
           – Die Volkshochschule Musterau bietet Lernhaus: Coaching an.
           – Die Diakonie führt mittendrin durch.
        2. Qualifizierungsprojekte
           – Die Volkshochschule Musterau bietet Neustart 2.0 (TZ) an.
    """,
    "a measure in the sentence": """
        Im Rahmen der Maßnahmenart 1 (Ausbildungsvorbereitung) führt die Volkshochschule Musterau
        das Projekt Lernhaus: Coaching durch; die Diakonie Beispieltal setzt mittendrin um.

        Im Rahmen der Maßnahmenart 2 (Qualifizierungsprojekte) wird Neustart 2.0 (TZ) fortgeführt.
    """,
}
EXPECTED = [
    ("Ausbildungsvorbereitung", ["Lernhaus: Coaching", "mittendrin"]),
    ("Qualifizierungsprojekte", ["Neustart 2.0 (TZ)"]),
]


@pytest.mark.parametrize("form", TOLD.values(), ids=TOLD.keys())
def test_names_are_read_from_the_clamps_of_sentences_and_doubted(form: str) -> None:
    measures = typed_agreement(FRONT + form + BACK).measures

    found = [(one.title.value, [project.name.value for project in one.projects]) for one in measures]
    assert found == EXPECTED
    assert all(project.name.provenance.confidence < 0.9 for one in measures for project in one.projects)


SAID = {
    "who pays": "Der Landkreis wählt die Träger in eigener Verantwortung aus.",
    "how much": "Hierfür stellt das Land höchstens 40.000 Euro bereit. Es werden 40.000 Euro bewilligt.",
    "how": "Die Träger führen sie nach den Richtlinien durch. Sie werden im Jahr 2022 umgesetzt.",
}


@pytest.mark.parametrize("said", SAID.values(), ids=SAID.keys())
def test_a_sentence_about_something_else_names_no_project(said: str) -> None:
    form = f"""
        Zur Maßnahmenart 1 (Ausbildungsvorbereitung): {said}

        Zur Maßnahmenart 2 (Qualifizierungsprojekte): {said}
    """
    measures = typed_agreement(FRONT + form + BACK).measures

    assert [project.name.value for one in measures for project in one.projects] == []


def test_who_does_it_within_an_enumeration_is_part_of_no_name() -> None:
    form = """
        Zur Maßnahmenart 1, Ausbildungsvorbereitung: Die Volkshochschule Musterau übernimmt Lernhaus und die
        Diakonie Beispieltal mittendrin.

        Zur Maßnahmenart 2, Qualifizierungsprojekte: Die Volkshochschule Musterau übernimmt Neustart.
    """
    measures = typed_agreement(FRONT + form + BACK).measures

    names = [project.name.value for one in measures for project in one.projects]
    assert names == ["Lernhaus", "Neustart"]
