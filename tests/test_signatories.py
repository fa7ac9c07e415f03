"""Who signed, as what, for whom, where and when: from typed signature blocks of all kinds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extract.language.lines import Line
from extract.signatures.columns import without_strokes
from models.agreement import Signatory
from models.settings import Review
from tests.signed import Signed, signed_in
from tests.typed_pages import typed_agreement, typed_pages

FRONT = """
                                 Zielvereinbarung
                                     zwischen
               dem Hessischen Ministerium für Soziales und Integration
                                       und
                             dem Landkreis Groß-Gerau
        zur Umsetzung des Ausbildungs- und Qualifizierungsbudgets 2022

        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab. Sie berichten einander zum Ende jedes Halbjahres über den
        Stand der Vorhaben. Diese Vereinbarung tritt mit der letzten Unterschrift in
        Kraft, und zwar für das ganze Jahr, in dem beide Seiten unterzeichnet haben.

"""
MINISTRY, COUNTY = "Hessisches Ministerium für Soziales und Integration", "Landkreis Groß-Gerau"


def signatories(block: str, front: str = FRONT) -> tuple[Signatory, ...]:
    return typed_agreement(front + block).signatories


def signed(block: str, front: str = FRONT) -> list[Signed]:
    return signed_in(front + block)


MUSTER = Signed("Heike Muster", "Staatsministerin", MINISTRY, "Wiesbaden", date(2022, 8, 7), 1)
BEISPIEL = Signed("Adil Beispiel", "Landrat", COUNTY, "Groß-Gerau", date(2022, 9, 9), 2)


def test_two_columns_are_read_column_by_column() -> None:
    block = """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_blocks_below_each_other_are_read_from_top_to_bottom() -> None:
    block = """
        Wiesbaden, den 7.8.2022


        Heike Muster
        Staatsministerin
        Hessisches Ministerium für Soziales und Integration


        Groß-Gerau, den 9. September 2022


        Adil Beispiel
        Landrat
        Landkreis Groß-Gerau
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_the_organisation_may_stand_above_the_name() -> None:
    block = """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022

        Für das Hessische Ministerium        Für den Landkreis Groß-Gerau
        für Soziales und Integration


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_the_organisation_may_head_the_block() -> None:
    block = """
        Für das Hessische Ministerium        Für den Landkreis Groß-Gerau
        für Soziales und Integration

        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_place_and_date_may_stand_below_the_name() -> None:
    block = """
        Für das Hessische Ministerium        Für den Landkreis Groß-Gerau
        für Soziales und Integration

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_two_signatories_of_one_party_share_place_and_organisation() -> None:
    block = """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für
        Soziales und Integration             Jana Probe
                                             Erste Kreisbeigeordnete
                                             Landkreis Groß-Gerau
    """
    found = signed(block)
    assert [(one.name, one.function, one.party) for one in found] == [
        ("Heike Muster", "Staatsministerin", 1),
        ("Adil Beispiel", "Landrat", 2),
        ("Jana Probe", "Erste Kreisbeigeordnete", 2),
    ]
    assert {one.place for one in found[1:]} == {"Groß-Gerau"}
    assert {one.date for one in found[1:]} == {date(2022, 9, 9)}


def test_three_columns_of_three_parties() -> None:
    front = """
                                 Zielvereinbarung
                                     zwischen
               dem Hessischen Ministerium für Soziales und Integration,
                             dem Landkreis Groß-Gerau
                                       und
                               der Stadt Darmstadt
        zur Umsetzung des Ausbildungs- und Qualifizierungsbudgets 2022

        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab. Sie berichten einander zum Ende jedes Halbjahres über den
        Stand der Vorhaben, und zwar in der Form, die das Land ihnen jeweils vorgibt.

    """
    block = """
        Wiesbaden, 7.8.2022     Groß-Gerau, 9.9.2022    Darmstadt, 12.9.2022


        Heike Muster            Adil Beispiel           Claus Exempel
        Staatsministerin        Landrat                 Oberbürgermeister
    """
    assert [(one.name, one.function, one.place, one.date, one.party) for one in signed(block, front)] == [
        ("Heike Muster", "Staatsministerin", "Wiesbaden", date(2022, 8, 7), 1),
        ("Adil Beispiel", "Landrat", "Groß-Gerau", date(2022, 9, 9), 2),
        ("Claus Exempel", "Oberbürgermeister", "Darmstadt", date(2022, 9, 12), 3),
    ]


@pytest.mark.parametrize("lead", ["i. V.", "i.V.", "In Vertretung", "Im Auftrag", "gez.", "i. A."])
def test_a_note_of_substitution_is_no_part_of_the_name(lead: str) -> None:
    block = f"""
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022

        {lead:<37}{lead}

        Heike Muster                         Adil Beispiel
        Staatssekretärin                     Erster Kreisbeigeordneter
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
    """
    assert [(one.name, one.function) for one in signed(block)] == [
        ("Heike Muster", "Staatssekretärin"),
        ("Adil Beispiel", "Erster Kreisbeigeordneter"),
    ]


@pytest.mark.parametrize("lead", ["i. V. ", "gez. ", "(", "Herr "])
def test_what_stands_before_a_name_in_its_line_is_no_part_of_it(lead: str) -> None:
    name = lead + "Adil Beispiel" + (")" if lead == "(" else "")
    block = f"""
        Groß-Gerau, den 9. September 2022

        {name}
        Landrat
        Landkreis Groß-Gerau
    """
    assert [one.name for one in signed(block)] == ["Adil Beispiel"]


@pytest.mark.parametrize(
    "name",
    [
        "Dr. Heike Muster",
        "Prof. Dr. h. c. Heike Muster",
        "Dipl.-Ing. Heike Muster",
        "Heike Muster-Beispiel",
        "Anna-Lena Muster",
        "Heike von der Probe",
        "José Álvarez Muster",
        "Ömer Şahin",
        "Heike M. Muster",
        "Maria Theresia Muster, LL.M.",
        "Maximilian Freiherr von Probe",
    ],
)
def test_names_of_all_kinds_are_read_to_the_letter(name: str) -> None:
    block = f"""
        Groß-Gerau, den 9. September 2022


        {name}
        Landrätin
        Landkreis Groß-Gerau
    """
    assert [one.name for one in signed(block)] == [name]


@pytest.mark.parametrize(
    "office",
    [
        "Landrat",
        "Landrätin",
        "Erster Kreisbeigeordneter",
        "Hauptamtliche Kreisbeigeordnete",
        "hauptamtliche Kreisbeigeordnete",
        "Oberbürgermeister",
        "Stadträtin",
        "Staatsminister",
        "Staatssekretärin",
        "Stadtkämmerer",
    ],
)
def test_offices_are_read_as_printed(office: str) -> None:
    block = f"""
        Groß-Gerau, den 9. September 2022


        Heike Muster
        {office}
        Landkreis Groß-Gerau
    """
    assert [(one.name, one.function) for one in signed(block)] == [("Heike Muster", office)]


def test_an_office_may_run_over_two_lines() -> None:
    block = """
        Groß-Gerau, den 9. September 2022


        Heike Muster
        Erste Kreisbeigeordnete und
        Sozialdezernentin
        Landkreis Groß-Gerau
    """
    assert [one.function for one in signed(block)] == ["Erste Kreisbeigeordnete und Sozialdezernentin"]


@pytest.mark.parametrize(
    "line", ["Adil Beispiel, Landrat", "Landrat Adil Beispiel", "Adil Beispiel (Landrat)"]
)
def test_name_and_office_may_share_a_line(line: str) -> None:
    block = f"""
        Groß-Gerau, den 9. September 2022


        {line}
        Landkreis Groß-Gerau
    """
    assert signed(block) == [BEISPIEL]


def test_the_office_may_name_the_organisation() -> None:
    block = """
        Groß-Gerau, den 9. September 2022


        Adil Beispiel
        Landrat des Landkreises Groß-Gerau
    """
    assert signed(block) == [BEISPIEL]


def test_an_office_may_name_an_organisation_of_no_list() -> None:
    block = """
        Kassel, den 9. September 2022


        Adil Beispiel
        Präsident der Technischen Universität Neustadt
    """
    (found,) = signatories(block)
    assert found.function is not None
    assert found.organisation is not None
    assert (found.function.value, found.organisation.value) == (
        "Präsident",
        "Technische Universität Neustadt",
    )


def test_an_office_with_its_article_is_called_as_without_it() -> None:
    block = """
        Groß-Gerau, den 9. September 2022


        Der Erste Kreisbeigeordnete
        Adil Beispiel
        Landkreis Groß-Gerau
    """
    assert [one.function for one in signed(block)] == ["Erster Kreisbeigeordneter"]


