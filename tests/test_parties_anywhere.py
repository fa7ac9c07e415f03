"""Who agrees with whom, where no list knows them: front pages as clerks type them."""

from __future__ import annotations

from textwrap import wrap

import pytest

from extract.parties.lists import FOR_WHOM
from extract.parties.titles import SUBJECT_START
from models.settings import Settings
from tests.typed_pages import typed_agreement

BODY = """

        § 1 Gegenstand

        Die Beteiligten stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab. Sie berichten einander zum Ende jedes Halbjahres über den
        Stand der Vorhaben, und zwar in der Form, die sie gemeinsam festlegen.

        § 2 Schluss

        Änderungen bedürfen der Schriftform.
"""

FRONTS: dict[str, tuple[str, list[str]]] = {
    "an office that stands for its ministry": (
        """
        Vereinbarung

        Der Hessische Minister für Soziales und Integration, nachfolgend „Minister“
        genannt, sowie der Odenwaldkreis, Michelstädter Straße 12, 64711 Erbach,
        nachfolgend „Kreis“ genannt, vereinbaren:
        """,
        ["Hessischer Minister für Soziales und Integration", "Odenwaldkreis"],
    ),
    "parts that the parties play, set between dashes without a comma": (
        """
        Verwaltungsvereinbarung für ein gemeinsames Medienzentrum

        zwischen
        dem Landkreis Waldeck-Frankenberg – Beteiligter zu 1 – der Stadt Musterau
        – Beteiligte zu 2 – dem Odenwaldkreis – nachstehend Kreis genannt –
        und dem Rheingau-Taunus-Kreis – Beteiligter zu 4 –
        """,
        ["Landkreis Waldeck-Frankenberg", "Stadt Musterau", "Odenwaldkreis", "Rheingau-Taunus-Kreis"],
    ),
    "municipalities of no list": (
        """
                      Öffentlich-rechtliche Vereinbarung

                                   zwischen

             der Gemeinde Musterdorf, vertreten durch den Gemeindevorstand,

                                      und

              der Stadt Beispielstadt, vertreten durch den Magistrat

             über den gemeinsamen Betrieb eines Bauhofs
        """,
        ["Gemeinde Musterdorf", "Stadt Beispielstadt"],
    ),
    "companies, numbered, with their seats": (
        """
                                   Vertrag
                 über die Errichtung der Kulturbahnhof GmbH

        Es schließen sich zusammen

        1. Stadtwerke Probestadt AG, Exempelhausen
        2. Gründerzentrum Musterau GmbH, Beispieltal
        3. Energieverein Fiktiv e. V., Exempelhausen
        """,
        ["Stadtwerke Probestadt AG", "Gründerzentrum Musterau GmbH", "Energieverein Fiktiv e. V."],
    ),
    "Länder as a subject": (
        """
                                 Staatsvertrag

        Das Land Baden-Württemberg, der Freistaat Bayern, die Freie Hansestadt Bremen,
        die Freie und Hansestadt Hamburg, das Saarland und der Freistaat Thüringen
        schließen nachstehenden Staatsvertrag:
        """,
        [
            "Land Baden-Württemberg",
            "Freistaat Bayern",
            "Freie Hansestadt Bremen",
            "Freie und Hansestadt Hamburg",
            "Saarland",
            "Freistaat Thüringen",
        ],
    ),
    "Länder in the dative": (
        """
                             Verwaltungsabkommen
                                  zwischen
        dem Land Niedersachsen,
        der Freien und Hansestadt Hamburg
        und
        dem Freistaat Sachsen
        über die Anerkennung von Fortbildungen
        """,
        ["Land Niedersachsen", "Freie und Hansestadt Hamburg", "Freistaat Sachsen"],
    ),
    "a county called after a river": (
        """
                             Zweckvereinbarung

        Auf Grund des Gesetzes über die kommunale Gemeinschaftsarbeit schließen

        der Landkreis Gotha, vertreten durch den Landrat,
        der Ilm-Kreis, vertreten durch die Landrätin, und
        der Landkreis Sömmerda, vertreten durch den Landrat,

        folgende Zweckvereinbarung:
        """,
        ["Landkreis Gotha", "Ilm-Kreis", "Landkreis Sömmerda"],
    ),
    "on one side and on the other": (
        """
                         Kooperationsvereinbarung

        Die Volkshochschule Musterau e. V. einerseits und der Zweckverband
        Naherholung Probetal andererseits schließen folgende Vereinbarung:
        """,
        ["Volkshochschule Musterau e. V.", "Zweckverband Naherholung Probetal"],
    ),
    "labelled sides": (
        """
                           Leistungsvereinbarung

        Auftraggeber: Landkreis Gießen

        Auftragnehmer: Lernwerk Musterau gGmbH
        """,
        ["Landkreis Gießen", "Lernwerk Musterau gGmbH"],
    ),
    "partners below their heading": (
        """
                         Kooperationsvereinbarung

        Vertragspartner

        Handwerkskammer Musterland

        Verein Brücke e. V.
        """,
        ["Handwerkskammer Musterland", "Verein Brücke e. V."],
    ),
    "the undersigned": (
        """
                          Absichtserklärung

        Die Unterzeichnenden

        – Stiftung Zukunft Probetal
        – Agentur für Arbeit Musterstadt
        – Kreishandwerkerschaft Beispielland

        erklären ihren gemeinsamen Willen.
        """,
        [
            "Stiftung Zukunft Probetal",
            "Agentur für Arbeit Musterstadt",
            "Kreishandwerkerschaft Beispielland",
        ],
    ),
    "between, in one sentence, with addresses": (
        """
                                 Vereinbarung

        zwischen der Gemeinde Musterdorf, Hauptstraße 3, 35999 Musterdorf, und
        dem Verein Brücke e. V., Ringweg 8, 35998 Probetal
        über die Nutzung eines Raumes
        """,
        ["Gemeinde Musterdorf", "Verein Brücke e. V."],
    ),
    "each as what it takes part": (
        """
                                   Vertrag
                                  zwischen
                  dem Wohlfahrtsverband Musterau e. V. als Träger zu 1
                                    und
                  der Stiftung Lichtblick Probetal als Träger zu 2
        über ein gemeinsames Haus
        """,
        ["Wohlfahrtsverband Musterau e. V.", "Stiftung Lichtblick Probetal"],
    ),
    "several cities and several villages": (
        """
                                 Vereinbarung

        Die Städte Neustadt (Wied) und Linden, vertreten durch den Magistrat, sowie die
        Gemeinden Musterau (Wied), Probetal und Tanne, vertreten durch den
        Gemeindevorstand, schließen folgende Vereinbarung über ein gemeinsames Archiv:
        """,
        [
            "Stadt Neustadt (Wied)",
            "Stadt Linden",
            "Gemeinde Musterau (Wied)",
            "Gemeinde Probetal",
            "Gemeinde Tanne",
        ],
    ),
    "associations, each with its article": (
        """
                            Bündnis für Ausbildung

        Die Probeländische Landesregierung, der Deutsche Lehrlingsbund Nord und das
        Evangelische Bildungswerk Musterau e. V. vereinbaren, gemeinsam für Lehrstellen zu werben.
        """,
        [
            "Probeländische Landesregierung",
            "Deutscher Lehrlingsbund Nord",
            "Evangelisches Bildungswerk Musterau e. V.",
        ],
    ),
    "between counties that share their noun": (
        """
                                 Vereinbarung

        zwischen den Landkreisen Fulda und Gießen
        über einen gemeinsamen Fahrdienst
        """,
        ["Landkreis Fulda", "Landkreis Gießen"],
    ),
    "a place with its river, and what the others are called": (
        """
                                 Vereinbarung
                                  zwischen
                   der Gemeinde Musterau (Wied), vertreten durch den Gemeindevorstand,
                                    und
                   dem gemeinnützigen Verein Brücke e. V. (Betreiber)
        über die Nutzung eines Raumes
        """,
        ["Gemeinde Musterau (Wied)", "Verein Brücke e. V."],
    ),
    "a ministry of another Land": (
        """
                          Verwaltungsvereinbarung
                                 zwischen
         dem Niedersächsischen Ministerium für Soziales, Arbeit und Gesundheit
                                    und
                 dem Landeswohlfahrtsverband Probeland
        über eine gemeinsame Stelle
        """,
        [
            "Niedersächsisches Ministerium für Soziales, Arbeit und Gesundheit",
            "Landeswohlfahrtsverband Probeland",
        ],
    ),
    "counted, two who act for each": (
        """
                         Kooperationsvereinbarung
                                 zwischen

        1. dem Wohnverein Probetal e. V., Am Probenmarkt 27, 63251 Musterau,
           vertreten durch die Vorsitzende Hilde Provas und den Schatzmeister Uwe
           Musterknecht (nachfolgend „Verein“),
        2. der Landwirtschaftskammer Beispieltal, Platz der Vorlagen 63, 61561 Beispieltal,
           vertreten durch die Präsidentin Jette Schablone und den Hauptgeschäftsführer
           Rolf Schablone (nachfolgend „Kammer“) und
        3. dem Hochtaunuskreis, Exempelgasse 5, 35356 Bad Homburg, vertreten
           durch den Landrat Tom Beispielsen und den Ersten Kreisbeigeordneten Jan Fiktiv

        wird Folgendes vereinbart:
        """,
        ["Wohnverein Probetal e. V.", "Landwirtschaftskammer Beispieltal", "Hochtaunuskreis"],
    ),
    "lines with a street, and who acts": (
        """
                                 Vertrag
                                 zwischen

        der Industrie- und Handelskammer Exempelhausen
        Musterstraße 1, 64419 Exempelhausen
        vertreten durch die Präsidentin Hilda Probe und die Hauptgeschäftsführerin Sabine
        Niemandsson
                                                     – im Weiteren „IHK“ –
        und
        der Gemeinde Musterau
        An der Mühle 3, 61389 Musterau
        vertreten durch den Bürgermeister Egon Beispiel und den Ersten Beigeordneten Udo Exempel
        und
        der Handwerkskammer Nordprobe
        Kurze Gasse 4 a, 61543 Exempelhausen
        vertreten durch den Präsidenten Otto Musterwald und den Prokuristen Karl Probe
        und
        dem Wohnverein Probetal e. V.
        Exempelgasse 66, 61543 Exempelhausen
        gesetzlich vertreten durch die Vorsitzende Rosa Probst und den Schatzmeister Otto
        Exempel

        über ein gemeinsames Haus
        """,
        [
            "Industrie- und Handelskammer Exempelhausen",
            "Gemeinde Musterau",
            "Handwerkskammer Nordprobe",
            "Wohnverein Probetal e. V.",
        ],
    ),
    "in a table below what they are": (
        """
                         Kooperationsvereinbarung

        Zwischen den Partnern

        +----------------------+----------------------+-------------------------+----------+
        | Partner              | Anschrift            | Vertretung              | Kurzname |
        +----------------------+----------------------+-------------------------+----------+
        | Handwerkskammer      | Musterstraße 24,     | durch den Präsidenten   | Kammer   |
        | Exempelhausen        | 64579 Exempelhausen  | Tom Probewitz           |          |
        +----------------------+----------------------+-------------------------+----------+
        | Frauenhilfe          | Beispielallee 78,    | durch den Vorsitzenden  | Verein   |
        | Exempelhausen e. V.  | 36537 Probestadt     | Wolf Mustermann         |          |
        +----------------------+----------------------+-------------------------+----------+

        – gemeinsam „die Partner“ genannt – wird Folgendes vereinbart:
        """,
        ["Handwerkskammer Exempelhausen", "Frauenhilfe Exempelhausen e. V."],
    ),
    "in columns without rules": (
        """
                         Kooperationsvereinbarung

        Zwischen den Partnern

        Partner               Anschrift               Vertretung               Kurzname

        Industrie- und        Musterstraße 24,        durch den Präsidenten    IHK
        Handelskammer         64579 Exempelhausen     Tom Probewitz und den
        Exempelhausen                                 Hauptgeschäftsführer

        Frauenhilfe           Beispielallee 78,       durch den Vorsitzenden   Verein
        Exempelhausen e. V.   36537 Probestadt        Wolf Mustermann

        wird Folgendes vereinbart:
        """,
        ["Industrie- und Handelskammer Exempelhausen", "Frauenhilfe Exempelhausen e. V."],
    ),
    "a list that ends with a full stop": (
        """
                              Vertrag
               über die Satzung der Nahverkehr Probetal mbH

        Folgende Gebietskörperschaften schließen sich zu einer Gesellschaft mit
        beschränkter Haftung zusammen:

        1. der Landkreis Gießen, vertreten durch die Landrätin;
        2. die Stadt Bad Beispiel;
        3. die Gemeinde Erdachtal.
        """,
        ["Landkreis Gießen", "Stadt Bad Beispiel", "Gemeinde Erdachtal"],
    ),
}


