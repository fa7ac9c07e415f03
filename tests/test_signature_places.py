"""Lines that say where and when, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from extract.language.lines import Line, Row
from extract.language.signature_places import where_and_when
from extract.page import Word
from extract.signatures.dates import DATE_LEAD, with_rest_of_seat
from tests.typed_pages import reference

IN_2019 = date(2019, 7, 1)


def said(text: str) -> tuple[str | None, date | None] | None:
    signing = where_and_when(text, IN_2019)
    if signing is None:
        return None
    return text[slice(*signing.place)] if signing.place else None, signing.day.value if signing.day else None


@pytest.mark.parametrize(
    "text",
    [
        "Musterau, den 3. Mai 2019",
        "Musterau (3.5.2019)",
        "Musterau | 3.5.19",
        "Musterau/3.5.2019",
        "am 3. Mai 2019 in Musterau",
        "3. Mai 2019, Musterau",
        "unterzeichnet in Musterau am 3.5.2019",
        # As scans have them.
        "Musterau I 3. Mai 2019",
        "am 3.5.19in Musterau",
        "am 3. MAI 2 019 in Musterau",
        "Musterau, 3.5.1 9",
    ],
)
def test_place_and_day_are_told_from_what_parts_them(text: str) -> None:
    assert said(text) == ("Musterau", date(2019, 5, 3))


@pytest.mark.parametrize("text", ["Musterau, den", "Musterau,", "Musterau (________)", "Musterau, 46.b.2b"])
def test_a_place_with_room_for_a_day_has_none(text: str) -> None:
    assert said(text) == ("Musterau", None)


def test_a_run_of_hyphens_is_read_in_time() -> None:
    assert said("A-" * 60 + "!") is None


def test_a_stroke_is_no_figure_of_the_day() -> None:
    assert said("Musterau 129.3.19") == ("Musterau", date(2019, 3, 29))


@pytest.mark.parametrize(
    "text",
    [
        "Bericht vom 3. Mai 2019",
        "Landkreis Musterau, 3. Mai 2019",
        "Hofheim am",
        "Musterau",
        "Der Kreis Musterau berichtet am 3. Mai 2019",
    ],
)
def test_a_line_that_says_something_else_is_none(text: str) -> None:
    assert said(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Musterau, den", "Musterau"),
        ("Musterau ____, am ___ ", "Musterau"),
        ("Musterau (Nord)", "Musterau (Nord)"),
    ],
)
def test_what_leads_to_a_day_is_no_part_of_the_place(text: str, place: str) -> None:
    assert DATE_LEAD.sub("", text) == place


@pytest.mark.parametrize("run", ["_", ".", "–", "_ "])
def test_what_follows_a_long_line_to_write_on_stays(run: str) -> None:
    assert DATE_LEAD.sub("", "Musterau" + 3000 * run + "Ort").endswith("Ort")


def line(text: str, left: float, top: float) -> Line:
    box = left, top, left + 5.0 * len(text), top + 10.0
    return Line(1, (Word(text, box, box, 0.97, "ocr", 10.0),))


@pytest.mark.parametrize(
    ("below", "left", "whole"),
    [
        ("(Hessen)", 200.0, "Lauterbach (Hessen)"),
        ("(Rhein)", 200.0, "Lauterbach"),
        ("Landrätin", 200.0, "Lauterbach"),
        ("(Hessen)", 300.0, "Lauterbach"),
    ],
)
def test_a_seat_goes_on_in_the_bracket_below_it(below: str, left: float, whole: str) -> None:
    printed = line("Lauterbach", 200.0, 100.0)
    rows = [Row((printed,)), Row((line(below, left, 112.0),))]
    place = printed.passage.whole(printed.text)
    assert with_rest_of_seat(place, rows, reference()).value == whole