@pytest.mark.parametrize("organisation", ["Der Kreisausschuss", "Kreisausschuss des Landkreises Groß-Gerau"])
def test_the_board_signs_for_the_county(organisation: str) -> None:
    block = f"""
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022

        Hessisches Ministerium für           {organisation.split(" des")[0]}
        Soziales und Integration             des Landkreises Groß-Gerau


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_the_board_of_a_village_is_no_office() -> None:
    block = """
        Für die Gemeinde Musterau
        Der Gemeindevorstand

        Musterau, den 9. September 2022


        (Adil Beispiel)
        Bürgermeister
    """
    (found,) = signed_in(FRONT.replace("dem Landkreis Groß-Gerau", "der Gemeinde Musterau") + block)
    assert (found.name, found.function, found.organisation) == (
        "Adil Beispiel",
        "Bürgermeister",
        "Gemeinde Musterau",
    )


def test_persons_whose_column_does_not_say_for_whom_are_doubted_beside_another_body() -> None:
    block = """
        Linden, den 7.8.2022
        Stadt Linden


        Heike Muster                         Adil Beispiel
        Bürgermeisterin                      Erster Stadtrat

        Tanne, den 9. September 2022
        Stadt Tanne

                                             Ronja Vorlage
        Jon Muster                           Erste Stadträtin
        Bürgermeister
    """
    front = FRONT.replace("dem Hessischen Ministerium für Soziales und Integration", "der Stadt Linden")
    found = signatories(block, front.replace("dem Landkreis Groß-Gerau", "der Stadt Tanne"))
    wrong = [one for one in found if one.name and one.name.value == "Ronja Vorlage" and one.party == 1]
    assert all(one.organisation and one.organisation.provenance.confidence < 0.85 for one in wrong)


def test_a_stamped_date_may_wrap_to_the_next_line() -> None:
    block = """
        Wiesbaden, den 15.                   Groß-Gerau, den 9. September 2022
        AUG. 2022

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
    """
    assert signed(block) == [MUSTER._replace(date=date(2022, 8, 15)), BEISPIEL]


def test_a_date_may_stand_below_its_place() -> None:
    block = """
        Wiesbaden, den                       Groß-Gerau, den
        7. August 2022                       09. SEP. 2022

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
    """
    assert signed(block) == [MUSTER, BEISPIEL]


@pytest.mark.parametrize(
    "undated", ["Groß-Gerau, den", "Groß-Gerau, den ____________", "Groß-Gerau, den ........"]
)
def test_an_undated_signature_line_has_a_place_and_no_date(undated: str) -> None:
    block = f"""
        Wiesbaden, den 7.8.2022              {undated}


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
    """
    assert signed(block) == [MUSTER, BEISPIEL._replace(date=None)]


def test_a_day_that_the_calendar_does_not_have_is_kept_as_printed_without_a_value() -> None:
    block = """
        Groß-Gerau, den 31.09.2022


        Adil Beispiel
        Landrat
        Landkreis Groß-Gerau
    """
    (one,) = signatories(block)
    assert one.date is not None
    assert one.date.value is None
    assert one.date.text == "31.09.2022"


def test_signature_lines_without_names_have_no_names() -> None:
    block = """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022

        ______________________               ______________________
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
    """
    assert [one.name for one in signed(block)] == [None, None]
    assert [one.organisation for one in signed(block)] == [MINISTRY, COUNTY]


def test_an_agreement_nobody_signed_has_no_signatories() -> None:
    assert signed("") == []


def test_strokes_of_a_pen_are_not_taken_for_names() -> None:
    block = """
        Groß-Gerau, den 9. September 2022

        /Lk, ~x
        Adil Beispiel
        Landrat
        Landkreis Groß-Gerau
    """
    pages = typed_pages(FRONT + block, origin="ocr", confidence=0.95, doubtful={"/Lk,": 0.2, "~x": 0.1})
    (one,) = typed_agreement(pages).signatories
    assert one.name is not None
    assert one.name.value == "Adil Beispiel"


@pytest.mark.parametrize(
    "place", ["Bad Homburg v. d. Höhe", "Friedberg (Hessen)", "Frankfurt am Main", "Limburg a. d. Lahn"]
)
def test_places_of_several_words(place: str) -> None:
    block = f"""
        {place}, den 9. September 2022


        Adil Beispiel
        Landrat
        Landkreis Groß-Gerau
    """
    assert [one.place for one in signed(block)] == [place]


@pytest.mark.parametrize(
    "printed", ["9.9.2022", "09.09.2022", "9. September 2022", "09. SEP. 2022", "9. Sept. 2022"]
)
def test_dates_of_all_shapes(printed: str) -> None:
    block = f"""
        Groß-Gerau, den {printed}


        Adil Beispiel
        Landrat
        Landkreis Groß-Gerau
    """
    (one,) = signatories(block)
    assert one.date is not None
    assert (one.date.value, one.date.text) == (date(2022, 9, 9), printed)


def test_who_signs_for_whom_does_not_depend_on_who_stands_first() -> None:
    block = """
        Groß-Gerau, den 9. September 2022    Wiesbaden, den 7.8.2022


        Adil Beispiel                        Heike Muster
        Landrat                              Staatsministerin
        Landkreis Groß-Gerau                 Hessisches Ministerium für
                                             Soziales und Integration
    """
    assert signed(block) == [BEISPIEL, MUSTER]


def test_the_office_tells_the_party_where_no_organisation_is_printed() -> None:
    block = """
        Groß-Gerau, den 9. September 2022    Wiesbaden, den 7.8.2022


        Adil Beispiel                        Heike Muster
        Landrat                              Staatsministerin
    """
    assert [(one.name, one.organisation, one.party) for one in signed(block)] == [
        ("Adil Beispiel", None, 2),
        ("Heike Muster", None, 1),
    ]


def test_every_part_points_to_its_own_words() -> None:
    pages = typed_pages(
        FRONT
        + """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
        """
    )
    first, second = typed_agreement(pages).signatories
    for one in (first, second):
        for part in (one.name, one.function, one.organisation, one.place, one.date):
            assert part is not None
            x0, top, x1, bottom = part.provenance.bbox
            inside = [
                word.text
                for word in pages[0].words
                if x0 <= word.spot[0]
                and word.spot[2] <= x1
                and top <= word.spot[1]
                and word.spot[3] <= bottom
            ]
            assert " ".join(inside).replace("Groß-Gerau,", "Groß-Gerau").strip(",") == part.text


def test_names_with_their_organisations_alone_are_signatures() -> None:
    block = """
        Heike Muster                         Adil Beispiel
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
    """
    assert [(one.name, one.organisation, one.date, one.party) for one in signed(block)] == [
        ("Heike Muster", MINISTRY, None, 1),
        ("Adil Beispiel", COUNTY, None, 2),
    ]


def test_a_short_last_sentence_with_a_date_is_no_place_line() -> None:
    block = """
        Diese Vereinbarung tritt am 1. Januar 2022 in Kraft.

        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_a_page_break_may_part_place_and_date_from_the_names() -> None:
    block = """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022
\f
        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_names_may_stand_to_the_right_of_their_place_lines() -> None:
    block = """
        Für das Land Hessen
        Wiesbaden, den 7.8.2022              Heike Muster

        Für den Landkreis Groß-Gerau
        Groß-Gerau, den 9. September 2022    Adil Beispiel
    """
    assert [(one.name, one.place, one.date) for one in signed(block)] == [
        ("Heike Muster", "Wiesbaden", date(2022, 8, 7)),
        ("Adil Beispiel", "Groß-Gerau", date(2022, 9, 9)),
    ]


def test_a_column_without_a_readable_line_signs_nothing() -> None:
    block = """
        Wiesbaden, den 7.8.2022              i. V.


        Heike Muster
        Staatsministerin
        Hessisches Ministerium für Soziales und Integration
    """
    assert [one.name for one in signed(block)] == ["Heike Muster"]


def test_a_table_may_hold_a_signature_in_each_row() -> None:
    block = """
        +-------------------+---------------------+-------------------+---------------+
        | für               | Ort, Datum          | Name und Amt      | Unterschrift  |
        +-------------------+---------------------+-------------------+---------------+
        | Hessisches Minis- | Wiesbaden, den      | Heike Muster,     |               |
        | terium für Sozi-  | 7.8.2022            | Staatsministerin  |               |
        | ales und Inte-    |                     |                   |               |
        | gration           |                     |                   |               |
        +-------------------+---------------------+-------------------+---------------+
        | Landkreis         | Groß-Gerau, den     | Adil Beispiel,    |               |
        | Groß-Gerau        | 9.9.2022            | Landrat           |               |
        +-------------------+---------------------+-------------------+---------------+
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_one_place_line_centred_above_two_columns_is_that_of_both() -> None:
    block = """
                       Groß-Gerau, den 9. September 2022


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
    """
    assert signed(block) == [MUSTER._replace(place="Groß-Gerau", date=date(2022, 9, 9)), BEISPIEL]


def test_place_and_date_may_be_labelled_lines_below_the_name() -> None:
    block = """
        Für das Hessische Ministerium        Für den Landkreis Groß-Gerau
        für Soziales und Integration

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat

        Ort: Wiesbaden                       Ort: Groß-Gerau
        Datum: 7.8.2022                      Datum: 9. September 2022
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_the_place_may_stand_behind_the_date() -> None:
    block = """
        7. August 2022, Wiesbaden            9. September 2022, Groß-Gerau


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
    """
    assert signed(block) == [MUSTER, BEISPIEL]


@pytest.mark.parametrize("printed", ["– Heike Muster –", "(Heike Muster)", "gez. Heike Muster"])
def test_signs_around_a_name_are_no_part_of_it(printed: str) -> None:
    block = f"""
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022


        {printed:<36} Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_names_and_organisations_in_capitals() -> None:
    block = """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022

        HESSISCHES MINISTERIUM FÜR           LANDKREIS GROSS-GERAU
        SOZIALES UND INTEGRATION

        HEIKE MUSTER                         ADIL BEISPIEL
        Staatsministerin                     Landrat
    """
    assert signed(block) == [MUSTER._replace(name="HEIKE MUSTER"), BEISPIEL._replace(name="ADIL BEISPIEL")]