@pytest.mark.parametrize("name", FRONTS)
def test_the_parties_of_a_front_page(name: str) -> None:
    front, expected = FRONTS[name]
    assert [party.name.value for party in typed_agreement(front + BODY).parties] == expected


@pytest.mark.parametrize("name", FRONTS)
def test_without_money_nobody_gives_and_nobody_receives(name: str) -> None:
    front, _ = FRONTS[name]
    assert {party.role for party in typed_agreement(front + BODY).parties} == {"party"}


@pytest.mark.parametrize(
    "front",
    [
        "        Vereinbarung\n\n        über die Nutzung eines Raumes",
        "        Vertrag\n\n        1. Gegenstand und Zweck\n        2. Dauer der Nutzung\n",
        "        Gemeinde Musterdorf | Bauamt\n\n        Hausordnung\n",
        "        Beteiligte\n\n        Verein für\n\n\n        Kreisausschuss\n",
        "        Vereinbarung\n\n        zwischen\n        dem Land …\n        und\n        dem Kreis …\n",
    ],
)
def test_nobody_is_invented(front: str) -> None:
    assert typed_agreement(front + BODY).parties == ()


def test_the_first_section_may_tell_the_partners() -> None:
    front = """
                           Öffentlich-rechtlicher Vertrag

        § 1 Partner

        Vertragspartner dieses Vertrages sind der Kreis Probeland, vertreten durch den
        Landrat, die Städte Linden, vertreten durch den Bürgermeister, und Tanne,
        vertreten durch die Bürgermeisterin, sowie das Amt Musterau.

        § 2 Aufgabe

        Sie führen ein Archiv.
"""
    assert [party.name.value for party in typed_agreement(front).parties] == [
        "Kreis Probeland",
        "Stadt Linden",
        "Stadt Tanne",
        "Amt Musterau",
    ]


