"""Kind, title, programmes, budget year and authority of typed agreements."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.language.lines import Row
from extract.parties.authority import find_authority
from models.agreement import Agreement
from models.values import Extracted, Origin
from tests.typed_pages import OPENING, typed_agreement, typed_layout, typed_pages, typed_reading

BODY = """

        § 1 Gegenstand

        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab. Sie berichten einander zum Ende jedes Halbjahres über den
        Stand der Vorhaben, und zwar in der Form, die das Land ihnen jeweils vorgibt.

        § 2 Schluss

        Die Vereinbarung tritt mit der letzten Unterschrift der Vertragspartner in Kraft.
"""


def agreement(
    kind: str = "Zielvereinbarung",
    subject: str = "zur Umsetzung des Ausbildungs- und Qualifizierungsbudgets 2022",
    body: str = BODY,
) -> Agreement:
    return typed_agreement(
        f"""
                              {kind}
                                  zwischen
           dem Hessischen Ministerium für Soziales und Integration
                                    und
                         dem Landkreis Groß-Gerau
        {subject}
"""
        + body
    )


def year(subject: str, body: str = BODY) -> int | None:
    found = agreement(subject=subject, body=body).budget_year
    return found.value if found else None


@pytest.mark.parametrize(
    ("printed", "kind", "key"),
    [
        ("Zielvereinbarung", "Zielvereinbarung", "zielvereinbarung"),
        ("ZIELVEREINBARUNG", "Zielvereinbarung", "zielvereinbarung"),
        ("Änderungsvereinbarung", "Änderungsvereinbarung", "aenderungsvereinbarung"),
        ("Nachtragsvertrag", "Nachtragsvertrag", "nachtragsvereinbarung"),
        ("Zuwendungsvertrag", "Zuwendungsvertrag", "foerdervereinbarung"),
    ],
)
def test_the_kind_is_read_from_the_title(printed: str, kind: str, key: str) -> None:
    found = agreement(kind=printed)
    assert found.kind is not None
    assert (found.kind.value, found.kind.text, found.kind_key) == (kind, printed, key)


def test_an_amendment_to_an_agreement_is_an_amendment() -> None:
    found = agreement(kind="Änderungsvereinbarung\n              zur Zielvereinbarung vom 10. August 2021")
    assert found.kind_key == "aenderungsvereinbarung"


def test_a_document_of_no_known_kind_has_none() -> None:
    found = typed_agreement("        Vermerk\n\n        Das Gespräch fand statt.")
    assert (found.kind, found.kind_key, found.title) == (None, None, None)


def test_the_title_ends_where_the_parties_begin() -> None:
    found = agreement(kind="Zielvereinbarung\n            über das Arbeitsmarktbudget 2022")
    assert found.title is not None
    assert found.title.value == "Zielvereinbarung über das Arbeitsmarktbudget 2022"


@pytest.mark.parametrize(
    ("subject", "keys"),
    [
        ("zur Umsetzung des Ausbildungs- und Qualifizierungsbudgets 2022", ["aqb"]),
        ("zur Umsetzung des Ausbildungs-\n        und Qualifizierungsbudgets 2022", ["aqb"]),
        ("zum Arbeitsmarktbudget 2022", ["arbeitsmarktbudget"]),
        ("zum Arbeits-\n        marktbudget 2022", ["arbeitsmarktbudget"]),
        ("zum Ausbildungsbudget 2012", ["ausbildungsbudget"]),
        (
            "über das Ausbildungs- und Qualifizierungsbudget und das Arbeitsmarktbudget 2022",
            ["aqb", "arbeitsmarktbudget"],
        ),
        ("zum AQB 2022", ["aqb"]),
    ],
)
def test_programmes_are_read_from_the_title_in_its_order(subject: str, keys: list[str]) -> None:
    assert list(agreement(subject=subject).programme_key) == keys


def test_a_programme_that_only_the_body_names_is_found_there() -> None:
    body = BODY.replace("Stand der Vorhaben,", "Stand des Arbeitsmarktbudgets,")
    assert agreement(subject="über gemeinsame Ziele im Jahr 2022", body=body).programme_key == (
        "arbeitsmarktbudget",
    )


@pytest.mark.parametrize(
    "subject",
    [
        "zur Umsetzung des Ausbildungs- und Qualifizierungsbudgets 2022",
        "über das Arbeitsmarktbudget des Jahres 2022",
        "über das Arbeitsmarktbudget für das Haushaltsjahr 2022",
        "2022 zum Arbeitsmarktbudget",
        "zum Arbeitsmarktbudget – 2022",
        "Arbeitsmarktbudget / Programmjahr: 2022",
        "Arbeitsmarktbudget (2022)",
    ],
)
def test_the_budget_year_is_read_from_the_title(subject: str) -> None:
    assert year(subject) == 2022


@pytest.mark.parametrize(
    "money",
    [
        "Das Land stellt für das Haushaltsjahr 2022 insgesamt 500.000 Euro bereit.",
        "Als Zuwendung für 2022 ist ein Höchstbetrag von 500.000 Euro vorgesehen.",
        "Zuwendung des Landes 2022 (Höchstbetrag): 500.000,-- EUR",
        "Zugewiesen werden 500.000 € aus dem Haushalt 2022, abzurufen bis Ende 2023.",
        "Die Mittel von 500.000 Euro sind vom 1. Mai 2022 an bis zum 31.12.2022 zu verwenden; sie gehören"
        " zum Haushaltsjahr 2022.",
    ],
)
def test_the_budget_year_may_stand_beside_the_money_alone(money: str) -> None:
    body = BODY.replace("§ 2 Schluss", f"§ 2 Mittel\n\n        {money}")
    assert year("über das Arbeitsmarktbudget", body) == 2022


@pytest.mark.parametrize(
    "other",
    [
        "Der Nachweis ist bis zum 31. März 2023 vorzulegen.",
        "Grundlage ist die Richtlinie vom 12.12.2016 in der Fassung von 2021.",
        "Die Strategie 2021 bis 2027 bleibt maßgeblich.",
        "Im Jahr 2023 wird über die Fortsetzung gesprochen, im Jahr 2024 entschieden.",
    ],
)
def test_other_years_of_the_text_do_not_displace_it(other: str) -> None:
    body = BODY.replace("§ 2 Schluss", f"§ 2 Verfahren\n\n        {other}")
    assert year("zur Umsetzung des Ausbildungs- und Qualifizierungsbudgets 2022", body) == 2022


def test_an_agreement_that_is_counted_within_its_year_is_of_this_year() -> None:
    body = BODY.replace("§ 2 Schluss", "§ 2 Mittel\n\n        Vorjahr (2021): 500.000 Euro wurden abgerufen.")
    assert year("Nr. 15 / 2022 zum Arbeitsmarktbudget", body) == 2022


def test_the_year_of_the_money_counts_more_than_the_one_of_a_number() -> None:
    assert year("Nr. 15 / 2021 über das Arbeitsmarktbudget des Jahres 2022") == 2022


def test_a_text_without_a_year_has_none() -> None:
    assert year("über gemeinsame Ziele") is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("dem Regierungspräsidium Kassel", "Regierungspräsidium Kassel"),
        ("dem Regierungs-\n        präsidium Kassel", "Regierungspräsidium Kassel"),
        ("dem Regierungspräsidium\n        Kassel", "Regierungspräsidium Kassel"),
        ("dem Regierungspräsidium Darmstadt", "Regierungspräsidium Darmstadt"),
    ],
)
def test_the_authority_is_the_one_that_issues_the_bescheid(printed: str, name: str) -> None:
    body = BODY.replace(
        "§ 2 Schluss",
        "§ 2 Verfahren\n\n        Das Regierungspräsidium Gießen berät alle Träger."
        f"\n\n        Der Bescheid wird von {printed} erlassen.",
    )
    found = agreement(body=body).authority
    assert found is not None
    assert found.value == name


def test_an_agreement_that_names_no_authority_has_none() -> None:
    assert agreement().authority is None


@pytest.mark.parametrize(
    ("title", "kind", "key"),
    [
        ("1. Nachtrag\n        zur Zielvereinbarung", "Nachtrag", "nachtragsvereinbarung"),
        ("Vereinbarung über Ziele\n        (Zielvereinbarung)", "Zielvereinbarung", "zielvereinbarung"),
        (
            "Änderungsvereinbarung zur Vereinbarung\n        über Ziele (Zielvereinbarung)",
            "Änderungsvereinbarung",
            "aenderungsvereinbarung",
        ),
        (
            "Vereinbarung zur Änderung\n        der Zielvereinbarung",
            "Änderungsvereinbarung",
            "aenderungsvereinbarung",
        ),
        ("Öffentlich-rechtliche\n        Vereinbarung", "Öffentlich-rechtliche Vereinbarung", None),
        ("Nutzungsvertrag", "Nutzungsvertrag", "vertrag"),
        ("GESELLSCHAFTSVERTRAG", "Gesellschaftsvertrag", "vertrag"),
        ("ZIEL- UND LEISTUNGSVEREINBARUNG", "Ziel- und Leistungsvereinbarung", "leistungsvereinbarung"),
        ("IT- und Leistungsvereinbarung", "IT- und Leistungsvereinbarung", "leistungsvereinbarung"),
        (
            "Ziel-, Mittel- und Leistungsvereinbarung",
            "Ziel-, Mittel- und Leistungsvereinbarung",
            "leistungsvereinbarung",
        ),
        ("Durchführungsvereinbarung zum Programm", "Durchführungsvereinbarung", "vereinbarung"),
    ],
)
def test_a_kind_over_two_lines_and_a_kind_of_no_list(title: str, kind: str, key: str | None) -> None:
    record = typed_agreement(
        f"""
        {title}

        zwischen dem Land Hessen und dem Landkreis Gießen

        § 1 Gegenstand

        Die Beteiligten stimmen ihre Angebote für junge Menschen in der Region ab.
        """
    )
    assert record.kind is not None
    assert record.title is not None
    assert record.kind.value == kind
    assert key is None or record.kind_key == key


def test_the_title_and_no_later_sentence_tells_the_kind() -> None:
    found = agreement(kind="Entschuldungsvertrag", subject="- es wird folgende Vereinbarung geschlossen:")
    assert found.kind is not None
    assert (found.kind.value, found.kind_key) == ("Entschuldungsvertrag", "vertrag")


def test_the_year_of_an_aim_is_no_budget_year() -> None:
    body = BODY.replace("Sie berichten", "Der Ausgleich wird im Haushaltsjahr 2027 erreicht. Sie berichten")
    assert year("über gemeinsame Ziele", body) is None


def kind_in_scan(printed: str) -> Extracted[str] | None:
    """What kind of agreement is read where a scan has this for its title."""
    text = f"""
                              {printed}
                                  zwischen
           dem Hessischen Ministerium für Soziales und Integration
                                    und
                         dem Landkreis Groß-Gerau
        zur Umsetzung des Ausbildungs- und Qualifizierungsbudgets 2022
{BODY}"""
    return typed_agreement(typed_pages(text, origin="ocr", confidence=0.97)).kind


@pytest.mark.parametrize(
    ("printed", "kind"),
    [("Zie. verein barung", "Zielvereinbarung"), ("Zielvereinbarurg", "Zielvereinbarung")],
)
def test_a_damaged_kind_is_recognised_in_a_scan_but_not_for_sure(printed: str, kind: str) -> None:
    found = kind_in_scan(printed)
    assert found is not None
    assert found.value == kind
    assert found.provenance.confidence < 0.85


@pytest.mark.parametrize(
    ("printed", "sure"),
    [("ereinbarung", False), ("ngsvereinbarung", False), ("Zielvereinbarung", True)],
)
def test_of_the_end_of_a_kind_nobody_knows_what_it_is(printed: str, sure: bool) -> None:
    found = kind_in_scan(printed)
    assert found is not None
    assert (found.provenance.confidence >= 0.85) == sure


@pytest.mark.parametrize("behind", [59.8, 10.0])
def test_a_word_behind_a_stamp_makes_no_title(behind: float) -> None:
    text = f"""
                              Zielvereinbarung

        Das Land Hessen und der Landkreis Groß-Gerau
        treffen die nachstehende Vereinbarung:
{BODY}"""
    (page,) = typed_pages(text, origin="ocr", confidence=0.97)
    sizes = {"Zielvereinbarung": 16.0, "nachstehende": 1.8 * behind / 3 + 4, "Vereinbarung:": behind}
    words = tuple(replace(word, size=sizes.get(word.text, word.size)) for word in page.words)
    found = typed_agreement([replace(page, words=words)]).kind
    assert found is not None
    assert found.value == "Zielvereinbarung"


@pytest.mark.parametrize(
    ("origin", "authority"), [("ocr", "Regierungspräsidium Kassel"), ("text_layer", None)]
)
def test_an_authority_is_known_behind_which_a_speck_joins_a_word(
    origin: Origin, authority: str | None
) -> None:
    text = """\
        Die Zuwendung wird vom Regierungspräsidium Kassel.durch Bescheid bewilligt.