def test_the_heading_of_a_role_is_no_organisation() -> None:
    block = """
        Für den Zuwendungsgeber:             Für den Zuwendungsempfänger:

        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
    """
    found = signed(block)
    assert found == [MUSTER._replace(organisation=None), BEISPIEL._replace(organisation=None)]


@pytest.mark.parametrize(
    ("called", "kind"),
    [
        ("", "Landkreis"),
        ("", "Kreis"),
        (" (Kreis)", "Kreis"),
        (" – nachstehend „Gebietskörperschaft“ genannt –", "Kreis"),
    ],
)
def test_for_whom_may_be_said_by_what_the_document_calls_a_party(called: str, kind: str) -> None:
    front = FRONT.replace("dem Landkreis Groß-Gerau", f"dem Landkreis Groß-Gerau{called}")
    block = f"""
        Für das Land                         Für den {kind}

        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
    """
    assert signed(block, front) == [MUSTER, BEISPIEL]


def test_gez_below_an_organisation_ends_it() -> None:
    block = """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022

        Für das Hessische Ministerium        Für den Landkreis Groß-Gerau
        für Soziales und Integration
        gez. Heike Muster                    gez. Adil Beispiel
        Staatsministerin                     Landrat
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_a_name_with_a_degree_and_a_comma_is_no_place() -> None:
    block = """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022


        Dr. Heike Muster,                    Adil Beispiel,
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
    """
    assert signed(block) == [MUSTER._replace(name="Dr. Heike Muster"), BEISPIEL]


def test_an_annex_behind_the_signatures_takes_nothing_from_them() -> None:
    block = """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
\f
        Anlage 1: Ziele

        Der Landrat und die Staatsministerin berichten einander zum Ende des Jahres über
        die Ziele, und zwar in der Form, die das Land ihnen jeweils hierfür vorgibt.

        Ansprechpartnerin       Paula Probe
        Ansprechpartner         Egon Exempel
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_places_in_the_left_column_belong_to_the_names_beside_them() -> None:
    block = """
        Für das Hessische Ministerium für Soziales und Integration

        Wiesbaden, den 7.8.2022                      Heike Muster
                                                     Staatsministerin

        Für den Landkreis Groß-Gerau

        Groß-Gerau, den 9. September 2022            Adil Beispiel
                                                     Landrat
    """
    found = signed(block)
    assert [(one.name, one.place, one.date, one.party) for one in found] == [
        (one.name, one.place, one.date, one.party) for one in (MUSTER, BEISPIEL)
    ]


def test_labels_may_name_every_part_of_a_signature() -> None:
    block = """
        Für: Hessisches Ministerium          Für: Landkreis Groß-Gerau
        für Soziales und Integration
        Name: Heike Muster                   Name: Adil Beispiel
        Amt: Staatsministerin                Amt: Landrat
        Ort: Wiesbaden                       Ort: Groß-Gerau
        Datum: 7.8.2022                      Datum: 9. September 2022
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_offices_may_come_before_the_names() -> None:
    block = """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022

        Für das Hessische Ministerium        Für den Landkreis Groß-Gerau
        für Soziales und Integration
        Die Staatsministerin                 Der Landrat

        Heike Muster                         Adil Beispiel
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_places_on_the_left_may_stand_above_their_dates() -> None:
    block = """
        Wiesbaden                                    Heike Muster
        7. August 2022                               Staatsministerin


        Groß-Gerau                                   Adil Beispiel
        9. September 2022                            Landrat
    """
    assert [(one.name, one.place, one.date) for one in signed(block)] == [
        (one.name, one.place, one.date) for one in (MUSTER, BEISPIEL)
    ]


@pytest.mark.parametrize("label", ["Name", "Amt", "Ort", "Datum"])
def test_an_empty_label_says_nothing(label: str) -> None:
    block = f"""
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
        {label}:                             {label}:
    """
    assert signed(block) == [MUSTER, BEISPIEL]


COMPANIES = """
                              Kooperationsvertrag
                                    zwischen
                         der Musterwerke Probestadt AG
                                      und
                         der Beispielbau Musterau GmbH

        § 1 Gegenstand

        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab. Sie berichten einander zum Ende jedes Halbjahres über den
        Stand der Vorhaben, und zwar in der Form, die sie gemeinsam festgelegt haben.

"""
WERKE, BAU = "Musterwerke Probestadt AG", "Beispielbau Musterau GmbH"


def test_organisations_that_the_document_introduces_are_known_where_people_sign() -> None:
    block = """
        Probestadt, den 7.8.2022             Musterau, den 9. September 2022

        Heike Muster, Vorständin             Adil Beispiel
        Musterwerke Probestadt AG            Geschäftsführer
                                             Beispielbau Musterau GmbH
    """
    assert signed(block, COMPANIES) == [
        Signed("Heike Muster", "Vorständin", WERKE, "Probestadt", date(2022, 8, 7), 1),
        Signed("Adil Beispiel", "Geschäftsführer", BAU, "Musterau", date(2022, 9, 9), 2),
    ]


def test_one_place_above_all_holds_for_all_and_each_has_the_organisation_below_the_name() -> None:
    block = """
        Probestadt, 7.8.2022

        Heike Muster, Vorständin             Adil Beispiel, Geschäftsführer
        Musterwerke Probestadt AG            Beispielbau Musterau GmbH
    """
    assert signed(block, COMPANIES) == [
        Signed("Heike Muster", "Vorständin", WERKE, "Probestadt", date(2022, 8, 7), 1),
        Signed("Adil Beispiel", "Geschäftsführer", BAU, "Probestadt", date(2022, 8, 7), 2),
    ]


def test_one_line_may_say_for_whom_where_and_when() -> None:
    block = """
        Für das Hessische Ministerium für Soziales und Integration, unterzeichnet in
        Wiesbaden am 7.8.2022
        Heike Muster, Staatsministerin

        Für den Landkreis Groß-Gerau, unterzeichnet in Groß-Gerau am 9.9.2022
        Adil Beispiel, Landrat
    """
    assert signed(block)[1] == BEISPIEL


def test_a_place_above_a_date_with_its_preposition_is_the_place() -> None:
    block = """
        Wiesbaden                            Groß-Gerau
        am 7.8.2022                          am 9.9.2022
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
        Staatsministerin                     Landrat
        Heike Muster                         Adil Beispiel
    """
    assert signed(block) == [MUSTER, BEISPIEL]


@pytest.mark.parametrize(
    ("ministry", "county"),
    [
        ("(Staatsministerin Heike Muster)", "(Landrat Adil Beispiel)"),
        ("Heike Muster (Staatsministerin)", "Adil Beispiel (Landrat)"),
        ("Staatsministerin Heike Muster", "i. V. Landrat Adil Beispiel"),
        ("gez. Heike Muster – Staatsministerin", "gez. Adil Beispiel – Landrat"),
        ("Herrn Staatsministerin Heike Muster", "Frau Landrat Adil Beispiel"),
    ],
)
def test_office_and_name_stand_in_one_line_in_any_manner(ministry: str, county: str) -> None:
    block = f"""
        Für das Hessische Ministerium für Soziales und Integration
        Wiesbaden, den 7.8.2022


        {ministry}

        Für den Landkreis Groß-Gerau
        Groß-Gerau, den 9. September 2022


        {county}
    """
    assert signed(block) == [MUSTER, BEISPIEL]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Für den Landkreis Groß-Gerau, Groß-Gerau", "9. September 2022"),
        ("Für den Landkreis Groß-Gerau,", "Groß-Gerau, den 9. September 2022"),
        ("Für den Landkreis Groß-Gerau", "unterzeichnet in Groß-Gerau am 9. September 2022"),
        ("Für den Landkreis Groß-Gerau, gezeichnet zu", "Groß-Gerau am 9. September 2022"),
        ("Landkreis Groß-Gerau", "am 9. September 2022 in Groß-Gerau"),
    ],
)
def test_place_and_date_may_follow_the_organisation_and_wrap(first: str, second: str) -> None:
    block = f"""
        Für das Hessische Ministerium für Soziales
        und Integration, Wiesbaden
        7.8.2022


        Heike Muster, Staatsministerin

        {first}
        {second}


        Adil Beispiel, Landrat
    """
    assert signed(block)[1] == BEISPIEL


def test_all_about_a_person_may_stand_below_the_name() -> None:
    block = """
        Staatsministerin Heike Muster            i. V. Landrat Adil
        für das Hessische Ministerium für        Beispiel
        Soziales und Integration                 für den Landkreis Groß-Gerau
        am 7. August 2022 in Wiesbaden           am 9.9.2022 in Groß-Gerau
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_persons_below_each_other_each_with_all_about_them_below() -> None:
    block = """
        Staatsministerin Heike Muster
        für das Hessische Ministerium für Soziales und Integration
        am 7. August 2022 in Wiesbaden


        Landrat Adil Beispiel
        für den Landkreis Groß-Gerau
        am 9.9.2022 in Groß-Gerau


        Erste Kreisbeigeordnete Jana Probe
        für den Landkreis Groß-Gerau
        am 9.9.2022 in Groß-Gerau
    """
    probe = BEISPIEL._replace(name="Jana Probe", function="Erste Kreisbeigeordnete")
    assert signed(block) == [MUSTER, BEISPIEL, probe]


def test_what_is_said_of_a_person_may_stand_between_office_and_name() -> None:
    block = """
        Die Staatsministerin
        für das Hessische Ministerium für Soziales und Integration
        Wiesbaden, den 7.8.2022

        Heike Muster

        Der Landrat
        Landkreis Groß-Gerau
        Groß-Gerau, den 9. September 2022

        Adil Beispiel
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_persons_above_their_organisation_share_it() -> None:
    block = """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für
        Soziales und Integration             Jana Probe
                                             Erste Kreisbeigeordnete
                                             Landkreis Groß-Gerau
    """
    assert [one.organisation for one in signed(block)] == [MINISTRY, COUNTY, COUNTY]