def test_what_each_does_names_nobody() -> None:
    front = """
                         Kooperationsvereinbarung

        § 1 Leistungen der Partner

        Jeder Partner bringt sich nach seinen Möglichkeiten ein:

        – Der Verein wirbt in den eigenen Veröffentlichungen für das Vorhaben;
        – Die Stadt übernimmt die Abrechnung gegenüber Dritten und führt die Kasse;
"""
    assert typed_agreement(front + BODY).parties == ()


def test_who_acts_is_named_without_what_follows() -> None:
    record = typed_agreement(FRONTS["lines with a street, and who acts"][0] + BODY)
    assert [party.representative and party.representative.value for party in record.parties] == [
        "die Präsidentin Hilda Probe und die Hauptgeschäftsführerin Sabine Niemandsson",
        "den Bürgermeister Egon Beispiel und den Ersten Beigeordneten Udo Exempel",
        "den Präsidenten Otto Musterwald und den Prokuristen Karl Probe",
        "die Vorsitzende Rosa Probst und den Schatzmeister Otto Exempel",
    ]


def test_a_preamble_names_no_parties() -> None:
    front = """
                         Kooperationsvereinbarung
                                 zwischen
                    dem Landkreis Fulda, vertreten durch den Landrat,
                                    und
                    der Agentur für Arbeit Probetal

        PRÄAMBEL
        Gemeinsames Ziel ist es, die Angebote der Jugendhilfe, der Arbeitsförderung,
        der Schulen und der Kammern für junge Menschen besser zu verbinden und ihnen
        den Weg in einen Beruf leichter zu machen, der zu ihnen passt.
"""
    assert [party.name.value for party in typed_agreement(front + BODY).parties] == [
        "Landkreis Fulda",
        "Agentur für Arbeit Probetal",
    ]


