"""A numbering is discovered, whatever it is printed with: only the outermost parts are sections."""

from __future__ import annotations

import pytest

from tests.test_sections import BODY, centred, document, headings
from tests.typed_pages import typed_layout

TITLES = ("Gegenstand", "Mittel und Wege", "Schluss")


def numbers(text: str) -> list[str]:
    return [number for number, _ in headings(typed_layout(text))]


@pytest.mark.parametrize(
    "form",
    [
        "({}) {}",
        "{}.) {}",
        "{}) {}",
        "{} / {}",
        "{} – {}",
        "{}: {}",
        "[{}] {}",
        "Baustein {} {}",
        "Baustein {}: {}",
        "Modul {} · {}",
        "Modul {} – {}",
        "Textziffer {} {}",
        "Klausel {}. {}",
        "Zu {}: {}",
        "**{} {}**",
    ],
)
def test_any_mark_around_the_number_will_do(form: str) -> None:
    text = document(*(form.format(number, title) for number, title in enumerate(TITLES, 1)))
    assert headings(typed_layout(text)) == [(str(n), title) for n, title in enumerate(TITLES, 1)]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (("Abschnitt A", "Abschnitt B", "Abschnitt C"), ["A", "B", "C"]),
        (("Teil I", "Teil II", "Teil III"), ["I", "II", "III"]),
        (("I. ABSCHNITT", "II. ABSCHNITT", "III. ABSCHNITT"), ["I", "II", "III"]),
        (("Erster Abschnitt", "Zweiter Abschnitt", "Dritter Abschnitt"), ["1", "2", "3"]),
        (("1. Teil: Zweck", "2. Teil: Geld", "3. Teil: Schluss"), ["1", "2", "3"]),
        (("1.", "2.", "3."), ["1", "2", "3"]),
        (("(1)", "(2)", "(3)"), ["1", "2", "3"]),
        (("A Verständigung", "B Geld", "C Verfahren"), ["A", "B", "C"]),
    ],
)
def test_a_number_may_stand_alone_or_before_its_word(heads: tuple[str, ...], expected: list[str]) -> None:
    assert numbers(document(*map(centred, heads))) == expected


def test_words_count_too() -> None:
    text = "\n\n".join(f"{word}: {BODY}" for word in ("Erstens", "Zweitens", "Drittens"))
    assert numbers(text) == ["1", "2", "3"]


def test_headings_without_a_number_are_no_sections() -> None:
    assert numbers(document("**Gegenstand**", "**Mittel und Wege**", "**Schluss**")) == []


@pytest.mark.parametrize(
    "item", ["Nr. {} Ausbildung", "Maßnahme {}: Ausbildung", "Projekt {} Werkstatt", "({}) Werkstatt"]
)
def test_what_counts_within_one_section_is_none(item: str) -> None:
    inner = "\n\n".join(f"{item.format(number)}\n\n{BODY}" for number in (1, 2, 3, 4))
    text = document("1.) Gegenstand", "2.) Verwendung") + "\n\n" + inner + "\n\n" + document("3.) Schluss")
    assert headings(typed_layout(text)) == [("1", "Gegenstand"), ("2", "Verwendung"), ("3", "Schluss")]


def test_what_an_annex_counts_is_no_section() -> None:
    annex = "\f" + "\n\n".join(f"Maßnahmenart {n} – Beratung\n\n{BODY}" for n in (1, 2, 3))
    assert numbers(document("(1) Gegenstand", "(2) Mittel", "(3) Schluss") + annex) == ["1", "2", "3"]


def test_a_list_of_parties_above_the_sections_is_none() -> None:
    front = "Vertrag\n\n1. Gemeinde Musterdorf\n\n2. Lernwerk gGmbH\n\n3. Verein Fiktiv e. V.\n\n\n"
    text = front + document(*(f"**Nr. {n} {title}**" for n, title in enumerate(TITLES, 1)))
    assert headings(typed_layout(text)) == [(str(n), title) for n, title in enumerate(TITLES, 1)]


def test_a_list_of_sums_is_no_chain_of_headings() -> None:
    assert (
        numbers(document("**1. Bau: 300 000,00 €**", "**2. Wege: 200 000,00 €**", "**3. Plan: 9 000,00 €**"))
        == []
    )