@pytest.mark.parametrize(
    ("organisation", "place", "name", "office"),
    [
        ("für", "Ort, Datum", "Name", "Amt"),
        ("Für", "Ort und Datum", "Name", "Funktion"),
        ("Behörde", "Ort/Datum", "Name", "Dienststellung"),
    ],
)
def test_a_form_says_on_the_left_what_stands_beside_it(
    organisation: str, place: str, name: str, office: str
) -> None:
    block = f"""
        {organisation:20}Hessisches Ministerium für           Landkreis Groß-Gerau
                            Soziales und Integration
        {place:20}Wiesbaden, 7.8.2022                  Groß-Gerau, 9. September 2022
        Unterschrift

        {name:20}Heike Muster                         Adil Beispiel
        {office:20}Staatsministerin                     Landrat
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_a_form_may_be_filled_in_once_for_each_party() -> None:
    block = """
        für             Hessisches Ministerium für Soziales und Integration
        Ort             Wiesbaden
        Datum           7.8.2022
        Unterschrift
        Name            Heike Muster
        Amt             Staatsministerin

        für             Landkreis Groß-Gerau
        Ort             Groß-Gerau
        Datum           9. September 2022
        Unterschrift
        Name            Adil Beispiel
        Amt             Landrat
    """
    assert signed(block) == [MUSTER, BEISPIEL]


@pytest.mark.parametrize("undated", ["Groß-Gerau", "Groß-Gerau, den", "in Groß-Gerau"])
def test_a_seat_is_the_place_though_the_date_was_left_out(undated: str) -> None:
    block = f"""
        Wiesbaden                            {undated}
        am 7.8.2022                          am

        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
    """
    assert signed(block) == [MUSTER, BEISPIEL._replace(date=None)]


def test_a_line_across_the_columns_joins_them_not() -> None:
    block = """
        Ansprechpartner für Weiterbildungen von Fachpersonal beider Seiten
        Für das Hessische Ministerium        Für den Landkreis Groß-Gerau
        für Soziales und Integration
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_organisation_and_date_on_the_left_belong_to_the_name_on_the_right() -> None:
    block = """
        Für das Hessische Ministerium für
        Soziales und Integration, Wiesbaden
        07. AUG. 2022
        (Datum)                              (Staatsministerin Heike
                                             Muster)

        Für den Landkreis Groß-Gerau,
        Groß-Gerau
        9.9.22
        (Datum)                              (Landrat Adil Beispiel)
    """
    assert signed(block) == [MUSTER, BEISPIEL]


@pytest.mark.parametrize("seat", ["Hofheim am", "Bad Homburg v. d."])
def test_the_name_of_a_place_may_wrap(seat: str) -> None:
    front = FRONT.replace(
        "Groß-Gerau", {"Hofheim am": "Main-Taunus", "Bad Homburg v. d.": "Hochtaunus"}[seat]
    )
    rest = {"Hofheim am": "Taunus", "Bad Homburg v. d.": "Höhe"}[seat]
    block = f"""
        Staatsministerin Heike Muster            Landrat Adil Beispiel
        für das Hessische Ministerium für        für den Landkreis
        Soziales und Integration                 am 9.9.2022 in {seat}
        am 7.8.2022 in Wiesbaden                 {rest}
    """
    assert [one.place for one in signed(block, front)] == ["Wiesbaden", f"{seat} {rest}"]


def test_figures_by_hand_that_were_read_as_letters_make_a_date_that_is_doubted() -> None:
    block = """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9.9.2Z

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
    """
    found = signatories(block)[1].date
    assert found is not None
    assert found.value == date(2022, 9, 9)
    assert found.provenance.confidence <= 0.5


def test_captions_below_the_lines_say_nothing() -> None:
    block = """
        Für das Hessische Ministerium
        für Soziales und Integration

        Wiesbaden, den 7.8.2022
        Ort, Datum                           Unterschrift, Dienstsiegel
                                             Heike Muster
                                             Staatsministerin

        Für den Landkreis Groß-Gerau

        Groß-Gerau, den 9. September 2022
        Ort, Datum                           Unterschrift, Dienstsiegel
                                             Adil Beispiel
                                             Landrat
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_organisations_of_three_columns_are_no_headings_of_a_table() -> None:
    block = """
        Für das Hessische         Für den Landkreis         Für den Landkreis
        Ministerium für           Groß-Gerau                Groß-Gerau
        Soziales und
        Integration

        Heike Muster              Adil Beispiel             Jana Probe
        Staatsministerin          Landrat                   Erste
                                                            Kreisbeigeordnete
    """
    assert [one.organisation for one in signed(block)] == [MINISTRY, COUNTY, COUNTY]


def test_a_place_with_small_words_may_lack_its_date() -> None:
    block = """
        Wiesbaden, den 7.8.2022              Limburg a. d. Lahn, den

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
    """
    assert [one.place for one in signed(block)] == ["Wiesbaden", "Limburg a. d. Lahn"]


def test_what_a_form_asks_for_may_wrap() -> None:
    block = """
        für             Hessisches Ministerium für   Landkreis Groß-Gerau
                        Soziales und Integration
        Ort, Datum      Wiesbaden, 7.8.2022          Groß-Gerau, 9. SEP.
                                                     2022
        Unterschrift
        Name            Heike Muster                 Wolf-Dieter
                                                     Beispiel-Probe
        Amt             Staatsministerin             Erster
                                                     Kreisbeigeordneter
    """
    name, office = "Wolf-Dieter Beispiel-Probe", "Erster Kreisbeigeordneter"
    assert signed(block) == [MUSTER, BEISPIEL._replace(name=name, function=office)]


def test_the_ministry_signs_for_its_land() -> None:
    block = """
        Für das Land Hessen                  Für den Landkreis Groß-Gerau
        Hessisches Ministerium für           Groß-Gerau, den 9. September 2022
        Soziales und Integration
        Wiesbaden, den 7.8.2022


        (Heike Muster)                       (Adil Beispiel)
        Staatsministerin                     Landrat
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_two_persons_side_by_side_below_one_organisation_share_it() -> None:
    block = """
                Für das Hessische Ministerium
                 für Soziales und Integration
                  Wiesbaden, den 7.8.2022

                        Heike Muster
                      Staatsministerin


        Für den Landkreis Groß-Gerau
        Groß-Gerau, den 9. September 2022

        Adil Beispiel                        Jana Probe
        Landrat                              Erste Kreisbeigeordnete
    """
    probe = BEISPIEL._replace(name="Jana Probe", function="Erste Kreisbeigeordnete")
    assert signed(block) == [MUSTER, BEISPIEL, probe]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("8.b.22", date(2022, 6, 8)),
        ("283.22", date(2022, 3, 28)),
        ("21.422", date(2022, 4, 21)),
        ("1Z.8.2022", date(2022, 8, 12)),
    ],
)
def test_a_date_that_lost_a_dot_or_a_figure_is_what_it_can_only_be_and_doubted(
    printed: str, day: date
) -> None:
    block = f"""
        Wiesbaden, den 7.8.2022              Groß-Gerau, den {printed}

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
    """
    found = signatories(block)[1].date
    assert found is not None
    assert found.value == day
    assert found.provenance.confidence <= 0.5


@pytest.mark.parametrize("printed", ["111.22", "57.3", "18.945", "40.922"])
def test_a_date_that_may_be_several_or_of_another_time_is_not_guessed(printed: str) -> None:
    block = f"""
        Wiesbaden, den 7.8.2022              Groß-Gerau, den {printed}

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
    """
    assert signatories(block)[1].date is None


@pytest.mark.parametrize(
    ("misread", "office", "place"),
    [("Landrät", "Landrat", "Gross-Gerau"), ("Bürgermeistenn", "Bürgermeisterin", "Groß-Gcrau")],
)
def test_a_scanned_office_and_seat_are_spelt_as_they_are_listed(
    misread: str, office: str, place: str
) -> None:
    block = f"""
        {place}, den 9. September 2022

        Adil Beispiel
        {misread}
        Landkreis Groß-Gerau
    """
    (one,) = typed_agreement(typed_pages(FRONT + block, origin="ocr", confidence=0.9)).signatories
    assert one.function is not None
    assert (one.function.value, one.function.text) == (office, misread)
    assert one.function.provenance.confidence <= 0.75
    assert one.place is not None
    assert (one.place.value, one.place.text) == ("Groß-Gerau", place)


def test_a_speck_behind_a_scanned_name_is_no_part_of_it() -> None:
    block = """
        Groß-Gerau, den 9. September 2022

        Prof. Dr. Sabine. Muster-Beispiel
        Landrätin
        Landkreis Groß-Gerau
    """
    (one,) = typed_agreement(typed_pages(FRONT + block, origin="ocr", confidence=0.95)).signatories
    assert one.name is not None
    assert one.name.value == "Prof. Dr. Sabine Muster-Beispiel"
    assert one.name.provenance.confidence <= 0.5


def test_a_digital_office_stands_as_it_is_printed() -> None:
    block = """
        Groß-Gerau, den 9. September 2022

        Adil Beispiel
        Landrats
        Landkreis Groß-Gerau
    """
    (one,) = signatories(block)
    assert one.function is not None
    assert one.function.value == "Landrats"


