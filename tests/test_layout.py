"""Blocks: paragraphs, lists with their nesting, lost bullets, running heads and page numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.language.lists import goes_on_counting
from extract.layout.layout import Layout, find_layout
from extract.layout.page_labels import PageLabel
from tests.typed_pages import typed_layout, typed_pages

FULL = "Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region"


def items(layout: Layout) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in layout.blocks if block.kind == "item"]


def paragraphs(layout: Layout) -> list[str]:
    return [block.text for block in layout.blocks if block.kind == "paragraph"]


def test_lines_without_a_blank_line_are_one_paragraph_and_a_blank_line_begins_another() -> None:
    layout = typed_layout(
        """
        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab und berichten einander.

        Das Land unterstützt die Vorhaben nach Maßgabe des Haushaltsplans und dieser
        Vereinbarung.
        """
    )
    assert [text.split()[0] for text in paragraphs(layout)] == ["Die", "Das"]


def test_a_new_sentence_after_a_short_line_begins_a_paragraph_without_a_blank_line() -> None:
    layout = typed_layout(
        """
        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab.
        Das Land unterstützt die Vorhaben nach Maßgabe des Haushaltsplans und dieser
        Vereinbarung im Rahmen der verfügbaren Mittel.
        """
    )
    assert len(paragraphs(layout)) == 2


def test_a_paragraph_runs_on_over_a_page_break() -> None:
    layout = typed_layout(
        f"{FULL}\n{FULL}\f{'miteinander ab und legen ihre Ziele für das Jahr gemeinsam fest, damit die'}\n"
        "Mittel wirken."
    )
    assert len(layout.blocks) == 1
    assert layout.blocks[0].text.endswith("damit die Mittel wirken.")


def test_a_paragraph_that_was_complete_does_not_run_on_over_a_page_break() -> None:
    layout = typed_layout(f"{FULL}\nmiteinander ab.\f{FULL}\nneu aus.")
    assert [len(block.lines) for block in layout.blocks] == [2, 2]


@pytest.mark.parametrize(
    ("first", "second"), [("1.", "2."), ("a)", "b)"), ("(1)", "(2)"), ("•", "•"), ("–", "–"), ("-", "-")]
)
def test_list_items_come_without_their_markers_and_wrapped_lines_belong_to_them(
    first: str, second: str
) -> None:
    layout = typed_layout(
        f"""
        Folgende Vorhaben werden in der Region umgesetzt:
        {first:<4}Werkstatt Süd für junge Menschen ohne Schulabschluss im ganzen Kreis-
            gebiet
        {second:<4}Lernhaus Nord
        """
    )
    assert items(layout) == [
        (1, "Werkstatt Süd für junge Menschen ohne Schulabschluss im ganzen Kreisgebiet"),
        (1, "Lernhaus Nord"),
    ]


def test_numbers_of_items_are_kept() -> None:
    layout = typed_layout("3. Werkstatt Süd\n4. Lernhaus Nord")
    assert [block.marker.number for block in layout.blocks if block.marker] == [3, 4]


def test_items_deeper_to_the_right_are_children() -> None:
    layout = typed_layout(
        """
        1. Ausbildungsvorbereitung
           a) Werkstatt Süd
              – Holz
              – Metall
           b) Lernhaus Nord
        2. Weiterbildung
           – Fachtag
        """
    )
    assert items(layout) == [
        (1, "Ausbildungsvorbereitung"),
        (2, "Werkstatt Süd"),
        (3, "Holz"),
        (3, "Metall"),
        (2, "Lernhaus Nord"),
        (1, "Weiterbildung"),
        (2, "Fachtag"),
    ]


def test_bullets_flush_with_their_numbers_are_still_children() -> None:
    layout = typed_layout(
        """
        1. Ausbildungsvorbereitung
        •  Werkstatt Süd
        •  Lernhaus Nord
        2. Weiterbildung
        •  Fachtag
        """
    )
    assert items(layout) == [
        (1, "Ausbildungsvorbereitung"),
        (2, "Werkstatt Süd"),
        (2, "Lernhaus Nord"),
        (1, "Weiterbildung"),
        (2, "Fachtag"),
    ]


@pytest.mark.parametrize("misread", ["e", "o", "°", "«", "»", "*", "¢", "+"])
def test_what_ocr_makes_of_a_bullet_is_a_bullet(misread: str) -> None:
    layout = typed_layout(
        f"""
        Folgende Vorhaben werden in der Region umgesetzt:
        {misread}   Werkstatt Süd
        {misread}   Lernhaus Nord
        """
    )
    assert items(layout) == [(1, "Werkstatt Süd"), (1, "Lernhaus Nord")]


def test_a_lost_bullet_below_a_number_is_found_by_its_indent() -> None:
    layout = typed_layout(
        """
        Folgende Vorhaben werden in der Region von den Vertragspartnern umgesetzt:

        1. Ausbildungsvorbereitung
             Werkstatt Süd
             •  Lernhaus Nord
        """
    )
    assert [text for _, text in items(layout)] == [
        "Ausbildungsvorbereitung",
        "Werkstatt Süd",
        "Lernhaus Nord",
    ]


def test_a_lost_bullet_between_bullets_is_found_by_the_space_above() -> None:
    layout = typed_layout(
        """
        Folgende Vorhaben werden in der Region von den Vertragspartnern umgesetzt:
        Sie sollen jungen Menschen den Weg in eine Ausbildung möglichst bald ebnen.

        •  Werkstatt Süd

           Lernhaus Nord

        •  Brücke
        """
    )
    assert items(layout) == [(1, "Werkstatt Süd"), (1, "Lernhaus Nord"), (1, "Brücke")]


@pytest.mark.parametrize("line", ["7. August 2025 abgeschlossen", "1. Halbjahr 2025 erreicht"])
def test_a_line_that_begins_with_a_date_is_no_list_item(line: str) -> None:
    layout = typed_layout(
        f"""
        Die Verhandlungen über die Ziele des laufenden Jahres wurden in der Zeit am
        {line}, so dass die Arbeit beginnen kann.
        """
    )
    assert items(layout) == []
    assert len(layout.blocks) == 1


def test_a_dash_between_words_that_begins_a_line_is_no_list_item() -> None:
    layout = typed_layout(
        """
        Die Angebote richten sich an junge Menschen ohne Schulabschluss im Kreisgebiet
        – auch an Geflüchtete – und werden von den Trägern vor Ort gemeinsam erbracht.
        """
    )
    assert items(layout) == []


def test_running_heads_and_page_numbers_are_set_aside() -> None:
    pages = typed_pages(
        f"{FULL}\nab.\f{FULL}\nab.\f{FULL}\nab.",
        head=["Zielvereinbarung Musterkreis"] * 3,
        foot=["Seite 1 von 3", "Seite 2 von 3", "Seite 3 von 3"],
    )
    layout = find_layout(pages)
    assert len(layout.blocks) == 3
    assert all(block.text.startswith("Die Vertragspartner") for block in layout.blocks)
    assert layout.page_labels == (PageLabel(1, 1, 3), PageLabel(2, 2, 3), PageLabel(3, 3, 3))


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("- 4 -", PageLabel(1, 4)),
        ("– 4 –", PageLabel(1, 4)),
        ("4", PageLabel(1, 4)),
        ("4/6", PageLabel(1, 4, 6)),
        ("4 (6)", PageLabel(1, 4, 6)),
        ("4 von 6", PageLabel(1, 4, 6)),
        ("Blatt 4", PageLabel(1, 4)),
        ("3. von 5 Seiten", PageLabel(1, 3, 5)),
        ("Seite 4 / 6", PageLabel(1, 4, 6)),
        ("– Seite 4 von 6 –", PageLabel(1, 4, 6)),
        ("Az. 11-22/33, Blatt 4 von 6", PageLabel(1, 4, 6)),
        ("Zielvereinbarung 2025, Seite 4 von 6", PageLabel(1, 4, 6)),
    ],
)
def test_page_numbers_are_read_in_all_their_shapes(printed: str, label: PageLabel) -> None:
    layout = find_layout(typed_pages(f"{FULL}\nab.", foot=[printed]))
    assert layout.page_labels == (label,)
    assert len(layout.blocks) == 1


def test_a_file_mark_in_the_margin_is_set_aside() -> None:
    layout = find_layout(typed_pages(f"{FULL}\nab.", head=["Az. IV 5 – 58 k 04-2025/0017"]))
    assert [block.kind for block in layout.blocks] == ["paragraph"]


def test_a_sentence_that_reaches_into_the_margin_is_kept() -> None:
    layout = find_layout(typed_pages(f"{FULL}\nab.", foot=["Das Nähere regelt ein Bescheid."]))
    assert layout.blocks[-1].text == "Das Nähere regelt ein Bescheid."


def test_fill_in_lines_are_no_writing() -> None:
    layout = typed_layout(f"{FULL}\nab.\n\n______________________   ....................")
    assert len(layout.blocks) == 1


def test_every_word_of_the_body_is_in_exactly_one_block_or_table() -> None:
    pages = typed_pages(
        f"""
        § 1
        Gegenstand

        {FULL}
        ab und fördern:
        1. Ausbildungsvorbereitung
           – Werkstatt Süd

        Projekt                       Betrag
        Werkstatt Süd              40.000,00
        Lernhaus Nord              60.000,00

        § 2
        Schluss

        {FULL}
        ab.
        """
    )
    layout = find_layout(pages)
    in_blocks = [word for block in layout.blocks for line in block.lines for word in line.words]
    in_tables = [word for placed in layout.tables for row in placed.table.rows_on_page for word in row.words]
    assert len(in_tables) == 8
    assert sorted(word.bbox for word in in_blocks + in_tables) == sorted(word.bbox for word in pages[0].words)


@pytest.mark.parametrize("bullet", ["›", "▸", "►", "→", "☐", "✔"])
def test_less_usual_bullets_are_bullets(bullet: str) -> None:
    layout = typed_layout(
        f"""
        Gefördert werden:

            {bullet}  Küche und Service
            {bullet}  Werkhof
        """
    )
    assert [block.text for block in layout.blocks if block.kind == "item"] == ["Küche und Service", "Werkhof"]


def test_a_word_whose_box_reaches_into_the_next_line_parts_no_item() -> None:
    (page,) = typed_pages(
        """
        2.1  Zur Ausbildungsvorbereitung gehört in diesem Jahr zunächst nur das
             Lernhaus Nord mit zwölf Plätzen; es beginnt im September, und zwar
             sobald die Räume fertig sind.
        """,
        origin="ocr",
    )
    tall = tuple(
        replace(word, size=21.0, bbox=(*word.bbox[:3], word.bbox[3] + 11))
        if word.text == "Plätzen;"
        else word
        for word in page.words
    )
    (block,) = find_layout([replace(page, words=tall)]).blocks
    assert block.text.endswith("sobald die Räume fertig sind.")


def test_a_dash_within_a_sentence_that_a_full_line_began_is_no_item() -> None:
    layout = typed_layout(
        """
        2.2 Maßnahmenart 2: Hier werden Startklar – vollfinanzierte Plätze und Lernhaus
            – Kofinanzierung angeboten.

        2.3 Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
            miteinander ab.
        """
    )
    assert layout.blocks[0].text.endswith("Lernhaus – Kofinanzierung angeboten.")


def test_what_a_line_announces_begins_below_a_full_line_too() -> None:
    layout = typed_layout(
        """
        Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales (HMSI) hier

        Für die kommunale Seite:
        Lahn-Dill-Kreis
        """
    )
    assert layout.blocks[1].text.startswith("Für die kommunale Seite:")


BREAKS = """
        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab. Sie berichten einander zum Ende jedes Halbjahres über den

        Träger ist der Hof in Musterau mit 12 Plätzen
        Träger ist der Hof in Musterau mit 13 Plätzen
        Träger ist der Hof in Musterau mit 14 Plätzen
        Träger ist der Hof in Musterau mit {last}
