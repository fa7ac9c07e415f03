"""Section headings in all their shapes, also where the § was misread."""

from __future__ import annotations

import pytest

from extract.layout.layout import Layout, find_layout
from models.values import Origin
from tests.typed_pages import typed_agreement, typed_layout, typed_pages

BODY = """\
Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
miteinander ab. Sie berichten einander zum Ende jedes Halbjahres über den
Stand der Vorhaben."""


def headings(layout: Layout) -> list[tuple[str, str | None]]:
    return [(mark.number, mark.title.text if mark.title else None) for mark in layout.sections]


def document(*heads: str) -> str:
    return "\n\n".join(f"{head}\n\n{BODY}" for head in heads)


def centred(text: str) -> str:
    return "\n".join(" " * ((75 - len(line)) // 2) + line for line in text.split("\n"))


def test_centred_paragraph_signs_with_their_titles_below() -> None:
    text = document(*(centred(head) for head in ("§ 1\nGegenstand", "§ 2\nMittel und Wege", "§ 3\nSchluss")))
    assert headings(typed_layout(text)) == [("1", "Gegenstand"), ("2", "Mittel und Wege"), ("3", "Schluss")]


def right_set(text: str) -> str:
    return "\n".join(line.rjust(76) for line in text.split("\n"))


@pytest.mark.parametrize("origin", ["text_layer", "ocr"])
@pytest.mark.parametrize(
    "heads",
    [
        ("Etappe 1\nRahmen", "Etappe 2\nGeld und Wege dorthin", "Etappe 3\nAbschluss"),
        ("I.\nRahmen", "II.\nGeld und Wege dorthin", "III.\nAbschluss"),
        ("1. Rahmen", "2. Geld und Wege dorthin", "3. Abschluss"),
    ],
)
def test_headings_may_stand_at_the_right_edge(heads: tuple[str, ...], origin: Origin) -> None:
    layout = find_layout(typed_pages(document(*map(right_set, heads)), origin=origin))
    assert [title for _, title in headings(layout)] == ["Rahmen", "Geld und Wege dorthin", "Abschluss"]


def test_what_goes_on_at_the_right_edge_is_no_heading() -> None:
    sums = "\n".join(
        f"Die Mittel für das Jahr {number}".ljust(68) + f"{number} Teile" for number in (1, 2, 3)
    )
    assert headings(typed_layout(f"{BODY}\n\n{sums}\n\n{BODY}")) == []


def test_a_title_may_run_over_two_lines() -> None:
    text = document(centred("§ 1\nZusammenarbeit zwischen Land\nund Landkreis"), centred("§ 2\nMittel"))
    assert headings(typed_layout(text))[0] == ("1", "Zusammenarbeit zwischen Land und Landkreis")


@pytest.mark.parametrize("sign", ["§", "Artikel", "Art.", "Abschnitt", "Ziffer"])
def test_sign_and_title_in_one_line(sign: str) -> None:
    text = document(f"{sign} 1 Gegenstand", f"{sign} 2 Mittel", f"{sign} 3 Schluss")
    assert headings(typed_layout(text)) == [("1", "Gegenstand"), ("2", "Mittel"), ("3", "Schluss")]


@pytest.mark.parametrize("between", [" / ", " – ", ": ", ". "])
def test_a_sign_parts_the_number_from_its_title(between: str) -> None:
    text = document(f"§ 1{between}Gegenstand", f"§ 2{between}Mittel", f"§ 3{between}Schluss")
    assert headings(typed_layout(text)) == [("1", "Gegenstand"), ("2", "Mittel"), ("3", "Schluss")]


def test_headings_may_have_no_title() -> None:
    text = document(centred("§ 1"), centred("§ 2"), centred("§ 3"))
    assert headings(typed_layout(text)) == [("1", None), ("2", None), ("3", None)]


def test_a_letter_belongs_to_the_number() -> None:
    text = document("§ 3 Mittel", "§ 3a Auszahlung", "§ 4 Schluss")
    assert [number for number, _ in headings(typed_layout(text))] == ["3", "3a", "4"]


@pytest.mark.parametrize(
    "signs",
    [
        ("§ 1", "82", "§ 3", "84"),
        ("8 1", "S 2", "8 3", "§ 4"),
        ("s1", "S2", "$3", "&4"),
        ("§ 1", "S2", "§3", "86"),
    ],
)
def test_a_misread_sign_is_known_by_its_place_and_its_number(signs: tuple[str, ...]) -> None:
    text = document(*(centred(f"{sign}\nTitel") for sign in signs))
    expected = ["1", "2", "3", "6" if signs[-1] == "86" else "4"]
    assert [number for number, _ in headings(typed_layout(text))] == expected


def test_a_misread_one_is_still_the_first_section() -> None:
    text = document(centred("§ l\nGegenstand"), centred("§ 2\nMittel"), centred("§ 3\nSchluss"))
    assert headings(typed_layout(text)) == [("1", "Gegenstand"), ("2", "Mittel"), ("3", "Schluss")]


def test_a_number_that_does_not_fit_between_its_neighbours_is_no_section() -> None:
    text = document(centred("§ 1\nGegenstand"), centred("§ 2\nMittel"), centred("§ 3\nSchluss"))
    assert headings(typed_layout(text + "\n\n" + centred("81"))) == headings(typed_layout(text))


def test_a_gap_in_the_numbers_is_kept_for_the_checks_to_report() -> None:
    text = document("§ 1 Gegenstand", "§ 2 Mittel", "§ 4 Schluss")
    assert [number for number, _ in headings(typed_layout(text))] == ["1", "2", "4"]


@pytest.mark.parametrize("form", ["{}. {}", "({}) {}", "§ {} {}", "Ziffer {} {}"])
def test_counted_paragraphs_are_sections_where_none_is_headed(form: str) -> None:
    layout = typed_layout("\n\n".join(form.format(number, BODY) for number in (1, 2, 3, 4)))
    assert headings(layout) == [("1", None), ("2", None), ("3", None), ("4", None)]
    assert [block.section for block in layout.blocks] == ["1", "2", "3", "4"]


def test_counted_paragraphs_in_a_part_of_a_document_are_none() -> None:
    listed = "\n\n".join(f"{number}. {BODY}" for number in (1, 2, 3))
    assert headings(typed_layout("\n\n".join([BODY, BODY, BODY, BODY, listed]))) == []


@pytest.mark.parametrize("origin", ["text_layer", "ocr"])
@pytest.mark.parametrize("head", ["{}", "**{}**"])
def test_paragraphs_counted_below_headings_without_numbers_are_no_sections(head: str, origin: Origin) -> None:
    heads = (("Ausgangslage", 1), ("Aufgaben", 2), ("Dauer", 3), ("Schluss", 4))
    text = "\n\n\n".join(f"{head.format(title)}\n\n{number}. {BODY}" for title, number in heads)
    assert headings(find_layout(typed_pages(text, origin=origin))) == []


def test_one_heading_without_a_number_does_not_keep_counted_paragraphs_from_being_sections() -> None:
    text = "\n\n".join(f"{number}. {BODY}" for number in (1, 2, 3, 4))
    assert len(headings(typed_layout(f"Vorbemerkung\n\n\n{text}"))) == 4


def test_how_many_places_there_are_heads_no_section() -> None:
    places = "\n\n".join(f"{BODY}\n\n{' ' * 60}{number} Plätze" for number in (12, 13, 14))
    assert headings(typed_layout(places)) == []


def test_short_names_of_measures_head_no_sections() -> None:
    assert headings(typed_layout(document("MA 1: Ausbildungsvorbereitung", "MA 2: Beratung"))) == []


@pytest.mark.parametrize("form", ["{}. {}.", "**({}) {}.**"])
@pytest.mark.parametrize("origin", ["text_layer", "ocr"])
def test_headings_may_end_in_a_full_stop(form: str, origin: Origin) -> None:
    text = document(
        *(form.format(number, title) for number, title in ((1, "Zweck"), (2, "Geld"), (3, "Ende")))
    )
    layout = find_layout(typed_pages(text, origin=origin))
    assert headings(layout) == [("1", "Zweck."), ("2", "Geld."), ("3", "Ende.")]


def test_a_reference_that_begins_a_line_is_no_heading() -> None:
    text = """
        § 1 Gegenstand

        Die Vertragspartner stimmen ihre Angebote für junge Menschen im Sinne von
        § 4 Absatz 2 der Richtlinie miteinander ab und berichten einander über den
        Stand der Vorhaben. Grundlage ist
        § 44 der Landeshaushaltsordnung.

        § 2 Mittel

        Die Mittel werden nach Maßgabe des Bescheids und nach den Vorgaben gemäß
        § 7 Absatz 1 ausgezahlt.
        """
    assert [number for number, _ in headings(typed_layout(text))] == ["1", "2"]


def test_numbered_headings_without_a_sign() -> None:
    text = document("1. Gegenstand", "2. Mittel und Wege", "3. Schluss")
    assert headings(typed_layout(text)) == [("1", "Gegenstand"), ("2", "Mittel und Wege"), ("3", "Schluss")]


def test_bold_numbered_headings_without_dots() -> None:
    text = document("**1 Gegenstand**", "**2 Mittel**", "**3 Schluss**")
    assert headings(typed_layout(text)) == [("1", "Gegenstand"), ("2", "Mittel"), ("3", "Schluss")]


def test_roman_headings_are_counted_in_arabic_order_and_kept_roman() -> None:
    text = document("I. Gegenstand", "II. Mittel", "III. Verfahren", "IV. Schluss")
    assert headings(typed_layout(text)) == [
        ("I", "Gegenstand"),
        ("II", "Mittel"),
        ("III", "Verfahren"),
        ("IV", "Schluss"),
    ]


@pytest.mark.parametrize("misread", [("l.", "Il.", "III."), ("I.", "I.", "Ill."), ("1.", "II.", "Ill.")])
def test_misread_roman_numbers_are_known_by_their_sequence(misread: tuple[str, ...]) -> None:
    text = document(*(f"{number} Titel" for number in (*misread, "IV.", "V.")))
    assert [number for number, _ in headings(typed_layout(text))] == ["I", "II", "III", "IV", "V"]


def test_a_numbered_list_inside_a_numbered_section_is_a_list() -> None:
    layout = typed_layout(
        f"""
        1. Gegenstand

        {" ".join(BODY.split()[:9])}
        miteinander ab.

        2. Maßnahmen

        Folgende Vorhaben werden in der Region von den Vertragspartnern umgesetzt:

        1. Ausbildungsvorbereitung
           – Werkstatt Süd
        2. Weiterbildung
           – Fachtag
        3. Beratung
           – Lotsendienst

        3. Mittel

        Die Mittel werden nach Maßgabe des Bescheids und nach den Vorgaben ausgezahlt.

        4. Schluss

        Die Vereinbarung tritt mit der letzten Unterschrift der Vertragspartner in
        Kraft.
        """
    )
    assert headings(layout) == [
        ("1", "Gegenstand"),
        ("2", "Maßnahmen"),
        ("3", "Mittel"),
        ("4", "Schluss"),
    ]
    assert [block.text for block in layout.blocks if block.level == 1] == [
        "Ausbildungsvorbereitung",
        "Weiterbildung",
        "Beratung",
    ]


def test_a_numbered_list_in_a_document_with_signs_is_a_list() -> None:
    layout = typed_layout(
        """
        § 1 Gegenstand

        Folgende Vorhaben werden in der Region von den Vertragspartnern umgesetzt:

        1. Ausbildungsvorbereitung
        2. Weiterbildung
        3. Beratung

        § 2 Mittel

        Die Mittel werden nach Maßgabe des Bescheids und nach den Vorgaben ausgezahlt.
        """
    )
    assert [number for number, _ in headings(layout)] == ["1", "2"]


def test_sections_go_on_over_pages_and_blocks_know_their_section() -> None:
    layout = typed_layout("\f".join(document(centred(f"§ {number}\nTitel")) for number in (1, 2, 3)))
    assert [(mark.number, mark.lines[0].page) for mark in layout.sections] == [("1", 1), ("2", 2), ("3", 3)]
    assert [block.section for block in layout.blocks if block.kind == "paragraph"] == ["1", "2", "3"]


def test_a_text_without_sections_has_none() -> None:
    assert headings(typed_layout(f"{BODY}\n\n{BODY}")) == []


def test_a_section_number_points_to_its_sign_alone() -> None:
    (page,) = typed_pages(document("§ 1 Gegenstand", "§ 2 Mittel"))
    first = find_layout([page]).sections[0]
    sign, number, title = page.words[:3]
    assert first.number_passage.provenance(0, 3).bbox == (*sign.bbox[:2], *number.bbox[2:])
    assert first.title is not None
    assert first.title.provenance(0, 5).bbox == title.bbox


def test_capital_letters_are_headings_and_a_table_of_contents_is_none() -> None:
    contents = "Inhalt\n\nA. Gegenstand ..... 1\nB. Mittel und Wege ..... 1\nC. Schluss ..... 2"
    text = contents + "\n\n\n" + document("A. Gegenstand", "B. Mittel und Wege", "C. Schluss")
    layout = typed_layout(text)
    assert headings(layout) == [("A", "Gegenstand"), ("B", "Mittel und Wege"), ("C", "Schluss")]
    assert [block.section for block in layout.blocks if block.text.startswith("Die")] == ["A", "B", "C"]


def test_initials_at_the_head_of_a_line_are_no_headings() -> None:
    text = f"{BODY}\n\nA. Muster\n\n{BODY}\n\nD. Beispiel\n\n{BODY}"
    assert headings(typed_layout(text)) == []


RUN_IN = """
        {sign} 1 Zweck. Die Vertragspartner stimmen ihre Angebote für junge Menschen
        miteinander ab.

        {sign} 2 Mittel. Das Land stellt dem Landkreis im Jahr 2022 insgesamt 500.000 Euro
        für die Vorhaben bereit.

        {sign} 3 Schluss. Die Vereinbarung tritt mit der letzten Unterschrift der beiden
        Vertragspartner in Kraft.
"""


@pytest.mark.parametrize("sign", ["§", "Art.", "Artikel"])
def test_a_title_may_stand_right_before_its_text(sign: str) -> None:
    layout = typed_layout(RUN_IN.format(sign=sign))
    assert headings(layout) == [("1", "Zweck"), ("2", "Mittel"), ("3", "Schluss")]
    assert [block.section for block in layout.blocks] == ["1", "2", "3"]


def test_an_amount_in_the_line_of_a_heading_is_read() -> None:
    (amount,) = typed_agreement(RUN_IN.format(sign="Art.")).amounts
    assert (int(amount.value), amount.role, amount.section) == (500_000, "total", "2")


def test_a_reference_with_a_title_inside_a_paragraph_runs_into_no_heading() -> None:
    text = document("§ 1 Gegenstand", "§ 2 Mittel") + (
        "\nBei der Auswahl der Träger ist anzuwenden, was bundesweit gilt, nämlich der\n"
        "§ 3 Vergabe. Der Landkreis legt dem Land die Vermerke hierzu vor.\n"
    )
    assert [number for number, _ in headings(typed_layout(text))] == ["1", "2"]


@pytest.mark.parametrize("second", ["82 Mittel und Wege", "S 2 Mittel und Wege", "$2 Mittel und Wege"])
def test_in_a_scan_a_misread_sign_may_have_its_title_beside_it(second: str) -> None:
    text = document("§ 1 Gegenstand", second, "§ 3 Schluss")
    assert headings(find_layout(typed_pages(text, origin="ocr"))) == [
        ("1", "Gegenstand"),
        ("2", "Mittel und Wege"),
        ("3", "Schluss"),
    ]


def test_in_a_digital_text_a_number_with_a_title_is_taken_at_its_word() -> None:
    text = document("§ 1 Gegenstand", "82 Plätze", "§ 2 Schluss")
    assert [number for number, _ in headings(typed_layout(text))] == ["1", "2"]


def test_a_word_and_a_number_head_a_section_though_nothing_sets_them_off() -> None:
    text = """
        Ziff. 1 Dauer
        Die Vereinbarung gilt für ein Jahr und kann von jeder Seite verlängert werden, wenn
        die andere es wünscht.
        Ziff. 2 Ziele
        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region miteinander
        ab und berichten einander.
        Ziff. 3 Nachweise
        Der Nachweis ist bis zum Ende des Jahres vorzulegen und von beiden Seiten zu zeichnen,
        so wie es üblich ist.
    """
    assert [section.number for section in typed_layout(text).sections] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("heads", "numbers"),
    [
        (("§ 1 – 'Gegenstand", "S 2 – Mittel", "5 3– Vorhaben", "§ 4 – Schluss"), ["1", "2", "3", "4"]),
        (("1. ABSCHNITT", "11. ABSCHNITT", "il. ABSCHNITT", "IV. ABSCHNITT"), ["I", "II", "III", "IV"]),
        (("1 Gegenstand", "2. Mittel", "3 Vorhaben", "4. Schluss"), ["1", "2", "3", "4"]),
        (("I. Gegenstand", "II. Mittel", "III..Vorhaben"), ["I", "II", "III"]),
        (("ziff. 1 Gegenstand", "Ziff. 2 Mittel", "ziff. 3 Schluss"), ["1", "2", "3"]),
        (("Teil A Gegenstand", "Teil B| Mittel", "Teil C • chluss"), ["A", "B", "C"]),
        (("Teil A l Gegenstand", "Teil B 1 Mittel", "Teil CI Schluss"), ["A", "B", "C"]),
        (("Thema 11 Gegenstand", "Thema 2 I Mittel", "Thema 31Das Ende"), ["1", "2", "3"]),
        (("Kapitel I", "Kapitel H", "Kapitel IH", "Kapitel IV"), ["I", "II", "III", "IV"]),
        ((centred("I\nGegenstand"), centred("u\nMittel"), centred("m\nSchluss")), ["I", "II", "III"]),
        (("1) Gegenstand", "2) Mittel,", "3) wege", "4) Schluss"), ["1", "2", "3", "4"]),
        (("Nr. 1Gegenstand", "Nr.2- Mittel", "Nr..3 Schluss"), ["1", "2", "3"]),
        (("Modul 1 · Gegenstand", "Modul 2·Mittel", "Mödul 3 Schluss"), ["1", "2", "3"]),
        (("§ 1·Gegenstand", "§ 2 Mittel"), ["1", "2"]),
        (("A. Gegenstand", "B. Mittel", "€. Berichte", "D. Schluss"), ["A", "B", "C", "D"]),
        (("A. Gegenstand", "B. Mittel", "c. Berichte", "D. Schluss"), ["A", "B", "C", "D"]),
        (("  1.) Gegenstand", "  2.) Mittel", "  3.) Berichte", "• 4.) Schluss"), ["1", "2", "3", "4"]),
        (("Maßnahmenart 1", "Maßnanmenart 2", "Maßnanmenart 3"), []),
        (("§ 1 [Gegenstand]", "§ 2 [Mittel]"), ["1", "2"]),
    ],
)
def test_in_a_scan_headings_differ_by_what_was_misread(heads: tuple[str, ...], numbers: list[str]) -> None:
    layout = find_layout(typed_pages(document(*heads), origin="ocr"))
    assert [number for number, _ in headings(layout)] == numbers


def test_a_flawed_heading_of_a_scan_is_none_where_no_number_is_missing() -> None:
    layout = find_layout(typed_pages(document("1) Gegenstand", "2) Mittel", "3) Berichte."), origin="ocr"))
    assert [number for number, _ in headings(layout)] == ["1", "2"]


def test_between_signs_a_heading_may_have_lost_its_own() -> None:
    text = document("§ 1 Gegenstand", "2. Mittel", "§ .3 Vorhaben", "'§ 4 Schluss")
    layout = find_layout(typed_pages(text, origin="ocr"))
    assert [number for number, _ in headings(layout)] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("heads", "left_out"),
    [
        (("Ziff. 1 Dauer", "Ziff. 2 Mittel", "Ziff. 3 Berichte", "Ziff. 3 Schluss"), ["Ziff. 3 Schluss"]),
        (("1) Dauer", "2) Mittel", "3) Berichte."), ["3) Berichte."]),
        (("§ 1 Dauer", "§ 2 Mittel", "S 2 Berichte"), ["S 2 Berichte"]),
        (("1) Dauer",), ["1) Dauer"]),
        (("§ 1 Dauer", "§ 2 Mittel", "§ 3 Berichte"), []),
        (("Dauer", "Mittel", "Berichte"), []),
    ],
)
def test_what_looks_like_a_heading_and_is_none_is_told(heads: tuple[str, ...], left_out: list[str]) -> None:
    layout = find_layout(typed_pages(document(*heads), origin="ocr"))
    assert [line.text for line in layout.left_out] == left_out