@pytest.mark.parametrize("degree", ["Dr.h.c.", "Dipl.-Ing.", "Prof. Dr.", "Dr. h. c."])
def test_a_degree_is_part_of_the_name_however_it_is_set(degree: str) -> None:
    block = f"""
        Groß-Gerau, den 9. September 2022

        {degree} Adil Beispiel
        Landrat
        Landkreis Groß-Gerau
    """
    assert [one.name for one in signed(block)] == [f"{degree} Adil Beispiel"]


def test_a_signature_read_as_a_word_is_dropped_for_its_width() -> None:
    block = """
        Groß-Gerau, den 9. September 2022

        Ann______________
        Dr. Adil Beispiel, Landrat
        Landkreis Groß-Gerau
    """
    pages = typed_pages(FRONT + block, origin="ocr", confidence=0.95, doubtful={"Ann______________": 0.6})
    (page,) = pages
    words = tuple(replace(word, text="Ann") if word.text.startswith("Ann__") else word for word in page.words)
    (one,) = typed_agreement([replace(page, words=words)]).signatories
    assert one.name is not None
    assert one.name.value == "Dr. Adil Beispiel"


@pytest.mark.parametrize(
    ("text", "size", "sure", "dropped"),
    [
        ("Hinnm", 22.0, 0.1, True),
        ("Hinnm", 10.0, 0.1, False),
        ("Probst", 22.0, 0.5, False),
        ("3.4.22", 22.0, 0.1, False),
    ],
)
def test_a_signature_read_as_a_word_is_dropped_for_its_height(
    text: str, size: float, sure: float, dropped: bool
) -> None:
    (page,) = typed_pages(text, origin="ocr", confidence=sure)
    line = Line(1, tuple(replace(word, size=size) for word in page.words))
    assert (without_strokes(line, 10.0) is None) == dropped


@pytest.mark.parametrize("sure", [0.1, 0.9])
def test_a_signature_read_as_a_word_with_a_full_stop_ends_nothing(sure: float) -> None:
    block = """
        Groß-Gerau, den 9. September 2022
        Für den Landkreis Groß-Gerau
        Hinnm.
        Adil Beispiel
        Landrat
    """
    (page,) = typed_pages(FRONT + block, origin="ocr", confidence=0.95, doubtful={"Hinnm.": sure})
    words = tuple(replace(word, size=22.0) if word.text == "Hinnm." else word for word in page.words)
    told = typed_agreement([replace(page, words=words)]).signatories
    assert ([one.name.value for one in told if one.name] == ["Adil Beispiel"]) == (sure < 0.5)


WHOLE = [
    """
        Vertragspartner              Name, Funktion        Ort, Datum           Unterschrift
        Hessisches Ministerium für   Heike Muster,         Wiesbaden,
        Soziales und Integration     Staatsministerin      7.8.2022
        Landkreis Groß-Gerau         Adil Beispiel,        Groß-Gerau,
                                     Landrat               9.9.2022
    """,
    """
        Hessisches Ministerium für           Kreisausschuss des
        Soziales und Integration             Landkreises Groß-Gerau
        - Die Staatsministerin -             - Der Landrat -

        Heike Muster                         Adil Beispiel

        Wiesbaden, 7.8.2022                  Groß-Gerau, 9.9.2022
    """,
    """
        Wiesbaden, den             Hessisches Ministerium für       Staatsministerin
        7. August 2022             Soziales und Integration         Heike Muster

        Groß-Gerau, den            Landkreis Groß-Gerau             Landrat
        9. September 2022                                           Adil Beispiel
    """,
    """
        Für das Hessische Ministerium für Soziales und Integration
        gez. Heike Muster, Staatsministerin, Wiesbaden, 7.8.2022

        Für den Landkreis Groß-Gerau
        gez. Adil Beispiel, Landrat, Groß-Gerau, 9.9.2022
    """,
]
WITHOUT_ORGANISATION = [
    """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9.9.2022

        _______________________              _______________________
        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
    """,
    """
        Ort, Datum: Wiesbaden, 7.8.2022          Ort, Datum: Groß-Gerau, 9.9.2022
        Unterschrift: gez. Heike Muster          Unterschrift: gez. Adil Beispiel
        Name in Druckbuchstaben: Heike Muster    Name in Druckbuchstaben: Adil Beispiel
        Funktion: Staatsministerin               Funktion: Landrat
    """,
    """
        1. Für das Hessische Ministerium für Soziales und Integration:
           Heike Muster, Staatsministerin, Wiesbaden, 7.8.2022
        2. Für den Landkreis Groß-Gerau:
           Adil Beispiel, Landrat, Groß-Gerau, 9.9.2022
    """,
    """
        Wiesbaden, 7.8.2022                  Groß-Gerau, 9.9.2022
        (Ort, Datum)                         (Ort, Datum)

        Heike Muster                         Adil Beispiel
        (Unterschrift Staatsministerin)      (Unterschrift Landrat)
    """,
    """
        Wiesbaden, den ..7.8.2022........    Groß-Gerau, den ..9.9.2022.......

        ................................     ................................
        (Heike Muster)                       (Adil Beispiel)
        Staatsministerin                     Landrat
    """,
]


@pytest.mark.parametrize("block", WHOLE)
def test_blocks_as_clerks_write_them(block: str) -> None:
    assert signed(block) == [MUSTER, BEISPIEL]


@pytest.mark.parametrize("block", WITHOUT_ORGANISATION)
def test_blocks_that_leave_the_organisation_to_the_office(block: str) -> None:
    assert [one._replace(organisation=None) for one in signed(block)] == [
        MUSTER._replace(organisation=None),
        BEISPIEL._replace(organisation=None),
    ]


def test_two_persons_side_by_side_below_what_is_said_of_both() -> None:
    block = """
        Hessisches Ministerium für Soziales und Integration
        Wiesbaden, 07.08.2022

        Heike Muster
        (Staatsministerin)

        Der Kreisausschuss des Landkreises Groß-Gerau
        Groß-Gerau, 09.09.2022

        Adil Beispiel                Jana Probe
        (Landrat)                    (Erste Kreisbeigeordnete)
    """
    probe = BEISPIEL._replace(name="Jana Probe", function="Erste Kreisbeigeordnete")
    assert signed(block) == [MUSTER, BEISPIEL, probe]


def test_a_place_close_below_two_persons_is_theirs_and_not_of_the_party_below() -> None:
    block = """
        Der Kreisausschuss des Landkreises Groß-Gerau

        Adil Beispiel                Jana Probe
        (Landrat)                    (Erste Kreisbeigeordnete)
        Groß-Gerau, 9.9.2022

        Der Kreisausschuss des Landkreises Fulda

        Mara Musterfrau              Uwe Vorlage
        (Landrätin)                  (Erster Kreisbeigeordneter)
        Fulda, 12.9.2022
    """
    assert [(one.name, one.place, one.date and one.date.day) for one in signed(block)] == [
        ("Adil Beispiel", "Groß-Gerau", 9),
        ("Jana Probe", "Groß-Gerau", 9),
        ("Mara Musterfrau", "Fulda", 12),
        ("Uwe Vorlage", "Fulda", 12),
    ]


def test_a_note_of_whose_place_one_takes_is_no_office() -> None:
    block = """
        Für den Landkreis Groß-Gerau         Für das Hessische Ministerium
        Groß-Gerau, den 9.9.2022             für Soziales und Integration
                                             Wiesbaden, den 7.8.2022
        In Vertretung des Landrats
        Jana Probe                           Im Auftrag
        Erste Kreisbeigeordnete              Dr. Heike Muster
                                             Ministerialdirigentin
    """
    assert [(one.name, one.function, one.party) for one in signed(block)] == [
        ("Jana Probe", "Erste Kreisbeigeordnete", 2),
        ("Dr. Heike Muster", "Ministerialdirigentin", 1),
    ]


@pytest.mark.parametrize("lead", ["gez. Beispiel\n        Landrat", "Landrat Beispiel"])
def test_a_surname_alone_is_a_name_that_is_doubted(lead: str) -> None:
    block = f"""
        Groß-Gerau, den 9. September 2022

        {lead}
        Landkreis Groß-Gerau
    """
    (one,) = signatories(block)
    assert one.name is not None
    assert one.function is not None
    assert (one.name.value, one.function.value) == ("Beispiel", "Landrat")
    assert one.name.provenance.confidence <= 0.5


@pytest.mark.parametrize("office", ["Landrat Groß-Gerau", "Leiter Sozialamt", "Leiterin Fachdienst"])
def test_a_place_or_a_department_behind_an_office_is_no_surname(office: str) -> None:
    block = f"""
        Groß-Gerau, den 9. September 2022

        Adil Beispiel
        {office}
        Landkreis Groß-Gerau
    """
    assert [one.name for one in signed(block)] == ["Adil Beispiel"]


def test_a_signature_that_only_its_order_gives_to_a_party_is_doubted() -> None:
    block = """
        Probestadt, den 7.8.2022             Musterau, den 9. September 2022

        Heike Muster                         Adil Beispiel
    """
    found = signatories(block, COMPANIES)
    assert [one.party for one in found] == [1, 2]
    values = [part for one in found for part in (one.name, one.place, one.date)]
    assert all(part is not None and part.provenance.confidence <= 0.5 for part in values)