\f
        {first} 2 im Überblick
"""


@pytest.mark.parametrize(
    ("last", "first", "goes_on"),
    [
        ("15 Plätzen", "Maßnahmenart", False),
        ("15 Plätzen, wobei wir auch immer", "Qualifizierungsmaßnahmenarten", True),
    ],
)
def test_a_page_begins_anew_where_the_last_line_had_room_for_its_first_word(
    last: str, first: str, goes_on: bool
) -> None:
    blocks = typed_layout(BREAKS.format(last=last, first=first)).blocks
    assert (blocks[-1].page == 1) == goes_on


@pytest.mark.parametrize(("first", "later"), [(FULL, True), ("", False)])
def test_a_running_head_on_the_second_of_two_pages_is_no_text(first: str, later: bool) -> None:
    head = "Zweckverband Musterau"
    pages = typed_pages(f"{first}\nab.\f{FULL}\nab.", head=["", head] if later else [head, ""])
    assert any(head in text for text in paragraphs(find_layout(pages))) != later


def test_what_stands_close_above_the_text_of_a_later_page_is_no_running_head() -> None:
    head, text = typed_pages(f"{FULL}\nab.\f{FULL}\nab.", head=["", "Zweckverband Musterau"])
    near = [
        replace(word, bbox=(word.bbox[0], word.bbox[1] - 30, word.bbox[2], word.bbox[3] - 30))
        for word in text.words
        if word.bbox[1] > 60
    ]
    above = [word for word in text.words if word.bbox[1] < 60]
    told = find_layout([head, replace(text, words=(*above, *near))])
    assert any("Zweckverband Musterau" in text for text in paragraphs(told))


@pytest.mark.parametrize(
    ("first", "line"),
    [
        ("", "Der Gesamtbetrag beträgt 500.000 Euro."),
        ("Zielvereinbarung", "Lernhaus Musterau"),
    ],
)
def test_what_a_page_has_left_over_to_the_next_is_no_running_head(first: str, line: str) -> None:
    """A sentence, or a line as high as the text of the other page begins."""
    pages = typed_pages(f"{FULL}\nab.\f{FULL}\nab.", head=[first, line])
    assert any(line in text for text in paragraphs(find_layout(pages)))


def test_a_wrapped_paragraph_ends_where_the_next_word_had_room() -> None:
    text = """