def test_a_scan_shifts_its_pages() -> None:
    first = document("Ziff. 1 Gegenstand", "Ziff. 2 Mittel")
    second = "\n".join(f"   {line}" for line in document("Ziff. 3 Vorhaben", "Ziff. 4 Schluss").split("\n"))
    layout = find_layout(typed_pages(f"{first}\f{second}", origin="ocr"))
    assert [number for number, _ in headings(layout)] == ["1", "2", "3", "4"]


def test_in_a_digital_text_eleven_is_no_misread_two() -> None:
    text = document("I. Gegenstand", "11. Mittel", "III. Vorhaben", "IV. Schluss")
    assert [number for number, _ in headings(typed_layout(text))] == ["I", "III", "IV"]


def test_headings_are_set_off_also_where_each_line_is_a_paragraph() -> None:
    chapter = """\
{0} {1}
{0}.1 Die Vertragspartner stimmen ihre Angebote für junge Menschen in dem Land ab

{0}.2 Sie berichten einander zum Ende jedes Halbjahres über den Stand der Dinge und
über ihre Vorhaben, wie es das Land ihnen jeweils vorgibt.

{0}.3 Sie berichten zum Ende jedes Halbjahres über den Stand der Vorhaben allen.
"""
    text = "\n".join(chapter.format(n, title) for n, title in ((1, "Ziele"), (2, "Mittel"), (3, "Dauer")))
    assert headings(typed_layout(text)) == [("1", "Ziele"), ("2", "Mittel"), ("3", "Dauer")]