def test_who_signs_for_a_body_that_is_no_party_signs_for_none() -> None:
    block = """
        Wiesbaden, den 7.8.2022
        Heike Muster, Staatsministerin
        Hessisches Ministerium für Soziales und Integration

        Groß-Gerau, den 9. September 2022
        Adil Beispiel, Landrat
        Landkreis Groß-Gerau

        Kassel, den 9. September 2022
        Egon Exempel, Landrat
        Landkreis Kassel
    """
    assert [one.party for one in signed(block)] == [1, 2, None]


def test_columns_are_parted_where_other_rows_part_them_however_little_white_is_left() -> None:
    block = """
        Wiesbaden, den 7. August 2022        Heike Muster
                                             Staatsministerin


        Groß-Gerau, den 9. September 2022  Adil Beispiel
                                           Landrat


        Groß-Gerau, den 9. September 2022  Jana Probe
                                           Erste Kreisbeigeordnete
    """
    found = [(one.name, one.place, one.date) for one in signed(block.replace("        Heike", "      Heike"))]
    assert found == [
        ("Heike Muster", "Wiesbaden", date(2022, 8, 7)),
        ("Adil Beispiel", "Groß-Gerau", date(2022, 9, 9)),
        ("Jana Probe", "Groß-Gerau", date(2022, 9, 9)),
    ]


def test_a_name_of_which_a_piece_stands_apart_is_doubted() -> None:
    block = """
        Groß-Gerau, den 9. September 2022

        Adil Beispiel-Mus er
        Landrat
        Landkreis Groß-Gerau
    """
    (one,) = typed_agreement(typed_pages(FRONT + block, origin="ocr", confidence=0.95)).signatories
    assert one.name is None or one.name.provenance.confidence <= 0.5


def test_a_figure_apart_from_its_date_belongs_to_it() -> None:
    block = """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9.9.2 2

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
    """
    found = signatories(block)[1]
    assert found.place is not None
    assert found.date is not None
    assert (found.place.value, found.date.value) == ("Groß-Gerau", date(2022, 9, 9))
    assert found.date.provenance.confidence <= 0.5


def test_who_represents_whom_may_be_one_sentence_above_the_line_to_sign_on() -> None:
    block = """
        Für das Land Hessen, vertreten durch das Hessische Ministerium für Soziales
        und Integration, dieses vertreten durch Staatsministerin Heike Muster
        Wiesbaden, den 7.8.2022

        _____________________________

        Für den Landkreis Groß-Gerau, vertreten durch Landrat Adil Beispiel
        Groß-Gerau, den 9. September 2022

        _____________________________
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_an_organisation_behind_an_office_goes_on_in_the_next_line() -> None:
    front = FRONT.replace(
        "dem Hessischen Ministerium für Soziales und Integration", "dem Ministerium für Soziales"
    )
    block = """
        Wiesbaden, den 7.8.2022                       Groß-Gerau, den 9. September 2022

        Heike Muster                                  Dr. Adil Beispiel, Erster
        Staatsministerin                              Kreisbeigeordneter
        Hessisches Ministerium für Soziales           des Landkreises Groß-Gerau
        und Integration
    """
    found = [(one.function, one.organisation) for one in signed(block, front)]
    assert found == [("Staatsministerin", MINISTRY), ("Erster Kreisbeigeordneter", COUNTY)]


def test_a_table_of_signatures_with_a_heading_for_each_thing_is_read_row_by_row() -> None:
    block = """
        Name            Funktion           für                   Ort          Datum       Unterschrift

        Heike Muster    Staatsministerin   Hessisches            Wiesbaden    7.8.2022    gez.
                                           Ministerium für
                                           Soziales und
                                           Integration

        Adil Beispiel   Landrat            Landkreis             Groß-Gerau   9.9.2022    gez.
                                           Groß-Gerau
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_a_date_may_stand_before_its_place() -> None:
    block = """
        07. AUG. 2022 Wiesbaden              9.9.2022 Groß-Gerau


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        Hessisches Ministerium für           Landkreis Groß-Gerau
        Soziales und Integration
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_standing_in_for_another_is_no_part_of_an_office() -> None:
    (signatory,) = typed_agreement("""
        Vereinbarung zwischen dem Land Hessen und der Stadt Kassel

        § 1 Gegenstand

        Die Parteien stimmen ihre Angebote für junge Menschen in der Region miteinander ab.

        Ort, Datum: Kassel, 3. Mai 2024
        Für die Stadt Kassel
        Name: Anna Beispiel
        Funktion: i. V. Stadträtin
    """).signatories
    assert signatory.function is not None
    assert signatory.function.value == "Stadträtin"


def test_a_year_that_stands_apart_from_its_date_belongs_to_it() -> None:
    block = """
        Wiesbaden, den 07. AUG         2022       Groß-Gerau,       9.9.2022

        Heike Muster                              Adil Beispiel
        Staatsministerin                          Landrat
        Hessisches Ministerium für                Landkreis Groß-Gerau
        Soziales und Integration
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_a_blank_within_brackets_parts_no_date_from_its_place() -> None:
    block = """
        Für den Vogelsbergkreis
        Lauterbach (Hessen ) 07. AUG.
        2022

        Heike Muster
        Landrätin
    """
    (one,) = signed(block)
    assert (one.name, one.date) == ("Heike Muster", date(2022, 8, 7))


def test_a_date_that_cannot_be_read_leaves_the_place() -> None:
    (one,) = signed("""
        Ort, Datum   Wiesbaden/16..2022
        Name         Heike Muster
        Amt          Staatsministerin
    """)
    assert (one.name, one.place, one.date) == ("Heike Muster", "Wiesbaden", None)


def test_a_party_of_no_list_may_run_over_two_lines_up_to_its_legal_form() -> None:
    block = """
        Für die Frauenhilfe
        Musterau e. V.:

        Musterau, 23. Mai 2022

        Heike Muster
        Vorstandsvorsitzende
    """
    (one,) = signed(block)
    assert one.organisation == "Frauenhilfe Musterau e. V."


def test_a_name_with_a_comma_above_an_office_is_no_place_without_a_date() -> None:
    block = """
        Wiesbaden, 7.8.2022

        Matthjas Schablone,
        Staatsminister
        Hessisches Ministerium für Soziales und Integration
    """
    (one,) = signed(block)
    assert (one.name, one.place) == ("Matthjas Schablone", "Wiesbaden")


def test_a_name_in_brackets_may_be_parted_at_a_hyphen() -> None:
    block = """
        Groß-Gerau, den 9. September 2022

        (Dr. h. c. Adil Muster-
        Beispiel)
        Landrat
        des Landkreises Groß-Gerau
    """
    (one,) = signed(block)
    assert (one.name, one.function) == ("Dr. h. c. Adil Muster-Beispiel", "Landrat")


def test_what_an_office_is_for_is_no_name() -> None:
    block = """
        Für die Freie Hansestadt Bremen

        Senator für Wissenschaft
        Dipl.-Ing. Tomáš von
        Musterhausen
        Bremen, 5.10.2022
    """
    (one,) = signed(block)
    assert (one.name, one.function) == ("Dipl.-Ing. Tomáš von Musterhausen", "Senator für Wissenschaft")


def test_where_a_scan_lost_a_party_the_others_are_doubted() -> None:
    block = """
        Wiesbaden, den 7. August 2022             Fulda, den 8. August 2022

        Heike Muster                              Jana Probe
        Staatsministerin                          Landrätin
        Hessisches Ministerium für                Landkreis Fulda
        Soziales und Integration

                                                  Groß-Gerau, den 9. September 2022

                                                  Adil Beispiel
                                                  Landrat
                                                  Landkreis Groß-Gerau
    """
    agreement = typed_agreement(typed_pages(FRONT + block, origin="ocr", confidence=0.95))
    sure = {one.party: one.place.provenance.confidence for one in agreement.signatories if one.place}
    assert sure[1] > 0.5
    assert sure[2] <= 0.5