Feld 1 Ausbildungsvorbereitung: Lernhaus (vhs Musterau); Werkstatt (Kolping); Kompass
(Caritas Musterau)
Feld 2 Qualifizierungsprojekte: Neustart (vhs Musterau)
"""
    blocks = typed_layout(text).blocks
    assert [block.text.split(":")[0] for block in blocks] == [
        "Feld 1 Ausbildungsvorbereitung",
        "Feld 2 Qualifizierungsprojekte",
    ]


def test_a_line_that_breaks_before_a_long_word_goes_on() -> None:
    text = """
Gefördert werden die Angebote für junge Menschen in der Region und ihre gemeinsame
Vorbereitung auf die Ausbildung und eine
Qualifizierungsvereinbarungsverhandlungskommission
"""
    (block,) = typed_layout(text).blocks
    assert block.text.endswith("kommission")


def test_a_dash_on_a_full_line_of_its_list_is_an_item() -> None:
    layout = typed_layout(
        """
        Maßnahmenart 1 „Ausbildungsvorbereitung“
        – Lernhaus
        – Werkstatt Süd
        Maßnahmenart 2 „Qualifizierungsprojekte zur Arbeitsmarktintegration, Fachkräfte“
        – Nähstube: Coaching
        """
    )
    assert [text for _, text in items(layout)] == ["Lernhaus", "Werkstatt Süd", "Nähstube: Coaching"]


def test_a_dash_that_opens_an_aside_is_no_item_though_a_list_has_dashes_there() -> None:
    layout = typed_layout(
        """
        Ziele der Vereinbarung sind:

        – Ausbildung
        – Weiterbildung
        – Begleitung

        Wir verfolgen mit der Vereinbarung ein Ziel, das alle Seiten teilen und
        – Stadt wie Kreis – seit langem verfolgen; die Stadt hat es mehrfach
        beschlossen und in ihren Leitlinien festgeschrieben.
        """
    )
    assert [text for _, text in items(layout)] == ["Ausbildung", "Weiterbildung", "Begleitung"]


def test_a_dash_of_a_name_that_a_full_line_broke_is_no_item() -> None:
    layout = typed_layout(
        """
        1. Ausbildung in anerkannten Ausbildungsberufen: die Projekte Logistik und mehr
           – Kofinanzierung; Lernhaus.
        2. Qualifizierungsprojekte: die Projekte Neustart; Werkstatt.
        """
    )
    assert items(layout)[0][1].endswith("die Projekte Logistik und mehr – Kofinanzierung; Lernhaus.")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("a) Lernhaus, b) Werkstatt", True),
        ("(i) Lernhaus sowie (ii) Werkstatt", True),
        ("a) Lernhaus", False),
        ("b) Lernhaus, c) Werkstatt", False),
        ("1. Lernhaus 2. Auflage", False),
        ("1 Lernhaus und 2 Werkstätten", False),
    ],
)
def test_a_sentence_begins_to_count_its_parts(text: str, counts: bool) -> None:
    assert goes_on_counting(text) is counts