@pytest.mark.parametrize(
    "numbers", [("A", "B", "C"), ("A.", "B.", "C."), ("I", "II", "III"), ("(1)", "(2)", "(3)")]
)
@pytest.mark.parametrize("title", ["Unterschriften", "Zeichnung", "Freigabe", "Schlussformel"])
def test_the_heading_of_the_signatures_is_a_heading(numbers: tuple[str, ...], title: str) -> None:
    first, second, third = numbers
    text = f"""
{document(f"{first} Gegenstand", f"{second} Mittel und Wege")}

{third} {title}

Partner         Hessisches Sozialministerium         Landkreis Fulda
Ort             Wiesbaden                            Fulda
Datum           7.8.2012                             9.9.2012

Name            Heike Muster                         Adil Beispiel
Amt             Staatsministerin                     Landrat
"""
    layout = typed_layout(text)
    assert [title for _, title in headings(layout)] == ["Gegenstand", "Mittel und Wege", title]
    assert layout.signature_rows[0].text.startswith("Partner")


def test_headings_above_tables_are_found_though_no_text_is_left_between_them() -> None:
    table = """
+---------------+-----------------+--------+
| Nr.           | Ziel            | Maß    |
+---------------+-----------------+--------+
| 1             | Verbleib        | viele  |
+---------------+-----------------+--------+
"""
    heads = ("A Rollen", "B Ziele", "C Budget", "D Projektstruktur", "E Meilensteine")
    text = "**Zielvereinbarung**\nFinanzierung: Budget für Ausbildung\nJahr: 2024\n\n" + "\n".join(
        f"**{head}**\n{table}" for head in heads
    )
    assert headings(typed_layout(text)) == [tuple(head.split()) for head in heads]


