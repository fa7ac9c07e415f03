"""Who agrees with whom: typed title pages of all kinds."""

from __future__ import annotations

import pytest

from extract.parties.grants import GIVES, PROMOTES
from models.agreement import Party
from models.settings import Review
from tests.typed_pages import typed_agreement, typed_pages

BODY = """

        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab. Sie berichten einander zum Ende jedes Halbjahres über den
        Stand der Vorhaben, und zwar in der Form, die das Land ihnen jeweils vorgibt.
"""
MINISTRY = "Hessisches Ministerium für Soziales und Integration"


def parties(front: str, body: str = BODY) -> tuple[Party, ...]:
    return typed_agreement(front + body).parties


def named(front: str, body: str = BODY) -> list[tuple[str, str, str | None]]:
    return [(party.role, party.name.value, party.registry_key) for party in parties(front, body)]


def test_ministry_and_county_of_a_centred_title() -> None:
    front = """
                                 Zielvereinbarung
                                     zwischen
               dem Hessischen Ministerium für Soziales und Integration
                                       und
                             dem Landkreis Groß-Gerau
        zur Umsetzung des Ausbildungs- und Qualifizierungsbudgets 2022
    """
    first, second = named(front)
    assert first[:2] == ("grantor", MINISTRY)
    assert second == ("recipient", "Landkreis Groß-Gerau", "06433000")


def test_a_name_may_run_over_several_lines_and_be_hyphenated() -> None:
    front = """
                             Zielvereinbarung
                                 zwischen
                      dem Hessischen Ministerium für
                     Arbeit, Integration, Jugend und
                                 Soziales
                                   und
                   dem Landkreis Marburg-
                               Biedenkopf
                über das Arbeitsmarktbudget des Jahres 2025
    """
    assert [name for _, name, _ in named(front)] == [
        "Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales",
        "Landkreis Marburg-Biedenkopf",
    ]


def test_parties_of_one_running_sentence() -> None:
    front = """
        Zielvereinbarung zwischen dem Land Hessen, vertreten durch das Hessische
        Ministerium für Soziales und Integration, und dem Wetteraukreis, vertreten
        durch den Kreisausschuss, zur Umsetzung des Ausbildungs- und Qualifizie-
        rungsbudgets 2022
    """
    land, county = parties(front)
    assert (land.role, land.name.value) == ("grantor", "Land Hessen")
    assert land.representative is not None
    assert land.representative.text == "das Hessische Ministerium für Soziales und Integration"
    assert (county.role, county.name.value) == ("recipient", "Wetteraukreis")
    assert county.representative is not None
    assert county.representative.text == "den Kreisausschuss"


def test_a_representation_in_brackets_or_on_its_own_line() -> None:
    front = """
                             Zielvereinbarung
                                 zwischen
                             dem Land Hessen
                   (vertreten durch das Hessische Sozialministerium)
                                   und
                          dem Vogelsbergkreis,
                   vertreten durch den Kreisausschuss,
                über das Arbeitsmarktbudget des Jahres 2012
    """
    land, county = parties(front)
    assert land.name.value == "Land Hessen"
    assert land.representative is not None
    assert land.representative.text == "das Hessische Sozialministerium"
    assert county.name.value == "Vogelsbergkreis"
    assert county.representative is not None
    assert county.representative.text.startswith("den Kreisausschuss")


@pytest.mark.parametrize("by", ["ivertreten durch", "wertreter durch", "vertreten Uurch"])
def test_a_representation_is_known_through_the_edge_of_a_stamp(by: str) -> None:
    front = f"""
        Zielvereinbarung zwischen dem Land Hessen, {by} das Hessische
        Ministerium für Soziales und Integration, und dem Wetteraukreis zur Um-
        setzung des Ausbildungs- und Qualifizierungsbudgets 2022
    """
    land = parties(front)[0]
    assert (land.name.value, land.name.text) == ("Land Hessen", "dem Land Hessen")
    assert land.representative is not None


def test_who_represents_by_name_and_office_is_no_party() -> None:
    front = """
        Zielvereinbarung zwischen dem Hessischen Ministerium für Soziales und
        Integration und dem Landkreis Kassel, vertreten durch den Landrat Adil
        Beispiel und die Erste Kreisbeigeordnete Jana Probe, zur Umsetzung des
        Ausbildungs- und Qualifizierungsbudgets 2022
    """
    found = parties(front)
    assert [party.name.value for party in found] == [MINISTRY, "Landkreis Kassel"]
    assert found[1].representative is not None
    assert (
        found[1].representative.text == "den Landrat Adil Beispiel und die Erste Kreisbeigeordnete Jana Probe"
    )


@pytest.mark.parametrize(
    "introduced",
    [
        "(HMSI)",
        "(im Folgenden: HMSI)",
        "(im Folgenden HMSI genannt)",
        "(nachfolgend „HMSI“)",
        "(nachfolgend „HMSI“ genannt)",
        "– im Folgenden HMSI genannt –",
        "(kurz: HMSI)",
    ],
)
def test_an_abbreviation_is_read_where_it_is_introduced(introduced: str) -> None:
    front = f"""
                             Zielvereinbarung
                                 zwischen
         dem Hessischen Ministerium für Soziales und Integration
                       {introduced}
                                   und
                        dem Landkreis Groß-Gerau
                über das Arbeitsmarktbudget des Jahres 2022
    """
    first, second = parties(front)
    assert first.name.value == MINISTRY
    assert first.abbreviation is not None
    assert first.abbreviation.value == "HMSI"
    assert second.abbreviation is None


def test_an_abbreviation_may_be_introduced_in_the_body() -> None:
    front = """
                             Zielvereinbarung
                                 zwischen
         dem Hessischen Ministerium für Soziales und Integration
                                   und
                        dem Landkreis Groß-Gerau
                über das Arbeitsmarktbudget des Jahres 2022
    """
    body = """

        Die Richtlinien des Hessischen Ministeriums für Soziales und Integration
        (HMSI) gelten in der jeweils gültigen Fassung auch für alle Träger, die an
        den Vorhaben mitwirken und Mittel erhalten.
    """
    first = parties(front, body)[0]
    assert first.abbreviation is not None
    assert first.abbreviation.value == "HMSI"


def test_a_role_name_in_quotes_is_no_abbreviation() -> None:
    front = """
        Zielvereinbarung zwischen dem Land Hessen (nachfolgend „Land“ genannt) und
        dem Landkreis Groß-Gerau (nachfolgend „Landkreis“ genannt) zur Umsetzung des
        Ausbildungs- und Qualifizierungsbudgets 2022
    """
    found = parties(front)
    assert [party.name.value for party in found] == ["Land Hessen", "Landkreis Groß-Gerau"]
    assert [party.abbreviation for party in found] == [None, None]