def test_names_that_nothing_introduces_are_doubted() -> None:
    front = """
                             Vereinbarung

        Lernwerk Musterau gGmbH

        Verein Brücke e. V.
    """
    parties = typed_agreement(front + BODY).parties
    assert all(party.name.provenance.confidence < 0.85 for party in parties)


def test_a_letterhead_names_no_party_before_those_that_are_introduced() -> None:
    front = """
        Landkreis Groß-Gerau · Fachbereich Soziales

                             Zielvereinbarung
        zum Ausbildungs- und Qualifizierungsbudget 2022

        Beteiligte

        1. Hessisches Ministerium für Soziales und Integration

        2. Landkreis Groß-Gerau
    """
    names = [party.name.value for party in typed_agreement(front + BODY).parties]
    assert names == ["Hessisches Ministerium für Soziales und Integration", "Landkreis Groß-Gerau"]


def test_parties_joined_by_and_are_all_of_them_introduced() -> None:
    front = """
                             Vereinbarung

        Lernwerk Musterau gGmbH

        und

        Verein Brücke e. V.

        und

        Musterwerke Probestadt AG
    """
    names = [party.name.value for party in typed_agreement(front + BODY).parties]
    assert names == ["Lernwerk Musterau gGmbH", "Verein Brücke e. V.", "Musterwerke Probestadt AG"]


def test_a_letterhead_above_the_title_is_no_party() -> None:
    record = typed_agreement(
        """
        Amt für Arbeit und Beratung
        Ausbildungs- und Qualifizierungsbudget 2022

                              Zielvereinbarung

        Es verpflichten sich gegenseitig

        für das Land:   das Hessische Ministerium für Soziales und Integration

        für den Kreis:  der Landkreis Groß-Gerau, vertreten durch den Kreisausschuss

        § 1 Zweck

        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab. Sie berichten einander zum Ende jedes Halbjahres darüber.
        """
    )
    assert [(one.role, one.name.value) for one in record.parties] == [
        ("grantor", "Hessisches Ministerium für Soziales und Integration"),
        ("recipient", "Landkreis Groß-Gerau"),
    ]


KNOWN: dict[str, tuple[str, list[str]]] = {
    "numbered, with streets that only a number ends": (
        """
                      Zielvereinbarung
                        der Parteien

        [1]  Landkreis Kassel, Hinterm Hag 12, Kassel („Kommune“) und

        [2]  Land Hessen, Lange Zeile 3, Wiesbaden, vertreten durch das
             Hessische Ministerium für Soziales und Integration („Land“).
        """,
        ["Landkreis Kassel", "Land Hessen"],
    ),
    "a letterhead of one of them above": (
        """
        Der Kreisausschuss des Landkreises Kassel

                      Zielvereinbarung 2022

        Beteiligte dieser Vereinbarung sind:

        - das Hessische Ministerium für Soziales und Integration
        - der Landkreis Kassel, vertreten durch den Kreisausschuss
        """,
        ["Hessisches Ministerium für Soziales und Integration", "Landkreis Kassel"],
    ),
}


@pytest.mark.parametrize("name", KNOWN)
def test_parties_of_the_lists_stand_in_the_order_in_which_the_title_names_them(name: str) -> None:
    front, names = KNOWN[name]
    assert [party.name.value for party in typed_agreement(front + BODY).parties] == names


def test_a_cell_of_a_table_names_all_parties() -> None:
    table = """
                      Zielvereinbarung

        Nr.   Regelung            Inhalt
        --------------------------------------------------------------------
        1     Beteiligte          Das Land Hessen, vertreten durch das
                                  Hessische Ministerium für Soziales und
                                  Integration
                                  Der Landkreis Kassel
        --------------------------------------------------------------------
        2     Gegenstand          Abstimmung der Angebote in der Region
        --------------------------------------------------------------------
    """
    assert [party.name.value for party in typed_agreement(table).parties] == [
        "Land Hessen",
        "Landkreis Kassel",
    ]


def test_who_acts_for_the_parties_of_a_table_is_no_party() -> None:
    table = """
                      Zielvereinbarung

        +-------------------+----------------------------------+------------+
        | Beteiligte        | vertreten durch                  | Sitz       |
        +-------------------+----------------------------------+------------+
        | Land Hessen       | das Hessische Sozialministerium  | Wiesbaden  |
        +-------------------+----------------------------------+------------+
        | Landkreis Kassel  | –                                | Kassel     |
        +-------------------+----------------------------------+------------+

        Zuwendung: 5.000,00 Euro
    """
    parties = typed_agreement(table).parties
    assert [(party.role, party.name.value) for party in parties] == [
        ("grantor", "Land Hessen"),
        ("recipient", "Landkreis Kassel"),
    ]
    assert parties[1].representative is None
    assert parties[0].representative
    assert parties[0].representative.value == "das Hessische Sozialministerium"