@pytest.mark.parametrize("number", ["Tz. {}", "§ {}", "{}.", "Nr. {}"])
def test_the_title_of_a_heading_between_two_tables_may_stand_in_a_column_of_its_own(number: str) -> None:
    heads = [
        f"**{number.format(n):<8}**  **{title}**" for n, title in ((1, "Ziele"), (2, "Plan"), (3, "Kosten"))
    ]
    text = f"""
{heads[0]}

{BODY}

{heads[1]}

----------------------------------------------------------
Zeile     Bezeichnung                                  EUR
----------------------------------------------------------
01        Personal                              833.647,00
----------------------------------------------------------
02        Honorare                               44.957,00
----------------------------------------------------------

{heads[2]}
          Hierauf ist zu buchen:

----------------------------------------------------------
Konto     Bezeichnung                                  EUR
----------------------------------------------------------
4332      Lernhaus                              800.000,00
----------------------------------------------------------
4333      Werkstatt                              78.604,00
----------------------------------------------------------
"""
    layout = typed_layout(text)
    assert [title for _, title in headings(layout)] == ["Ziele", "Plan", "Kosten"]
    assert [len(placed.table.rows) for placed in layout.tables] == [3, 3]


def test_rows_of_tables_that_count_their_entries_are_no_headings() -> None:
    row = (
        "**Feld {0}**   Ausbildung in Betrieben\n4332-{0}  Lernhaus                              800.000,00\n"
    )
    table = "Konto     Bezeichnung                                  EUR\n" + row.format(1) + row.format(2)
    layout = typed_layout(f"{BODY}\n\n{table}\n\n{BODY}\n\n{table}\n{BODY}")
    assert layout.sections == ()