def test_three_parties_with_commas() -> None:
    front = """
                             Zielvereinbarung
                                 zwischen
         dem Hessischen Ministerium für Soziales und Integration,
                        dem Landkreis Groß-Gerau
                                   und
                      der Wissenschaftsstadt Darmstadt
                über das Arbeitsmarktbudget des Jahres 2022
    """
    assert [(role, name) for role, name, _ in named(front)] == [
        ("grantor", MINISTRY),
        ("recipient", "Landkreis Groß-Gerau"),
        ("recipient", "Wissenschaftsstadt Darmstadt"),
    ]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("dem Magistrat der Stadt Kassel", "Stadt Kassel"),
        ("der documenta-Stadt Kassel", "Stadt Kassel"),
        ("dem Kreisausschuss des Landkreises Kassel", "Landkreis Kassel"),
        ("dem Kreis Offenbach", "Kreis Offenbach"),
        ("der Stadt Offenbach am Main", "Stadt Offenbach am Main"),
        ("der Stadt Frankfurt a. M.", "Stadt Frankfurt am Main"),
        ("dem Main - Kinzig - Kreis", "Main-Kinzig-Kreis"),
        ("dem Landkreis GroB-Gerau", "Landkreis Groß-Gerau"),
        ("dem Werra-Meiiner-Kreis", "Werra-Meißner-Kreis"),
    ],
)
def test_bodies_are_known_through_grammar_and_misreading(printed: str, name: str) -> None:
    front = f"""
                             Zielvereinbarung
                                 zwischen
         dem Hessischen Ministerium für Soziales und Integration
                                   und
                      {printed}
                über das Arbeitsmarktbudget des Jahres 2022
    """
    found = parties(front)[1]
    assert (found.role, found.name.value) == ("recipient", name)
    assert found.match_score is not None
    assert 0.8 <= found.match_score <= 1


def test_an_unlike_match_is_less_certain_than_one_to_the_letter() -> None:
    def score(county: str) -> float:
        front = f"""
        Zielvereinbarung zwischen dem Hessischen Ministerium für Soziales und
        Integration und dem {county} zur Umsetzung des
        Ausbildungs- und Qualifizierungsbudgets 2022
    """
        found = parties(front)[1].match_score
        assert found is not None
        return found

    assert score("Werra-Meiiner-Kreis") < score("Werra-Meißner-Kreis") == 1


def test_an_address_is_no_part_of_the_name() -> None:
    front = """
        Zielvereinbarung zwischen dem Hessischen Ministerium für Soziales und
        Integration, Musterstraße 12, 65187 Wiesbaden, und dem Landkreis Groß-Gerau,
        Probeweg 4, 64521 Groß-Gerau, zur Umsetzung des Ausbildungs- und Quali-
        fizierungsbudgets 2022
    """
    assert [name for _, name, _ in named(front)] == [MINISTRY, "Landkreis Groß-Gerau"]


def test_parties_that_are_in_no_list_are_read_as_printed_in_the_nominative() -> None:
    front = """
                        Kooperationsvereinbarung
                                 zwischen
                  dem Bayerischen Staatsministerium der Justiz
                                   und
                        der Stadt Musterhausen
                   über die gemeinsame Beratungsstelle
    """
    found = parties(front)
    assert [party.name.value for party in found] == [
        "Bayerisches Staatsministerium der Justiz",
        "Stadt Musterhausen",
    ]
    assert [party.registry_key for party in found] == [None, None]
    assert [party.match_score for party in found] == [None, None]


def test_parties_without_a_grantor_among_them_have_no_roles() -> None:
    front = """
                     Öffentlich-rechtliche Vereinbarung
                                 zwischen
                        dem Landkreis Groß-Gerau
                                   und
                      der Wissenschaftsstadt Darmstadt
                     über die gemeinsame Leitstelle
    """
    assert [(role, name) for role, name, _ in named(front)] == [
        ("party", "Landkreis Groß-Gerau"),
        ("party", "Wissenschaftsstadt Darmstadt"),
    ]


def test_the_year_tells_which_of_several_ministries_an_abbreviation_means() -> None:
    front = """
                             Zielvereinbarung
               Ausbildungs- und Qualifizierungsbudget 2025

        1 Grundsätze

        Das HMSI und der Landkreis Groß-Gerau stimmen ihre Angebote miteinander ab.
    """
    assert sorted((role, name) for role, name, _ in named(front)) == [
        ("grantor", "Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales"),
        ("recipient", "Landkreis Groß-Gerau"),
    ]


def test_without_a_zwischen_the_ministry_and_the_body_named_are_the_parties() -> None:
    front = """
                             Zielvereinbarung
               Ausbildungs- und Qualifizierungsbudget 2022

                           Landkreis Groß-Gerau
              Hessisches Ministerium für Soziales und Integration
    """
    assert sorted((role, name) for role, name, _ in named(front)) == [
        ("grantor", MINISTRY),
        ("recipient", "Landkreis Groß-Gerau"),
    ]


def test_a_text_that_names_nobody_has_no_parties() -> None:
    assert parties("\n        Vermerk\n") == ()


def test_a_zwischen_in_the_body_makes_no_parties() -> None:
    front = """
                             Zielvereinbarung
                                 zwischen
         dem Hessischen Ministerium für Soziales und Integration
                                   und
                        dem Landkreis Groß-Gerau
                über das Arbeitsmarktbudget des Jahres 2022
    """
    body = """

        § 1 Gegenstand

        Die Abstimmung zwischen dem Jobcenter und dem Jugendamt wird in jedem Jahr
        neu vereinbart und dem Land vorgelegt.

        § 2 Schluss

        Die Vereinbarung tritt mit der letzten Unterschrift in Kraft und gilt ein Jahr.
    """
    assert [name for _, name, _ in named(front, body)] == [MINISTRY, "Landkreis Groß-Gerau"]


def test_a_sentence_that_begins_with_an_article_is_no_party() -> None:
    front = """
        Zielvereinbarung zwischen dem Hessischen Ministerium für Soziales und
        Integration und dem Kreis Offenbach
    """
    body = """

        Die Mittel helfen jungen Menschen, die auf dem Weg in eine Ausbildung mehr
        Begleitung brauchen, als Schule und Betrieb ihnen allein geben können.

        1. Mittel

        Das Land stellt Mittel nach Maßgabe des Bescheids zur Verfügung.
    """
    assert [name for _, name, _ in named(front, body)] == [MINISTRY, "Kreis Offenbach"]


def test_the_name_points_to_the_printed_words() -> None:
    front = """
                             Zielvereinbarung
                                 zwischen
         dem Hessischen Ministerium für Soziales und Integration
                                   und
                        dem Landkreis Groß-Gerau
                über das Arbeitsmarktbudget des Jahres 2022
    """
    first, second = parties(front)
    assert "Hessischen Ministerium für Soziales und Integration" in first.name.text
    assert "Landkreis Groß-Gerau" in second.name.text
    assert first.name.provenance.bbox[3] < second.name.provenance.bbox[1]