"""
    found = typed_agreement(typed_pages(OPENING + text, origin=origin, confidence=0.97)).authority
    assert (found and found.value) == authority


def test_what_a_sentence_announces_is_none_of_the_title_though_it_is_larger_on_a_scan() -> None:
    text = f"""
        {{title}}
        zur Umsetzung des Ausbildungs- und Qualifizierungsbudgets 2022

        Das Hessische Ministerium für Soziales und Integration
        und der Landkreis Groß-Gerau
        treffen die nachstehende Vereinbarung:

{BODY}"""

    def kind_of(title: str) -> str | None:
        (page,) = typed_pages(text.format(title=title), origin="ocr", confidence=0.97)
        words = tuple(
            replace(word, size=2 * word.size) if "Vereinbarung" in word.text else word for word in page.words
        )
        found = typed_agreement([replace(page, words=words)]).kind
        return found.value if found else None

    assert kind_of("Zielvereinbarung") == "Zielvereinbarung"
    assert kind_of("Zi elvereinbarung") == "Zielvereinbarung"
    assert kind_of("Regionale Arbeitsmarktförderung") == "Vereinbarung"


def test_a_damaged_authority_is_recognised_in_a_scan() -> None:
    body = BODY.replace(
        "§ 2 Schluss", "§ 2 Bescheid\n\n        Den Bescheid erteilt das Regierungspräsidum Kassel."
    )
    pages = typed_pages(
        f"""
                              Zielvereinbarung
                                  zwischen
           dem Hessischen Ministerium für Soziales und Integration
                                    und
                         dem Landkreis Groß-Gerau
        zur Umsetzung des Ausbildungs- und Qualifizierungsbudgets 2022
{body}""",
        origin="ocr",
        confidence=0.97,
    )
    found = typed_agreement(pages).authority
    assert found is not None
    assert (found.value, found.text) == ("Regierungspräsidium Kassel", "Regierungspräsidum Kassel")


def test_a_year_in_the_table_of_the_front_counts_more_than_one_in_the_text() -> None:
    found = typed_agreement(
        """
                              Zielvereinbarung
              über das Ausbildungs- und Qualifizierungsbudget

        +--------+---------------+---------------------+
        | Jahr   | Land          | Kommune             |
        +--------+---------------+---------------------+
        | 2022   | Land Hessen   | Landkreis Fulda     |
        +--------+---------------+---------------------+

        § 1 Mittel

        Die Zuwendung für das Jahr 2023 beträgt 500.000 Euro.
        """
    ).budget_year
    assert found is not None
    assert found.value == 2022


def test_programmes_named_in_one_breath_are_all_taken_where_no_title_names_one() -> None:
    record = typed_agreement("""
        Zielvereinbarung 2013

        1. Beteiligte

        Land Hessen

        Landeshauptstadt Wiesbaden

        2. Förderung

        Förderprogramm: Ausbildungs- und Qualifizierungsbudget und Arbeitsmarktbudget
    """)
    assert [one.value for one in record.programme] == [
        "Ausbildungs- und Qualifizierungsbudget",
        "Arbeitsmarktbudget",
    ]


def test_a_kind_that_only_a_sentence_names_is_doubted() -> None:
    record = typed_agreement("""
        zwischen dem Land Hessen und dem Landkreis Kassel

        § 1 Anliegen

        Das Ausbildungs- und Qualifizierungsbudget soll jungen Menschen helfen.

        § 2 Schluss

        Änderungen dieser Vereinbarung bedürfen der Schriftform.
    """)
    assert record.kind
    assert record.kind.provenance.confidence <= 0.5


def test_a_name_among_other_words_of_a_cell_is_found() -> None:
    record = typed_agreement(f"""
                              Zielvereinbarung
        +--------------------+--------------------------------------------+
        | Kommune            | Darmstadt                                  |
        +--------------------+--------------------------------------------+
        | Programm Bewilligung | Arbeitsmarktbudget Regierungspräsidium Kassel |
        +--------------------+--------------------------------------------+
{BODY}""")
    assert record.authority is not None
    assert record.authority.value == "Regierungspräsidium Kassel"
    assert [programme.value for programme in record.programme] == ["Arbeitsmarktbudget"]


@pytest.mark.parametrize(("printed", "sure"), [("Zielvereinbarung", True), ("Zielvereinbarnng", False)])
def test_a_kind_of_which_a_letter_is_misread_is_disputed(printed: str, sure: bool) -> None:
    pages = typed_pages(
        f"""
                              {printed}
                                  zwischen
           dem Hessischen Ministerium für Soziales und Integration
                                    und
                         dem Landkreis Groß-Gerau
{BODY}""",
        origin="ocr",
        confidence=0.97,
    )
    kind = typed_agreement(pages).kind
    assert kind
    assert (kind.value, kind.provenance.confidence > 0.5) == ("Zielvereinbarung", sure)


def test_a_noun_of_a_scan_that_lost_its_beginning_is_doubted() -> None:
    pages = typed_pages(
        f"""
                              vereinbarung
                                  zwischen
           dem Hessischen Ministerium für Soziales und Integration
                                    und
                         dem Landkreis Groß-Gerau
{BODY}""",
        origin="ocr",
        confidence=0.97,
    )
    kind = typed_agreement(pages).kind
    assert kind is None or kind.provenance.confidence <= 0.5


def test_a_year_alone_in_its_place_and_nowhere_else_may_be_of_a_stamp() -> None:
    text = f"""
                              Kooperationsvereinbarung
                             zum Arbeitsmarktbudget
                                  zwischen
                             dem Vogelsbergkreis
                                    und
                         dem Landkreis Groß-Gerau

                                                        2017 28