def test_the_rest_of_a_torn_name_stands_below_or_around_another_column() -> None:
    side_by_side = """
                      Zielvereinbarung
        zwischen
        dem Hessischen Ministerium für Soziales   und   dem Landkreis Kassel,
        und Integration                                 vertreten durch den Landrat
    """
    for party in typed_agreement(side_by_side + BODY).parties:
        assert party.name.value in ("Hessisches Ministerium für Soziales und Integration", "Landkreis Kassel")


def test_the_ministry_in_the_row_of_its_land_acts_for_it() -> None:
    table = """
                      Zielvereinbarung

        +------------------+---------------------------------+------------+
        | Land Hessen      | das Hessische Sozialministerium | Wiesbaden  |
        +------------------+---------------------------------+------------+
        | Landkreis Kassel | –                               | Kassel     |
        +------------------+---------------------------------+------------+

        Zuwendung: 5.000,00 Euro
    """
    assert [(party.role, party.name.value) for party in typed_agreement(table).parties] == [
        ("grantor", "Land Hessen"),
        ("recipient", "Landkreis Kassel"),
    ]


@pytest.mark.parametrize(
    "verb",
    ["gehen folgende Abrede ein:", "kommen in den folgenden Punkten überein:", "legen hiermit fest:"],
)
def test_whoever_agrees_is_the_subject_whatever_the_verb(verb: str) -> None:
    front = f"""
                      Fördervereinbarung

        Der Landkreis Kassel und die Stiftung Wegweiser Muster in Probestadt {verb}
    """
    parties = typed_agreement(front + BODY + "\n        Stiftung Wegweiser Muster").parties
    assert [party.name.value for party in parties] == ["Landkreis Kassel", "Stiftung Wegweiser Muster"]


def test_what_a_party_is_called_between_dashes_is_no_party() -> None:
    front = """
                      Zielvereinbarung

        Das Hessische Ministerium für Soziales und Integration
                                                    – Land –
        und der Landkreis Kassel, vertreten durch den Kreisausschuss
                                                    – örtlicher Partner –
        machen miteinander aus:
    """
    assert [party.name.value for party in typed_agreement(front + BODY).parties] == [
        "Hessisches Ministerium für Soziales und Integration",
        "Landkreis Kassel",
    ]


@pytest.mark.parametrize("heading", ["Vertragsparteien", "Beteiligte Stellen", "Partner der Vereinbarung"])
def test_a_section_about_the_parties_names_all_of_them(heading: str) -> None:
    front = f"""
                      Zielvereinbarung 2022

        § 1 {heading}

        Das Hessische Ministerium für Soziales und Integration

        Der Landkreis Kassel

        Der Landkreis Fulda

        § 2 Gegenstand

        Die Angebote für junge Menschen in der Region werden abgestimmt.
    """
    assert [party.name.value for party in typed_agreement(front).parties] == [
        "Hessisches Ministerium für Soziales und Integration",
        "Landkreis Kassel",
        "Landkreis Fulda",
    ]


def test_the_part_somebody_plays_is_no_part_of_the_name() -> None:
    front = """
                      Leistungsvereinbarung

        Leistungsträger
        Landkreis Kassel

        Leistungserbringer
        Hilfswerk Musterau e. V. mit Sitz in Probestadt
    """
    assert [party.name.value for party in typed_agreement(front + BODY).parties] == [
        "Landkreis Kassel",
        "Hilfswerk Musterau e. V.",
    ]


@pytest.mark.parametrize("who", ["den Magistrat", "den Kreisausschuss", "die Landrätin", "den Bürgermeister"])
def test_below_an_organ_that_acts_for_one_party_stands_the_next_one(who: str) -> None:
    front = f"""
        Leistungsvereinbarung
        nach § 77 SGB VIII

        Rolle                     Vereinbarungspartner
        Jugendhilfeträger         Landkreis Kassel, vertreten durch {who}
        Träger der Leistung 1     Sozialwerk Beispieltal gGmbH, Beispieltal
        Träger der Leistung 2     Hilfswerk Musterau e. V., Musterau
    """
    assert [party.name.value for party in typed_agreement(front + BODY).parties] == [
        "Landkreis Kassel",
        "Sozialwerk Beispieltal gGmbH",
        "Hilfswerk Musterau e. V.",
    ]


@pytest.mark.parametrize(
    "what",
    [
        ", Körperschaft des öffentlichen Rechts",
        " – Anstalt des öffentlichen Rechts –",
        ", eine rechtsfähige Stiftung bürgerlichen Rechts",
    ],
)
def test_what_somebody_is_by_law_is_no_part_of_the_name(what: str) -> None:
    front = f"""
                      Vereinbarung
                        zwischen
        dem Landkreis Kassel, vertreten durch den Landrat,
                           und
        dem Wasserverband Obere Muster{what},
        vertreten durch die Verbandsvorsteherin,
    """
    assert [party.name.value for party in typed_agreement(front + BODY).parties] == [
        "Landkreis Kassel",
        "Wasserverband Obere Muster",
    ]


