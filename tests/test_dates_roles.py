"""Dates and what each is for, in typed agreements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extract.certainty.confidence import UNCONFIRMED
from extract.language.date_grammar import role_by_grammar
from models.agreement import DateMention
from models.german import find_dates
from tests.typed_pages import OPENING, typed_agreement, typed_pages

FRONT = OPENING.replace("Zielvereinbarung", "{kind}") + "        § 2 Fristen\n\n"


def mentions(text: str, kind: str = "Zielvereinbarung") -> tuple[DateMention, ...]:
    return typed_agreement(FRONT.format(kind=kind) + text).dates


def roles(text: str, kind: str = "Zielvereinbarung") -> list[tuple[date | None, str]]:
    return [(one.value, one.role) for one in mentions(text, kind)]


def by_grammar(text: str, amends: bool = False) -> str | None:
    """What the rules alone make of the first date."""
    return role_by_grammar(text, find_dates(text), 0, 0, "", amends)


PERIOD = ["period_start", "period_end"]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Der Verwendungsnachweis ist bis zum 31. März 2023 vorzulegen.", "deadline"),
        ("Der Bericht geht dem Land spätestens am 31. März 2023 zu.", "deadline"),
        ("Stichtag der Erhebung ist der 31. März 2023.", "other"),
        ("Grundlage sind die Fördergrundsätze vom 31. März 2023.", "reference"),
        ("Der Erlass vom 31. März 2023 ist zu beachten.", "reference"),
        ("Die Vereinbarung tritt am 31. März 2023 in Kraft.", "period_start"),
        ("Die Richtlinie, in Deutschland in Kraft seit 31. März 2023, ist Maßstab.", "reference"),
        ("Das Übereinkommen ist in Kraft seit 31. März 2023.", "period_start"),
        (
            "Die Vereinbarung ist mit Zustimmung gemäß der Hauptsatzung in Kraft seit dem 31. März 2023.",
            "period_start",
        ),
        ("Das Vorhaben ist bis zum 31. März 2023 abzuschließen.", "deadline"),
        ("Die Auftaktsitzung war am 31. März 2023 in Fulda.", "reference"),
        ("Die Förderung beginnt am 31. März 2023.", "period_start"),
        ("Die Vereinbarung gilt seit dem 31. März 2023 und wird fortgesetzt.", "period_start"),
        ("Im Sinne der Abgabenordnung in der Fassung vom 31. März 2023.", "reference"),
        ("Die Abgabe des Berichts erfolgt am 31. März 2023.", "deadline"),
        ("Abrechnungsschluss: 31. März 2023. Belege sind nicht beizufügen.", "deadline"),
        ("Die Vorhaben enden, soweit nichts anderes vereinbart ist, am 31. März 2023.", "period_end"),
        ("Zum 31. März 2023 übersendet der Kreis einen Zwischenbericht.", "deadline"),
        ("Die Regelung gilt ab dem 31. März 2023.", "period_start"),
        ("Die Vereinbarung endet am 31. März 2023.", "period_end"),
        ("Ihre Laufzeit ist befristet bis zum 31. März 2023.", "period_end"),
        ("Die Vereinbarung endet mit Ablauf des 31. März 2023.", "period_end"),
        ("Sie endet, ohne dass es einer Kündigung bedarf, am 31. März 2023.", "period_end"),
        ("Sie endet zum 31. März 2023, ohne dass es einer Kündigung bedarf.", "period_end"),
        ("Die Mittel dürfen nicht verfallen, ohne dass bis zum 31. März 2023 gemahnt wird.", "deadline"),
        ("Der Austritt eines Partners ist zum 31. März 2023 möglich.", "other"),
        ("Sie übersendet zum 31. März 2023 einen Bericht, der Eintritte und Austritte zählt.", "deadline"),
        ("Die Vereinbarung knüpft an die Strategie „Hand in Hand“ vom 31. März 2023 an.", "reference"),
        ("Der Landkreis nimmt das Angebot vom 31. März 2023 an.", "reference"),
        ("Das Angebot gilt vom 31. März 2023 an.", "period_start"),
        ("Sie gilt für alle Vorhaben bis zum 31. März 2023.", "period_end"),
        ("Der Bewilligungszeitraum dauert bis 31. März 2023.", "period_end"),
        ("Die bisherige Regelung tritt am 31. März 2023 außer Kraft.", "period_end"),
        ("Die Vereinbarung wird mit Wirkung zum 31. März 2023 geschlossen.", "period_start"),
        ("Die Änderung wird am 31. März 2023 wirksam.", "period_start"),
        ("Förderbeginn: 31. März 2023", "period_start"),
        ("Nr.  Schritt  Termin: M1 Projektstart 31. März 2023", "period_start"),
        ("Nr.  Schritt  Termin: M3 Projektende 31. März 2023", "period_end"),
        ("Letzter Tag für die Einreichung ist der 31. März 2023.", "deadline"),
        ("Fälligkeit des Schlussberichts: 31. März 2023", "deadline"),
        ("Abgabetermin der Nachweise ist der 31. März 2023.", "deadline"),
        ("Kündbar ist sie frühestens zum 31. März 2023.", "other"),
        ("Mit dem 31. März 2023 endet die Frist für den Nachweis.", "deadline"),
        ("Maßgeblich ist die Richtlinie in der Fassung vom 31. März 2023.", "reference"),
        ("Das Gesetz (Stand: 31. März 2023) gilt.", "reference"),
        ("Stand der regionalen Strategie: 31. März 2023", "reference"),
        ("Diese Vereinbarung wurde in Musterstadt unterzeichnet am 31. März 2023.", "signature"),
        ("Verhandelt zu Musterow (Müritz) am 31. März 2023", "signature"),
        ("Geschehen zu Musterow am 31. März 2023 in zwei Urschriften.", "signature"),
        ("Bis zum 31. März 2023 muss die Halle allen Vereinen offenstehen.", "period_end"),
        ("Die Plätze sind bis zum 31. März 2023 vorzuhalten.", "period_end"),
        ("Die Überschüsse zahlt der Landkreis bis zum 31. März 2023 aus.", "deadline"),
        ("Die Vereinbarung läuft am 31. März 2023 aus.", "period_end"),
        ("Überwiesen wird der Zuschuss am 31. März 2023.", "deadline"),
        ("Zum Stichtag 31. März 2023 beträgt der Bestand zwölf Plätze.", "other"),
        ("Die Vereinbarung vom 31. März 2023 endet einvernehmlich.", "amended_agreement"),
        ("Die Vereinbarung vom 31. März 2023, die sich bewährt hat, endet bald.", "amended_agreement"),
        ("Die Vereinbarung vom 31. März 2023, auf der es beruht, endet bald.", "amended_agreement"),
        ("Die Vereinbarung, die am 31. März 2023 geschlossen wurde, endet bald.", "amended_agreement"),
        ("Diese Vereinbarung, die am 31. März 2023 geschlossen wurde, endet bald.", "reference"),
        ("Sie hat die Ausbildungs- und Arbeitspläne am 31. März 2023 eingereicht.", "reference"),
        ("Sie hat das Ziel und reicht die Strategie am 31. März 2023 beim Land ein.", "deadline"),
        ("Der Bericht ist bis zum 31. März 2023 allen zugänglich zu machen.", "deadline"),
        ("Die Vereinbarung vom 31. März 2023 wird hiermit aufgehoben.", "amended_agreement"),
        ("Die Vereinbarung vom 31. März 2023 sagt, wann die Förderung endet.", "reference"),
        ("Diese Vereinbarung vom 31. März 2023 endet mit dem Schuljahr.", "reference"),
        ("Mit diesem Vertrag vom 31. März 2023 endet die Zusammenarbeit.", "reference"),
        ("Die Parteien haben am 31. März 2023 diesen Vertrag geschlossen.", "signature"),
        ("Die Parteien schlossen am 31. März 2023 die vorliegende Vereinbarung.", "signature"),
        ("Die Parteien haben am 31. März 2023 diesen Vertrag erörtert.", "reference"),
        (
            "Mit dieser Vereinbarung, welche die Vereinbarung vom 31. März 2023 ablöst, ist sie aufgehoben.",
            "amended_agreement",
        ),
        ("Die Belegungsbindung besteht bis zum 31. März 2023.", "period_end"),
        ("Sie hören am 31. März 2023 auf.", "period_end"),
        ("Die Träger stellen sich bei einer Fachveranstaltung am 31. März 2023 vor.", "other"),
        ("Der Kreis legt bei seiner Kasse den Beleg bis zum 31. März 2023 vor.", "deadline"),
        ("Bis zum 31. März 2023 ist in Verbindung mit dem Land zu berichten.", "deadline"),
        ("Näheres sagt die Strategie (Fassung: 31. März 2023).", "reference"),
        ("Antrag eingegangen und geprüft am 31. März 2023", "reference"),
        ("Der erste Nachweis ist im Juni vorzulegen, der abschließende bis zum 31. März 2023.", "deadline"),
        ("Das Angebot für Studierende beginnt am 31. März 2023.", "period_start"),
        ("Förderfähig sind Kosten bis zum Laufzeitende am 31. März 2023.", "period_end"),
        ("Das erste Geschäftsjahr der Gesellschaft endet am 31. März 2023.", "other"),
        ("Das erste ist ein Rumpfwirtschaftsjahr und endet am 31. März 2023.", "period_end"),
        ("Das erste Geschäftsjahr ist ein Rumpfgeschäftsjahr und endet am 31. März 2023.", "period_end"),
        ("Der Vertrag vom 31. März 2023 über die gegenseitige Amtshilfe wird aufgehoben.", "reference"),
        ("Der Kurs konnte nicht wie geplant zum 31. März 2023 beginnen.", "other"),
        (
            "Die Mittel sind nicht übertragbar, und der Kurs soll ab dem 31. März 2023 beginnen.",
            "period_start",
        ),
        ("Der Kurs konnte wie geplant zum 31. März 2023 beginnen.", "period_start"),
        ("An die Stelle des Termins in Nummer 5, des 31. März 2023, tritt ein neuer.", "other"),
        ("An die Stelle des Erlasses vom 31. März 2023 tritt ein neuer.", "reference"),
        ("Nach dem Stand vom 31. März 2023 waren 12 Plätze belegt.", "other"),
        ("Es gilt die Strategie nach dem Stand vom 31. März 2023.", "reference"),
        ("Sie wird danach wirksam, nicht jedoch vor dem 31. März 2023.", "period_start"),
        ("Bis zum 31. März 2023 kann jeder erklären, dass er eine Verlängerung ablehnt.", "other"),
        ("Bis zum 31. März 2023 kann jeder der Verlängerung widersprechen.", "other"),
        ("Sie gilt bis zum 31. März 2023, sofern niemand der Verlängerung widerspricht.", "period_end"),
        ("Bis zum 31. März 2023 gilt sie; eine Verlängerung ist zulässig.", "period_end"),
        ("Die Vereinbarung endet mit dem Haushaltsjahr am 31. März 2023.", "period_end"),
        ("Der Landkreis unterhält seit dem 31. März 2023 eine Fachstelle; sie bleibt bestehen.", "other"),
        ("Seit dem 31. März 2023 ist die Stadt kreisfrei.", "other"),
        ("Die Mittel sind zuvor bis zum 31. März 2023 abzurufen.", "deadline"),
        ("Die Regelung gilt seit dem 31. März 2023.", "period_start"),
        ("Über die bis zum 31. März 2023 eingegangenen Anträge wird entschieden.", "deadline"),
        ("Die bis zum 31. März 2023 befristete Förderung endet ohne Bescheid.", "period_end"),
        ("Die Schlussabrechnung erfolgt zum 31. März 2023.", "deadline"),
        ("Die Vereinbarung vom 31. März 2023 tritt gleichzeitig außer Kraft.", "reference"),
        ("Zugleich wird der Vertrag vom 31. März 2023 aufgehoben.", "reference"),
        ("Der Vertrag vom 31. März 2023 endet mit Inkrafttreten dieser Vereinbarung.", "reference"),
        (
            "Zugrunde liegt die Strategie in der vom Kreistag am 31. März 2023 beschlossenen Fassung.",
            "reference",
        ),
    ],
)
def test_the_words_before_a_date_tell_what_it_is_for(sentence: str, role: str) -> None:
    assert roles(f"        {sentence}") == [(date(2023, 3, 31), role)]


@pytest.mark.parametrize(
    "period",
    [
        "vom 1. Januar 2022 bis 31. Dezember 2022",
        "vom 01.01.2022 bis zum 31.12.2022",
        "von 1.1.2022 bis einschließlich 31.12.2022",
        "1.1.2022 bis 31.12.2022",
    ],
)
def test_a_period_has_a_start_and_an_end(period: str) -> None:
    assert roles(f"        Die Mittel gelten {period} für alle Vorhaben.") == [
        (date(2022, 1, 1), "period_start"),
        (date(2022, 12, 31), "period_end"),
    ]


def test_the_label_above_a_date_speaks_for_it() -> None:
    assert roles(
        """
        Verwendungsnachweis bis

                      31.03.2023
        """
    ) == [(date(2023, 3, 31), "deadline")]


@pytest.mark.parametrize(
    ("above", "role"), [("Beginn:", "period_start"), ("Beginn: 1. Januar 2022", "other")]
)
def test_the_label_above_a_date_that_has_its_own_says_nothing_of_it(above: str, role: str) -> None:
    found = dict(roles(f"        - {above}\n\n        - 22. JUNI 2022\n\n        - Ende: 31. Dezember 2022"))
    assert found[date(2022, 6, 22)] == role
    assert found[date(2022, 12, 31)] == "period_end"


def test_a_place_and_a_date_alone_below_the_text_are_a_signature_to_be_looked_at() -> None:
    (mention,) = mentions("        Näheres regelt der Bescheid.\n\n\n        am 31. März 2023 in Musterstadt")
    assert mention.role == "signature"
    assert mention.provenance.confidence < 0.85


def test_a_date_among_the_signatures_that_belongs_to_nobody_is_delivered_in_doubt() -> None:
    record = typed_agreement(
        FRONT.format(kind="Zielvereinbarung")
        + """
        Näheres regelt der Bescheid.


        Unterzeichnet in Musterstadt am 31. März 2023
    """
    )
    (mention,) = record.dates
    assert (mention.value, mention.role) == (date(2023, 3, 31), "signature")


@pytest.mark.parametrize(
    ("last", "role"),
    [("Vorlagenrod, 20.3.2023", "signature"), ("Vorlage des Berichts: 20.3.2023", "deadline")],
)
def test_a_date_below_the_signatures_is_in_doubt_whatever_is_said_of_it(last: str, role: str) -> None:
    text = f"""
        Näheres regelt der Bescheid.

        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9.9.2022

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat

        {last}
        """
    record = typed_agreement(typed_pages(FRONT.format(kind="Zielvereinbarung") + text, origin="ocr"))
    told = {one.value: one for one in record.dates}
    assert told[date(2023, 3, 20)].role == role
    assert told[date(2023, 3, 20)].provenance.confidence <= UNCONFIRMED
    assert told[date(2022, 8, 7)].provenance.confidence > UNCONFIRMED


def test_a_deadline_far_behind_a_reference_makes_no_period() -> None:
    assert roles(
        """
        Die Strategie vom 10. August 2021 gilt fort, und der Landkreis legt seinen
        Nachweis bis zum 31. März 2023 vor.
        """
    ) == [(date(2021, 8, 10), "reference"), (date(2023, 3, 31), "deadline")]


def test_an_amendment_names_the_agreement_it_amends() -> None:
    assert roles(
        "        Die Zielvereinbarung vom 10. August 2021 wird wie folgt geändert.", "Änderungsvereinbarung"
    ) == [(date(2021, 8, 10), "amended_agreement")]


@pytest.mark.parametrize(
    ("which", "role"), [("diesen Vertrag", "amended_agreement"), ("diese Änderungsvereinbarung", "signature")]
)
def test_this_agreement_is_the_amended_one_where_none_other_is_told(which: str, role: str) -> None:
    assert roles(f"        Die Parteien haben am 10. August 2021 {which} geschlossen.", "Nachtrag") == [
        (date(2021, 8, 10), role)
    ]


def test_an_agreement_that_amends_nothing_only_refers_to_another() -> None:
    assert roles("        Die Zielvereinbarung vom 10. August 2021 bleibt unberührt.") == [
        (date(2021, 8, 10), "reference")
    ]


@pytest.mark.parametrize(
    "printed", ["im September 2022", "im Jahr 2022", "2021/2022", "Nr. 12.3", "§ 9 Absatz 3"]
)
def test_what_is_no_full_date_is_not_taken_for_one(printed: str) -> None:
    assert roles(f"        Die Vertragspartner prüfen {printed} gemeinsam alle Ergebnisse.") == []


def test_a_date_that_the_calendar_does_not_have_is_kept_without_a_value() -> None:
    (one,) = mentions("        Der Nachweis ist bis zum 31. Juni 2023 vorzulegen.")
    assert (one.value, one.text, one.role) == (None, "31. Juni 2023", "deadline")


def test_a_date_may_wrap_to_the_next_line() -> None:
    assert roles(
        """
        Die Vertragspartner legen einander ihre Berichte und Nachweise bis zum 31.
        März 2023 vor.
        """
    ) == [(date(2023, 3, 31), "deadline")]


def test_dates_of_signature_come_last_and_once_for_a_shared_line() -> None:
    found = roles(
        """
        Der Nachweis ist bis zum 31. März 2023 vorzulegen.


        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9. September 2022


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat

                                             Jana Probe
                                             Erste Kreisbeigeordnete
        """
    )
    assert found == [
        (date(2023, 3, 31), "deadline"),
        (date(2022, 8, 7), "signature"),
        (date(2022, 9, 9), "signature"),
    ]


def test_two_parties_that_sign_on_one_day_have_two_dates() -> None:
    found = roles(
        """
        Wiesbaden, den 7.8.2022              Groß-Gerau, den 7.8.2022


        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        """
    )
    assert found == [(date(2022, 8, 7), "signature")] * 2


def test_a_misread_month_is_repaired_and_not_certain() -> None:
    (one,) = mentions("        Der Nachweis ist bis zum 31. Marz 2023 vorzulegen.")
    assert one.value == date(2023, 3, 31)
    assert one.provenance.confidence <= 0.5


@pytest.mark.parametrize("parted", ["      ", " – "])
def test_a_calendar_says_behind_its_days_what_they_are_for(parted: str) -> None:
    text = f"""
        01.01.2022{parted}Beginn der Laufzeit
        31.12.2022{parted}Ende der Laufzeit
        31.03.2023{parted}letzter Tag für den Verwendungsnachweis
    """
    assert roles(text) == [
        (date(2022, 1, 1), "period_start"),
        (date(2022, 12, 31), "period_end"),
        (date(2023, 3, 31), "deadline"),
    ]


def test_the_last_request_of_money_is_due_on_its_day_and_demands_of_a_law_are_not() -> None:
    text = """
        01.01.2022      Beginn der Laufzeit
        08.12.2022      letzte Anforderung für das laufende Haushaltsjahr
        31.12.2022      Ende der Laufzeit
    """
    assert [role for _, role in roles(text)] == ["period_start", "deadline", "period_end"]
    assert by_grammar("Es entspricht den Anforderungen des Gesetzes vom 8. Dezember 2012.") == "reference"


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Verwendungsnachweis muss dem Land am 31. März 2023 vorliegen.",
        "Der Bericht ist dem Land zum 31. März 2023 vorzulegen.",
        "Es gilt, dass er am 31. März 2023 beim Land eingereicht sein muss.",
        "Die letzte Rate ist am 31. März 2023 abzurufen.",
    ],
)
def test_the_words_behind_a_date_may_make_it_a_deadline(sentence: str) -> None:
    assert roles(f"        {sentence}") == [(date(2023, 3, 31), "deadline")]


def test_a_deadline_in_the_next_sentence_says_nothing_of_a_date() -> None:
    assert roles("        Das Gespräch war am 31. März 2023. Der Bericht ist danach vorzulegen.") == [
        (date(2023, 3, 31), "reference")
    ]


def test_a_date_before_in_kraft_begins_the_period() -> None:
    assert roles("        Der Vertrag vom Mai tritt am 31. März 2023 für beide in Kraft.") == [
        (date(2023, 3, 31), "period_start")
    ]


@pytest.mark.parametrize(
    "printed",
    [
        "Die am 3. Mai 2020 geschlossene Vereinbarung wird fortgeschrieben.",
        "In der am 3. Mai 2020 zwischen beiden geschlossenen Zielvereinbarung gilt Folgendes nicht.",
        "Der am 3. Mai 2020 unterzeichnete Vertrag wird fortgeschrieben.",
    ],
)
def test_an_agreement_concluded_on_a_day_is_the_one_that_is_amended(printed: str) -> None:
    amending = "Änderungsvereinbarung zur Zielvereinbarung"
    assert roles(f"        {printed}", amending) == [(date(2020, 5, 3), "amended_agreement")]
    assert roles(f"        {printed}") == [(date(2020, 5, 3), "reference")]


def test_the_column_of_a_table_tells_what_its_dates_are_for() -> None:
    found = roles(
        """
        Die Vorhaben der Vertragspartner haben in diesem Jahr die folgenden Laufzeiten:

        +------------------+---------------------------+------------------+
        | Vorhaben         | Laufzeit                  | Frist            |
        +------------------+---------------------------+------------------+
        | Werkstatt Süd    | 1.1.2022 - 31.12.2022     | 31.3.2023        |
        +------------------+---------------------------+------------------+
        | Lernhaus Nord    | 1.7.2022 bis 30.6.2023    | 30.9.2023        |
        +------------------+---------------------------+------------------+
        """
    )
    assert found == [
        (date(2022, 1, 1), "period_start"),
        (date(2022, 12, 31), "period_end"),
        (date(2023, 3, 31), "deadline"),
        (date(2022, 7, 1), "period_start"),
        (date(2023, 6, 30), "period_end"),
        (date(2023, 9, 30), "deadline"),
    ]


def test_a_column_of_days_leaves_it_to_their_rows_what_they_are_for() -> None:
    found = roles(
        """
        Der Landkreis setzt die Vorhaben nach den folgenden Schritten um:

        +------+--------------------------------------------+------------------+
        | Nr.  | Schritt                                    | Termin           |
        +------+--------------------------------------------+------------------+
        | M1   | Projektstart                               | 1.1.2022         |
        +------+--------------------------------------------+------------------+
        | M2   | Zwischenstand an das Ministerium           | 1.7.2022         |
        +------+--------------------------------------------+------------------+
        | M3   | Verwendungsnachweis bei der Landesstelle   | 31.3.2023        |
        +------+--------------------------------------------+------------------+
        """
    )
    assert found == [
        (date(2022, 1, 1), "period_start"),
        (date(2022, 7, 1), "deadline"),
        (date(2023, 3, 31), "deadline"),
    ]


@pytest.mark.parametrize(
    ("step", "role"),
    [
        ("Vor-Ort-Termin bei einem Träger", "other"),
        ("Bedarfsplanung beschlossen", "reference"),
        ("Abgabetermin beim Land", "deadline"),
        ("Mittel vollständig abgerufen", "deadline"),
    ],
)
def test_a_visit_or_a_decision_in_a_calendar_is_not_due(step: str, role: str) -> None:
    found = roles(
        f"""
        Der Landkreis setzt die Vorhaben nach den folgenden Schritten um:

        +------+--------------------------------------------+------------------+
        | Nr.  | Meilenstein                                | Termin           |
        +------+--------------------------------------------+------------------+
        | M1   | Projektstart                               | 1.1.2022         |
        +------+--------------------------------------------+------------------+
        | M2   | {step:42} | 1.7.2022         |
        +------+--------------------------------------------+------------------+
        """
    )
    assert found == [(date(2022, 1, 1), "period_start"), (date(2022, 7, 1), role)]


@pytest.mark.parametrize(
    ("printed", "sure"),
    [
        ("Deren Ansatz wird neu gefasst.", False),
        ("Die Angabe „100 Euro“ wird durch die Angabe „200 Euro“ ersetzt.", False),
        ("Das Regierungspräsidium erlässt den Änderungsbescheid.", False),
        ("Die Änderung tritt am 1. Mai 2022 in Kraft.", False),
        ("Die Änderung dieser Vereinbarung bedarf der Schriftform.", True),
        ("Deren Ziele gelten fort.", True),
    ],
)
def test_what_tells_of_a_change_and_is_called_none_is_in_doubt(printed: str, sure: bool) -> None:
    text = f"        Die Vertragsparteien haben am 10. August 2021 eine Zielvereinbarung getroffen. {printed}"
    record = typed_agreement(FRONT.format(kind="Zielvereinbarung") + text)
    assert record.dates[0].role == "reference"
    assert (record.dates[0].provenance.confidence > UNCONFIRMED) is sure
    assert record.kind
    assert (record.kind.provenance.confidence > UNCONFIRMED) is sure
    changed = typed_agreement(FRONT.format(kind="Änderungsvereinbarung") + text)
    assert changed.dates[0].role == "amended_agreement"
    assert changed.dates[0].provenance.confidence > UNCONFIRMED


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Gemeinsamer Ortstermin mit dem Land: 31. März 2023", "other"),
        ("M3 Vor-Ort-Termin bei einem Träger: 31. März 2023", "other"),
        ("M3 Vor Ort Termin bei einem Träger: 31. März 2023", "other"),
        ("M3 Abgabetermin beim Land: 31. März 2023", "deadline"),
        ("Besprechungstermin: 31. März 2023", "other"),
        ("Berichtstermin: 31. März 2023", "deadline"),
        ("Termin für den Bericht: 31. März 2023", "deadline"),
    ],
)
def test_people_meet_on_a_day_that_is_called_so(label: str, role: str) -> None:
    assert by_grammar(label) == role


@pytest.mark.parametrize(("step", "sure"), [("Projektstart", True), ("Auftakt im Rathaus", False)])
def test_what_tells_of_a_day_is_heard_without_the_heading_of_its_column(step: str, sure: bool) -> None:
    (found,) = mentions(
        f"""
        Der Landkreis setzt die Vorhaben nach den folgenden Schritten um:

        +------+--------------------------------------------+------------------+
        | Nr.  | Meilenstein                                | Termin           |
        +------+--------------------------------------------+------------------+
        | M1   | {step:42} | 1.1.2022         |
        +------+--------------------------------------------+------------------+
        | M2   | Verwendungsnachweis                        | offen            |
        +------+--------------------------------------------+------------------+
        """
    )
    assert (found.provenance.confidence > UNCONFIRMED) == sure


def test_dates_of_table_and_text_come_in_the_order_of_the_page() -> None:
    found = roles(
        """
        Der Erlass vom 3. Mai 2021 ist für alle Träger in der Region zu beachten.

        Vorhaben                 Träger                   Laufzeit
        Werkstatt Süd            Bildungswerk Muster      1.1.2022 - 31.12.2022
        Lernhaus Nord            Lernwerk Beispiel        1.1.2022 - 31.12.2022

        Der Bericht ist bis zum 31. März 2023 vorzulegen.
        """
    )
    assert [role for _, role in found] == [
        "reference",
        "period_start",
        "period_end",
        "period_start",
        "period_end",
        "deadline",
    ]


def test_a_form_tells_what_its_dates_are_for() -> None:
    found = roles(
        """
        Die folgenden Angaben sind Bestandteil der Vereinbarung:

        +--------------+------------------------+------------------+------------+
        | von / bis    | 1.1.2022 / 31.12.2022  | Abrechnung bis   | 31.3.2023  |
        +--------------+------------------------+------------------+------------+
        | Träger       | Werkverein Musterau    | Richtlinie vom   | 24.7.2021  |
        +--------------+------------------------+------------------+------------+
        """
    )
    assert found == [
        (date(2022, 1, 1), "period_start"),
        (date(2022, 12, 31), "period_end"),
        (date(2023, 3, 31), "deadline"),
        (date(2021, 7, 24), "reference"),
    ]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Der Bericht ist nicht später als am 31. März 2023 zu geben.", "deadline"),
        ("Ein Austritt ist mit Frist möglich, jedoch nicht vor dem 31. März 2023.", "other"),
        ("Der Vertrag tritt in Kraft, sobald er vorliegt, frühestens am 31. März 2023.", "period_start"),
        ("Die Beteiligten heben ihre Absprache mit Wirkung zum 31. März 2023 auf.", "period_end"),
    ],
)
def test_not_before_and_not_later_are_told_apart(sentence: str, role: str) -> None:
    assert roles(f"        {sentence}") == [(date(2023, 3, 31), role)]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Die Auszahlung ist bis spätestens zum 30. Juni 2023 zu beantragen.", "deadline"),
        ("Der Kreistag hat der Vereinbarung am 14. Dezember 2022 zugestimmt.", "reference"),
        ("Der Kreistag hat am 14. Dezember 2022 beschlossen, die Mittel zu beantragen.", "reference"),
        ("Es gilt das Gesetz zur Ausführung des Zweiten Buches vom 20. Dezember 2004.", "reference"),
        ("Anträge, die nach dem 30. September 2023 eingehen, bleiben unberücksichtigt.", "deadline"),
        ("Druckdatum: 12.05.2023", "other"),
        ("Mit Wirkung vom 1. Januar 2023 ist die Stadt aus dem Kreis ausgeschieden.", "reference"),
        ("Mit Wirkung vom 1. Januar 2023 wurde die Aufgabe auf den Kreis übertragen.", "reference"),
        ("Die Stadt wurde mit Wirkung vom 1. Januar 2023 aus dem Kreis ausgegliedert.", "reference"),
        ("Die Vereinbarung ist mit Wirkung vom 1. Januar 2023 in Kraft getreten.", "period_start"),
        ("Mit Wirkung vom 1. Januar 2023 wird die Aufgabe auf den Kreis übertragen.", "period_start"),
        ("Mit Wirkung vom 1. Januar 2023 ist die Stadt für die Aufgabe zuständig.", "period_start"),
        ("Die Stadt meldet die Eintritte zum Quartalsende, erstmals zum 30. Juni 2023.", "deadline"),
        ("Die Städte leisten Abschläge zur Jahresmitte, erstmals zum 30. Juni 2023.", "deadline"),
        ("Der Vertrag kann zum Jahresende, erstmals zum 31. Dezember 2023, gekündigt werden.", "other"),
        ("Werden bis zum 30. April 2023 keine Gespräche verlangt, verlängert er sich.", "deadline"),
        ("Falls bis zum 30. April 2023 nichts verlangt wird, läuft der Vertrag weiter.", "deadline"),
        ("Wird die Laufzeit bis zum 30. April 2023 verlängert, gilt Satz 1 entsprechend.", "period_end"),
        ("Der Bewilligungszeitraum erstreckt sich bis einschließlich 31. Dezember 2023.", "period_end"),
        ("Maßnahmen können frühestens am 1. Februar 2023 beginnen.", "period_start"),
        ("Die Richtlinie, zuletzt geändert durch Erlass vom 5. Mai 2022, ist anzuwenden.", "reference"),
        ("Auf die Besprechung am 7. März 2023 wird verwiesen.", "reference"),
        ("Niedergelegt nach der Verhandlung vom 7. März 2023 in Fulda, 9.00 bis 11.15 Uhr.", "other"),
        (
            "Der Kreistag hat in der Sitzung am 7. März 2023 zugestimmt "
            "und Öffnungszeiten bis 18 Uhr beschlossen.",
            "reference",
        ),
        (
            "Die Förderung beginnt an diesem Tag "
            "und der Verwendungsnachweis ist bis zum 31. März 2024 abzuschließen.",
            "deadline",
        ),
        ("Niederschrift über die Planungsgespräche vom 7. März 2023 in Fulda", "other"),
        ("Die Niederschrift über die Verhandlung vom 7. März 2023 ist beigefügt.", "reference"),
        ("Protokoll und Unterlagen der Sitzung vom 7. März 2023 wurden versandt.", "reference"),
        ("Sie kann mit einer Frist von drei Monaten zum 31. Dezember 2023 gekündigt werden.", "other"),
        ("Verwendungsnachweise sind jeweils zum 31. März 2024 zu fertigen und zu übersenden.", "deadline"),
        ("Die Stadtverordnetenversammlung hat in ihrer Sitzung am 9. Februar 2023 zugestimmt.", "reference"),
        ("Der Magistrat stimmte dem Entwurf am 9. Februar 2023 zu.", "reference"),
        ("Das Ministerium hat mit Schreiben vom 3. April 2023 informiert.", "reference"),
        ("Die Haushaltssatzung wurde am 16. Dezember 2022 verabschiedet.", "reference"),
        ("Mittel, die am 15. November 2023 nicht abgerufen sind, verfallen.", "deadline"),
        ("Der Förderzeitraum umfasst die Zeit bis zum 31. August 2024.", "period_end"),
        ("Sie ersetzt die Vereinbarung vom 8. Juni 2021.", "reference"),
        ("Stand der Daten: 28.02.2023", "reference"),
        ("Die Meldung muss dem Land am 10. Juli 2023 vorliegen.", "deadline"),
        ("Der Vertrag wird wirksam zum 1. Mai 2023.", "period_start"),
    ],
)
def test_what_is_decided_due_or_begun_on_a_day_is_told_by_the_grammar_around_it(
    sentence: str, role: str
) -> None:
    assert [one for _, one in roles(f"        {sentence}")] == [role]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Die Mittel dienen Ausgaben, die vor dem Ablauf des 31. Dezember 2023 entstehen.", "period_end"),
        ("Der Nachweis ist vor Ablauf des 30. Juni 2023 vorzulegen.", "deadline"),
        ("Das Konzept wurde am 3. April 2022 beim Land eingereicht.", "reference"),
        ("Die Kommune hat den Antrag am 3. April 2022 gestellt.", "reference"),
        ("Die Träger haben den Nachweis am 3. April 2023 vorzulegen.", "deadline"),
        ("Die Parteien haben am 3. April 2021 eine Zielvereinbarung geschlossen.", "reference"),
        ("Für beide gilt die Richtlinie vom 3. April 2021.", "reference"),
        ("Die Laufzeit reicht vom 3. April 2023 an ein Jahr lang.", "period_start"),
        ("Die Vereinbarung verliert am 3. April 2023 ihre Gültigkeit.", "period_end"),
        ("Sie hat Bestand bis 3. April 2023.", "period_end"),
        ("Spätester Eingang: 3. April 2023", "deadline"),
        ("Einsendeschluss für den Nachweis: 3. April 2023.", "deadline"),
        ("Verwendungsnachweis und Zielbericht an: Landratsamt Muster: 3. April 2023.", "deadline"),
        ("Sachbericht an das Landratsamt Musterau: 3. April 2023.", "deadline"),
        ("Jahresrechnung beim Regierungspräsidium Kassel: 3. April 2023.", "deadline"),
        ("Näheres sagt das Konzept, das dem Land am 3. April 2021 vorgelegt wurde.", "reference"),
        ("Grundlage ist die Planung, die am 3. April 2021 eingereicht worden ist.", "reference"),
        ("Lesefassung vom 3. April 2021", "other"),
        ("Es gilt die Satzung in der Fassung vom 3. April 2021.", "reference"),
        ("Abruf letztmals am 3. April 2023.", "deadline"),
        ("Die Kommune berichtet zum 3. April 2023 über den Stand.", "deadline"),
        ("Es gilt die Richtlinie, im Staatsanzeiger veröffentlicht am 3. April 2021.", "reference"),
        ("Fortgeführt wird, was am 3. April 2021 vereinbart wurde.", "reference"),
        ("Sie schlossen am 3. April 2021 einen Vertrag über dieselbe Sache.", "reference"),
    ],
)
def test_what_was_done_on_a_day_is_told_from_what_is_due_then(sentence: str, role: str) -> None:
    assert roles(f"        {sentence}") == [(_day(sentence), role)]


def _day(sentence: str) -> date | None:
    return find_dates(sentence)[0].value


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Parteien haben am 3. April 2021 eine Zielvereinbarung geschlossen.",
        "Wir haben am 3. April 2021 eine Ziel-Vereinbarung gemacht.",
        "An die Stelle des am 3. April 2021 vereinbarten Budgets tritt ein höheres.",
        "Geändert wird die Zielvereinbarung, auf Papier abgeschlossen am 3. April 2021.",
        "Die Beteiligten haben am 3. April 2021 Ziele vereinbart, die fortgelten.",
        "Angepasst wird, was am 3. April 2021 unterschrieben wurde.",
        "Am 3. April 2021 ist zwischen uns eine Zielvereinbarung zustande gekommen, die wir ändern.",
        "Sie trafen am 3. April 2021 eine Vereinbarung über dieselbe Sache.",
        "Die am 3. April 2021 zwischen beiden Seiten geschlossene Vereinbarung gilt fort.",
        "Die oben Genannten haben am 3. April 2021 Ziele vereinbart, die fortgelten.",
        "Der Bedarf ist gestiegen, seit am 3. April 2021 unterzeichnet wurde.",
    ],
)
def test_an_agreement_that_was_concluded_earlier_is_the_amended_one(sentence: str) -> None:
    assert roles(f"        {sentence}", "Änderungsvereinbarung") == [(date(2021, 4, 3), "amended_agreement")]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Die Kommune reicht den Nachweis mit Ablauf des 30. April 2024 ein.", ["deadline"]),
        ("Nach dem 30. April 2024 können keine Mittel mehr abgerufen werden.", ["deadline"]),
        ("Zum 30. April 2024 rechnet der Kreis ab.", ["deadline"]),
        ("Schlussbericht: 30. April 2024", ["deadline"]),
        ("Termine des Berichts sind der 30. April 2024 und der 31. Oktober 2024.", ["deadline", "deadline"]),
        ("Bis zum 31. Dezember 2024 läuft das Programm.", ["period_end"]),
        ("Die Zusammenarbeit ist bis 31. Dezember 2024 befristet.", ["period_end"]),
        ("Das Geld steht bis zum 31. Dezember 2024 zur Verfügung.", ["period_end"]),
        ("Das gilt zwischen dem 1. Januar 2024 und dem 31. Mai 2024.", ["period_start", "period_end"]),
        ("Es tritt zum 1. Mai 2024 in Kraft und endet am 31. Mai 2024.", ["period_start", "period_end"]),
        ("Die Länder errichten zum 1. Januar 2024 eine gemeinsame Stelle.", ["period_start"]),
        ("Der Antrag ging am 3. Mai 2022 ein.", ["reference"]),
        ("Am 3. Mai 2022 haben sich die Beteiligten in Musterstadt getroffen.", ["reference"]),
        ("Maßgebend ist das Merkblatt mit Stand 3. Mai 2022.", ["reference"]),
        ("Aktenzeichen: III 9    Stand: 3. Mai 2022", ["other"]),
        ("Sie kann, erstmals zum 31. Dezember 2024, schriftlich gekündigt werden.", ["other"]),
        ("Ein Austritt ist frühestens zum 31. Dezember 2024 möglich.", ["other"]),
        ("Wird sie nicht bis zum 30. Juni 2024 gekündigt, verlängert sie sich.", ["other"]),
        ("Die am 3. Mai 2022 beschlossene Strategie ist umzusetzen.", ["reference"]),
        ("Der Bericht hat am 30. April 2024 vorzuliegen.", ["deadline"]),
        ("Beginn der Laufzeit ist der 1. Januar 2024.", ["period_start"]),
        (
            "Sie beginnt mit dem 1. Mai 2024 und schließt mit dem 31. Mai 2024.",
            ["period_start", "period_end"],
        ),
        ("Datum des Ausdrucks: 3. Mai 2022", ["other"]),
    ],
)
def test_a_duty_what_lasts_and_the_past_are_told_apart_by_preposition_and_verb(
    sentence: str, told: list[str]
) -> None:
    assert [one for _, one in roles(f"        {sentence}")] == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Beide haben am 3. April 2021 Ziele und Mittel festgelegt.",
        "Am 3. April 2021 war ein anderer Rahmen festgehalten worden.",
        "Es geht um die Abrede, das heißt die Vereinbarung, die unter dem Datum 3. April 2021 besteht.",
        "Geänderte Vereinbarung: 3. April 2021",
        "Fortgeschrieben wird der am 3. April 2021 gezeichnete Vertrag.",
        "Geändert wird der Auftrag, der als Zielvereinbarung am 3. April 2021 freigegeben wurde.",
    ],
)
def test_what_a_change_says_was_fixed_earlier_is_the_amended_agreement(sentence: str) -> None:
    assert roles(f"        {sentence}", "Änderungsvereinbarung") == [(date(2021, 4, 3), "amended_agreement")]


@pytest.mark.parametrize(
    ("begins", "sure"), [("nicht vor dem", False), ("frühestens am", True), ("am", True)]
)
def test_a_beginning_that_may_be_later_is_in_doubt(begins: str, sure: bool) -> None:
    (mention,) = mentions(f"        Die Förderung der Projekte beginnt {begins} 1. Mai 2024.")
    assert mention.role == "period_start"
    assert (mention.provenance.confidence > UNCONFIRMED) is sure


def test_what_is_heard_on_a_day_does_not_end_then() -> None:
    assert by_grammar("Sie hören am 3. April 2021 die Träger an.") != "period_end"


def test_a_budget_that_changes_nothing_makes_no_amended_agreement() -> None:
    assert by_grammar("Das am 3. April 2021 vereinbarte Budget bleibt bestehen.") != "amended_agreement"


def test_what_else_was_made_on_a_day_is_no_agreement() -> None:
    told = by_grammar("Wir haben am 3. April 2021 mit den Trägern einen Ausflug gemacht.")
    assert told not in ("amended_agreement", "signature")


def test_a_date_of_which_nothing_is_said_is_in_doubt() -> None:
    (mention,) = mentions("        Die Fachtagung ist am 31. März 2023 in Musterstadt.")
    assert mention.role == "other"
    assert mention.provenance.confidence < 0.85


def test_a_stamp_whose_day_has_one_digit_is_in_doubt_on_a_scan() -> None:
    text = FRONT.format(kind="Zielvereinbarung") + "        Posteingang 1. APR. 2023\n"
    (digital,) = typed_agreement(text).dates
    (scanned,) = typed_agreement(typed_pages(text, origin="ocr", confidence=0.99)).dates
    assert digital.provenance.confidence > 0.85 > scanned.provenance.confidence


@pytest.mark.parametrize(
    ("place", "stamp", "signed"),
    [
        ("Groß-Gerau, den", "14. MAI 2022", date(2022, 5, 14)),
        ("Groß-Gerau,", "14. MAI 2022", date(2022, 5, 14)),
        ("Groß-Gerau, den", "        14. MAI 2022", None),
        ("Groß-Gerau, den", "Eingang 14. MAI 2022", None),
    ],
)
def test_a_day_stamped_where_the_place_leaves_room_for_it_is_that_of_the_signature(
    place: str, stamp: str, signed: date | None
) -> None:
    (page,) = typed_pages(
        FRONT.format(kind="Zielvereinbarung")
        + f"""
        Groß-Gerau, den 3. Mai 2022             {place} {stamp}
        Hessisches Ministerium für Soziales     Landkreis Groß-Gerau

        __________________________________      ________________________________
        Vera Beispiel                           Thomas Muster
        Staatssekretärin                        Landrat
        """
    )
    aslant = [
        replace(word, slant=3.0) if word.text in (*stamp.split(),) and word.bbox[0] > 330 else word
        for word in page.words
    ]
    record = typed_agreement([replace(page, words=tuple(aslant))])
    assert [one.date and one.date.value for one in record.signatories] == [date(2022, 5, 3), signed]


@pytest.mark.parametrize("printed", ["31.12 2025", "31.12.20 25", "31. Dezember 2 025"])
def test_a_date_that_a_scan_has_torn_is_read_in_doubt(printed: str) -> None:
    (one,) = mentions(f"        Die Förderung endet am {printed} für alle Vorhaben.")
    assert one.value == date(2025, 12, 31)
    assert one.provenance.confidence <= 0.5


def test_an_hour_behind_a_date_is_no_part_of_its_year() -> None:
    (one,) = find_dates("am 3.5.20 14 Uhr")
    assert (one.value, one.exact) == (date(2020, 5, 3), True)


def test_the_readable_date_of_a_period_is_no_deadline_but_in_doubt() -> None:
    (mention,) = mentions("        Die Vorhaben laufen in der Zeit von 01 01 2023 bis 31.12.2023.")
    assert mention.role == "period_end"
    assert mention.provenance.confidence < 0.85


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Der Verwendungsnachweis ist für 2022 bis zum 31. März 2023 vorzulegen.", "deadline"),
        (
            "Die zweite Rate von 429.990 Euro, davon EUR 9.990 bis zum 31. März 2023, wird abgerufen.",
            "deadline",
        ),
        ("Der Antrag ist spätestens am 31. März 2023 bis 12.00 Uhr einzureichen.", "deadline"),
        ("Grundlage ist die Vereinbarung vom 31. März 2023 – 2. Änderung.", "reference"),
        ("Die Vorhaben laufen vom 31. März 2023 bis 31. Dezmber 2O23.", "period_start"),
        ("Die Vorhaben laufen vom 31. März 2023 bis 31 12 2023.", "period_start"),
    ],
)
def test_a_figure_beside_a_date_is_another_date_only_if_it_has_a_month(sentence: str, role: str) -> None:
    assert roles(f"        {sentence}")[0][1] == role


def test_a_deadline_right_above_the_signatures_is_none_of_them() -> None:
    record = typed_agreement(
        FRONT.format(kind="Zielvereinbarung")
        + """
        Frist für den Nachweis: 31.03.2023

        Wiesbaden, den 7.8.2022              Groß-Gerau, den 9.9.2022

        Heike Muster                         Adil Beispiel
        Staatsministerin                     Landrat
        """
    )
    assert [(one.value, one.role) for one in record.dates] == [
        (date(2023, 3, 31), "deadline"),
        (date(2022, 8, 7), "signature"),
        (date(2022, 9, 9), "signature"),
    ]


def test_a_table_of_days_with_an_office_is_no_signature() -> None:
    table = """
        +------------+------------+--------------+----------------------------+----------------+
        | Beginn     | Ende       | Nachweis bis | Bescheid durch             | Konzept, Stand |
        +------------+------------+--------------+----------------------------+----------------+
        | 01.01.2022 | 31.12.2022 | 15.04.2023   | Regierungspräsidium Kassel | 02.01.2021     |
        +------------+------------+--------------+----------------------------+----------------+
    """
    assert roles(table) == [
        (date(2022, 1, 1), "period_start"),
        (date(2022, 12, 31), "period_end"),
        (date(2023, 4, 15), "deadline"),
        (date(2021, 1, 2), "reference"),
    ]


def test_two_dates_with_nothing_before_them_bound_a_period() -> None:
    assert roles("        01.01.2016 bis 31.12.2016") == [
        (date(2016, 1, 1), "period_start"),
        (date(2016, 12, 31), "period_end"),
    ]


@pytest.mark.parametrize(
    "printed",
    [
        "Seit dem Abschluss am 3. Mai 2020 hat sich der Bedarf geändert.",
        "Beide passen den Vertrag an, der das Datum 3. Mai 2020 trägt.",
        "Geändertes Zielblatt: Zielvereinbarung mit Unterschriftsdatum 3. Mai 2020.",
        "Es liegt eine Zielvereinbarung vor, die am 3. Mai 2020 gefertigt wurde.",
        "Dieses Dokument ändert den Vertrag, ausgefertigt am 3. Mai 2020.",
    ],
)
def test_a_change_tells_since_when_there_has_been_an_agreement(printed: str) -> None:
    assert roles(f"        {printed}", "Änderungsvereinbarung") == [(date(2020, 5, 3), "amended_agreement")]


def test_what_is_to_be_paid_in_parts_is_due_on_each_of_their_days() -> None:
    text = "        Zu zahlen sind 60 v. H. am 30. Juni 2023 und 40 v. H. am 31. März 2024."
    assert [role for _, role in roles(text)] == ["deadline", "deadline"]
    decided = "Zu diesen Sitzungen ist am 30. Juni 2023 eingeladen worden."
    assert by_grammar(decided) != "deadline"


def test_a_place_whose_name_begins_like_what_is_due_makes_no_deadline() -> None:
    text = "        Zugestimmt hat die Gemeindevertretung in Vorlagenrod am 8. Oktober 2012."
    assert roles(text) == [(date(2012, 10, 8), "reference")]
    assert by_grammar("Vorlage des Nachweises am 8. Oktober 2012") == "deadline"


@pytest.mark.parametrize("place", ["Vorlagenrod", "Fristenhausen", "Terminow"])
def test_a_place_is_no_deadline_whatever_its_name_begins_with(place: str) -> None:
    (found,) = roles(f"        {place}, den 12. Juli 2024")
    assert found[1] != "deadline"


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("Projektende, den 31. Dezember 2023", "period_end"),
        ("Vorlage des Nachweises, den 31. Dezember 2023", "deadline"),
        ("Antragsfrist bis Montag, den 31. Dezember 2023", "deadline"),
    ],
)
def test_what_is_due_may_stand_before_a_comma_and_its_day(printed: str, role: str) -> None:
    assert roles(f"        {printed}") == [(date(2023, 12, 31), role)]


@pytest.mark.parametrize(
    "agreement",
    ["die nachstehende Vereinbarung", "die folgende Vereinbarung", "eine Vereinbarung mit folgendem Inhalt"],
)
def test_an_agreement_that_follows_is_no_earlier_one(agreement: str) -> None:
    ((_, role),) = roles(
        f"        Am 5. Mai 2022 ist zwischen den Beteiligten {agreement} zustande gekommen."
    )
    assert role not in ("reference", "amended_agreement")


def test_behind_a_colon_the_version_may_be_that_of_a_rule() -> None:
    text = "        Grundlage ist der folgende Text der Richtlinie: Fassung vom 7. Juni 2021."
    assert roles(text) == [(date(2021, 6, 7), "reference")]


def test_a_calendar_tells_of_the_past_too() -> None:
    found = roles("        03.05.2021 – Konzept lag vor\n        01.01.2022 – Beginn der Arbeit")
    assert found == [(date(2021, 5, 3), "reference"), (date(2022, 1, 1), "period_start")]


def test_a_slash_parts_the_days_of_a_period() -> None:
    assert roles("        Laufzeit 01.01.2022/31.12.2022") == [
        (date(2022, 1, 1), "period_start"),
        (date(2022, 12, 31), "period_end"),
    ]


@pytest.mark.parametrize(
    ("field", "role"),
    [
        ("Bedarfsplanung:         Stand: 03.04.2021", "reference"),
        ("Regionales Konzept      Stand vom 3.4.2021", "reference"),
        ("Vordruck                Stand 3. April 2021", "other"),
        ("Durchführung            ab 3. April 2021", "period_start"),
    ],
)
def test_the_label_of_a_field_says_what_its_date_is_of(field: str, role: str) -> None:
    (one,) = mentions(f"        {field}\n        Budgetjahr              2021")
    assert (one.value, one.role) == (date(2021, 4, 3), role)
    assert one.provenance.confidence == 1.0


@pytest.mark.parametrize(
    "title",
    [
        "zur Vereinbarung über die Durchführung der Schulsozialarbeit an den Grundschulen",
        "zum Vertrag über die gemeinsame Nutzung und Unterhaltung der Sporthalle am Bahnhof",
        "zur Änderung der Vereinbarung über die Musikschule und das Archiv",
    ],
)
def test_the_title_of_a_change_goes_on_with_the_day_of_the_agreement_below(title: str) -> None:
    record = typed_agreement(
        f"""
                          Zweite Nachtragsvereinbarung
        {title}

                              vom 12. Juli 2017

                                  zwischen
                             dem Vogelsbergkreis
                                    und
                         dem Landkreis Groß-Gerau
        """
    )
    assert [one.role for one in record.dates] == ["amended_agreement"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Sie wird mit der letzten Unterschrift wirksam und endet spätestens am 1. Mai 2026.",
            ["period_end"],
        ),
        ("Sie wird mit der Unterschrift beider Seiten wirksam und endet am 1. Mai 2026.", ["period_end"]),
        ("Ausgenommen sind Ansprüche, die vor dem 1. Mai 2021 entstanden sind.", ["other"]),
        ("Die Unterlagen müssen vor dem 1. Mai 2021 eingereicht werden.", ["deadline"]),
        ("Die Laufzeit endet am 1. Mai 2026 (bisher: 1. April 2025).", ["period_end", "other"]),
        ("Die Raten werden zum 1. Mai 2025, 1. Juni 2025 und 1. Juli 2025 gezahlt.", ["deadline"] * 3),
        ("Die Partner fassen den Gesellschaftsvertrag vom 3. Mai 1992 wie folgt neu.", ["amended_agreement"]),
        ("Der Vertrag vom 3. Mai 1992 wird wie folgt neu gefasst:", ["amended_agreement"]),
        ("Sie knüpft an die Gemeinsame Erklärung vom 8. Mai 2022 an.", ["reference"]),
        ("Die Partner schließen an das Konzept vom 8. Mai 2022 an.", ["reference"]),
        ("Die Regelung gilt vom 8. Mai 2022 an.", ["period_start"]),
        ("Über eine Verlängerung verständigen sie sich bis spätestens 1. Mai 2027.", ["deadline"]),
        ("Sie einigen sich auf eine Verlängerung bis zum 1. Mai 2027.", ["period_end"]),
        ("Das Museum wurde am 3. Mai 1987 eröffnet.", ["other"]),
        ("Die Beratungsstelle wird am 3. Mai 2025 eröffnet.", ["period_start"]),
    ],
)
def test_words_that_only_look_like_cues_are_read_in_their_clause(sentence: str, told: list[str]) -> None:
    assert [one for _, one in roles(f"        {sentence}")] == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Anpassung folgt aus der Einbeziehung in den Handel zum 1. Mai 2024.",
        "Für Lieferungen, die vor dem 1. Mai 2024 angemeldet worden sind, gilt der alte Preis.",
    ],
)
def test_a_day_that_only_may_be_a_deadline_is_in_doubt(sentence: str) -> None:
    (mention,) = mentions(f"        {sentence}")
    assert (mention.role, mention.provenance.confidence < 0.85) == ("other", True)


@pytest.mark.parametrize(
    "row",
    [
        "Beginn          01.02.2025       Ende            31.01.2026",
        "01.02.2025    Beginn der Laufzeit    31.01.2026    Ende der Laufzeit",
    ],
)
def test_a_row_of_labels_and_days_begins_with_what_leads(row: str) -> None:
    assert roles(f"        {row}\n") == [
        (date(2025, 2, 1), "period_start"),
        (date(2026, 1, 31), "period_end"),
    ]


@pytest.mark.parametrize("parted", [" / ", " und "])
def test_an_agreement_that_is_amended_may_have_been_signed_on_two_days(parted: str) -> None:
    text = f"        Die Zielvereinbarung vom 13. April 2022{parted}29. April 2022 wird wie folgt geändert."
    days = [(date(2022, 4, 13), "amended_agreement"), (date(2022, 4, 29), "amended_agreement")]
    assert roles(text, "Änderungsvereinbarung") == days


def test_a_stroke_between_two_days_may_part_the_first_of_a_period_from_its_last() -> None:
    assert roles("        Laufzeit: 1. Januar 2022 / 31. Dezember 2022") == [
        (date(2022, 1, 1), "period_start"),
        (date(2022, 12, 31), "period_end"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Der Bewilligungszeitraum vom 01.01.2023 / 31.12.2023 gilt.", PERIOD),
        ("Laufzeit: vom 01.01.2023/31.12.2023", PERIOD),
        ("Die Förderung gilt für die Zeit vom 01.01.2023/31.12.2023.", PERIOD),
        ("Die Vereinbarung gilt vom 01.01.2023/31.12.2023.", PERIOD),
        ("Die Laufzeit der Vereinbarung vom 03.05.2022/04.06.2022 bleibt unverändert.", ["reference"] * 2),
        ("Es gilt die Vereinbarung zur Beschäftigung vom 03.05.2022 / 04.06.2022.", ["reference"] * 2),
        ("Die Raten sind am 31.03.2023 / 30.09.2023 fällig.", ["deadline"] * 2),
        ("Die Berichte sind zum 31.03.2023/30.09.2023 vorzulegen.", ["deadline"] * 2),
        ("Zeitraum von / bis: 01.01.2023 / 31.12.2023", PERIOD),
        ("Mittelabruf: 15.02.2023 / 15.05.2023 / 15.08.2023", ["deadline"] * 3),
    ],
)
def test_a_stroke_parts_the_days_of_a_period_but_no_others_of_which_something_is_said(
    sentence: str, expected: list[str]
) -> None:
    assert [one for _, one in roles(f"        {sentence}")] == expected


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Er hat bis zum 31. März 2023 rund 4.900 Menschen aufgenommen.", None),
        ("Es sind Menschen, von denen er bis zum 31. März 2023 rund 4.900 aufgenommen hat.", None),
        ("Nach der Richtlinie gilt der Vertrag, der seit dem 31. März 2023 gilt.", "period_start"),
        ("Seit dem 31. März 2023 stellt das Land Mittel bereit.", "period_start"),
        ("Ergebnisprotokoll der gemeinsamen Sitzung vom 7. März 2023", "other"),
        ("Am 3. April 2021 schlossen sie einen Vertrag über dieselbe Sache.", None),
        ("Ausgenommen sind Forderungen, deren Fälligkeit vor dem 1. Mai 2021 liegt.", "other"),
        ("Abschlagszahlungen erfolgen frühestens ab dem 1. Mai 2024.", None),
        ("Arbeitsmarktstrategie: Stand 3. April 2021", "reference"),
    ],
)
def test_what_only_the_grammar_knows_is_delivered_in_doubt(sentence: str, role: str | None) -> None:
    assert by_grammar(sentence) == role
    (mention,) = mentions(f"        {sentence}")
    assert mention.provenance.confidence < 0.85


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Vereinbarung folgt der Richtlinie, in Kraft seit dem 31. März 2023.",
        "Von ihnen waren am 31. März 2023 rund 300 ohne Arbeit.",
        "Die bis zum 31. März 2023 vom Main-Kinzig-Kreis verantworteten Angebote werden fortgesetzt.",
        "Die Förderung setzt einen Maßnahmebeginn vor dem 31. März 2023 voraus.",
        "Die Förderung beginnt an diesem Tag und ist bis zum 31. März 2023 abzuschließen.",
    ],
)
def test_what_grammar_and_words_tell_differently_is_delivered_in_doubt(sentence: str) -> None:
    (mention,) = mentions(f"        {sentence}")
    assert mention.provenance.confidence < 0.85


def test_the_grammar_knows_since_when_there_has_been_an_agreement() -> None:
    sentence = "Seit dem 3. Mai 2020 besteht zwischen beiden eine Zielvereinbarung."
    assert by_grammar(sentence, amends=True) == "amended_agreement"


def test_a_sentence_that_begins_with_until_bounds_no_period() -> None:
    text = """
        Der Durchführungszeitraum endet am 31. Dezember 2022.
        Bis zum 15. April 2023 weist der Kreis die Verwendung nach.
    """
    assert roles(text) == [(date(2022, 12, 31), "period_end"), (date(2023, 4, 15), "deadline")]


def test_behind_the_days_of_a_table_stands_what_they_are_for() -> None:
    found = roles(
        """
        Der Landkreis setzt die Vorhaben nach den folgenden Schritten um:

        +-------------+--------------------------------------+------------------+
        | Wann        | Was                                  | Wer              |
        +-------------+--------------------------------------+------------------+
        | 1.1.2022    | Erster Tag der Laufzeit              | Landkreis        |
        +-------------+--------------------------------------+------------------+
        | 31.12.2022  | Letzter Tag der Laufzeit             | Landkreis        |
        +-------------+--------------------------------------+------------------+
        | 15.3.2023   | Verwendungsnachweis vorlegen         | Landkreis        |
        +-------------+--------------------------------------+------------------+
        """
    )
    assert [role for _, role in found] == ["period_start", "period_end", "deadline"]


def test_days_side_by_side_are_first_and_last_ones_to_be_looked_at() -> None:
    found = mentions("        – Nähwerkstatt (Lernwerk Beispiel) 1.2.2022   30.11.2022")
    assert [one.role for one in found] == ["period_start", "period_end"]
    assert all(one.provenance.confidence <= 0.5 for one in found)
    later = mentions("        Eingegangen und gebucht 30.11.2022   1.2.2022")
    assert [one.role for one in later] != ["period_start", "period_end"]


@pytest.mark.parametrize(
    ("sentence", "roles_told"),
    [
        (
            "Das Projekt endet nicht am 31. Dezember 2023, sondern am 30. Juni 2024.",
            ["other", "period_end"],
        ),
        (
            "Er ist nicht bereits bis zum 28. Februar 2014, sondern bis zum 15. April 2014 vorzulegen.",
            ["other", "deadline"],
        ),
        (
            "Der Nachweis ist nicht nur zum 1. Juni 2022, sondern auch zum 1. September 2022 vorzulegen.",
            ["deadline", "deadline"],
        ),
        (
            "Das Projekt endet nicht am 31. Dezember 2023; der Bericht folgt zum 30. Juni 2024.",
            ["period_end", "deadline"],
        ),
    ],
)
def test_a_day_that_is_not_meant_gives_way_to_the_one_that_is(sentence: str, roles_told: list[str]) -> None:
    found = find_dates(sentence)
    assert [role_by_grammar(sentence, found, index, 0, "", True) for index in range(2)] == roles_told


def test_a_day_that_another_one_replaces_is_of_no_agreement() -> None:
    sentence = (
        "In Ziffer 6 der Vereinbarung wird das Datum 31. März 2016 durch das Datum 30. April 2016 ersetzt."
    )
    assert by_grammar(sentence, amends=True) == "other"
    assert by_grammar("Geändert wird die Vereinbarung, die das Datum 31. März 2016 trägt.", amends=True) == (
        "amended_agreement"
    )


@pytest.mark.parametrize(
    ("sentence", "role", "kind"),
    [
        (
            "Die Vereinbarung vom 25. Juli 2018 tritt mit Ablauf des 31. Juli 2019 außer Kraft.",
            "other",
            "Vertrag",
        ),
        (
            "Geändert wird die Zielvereinbarung, zuletzt geändert am 6. Oktober 2023.",
            "amended_agreement",
            "Nachtrag",
        ),
    ],
)
def test_what_careful_readers_disagree_on_is_delivered_in_doubt(sentence: str, role: str, kind: str) -> None:
    assert [one.provenance.confidence < 0.85 for one in mentions(f"        {sentence}", kind)][-1]
    found = find_dates(sentence)
    assert role_by_grammar(sentence, found, len(found) - 1, 0, "", kind == "Nachtrag") == role


def test_a_project_that_is_left_out_begins_on_no_day() -> None:
    assert by_grammar("Das Projekt entfällt mit Wirkung vom 1. Oktober 2022.") == "other"
    assert by_grammar("Das Projekt beginnt mit Wirkung vom 1. Oktober 2022.") == "period_start"


def test_what_leads_to_a_list_tells_what_its_days_are_for() -> None:
    found = mentions(
        """
        Die Zuwendung wird in zwei Raten ausgezahlt, und zwar

        – 429.990 Euro bis zum 15. November 2023,
        – 286.660 Euro bis zum 15. Dezember 2023.
        """
    )
    assert [one.role for one in found] == ["deadline", "deadline"]
    assert found[0].provenance.confidence > 0.85


@pytest.mark.parametrize(
    ("sentence", "kind", "told"),
    [
        ("Das Projekt wird ab dem 1. Oktober 2022 nicht mehr gefördert.", "Vertrag", False),
        ("Das Projekt wird ab dem 1. Oktober 2022 gefördert.", "Vertrag", True),
        ("Die Fachstelle besteht seit dem 1. Oktober 2022.", "Vertrag", False),
        ("Der Vertrag besteht seit dem 1. Oktober 2022.", "Vertrag", True),
        ("Abgerechnet werden Ausgaben, die bis zum 1. Oktober 2022 angefallen sind.", "Vertrag", False),
        ("Bei Beginn nach dem 1. Oktober 2022 sinkt die Zuwendung.", "Vertrag", False),
        ("Der Vertrag, in der Fassung der Änderung vom 1. Oktober 2022, wird geändert.", "Nachtrag", False),
        ("Der Vertrag, geändert am 1. Oktober 2022, wird fortgesetzt.", "Nachtrag", False),
        ("Der Vertrag vom 1. Oktober 2022 wird geändert.", "Nachtrag", True),
        ("Vorläufige Ausgaben, Stand 1. Oktober 2022", "Vertrag", False),
        ("Es gilt die Richtlinie in der Fassung vom 1. Oktober 2022.", "Vertrag", True),
    ],
)
def test_a_day_of_which_two_things_may_be_said_is_in_doubt(sentence: str, kind: str, told: bool) -> None:
    (one,) = mentions(f"        {sentence}", kind)
    assert (one.provenance.confidence > 0.85) == told


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Antrag abgeben", "deadline"),
        ("Wann | Letzten Nachweis der Mittel vorlegen", "deadline"),
        ("Änderungen melden", "deadline"),
        ("Antrag abgegeben", None),
        ("Konzept vorhanden", None),
        ("Zusammenkunft der Gruppen", None),
    ],
)
def test_what_a_calendar_tells_to_do_is_due_then(label: str, role: str | None) -> None:
    assert by_grammar(f"{label}: 31. März 2023") == role


@pytest.mark.parametrize(
    ("sentence", "role", "sure"),
    [
        ("Die Stadt ist mit Wirkung vom 1. Januar 2023 aus dem Kreis ausgeschieden.", None, False),
        ("Die Aufgabe ist mit Wirkung vom 1. Januar 2023 auf den Kreis übergegangen.", None, False),
        ("Die Zweckvereinbarung über den Verkehr vom 12. März 2003 wird aufgehoben.", None, False),
        ("Der Vertrag vom 12. März 2003 über die Amtshilfe wird aufgehoben.", None, False),
        ("Das Angebot wird ab dem 1. Januar 2023 auf 36 Plätze erweitert.", None, False),
        ("Zugleich wird der Vertrag vom 12. März 2003 aufgehoben.", "reference", True),
        ("Die Förderung wird mit Wirkung vom 1. Januar 2023 gewährt.", "period_start", True),
    ],
)
def test_what_happened_on_a_day_or_may_be_changed_is_not_told_in_silence(
    sentence: str, role: str | None, sure: bool
) -> None:
    (mention,) = mentions(f"        {sentence}")
    assert (mention.provenance.confidence > UNCONFIRMED) == sure
    assert role in (None, mention.role)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Der Kreis legt einen Zwischenbericht (Stichtag 31. März 2023) bis 20. April 2023 vor.",
            ["other", "deadline"],
        ),
        ("Die Laufzeit reicht vom 31. März 2023 (Freitag) bis 20. April 2023.", PERIOD),
        ("Die Maßnahme läuft (31. März 2023) bis (20. April 2023).", PERIOD),
    ],
)
def test_a_day_told_in_brackets_begins_no_period_with_one_behind_them(sentence: str, told: list[str]) -> None:
    assert [role for _, role in roles(f"        {sentence}")] == told


@pytest.mark.parametrize(
    ("heads", "role"),
    [
        (("Beratungsfolge", "Sitzung am"), "other"),
        (("Gremium", "Termin"), "other"),
        (("Gremium", "Beschluss vom"), "reference"),
    ],
)
def test_days_on_which_committees_sit_are_no_other_days(heads: tuple[str, str], role: str) -> None:
    rule = f"        +{'-' * 26}+{'-' * 17}+{'-' * 18}+\n"
    rows = (
        (*heads, "Art"),
        ("Kreisausschuss", "7. März 2023", "nicht öffentlich"),
        ("Ausschuss für Soziales", "21. März 2023", "öffentlich"),
    )
    table = "".join(f"        | {one:<24} | {day:<15} | {how:<16} |\n{rule}" for one, day, how in rows)
    told = roles(f"        Vor der Unterschrift wird die Vereinbarung beraten:\n\n{rule}{table}")
    assert [said for _, said in told] == [role, role]