@pytest.mark.xfail(strict=True, reason="a stamp that is read between the lines of the title joins a name")
def test_a_received_stamp_between_the_parties_is_no_part_of_a_name() -> None:
    front = """
                             Zielvereinbarung
                                 zwischen
                        EINGEGANGEN 22. MRZ. 2022
         dem Hessischen Ministerium für Soziales und Integration
                                   und
                        dem Landkreis Groß-Gerau
                über das Arbeitsmarktbudget des Jahres 2022
    """
    assert [(role, name) for role, name, _ in named(front)] == [
        ("grantor", MINISTRY),
        ("recipient", "Landkreis Groß-Gerau"),
    ]


@pytest.mark.parametrize(
    ("front", "names"),
    [
        (
            """
        Das Land Hessen, vertreten durch das Hessische Ministerium für Soziales und Integration,
        nachfolgend Land genannt, und der Landkreis Fulda, vertreten durch den Kreisausschuss,
        schließen folgende Zielvereinbarung:
            """,
            ["Land Hessen", "Landkreis Fulda"],
        ),
        (
            """
        Zielvereinbarung 2022

        Zuwendungsgeber:     Hessisches Ministerium für Soziales und Integration
        Zuwendungsempfänger: Landkreis Fulda
            """,
            [MINISTRY, "Landkreis Fulda"],
        ),
        (
            """
        Zielvereinbarung 2022

        1. Land Hessen, vertreten durch das Hessische Ministerium für Soziales und Integration
        2. Landkreis Fulda, vertreten durch den Kreisausschuss
            """,
            ["Land Hessen", "Landkreis Fulda"],
        ),
    ],
)
def test_parties_that_no_between_introduces_are_found_by_their_names(front: str, names: list[str]) -> None:
    body = """

        § 1 Mittel

        Das Land stellt im Jahr 2022 insgesamt 500.000 Euro zur Verfügung, damit Menschen
        ohne Abschluss eine Ausbildung beginnen können.
    """
    assert [name for _, name, _ in named(front, body)] == names


def test_parties_in_dashes_with_their_boards_before_them() -> None:
    front = """
                                 Zielvereinbarung

        geschlossen von
        – dem Hessischen Ministerium für Soziales und Integration
        – dem Kreisausschuss des Landkreises Fulda
    """
    assert [(role, name) for role, name, _ in named(front)] == [
        ("grantor", MINISTRY),
        ("recipient", "Landkreis Fulda"),
    ]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("des Landkreises Fulda", "Landkreis Fulda"),
        ("des Kreises Offenbach", "Kreis Offenbach"),
        ("des Wetteraukreises", "Wetteraukreis"),
        ("des Main-Kinzig-Kreises", "Main-Kinzig-Kreis"),
    ],
)
def test_a_body_is_known_in_the_genitive(printed: str, name: str) -> None:
    front = f"""
                                 Zielvereinbarung

        des Hessischen Ministeriums für Soziales und Integration
        mit dem Kreisausschuss {printed}
    """
    assert [(role, name) for role, name, _ in named(front)] == [("grantor", MINISTRY), ("recipient", name)]


def test_a_table_of_two_columns_names_the_parties() -> None:
    front = """
                                 Zielvereinbarung

        Zuwendungsgeber           Hessisches Ministerium für Soziales und Integration
        Zuwendungsempfänger       Landkreis Fulda
    """
    assert [(role, name) for role, name, _ in named(front)] == [
        ("grantor", MINISTRY),
        ("recipient", "Landkreis Fulda"),
    ]


def test_a_ruled_table_names_the_parties() -> None:
    front = """
                                 Zielvereinbarung

        +----------------------+-------------------------------------------+
        | Zuwendungsgeber      | Hessisches Ministerium für Soziales und   |
        |                      | Integration                               |
        +----------------------+-------------------------------------------+
        | Zuwendungsempfänger  | Landkreis Fulda                           |
        +----------------------+-------------------------------------------+
    """
    assert [(role, name) for role, name, _ in named(front)] == [
        ("grantor", MINISTRY),
        ("recipient", "Landkreis Fulda"),
    ]


def test_a_table_with_figures_may_name_the_parties() -> None:
    front = """
                                 Zielvereinbarung

        +----------------------+-------------------------------------------+
        | Zuwendungsgeber      | Hessisches Ministerium für Soziales und   |
        |                      | Integration                               |
        +----------------------+-------------------------------------------+
        | Zuwendungsempfänger  | Landkreis Fulda                           |
        +----------------------+-------------------------------------------+
        | Betrag               |                              500.000,00 € |
        +----------------------+-------------------------------------------+
    """
    found = typed_agreement(front + BODY)
    assert [(one.role, one.name.value) for one in found.parties] == [
        ("grantor", MINISTRY),
        ("recipient", "Landkreis Fulda"),
    ]
    assert [(int(one.value), one.role) for one in found.amounts] == [(500_000, "total")]


def test_a_party_is_named_once_and_half_a_name_of_a_ministry_is_doubted() -> None:
    record = typed_agreement("""
        Zielvereinbarung

        zwischen

        dem Hessischen Ministerium für Soziales

        und

        der Stadt Kassel

        § 1 Anliegen

        Das Land und die Stadt Kassel verfolgen gemeinsam das Anliegen, mehr junge Menschen auszubilden.
    """)
    ministry, city = record.parties
    assert ministry.name.provenance.confidence < Review().confidence <= city.name.provenance.confidence


@pytest.mark.parametrize("stamped", ["MRZ. 2016", "1 5. JUNI", "13. APR 20"])
def test_the_date_of_a_stamp_among_the_lines_of_a_title_is_no_party(stamped: str) -> None:
    record = typed_agreement(f"""
        Zielvereinbarung

        zwischen

        {stamped}

        dem Hessischen Ministerium für Soziales und Integration

        und

        der Stadt Kassel

        § 1 Anliegen

        Mehr junge Menschen sollen einen Beruf erlernen und ihren Platz in der Region finden.
    """)
    assert [party.name.value for party in record.parties][-1] == "Stadt Kassel"
    assert not any(stamped in party.name.value for party in record.parties)


