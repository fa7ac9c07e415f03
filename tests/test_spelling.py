"""How scanned words are written, and which entry of a list a misread one is."""

from __future__ import annotations

import pytest

from extract.language.spelling import as_german, nearest

OFFICES = (
    "Staatsminister",
    "Staatsministerin",
    "Landrat",
    "Landrätin",
    "Bürgermeister",
    "Bürgermeisterin",
    "Oberbürgermeister",
    "Oberbürgermeisterin",
)


@pytest.mark.parametrize(
    ("misread", "office"),
    [
        ("Oberburgermeistenn", "Oberbürgermeisterin"),
        ("Staatsmiňisterin", "Staatsministerin"),
        ("Burgermeister", "Bürgermeister"),
        ("Landrät", "Landrat"),
        ("Landratin", "Landrätin"),
        ("0berbürgermeister", "Oberbürgermeister"),
        ("Oberbürgemeisterin", "Oberbürgermeisterin"),
    ],
)
def test_a_misread_office_is_the_nearest_one(misread: str, office: str) -> None:
    found = nearest(misread, OFFICES)
    assert found is not None
    assert found.text == office


@pytest.mark.parametrize("printed", ["Landräti", "Stadtrat", "Leiterin", "Staatssekretär", "Bürgerm", ""])
def test_what_may_be_two_entries_or_none_is_left_alone(printed: str) -> None:
    assert nearest(printed, OFFICES) is None


def test_letters_of_one_look_are_no_error() -> None:
    found = nearest("Bürgermeistenn", OFFICES)
    assert found is not None
    assert found.distance == 0


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("Mınısterın", "Ministerin"),
        ("2024—2025", "2024–2025"),
        ("Stelle..", "Stelle."),
        ("´Landrat", "Landrat"),
        (".c)", "c)"),
        ("ü27", "Ü27"),
        ("(u25)", "(U25)"),
        ("Neu27", "Neu27"),
        ("‚Halt‘", "‚Halt‘"),
        ("Wettera\u0301u", "Wetteráu"),
        ("966.829,––", "966.829,--"),
        ("1.200,–", "1.200,–"),
    ],
)
def test_what_other_languages_print_is_put_right(read: str, written: str) -> None:
    assert as_german(read) == written
