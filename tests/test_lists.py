"""What counts items and what counts paragraphs: numbers, decimals, codes and letters before text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.layout.layout import Layout, find_layout
from extract.page import Word
from extract.projects.strips import MARKER
from tests.typed_pages import typed_layout, typed_pages


def items(layout: Layout) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in layout.blocks if block.kind == "item"]


def numbers(layout: Layout) -> list[int | None]:
    return [block.marker.number for block in layout.blocks if block.kind == "item" and block.marker]


@pytest.mark.parametrize(("first", "second"), [("(1)", "(2)"), ("1.1", "1.2"), ("1.1.", "1.2.")])
def test_the_number_of_a_paragraph_makes_no_item_of_its_sentences(first: str, second: str) -> None:
    layout = typed_layout(
        f"""
        {first} Das Land stellt dem Landkreis für die Vorhaben des laufenden Jahres die
        Mittel bereit, die der Haushaltsplan vorsieht.

        {second} Der Landkreis berichtet dem Land zum Ende jedes Halbjahres über den Stand
        der Vorhaben.
        """
    )
    assert items(layout) == []
    assert [block.text.split()[0] for block in layout.blocks] == ["Das", "Der"]


def test_short_words_that_begin_scanned_lines_are_no_bullets_nor_numbers_below_them() -> None:
    pages = typed_pages(
        """
        Der Landkreis wirkt an den Erhebungen des Landes mit und berichtet ihm jährlich
        an den Tagen, die das Land nennt, und legt dabei vor, was die Träger der Vorhaben
        in den Monaten davor erreicht haben. Folgende Vorhaben werden umgesetzt:

        1. Werkstatt Süd
        2. Lernhaus Nord
        """,
        origin="ocr",
    )
    assert numbers(find_layout(pages)) == [1, 2]


@pytest.mark.parametrize(("first", "second"), [("(1)", "(2)"), ("1.1", "1.2"), ("1.1.", "1.2.")])
def test_the_same_marks_before_names_make_items(first: str, second: str) -> None:
    layout = typed_layout(
        f"""
        Folgende Vorhaben werden in der Region von den Vertragspartnern umgesetzt:

        {first} Werkstatt Süd
        {second} Lernhaus Nord
        """
    )
    assert items(layout) == [(1, "Werkstatt Süd"), (1, "Lernhaus Nord")]
    assert numbers(layout) == [1, 2]


@pytest.mark.parametrize("names", [("Werkstatt Süd", "MainStart"), ("Märzhaus", "Augustenhof Nord")])
def test_letters_with_a_full_stop_that_count_are_marks_however_near_the_names(
    names: tuple[str, str],
) -> None:
    layout = find_layout(
        [
            replace(page, words=tuple(_closer(word, page.words) for word in page.words))
            for page in typed_pages(
                f"""
        Folgende Vorhaben werden in der Region von den Vertragspartnern umgesetzt:

        1. Vorbereitung
           a. {names[0]}
           b. {names[1]}
        2. Begleitung
           a. Lernhaus Nord
        """
            )
        ]
    )
    assert items(layout) == [
        (1, "Vorbereitung"),
        *((2, name) for name in names),
        (1, "Begleitung"),
        (2, "Lernhaus Nord"),
    ]


def _closer(word: Word, words: Sequence[Word]) -> Word:
    """A letter and its full stop, set so near to the word behind it as browsers set it."""
    if len(word.text) != 2 or not word.text[0].islower():
        return word
    x0, top, x1, bottom = word.bbox
    return replace(word, bbox=(x0 + 2.5, top, x1 + 2.5, bottom))


def test_an_abbreviation_that_begins_a_line_is_no_mark() -> None:
    layout = typed_layout("Verein Musterau\ne. V. und weitere\na. D. Muster")
    assert items(layout) == []


def test_a_bracket_that_closes_behind_a_word_goes_on_with_the_name_above_it() -> None:
    layout = typed_layout(
        """
        Folgende Vorhaben werden in der Region von den Vertragspartnern umgesetzt:

        a) Ausbildung in anerkannten Ausbildungsberufen mit dem Projekt Rückenwind
           (2. Jahr);
        b) Qualifizierungsprojekte mit dem Projekt Neustart
           (3. Staffel).
        """
    )
    assert [text.split()[-2:] for _, text in items(layout)] == [["(2.", "Jahr);"], ["(3.", "Staffel)."]]


@pytest.mark.parametrize("day", ["6. APR. 2012", "06. APR.2012", "3. Mai 2012"])
def test_a_day_that_stands_alone_counts_nothing(day: str) -> None:
    layout = typed_layout(f"Zielvereinbarung über Vorhaben in der Region\n\n{day}\n\nPosteingang der Behörde")
    assert items(layout) == []


@pytest.mark.parametrize("mark", ["Projekt 3", "Projekt3:", "Projekr3", "Nr. 4", "(2.)"])
def test_what_counts_an_entry_is_known_though_it_was_misread(mark: str) -> None:
    assert MARKER.fullmatch(mark)


def test_a_figure_that_a_sentence_goes_on_with_is_no_marker() -> None:
    layout = typed_layout(
        """
        Die Träger weisen nach, dass sie die Anforderungen in einer Fassung ab Version
        4.1 oder höher erfüllen.
        """
    )
    assert items(layout) == []
    assert len(layout.blocks) == 1


def test_decimals_nest_by_their_figures_whatever_their_indent() -> None:
    layout = typed_layout(
        """
        Folgende Vorhaben werden in der Region von den Vertragspartnern umgesetzt:

        3.1   Ausbildungsvorbereitung
        3.1.1 Werkstatt Süd
        3.1.2 Lernhaus Nord
        3.2   Weiterbildung
        3.2.1 Fachtag
        """
    )
    assert items(layout) == [
        (1, "Ausbildungsvorbereitung"),
        (2, "Werkstatt Süd"),
        (2, "Lernhaus Nord"),
        (1, "Weiterbildung"),
        (2, "Fachtag"),
    ]
    assert numbers(layout) == [1, 1, 2, 2, 1]


def test_bare_numbers_that_hang_in_the_margin_belong_to_the_text_beside_them() -> None:
    layout = typed_layout(
        """
        Folgende Vorhaben werden in der Region von den Vertragspartnern umgesetzt:

        1          Werkstatt Süd
        2          Lernhaus Nord
        3          Job-Brücke
        """
    )
    assert items(layout) == [(1, "Werkstatt Süd"), (1, "Lernhaus Nord"), (1, "Job-Brücke")]
    assert numbers(layout) == [1, 2, 3]
    assert layout.tables == ()


def test_a_single_bare_number_before_words_counts_nothing() -> None:
    layout = typed_layout(
        """
        Die Vertragspartner richten in der Region für junge Menschen in diesem Jahr noch
        12   Kurse ein.
        """
    )
    assert items(layout) == []


def test_codes_that_count_are_markers_and_nest_by_their_figures() -> None:
    layout = typed_layout(
        """
        Folgende Vorhaben werden in der Region von den Vertragspartnern umgesetzt:

        M1 Ausbildungsvorbereitung
        P1.1 Werkstatt Süd
        P1.2 – Lernhaus Nord
        M2 Weiterbildung
        P2.1 Fachtag
        """
    )
    assert items(layout) == [
        (1, "Ausbildungsvorbereitung"),
        (2, "Werkstatt Süd"),
        (2, "Lernhaus Nord"),
        (1, "Weiterbildung"),
        (2, "Fachtag"),
    ]


def test_a_lone_code_is_the_beginning_of_a_name() -> None:
    layout = typed_layout(
        """
        Folgende Vorhaben werden in der Region von den Vertragspartnern umgesetzt:

        – K2 Werkstatt
        – Lernhaus Nord
        """
    )
    assert items(layout) == [(1, "K2 Werkstatt"), (1, "Lernhaus Nord")]


def test_a_number_that_a_sentence_counts_at_the_head_of_a_line_begins_no_item() -> None:
    layout = typed_layout(
        """
        Aus den Mitteln des Landes werden in diesem Jahr bestritten: 1. Werkstatt Süd;
        2. Lernhaus Nord; 3. Fachtag.
        """
    )
    assert items(layout) == []
    assert len(layout.blocks) == 1


@pytest.mark.parametrize("label", ["Projekte:", "Träger:", "Laufzeit:", "Förderschwerpunkt 2:"])
def test_what_is_labelled_begins_a_block_of_its_own(label: str) -> None:
    layout = typed_layout(
        f"""
        Die Werkstatt Süd und das Lernhaus Nord helfen jungen Menschen in der Region auf
        {label} Werkstatt Süd
        """
    )
    assert [block.text for block in layout.blocks][1:] == [f"{label} Werkstatt Süd"]


@pytest.mark.parametrize(("mark", "count"), [("> 10 Personen", 0), ("> Werkstatt", 1)])
def test_more_than_so_many_is_no_item(mark: str, count: int) -> None:
    layout = typed_layout(
        f"""
        Die Gruppen haben je nach Vorhaben unterschiedlich viele Plätze, und zwar so:

        {mark} in jedem Jahr
        """
    )
    assert len(items(layout)) == count