ROLES = {
    "the fields of a form": (
        """
        Zielvereinbarung 2018

        1. Angaben zu den Beteiligten

        Zuwendungsgeber
        Hessisches Ministerium für Soziales und Integration

        Zuwendungsempfänger 1
        Werra-Meißner-Kreis

        Zuwendungsempfänger 2
        Landkreis Marburg-Biedenkopf

        2. Förderung

        Das Budget für die Vorhaben des Jahres 2018 wird in zwei Raten ausgezahlt.
        """,
        {
            "Hessisches Ministerium für Soziales und Integration": "grantor",
            "Werra-Meißner-Kreis": "recipient",
            "Landkreis Marburg-Biedenkopf": "recipient",
        },
    ),
    "the fields of a form beside each other": (
        """
        Zielvereinbarung

        1   Stammdaten

        Mittelgeber            Land Hessen
        vertreten durch        Hessisches Ministerium für Soziales und Integration
        Gebietskörperschaft 1  Werra-Meißner-Kreis
        vertreten durch        Kreisausschuss
        Gemeindeschlüssel      06636000
        Kontakt                Frau Heike Muster, Tel. 05651 000-123
        Gebietskörperschaft 2  Landkreis Marburg-Biedenkopf
        Budgetjahr             2018

        2   Förderung

        Das Budget für die Vorhaben des Jahres 2018 wird in zwei Raten ausgezahlt.
        """,
        {
            "Land Hessen": "grantor",
            "Werra-Meißner-Kreis": "recipient",
            "Landkreis Marburg-Biedenkopf": "recipient",
        },
    ),
    "fields of other names": (
        """
        Zielvereinbarung 2018

        Gebietskörperschaft       Werra-Meißner-Kreis
        Anschrift                 Schlossplatz 1, 37269 Eschwege
        Zuschussgeber             Land Hessen, vertreten durch das Hessische Ministerium
                                  für Soziales und Integration

        1. Förderung

        Das Budget für die Vorhaben des Jahres 2018 wird in zwei Raten ausgezahlt.
        """,
        {"Werra-Meißner-Kreis": "recipient", "Land Hessen": "grantor"},
    ),
    "a sentence of the first section": (
        """
        Zielvereinbarung 2012

        1 Wer

        Das Hessische Sozialministerium, die Stadt Offenbach am Main und der
        Rheingau-Taunus-Kreis einigen sich wie folgt.

        2 Wozu

        Das Budget soll junge Menschen in Ausbildung bringen und sie dort halten.
        """,
        {
            "Hessisches Sozialministerium": "grantor",
            "Stadt Offenbach am Main": "recipient",
            "Rheingau-Taunus-Kreis": "recipient",
        },
    ),
    "a stamp between the lines": (
        """
        Zielvereinbarung

        zwischen dem

        EINGEGANGEN

        Land Hessen

        und

        dem Landkreis Kassel

        § 1 Anliegen

        Die Fördermittel sollen junge Menschen in Ausbildung bringen und sie dort halten.
        """,
        {"Land Hessen": "grantor", "Landkreis Kassel": "recipient"},
    ),
    "several that give, called so behind the last of them": (
        """
        Fördervertrag

        Das Land Hessen, vertreten durch das Ministerium für Kultur, und der Wetteraukreis,
        vertreten durch den Landrat,
                                                          – Zuwendungsgeber –
        sowie die Stiftung Museum Musterau gGmbH, vertreten durch ihre Geschäftsführer,
                                                          – Zuwendungsempfängerin –
        kommen überein:

        § 1 Förderung

        Die Zuwendungsgeber fördern die Zuwendungsempfängerin im Jahr 2025 mit 640.000 Euro.
        """,
        {
            "Land Hessen": "grantor",
            "Wetteraukreis": "grantor",
            "Stiftung Museum Musterau gGmbH": "recipient",
        },
    ),
    "a Land whose grant is named by a compound": (
        """
        Nachtragsvereinbarung
        1. Hessisches Ministerium für Soziales und Integration
        2. Landkreis Kassel

        Die Beteiligten sind sich einig:

        § 1 Neue Landeszuwendung

        Die Landeszuwendung steigt auf 596.920 Euro.
        """,
        {"Hessisches Ministerium für Soziales und Integration": "grantor", "Landkreis Kassel": "recipient"},
    ),
    "those who pay their parts, one of them for the work": (
        """
        Verwaltungsvereinbarung
        zwischen
        dem Land Hessen, vertreten durch das Ministerium für Verkehr,
        und
        der Stadt Kassel, vertreten durch den Magistrat,
        der Stadt Fulda, vertreten durch den Magistrat,

        § 1 Kosten

        Das Land zahlt seinen Anteil in zwei Raten von 400.000 Euro und 300.000 Euro. Die Stadt
        Kassel erhält für ihren Verwaltungsaufwand eine einmalige Pauschale von 24.000 Euro.
        """,
        {"Land Hessen": "party", "Stadt Kassel": "party", "Stadt Fulda": "party"},
    ),
}


@pytest.mark.parametrize("case", ROLES)
def test_who_gives_and_who_receives(case: str) -> None:
    text, roles = ROLES[case]
    found = {party.name.value: party.role for party in typed_agreement(text).parties}
    assert found == roles


def test_a_field_below_tells_who_acts_for_a_party() -> None:
    text, _ = ROLES["the fields of a form beside each other"]
    acting = [party.representative and party.representative.value for party in typed_agreement(text).parties]
    assert acting == ["Hessisches Ministerium für Soziales und Integration", "Kreisausschuss", None]


def test_a_recipient_that_cannot_be_read_leaves_the_grantor_its_role() -> None:
    record = typed_agreement("""
        Zielvereinbarung

        zwischen

        dem Hessischen Ministerium für Soziales und Integration

        und

        dem Hochtaunug ißiniengagn

        § 1 Anliegen

        Die Fördermittel sollen junge Menschen in Ausbildung bringen und sie dort halten.
    """)
    assert [party.role for party in record.parties] == ["grantor", "recipient"]


def test_a_ministry_that_acts_for_somebody_unread_is_doubted() -> None:
    record = typed_agreement("""
        Zielvereinbarung 2014

        Beteiligte

        Larid Bessen, vertreten durch das Hessische Ministerium für Soziales und Integration

        Landkreis Waldeck-Frankenberg

        1. Förderung

        Die Fördermittel sollen junge Menschen in Ausbildung bringen und sie dort halten.
    """)
    assert record.parties[0].name.provenance.confidence < Review().confidence


@pytest.mark.parametrize("read", ["Hamburg,", "Hamburg."])
def test_a_full_stop_before_a_small_letter_is_a_comma_that_was_misread(read: str) -> None:
    record = typed_agreement(f"""
                                 Staatsvertrag
        Das Land Berlin,
        die Freie und Hansestadt {read}
        das Land Hessen
        und der Freistaat Thüringen
        schließen nachstehenden Staatsvertrag:

        § 1 Aufgabe
{BODY}""")
    assert len(record.parties) == 4


