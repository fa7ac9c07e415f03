"""Accents that the German model does not have are read by the second engine, where the ink shows them."""

from __future__ import annotations

import numpy as np
import pytest

from extract.page import Page
from extract.scans.accents import is_accented
from extract.scans.blobs import Blobs
from extract.scans.ocr import Token
from tests.paper import dirty, photograph, read, save_scan, text_of, tilt, type_letter

NAMES = (
    "Zielvereinbarung über die Mittel für die Träger im Kreis Beispielstadt",
    "René Mustermann und Inés Beispiel",
    "Gudrun Musterfrau und Mirko Exempelský",
    "Jördis Exempelská, Jürgen Übungsmann",
)
SURE = 0.8


@pytest.fixture(scope="module", params=[0.0, 0.7, 0.9])
def scan(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Page:
    folder = tmp_path_factory.mktemp("accents")
    image = photograph(type_letter(folder / "namen.pdf", NAMES, size=12))
    return read(save_scan(folder / "scan.pdf", [dirty(tilt(image, request.param), 300)]))[0]


def test_names_with_accents_are_read_to_the_letter(scan: Page) -> None:
    assert text_of(scan) == " ".join(NAMES)


def test_a_name_with_an_accent_is_as_sure_as_one_without(scan: Page) -> None:
    words = {word.text.strip(","): word for word in scan.words}
    for name in ("René", "Inés", "Exempelský", "Exempelská"):
        assert words[name].confidence >= SURE


def test_dots_and_dust_are_no_accents(scan: Page) -> None:
    plain = [word for word in scan.words if word.text in [*NAMES[0].split(), "Übungsmann", "Jördis"]]
    assert len(plain) >= 12
    assert all(word.confidence >= SURE for word in plain)


@pytest.mark.parametrize(("tops", "accented"), [((16, 16, 11, 11), True), ((16, 15, 16, 16), False)])
def test_letters_into_which_their_marks_have_run_are_seen_though_half_of_a_word_has_such(
    tops: tuple[int, ...], accented: bool
) -> None:
    letters = [
        (10.0, 9.0, 26.0, 30.0),
        *((30.0 + 20 * at, top, 46.0 + 20 * at, 30.0) for at, top in enumerate(tops)),
    ]
    array = np.array(letters, dtype=np.float64)
    word = Token("Tomäs", (10, 9, 110, 30), 0.95, (1, 1, 1))
    grey = np.full((60, 120), 255, dtype=np.uint8)
    assert is_accented(word, 30.0, Blobs(array, np.ones(5), np.ones(5)), grey) is accented