{BODY}"""
    pages = typed_pages(text, origin="ocr", confidence=0.97)
    year = typed_agreement(pages).budget_year
    assert year is not None
    assert year.provenance.confidence <= 0.5


@pytest.mark.parametrize(
    "line", ["Nr. 30 der Urkundenrolle für 2016", "Für 2016 wird ein Entgelt von 500 Euro vereinbart."]
)
def test_an_agreement_without_a_programme_has_a_year_only_of_what_it_calls_a_budget(line: str) -> None:
    text = f"""
                                  Vertrag

        {line}

        Der Vogelsbergkreis und der Landkreis Groß-Gerau schließen diesen Vertrag.
    """
    assert typed_agreement(text).budget_year is None
    year = typed_agreement(text + "\n        Im Haushaltsjahr 2017 sind es 600 Euro.\n").budget_year
    assert year is not None
    assert year.value == 2017


def test_an_authority_behind_its_label_is_found_though_it_was_taken_for_a_part_of_the_signatures() -> None:
    reading = typed_reading(BODY)
    (line,) = typed_layout("Ausführende Stelle: Regierungspräsidium Kassel").blocks[0].lines
    layout = replace(reading.layout, signature_blocks=((Row((line,)),),))
    found = find_authority(replace(reading, layout=layout))
    assert found is not None
    assert found.value == "Regierungspräsidium Kassel"
    assert found.provenance.confidence <= 0.5


@pytest.mark.parametrize(
    ("left", "kind"),
    [
        ("Dokumentart", "Zielvereinbarung"),
        ("Art", "Nachtragsvereinbarung"),
        ("Typ", "Änderungsvereinbarung"),
    ],
)
def test_a_cell_of_the_front_may_name_the_kind_and_the_programme(left: str, kind: str) -> None:
    form = f"""
        +-----------------------+-------+-----------------------------------------+
        | {left:<21} | Jahr  | Programm                                |
        +-----------------------+-------+-----------------------------------------+
        | {kind:<21} | 2022  | Ausbildungs- und Qualifizierungsbudget  |
        +-----------------------+-------+-----------------------------------------+

        A Partner

        +--------------+------------------------------------+---------------------+
        | Partner Nr.  | 1                                  | 2                   |
        +--------------+------------------------------------+---------------------+
        | Bezeichnung  | Hessisches Sozialministerium       | Landkreis Fulda     |
        +--------------+------------------------------------+---------------------+

        B Bezug

        Dieses Dokument knüpft an die Zielvereinbarung an, gezeichnet am 16. November 2021.

        C Sonstiges

        Die Partner unterrichten einander über den Stand der Vorhaben zum Ende des Jahres.
    """
    read = typed_agreement(form)
    assert read.kind is not None
    assert read.kind.value == kind
    assert [(party.role, party.name.value) for party in read.parties] == [
        ("grantor", "Hessisches Sozialministerium"),
        ("recipient", "Landkreis Fulda"),
    ]


def test_a_line_that_names_a_file_is_no_title() -> None:
    record = typed_agreement(
        """
        ZV_2022_Unterschrift.xlsx / Vereinbarung

        Dokument     Zielvereinbarung                  Jahr      2022

        Das Hessische Ministerium für Soziales und Integration und der Landkreis Groß-Gerau
        schließen die folgende Abrede.