def test_a_woman_in_the_name_of_a_society_represents_nobody() -> None:
    record = typed_agreement(f"""
                          Kooperationsvereinbarung
                                  zwischen
           dem Vogelsbergkreis, vertreten durch den Kreisausschuss,
                der Frauenhilfe Exempelhausen e. V., Exempelhausen
                                    und
             dem Jugendhilfeverein Probestadt e. V., Beispieltal

        § 1 Zweck
{BODY}""")
    assert [party.name.value for party in record.parties] == [
        "Vogelsbergkreis",
        "Frauenhilfe Exempelhausen e. V.",
        "Jugendhilfeverein Probestadt e. V.",
    ]


@pytest.mark.parametrize("stamped", ["EIN", "Posteingang", "01 Posteingang", "EINGANG RP"])
def test_what_is_read_of_a_stamp_is_no_party(stamped: str) -> None:
    record = typed_agreement(f"""
                              Zielvereinbarung
                                  zwischen
           dem Hessischen Ministerium für Soziales und Integration
                                    und

                                           {stamped}

                           dem Kreis Bergstraße

        § 1 Zweck
{BODY}""")
    assert [party.name.value for party in record.parties] == [MINISTRY, "Kreis Bergstraße"]


def test_the_whole_name_of_a_ministry_says_which_one_an_abbreviation_means() -> None:
    record = typed_agreement(f"""
        HMSI / Wetzlar

        Zielvereinbarung für das Jahr 2025

        Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales

        Lahn-Dill-Kreis
{BODY}""")
    assert record.parties[0].name.value == (
        "Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales"
    )


@pytest.mark.parametrize(("confidence", "certain"), [(0.5, False), (0.97, True)])
def test_a_ministry_behind_a_land_and_unreadable_words_may_act_for_it(
    confidence: float, certain: bool
) -> None:
    pages = typed_pages(
        f"""
        Hessisches Ministerium für Soziales und Integration

        Zielvereinbarung

        Das Land Hessen, lufth das Hessische Ministerium für Soziales und Integration
        im Weiteren: Land nd die Stadt Frankfurt am Main

        § 1 Zweck
{BODY}""",
        origin="ocr",
        confidence=0.97,
        doubtful={"lufth": confidence},
    )
    ministry = next(party for party in typed_agreement(pages).parties if "Ministerium" in party.name.value)
    assert (ministry.name.provenance.confidence > 0.5) == certain


def test_what_a_party_is_called_in_brackets_beside_its_name_is_no_party() -> None:
    front = """
                             Zielvereinbarung
        Zwischen   dem Hessischen Ministerium für Soziales und   (Geldgeber)
                   Integration (HMSI)

        und        dem Landkreis Groß-Gerau                      (Ausführende)
    """
    assert not [name for _, name, _ in named(front) if name.startswith("(")]


@pytest.mark.parametrize(
    ("first", "second", "sentence", "roles"),
    [
        (
            "der Bundesrepublik Deutschland, nachstehend „Bund“ genannt",
            "dem Land Hessen und dem Freistaat Bayern",
            "Der Bund stellt den Ländern nach seinem Haushalt Mittel von 12.000 Euro zur Verfügung.",
            ["grantor", "recipient", "recipient"],
        ),
        (
            "der Stadt Musterhausen",
            "dem Kulturverein Musterhausen e. V.",
            "Die Stadt fördert den Verein mit einem Zuschuss von 12.000 Euro.",
            ["grantor", "recipient"],
        ),
        (
            "der Hochschule Musterstadt",
            "dem Ministerium für Wissenschaft des Landes Sachsen-Anhalt",
            "Nach dem Beschluss stellt das Land der Hochschule Mittel von 12.000 Euro bereit.",
            ["recipient", "grantor"],
        ),
        (  # an abbreviation is a name, too, and two fields of one ministry are no two bodies
            "dem Ministerium für Wissenschaft und Wirtschaft (MWW)",
            "der Hochschule Musterstadt",
            "Das MWW stellt der Hochschule Mittel von 12.000 Euro bereit.",
            ["grantor", "recipient"],
        ),
        (
            "dem Landkreis Musterland und der Stadt Musterhausen",
            "der Jugendwerk Muster gGmbH, nachfolgend Träger genannt",
            "Der Träger erhält vom Landkreis und von der Stadt Zuschüsse von 12.000 Euro.",
            ["grantor", "grantor", "recipient"],
        ),
        (  # papers are a condition here
            "der Stadt Musterhausen",
            "dem Kulturverein Musterhausen e. V.",
            "Die Stadt zahlt dem Verein nach Vorlage aller Belege einen Zuschuss von 12.000 Euro.",
            ["grantor", "recipient"],
        ),
        (  # paid for a service
            "dem Landkreis Musterland",
            "der Stadt Musterhausen",
            "Die Stadt zahlt dem Landkreis für die Prüfung ein Entgelt von 12.000 Euro.",
            ["party", "party"],
        ),
        (
            "dem Landkreis Musterland",
            "der Stadt Musterhausen",
            "Die Stadt zahlt dem Landkreis für die Wahrnehmung der Aufgabe jährlich 12.000 Euro.",
            ["party", "party"],
        ),
        (  # paid for what is taken over
            "dem Landkreis Musterland",
            "der Stadt Musterhausen",
            "Für Geräte und Bücher zahlt der Landkreis der Stadt einen Ausgleich von 12.000 Euro.",
            ["party", "party"],
        ),
        (  # of somebody else
            "der Stadt Musterhausen",
            "dem Kulturverein Musterhausen e. V.",
            "Die Stadt erhält für die Halle von der Musterbank Fördermittel von 12.000 Euro.",
            ["party", "party"],
        ),
        (  # each its share
            "der Stadt Frankfurt am Main",
            "dem Landkreis Fulda und dem Vogelsbergkreis",
            "Es erhalten die Stadt Frankfurt am Main 2.500 Euro, der Landkreis Fulda 9.000 Euro und der "
            "Vogelsbergkreis 7.000 Euro.",
            ["party", "party", "party"],
        ),
        (  # one of them by another name
            "dem Odenwaldkreis",
            "dem Landkreis Fulda und dem Vogelsbergkreis",
            "Es erhalten der Kreis Odenwald 2.500 Euro, der Landkreis Fulda 9.000 Euro und der "
            "Vogelsbergkreis 7.000 Euro.",
            ["party", "party", "party"],
        ),
        (
            "dem Land Niedersachsen",
            "dem Freistaat Thüringen",
            "Im Jahr zahlen das Land Niedersachsen 20.000 Euro und der Freistaat Thüringen 6.700 Euro.",
            ["party", "party"],
        ),
        (  # each pays a share of what they do together
            "dem Land Niedersachsen",
            "dem Freistaat Thüringen",
            "Zu zahlen haben im Jahr das Land Niedersachsen 200 Euro und der Freistaat Thüringen 70 Euro.",
            ["party", "party"],
        ),
        (
            "der Stadt Musterhausen",
            "dem Kulturverein Musterhausen e. V.",
            "Zu zahlen hat die Stadt 12.000 Euro, der Verein 4.000 Euro.",
            ["party", "party"],
        ),
        (
            "der Stadt Musterhausen",
            "dem Landkreis Musterland",
            "Die Stadt zahlt jährlich einen Betrag von 200 Euro in die gemeinsame Kasse.",
            ["party", "party"],
        ),
        (
            "dem Landkreis Musterland",
            "dem Kreis Probeland",
            "Der Landkreis Musterland zahlt 200 Euro. Der Kreis Probeland zahlt 300 Euro.",
            ["party", "party"],
        ),
        (  # each says it of the other
            "der Stadt Musterhausen",
            "dem Kulturverein Musterhausen e. V.",
            "Die Stadt gewährt dem Verein 500 Euro. Der Verein gewährt der Stadt 300 Euro.",
            ["party", "party"],
        ),
    ],
)
def test_sentences_tell_who_gives_and_who_receives(
    first: str, second: str, sentence: str, roles: list[str]
) -> None:
    text = f"""
                                  Vertrag
                                 zwischen
        {first}
                                    und
        {second}

        § 1 Gegenstand

        {sentence}
"""
    found = typed_agreement(text).parties
    assert [party.role for party in found] == roles
    assert all(party.name.provenance.confidence >= Review().confidence for party in found)