def test_a_figure_that_heads_rows_of_a_table_is_no_roman_section() -> None:
    text = document(
        "I. Gegenstand",
        "II. Mittel",
        "III. Projekte",
        "4 Weiterbildung für Personal",
        "IV. Ablauf",
        "V. Dauer",
    )
    assert headings(typed_layout(text))[3:] == [("IV", "Ablauf"), ("V", "Dauer")]


def test_a_dash_behind_a_number_that_a_scan_has_as_a_hyphen_is_one() -> None:
    heads = ("I – Zweck", "II – Aufgaben", "III – Lasten", "IV - Beginn", "V- Bericht")
    (page,) = typed_pages(document(*heads), origin="ocr", confidence=0.95)
    assert [number for number, _ in headings(find_layout([page]))] == ["I", "II", "III", "IV", "V"]


SUBSECTIONS = ("1 Rahmen", "1.1 Anlass", "1.2 Ziele und Wege", "2 Geld", "2.1 Höhe", "2.2 Abruf", "3 Schluss")


@pytest.mark.parametrize("origin", ["text_layer", "ocr"])
def test_headings_below_those_of_sections_are_sections_as_well(origin: Origin) -> None:
    layout = find_layout(typed_pages(document(*SUBSECTIONS), origin=origin))
    assert headings(layout) == [tuple(head.split(" ", 1)) for head in SUBSECTIONS]