"""
        + BODY
    )
    assert record.kind is not None
    assert record.kind.value == "Zielvereinbarung"


def test_the_title_of_an_agreement_is_not_that_of_the_note_that_publishes_it() -> None:
    record = typed_agreement(
        """
        Nachstehend wird die Vereinbarung über den Ausbau der Radwege bekannt gemacht.

                        Verwaltungsvereinbarung
                   über den Ausbau der Radwege

        zwischen
        dem Land Hessen
        und
        dem Landkreis Groß-Gerau
"""
        + BODY
    )
    assert record.kind is not None
    assert record.kind.value == "Verwaltungsvereinbarung"
    assert record.title is not None
    assert record.title.value == "Verwaltungsvereinbarung über den Ausbau der Radwege"


def test_money_by_years_has_no_one_year() -> None:
    text = """
                                  Vertrag

        Das Land Hessen und die Universität Musterau schließen diesen Vertrag.

        § 1 Mittel

        Die Universität erhält für das Haushaltsjahr 2017 600 Euro.

        Die Universität erhält für das Haushaltsjahr 2018 700 Euro.
    """
    assert typed_agreement(text).budget_year is None


@pytest.mark.parametrize(
    ("said", "office"),
    [
        (
            "Die Musterländische Aufbaubank – Förderbank – erlässt auf Antrag den Zuwendungsbescheid.",
            "Musterländische Aufbaubank – Förderbank –",
        ),
        (
            "Der Nachweis ist der Gesellschaft für Wirtschaftsförderung Muster mbH, die den Bescheid "
            "erlässt, vorzulegen.",
            "Gesellschaft für Wirtschaftsförderung Muster mbH",
        ),
        (
            "Näheres regeln die Bescheide der Investitions- und Förderbank Musterland (MBank).",
            "Investitions- und Förderbank Musterland",
        ),
        ("Die Aufsichts- und Musterdirektion erlässt den Bescheid.", "Aufsichts- und Musterdirektion"),
        ("Bewilligungsbehörde ist das Landesamt für Muster und Probe.", "Landesamt für Muster und Probe"),
        (
            "Anträge sind im Mai bei der Investitionsbank Muster einzureichen, die über die Bewilligung "
            "entscheidet.",
            "Investitionsbank Muster",
        ),
        ("Anträge sind bei der Stadt Musterau einzureichen, die über die Förderung entscheidet.", None),
        ("Anträge sind bei der Handelskammer Muster einzureichen, die darüber berichtet.", None),
        ("Das Land erteilt den Zuwendungsbescheid.", None),
        ("Die Bewilligungsbehörde erlässt den Bescheid.", None),
        ("Der Landkreis Groß-Gerau erlässt die Bescheide an die Träger.", None),
        ("Die Aufsicht hat dies mit Bescheid der Bezirksregierung Musterland genehmigt.", None),
        ("Die Bescheide der Jahre 2021 und 2022 bleiben unberührt.", None),
    ],
)
def test_an_office_of_no_list_issues_the_bescheid_if_a_sentence_says_so(
    said: str, office: str | None
) -> None:
    found = typed_agreement(OPENING + f"        {said}\n").authority
    assert (found and found.value) == office


def test_a_programme_of_no_list_is_told_by_the_quotes_of_the_title() -> None:
    opening = OPENING.replace(
        "zur Umsetzung des Ausbildungs- und Qualifizierungsbudgets 2022",
        "zur Umsetzung des Landesprogramms „Musterregion Arbeit“ im Jahr 2022",
    )
    found = typed_agreement(opening).programme
    assert [(one.value, one.key) for one in found] == [("Musterregion Arbeit", None)]


@pytest.mark.parametrize(
    "kind",
    [
        "Leistungs- und Entgeltvereinbarung",
        "Nutzungs- oder Pachtvertrag",
        "Leistungs-, Entgelt- und Qualitätsentwicklungsvereinbarung",
        "Leistungs-, Entgelt- u. Qualitätsvereinbarung",
        "Leistungs-/Entgeltvereinbarung",
        "Ziel-/Leistungsvereinbarung",
    ],
)
def test_a_kind_of_no_list_may_be_two_that_share_their_end(kind: str) -> None:
    found = agreement(kind=kind).kind
    assert found is not None
    assert found.value == kind


def test_the_year_of_a_sum_that_stands_in_a_line_of_its_own_is_that_of_its_sentence() -> None:
    record = typed_agreement("""
        Zuwendungsvertrag

        Die Stadt Fulda, vertreten durch den Magistrat (nachfolgend „Stadt“ genannt), und der
        Verein Muster e. V. (nachfolgend „Träger“ genannt) schließen folgenden Vertrag:

        1. Höhe der Zuwendung

        Die Stadt gewährt dem Träger für das Haushaltsjahr 2025 eine Zuwendung in Höhe von

                                   128.400,00 €

        2. Nachweis

        Der Träger legt den Nachweis bis zum 31.03.2026 vor.
    """)
    assert record.budget_year is not None
    assert record.budget_year.value == 2025


def test_what_a_sentence_calls_this_agreement_is_not_for_sure_what_a_damaged_title_says() -> None:
    text = f"""
        Nachtragsver    barung
        zur Umsetzung des Ausbildungs- und Qualifizierungsbudgets 2022
        zwischen
        dem Hessischen Ministerium für Soziales und Integration
        und
        dem Landkreis Groß-Gerau

        Die Beteiligten schließen auf der Grundlage der Beschlüsse diese Vereinbarung.

        § 1 Änderung der Zielvereinbarung
    {BODY}"""
    found = typed_agreement(typed_pages(text, origin="ocr", confidence=0.97)).kind
    assert found is None or found.provenance.confidence <= 0.5


TWO_PROGRAMMES = """
                              Zielvereinbarung
        zum Ausbildungs- und Qualifizierungsbudget und zum {second}
                            Förderjahr 2022

        Das Hessische Ministerium für Soziales und Integration
        und der Landkreis Groß-Gerau vereinbaren:

"""


@pytest.mark.parametrize(
    ("second", "origin", "keys"),
    [
        ("Arbeit smarktbudget", "ocr", ["aqb", "arbeitsmarktbudget"]),
        ("Arbeitsmarktbudget", "ocr", ["aqb", "arbeitsmarktbudget"]),
        ("Arbeit smarktbudget", "text_layer", ["aqb"]),
        ("Arbeitsmarkt", "ocr", ["aqb"]),
    ],
)
def test_a_second_programme_is_known_though_a_scan_has_blanks_in_its_name(
    second: str, origin: Origin, keys: list[str]
) -> None:
    text = TWO_PROGRAMMES.format(second=second) + BODY
    found = typed_agreement(typed_pages(text, origin=origin, confidence=0.97)).programme
    assert [one.key for one in found] == keys
    torn = " " in second and len(keys) > 1
    assert (found[-1].provenance.confidence < 0.85) == torn


@pytest.mark.parametrize(
    ("named", "origin", "sure"),
    [
        ("Arbeitsmarktbudget", "ocr", False),
        ("Ausbildungs- und Qualifizierungsbudget", "ocr", True),
        ("Arbeitsmarktbudget", "text_layer", True),
    ],
)
def test_a_scanned_title_without_a_programme_of_its_text_has_lost_one(
    named: str, origin: Origin, sure: bool
) -> None:
    money = f"\n        § 9 Mittel\n\n        Die Summe enthält auch das {named} (245.200 Euro).\n"
    pages = typed_pages(OPENING + BODY + money, origin=origin, confidence=0.97)
    found = typed_agreement(pages).programme
    assert [one.key for one in found] == ["aqb"]
    assert (found[0].provenance.confidence > 0.5) is sure


def test_a_programme_that_a_cell_names_is_none_of_the_title() -> None:
    table = """
        +----------------------+------------------------------+
        | Programm             | Betrag                       |
        +----------------------+------------------------------+
        | Arbeitsmarktbudget   | 20.000 Euro                  |
        +----------------------+------------------------------+
"""
    text = TWO_PROGRAMMES.format(second="Ziel") + BODY + table
    found = typed_agreement(typed_pages(text, origin="ocr", confidence=0.97)).programme
    assert [one.key for one in found] == ["aqb"]


@pytest.mark.parametrize(("origin", "sure"), [("ocr", False), ("text_layer", True)])
def test_of_a_scan_no_sentence_of_the_title_tells_a_kind_for_sure_that_says_little(
    origin: Origin, sure: bool
) -> None:
    text = f"""
                              Öffentl. rechtlich ereinb
                                 über den Winterdienst
        Der Landkreis Kassel und der Landkreis Groß-Gerau schließen diese Vereinbarung:
{BODY}"""
    found = typed_agreement(typed_pages(text, origin=origin, confidence=0.97)).kind
    assert found is not None
    assert found.value == "Vereinbarung"
    assert (found.provenance.confidence > 0.85) is sure