def test_a_county_that_nothing_parts_from_the_one_above_is_a_party_to_be_looked_at() -> None:
    front = """
                      Verwaltungsvereinbarung

                              zwischen

                         dem Land Hessen,

                         dem Landkreis Kassel

                      :  Landkreis Fulda

        über die gemeinsame Nutzung einer Halle
    """
    parties = {party.name.value: party.name.provenance for party in typed_agreement(front + BODY).parties}
    assert [*parties] == ["Land Hessen", "Landkreis Kassel", "Landkreis Fulda"]
    assert parties["Landkreis Fulda"].confidence <= 0.5


def test_an_adjective_of_a_name_is_no_description() -> None:
    front = """
                             Vereinbarung
                               zwischen
                 dem staatlichen Schulamt Probeland
                                 und
                 der kreisfreien Stadt Musterau
        über gemeinsame Sprechzeiten
    """
    names = [party.name.value for party in typed_agreement(front + BODY).parties]
    assert names == ["staatliches Schulamt Probeland", "Stadt Musterau"]


def test_of_several_sections_about_the_parties_each_stands_for_itself() -> None:
    section = """
        {number} Beteiligte

        {one}

        {two}

        {next} Ziel

        Die Beteiligten stimmen ihre Angebote für junge Menschen in der Region ab.
    """
    first = section.format(number="§ 1", one="Verein Brücke e. V.", two="Lernwerk Musterau gGmbH", next="§ 2")
    second = section.format(number="§ 1", one="Verein Fremd e. V.", two="Fremdwerk AG", next="§ 2")
    parties = typed_agreement(f"\n        Vereinbarung\n{first}{second}").parties
    assert [party.name.value for party in parties] == ["Verein Brücke e. V.", "Lernwerk Musterau gGmbH"]


@pytest.mark.parametrize(
    ("printed", "said", "name", "sure"),
    [
        ("Werkhof Muster in Musterau", "Der Werkhof Muster berichtet.", "Werkhof Muster", True),
        ("Werkhof Muster in Musterau", "Werkhof Musters Beitrag zählt.", "Werkhof Muster in Musterau", False),
        (
            "Stiftung Bildung in Hessen",
            "Die Stiftung Bildung und Arbeit hilft.",
            "Stiftung Bildung in Hessen",
            False,
        ),
        ("Zentrum in Fulda", "Das Zentrum berichtet.", "Zentrum in Fulda", True),
        (
            "Verein Probe in Musterau",
            "Verein Probe, Verein Probe in Musterau",
            "Verein Probe",
            False,
        ),
    ],
)
def test_a_seat_is_cut_from_a_name_that_is_told_without_it(
    printed: str, said: str, name: str, sure: bool
) -> None:
    record = typed_agreement(f"""
                         Kooperationsvereinbarung

                                zwischen

        dem Landkreis Kassel

                                und

        {printed}

        § 1 Gegenstand

        Die Beteiligten stimmen ihre Angebote für junge Menschen miteinander ab.
        {said}
    """)
    party = record.parties[1]
    assert party.name.value == name
    assert (party.name.provenance.confidence > Settings().review.confidence) == sure


KEPT = {
    "a word of the name that elsewhere ends the list": (
        "zwischen dem Bürgerverein Essen-Werden e. V. und der Stadt Musterau über ein Archiv",
        ["Bürgerverein Essen-Werden e. V.", "Stadt Musterau"],
    ),
    "a year that is none of a stamp": (
        "zwischen der Zukunft 2030 und der Stadt Musterau über ein Archiv",
        ["Zukunft 2030", "Stadt Musterau"],
    ),
    "behind those who represent somebody": (
        "zwischen dem Landkreis Fulda, vertreten durch den Landrat, dem Vorstandsbund e. V., der "
        "Magistratswerk AG sowie der Stadt Musterau über ein Archiv",
        ["Landkreis Fulda", "Vorstandsbund e. V.", "Magistratswerk AG", "Stadt Musterau"],
    ),
    "behind a long name that ends with a full stop": (
        "zwischen dem Landkreis Fulda, der Stadt Kassel, dem Verein für Haus, Hof und Garten e. V. und der "
        "Stadt Musterau über ein Archiv",
        ["Landkreis Fulda", "Stadt Kassel", "Verein für Haus, Hof und Garten e. V.", "Stadt Musterau"],
    ),
    "before what it is about": (
        "zwischen dem Landkreis Fulda und der Agentur für Arbeit Probetal im Rahmen des Programms",
        ["Landkreis Fulda", "Agentur für Arbeit Probetal"],
    ),
}


@pytest.mark.parametrize("case", KEPT)
def test_no_party_is_lost_for_a_word_in_its_name(case: str) -> None:
    front, names = KEPT[case]
    lines = "\n        ".join(wrap(f"Vereinbarung {front}", 80))
    parties = typed_agreement(f"\n        {lines}\n{BODY}").parties
    assert [party.name.value for party in parties] == names
    assert all(party.name.provenance.confidence > 0.85 for party in parties)


@pytest.mark.parametrize(
    ("front", "name"),
    [
        ("Vereinbarung zwischen der Stadt Musterau und dem Verein „Haus“ über ein Archiv", "Verein"),
        (
            "Vereinbarung zwischen der Stadt Linden, der Probestiftung und Verein Brücke e. V. über ein "
            "gemeinsames Archiv",
            "Probestiftung und Verein Brücke e. V.",
        ),
        (
            "Die Lebenshilfe Musterau, der Landkreis Fulda und die Stadt Kassel schließen folgende "
            "Vereinbarung:",
            "Lebenshilfe Musterau",
        ),
    ],
)
def test_a_name_that_is_hardly_one_is_doubted_and_not_left_out(front: str, name: str) -> None:
    lines = "\n        ".join(wrap(front, 80))
    parties = typed_agreement(f"\n        {lines}\n{BODY}").parties
    (doubtful,) = [one for one in parties if one.name.value == name]
    assert doubtful.name.provenance.confidence < 0.85