def test_clauses_that_are_counted_below_a_section_are_none() -> None:
    clauses = [f"{number} {BODY}" for number in ("1.1", "1.2", "2.1")]
    text = "\n\n".join(("1 Rahmen", *clauses[:2], "2 Geld", clauses[2], "2.2 Kurz", "3 Schluss", BODY))
    assert [number for number, _ in headings(typed_layout(text))] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("bold", "numbers"), [(True, ["1", "2", "2.1", "2.2", "3"]), (False, ["1", "2", "3"])]
)
def test_one_section_may_head_in_bold_what_others_count_as_clauses(bold: bool, numbers: list[str]) -> None:
    clauses = "\n\n".join(f"3.{number} {BODY}" for number in (1, 2, 3, 4))
    heads = [f"**{head}**" if bold else head for head in ("2.1 Vorbereitung", "2.2 Ausbildung")]
    within = "\n\n".join(f"{head}\n\n{BODY}" for head in heads)
    text = "\n\n".join(("1 Rahmen", BODY, "2 Maßnahmen", within, "3 Geld", clauses))
    assert [number for number, _ in headings(typed_layout(text))] == numbers


def test_what_counts_below_another_section_is_no_subsection() -> None:
    text = document(
        "1 Rahmen", "3.1 Anlage", "3.2 Plan", "2 Geld", "2.1 Höhe: 500 Euro", "2.2 Rest: 20 Euro", "3 Schluss"
    )
    assert [number for number, _ in headings(typed_layout(text))] == ["1", "2", "3"]


