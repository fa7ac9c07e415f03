"""Names of a list of which a scan damaged the rest: which of a shorter and a longer one is printed."""

from __future__ import annotations

import pytest

from extract.language.language import MENTIONS, language_of
from tests.test_projects import FRONT
from tests.typed_pages import reference, typed_agreement, typed_pages

LONG = (
    "Weiterbildungsmaßnahmen für Personal der Landkreise und kreisfreien Städte in der fachlichen"
    " Verantwortung für Benachteiligte im Kontext der Arbeitsmarktförderung"
)


def named(text: str) -> list[str]:
    doc = language_of(reference())(text)
    return [span.text for span in doc.spans[MENTIONS] if span.label_ == "measure"]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Verantwortung für Benachteiligte", "Verantwortung für, Benachteiligte"),
        ("im Kontext der", "im-Kontext. der"),
        ("Benachteiligte im", "Benachteiligteim"),
        ("Arbeitsmarktförderung", "Arbeitsmarktförderúng"),
    ],
)
def test_a_name_is_known_to_its_end_though_the_scan_damaged_it(printed: str, read: str) -> None:
    damaged = LONG.replace(printed, read)
    assert named(f"3. {damaged} – Lernhaus") == [damaged]


def test_a_shorter_name_stays_one() -> None:
    short = "Weiterbildungsmaßnahmen für Personal der Landkreise und kreisfreien Städte"
    assert named(f"{short} in der Region werden gefördert.") == [short]
    assert named(f"{short}: Lernhaus") == [short]


def test_of_a_scanned_title_the_catalogue_knows_the_blanks_and_marks() -> None:
    pages = typed_pages(
        FRONT
        + """
        1. Ausbildung und Ausbildungscoaching in. anerkannten-Ausbildungsberufen
           – Job-Brücke
        """,
        origin="ocr",
    )
    (measure,) = typed_agreement(pages).measures
    assert measure.title.value == "Ausbildung und Ausbildungscoaching in anerkannten Ausbildungsberufen"
    assert measure.title.text.endswith("in. anerkannten-Ausbildungsberufen")


def test_a_scanned_title_with_a_wrong_letter_is_the_catalogues_but_doubted() -> None:
    pages = typed_pages(
        FRONT
        + """
        1. Qualifizierungsprojekte zur Arbeitsmarktintegratíon
           – Job-Brücke
        """,
        origin="ocr",
        confidence=0.9,
    )
    (measure,) = typed_agreement(pages).measures
    assert measure.title.value == "Qualifizierungsprojekte zur Arbeitsmarktintegration"
    assert measure.title.text.endswith("integratíon")
    assert measure.title.provenance.confidence <= 0.5
