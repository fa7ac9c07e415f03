"""Words → rows → lines: what stands on one baseline, and where columns part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.language.gutters import CONTINUED_GUTTER, WIDE_GAP
from extract.language.lines import Row, find_rows
from extract.page import Word
from tests.typed_pages import typed_pages


def rows_of(text: str) -> list[Row]:
    (page,) = typed_pages(text)
    return find_rows(page.number, page.words)


def lines_of(text: str) -> list[list[str]]:
    return [[line.text for line in row.lines] for row in rows_of(text)]


def test_words_on_one_baseline_are_one_row_and_rows_come_from_top_to_bottom() -> None:
    assert lines_of("Das Land stellt Mittel\nfür die Region bereit.") == [
        ["Das Land stellt Mittel"],
        ["für die Region bereit."],
    ]


def test_two_columns_of_a_signature_block_are_parted() -> None:
    assert lines_of(
        """
        Wiesbaden, den 7. August 2025          Groß-Gerau, den 9. September 2025

        Heike Muster                           Adil Beispiel
        Staatsministerin                       Erster Kreisbeigeordneter
        """
    ) == [
        ["Wiesbaden, den 7. August 2025", "Groß-Gerau, den 9. September 2025"],
        ["Heike Muster", "Adil Beispiel"],
        ["Staatsministerin", "Erster Kreisbeigeordneter"],
    ]


def test_rows_hold_the_very_words_that_were_given_though_others_are_alike() -> None:
    (page,) = typed_pages("Das Land stellt Mittel\nfür die Region bereit.")
    for words in (page.words, tuple(replace(word) for word in page.words)):
        given_ids = {id(word) for word in words}
        assert {id(word) for row in find_rows(page.number, words) for word in row.words} == given_ids


def test_three_columns_are_parted() -> None:
    assert lines_of(
        """
        Heike Muster            Adil Beispiel           Claus Probe
        Staatsministerin        Landrat                 Kreisbeigeordneter
        """
    ) == [
        ["Heike Muster", "Adil Beispiel", "Claus Probe"],
        ["Staatsministerin", "Landrat", "Kreisbeigeordneter"],
    ]


def test_columns_are_known_over_the_room_that_is_left_for_the_pen() -> None:
    room = "\n" * 5
    dates = "Wiesbaden, den 7.8.2025   Groß-Gerau, den 9.9.2025"
    names = "Heike Muster              Adil Beispiel"
    assert lines_of(f"{dates}\n{room}{names}") == [
        ["Wiesbaden, den 7.8.2025", "Groß-Gerau, den 9.9.2025"],
        ["Heike Muster", "Adil Beispiel"],
    ]


def test_a_narrow_gutter_is_known_by_the_rows_around_it() -> None:
    (page,) = typed_pages(
        """
        Hessisches Ministerium            Der Kreisausschuss des
        für Arbeit, Jugend und Soziales   Landkreises Groß-Gerau
        Heike Muster                      Adil Beispiel
        """
    )
    _, row, _ = find_rows(1, broad(page.words))
    assert WIDE_GAP * row.size > row.words[5].bbox[0] - row.words[4].bbox[2] > CONTINUED_GUTTER * row.size
    assert [line.text for line in row.lines] == ["für Arbeit, Jugend und Soziales", "Landkreises Groß-Gerau"]


def test_the_same_narrow_blank_is_no_gutter_where_no_row_confirms_it() -> None:
    (page,) = typed_pages("für Arbeit, Jugend und Soziales   Landkreises Groß-Gerau")
    (row,) = find_rows(1, broad(page.words))
    assert len(row.lines) == 1


def broad(words: tuple[Word, ...]) -> list[Word]:
    """The words in a broader letter, so that word spaces are 0.3 letter sizes as in most fonts."""
    return [replace(word, bbox=(*word.bbox[:2], word.bbox[2] + 3, word.bbox[3])) for word in words]


def test_a_justified_line_with_wide_blanks_stays_whole() -> None:
    assert lines_of("Die   Vertragspartner   arbeiten   eng   zusammen") == [
        ["Die Vertragspartner arbeiten eng zusammen"]
    ]


def test_blanks_that_happen_to_stand_below_each_other_are_no_gutter() -> None:
    text = """
        Der Landkreis plant Kurse und berät
        Das Landesamt fasst Daten zum Stand
        Die Kommune n gibt Mittel und Räume
        """
    assert all(len(row.lines) == 1 for row in rows_of(text))


@pytest.mark.parametrize("marker", ["1.", "a)", "•", "–", "(2)", "e"])
def test_the_space_behind_a_list_marker_is_no_gutter(marker: str) -> None:
    text = f"{marker:<6}Werkstatt Süd\n{marker:<6}Lernhaus Nord"
    assert lines_of(text) == [[f"{marker} Werkstatt Süd"], [f"{marker} Lernhaus Nord"]]


def test_a_far_word_is_a_column_of_its_own_even_in_a_single_row() -> None:
    assert lines_of("Heike Muster" + " " * 30 + "Adil Beispiel") == [["Heike Muster", "Adil Beispiel"]]


def test_a_word_a_little_higher_stays_in_its_row() -> None:
    (page,) = typed_pages("Fläche 40 m hoch")
    raised = [
        replace(word, bbox=(word.bbox[0], word.bbox[1] - 3, word.bbox[2], word.bbox[3] - 3))
        if word.text == "40"
        else word
        for word in page.words
    ]
    assert [row.text for row in find_rows(1, raised)] == ["Fläche 40 m hoch"]


def skewed(words: tuple[Word, ...], slope: float) -> list[Word]:
    def lower(word: Word) -> Word:
        drop = slope * word.bbox[0]
        return replace(word, bbox=(word.bbox[0], word.bbox[1] + drop, word.bbox[2], word.bbox[3] + drop))

    return [lower(word) for word in words]


@pytest.mark.parametrize("slope", [-0.03, 0.03])
def test_a_line_that_rises_or_falls_by_more_than_its_height_is_followed(slope: float) -> None:
    text = "\n".join(f"Zeile {n} " + "und so weiter bis zum rechten Rand der ganzen Seite" for n in "123")
    (page,) = typed_pages(text)
    rows = find_rows(1, skewed(page.words, slope))
    assert [row.text for row in rows] == text.split("\n")


places = st.tuples(st.floats(0, 500), st.floats(0, 700), st.floats(4, 90), st.floats(6, 16))


def word_at(x: float, y: float, width: float, height: float) -> Word:
    box = (x, y, x + width, y + height)
    return Word("Wort", box, box, 1.0, "text_layer", height)


@settings(max_examples=60)
@given(st.lists(places.map(lambda place: word_at(*place)), max_size=40, unique_by=lambda word: word.bbox))
def test_rows_partition_the_words(words: list[Word]) -> None:
    rows = find_rows(3, words)
    kept = [word for row in rows for word in row.words]
    assert Counter(kept) == Counter(words)
    assert all(line.words for row in rows for line in row.lines)
    assert all(line.page == 3 for row in rows for line in row.lines)
    tops = [row.bbox[1] for row in rows]
    assert tops == sorted(tops)


@settings(max_examples=60)
@given(st.lists(places.map(lambda place: word_at(*place)), min_size=1, max_size=25), st.randoms())
def test_the_order_in_which_words_arrive_does_not_matter(words: list[Word], chance: Random) -> None:
    shuffled = list(words)
    chance.shuffle(shuffled)
    first = [[line.bbox for line in row.lines] for row in find_rows(1, words)]
    assert [[line.bbox for line in row.lines] for row in find_rows(1, shuffled)] == first


def test_a_cell_that_fills_its_column_is_parted_from_a_time_like_those_around_it() -> None:
    lines = lines_of(
        """
        Lernhaus Nord                  01.02.2013 - 31.12.2013
        Werkstatt Süd                  01.08.2013 - 31.12.2013
        Werkstatt Süd für junge Eltern 01.02.2013 – 31.12.2013
        """
    )
    assert lines[-1] == ["Werkstatt Süd für junge Eltern", "01.02.2013 – 31.12.2013"]


def test_a_cell_that_nearly_fills_its_column_is_parted_where_the_next_one_begins() -> None:
    lines = lines_of(
        """
        Diakonie                Lernhaus Nord
        Volkshochschule         Werkstatt Süd
        Verein für Berufshilfe  Neustart
        """
    )
    assert lines[-1] == ["Verein für Berufshilfe", "Neustart"]


def test_a_figure_in_running_text_below_a_column_of_sums_parts_nothing() -> None:
    lines = lines_of(
        """
        Lernhaus Nord                  879.600,00
        Werkstatt Süd                  486.012,00
        Das Land hat für den Landkreis 486.012,00 Euro zugesagt.
        """
    )
    assert lines[-1] == ["Das Land hat für den Landkreis 486.012,00 Euro zugesagt."]


def test_the_narrow_blank_of_a_number_does_not_part_a_justified_line() -> None:
    assert lines_of("2013   sind   für   den   Kreis   681 677   Euro   im   Haushalt") == [
        ["2013 sind für den Kreis 681 677 Euro im Haushalt"]
    ]


SUMS = (("313.700,00", "Ausbildung"), ("9.730,00", "Weiterbildung für alle"), ("323.430,00", "Budget"))


@pytest.mark.parametrize(
    ("sums", "gap", "shift", "parted"),
    [
        (SUMS, 0.7, 0.0, True),
        (SUMS, 0.4, 0.0, False),
        (SUMS, 0.7, 9.0, False),
        (SUMS[:2], 0.7, 0.0, False),
        ((*SUMS[:2], ("323.430,00", "EUR")), 0.7, 0.0, False),
    ],
)
def test_sums_that_end_below_each_other_stand_in_a_column_of_their_own(
    sums: Sequence[tuple[str, str]], gap: float, shift: float, parted: bool
) -> None:
    """`gap`: letter sizes before the words behind the sums; `shift`: points from row to row."""
    words = []
    for number, (figure, text) in enumerate(sums):
        top, end = 100.0 + 20 * number, 200 + shift * number
        boxes = [(figure, end - 5.0 * len(figure), end)]
        left = end + 10 * gap
        for word in text.split():
            boxes.append((word, left, left + 5.0 * len(word)))
            left += 5.0 * len(word) + 3
        words += [
            Word(word, (x0, top, x1, top + 10), (x0, top, x1, top + 10), 0.9, "ocr", 10.0)
            for word, x0, x1 in boxes
        ]
    rows = [[line.text for line in row.lines] for row in find_rows(1, words)]
    assert rows == [[figure, text] if parted else [f"{figure} {text}"] for figure, text in sums]


def test_a_row_whose_gaps_are_all_wide_is_one_of_cells() -> None:
    lines = lines_of(
        """
        Jahr   Rosental   Greifental   Strandau    Summe
        2025       180          140         60       380
        2026       210          165         75       450
        Summe      390          305        135       830
        """
    )
    assert lines[1:3] == [["2025", "180", "140", "60", "380"], ["2026", "210", "165", "75", "450"]]