def test_entries_of_a_list_that_is_counted_below_a_section_are_none() -> None:
    text = document("1 Rahmen", "2 Projekte\n\n2.1 Kompass\n2.2 Lernhaus\n2.3 Brücke", "3 Schluss")
    assert [number for number, _ in headings(typed_layout(text))] == ["1", "2", "3"]


@pytest.mark.parametrize("bold", [True, False])
def test_what_leads_to_a_list_with_a_colon_is_a_heading_only_if_it_is_set_as_one(bold: bool) -> None:
    led = [f"**{head}**" if bold else head for head in ("2.1 Ausbildung:", "2.2 Beratung:")]
    listed = "\n\n".join(f"{head}\n- Lernhaus Nord\n- Werkstatt Felsberg" for head in led)
    text = document("1 Rahmen", f"2 Vorhaben\n\n{listed}", "3 Schluss")
    numbers = [number for number, _ in headings(typed_layout(text))]
    assert numbers == (["1", "2", "2.1", "2.2", "3"] if bold else ["1", "2", "3"])


@pytest.mark.parametrize(
    ("origin", "found"), [("ocr", ["1", "2", "3", "4"]), ("text_layer", ["1", "2", "3"])]
)
def test_in_a_scan_a_colon_tells_a_title_before_its_text_as_bold_type_does(
    origin: Origin, found: list[str]
) -> None:
    heads = ("**1. Anlass:** Land", "**2. Wege dorthin:** Land", "**3. Geld:** Land", "4. Rest: Land")
    text = "\n\n".join(f"{head} und Landkreis stimmen ihre Angebote für alle ab.\n{BODY}" for head in heads)
    layout = find_layout(typed_pages(text, origin=origin))
    assert [number for number, _ in headings(layout)] == found


def test_a_list_with_colons_below_headings_of_their_own_is_none_of_them() -> None:
    listed = "\n\n".join(
        f"{n}. {word}: alles Weitere regelt das Land." for n, word in ((3, "Ort"), (4, "Zeit"))
    )
    text = f"{document('1. Anlass', '2. Wege dorthin')}\n\n{listed}"
    layout = find_layout(typed_pages(text, origin="ocr"))
    assert [number for number, _ in headings(layout)] == ["1", "2"]


def test_counts_of_one_thing_are_no_headings() -> None:
    assert headings(typed_layout(document("12 Plätze", "13 Plätze", "21 Plätze"))) == []
    assert headings(typed_layout(document("12 Plätze", "13 Fristen"))) == [
        ("12", "Plätze"),
        ("13", "Fristen"),
    ]


def test_titles_behind_bare_numbers_are_headings() -> None:
    text = document("1 Gegenstand", "2 Plätze", "3 Plätze der Frauen", "4 Schluss")
    assert headings(typed_layout(text)) == [
        ("1", "Gegenstand"),
        ("2", "Plätze"),
        ("3", "Plätze der Frauen"),
        ("4", "Schluss"),
    ]