def test_a_sentence_tells_who_signs_where_and_when() -> None:
    block = """
        Für das Hessische Ministerium für Soziales und Integration unterzeichnet Staatsministerin
        Heike Muster in Wiesbaden am 7.8.2022:


        Für den Landkreis Groß-Gerau unterschreibt Landrat Adil Beispiel in Groß-Gerau am 9.
        SEP. 2022:
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_a_sentence_ends_above_the_office_and_the_name() -> None:
    block = """
        1.3.2022          Auftakt der Vorhaben
        31.12.2022        Abschluss der Vorhaben

        Für das Hessische Ministerium für Soziales und Integration unterschreibt in Wiesbaden am 7.8.2022:


        Staatsministerin (Heike Muster)

        Für den Landkreis Groß-Gerau unterschreibt in Groß-Gerau am 9.9.2022:


        Landrat (Adil Beispiel)
    """
    assert signed(block) == [MUSTER, BEISPIEL]


@pytest.mark.parametrize(
    ("ministry", "county"),
    [
        (
            "Unterzeichnet für das Hessische Ministerium für Soziales und|"
            "Integration in Wiesbaden am 7.8.2022 durch",
            "Unterzeichnet für den Landkreis Groß-Gerau in Groß-Gerau am 9.|SEP. 2022 durch",
        ),
        (
            "Gezeichnet namens des Hessischen Ministeriums für Soziales und Integration|"
            "zu Wiesbaden am 7. August 2022 von",
            "Gezeichnet namens des Landkreises Groß-Gerau zu Groß-Gerau am 9. September 2022 von",
        ),
        (
            "Am 7. August 2022 unterzeichnete in Wiesbaden für das Hessische Ministerium für|"
            "Soziales und Integration",
            "Am 9. September 2022 unterzeichnete in Groß-Gerau für den Landkreis Groß-Gerau",
        ),
        (
            "Für das Hessische Ministerium für Soziales und Integration wurde in Wiesbaden am|"
            "7. August 2022 unterzeichnet von:",
            "Für den Landkreis Groß-Gerau wurde in Groß-Gerau am 9. September 2022 unterzeichnet von:",
        ),
        (
            "In Wiesbaden hat am 7.8.2022 für das Hessische Ministerium für Soziales und|"
            "Integration unterschrieben:",
            "In Groß-Gerau hat am 9.9.2022 für den Landkreis Groß-Gerau unterschrieben:",
        ),
        (
            "Vollzogen durch das Hessische Ministerium für Soziales und Integration, Wiesbaden, den|"
            "7. August 2022",
            "Vollzogen durch den Landkreis Groß-Gerau, Groß-Gerau, den 9. September 2022",
        ),
    ],
)
def test_a_sentence_above_the_names_tells_for_whom_where_and_when(ministry: str, county: str) -> None:
    lines = [
        "Der Vertrag gilt auch für Vorhaben, die bei seiner Unterzeichnung schon begonnen haben.",
        "",
        *ministry.split("|"),
        *["", "", ""],
        "Heike Muster",
        "Staatsministerin",
        *county.split("|"),
        *["", "", ""],
        "Adil Beispiel                       in Vertretung: Jana Probe",
        "Landrat                             Erste Kreisbeigeordnete",
    ]
    probe = BEISPIEL._replace(name="Jana Probe", function="Erste Kreisbeigeordnete")
    assert signed("\n".join(lines)) == [MUSTER, BEISPIEL, probe]


def test_a_line_of_a_paragraph_is_no_signature() -> None:
    block = """
        Wiesbaden, 7.8.2022                     Groß-Gerau, 9.9.2022
        Heike Muster                            Adil Beispiel
        Staatsministerin                        Landrat
        Hessisches Ministerium für Soziales     Landkreis Groß-Gerau
        und Integration

        Anlage

        Einen ersten Vertrag über diese Vorhaben, der aber niemals in Kraft getreten ist, haben
        Am 3. Mai 2021 unterzeichnet in Groß-Gerau für den Landkreis Groß-Gerau durch
        Landrat Uwe Vorgänger und die Ministerin geschlossen.
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_two_sides_sign_at_two_places_of_the_document() -> None:
    block = """
        Wiesbaden, 7.8.2022
        Hessisches Ministerium für Soziales und Integration
        Unterschrift und Amtsbezeichnung
        Heike Muster
        Staatsministerin

                                 Zustimmung

        Der Landkreis Groß-Gerau hat den Vorschlag beraten und stimmt ihm in allen Punkten zu.

        Groß-Gerau, 9.9.2022
        Landkreis Groß-Gerau
        Unterschrift und Amtsbezeichnung
        Adil Beispiel
        Landrat
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_an_office_stands_above_that_somebody_signed() -> None:
    block = """
        Hessisches Ministerium für Soziales      Landkreis Groß-Gerau
        und Integration
        Heike Muster                             Adil Beispiel
        Staatsministerin                         Landrat
        unterschrieben am 7.8.2022,              unterschrieben am 9.9.2022,
        Wiesbaden                                Groß-Gerau
    """
    assert signed(block) == [MUSTER, BEISPIEL]


COUNTS = [
    ("Zu 1. – für", "Zu 2. – für"),
    ("Zu 1.: Für", "Zu 2.: Für"),
    ("zu (a) für", "zu (b) für"),
    ("(1) Für", "(2) Für"),
    ("1. für", "2. für"),
    ("a) Für", "b) Für"),
    ("I. Für", "II. Für"),
]


@pytest.mark.parametrize(("first", "second"), COUNTS)
def test_who_signs_may_be_counted(first: str, second: str) -> None:
    block = f"""
        {first} das Hessische Ministerium für Soziales und Integration



        Heike Muster
        Staatsministerin
        Unterzeichnet am 7.8.2022 in Wiesbaden

        {second} den Landkreis Groß-Gerau



        Adil Beispiel
        Landrat, in Vertretung
        Unterzeichnet am 9. September 2022 in Groß-Gerau
    """
    assert signed(block) == [MUSTER, BEISPIEL]


@pytest.mark.parametrize(("first", "second"), COUNTS)
@pytest.mark.parametrize(
    ("ministry", "county"),
    [
        (
            [": in", "Vertretung gez. Heike Muster, Staatsministerin (Wiesbaden, 7.8.2022)"],
            [": gez. Adil Beispiel, Landrat (Groß-Gerau,", "den 9. September 2022)"],
        ),
        (
            [": gez. Heike", "Muster, Staatsministerin (Wiesbaden, den 7.8.2022)"],
            [": gez. Adil Beispiel, Landrat (Groß-Gerau,", "den 9. September 2022)"],
        ),
        (
            [", gez. Heike Muster,", "Staatsministerin, Wiesbaden, 7.8.2022"],
            [", gez. Adil Beispiel, Landrat,", "Groß-Gerau, am 9.9.2022"],
        ),
        (
            [", gez.", "Staatsministerin Heike Muster am 7.8.2022 in Wiesbaden"],
            [": gez. Landrat Adil Beispiel am 9.9.2022 in", "Groß-Gerau"],
        ),
    ],
)
def test_a_copy_may_list_who_has_signed_the_original(
    first: str, second: str, ministry: list[str], county: list[str]
) -> None:
    block = f"""
        Die Urschrift trägt folgende Unterschriften:

        {first} das Hessische Ministerium für Soziales und Integration{ministry[0]}
           {ministry[1]}

        {second} den Landkreis Groß-Gerau{county[0]}
           {county[1]}
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_a_copy_may_list_two_who_have_signed_for_one() -> None:
    block = """
        Die Urschrift trägt folgende Unterschriften:

        1. für das Hessische Ministerium für Soziales und Integration: gez. Heike
           Muster, Staatsministerin (Wiesbaden, den 7.8.2022)

        2. für den Landkreis Groß-Gerau: gez. Adil Beispiel, Landrat (Groß-Gerau, den
           9. September 2022) und gez. Jana Probe, Erste Kreisbeigeordnete
    """
    probe = BEISPIEL._replace(name="Jana Probe", function="Erste Kreisbeigeordnete")
    assert signed(block) == [MUSTER, BEISPIEL, probe]


def test_the_rank_of_an_office_counts_no_party() -> None:
    block = """
        Für das Hessische Ministerium für Soziales und Integration
        Wiesbaden, den 7.8.2022


        Heike Muster
        Staatsministerin

        Für den Landkreis Groß-Gerau
        Groß-Gerau, den 9. September 2022


        Adil Beispiel
        1. Kreisbeigeordneter
    """
    assert signed(block) == [MUSTER, BEISPIEL._replace(function="1. Kreisbeigeordneter")]


TWO_OF_THE_COUNTY = """
        Für das Hessische Ministerium für Soziales und Integration


        Heike Muster
        Staatsministerin
        {first}
        Für den Landkreis Groß-Gerau


        Adil Beispiel                       Jana Probe
        Landrat                             Erste Kreisbeigeordnete
        {second}
"""
PROBE = BEISPIEL._replace(name="Jana Probe", function="Erste Kreisbeigeordnete")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Unterzeichnet in Wiesbaden am 7.8.2022", "Unterzeichnet in Groß-Gerau am 9. September 2022"),
        ("Wiesbaden, den 7.8.2022\n", "Groß-Gerau, den 9.9.2022"),
        ("am 7. August 2022 in Wiesbaden\n", "am 9. SEP. 2022 in Groß-Gerau"),
        ("Ort, Datum: Wiesbaden, 7.8.2022", "Ort, Datum: Groß-Gerau, 9.9.2022"),
        ("(Wiesbaden, den 7.8.2022)", "(Groß-Gerau, den 9.9.2022)"),
    ],
)
def test_place_and_date_below_two_of_one_party_are_those_of_both(first: str, second: str) -> None:
    assert signed(TWO_OF_THE_COUNTY.format(first=first, second=second)) == [MUSTER, BEISPIEL, PROBE]


@pytest.mark.parametrize(
    ("place", "rest"),
    [
        ("unterzeichnet in Groß-Gerau am", "9.9.2022 :"),
        ("unterzeichnet in", "Groß-Gerau am 9. September 2022"),
        ("geschlossen zu Groß-Gerau,", "den 9. September 2022:"),
        ("gezeichnet am 9. September", "2022 in Groß-Gerau"),
    ],
)
def test_where_and_when_it_was_signed_may_wrap_below_the_organisation(place: str, rest: str) -> None:
    block = f"""
        Für das Hessische Ministerium         Für den Landkreis
        für Soziales und Integration          Groß-Gerau
        unterzeichnet in Wiesbaden am         {place}
        7. August 2022 :                      {rest}


        Staatsministerin                      Landrat
        Heike Muster                          Adil Beispiel
    """
    assert signed(block) == [MUSTER, BEISPIEL]