@pytest.mark.parametrize(
    "front",
    [
        """
        Auftraggeber: Land Hessen
        Auftragnehmer 1: Lebenshilfe Musterau
        Auftragnehmer 2: Stadt Kassel
        Ansprechpartnerin: Jana Beispiel
        """,
        """
        +----------------------+-------------------------------------------+
        | Vertragspartner 1    | Land Hessen                               |
        +----------------------+-------------------------------------------+
        | Vertragspartner 2    | Lebenshilfe Musterau                      |
        +----------------------+-------------------------------------------+
        | Vertragspartner 3    | Stadt Kassel                              |
        +----------------------+-------------------------------------------+
        """,
    ],
)
def test_who_stands_behind_a_label_is_a_party_whatever_the_name(front: str) -> None:
    parties = typed_agreement(f"\n                   Vereinbarung\n{front}{BODY}").parties
    assert [one.name.value for one in parties] == ["Land Hessen", "Lebenshilfe Musterau", "Stadt Kassel"]
    assert [one.name.provenance.confidence > Settings().review.confidence for one in parties] == [
        True,
        False,
        True,
    ]


NAMES_OF_FOUR = [
    "Hessisches Sozialministerium",
    "Odenwaldkreis",
    "Stiftung Lebenswege Fiktiv",
    "Kinderschutzverein Musterau e. V.",
]
ABOUT_WHAT = """
                        Kooperationsvereinbarung
                über eine Lehrstellenbörse im ländlichen Raum

"""
WHAT_THEY_DO = """

        1. Zweck

        Wer Rat braucht, soll ihn an einem Ort finden. Die Kosten tragen der Odenwaldkreis
        und die Stiftung Lebenswege Fiktiv. Der Kinderschutzverein Musterau e. V. hilft.

        2. Schluss

        Die Zusammenarbeit endet mit dem Jahr, in dem sie jemand kündigt.
"""


@pytest.mark.parametrize(
    "lead",
    [
        "Es haben sich verbunden das",
        "Zu dieser Kooperation haben sich zusammengeschlossen: das",
        "Diese Vereinbarung schließen das",
        "Hierzu verbinden sich das",
        "Vertragschließende Parteien sind das",
        "An der Börse sind beteiligt das",
    ],
)
def test_the_names_of_those_who_agree_may_end_the_sentence(lead: str) -> None:
    told = f"""
        {lead} Hessische Sozialministerium, der Odenwaldkreis,
        die Stiftung Lebenswege Fiktiv in Beispieltal und der Kinderschutzverein Musterau
        e. V. in Musterau.
    """
    found = typed_agreement(ABOUT_WHAT + told + WHAT_THEY_DO).parties
    assert [party.name.value for party in found] == NAMES_OF_FOUR


@pytest.mark.parametrize(
    "lead", ["An dieser Vereinbarung sind beteiligt", "Beteiligt sind", "Es haben sich verbunden"]
)
@pytest.mark.parametrize("numbers", ["abcd", "1234"])
def test_those_who_take_part_may_be_listed(lead: str, numbers: str) -> None:
    told = f"""
        {lead}

           {numbers[0]}) das Hessische Sozialministerium
           {numbers[1]}) der Odenwaldkreis, vertreten durch den Kreisausschuss
           {numbers[2]}) die Stiftung Lebenswege Fiktiv in Beispieltal
           {numbers[3]}) der Kinderschutzverein Musterau e. V. in Musterau
    """
    found = typed_agreement(ABOUT_WHAT + told + WHAT_THEY_DO).parties
    assert [party.name.value for party in found] == NAMES_OF_FOUR


@pytest.mark.parametrize("label", ["handelt durch", "vertreten durch", "Vertreten durch:", "handelnd durch"])
def test_a_row_may_say_who_acts_for_the_parties_in_its_columns(label: str) -> None:
    rule = "        +-------------------+-----------------------------------+------------------+\n"
    form = (
        "        Zielvereinbarung zum Ausbildungs- und Qualifizierungsbudget 2018\n\n"
        + rule
        + "        | Partner Nr.       | 1                                 | 2                |\n"
        + rule
        + "        | Bezeichnung       | Land Hessen                       | Landkreis Kassel |\n"
        + rule
        + f"        | {label:<17} | Hessisches Sozialministerium      | Kreisausschuss   |\n"
        + rule
    )
    assert [
        (party.role, party.name.value, party.representative and party.representative.value)
        for party in typed_agreement(form).parties
    ] == [
        ("grantor", "Land Hessen", "Hessisches Sozialministerium"),
        ("recipient", "Landkreis Kassel", "Kreisausschuss"),
    ]