UNIVERSITY = "der Universität Musterstadt"
CLUB = "dem Kulturverein Musterhausen e. V."


@pytest.mark.parametrize(
    ("others", "sentence", "roles"),
    [
        (  # who hands back what is left, or tells how it was spent, received it
            UNIVERSITY,
            "Die Universität zahlt dem Land nicht verbrauchte Mittel binnen eines Monats zurück.",
            ["party", "party"],
        ),
        (
            UNIVERSITY,
            "Das Land erhält von der Universität jährlich einen Nachweis über die Verwendung der Mittel.",
            ["party", "party"],
        ),
        (
            UNIVERSITY,
            "Die Universität stellt dem Land alle Unterlagen über die Mittel zur Verfügung.",
            ["party", "party"],
        ),
        (
            UNIVERSITY,
            "Das Land erhält von der Universität auf Verlangen einen Bericht über die Mittel.",
            ["party", "party"],
        ),
        (  # a condition tells of another act
            UNIVERSITY,
            "Die Zuwendung wird gewährt, wenn die Universität dem Land ihren Bedarf zeigt.",
            ["party", "party"],
        ),
        (
            UNIVERSITY,
            "Die Mittel werden bewilligt, sobald die Universität dem Land Pläne über 50.000 Euro vorlegt.",
            ["party", "party"],
        ),
        (
            UNIVERSITY,
            "Die Universität erhält 50.000 Euro, die vom Land gewährt werden.",
            ["grantor", "recipient"],
        ),
        (  # one sentence, and no amount
            UNIVERSITY,
            "Das Land stellt der Universität nach seinem Haushalt Mittel zur Verfügung.",
            ["grantor", "recipient"],
        ),
        (  # what is handed on
            f"{UNIVERSITY} und {CLUB}",
            "Das Land gewährt der Universität 50.000 Euro. Die Universität gewährt dem Verein 20.000 Euro.",
            ["grantor", "party", "recipient"],
        ),
    ],
)
def test_no_role_is_told_by_what_is_said_of_another_act(others: str, sentence: str, roles: list[str]) -> None:
    found = typed_agreement(f"""
                                  Vertrag
                                 zwischen
        dem Land Sachsen-Anhalt
                                    und
        {others}

        § 1 Gegenstand

        {sentence}
""").parties
    assert [party.role for party in found] == roles
    certain = "50.000 Euro" in sentence and "party" not in roles
    with_roles = [party for party in found if party.role != "party"]
    assert all((one.name.provenance.confidence >= Review().confidence) == certain for one in with_roles)


def test_a_sentence_that_never_ends_is_read_in_time() -> None:
    endless = "stellt weist unterstützt " * 2000
    assert not GIVES.search(endless)
    assert not PROMOTES.search(endless)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("dem freien Träger Lernhaus e. V.", "Träger Lernhaus e. V."),
        ("dem überörtlichen Träger der Sozialhilfe Musterland", "Träger der Sozialhilfe Musterland"),
        ("der Gemeinde Linden zur Zusammenarbeit in der Ausbildung", "Gemeinde Linden"),
        ("der Lernhaus gGmbH zur Förderung junger Menschen", "Lernhaus gGmbH"),
        ("dem Verein zur Förderung der Jugend e. V.", "Verein zur Förderung der Jugend e. V."),
        ("der Stiftung Haus im Rahmen e. V.", "Stiftung Haus im Rahmen e. V."),
    ],
)
def test_a_name_ends_before_what_is_agreed_and_begins_behind_what_describes_it(
    printed: str, name: str
) -> None:
    front = f"Kooperationsvereinbarung zwischen dem Land Hessen und {printed}"
    assert parties(f"\n        {front}\n")[-1].name.value == name