@pytest.mark.parametrize(
    "organ", ["– Kreisausschuss –", "- Der Kreisausschuss -", "Der Kreisausschuss", "(Kreisausschuss)"]
)
def test_the_organ_below_a_body_may_stand_between_dashes(organ: str) -> None:
    block = f"""
        Hessisches Ministerium für            Landkreis Groß-Gerau
        Soziales und Integration              {organ}


        Heike Muster, Staatsministerin        Adil Beispiel, Landrat

        Ort: Wiesbaden                        Ort: Groß-Gerau
        Datum: 7. August 2022                 Datum: 9. September 2022
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_a_stamp_that_completes_a_date_is_no_column() -> None:
    block = TWO_OF_THE_COUNTY.format(
        first="Unterzeichnet in Wiesbaden am 7.8.2022",
        second="Unterzeichnet in Groß-Gerau am  09. SEP. 2022",
    )
    assert signed(block) == [MUSTER, BEISPIEL, PROBE]


MINISTRY_CELLS = {
    "whom": "Hessisches Ministerium\nfür Soziales und\nIntegration",
    "who": "gez. Heike\nMuster",
}
MINISTRY_CELLS |= {"what": "Staatsministerin", "where": "Wiesbaden, 7.\nAugust 2022"}
COUNTY_CELLS = {"whom": "Landkreis Groß-Gerau", "who": "gez. Adil Beispiel"}
COUNTY_CELLS |= {"what": "Landrat", "where": "Groß-Gerau,\n9.9.2022"}


def set_in_columns(order: tuple[str, ...], heads: tuple[str, ...]) -> str:
    """Two signatures as a table without rules, in columns of 25 characters."""
    rows = [dict(zip(order, heads, strict=True)), MINISTRY_CELLS, COUNTY_CELLS]
    lines = []
    for cells in rows:
        parted = [cells[column].split("\n") for column in order]
        for number in range(max(map(len, parted))):
            lines.append("".join((cell[number] if number < len(cell) else "").ljust(25) for cell in parted))
        lines.append("")
    return "\n".join(f"{' ' * 8}{line}" for line in lines)


@pytest.mark.parametrize(
    ("order", "heads"),
    [
        (("whom", "who", "what", "where"), ("Für", "Unterschrift", "als", "Ort und Tag")),
        (("whom", "who", "what", "where"), ("Partei", "Name", "Funktion", "Ort/Datum")),
        (("whom", "where", "who", "what"), ("für", "Ort, Datum", "Unterschrift", "Amtsbezeichnung")),
        (("where", "whom", "who", "what"), ("Ort und Datum", "Behörde", "Name", "Amt")),
        (("who", "what", "whom", "where"), ("Unterschrift", "als", "für", "Ort, Tag")),
    ],
)
def test_a_table_of_signatures_without_rules_is_read_row_by_row(
    order: tuple[str, ...], heads: tuple[str, ...]
) -> None:
    assert signed(set_in_columns(order, heads)) == [MUSTER, BEISPIEL]


def test_who_signs_below_a_table_of_signatures_is_not_lost() -> None:
    table = set_in_columns(("whom", "who", "what", "where"), ("Für", "Unterschrift", "als", "Ort und Tag"))
    block = f"""{table}
        Für den Landkreis Groß-Gerau
        Groß-Gerau, den 9. September 2022

        Jana Probe
        Erste Kreisbeigeordnete
    """
    assert "Jana Probe" in [one.name for one in signed(block)]


@pytest.mark.parametrize(
    ("office", "left"),
    [
        ("Staatsministerin im Hessischen", "Staatsministerin"),
        ("Minister des Innern und für", "Minister des Innern"),
    ],
)
def test_an_office_that_was_cut_off_is_doubted_and_ends_where_it_is_whole(office: str, left: str) -> None:
    block = f"""
        Wiesbaden, den 7.8.2022                    Groß-Gerau, den 9.9.2022

        Heike Muster                               Adil Beispiel
        {office:<43}Landrat
    """
    function = signatories(block)[0].function
    assert function is not None
    assert (function.value, function.provenance.confidence < Review().confidence) == (left, True)


@pytest.mark.parametrize(
    ("whom", "when", "as_what"),
    [("für", "Datum", "Funktion"), ("Vertragspartner", "Tag", "Amtsbezeichnung")],
)
def test_a_grid_with_labels_may_be_ruled_where_nobody_has_signed_yet(
    whom: str, when: str, as_what: str
) -> None:
    block = f"""
        ----------------------------------------------------------------------------------
        {whom:<18}Hessisches Ministerium    Landkreis Groß-Gerau   Landkreis Groß-Gerau
                          für Soziales und
                          Integration
        ----------------------------------------------------------------------------------
        Ort               Wiesbaden                 Groß-Gerau             Groß-Gerau
        ----------------------------------------------------------------------------------
        {when:<18}7.8.2022                  9. September 2022      9. September 2022
        ----------------------------------------------------------------------------------


        Unterschrift
        ----------------------------------------------------------------------------------
        Name              Heike Muster              Adil Beispiel          Jana Probe
        ----------------------------------------------------------------------------------
        {as_what:<18}Staatsministerin          Landrat                Erste
                                                                           Kreisbeigeordnete
        ----------------------------------------------------------------------------------
    """
    assert signed(block) == [MUSTER, BEISPIEL, PROBE]


def test_a_column_that_several_rows_begin_exactly_there_begins_behind_however_little_white() -> None:
    block = """
        Wiesbaden, 7.8.2022                                     Groß-Gerau, 9.9.2022
        Hessisches  Ministerium für  Soziales  und  Integration Landkreis Groß-Gerau
        gez.                                                    gez.
        Heike Muster                                            Adil Beispiel
        Staatsministerin                                        Landrat
    """
    assert signed(block) == [MUSTER, BEISPIEL]


def test_an_organ_above_the_names_is_nobodys_office_where_each_has_one() -> None:
    front = FRONT.replace("dem Landkreis Groß-Gerau", "dem Hilfswerk Muster e. V.")
    block = """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022
        Hessisches Ministerium für           Hilfswerk Muster e. V.
        Soziales und Integration             Der Vorstand

        _________________                    _________________
        Heike Muster                         Adil Beispiel
        Staatsministerin                     Vorsitzender

                                             _________________
                                             Mia Probe
                                             Stellvertretende Vorsitzende
    """
    there = BEISPIEL._replace(organisation="Hilfswerk Muster e. V.")
    assert signed(block, front) == [
        MUSTER,
        there._replace(function="Vorsitzender"),
        there._replace(name="Mia Probe", function="Stellvertretende Vorsitzende"),
    ]


def test_an_organ_above_a_name_alone_is_what_somebody_signs_as() -> None:
    front = FRONT.replace("dem Landkreis Groß-Gerau", "dem Hilfswerk Muster e. V.")
    block = """
        Hilfswerk Muster e. V.
        Groß-Gerau, den 9. September 2022


        Vorstand
        Adil Beispiel
    """
    assert [(one.name, one.function) for one in signed(block, front)] == [("Adil Beispiel", "Vorstand")]


@pytest.mark.parametrize(
    "office",
    [
        "Der Minister für Wirtschaft, Verkehr, Landwirtschaft, Weinbau und Umwelt",
        "Minister für Wirtschaft, Verkehr, Landwirtschaft, Weinbau und Umwelt",
        "Die Ministerin für Wirtschaft, Verkehr, Landwirtschaft und Weinbau",
    ],
)
def test_an_office_may_be_as_wide_as_the_text(office: str) -> None:
    front = FRONT.replace("dem Landkreis Groß-Gerau", "dem Land Rheinland-Pfalz")
    block = f"""
        Für das Land Rheinland-Pfalz
        Mainz, den 9. September 2022
        Für die Ministerpräsidentin
        {office}

        Adil Beispiel
    """
    (one,) = signed(block, front)
    assert (one.name, one.organisation) == ("Adil Beispiel", "Land Rheinland-Pfalz")
    assert one.function == office.removeprefix("Der ").removeprefix("Die ")


@pytest.mark.parametrize(("last", "sure"), [("Kassel      9.9.2022", False), ("Kassel", True)])
def test_who_shares_a_day_is_doubted_where_the_day_of_nobody_is_left(last: str, sure: bool) -> None:
    found = signatories(
        f"""
        Für                       Name, Funktion                  Ort         Datum

        Hessisches Ministerium    Heike Muster,                   Wiesbaden   7.8.2022
        für Soziales und          Staatsministerin
        Integration
        Landkreis Kassel          Adil Beispiel,                  {last}
                                  Landrat
        """
    )
    shared = [one for one in found if one.date and one.date.value == date(2022, 8, 7)]
    assert len(shared) == 2
    assert [one.date is not None and one.date.provenance.confidence > 0.5 for one in shared] == [sure, sure]
    assert all(one.name and one.name.provenance.confidence > 0.5 for one in found)


@pytest.mark.parametrize(
    ("line", "organisation", "place"),
    [
        ("Der Magistrat der Stadt Musterau – Musterau, den 3. Mai 2022", "Stadt Musterau", "Musterau"),
        ("Für die Gemeinde Bad Muster – Bad Muster, 3. Mai 2022", "Gemeinde Bad Muster", "Bad Muster"),
        ("Musterau, den 3. Mai 2022", None, "Musterau"),
    ],
)
def test_for_whom_may_stand_before_place_and_day(line: str, organisation: str | None, place: str) -> None:
    block = f"""
        {line}


        Heike Beispiel
        Bürgermeisterin

        Groß-Gerau, den 9. September 2022


        Adil Beispiel
        Landrat
        Landkreis Groß-Gerau
    """
    found, other = signed(block)
    assert other.place == "Groß-Gerau"
    assert (found.name, found.place, found.date) == ("Heike Beispiel", place, date(2022, 5, 3))
    assert organisation is None or found.organisation == organisation