def test_what_leads_to_a_table_of_sums_tells_who_gives_and_who_receives() -> None:
    record = typed_agreement(
        """
        Zielvereinbarung für das Jahr 2016 zwischen

        dem Hessischen Ministerium für Soziales und Integration (HMSI),
        der Stadt Frankfurt am Main und
        dem Jobcenter Frankfurt am Main

        A. Was die Partner verbindet

        Die Partner haben seit 2009 sieben Vereinbarungen dieser Art geschlossen, die
        Jugendlichen und Erwachsenen in der Stadt eine zweite Chance geben sollen.

        B. Mittel des Landes

        Das HMSI stellt der Stadt im Jahr 2016 bereit:

        Ausbildungs- und Qualifizierungsbudget      1.742.000 €
        Arbeitsmarktbudget                            893.500 €
        zusammen                                    2.635.500 €
        """
    )
    assert [party.role for party in record.parties] == ["grantor", "recipient", "party"]


@pytest.mark.parametrize("office", ["Staatliche Schulamt", "Kommunale Jugendamt", "Regionale Umweltamt"])
def test_an_office_for_a_county_is_a_party_beside_the_county(office: str) -> None:
    record = typed_agreement(
        f"""
        Kooperationsvereinbarung

        Kooperationspartner sind:
        1. der Landkreis Fulda, vertreten durch den Landrat,
        2. die Stadt Fulda, vertreten durch den Oberbürgermeister,
        3. das {office} für den Landkreis Fulda, vertreten durch die Amtsleiterin.

        1. Anliegen

        Junge Menschen unter 25 Jahren sollen ihre Anliegen an einem Ort klären können. Die
        Partner richten dazu in der Stadt eine gemeinsame Anlaufstelle ein.
        """
    )
    named = [party.name.value.partition(" für ")[0] for party in record.parties]
    assert named == ["Landkreis Fulda", "Stadt Fulda", office.replace("e ", "es ")]


def test_the_last_but_one_of_a_list_leads_to_the_last() -> None:
    record = typed_agreement(f"""
        Öffentlich-rechtliche Vereinbarung über den gemeinsamen Betrieb eines Bauhofs

        Beteiligte sind
          – der Landkreis Groß-Gerau,
          – die Stadt Musterstadt,
          – die Gemeinde Vorlagenrod und
          – die Stadt Fiktivstein.
{BODY}""")
    assert [party.name.value for party in record.parties] == [
        "Landkreis Groß-Gerau",
        "Stadt Musterstadt",
        "Gemeinde Vorlagenrod",
        "Stadt Fiktivstein",
    ]


SECTION = """
        Zielvereinbarung 2016

        1  Wer diesen Vertrag macht

        {said}
          • das Hessische Ministerium für Soziales und Integration

            Kurz: Ministerium

          • der Landkreis Kassel
          • der Landkreis Schwalm-Eder

            Kurz: Kommunen

        2  Schluss

        Änderungen müssen auf Papier stehen. Dann sprechen alle miteinander.
"""


@pytest.mark.parametrize(
    ("said", "third"),
    [("Den Vertrag machen drei Partner:", True), ("Fragen beantworten drei Ansprechpartner:", False)],
)
def test_a_section_that_says_so_lists_who_agrees(said: str, third: bool) -> None:
    names = [party.name.value for party in typed_agreement(SECTION.format(said=said)).parties]
    assert names == [
        "Hessisches Ministerium für Soziales und Integration",
        "Landkreis Kassel",
        *(["Schwalm-Eder-Kreis"] if third else []),
    ]


def test_those_who_agree_may_begin_a_line_below_the_title() -> None:
    record = typed_agreement(f"""
        Kooperationsvereinbarung

        zur Sicherung der Kinder- und Jugendmedizin in der Region

        der Landkreis Groß-Gerau („Träger 1“),
        die Stadt Musterstadt („Träger 2“),
        der Landkreis Fulda („Träger 3“) und
        die Klinik Probenau gGmbH („Krankenhaus“)
        verabreden, gestützt auf die Beschlüsse ihrer Gremien, was folgt:
{BODY}""")
    assert [party.name.value for party in record.parties] == [
        "Landkreis Groß-Gerau",
        "Stadt Musterstadt",
        "Landkreis Fulda",
        "Klinik Probenau gGmbH",
    ]


@pytest.mark.parametrize("before", ["der Kreis A,", "der Kreis A („Kreis“) und", "der Kreis A sowie"])
def test_a_line_that_goes_on_with_a_list_does_not_begin_it(before: str) -> None:
    assert SUBJECT_START.search("in der Region\nder Kreis A\n") is not None
    assert SUBJECT_START.search(f"{before}\ndie Stadt B") is None


@pytest.mark.parametrize(
    ("of_the_land", "of_the_other"),
    [
        ("Für das Land", "Für die kommunale Seite"),
        ("Für den Bund:", "Für den Kreis:"),
        ("Für das Ministerium", "Für die Stadt"),
    ],
)
def test_for_whom_a_field_is_names_nobody(of_the_land: str, of_the_other: str) -> None:
    record = typed_agreement(f"""
        Zielvereinbarung

        Förderjahr                    2016

        {of_the_land:<30}Hessisches Ministerium für Soziales und Integration

        {of_the_other:<30}Stadt Kassel
{BODY}""")
    assert [(party.name.value, party.role) for party in record.parties] == [
        ("Hessisches Ministerium für Soziales und Integration", "grantor"),
        ("Stadt Kassel", "recipient"),
    ]


def test_only_what_names_nobody_is_such_a_label() -> None:
    assert FOR_WHOM.fullmatch("Für das Land Hessen") is None
    assert FOR_WHOM.fullmatch("Für den Landkreis Kassel") is None