def test_who_is_on_a_side_only_because_the_other_is_told_is_doubted() -> None:
    giver, receiver = typed_agreement("""
                                  Vertrag
                                 zwischen
        dem Landkreis Fulda
                                    und
        dem Kulturverein Musterhausen e. V.

        § 1 Gegenstand

        Der Verein erhält einen Zuschuss von 12.000 Euro.

        Fulda, den 9. April 2019                 Musterhausen, den 10. April 2019
        Für den Landkreis Fulda                  Für den Kulturverein Musterhausen e. V.
        Erika Musterfrau                         Max Beispiel
        Landrätin                                Vorsitzender
    """).parties
    assert (giver.role, receiver.role) == ("grantor", "recipient")
    assert giver.name.provenance.confidence < Review().confidence <= receiver.name.provenance.confidence


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        (
            """
        Die Stadt Musterow, die Gemeinde Beispielhagen und die Ämter Probeland und Testsee
        (im Folgenden „Beteiligte“) vereinbaren
        mit der Stadt Neumuster
        auf der Grundlage der Kommunalverfassung folgendes:
""",
            ["Stadt Musterow", "Gemeinde Beispielhagen", "Amt Probeland", "Amt Testsee", "Stadt Neumuster"],
        ),
        (
            """
        Aufgrund des § 12 des Gesetzes über kommunale Zusammenarbeit schließen
        der Landkreis Musterland, vertreten durch den Landrat, und die Stadt Musterow,
        vertreten durch die Bürgermeisterin, folgende Vereinbarung:
""",
            ["Landkreis Musterland", "Stadt Musterow"],
        ),
        (
            """
        Auf dieser Grundlage schließt die Hochschule Musterow (nachfolgend Hochschule) mit
        dem Ministerium für Wissenschaft (nachfolgend MW) folgende Zielvereinbarung.
""",
            ["Hochschule Musterow", "Ministerium für Wissenschaft"],
        ),
        (  # which of their offices it is, set apart
            """
        Partner der Vereinbarung sind
        1) der Landkreis Musterland – Jugendamt –, Ringstraße 2, 12345 Musterow
        2) die Stadt Musterow – Fachbereich Schulen –, Am Markt 1, 12345 Musterow
""",
            ["Landkreis Musterland", "Stadt Musterow"],
        ),
        (  # what is agreed on with an aim is agreed on with nobody
            """
        Der Landkreis Musterland und die Stadt Musterow vereinbaren
        mit dem Ziel guter Nachbarschaft folgendes:
""",
            ["Landkreis Musterland", "Stadt Musterow"],
        ),
        (
            """
        zwischen dem Land Brandenburg, vertreten durch das Ministerium für Bildung, dieses
        vertreten durch die Ministerin für Bildung, Jugend, Forschung und
        Kultur, - nachstehend Land genannt -
        und
        der Stadt Musterow, vertreten durch den Oberbürgermeister
""",
            ["Land Brandenburg", "Stadt Musterow"],
        ),
        (  # each in its line, with no comma between them
            """
        Das Land Brandenburg
        vertreten durch
        den Minister der Finanzen
        die Freie und Hansestadt Hamburg
        vertreten durch
        den Finanzsenator
        der Freistaat Sachsen
        vertreten durch
        das Ministerium der Finanzen
        - nachstehend „Länder“ genannt -
        schließen folgende Vereinbarung:
""",
            ["Land Brandenburg", "Freie und Hansestadt Hamburg", "Freistaat Sachsen"],
        ),
        (  # what "zwischen" leads to names nobody
            """
        über die Zusammenarbeit zwischen dem Bund und den beteiligten Kommunen

        Die Bundesrepublik Deutschland, vertreten durch den Bundesminister der Finanzen,
        der Landkreis Musterland und die Stadt Musterow schließen folgende Vereinbarung:
""",
            ["Bundesrepublik Deutschland", "Landkreis Musterland", "Stadt Musterow"],
        ),
    ],
)
def test_who_agrees_is_told_on_either_side_of_the_verb(opening: str, names: list[str]) -> None:
    front = f"                          Vertrag\n{opening}\n        § 1 Gegenstand\n"
    assert [name for _, name, _ in named(front)] == names


def appearing(persons: str) -> tuple[Party, ...]:
    return parties(f"""
                 Verhandelt zu Musterow am 3. März 1994

        Vor dem unterzeichneten Notar Dr. Karl Siegel mit dem Amtssitz in Musterow erschienen:

{persons}

        Die Erschienenen erklären: Wir schließen folgenden

                         Gesellschaftsvertrag

        § 1 Firma
""")


def test_before_a_notary_those_agree_for_whom_somebody_appears() -> None:
    found = appearing("""
        1. Herr Otto Beispiel, Landrat, handelnd für den Landkreis Musterland,
        2. Frau Ida Probe, handelnd als Bürgermeisterin für die Stadt Waren (Müritz),
        3. Herr Emil Test, Kaufmann, nicht im eigenen Namen, sondern als Geschäftsführer der
           Hafen Musterow GmbH.
""")
    assert [party.name.value for party in found] == [
        "Landkreis Musterland",
        "Stadt Waren (Müritz)",
        "Hafen Musterow GmbH",
    ]
    assert all(party.name.provenance.confidence > 0.9 for party in found)


def test_where_one_appears_for_nobody_known_the_others_are_doubted() -> None:
    found = appearing("""
        1. Herr Otto Beispiel, handelnd als Landrat für den Landkreis Musterland,
        2. Frau Ida Probe, handelnd als Bürgermeisterin für die Stadt Musterow,
        3. Herr Emil Test, Kaufmann in Musterow.
""")
    assert [party.name.value for party in found] == ["Landkreis Musterland", "Stadt Musterow"]
    assert all(party.name.provenance.confidence < 0.85 for party in found)


@pytest.mark.parametrize(
    "said",
    [
        "Für den Zweck erhält die Zuwendungsempfängerin in den Jahren 2017 und 2018 einen Zuschuss.",
        "Die Zuwendungsempfängerin bekommt als Festbetrag höchstens 5.000 Euro.",
        "Im Jahr 2017 erhält der Mittelempfänger 5.000 Euro als Zuwendung.",
    ],
)
def test_beside_a_land_the_other_is_whoever_receives(said: str) -> None:
    front = """
                          Verwaltungsvereinbarung

        Das Land Hessen und die Universität Musterau schließen diese Vereinbarung.
    """
    body = f"""
        § 1 Mittel

        {said}
    """
    found = parties(front, body)
    assert [party.role for party in found] == ["grantor", "recipient"]
    assert all(party.name.provenance.confidence < Review().confidence for party in found)


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        (
            "Die Muster Stiftung gewährt dem Land einen Zuschuss von 20.000 Euro. Die Zuwendungsempfängerin"
            " erhält das Geld in zwei Raten.",
            ["recipient", "grantor"],
        ),
        (
            "Das Budget ist begrenzt. Für die Fenster erhält der Auftragnehmer eine Vergütung von 500 Euro.",
            ["party", "party"],
        ),
        ("Das Budget ist begrenzt. Der Darlehensnehmer erhält 500 Euro.", ["party", "party"]),
    ],
)
def test_whoever_receives_beside_a_land_is_told_otherwise_or_a_third(said: str, roles: list[str]) -> None:
    front = """
        Vereinbarung zwischen dem Land Hessen und der Muster Stiftung
        über die gemeinsame Beratungsstelle
    """
    assert [party.role for party in parties(front, f"\n        § 1 Mittel\n\n        {said}\n")] == roles


def test_whoever_receives_among_others_is_none_of_two_sides() -> None:
    front = """
                          Verwaltungsvereinbarung

        Das Land Hessen und die Universität Musterau schließen diese Vereinbarung.
    """
    body = """
        § 1 Prüfung

        Sie prüfen gemeinsam, was die Zuwendungsempfänger erhalten haben.
    """
    assert [party.role for party in parties(front, body)] == ["party", "party"]


@pytest.mark.parametrize(
    ("represented", "names"),
    [
        ("die Landrätin, dem Dekanat Hünfeld", ["Landkreis Fulda", "Dekanat Hünfeld", "Stadt Hünfeld"]),
        (
            "die Landrätin, dem Direktorenkonvent Fulda, vertreten durch die Sprecherin,",
            ["Landkreis Fulda", "Direktorenkonvent Fulda", "Stadt Hünfeld"],
        ),
        ("den Landrat und die Erste Kreisbeigeordnete", ["Landkreis Fulda", "Stadt Hünfeld"]),
        ("die Landrätin und den Dezernenten, Kai Muster", ["Landkreis Fulda", "Stadt Hünfeld"]),
        ("den Vorsitzenden und den Vorstandssprecher", ["Landkreis Fulda", "Stadt Hünfeld"]),
    ],
)
def test_a_body_called_after_an_office_represents_nobody(represented: str, names: list[str]) -> None:
    front = f"""
        Vereinbarung zwischen dem Landkreis Fulda, vertreten durch {represented}
        und der Stadt Hünfeld über die gemeinsame Beratungsstelle
    """
    assert [party.name.value for party in parties(front)] == names


