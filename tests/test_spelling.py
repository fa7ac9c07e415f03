"""Which entry of a list a misread word is."""

from __future__ import annotations

import pytest

from extract.spelling import nearest

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