CALLED = "dem Landkreis Fulda – nachfolgend Auftraggeber genannt –"


@pytest.mark.parametrize(
    ("who", "names"),
    [
        (f"{CALLED} der durch den Landrat vertreten wird, und der Stadt Hünfeld", ["Stadt Hünfeld"]),
        (f"{CALLED}, der durch den Landrat vertreten wird, und der Stadt Hünfeld", ["Stadt Hünfeld"]),
        (
            f"{CALLED}, der wiederum durch den Landrat vertreten wird, und der Stadt Hünfeld",
            ["Stadt Hünfeld"],
        ),
        (f"{CALLED} dem Rechtsträger des Jobcenters und der Stadt Hünfeld", ["Stadt Hünfeld"]),
        (
            "dem Landkreis Fulda – Beteiligter zu 1 – der Stadt Hünfeld – Beteiligte zu 2 –",
            ["Stadt Hünfeld"],
        ),
        (
            "dem Landkreis Fulda und den Trägern Hilfswerk Muster e. V. und Beispiel Bildung gGmbH",
            ["Hilfswerk Muster e. V.", "Beispiel Bildung gGmbH"],
        ),
    ],
)
def test_what_is_said_of_a_party_is_no_other_party(who: str, names: list[str]) -> None:
    front = f"""
        Vereinbarung zwischen {who}
        über die gemeinsame Beratungsstelle
    """
    assert [party.name.value for party in parties(front)] == ["Landkreis Fulda", *names]


@pytest.mark.parametrize(
    ("who", "name", "clear"),
    [
        ("dem Kulturverein Im Speicher 12, Lange Gasse 3, 36037 Fulda", "Kulturverein Im Speicher 12", True),
        ("der Initiative Platz der Kinder 21", "Initiative Platz der Kinder 21", False),
        ("der Beratungsstelle Am Markt 7", "Beratungsstelle Am Markt 7", False),
        ("dem Verein Neuer Weg 21, vertreten durch den Vorstand", "Verein Neuer Weg 21", False),
        ("dem Kinderhaus Muster Am Markt 7, 36037 Fulda", "Kinderhaus Muster", True),
        ("dem Kinderhaus Muster Musterstraße 7", "Kinderhaus Muster", False),
        ("dem Hilfswerk Muster e. V. Am Markt 7", "Hilfswerk Muster e. V.", True),
        ("dem Institut Muster Inc.", "Institut Muster Inc.", True),
        ("dem Vogelsbergkreis Rathausplatz 1-3, Lauterbach", "Vogelsbergkreis", True),
    ],
)
def test_an_address_behind_a_name_may_be_of_the_name(who: str, name: str, clear: bool) -> None:
    front = f"""
        Vereinbarung zwischen dem Landkreis Fulda und {who}
        über die gemeinsame Beratungsstelle
    """
    found = parties(front)[1].name
    assert (found.value, found.provenance.confidence >= Review().confidence) == (name, clear)


def test_a_name_in_a_list_may_say_something() -> None:
    front = """
                              Vereinbarung
        Vertragspartner sind:
        1. Landkreis Fulda
        2. Verein Alt hilft Jung Fulda
        3. Stadt Hünfeld
    """
    assert [party.name.value for party in parties(front)] == [
        "Landkreis Fulda",
        "Verein Alt hilft Jung Fulda",
        "Stadt Hünfeld",
    ]


def test_the_body_in_whose_area_somebody_receives_is_no_party() -> None:
    front = """
                              Fördervertrag
        Zuwendungsgeber: Land Hessen
        Zuwendungsempfänger: Hilfswerk Muster e. V.
        Gebietskörperschaft: Landkreis Fulda
    """
    assert [party.name.value for party in parties(front)] == ["Land Hessen", "Hilfswerk Muster e. V."]


@pytest.mark.parametrize(
    "called",
    ["(Zuwendungsgeberin)", "(„Fördergeberin“)", "vertreten durch den Magistrat (Zuschussgeberin)"],
)
def test_who_gives_may_be_told_by_what_stands_in_brackets_behind_a_party(called: str) -> None:
    front = f"""
                              Vertrag
                            zwischen der
                     Wissenschaftsstadt Darmstadt
                  {called}
                               und dem
                     Hilfswerk Muster e. V. (Träger)
                 über ein Haus in der Nordstadt

        1 Zweck
        Gewährt werden 500.000 Euro für drei Jahre.
    """
    assert [(role, name) for role, name, _ in named(front)] == [
        ("grantor", "Wissenschaftsstadt Darmstadt"),
        ("recipient", "Hilfswerk Muster e. V."),
    ]


def test_offices_without_names_that_represent_are_no_party_of_a_sentence() -> None:
    front = """
        Fördervereinbarung für das Jahr 2022

        Das Land Hessen, vertreten durch die Staatssekretärin, und der Landkreis
        Waldeck-Frankenberg, vertreten durch den Landrat und die Erste
        Kreisbeigeordnete, schließen die nachstehende Vereinbarung.
    """
    assert [name for _, name, _ in named(front)] == ["Land Hessen", "Landkreis Waldeck-Frankenberg"]


def test_the_parts_that_parties_play_may_all_stand_behind_the_last_name() -> None:
    front = """
        Zuwendungsvertrag

        zwischen der Wissenschaftsstadt Darmstadt, vertreten durch den Magistrat,
        und dem Verein Muster – Hilfe für Frauen in Not e. V.
        (Zuwendungsgeberin)                    (Zuwendungsempfänger)
    """
    assert [(role, name) for role, name, _ in named(front)] == [
        ("grantor", "Wissenschaftsstadt Darmstadt"),
        ("recipient", "Verein Muster – Hilfe für Frauen in Not e. V."),
    ]


@pytest.mark.parametrize("dash", ["", " –"])
def test_a_dash_behind_which_nothing_was_read_is_no_part_of_a_name(dash: str) -> None:
    record = typed_agreement(f"""
        Öffentlich-rechtliche Vereinbarung
        zwischen
        dem Zweckverband Kommunale IT Musterau{dash}
        und
        dem Landkreis Kassel
    {BODY}""")
    assert [party.name.value for party in record.parties] == [
        "Zweckverband Kommunale IT Musterau",
        "Landkreis Kassel",
    ]
